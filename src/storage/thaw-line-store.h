/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-own-line.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_LINE_STORE (thaw_line_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawLineStore, thaw_line_store, THAW, LINE_STORE, ThawStore)

ThawLineStore *thaw_line_store_new (ThawDatabase *database,
                                    ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_line_store_list (ThawLineStore  *self,
                                 GError        **error);

void thaw_line_store_save_async (ThawLineStore       *self,
                                 const ThawOwnLine   *line,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
ThawOwnLine *thaw_line_store_save_finish (ThawLineStore  *self,
                                          GAsyncResult   *result,
                                          GError        **error);
ThawOwnLine *thaw_line_store_save_sync (ThawLineStore      *self,
                                        const ThawOwnLine  *line,
                                        GError            **error);

void thaw_line_store_remove_async (ThawLineStore       *self,
                                   const char          *id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean thaw_line_store_remove_finish (ThawLineStore  *self,
                                        GAsyncResult   *result,
                                        GError        **error);
gboolean thaw_line_store_remove_sync (ThawLineStore  *self,
                                      const char     *id,
                                      GError        **error);

G_END_DECLS
