/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-clock"

#include "config.h"
#include "practice/thaw-practice-clock.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/* Two clocks that are read one after the other are read again if something came between. */
#define MAX_READINGS    5
#define GOOD_READING_US 50

/* How far a stopped clock goes. */
#define MAX_STOPPED_US (G_MAXINT64 / 2)

typedef struct
{
  guint id;
  gint64 at_us;
  GSourceOnceFunc func;
  gpointer user_data; /* (unowned) */
} Alarm;

/* A source that knows its clock. */
typedef struct
{
  GSource parent;
  ThawPracticeClock *clock; /* (unowned): it destroys the source */
} Source;

/**
 * ThawPracticeClock:
 *
 * How much time went by while the machine was awake, whatever happens to the time of
 * day, and how much while it slept. Rings alarms without a window that draws. A test
 * uses a stopped one, and tells it what happens.
 */
struct _ThawPracticeClock
{
  GObject parent_instance;

  GArray *alarms;       /* (owned) (element-type Alarm): in no order, they are few */
  guint last_id;
  gint64 told_sleep_us; /* how much sleep is no news */

  GSource *source;      /* (owned) (nullable): NULL for a stopped clock */
  int watch_fd;         /* becomes readable when the time of day jumps, as after a sleep; or −1 */

  gint64 awake_us;      /* of a stopped clock */
  gint64 asleep_us;     /* of a stopped clock */
};

G_DEFINE_FINAL_TYPE (ThawPracticeClock, thaw_practice_clock, G_TYPE_OBJECT)

