/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-line-text"

#include "config.h"
#include "support/thaw-line-text.h"

/**
 * thaw_line_text_dup:
 * @editable: where one line is written
 *
 * What was pasted may have had several lines, or what is not seen at all: there are
 * spaces in its place.
 *
 * Returns: (transfer full): the line that is written there, without spaces around it
 */
char *
thaw_line_text_dup (GtkEditable *editable)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *text;

  g_return_val_if_fail (GTK_IS_EDITABLE (editable), NULL);

  text = gtk_editable_get_text (editable);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&line), FALSE));
}
