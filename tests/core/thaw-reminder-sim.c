/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-reminder-sim.h"

#include <stdarg.h>

#include "thaw-reminder-oracle.h"

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MINUTES_PER_HOUR 60
#define MINUTES_PER_DAY (24 * 60)

/* Between two clocks of the world. */
#define FURTHEST_APART (26 * MINUTES_PER_HOUR)

#define N_RULES 4
#define N_DAYS 16
#define SNOOZE_MINUTES 15

/* More evaluations a day are a busy loop: each rule has its moments, the end of the day and of quiet hours. */
#define MAX_TIMERS_A_DAY (N_RULES * (THAW_REMINDER_MAX_A_DAY + 4))

/* Where people are, and a day on which the clock does something there. */
static const struct
{
  const char *zone;
  const char *day;
} places[] = {
  { "Europe/Berlin", "2026-03-29" },       { "Europe/Berlin", "2026-10-25" },
  { "America/New_York", "2026-03-08" },    { "America/New_York", "2026-11-01" },
  { "Australia/Lord_Howe", "2026-04-05" }, { "Australia/Lord_Howe", "2026-10-04" },
  { "America/Sao_Paulo", "2018-11-04" },   { "America/Sao_Paulo", "2018-02-18" },
  { "Asia/Kathmandu", "2026-06-01" },      { "Pacific/Apia", "2011-12-30" },
  { "America/Nuuk", "2026-03-28" },        { "Pacific/Auckland", "2026-09-27" },
  { "Europe/Dublin", "2026-10-25" },       { "Europe/Moscow", "2014-10-26" },
  { "Pacific/Pago_Pago", "2026-06-01" },   { "Pacific/Kiritimati", "2026-06-01" },
};

/* A reminder in the world: the rule, what the program thinks of it, what it wrote down, what the service shows. */
typedef struct
{
  ThawReminder       *rule;
  ThawReminderState   state;
  ThawReminderState   stored;
  gint64              done_ms;
  gboolean            is_shown;
  GHashTable         *sent;
  gboolean            may_repeat;
  ThawCivil           came;
  ThawCivil           missed;
  ThawReminderOracle *oracle;
} Item;

typedef struct
{
  const ThawSimEngine    *engine;
  ThawSimCounts          *counts;
  GRand                  *rand;
  guint32                 seed;
  Item                    items[N_RULES];
  ThawReminderConditions  conditions;
  GTimeZone              *engine_zone;
  gint64                  timer_ms;
  int                     tick;

  /* The program is not there, or the computer sleeps, until then. */
  int                     away_until;
  int                     away_for;
  gboolean                is_ended;

  /* A clock that is wrong is set right, then. */
  int                     right_at;
  gint64                  wrong_by_ms;

  gboolean                crashes_at_send;
  int                     n_timers;
  char                   *problem;
} World;

/* Opened once: who keeps what they say may go by the pointer. */
static GTimeZone *
get_zone (guint place)
{
  static GTimeZone *zones[G_N_ELEMENTS (places)];

  if (zones[place] == NULL)
    zones[place] = g_time_zone_new_identifier (places[place].zone);
  g_assert_nonnull (zones[place]);

  return zones[place];
}

static int
draw (World *world,
      int    begin,
      int    end)
{
  return g_rand_int_range (world->rand, begin, end);
}

static gboolean
one_in (World *world,
        int    n)
{
  return draw (world, 0, n) == 0;
}

static char *
format_civil (ThawCivil civil)
{
  g_autofree char *day = NULL;

  if (civil == THAW_CIVIL_NONE || !thaw_day_is_valid (thaw_civil_get_day (civil)))
    return g_strdup ("none");

  day = thaw_day_to_iso (thaw_civil_get_day (civil));

  return g_strdup_printf ("%s %02d:%02d", day, thaw_civil_get_minute (civil) / 60, thaw_civil_get_minute (civil) % 60);
}

static void G_GNUC_PRINTF (3, 4)
complain (World      *world,
          int         i,
          const char *format,
          ...)
{
  g_autofree char *now = NULL, *words = NULL;
  va_list args;

  if (world->problem != NULL)
    return;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  now = format_civil (thaw_civil_from_utc_ms (world->conditions.now_ms, world->conditions.zone));
  world->problem = g_strdup_printf ("seed %u, minute %d, %s in %s, reminder %d: %s", world->seed, world->tick, now,
                                    g_time_zone_get_identifier (world->conditions.zone), i, words);
}

