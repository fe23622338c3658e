/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-exchange"

#include "config.h"
#include "thaw-test-exchange.h"

#include "thaw-article-mark.h"
#include "thaw-breath-pattern.h"
#include "thaw-care-item.h"
#include "thaw-own-line.h"
#include "thaw-person.h"
#include "thaw-photo.h"
#include "thaw-plan.h"
#include "thaw-reminder.h"
#include "thaw-session.h"
#include "thaw-uuid.h"

/**
 * thaw_test_make_entry:
 *
 * Returns: (transfer full): an entry as the storage gives it back, with a UUID
 *   that follows from what it says
 */
ThawEntry *
thaw_test_make_entry (const char *iso,
                      const char *text)
{
  ThawEntry *entry = thaw_entry_new ();
  g_autofree char *name = g_strconcat (iso, text, NULL);
  g_autofree char *uuid = thaw_uuid_new_from_name (name);
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_text (entry, text);
  thaw_entry_set_created_ms (entry, moment.utc_ms + 1);
  thaw_entry_set_modified_ms (entry, moment.utc_ms + 2);

  return entry;
}

/**
 * thaw_test_make_full_entry:
 *
 * Returns: (transfer full): an entry with something in every field
 */
ThawEntry *
thaw_test_make_full_entry (const char *iso)
{
  ThawEntry *entry = thaw_test_make_entry (iso, "Über “alles”,\n\tauch \\ und \"das\".\r\n\x01\x7f 🧊→☀️\n");

  thaw_entry_set_feeling (entry, 3);
  thaw_entry_set_valence (entry, -1.0 / 3.0);
  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_emotion (entry, "mein \"Wort\"", 3);
  thaw_entry_set_tag (entry, "Ärger, im Büro", THAW_TAG_PLACE, TRUE);
  thaw_entry_set_tag (entry, "Mia", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_tag (entry, "Es wird nie besser", THAW_TAG_THOUGHT, TRUE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_sensation (entry, THAW_REGION_HANDS, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_set_coping (entry, "Tee, \"heiß\"", THAW_OUTCOME_NONE);
  thaw_entry_set_prompt (entry, "Was war heute da?");
  thaw_entry_set_title (entry, "=SUM(A1:A2)");

  return entry;
}

/* Every kind and every ending, with as much said as there is to say, and as little. */
static void
add_sessions (ThawImportBatch *batch)
{
  for (guint i = 0; i < THAW_N_ACTIVITY_KINDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("„%u“, <b>so</b>", i);
      ThawSession *session = thaw_session_new (i, i % 2 == 0 ? "4-7-8" : "0190c2a0-0006-7000-8000-000000000001", name);

      session->uuid = g_strdup_printf ("0190c2a0-0005-7000-8000-%012u", 9 - i);
      session->moment = thaw_moment_from_iso (i < 2 ? "2026-11-23T09:15:00.250+01:00"
                                                    : "2026-11-09T21:40:12.003-03:30", NULL);
      session->ending = (ThawSessionEnding) (1 + i % 3);
      session->modified_ms = i;
      if (i % 2 == 1)
        {
          session->planned_ms = THAW_SESSION_MAX_MS;
          session->actual_ms = 1 + i;
          session->expected = (int) i;
          session->felt = 10 - (int) i;
          session->before = (ThawMoodLevel) { 0, -1.0 / 3.0 };
          session->after = (ThawMoodLevel) { 10, 1.0 };
          thaw_session_set_note (session, "Über \"das\"\nund <mehr> — הליכה 🧊");
        }
      g_ptr_array_add (batch->sessions, session);
    }
}

/**
 * thaw_test_add_practice:
 *
 * Adds sessions, own activities, favourites, ways of breathing and plans, not in the
 * order of the format.
 */
void
thaw_test_add_practice (ThawImportBatch *batch)
{
  ThawActivity *activity = thaw_activity_new ("0190c2a0-0006-7000-8000-000000000002", THAW_ACTIVITY_OTHER, "Knöpfe");
  ThawBreathPattern *pattern = thaw_breath_pattern_new ("0190c2a0-0007-7000-8000-000000000001", "Mein \"Atem\"");
  ThawPlan *plan = thaw_plan_new (thaw_day_new (2026, 11, 24), THAW_ACTIVITY_REST, "nap", "Ein Schläfchen");

  add_sessions (batch);

  activity->modified_ms = 1795421700250;
  g_ptr_array_add (batch->own_activities, activity);
  activity = thaw_activity_new ("0190c2a0-0006-7000-8000-000000000001", THAW_ACTIVITY_CREATIVE, "Stricken, eine Reihe");
  activity->begin = g_strdup ("Wolle nehmen.\nNur eine Reihe.");
  activity->minutes = THAW_ACTIVITY_MAX_MINUTES;
  g_ptr_array_add (batch->own_activities, activity);

  g_ptr_array_add (batch->favourites, g_strdup ("walk"));
  g_ptr_array_add (batch->favourites, g_strdup ("4-7-8"));
  g_ptr_array_add (batch->favourites, g_strdup ("0190c2a0-0006-7000-8000-000000000001"));

  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    pattern->tenths[i] = (int) i * 70 + 5;
  pattern->breaths = THAW_BREATH_MAX_BREATHS;
  pattern->modified_ms = 7;
  g_ptr_array_add (batch->patterns, pattern);

  plan->uuid = g_strdup ("0190c2a0-0008-7000-8000-000000000002");
  g_ptr_array_add (batch->plans, plan);
  plan = thaw_plan_new (thaw_day_new (2026, 11, 23), THAW_ACTIVITY_PHYSICAL, "walk", "Spazieren");
  plan->uuid = g_strdup ("0190c2a0-0008-7000-8000-000000000001");
  plan->minute = 17 * 60 + 30;
  plan->modified_ms = 8;
  g_ptr_array_add (batch->plans, plan);
}

/* One of whom everything is said, and one with a name only. */
static void
add_people (ThawImportBatch *batch)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_OTHER, "נור");

  person->id = g_strdup ("0190c2a0-0009-7000-8000-000000000002");
  g_ptr_array_add (batch->people, person);

  person = thaw_person_new (THAW_PERSON_MENTOR, "Ünal \"U.\" & <b>Çelik</b> 🧊");
  person->id = g_strdup ("0190c2a0-0009-7000-8000-000000000001");
  person->role = g_strdup ("mein Sponsor");
  for (guint i = 0; i < THAW_N_CONTACT_KINDS; i++)
    g_ptr_array_add (person->ways, thaw_contact_way_new ((ThawContactKind) i, i % 2 == 0 ? NULL : "Büro, \"nachts\"",
                                                         "1-800-662-HELP"));
  person->ask = g_strdup ("Mit mir sitzen.\n\nNicht reden.");
  person->notes = g_strdup ("Über “alles”,\n\tauch \\ und \"das\".");
  person->photo = g_strdup ("0190c2a0-000a-7000-8000-000000000001");
  person->last_contact = thaw_day_new (2026, 11, 23);
  person->is_favourite = TRUE;
  person->keeps_distance = TRUE;
  person->nudge_days = THAW_PERSON_MAX_NUDGE_DAYS;
  person->modified_ms = 1795421700250;
  g_ptr_array_add (batch->people, person);
}

/* Every part, with words, with a person and with something to do. */
static void
add_care_items (ThawImportBatch *batch)
{
  for (guint i = 0; i < THAW_N_CARE_PARTS; i++)
    {
      ThawCareItem *item = thaw_care_item_new ((ThawCarePart) i, (int) i * 200000, "Zeile eins\nund \"zwei\"");

      item->id = g_strdup_printf ("0190c2a0-000b-7000-8000-%012u", 9 - i);
      if (i % 3 == 1)
        item->person = g_strdup ("0190c2a0-0009-7000-8000-000000000001");
      if (i % 3 == 2)
        item->activity = g_strdup (i == 2 ? "walk" : "0190c2a0-0006-7000-8000-000000000001");
      item->modified_ms = i;
      g_ptr_array_add (batch->care_items, item);
    }
}

/**
 * thaw_test_add_support:
 *
 * Adds people, a photo, a care plan, lines to call and marks on articles, not in the order
 * of the format.
 */
void
thaw_test_add_support (ThawImportBatch *batch)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("\xff\xd8\xff\xe0 no picture", 15);
  ThawPhoto *photo = thaw_photo_new (data);
  ThawOwnLine *line = thaw_own_line_new ("Nachttelefon „Licht“", "+49 1555 0112233");
  ThawArticleMark *mark = thaw_article_mark_new ("group-therapy");

  add_people (batch);
  add_care_items (batch);

  photo->id = g_strdup ("0190c2a0-000a-7000-8000-000000000001");
  photo->modified_ms = 4;
  g_ptr_array_add (batch->photos, photo);

  line->id = g_strdup ("0190c2a0-000c-7000-8000-000000000002");
  line->note = g_strdup ("Ab 20 Uhr.\nKostenlos.");
  line->modified_ms = 5;
  g_ptr_array_add (batch->own_lines, line);
  line = thaw_own_line_new ("a", "1");
  line->id = g_strdup ("0190c2a0-000c-7000-8000-000000000001");
  g_ptr_array_add (batch->own_lines, line);

  mark->id = g_strdup ("0190c2a0-000d-7000-8000-000000000002");
  g_ptr_array_add (batch->article_marks, mark);
  mark = thaw_article_mark_new ("act");
  mark->id = g_strdup ("0190c2a0-000d-7000-8000-000000000001");
  mark->stance = THAW_STANCE_NOT_FOR_ME;
  mark->note = g_strdup ("War mir zu \"laut\".\nVielleicht später.");
  mark->is_bookmarked = TRUE;
  mark->position = 1.0 / 3.0;
  mark->modified_ms = 6;
  g_ptr_array_add (batch->article_marks, mark);
}

