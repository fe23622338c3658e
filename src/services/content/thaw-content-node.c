/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-content-node"

#include "config.h"
#include "content/thaw-content-node.h"

#include <glib/gi18n-lib.h>

/* Far more than any number in the content needs, and far from what an int can hold. */
#define MAX_DIGITS 6

/**
 * thaw_content_node_new:
 * @rule: what the element has to look like; has to outlive it
 * @parent: (nullable): the element it stands in, which then owns it
 * @file: the name of the file, interned
 * @line: where its start tag ends
 *
 * Returns: (transfer full): an element with nothing in it yet; to be freed if it
 *   has no parent
 */
ThawContentNode *
thaw_content_node_new (const ThawContentRule *rule,
                       ThawContentNode       *parent,
                       const char            *file,
                       int                    line)
{
  ThawContentNode *self = g_new0 (ThawContentNode, 1);

  self->rule = rule;
  self->parent = parent;
  self->file = file;
  self->line = line;
  if (rule->has_text)
    self->text = g_string_new (NULL);
  if (rule->children[0].name != NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_content_node_free);
  if (parent != NULL)
    g_ptr_array_add (parent->children, self);

  return self;
}

void
thaw_content_node_free (ThawContentNode *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < THAW_CONTENT_MAX_PARTS; i++)
    g_free (self->values[i]);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

gboolean
thaw_content_node_is (const ThawContentNode *self,
                      const char            *name)
{
  return g_str_equal (self->rule->name, name);
}

/**
 * thaw_content_node_get_value:
 * @attribute: one of the attributes of the rule
 *
 * Returns: (transfer none) (nullable): its value, or %NULL if it was left out
 */
const char *
thaw_content_node_get_value (const ThawContentNode *self,
                             const char            *attribute)
{
  for (guint i = 0; self->rule->attributes[i].name != NULL; i++)
    {
      if (g_str_equal (self->rule->attributes[i].name, attribute))
        return self->values[i];
    }

  g_return_val_if_reached (NULL);
}

/* As xgettext does it by the rules in thaw-library.its, or no translation would be found: a run of blanks, tabs and
 * line ends is one blank, and there is none at the ends. */
static char *
collapse_space (const char *text)
{
  static const char space[] = " \t\n";
  GString *collapsed = g_string_sized_new (strlen (text));
  const char *p = text + strspn (text, space);

  while (*p != '\0')
    {
      gsize length = strcspn (p, space);

      g_string_append_len (collapsed, p, (gssize) length);
      p += length;
      p += strspn (p, space);
      if (*p != '\0')
        g_string_append_c (collapsed, ' ');
    }

  return g_string_free (collapsed, FALSE);
}

/**
 * thaw_content_node_dup_text:
 * @context: (nullable): the context for translators, %NULL for none
 *
 * Returns: (transfer full): the text in the person's language
 */
char *
thaw_content_node_dup_text (const ThawContentNode *self,
                            const char            *context)
{
  g_autofree char *text = collapse_space (self->text->str);

  if (context != NULL)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, context, text));

  return g_strdup (g_dgettext (GETTEXT_PACKAGE, text));
}

/**
 * thaw_content_node_dup_plain_text:
 *
 * Returns: (transfer full): the text as it was written, not translated
 */
char *
thaw_content_node_dup_plain_text (const ThawContentNode *self)
{
  return collapse_space (self->text->str);
}

/* The one of that name, or %NULL. */
static const ThawContentNode *
find_child (const ThawContentNode *self,
            const char            *name)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (self->children, i);

      if (thaw_content_node_is (child, name))
        return child;
    }

  return NULL;
}

/**
 * thaw_content_node_dup_child_text:
 * @name: an element of which there is one in this one, or none
 * @context: (nullable): the context for translators, %NULL for none
 *
 * Returns: (transfer full) (nullable): its text in the person's language, or %NULL
 *   if it was left out
 */
char *
thaw_content_node_dup_child_text (const ThawContentNode *self,
                                  const char            *name,
                                  const char            *context)
{
  const ThawContentNode *child = find_child (self, name);

  return child != NULL ? thaw_content_node_dup_text (child, context) : NULL;
}

/**
 * thaw_content_node_dup_child_plain_text:
 * @name: an element of which there is one in this one, or none
 *
 * Returns: (transfer full) (nullable): its text, which is not translated, or %NULL if
 *   it was left out
 */
char *
thaw_content_node_dup_child_plain_text (const ThawContentNode *self,
                                        const char            *name)
{
  const ThawContentNode *child = find_child (self, name);

  return child != NULL ? thaw_content_node_dup_plain_text (child) : NULL;
}

/**
 * thaw_content_node_read_yes:
 * @attribute: one that is “yes” or left out
 * @out_yes: (out): whether it is there
 * @error: return location for %THAW_CONTENT_ERROR_INVALID
 *
 * Returns: whether it is one of both
 */
gboolean
thaw_content_node_read_yes (const ThawContentNode  *self,
                            const char             *attribute,
                            gboolean               *out_yes,
                            GError                **error)
{
  const char *value = thaw_content_node_get_value (self, attribute);

  *out_yes = value != NULL;
  if (value == NULL || g_str_equal (value, "yes"))
    return TRUE;

  thaw_content_set_error (error, self->file, self->line, "%s is “yes” or left out, not “%s”", attribute, value);

  return FALSE;
}

