/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-reminders"

#include "config.h"
#include "thaw-test-reminders.h"

#define UUID_START "0195e4a0-0000-7000-8000-00000000000"

static void
reset_settings (void)
{
  static const char *const keys[] = {
    "quiet-hours", "reminders-paused-until", "reminder-catch-up", "reminder-details",
  };
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/**
 * thaw_test_reminders_set_up:
 *
 * For g_test_add(), with a journal that is open and an engine that is started.
 */
void
thaw_test_reminders_set_up (ThawTestReminders *self,
                            gconstpointer      data)
{
  reset_settings ();
  self->directory = thaw_test_make_dir ();
  self->clock = thaw_test_make_clock ("2026-11-23T08:00:00+01:00");
  self->settings = thaw_settings_new ();
  self->notifier = thaw_test_notifier_new ();
  thaw_test_reminders_set_zone (self, "Europe/Berlin");
  thaw_test_reminders_open (self);
}

void
thaw_test_reminders_tear_down (ThawTestReminders *self,
                               gconstpointer      data)
{
  if (self->engine != NULL)
    thaw_test_reminders_close (self);
  thaw_test_notifier_speak (self->notifier);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_assert_finalize_object (g_steal_pointer (&self->notifier));
  g_clear_object (&self->settings);
  g_assert_finalize_object (g_steal_pointer (&self->clock));
  g_clear_pointer (&self->directory, thaw_test_remove_dir);
}

/**
 * thaw_test_reminders_open:
 *
 * What the start of the program does, as far as it has to do with reminders.
 */
void
thaw_test_reminders_open (ThawTestReminders *self)
{
  thaw_test_reminders_load (self);
  thaw_reminder_engine_start (self->engine);
}

/**
 * thaw_test_reminders_load:
 *
 * As thaw_test_reminders_open(), up to where answers are taken that started the program.
 */
void
thaw_test_reminders_load (ThawTestReminders *self)
{
  g_autoptr (GError) error = NULL;

  self->database = thaw_database_new (self->directory);
  self->journal = thaw_journal_new (self->database, self->clock, NULL, NULL);
  self->sessions = thaw_session_store_new (self->database, self->clock);
  self->people = thaw_people_store_new (self->database, self->clock);
  self->store = thaw_reminder_store_new (self->database, self->clock);
  self->engine = thaw_reminder_engine_new (self->clock, self->settings, self->store, self->journal, self->sessions,
                                           self->people);
  g_signal_connect_swapped (self->engine, "changed", G_CALLBACK (count_cb), &self->n_changed);

  thaw_database_open_sync (self->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_reminder_engine_set_notifier (self->engine, THAW_NOTIFIER (self->notifier));
  thaw_reminder_engine_load (self->engine);
}

static void
let_go (ThawTestReminders *self)
{
  thaw_reminder_engine_unload (self->engine);
  thaw_database_close (self->database);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_clear_object (&self->people);
  g_clear_object (&self->sessions);
  g_clear_object (&self->journal);
  g_assert_finalize_object (g_steal_pointer (&self->database));
}

/**
 * thaw_test_reminders_close:
 *
 * What the end of the program does.
 */
void
thaw_test_reminders_close (ThawTestReminders *self)
{
  thaw_reminder_engine_stop (self->engine);
  let_go (self);
}

static void
copy_files (const char *from,
            const char *to)
{
  g_autoptr (GDir) directory = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      gsize n_bytes;

      if (g_file_test (source, G_FILE_TEST_IS_REGULAR) && g_file_get_contents (source, &bytes, &n_bytes, NULL))
        g_file_set_contents (target, bytes, (gssize) n_bytes, NULL);
    }
}

/**
 * thaw_test_reminders_kill:
 *
 * What is left when the program is killed now: the files as they are.
 */
void
thaw_test_reminders_kill (ThawTestReminders *self)
{
  char *copy = thaw_test_make_dir ();

  copy_files (self->directory, copy);
  let_go (self);
  thaw_test_remove_dir (self->directory);
  self->directory = copy;
}

/**
 * thaw_test_reminders_flush:
 *
 * Waits until all is on the disk that was to be written.
 */
void
thaw_test_reminders_flush (ThawTestReminders *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  thaw_reminder_store_save_states_async (self->store, nothing, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_reminder_store_save_states_finish (self->store, awaited, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
thaw_test_reminders_set_utc_ms (ThawTestReminders *self,
                                gint64             utc_ms)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);
  g_autoptr (GDateTime) utc = g_date_time_add (epoch, utc_ms * 1000);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, self->zone);

  thaw_clock_set_now (self->clock, now);
}

/**
 * thaw_test_reminders_set_now:
 * @iso: the time, with an offset; what the clock shows then is up to the zone
 */
void
thaw_test_reminders_set_now (ThawTestReminders *self,
                             const char        *iso)
{
  thaw_test_reminders_set_utc_ms (self, thaw_moment_from_iso (iso, NULL).utc_ms);
}

/**
 * thaw_test_reminders_set_zone:
 * @name: a zone, as “Europe/Berlin”
 *
 * Carries the clock to another zone.
 */
void
thaw_test_reminders_set_zone (ThawTestReminders *self,
                              const char        *name)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_identifier (name);
  g_assert_nonnull (self->zone);
  thaw_test_reminders_set_utc_ms (self, thaw_clock_get_utc_ms (self->clock));
}

void
thaw_test_reminders_save (ThawTestReminders  *self,
                          const ThawReminder *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReminder) saved = thaw_reminder_store_save_sync (self->store, rule, &error);

  g_assert_no_error (error);
}

/**
 * thaw_test_reminders_add:
 * @digit: the last digit of its identity
 * @opens: (nullable): what it opens
 * @minute: when it comes each day
 *
 * Returns: (transfer none): its identity
 */
const char *
thaw_test_reminders_add (ThawTestReminders *self,
                         const char        *digit,
                         const char        *opens,
                         int                minute)
{
  g_autoptr (ThawReminder) rule = thaw_reminder_new ("Something", opens);
  g_autofree char *uuid = g_strconcat (UUID_START, digit, NULL);

  rule->uuid = g_strdup (uuid);
  rule->times[0] = minute;
  thaw_test_reminders_save (self, rule);

  return g_intern_string (uuid);
}

/**
 * thaw_test_reminders_read_state:
 *
 * Returns: what is on the disk of it, or zeros
 */
ThawReminderState
thaw_test_reminders_read_state (ThawTestReminders *self,
                                const char        *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = thaw_reminder_store_list_states (self->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const ThawReminderRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->uuid, uuid))
        return record->state;
    }

  return (ThawReminderState) { 0 };
}

/**
 * thaw_test_reminders_assert_log:
 * @expected: what happened since the last time, as “+1 -1”: sent and withdrawn, with digits
 *   as for thaw_test_reminders_add()
 */
void
thaw_test_reminders_assert_log (ThawTestReminders *self,
                                const char        *expected)
{
  g_autofree char *log = thaw_test_notifier_take_log (self->notifier);
  GString *found = g_string_new (log);

  g_string_replace (found, "reminder-" UUID_START, "", 0);
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}
