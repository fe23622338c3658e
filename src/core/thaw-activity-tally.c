/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-activity-tally"

#include "config.h"
#include "thaw-activity-tally.h"

/* A mean and a spread that need no value twice (Welford): exact enough however many there are. */
typedef struct
{
  guint n;
  double mean;
  double squares; /* the sum of the squared differences from the mean */
} Moments;

typedef struct
{
  ThawActivityTally *tally; /* (owned) */
  gint64 last_ms;           /* when the session began that @tally has its name of */
  Moments feeling;
  Moments valence;
  Moments expected;
  Moments felt;
} Count;

struct _ThawSessionCount
{
  GHashTable *counts; /* (owned) (key-type utf8) (value-type Count): by activity */
};

static void
moments_add (Moments *self,
             double   value)
{
  double before = value - self->mean;

  self->n++;
  self->mean += before / self->n;
  self->squares += before * (value - self->mean);
}

static ThawSpread
moments_get_spread (const Moments *self)
{
  return (ThawSpread) {
    .n = self->n,
    .mean = self->n > 0 ? self->mean : NAN,
    .deviation = self->n > 1 ? sqrt (self->squares / (self->n - 1)) : NAN,
  };
}

static void
count_free (Count *self)
{
  thaw_activity_tally_free (self->tally);
  g_free (self);
}

ThawActivityTally *
thaw_activity_tally_copy (const ThawActivityTally *self)
{
  ThawActivityTally *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawActivityTally, 1);
  *copy = *self;
  copy->activity = g_strdup (self->activity);
  copy->name = g_strdup (self->name);

  return copy;
}

void
thaw_activity_tally_free (ThawActivityTally *self)
{
  if (self == NULL)
    return;

  g_free (self->activity);
  g_free (self->name);
  g_free (self);
}

/**
 * thaw_session_count_new:
 *
 * Returns: (transfer full): a count of no sessions
 */
ThawSessionCount *
thaw_session_count_new (void)
{
  ThawSessionCount *self = g_new0 (ThawSessionCount, 1);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) count_free);

  return self;
}

void
thaw_session_count_free (ThawSessionCount *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->counts);
  g_free (self);
}

static Count *
get_count (ThawSessionCount  *self,
           const ThawSession *session)
{
  Count *count = g_hash_table_lookup (self->counts, session->activity);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->tally = g_new0 (ThawActivityTally, 1);
      count->tally->activity = g_strdup (session->activity);
      count->tally->first_day = session->moment.day;
      count->tally->last_day = session->moment.day;
      count->last_ms = G_MININT64;
      g_hash_table_insert (self->counts, count->tally->activity, count);
    }

  return count;
}

/* Only what was answered twice can be compared. */
static void
count_answers (Count             *count,
               const ThawSession *session)
{
  if (session->before.feeling != THAW_FEELING_UNKNOWN && session->after.feeling != THAW_FEELING_UNKNOWN)
    {
      moments_add (&count->feeling, session->after.feeling - session->before.feeling);
      if (session->after.feeling > session->before.feeling)
        count->tally->n_feeling_more++;
    }

  if (!isnan (session->before.valence) && !isnan (session->after.valence))
    moments_add (&count->valence, session->after.valence - session->before.valence);

  if (session->expected != THAW_PLEASURE_UNKNOWN && session->felt != THAW_PLEASURE_UNKNOWN)
    {
      moments_add (&count->expected, session->expected);
      moments_add (&count->felt, session->felt);
    }
}

/**
 * thaw_session_count_add:
 * @session: a session; one that runs is not counted
 */
void
thaw_session_count_add (ThawSessionCount  *self,
                        const ThawSession *session)
{
  ThawActivityTally *tally;
  Count *count;

  g_return_if_fail (self != NULL);
  g_return_if_fail (session != NULL);

  if (session->ending == THAW_SESSION_RUNNING)
    return;

  count = get_count (self, session);
  tally = count->tally;
  tally->n_sessions++;
  tally->total_ms += session->actual_ms;
  tally->first_day = MIN (tally->first_day, session->moment.day);
  tally->last_day = MAX (tally->last_day, session->moment.day);
  if (session->moment.utc_ms >= count->last_ms)
    {
      count->last_ms = session->moment.utc_ms;
      g_free (tally->name);
      tally->name = g_strdup (session->name);
      tally->kind = session->kind;
    }
  count_answers (count, session);
}

static int
compare_tallies (gconstpointer a,
                 gconstpointer b)
{
  const ThawActivityTally *left = *(const ThawActivityTally *const *) a;
  const ThawActivityTally *right = *(const ThawActivityTally *const *) b;
  int by_name;

  if (left->n_sessions != right->n_sessions)
    return left->n_sessions > right->n_sessions ? -1 : 1;
  if (left->last_day != right->last_day)
    return left->last_day > right->last_day ? -1 : 1;

  by_name = g_utf8_collate (left->name, right->name);

  return by_name != 0 ? by_name : g_strcmp0 (left->activity, right->activity);
}

/**
 * thaw_session_count_finish:
 *
 * Returns: (transfer full) (element-type ThawActivityTally): what was counted, for each
 *   activity; what was done most comes first, then what was done last
 */
GPtrArray *
thaw_session_count_finish (ThawSessionCount *self)
{
  GPtrArray *tallies;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (self != NULL, NULL);

  tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_tally_free);
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Count *count = value;
      ThawActivityTally *tally = thaw_activity_tally_copy (count->tally);

      tally->feeling = moments_get_spread (&count->feeling);
      tally->valence = moments_get_spread (&count->valence);
      tally->expected = moments_get_spread (&count->expected);
      tally->felt = moments_get_spread (&count->felt);
      g_ptr_array_add (tallies, tally);
    }
  g_ptr_array_sort (tallies, compare_tallies);

  return tallies;
}
