/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-desktop-notifier"

#include "config.h"

#include <string.h>

#include "reminders/thaw-desktop-notifier.h"
#include "reminders/thaw-reminder-notification.h"
#include "thaw-test-notification-service.h"
#include "thaw-test.h"

#define UUID "0193a1c0-0000-7000-8000-000000000001"
#define ID "reminder-" UUID

#define FREEDESKTOP "org.freedesktop.Notifications"
#define SHELL "org.gtk.Notifications"
#define PORTAL "org.freedesktop.portal.Desktop"

typedef struct
{
  GTestDBus *bus;            /* (owned) (nullable) */
  GApplication *application; /* (owned) */
  ThawNotifier *notifier;    /* (owned) */
  char *activated;           /* (owned) (nullable): the action, and its target */
} Fixture;

/* GLib chooses once in a process, so each test has one of its own. */
static gboolean
is_own_process (void)
{
  if (g_test_subprocess ())
    return TRUE;

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();

  return FALSE;
}

static void
on_action_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->activated);
  fixture->activated = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)),
                                        g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "open-reminder", .activate = on_action_cb, .parameter_type = "s" },
  { .name = "snooze-reminder", .activate = on_action_cb, .parameter_type = "s" },
  { .name = "put-off-reminder", .activate = on_action_cb, .parameter_type = "s" },
};

static void
set_up (Fixture  *fixture,
        gboolean  has_bus)
{
  g_autoptr (GError) error = NULL;

  if (has_bus)
    {
      fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
      g_test_dbus_up (fixture->bus);
    }
  else
    {
      g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
    }

  fixture->application = g_application_new (APP_ID ".Test", G_APPLICATION_DEFAULT_FLAGS);
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->application), actions, G_N_ELEMENTS (actions), fixture);
  g_assert_true (g_application_register (fixture->application, NULL, &error));
  fixture->notifier = THAW_NOTIFIER (thaw_desktop_notifier_new (fixture->application));
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->notifier));
  g_clear_object (&fixture->application);
  g_clear_pointer (&fixture->activated, g_free);
  if (fixture->bus != NULL)
    g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
}

static GNotification *
make_notification (void)
{
  g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Water the plants", "check-in:now");

  reminder->uuid = g_strdup (UUID);

  return thaw_reminder_notification_new (reminder, FALSE);
}

static char *
send (Fixture  *fixture,
      GError  **error)
{
  g_autoptr (GNotification) notification = make_notification ();
  g_autoptr (GAsyncResult) pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  thaw_notifier_send_async (fixture->notifier, ID, notification, NULL, thaw_test_store_result_cb, &pending);
  result = thaw_test_await (&pending);

  return thaw_notifier_send_finish (fixture->notifier, result, error);
}

static void
assert_sent (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = send (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (program, ==, expected);
}

static void
assert_not_sent (Fixture           *fixture,
                 ThawNotifierError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = send (fixture, &error);

  g_assert_error (error, THAW_NOTIFIER_ERROR, (int) code);
  g_assert_null (program);
}

static void
await_line (ThawTestNotificationService *service,
            guint                        n_lines)
{
  while (service->log->len < n_lines)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (service->log->len, ==, n_lines);
}

static const char *
get_line (ThawTestNotificationService *service,
          guint                        index)
{
  return g_ptr_array_index (service->log, index);
}

/* GLib 2.74 frees it again and again if the service goes after the application did. */
static void
take_back (Fixture                     *fixture,
           ThawTestNotificationService *service)
{
  guint n_lines = service->log->len;

  thaw_notifier_withdraw (fixture->notifier, ID);
  await_line (service, n_lines + 1);
}

static void
test_freedesktop (void)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) service = thaw_test_notification_service_new (FREEDESKTOP);

    assert_sent (&fixture, "Noticeboard");
    /* It is there when the answer is. */
    g_assert_cmpuint (service->log->len, ==, 1);
    g_assert_cmpstr (get_line (service, 0), ==,
                     "add 0 A reminder from Thaw | You asked to be reminded of something. | [default ]"
                     "[app.open-reminder::" UUID " Check In][app.snooze-reminder::" UUID " In 15 Minutes]"
                     "[app.put-off-reminder::" UUID " Not Today]");

    /* The same again takes its place. */
    assert_sent (&fixture, "Noticeboard");
    g_assert_cmpuint (service->log->len, ==, 2);
    g_assert_true (g_str_has_prefix (get_line (service, 1), "add 1 "));

    thaw_notifier_withdraw (fixture.notifier, ID);
    await_line (service, 3);
    g_assert_cmpstr (get_line (service, 2), ==, "remove 1");
  }
  tear_down (&fixture);
}

