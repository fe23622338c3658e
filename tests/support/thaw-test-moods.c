/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-moods"

#include "config.h"
#include "thaw-test-moods.h"

#include <math.h>

#define SEED 20261123

static ThawDayScale
make_scale (GRand  *random,
            double  level,
            double  spread,
            double  min,
            double  max,
            guint   n)
{
  ThawDayScale scale = { 0.0, INFINITY, -INFINITY, n };

  for (guint i = 0; i < n; i++)
    {
      double answer = CLAMP (level + g_rand_double_range (random, -spread, spread), min, max);

      scale.mean += answer / n;
      scale.min = MIN (scale.min, answer);
      scale.max = MAX (scale.max, answer);
    }

  return scale;
}

/**
 * thaw_test_make_moods:
 * @first: the first day
 * @n_days: how many days
 * @n_entries_a_day: how many entries a day has, if it has some
 * @density: how many of the days have entries, 0 to 1
 *
 * Returns: (transfer full) (element-type ThawDayMood): days on which numbness gives
 *   way slowly, the same ones at every call
 */
GArray *
thaw_test_make_moods (ThawDay first,
                      int     n_days,
                      guint   n_entries_a_day,
                      double  density)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  GArray *moods = g_array_new (FALSE, FALSE, sizeof (ThawDayMood));

  for (int i = 0; i < n_days; i++)
    {
      double progress = (double) i / n_days;
      ThawDayMood mood = { .day = first + i, .n_entries = n_entries_a_day };

      if (g_rand_double (random) >= density)
        continue;

      mood.feeling = make_scale (random, 1.5 + 6.0 * progress + 1.5 * sin (i / 6.0), 1.5, 0.0, 10.0, n_entries_a_day);
      if (g_rand_double (random) < 0.85)
        mood.valence = make_scale (random, -0.4 + 0.6 * progress + 0.4 * sin (i / 9.0), 0.35, -1.0, 1.0, n_entries_a_day);
      else
        mood.valence = (ThawDayScale) { NAN, NAN, NAN, 0 };
      g_array_append_val (moods, mood);
    }

  return moods;
}

/**
 * thaw_test_make_day_counts:
 * @first: the first day
 * @n_days: how many days
 * @density: how many of the days have something, 0 to 1
 *
 * Returns: (transfer full) (element-type ThawDayCount): one to four for a day, the same
 *   ones at every call
 */
GArray *
thaw_test_make_day_counts (ThawDay first,
                           int     n_days,
                           double  density)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (ThawDayCount));

  for (int i = 0; i < n_days; i++)
    {
      ThawDayCount count = { first + i, 1 + (guint) (g_rand_double (random) * g_rand_double (random) * 4.0) };

      if (g_rand_double (random) < density)
        g_array_append_val (counts, count);
    }

  return counts;
}
