/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-deeds"

#include "config.h"
#include "thaw-cli-deeds.h"

#include "thaw-activity-store.h"
#include "thaw-cli-journal.h"
#include "thaw-pattern-store.h"

/* All there is to do: what Thaw brings along, and the person's own. */

static void
add (GPtrArray        *deeds,
     const char       *id,
     ThawActivityKind  kind,
     const char       *name)
{
  g_ptr_array_add (deeds, thaw_activity_new (id, kind, name));
}

static void
add_content (GPtrArray         *deeds,
             const ThawContent *content)
{
  GPtrArray *patterns = thaw_practice_catalog_get_patterns (content->practice_catalog);
  GPtrArray *practices = thaw_practice_catalog_get_practices (content->practice_catalog);
  GPtrArray *groups = thaw_practice_catalog_get_groups (content->practice_catalog);

  for (guint i = 0; i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      add (deeds, pattern->id, THAW_ACTIVITY_MINDFULNESS, pattern->name);
    }

  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);

      add (deeds, practice->id, THAW_ACTIVITY_MINDFULNESS, practice->name);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      const ThawActivityGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->activities->len; j++)
        g_ptr_array_add (deeds, thaw_activity_copy (g_ptr_array_index (group->activities, j)));
    }
}

static gboolean
add_own (GPtrArray       *deeds,
         ThawCliJournal  *journal,
         GError         **error)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawActivityStore) activity_store = thaw_activity_store_new (journal->database, clock);
  g_autoptr (ThawPatternStore) pattern_store = thaw_pattern_store_new (journal->database, clock);
  g_autoptr (GPtrArray) activities = thaw_activity_store_list (activity_store, error);
  g_autoptr (GPtrArray) patterns = activities != NULL ? thaw_pattern_store_list (pattern_store, error) : NULL;

  if (patterns == NULL)
    return FALSE;

  for (guint i = 0; i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      add (deeds, pattern->id, THAW_ACTIVITY_MINDFULNESS, pattern->name);
    }
  g_ptr_array_extend_and_steal (deeds, g_steal_pointer (&activities));

  return TRUE;
}

/**
 * thaw_cli_deeds_list:
 * @directory: the folder of the journal, which need not be there yet
 * @error: return location for a #ThawStorageError
 *
 * Returns: (transfer full) (element-type ThawActivity) (nullable): all there is to do:
 *   breathing, guided practices, activities, and the person's own; or %NULL with @error set
 */
GPtrArray *
thaw_cli_deeds_list (const char  *directory,
                     GError     **error)
{
  g_autoptr (GPtrArray) deeds = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ThawCliJournal) journal = thaw_cli_journal_open_to_read (directory, &local_error);

  if (journal != NULL)
    {
      add_content (deeds, journal->content);
      if (!add_own (deeds, journal, error))
        return NULL;
    }
  else if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    {
      g_autoptr (ThawContent) content = thaw_content_load ();

      add_content (deeds, content);
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&deeds);
}

/**
 * thaw_cli_deeds_find:
 * @deeds: (element-type ThawActivity): all there is to do
 * @typed: an id, or a name with any case, as valid UTF-8
 *
 * Returns: (transfer none) (nullable): what is meant
 */
const ThawActivity *
thaw_cli_deeds_find (GPtrArray  *deeds,
                     const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  const ThawActivity *known = thaw_activity_find (deeds, typed);

  if (known != NULL)
    return known;

  for (guint i = 0; i < deeds->len; i++)
    {
      const ThawActivity *deed = g_ptr_array_index (deeds, i);
      g_autofree char *name = g_utf8_casefold (deed->name, -1);

      if (g_str_equal (name, folded))
        return deed;
    }

  return NULL;
}
