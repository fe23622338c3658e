/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-filter"

#include "config.h"
#include "thaw-journal-filter.h"

G_DEFINE_BOXED_TYPE (ThawJournalFilter, thaw_journal_filter, thaw_journal_filter_copy, thaw_journal_filter_free)

/**
 * thaw_journal_filter_new:
 *
 * Returns: (transfer full): a filter that every entry passes
 */
ThawJournalFilter *
thaw_journal_filter_new (void)
{
  return g_new0 (ThawJournalFilter, 1);
}

/**
 * thaw_journal_filter_copy:
 * @self: (nullable): a filter
 *
 * Returns: (transfer full): an independent copy; one that every entry passes
 *   for %NULL
 */
ThawJournalFilter *
thaw_journal_filter_copy (const ThawJournalFilter *self)
{
  ThawJournalFilter *copy = thaw_journal_filter_new ();

  if (self == NULL)
    return copy;

  *copy = *self;
  copy->query = g_strdup (self->query);
  copy->emotion = g_strdup (self->emotion);
  copy->tag = g_strdup (self->tag);
  copy->coping = g_strdup (self->coping);

  return copy;
}

void
thaw_journal_filter_free (ThawJournalFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->query);
  g_free (self->emotion);
  g_free (self->tag);
  g_free (self->coping);
  g_free (self);
}

/**
 * thaw_journal_filter_is_empty:
 * @self: (nullable): a filter
 *
 * Returns: whether every entry passes
 */
gboolean
thaw_journal_filter_is_empty (const ThawJournalFilter *self)
{
  return self == NULL ||
         ((self->query == NULL || self->query[0] == '\0') &&
          self->emotion == NULL && self->tag == NULL && self->coping == NULL &&
          !self->has_region && self->quality == THAW_QUALITY_NONE && self->answer == THAW_ANSWER_NONE &&
          self->first_day == THAW_DAY_NONE && self->last_day == THAW_DAY_NONE);
}

/**
 * thaw_journal_filter_has_day:
 * @self: (nullable): a filter, %NULL for everything
 * @day: a day
 *
 * Returns: whether the filter wants what is of @day
 */
gboolean
thaw_journal_filter_has_day (const ThawJournalFilter *self,
                             ThawDay                  day)
{
  return self == NULL || ((self->first_day == THAW_DAY_NONE || day >= self->first_day) &&
                          (self->last_day == THAW_DAY_NONE || day <= self->last_day));
}
