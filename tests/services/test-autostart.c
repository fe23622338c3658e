/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-autostart"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reminders/thaw-autostart.h"
#include "thaw-test.h"

#define ID "io.github.thawapp.Thaw.Test"

/* Two programs that are everywhere, and one that is nowhere. */
#define PROGRAM "/bin/cat"
#define OTHER "/bin/ls"
#define NOWHERE "/nonexistent/thaw"

typedef struct
{
  ThawSettings *settings;   /* (owned) */
  ThawAutostart *autostart; /* (owned) */
  char *path;               /* (owned): the person's own file */
} Fixture;

static void
set_up_with (Fixture         *fixture,
             const char      *command,
             GDBusConnection *portal_bus)
{
  fixture->settings = thaw_settings_new ();
  fixture->autostart = thaw_autostart_new (ID, command, fixture->settings, portal_bus);
  fixture->path = g_build_filename (g_get_user_config_dir (), "autostart", ID ".desktop", NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_with (fixture, PROGRAM, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer autostart = fixture->autostart;

  /* A thread that wrote, or a signal that was waited for, lets go of it a moment later. If one never does, the test
   * runs out of time. */
  g_object_add_weak_pointer (autostart, &autostart);
  g_clear_object (&fixture->autostart);
  while (autostart != NULL)
    thaw_test_spin (1);
  g_clear_object (&fixture->settings);
  g_clear_pointer (&fixture->path, g_free);
}

static gboolean
set (Fixture   *fixture,
     gboolean   is_wanted,
     GError   **error)
{
  g_autoptr (GAsyncResult) pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  thaw_autostart_set_async (fixture->autostart, is_wanted, NULL, thaw_test_store_result_cb, &pending);
  result = thaw_test_await (&pending);

  return thaw_autostart_set_finish (fixture->autostart, result, error);
}

static void
assert_set (Fixture            *fixture,
            gboolean            is_wanted,
            ThawAutostartState  expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set (fixture, is_wanted, &error));
  g_assert_no_error (error);
  g_assert_cmpint (thaw_autostart_get_state (fixture->autostart), ==, expected);
}

static void
put_file (const char *path,
          const char *body)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *contents = g_strconcat ("[Desktop Entry]\n", body, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, &error));
  g_assert_no_error (error);
}

