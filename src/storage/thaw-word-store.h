/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-own-word.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_WORD_STORE (thaw_word_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordStore, thaw_word_store, THAW, WORD_STORE, ThawStore)

ThawWordStore *thaw_word_store_new (ThawDatabase *database,
                                    ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray   *thaw_word_store_list_own    (ThawWordStore  *self,
                                          GError        **error);
GStrv        thaw_word_store_list_hidden (ThawWordStore  *self,
                                          GError        **error);

void         thaw_word_store_save_own_async  (ThawWordStore       *self,
                                              const ThawOwnWord   *word,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
ThawOwnWord *thaw_word_store_save_own_finish (ThawWordStore  *self,
                                              GAsyncResult   *result,
                                              GError        **error);
ThawOwnWord *thaw_word_store_save_own_sync   (ThawWordStore      *self,
                                              const ThawOwnWord  *word,
                                              GError            **error);

void     thaw_word_store_remove_own_async  (ThawWordStore       *self,
                                            const char          *word,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean thaw_word_store_remove_own_finish (ThawWordStore  *self,
                                            GAsyncResult   *result,
                                            GError        **error);
gboolean thaw_word_store_remove_own_sync   (ThawWordStore  *self,
                                            const char     *word,
                                            GError        **error);

void     thaw_word_store_set_hidden_async  (ThawWordStore       *self,
                                            const char          *slug,
                                            gboolean             is_hidden,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean thaw_word_store_set_hidden_finish (ThawWordStore  *self,
                                            GAsyncResult   *result,
                                            GError        **error);
gboolean thaw_word_store_set_hidden_sync   (ThawWordStore  *self,
                                            const char     *slug,
                                            gboolean        is_hidden,
                                            GError        **error);

G_END_DECLS
