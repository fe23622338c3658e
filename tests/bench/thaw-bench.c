/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-bench.h"

#include <stdio.h>
#include <time.h>

static double
read_clock_ms (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/**
 * thaw_bench_now_ms:
 *
 * Returns: monotonic time, in milliseconds
 */
double
thaw_bench_now_ms (void)
{
  return read_clock_ms (CLOCK_MONOTONIC);
}

/**
 * thaw_bench_cpu_ms:
 *
 * Returns: what this thread has used of the processor, in milliseconds
 */
double
thaw_bench_cpu_ms (void)
{
  return read_clock_ms (CLOCK_THREAD_CPUTIME_ID);
}

/**
 * thaw_bench_process_cpu_ms:
 *
 * Returns: what all threads of this process have used of the processor, in milliseconds
 */
double
thaw_bench_process_cpu_ms (void)
{
  return read_clock_ms (CLOCK_PROCESS_CPUTIME_ID);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * thaw_bench_report:
 * @name: what was measured
 * @samples_ms: (element-type double): the measurements, at least one; sorted afterwards
 *
 * Prints the median and the 99th percentile as a line of JSON.
 */
void
thaw_bench_report (const char *name,
                   GArray     *samples_ms)
{
  guint n = samples_ms->len;

  g_return_if_fail (n > 0);

  g_array_sort (samples_ms, compare_doubles);
  g_print ("{\"name\": \"%s\", \"median_ms\": %.4f, \"p99_ms\": %.4f, \"max_ms\": %.4f, \"n\": %u}\n", name,
           g_array_index (samples_ms, double, n / 2),
           g_array_index (samples_ms, double, MIN (n - 1, n * 99 / 100)),
           g_array_index (samples_ms, double, n - 1), n);
}
