/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-summary"

#include "config.h"
#include "thaw-journal-summary.h"

#include <math.h>

/**
 * ThawJournalSummary:
 *
 * Counts and averages entries that pass by, oldest first. What there is too
 * little of to say is not said: see %THAW_SUMMARY_MIN_DAYS.
 */
struct _ThawJournalSummary
{
  GObject parent_instance;

  guint n_entries;
  guint n_days;
  guint n_days_with_emotions;
  ThawDay first_day;
  ThawDay last_day;
  ThawDay last_day_with_emotions;
  ThawSummaryScale feeling;
  ThawSummaryScale valence;
  guint n_answers[THAW_N_ANSWERS];
  guint n_bodies[THAW_N_BODY_ANSWERS];
  GHashTable *emotions;  /* (owned) (element-type utf8 ThawSummaryCount): by slug */
  GHashTable *regions;   /* (owned) (element-type utf8 ThawSummaryCount): by slug */
  GHashTable *qualities; /* (owned) (element-type utf8 ThawSummaryCount): by slug */
  GHashTable *tags;      /* (owned) (element-type utf8 ThawSummaryCount): by kind and name */
  GHashTable *copings;   /* (owned) (element-type utf8 ThawSummaryCount): by slug */
};

G_DEFINE_FINAL_TYPE (ThawJournalSummary, thaw_journal_summary, G_TYPE_OBJECT)

static void
count_free (ThawSummaryCount *count)
{
  g_free (count->name);
  g_free (count);
}

static ThawSummaryCount *
get_count (GHashTable *counts,
           const char *name,
           ThawTagKind kind)
{
  g_autofree char *key = g_strdup_printf ("%d %s", kind, name);
  ThawSummaryCount *count = g_hash_table_lookup (counts, key);

  if (count == NULL)
    {
      count = g_new0 (ThawSummaryCount, 1);
      count->name = g_strdup (name);
      count->kind = kind;
      g_hash_table_insert (counts, g_steal_pointer (&key), count);
    }

  return count;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const ThawSummaryCount *count_a = *(ThawSummaryCount *const *) a;
  const ThawSummaryCount *count_b = *(ThawSummaryCount *const *) b;

  if (count_a->n_entries != count_b->n_entries)
    return count_a->n_entries > count_b->n_entries ? -1 : 1;
  if (count_a->kind != count_b->kind)
    return count_a->kind < count_b->kind ? -1 : 1;

  return g_strcmp0 (count_a->name, count_b->name);
}

/* The most frequent first; what is equally frequent in a fixed order. */
static GPtrArray *
list_counts (GHashTable *counts)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (list, count);
  g_ptr_array_sort (list, compare_counts);

  return list;
}

/* The most frequent triggers first. */
static int
compare_triggers (gconstpointer a,
                  gconstpointer b)
{
  const ThawSummaryCount *count_a = *(ThawSummaryCount *const *) a;
  const ThawSummaryCount *count_b = *(ThawSummaryCount *const *) b;

  if (count_a->n_triggers != count_b->n_triggers)
    return count_a->n_triggers > count_b->n_triggers ? -1 : 1;

  return compare_counts (a, b);
}

static void
scale_end_day (ThawSummaryScale *scale)
{
  if (scale->day_n > 0)
    {
      scale->n_days++;
      scale->sum_of_means += scale->day_sum / scale->day_n;
    }

  scale->day_sum = 0.0;
  scale->day_n = 0;
}

static void
scale_add (ThawSummaryScale *scale,
           double            value)
{
  scale->min = scale->n_entries == 0 ? value : MIN (scale->min, value);
  scale->max = scale->n_entries == 0 ? value : MAX (scale->max, value);
  scale->n_entries++;
  scale->day_sum += value;
  scale->day_n++;
}

/* The scale is a copy: a day that has not ended yet counts too. */
static ThawSummaryScale
scale_finish (ThawSummaryScale scale)
{
  scale_end_day (&scale);
  scale.mean = scale.n_days >= THAW_SUMMARY_MIN_DAYS ? scale.sum_of_means / scale.n_days : NAN;

  return scale;
}

static void
add_marks (ThawJournalSummary *self,
           ThawEntry          *entry)
{
  GPtrArray *emotions = thaw_entry_get_emotions (entry);
  GPtrArray *tags = thaw_entry_get_tags (entry);
  ThawDay day = thaw_entry_get_moment (entry)->day;

  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);
      ThawSummaryCount *count = get_count (self->emotions, mark->slug, THAW_TAG_EVENT);

      count->n_entries++;
      count->sum += (guint) mark->intensity;
    }

  if (emotions->len > 0 && day != self->last_day_with_emotions)
    {
      self->n_days_with_emotions++;
      self->last_day_with_emotions = day;
    }

  for (guint i = 0; i < tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (tags, i);
      ThawSummaryCount *count = get_count (self->tags, mark->name, mark->kind);

      count->n_entries++;
      count->n_triggers += mark->is_trigger ? 1 : 0;
    }
}

