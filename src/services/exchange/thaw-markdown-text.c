/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-markdown-text"

#include "config.h"
#include "thaw-markdown-text.h"

#include <string.h>

/* A line of "===" or "---" makes a heading of the line above it. */
static gboolean
is_underline (const char *line,
              gsize       length)
{
  gsize n = 0;

  while (n < length && line[n] == line[0])
    n++;
  while (n < length && (line[n] == ' ' || line[n] == '\t'))
    n++;

  return length > 0 && (line[0] == '=' || line[0] == '-') && n == length;
}

/**
 * thaw_markdown_append_line:
 * @line: (array length=length): a line of the person's, without its end
 * @length: how many bytes it has
 *
 * Escapes what would change the shape of the page.
 */
void
thaw_markdown_append_line (GString    *out,
                           const char *line,
                           gsize       length)
{
  gsize indent = 0;

  while (indent < length && line[indent] == ' ')
    indent++;
  g_string_append_len (out, line, (gssize) indent);
  line += indent;
  length -= indent;

  if (length > 0 && (line[0] == '#' || is_underline (line, length)))
    g_string_append_c (out, '\\');

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == '<' && i + 1 < length && (g_ascii_isalpha (line[i + 1]) || strchr ("/!?", line[i + 1]) != NULL))
        g_string_append_c (out, '\\');
      g_string_append_c (out, line[i]);
    }
}

/**
 * thaw_markdown_append_text:
 * @text: what the person wrote
 *
 * Appends an empty line, and the text with its lines as they are.
 */
void
thaw_markdown_append_text (GString    *out,
                           const char *text)
{
  const char *line = text;

  g_string_append_c (out, '\n');
  while (*line != '\0')
    {
      gsize length = strcspn (line, "\r\n");
      const char *next = line + length;

      if (*next == '\r' && next[1] == '\n')
        next++;
      if (*next != '\0')
        next++;

      thaw_markdown_append_line (out, line, length);
      if (length > 0 && *next != '\0' && *next != '\n' && *next != '\r')
        g_string_append (out, "  ");
      g_string_append_c (out, '\n');
      line = next;
    }
}

/**
 * thaw_markdown_append_heading:
 * @moment: when something was
 * @title: what it is called, or ""
 *
 * Appends an empty line, and the heading of something within a day.
 */
void
thaw_markdown_append_heading (GString          *out,
                              const ThawMoment *moment,
                              const char       *title)
{
  int minutes = thaw_moment_get_ms_of_day (moment) / 60000;

  g_string_append_printf (out, "\n### %02d:%02d", minutes / 60, minutes % 60);
  if (title[0] == '\0')
    {
      g_string_append_c (out, '\n');
      return;
    }

  g_string_append (out, " · ");
  for (const char *line = title; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");

      thaw_markdown_append_line (out, line, length);
      line += length + strspn (line + length, "\r\n");
      g_string_append_c (out, *line != '\0' ? ' ' : '\n');
    }
}
