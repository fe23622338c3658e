/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-text"

#include "config.h"
#include "thaw-json-text.h"

#include <math.h>

/* Any double reads back exactly from this many digits. */
#define MAX_DIGITS 17

/* Up to here a whole number is shorter, or as readable, without an exponent. */
#define MAX_WHOLE 1e15

/**
 * thaw_json_append_string:
 * @out: where to append
 * @text: valid UTF-8
 *
 * Appends @text as a JSON string. Only what JSON does not allow as it is gets
 * escaped, so that a journal in any language stays readable in the file.
 */
void
thaw_json_append_string (GString    *out,
                         const char *text)
{
  const char *run = text;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (out, run, p - run);
      run = p + 1;
      switch (c)
        {
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        case '"':
        case '\\':
          g_string_append_c (out, '\\');
          g_string_append_c (out, (char) c);
          break;
        default:
          g_string_append_printf (out, "\\u%04x", c);
          break;
        }
    }

  g_string_append (out, run);
  g_string_append_c (out, '"');
}

/**
 * thaw_json_append_double:
 * @out: where to append
 * @number: a finite number
 *
 * Appends the shortest form that reads back as exactly @number. Minus zero is
 * written as zero.
 */
void
thaw_json_append_double (GString *out,
                         double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (out != NULL);
  g_return_if_fail (isfinite (number));

  if (fabs (number) < MAX_WHOLE && number == trunc (number))
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) number);
      return;
    }

  for (int n_digits = 1; n_digits <= MAX_DIGITS; n_digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", n_digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }

  g_string_append (out, text);
}

void
thaw_json_append_int64 (GString *out,
                        gint64   number)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

void
thaw_json_append_boolean (GString  *out,
                          gboolean  value)
{
  g_string_append (out, value ? "true" : "false");
}

/**
 * thaw_json_append_key:
 * @key: the name of a member that is not the first one; nothing in it wants to be escaped
 */
void
thaw_json_append_key (GString    *out,
                      const char *key)
{
  g_string_append_printf (out, ",\"%s\":", key);
}

/**
 * thaw_json_append_string_or_null:
 * @text: (nullable): a text
 */
void
thaw_json_append_string_or_null (GString    *out,
                                 const char *text)
{
  if (text != NULL)
    thaw_json_append_string (out, text);
  else
    g_string_append (out, "null");
}

/**
 * thaw_json_append_int_or_null:
 * @number: a number
 * @none: what @number is if nothing was said
 */
void
thaw_json_append_int_or_null (GString *out,
                              int      number,
                              int      none)
{
  if (number != none)
    g_string_append_printf (out, "%d", number);
  else
    g_string_append (out, "null");
}

/**
 * thaw_json_append_double_or_null:
 * @number: a number, or NAN
 */
void
thaw_json_append_double_or_null (GString *out,
                                 double   number)
{
  if (isnan (number))
    g_string_append (out, "null");
  else
    thaw_json_append_double (out, number);
}
