/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-coping-loader"

#include "config.h"
#include "content/thaw-coping-loader.h"

#include "content/thaw-content-reader.h"

#define FILE_NAME "coping.xml"

static const ThawContentRule rules[] = {
  { .name = "coping", .children = { { "group", THAW_CONTENT_SOME } } },
  { .name = "group",
    .attributes = { { "id", THAW_CONTENT_ONE } },
    .children = { { "name", THAW_CONTENT_ONE }, { "activity", THAW_CONTENT_SOME } } },
  { .name = "activity",
    .attributes = { { "id", THAW_CONTENT_ONE } },
    .children = { { "name", THAW_CONTENT_ONE } } },
  { .name = "name", .has_text = TRUE },
  { .name = NULL },
};

static gpointer
read_activity (const ThawContentNode  *node,
               gpointer                user_data,
               GError                **error)
{
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", NULL);

  return thaw_coping_activity_new (thaw_content_node_get_value (node, "id"), name);
}

/* @user_data are the ids of activities up to now. */
static gpointer
read_group (const ThawContentNode  *node,
            gpointer                user_data,
            GError                **error)
{
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", NULL);
  g_autoptr (ThawCopingGroup) group = thaw_coping_group_new (thaw_content_node_get_value (node, "id"), name);

  if (!thaw_content_node_read_children (node, "activity", user_data, read_activity, NULL, group->activities, error))
    return NULL;

  return g_steal_pointer (&group);
}

/**
 * thaw_coping_loader_load:
 * @error: return location for a #ThawContentError
 *
 * Loads the catalog of what people do that is part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable): the catalog in the person's language, or
 *   %NULL with an error
 */
ThawCopingCatalog *
thaw_coping_loader_load (GError **error)
{
  g_autoptr (GBytes) bytes = thaw_content_open_shipped (FILE_NAME, error);

  return bytes != NULL ? thaw_coping_loader_read (bytes, FILE_NAME, error) : NULL;
}

/**
 * thaw_coping_loader_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable): the catalog in the person's language, or
 *   %NULL with an error
 */
ThawCopingCatalog *
thaw_coping_loader_read (GBytes      *bytes,
                         const char  *file,
                         GError     **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_coping_group_free);
  g_autoptr (GHashTable) group_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) activity_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ThawContentNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL ||
      !thaw_content_node_read_children (root, "group", group_ids, read_group, activity_ids, groups, error))
    return NULL;

  return thaw_coping_catalog_new (groups);
}
