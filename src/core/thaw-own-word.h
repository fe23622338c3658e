/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawOwnWord:
 * @uuid: (nullable): the identity, %NULL before it was saved
 * @word: (not nullable): the word, which is its slug on entries, too
 * @family: (nullable): the slug of the family it was put into
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * A word for an emotion that the person added to the vocabulary.
 */
typedef struct
{
  char  *uuid;
  char  *word;
  char  *family;
  gint64 modified_ms;
} ThawOwnWord;

#define THAW_TYPE_OWN_WORD (thaw_own_word_get_type ())
GType        thaw_own_word_get_type (void);
ThawOwnWord *thaw_own_word_new      (const char *word,
                                     const char *family) G_GNUC_WARN_UNUSED_RESULT;
ThawOwnWord *thaw_own_word_copy     (const ThawOwnWord *self) G_GNUC_WARN_UNUSED_RESULT;
void         thaw_own_word_free     (ThawOwnWord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawOwnWord, thaw_own_word_free)

G_END_DECLS
