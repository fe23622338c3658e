/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-sleep-watch"

#include "config.h"
#include "reminders/thaw-sleep-watch.h"
#include "thaw-services.h"
#include "thaw-test.h"

#define LOGIND_NAME "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER "org.freedesktop.login1.Manager"

typedef struct
{
  GTestDBus *bus;          /* (owned) */
  GDBusConnection *logind; /* (owned): who says that he is logind */
  guint name_id;
  gboolean is_gone;        /* the bus is */
} Fixture;

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

static void
on_name_acquired_cb (GDBusConnection *connection,
                     const char      *name,
                     gpointer         user_data)
{
  gboolean *has_name = user_data;

  *has_name = TRUE;
}

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                           G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean has_name = FALSE;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (fixture->bus), TRUE);

  fixture->logind = connect_to (fixture->bus);
  fixture->name_id = g_bus_own_name_on_connection (fixture->logind, LOGIND_NAME, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                   on_name_acquired_cb, NULL, &has_name, NULL);
  while (!has_name)
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody holds the bus any more when the watches are gone. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_bus_unown_name (fixture->name_id);
  if (!fixture->is_gone)
    {
      g_dbus_connection_close_sync (fixture->logind, NULL, &error);
      g_assert_no_error (error);
      g_test_dbus_stop (fixture->bus);
    }
  g_clear_object (&fixture->logind);
  g_clear_object (&fixture->bus);
  g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
emit (GDBusConnection *connection,
      const char      *interface,
      GVariant        *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (connection, NULL, LOGIND_PATH, interface, "PrepareForSleep", parameters, &error);
  g_assert_no_error (error);
}

/* Until the watch listens, what is said goes past it. */
static void
wake_until_heard (Fixture *fixture,
                  guint   *n_woken)
{
  while (*n_woken == 0)
    {
      emit (fixture->logind, LOGIND_MANAGER, g_variant_new ("(b)", FALSE));
      thaw_test_spin (5);
    }
}

/* Whatever was said before this is heard after it. */
static void
wake_once (Fixture *fixture,
           guint   *n_woken)
{
  guint n_before;

  /* What was said before the first was heard may still come in. */
  thaw_test_spin (50);
  n_before = *n_woken;
  emit (fixture->logind, LOGIND_MANAGER, g_variant_new ("(b)", FALSE));
  while (*n_woken == n_before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (*n_woken, ==, n_before + 1);
}

static void
test_woke (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawSleepWatch) watch = thaw_sleep_watch_new ();
  g_autoptr (GDBusConnection) stranger = connect_to (fixture->bus);
  g_autoptr (GError) error = NULL;
  guint n_woken = 0;

  g_signal_connect_swapped (watch, "woke", G_CALLBACK (count_cb), &n_woken);
  wake_until_heard (fixture, &n_woken);
  wake_once (fixture, &n_woken);

  /* Going to sleep, and what makes no sense, is not heard; wake_once() would count it. */
  emit (fixture->logind, LOGIND_MANAGER, g_variant_new ("(b)", TRUE));
  emit (fixture->logind, LOGIND_MANAGER, g_variant_new ("(s)", "no"));
  emit (fixture->logind, "org.example.Manager", g_variant_new ("(b)", FALSE));
  wake_once (fixture, &n_woken);

  /* Nor is somebody who is not logind. */
  emit (stranger, LOGIND_MANAGER, g_variant_new ("(b)", FALSE));
  g_dbus_connection_flush_sync (stranger, NULL, &error);
  g_assert_no_error (error);
  wake_once (fixture, &n_woken);

  g_dbus_connection_close_sync (stranger, NULL, &error);
  g_assert_finalize_object (g_steal_pointer (&watch));
}

/* It goes before it has a bus. */
static void
test_goes_early (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawSleepWatch) watch = thaw_sleep_watch_new ();

  g_assert_finalize_object (g_steal_pointer (&watch));
  thaw_test_spin (50);
}

/* A bus that goes away does not take the program with it. */
static void
test_bus_goes (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawSleepWatch) watch = thaw_sleep_watch_new ();
  guint n_woken = 0;

  g_signal_connect_swapped (watch, "woke", G_CALLBACK (count_cb), &n_woken);
  wake_until_heard (fixture, &n_woken);
  fixture->is_gone = TRUE;
  g_test_dbus_stop (fixture->bus);
  while (!g_dbus_connection_is_closed (fixture->logind))
    g_main_context_iteration (NULL, TRUE);
  thaw_test_spin (50);
  g_assert_finalize_object (g_steal_pointer (&watch));
}

static void
test_no_bus (void)
{
  g_autoptr (ThawSleepWatch) watch = NULL;
  guint n_woken = 0;

  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  watch = thaw_sleep_watch_new ();
  g_signal_connect_swapped (watch, "woke", G_CALLBACK (count_cb), &n_woken);
  thaw_test_spin (50);
  g_assert_cmpuint (n_woken, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&watch));
  g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
}

/* The clock of a program with reminders looks again when the machine woke up. */
static void
test_clock_looks (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T08:00:00+01:00");
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (ThawServices) services = thaw_services_new (directory, clock, settings);
  ThawReminderEngine *engine = thaw_services_get_reminder_engine (services);
  guint n_looks = 0;

  g_signal_connect_swapped (clock, "changed", G_CALLBACK (count_cb), &n_looks);
  thaw_reminder_engine_start (engine);
  wake_until_heard (fixture, &n_looks);
  thaw_reminder_engine_stop (engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

#define ADD(name, func) g_test_add ("/services/sleep-watch/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("woke", test_woke);
  ADD ("goes-early", test_goes_early);
  ADD ("bus-goes", test_bus_goes);
  ADD ("clock-looks", test_clock_looks);
  g_test_add_func ("/services/sleep-watch/no-bus", test_no_bus);

  return g_test_run ();
}
