/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-sleep-watch"

#include "config.h"
#include "thaw-sleep-watch.h"

#define LOGIND_NAME "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER "org.freedesktop.login1.Manager"

/**
 * ThawSleepWatch:
 *
 * Hears from logind that the machine woke up. Where there is no system bus, or no logind,
 * it hears nothing, and that is no error: a timer that follows the clock on the wall is late
 * by nothing worse than the time until the system looks at it again.
 */
struct _ThawSleepWatch
{
  GObject parent_instance;

  GCancellable *cancellable; /* (owned) */
  GDBusConnection *bus;      /* (owned) (nullable): %NULL until it is there */
  guint subscription;
};

G_DEFINE_FINAL_TYPE (ThawSleepWatch, thaw_sleep_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_WOKE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_prepare_for_sleep_cb (GDBusConnection *bus,
                         const char      *sender,
                         const char      *path,
                         const char      *interface,
                         const char      *signal,
                         GVariant        *parameters,
                         gpointer         user_data)
{
  gboolean is_before;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &is_before);
  if (!is_before)
    g_signal_emit (user_data, signals[SIGNAL_WOKE], 0);
}

static void
on_bus_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  ThawSleepWatch *self = user_data;

  if (bus == NULL)
    {
      /* Cancelled is gone: self must not be touched. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("Nobody says when the machine woke up: %s", error->message);
      return;
    }

  /* A system bus that is started anew shall not take Thaw with it. */
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->subscription = g_dbus_connection_signal_subscribe (bus, LOGIND_NAME, LOGIND_MANAGER, "PrepareForSleep",
                                                           LOGIND_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                           on_prepare_for_sleep_cb, self, NULL);
  self->bus = g_steal_pointer (&bus);
}

static void
thaw_sleep_watch_dispose (GObject *object)
{
  ThawSleepWatch *self = THAW_SLEEP_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  if (self->bus != NULL)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (thaw_sleep_watch_parent_class)->dispose (object);
}

static void
thaw_sleep_watch_finalize (GObject *object)
{
  ThawSleepWatch *self = THAW_SLEEP_WATCH (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (thaw_sleep_watch_parent_class)->finalize (object);
}

static void
thaw_sleep_watch_class_init (ThawSleepWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_sleep_watch_dispose;
  object_class->finalize = thaw_sleep_watch_finalize;

  /**
   * ThawSleepWatch::woke:
   *
   * The machine woke up.
   */
  signals[SIGNAL_WOKE] = g_signal_new ("woke", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_sleep_watch_init (ThawSleepWatch *self)
{
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_bus_cb, self);
}

/**
 * thaw_sleep_watch_new:
 *
 * Returns: (transfer full): a watch that listens from now on
 */
ThawSleepWatch *
thaw_sleep_watch_new (void)
{
  return g_object_new (THAW_TYPE_SLEEP_WATCH, NULL);
}