/**
 * thaw_content_node_read_number:
 * @attribute: one with a whole number
 * @least: the smallest that it may be, at least 0
 * @most: the largest that it may be
 * @out_number: (out): the number, unchanged if the attribute was left out
 * @error: return location for %THAW_CONTENT_ERROR_INVALID
 *
 * Returns: whether it is such a number, or was left out
 */
gboolean
thaw_content_node_read_number (const ThawContentNode  *self,
                               const char             *attribute,
                               int                     least,
                               int                     most,
                               int                    *out_number,
                               GError                **error)
{
  const char *value = thaw_content_node_get_value (self, attribute);
  int number;

  if (value == NULL)
    return TRUE;

  if (thaw_content_parse_number (value, &number) && number >= least && number <= most)
    {
      *out_number = number;
      return TRUE;
    }

  thaw_content_set_error (error, self->file, self->line, "the %s “%s” is not a number from %d to %d", attribute,
                          value, least, most);

  return FALSE;
}

/**
 * thaw_content_node_read_day:
 * @attribute: one with a day, that is not left out
 * @out_day: (out): the day
 * @error: return location for %THAW_CONTENT_ERROR_INVALID
 *
 * Returns: whether it is a day, as 2026-11-29
 */
gboolean
thaw_content_node_read_day (const ThawContentNode  *self,
                            const char             *attribute,
                            ThawDay                *out_day,
                            GError                **error)
{
  const char *value = thaw_content_node_get_value (self, attribute);

  *out_day = thaw_day_from_iso (value);
  if (*out_day == THAW_DAY_NONE)
    thaw_content_set_error (error, self->file, self->line, "the day “%s” does not exist", value);

  return *out_day != THAW_DAY_NONE;
}

/**
 * thaw_content_parse_number:
 * @text: a text
 * @out_number: (out): the number, undefined if it is none
 *
 * Returns: whether it is a whole number of a few digits, and nothing else
 */
gboolean
thaw_content_parse_number (const char *text,
                           int        *out_number)
{
  gsize length = strlen (text);

  *out_number = 0;
  if (length == 0 || length > MAX_DIGITS)
    return FALSE;

  /* GLib’s reading of numbers trips over errno now and then, if the first of a process is read here. */
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      *out_number = *out_number * 10 + (*p - '0');
    }

  return TRUE;
}

/* Such as "self-doubt" and "body-1". */
static gboolean
is_id (const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    {
      gboolean is_hyphen = *p == '-' && p > id && p[-1] != '-' && p[1] != '\0';

      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && !is_hyphen)
        return FALSE;
    }

  return TRUE;
}

/**
 * thaw_content_node_register:
 * @ids: (element-type utf8): a set of the ids up to now, to which that of this
 *   element is added; as it is interned, the set may outlive the element
 * @error: return location for %THAW_CONTENT_ERROR_INVALID
 *
 * Returns: whether it is an id, and a new one
 */
gboolean
thaw_content_node_register (const ThawContentNode  *self,
                            GHashTable             *ids,
                            GError                **error)
{
  const char *id = thaw_content_node_get_value (self, "id");

  if (!is_id (id))
    {
      thaw_content_set_error (error, self->file, self->line, "“%s” is not an id", id);
      return FALSE;
    }

  if (!g_hash_table_add (ids, (gpointer) g_intern_string (id)))
    {
      thaw_content_set_error (error, self->file, self->line, "there is “%s” already", id);
      return FALSE;
    }

  return TRUE;
}

/**
 * thaw_content_node_read_children:
 * @name: elements in this one, which have an attribute “id”
 * @ids: (element-type utf8): as in thaw_content_node_register()
 * @read: reads one of them
 * @user_data: for @read
 * @things: what was read, in the order in which it stands there; owns it
 * @error: return location for %THAW_CONTENT_ERROR_INVALID
 *
 * Returns: whether all of them have ids, and could be read
 */
gboolean
thaw_content_node_read_children (const ThawContentNode  *self,
                                 const char             *name,
                                 GHashTable             *ids,
                                 ThawContentRead         read,
                                 gpointer                user_data,
                                 GPtrArray              *things,
                                 GError                **error)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (self->children, i);
      gpointer thing;

      if (!thaw_content_node_is (child, name))
        continue;
      if (!thaw_content_node_register (child, ids, error))
        return FALSE;

      thing = read (child, user_data, error);
      if (thing == NULL)
        return FALSE;
      g_ptr_array_add (things, thing);
    }

  return TRUE;
}

/**
 * thaw_content_set_error:
 * @error: return location for %THAW_CONTENT_ERROR_INVALID
 * @file: the name of the file
 * @line: the line, from 1 on
 * @format: what is wrong
 *
 * Sets an error that says where it is.
 */
void
thaw_content_set_error (GError     **error,
                        const char  *file,
                        int          line,
                        const char  *format,
                        ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, THAW_CONTENT_ERROR, THAW_CONTENT_ERROR_INVALID, "%s, line %d: %s", file, line, what);
}
