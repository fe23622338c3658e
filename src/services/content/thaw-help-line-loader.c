/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-help-line-loader"

#include "config.h"
#include "content/thaw-help-line-loader.h"

#include "content/thaw-content-reader.h"
#include "thaw-slug.h"

#define FILE_NAME "help-lines.xml"

/* The context of a country’s name for translators; thaw-library.its names it, too. */
#define COUNTRY_CONTEXT "country"

static const ThawContentRule rules[] = {
  { .name = "help-lines", .children = { { "country", THAW_CONTENT_SOME }, { "everywhere", THAW_CONTENT_OPTIONAL } } },
  { .name = "country",
    .attributes = { { "code", THAW_CONTENT_ONE }, { "emergency", THAW_CONTENT_OPTIONAL } },
    .children = { { "name", THAW_CONTENT_ONE }, { "line", THAW_CONTENT_SOME } } },
  { .name = "everywhere", .children = { { "line", THAW_CONTENT_SOME } } },
  { .name = "line",
    .attributes = { { "id", THAW_CONTENT_ONE }, { "kind", THAW_CONTENT_ONE }, { "checked", THAW_CONTENT_ONE } },
    .children = { { "name", THAW_CONTENT_ONE },
                  { "about", THAW_CONTENT_OPTIONAL },
                  { "hours", THAW_CONTENT_OPTIONAL },
                  { "way", THAW_CONTENT_SOME },
                  { "source", THAW_CONTENT_ONE } } },
  { .name = "name", .has_text = TRUE },
  { .name = "about", .has_text = TRUE },
  { .name = "hours", .has_text = TRUE },
  { .name = "way",
    .has_text = TRUE,
    .attributes = { { "kind", THAW_CONTENT_ONE }, { "label", THAW_CONTENT_OPTIONAL } } },
  { .name = "source", .has_text = TRUE },
  { .name = NULL },
};

static const char *const kinds[] = {
  [THAW_HELP_CRISIS] = "crisis",
  [THAW_HELP_ADDICTION] = "addiction",
  [THAW_HELP_DIRECTORY] = "directory",
};

/* A number that cannot be dialled would only be noticed by somebody who needs it. */
static gboolean
can_be_opened (const ThawContactWay *way)
{
  g_autofree char *uri = thaw_contact_way_dup_uri (way);

  return thaw_contact_way_is_valid (way) && uri != NULL;
}

static ThawContactWay *
read_way (const ThawContentNode  *node,
          GError                **error)
{
  const char *slug = thaw_content_node_get_value (node, "kind");
  g_autofree char *value = thaw_content_node_dup_plain_text (node);
  g_autoptr (ThawContactWay) way = NULL;
  ThawContactKind kind;

  if (!thaw_contact_kind_from_slug (slug, &kind))
    {
      thaw_content_set_error (error, node->file, node->line, "there is no kind “%s”", slug);
      return NULL;
    }

  way = thaw_contact_way_new (kind, thaw_content_node_get_value (node, "label"), value);
  if (!can_be_opened (way))
    {
      thaw_content_set_error (error, node->file, node->line, "nobody is reached by “%s”", value);
      return NULL;
    }

  return g_steal_pointer (&way);
}

static gpointer
read_line (const ThawContentNode  *node,
           gpointer                user_data,
           GError                **error)
{
  const char *slug = thaw_content_node_get_value (node, "kind");
  g_autofree char *name = thaw_content_node_dup_child_plain_text (node, "name");
  g_autoptr (ThawHelpLine) line = NULL;
  guint kind;

  if (!thaw_slug_find (kinds, G_N_ELEMENTS (kinds), slug, &kind))
    {
      thaw_content_set_error (error, node->file, node->line, "there is no kind “%s”", slug);
      return NULL;
    }

  line = thaw_help_line_new (thaw_content_node_get_value (node, "id"), (ThawHelpKind) kind, name);
  line->about = thaw_content_node_dup_child_text (node, "about", NULL);
  line->hours = thaw_content_node_dup_child_text (node, "hours", NULL);
  line->source = thaw_content_node_dup_child_plain_text (node, "source");
  if (!thaw_content_node_read_day (node, "checked", &line->checked, error))
    return NULL;

  for (guint i = 0; i < node->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (node->children, i);
      ThawContactWay *way;

      if (!thaw_content_node_is (child, "way"))
        continue;

      way = read_way (child, error);
      if (way == NULL)
        return NULL;
      g_ptr_array_add (line->ways, way);
    }

  return g_steal_pointer (&line);
}