static void
choose_times (World        *world,
              ThawReminder *rule)
{
  int step = one_in (world, 2) ? 1 : 15;
  int minute = draw (world, 0, one_in (world, 2) ? MINUTES_PER_DAY : 4 * MINUTES_PER_HOUR) / step * step;

  rule->n_times = 0;
  while (minute < MINUTES_PER_DAY && rule->n_times < 4)
    {
      rule->times[rule->n_times++] = minute;
      minute += step * draw (world, 1, 30);
      if (one_in (world, 2))
        break;
    }
}

static void
choose_window (World        *world,
               ThawReminder *rule)
{
  rule->timing = THAW_REMINDER_IN_WINDOW;
  rule->window_start = draw (world, 0, MINUTES_PER_DAY - 1);
  rule->window_end = draw (world, rule->window_start + 1, MINUTES_PER_DAY);
  rule->n_in_window = (guint) draw (world, 1, 5);
  rule->distance = draw (world, 1, 120);
  while (!thaw_reminder_has_valid_times (rule))
    rule->n_in_window--;
}

static ThawReminder *
make_rule (World *world,
           int    i)
{
  ThawReminder *rule = thaw_reminder_new ("Breathe", "check-in:now");
  ThawDay today = thaw_civil_get_day (thaw_civil_from_utc_ms (world->conditions.now_ms, world->conditions.zone));

  rule->uuid = g_strdup_printf ("018f3c5e-7b1a-7000-8000-%06u%06d", world->seed % 1000000, i);
  rule->modified_ms = world->conditions.now_ms;
  rule->is_on = !one_in (world, 20);
  rule->weekdays = one_in (world, 2) ? THAW_REMINDER_EVERY_DAY : (guint) draw (world, 1, 128);
  rule->skips_if_done = !one_in (world, 3);
  rule->ignores_quiet = one_in (world, 4);
  if (one_in (world, 6))
    rule->from = today + draw (world, 0, 4);
  if (one_in (world, 6))
    rule->until = today + draw (world, 4, 12);
  if (one_in (world, 3))
    choose_window (world, rule);
  else
    choose_times (world, rule);
  g_assert_true (thaw_reminder_has_valid_times (rule));

  return rule;
}

static void
begin_rule (World *world,
            int    i)
{
  Item *item = &world->items[i];

  g_clear_pointer (&item->rule, thaw_reminder_free);
  item->rule = make_rule (world, i);
  thaw_reminder_state_begin (&item->state, item->rule, &world->conditions);
  item->stored = item->state;
  item->is_shown = FALSE;
  g_hash_table_remove_all (item->sent);
  thaw_reminder_oracle_begin (item->oracle, item->rule, &world->conditions);
  thaw_reminder_oracle_store (item->oracle);
}

/* They begin where no clock is put back, so that it is told for the same minute by all when. */
static ThawQuietHours
choose_quiet (World *world)
{
  if (one_in (world, 3))
    return (ThawQuietHours) { 0, 0 };

  return (ThawQuietHours) { draw (world, 4 * MINUTES_PER_HOUR, MINUTES_PER_DAY), draw (world, 0, MINUTES_PER_DAY) };
}

static void
crash (World *world,
       int    i)
{
  world->counts->n_crashes++;
  world->crashes_at_send = FALSE;
  world->is_ended = TRUE;
  world->away_until = world->tick + draw (world, 1, one_in (world, 4) ? 1000 : 30);
  /* It does not know that it sent this, and may do it again, under the same name. */
  g_hash_table_remove (world->items[i].sent, &world->items[i].came);
}

/* Each moment once, but for what was put off for some minutes. */
static void
send (World *world,
      int    i)
{
  Item *item = &world->items[i];
  gint64 moment = item->state.last;

  item->came = moment;
  world->counts->n_sent++;
  if (g_hash_table_contains (item->sent, &moment))
    {
      g_autofree char *words = format_civil (moment);

      world->counts->n_sent_again++;
      if (!item->may_repeat)
        complain (world, i, "%s came twice", words);
    }
  g_hash_table_add (item->sent, g_memdup2 (&moment, sizeof moment));
  item->may_repeat = FALSE;
  item->is_shown = TRUE;
}

static void
store (World *world,
       Item  *item)
{
  if ((world->engine->flaws & THAW_SIM_FORGETS_TO_STORE) == 0)
    item->stored = item->state;
}

