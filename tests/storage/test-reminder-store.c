/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-store"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-people-store.h"
#include "thaw-reminder-store.h"
#include "thaw-session-store.h"
#include "thaw-uuid.h"

#include <sqlite3.h>

#define UUID "0195e4a0-0000-7000-8000-00000000000"
#define TODAY thaw_day_new (2026, 3, 29)
#define MINUTE_MS G_GINT64_CONSTANT (60000)

typedef struct
{
  ThawStorageTest base;
  ThawReminderStore *reminders;
  guint n_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->reminders = thaw_reminder_store_new (fixture->base.database, fixture->base.clock);
  g_signal_connect_swapped (fixture->reminders, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->reminders));
  thaw_storage_test_tear_down (&fixture->base, data);
}

/* Past the library: what damage may have left. */
static void
execute (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gint64
query (Fixture    *fixture,
       const char *sql)
{
  sqlite3_stmt *row;
  sqlite3 *db;
  gint64 value;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);

  return value;
}

static gint64
to_ms (const char *iso)
{
  return thaw_moment_from_iso (iso, NULL).utc_ms;
}

static void
set_now (Fixture    *fixture,
         const char *iso)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, NULL);

  thaw_clock_set_now (fixture->base.clock, now);
}

static ThawReminder *
save (Fixture            *fixture,
      const ThawReminder *reminder)
{
  g_autoptr (GError) error = NULL;
  ThawReminder *saved = thaw_reminder_store_save_sync (fixture->reminders, reminder, &error);

  g_assert_no_error (error);

  return saved;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = thaw_reminder_store_list (fixture->reminders, &error);

  g_assert_no_error (error);

  return all;
}

static void
assert_same (const ThawReminder *reminder,
             const ThawReminder *expected)
{
  g_autofree char *words = thaw_storage_test_describe_reminder (reminder);
  g_autofree char *expected_words = thaw_storage_test_describe_reminder (expected);

  g_assert_cmpstr (words, ==, expected_words);
}

/* A reminder that has something in every column that one at times of day can have. */
static ThawReminder *
make_full (void)
{
  ThawReminder *reminder = thaw_reminder_new ("Łucja — „tief atmen“ 🙂 <b>", "practice:4-7-8");

  reminder->is_on = FALSE;
  reminder->weekdays = THAW_REMINDER_WEEKEND;
  reminder->from = THAW_DAY_FIRST;
  reminder->until = THAW_DAY_LAST;
  reminder->n_times = THAW_REMINDER_MAX_A_DAY;
  for (int i = 0; i < THAW_REMINDER_MAX_A_DAY; i++)
    reminder->times[i] = i * 1439 / (THAW_REMINDER_MAX_A_DAY - 1);
  reminder->skips_if_done = FALSE;
  reminder->ignores_quiet = TRUE;

  return reminder;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawReminder) plain = thaw_reminder_new ("Drink", NULL);
  g_autoptr (ThawReminder) full = make_full ();
  g_autoptr (ThawReminder) random = thaw_reminder_new ("Look up", "check-in:now");
  g_autoptr (ThawReminder) saved_plain = save (fixture, plain);
  g_autoptr (ThawReminder) saved_full = NULL;
  g_autoptr (ThawReminder) saved_random = NULL;
  g_autoptr (ThawReminder) changed = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) fewer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  g_assert_true (thaw_uuid_is_valid (saved_plain->uuid));
  g_assert_cmpint (saved_plain->modified_ms, ==, to_ms ("2026-03-29T09:15:00+02:00"));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  set_now (fixture, "2026-03-29T09:16:00+02:00");
  thaw_reminder_store_save_async (fixture->reminders, full, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved_full = thaw_reminder_store_save_finish (fixture->reminders, result, &error);
  g_assert_no_error (error);
  set_now (fixture, "2026-03-29T09:17:00+02:00");
  random->timing = THAW_REMINDER_IN_WINDOW;
  random->window_start = 0;
  random->window_end = 1439;
  random->n_in_window = THAW_REMINDER_MAX_A_DAY;
  random->distance = 130;
  random->n_times = 99;
  saved_random = save (fixture, random);

  /* In the order in which they were made; what does not count is as in a new one. */
  all = list (fixture);
  g_assert_cmpuint (all->len, ==, 3);
  assert_same (all->pdata[0], saved_plain);
  assert_same (all->pdata[1], saved_full);
  assert_same (all->pdata[2], saved_random);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpuint (((ThawReminder *) all->pdata[i])->n_times, ==, i == 1 ? THAW_REMINDER_MAX_A_DAY : 1);
  g_assert_cmpuint (saved_random->n_times, ==, 1);
  g_assert_null (((ThawReminder *) all->pdata[0])->opens);
  g_assert_cmpint (((ThawReminder *) all->pdata[0])->from, ==, THAW_DAY_NONE);
  g_assert_cmpint (((ThawReminder *) all->pdata[1])->times[11], ==, 1439);

  /* Back to NULL in what had something. */
  set_now (fixture, "2026-03-29T09:18:00+02:00");
  g_clear_pointer (&saved_full->opens, g_free);
  saved_full->from = saved_full->until = THAW_DAY_NONE;
  saved_full->timing = THAW_REMINDER_IN_WINDOW;
  changed = save (fixture, saved_full);
  g_assert_cmpint (changed->modified_ms, ==, to_ms ("2026-03-29T09:18:00+02:00"));
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM reminder WHERE opens IS NULL AND first_day IS NULL AND"
                                   "  last_day IS NULL AND times IS NULL AND window_start = 600"), ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 4);

  thaw_reminder_store_remove_async (fixture->reminders, changed->uuid, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_reminder_store_remove_finish (fixture->reminders, removed, &error));
  g_assert_true (thaw_reminder_store_remove_sync (fixture->reminders, saved_random->uuid, &error));
  g_assert_true (thaw_reminder_store_remove_sync (fixture->reminders, UUID "9", &error));
  g_assert_no_error (error);
  fewer = list (fixture);
  g_assert_cmpuint (fewer->len, ==, 1);
  assert_same (fewer->pdata[0], saved_plain);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM tombstone WHERE kind = 'reminder'"), ==, 2);
}

