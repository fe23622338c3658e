/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminder-services"

#include "config.h"
#include "thaw-services.h"
#include "thaw-test-notifier.h"
#include "thaw-test.h"

#define UUID "0195e4a0-0000-7000-8000-000000000001"

/* Nothing that is done after a start takes longer to begin. */
#define LONGEST_WAIT_MS 5000

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

static void
save (ThawServices       *services,
      const ThawReminder *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReminder) saved = thaw_reminder_store_save_sync (thaw_services_get_reminders (services), rule, &error);

  g_assert_no_error (error);
}

static ThawReminder *
make_rule (int minute)
{
  ThawReminder *rule = thaw_reminder_new ("Something", NULL);

  rule->uuid = g_strdup (UUID);
  rule->times[0] = minute;

  return rule;
}

/* The engine has what an open journal has, and sends when it is started, in whatever order that happens. */
static void
test_open_and_close (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T08:00:00+01:00");
  g_autoptr (ThawServices) services = make_services (directory, clock);
  g_autoptr (ThawTestNotifier) notifier = thaw_test_notifier_new ();
  g_autoptr (ThawReminder) rule = make_rule (9 * 60);
  g_autoptr (GDateTime) nine = g_date_time_new_from_iso8601 ("2026-11-23T09:00:00+01:00", NULL);
  g_autoptr (GDateTime) ten = g_date_time_new_from_iso8601 ("2026-11-23T10:00:00+01:00", NULL);
  ThawReminderEngine *engine = thaw_services_get_reminder_engine (services);

  thaw_reminder_engine_set_notifier (engine, THAW_NOTIFIER (notifier));
  thaw_reminder_engine_start (engine);
  g_assert_cmpuint (thaw_reminder_engine_get_n_reminders (engine), ==, 0);
  open_journal (services);
  save (services, rule);
  g_assert_cmpuint (thaw_reminder_engine_get_n_reminders (engine), ==, 1);
  thaw_clock_set_now (clock, nine);
  g_assert_true (thaw_test_notifier_has (notifier, "reminder-" UUID));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  thaw_services_close (services);
  g_assert_cmpuint (thaw_reminder_engine_get_n_reminders (engine), ==, 0);
  thaw_clock_set_now (clock, ten);

  /* What came is known again, and does not come again. */
  open_journal (services);
  thaw_reminder_engine_start (engine);
  g_assert_cmpint (thaw_reminder_engine_get_state (engine, UUID)->shown, !=, THAW_CIVIL_NONE);
  g_assert_cmpuint (thaw_test_notifier_get_n_sent (notifier), ==, 1);
  thaw_services_close (services);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
put_snoozed_state (ThawServices *services,
                   gint64        until_ms)
{
  ThawReminderStore *store = thaw_services_get_reminders (services);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_record_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;
  ThawReminderState state = *thaw_reminder_engine_get_state (thaw_services_get_reminder_engine (services), UUID);

  state.snoozed_until_ms = until_ms;
  g_ptr_array_add (records, thaw_reminder_record_new (UUID, &state));
  thaw_reminder_store_save_states_async (store, records, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_reminder_store_save_states_finish (store, awaited, &error);
  g_assert_no_error (error);
}

/* The minute before the one it is, so that nothing else than what was put off comes now. */
static int
get_past_minute (ThawClock *clock)
{
  g_autoptr (GDateTime) now = thaw_clock_dup_now (clock);

  return (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now) + 24 * 60 - 1) % (24 * 60);
}

/* A real timer, on the clock that the system has. */
static void
test_timer (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawServices) services = make_services (directory, clock);
  g_autoptr (ThawTestNotifier) notifier = thaw_test_notifier_new ();
  g_autoptr (ThawReminder) rule = make_rule (get_past_minute (clock));
  ThawReminderEngine *engine = thaw_services_get_reminder_engine (services);
  gint64 due_ms;

  open_journal (services);
  save (services, rule);
  due_ms = thaw_clock_get_utc_ms (clock) + 300;
  put_snoozed_state (services, due_ms);
  thaw_services_close (services);
  g_clear_object (&services);

  services = make_services (directory, clock);
  engine = thaw_services_get_reminder_engine (services);
  open_journal (services);
  thaw_reminder_engine_set_notifier (engine, THAW_NOTIFIER (notifier));
  thaw_reminder_engine_start (engine);
  while (thaw_test_notifier_get_n_sent (notifier) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_clock_get_utc_ms (clock), >=, due_ms);
  thaw_services_close (services);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* How long the main loop would wait for the next timeout: −1 for no end, whatever is ready having been done. */
static int
get_wait_ms (void)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[64];
  int wait_ms;
  int priority;
  int n_fds;

  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  n_fds = g_main_context_query (context, priority, &wait_ms, fds, G_N_ELEMENTS (fds));
  g_assert_cmpint (n_fds, <=, (int) G_N_ELEMENTS (fds));
  for (int i = 0; i < n_fds; i++)
    fds[i].revents = 0;
  g_main_context_check (context, priority, fds, n_fds);
  g_main_context_release (context);

  return wait_ms;
}

/* Once the work after the start is done nothing wakes the program up but two timers of the system. */
static void
test_idle (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawServices) services = make_services (directory, clock);
  g_autoptr (ThawTestNotifier) notifier = thaw_test_notifier_new ();
  g_autoptr (ThawReminder) rule = make_rule (get_past_minute (clock));
  ThawReminderEngine *engine = thaw_services_get_reminder_engine (services);
  guint n_waits = 0;
  int wait_ms;

  thaw_clock_start (clock);
  open_journal (services);
  thaw_reminder_engine_set_notifier (engine, THAW_NOTIFIER (notifier));
  thaw_reminder_engine_start (engine);
  save (services, rule);
  g_assert_cmpint (thaw_reminder_engine_get_next_ms (engine), >, thaw_clock_get_utc_ms (clock));
  while ((wait_ms = get_wait_ms ()) != -1)
    {
      g_assert_cmpint (wait_ms, <=, LONGEST_WAIT_MS);
      g_assert_cmpuint (n_waits++, <, 200);
      g_main_context_iteration (NULL, TRUE);
    }

  /* Also after whatever threads were still doing. */
  thaw_test_spin (200);
  g_assert_cmpint (get_wait_ms (), ==, -1);
  thaw_services_close (services);
  thaw_clock_stop (clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/reminder-services/open-and-close", test_open_and_close);
  g_test_add_func ("/services/reminder-services/timer", test_timer);
  g_test_add_func ("/services/reminder-services/idle", test_idle);

  return g_test_run ();
}
