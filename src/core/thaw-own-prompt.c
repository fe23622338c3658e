/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-prompt"

#include "config.h"
#include "thaw-own-prompt.h"

G_DEFINE_BOXED_TYPE (ThawOwnPrompt, thaw_own_prompt, thaw_own_prompt_copy, thaw_own_prompt_free)

/**
 * thaw_own_prompt_new:
 * @text: the question, valid UTF-8
 *
 * Returns: (transfer full): a prompt that was not saved yet
 */
ThawOwnPrompt *
thaw_own_prompt_new (const char *text)
{
  ThawOwnPrompt *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (ThawOwnPrompt, 1);
  self->text = g_strdup (text);

  return self;
}

ThawOwnPrompt *
thaw_own_prompt_copy (const ThawOwnPrompt *self)
{
  ThawOwnPrompt *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = thaw_own_prompt_new (self->text);
  copy->uuid = g_strdup (self->uuid);
  copy->modified_ms = self->modified_ms;

  return copy;
}

void
thaw_own_prompt_free (ThawOwnPrompt *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->text);
  g_free (self);
}
