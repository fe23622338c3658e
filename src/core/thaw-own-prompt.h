/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawOwnPrompt:
 * @uuid: (nullable): the identity, %NULL before it was saved
 * @text: (not nullable): the question
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * A question for the blank page that the person wrote.
 */
typedef struct
{
  char  *uuid;
  char  *text;
  gint64 modified_ms;
} ThawOwnPrompt;

#define THAW_TYPE_OWN_PROMPT (thaw_own_prompt_get_type ())
GType          thaw_own_prompt_get_type (void);
ThawOwnPrompt *thaw_own_prompt_new      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
ThawOwnPrompt *thaw_own_prompt_copy     (const ThawOwnPrompt *self) G_GNUC_WARN_UNUSED_RESULT;
void           thaw_own_prompt_free     (ThawOwnPrompt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawOwnPrompt, thaw_own_prompt_free)

G_END_DECLS
