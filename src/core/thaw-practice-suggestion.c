/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-suggestion"

#include "config.h"
#include "thaw-practice-suggestion.h"

#include "thaw-activity-tally.h"

#include <glib/gi18n-lib.h>

/* So many reasons are looked at, one after the other. */
#define N_LOOKS 3

/* Up to there, little can be felt; and down to there, it is hard. */
#define LITTLE_FEELING 3
#define HARD_VALENCE   (-0.5)

/* From then to then, nothing that wakes one up. */
#define EVENING_MINUTE (21 * 60)
#define MORNING_MINUTE (5 * 60)

/* Something new is something small. */
#define NEW_MAX_MINUTES 15

static const char *const gentle_ids[] = { "grounding", "savouring", NULL };
static const char *const hard_ids[] = { "grounding", NULL };
static const char *const evening_ids[] = { "long-exhale", "slow-4-6", "slow-5-5", NULL };

/* For a craving. Without one, it would only remind of it. */
static const char *const never_new_ids[] = { "urge-surfing", NULL };

/* Something that there is to do. */
typedef struct
{
  const char *id;                 /* (unowned) */
  const char *name;               /* (unowned) */
  ThawActivityKind kind;
  gboolean is_small;              /* enough for a first time */
  gboolean is_favourite;
  const ThawActivityTally *tally; /* (unowned) (nullable) */
} Candidate;

typedef gboolean (*Choice) (const Candidate             *candidate,
                            const ThawPracticeSituation *situation);

void
thaw_practice_suggestion_free (ThawPracticeSuggestion *self)
{
  if (self == NULL)
    return;

  g_free (self->activity);
  g_free (self->name);
  g_free (self->sentence);
  g_free (self);
}

/* What there is */

static const ThawActivityTally *
find_tally (const ThawPracticeSituation *situation,
            const char                  *id)
{
  for (guint i = 0; situation->tallies != NULL && i < situation->tallies->len; i++)
    {
      const ThawActivityTally *tally = g_ptr_array_index (situation->tallies, i);

      if (g_str_equal (tally->activity, id))
        return tally;
    }

  return NULL;
}

static gboolean
is_favourite (const ThawPracticeSituation *situation,
              const char                  *id)
{
  return situation->favourites != NULL &&
         g_ptr_array_find_with_equal_func (situation->favourites, id, g_str_equal, NULL);
}

/* What was done today already is no suggestion. */
static void
add_candidate (GArray                      *candidates,
               const ThawPracticeSituation *situation,
               const char                  *id,
               const char                  *name,
               ThawActivityKind             kind,
               gboolean                     is_small)
{
  const ThawActivityTally *tally = find_tally (situation, id);
  Candidate candidate = { id, name, kind, is_small, is_favourite (situation, id), tally };

  if (tally == NULL || tally->last_day != situation->day)
    g_array_append_val (candidates, candidate);
}

static void
add_patterns (GArray                      *candidates,
              const ThawPracticeSituation *situation,
              GPtrArray                   *patterns,
              gboolean                     is_own)
{
  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      const ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      add_candidate (candidates, situation, pattern->id, pattern->name, THAW_ACTIVITY_MINDFULNESS,
                     !is_own && pattern->first_limit == 0);
    }
}

static void
add_activities (GArray                      *candidates,
                const ThawPracticeSituation *situation,
                GPtrArray                   *activities,
                gboolean                     is_own)
{
  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      const ThawActivity *activity = g_ptr_array_index (activities, i);

      add_candidate (candidates, situation, activity->id, activity->name, activity->kind,
                     !is_own && activity->minutes <= NEW_MAX_MINUTES);
    }
}

static void
add_practices (GArray                      *candidates,
               const ThawPracticeSituation *situation)
{
  GPtrArray *practices = thaw_practice_catalog_get_practices (situation->catalog);

  for (guint i = 0; i < practices->len; i++)
    {
      const ThawPractice *practice = g_ptr_array_index (practices, i);
      gboolean is_small = !practice->is_open && !g_strv_contains (never_new_ids, practice->id) &&
                          g_array_index (practice->minutes, int, 0) <= NEW_MAX_MINUTES;

      add_candidate (candidates, situation, practice->id, practice->name, THAW_ACTIVITY_MINDFULNESS, is_small);
    }
}

