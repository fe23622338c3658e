/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-activity-loader"

#include "config.h"
#include "content/thaw-activity-loader.h"

#include "content/thaw-content-reader.h"

#define FILE_NAME "activities.xml"

/* The contexts of the names for translators; thaw-library.its names them, too. */
#define GROUP_CONTEXT "activity group"
#define NAME_CONTEXT  "activity"

static const ThawContentRule rules[] = {
  { .name = "activities", .children = { { "group", THAW_CONTENT_SOME } } },
  { .name = "group",
    .attributes = { { "id", THAW_CONTENT_ONE }, { "kind", THAW_CONTENT_ONE } },
    .children = { { "name", THAW_CONTENT_ONE },
                  { "why", THAW_CONTENT_ONE },
                  { "source", THAW_CONTENT_OPTIONAL },
                  { "activity", THAW_CONTENT_SOME } } },
  { .name = "activity",
    .attributes = { { "id", THAW_CONTENT_ONE }, { "minutes", THAW_CONTENT_OPTIONAL } },
    .children = { { "name", THAW_CONTENT_ONE },
                  { "why", THAW_CONTENT_ONE },
                  { "source", THAW_CONTENT_OPTIONAL },
                  { "begin", THAW_CONTENT_ONE } } },
  { .name = "name", .has_text = TRUE },
  { .name = "why", .has_text = TRUE },
  { .name = "source", .has_text = TRUE },
  { .name = "begin", .has_text = TRUE },
  { .name = NULL },
};

/* @user_data is the kind of the group. */
static gpointer
read_activity (const ThawContentNode  *node,
               gpointer                user_data,
               GError                **error)
{
  const ThawActivityKind *kind = user_data;
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", NAME_CONTEXT);
  g_autoptr (ThawActivity) activity = thaw_activity_new (thaw_content_node_get_value (node, "id"), *kind, name);

  activity->why = thaw_content_node_dup_child_text (node, "why", NULL);
  activity->source = thaw_content_node_dup_child_plain_text (node, "source");
  activity->begin = thaw_content_node_dup_child_text (node, "begin", NULL);
  if (!thaw_content_node_read_number (node, "minutes", 1, THAW_ACTIVITY_MAX_MINUTES, &activity->minutes, error))
    return NULL;

  return g_steal_pointer (&activity);
}

/* @user_data are the ids of things to do up to now. */
static gpointer
read_group (const ThawContentNode  *node,
            gpointer                user_data,
            GError                **error)
{
  const char *slug = thaw_content_node_get_value (node, "kind");
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", GROUP_CONTEXT);
  g_autoptr (ThawActivityGroup) group = NULL;
  ThawActivityKind kind;

  if (!thaw_activity_kind_from_slug (slug, &kind))
    {
      thaw_content_set_error (error, node->file, node->line, "there is no kind “%s”", slug);
      return NULL;
    }

  group = thaw_activity_group_new (thaw_content_node_get_value (node, "id"), name);
  group->why = thaw_content_node_dup_child_text (node, "why", NULL);
  group->source = thaw_content_node_dup_child_plain_text (node, "source");

  if (!thaw_content_node_read_children (node, "activity", user_data, read_activity, &kind, group->activities, error))
    return NULL;

  return g_steal_pointer (&group);
}

/**
 * thaw_activity_loader_load:
 * @ids: (element-type utf8): the ids of things to do up to now, to which those of the
 *   activities are added
 * @error: return location for a #ThawContentError
 *
 * Loads the activities that are part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable) (element-type ThawActivityGroup): them in their
 *   groups and in the person's language, or %NULL with an error
 */
GPtrArray *
thaw_activity_loader_load (GHashTable  *ids,
                           GError     **error)
{
  g_autoptr (GBytes) bytes = thaw_content_open_shipped (FILE_NAME, error);

  return bytes != NULL ? thaw_activity_loader_read (bytes, FILE_NAME, ids, error) : NULL;
}

/**
 * thaw_activity_loader_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @ids: (element-type utf8): as in thaw_activity_loader_load()
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable) (element-type ThawActivityGroup): the activities in
 *   their groups and in the person's language, or %NULL with an error
 */
GPtrArray *
thaw_activity_loader_read (GBytes      *bytes,
                           const char  *file,
                           GHashTable  *ids,
                           GError     **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_group_free);
  g_autoptr (GHashTable) group_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ThawContentNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL && ids != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL ||
      !thaw_content_node_read_children (root, "group", group_ids, read_group, ids, groups, error))
    return NULL;

  return g_steal_pointer (&groups);
}
