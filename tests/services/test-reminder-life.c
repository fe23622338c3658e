/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-life"

#include "config.h"
#include "thaw-test-reminders.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define HOUR_MS (60 * MINUTE_MS)
#define NINE (9 * 60)

/* Enough that each kind of trouble happens many times. */
#define N_STEPS 1000

typedef ThawTestReminders Fixture;

static gint64
to_ms (const char *iso)
{
  return thaw_moment_from_iso (iso, NULL).utc_ms;
}

static void
test_restart (Fixture       *fixture,
              gconstpointer  data)
{
  thaw_test_reminders_add (fixture, "1", NULL, NINE);
  thaw_test_reminders_add (fixture, "2", NULL, NINE + 60);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  thaw_test_reminders_assert_log (fixture, "+1");
  thaw_test_reminders_close (fixture);
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "");

  /* What came meanwhile comes late. */
  thaw_test_reminders_close (fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-23T10:30:00+01:00");
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "+2");

  /* What came is over, also if nobody was there at midnight. */
  thaw_test_reminders_close (fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-24T08:00:00+01:00");
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "-1 -2");
}

/* Killed after it was sent and before that was noted: it is sent again under the same name. */
static void
test_killed_in_between (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  thaw_test_reminders_kill (fixture);
  thaw_test_reminders_assert_log (fixture, "+1");
  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_TAKES);
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "+1");

  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, !=, THAW_CIVIL_NONE);
  thaw_test_reminders_kill (fixture);
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "");
}

/* Ended while nobody answered, who may not have got it: it is sent again, as if the program had been killed. */
static void
test_ended_in_between (Fixture       *fixture,
                       gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);

  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_close (fixture);
  thaw_test_notifier_speak (fixture->notifier);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_test_reminders_assert_log (fixture, "+1");
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "+1");

  /* The window is closed and opened again meanwhile, and there is word at last. */
  thaw_reminder_engine_stop (fixture->engine);
  thaw_test_notifier_speak (fixture->notifier);
  thaw_test_reminders_flush (fixture);
  g_assert_cmpint (thaw_test_reminders_read_state (fixture, uuid).shown, !=, THAW_CIVIL_NONE);
  thaw_reminder_engine_start (fixture->engine);
  thaw_test_reminders_assert_log (fixture, "");
}

/* Word of it comes when the journal is closed: nobody knows whether it was answered. */
static void
test_heard_without_journal (Fixture       *fixture,
                            gconstpointer  data)
{
  thaw_test_reminders_add (fixture, "1", NULL, NINE);
  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_reminder_engine_unload (fixture->engine);
  thaw_test_notifier_speak (fixture->notifier);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_test_reminders_assert_log (fixture, "+1");
}

static void
kill_after_sending (Fixture *fixture)
{
  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_IS_SILENT);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  thaw_test_reminders_kill (fixture);
  thaw_test_notifier_set_manner (fixture->notifier, THAW_TEST_NOTIFIER_TAKES);
  thaw_test_reminders_assert_log (fixture, "+1");
}