/* As the engine does it: first it is sent, then written down. */
static gboolean
evaluate_item (World *world,
               int    i)
{
  Item *item = &world->items[i];
  ThawReminderConditions conditions = world->conditions;
  ThawReminderOutcome outcome;

  conditions.zone = world->engine_zone;
  /* What a clock that was wrong by days has sent comes again when it is time for it. */
  if (item->state.last > thaw_civil_from_utc_ms (conditions.now_ms, conditions.zone) + FURTHEST_APART)
    g_hash_table_remove_all (item->sent);
  outcome = world->engine->evaluate (item->rule, &item->state, &conditions);
  world->counts->n_evaluations++;
  item->state = outcome.state;
  if (outcome.is_withdrawn)
    item->is_shown = FALSE;
  if ((world->engine->flaws & THAW_SIM_STORES_FIRST) != 0)
    store (world, item);

  if (outcome.comes)
    {
      gboolean is_killed_before = world->crashes_at_send && (world->engine->flaws & THAW_SIM_STORES_FIRST) != 0;

      if (!is_killed_before)
        send (world, i);
      if (world->crashes_at_send)
        {
          crash (world, i);
          return FALSE;
        }
    }

  store (world, item);
  if (outcome.next_ms != 0 && outcome.next_ms <= conditions.now_ms)
    complain (world, i, "to be evaluated again at once");
  if (outcome.next_ms != 0)
    world->timer_ms = MIN (world->timer_ms, outcome.next_ms);

  return TRUE;
}

/* Returns: how many reminders could be looked at before the program was killed */
static int
evaluate (World *world)
{
  world->timer_ms = G_MAXINT64;
  for (int i = 0; i < N_RULES; i++)
    {
      if (!evaluate_item (world, i))
        return i;
    }

  return N_RULES;
}

static void
load (World *world)
{
  world->is_ended = FALSE;
  world->engine_zone = world->conditions.zone;
  for (int i = 0; i < N_RULES; i++)
    {
      Item *item = &world->items[i];

      item->state = item->stored;
      item->state.done_ms = item->done_ms;
      thaw_reminder_state_begin (&item->state, item->rule, &world->conditions);
      /* Nobody knows any more of what was sent just before it was killed. */
      if (item->state.shown == THAW_CIVIL_NONE)
        item->is_shown = FALSE;
    }
}

/* What the person does with a reminder. */
static void
act (World *world)
{
  int i = draw (world, 0, N_RULES);
  Item *item = &world->items[i];

  switch (draw (world, 0, 6))
    {
    case 0:
      world->counts->n_answers++;
      thaw_reminder_state_answer (&item->state);
      thaw_reminder_oracle_answer (item->oracle);
      item->is_shown = FALSE;
      break;
    case 1:
    case 2:
      if (!item->is_shown)
        return;
      world->counts->n_snoozes++;
      thaw_reminder_state_snooze (&item->state, &world->conditions, SNOOZE_MINUTES);
      thaw_reminder_oracle_snooze (item->oracle, &world->conditions, SNOOZE_MINUTES);
      item->is_shown = FALSE;
      item->may_repeat = TRUE;
      break;
    case 3:
      world->counts->n_put_off++;
      thaw_reminder_state_put_off (&item->state, thaw_civil_get_day (thaw_civil_from_utc_ms (world->conditions.now_ms,
                                                                                             world->conditions.zone)));
      thaw_reminder_oracle_put_off (item->oracle, &world->conditions);
      item->is_shown = FALSE;
      break;
    case 4:
      item->done_ms = item->state.done_ms = world->conditions.now_ms;
      thaw_reminder_oracle_do (item->oracle, item->done_ms);
      break;
    case 5:
      world->counts->n_edits++;
      begin_rule (world, i);
      break;
    default:
      g_assert_not_reached ();
    }

  store (world, item);
  thaw_reminder_oracle_store (item->oracle);
}

static void
change_settings (World *world)
{
  if (one_in (world, 2))
    {
      static const int lengths[] = { 10, 60, 300, MINUTES_PER_DAY, 3 * MINUTES_PER_DAY };
      int kind = draw (world, 0, (int) G_N_ELEMENTS (lengths) + 2);

      world->counts->n_pauses++;
      if (kind < (int) G_N_ELEMENTS (lengths))
        world->conditions.paused_until_ms = world->conditions.now_ms + draw (world, 0, lengths[kind]) * MS_PER_MINUTE;
      else
        world->conditions.paused_until_ms = kind == (int) G_N_ELEMENTS (lengths) && one_in (world, 4) ? G_MAXINT64 : 0;
      return;
    }

  world->conditions.quiet = choose_quiet (world);
  for (int i = 0; i < N_RULES; i++)
    thaw_reminder_oracle_look_again (world->items[i].oracle);
}

static void
step_clock (World *world,
            gint64 ms)
{
  world->counts->n_steps++;
  world->conditions.now_ms += ms;
  if ((world->engine->flaws & THAW_SIM_TRUSTS_TIMERS) != 0 && world->timer_ms != G_MAXINT64)
    world->timer_ms += ms;
}