#define REFUSED(change)                                                                \
  G_STMT_START                                                                         \
    {                                                                                  \
      g_autoptr (ThawReminder) it = thaw_reminder_copy (saved);                        \
      g_autoptr (GError) error_ = NULL;                                                \
                                                                                       \
      change;                                                                          \
      g_test_message ("%s", #change);                                                  \
      g_assert_null (thaw_reminder_store_save_sync (fixture->reminders, it, &error_)); \
      g_assert_error (error_, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);         \
      g_assert_cmpuint (strlen (error_->message), >, 20);                              \
    }                                                                                  \
  G_STMT_END

#define SET(field, value) (g_free (it->field), it->field = g_strdup (value))

static void
set_times (ThawReminder *it,
           int           first,
           int           second)
{
  it->n_times = 2;
  it->times[0] = first;
  it->times[1] = second;
}

static void
set_window (ThawReminder *it,
            int           start,
            int           end,
            guint         n,
            int           distance)
{
  it->timing = THAW_REMINDER_IN_WINDOW;
  it->window_start = start;
  it->window_end = end;
  it->n_in_window = n;
  it->distance = distance;
}

/* What cannot be is refused, and leaves what was there as it was. */
static void
test_absurd (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReminder) full = make_full ();
  g_autoptr (ThawReminder) saved = save (fixture, full);
  g_autofree char *too_long = g_strnfill (THAW_REMINDER_MAX_TITLE_BYTES + 1, 'x');
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *far = g_strdup_printf ("article:%0100d", 1);
  g_autoptr (GPtrArray) all = NULL;

  REFUSED (SET (uuid, "reminder"));
  REFUSED (SET (title, ""));
  REFUSED (SET (title, " \t "));
  REFUSED (SET (title, "two\nlines"));
  REFUSED (SET (title, "\xff"));
  REFUSED (SET (title, too_long));
  REFUSED (SET (title, book));
  REFUSED (SET (opens, ""));
  REFUSED (SET (opens, "practice"));
  REFUSED (SET (opens, "practice:"));
  REFUSED (SET (opens, "practice:A walk"));
  REFUSED (SET (opens, "page:nowhere"));
  REFUSED (SET (opens, "check-in:later"));
  REFUSED (SET (opens, "https://example.org"));
  REFUSED (SET (opens, far));
  REFUSED (it->weekdays = 0);
  REFUSED (it->weekdays = 0x80);
  REFUSED (it->from = -1);
  REFUSED (it->until = THAW_DAY_LAST + 1);
  REFUSED ((it->from = TODAY, it->until = TODAY - 1));
  REFUSED (it->timing = (ThawReminderTiming) 2);
  REFUSED (it->n_times = 0);
  REFUSED (it->n_times = THAW_REMINDER_MAX_A_DAY + 1);
  REFUSED (set_times (it, -1, 5));
  REFUSED (set_times (it, 5, 1440));
  REFUSED (set_times (it, 5, 5));
  REFUSED (set_times (it, 5, 4));
  REFUSED (set_window (it, -1, 600, 1, 60));
  REFUSED (set_window (it, 600, 1440, 1, 60));
  REFUSED (set_window (it, 600, 600, 1, 60));
  REFUSED (set_window (it, 600, 500, 1, 60));
  REFUSED (set_window (it, 600, 1080, 0, 60));
  REFUSED (set_window (it, 600, 1080, THAW_REMINDER_MAX_A_DAY + 1, 1));
  REFUSED (set_window (it, 600, 1080, 2, 0));
  REFUSED (set_window (it, 600, 1080, 2, -60));
  REFUSED (set_window (it, 600, 1080, 3, 241));
  REFUSED (set_window (it, 600, 1080, 1, 1440));

  all = list (fixture);
  g_assert_cmpuint (all->len, ==, 1);
  assert_same (all->pdata[0], saved);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* What makes no sense is passed over, and the rest is there. */
static void
test_damaged_rows (Fixture       *fixture,
                   gconstpointer  data)
{
#define ROW(n, title, opens, weekdays, times) \
  "('" UUID n "', " title ", " opens ", 1, " weekdays ", 'then', 'times', " times ", NULL, 0, 0, 1)"
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) states = NULL;
  g_autofree char *words = NULL;

  execute (fixture,
           "PRAGMA ignore_check_constraints = ON;"
           "INSERT INTO reminder (uuid, title, opens, is_on, weekdays, first_day, timing, times, window_start,"
           "                      skips_if_done, ignores_quiet, modified_ms) VALUES"
           ROW ("1", "' '", "NULL", "127", "'540'") ","
           ROW ("2", "'No weekday'", "NULL", "0", "'540'") ","
           ROW ("3", "'Any weekday'", "NULL", "4294967297", "'540'") ","
           ROW ("4", "'No time'", "NULL", "127", "NULL") ","
           ROW ("5", "'Not in order'", "NULL", "127", "'540,530'") ","
           ROW ("6", "'Too late'", "NULL", "127", "'540,1440'") ","
           ROW ("7", "'Half a list'", "NULL", "127", "'540,'") ","
           ROW ("8", "'Too many'", "NULL", "127", "'0,1,2,3,4,5,6,7,8,9,10,11,12'") ","
           ROW ("9", "'Fine'", "'nowhere'", "127", "'540,1260'") ";"
           "INSERT INTO reminder (uuid, title, is_on, weekdays, timing, window_start, skips_if_done, ignores_quiet,"
           "                      modified_ms) VALUES ('" UUID "a', 'No window', 1, 127, 'window', 600, 0, 0, 1);"
           "INSERT INTO reminder_state (uuid, rule_ms, last_moment, shown_moment, missed_moment, snoozed_until_ms,"
           "                            put_off_day, n_unanswered_days, is_offer_over) VALUES"
           "  ('" UUID "9', 1, -5, -6, -7, -8, 'never', -9, 7)");
  all = list (fixture);
  g_assert_cmpuint (all->len, ==, 1);
  words = thaw_storage_test_describe_reminder (all->pdata[0]);
  g_assert_cmpstr (words, ==, UUID "9 “Fine” opens nothing, on 1, weekdays 7f, 0 to 0, 540 1260, skips 0, ignores 0,"
                              " modified 1");

  states = thaw_reminder_store_list_states (fixture->reminders, NULL);
  g_assert_cmpuint (states->len, ==, 1);
  g_free (words);
  words = thaw_storage_test_describe_state (&((ThawReminderRecord *) states->pdata[0])->state);
  g_assert_cmpstr (words, ==, "rule 1, last 0, shown 0, missed 0, snoozed 0, put off 0, unanswered 0, over 1");
#undef ROW
}