/* Killed in between, and started when it is too late to send it again: what is still there goes. */
static void
test_left_behind (Fixture       *fixture,
                  gconstpointer  data)
{
  thaw_test_reminders_add (fixture, "1", NULL, NINE);
  kill_after_sending (fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-24T08:00:00+01:00");
  thaw_test_reminders_open (fixture);
  thaw_test_reminders_assert_log (fixture, "-1");
  thaw_test_reminders_set_now (fixture, "2026-11-24T09:00:00+01:00");
  thaw_test_reminders_assert_log (fixture, "+1");
}

/* Killed in between, and started by the answer to what was sent. */
static void
test_answered_in_between (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  gboolean is_snoozed = data != NULL;

  kill_after_sending (fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:10:00+01:00");
  thaw_test_reminders_load (fixture);
  if (is_snoozed)
    thaw_reminder_engine_snooze (fixture->engine, uuid);
  else
    thaw_reminder_engine_answer (fixture->engine, uuid);
  thaw_reminder_engine_start (fixture->engine);
  thaw_test_reminders_assert_log (fixture, "-1");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:25:00+01:00");
  thaw_test_reminders_assert_log (fixture, is_snoozed ? "+1" : "");
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

/* Done in the evening, and switched off before the reminder: the next morning nothing was missed. */
static void
test_done_the_day_before (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", "check-in:now", 21 * 60);
  const char *weekly = thaw_test_reminders_add (fixture, "2", "check-in:now", 21 * 60);
  g_autoptr (ThawReminder) rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, weekly));

  rule->weekdays = 1;
  thaw_test_reminders_save (fixture, rule);
  thaw_test_reminders_set_now (fixture, "2026-11-23T20:00:00+01:00");
  add_entry (fixture);
  thaw_test_reminders_close (fixture);
  thaw_test_reminders_set_now (fixture, "2026-11-24T08:00:00+01:00");
  thaw_test_reminders_open (fixture);
  g_assert_cmpint (thaw_reminder_engine_get_state (fixture->engine, uuid)->missed, ==, THAW_CIVIL_NONE);
  thaw_test_reminders_close (fixture);

  /* Away for days: that of Monday was done, the one of yesterday was not. */
  thaw_test_reminders_set_now (fixture, "2026-11-27T08:00:00+01:00");
  thaw_test_reminders_open (fixture);
  g_assert_cmpint (thaw_reminder_engine_get_state (fixture->engine, uuid)->missed, ==,
                   thaw_civil_new (thaw_day_new (2026, 11, 26), 21 * 60));
  g_assert_cmpint (thaw_reminder_engine_get_state (fixture->engine, weekly)->missed, ==, THAW_CIVIL_NONE);
}

/* Removed, or changed, while Thaw was not running: by a command, or by an import. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *removed = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  const char *edited = thaw_test_reminders_add (fixture, "2", NULL, NINE);
  g_autoptr (ThawReminder) rule = thaw_reminder_copy (thaw_reminder_engine_find (fixture->engine, edited));
  g_autoptr (GError) error = NULL;

  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_test_reminders_flush (fixture);
  thaw_test_reminders_close (fixture);
  thaw_test_reminders_assert_log (fixture, "+1 +2");
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:30:00+01:00");

  fixture->database = thaw_database_new (fixture->directory);
  fixture->store = thaw_reminder_store_new (fixture->database, fixture->clock);
  thaw_database_open_sync (fixture->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_reminder_store_remove_sync (fixture->store, removed, &error);
  g_assert_no_error (error);
  rule->times[0] = NINE + 60;
  thaw_test_reminders_save (fixture, rule);
  thaw_database_close (fixture->database);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->database);

  /* The reminders are known before there is somebody to tell. */
  thaw_test_reminders_open (fixture);
  {
    g_autofree char *log = thaw_test_notifier_take_log (fixture->notifier);

    g_assert_nonnull (strstr (log, "-reminder-0195e4a0-0000-7000-8000-000000000001"));
    g_assert_nonnull (strstr (log, "-reminder-0195e4a0-0000-7000-8000-000000000002"));
    g_assert_null (strchr (log, '+'));
  }
}

/* The journal is closed under the engine, as if it were damaged, and another is put in its place. */
static void
test_journal_goes (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *uuid = thaw_test_reminders_add (fixture, "1", NULL, NINE);
  g_autoptr (GError) error = NULL;

  thaw_test_reminders_flush (fixture);
  fixture->n_changed = 0;
  thaw_reminder_engine_unload (fixture->engine);
  thaw_database_close (fixture->database);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (thaw_reminder_engine_get_n_reminders (fixture->engine), ==, 0);
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (fixture->engine), ==, 0);
  thaw_test_reminders_set_now (fixture, "2026-11-23T09:00:00+01:00");
  thaw_reminder_engine_answer (fixture->engine, uuid);
  thaw_test_reminders_assert_log (fixture, "");

  thaw_database_open_sync (fixture->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_reminder_engine_load (fixture->engine);
  thaw_test_reminders_assert_log (fixture, "+1");
}

/* From one day to the next but one, minute by minute: when each comes, as the clock on the wall shows it. */
static char *
list_comings (Fixture    *fixture,
              const char *from,
              const char *until)
{
  GString *found = g_string_new (NULL);

  for (gint64 ms = to_ms (from); ms < to_ms (until); ms += MINUTE_MS)
    {
      g_autofree char *log = NULL;

      thaw_test_reminders_set_utc_ms (fixture, ms);
      log = thaw_test_notifier_take_log (fixture->notifier);
      for (const char *p = strchr (log, '+'); p != NULL; p = strchr (p + 1, '+'))
        {
          g_autoptr (GDateTime) now = thaw_clock_dup_now (fixture->clock);
          g_autofree char *when = g_date_time_format (now, "%d %H:%M");

          g_string_append_printf (found, "%s%s", found->len > 0 ? ", " : "", when);
        }
    }

  return g_string_free (found, FALSE);
}

