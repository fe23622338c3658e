/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-loader"

#include "config.h"
#include "content/thaw-practice-loader.h"

#include "content/thaw-content-reader.h"

#define FILE_NAME "practices.xml"

/* The contexts of the names for translators; thaw-library.its names them, too. */
#define NAME_CONTEXT "practice"
#define PART_CONTEXT "practice part"

/* The longest version of a practice, and the longest pause in its shortest one. */
#define MAX_MINUTES    60
#define MAX_PAUSE_SECS 120

static const ThawContentRule rules[] = {
  { .name = "practices", .children = { { "practice", THAW_CONTENT_SOME } } },
  { .name = "practice",
    .attributes = { { "id", THAW_CONTENT_ONE },
                    { "minutes", THAW_CONTENT_ONE },
                    { "open", THAW_CONTENT_OPTIONAL } },
    .children = { { "name", THAW_CONTENT_ONE },
                  { "summary", THAW_CONTENT_ONE },
                  { "why", THAW_CONTENT_ONE },
                  { "source", THAW_CONTENT_OPTIONAL },
                  { "option", THAW_CONTENT_OPTIONAL },
                  { "part", THAW_CONTENT_SOME } } },
  { .name = "part",
    .attributes = { { "optional", THAW_CONTENT_OPTIONAL } },
    .children = { { "name", THAW_CONTENT_OPTIONAL }, { "line", THAW_CONTENT_SOME } } },
  { .name = "name", .has_text = TRUE },
  { .name = "summary", .has_text = TRUE },
  { .name = "why", .has_text = TRUE },
  { .name = "source", .has_text = TRUE },
  { .name = "option", .has_text = TRUE },
  { .name = "line",
    .has_text = TRUE,
    .attributes = { { "pause", THAW_CONTENT_ONE }, { "from", THAW_CONTENT_OPTIONAL } } },
  { .name = NULL },
};

/* Such as "5 10 20". */
static gboolean
read_minutes (const ThawContentNode  *node,
              GArray                 *minutes,
              GError                **error)
{
  const char *value = thaw_content_node_get_value (node, "minutes");
  g_auto (GStrv) numbers = g_strsplit (value, " ", -1);
  int before = 0;

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      int number;

      if (!thaw_content_parse_number (numbers[i], &number) || number <= before || number > MAX_MINUTES)
        {
          thaw_content_set_error (error, node->file, node->line,
                                  "the minutes “%s” are not numbers from 1 to %d, smallest first", value, MAX_MINUTES);
          return FALSE;
        }
      g_array_append_val (minutes, number);
      before = number;
    }

  return TRUE;
}