static gboolean
save_states (Fixture    *fixture,
             GPtrArray  *records,
             GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_reminder_store_save_states_async (fixture->reminders, records, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);

  return thaw_reminder_store_save_states_finish (fixture->reminders, result, error);
}

static void
add_state (GPtrArray               *records,
           const char              *uuid,
           const ThawReminderState *state)
{
  g_ptr_array_add (records, thaw_reminder_record_new (uuid, state));
}

static GPtrArray *
make_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_record_free);
}

static void
clean (ThawReminderStore *reminders)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_reminder_store_clean_async (reminders, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_reminder_store_clean_finish (reminders, result, &error));
  g_assert_no_error (error);
}

static void
assert_state (Fixture                 *fixture,
              guint                    index,
              guint                    n,
              const char              *uuid,
              const ThawReminderState *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = thaw_reminder_store_list_states (fixture->reminders, &error);
  const ThawReminderRecord *record;
  g_autofree char *words = NULL;
  g_autofree char *expected_words = thaw_storage_test_describe_state (expected);

  g_assert_no_error (error);
  g_assert_cmpuint (states->len, ==, n);
  record = states->pdata[index];
  words = thaw_storage_test_describe_state (&record->state);
  g_assert_cmpstr (record->uuid, ==, uuid);
  g_assert_cmpstr (words, ==, expected_words);
  /* Whoever needs it asks for it. */
  g_assert_cmpint (record->state.done_ms, ==, 0);
}

