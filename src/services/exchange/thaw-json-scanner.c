/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-scanner"

#include "config.h"
#include "thaw-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"

static guint
count_lines (const ThawJsonScanner *self)
{
  guint n_lines = 1;

  for (const char *p = self->document; p < self->at; p++)
    n_lines += *p == '\n';

  return n_lines;
}

static void
set_damaged (const ThawJsonScanner  *self,
             GError                **error)
{
  if (self->at >= self->end)
    g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED, _("The file breaks off"));
  else
    g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                 /* Translators: %u is the number of a line in a file */
                 _("Line %u is not written as it should be"), count_lines (self));
}

static void
skip_space (ThawJsonScanner *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

static gboolean
take_char (ThawJsonScanner  *self,
           char              c,
           GError          **error)
{
  skip_space (self);
  if (self->at >= self->end || *self->at != c)
    {
      set_damaged (self, error);
      return FALSE;
    }

  self->at++;

  return TRUE;
}

/* Reads the four digits of an escape such as “\u00e9”, of which “\u” has been taken. */
static gboolean
take_code_unit (ThawJsonScanner  *self,
                guint            *out_unit,
                GError          **error)
{
  guint unit = 0;

  for (int i = 0; i < 4; i++, self->at++)
    {
      if (self->at >= self->end || !g_ascii_isxdigit (*self->at))
        {
          set_damaged (self, error);
          return FALSE;
        }
      unit = unit * 16 + (guint) g_ascii_xdigit_value (*self->at);
    }

  *out_unit = unit;

  return TRUE;
}

/* json-glib would cut a string at an escaped NUL, and cannot make UTF-8 of half a surrogate pair: both would change
 * what the person wrote without a word. */
static gboolean
take_unicode_escape (ThawJsonScanner  *self,
                     GError          **error)
{
  guint unit, second = 0;
  gboolean is_text;

  if (!take_code_unit (self, &unit, error))
    return FALSE;

  is_text = unit != 0 && (unit < 0xd800 || unit > 0xdfff);
  if (unit >= 0xd800 && unit < 0xdc00 && self->end - self->at >= 2 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      self->at += 2;
      if (!take_code_unit (self, &second, error))
        return FALSE;
      is_text = second >= 0xdc00 && second <= 0xdfff;
    }

  if (!is_text)
    g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                 /* Translators: %u is the number of a line in a file */
                 _("Line %u has a character that is no text"), count_lines (self));

  return is_text;
}

static gboolean
take_string (ThawJsonScanner  *self,
             GError          **error)
{
  if (!take_char (self, '"', error))
    return FALSE;

  while (self->at < self->end && *self->at != '"')
    {
      if ((guchar) *self->at < 0x20)
        {
          set_damaged (self, error);
          return FALSE;
        }

      if (*self->at++ != '\\')
        continue;

      if (self->at >= self->end || strchr ("\"\\/bfnrtu", *self->at) == NULL)
        {
          set_damaged (self, error);
          return FALSE;
        }

      if (*self->at++ == 'u' && !take_unicode_escape (self, error))
        return FALSE;
    }

  return take_char (self, '"', error);
}

/* Takes a number, a word, a string, or a bracket with all that is inside. */
static gboolean
take_value (ThawJsonScanner  *self,
            GError          **error)
{
  char closings[THAW_JSON_MAX_DEPTH];
  guint depth = 0;

  skip_space (self);
  do
    {
      char c;

      if (self->at >= self->end)
        {
          set_damaged (self, error);
          return FALSE;
        }

      c = *self->at;
      if (c == '"')
        {
          if (!take_string (self, error))
            return FALSE;
        }
      else if (c == '{' || c == '[')
        {
          if (depth == THAW_JSON_MAX_DEPTH)
            {
              g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE,
                           /* Translators: %u is the number of a line in a file; nested as a box in a box in a box */
                           _("Line %u is nested too deep"), count_lines (self));
              return FALSE;
            }
          closings[depth++] = c == '{' ? '}' : ']';
          self->at++;
        }
      else if (depth > 0 && c == closings[depth - 1])
        {
          depth--;
          self->at++;
        }
      else if (g_ascii_isalnum (c) || c == '-' || c == '+' || c == '.')
        {
          while (self->at < self->end &&
                 (g_ascii_isalnum (*self->at) || *self->at == '-' || *self->at == '+' || *self->at == '.'))
            self->at++;
        }
      else if (depth > 0 && (c == ',' || c == ':'))
        {
          self->at++;
        }
      else
        {
          set_damaged (self, error);
          return FALSE;
        }

      if (depth > 0)
        skip_space (self);
    }
  while (depth > 0);

  return TRUE;
}

