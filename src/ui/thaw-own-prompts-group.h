/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-prompt-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_OWN_PROMPTS_GROUP (thaw_own_prompts_group_get_type ())
G_DECLARE_FINAL_TYPE (ThawOwnPromptsGroup, thaw_own_prompts_group, THAW, OWN_PROMPTS_GROUP, AdwPreferencesGroup)

GtkWidget *thaw_own_prompts_group_new       (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_own_prompts_group_set_store (ThawOwnPromptsGroup *self,
                                             ThawPromptStore     *store);

G_END_DECLS
