/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-services"

#include "config.h"
#include "thaw-services.h"
#include "thaw-test.h"

static ThawServices *
make_services (const char *directory,
               ThawClock  *clock)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();

  return thaw_services_new (directory, clock, settings);
}

static void
open_journal (ThawServices *services)
{
  thaw_services_open (services);
  while (thaw_services_get_state (services) == THAW_SERVICES_OPENING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_services_get_state (services), ==, THAW_SERVICES_READY);
}

static ThawSession *
read_only_session (ThawServices *services)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = thaw_session_store_list_days (thaw_services_get_sessions (services), THAW_DAY_NONE,
                                                                 THAW_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);

  return g_ptr_array_steal_index (sessions, 0);
}

static void
on_changed_cb (guint *n_changed)
{
  (*n_changed)++;
}

/* A session that runs goes on when the journal is opened again, and was left when the next process opens it. */
static void
test_settle (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  g_autoptr (ThawServices) services = make_services (directory, clock);
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, "body-scan", "Body scan");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (ThawSession) again = NULL;
  g_autoptr (ThawSession) settled = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  open_journal (services);
  session->moment = thaw_clock_get_moment (clock);
  session->actual_ms = 61000;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (services), session, &error);
  g_assert_no_error (error);

  thaw_services_close (services);
  open_journal (services);
  thaw_test_spin (100);
  again = read_only_session (services);
  g_assert_cmpint (again->ending, ==, THAW_SESSION_RUNNING);
  thaw_services_close (services);
  g_clear_object (&services);

  services = make_services (directory, clock);
  g_signal_connect_swapped (thaw_services_get_sessions (services), "changed", G_CALLBACK (on_changed_cb), &n_changed);
  open_journal (services);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  settled = read_only_session (services);
  g_assert_cmpstr (settled->uuid, ==, saved->uuid);
  g_assert_cmpint (settled->ending, ==, THAW_SESSION_LEFT);
  g_assert_cmpint (settled->actual_ms, ==, 61000);
  thaw_services_close (services);
}

static char *
save_photo (ThawServices *services,
            const char   *word)
{
  g_autofree char *image = g_strconcat ("\xff\xd8\xff", word, NULL);
  g_autoptr (GBytes) data = g_bytes_new (image, strlen (image));
  g_autoptr (ThawPhoto) photo = thaw_photo_new (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPhoto) saved = thaw_photo_store_save_sync (thaw_services_get_photos (services), photo, &error);

  g_assert_no_error (error);

  return g_steal_pointer (&saved->id);
}

/* The photo of somebody who was removed is there for as long as that may be undone, and not when the journal is opened
 * next. */
static void
test_photos (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  g_autoptr (ThawServices) services = make_services (directory, clock);
  ThawPeopleStore *people = thaw_services_get_people (services);
  ThawPhotoStore *photos = thaw_services_get_photos (services);
  g_autoptr (ThawPerson) stays = thaw_person_new (THAW_PERSON_FRIEND, "Ada");
  g_autoptr (ThawPerson) goes = thaw_person_new (THAW_PERSON_FRIEND, "Ben");
  g_autoptr (ThawPerson) saved_stays = NULL;
  g_autoptr (ThawPerson) saved_goes = NULL;
  g_autoptr (ThawPhoto) still = NULL;
  g_autoptr (ThawPhoto) kept = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  open_journal (services);
  stays->photo = save_photo (services, "Ada");
  goes->photo = save_photo (services, "Ben");
  saved_stays = thaw_people_store_save_sync (people, stays, &error);
  saved_goes = thaw_people_store_save_sync (people, goes, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_people_store_remove_sync (people, saved_goes->id, &error));
  still = thaw_photo_store_get (photos, goes->photo, &error);
  g_assert_no_error (error);

  thaw_services_close (services);
  g_signal_connect_swapped (photos, "changed", G_CALLBACK (on_changed_cb), &n_changed);
  open_journal (services);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (thaw_photo_store_get (photos, goes->photo, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  kept = thaw_photo_store_get (photos, stays->photo, &error);
  g_assert_no_error (error);
  thaw_services_close (services);
}

static guint
count_states (ThawReminderStore *reminders)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = thaw_reminder_store_list_states (reminders, &error);

  g_assert_no_error (error);

  return states->len;
}

/* The same of what came of a reminder that was removed. */
static void
test_reminders (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  g_autoptr (ThawServices) services = make_services (directory, clock);
  ThawReminderStore *reminders = thaw_services_get_reminders (services);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_record_free);
  g_autoptr (ThawReminder) stays = thaw_reminder_new ("Tea", NULL);
  g_autoptr (ThawReminder) goes = thaw_reminder_new ("Walk", NULL);
  g_autoptr (ThawReminder) saved_stays = NULL;
  g_autoptr (ThawReminder) saved_goes = NULL;
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ThawReminderState state = { .rule_ms = 1, .last = 2 };
  GAsyncResult *slot = NULL;

  open_journal (services);
  saved_stays = thaw_reminder_store_save_sync (reminders, stays, &error);
  saved_goes = thaw_reminder_store_save_sync (reminders, goes, &error);
  g_assert_no_error (error);
  g_ptr_array_add (records, thaw_reminder_record_new (saved_stays->uuid, &state));
  g_ptr_array_add (records, thaw_reminder_record_new (saved_goes->uuid, &state));
  thaw_reminder_store_save_states_async (reminders, records, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_reminder_store_save_states_finish (reminders, result, &error));
  g_assert_true (thaw_reminder_store_remove_sync (reminders, saved_goes->uuid, &error));
  g_assert_cmpuint (count_states (reminders), ==, 2);

  thaw_services_close (services);
  open_journal (services);
  while (count_states (reminders) > 1)
    g_main_context_iteration (NULL, TRUE);
  states = thaw_reminder_store_list_states (reminders, &error);
  g_assert_cmpuint (states->len, ==, 1);
  g_assert_cmpstr (((ThawReminderRecord *) states->pdata[0])->uuid, ==, saved_stays->uuid);
  thaw_services_close (services);
}

