/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-text-hits"

#include "config.h"
#include "thaw-text-hits.h"

#include <string.h>

/* A text without case and accents, and for each of its bytes where that comes from. */
typedef struct
{
  GString *text;    /* (owned) */
  GArray *origins;  /* (owned) (element-type guint): one more than there are bytes */
} Folded;

/* What is typed with a keyboard stands for what is set with care. */
static gunichar
simplify (gunichar c)
{
  if (g_unichar_isspace (c))
    return ' ';

  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
      return '"';
    case 0x2010: /* ‐ */
    case 0x2011: /* a hyphen at which no line ends */
    case 0x2013: /* – */
    case 0x2014: /* — */
      return '-';
    default:
      return c;
    }
}

static void
append_origins (Folded *folded,
                guint   origin)
{
  while (folded->origins->len < folded->text->len)
    g_array_append_val (folded->origins, origin);
}

static Folded
fold (const char *text)
{
  Folded folded = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint)) };
  const guint end = (guint) strlen (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      char bytes[7] = { 0 };
      g_autofree char *lower = NULL;
      g_autofree char *apart = NULL;

      g_unichar_to_utf8 (simplify (g_utf8_get_char (p)), bytes);
      lower = g_utf8_casefold (bytes, -1);
      apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
      for (const char *q = apart; *q != '\0'; q = g_utf8_next_char (q))
        {
          if (!g_unichar_ismark (g_utf8_get_char (q)))
            g_string_append_unichar (folded.text, g_utf8_get_char (q));
        }
      append_origins (&folded, (guint) (p - text));
    }
  g_array_append_val (folded.origins, end);

  return folded;
}

static void
clear (Folded *folded)
{
  g_string_free (folded->text, TRUE);
  g_array_unref (folded->origins);
}

/* One letter may be folded to two, of which the first alone was found. */
static guint
go_to_next_letter (const Folded *folded,
                   guint         at)
{
  guint origin = g_array_index (folded->origins, guint, at);

  do
    at++;
  while (at < folded->text->len && g_array_index (folded->origins, guint, at) == origin);

  return at;
}

/**
 * thaw_text_find_hits:
 * @text: valid UTF-8
 * @query: what to look for
 *
 * Finds @query as it is, whatever the case and the accents, also as part of a word.
 *
 * Returns: (transfer full) (element-type ThawTextHit): where it stands, from the first on;
 *   none if there is nothing but white space in @query
 */
GArray *
thaw_text_find_hits (const char *text,
                     const char *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (ThawTextHit));
  g_autofree char *stripped = NULL;
  Folded hay, needle;
  const char *at;

  g_return_val_if_fail (text != NULL && query != NULL, hits);

  stripped = g_strstrip (g_strdup (query));
  needle = fold (stripped);
  hay = fold (text);
  at = needle.text->len > 0 ? strstr (hay.text->str, needle.text->str) : NULL;
  while (at != NULL)
    {
      guint first = (guint) (at - hay.text->str);
      guint next = go_to_next_letter (&hay, first + (guint) needle.text->len - 1);
      ThawTextHit hit = { g_array_index (hay.origins, guint, first), g_array_index (hay.origins, guint, next) };

      g_array_append_val (hits, hit);
      at = strstr (hay.text->str + next, needle.text->str);
    }
  clear (&hay);
  clear (&needle);

  return hits;
}
