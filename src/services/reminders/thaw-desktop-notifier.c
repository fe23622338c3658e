/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-desktop-notifier"

#include "config.h"
#include "thaw-desktop-notifier.h"

/* Long enough for a service that the bus has to start first. */
#define TIMEOUT_MS (8 * 1000)

#define SHELL_NAME "org.gtk.Notifications"

/**
 * ThawDesktopNotifier:
 *
 * Shows notifications by the application, that is by GLib, and finds out what GLib
 * does not tell: whether there is somebody who shows them, and whether they arrived.
 *
 * GLib chooses among three services when it sends for the first time, and stays with
 * that one as long as the process lives; this chooses by the same rules, and asks the
 * service for a sign of life before and after. Calls on one connection are answered in
 * their order, so with the second answer the notification is there too. Where nobody
 * is, GLib is not asked, for it would choose, and complain.
 *
 * One thing is done after the other: only when the service has given a number to a
 * notification can it be replaced, or withdrawn. The application is held meanwhile, so
 * that what was asked for last is done too.
 */
typedef enum
{
  SERVICE_UNKNOWN,
  SERVICE_PORTAL,
  SERVICE_SHELL,
  SERVICE_FREEDESKTOP,
} Service;

static const struct
{
  const char *name;
  const char *path;
  const char *interface;
  const char *method;
  const char *program; /* NULL if the service says so itself */
} services[] = {
  [SERVICE_PORTAL] = {
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.DBus.Peer", "Ping",
    "xdg-desktop-portal",
  },
  [SERVICE_SHELL] = {
    SHELL_NAME, "/org/gtk/Notifications", "org.freedesktop.DBus.Peer", "Ping",
    "GNOME Shell",
  },
  [SERVICE_FREEDESKTOP] = {
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
    "GetServerInformation", NULL,
  },
};

/* Something that is to be done. */
typedef struct
{
  ThawDesktopNotifier *self;   /* (owned) */
  GTask *task;                 /* (owned) (nullable): NULL if it is to be withdrawn */
  GNotification *notification; /* (owned) (nullable): the same */
  char *id;                    /* (owned) */
  Service service;             /* the one that GLib would take */
  gboolean is_sent;
} Job;

struct _ThawDesktopNotifier
{
  GObject parent_instance;

  GApplication *application; /* (unowned) (nullable): NULL after its end */
  Service chosen;            /* by GLib, for good */
  GQueue jobs;               /* of Job (owned); the first one runs */
  guint timeout_ms;
};

static void thaw_desktop_notifier_iface_init (ThawNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawDesktopNotifier, thaw_desktop_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_NOTIFIER, thaw_desktop_notifier_iface_init))

static void
job_free (Job *job)
{
  g_clear_object (&job->self);
  g_clear_object (&job->task);
  g_clear_object (&job->notification);
  g_clear_pointer (&job->id, g_free);
  g_free (job);
}

static void run_job (Job *job);

static void
end_job (Job *job)
{
  g_autoptr (ThawDesktopNotifier) self = g_object_ref (job->self);

  g_assert (g_queue_peek_head (&self->jobs) == job);

  job_free (g_queue_pop_head (&self->jobs));
  if (self->application != NULL)
    g_application_release (self->application);
  if (!g_queue_is_empty (&self->jobs))
    run_job (g_queue_peek_head (&self->jobs));
}

static void
fail_job (Job    *job,
          GError *error)
{
  if (job->task == NULL)
    g_error_free (error);
  else
    g_task_return_error (job->task, error);
  end_job (job);
}

static GError *
make_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
    return g_error_new (THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_ANSWER,
                        "The service for notifications does not answer: %s", error->message);

  return g_error_new (THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE,
                      "There is no service for notifications: %s", error->message);
}

/* %NULL before the application has registered, without a session bus, and once that is gone. */
static GDBusConnection *
get_bus (ThawDesktopNotifier *self)
{
  GDBusConnection *bus = NULL;

  if (self->application != NULL && g_application_get_is_registered (self->application))
    bus = g_application_get_dbus_connection (self->application);

  return bus != NULL && !g_dbus_connection_is_closed (bus) ? bus : NULL;
}

static void on_answered_cb (GObject      *source,
                            GAsyncResult *result,
                            gpointer      user_data);

static void
ask_for_life (Job             *job,
              GDBusConnection *bus)
{
  Service service = job->service;

  g_dbus_connection_call (bus, services[service].name, services[service].path, services[service].interface,
                          services[service].method, NULL, NULL,
                          service == SERVICE_SHELL ? G_DBUS_CALL_FLAGS_NO_AUTO_START : G_DBUS_CALL_FLAGS_NONE,
                          (int) job->self->timeout_ms, g_task_get_cancellable (job->task), on_answered_cb, job);
}

static char *
dup_program (Service   service,
             GVariant *answer)
{
  char *program = NULL;

  if (services[service].program != NULL)
    return g_strdup (services[service].program);

  if (g_variant_is_of_type (answer, G_VARIANT_TYPE ("(ssss)")))
    g_variant_get_child (answer, 0, "s", &program);

  return program != NULL ? program : g_strdup (services[service].name);
}

