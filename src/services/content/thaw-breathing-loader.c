/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-breathing-loader"

#include "config.h"
#include "content/thaw-breathing-loader.h"

#include "content/thaw-content-reader.h"

#define FILE_NAME "breathing.xml"

/* The context of a pattern’s name for translators; thaw-library.its names it, too. */
#define NAME_CONTEXT "breathing pattern"

static const ThawContentRule rules[] = {
  { .name = "breathing", .children = { { "pattern", THAW_CONTENT_SOME } } },
  { .name = "pattern",
    .attributes = { { "id", THAW_CONTENT_ONE },
                    { "breaths", THAW_CONTENT_ONE },
                    { "first-limit", THAW_CONTENT_OPTIONAL } },
    .children = { { "name", THAW_CONTENT_ONE },
                  { "summary", THAW_CONTENT_ONE },
                  { "why", THAW_CONTENT_ONE },
                  { "source", THAW_CONTENT_OPTIONAL },
                  { "phase", THAW_CONTENT_SOME } } },
  { .name = "name", .has_text = TRUE },
  { .name = "summary", .has_text = TRUE },
  { .name = "why", .has_text = TRUE },
  { .name = "source", .has_text = TRUE },
  { .name = "phase", .attributes = { { "id", THAW_CONTENT_ONE }, { "seconds", THAW_CONTENT_ONE } } },
  { .name = NULL },
};

/* Seconds with at most one digit behind the point, as "5" and "5.5". */
static gboolean
parse_tenths (const char *text,
              int        *out_tenths)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);
  int tenths = 0;

  if (!thaw_content_parse_number (parts[0], out_tenths))
    return FALSE;
  if (parts[1] != NULL && (strlen (parts[1]) != 1 || !thaw_content_parse_number (parts[1], &tenths)))
    return FALSE;

  *out_tenths = *out_tenths * 10 + tenths;

  return TRUE;
}

/* @next is the first phase that may still come. */
static gboolean
read_phase (const ThawContentNode  *node,
            ThawBreathPattern      *pattern,
            ThawBreathPhase        *next,
            GError                **error)
{
  const char *slug = thaw_content_node_get_value (node, "id");
  const char *seconds = thaw_content_node_get_value (node, "seconds");
  ThawBreathPhase phase;
  int tenths;

  if (!thaw_breath_phase_from_slug (slug, &phase))
    thaw_content_set_error (error, node->file, node->line, "there is no phase “%s”", slug);
  else if (phase < *next)
    thaw_content_set_error (error, node->file, node->line, "“%s” stands too late, or twice", slug);
  else if (!parse_tenths (seconds, &tenths))
    thaw_content_set_error (error, node->file, node->line, "“%s” are no seconds, or more exact than tenths", seconds);
  else if (tenths == 0 || !thaw_breath_phase_is_valid (phase, tenths))
    thaw_content_set_error (error, node->file, node->line, "“%s” cannot take %s seconds", slug, seconds);
  else
    {
      pattern->tenths[phase] = tenths;
      *next = phase + 1;
      return TRUE;
    }

  return FALSE;
}

static gpointer
read_pattern (const ThawContentNode  *node,
              gpointer                user_data,
              GError                **error)
{
  g_autofree char *name = thaw_content_node_dup_child_text (node, "name", NAME_CONTEXT);
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (thaw_content_node_get_value (node, "id"), name);
  ThawBreathPhase next = 0;

  memset (pattern->tenths, 0, sizeof pattern->tenths);
  pattern->summary = thaw_content_node_dup_child_text (node, "summary", NULL);
  pattern->why = thaw_content_node_dup_child_text (node, "why", NULL);
  pattern->source = thaw_content_node_dup_child_plain_text (node, "source");

  if (!thaw_content_node_read_number (node, "first-limit", 1, THAW_BREATH_MAX_BREATHS, &pattern->first_limit, error) ||
      !thaw_content_node_read_number (node, "breaths", 1,
                                      pattern->first_limit > 0 ? pattern->first_limit : THAW_BREATH_MAX_BREATHS,
                                      &pattern->breaths, error))
    return NULL;

  for (guint i = 0; i < node->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (node->children, i);

      if (thaw_content_node_is (child, "phase") && !read_phase (child, pattern, &next, error))
        return NULL;
    }

  if (!thaw_breath_pattern_is_valid (pattern))
    {
      thaw_content_set_error (error, node->file, node->line, "“%s” lacks the breath in or out", pattern->id);
      return NULL;
    }

  return g_steal_pointer (&pattern);
}

/**
 * thaw_breathing_loader_load:
 * @ids: (element-type utf8): the ids of things to do up to now, to which those of the
 *   patterns are added
 * @error: return location for a #ThawContentError
 *
 * Loads the ways of breathing that are part of the program. From any thread.
 *
 * Returns: (transfer full) (nullable) (element-type ThawBreathPattern): the patterns in the
 *   person's language, or %NULL with an error
 */
GPtrArray *
thaw_breathing_loader_load (GHashTable  *ids,
                            GError     **error)
{
  g_autoptr (GBytes) bytes = thaw_content_open_shipped (FILE_NAME, error);

  return bytes != NULL ? thaw_breathing_loader_read (bytes, FILE_NAME, ids, error) : NULL;
}

/**
 * thaw_breathing_loader_read:
 * @bytes: what is in the file
 * @file: its name, for errors
 * @ids: (element-type utf8): as in thaw_breathing_loader_load()
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable) (element-type ThawBreathPattern): the patterns in the
 *   person's language, or %NULL with an error
 */
GPtrArray *
thaw_breathing_loader_read (GBytes      *bytes,
                            const char  *file,
                            GHashTable  *ids,
                            GError     **error)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_breath_pattern_free);
  g_autoptr (ThawContentNode) root = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL && ids != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL ||
      !thaw_content_node_read_children (root, "pattern", ids, read_pattern, NULL, patterns, error))
    return NULL;

  return g_steal_pointer (&patterns);
}
