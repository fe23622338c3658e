/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-engine"

#include "config.h"
#include "thaw-test-reminders.h"

#include <sqlite3.h>

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define NINE (9 * 60)
#define PERSON "0195e4a0-0000-7000-8000-0000000000aa"

/* On the first day of the tests, which is a Monday. */
#define CIVIL(hour, minute) thaw_civil_new (thaw_day_new (2026, 11, 23), (hour) * 60 + (minute))

typedef ThawTestReminders Fixture;

static const ThawReminderState *
get_state (Fixture    *fixture,
           const char *uuid)
{
  const ThawReminderState *state = thaw_reminder_engine_get_state (fixture->engine, uuid);

  g_assert_nonnull (state);

  return state;
}

static gint64
to_ms (const char *iso)
{
  return thaw_moment_from_iso (iso, NULL).utc_ms;
}

static void
test_comes (Fixture       *fixture,
            gconstpointer  data)
{
  const char *uuid;

  g_assert_cmpuint (thaw_reminder_engine_get_n_reminders (fixture->engine), ==, 0);
  g_assert_false (thaw_reminder_engine_get_any_on (fixture->engine));
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, 0);

  uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  g_assert_cmpuint (thaw_reminder_engine_get_n_reminders (fixture->engine), ==, 1);
  g_assert_cmpstr (thaw_reminder_engine_get_reminder (fixture->engine, 0)->uuid, ==, uuid);
  g_assert_true (thaw_reminder_engine_find (fixture->engine, uuid) ==
                 thaw_reminder_engine_get_reminder (fixture->engine, 0));
  g_assert_true (thaw_reminder_engine_get_any_on (fixture->engine));
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-23T09:00:00+01:00"));

  thaw_test_reminders_set_now (fixture, "2026-11-23T08:59:59+01:00");
  thaw_test_reminders_assert_log (fixture, "");
  fixture->n_changed = 0;
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (get_state (fixture, uuid)->shown, ==, CIVIL (9, 0));
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, CIVIL (9, 0));

  /* Once, also if it is asked again, and by a clock that was put back. */
  thaw_clock_look_again (fixture->clock);
  thaw_test_reminders_set_now (fixture, "2026-11-23T08:30:00+01:00");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:30:00+01:00");
  thaw_test_reminders_set_zone (fixture, "America/New_York");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00-05:00");
  thaw_test_reminders_set_zone (fixture, "Europe/Berlin");
  thaw_test_reminders_assert_log (fixture, "");

  /* It ends with the day. */
  thaw_test_reminders_set_now (fixture, "2026-11-24T00:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "-1");
  g_assert_cmpint (get_state (fixture, uuid)->n_unanswered_days, ==, 1);
  thaw_test_reminders_set_now (fixture, "2026-11-24T09:01:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");
}

static void
test_not_started (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *uuid;

  thaw_reminder_engine_stop (fixture->engine);
  uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  g_assert_cmpuint (thaw_reminder_engine_get_n_reminders (fixture->engine), ==, 1);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "");
  g_assert_cmpint (get_state (fixture, uuid)->shown, ==, THAW_CIVIL_NONE);
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, 0);

  /* What the person says is kept all the same. */
  thaw_reminder_engine_put_off (fixture->engine, uuid);
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).put_off_day, ==, thaw_day_new (2026, 11, 23));
}

/* Who is stopped between the two sends again, which is better than to have noted what nobody saw. */
static void
on_sent_cb (Fixture    *fixture,
            const char *id)
{
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, id + strlen ("reminder-")).shown, ==, THAW_CIVIL_NONE);
}

static void
test_sent_before_noted (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  g_signal_connect_swapped (fixture->notifier, "sent", G_CALLBACK (on_sent_cb), fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, THAW_CIVIL_NONE);
  g_assert_cmpint (get_state (fixture, uuid)->shown, ==, CIVIL (9, 0));

  thaw_test_notifier_speak (fixture->notifier);
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, CIVIL (9, 0));
  thaw_test_reminders_assert_log (fixture, "+1");
}

