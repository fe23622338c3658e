/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-rich-text"

#include "config.h"
#include "thaw-rich-text.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (ThawRichText, thaw_rich_text, thaw_rich_text_copy, thaw_rich_text_free)

static ThawLink *
link_new (guint       start,
          guint       end,
          const char *target)
{
  ThawLink *link = g_new0 (ThawLink, 1);

  link->start = start;
  link->end = end;
  link->target = g_strdup (target);

  return link;
}

static void
link_free (gpointer data)
{
  ThawLink *link = data;

  g_free (link->target);
  g_free (link);
}

/**
 * thaw_rich_text_new:
 * @plain: a text, to the letter
 *
 * Returns: (transfer full): the text, without links
 */
ThawRichText *
thaw_rich_text_new (const char *plain)
{
  ThawRichText *self;

  g_return_val_if_fail (plain != NULL, NULL);

  self = g_new0 (ThawRichText, 1);
  self->plain = g_strdup (plain);
  self->links = g_ptr_array_new_with_free_func (link_free);

  return self;
}

/* If a link begins at @written: its last bracket, and where in it the text ends and the target begins. A text or a
 * target that is empty makes no link, for nobody could see or follow it. */
static const char *
find_link_end (const char  *written,
               const char **out_middle)
{
  const char *middle, *end;

  if (*written != '[')
    return NULL;

  middle = strpbrk (written + 1, "[]");
  if (middle == NULL || middle == written + 1 || !g_str_has_prefix (middle, "]("))
    return NULL;

  end = strchr (middle, ')');
  *out_middle = middle;

  return end != NULL && end > middle + 2 ? end : NULL;
}

/**
 * thaw_rich_text_parse:
 * @written: a text with links as `[a body scan](practice:body-scan)`
 *
 * Brackets that are no link stay what they are, so any text is valid.
 *
 * Returns: (transfer full): the text and its links
 */
ThawRichText *
thaw_rich_text_parse (const char *written)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  ThawRichText *self;

  g_return_val_if_fail (written != NULL, NULL);

  self = thaw_rich_text_new ("");
  while (*written != '\0')
    {
      const char *middle = NULL;
      const char *end = find_link_end (written, &middle);

      if (end != NULL)
        {
          g_autofree char *target = g_strndup (middle + 2, end - middle - 2);
          guint start = plain->len;

          g_string_append_len (plain, written + 1, middle - written - 1);
          g_ptr_array_add (self->links, link_new (start, plain->len, target));
          written = end + 1;
        }
      else
        g_string_append_c (plain, *written++);
    }

  g_free (self->plain);
  self->plain = g_string_free (g_steal_pointer (&plain), FALSE);

  return self;
}

ThawRichText *
thaw_rich_text_copy (const ThawRichText *self)
{
  ThawRichText *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = thaw_rich_text_new (self->plain);
  for (guint i = 0; i < self->links->len; i++)
    {
      const ThawLink *link = g_ptr_array_index (self->links, i);

      g_ptr_array_add (copy->links, link_new (link->start, link->end, link->target));
    }

  return copy;
}

void
thaw_rich_text_free (ThawRichText *self)
{
  if (self == NULL)
    return;

  g_free (self->plain);
  g_ptr_array_unref (self->links);
  g_free (self);
}

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       n_bytes)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) n_bytes);

  g_string_append (markup, escaped);
}

/**
 * thaw_rich_text_dup_markup:
 *
 * Returns: (transfer full): the text as Pango markup with `<a href>`, as a label shows it
 */
char *
thaw_rich_text_dup_markup (const ThawRichText *self)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  guint done = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      const ThawLink *link = g_ptr_array_index (self->links, i);
      g_autofree char *target = g_markup_escape_text (link->target, -1);

      append_escaped (markup, self->plain + done, link->start - done);
      g_string_append_printf (markup, "<a href=\"%s\">", target);
      append_escaped (markup, self->plain + link->start, link->end - link->start);
      g_string_append (markup, "</a>");
      done = link->end;
    }
  append_escaped (markup, self->plain + done, strlen (self->plain + done));

  return g_string_free (g_steal_pointer (&markup), FALSE);
}