/**
 * thaw_test_add_reminders:
 *
 * Adds reminders that say as much as they can, and as little, not in the order of the
 * format.
 */
void
thaw_test_add_reminders (ThawImportBatch *batch)
{
  ThawReminder *reminder = thaw_reminder_new ("🌱 שלום, \"<b>du</b>\" & ‏نفس‏", NULL);

  reminder->uuid = g_strdup ("0190c2a0-000e-7000-8000-000000000003");
  reminder->timing = THAW_REMINDER_IN_WINDOW;
  reminder->window_start = 0;
  reminder->window_end = 24 * 60 - 1;
  reminder->n_in_window = THAW_REMINDER_MAX_A_DAY;
  reminder->distance = 90;
  reminder->from = THAW_DAY_FIRST;
  reminder->until = THAW_DAY_LAST;
  reminder->ignores_quiet = TRUE;
  reminder->modified_ms = 1795421700250;
  g_ptr_array_add (batch->reminders, reminder);

  reminder = thaw_reminder_new ("Rausgehen", "practice:walk");
  reminder->uuid = g_strdup ("0190c2a0-000e-7000-8000-000000000002");
  reminder->is_on = FALSE;
  reminder->weekdays = THAW_REMINDER_WEEKEND;
  reminder->until = thaw_day_new (2026, 12, 24);
  reminder->n_times = THAW_REMINDER_MAX_A_DAY;
  for (guint i = 0; i < THAW_REMINDER_MAX_A_DAY; i++)
    reminder->times[i] = (int) i * 2 * 60 + (int) i;
  reminder->skips_if_done = FALSE;
  reminder->modified_ms = 7;
  g_ptr_array_add (batch->reminders, reminder);

  reminder = thaw_reminder_new ("Wie geht es dir?", "check-in:now");
  reminder->uuid = g_strdup ("0190c2a0-000e-7000-8000-000000000001");
  g_ptr_array_add (batch->reminders, reminder);
}

