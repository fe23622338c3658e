/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-entry.h"

G_BEGIN_DECLS

/* From how many days on a mean, or a measure of variety, says something. */
#define THAW_SUMMARY_MIN_DAYS 3

/**
 * ThawSummaryScale:
 * @n_entries: entries that say something on this scale
 * @n_days: days with such an entry
 * @mean: the mean over these days of each day's mean, so that a day with many
 *   entries does not count more; NAN with fewer than %THAW_SUMMARY_MIN_DAYS days
 * @min: the lowest value; NAN if there is none
 * @max: the highest value; NAN if there is none
 *
 * Feeling or valence over a period. Days without an entry are missing, not zero.
 */
typedef struct
{
  guint n_entries;
  guint n_days;
  double mean;
  double min;
  double max;

  /*< private >*/
  double sum_of_means;
  double day_sum;
  guint day_n;
} ThawSummaryScale;

/**
 * ThawSummaryCount:
 * @name: (not nullable): a slug, or a tag's name
 * @kind: what the tag stands for
 * @n_entries: entries that have it
 * @n_triggers: entries that have it as a trigger
 * @n_outcomes: of what was done, entries with each outcome
 * @sum: the sum of the emotion's intensities
 *
 * How often something was named.
 */
typedef struct
{
  char *name;
  ThawTagKind kind;
  guint n_entries;
  guint n_triggers;
  guint n_outcomes[THAW_N_OUTCOMES];
  guint sum;
} ThawSummaryCount;

#define THAW_TYPE_JOURNAL_SUMMARY (thaw_journal_summary_get_type ())
G_DECLARE_FINAL_TYPE (ThawJournalSummary, thaw_journal_summary, THAW, JOURNAL_SUMMARY, GObject)

ThawJournalSummary *thaw_journal_summary_new (void) G_GNUC_WARN_UNUSED_RESULT;

void             thaw_journal_summary_add           (ThawJournalSummary *self,
                                                     ThawEntry          *entry);

guint            thaw_journal_summary_get_n_entries (ThawJournalSummary *self);
guint            thaw_journal_summary_get_n_days    (ThawJournalSummary *self);
gboolean         thaw_journal_summary_get_extent    (ThawJournalSummary *self,
                                                     ThawDay            *out_first,
                                                     ThawDay            *out_last);
ThawSummaryScale thaw_journal_summary_get_feeling   (ThawJournalSummary *self);
ThawSummaryScale thaw_journal_summary_get_valence   (ThawJournalSummary *self);
guint            thaw_journal_summary_get_n_answers (ThawJournalSummary *self,
                                                     ThawAnswer          answer);
guint            thaw_journal_summary_get_n_bodies  (ThawJournalSummary *self,
                                                     ThawBodyAnswer      answer);
GPtrArray       *thaw_journal_summary_list_emotions  (ThawJournalSummary *self);
GPtrArray       *thaw_journal_summary_list_regions   (ThawJournalSummary *self);
GPtrArray       *thaw_journal_summary_list_qualities (ThawJournalSummary *self);
GPtrArray       *thaw_journal_summary_list_tags      (ThawJournalSummary *self);
GPtrArray       *thaw_journal_summary_list_triggers  (ThawJournalSummary *self);
GPtrArray       *thaw_journal_summary_list_copings   (ThawJournalSummary *self);
double           thaw_journal_summary_get_variety   (ThawJournalSummary *self);

G_END_DECLS
