/* SPDX-License-Identifier: GPL-3.0-or-later */

/* test-reminder-simulation [--worlds N] [--first S]: reminders in worlds in which computers sleep, programs crash,
 * clocks are wrong and people travel; and engines that are wrong, each of which has to be found out. */

#include "config.h"

#include "thaw-reminder-sim.h"

static int n_worlds = 100;
static int first_seed = 0;

/* So many worlds a mutant may live in. */
#define MAX_WORLDS_OF_MUTANT 400

static ThawReminderOutcome
ignore_zone (const ThawReminder           *rule,
             const ThawReminderState      *state,
             const ThawReminderConditions *conditions)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  ThawReminderConditions other = *conditions;

  other.zone = utc;

  return thaw_reminder_evaluate (rule, state, &other);
}

static ThawReminderOutcome
ignore_quiet (const ThawReminder           *rule,
              const ThawReminderState      *state,
              const ThawReminderConditions *conditions)
{
  ThawReminderConditions other = *conditions;

  other.quiet = (ThawQuietHours) { 0, 0 };

  return thaw_reminder_evaluate (rule, state, &other);
}

static ThawReminderOutcome
ignore_pause (const ThawReminder           *rule,
              const ThawReminderState      *state,
              const ThawReminderConditions *conditions)
{
  ThawReminderConditions other = *conditions;

  other.paused_until_ms = 0;

  return thaw_reminder_evaluate (rule, state, &other);
}

/* A pause rests only what would come during it. */
static ThawReminderOutcome
forget_pause_at_its_end (const ThawReminder           *rule,
                         const ThawReminderState      *state,
                         const ThawReminderConditions *conditions)
{
  ThawReminderConditions other = *conditions;

  if (conditions->paused_until_ms <= conditions->now_ms)
    other.paused_until_ms = 0;

  return thaw_reminder_evaluate (rule, state, &other);
}

static ThawReminderOutcome
catch_up_for_ever (const ThawReminder           *rule,
                   const ThawReminderState      *state,
                   const ThawReminderConditions *conditions)
{
  ThawReminderConditions other = *conditions;

  other.catch_up_minutes = 7 * 24 * 60;

  return thaw_reminder_evaluate (rule, state, &other);
}

static ThawReminderOutcome
never_catch_up (const ThawReminder           *rule,
                const ThawReminderState      *state,
                const ThawReminderConditions *conditions)
{
  ThawReminderConditions other = *conditions;

  other.catch_up_minutes = 0;

  return thaw_reminder_evaluate (rule, state, &other);
}

/* “Not before” in place of “after”. */
static ThawReminderOutcome
come_at_last (const ThawReminder           *rule,
              const ThawReminderState      *state,
              const ThawReminderConditions *conditions)
{
  ThawReminderState other = *state;

  other.last--;

  return thaw_reminder_evaluate (rule, &other, conditions);
}

/* What is ahead of the clock cannot have been yet. */
static ThawReminderOutcome
believe_the_clock (const ThawReminder           *rule,
                   const ThawReminderState      *state,
                   const ThawReminderConditions *conditions)
{
  ThawReminderState other = *state;

  other.last = MIN (other.last, thaw_civil_from_utc_ms (conditions->now_ms, conditions->zone));

  return thaw_reminder_evaluate (rule, &other, conditions);
}

/* What is ahead of the clock has been, whatever that says. */
static ThawReminderOutcome
believe_the_past (const ThawReminder           *rule,
                  const ThawReminderState      *state,
                  const ThawReminderConditions *conditions)
{
  ThawReminderOutcome outcome = thaw_reminder_evaluate (rule, state, conditions);

  if (outcome.state.last < state->last)
    {
      outcome.state = *state;
      outcome.comes = FALSE;
    }

  return outcome;
}

/* A day has 24 hours: what is tomorrow is so many seconds away. */
static ThawReminderOutcome
count_hours (const ThawReminder           *rule,
             const ThawReminderState      *state,
             const ThawReminderConditions *conditions)
{
  ThawReminderOutcome outcome = thaw_reminder_evaluate (rule, state, conditions);
  ThawCivil now, next;

  if (outcome.next_ms == 0)
    return outcome;

  now = thaw_civil_from_utc_ms (conditions->now_ms, conditions->zone);
  next = thaw_civil_from_utc_ms (outcome.next_ms, conditions->zone);
  if (next > now)
    outcome.next_ms = conditions->now_ms + (next - now) * 60000;

  return outcome;
}