enum
{
  SIGNAL_SLEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Stays where adding a day to it is still a number. */
static gint64
add_us (gint64 a,
        gint64 b)
{
  return MIN (b, MAX_STOPPED_US - a) + a;
}

/* Alarms */

static int
find_first_alarm (ThawPracticeClock *self)
{
  int first = -1;

  for (guint i = 0; i < self->alarms->len; i++)
    {
      if (first < 0 ||
          g_array_index (self->alarms, Alarm, i).at_us < g_array_index (self->alarms, Alarm, first).at_us)
        first = (int) i;
    }

  return first;
}

static void
set_source_time (ThawPracticeClock *self)
{
  int first = find_first_alarm (self);

  if (self->source != NULL)
    g_source_set_ready_time (self->source, first >= 0 ? g_array_index (self->alarms, Alarm, first).at_us : -1);
}

/* One after the other; a stopped clock shows the time of each, unless that is behind. */
static void
ring_alarms (ThawPracticeClock *self,
             gint64             until_us)
{
  int first;

  while ((first = find_first_alarm (self)) >= 0)
    {
      Alarm alarm = g_array_index (self->alarms, Alarm, first);

      if (alarm.at_us > until_us)
        break;

      g_array_remove_index (self->alarms, (guint) first);
      self->awake_us = MAX (self->awake_us, alarm.at_us);
      alarm.func (alarm.user_data);
    }

  set_source_time (self);
}

/* Sleep */

static void
notice_sleep (ThawPracticeClock *self)
{
  gint64 asleep_us = thaw_practice_clock_get_asleep_us (self);

  if (asleep_us - self->told_sleep_us < THAW_PRACTICE_CLOCK_LEAST_SLEEP_US)
    return;

  self->told_sleep_us = asleep_us;
  g_signal_emit (self, signals[SIGNAL_SLEPT], 0);
}

static gint64
read_clock_us (clockid_t id)
{
  struct timespec time;

  if (clock_gettime (id, &time) != 0)
    return 0;

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A timer that never rings, but is cancelled when the time of day jumps. Without it, a sleep is only noticed at the
 * next alarm. */
static int
open_watch (void)
{
  const struct itimerspec never = { .it_value.tv_sec = sizeof (time_t) > 4 ? (time_t) G_MAXINT64 : G_MAXINT32 };
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);

  if (fd >= 0 && timerfd_settime (fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL) != 0)
    {
      close (fd);
      fd = -1;
    }
  if (fd < 0)
    g_debug ("Cannot watch for sleep: %s", g_strerror (errno));

  return fd;
}

static gboolean
dispatch_source (GSource     *source,
                 GSourceFunc  callback,
                 gpointer     user_data)
{
  g_autoptr (ThawPracticeClock) self = g_object_ref (((Source *) source)->clock);
  guint64 n_times;

  /* Only to empty it: what it is about is seen below. */
  if (self->watch_fd >= 0 && read (self->watch_fd, &n_times, sizeof n_times) < 0 &&
      errno != ECANCELED && errno != EAGAIN && errno != EINTR)
    g_debug ("Cannot read the watch for sleep: %s", g_strerror (errno));

  notice_sleep (self);
  ring_alarms (self, thaw_practice_clock_get_awake_us (self));

  return G_SOURCE_CONTINUE;
}

static GSourceFuncs source_funcs = { .dispatch = dispatch_source };

static void
thaw_practice_clock_dispose (GObject *object)
{
  ThawPracticeClock *self = THAW_PRACTICE_CLOCK (object);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  if (self->watch_fd >= 0)
    close (self->watch_fd);
  self->watch_fd = -1;

  G_OBJECT_CLASS (thaw_practice_clock_parent_class)->dispose (object);
}

static void
thaw_practice_clock_finalize (GObject *object)
{
  ThawPracticeClock *self = THAW_PRACTICE_CLOCK (object);

  g_clear_pointer (&self->alarms, g_array_unref);

  G_OBJECT_CLASS (thaw_practice_clock_parent_class)->finalize (object);
}

static void
thaw_practice_clock_class_init (ThawPracticeClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_practice_clock_dispose;
  object_class->finalize = thaw_practice_clock_finalize;

  /**
   * ThawPracticeClock::slept:
   *
   * The machine slept, while an alarm was waited for, and is awake again.
   */
  signals[SIGNAL_SLEPT] = g_signal_new ("slept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_practice_clock_init (ThawPracticeClock *self)
{
  self->alarms = g_array_new (FALSE, FALSE, sizeof (Alarm));
  self->watch_fd = -1;
}

/**
 * thaw_practice_clock_new:
 *
 * Returns: (transfer full): the clock of this machine; it rings in the main loop
 */
ThawPracticeClock *
thaw_practice_clock_new (void)
{
  ThawPracticeClock *self = g_object_new (THAW_TYPE_PRACTICE_CLOCK, NULL);

  self->source = g_source_new (&source_funcs, sizeof (Source));
  ((Source *) self->source)->clock = self;
  g_source_set_static_name (self->source, "ThawPracticeClock");

  self->watch_fd = open_watch ();
  if (self->watch_fd >= 0)
    g_source_add_unix_fd (self->source, self->watch_fd, G_IO_IN);
  g_source_attach (self->source, NULL);

  return self;
}

/**
 * thaw_practice_clock_new_stopped:
 *
 * Returns: (transfer full): a clock for which nothing happens but what is told to it
 */
ThawPracticeClock *
thaw_practice_clock_new_stopped (void)
{
  return g_object_new (THAW_TYPE_PRACTICE_CLOCK, NULL);
}

/**
 * thaw_practice_clock_get_awake_us:
 *
 * Returns: microseconds that the machine has been awake, since some moment in the past;
 *   it never goes backwards
 */
gint64
thaw_practice_clock_get_awake_us (ThawPracticeClock *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_CLOCK (self), 0);

  return self->source != NULL ? g_get_monotonic_time () : self->awake_us;
}

/**
 * thaw_practice_clock_get_asleep_us:
 *
 * Returns: microseconds that the machine has slept, since the same moment
 */
gint64
thaw_practice_clock_get_asleep_us (ThawPracticeClock *self)
{
  gint64 asleep_us = 0;
  gint64 best_us = G_MAXINT64;

  g_return_val_if_fail (THAW_IS_PRACTICE_CLOCK (self), 0);

  if (self->source == NULL)
    return self->asleep_us;

  for (guint i = 0; i < MAX_READINGS && best_us > GOOD_READING_US; i++)
    {
      gint64 before_us = read_clock_us (CLOCK_MONOTONIC);
      gint64 both_us = read_clock_us (CLOCK_BOOTTIME);
      gint64 took_us = read_clock_us (CLOCK_MONOTONIC) - before_us;

      if (took_us < best_us)
        {
          best_us = took_us;
          asleep_us = MAX (both_us - before_us, 0);
        }
    }

  return asleep_us;
}

/**
 * thaw_practice_clock_add_alarm:
 * @at_us: when, as thaw_practice_clock_get_awake_us() counts
 * @func: (scope async): called once, then or as soon after it as possible
 * @user_data: for @func
 *
 * Returns: the alarm's id, for thaw_practice_clock_remove_alarm() until @func is called
 */
guint
thaw_practice_clock_add_alarm (ThawPracticeClock *self,
                               gint64             at_us,
                               GSourceOnceFunc    func,
                               gpointer           user_data)
{
  Alarm alarm;

  g_return_val_if_fail (THAW_IS_PRACTICE_CLOCK (self), 0);
  g_return_val_if_fail (func != NULL, 0);

  /* A sleep before anybody waited is nobody's business. */
  if (self->alarms->len == 0)
    self->told_sleep_us = thaw_practice_clock_get_asleep_us (self);

  alarm = (Alarm) { ++self->last_id, at_us, func, user_data };
  g_array_append_val (self->alarms, alarm);
  set_source_time (self);

  return alarm.id;
}

/**
 * thaw_practice_clock_remove_alarm:
 * @id: an alarm that did not ring yet
 *
 * The alarm does not ring any more.
 */
void
thaw_practice_clock_remove_alarm (ThawPracticeClock *self,
                                  guint              id)
{
  g_return_if_fail (THAW_IS_PRACTICE_CLOCK (self));

  for (guint i = 0; i < self->alarms->len; i++)
    {
      if (g_array_index (self->alarms, Alarm, i).id == id)
        {
          g_array_remove_index (self->alarms, i);
          break;
        }
    }

  set_source_time (self);
}

/**
 * thaw_practice_clock_advance:
 * @us: how long
 *
 * Time goes by, on a stopped clock. Each alarm rings exactly at its time.
 */
void
thaw_practice_clock_advance (ThawPracticeClock *self,
                             gint64             us)
{
  gint64 until_us;

  g_return_if_fail (THAW_IS_PRACTICE_CLOCK (self) && self->source == NULL);
  g_return_if_fail (us >= 0);

  until_us = add_us (self->awake_us, us);
  ring_alarms (self, until_us);
  self->awake_us = until_us;
}

/**
 * thaw_practice_clock_sleep:
 * @us: how long
 *
 * The machine sleeps, with a stopped clock.
 */
void
thaw_practice_clock_sleep (ThawPracticeClock *self,
                           gint64             us)
{
  g_return_if_fail (THAW_IS_PRACTICE_CLOCK (self) && self->source == NULL);
  g_return_if_fail (us >= 0);

  self->asleep_us = add_us (self->asleep_us, us);
  notice_sleep (self);
}

/**
 * thaw_practice_clock_stall:
 * @us: how long
 *
 * The program stands still, with a stopped clock, while the machine goes on: what was
 * due meanwhile rings late.
 */
void
thaw_practice_clock_stall (ThawPracticeClock *self,
                           gint64             us)
{
  g_return_if_fail (THAW_IS_PRACTICE_CLOCK (self) && self->source == NULL);
  g_return_if_fail (us >= 0);

  self->awake_us = add_us (self->awake_us, us);
  ring_alarms (self, self->awake_us);
}
