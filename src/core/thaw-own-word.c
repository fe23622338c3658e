/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-word"

#include "config.h"
#include "thaw-own-word.h"

G_DEFINE_BOXED_TYPE (ThawOwnWord, thaw_own_word, thaw_own_word_copy, thaw_own_word_free)

/**
 * thaw_own_word_new:
 * @word: a word for which thaw_emotion_slug_is_valid() holds
 * @family: (nullable): the slug of a family
 *
 * Returns: (transfer full): a word that was not saved yet
 */
ThawOwnWord *
thaw_own_word_new (const char *word,
                   const char *family)
{
  ThawOwnWord *self;

  g_return_val_if_fail (word != NULL, NULL);

  self = g_new0 (ThawOwnWord, 1);
  self->word = g_strdup (word);
  self->family = g_strdup (family);

  return self;
}

ThawOwnWord *
thaw_own_word_copy (const ThawOwnWord *self)
{
  ThawOwnWord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = thaw_own_word_new (self->word, self->family);
  copy->uuid = g_strdup (self->uuid);
  copy->modified_ms = self->modified_ms;

  return copy;
}

void
thaw_own_word_free (ThawOwnWord *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->word);
  g_free (self->family);
  g_free (self);
}
