/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-text"

#include "config.h"
#include "thaw-text.h"

/**
 * thaw_text_make_excerpt:
 * @text: any valid UTF-8
 *
 * Folds white space to single blanks and keeps the first
 * %THAW_TEXT_EXCERPT_CHARS characters, with "…" if there was more. Costs the
 * same however long @text is.
 *
 * Returns: (transfer full): the excerpt, in one line
 */
char *
thaw_text_make_excerpt (const char *text)
{
  g_autoptr (GString) excerpt = g_string_sized_new (THAW_TEXT_EXCERPT_CHARS + 4);
  gboolean gap = FALSE;
  guint n_chars = 0, n_read = 0;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  /* The second bound is for a text that starts with a million blanks. */
  for (p = text; *p != '\0' && n_chars < THAW_TEXT_EXCERPT_CHARS && n_read < THAW_TEXT_EXCERPT_CHARS * 8; n_read++)
    {
      gunichar c = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          gap = excerpt->len > 0;
          continue;
        }

      if (gap)
        {
          g_string_append_c (excerpt, ' ');
          n_chars++;
        }
      gap = FALSE;
      g_string_append_unichar (excerpt, c);
      n_chars++;
    }

  if (*p != '\0')
    g_string_append (excerpt, "…");

  return g_strdup (excerpt->str);
}

/**
 * thaw_text_make_valid:
 * @bytes: (array length=n_bytes): what somebody typed, pasted or piped
 * @n_bytes: how many
 *
 * Makes text that can be stored: bytes that are no UTF-8 become U+FFFD, NULs are
 * left out, line ends become "\n".
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
thaw_text_make_valid (const char *bytes,
                      gsize       n_bytes)
{
  g_autofree char *valid = NULL;
  GString *text = g_string_sized_new (n_bytes);
  gsize valid_len;

  g_return_val_if_fail (bytes != NULL || n_bytes == 0, NULL);

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] == '\r')
        {
          if (i + 1 == n_bytes || bytes[i + 1] != '\n')
            g_string_append_c (text, '\n');
        }
      else if (bytes[i] != '\0')
        {
          g_string_append_c (text, bytes[i]);
        }
    }

  valid_len = text->len;
  valid = g_string_free (text, FALSE);

  return g_utf8_make_valid (valid, (gssize) valid_len);
}

/**
 * thaw_text_is_blank:
 * @text: valid UTF-8
 *
 * Returns: whether there is nothing in @text but white space
 */
gboolean
thaw_text_is_blank (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/**
 * thaw_text_is_line:
 * @text: (nullable): what a person or a file says something is called
 * @max_bytes: how long it may be
 *
 * Returns: whether @text is valid UTF-8, not blank, one line and not too long
 */
gboolean
thaw_text_is_line (const char *text,
                   gsize       max_bytes)
{
  gboolean is_blank = TRUE;

  if (text == NULL || strlen (text) > max_bytes || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c))
        return FALSE;
      is_blank = is_blank && g_unichar_isspace (c);
    }

  return !is_blank;
}

/**
 * thaw_text_make_line:
 * @text: valid UTF-8, as it was typed or pasted
 *
 * Makes one line of it: a line break, a tab or whatever else has no shape becomes a space, and
 * there are none at its ends.
 *
 * Returns: (transfer full): the line, perhaps empty
 */
char *
thaw_text_make_line (const char *text)
{
  g_autoptr (GString) line = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  line = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&line), FALSE));
}

static gboolean
is_punctuation (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * thaw_text_fold:
 * @text: valid UTF-8
 *
 * Makes what two texts have in common that differ in case, accents, spaces and
 * punctuation only, so that one is found when the other is typed.
 *
 * Returns: (transfer full): the words of @text in lower case and without accents,
 *   one blank between them
 */
char *
thaw_text_fold (const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *folded;
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  lower = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (apart));

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;

      /* Symbols stay, for somebody's word may be one; GLib counts them as punctuation. */
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || is_punctuation (c))
        {
          gap = folded->len > 0;
          continue;
        }

      if (gap)
        g_string_append_c (folded, ' ');
      gap = FALSE;
      g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * thaw_text_capitalize:
 * @text: valid UTF-8
 *
 * For a sentence that begins with a word which may be any.
 *
 * Returns: (transfer full): @text with a capital first letter
 */
char *
thaw_text_capitalize (const char *text)
{
  char first[7] = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  if (text[0] == '\0')
    return g_strdup ("");

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}