static void
test_never_heard_of (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-23T09:01:00+01:00"));
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:01:00+01:00");
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, CIVIL (9, 0));
  thaw_test_reminders_assert_log (fixture, "+1");

  /* Nobody waits any longer: the next thing that happens is midnight. */
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-24T00:00:00+01:00"));
  g_assert_true (thaw_reminder_engine_get_can_notify (fixture->engine));
}

/* Answered in the window while the notification was still on its way. */
static void
test_heard_of_late (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_reminder_engine_answer (fixture->engine, uuid);
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).last, ==, CIVIL (9, 0));
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, THAW_CIVIL_NONE);
  thaw_test_notifier_speak (fixture->notifier);
  thaw_test_reminders_flush (fixture);
  thaw_test_reminders_assert_log (fixture, "+1 -1 -1");

  /* The engine may be gone by then, too. */
  thaw_test_reminders_set_now (fixture, "2026-11-24T09:00:00+01:00");
  thaw_test_reminders_close (fixture);
  thaw_test_notifier_speak (fixture->notifier);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_test_reminders_assert_log (fixture, "+1");
  thaw_test_reminders_open (fixture);
  g_assert_cmpint (get_state (fixture, uuid)->shown, !=, THAW_CIVIL_NONE);
}

static void
count_message_cb (const char     *domain,
                  GLogLevelFlags  level,
                  const char     *message,
                  gpointer        user_data)
{
  guint *n_messages = user_data;

  (*n_messages)++;
}

/* Nobody shows notifications: the window does, and the log says so once. */
static void
test_nobody_shows (Fixture       *fixture,
                   gconstpointer  data)
{
  gboolean has_notifier = data == NULL;
  guint n_messages = 0;
  guint handler = g_log_set_handler ("thaw-reminder-sender", G_LOG_LEVEL_MESSAGE, count_message_cb, &n_messages);
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  if (has_notifier)
    thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_MISSING);
  else
    thaw_reminder_engine_set_notifier (fixture->engine, NULL);
  g_assert_true (thaw_reminder_engine_get_can_notify (fixture->engine));
  fixture->n_changed = 0;
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  g_assert_false (thaw_reminder_engine_get_can_notify (fixture->engine));
  g_assert_cmpuint (fixture->n_changed, ==, has_notifier ? 2 : 1);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, CIVIL (9, 0));
  g_assert_cmpuint (n_messages, ==, 1);

  thaw_test_reminders_set_now (fixture, "2026-11-24T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  g_assert_cmpuint (n_messages, ==, 1);

  /* Somebody came. */
  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_TAKES);
  thaw_reminder_engine_set_notifier (fixture->engine, THAW_NOTIFIER (fixture->notifier));
  thaw_test_reminders_set_now (fixture, "2026-11-25T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  g_assert_true (thaw_reminder_engine_get_can_notify (fixture->engine));
  g_log_remove_handler ("thaw-reminder-sender", handler);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  const char *answered = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  const char *snoozed = thaw_test_reminders_add (fixture, "2", NULL, NINE);
  const char *put_off = thaw_test_reminders_add (fixture, "3", NULL, NINE);
  g_autoptr (ThawReminder) twice = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, put_off));

  twice->n_times = 2;
  twice->times[1] = NINE + 60;
  thaw_test_reminders_save (fixture, twice);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  thaw_test_reminders_assert_log (fixture, "+1 +2 +3");

  fixture->n_changed = 0;
  thaw_reminder_engine_answer (fixture->engine, answered);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  thaw_reminder_engine_snooze (fixture->engine, snoozed);
  thaw_reminder_engine_put_off (fixture->engine, put_off);
  thaw_test_reminders_assert_log (fixture, "-1 -2 -3");
  g_assert_cmpint (get_state (fixture, answered)->shown, ==, THAW_CIVIL_NONE);
  g_assert_cmpint (get_state (fixture, snoozed)->snoozed_until_ms, ==, to_ms ("2026-11-23T09:15:00+01:00"));
  g_assert_cmpint (get_state (fixture, put_off)->put_off_day, ==, thaw_day_new (2026, 11, 23));
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-23T09:15:00+01:00"));

  /* Nobody may be asked about what is gone. */
  thaw_reminder_engine_answer (fixture->engine, PERSON);
  thaw_reminder_engine_snooze (fixture->engine, PERSON);
  thaw_reminder_engine_put_off (fixture->engine, PERSON);
  thaw_reminder_engine_forget_missed (fixture->engine, PERSON);
  thaw_reminder_engine_end_offer (fixture->engine, PERSON);
  g_assert_null (thaw_reminder_engine_find (fixture->engine, PERSON));
  g_assert_null (thaw_reminder_engine_get_state (fixture->engine, PERSON));
  thaw_test_reminders_assert_log (fixture, "");

  /* It is kept over a restart. */
  thaw_test_reminders_flush (fixture);
  thaw_test_reminders_kill (fixture);
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:15:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+2");
  /* The one that is put off had a second time. That it was not sent by the program that was killed nobody knows. */
  thaw_test_reminders_set_now (fixture, "2026-11-23T12:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "-3");
  thaw_test_reminders_set_now (fixture, "2026-11-24T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1 +2 +3");
}

