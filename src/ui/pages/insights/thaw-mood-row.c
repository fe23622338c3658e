/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mood-row"

#include "config.h"
#include "pages/insights/thaw-mood-row.h"

#include "thaw-mood-words.h"

/**
 * ThawMoodRow:
 *
 * A row of the table beside the chart, in words.
 */
struct _ThawMoodRow
{
  GObject parent_instance;

  ThawMoodGroup group;
  ThawMoodGrouping grouping;
};

G_DEFINE_FINAL_TYPE (ThawMoodRow, thaw_mood_row, G_TYPE_OBJECT)

static void
thaw_mood_row_class_init (ThawMoodRowClass *klass)
{
}

static void
thaw_mood_row_init (ThawMoodRow *self)
{
}

ThawMoodRow *
thaw_mood_row_new (const ThawMoodGroup *group,
                   ThawMoodGrouping     grouping)
{
  ThawMoodRow *self;

  g_return_val_if_fail (group != NULL, NULL);

  self = g_object_new (THAW_TYPE_MOOD_ROW, NULL);
  self->group = *group;
  self->grouping = grouping;

  return self;
}

const ThawMoodGroup *
thaw_mood_row_get_group (ThawMoodRow *self)
{
  g_return_val_if_fail (THAW_IS_MOOD_ROW (self), NULL);

  return &self->group;
}

/**
 * thaw_mood_row_dup_text:
 * @field: a column
 *
 * Returns: (transfer full): what stands there
 */
char *
thaw_mood_row_dup_text (ThawMoodRow      *self,
                        ThawMoodRowField  field)
{
  g_return_val_if_fail (THAW_IS_MOOD_ROW (self), NULL);

  switch (field)
    {
    case THAW_MOOD_ROW_TIME:
      return thaw_mood_group_dup_title (&self->group, self->grouping);
    case THAW_MOOD_ROW_FEELING:
      return thaw_mood_scale_describe (THAW_MOOD_FEELING, &self->group.scales[THAW_MOOD_FEELING]);
    case THAW_MOOD_ROW_VALENCE:
      return thaw_mood_scale_describe (THAW_MOOD_VALENCE, &self->group.scales[THAW_MOOD_VALENCE]);
    case THAW_MOOD_ROW_ENTRIES:
      return g_strdup_printf ("%u", self->group.n_entries);
    case THAW_MOOD_ROW_SESSIONS:
      return g_strdup_printf ("%u", self->group.n_sessions);
    default:
      g_return_val_if_reached (NULL);
    }
}