static void
on_answered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Job *job = user_data;
  ThawDesktopNotifier *self = job->self;
  GDBusConnection *bus = G_DBUS_CONNECTION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (bus, result, &error);

  if (answer == NULL)
    {
      fail_job (job, make_error (error));
      return;
    }

  if (job->is_sent)
    {
      g_task_return_pointer (job->task, dup_program (job->service, answer), g_free);
      end_job (job);
      return;
    }

  if (get_bus (self) != bus)
    {
      fail_job (job, g_error_new (THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE, "The application has ended"));
      return;
    }

  job->is_sent = TRUE;
  self->chosen = job->service;
  g_application_send_notification (self->application, job->id, job->notification);
  ask_for_life (job, bus);
}

static void
go_on (Job             *job,
       GDBusConnection *bus)
{
  ThawDesktopNotifier *self = job->self;

  if (job->task != NULL)
    {
      ask_for_life (job, bus);
      return;
    }

  /* The Shell and the portal keep notifications of a process that has ended; another service can only be told about
   * those that came from this one. */
  if (self->application != NULL && (job->service != SERVICE_FREEDESKTOP || self->chosen == SERVICE_FREEDESKTOP))
    {
      self->chosen = job->service;
      g_application_withdraw_notification (self->application, job->id);
    }
  end_job (job);
}

static void
on_shell_looked_for_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_there;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (answer == NULL)
    {
      fail_job (job, make_error (error));
      return;
    }

  g_variant_get (answer, "(b)", &is_there);
  job->service = is_there ? SERVICE_SHELL : SERVICE_FREEDESKTOP;
  go_on (job, G_DBUS_CONNECTION (source));
}

/* As GLib 2.74 finds out. */
static gboolean
is_in_sandbox (void)
{
  const char *wish = g_getenv ("GTK_USE_PORTAL");

  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || (wish != NULL && wish[0] == '1');
}

static void
run_job (Job *job)
{
  ThawDesktopNotifier *self = job->self;
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;
  GDBusConnection *bus = get_bus (self);

  if (bus == NULL)
    {
      fail_job (job, g_error_new (THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE, "There is no session bus"));
      return;
    }

  job->service = self->chosen;
  if (job->service == SERVICE_UNKNOWN && is_in_sandbox ())
    job->service = SERVICE_PORTAL;

  if (job->service != SERVICE_UNKNOWN)
    go_on (job, bus);
  else
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "NameHasOwner", g_variant_new ("(s)", SHELL_NAME), G_VARIANT_TYPE ("(b)"),
                            G_DBUS_CALL_FLAGS_NONE, (int) self->timeout_ms, cancellable, on_shell_looked_for_cb, job);
}

static void
add_job (ThawDesktopNotifier *self,
         GTask               *task,
         const char          *id,
         GNotification       *notification)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  g_set_object (&job->task, task);
  g_set_object (&job->notification, notification);
  job->id = g_strdup (id);
  if (self->application != NULL)
    g_application_hold (self->application);

  g_queue_push_tail (&self->jobs, job);
  if (g_queue_get_length (&self->jobs) == 1)
    run_job (job);
}

static void
thaw_desktop_notifier_send_async (ThawNotifier        *notifier,
                                  const char          *id,
                                  GNotification       *notification,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notifier, cancellable, callback, user_data);

  g_task_set_source_tag (task, thaw_desktop_notifier_send_async);
  add_job (THAW_DESKTOP_NOTIFIER (notifier), task, id, notification);
}

static char *
thaw_desktop_notifier_send_finish (ThawNotifier  *notifier,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, notifier), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
thaw_desktop_notifier_withdraw (ThawNotifier *notifier,
                                const char   *id)
{
  add_job (THAW_DESKTOP_NOTIFIER (notifier), NULL, id, NULL);
}

static void
thaw_desktop_notifier_iface_init (ThawNotifierInterface *iface)
{
  iface->send_async = thaw_desktop_notifier_send_async;
  iface->send_finish = thaw_desktop_notifier_send_finish;
  iface->withdraw = thaw_desktop_notifier_withdraw;
}

static void
thaw_desktop_notifier_finalize (GObject *object)
{
  ThawDesktopNotifier *self = THAW_DESKTOP_NOTIFIER (object);

  /* Each job holds this. */
  g_assert (g_queue_is_empty (&self->jobs));
  g_clear_weak_pointer (&self->application);

  G_OBJECT_CLASS (thaw_desktop_notifier_parent_class)->finalize (object);
}

static void
thaw_desktop_notifier_class_init (ThawDesktopNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_desktop_notifier_finalize;
}

static void
thaw_desktop_notifier_init (ThawDesktopNotifier *self)
{
  g_queue_init (&self->jobs);
  self->timeout_ms = TIMEOUT_MS;
}

/**
 * thaw_desktop_notifier_new:
 * @application: (transfer none): who sends; it may end before this
 *
 * There is to be one in a process, as there is one choice of GLib's.
 *
 * Returns: (transfer full): a notifier
 */
ThawDesktopNotifier *
thaw_desktop_notifier_new (GApplication *application)
{
  ThawDesktopNotifier *self = g_object_new (THAW_TYPE_DESKTOP_NOTIFIER, NULL);

  g_set_weak_pointer (&self->application, application);

  return self;
}

/**
 * thaw_desktop_notifier_set_timeout:
 * @milliseconds: how long a service may take to answer
 */
void
thaw_desktop_notifier_set_timeout (ThawDesktopNotifier *self,
                                   guint                milliseconds)
{
  g_return_if_fail (THAW_IS_DESKTOP_NOTIFIER (self));

  self->timeout_ms = milliseconds;
}
