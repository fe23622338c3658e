/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-autostart"

#include "config.h"
#include "thaw-autostart.h"

#include <glib/gi18n-lib.h>

#include "reminders/thaw-autostart-file.h"
#include "reminders/thaw-background-portal.h"

/**
 * ThawAutostart:
 *
 * Has Thaw start at login, without a window, so that reminders come after a reboot. Outside of a sandbox that is
 * a file, which says what is true whenever somebody asks. In one it is a question to the desktop, and to the
 * person; there is no way to look, so the last answer counts.
 */
struct _ThawAutostart
{
  GObject parent_instance;

  char *app_id;                /* (owned) */
  char *command;               /* (owned) */
  ThawSettings *settings;      /* (owned) */
  GDBusConnection *portal_bus; /* (owned) (nullable): NULL outside of a sandbox */
};

G_DEFINE_FINAL_TYPE (ThawAutostart, thaw_autostart, G_TYPE_OBJECT)

static void
thaw_autostart_finalize (GObject *object)
{
  ThawAutostart *self = THAW_AUTOSTART (object);

  g_clear_pointer (&self->app_id, g_free);
  g_clear_pointer (&self->command, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->portal_bus);

  G_OBJECT_CLASS (thaw_autostart_parent_class)->finalize (object);
}

static void
thaw_autostart_class_init (ThawAutostartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_autostart_finalize;
}

static void
thaw_autostart_init (ThawAutostart *self)
{
}

/**
 * thaw_autostart_new:
 * @app_id: the application's id
 * @command: (type filename): the program: its name, or where it is
 * @settings: where the answer of a sandbox is kept
 * @portal_bus: (nullable): in a sandbox, the session bus; %NULL outside of one
 *
 * Returns: (transfer full): whoever has Thaw start at login
 */
ThawAutostart *
thaw_autostart_new (const char      *app_id,
                    const char      *command,
                    ThawSettings    *settings,
                    GDBusConnection *portal_bus)
{
  ThawAutostart *self = g_object_new (THAW_TYPE_AUTOSTART, NULL);

  self->app_id = g_strdup (app_id);
  self->command = g_strdup (command);
  self->settings = g_object_ref (settings);
  g_set_object (&self->portal_bus, portal_bus);

  return self;
}

/**
 * thaw_autostart_get_state:
 *
 * Reads some small files, outside of a sandbox.
 *
 * Returns: whether Thaw starts at the next login, as it is now
 */
ThawAutostartState
thaw_autostart_get_state (ThawAutostart *self)
{
  g_return_val_if_fail (THAW_IS_AUTOSTART (self), THAW_AUTOSTART_OFF);

  if (self->portal_bus != NULL)
    return thaw_settings_get_autostart_answer (self->settings);

  return thaw_autostart_file_get_state (self->app_id, self->command);
}

static void
set_file_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  ThawAutostart *self = source;
  GError *error = NULL;

  if (thaw_autostart_file_set (self->app_id, self->command, GPOINTER_TO_INT (task_data), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_portal_answered_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ThawAutostart *self = g_task_get_source_object (task);
  gboolean is_wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  GError *error = NULL;
  gboolean is_on;

  if (!thaw_background_portal_request_finish (result, &is_on, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (is_wanted)
    thaw_settings_set_autostart_answer (self->settings, is_on ? THAW_AUTOSTART_ON : THAW_AUTOSTART_BLOCKED);
  else
    thaw_settings_set_autostart_answer (self->settings, THAW_AUTOSTART_OFF);
  g_task_return_boolean (task, TRUE);
}

/**
 * thaw_autostart_set_async:
 * @is_wanted: whether Thaw shall start at login
 * @cancellable: (nullable): stops a question that was not answered yet
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Has Thaw start at login, or not any more. Afterwards thaw_autostart_get_state() says what became of it: in a
 * sandbox the person may be asked, and their no is no error.
 */
void
thaw_autostart_set_async (ThawAutostart       *self,
                          gboolean             is_wanted,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  /* In the sandbox it is found by its name. */
  static const char *const command_line[] = { "thaw", "--background", NULL };
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (THAW_IS_AUTOSTART (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_autostart_set_async);
  g_task_set_task_data (task, GINT_TO_POINTER (!!is_wanted), NULL);

  if (self->portal_bus == NULL)
    g_task_run_in_thread (task, set_file_in_thread);
  else
    thaw_background_portal_request_async (self->portal_bus,
                                          /* Translators: why Thaw wants to be started at login; the desktop shows it
                                           * when it asks the person */
                                          _("Reminders come while the window is closed."),
                                          command_line, is_wanted, cancellable, on_portal_answered_cb,
                                          g_object_ref (task));
}

/**
 * thaw_autostart_set_finish:
 * @error: return location for an error
 *
 * Returns: whether it could be written, or asked for
 */
gboolean
thaw_autostart_set_finish (ThawAutostart  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
