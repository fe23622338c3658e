/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-own-word.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/**
 * THAW_WORD_LIST_OWN:
 *
 * Instead of a family: all words that the person added.
 */
#define THAW_WORD_LIST_OWN ""

/**
 * ThawWord:
 * @slug: (not nullable): its stable name, which is stored on entries
 * @word: (not nullable): the word as it is shown
 * @family: (nullable): its family, %NULL for an own word without one
 * @emotion: (nullable): what the vocabulary says about it, %NULL for an own word
 * @own: (nullable): the person's own word, %NULL for a shipped one
 * @is_hidden: whether the person does not want to see it
 * @n_entries: how many entries name it, of those that were looked at
 * @last_position: where the last of these stands in the journal; higher is later
 *
 * A word to choose. Owned by its #ThawWordList, and unchanging.
 */
typedef struct
{
  char                    *slug;
  char                    *word;
  const ThawEmotionFamily *family;
  const ThawEmotion       *emotion;
  ThawOwnWord             *own;
  gboolean                 is_hidden;
  guint                    n_entries;
  gint64                   last_position;
} ThawWord;

/**
 * ThawWordSectionKind:
 * @THAW_WORD_SECTION_RECENT: what was named lately
 * @THAW_WORD_SECTION_FREQUENT: what is named often, and was not named lately
 * @THAW_WORD_SECTION_FAMILY: the words of a family
 * @THAW_WORD_SECTION_OWN: own words
 * @THAW_WORD_SECTION_FOUND: what a search found, the best first
 *
 * What the words of a section have in common.
 */
typedef enum
{
  THAW_WORD_SECTION_RECENT,
  THAW_WORD_SECTION_FREQUENT,
  THAW_WORD_SECTION_FAMILY,
  THAW_WORD_SECTION_OWN,
  THAW_WORD_SECTION_FOUND,
} ThawWordSectionKind;

/**
 * ThawWordSection:
 * @kind: what its words have in common
 * @family: (nullable): the family, for %THAW_WORD_SECTION_FAMILY
 * @words: (element-type ThawWord): never empty
 *
 * A part of what is shown.
 */
typedef struct
{
  ThawWordSectionKind      kind;
  const ThawEmotionFamily *family;
  GPtrArray               *words;
} ThawWordSection;

#define THAW_TYPE_WORD_LIST (thaw_word_list_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordList, thaw_word_list, THAW, WORD_LIST, GObject)

ThawWordList   *thaw_word_list_new            (ThawVocabulary     *vocabulary,
                                               GPtrArray          *own_words,
                                               const char *const  *hidden) G_GNUC_WARN_UNUSED_RESULT;

void            thaw_word_list_add_use        (ThawWordList       *self,
                                               const char         *slug,
                                               guint               n_entries,
                                               gint64              last_position);

ThawVocabulary *thaw_word_list_get_vocabulary (ThawWordList       *self);
gboolean        thaw_word_list_has_own        (ThawWordList       *self);
gboolean        thaw_word_list_has_hidden     (ThawWordList       *self);

const ThawWord *thaw_word_list_find           (ThawWordList       *self,
                                               const char         *slug);
const ThawWord *thaw_word_list_find_exact     (ThawWordList       *self,
                                               const char         *query);
char           *thaw_word_list_dup_new_word   (ThawWordList       *self,
                                               const char         *query) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray      *thaw_word_list_search         (ThawWordList       *self,
                                               const char         *query,
                                               const char         *family,
                                               gboolean            with_hidden) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *thaw_word_list_build_sections (ThawWordList       *self,
                                               const char         *query,
                                               const char         *family,
                                               gboolean            with_hidden) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