/* A line may begin in any version but the shortest, which has it anyway if nothing is said. */
static gboolean
is_later_version (const ThawPractice *practice,
                  int                 minutes)
{
  for (guint i = 1; i < practice->minutes->len; i++)
    {
      if (g_array_index (practice->minutes, int, i) == minutes)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_line (const ThawContentNode  *node,
           const ThawPractice     *practice,
           ThawPracticePart       *part,
           GError                **error)
{
  const char *from = thaw_content_node_get_value (node, "from");
  g_autofree char *text = NULL;
  int pause_secs = 0;
  int from_minutes = 0;

  if (!thaw_content_node_read_number (node, "pause", 1, MAX_PAUSE_SECS, &pause_secs, error) ||
      !thaw_content_node_read_number (node, "from", 1, MAX_MINUTES, &from_minutes, error))
    return FALSE;
  if (from != NULL && (practice->is_open || !is_later_version (practice, from_minutes)))
    {
      thaw_content_set_error (error, node->file, node->line, "no longer version of “%s” takes %s minutes", practice->id,
                              from);
      return FALSE;
    }

  text = thaw_content_node_dup_text (node, NULL);
  g_ptr_array_add (part->lines, thaw_practice_line_new (text, pause_secs, from_minutes));

  return TRUE;
}

static gboolean
read_part (const ThawContentNode  *node,
           ThawPractice           *practice,
           GError                **error)
{
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", PART_CONTEXT);
  ThawPracticePart *part;
  gboolean is_optional;

  if (!thaw_content_node_read_yes (node, "optional", &is_optional, error))
    return FALSE;
  if (is_optional && practice->option == NULL)
    {
      thaw_content_set_error (error, node->file, node->line, "“%s” has no “option” for its optional part",
                              practice->id);
      return FALSE;
    }

  part = thaw_practice_part_new (name, is_optional);
  g_ptr_array_add (practice->parts, part);

  for (guint i = 0; i < node->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (node->children, i);

      if (thaw_content_node_is (child, "line") && !read_line (child, practice, part, error))
        return FALSE;
    }

  return TRUE;
}

/* The invitation that each practice begins with is for everybody. */
static gboolean
is_beginning_for_all (const ThawPractice *practice)
{
  const ThawPracticePart *part = g_ptr_array_index (practice->parts, 0);
  const ThawPracticeLine *line = g_ptr_array_index (part->lines, 0);

  return !part->is_optional && line->from_minutes == 0;
}

static gboolean
has_optional_part (const ThawPractice *practice)
{
  for (guint i = 0; i < practice->parts->len; i++)
    {
      if (((ThawPracticePart *) g_ptr_array_index (practice->parts, i))->is_optional)
        return TRUE;
    }

  return FALSE;
}

static gpointer
read_practice (const ThawContentNode  *node,
               gpointer                user_data,
               GError                **error)
{
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", NAME_CONTEXT);
  g_autofree char *summary = thaw_content_node_dup_child_text (node, "summary", NULL);
  g_autoptr (ThawPractice) practice = thaw_practice_new (thaw_content_node_get_value (node, "id"), name, summary);

  practice->why = thaw_content_node_dup_child_text (node, "why", NULL);
  practice->source = thaw_content_node_dup_child_plain_text (node, "source");
  practice->option = thaw_content_node_dup_child_text (node, "option", NULL);
  if (!read_minutes (node, practice->minutes, error) ||
      !thaw_content_node_read_yes (node, "open", &practice->is_open, error))
    return NULL;

  for (guint i = 0; i < node->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (node->children, i);

      if (thaw_content_node_is (child, "part") && !read_part (child, practice, error))
        return NULL;
    }

  if (!is_beginning_for_all (practice))
    thaw_content_set_error (error, node->file, node->line, "the first line of “%s” is not in all versions",
                            practice->id);
  else if (practice->option != NULL && !has_optional_part (practice))
    thaw_content_set_error (error, node->file, node->line, "“%s” has no optional part for its “option”", practice->id);
  else
    return g_steal_pointer (&practice);

  return NULL;
}

/**
 * thaw_practice_loader_load:
 * @ids: (element-type utf8): the ids of things to do up to now, to which those of the
 *   practices are added
 * @error: return location for a #ThawContentError
 *
 * Loads the guided practices that are part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable) (element-type ThawPractice): the practices in the
 *   person's language, or %NULL with an error
 */
GPtrArray *
thaw_practice_loader_load (GHashTable  *ids,
                           GError     **error)
{
  g_autoptr (GBytes) bytes = thaw_content_open_shipped (FILE_NAME, error);

  return bytes != NULL ? thaw_practice_loader_read (bytes, FILE_NAME, ids, error) : NULL;
}

/**
 * thaw_practice_loader_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @ids: (element-type utf8): as in thaw_practice_loader_load()
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable) (element-type ThawPractice): the practices in the
 *   person's language, or %NULL with an error
 */
GPtrArray *
thaw_practice_loader_read (GBytes      *bytes,
                           const char  *file,
                           GHashTable  *ids,
                           GError     **error)
{
  g_autoptr (GPtrArray) practices = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_practice_free);
  g_autoptr (ThawContentNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL && ids != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL ||
      !thaw_content_node_read_children (root, "practice", ids, read_practice, NULL, practices, error))
    return NULL;

  return g_steal_pointer (&practices);
}