static void
test_missed_and_offer (Fixture       *fixture,
                       gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  /* Too late for it, by a minute. */
  thaw_test_reminders_set_now (fixture, "2026-11-23T11:01:00+01:00");
  thaw_test_reminders_assert_log (fixture, "");
  g_assert_cmpint (get_state (fixture, uuid)->missed, ==, CIVIL (9, 0));
  thaw_reminder_engine_forget_missed (fixture->engine, uuid);
  g_assert_cmpint (get_state (fixture, uuid)->missed, ==, THAW_CIVIL_NONE);
  fixture->n_changed = 0;
  thaw_reminder_engine_forget_missed (fixture->engine, uuid);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  for (int day = 24; day <= 27; day++)
    {
      g_autofree char *nine = g_strdup_printf ("2026-11-%dT09:00:00+01:00", day);

      g_assert_false (thaw_reminder_state_wants_offer (get_state (fixture, uuid)));
      thaw_test_reminders_set_now (fixture, nine);
    }
  g_assert_true (thaw_reminder_state_wants_offer (get_state (fixture, uuid)));
  thaw_reminder_engine_end_offer (fixture->engine, uuid);
  g_assert_false (thaw_reminder_state_wants_offer (get_state (fixture, uuid)));
  thaw_test_reminders_flush (fixture);
  g_assert_true (thaw_test_reminders_read_state (fixture, uuid).is_offer_over);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).missed, ==, THAW_CIVIL_NONE);
}

/* The machine slept for years. */
static void
test_long_sleep (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  thaw_test_reminders_set_now (fixture, "2046-11-23T09:30:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");
  g_assert_cmpint (get_state (fixture, uuid)->missed, ==, thaw_civil_new (thaw_day_new (2046, 11, 22), NINE));
  g_assert_cmpint (get_state (fixture, uuid)->n_unanswered_days, ==, 0);
}

static void
test_rules_change (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *edited = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  const char *removed = thaw_test_reminders_add (fixture, "2", NULL, NINE);
  const char *off = thaw_test_reminders_add (fixture, "3", NULL, NINE);
  g_autoptr (ThawReminder) undo = NULL;
  g_autoptr (ThawReminder) rule = NULL;
  g_autoptr (GError) error = NULL;

  thaw_test_reminders_set_now (fixture, "2026-11-23T09:10:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1 +2 +3");

  /* What was shown was about another time. */
  rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, edited));
  rule->times[0] = NINE + 60;
  thaw_test_reminders_save (fixture, rule);
  thaw_test_reminders_assert_log (fixture, "-1");
  g_assert_cmpint (get_state (fixture, edited)->shown, ==, THAW_CIVIL_NONE);

  undo = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, removed));
  thaw_reminder_store_remove_sync (fixture->store, removed, &error);
  g_assert_no_error (error);
  thaw_test_reminders_assert_log (fixture, "-2");
  g_assert_null (thaw_reminder_engine_find (fixture->engine, removed));

  g_clear_pointer (&rule, thaw_reminder_free);
  rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, off));
  rule->is_on = FALSE;
  thaw_test_reminders_save (fixture, rule);
  thaw_test_reminders_assert_log (fixture, "-3");

  /* It comes back, and does not come a second time for that. */
  thaw_test_reminders_save (fixture, undo);
  thaw_test_reminders_assert_log (fixture, "");
  thaw_test_reminders_set_now (fixture, "2026-11-23T10:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");
  thaw_test_reminders_set_now (fixture, "2026-11-24T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "-1 +2");
}