/* A minute here or there, hours, days; or years for a while. */
static void
set_clock (World *world)
{
  static const int minutes[] = { 10, 180, 20 * MINUTES_PER_HOUR, 5 * MINUTES_PER_DAY, 3650 * MINUTES_PER_DAY };
  int kind = draw (world, 0, (int) G_N_ELEMENTS (minutes));
  gint64 ms;

  if (world->right_at != 0)
    return;

  ms = draw (world, -minutes[kind], minutes[kind] + 1) * MS_PER_MINUTE;
  step_clock (world, ms);
  if (kind >= 3 || one_in (world, 2))
    {
      world->wrong_by_ms = ms;
      world->right_at = world->tick + draw (world, 1, 300);
    }
}

static void
travel (World *world)
{
  world->counts->n_zones++;
  world->conditions.zone = get_zone ((guint) draw (world, 0, G_N_ELEMENTS (places)));
  for (int i = 0; i < N_RULES; i++)
    thaw_reminder_oracle_look_again (world->items[i].oracle);
}

static void
go_away (World *world)
{
  static const int lengths[] = { 5, 60, 200, 600, 3 * MINUTES_PER_DAY };

  world->away_for = draw (world, 1, lengths[draw (world, 0, G_N_ELEMENTS (lengths))] + 1);
  world->away_until = world->tick + world->away_for;
  world->is_ended = one_in (world, 3);
  if (world->is_ended)
    world->counts->n_restarts++;
  else
    world->counts->n_suspends++;
}

/* Returns: whether the engine hears of something */
static gboolean
happen (World *world,
        gboolean is_away)
{
  gboolean is_heard = FALSE;

  if (world->right_at != 0 && world->tick >= world->right_at)
    {
      world->right_at = 0;
      step_clock (world, -world->wrong_by_ms);
      is_heard = (world->engine->flaws & THAW_SIM_TRUSTS_TIMERS) == 0;
    }
  if (one_in (world, 2000))
    {
      set_clock (world);
      is_heard |= (world->engine->flaws & THAW_SIM_TRUSTS_TIMERS) == 0;
    }
  if (one_in (world, 6000))
    {
      travel (world);
      is_heard |= (world->engine->flaws & THAW_SIM_STAYS_AT_HOME) == 0;
    }
  if (is_away)
    return is_heard;

  if (one_in (world, 120))
    {
      act (world);
      is_heard = TRUE;
    }
  if (one_in (world, 2500))
    {
      change_settings (world);
      is_heard = TRUE;
    }
  if (one_in (world, 3000))
    world->crashes_at_send = TRUE;

  return is_heard;
}

static void
compare_moment (World                     *world,
                int                        i,
                const ThawReminderVerdict *verdict)
{
  ThawCivil came = world->items[i].came;
  g_autofree char *is = format_civil (came);
  g_autofree char *should_be = format_civil (verdict->settled);

  if (came == THAW_CIVIL_NONE && verdict->comes)
    complain (world, i, "%s should come, and does not", should_be);
  else if (came != THAW_CIVIL_NONE && !verdict->comes)
    complain (world, i, "%s comes, and should not", is);
  else if (came != THAW_CIVIL_NONE && came != verdict->settled)
    complain (world, i, "%s comes, and it should be %s", is, should_be);
}

static void
compare_state (World                     *world,
               int                        i,
               const ThawReminderVerdict *verdict)
{
  const Item *item = &world->items[i];
  const ThawReminderState *state = &item->state;
  g_autofree char *is = format_civil (state->missed);
  g_autofree char *should_be = format_civil (verdict->missed);

  if (item->is_shown != verdict->is_shown)
    complain (world, i, "%s", item->is_shown ? "it is still shown" : "it is not shown any more");
  else if (state->missed != verdict->missed)
    complain (world, i, "missed is %s, and should be %s", is, should_be);
  else if (state->n_unanswered_days != verdict->n_unanswered_days)
    complain (world, i, "%d days without an answer, and it should be %d", state->n_unanswered_days,
              verdict->n_unanswered_days);
  /* One that is over is dropped when that is noticed. */
  else if (state->snoozed_until_ms > world->conditions.now_ms && state->snoozed_until_ms != verdict->snoozed_until_ms)
    complain (world, i, "it is to come again, and should not");
  else if (verdict->snoozed_until_ms > world->conditions.now_ms && state->snoozed_until_ms != verdict->snoozed_until_ms)
    complain (world, i, "it should come again, and is not to");
}

