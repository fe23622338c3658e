/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-html-text"

#include "config.h"
#include "thaw-html-text.h"

#include <string.h>

/* Elements that mood diaries write. Anything else in angle brackets, such as “<3”, is the person's own text. */
static const char *const known_elements[] = {
  "a", "b", "blockquote", "br", "del", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
  "li", "ol", "p", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "ul", NULL,
};

static const char *const paragraphs[] = {
  "blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "ul", NULL,
};

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" }, { "apos", "'" }, { "gt", ">" }, { "lt", "<" }, { "nbsp", "\302\240" }, { "quot", "\"" },
};

/* Where in the text we are. A list in a list is numbered like the outer one. */
typedef struct
{
  GString *text;
  guint n_numbered; /* the number of the last item of an ordered list; 0 in a list with bullets */
  gboolean is_ordered;
} Output;

static void
end_line (Output *output)
{
  if (output->text->len > 0 && output->text->str[output->text->len - 1] != '\n')
    g_string_append_c (output->text, '\n');
}

static void
apply_element (Output     *output,
               const char *name,
               gboolean    is_closing)
{
  if (g_str_equal (name, "br"))
    {
      g_string_append_c (output->text, '\n');
    }
  else if (g_str_equal (name, "li"))
    {
      end_line (output);
      if (is_closing)
        return;
      if (output->is_ordered)
        g_string_append_printf (output->text, "%u. ", ++output->n_numbered);
      else
        g_string_append (output->text, "• ");
    }
  else if (g_strv_contains (paragraphs, name))
    {
      end_line (output);
      if (g_str_equal (name, "ol") || g_str_equal (name, "ul"))
        {
          output->is_ordered = name[0] == 'o' && !is_closing;
          output->n_numbered = 0;
        }
    }
}

/* Returns how many bytes were taken, 0 if this is no element. */
static gsize
take_element (const char *html,
              Output     *output)
{
  char name[16];
  const char *p = html + 1;
  gboolean is_closing = *p == '/';
  gsize length = 0;

  if (is_closing)
    p++;
  while (g_ascii_isalnum (p[length]) && length < sizeof name - 1)
    {
      name[length] = g_ascii_tolower (p[length]);
      length++;
    }
  name[length] = '\0';
  p += length;

  if (!g_strv_contains (known_elements, name) || (*p != '>' && *p != '/' && !g_ascii_isspace (*p)))
    return 0;

  p += strcspn (p, "<>");
  if (*p != '>')
    return 0;

  apply_element (output, name, is_closing);

  return (gsize) (p + 1 - html);
}

static gsize
take_entity (const char *html,
             Output     *output)
{
  gsize length = strcspn (html + 1, "; \n&<");
  g_autofree char *name = NULL;

  if (html[1 + length] != ';' || length == 0 || length > 8)
    return 0;

  name = g_strndup (html + 1, length);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (g_str_equal (name, entities[i].name))
        {
          g_string_append (output->text, entities[i].text);
          return length + 2;
        }
    }

  if (name[0] == '#')
    {
      gboolean is_hex = name[1] == 'x' || name[1] == 'X';
      guint64 c;

      if (g_ascii_string_to_unsigned (name + (is_hex ? 2 : 1), is_hex ? 16 : 10, 1, 0x10ffff, &c, NULL) &&
          g_unichar_validate ((gunichar) c))
        {
          g_string_append_unichar (output->text, (gunichar) c);
          return length + 2;
        }
    }

  return 0;
}

/**
 * thaw_html_to_text:
 * @html: valid UTF-8, with or without HTML in it
 *
 * Makes plain text of the simple HTML that mood diaries keep their notes in:
 * line breaks, paragraphs and lists become lines, emphasis goes, entities become
 * characters. What is no HTML stays as it is.
 *
 * Returns: (transfer full): the text, with no white space at the end
 */
char *
thaw_html_to_text (const char *html)
{
  g_autoptr (GString) text = NULL;
  Output output = { 0 };

  g_return_val_if_fail (html != NULL, NULL);

  text = g_string_sized_new (strlen (html));
  output.text = text;
  while (*html != '\0')
    {
      gsize n_plain = strcspn (html, "<&");
      gsize n_taken = 0;

      g_string_append_len (text, html, (gssize) n_plain);
      html += n_plain;
      if (*html == '<')
        n_taken = take_element (html, &output);
      else if (*html == '&')
        n_taken = take_entity (html, &output);

      if (n_taken == 0 && *html != '\0')
        {
          g_string_append_c (text, *html);
          n_taken = 1;
        }
      html += n_taken;
    }

  return g_strdup (g_strchomp (text->str));
}
