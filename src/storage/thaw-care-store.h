/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-care-item.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_CARE_STORE (thaw_care_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawCareStore, thaw_care_store, THAW, CARE_STORE, ThawStore)

ThawCareStore *thaw_care_store_new (ThawDatabase *database,
                                    ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_care_store_list (ThawCareStore  *self,
                                 GError        **error);

void thaw_care_store_save_async (ThawCareStore       *self,
                                 const ThawCareItem  *item,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
ThawCareItem *thaw_care_store_save_finish (ThawCareStore  *self,
                                           GAsyncResult   *result,
                                           GError        **error);
ThawCareItem *thaw_care_store_save_sync (ThawCareStore       *self,
                                         const ThawCareItem  *item,
                                         GError             **error);

void thaw_care_store_remove_async (ThawCareStore       *self,
                                   const char          *id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean thaw_care_store_remove_finish (ThawCareStore  *self,
                                        GAsyncResult   *result,
                                        GError        **error);
gboolean thaw_care_store_remove_sync (ThawCareStore  *self,
                                      const char     *id,
                                      GError        **error);

G_END_DECLS
