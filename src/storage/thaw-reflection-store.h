/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reflection.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_REFLECTION_STORE (thaw_reflection_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawReflectionStore, thaw_reflection_store, THAW, REFLECTION_STORE, ThawStore)

ThawReflectionStore *thaw_reflection_store_new (ThawDatabase *database,
                                                ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_reflection_store_list (ThawReflectionStore  *self,
                                       GError              **error);

void thaw_reflection_store_save_async (ThawReflectionStore  *self,
                                       const ThawReflection *reflection,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
ThawReflection *thaw_reflection_store_save_finish (ThawReflectionStore  *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
ThawReflection *thaw_reflection_store_save_sync (ThawReflectionStore   *self,
                                                 const ThawReflection  *reflection,
                                                 GError               **error);

void thaw_reflection_store_remove_async (ThawReflectionStore *self,
                                         const char          *uuid,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean thaw_reflection_store_remove_finish (ThawReflectionStore  *self,
                                              GAsyncResult         *result,
                                              GError              **error);
gboolean thaw_reflection_store_remove_sync (ThawReflectionStore  *self,
                                            const char           *uuid,
                                            GError              **error);

G_END_DECLS
