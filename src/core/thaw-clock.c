/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-clock"

#include "config.h"
#include "thaw-clock.h"

/**
 * ThawClock:
 *
 * What time it is for the person. Whoever needs the time is handed a clock, so
 * that a test can stop it and set it. A running clock notices a new day (also
 * after a suspend or a change of zone) within a minute and says so with
 * #ThawClock::day-changed.
 */
struct _ThawClock
{
  GObject parent_instance;

  GDateTime *stopped_at; /* (owned) (nullable): NULL for the system's clock */
  ThawDay last_day;
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (ThawClock, thaw_clock, G_TYPE_OBJECT)

enum
{
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

static gboolean
on_tick_cb (gpointer user_data)
{
  notice_new_day (THAW_CLOCK (user_data));

  return G_SOURCE_CONTINUE;
}

static void
thaw_clock_dispose (GObject *object)
{
  ThawClock *self = THAW_CLOCK (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);

  G_OBJECT_CLASS (thaw_clock_parent_class)->dispose (object);
}

static void
thaw_clock_finalize (GObject *object)
{
  ThawClock *self = THAW_CLOCK (object);

  g_clear_pointer (&self->stopped_at, g_date_time_unref);

  G_OBJECT_CLASS (thaw_clock_parent_class)->finalize (object);
}

static void
thaw_clock_class_init (ThawClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_clock_dispose;
  object_class->finalize = thaw_clock_finalize;

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
}

/**
 * thaw_clock_new:
 *
 * Returns: (transfer full): a clock that shows the system's time and zone
 */
ThawClock *
thaw_clock_new (void)
{
  return g_object_new (THAW_TYPE_CLOCK, NULL);
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
 * thaw_clock_start:
 *
 * Begins to look for new days, once a minute. Whoever only asks for the time
 * need not start the clock.
 */
void
thaw_clock_start (ThawClock *self)
{
  g_return_if_fail (THAW_IS_CLOCK (self));

  if (self->tick_id != 0)
    return;

  self->last_day = thaw_clock_get_today (self);
  self->tick_id = g_timeout_add_seconds (60, on_tick_cb, self);
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

  g_clear_handle_id (&self->tick_id, g_source_remove);
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
  notice_new_day (self);
}
