/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-breath-pattern.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_PATTERN_STORE (thaw_pattern_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawPatternStore, thaw_pattern_store, THAW, PATTERN_STORE, ThawStore)

ThawPatternStore *thaw_pattern_store_new (ThawDatabase *database,
                                          ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_pattern_store_list (ThawPatternStore  *self,
                                    GError           **error);

void thaw_pattern_store_save_async (ThawPatternStore        *self,
                                    const ThawBreathPattern *pattern,
                                    GCancellable            *cancellable,
                                    GAsyncReadyCallback      callback,
                                    gpointer                 user_data);
ThawBreathPattern *thaw_pattern_store_save_finish (ThawPatternStore  *self,
                                                   GAsyncResult      *result,
                                                   GError           **error);
ThawBreathPattern *thaw_pattern_store_save_sync (ThawPatternStore         *self,
                                                 const ThawBreathPattern  *pattern,
                                                 GError                  **error);

void thaw_pattern_store_remove_async (ThawPatternStore    *self,
                                      const char          *id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean thaw_pattern_store_remove_finish (ThawPatternStore  *self,
                                           GAsyncResult      *result,
                                           GError           **error);
gboolean thaw_pattern_store_remove_sync (ThawPatternStore  *self,
                                         const char        *id,
                                         GError           **error);

G_END_DECLS