static const ThawReminderState nothing_yet = { .rule_ms = 7 };

static ThawReminderState
make_full_state (void)
{
  return (ThawReminderState) {
    .rule_ms = G_GINT64_CONSTANT (1774768500000),
    .last = thaw_civil_new (THAW_DAY_LAST, 1439),
    .shown = thaw_civil_new (TODAY, 540),
    .missed = thaw_civil_new (TODAY, 480),
    .snoozed_until_ms = G_GINT64_CONSTANT (1774768900000),
    .put_off_day = TODAY,
    .n_unanswered_days = 3,
    .is_offer_over = TRUE,
    .done_ms = 17,
  };
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GPtrArray) later = make_records ();
  g_autoptr (GPtrArray) none = make_records ();
  ThawReminderState full = make_full_state ();
  g_autoptr (GError) error = NULL;

  add_state (records, UUID "2", &full);
  add_state (records, UUID "1", &nothing_yet);
  g_assert_true (save_states (fixture, records, &error));
  g_assert_no_error (error);
  assert_state (fixture, 0, 2, UUID "1", &nothing_yet);
  assert_state (fixture, 1, 2, UUID "2", &full);

  /* One of them alone, back to nothing. */
  add_state (later, UUID "2", &nothing_yet);
  g_assert_true (save_states (fixture, later, &error));
  assert_state (fixture, 0, 2, UUID "1", &nothing_yet);
  assert_state (fixture, 1, 2, UUID "2", &nothing_yet);
  g_assert_true (save_states (fixture, none, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM reminder_state WHERE last_moment IS NULL AND shown_moment IS"
                                   "  NULL AND missed_moment IS NULL AND snoozed_until_ms IS NULL AND put_off_day IS"
                                   "  NULL"), ==, 2);

  /* Whoever shows reminders has nothing to read again. */
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* One that cannot be written, and none is. */
static void
test_states_all_or_none (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) records = make_records ();
  ThawReminderState full = make_full_state ();
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GError) error = NULL;

  execute (fixture, "CREATE TRIGGER full BEFORE INSERT ON reminder_state WHEN new.uuid = '" UUID "2'"
                    "  BEGIN SELECT raise (ABORT, 'no'); END");
  thaw_storage_test_reopen (&fixture->base);
  add_state (records, UUID "1", &full);
  add_state (records, UUID "2", &full);
  g_assert_false (save_states (fixture, records, &error));
  g_assert_nonnull (error);
  states = thaw_reminder_store_list_states (fixture->reminders, NULL);
  g_assert_cmpuint (states->len, ==, 0);
}

