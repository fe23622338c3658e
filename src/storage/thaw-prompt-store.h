/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-own-prompt.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_PROMPT_STORE (thaw_prompt_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawPromptStore, thaw_prompt_store, THAW, PROMPT_STORE, ThawStore)

ThawPromptStore *thaw_prompt_store_new (ThawDatabase *database,
                                        ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_prompt_store_list (ThawPromptStore  *self,
                                   GError          **error);

void thaw_prompt_store_save_async (ThawPromptStore     *self,
                                   const ThawOwnPrompt *prompt,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
ThawOwnPrompt *thaw_prompt_store_save_finish (ThawPromptStore  *self,
                                              GAsyncResult     *result,
                                              GError          **error);
ThawOwnPrompt *thaw_prompt_store_save_sync (ThawPromptStore      *self,
                                            const ThawOwnPrompt  *prompt,
                                            GError              **error);

void thaw_prompt_store_remove_async (ThawPromptStore     *self,
                                     const char          *uuid,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean thaw_prompt_store_remove_finish (ThawPromptStore  *self,
                                          GAsyncResult     *result,
                                          GError          **error);
gboolean thaw_prompt_store_remove_sync (ThawPromptStore  *self,
                                        const char       *uuid,
                                        GError          **error);

G_END_DECLS
