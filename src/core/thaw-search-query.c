/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-search-query"

#include "config.h"
#include "thaw-search-query.h"

/* More than a person types; a pasted book must not become a million terms. */
#define MAX_TERMS 32
#define MAX_CHARS 1000

/* A letter for private use: part of a word for the full-text index, and never typed. */
#define MARK_START "\xee\x80\x80"

/* Whether the full-text index counts the character as part of a word; must agree with the categories in the schema. */
static gboolean
is_word_char (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_OTHER_SYMBOL:
      return TRUE;
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
    default:
      return FALSE;
    }
}

static gboolean
is_quote (gunichar c)
{
  /* Keyboards and input methods also give typographic ones. */
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

static void
add_term (GString  *match,
          GString  *term,
          gboolean  has_word,
          gboolean  is_prefix,
          guint    *n_terms)
{
  if (has_word && *n_terms < MAX_TERMS)
    {
      g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? " AND " : "", term->str, is_prefix ? " *" : "");
      (*n_terms)++;
    }

  g_string_truncate (term, 0);
}

/**
 * thaw_search_query_to_match:
 * @query: (nullable): what a person typed into the search
 *
 * Makes an expression of the full-text index out of it. All words must be
 * found, each of them at the start of a word; words in quotation marks must be
 * found as they stand, one after the other. While the closing quotation mark is
 * missing, the last word of the phrase may still be a beginning. No character
 * has any other meaning, so whatever is typed is a valid expression.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL if there is no
 *   word to look for
 */
char *
thaw_search_query_to_match (const char *query)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) term = g_string_new (NULL);
  gboolean in_phrase = FALSE, has_word = FALSE;
  guint n_chars = 0, n_terms = 0;

  if (query == NULL)
    return NULL;

  valid = g_utf8_make_valid (query, -1);
  for (const char *p = valid; *p != '\0' && n_chars < MAX_CHARS; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_quote (c))
        {
          add_term (match, term, has_word, !in_phrase, &n_terms);
          has_word = FALSE;
          in_phrase = !in_phrase;
        }
      else if (g_unichar_isspace (c) && !in_phrase)
        {
          add_term (match, term, has_word, TRUE, &n_terms);
          has_word = FALSE;
        }
      else if (g_unichar_iscntrl (c) || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        {
          g_string_append_c (term, ' ');
        }
      else
        {
          g_string_append_unichar (term, c);
          has_word = has_word || is_word_char (c);
        }
    }
  add_term (match, term, has_word, TRUE, &n_terms);

  return match->len > 0 ? g_strdup (match->str) : NULL;
}

/**
 * thaw_search_mark_new:
 * @kind: a letter for what is marked
 * @name: anything
 *
 * Makes a word for the full-text index by which a filter finds exactly what is
 * named so. No person's query finds it.
 *
 * Returns: (transfer full): the word
 */
char *
thaw_search_mark_new (char        kind,
                      const char *name)
{
  GString *mark = g_string_new (MARK_START);

  g_return_val_if_fail (name != NULL, g_string_free (mark, FALSE));

  g_string_append_c (mark, kind);
  for (const guchar *p = (const guchar *) name; *p != '\0'; p++)
    g_string_append_printf (mark, "%02x", *p);

  return g_string_free (mark, FALSE);
}
