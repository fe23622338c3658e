/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-visit-notes"

#include "config.h"
#include "thaw-visit-notes.h"

#include "thaw-date-words.h"
#include "thaw-entry-summary.h"
#include "thaw-reflection-words.h"

#include <glib/gi18n-lib.h>

/* More would be a list to work through. */
#define MAX_TRIGGERS 5

/* A trigger and how often it was one. */
typedef struct
{
  const ThawTagMark *tag; /* (unowned): of the first entry that has it */
  guint n_entries;
} Count;

static Count *
find_count (GArray            *counts,
            const ThawTagMark *tag)
{
  Count new_count = { tag, 0 };

  for (guint i = 0; i < counts->len; i++)
    {
      Count *count = &g_array_index (counts, Count, i);

      if (count->tag->kind == tag->kind && g_str_equal (count->tag->name, tag->name))
        return count;
    }

  g_array_append_val (counts, new_count);

  return &g_array_index (counts, Count, counts->len - 1);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *count = a;
  const Count *other = b;

  if (count->n_entries != other->n_entries)
    return count->n_entries > other->n_entries ? -1 : 1;

  return g_utf8_collate (count->tag->name, other->tag->name);
}

static GArray *
count_triggers (GPtrArray *entries)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));

  for (guint i = 0; i < entries->len; i++)
    {
      GPtrArray *tags = thaw_entry_summary_get_tags (g_ptr_array_index (entries, i));

      for (guint j = 0; j < tags->len; j++)
        {
          const ThawTagMark *tag = g_ptr_array_index (tags, j);

          if (tag->is_trigger)
            find_count (counts, tag)->n_entries++;
        }
    }
  g_array_sort (counts, compare_counts);

  return counts;
}

static void
add_item (ThawDocument *document,
          char         *text)
{
  thaw_document_add (document, THAW_BLOCK_ITEM, text);
  g_free (text);
}

static void
add_reflection (ThawDocument         *document,
                const ThawReflection *reflection)
{
  g_autofree char *day = thaw_day_to_words (reflection->moment.day, THAW_DAY_NONE);
  /* Translators: a heading; %s is a day */
  g_autofree char *heading = g_strdup_printf (_("A look at numbness, %s"), day);

  thaw_document_add (document, THAW_BLOCK_HEADING, heading);
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      ThawReflectionArea area = (ThawReflectionArea) i;
      g_autofree char *level = thaw_reflection_format_level (area, reflection->levels[i]);

      /* Translators: an area of a reflection and its level, as in “Closeness: 4 of 10” */
      add_item (document, g_strdup_printf (C_("reflection", "%s: %s"), thaw_reflection_area_get_title (area), level));
    }
}

static void
add_triggers (ThawDocument *document,
              GPtrArray    *entries)
{
  g_autoptr (GArray) counts = count_triggers (entries);
  g_autofree char *basis = NULL;

  thaw_document_add (document, THAW_BLOCK_HEADING, _("What set something off"));
  if (counts->len > 0)
    basis = g_strdup_printf (ngettext ("From %u entry of the last 30 days.", "From %u entries of the last 30 days.",
                                       entries->len),
                             entries->len);
  else
    basis = g_strdup_printf (ngettext ("%u entry of the last 30 days, and it names no trigger.",
                                       "%u entries of the last 30 days, and none of them names a trigger.",
                                       entries->len),
                             entries->len);
  thaw_document_add (document, THAW_BLOCK_PARAGRAPH, basis);

  for (guint i = 0; i < MIN (counts->len, MAX_TRIGGERS); i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      /* Translators: a trigger and how many entries have it, as “work: 3 times” */
      add_item (document, g_strdup_printf (ngettext ("%s: %u time", "%s: %u times", count->n_entries),
                                           count->tag->name, count->n_entries));
    }
}

static const ThawReflection *
find_newest (GPtrArray *reflections,
             ThawDay    first)
{
  const ThawReflection *newest = NULL;

  for (guint i = 0; i < reflections->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (reflections, i);

      if (reflection->moment.day >= first &&
          (newest == NULL || reflection->moment.utc_ms > newest->moment.utc_ms))
        newest = reflection;
    }

  return newest;
}

/**
 * thaw_visit_notes_new:
 * @reflections: (element-type ThawReflection): looks at numbness, of any time
 * @entries: (element-type ThawEntrySummary): those of the last %THAW_VISIT_NOTES_DAYS days
 * @today: the day on which that is asked
 *
 * Gathers what somebody may want to have with them who goes to talk to somebody: the
 * latest look at numbness, and what set something off most often. It says from how much
 * that was counted, and nothing of what there is not.
 *
 * Returns: (transfer full): what was noted, to be read or printed
 */
ThawDocument *
thaw_visit_notes_new (GPtrArray *reflections,
                      GPtrArray *entries,
                      ThawDay    today)
{
  ThawDocument *document = thaw_document_new (_("What you may want to bring"));
  const ThawReflection *newest;

  g_return_val_if_fail (reflections != NULL && entries != NULL, document);
  g_return_val_if_fail (thaw_day_is_valid (today), document);

  newest = find_newest (reflections, today - (THAW_VISIT_NOTES_DAYS - 1));
  if (newest != NULL)
    add_reflection (document, newest);
  if (entries->len > 0)
    add_triggers (document, entries);
  if (document->blocks->len == 0)
    thaw_document_add (document, THAW_BLOCK_PARAGRAPH,
                       _("There is nothing from the last 30 days. You can go without."));

  return document;
}