/* A reminder that is edited to a time that was just now does not come at once. */
static void
test_edited_to_the_past (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, 20 * 60);
  g_autoptr (ThawReminder) rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, uuid));

  thaw_test_reminders_set_now (fixture, "2026-11-23T09:10:00+01:00");
  rule->times[0] = NINE;
  thaw_test_reminders_save (fixture, rule);
  thaw_test_reminders_assert_log (fixture, "");
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-24T09:00:00+01:00"));
}

static void
test_all_off (Fixture       *fixture,
              gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  g_autoptr (ThawReminder) rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, uuid));

  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), !=, 0);
  rule->is_on = FALSE;
  thaw_test_reminders_save (fixture, rule);
  g_assert_false (thaw_reminder_engine_get_any_on (fixture->engine));
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, 0);
}

/* What has a last day has nothing to stay for after it. */
static void
test_last_day (Fixture       *fixture,
               gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  g_autoptr (ThawReminder) rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, uuid));

  rule->until = thaw_day_new (2026, 11, 23);
  thaw_test_reminders_save (fixture, rule);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  g_assert_true (thaw_reminder_engine_get_any_on (fixture->engine));
  thaw_test_reminders_set_now (fixture, "2026-11-24T00:00:00+01:00");
  g_assert_false (thaw_reminder_engine_get_any_on (fixture->engine));
  thaw_test_reminders_assert_log (fixture, "+1 -1");
}

/* Other words for it are no other reminder. */
static void
test_other_words (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  g_autoptr (ThawReminder) rule = NULL;

  thaw_test_reminders_set_now (fixture, "2026-11-23T09:10:00+01:00");
  rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, uuid));
  g_free (rule->title);
  rule->title = g_strdup ("Put otherwise");
  thaw_test_reminders_save (fixture, rule);
  thaw_test_reminders_assert_log (fixture, "+1");
  g_assert_cmpint (get_state (fixture, uuid)->shown, !=, THAW_CIVIL_NONE);

  thaw_reminder_engine_snooze (fixture->engine, uuid);
  g_clear_pointer (&rule->title, g_free);
  rule->title = g_strdup ("Put back");
  thaw_test_reminders_save (fixture, rule);
  thaw_test_reminders_assert_log (fixture, "-1");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:25:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");
}

static void
add_entry (Fixture *fixture)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment now = thaw_clock_get_moment (fixture->clock);

  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_text (entry, "A walk");
  saved = thaw_journal_save_sync (fixture->journal, entry, &error);
  g_assert_no_error (error);
}

static void
test_done_before (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", "check-in:now", NINE);

  add_entry (fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "");
  g_assert_cmpint (get_state (fixture, uuid)->last, ==, CIVIL (9, 0));
  g_assert_cmpint (get_state (fixture, uuid)->missed, ==, THAW_CIVIL_NONE);

  /* That was yesterday. */
  thaw_test_reminders_set_now (fixture, "2026-11-24T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");
}