/* ISO 3166-1, as "DE". */
static gboolean
is_country_code (const char *code)
{
  return strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]);
}

static gboolean
check_country (const ThawContentNode  *node,
               GHashTable             *codes,
               GError                **error)
{
  const char *code = thaw_content_node_get_value (node, "code");
  const char *emergency = thaw_content_node_get_value (node, "emergency");
  g_autoptr (ThawContactWay) way = NULL;

  if (emergency != NULL)
    way = thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, emergency);

  if (!is_country_code (code))
    thaw_content_set_error (error, node->file, node->line, "“%s” is no code of a country", code);
  else if (!g_hash_table_add (codes, (gpointer) g_intern_string (code)))
    thaw_content_set_error (error, node->file, node->line, "there is “%s” already", code);
  else if (way != NULL && !can_be_opened (way))
    thaw_content_set_error (error, node->file, node->line, "nobody is reached by “%s”", emergency);
  else
    return TRUE;

  return FALSE;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) (*(const ThawHelpLine * const *) a)->kind - (int) (*(const ThawHelpLine * const *) b)->kind;
}

static gboolean
read_lines (const ThawContentNode  *node,
            GHashTable             *ids,
            GPtrArray              *lines,
            GError                **error)
{
  if (!thaw_content_node_read_children (node, "line", ids, read_line, NULL, lines, error))
    return FALSE;

  /* What are of a kind stay in the order of the file. */
  g_ptr_array_sort (lines, compare_kinds);

  return TRUE;
}

static ThawHelpCountry *
read_country (const ThawContentNode  *node,
              GHashTable             *codes,
              GHashTable             *ids,
              GError                **error)
{
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", COUNTRY_CONTEXT);
  g_autoptr (ThawHelpCountry) country = NULL;

  if (!check_country (node, codes, error))
    return NULL;

  country = thaw_help_country_new (thaw_content_node_get_value (node, "code"), name);
  country->emergency = g_strdup (thaw_content_node_get_value (node, "emergency"));

  return read_lines (node, ids, country->lines, error) ? g_steal_pointer (&country) : NULL;
}

/**
 * thaw_help_line_loader_load:
 * @error: return location for a #ThawContentError
 *
 * Loads the lines to call that are part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable): the catalog in the person's language, or %NULL with
 *   an error
 */
ThawHelpCatalog *
thaw_help_line_loader_load (GError **error)
{
  g_autoptr (GBytes) bytes = thaw_content_open_shipped (FILE_NAME, error);

  return bytes != NULL ? thaw_help_line_loader_read (bytes, FILE_NAME, error) : NULL;
}

/**
 * thaw_help_line_loader_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable): the catalog in the person's language, or %NULL with
 *   an error
 */
ThawHelpCatalog *
thaw_help_line_loader_read (GBytes      *bytes,
                            const char  *file,
                            GError     **error)
{
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_help_country_free);
  g_autoptr (GPtrArray) everywhere = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_help_line_free);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ThawContentNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL)
    return NULL;

  for (guint i = 0; i < root->children->len; i++)
    {
      const ThawContentNode *node = g_ptr_array_index (root->children, i);
      ThawHelpCountry *country;

      if (thaw_content_node_is (node, "everywhere"))
        {
          if (!read_lines (node, ids, everywhere, error))
            return NULL;
          continue;
        }

      country = read_country (node, codes, ids, error);
      if (country == NULL)
        return NULL;
      g_ptr_array_add (countries, country);
    }

  return thaw_help_catalog_new (countries, everywhere);
}