static void
test_buttons (void)
{
  static const struct
  {
    const char *pressed;
    const char *activated;
  } buttons[] = {
    { "default", "open-reminder " UUID },
    { "app.open-reminder::" UUID, "open-reminder " UUID },
    { "app.snooze-reminder::" UUID, "snooze-reminder " UUID },
    { "app.put-off-reminder::" UUID, "put-off-reminder " UUID },
  };
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) service = thaw_test_notification_service_new (FREEDESKTOP);

    for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
      {
        assert_sent (&fixture, "Noticeboard");
        thaw_test_notification_service_invoke (service, buttons[i].pressed);
        while (fixture.activated == NULL)
          g_main_context_iteration (NULL, TRUE);
        g_assert_cmpstr (fixture.activated, ==, buttons[i].activated);
        g_clear_pointer (&fixture.activated, g_free);
      }
  }
  tear_down (&fixture);
}

/* A GNotification cannot be asked what it says; who takes it can. */
static void
test_words (void)
{
#define LATER "[app.snooze-reminder::" UUID " In 15 Minutes][app.put-off-reminder::" UUID " Not Today]"
#define NEUTRAL "A reminder from Thaw | You asked to be reminded of something. | [default ]"
#define OPEN(label) "[app.open-reminder::" UUID " " label "]" LATER
  static const struct
  {
    const char *opens;
    gboolean shows_details;
    const char *expected;
  } reminders[] = {
    { "check-in:now", TRUE, "Water <b> | | [default ]" OPEN ("Check In") },
    { "entry:new", FALSE, NEUTRAL OPEN ("Write") },
    { "practice:walk", FALSE, NEUTRAL OPEN ("Begin") },
    { "person:" UUID, FALSE, NEUTRAL OPEN ("Open") },
    { "page:support", FALSE, NEUTRAL OPEN ("Open") },
    { NULL, FALSE, NEUTRAL LATER },
    { NULL, TRUE, "Water <b> | | [default ]" LATER },
  };
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) service = thaw_test_notification_service_new (FREEDESKTOP);
    g_autoptr (GNotification) test = thaw_reminder_notification_new_test ();

    for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
      {
        g_autoptr (ThawReminder) reminder = thaw_reminder_new ("Water <b>", reminders[i].opens);
        g_autoptr (GNotification) notification = NULL;
        g_autoptr (GString) expected = g_string_new (reminders[i].expected);

        reminder->uuid = g_strdup (UUID);
        notification = thaw_reminder_notification_new (reminder, reminders[i].shows_details);
        thaw_notifier_send_async (fixture.notifier, ID, notification, NULL, NULL, NULL);
        await_line (service, i + 1);
        g_string_replace (expected, "| |", "|  |", 0);
        g_assert_cmpstr (strchr (get_line (service, i), ' ') + strlen (" N "), ==, expected->str);
      }
    take_back (&fixture, service);

    /* It asks for nothing; a click only shows the window. */
    thaw_notifier_send_async (fixture.notifier, ID, test, NULL, NULL, NULL);
    await_line (service, G_N_ELEMENTS (reminders) + 2);
    g_assert_cmpstr (get_line (service, G_N_ELEMENTS (reminders) + 1), ==,
                     "add 0 A test reminder from Thaw | This is how a reminder comes. | ");
    take_back (&fixture, service);
  }
  tear_down (&fixture);
}

/* Asked for in one go, they are done one after the other: what is withdrawn does not stay because its number was not
 * known yet. */
static void
test_order (void)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) service = thaw_test_notification_service_new (FREEDESKTOP);
    g_autoptr (GNotification) notification = make_notification ();

    thaw_notifier_send_async (fixture.notifier, ID, notification, NULL, NULL, NULL);
    thaw_notifier_withdraw (fixture.notifier, ID);
    thaw_notifier_send_async (fixture.notifier, ID, notification, NULL, NULL, NULL);
    thaw_notifier_withdraw (fixture.notifier, ID);

    await_line (service, 4);
    g_assert_true (g_str_has_prefix (get_line (service, 0), "add 0 "));
    g_assert_cmpstr (get_line (service, 1), ==, "remove 1");
    g_assert_true (g_str_has_prefix (get_line (service, 2), "add 0 "));
    g_assert_cmpstr (get_line (service, 3), ==, "remove 2");
  }
  tear_down (&fixture);
}

/* The Shell has both names; GLib takes its own. */
static void
test_shell (void)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) shell = thaw_test_notification_service_new (SHELL);
    g_autoptr (ThawTestNotificationService) other = thaw_test_notification_service_new (FREEDESKTOP);

    /* Of a process before this one. */
    thaw_notifier_withdraw (fixture.notifier, "reminder-old");
    await_line (shell, 1);
    g_assert_cmpstr (get_line (shell, 0), ==, "remove reminder-old");

    assert_sent (&fixture, "GNOME Shell");
    g_assert_cmpuint (shell->log->len, ==, 2);
    g_assert_cmpstr (get_line (shell, 1), ==,
                     "add " ID " A reminder from Thaw | You asked to be reminded of something.");

    thaw_notifier_withdraw (fixture.notifier, ID);
    await_line (shell, 3);
    g_assert_cmpstr (get_line (shell, 2), ==, "remove " ID);
    g_assert_cmpuint (other->log->len, ==, 0);
  }

  /* GLib stays with it, though nobody is there. */
  {
    g_autoptr (ThawTestNotificationService) other = thaw_test_notification_service_new (FREEDESKTOP);

    assert_not_sent (&fixture, THAW_NOTIFIER_ERROR_NO_SERVICE);
    g_assert_cmpuint (other->log->len, ==, 0);
  }
  tear_down (&fixture);
}