static void
test_clean (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Tea", NULL);
  g_autoptr (ThawReminder) saved = NULL;
  g_autoptr (ThawReminder) back = NULL;
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GPtrArray) states = NULL;
  ThawReminderState full = make_full_state ();
  g_autoptr (GError) error = NULL;

  reminder->uuid = g_strdup (UUID "1");
  saved = save (fixture, reminder);
  add_state (records, saved->uuid, &full);
  add_state (records, UUID "2", &full);
  g_assert_true (save_states (fixture, records, &error));

  /* A removal can be taken back, with all that came of it. */
  g_assert_true (thaw_reminder_store_remove_sync (fixture->reminders, saved->uuid, &error));
  assert_state (fixture, 0, 2, UUID "1", &full);
  back = save (fixture, saved);
  assert_state (fixture, 0, 2, UUID "1", &full);
  g_assert_cmpuint (fixture->n_changed, ==, 3);

  clean (fixture->reminders);
  assert_state (fixture, 0, 1, UUID "1", &full);
  g_assert_cmpuint (fixture->n_changed, ==, 3);

  g_assert_true (thaw_reminder_store_remove_sync (fixture->reminders, saved->uuid, &error));
  clean (fixture->reminders);
  states = thaw_reminder_store_list_states (fixture->reminders, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (states->len, ==, 0);
}

static void
assert_done (Fixture    *fixture,
             const char *opens,
             ThawDay     day,
             gint64      expected_ms)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s on %d", opens != NULL ? opens : "nothing", day);
  g_assert_cmpint (thaw_reminder_store_get_done_ms (fixture->reminders, opens, day, &error), ==, expected_ms);
  g_assert_no_error (error);
}

static void
test_done_by_entry (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *yesterday = NULL;
  g_autofree char *earlier = NULL;
  g_autofree char *later = NULL;
  g_autofree char *evening = NULL;
  gint64 now_ms = thaw_clock_get_utc_ms (fixture->base.clock);

  /* Written now, of yesterday: that is nothing of today. */
  yesterday = thaw_storage_test_add (&fixture->base, "2026-03-28T23:59:59+01:00", "yesterday");
  assert_done (fixture, "check-in:now", TODAY, 0);
  assert_done (fixture, "entry:new", TODAY, 0);

  /* Of eight o’clock, and written at a quarter past nine: it was done then. */
  earlier = thaw_storage_test_add (&fixture->base, "2026-03-29T08:00:00+02:00", "earlier");
  assert_done (fixture, "check-in:now", TODAY, now_ms);
  assert_done (fixture, "entry:new", TODAY, now_ms);
  assert_done (fixture, "entry:new", TODAY + 1, 0);

  set_now (fixture, "2026-03-29T12:00:00+02:00");
  later = thaw_storage_test_add (&fixture->base, "2026-03-29T07:00:00+02:00", "later, of the morning");
  assert_done (fixture, "check-in:now", TODAY, to_ms ("2026-03-29T12:00:00+02:00"));
  evening = thaw_storage_test_add (&fixture->base, "2026-03-29T23:59:59+02:00", "ahead of the clock");
  assert_done (fixture, "check-in:now", TODAY, to_ms ("2026-03-29T23:59:59+02:00"));

  /* What was deleted is not there. */
  thaw_storage_test_hide (&fixture->base, evening);
  thaw_storage_test_hide (&fixture->base, later);
  assert_done (fixture, "check-in:now", TODAY, now_ms);
  thaw_storage_test_hide (&fixture->base, earlier);
  assert_done (fixture, "check-in:now", TODAY, 0);
}

static void
add_session (Fixture           *fixture,
             const char        *activity,
             const char        *iso,
             ThawSessionEnding  ending,
             gint64             actual_ms)
{
  g_autoptr (ThawSessionStore) sessions = thaw_session_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_REST, activity, "Something");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = ending;
  session->actual_ms = actual_ms;
  saved = thaw_session_store_save_sync (sessions, session, &error);
  g_assert_no_error (error);
}