static GArray *
list_candidates (const ThawPracticeSituation *situation)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *groups = thaw_practice_catalog_get_groups (situation->catalog);

  add_patterns (candidates, situation, thaw_practice_catalog_get_patterns (situation->catalog), FALSE);
  add_practices (candidates, situation);
  for (guint i = 0; i < groups->len; i++)
    add_activities (candidates, situation, ((ThawActivityGroup *) g_ptr_array_index (groups, i))->activities, FALSE);
  add_patterns (candidates, situation, situation->own_patterns, TRUE);
  add_activities (candidates, situation, situation->own_activities, TRUE);

  return candidates;
}

/* What it is like now */

static gboolean
is_evening (const ThawPracticeSituation *situation)
{
  return situation->minute >= EVENING_MINUTE || situation->minute < MORNING_MINUTE;
}

static gboolean
is_numb (const ThawPracticeSituation *situation)
{
  return situation->level.feeling != THAW_FEELING_UNKNOWN && situation->level.feeling <= LITTLE_FEELING;
}

static gboolean
is_hard (const ThawPracticeSituation *situation)
{
  return !isnan (situation->level.valence) && situation->level.valence <= HARD_VALENCE;
}

static gboolean
fits_hour (const Candidate             *candidate,
           const ThawPracticeSituation *situation)
{
  return !is_evening (situation) || candidate->kind == THAW_ACTIVITY_MINDFULNESS ||
         candidate->kind == THAW_ACTIVITY_REST;
}

/* What speaks for it */

/* By the person’s own answers: often enough, on average, and more often than not. */
static gboolean
is_felt_more (const Candidate             *candidate,
              const ThawPracticeSituation *situation)
{
  const ThawActivityTally *tally = candidate->tally;

  return tally != NULL && fits_hour (candidate, situation) && tally->feeling.n >= THAW_TALLY_MIN_SESSIONS &&
         tally->feeling.mean > 0 && tally->n_feeling_more * 2 > tally->feeling.n;
}

static gboolean
is_dear (const Candidate             *candidate,
         const ThawPracticeSituation *situation)
{
  return candidate->is_favourite && fits_hour (candidate, situation);
}

static gboolean
is_gentle (const Candidate             *candidate,
           const ThawPracticeSituation *situation)
{
  return g_strv_contains (is_hard (situation) ? hard_ids : gentle_ids, candidate->id);
}

static gboolean
is_for_evening (const Candidate             *candidate,
                const ThawPracticeSituation *situation)
{
  return g_strv_contains (evening_ids, candidate->id);
}

static gboolean
is_new (const Candidate             *candidate,
        const ThawPracticeSituation *situation)
{
  return candidate->tally == NULL && candidate->is_small && fits_hour (candidate, situation);
}

static const Choice choices[] = {
  [THAW_SUGGESTION_FELT_MORE] = is_felt_more,
  [THAW_SUGGESTION_FAVOURITE] = is_dear,
  [THAW_SUGGESTION_GENTLE] = is_gentle,
  [THAW_SUGGESTION_EVENING] = is_for_evening,
  [THAW_SUGGESTION_NEW] = is_new,
};

/* A number for a thing on a day, which says nothing about the one for the next day. */
static guint32
get_lot (const char *id,
         ThawDay     day)
{
  guint32 lot = g_str_hash (id) ^ ((guint32) day * 2654435769u);

  lot ^= lot >> 16;
  lot *= 0x85ebca6bu;
  lot ^= lot >> 13;
  lot *= 0xc2b2ae35u;
  lot ^= lot >> 16;

  return lot;
}

/* The day decides, and a thing more or less does not change which of the others it is. */
static const Candidate *
choose (GArray                      *candidates,
        const ThawPracticeSituation *situation,
        ThawSuggestionReason         reason)
{
  const Candidate *chosen = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (choices[reason] (candidate, situation) &&
          (chosen == NULL || get_lot (candidate->id, situation->day) > get_lot (chosen->id, situation->day)))
        chosen = candidate;
    }

  return chosen;
}