/* Each one that is due, and not the latest alone. */
static ThawReminderOutcome
come_for_each (const ThawReminder           *rule,
               const ThawReminderState      *state,
               const ThawReminderConditions *conditions)
{
  ThawReminderConditions then = *conditions;
  ThawReminderOutcome outcome = thaw_reminder_evaluate (rule, state, conditions);
  ThawCivil first;

  then.now_ms = thaw_civil_to_utc_ms (state->last, conditions->zone);
  then.paused_until_ms = 0;
  if (outcome.comes && thaw_reminder_list_next (rule, NULL, &then, 1, &first) == 1 && first < outcome.state.last)
    {
      outcome.state.last = first;
      outcome.next_ms = conditions->now_ms + 60000;
    }

  return outcome;
}

static ThawReminderOutcome
forget_missed (const ThawReminder           *rule,
               const ThawReminderState      *state,
               const ThawReminderConditions *conditions)
{
  ThawReminderOutcome outcome = thaw_reminder_evaluate (rule, state, conditions);

  outcome.state.missed = state->missed;

  return outcome;
}

static ThawReminderOutcome
forget_put_off (const ThawReminder           *rule,
                const ThawReminderState      *state,
                const ThawReminderConditions *conditions)
{
  ThawReminderState other = *state;

  other.put_off_day = THAW_DAY_NONE;

  return thaw_reminder_evaluate (rule, &other, conditions);
}

static ThawReminderOutcome
forget_done (const ThawReminder           *rule,
             const ThawReminderState      *state,
             const ThawReminderConditions *conditions)
{
  ThawReminderState other = *state;

  other.done_ms = 0;

  return thaw_reminder_evaluate (rule, &other, conditions);
}

static ThawReminderOutcome
forget_snooze (const ThawReminder           *rule,
               const ThawReminderState      *state,
               const ThawReminderConditions *conditions)
{
  ThawReminderState other = *state;

  other.snoozed_until_ms = 0;

  return thaw_reminder_evaluate (rule, &other, conditions);
}

/* What was put off shortly before midnight comes the next morning. */
static ThawReminderOutcome
snooze_over_night (const ThawReminder           *rule,
                   const ThawReminderState      *state,
                   const ThawReminderConditions *conditions)
{
  ThawReminderOutcome outcome = thaw_reminder_evaluate (rule, state, conditions);

  if (state->snoozed_until_ms != 0 && outcome.state.snoozed_until_ms == 0 && !outcome.comes &&
      outcome.state.missed == state->missed)
    {
      outcome.comes = TRUE;
      outcome.state.shown = thaw_civil_from_utc_ms (conditions->now_ms, conditions->zone);
    }

  return outcome;
}

/* It is not asked again when the day ends. */
static ThawReminderOutcome
sleep_over_midnight (const ThawReminder           *rule,
                     const ThawReminderState      *state,
                     const ThawReminderConditions *conditions)
{
  ThawReminderOutcome outcome = thaw_reminder_evaluate (rule, state, conditions);
  ThawReminderState unseen = outcome.state;

  unseen.shown = THAW_CIVIL_NONE;
  outcome.next_ms = thaw_reminder_evaluate (rule, &unseen, conditions).next_ms;

  return outcome;
}

static ThawReminderOutcome
ignore_weekdays (const ThawReminder           *rule,
                 const ThawReminderState      *state,
                 const ThawReminderConditions *conditions)
{
  g_autoptr (ThawReminder) other = thaw_reminder_copy (rule);

  other->weekdays = THAW_REMINDER_EVERY_DAY;

  return thaw_reminder_evaluate (other, state, conditions);
}

static ThawReminderOutcome
ignore_first_and_last_day (const ThawReminder           *rule,
                           const ThawReminderState      *state,
                           const ThawReminderConditions *conditions)
{
  g_autoptr (ThawReminder) other = thaw_reminder_copy (rule);

  other->from = other->until = THAW_DAY_NONE;

  return thaw_reminder_evaluate (other, state, conditions);
}

static const ThawSimEngine right = { "right", thaw_reminder_evaluate, 0 };