static char *
dup_key (Fixture    *fixture,
         const char *key)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (key_file, fixture->path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  return g_key_file_get_string (key_file, G_KEY_FILE_DESKTOP_GROUP, key, NULL);
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *exec = NULL;
  g_autofree char *show_in = NULL;

  g_assert_cmpint (thaw_autostart_get_state (fixture->autostart), ==, THAW_AUTOSTART_OFF);
  assert_set (fixture, FALSE, THAW_AUTOSTART_OFF);

  assert_set (fixture, TRUE, THAW_AUTOSTART_ON);
  assert_set (fixture, TRUE, THAW_AUTOSTART_ON);
  exec = dup_key (fixture, "Exec");
  g_assert_cmpstr (exec, ==, "cat --background");
  show_in = dup_key (fixture, "OnlyShowIn");
  g_assert_null (show_in);

  assert_set (fixture, FALSE, THAW_AUTOSTART_OFF);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Where its name finds nothing, or another program, it is named in full; whatever that looks like. */
static void
test_program (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *folder = g_build_filename (directory, "a \"b\" $c \\d `e`", NULL);
  g_autofree char *program = g_build_filename (folder, "cat", NULL);
  g_autofree char *command_line = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (program, "", 0, G_FILE_SET_CONTENTS_NONE, 0755, &error));
  g_assert_no_error (error);

  set_up_with (&fixture, program, NULL);
  assert_set (&fixture, TRUE, THAW_AUTOSTART_ON);

  command_line = dup_key (&fixture, "Exec");
  g_assert_true (g_shell_parse_argv (command_line, NULL, &arguments, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (arguments), ==, 2);
  g_assert_cmpstr (arguments[0], ==, program);
  g_assert_cmpstr (arguments[1], ==, "--background");

  /* The program has gone. */
  g_assert_cmpint (g_unlink (program), ==, 0);
  g_assert_cmpint (thaw_autostart_get_state (fixture.autostart), ==, THAW_AUTOSTART_OFF);

  assert_set (&fixture, FALSE, THAW_AUTOSTART_OFF);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  tear_down (&fixture, NULL);
}

/* What others write there. */
static void
test_read_back (Fixture       *fixture,
                gconstpointer  data)
{
#define ENTRY "Type=Application\nName=Thaw\n"
#define EXEC "Exec=" PROGRAM " --background\n"
  static const struct
  {
    const char *body;
    ThawAutostartState expected;
  } files[] = {
    { ENTRY EXEC, THAW_AUTOSTART_ON },
    { ENTRY EXEC "X-GNOME-Autostart-enabled=true\n", THAW_AUTOSTART_ON },
    { ENTRY EXEC "X-GNOME-Autostart-enabled=false\n", THAW_AUTOSTART_BLOCKED },
    { ENTRY EXEC "Hidden=true\n", THAW_AUTOSTART_BLOCKED },
    { "Hidden=true\n", THAW_AUTOSTART_BLOCKED },
    { ENTRY EXEC "OnlyShowIn=Nowhere;\n", THAW_AUTOSTART_BLOCKED },
    { ENTRY EXEC "TryExec=" PROGRAM "\n", THAW_AUTOSTART_ON },
    { ENTRY EXEC "TryExec=" NOWHERE "\n", THAW_AUTOSTART_OFF },
    { ENTRY "Exec=env LANG=de_DE.UTF-8 cat --background\n", THAW_AUTOSTART_ON },
    { ENTRY "Exec=ls " ID "\n", THAW_AUTOSTART_ON },
    { ENTRY "Exec=" OTHER " --background\n", THAW_AUTOSTART_OFF },
    { ENTRY "Exec=" NOWHERE "/cat --background\n", THAW_AUTOSTART_OFF },
    { ENTRY, THAW_AUTOSTART_OFF },
    { "no key at all", THAW_AUTOSTART_OFF },
    { "", THAW_AUTOSTART_OFF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_test_message ("%s", files[i].body);
      put_file (fixture->path, files[i].body);
      g_assert_cmpint (thaw_autostart_get_state (fixture->autostart), ==, files[i].expected);

      /* What is said here is what counts from then on. */
      assert_set (fixture, TRUE, THAW_AUTOSTART_ON);
      put_file (fixture->path, files[i].body);
      assert_set (fixture, FALSE, THAW_AUTOSTART_OFF);
    }
}

/* Somebody starts it for all who use this computer. */
static void
test_system_file (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_system_config_dirs ()[0], "autostart", ID ".desktop", NULL);

  put_file (path, ENTRY EXEC);
  g_assert_cmpint (thaw_autostart_get_state (fixture->autostart), ==, THAW_AUTOSTART_ON);

  assert_set (fixture, FALSE, THAW_AUTOSTART_OFF);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  assert_set (fixture, TRUE, THAW_AUTOSTART_ON);
  assert_set (fixture, FALSE, THAW_AUTOSTART_OFF);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (thaw_autostart_get_state (fixture->autostart), ==, THAW_AUTOSTART_OFF);
  assert_set (fixture, FALSE, THAW_AUTOSTART_OFF);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* A file in the place of the folder: nobody can write there, not even who may do everything. */
static void
test_no_access (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *directory = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  assert_set (fixture, FALSE, THAW_AUTOSTART_OFF);
  g_rmdir (directory);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_config_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (directory, "", 0, &error));
  g_assert_no_error (error);

  g_assert_false (set (fixture, TRUE, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (thaw_autostart_get_state (fixture->autostart), ==, THAW_AUTOSTART_OFF);

  g_assert_cmpint (g_unlink (directory), ==, 0);
}

/* In a sandbox */

typedef struct
{
  Fixture base;
  GTestDBus *bus;              /* (owned) */
  GDBusConnection *connection; /* (owned): of the sandbox */
  GDBusConnection *portal;     /* (owned) */
  GDBusNodeInfo *info;         /* (owned) */
  GVariant *options;           /* (owned) (nullable): what was asked for */
  guint32 response;
  gboolean allows;             /* autostart */
  gboolean is_early;           /* responds before it replies */
  gboolean is_refused;
  gboolean is_silent;          /* never responds */
  gboolean was_closed;
} Sandbox;

static const char xml[] =
    "<node>"
    "  <interface name='org.freedesktop.portal.Background'>"
    "    <method name='RequestBackground'>"
    "      <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
    "    </method>"
    "  </interface>"
    "  <interface name='org.freedesktop.portal.Request'>"
    "    <method name='Close'/>"
    "  </interface>"
    "</node>";

static void
on_close_cb (GDBusConnection       *bus,
             const char            *sender,
             const char            *path,
             const char            *interface,
             const char            *method,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation,
             gpointer               user_data)
{
  ((Sandbox *) user_data)->was_closed = TRUE;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
respond (Sandbox    *sandbox,
         const char *path)
{
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (sandbox->allows));
  g_dbus_connection_emit_signal (sandbox->portal, g_dbus_connection_get_unique_name (sandbox->connection), path,
                                 "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", sandbox->response, &results), NULL);
}

static const GDBusInterfaceVTable request_vtable = { .method_call = on_close_cb };

static void
on_request_cb (GDBusConnection       *bus,
               const char            *sender,
               const char            *path,
               const char            *interface,
               const char            *method,
               GVariant              *parameters,
               GDBusMethodInvocation *invocation,
               gpointer               user_data)
{
  Sandbox *sandbox = user_data;
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *handle = NULL;
  const char *token;

  g_clear_pointer (&sandbox->options, g_variant_unref);
  sandbox->options = g_variant_get_child_value (parameters, 1);
  if (sandbox->is_refused)
    {
      g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED, "No");
      return;
    }

  g_assert_true (g_variant_lookup (sandbox->options, "handle_token", "&s", &token));
  handle = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
  g_dbus_connection_register_object (sandbox->portal, handle,
                                     g_dbus_node_info_lookup_interface (sandbox->info, "org.freedesktop.portal.Request"),
                                     &request_vtable, sandbox, NULL, NULL);

  if (sandbox->is_early)
    respond (sandbox, handle);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  if (!sandbox->is_early && !sandbox->is_silent)
    respond (sandbox, handle);
}

static const GDBusInterfaceVTable background_vtable = { .method_call = on_request_cb };

static GDBusConnection *
connect_to_bus (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);

  g_assert_no_error (error);

  return connection;
}