static void
test_done_after (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *check_in = thaw_test_reminders_add (fixture, "1", "check-in:now", NINE);
  const char *practice = thaw_test_reminders_add (fixture, "2", "practice:walk", NINE);
  const char *person = thaw_test_reminders_add (fixture, "3", "person:" PERSON, NINE);
  const char *words = thaw_test_reminders_add (fixture, "4", NULL, NINE);
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_PHYSICAL, "walk", "A walk");
  g_autoptr (ThawSession) saved_session = NULL;
  g_autoptr (ThawPerson) somebody = thaw_person_new (THAW_PERSON_FRIEND, "Nora");
  g_autoptr (ThawPerson) saved_person = NULL;
  g_autoptr (GError) error = NULL;

  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1 +2 +3 +4");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:20:00+01:00");

  add_entry (fixture);
  thaw_test_reminders_assert_log (fixture, "-1");
  g_assert_cmpint (get_state (fixture, check_in)->shown, ==, THAW_CIVIL_NONE);

  session->moment = thaw_clock_get_moment (fixture->clock);
  session->actual_ms = 10 * MINUTE_MS;
  session->ending = THAW_SESSION_FINISHED;
  saved_session = thaw_session_store_save_sync (fixture->sessions, session, &error);
  g_assert_no_error (error);
  thaw_test_reminders_assert_log (fixture, "-2");
  g_assert_cmpint (get_state (fixture, practice)->shown, ==, THAW_CIVIL_NONE);

  somebody->id = g_strdup (PERSON);
  saved_person = thaw_people_store_save_sync (fixture->people, somebody, &error);
  g_assert_no_error (error);
  thaw_test_reminders_assert_log (fixture, "");
  g_clear_pointer (&saved_person, thaw_person_free);
  somebody->last_contact = thaw_day_new (2026, 11, 23);
  saved_person = thaw_people_store_save_sync (fixture->people, somebody, &error);
  g_assert_no_error (error);
  thaw_test_reminders_assert_log (fixture, "-3");
  g_assert_cmpint (get_state (fixture, person)->shown, ==, THAW_CIVIL_NONE);

  g_assert_cmpint (get_state (fixture, words)->shown, ==, CIVIL (9, 0));
  thaw_test_reminders_set_now (fixture, "2026-11-24T00:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "-4");
  g_assert_cmpint (get_state (fixture, check_in)->n_unanswered_days, ==, 0);
  g_assert_cmpint (get_state (fixture, words)->n_unanswered_days, ==, 1);
}

/* It comes late, and what was done before it came does not take it away again. */
static void
test_done_before_it_came_late (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", "check-in:now", NINE);
  g_autoptr (ThawReminder) rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, uuid));

  rule->skips_if_done = FALSE;
  thaw_test_reminders_save (fixture, rule);
  thaw_reminder_engine_stop (fixture->engine);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:30:00+01:00");
  add_entry (fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-23T10:00:00+01:00");
  thaw_reminder_engine_start (fixture->engine);
  thaw_clock_look_again (fixture->clock);
  thaw_test_reminders_assert_log (fixture, "+1");
  add_entry (fixture);
  thaw_test_reminders_assert_log (fixture, "-1");
}

/* Snoozed, or seen as missed in the window, and then done: there is nothing left to say. */
static void
test_done_after_snooze (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *snoozed = thaw_test_reminders_add (fixture, "1", "check-in:now", NINE);
  const char *missed = thaw_test_reminders_add (fixture, "2", "check-in:now", NINE - 30);

  thaw_reminder_engine_stop (fixture->engine);
  thaw_test_reminders_set_now (fixture, "2026-11-23T10:45:00+01:00");
  thaw_reminder_engine_start (fixture->engine);
  thaw_test_reminders_assert_log (fixture, "+1");
  thaw_reminder_engine_snooze (fixture->engine, snoozed);
  g_assert_cmpint (get_state (fixture, missed)->missed, ==, CIVIL (8, 30));
  thaw_test_reminders_set_now (fixture, "2026-11-23T10:50:00+01:00");
  add_entry (fixture);
  g_assert_cmpint (get_state (fixture, missed)->missed, ==, THAW_CIVIL_NONE);
  g_assert_cmpint (get_state (fixture, snoozed)->snoozed_until_ms, ==, 0);
  thaw_test_reminders_set_now (fixture, "2026-11-23T11:05:00+01:00");
  thaw_test_reminders_assert_log (fixture, "-1 -1 -2");
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  ThawReminderConditions conditions;

  thaw_test_reminders_add (fixture, "1", NULL, NINE);
  fixture->n_changed = 0;
  thaw_settings_set_quiet_choice (fixture->settings, TRUE, (ThawQuietHours) { 8 * 60, 10 * 60 });
  thaw_settings_set_reminder_catch_up (fixture->settings, 30);
  g_assert_cmpuint (fixture->n_changed, >=, 2);
  thaw_reminder_engine_get_conditions (fixture->engine, &conditions);
  g_assert_cmpint (conditions.now_ms, ==, thaw_clock_get_utc_ms (fixture->clock));
  g_assert_cmpint (conditions.quiet.start, ==, 8 * 60);
  g_assert_cmpint (conditions.quiet.end, ==, 10 * 60);
  g_assert_cmpint (conditions.catch_up_minutes, ==, 30);
  g_assert_cmpint (thaw_civil_from_utc_ms (conditions.now_ms, conditions.zone), ==, CIVIL (8, 0));
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-23T10:00:00+01:00"));
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "");
  thaw_test_reminders_set_now (fixture, "2026-11-23T10:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");

  thaw_settings_set_reminders_paused_until (fixture->settings, THAW_SETTINGS_PAUSED_FOR_GOOD);
  thaw_test_reminders_set_now (fixture, "2026-11-24T10:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "-1");
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_cannot_note (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  guint n_messages = 0;
  guint handler = g_log_set_handler ("thaw-reminder-engine", G_LOG_LEVEL_MESSAGE, count_message_cb, &n_messages);

  thaw_test_reminders_flush (fixture);
  execute (fixture, "CREATE TRIGGER full BEFORE INSERT ON reminder_state BEGIN SELECT RAISE (ABORT, 'full'); END");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, THAW_CIVIL_NONE);
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-23T09:01:00+01:00"));

  /* It is tried again, not all the time, and nothing is sent a second time. */
  for (int i = 0; i < 3; i++)
    {
      thaw_test_reminders_set_utc_ms (fixture, thaw_reminder_engine_get_next_ms (fixture->engine));
      thaw_test_reminders_flush (fixture);
      g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==,
                       thaw_clock_get_utc_ms (fixture->clock) + MINUTE_MS);
    }
  thaw_test_reminders_assert_log (fixture, "+1");
  g_assert_cmpuint (n_messages, ==, 1);

  execute (fixture, "DROP TRIGGER full");
  thaw_test_reminders_set_utc_ms (fixture, thaw_reminder_engine_get_next_ms (fixture->engine));
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, ==, CIVIL (9, 0));
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, to_ms ("2026-11-24T00:00:00+01:00"));
  thaw_test_reminders_assert_log (fixture, "");
  g_log_remove_handler ("thaw-reminder-engine", handler);
}

