/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-content-reader"

#include "config.h"
#include "content/thaw-content-reader.h"

#include "thaw-content-resources.h"
#include "thaw-library-resources.h"

#define RESOURCE_PREFIX "/io/github/thawapp/Thaw/content/"

/* Reads a file of content and holds it against a schema. What comes out has all that the schema asks for, in its order,
 * and nothing else: who goes through it need not look again. */

typedef struct
{
  const char *file;             /* interned */
  const ThawContentRule *rules; /* the schema */
  ThawContentNode *root;        /* (owned) (nullable) */
  ThawContentNode *current;     /* (unowned) (nullable): the innermost element that is open */
} Reader;

/* The line of the tag that was just read. GMarkup counts a line end when it gets to it, not when it is past it, and
 * behind a tag it is one step on already. */
static int
get_line (GMarkupParseContext *context)
{
  int line, column;

  g_markup_parse_context_get_position (context, &line, &column);

  return column == 1 ? line - 1 : line;
}

static const ThawContentRule *
find_rule (Reader     *self,
           const char *name)
{
  for (const ThawContentRule *rule = self->rules; rule->name != NULL; rule++)
    {
      if (g_str_equal (rule->name, name))
        return rule;
    }

  return NULL;
}

/* Where it stands among the parts, or their number. */
static guint
find_part (const ThawContentPart *parts,
           const char            *name)
{
  guint i = 0;

  while (parts[i].name != NULL && !g_str_equal (parts[i].name, name))
    i++;

  return i;
}

static gboolean
take_attributes (ThawContentNode  *node,
                 const char      **names,
                 const char      **values,
                 GError          **error)
{
  const ThawContentPart *parts = node->rule->attributes;

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint at = find_part (parts, names[i]);

      if (parts[at].name == NULL)
        {
          thaw_content_set_error (error, node->file, node->line, "“%s” is no attribute of “%s”", names[i],
                                  node->rule->name);
          return FALSE;
        }
      if (node->values[at] != NULL || values[i][0] == '\0')
        {
          thaw_content_set_error (error, node->file, node->line, "the attribute “%s” is %s", names[i],
                                  node->values[at] != NULL ? "there twice" : "empty");
          return FALSE;
        }
      node->values[at] = g_strdup (values[i]);
    }

  for (guint i = 0; parts[i].name != NULL; i++)
    {
      if (node->values[i] == NULL && parts[i].count == THAW_CONTENT_ONE)
        {
          thaw_content_set_error (error, node->file, node->line, "“%s” has no attribute “%s”", node->rule->name,
                                  parts[i].name);
          return FALSE;
        }
    }

  return TRUE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **attribute_names,
                  const char          **attribute_values,
                  gpointer              user_data,
                  GError              **error)
{
  Reader *self = user_data;
  const ThawContentRule *rule = find_rule (self, element);
  int line = get_line (context);
  ThawContentNode *node;

  if (rule == NULL)
    {
      thaw_content_set_error (error, self->file, line, "there is no element “%s”", element);
      return;
    }

  if (self->current == NULL ? rule != self->rules
                            : self->current->rule->children[find_part (self->current->rule->children, element)].name
                                == NULL)
    {
      thaw_content_set_error (error, self->file, line, "“%s” does not belong into %s%s%s", element,
                              self->current != NULL ? "“" : "the file itself",
                              self->current != NULL ? self->current->rule->name : "",
                              self->current != NULL ? "”" : "");
      return;
    }

  node = thaw_content_node_new (rule, self->current, self->file, line);
  if (self->current == NULL)
    self->root = node;
  self->current = node;
  take_attributes (node, attribute_names, attribute_values, error);
}

/* From the part at @from on up to that at @to: the first that has to be there. */
static const char *
find_missing (const ThawContentPart *parts,
              guint                  from,
              guint                  to)
{
  for (guint i = from; i < to; i++)
    {
      if (parts[i].count != THAW_CONTENT_OPTIONAL && parts[i].count != THAW_CONTENT_ANY)
        return parts[i].name;
    }

  return NULL;
}

/* The parts that may stand in the place of that at @at: itself, or those that it is mixed with. */
static void
find_place (const ThawContentPart *parts,
            guint                  at,
            guint                 *out_start,
            guint                 *out_end)
{
  *out_start = at;
  *out_end = at + 1;
  if (parts[at].count != THAW_CONTENT_MIXED)
    return;

  while (*out_start > 0 && parts[*out_start - 1].count == THAW_CONTENT_MIXED)
    (*out_start)--;
  while (parts[*out_end].name != NULL && parts[*out_end].count == THAW_CONTENT_MIXED)
    (*out_end)++;
}