/**
 * thaw_test_write_entries:
 *
 * Returns: (transfer full): what a writer makes of the entries
 */
char *
thaw_test_write_entries (ThawEntryWriter *(*create) (GOutputStream *stream),
                         GPtrArray       *entries)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = create (stream);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      thaw_entry_writer_write_sync (writer, entries->pdata[i], NULL, &error);
      g_assert_no_error (error);
    }
  thaw_entry_writer_finish_sync (writer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thaw_entry_writer_get_n_entries (writer), ==, entries->len);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/**
 * thaw_test_read_fixture:
 * @name: a path below `tests/fixtures`
 */
GBytes *
thaw_test_read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

/**
 * thaw_test_assert_same:
 *
 * Every field, identity and times of writing too.
 */
void
thaw_test_assert_same (ThawEntry *a,
                       ThawEntry *b)
{
  g_assert_cmpstr (thaw_entry_get_uuid (a), ==, thaw_entry_get_uuid (b));
  g_assert_cmpstr (thaw_entry_get_text (a), ==, thaw_entry_get_text (b));
  g_assert_cmpint (thaw_entry_get_created_ms (a), ==, thaw_entry_get_created_ms (b));
  g_assert_cmpint (thaw_entry_get_modified_ms (a), ==, thaw_entry_get_modified_ms (b));
  g_assert_true (thaw_entry_equal (a, b));
}
