/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_ACTIVITY_STORE (thaw_activity_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawActivityStore, thaw_activity_store, THAW, ACTIVITY_STORE, ThawStore)

ThawActivityStore *thaw_activity_store_new (ThawDatabase *database,
                                            ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_activity_store_list (ThawActivityStore  *self,
                                     GError            **error);
GPtrArray *thaw_activity_store_list_favourites (ThawActivityStore  *self,
                                                GError            **error);

void thaw_activity_store_save_async (ThawActivityStore   *self,
                                     const ThawActivity  *activity,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
ThawActivity *thaw_activity_store_save_finish (ThawActivityStore  *self,
                                               GAsyncResult       *result,
                                               GError            **error);
ThawActivity *thaw_activity_store_save_sync (ThawActivityStore   *self,
                                             const ThawActivity  *activity,
                                             GError             **error);

void thaw_activity_store_remove_async (ThawActivityStore   *self,
                                       const char          *id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean thaw_activity_store_remove_finish (ThawActivityStore  *self,
                                            GAsyncResult       *result,
                                            GError            **error);
gboolean thaw_activity_store_remove_sync (ThawActivityStore  *self,
                                          const char         *id,
                                          GError            **error);

void thaw_activity_store_set_favourite_async (ThawActivityStore   *self,
                                              const char          *id,
                                              gboolean             is_favourite,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gboolean thaw_activity_store_set_favourite_finish (ThawActivityStore  *self,
                                                   GAsyncResult       *result,
                                                   GError            **error);
gboolean thaw_activity_store_set_favourite_sync (ThawActivityStore  *self,
                                                 const char         *id,
                                                 gboolean            is_favourite,
                                                 GError            **error);

G_END_DECLS