static void
test_clocks_go_forward (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *found = NULL;

  thaw_test_reminders_set_now (fixture, "2027-03-27T00:00:00+01:00");
  thaw_test_reminders_add (fixture, "1", NULL, 60 + 30);
  thaw_test_reminders_add (fixture, "2", NULL, 2 * 60 + 30);
  thaw_test_reminders_add (fixture, "3", NULL, 21 * 60);

  /* There is no half past two on the 28th: the clock shows three when it would be. */
  found = list_comings (fixture, "2027-03-27T00:00:00+01:00", "2027-03-30T00:00:00+02:00");
  g_assert_cmpstr (found, ==,
                   "27 01:30, 27 02:30, 27 21:00, 28 01:30, 28 03:00, 28 21:00, 29 01:30, 29 02:30, 29 21:00");
}

static void
test_clocks_go_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *found = NULL;

  thaw_test_reminders_set_now (fixture, "2027-10-30T00:00:00+02:00");
  thaw_test_reminders_add (fixture, "1", NULL, 60 + 30);
  thaw_test_reminders_add (fixture, "2", NULL, 2 * 60 + 30);
  thaw_test_reminders_add (fixture, "3", NULL, 21 * 60);

  /* There are two times half past two on the 31st, and one reminder. */
  found = list_comings (fixture, "2027-10-30T00:00:00+02:00", "2027-11-02T00:00:00+01:00");
  g_assert_cmpstr (found, ==,
                   "30 01:30, 30 02:30, 30 21:00, 31 01:30, 31 02:30, 31 21:00, 01 01:30, 01 02:30, 01 21:00");
}

/*
 * A life with all that may happen to a computer. Each moment of each reminder comes once, or
 * is known to have been missed, and comes again only where the program ended right after it
 * was sent.
 */
typedef struct
{
  Fixture *fixture;
  GHashTable *came;         /* how often: a moment of a rule, as “uuid moment” */
  GHashTable *may_come_again; /* what had been sent and was not noted when the program ended */
  guint n_sent;
  guint n_again;
  guint n_kills;
} Life;

static const int life_minutes[] = { NINE, 20 * 60, 23 * 60 + 30 };

static void
note_coming (Life       *life,
             const char *uuid)
{
  const ThawReminderState *state = thaw_reminder_engine_get_state (life->fixture->engine, uuid);
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, uuid, state->last);
  guint n_times = GPOINTER_TO_UINT (g_hash_table_lookup (life->came, key));

  life->n_sent++;
  if (n_times > 0)
    {
      if (!g_hash_table_contains (life->may_come_again, key))
        g_error ("%s came a second time", key);
      life->n_again++;
    }
  g_hash_table_insert (life->came, g_steal_pointer (&key), GUINT_TO_POINTER (n_times + 1));
}

static void
look (Life *life)
{
  g_autofree char *log = thaw_test_notifier_take_log (life->fixture->notifier);
  g_auto (GStrv) words = g_strsplit (log, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_has_prefix (words[i], "+reminder-"))
        note_coming (life, words[i] + strlen ("+reminder-"));
    }
}

/* When it ends, on its own or not, before there was word of that. */
static void
note_not_noted (Life *life)
{
  Fixture *fixture = life->fixture;

  for (guint i = 0; i < thaw_reminder_engine_get_n_reminders (fixture->engine); i++)
    {
      const char *uuid = thaw_reminder_engine_get_reminder (fixture->engine, i)->uuid;
      ThawReminderState state = thaw_test_reminders_read_state (fixture, uuid);
      const ThawReminderState *now = thaw_reminder_engine_get_state (fixture->engine, uuid);

      if (state.last != now->last)
        g_hash_table_add (life->may_come_again, g_strdup_printf ("%s %" G_GINT64_FORMAT, uuid, now->last));
    }
}

static void
kill_it (Life *life)
{
  note_not_noted (life);
  life->n_kills++;
  thaw_test_reminders_kill (life->fixture);
  thaw_test_notifier_speak (life->fixture->notifier);
  thaw_test_reminders_open (life->fixture);
}

