/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-prompt-loader"

#include "config.h"
#include "content/thaw-prompt-loader.h"

#include "content/thaw-content-reader.h"

#define FILE_NAME "prompts.xml"

static const ThawContentRule rules[] = {
  { .name = "prompts", .children = { { "theme", THAW_CONTENT_SOME } } },
  { .name = "theme",
    .attributes = { { "id", THAW_CONTENT_ONE } },
    .children = { { "name", THAW_CONTENT_ONE }, { "prompt", THAW_CONTENT_SOME } } },
  { .name = "prompt", .has_text = TRUE, .attributes = { { "id", THAW_CONTENT_ONE } } },
  { .name = "name", .has_text = TRUE },
  { .name = NULL },
};

/* @user_data is the theme. */
static gpointer
read_prompt (const ThawContentNode  *node,
             gpointer                user_data,
             GError                **error)
{
  const ThawPromptTheme *theme = user_data;
  g_autofree char *text = thaw_content_node_dup_text (node, NULL);

  return thaw_prompt_new (thaw_content_node_get_value (node, "id"), theme->slug, text);
}

/* @user_data are the ids of prompts up to now. */
static gpointer
read_theme (const ThawContentNode  *node,
            gpointer                user_data,
            GError                **error)
{
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", NULL);
  g_autoptr (ThawPromptTheme) theme = thaw_prompt_theme_new (thaw_content_node_get_value (node, "id"), name);

  if (!thaw_content_node_read_children (node, "prompt", user_data, read_prompt, theme, theme->prompts, error))
    return NULL;

  return g_steal_pointer (&theme);
}

/**
 * thaw_prompt_loader_load:
 * @error: return location for a #ThawContentError
 *
 * Loads the catalog of questions that is part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable): the catalog in the person's language, or
 *   %NULL with an error
 */
ThawPromptCatalog *
thaw_prompt_loader_load (GError **error)
{
  g_autoptr (GBytes) bytes = thaw_content_open_shipped (FILE_NAME, error);

  return bytes != NULL ? thaw_prompt_loader_read (bytes, FILE_NAME, error) : NULL;
}

/**
 * thaw_prompt_loader_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable): the catalog in the person's language, or
 *   %NULL with an error
 */
ThawPromptCatalog *
thaw_prompt_loader_read (GBytes      *bytes,
                         const char  *file,
                         GError     **error)
{
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_prompt_theme_free);
  g_autoptr (GHashTable) theme_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) prompt_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ThawContentNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL ||
      !thaw_content_node_read_children (root, "theme", theme_ids, read_theme, prompt_ids, themes, error))
    return NULL;

  return thaw_prompt_catalog_new (themes);
}
