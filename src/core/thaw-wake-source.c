/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-wake-source"

#include "config.h"
#include "thaw-wake-source.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define MS_PER_SEC 1000
#define NS_PER_MS 1000000
#define US_PER_MS 1000

/*
 * A timer that follows the clock on the wall. Those of GLib count the time since the machine
 * was switched on, and perhaps not the time it slept: after a night they are late by a night.
 */
typedef struct
{
  GSource source;

  int fd;                /* -1 if the system has none left */
  gint64 due_ms;         /* or 0 */
  gboolean is_told_late; /* the clock was set, as arming the timer has shown */
} WakeSource;

/* Without a timer of the system the one of GLib, which is only right while the machine is awake. */
static void
arm_without_timer (WakeSource *self)
{
  gint64 wait_us = self->due_ms * US_PER_MS - g_get_real_time ();

  g_source_set_ready_time (&self->source, self->due_ms != 0 ? g_get_monotonic_time () + MAX (wait_us, 0) : -1);
}

static void
arm (WakeSource *self)
{
  struct itimerspec when = { 0 };
  int flags = 0;

  if (self->fd < 0)
    {
      arm_without_timer (self);
      return;
    }

  if (self->due_ms != 0)
    {
      /* All zeros would switch it off. */
      when.it_value.tv_sec = self->due_ms / MS_PER_SEC;
      when.it_value.tv_nsec = MAX (self->due_ms % MS_PER_SEC * NS_PER_MS, 1);
      flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
    }

  if (timerfd_settime (self->fd, flags, &when, NULL) == 0)
    return;

  /* The timer runs all the same; nobody will be told a second time that the clock was set. */
  if (errno == ECANCELED)
    {
      self->is_told_late = TRUE;
      g_source_set_ready_time (&self->source, 0);
      return;
    }

  g_info ("The timer cannot be set: %s", g_strerror (errno));
  arm_without_timer (self);
}

static gboolean
is_due_without_timer (WakeSource *self)
{
  return self->due_ms != 0 && g_source_get_ready_time (&self->source) != -1 &&
         g_get_real_time () >= self->due_ms * US_PER_MS;
}

static gboolean
wake_source_dispatch (GSource     *source,
                      GSourceFunc  callback,
                      gpointer     user_data)
{
  WakeSource *self = (WakeSource *) source;
  gboolean was_clock_set = self->is_told_late;
  gboolean is_due;
  guint64 n_times;

  if (self->fd >= 0 && read (self->fd, &n_times, sizeof n_times) == sizeof n_times)
    is_due = TRUE;
  else
    {
      was_clock_set |= self->fd >= 0 && errno == ECANCELED;
      is_due = !self->is_told_late && is_due_without_timer (self);
    }

  self->is_told_late = FALSE;
  g_source_set_ready_time (source, -1);
  if (is_due)
    self->due_ms = 0;
  else
    arm (self);

  if (callback == NULL || (!is_due && !was_clock_set))
    return G_SOURCE_CONTINUE;

  return ((ThawWakeFunc) (void (*) (void)) callback) (is_due, was_clock_set, user_data);
}

static void
wake_source_finalize (GSource *source)
{
  WakeSource *self = (WakeSource *) source;

  if (self->fd >= 0)
    close (self->fd);
}

static GSourceFuncs wake_source_funcs = {
  .dispatch = wake_source_dispatch,
  .finalize = wake_source_finalize,
};

/**
 * thaw_wake_source_new:
 *
 * A source that calls back at a time of day, and when the clock was set while it waits for
 * one. A machine that sleeps is not woken by it; one that wakes up later hears of it at once.
 * Its callback is a #ThawWakeFunc.
 *
 * Returns: (transfer full): a source that waits for nothing yet
 */
GSource *
thaw_wake_source_new (void)
{
  GSource *source = g_source_new (&wake_source_funcs, sizeof (WakeSource));
  WakeSource *self = (WakeSource *) source;

  g_source_set_static_name (source, "[thaw] wake");
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd >= 0)
    g_source_add_unix_fd (source, self->fd, G_IO_IN);
  else
    g_info ("There is no timer left: %s", g_strerror (errno));

  return source;
}

/**
 * thaw_wake_source_set:
 * @source: a source of thaw_wake_source_new()
 * @utc_ms: when to call back, in milliseconds of Unix time, or 0 for never. A time that has
 *   passed is now, once.
 *
 * Waits for @utc_ms, and for nothing that was asked for before.
 */
void
thaw_wake_source_set (GSource *source,
                      gint64   utc_ms)
{
  WakeSource *self = (WakeSource *) source;

  g_return_if_fail (source != NULL);
  g_return_if_fail (utc_ms >= 0);

  if (!self->is_told_late)
    g_source_set_ready_time (source, -1);
  self->due_ms = utc_ms;
  arm (self);
}
