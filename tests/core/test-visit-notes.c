/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-entry-summary.h"
#include "thaw-reflection.h"
#include "thaw-visit-notes.h"

#define TODAY "2026-03-29"

static GPtrArray *
make_entries (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static GPtrArray *
make_reflections (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);
}

static ThawEntrySummary *
add_entry (GPtrArray *entries)
{
  ThawMoment moment = thaw_moment_from_iso ("2026-03-20T10:00:00+01:00", NULL);
  ThawEntrySummary *entry = thaw_entry_summary_new ("uuid", entries->len, &moment, 3, 0, THAW_ANSWER_NAMED, NULL, "");

  g_ptr_array_add (entries, entry);

  return entry;
}

static void
add_tag (ThawEntrySummary *entry,
         const char       *name,
         ThawTagKind       kind,
         gboolean          is_trigger)
{
  g_ptr_array_add (thaw_entry_summary_get_tags (entry), thaw_tag_mark_new (name, kind, is_trigger));
}

static void
add_reflection (GPtrArray  *reflections,
                const char *iso,
                int         response,
                int         closeness)
{
  ThawReflection *reflection = thaw_reflection_new ();

  reflection->moment = thaw_moment_from_iso (iso, NULL);
  reflection->levels[THAW_REFLECTION_RESPONSE] = response;
  reflection->levels[THAW_REFLECTION_CLOSENESS] = closeness;
  thaw_reflection_set_note (reflection, "Private words");
  g_ptr_array_add (reflections, reflection);
}

static char *
make_text (GPtrArray *reflections,
           GPtrArray *entries)
{
  g_autoptr (ThawDocument) notes = thaw_visit_notes_new (reflections, entries, thaw_day_from_iso (TODAY));

  return thaw_document_dup_text (notes);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GPtrArray) reflections = make_reflections ();
  g_autofree char *text = NULL;

  add_reflection (reflections, "2026-02-27T10:00:00+01:00", 3, 4);
  text = make_text (reflections, entries);
  g_assert_cmpstr (text, ==, "What you may want to bring\n\n"
                             "There is nothing from the last 30 days. You can go without.\n");
}

/* The latest one of the last thirty days, with all four levels, and without the note. */
static void
test_reflection (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GPtrArray) reflections = make_reflections ();
  g_autofree char *text = NULL;

  add_reflection (reflections, "2026-02-28T10:00:00+01:00", 1, 1);
  add_reflection (reflections, "2026-03-20T10:00:00+01:00", 0, 4);
  add_reflection (reflections, "2026-03-10T10:00:00+01:00", 2, 2);
  text = make_text (reflections, entries);
  g_assert_nonnull (strstr (text, "\n\n• Being moved: 0 of 10, nothing stirs\n"
                                  "• Finding words: left out\n"
                                  "• Range of feelings: left out\n"
                                  "• Closeness: 4 of 10\n"));
  g_assert_null (strstr (text, "Private"));
  g_assert_null (strstr (text, "What set something off"));
}

/* The first day counts, as does today. */
static void
test_bounds (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GPtrArray) reflections = make_reflections ();
  g_autofree char *text = NULL;

  add_reflection (reflections, "2026-02-28T00:10:00+01:00", 5, 5);
  text = make_text (reflections, entries);
  g_assert_nonnull (strstr (text, "Closeness: 5 of 10"));
}

/* The most frequent first, five at most, and of how many entries; a tag that set nothing off is none. */
static void
test_triggers (void)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f" };
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GPtrArray) reflections = make_reflections ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = 0; j <= i; j++)
        add_tag (add_entry (entries), names[i], THAW_TAG_EVENT, TRUE);
    }
  add_tag (add_entry (entries), "f", THAW_TAG_PLACE, TRUE);
  add_tag (add_entry (entries), "home", THAW_TAG_PLACE, FALSE);
  text = make_text (reflections, entries);
  g_assert_cmpstr (text, ==, "What you may want to bring\n\n"
                             "What set something off\n\n"
                             "From 23 entries of the last 30 days.\n\n"
                             "• f: 6 times\n• e: 5 times\n• d: 4 times\n• c: 3 times\n• b: 2 times\n");
}

static void
test_no_trigger (void)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GPtrArray) reflections = make_reflections ();
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  add_tag (add_entry (entries), "home", THAW_TAG_PLACE, FALSE);
  one = make_text (reflections, entries);
  g_assert_nonnull (strstr (one, "1 entry of the last 30 days, and it names no trigger."));
  add_entry (entries);
  two = make_text (reflections, entries);
  g_assert_nonnull (strstr (two, "2 entries of the last 30 days, and none of them names a trigger."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/visit-notes/nothing", test_nothing);
  g_test_add_func ("/core/visit-notes/reflection", test_reflection);
  g_test_add_func ("/core/visit-notes/bounds", test_bounds);
  g_test_add_func ("/core/visit-notes/triggers", test_triggers);
  g_test_add_func ("/core/visit-notes/no-trigger", test_no_trigger);

  return g_test_run ();
}
