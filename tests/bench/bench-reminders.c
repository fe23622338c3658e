/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evaluating 500 reminders of all kinds, in a zone with many changes of the clock; and the floor: asking GLib as many
 * times what the clock there shows. */

#include "config.h"

#include "thaw-bench.h"
#include "thaw-reminder-state.h"

#define N_RULES 500
#define N_RUNS 500
#define N_LISTED 5
#define MS_PER_MINUTE 60000

/* Noon in New York, on 2 December 2026. */
#define NOW_MS G_GINT64_CONSTANT (1796230800000)
#define EVENING_MS (NOW_MS - G_GINT64_CONSTANT (14) * 60 * MS_PER_MINUTE)

typedef struct
{
  ThawReminder      *rule;
  ThawReminderState  state;
} Item;

static Item
make_item (GRand                        *rand,
           guint                         i,
           const ThawReminderConditions *conditions)
{
  Item item = { .rule = thaw_reminder_new ("Breathe", "check-in:now") };
  ThawReminder *rule = item.rule;
  ThawReminderConditions before = *conditions;

  rule->uuid = g_strdup_printf ("018f3c5e-7b1a-7000-8000-%012u", i);
  rule->modified_ms = NOW_MS - (gint64) g_rand_int_range (rand, 60, 1000000) * MS_PER_MINUTE;
  rule->weekdays = i % 3 == 0 ? THAW_REMINDER_EVERY_DAY : (guint) g_rand_int_range (rand, 1, 128);
  rule->timing = i % 2 == 0 ? THAW_REMINDER_AT_TIMES : THAW_REMINDER_IN_WINDOW;
  rule->n_times = (guint) g_rand_int_range (rand, 1, 5);
  for (guint j = 0; j < rule->n_times; j++)
    rule->times[j] = g_rand_int_range (rand, (int) j * 360, (int) (j + 1) * 360);
  rule->n_in_window = (guint) g_rand_int_range (rand, 1, 5);
  item.state.done_ms = i % 4 == 0 ? NOW_MS - 60 * MS_PER_MINUTE : 0;
  /* The program ran until the evening before. */
  before.now_ms = MAX (rule->modified_ms, EVENING_MS);
  thaw_reminder_state_begin (&item.state, rule, &before);

  return item;
}

static void
bench_floor (GTimeZone *zone)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint run = 0; run < N_RUNS; run++)
    {
      double start = thaw_bench_cpu_ms ();

      for (guint i = 0; i < N_RULES; i++)
        {
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (NOW_MS / 1000 + i);
          g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
          g_autofree char *words = g_date_time_format (local, "%H:%M");

          g_assert_nonnull (words);
        }
      g_array_append_vals (samples, &(double) { thaw_bench_cpu_ms () - start }, 1);
    }

  thaw_bench_report ("reminders-floor", samples);
}

/* At first much is due, as when a computer is started; after that, as most of the time, nothing is. */
static void
bench_evaluate (const GArray                 *items,
                const ThawReminderConditions *conditions,
                const char                   *name,
                gboolean                      keeps_state)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_came = 0;

  for (guint run = 0; run < N_RUNS; run++)
    {
      double start = thaw_bench_cpu_ms ();

      for (guint i = 0; i < items->len; i++)
        {
          Item *item = &g_array_index (items, Item, i);
          ThawReminderOutcome outcome = thaw_reminder_evaluate (item->rule, &item->state, conditions);

          n_came += outcome.comes;
          if (keeps_state)
            item->state = outcome.state;
        }
      g_array_append_vals (samples, &(double) { thaw_bench_cpu_ms () - start }, 1);
    }

  g_assert_cmpuint (n_came, >, 0);
  thaw_bench_report (name, samples);
}

static void
bench_list (const GArray                 *items,
            const ThawReminderConditions *conditions)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint run = 0; run < N_RUNS; run++)
    {
      double start = thaw_bench_cpu_ms ();

      for (guint i = 0; i < items->len; i++)
        {
          const Item *item = &g_array_index (items, Item, i);
          ThawCivil moments[N_LISTED];

          g_assert_cmpuint (thaw_reminder_list_next (item->rule, &item->state, conditions, N_LISTED, moments), ==,
                            N_LISTED);
        }
      g_array_append_vals (samples, &(double) { thaw_bench_cpu_ms () - start }, 1);
    }

  thaw_bench_report ("reminders-list", samples);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  ThawReminderConditions conditions = {
    .zone = zone,
    .now_ms = NOW_MS,
    .quiet = { 22 * 60, 7 * 60 },
    .catch_up_minutes = 120,
  };

  for (guint i = 0; i < N_RULES; i++)
    g_array_append_vals (items, &(Item) { 0 }, 1);
  for (guint i = 0; i < N_RULES; i++)
    g_array_index (items, Item, i) = make_item (rand, i, &conditions);

  bench_floor (zone);
  bench_evaluate (items, &conditions, "reminders-evaluate-start", FALSE);
  bench_evaluate (items, &conditions, "reminders-evaluate", TRUE);
  bench_list (items, &conditions);

  for (guint i = 0; i < N_RULES; i++)
    thaw_reminder_free (g_array_index (items, Item, i).rule);

  return 0;
}