static char *
send_test (Fixture  *fixture,
           GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;

  thaw_reminder_engine_send_test_async (fixture->engine, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);

  return thaw_reminder_engine_send_test_finish (fixture->engine, awaited, error);
}

static void
test_send_test (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *taker = send_test (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (taker, ==, "Test");
  thaw_test_reminders_assert_log (fixture, "+reminder-test");

  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_MISSING);
  fixture->n_changed = 0;
  g_assert_null (send_test (fixture, &error));
  g_assert_error (error, THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE);
  g_assert_false (thaw_reminder_engine_get_can_notify (fixture->engine));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  g_clear_error (&error);
  thaw_reminder_engine_set_notifier (fixture->engine, NULL);
  g_assert_null (send_test (fixture, &error));
  g_assert_error (error, THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE);
}

#define ADD(name, data, func) \
  g_test_add ("/services/reminder-engine/" name, Fixture, data, thaw_test_reminders_set_up, func, \
              thaw_test_reminders_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("comes", NULL, test_comes);
  ADD ("not-started", NULL, test_not_started);
  ADD ("sent-before-noted", NULL, test_sent_before_noted);
  ADD ("never-heard-of", NULL, test_never_heard_of);
  ADD ("heard-of-late", NULL, test_heard_of_late);
  ADD ("nobody-shows", NULL, test_nobody_shows);
  ADD ("no-notifier", "", test_nobody_shows);
  ADD ("answers", NULL, test_answers);
  ADD ("missed-and-offer", NULL, test_missed_and_offer);
  ADD ("long-sleep", NULL, test_long_sleep);
  ADD ("rules-change", NULL, test_rules_change);
  ADD ("last-day", NULL, test_last_day);
  ADD ("other-words", NULL, test_other_words);
  ADD ("edited-to-the-past", NULL, test_edited_to_the_past);
  ADD ("all-off", NULL, test_all_off);
  ADD ("done-before", NULL, test_done_before);
  ADD ("done-after", NULL, test_done_after);
  ADD ("done-before-it-came-late", NULL, test_done_before_it_came_late);
  ADD ("done-after-snooze", NULL, test_done_after_snooze);
  ADD ("settings", NULL, test_settings);
  ADD ("cannot-note", NULL, test_cannot_note);
  ADD ("send-test", NULL, test_send_test);

  return g_test_run ();
}