static void
set_up_sandbox (Sandbox       *sandbox,
                gconstpointer  data)
{
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;

  sandbox->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (sandbox->bus);
  sandbox->connection = connect_to_bus (sandbox->bus);
  sandbox->portal = connect_to_bus (sandbox->bus);
  sandbox->info = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (
      sandbox->portal, "/org/freedesktop/portal/desktop",
      g_dbus_node_info_lookup_interface (sandbox->info, "org.freedesktop.portal.Background"), &background_vtable,
      sandbox, NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (sandbox->portal, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  set_up_with (&sandbox->base, PROGRAM, sandbox->connection);
  thaw_settings_set_autostart_answer (sandbox->base.settings, THAW_AUTOSTART_OFF);
  sandbox->allows = TRUE;
}

static void
close_portal (Sandbox *sandbox)
{
  if (sandbox->portal != NULL)
    g_dbus_connection_close_sync (sandbox->portal, NULL, NULL);
  g_clear_object (&sandbox->portal);
}

static void
tear_down_sandbox (Sandbox       *sandbox,
                   gconstpointer  data)
{
  tear_down (&sandbox->base, data);
  close_portal (sandbox);
  g_dbus_connection_close_sync (sandbox->connection, NULL, NULL);
  g_clear_object (&sandbox->connection);
  g_clear_pointer (&sandbox->info, g_dbus_node_info_unref);
  g_clear_pointer (&sandbox->options, g_variant_unref);
  g_test_dbus_down (sandbox->bus);
  g_clear_object (&sandbox->bus);
}

static void
assert_asked (Sandbox  *sandbox,
              gboolean  expected)
{
  g_autofree const char **command_line = NULL;
  const char *reason;
  gboolean autostart, dbus_activatable;

  /* A portal takes a missing one for no. */
  g_assert_true (g_variant_lookup (sandbox->options, "autostart", "b", &autostart));
  g_assert_cmpint (autostart, ==, expected);
  g_assert_true (g_variant_lookup (sandbox->options, "dbus-activatable", "b", &dbus_activatable));
  g_assert_false (dbus_activatable);
  g_assert_true (g_variant_lookup (sandbox->options, "commandline", "^a&s", &command_line));
  g_assert_cmpstr (command_line[0], ==, "thaw");
  g_assert_cmpstr (command_line[1], ==, "--background");
  g_assert_null (command_line[2]);
  g_assert_true (g_variant_lookup (sandbox->options, "reason", "&s", &reason));
  g_assert_cmpstr (reason, !=, "");
}

static void
test_portal (Sandbox       *sandbox,
             gconstpointer  data)
{
  g_autoptr (ThawAutostart) next = NULL;

  assert_set (&sandbox->base, TRUE, THAW_AUTOSTART_ON);
  assert_asked (sandbox, TRUE);
  g_assert_false (g_file_test (sandbox->base.path, G_FILE_TEST_EXISTS));

  /* The next start still knows. */
  next = thaw_autostart_new (ID, PROGRAM, sandbox->base.settings, sandbox->connection);
  g_assert_cmpint (thaw_autostart_get_state (next), ==, THAW_AUTOSTART_ON);

  sandbox->allows = FALSE;
  assert_set (&sandbox->base, FALSE, THAW_AUTOSTART_OFF);
  assert_asked (sandbox, FALSE);
}

static void
test_portal_no (Sandbox       *sandbox,
                gconstpointer  data)
{
  /* The person said no. */
  sandbox->response = 1;
  assert_set (&sandbox->base, TRUE, THAW_AUTOSTART_BLOCKED);

  /* Or yes to running, and not to starting. */
  sandbox->response = 0;
  sandbox->allows = FALSE;
  assert_set (&sandbox->base, TRUE, THAW_AUTOSTART_BLOCKED);

  sandbox->allows = TRUE;
  assert_set (&sandbox->base, TRUE, THAW_AUTOSTART_ON);
}

static void
test_portal_failed (Sandbox       *sandbox,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_set (&sandbox->base, TRUE, THAW_AUTOSTART_ON);

  sandbox->response = 2;
  g_assert_false (set (&sandbox->base, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (thaw_autostart_get_state (sandbox->base.autostart), ==, THAW_AUTOSTART_ON);

  sandbox->is_refused = TRUE;
  g_assert_false (set (&sandbox->base, FALSE, &error));
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED);
  g_clear_error (&error);
  g_assert_cmpint (thaw_autostart_get_state (sandbox->base.autostart), ==, THAW_AUTOSTART_ON);

  close_portal (sandbox);
  g_assert_false (set (&sandbox->base, FALSE, &error));
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
  g_assert_cmpint (thaw_autostart_get_state (sandbox->base.autostart), ==, THAW_AUTOSTART_ON);
}

static void
test_portal_early (Sandbox       *sandbox,
                   gconstpointer  data)
{
  sandbox->is_early = TRUE;
  assert_set (&sandbox->base, TRUE, THAW_AUTOSTART_ON);
}

static void
test_portal_vanished (Sandbox       *sandbox,
                      gconstpointer  data)
{
  g_autoptr (GAsyncResult) pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sandbox->is_silent = TRUE;
  thaw_autostart_set_async (sandbox->base.autostart, TRUE, NULL, thaw_test_store_result_cb, &pending);
  while (sandbox->options == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_dbus_connection_flush_sync (sandbox->portal, NULL, NULL));
  close_portal (sandbox);
  result = thaw_test_await (&pending);
  g_assert_false (thaw_autostart_set_finish (sandbox->base.autostart, result, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (thaw_autostart_get_state (sandbox->base.autostart), ==, THAW_AUTOSTART_OFF);
}

static void
test_portal_cancelled (Sandbox       *sandbox,
                       gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sandbox->is_silent = TRUE;
  thaw_autostart_set_async (sandbox->base.autostart, TRUE, cancellable, thaw_test_store_result_cb, &pending);
  while (sandbox->options == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  result = thaw_test_await (&pending);
  g_assert_false (thaw_autostart_set_finish (sandbox->base.autostart, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* The question goes from the screen. */
  while (!sandbox->was_closed)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (ThawTestDir) directory = NULL;
  g_autofree char *config_dir = NULL;
  g_autofree char *system_config_dir = NULL;

  g_test_init (&argc, &argv, NULL);
  directory = thaw_test_make_dir ();
  config_dir = g_build_filename (directory, "config", NULL);
  system_config_dir = g_build_filename (directory, "system", NULL);
  g_setenv ("XDG_CONFIG_HOME", config_dir, TRUE);
  g_setenv ("XDG_CONFIG_DIRS", system_config_dir, TRUE);

  g_test_add ("/services/autostart/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add_func ("/services/autostart/program", test_program);
  g_test_add ("/services/autostart/read-back", Fixture, NULL, set_up, test_read_back, tear_down);
  g_test_add ("/services/autostart/system-file", Fixture, NULL, set_up, test_system_file, tear_down);
  g_test_add ("/services/autostart/no-access", Fixture, NULL, set_up, test_no_access, tear_down);
  g_test_add ("/services/autostart/portal", Sandbox, NULL, set_up_sandbox, test_portal, tear_down_sandbox);
  g_test_add ("/services/autostart/portal-no", Sandbox, NULL, set_up_sandbox, test_portal_no, tear_down_sandbox);
  g_test_add ("/services/autostart/portal-failed", Sandbox, NULL, set_up_sandbox, test_portal_failed,
              tear_down_sandbox);
  g_test_add ("/services/autostart/portal-early", Sandbox, NULL, set_up_sandbox, test_portal_early, tear_down_sandbox);
  g_test_add ("/services/autostart/portal-vanished", Sandbox, NULL, set_up_sandbox, test_portal_vanished,
              tear_down_sandbox);
  g_test_add ("/services/autostart/portal-cancelled", Sandbox, NULL, set_up_sandbox, test_portal_cancelled,
              tear_down_sandbox);

  return g_test_run ();
}