/* A place with two qualities is one place in an entry, and a quality in two places one quality. */
static void
add_body (ThawJournalSummary *self,
          ThawEntry          *entry)
{
  GPtrArray *sensations = thaw_entry_get_sensations (entry);
  guint regions = 0, qualities = 0;

  if (thaw_entry_get_body_answer (entry) != THAW_BODY_ANSWER_NONE || sensations->len > 0)
    self->n_bodies[thaw_entry_get_body_answer (entry)]++;

  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);

      regions |= 1u << sensation->region;
      qualities |= 1u << sensation->quality;
    }

  for (int region = 0; region < THAW_N_BODY_REGIONS; region++)
    {
      if ((regions & 1u << region) != 0)
        get_count (self->regions, thaw_body_region_to_slug ((ThawBodyRegion) region), THAW_TAG_EVENT)->n_entries++;
    }
  for (int quality = THAW_QUALITY_NONE + 1; quality < THAW_N_QUALITIES; quality++)
    {
      if ((qualities & 1u << quality) != 0)
        get_count (self->qualities, thaw_sensation_quality_to_slug ((ThawSensationQuality) quality),
                   THAW_TAG_EVENT)->n_entries++;
    }
}

static void
add_copings (ThawJournalSummary *self,
             ThawEntry          *entry)
{
  GPtrArray *copings = thaw_entry_get_copings (entry);

  for (guint i = 0; i < copings->len; i++)
    {
      const ThawCopingMark *mark = g_ptr_array_index (copings, i);
      ThawSummaryCount *count = get_count (self->copings, mark->slug, THAW_TAG_EVENT);

      count->n_entries++;
      count->n_outcomes[mark->outcome]++;
    }
}

static void
thaw_journal_summary_finalize (GObject *object)
{
  ThawJournalSummary *self = THAW_JOURNAL_SUMMARY (object);

  g_clear_pointer (&self->emotions, g_hash_table_unref);
  g_clear_pointer (&self->regions, g_hash_table_unref);
  g_clear_pointer (&self->qualities, g_hash_table_unref);
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->copings, g_hash_table_unref);

  G_OBJECT_CLASS (thaw_journal_summary_parent_class)->finalize (object);
}

static void
thaw_journal_summary_class_init (ThawJournalSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_journal_summary_finalize;
}

static void
thaw_journal_summary_init (ThawJournalSummary *self)
{
  GHashTable **tables[] = { &self->emotions, &self->regions, &self->qualities, &self->tags, &self->copings };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) count_free);
  self->feeling = (ThawSummaryScale) { .mean = NAN, .min = NAN, .max = NAN };
  self->valence = self->feeling;
}

/**
 * thaw_journal_summary_new:
 *
 * Returns: (transfer full): a summary of nothing
 */
ThawJournalSummary *
thaw_journal_summary_new (void)
{
  return g_object_new (THAW_TYPE_JOURNAL_SUMMARY, NULL);
}

/**
 * thaw_journal_summary_add:
 * @entry: an entry whose day is not before that of the entry added last
 *
 * Counts an entry.
 */
void
thaw_journal_summary_add (ThawJournalSummary *self,
                          ThawEntry          *entry)
{
  ThawDay day;

  g_return_if_fail (THAW_IS_JOURNAL_SUMMARY (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  day = thaw_entry_get_moment (entry)->day;
  g_return_if_fail (day >= self->last_day);

  if (day != self->last_day)
    {
      scale_end_day (&self->feeling);
      scale_end_day (&self->valence);
      self->n_days++;
      self->last_day = day;
      if (self->first_day == THAW_DAY_NONE)
        self->first_day = day;
    }

  self->n_entries++;
  self->n_answers[thaw_entry_get_answer (entry)]++;
  if (thaw_entry_get_feeling (entry) != THAW_FEELING_UNKNOWN)
    scale_add (&self->feeling, thaw_entry_get_feeling (entry));
  if (!isnan (thaw_entry_get_valence (entry)))
    scale_add (&self->valence, thaw_entry_get_valence (entry));
  add_marks (self, entry);
  add_body (self, entry);
  add_copings (self, entry);
}

guint
thaw_journal_summary_get_n_entries (ThawJournalSummary *self)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), 0);

  return self->n_entries;
}

/**
 * thaw_journal_summary_get_n_days:
 *
 * Returns: how many days have an entry
 */
guint
thaw_journal_summary_get_n_days (ThawJournalSummary *self)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), 0);

  return self->n_days;
}

/**
 * thaw_journal_summary_get_extent:
 * @out_first: (out): the day of the first entry, or %THAW_DAY_NONE
 * @out_last: (out): the day of the last entry, or %THAW_DAY_NONE
 *
 * Returns: whether there is any entry
 */