static const ThawSimEngine mutants[] = {
  { "UTC in place of the zone", ignore_zone, 0 },
  { "no quiet hours", ignore_quiet, 0 },
  { "no pause", ignore_pause, 0 },
  { "a pause that is forgotten when it ends", forget_pause_at_its_end, 0 },
  { "no end of catching up", catch_up_for_ever, 0 },
  { "no catching up", never_catch_up, 0 },
  { "not before, in place of after", come_at_last, 0 },
  { "a clock that is always believed", believe_the_clock, 0 },
  { "a clock that is never believed", believe_the_past, 0 },
  { "days of 24 hours", count_hours, 0 },
  { "each that is due", come_for_each, 0 },
  { "nothing is missed", forget_missed, 0 },
  { "not today is forgotten", forget_put_off, 0 },
  { "what was done is forgotten", forget_done, 0 },
  { "what was put off for some minutes is forgotten", forget_snooze, 0 },
  { "what was put off for some minutes comes tomorrow", snooze_over_night, 0 },
  { "no end of the day", sleep_over_midnight, 0 },
  { "no weekdays", ignore_weekdays, 0 },
  { "no first and last day", ignore_first_and_last_day, 0 },
  { "nothing is stored", thaw_reminder_evaluate, THAW_SIM_FORGETS_TO_STORE },
  { "stored before it is sent", thaw_reminder_evaluate, THAW_SIM_STORES_FIRST },
  { "timers that stand still in sleep", thaw_reminder_evaluate, THAW_SIM_SLEEPS_ON },
  { "no look when the zone changes", thaw_reminder_evaluate, THAW_SIM_STAYS_AT_HOME },
  { "timers that go on when the clock is set", thaw_reminder_evaluate, THAW_SIM_TRUSTS_TIMERS },
};

static void
test_right (void)
{
  ThawSimCounts counts = { 0 };

  for (int i = 0; i < n_worlds; i++)
    {
      g_autofree char *problem = thaw_sim_run (&right, (guint32) (first_seed + i), &counts);

      if (problem != NULL)
        {
          g_test_message ("%s", problem);
          g_test_fail ();
          return;
        }
    }

  g_test_message ("%" G_GUINT64_FORMAT " rule-days, %" G_GUINT64_FORMAT " evaluations, %" G_GUINT64_FORMAT " sent, %"
                  G_GUINT64_FORMAT " of them again, %" G_GUINT64_FORMAT " missed", counts.n_rule_days,
                  counts.n_evaluations, counts.n_sent, counts.n_sent_again, counts.n_missed);
  g_test_message ("%" G_GUINT64_FORMAT " suspends, %" G_GUINT64_FORMAT " restarts, %" G_GUINT64_FORMAT " crashes, %"
                  G_GUINT64_FORMAT " clock steps, %" G_GUINT64_FORMAT " zone changes", counts.n_suspends,
                  counts.n_restarts, counts.n_crashes, counts.n_steps, counts.n_zones);
  g_test_message ("%" G_GUINT64_FORMAT " answers, %" G_GUINT64_FORMAT " put off for minutes, %" G_GUINT64_FORMAT
                  " for the day, %" G_GUINT64_FORMAT " edits, %" G_GUINT64_FORMAT " pauses", counts.n_answers,
                  counts.n_snoozes, counts.n_put_off, counts.n_edits, counts.n_pauses);

  /* A world in which nothing happens proves nothing. */
  g_assert_cmpuint (counts.n_sent, >, 0);
  g_assert_cmpuint (counts.n_missed, >, 0);
}

static void
test_mutant (gconstpointer data)
{
  const ThawSimEngine *mutant = data;
  ThawSimCounts counts = { 0 };

  for (guint32 i = 0; i < MAX_WORLDS_OF_MUTANT; i++)
    {
      g_autofree char *problem = thaw_sim_run (mutant, (guint32) first_seed + i, &counts);

      if (problem != NULL)
        {
          g_test_message ("found out: %s", problem);
          return;
        }
    }

  g_test_message ("survived %d worlds from seed %d on", MAX_WORLDS_OF_MUTANT, first_seed);
  g_test_fail ();
}

int
main (int   argc,
      char *argv[])
{
  const GOptionEntry entries[] = {
    { "worlds", 0, 0, G_OPTION_ARG_INT, &n_worlds, "How many worlds to try", "N" },
    { "first", 0, 0, G_OPTION_ARG_INT, &first_seed, "The number of the first of them", "S" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  g_test_add_func ("/core/reminder-simulation/right", test_right);
  for (guint i = 0; i < G_N_ELEMENTS (mutants); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (mutants[i].name), " ,", '-');
      g_autofree char *path = g_strconcat ("/core/reminder-simulation/mutants/", name, NULL);

      g_test_add_data_func (path, &mutants[i], test_mutant);
    }

  return g_test_run ();
}