static void
test_portal (void)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  g_setenv ("GTK_USE_PORTAL", "1", TRUE);
  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) portal = thaw_test_notification_service_new (PORTAL);
    g_autoptr (ThawTestNotificationService) shell = thaw_test_notification_service_new (SHELL);

    assert_sent (&fixture, "xdg-desktop-portal");
    g_assert_cmpuint (portal->log->len, ==, 1);
    g_assert_cmpstr (get_line (portal, 0), ==,
                     "add " ID " A reminder from Thaw | You asked to be reminded of something.");

    thaw_notifier_withdraw (fixture.notifier, ID);
    await_line (portal, 2);
    g_assert_cmpstr (get_line (portal, 1), ==, "remove " ID);
    g_assert_cmpuint (shell->log->len, ==, 0);
  }
  tear_down (&fixture);
}

/* Where there was nobody GLib was not asked to choose, so that whoever comes later is found. */
static void
test_comes_later (gconstpointer name)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  thaw_notifier_withdraw (fixture.notifier, ID);
  assert_not_sent (&fixture, THAW_NOTIFIER_ERROR_NO_SERVICE);
  assert_not_sent (&fixture, THAW_NOTIFIER_ERROR_NO_SERVICE);
  {
    g_autoptr (ThawTestNotificationService) service = thaw_test_notification_service_new (name);

    assert_sent (&fixture, g_str_equal (name, SHELL) ? "GNOME Shell" : "Noticeboard");
    g_assert_cmpuint (service->log->len, ==, 1);
    take_back (&fixture, service);
  }
  tear_down (&fixture);
}

static void
test_mute (void)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) service = thaw_test_notification_service_new (FREEDESKTOP);

    thaw_desktop_notifier_set_timeout (THAW_DESKTOP_NOTIFIER (fixture.notifier), 10);
    service->is_mute = TRUE;
    assert_not_sent (&fixture, THAW_NOTIFIER_ERROR_NO_ANSWER);

    thaw_desktop_notifier_set_timeout (THAW_DESKTOP_NOTIFIER (fixture.notifier), G_MAXINT);
    service->is_mute = FALSE;
    assert_sent (&fixture, "Noticeboard");
    /* What could not be sent is not sent later. */
    g_assert_cmpuint (service->log->len, ==, 1);
    take_back (&fixture, service);
  }
  tear_down (&fixture);
}

static void
test_cancelled (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GNotification) notification = make_notification ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  {
    g_autoptr (ThawTestNotificationService) service = thaw_test_notification_service_new (FREEDESKTOP);

    service->is_mute = TRUE;
    thaw_notifier_send_async (fixture.notifier, ID, notification, cancellable, thaw_test_store_result_cb, &pending);
    g_cancellable_cancel (cancellable);
    result = thaw_test_await (&pending);
    program = thaw_notifier_send_finish (fixture.notifier, result, &error);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_null (program);
    g_clear_object (&result);
  }
  tear_down (&fixture);
}

static void
test_no_bus (void)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, FALSE);
  g_assert_null (g_application_get_dbus_connection (fixture.application));
  thaw_notifier_withdraw (fixture.notifier, ID);
  assert_not_sent (&fixture, THAW_NOTIFIER_ERROR_NO_SERVICE);
  tear_down (&fixture);
}

/* The notifier may be asked by somebody who lives longer. */
static void
test_no_application (void)
{
  Fixture fixture = { 0 };

  if (!is_own_process ())
    return;

  set_up (&fixture, TRUE);
  g_clear_object (&fixture.application);
  thaw_notifier_withdraw (fixture.notifier, ID);
  assert_not_sent (&fixture, THAW_NOTIFIER_ERROR_NO_SERVICE);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("GTK_USE_PORTAL");

  g_test_add_func ("/services/desktop-notifier/freedesktop", test_freedesktop);
  g_test_add_func ("/services/desktop-notifier/buttons", test_buttons);
  g_test_add_func ("/services/desktop-notifier/words", test_words);
  g_test_add_func ("/services/desktop-notifier/order", test_order);
  g_test_add_func ("/services/desktop-notifier/shell", test_shell);
  g_test_add_func ("/services/desktop-notifier/portal", test_portal);
  g_test_add_data_func ("/services/desktop-notifier/comes-later/freedesktop", FREEDESKTOP, test_comes_later);
  g_test_add_data_func ("/services/desktop-notifier/comes-later/shell", SHELL, test_comes_later);
  g_test_add_func ("/services/desktop-notifier/mute", test_mute);
  g_test_add_func ("/services/desktop-notifier/cancelled", test_cancelled);
  g_test_add_func ("/services/desktop-notifier/no-bus", test_no_bus);
  g_test_add_func ("/services/desktop-notifier/no-application", test_no_application);

  return g_test_run ();
}