/* What is looked for first, second and third. */
static const ThawSuggestionReason *
get_order (const ThawPracticeSituation *situation)
{
  static const ThawSuggestionReason gentle[N_LOOKS] = {
    THAW_SUGGESTION_FELT_MORE, THAW_SUGGESTION_GENTLE, THAW_SUGGESTION_FAVOURITE,
  };
  static const ThawSuggestionReason evening[N_LOOKS] = {
    THAW_SUGGESTION_FELT_MORE, THAW_SUGGESTION_FAVOURITE, THAW_SUGGESTION_EVENING,
  };
  static const ThawSuggestionReason any_day[][N_LOOKS] = {
    { THAW_SUGGESTION_FELT_MORE, THAW_SUGGESTION_FAVOURITE, THAW_SUGGESTION_NEW },
    { THAW_SUGGESTION_FAVOURITE, THAW_SUGGESTION_FELT_MORE, THAW_SUGGESTION_NEW },
    { THAW_SUGGESTION_NEW, THAW_SUGGESTION_FELT_MORE, THAW_SUGGESTION_FAVOURITE },
  };

  if (is_numb (situation) || is_hard (situation))
    return gentle;
  if (is_evening (situation))
    return evening;

  return any_day[get_lot ("", situation->day) % G_N_ELEMENTS (any_day)];
}

/* In words */

static char *
describe (const Candidate             *candidate,
          const ThawPracticeSituation *situation,
          ThawSuggestionReason         reason)
{
  switch (reason)
    {
    case THAW_SUGGESTION_FELT_MORE:
      /* Translators: why something is suggested: in how many of the sessions with an answer before and after it the
       * person could feel more, as “4 of the 5 times you noted it, you could feel more afterwards”. It does not say
       * that the one came from the other. */
      return g_strdup_printf (ngettext ("%u of the %u time you noted it, you could feel more afterwards",
                                        "%u of the %u times you noted it, you could feel more afterwards",
                                        candidate->tally->feeling.n),
                              candidate->tally->n_feeling_more, candidate->tally->feeling.n);
    case THAW_SUGGESTION_FAVOURITE:
      /* Translators: why something is suggested */
      return g_strdup (_("One of your favourites"));
    case THAW_SUGGESTION_GENTLE:
      /* Translators: why something is suggested */
      return g_strdup (is_hard (situation) ? _("Short and gentle, for a hard moment")
                                           : _("Short and gentle, for a moment with little feeling"));
    case THAW_SUGGESTION_EVENING:
      /* Translators: why a slow way of breathing is suggested */
      return g_strdup (_("Slow and quiet, for the end of the day"));
    case THAW_SUGGESTION_NEW:
      /* Translators: why something is suggested */
      return g_strdup (_("Something small that you have not tried yet"));
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_practice_suggestion_new:
 * @situation: what it depends on
 *
 * Picks something to do. The same situation leads to the same suggestion, so it stays
 * for the day, and another day may bring another.
 *
 * Returns: (transfer full) (nullable): a suggestion, or %NULL if nothing speaks for
 *   anything
 */
ThawPracticeSuggestion *
thaw_practice_suggestion_new (const ThawPracticeSituation *situation)
{
  g_autoptr (GArray) candidates = NULL;
  const ThawSuggestionReason *order;

  g_return_val_if_fail (situation != NULL, NULL);
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (situation->catalog), NULL);

  candidates = list_candidates (situation);
  order = get_order (situation);
  for (guint i = 0; i < N_LOOKS; i++)
    {
      const Candidate *chosen = choose (candidates, situation, order[i]);
      ThawPracticeSuggestion *self;

      if (chosen == NULL)
        continue;

      self = g_new0 (ThawPracticeSuggestion, 1);
      self->activity = g_strdup (chosen->id);
      self->name = g_strdup (chosen->name);
      self->reason = order[i];
      self->sentence = describe (chosen, situation, order[i]);
      return self;
    }

  return NULL;
}