static void
test_done_by_session (Fixture       *fixture,
                      gconstpointer  data)
{
#define NAP "practice:nap"
  add_session (fixture, "nap", "2026-03-28T23:50:00+01:00", THAW_SESSION_FINISHED, 30 * MINUTE_MS);
  add_session (fixture, "walk", "2026-03-29T08:00:00+02:00", THAW_SESSION_FINISHED, MINUTE_MS);
  add_session (fixture, "nap", "2026-03-29T08:00:00+02:00", THAW_SESSION_RUNNING, 10 * MINUTE_MS);
  add_session (fixture, "nap", "2026-03-29T08:00:00+02:00", THAW_SESSION_LEFT, THAW_SESSION_LEAST_MS - 1);
  assert_done (fixture, NAP, TODAY, 0);

  /* When it ends. */
  add_session (fixture, "nap", "2026-03-29T08:10:00+02:00", THAW_SESSION_LEFT, THAW_SESSION_LEAST_MS);
  assert_done (fixture, NAP, TODAY, to_ms ("2026-03-29T08:10:05+02:00"));
  add_session (fixture, "nap", "2026-03-29T08:20:00+02:00", THAW_SESSION_FINISHED, 20 * MINUTE_MS);
  add_session (fixture, "nap", "2026-03-29T08:30:00+02:00", THAW_SESSION_FINISHED, MINUTE_MS);
  assert_done (fixture, NAP, TODAY, to_ms ("2026-03-29T08:40:00+02:00"));
  assert_done (fixture, NAP, TODAY - 1, to_ms ("2026-03-29T00:20:00+01:00"));
  assert_done (fixture, "practice:walk", TODAY, to_ms ("2026-03-29T08:01:00+02:00"));

  /* What is written down is done when that is. */
  add_session (fixture, "nap", "2026-03-29T06:00:00+02:00", THAW_SESSION_LOGGED, 0);
  assert_done (fixture, NAP, TODAY, to_ms ("2026-03-29T09:15:00+02:00"));
#undef NAP
}

static void
test_done_by_contact (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (ThawPeopleStore) people = thaw_people_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Ada");
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (ThawPerson) again = NULL;
  g_autoptr (GError) error = NULL;

  person->id = g_strdup (UUID "1");
  person->last_contact = TODAY - 1;
  saved = thaw_people_store_save_sync (people, person, &error);
  g_assert_no_error (error);
  assert_done (fixture, "person:" UUID "1", TODAY, 0);

  set_now (fixture, "2026-03-29T18:00:00+02:00");
  saved->last_contact = TODAY;
  again = thaw_people_store_save_sync (people, saved, &error);
  g_assert_no_error (error);
  assert_done (fixture, "person:" UUID "1", TODAY, to_ms ("2026-03-29T18:00:00+02:00"));
  assert_done (fixture, "person:" UUID "1", TODAY + 1, 0);
  assert_done (fixture, "person:" UUID "2", TODAY, 0);
}

/* Nobody is done with what can only be looked at. */
static void
test_done_by_nothing (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const others[] = { NULL, "page:journal", "article:cbt", "help:now", "word:joy", "nonsense", "" };
  g_autofree char *uuid = thaw_storage_test_add (&fixture->base, "2026-03-29T09:15:00+02:00", "now");
  g_autoptr (GError) error = NULL;

  add_session (fixture, "cbt", "2026-03-29T08:20:00+02:00", THAW_SESSION_FINISHED, MINUTE_MS);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_done (fixture, others[i], TODAY, 0);
  assert_done (fixture, "entry:new", THAW_DAY_LAST, 0);
  assert_done (fixture, "entry:new", THAW_DAY_FIRST, 0);

  thaw_database_close (fixture->base.database);
  g_assert_cmpint (thaw_reminder_store_get_done_ms (fixture->reminders, "check-in:now", TODAY, &error), ==, 0);
  g_assert_nonnull (error);
}

/* Another process reads all of it, and is told that it cannot change it. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (fixture->base.directory);
  g_autoptr (ThawReminderStore) reader = thaw_reminder_store_new (database, fixture->base.clock);
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Tea", NULL);
  g_autoptr (ThawReminder) saved = save (fixture, reminder);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (thaw_database_open_sync (database, THAW_DATABASE_READ_ONLY, &error));
  all = thaw_reminder_store_list (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_false (thaw_reminder_store_remove_sync (reader, saved->uuid, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY);

  /* Where there is nothing to clean, nothing is written. */
  clean (reader);
  thaw_database_close (database);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/reminder-store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("absurd", test_absurd);
  ADD ("damaged-rows", test_damaged_rows);
  ADD ("states", test_states);
  ADD ("states-all-or-none", test_states_all_or_none);
  ADD ("clean", test_clean);
  ADD ("done-by-entry", test_done_by_entry);
  ADD ("done-by-session", test_done_by_session);
  ADD ("done-by-contact", test_done_by_contact);
  ADD ("done-by-nothing", test_done_by_nothing);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