/* The oracle says each minute what is right, whether the engine looked or not. */
static void
judge (World *world,
       int    n_alive)
{
  for (int i = 0; i < N_RULES; i++)
    {
      Item *item = &world->items[i];
      ThawReminderVerdict verdict;

      if (i > n_alive)
        break;

      verdict = thaw_reminder_oracle_tick (item->oracle, item->rule, &world->conditions);
      if (i == n_alive)
        {
          if (item->came != THAW_CIVIL_NONE)
            compare_moment (world, i, &verdict);
          thaw_reminder_oracle_crash (item->oracle);
          break;
        }

      compare_moment (world, i, &verdict);
      compare_state (world, i, &verdict);
      thaw_reminder_oracle_store (item->oracle);
      if (verdict.missed != THAW_CIVIL_NONE && verdict.missed != item->missed)
        world->counts->n_missed++;
      item->missed = verdict.missed;
    }
}

static void
come_back (World *world)
{
  if (world->is_ended)
    load (world);
  else if ((world->engine->flaws & THAW_SIM_SLEEPS_ON) != 0 && world->timer_ms != G_MAXINT64)
    world->timer_ms += world->away_for * MS_PER_MINUTE;
  world->away_until = 0;
}

static void
run_minute (World *world)
{
  gboolean was_away = world->away_until != 0;
  gboolean is_heard = happen (world, was_away);

  if (was_away && world->tick < world->away_until)
    return;

  if (was_away)
    {
      is_heard |= world->is_ended || (world->engine->flaws & THAW_SIM_SLEEPS_ON) == 0;
      come_back (world);
    }
  if ((world->engine->flaws & THAW_SIM_STAYS_AT_HOME) == 0)
    world->engine_zone = world->conditions.zone;
  if (world->conditions.now_ms >= world->timer_ms)
    {
      world->n_timers++;
      is_heard = TRUE;
    }

  for (int i = 0; i < N_RULES; i++)
    world->items[i].came = THAW_CIVIL_NONE;
  judge (world, is_heard ? evaluate (world) : N_RULES);

  if (world->away_until == 0 && one_in (world, 600))
    go_away (world);
}

static void
begin_world (World *world)
{
  static const int catch_ups[] = { 0, 15, 120, 120, 120, 600, MINUTES_PER_DAY };
  guint place = (guint) draw (world, 0, G_N_ELEMENTS (places));
  ThawDay day = thaw_day_from_iso (places[place].day) - draw (world, 1, N_DAYS);

  world->conditions.zone = world->engine_zone = get_zone (place);
  world->conditions.now_ms = thaw_civil_to_utc_ms (thaw_civil_new (day, draw (world, 0, MINUTES_PER_DAY)),
                                                   world->conditions.zone);
  world->conditions.quiet = choose_quiet (world);
  world->conditions.catch_up_minutes = catch_ups[draw (world, 0, G_N_ELEMENTS (catch_ups))];
  for (int i = 0; i < N_RULES; i++)
    {
      world->items[i].sent = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      world->items[i].oracle = thaw_reminder_oracle_new ();
      begin_rule (world, i);
    }
  (void) evaluate (world);
}

static void
end_world (World *world)
{
  for (int i = 0; i < N_RULES; i++)
    {
      thaw_reminder_free (world->items[i].rule);
      g_hash_table_unref (world->items[i].sent);
      thaw_reminder_oracle_free (world->items[i].oracle);
    }
  g_rand_free (world->rand);
}

/**
 * thaw_sim_run:
 * @engine: what is put to the test
 * @seed: the same world for the same number
 * @counts: (inout): what happened is added to this
 *
 * Runs a world of a few reminders for some days, minute by minute.
 *
 * Returns: (transfer full) (nullable): what was wrong first, or %NULL if all was right
 */
char *
thaw_sim_run (const ThawSimEngine *engine,
              guint32              seed,
              ThawSimCounts       *counts)
{
  World world = { .engine = engine, .counts = counts, .seed = seed, .rand = g_rand_new_with_seed (seed) };

  begin_world (&world);
  for (; world.tick < N_DAYS * MINUTES_PER_DAY && world.problem == NULL; world.tick++)
    {
      run_minute (&world);
      world.conditions.now_ms += MS_PER_MINUTE;
    }
  if (world.n_timers > N_DAYS * MAX_TIMERS_A_DAY)
    complain (&world, 0, "the timer was due %d times", world.n_timers);
  counts->n_rule_days += N_RULES * (guint64) world.tick / MINUTES_PER_DAY;
  end_world (&world);

  return world.problem;
}
