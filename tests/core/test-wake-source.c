/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <sys/timerfd.h>

#include "thaw-wake-source.h"

/*
 * Setting the clock of the machine needs a right that no test has, so what the system says
 * then is put in between here, by the linker (--wrap). Everything else is a real timer.
 */

static gboolean is_read_cancelled;
static gboolean is_set_cancelled;
static gboolean has_no_timers;

ssize_t __real_read (int     fd,
                     void   *buffer,
                     size_t  n_bytes);
ssize_t __wrap_read (int     fd,
                     void   *buffer,
                     size_t  n_bytes);
int __real_timerfd_create (int clock,
                           int flags);
int __wrap_timerfd_create (int clock,
                           int flags);
int __real_timerfd_settime (int                      fd,
                            int                      flags,
                            const struct itimerspec *new_value,
                            struct itimerspec       *old_value);
int __wrap_timerfd_settime (int                      fd,
                            int                      flags,
                            const struct itimerspec *new_value,
                            struct itimerspec       *old_value);

ssize_t
__wrap_read (int     fd,
             void   *buffer,
             size_t  n_bytes)
{
  ssize_t n_read = __real_read (fd, buffer, n_bytes);

  if (!is_read_cancelled)
    return n_read;

  is_read_cancelled = FALSE;
  errno = ECANCELED;

  return -1;
}

int
__wrap_timerfd_create (int clock,
                       int flags)
{
  if (!has_no_timers)
    return __real_timerfd_create (clock, flags);

  errno = EMFILE;

  return -1;
}

int
__wrap_timerfd_settime (int                      fd,
                        int                      flags,
                        const struct itimerspec *new_value,
                        struct itimerspec       *old_value)
{
  int result = __real_timerfd_settime (fd, flags, new_value, old_value);

  if (!is_set_cancelled)
    return result;

  is_set_cancelled = FALSE;
  errno = ECANCELED;

  return -1;
}

typedef struct
{
  GSource *source; /* (owned) */
  guint n_due;
  guint n_set;
  gint64 called_ms;
} Fixture;

static gint64
get_now_ms (void)
{
  return g_get_real_time () / 1000;
}

static gboolean
on_wake_cb (gboolean is_due,
            gboolean was_clock_set,
            gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (is_due || was_clock_set);
  fixture->n_due += is_due ? 1 : 0;
  fixture->n_set += was_clock_set ? 1 : 0;
  fixture->called_ms = get_now_ms ();

  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  has_no_timers = data != NULL;
  fixture->source = thaw_wake_source_new ();
  has_no_timers = FALSE;
  g_source_set_callback (fixture->source, G_SOURCE_FUNC (on_wake_cb), fixture, NULL);
  g_source_attach (fixture->source, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_source_destroy (fixture->source);
  g_source_unref (fixture->source);
}

static void
wait_for_due (Fixture *fixture,
              guint    n_due)
{
  while (fixture->n_due < n_due)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever is ready now, however often: a loop that is busy would be seen. */
static void
run_what_is_ready (void)
{
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 due_ms = get_now_ms () + 20;

  thaw_wake_source_set (fixture->source, due_ms);
  wait_for_due (fixture, 1);
  g_assert_cmpint (fixture->called_ms, >=, due_ms);

  /* Once, and again if it is asked for. */
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_due, ==, 1);
  thaw_wake_source_set (fixture->source, get_now_ms () + 1);
  wait_for_due (fixture, 2);
  g_assert_cmpuint (fixture->n_set, ==, 0);
}

static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_wake_source_set (fixture->source, 1);
  wait_for_due (fixture, 1);
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_due, ==, 1);

  /* A second without a fraction, which is no special time. */
  thaw_wake_source_set (fixture->source, 1000);
  wait_for_due (fixture, 2);
}

static void
test_never (Fixture       *fixture,
            gconstpointer  data)
{
  run_what_is_ready ();
  thaw_wake_source_set (fixture->source, 1);
  thaw_wake_source_set (fixture->source, 0);
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_due, ==, 0);

  /* What was asked for first is forgotten. */
  thaw_wake_source_set (fixture->source, 1);
  thaw_wake_source_set (fixture->source, get_now_ms () + 3600000);
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_due, ==, 0);
}

static gboolean
set_again_cb (gboolean is_due,
              gboolean was_clock_set,
              gpointer user_data)
{
  Fixture *fixture = user_data;

  on_wake_cb (is_due, was_clock_set, user_data);
  if (fixture->n_due < 3)
    thaw_wake_source_set (fixture->source, get_now_ms ());

  return G_SOURCE_CONTINUE;
}

static void
test_set_in_callback (Fixture       *fixture,
                      gconstpointer  data)
{
  g_source_set_callback (fixture->source, G_SOURCE_FUNC (set_again_cb), fixture, NULL);
  thaw_wake_source_set (fixture->source, get_now_ms ());
  wait_for_due (fixture, 3);
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_due, ==, 3);
}

static gboolean
remove_cb (gboolean is_due,
           gboolean was_clock_set,
           gpointer user_data)
{
  on_wake_cb (is_due, was_clock_set, user_data);

  return G_SOURCE_REMOVE;
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_source_set_callback (fixture->source, G_SOURCE_FUNC (remove_cb), fixture, NULL);
  thaw_wake_source_set (fixture->source, 1);
  wait_for_due (fixture, 1);
  g_assert_true (g_source_is_destroyed (fixture->source));
}

/* The clock was set: that is told, and the time that was asked for still comes. */
static void
test_clock_set (Fixture       *fixture,
                gconstpointer  data)
{
  is_read_cancelled = TRUE;
  thaw_wake_source_set (fixture->source, 1);
  wait_for_due (fixture, 1);
  g_assert_cmpuint (fixture->n_set, ==, 1);
  g_assert_false (is_read_cancelled);
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_due, ==, 1);
}

/* The clock was set between two times, which the system tells who sets the second one. */
static void
test_clock_set_before (Fixture       *fixture,
                       gconstpointer  data)
{
  is_set_cancelled = TRUE;
  thaw_wake_source_set (fixture->source, get_now_ms () + 3600000);
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_set, ==, 1);
  g_assert_cmpuint (fixture->n_due, ==, 0);

  /* Also if that one is taken back before anybody could be told. */
  is_set_cancelled = TRUE;
  thaw_wake_source_set (fixture->source, get_now_ms () + 3600000);
  thaw_wake_source_set (fixture->source, 1);
  wait_for_due (fixture, 1);
  g_assert_cmpuint (fixture->n_set, ==, 2);
  run_what_is_ready ();
  g_assert_cmpuint (fixture->n_set, ==, 2);
  g_assert_cmpuint (fixture->n_due, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/wake-source/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/core/wake-source/past", Fixture, NULL, set_up, test_past, tear_down);
  g_test_add ("/core/wake-source/never", Fixture, NULL, set_up, test_never, tear_down);
  g_test_add ("/core/wake-source/set-in-callback", Fixture, NULL, set_up, test_set_in_callback, tear_down);
  g_test_add ("/core/wake-source/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/core/wake-source/clock-set", Fixture, NULL, set_up, test_clock_set, tear_down);
  g_test_add ("/core/wake-source/clock-set-before", Fixture, NULL, set_up, test_clock_set_before, tear_down);
  g_test_add ("/core/wake-source/no-timer/due", Fixture, "", set_up, test_due, tear_down);
  g_test_add ("/core/wake-source/no-timer/past", Fixture, "", set_up, test_past, tear_down);
  g_test_add ("/core/wake-source/no-timer/never", Fixture, "", set_up, test_never, tear_down);

  return g_test_run ();
}