gboolean
thaw_journal_summary_get_extent (ThawJournalSummary *self,
                                 ThawDay            *out_first,
                                 ThawDay            *out_last)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), FALSE);

  *out_first = self->first_day;
  *out_last = self->last_day;

  return self->n_entries > 0;
}

ThawSummaryScale
thaw_journal_summary_get_feeling (ThawJournalSummary *self)
{
  return scale_finish (self->feeling);
}

ThawSummaryScale
thaw_journal_summary_get_valence (ThawJournalSummary *self)
{
  return scale_finish (self->valence);
}

guint
thaw_journal_summary_get_n_answers (ThawJournalSummary *self,
                                    ThawAnswer          answer)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), 0);
  g_return_val_if_fail (answer < THAW_N_ANSWERS, 0);

  return self->n_answers[answer];
}

/**
 * thaw_journal_summary_get_n_bodies:
 * @answer: what was said instead of a place in the body; %THAW_BODY_ANSWER_NONE
 *   for a place
 *
 * Returns: how many entries say so
 */
guint
thaw_journal_summary_get_n_bodies (ThawJournalSummary *self,
                                   ThawBodyAnswer      answer)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), 0);
  g_return_val_if_fail (answer < THAW_N_BODY_ANSWERS, 0);

  return self->n_bodies[answer];
}

/**
 * thaw_journal_summary_list_emotions:
 *
 * Returns: (transfer container) (element-type ThawSummaryCount): the emotions,
 *   the most frequent first; they belong to the summary
 */
GPtrArray *
thaw_journal_summary_list_emotions (ThawJournalSummary *self)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), NULL);

  return list_counts (self->emotions);
}

/**
 * thaw_journal_summary_list_tags:
 *
 * Returns: (transfer container) (element-type ThawSummaryCount): the tags, the
 *   most frequent first; they belong to the summary
 */
GPtrArray *
thaw_journal_summary_list_tags (ThawJournalSummary *self)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), NULL);

  return list_counts (self->tags);
}

/**
 * thaw_journal_summary_list_regions:
 *
 * Returns: (transfer container) (element-type ThawSummaryCount): the places in
 *   the body, the most frequent first; they belong to the summary
 */
GPtrArray *
thaw_journal_summary_list_regions (ThawJournalSummary *self)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), NULL);

  return list_counts (self->regions);
}

/**
 * thaw_journal_summary_list_qualities:
 *
 * Returns: (transfer container) (element-type ThawSummaryCount): what it was like
 *   there, the most frequent first; they belong to the summary
 */
GPtrArray *
thaw_journal_summary_list_qualities (ThawJournalSummary *self)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), NULL);

  return list_counts (self->qualities);
}

/**
 * thaw_journal_summary_list_triggers:
 *
 * Returns: (transfer container) (element-type ThawSummaryCount): the tags that
 *   set something off, the most frequent trigger first; they belong to the summary
 */
GPtrArray *
thaw_journal_summary_list_triggers (ThawJournalSummary *self)
{
  GPtrArray *triggers;

  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), NULL);

  triggers = list_counts (self->tags);
  for (guint i = triggers->len; i > 0; i--)
    {
      if (((ThawSummaryCount *) g_ptr_array_index (triggers, i - 1))->n_triggers == 0)
        g_ptr_array_remove_index (triggers, i - 1);
    }
  g_ptr_array_sort (triggers, compare_triggers);

  return triggers;
}

/**
 * thaw_journal_summary_list_copings:
 *
 * Returns: (transfer container) (element-type ThawSummaryCount): what was done,
 *   the most frequent first; they belong to the summary
 */
GPtrArray *
thaw_journal_summary_list_copings (ThawJournalSummary *self)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), NULL);

  return list_counts (self->copings);
}

/**
 * thaw_journal_summary_get_variety:
 *
 * The effective number of emotions: exp (H) with H Shannon's entropy of how
 * often each was named. As many as there are if all are named alike, fewer the
 * more one of them prevails.
 *
 * Returns: the number, or NAN with emotions on fewer than
 *   %THAW_SUMMARY_MIN_DAYS days
 */
double
thaw_journal_summary_get_variety (ThawJournalSummary *self)
{
  g_autoptr (GPtrArray) counts = NULL;
  double n_named = 0.0, entropy = 0.0;

  g_return_val_if_fail (THAW_IS_JOURNAL_SUMMARY (self), NAN);

  if (self->n_days_with_emotions < THAW_SUMMARY_MIN_DAYS)
    return NAN;

  /* In a fixed order: the sum of doubles depends on it. */
  counts = list_counts (self->emotions);
  for (guint i = 0; i < counts->len; i++)
    n_named += ((ThawSummaryCount *) g_ptr_array_index (counts, i))->n_entries;
  for (guint i = 0; i < counts->len; i++)
    {
      double share = ((ThawSummaryCount *) g_ptr_array_index (counts, i))->n_entries / n_named;

      entropy -= share * log (share);
    }

  return exp (entropy);
}