/* Awake, and not for so long that anything could be missed: what is due comes. */
static void
stay_awake (Life *life,
            int   minutes)
{
  Fixture *fixture = life->fixture;
  gint64 before_ms = thaw_clock_get_utc_ms (fixture->clock);
  ThawCivil before = thaw_civil_from_utc_ms (before_ms, fixture->zone);
  ThawCivil now = thaw_civil_from_utc_ms (before_ms + minutes * MINUTE_MS, fixture->zone);
  ThawCivil last[G_N_ELEMENTS (life_minutes)];

  for (guint i = 0; i < G_N_ELEMENTS (life_minutes); i++)
    last[i] = thaw_reminder_engine_get_state (fixture->engine,
                                              thaw_reminder_engine_get_reminder (fixture->engine, i)->uuid)->last;

  thaw_test_reminders_set_utc_ms (fixture, before_ms + minutes * MINUTE_MS);
  look (life);
  for (guint i = 0; i < G_N_ELEMENTS (life_minutes); i++)
    {
      for (ThawDay day = thaw_civil_get_day (before); day <= thaw_civil_get_day (now); day++)
        {
          ThawCivil moment = thaw_civil_new (day, life_minutes[i]);
          g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT,
                                                  thaw_reminder_engine_get_reminder (fixture->engine, i)->uuid, moment);

          if (moment > MAX (before, last[i]) && moment <= now && !g_hash_table_contains (life->came, key))
            g_error ("%s did not come", key);
        }
    }
}

static void
live (Life *life)
{
  static const char *const zones[] = { "Europe/Berlin", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe" };
  Fixture *fixture = life->fixture;
  gint64 now_ms = thaw_clock_get_utc_ms (fixture->clock);

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      note_not_noted (life);
      thaw_test_reminders_close (fixture);
      thaw_test_reminders_set_utc_ms (fixture, now_ms + g_test_rand_int_range (1, 300) * MINUTE_MS);
      thaw_test_reminders_open (fixture);
      break;

    case 1:
    case 2:
      kill_it (life);
      break;

    case 3:
      thaw_test_reminders_set_utc_ms (fixture, now_ms - g_test_rand_int_range (1, 120) * MINUTE_MS);
      break;

    case 4:
      thaw_test_reminders_set_zone (fixture, zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))]);
      break;

    case 5:
      thaw_test_notifier_speak (fixture->notifier);
      thaw_test_notifier_set_manner (fixture->notifier, g_test_rand_bit () ? THAW_TEST_NOTIFIER_TAKES
                                                                          : THAW_TEST_NOTIFIER_IS_SILENT);
      break;

    case 6:
      thaw_test_reminders_flush (fixture);
      break;

    case 7:
      thaw_test_reminders_set_utc_ms (fixture, now_ms + g_test_rand_int_range (1, 40) * HOUR_MS);
      break;

    default:
      stay_awake (life, g_test_rand_int_range (1, 90));
      break;
    }
  look (life);
}

static void
test_life (Fixture       *fixture,
           gconstpointer  data)
{
  Life life = { .fixture = fixture };

  life.came = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  life.may_come_again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  thaw_test_reminders_add (fixture, "1", NULL, life_minutes[0]);
  thaw_test_reminders_add (fixture, "2", NULL, life_minutes[1]);
  thaw_test_reminders_add (fixture, "3", NULL, life_minutes[2]);
  for (int i = 0; i < N_STEPS; i++)
    live (&life);

  g_test_message ("%u came, %u of them again after %u kills", life.n_sent, life.n_again, life.n_kills);
  g_assert_cmpuint (life.n_sent, >, 50);
  g_assert_cmpuint (life.n_kills, >, 50);
  g_hash_table_unref (life.came);
  g_hash_table_unref (life.may_come_again);
}

#define ADD(name, func) ADD_WITH (name, NULL, func)
#define ADD_WITH(name, data, func) \
  g_test_add ("/services/reminder-life/" name, Fixture, data, thaw_test_reminders_set_up, func, \
              thaw_test_reminders_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("restart", test_restart);
  ADD ("killed-in-between", test_killed_in_between);
  ADD ("ended-in-between", test_ended_in_between);
  ADD ("heard-without-journal", test_heard_without_journal);
  ADD ("left-behind", test_left_behind);
  ADD ("answered-in-between", test_answered_in_between);
  ADD_WITH ("snoozed-in-between", "", test_answered_in_between);
  ADD ("done-the-day-before", test_done_the_day_before);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("journal-goes", test_journal_goes);
  ADD ("clocks-go-forward", test_clocks_go_forward);
  ADD ("clocks-go-back", test_clocks_go_back);
  ADD ("life", test_life);

  return g_test_run ();
}
