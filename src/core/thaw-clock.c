/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-clock"

#include "config.h"
#include "thaw-clock.h"

#include <gio/gio.h>

#include "thaw-civil.h"
#include "thaw-wake-source.h"

/* Says in which zone the machine is; mostly a link, which is replaced by another. */
#define ZONE_FILE "/etc/localtime"

/* It may be deleted first and written then, and what is read in between is no zone. */
#define ZONE_DELAY_SECS 1

/* Where a day begins twice, its first minute does not keep anybody busy. */
#define LEAST_WAIT_MS 60000

/**
 * ThawClock:
 *
 * What time it is for the person. Whoever needs the time is handed a clock, so
 * that a test can stop it and set it. A running clock notices a new day at once (also
 * after a suspend or a change of zone) and says so with #ThawClock::day-changed. Until
 * then it does nothing: there is no tick.
 */
struct _ThawClock
{
  GObject parent_instance;

  GDateTime *stopped_at; /* (owned) (nullable): NULL for the system's clock */
  ThawDay last_day;
  char *zone_file;         /* (owned) */
  GSource *wake;           /* (owned) (nullable): at the next midnight; NULL while it does not look for days */
  GFileMonitor *zone_watch; /* (owned) (nullable) */
  guint zone_timeout;
};

G_DEFINE_FINAL_TYPE (ThawClock, thaw_clock, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
notice_new_day (ThawClock *self)
{
  ThawDay today = thaw_clock_get_today (self);

  if (today == self->last_day)
    return;

  self->last_day = today;
  g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

static void
wait_for_midnight (ThawClock *self)
{
  g_autoptr (GDateTime) now = NULL;
  gint64 midnight_ms;
  gint64 now_ms;

  if (self->wake == NULL)
    return;

  now = thaw_clock_dup_now (self);
  now_ms = thaw_moment_from_time (now).utc_ms;
  midnight_ms = thaw_civil_to_utc_ms (thaw_civil_new (thaw_day_from_time (now) + 1, 0),
                                      g_date_time_get_timezone (now));
  thaw_wake_source_set (self->wake, midnight_ms > now_ms ? midnight_ms : now_ms + LEAST_WAIT_MS);
}

static gboolean
on_wake_cb (gboolean is_due,
            gboolean was_clock_set,
            gpointer user_data)
{
  g_autoptr (ThawClock) self = g_object_ref (user_data);

  if (was_clock_set)
    {
      thaw_clock_look_again (self);
      return G_SOURCE_CONTINUE;
    }

  wait_for_midnight (self);
  notice_new_day (self);

  return G_SOURCE_CONTINUE;
}

static gboolean
on_zone_timeout_cb (gpointer user_data)
{
  ThawClock *self = user_data;

  self->zone_timeout = 0;
  thaw_clock_look_again (self);

  return G_SOURCE_REMOVE;
}

/* GLib looks up which zone it is whenever it is asked for the local time; it only does not say when that is another. */
static void
on_zone_file_changed_cb (ThawClock *self)
{
  g_clear_handle_id (&self->zone_timeout, g_source_remove);
  self->zone_timeout = g_timeout_add_seconds (ZONE_DELAY_SECS, on_zone_timeout_cb, self);
}

static void
watch_zone (ThawClock *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->zone_file);
  g_autoptr (GFileMonitor) watch = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);

  /* Where the system tells nobody of changes, GIO looks itself every few seconds. The clock is not worth that. */
  if (watch == NULL || g_str_equal (G_OBJECT_TYPE_NAME (watch), "GPollFileMonitor"))
    return;

  self->zone_watch = g_steal_pointer (&watch);
  g_signal_connect_object (self->zone_watch, "changed", G_CALLBACK (on_zone_file_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
thaw_clock_dispose (GObject *object)
{
  ThawClock *self = THAW_CLOCK (object);

  thaw_clock_stop (self);

  G_OBJECT_CLASS (thaw_clock_parent_class)->dispose (object);
}

static void
thaw_clock_finalize (GObject *object)
{
  ThawClock *self = THAW_CLOCK (object);

  g_clear_pointer (&self->stopped_at, g_date_time_unref);
  g_free (self->zone_file);

  G_OBJECT_CLASS (thaw_clock_parent_class)->finalize (object);
}

static void
thaw_clock_class_init (ThawClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_clock_dispose;
  object_class->finalize = thaw_clock_finalize;

  /**
   * ThawClock::changed:
   *
   * It shows another time than the one that has passed since it was asked last: it was set,
   * or hangs in another zone, or the machine woke up. If the day is another too,
   * #ThawClock::day-changed came before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawClock::day-changed:
   *
   * A new calendar day has begun for the person.
   */
  signals[SIGNAL_DAY_CHANGED] = g_signal_new ("day-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_clock_init (ThawClock *self)
{
  self->zone_file = g_strdup (ZONE_FILE);
}

/**
 * thaw_clock_new:
 *
 * Returns: (transfer full): a clock that shows the system's time and zone
 */
ThawClock *
thaw_clock_new (void)
{
  ThawClock *self = g_object_new (THAW_TYPE_CLOCK, NULL);

  self->last_day = thaw_clock_get_today (self);

  return self;
}

/**
 * thaw_clock_new_stopped:
 * @now: the time to show
 *
 * Returns: (transfer full): a clock that shows @now until thaw_clock_set_now()
 */
ThawClock *
thaw_clock_new_stopped (GDateTime *now)
{
  ThawClock *self = g_object_new (THAW_TYPE_CLOCK, NULL);

  g_return_val_if_fail (now != NULL, self);

  self->stopped_at = g_date_time_ref (now);
  self->last_day = thaw_day_from_time (now);

  return self;
}

/**
 * thaw_clock_dup_now:
 *
 * Returns: (transfer full): the time, in the person's zone
 */
GDateTime *
thaw_clock_dup_now (ThawClock *self)
{
  g_return_val_if_fail (THAW_IS_CLOCK (self), NULL);

  if (self->stopped_at != NULL)
    return g_date_time_ref (self->stopped_at);

  return g_date_time_new_now_local ();
}

/**
 * thaw_clock_get_moment:
 *
 * Returns: the time, as an entry stores it
 */
ThawMoment
thaw_clock_get_moment (ThawClock *self)
{
  g_autoptr (GDateTime) now = thaw_clock_dup_now (self);

  return thaw_moment_from_time (now);
}

/**
 * thaw_clock_get_today:
 *
 * Returns: the calendar day
 */
ThawDay
thaw_clock_get_today (ThawClock *self)
{
  g_autoptr (GDateTime) now = thaw_clock_dup_now (self);

  return thaw_day_from_time (now);
}

/**
 * thaw_clock_get_utc_ms:
 *
 * Returns: milliseconds since 1970-01-01 00:00 UTC
 */
gint64
thaw_clock_get_utc_ms (ThawClock *self)
{
  return thaw_clock_get_moment (self).utc_ms;
}

/**
 * thaw_clock_get_is_stopped:
 *
 * Returns: whether it shows a time of its own, for which no timer of the system can wait
 */
gboolean
thaw_clock_get_is_stopped (ThawClock *self)
{
  g_return_val_if_fail (THAW_IS_CLOCK (self), FALSE);

  return self->stopped_at != NULL;
}

/**
 * thaw_clock_set_zone_file:
 * @path: (type filename): what changes when the zone does
 *
 * Has another file watched than that of the system. Before thaw_clock_start().
 */
void
thaw_clock_set_zone_file (ThawClock  *self,
                          const char *path)
{
  g_return_if_fail (THAW_IS_CLOCK (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->wake == NULL);

  g_free (self->zone_file);
  self->zone_file = g_strdup (path);
}

/**
 * thaw_clock_start:
 *
 * Begins to look for new days, and for changes of the clock and its zone, in the main
 * context. Whoever only asks for the time need not start the clock. One that was stopped for
 * a test goes on standing still.
 */
void
thaw_clock_start (ThawClock *self)
{
  g_return_if_fail (THAW_IS_CLOCK (self));

  if (self->wake != NULL || self->stopped_at != NULL)
    return;

  self->last_day = thaw_clock_get_today (self);
  self->wake = thaw_wake_source_new ();
  g_source_set_callback (self->wake, G_SOURCE_FUNC (on_wake_cb), self, NULL);
  g_source_attach (self->wake, NULL);
  wait_for_midnight (self);
  watch_zone (self);
}

/**
 * thaw_clock_stop:
 *
 * Ends what thaw_clock_start() began.
 */
void
thaw_clock_stop (ThawClock *self)
{
  g_return_if_fail (THAW_IS_CLOCK (self));

  if (self->wake != NULL)
    g_source_destroy (self->wake);
  g_clear_pointer (&self->wake, g_source_unref);
  g_clear_object (&self->zone_watch);
  g_clear_handle_id (&self->zone_timeout, g_source_remove);
}

/**
 * thaw_clock_look_again:
 *
 * For whoever knows that the time may be another than it was a moment ago.
 */
void
thaw_clock_look_again (ThawClock *self)
{
  g_return_if_fail (THAW_IS_CLOCK (self));

  wait_for_midnight (self);
  notice_new_day (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * thaw_clock_set_now:
 * @now: the time to show from here on
 *
 * Sets a clock made by thaw_clock_new_stopped().
 */
void
thaw_clock_set_now (ThawClock *self,
                    GDateTime *now)
{
  g_return_if_fail (THAW_IS_CLOCK (self));
  g_return_if_fail (self->stopped_at != NULL);
  g_return_if_fail (now != NULL);

  g_date_time_ref (now);
  g_date_time_unref (self->stopped_at);
  self->stopped_at = now;
  thaw_clock_look_again (self);
}