static void
test_stores (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  g_autoptr (ThawServices) services = make_services (directory, clock);
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GPtrArray) patterns = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) care_items = NULL;
  g_autoptr (GPtrArray) own_lines = NULL;
  g_autoptr (GPtrArray) article_marks = NULL;
  g_autoptr (GError) error = NULL;

  /* Before the journal is open there is an error, and no surprise. */
  g_assert_null (thaw_activity_store_list (thaw_services_get_activities (services), &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (thaw_people_store_list (thaw_services_get_people (services), &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (thaw_article_mark_store_get (thaw_services_get_article_marks (services), "cbt", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_clear_error (&error);

  open_journal (services);
  activities = thaw_activity_store_list (thaw_services_get_activities (services), &error);
  g_assert_no_error (error);
  patterns = thaw_pattern_store_list (thaw_services_get_patterns (services), &error);
  g_assert_no_error (error);
  plans = thaw_plan_store_list_day (thaw_services_get_plans (services), thaw_clock_get_today (clock), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (activities->len + patterns->len + plans->len, ==, 0);
  people = thaw_people_store_list (thaw_services_get_people (services), &error);
  g_assert_no_error (error);
  care_items = thaw_care_store_list (thaw_services_get_care_items (services), &error);
  g_assert_no_error (error);
  own_lines = thaw_line_store_list (thaw_services_get_own_lines (services), &error);
  g_assert_no_error (error);
  article_marks = thaw_article_mark_store_list (thaw_services_get_article_marks (services), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len + care_items->len + own_lines->len + article_marks->len, ==, 0);
  thaw_services_close (services);
}

/* What there is to read is loaded when it is asked for, and the same afterwards; no journal is needed for it. */
static void
test_content (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  g_autoptr (ThawServices) services = make_services (directory, clock);
  g_autoptr (GError) error = NULL;
  ThawLibrary *library = thaw_services_get_library (services, &error);
  ThawHelpCatalog *catalog;

  g_assert_no_error (error);
  g_assert_nonnull (thaw_library_find (library, "cbt"));
  g_assert_true (thaw_services_get_library (services, &error) == library);

  catalog = thaw_services_get_help_catalog (services, &error);
  g_assert_no_error (error);
  g_assert_nonnull (thaw_help_catalog_find_country (catalog, "DE"));
  g_assert_true (thaw_services_get_help_catalog (services, &error) == catalog);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/services/settle", test_settle);
  g_test_add_func ("/services/services/photos", test_photos);
  g_test_add_func ("/services/services/reminders", test_reminders);
  g_test_add_func ("/services/services/stores", test_stores);
  g_test_add_func ("/services/services/content", test_content);

  return g_test_run ();
}