/**
 * thaw_json_scanner_open:
 * @self: (out caller-allocates): a scanner
 * @document: where the whole document starts
 * @container: an object or array in it, or all of it
 * @opening: `{` or `[`
 * @error: return location for an error
 *
 * Starts to look into @container.
 *
 * Returns: %TRUE, or %FALSE with %THAW_EXCHANGE_ERROR_DAMAGED if it does not
 *   start with @opening
 */
gboolean
thaw_json_scanner_open (ThawJsonScanner      *self,
                        const char           *document,
                        const ThawJsonSlice  *container,
                        char                  opening,
                        GError              **error)
{
  g_return_val_if_fail (opening == '{' || opening == '[', FALSE);

  *self = (ThawJsonScanner) {
    .document = document,
    .at = container->text,
    .end = container->text + container->length,
    .closing = opening == '{' ? '}' : ']',
  };

  return take_char (self, opening, error);
}

/**
 * thaw_json_scanner_next:
 * @self: an open scanner
 * @out_key: (out) (optional): the name in quotes, in an object
 * @out_value: (out): the value; its text is %NULL after the last one
 * @error: return location for an error
 *
 * Finds the next member of an object or the next element of an array.
 *
 * Returns: %TRUE, or %FALSE with @error set: %THAW_EXCHANGE_ERROR_DAMAGED,
 *   %THAW_EXCHANGE_ERROR_TOO_LARGE for deep nesting, or
 *   %THAW_EXCHANGE_ERROR_INVALID for characters that are no text
 */
gboolean
thaw_json_scanner_next (ThawJsonScanner  *self,
                        ThawJsonSlice    *out_key,
                        ThawJsonSlice    *out_value,
                        GError          **error)
{
  *out_value = (ThawJsonSlice) { 0 };

  skip_space (self);
  if (self->at < self->end && *self->at == self->closing)
    {
      self->at++;
      return TRUE;
    }

  if (self->n_items++ > 0 && !take_char (self, ',', error))
    return FALSE;

  if (self->closing == '}')
    {
      ThawJsonSlice key;

      skip_space (self);
      key.text = self->at;
      if (!take_string (self, error))
        return FALSE;
      key.length = (gsize) (self->at - key.text);
      if (out_key != NULL)
        *out_key = key;
      if (!take_char (self, ':', error))
        return FALSE;
    }

  skip_space (self);
  out_value->text = self->at;
  if (!take_value (self, error))
    return FALSE;
  out_value->length = (gsize) (self->at - out_value->text);

  return TRUE;
}

/**
 * thaw_json_scanner_close:
 * @self: a scanner that has found the last value
 * @error: return location for an error
 *
 * Returns: %TRUE, or %FALSE with %THAW_EXCHANGE_ERROR_DAMAGED if something
 *   follows the container
 */
gboolean
thaw_json_scanner_close (ThawJsonScanner  *self,
                         GError          **error)
{
  skip_space (self);
  if (self->at == self->end)
    return TRUE;

  set_damaged (self, error);

  return FALSE;
}

/**
 * thaw_json_slice_is_string:
 * @self: a slice
 * @text: a text that needs no escapes
 *
 * Returns: whether the slice is @text in quotes
 */
gboolean
thaw_json_slice_is_string (const ThawJsonSlice *self,
                           const char          *text)
{
  gsize length = strlen (text);

  return self->length == length + 2 && memcmp (self->text + 1, text, length) == 0;
}