static gboolean
check_children (ThawContentNode  *self,
                GError          **error)
{
  const ThawContentPart *parts = self->rule->children;
  guint n_children = self->children != NULL ? self->children->len : 0;
  guint next = 0; /* the first part that was not met yet */
  const char *missing;

  for (guint i = 0; i < n_children; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (self->children, i);
      guint at = find_part (parts, child->rule->name);
      guint start, end;

      find_place (parts, at, &start, &end);
      missing = find_missing (parts, next, start);
      if (missing != NULL)
        thaw_content_set_error (error, child->file, child->line, "“%s” has to stand before “%s”", missing,
                                child->rule->name);
      else if (end < next)
        thaw_content_set_error (error, child->file, child->line, "“%s” stands too late", child->rule->name);
      else if (end == next && (parts[at].count == THAW_CONTENT_ONE || parts[at].count == THAW_CONTENT_OPTIONAL))
        thaw_content_set_error (error, child->file, child->line, "there is a second “%s”", child->rule->name);
      else
        {
          next = end;
          continue;
        }
      return FALSE;
    }

  missing = find_missing (parts, next, find_part (parts, ""));
  if (missing != NULL)
    thaw_content_set_error (error, self->file, self->line, "“%s” has no “%s”", self->rule->name, missing);

  return missing == NULL;
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        return FALSE;
    }

  return TRUE;
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  Reader *self = user_data;
  ThawContentNode *node = self->current;

  if (node->text != NULL && is_blank (node->text->str, node->text->len))
    thaw_content_set_error (error, node->file, node->line, "“%s” is empty", element);
  else
    check_children (node, error);

  self->current = node->parent;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *content,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reader *self = user_data;
  int line = get_line (context);

  /* Blanks around the root */
  if (self->current == NULL)
    return;

  if (self->current->text != NULL)
    {
      g_string_append_len (self->current->text, content, (gssize) length);
      return;
    }

  if (is_blank (content, length))
    return;

  /* The reader is at the end of the text by now. */
  for (gsize i = length; !is_blank (content, i); i--)
    line -= content[i - 1] == '\n';
  thaw_content_set_error (error, self->file, line, "“%s” has a text", self->current->rule->name);
}

/* Comments and the like. xgettext does not see through those in a text as we would. */
static void
passthrough_cb (GMarkupParseContext  *context,
                const char           *content,
                gsize                 length,
                gpointer              user_data,
                GError              **error)
{
  Reader *self = user_data;

  if (self->current != NULL && self->current->text != NULL)
    thaw_content_set_error (error, self->file, get_line (context), "“%s” has more than text in it",
                            self->current->rule->name);
}

/**
 * thaw_content_file_new:
 * @name: what it is called
 * @bytes: what is in it
 *
 * Returns: (transfer full): a file of content
 */
ThawContentFile *
thaw_content_file_new (const char *name,
                       GBytes     *bytes)
{
  ThawContentFile *self = g_new (ThawContentFile, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);

  return self;
}

void
thaw_content_file_free (ThawContentFile *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * thaw_content_open_shipped:
 * @file: its name, as `vocabulary.xml`
 * @error: return location for %THAW_CONTENT_ERROR_MISSING
 *
 * Returns: (transfer full) (nullable): a file of content that is part of the
 *   program, or %NULL with an error
 */
GBytes *
thaw_content_open_shipped (const char  *file,
                           GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, file, NULL);
  GBytes *bytes;

  /* Asking for them registers them. They are then looked up among all resources, so that G_RESOURCE_OVERLAYS counts. */
  thaw_content_get_resource ();
  thaw_library_get_resource ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    g_set_error (error, THAW_CONTENT_ERROR, THAW_CONTENT_ERROR_MISSING, "%s is not there", file);

  return bytes;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * thaw_content_list_shipped:
 * @folder: what it is called, as `articles`
 * @error: return location for %THAW_CONTENT_ERROR_MISSING
 *
 * Returns: (transfer full) (nullable) (element-type ThawContentFile): the files in a folder
 *   of the library that is part of the program, by name, or %NULL with an error
 */
GPtrArray *
thaw_content_list_shipped (const char  *folder,
                           GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, folder, "/", NULL);
  g_auto (GStrv) names = g_resource_enumerate_children (thaw_library_get_resource (), path,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_content_file_free);

  if (names == NULL)
    {
      g_set_error (error, THAW_CONTENT_ERROR, THAW_CONTENT_ERROR_MISSING, "%s is not there", folder);
      return NULL;
    }

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (folder, "/", names[i], NULL);
      g_autoptr (GBytes) bytes = thaw_content_open_shipped (name, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (files, thaw_content_file_new (name, bytes));
    }

  return g_steal_pointer (&files);
}

/**
 * thaw_content_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @rules: (array zero-terminated=1): the schema
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable): the root, with all that the schema asks
 *   for and nothing else in it, or %NULL with an error
 */
ThawContentNode *
thaw_content_read (GBytes                 *bytes,
                   const char             *file,
                   const ThawContentRule  *rules,
                   GError                **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .text = text_cb,
    .passthrough = passthrough_cb,
  };
  Reader reader = { .file = g_intern_string (file), .rules = rules };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);
  int line;

  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  if (g_markup_parse_context_parse (context, content, (gssize) length, &local_error) &&
      g_markup_parse_context_end_parse (context, &local_error))
    return reader.root;

  g_clear_pointer (&reader.root, thaw_content_node_free);
  if (local_error->domain == THAW_CONTENT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_markup_parse_context_get_position (context, &line, NULL);
  g_set_error (error, THAW_CONTENT_ERROR, THAW_CONTENT_ERROR_MALFORMED, "%s, line %d: %s", file, line,
               local_error->message);

  return NULL;
}
