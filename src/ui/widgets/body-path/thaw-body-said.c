/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-said"

#include "config.h"
#include "thaw-body-said.h"

/* What an entry says of the body, one place at a time. */

/**
 * thaw_body_said_copy:
 * @entry: an entry
 * @region: a #ThawBodyRegion, or %THAW_BODY_SAID_ANYWHERE
 *
 * Returns: (transfer full) (element-type ThawSensation): what is felt there
 */
GPtrArray *
thaw_body_said_copy (ThawEntry *entry,
                     int        region)
{
  GPtrArray *all = thaw_entry_get_sensations (entry);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);

  for (guint i = 0; i < all->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (all, i);

      if (region == THAW_BODY_SAID_ANYWHERE || (int) sensation->region == region)
        g_ptr_array_add (copies, thaw_sensation_copy (sensation));
    }

  return copies;
}

/**
 * thaw_body_said_add:
 * @entry: an entry
 * @sensations: (element-type ThawSensation) (transfer none): what is felt as well
 */
void
thaw_body_said_add (ThawEntry *entry,
                    GPtrArray *sensations)
{
  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);

      thaw_entry_set_sensation (entry, sensation->region, sensation->quality, sensation->strength);
    }
}

/**
 * thaw_body_said_replace:
 * @entry: an entry
 * @region: a #ThawBodyRegion
 * @sensations: (element-type ThawSensation) (transfer none) (nullable): what is
 *   felt there, %NULL for nothing
 *
 * Sets what is said of one place, instead of what was. The place keeps its turn
 * among the others.
 */
void
thaw_body_said_replace (ThawEntry *entry,
                        int        region,
                        GPtrArray *sensations)
{
  g_autoptr (GPtrArray) all = thaw_body_said_copy (entry, THAW_BODY_SAID_ANYWHERE);
  gboolean is_added = sensations == NULL;

  thaw_entry_clear_sensations (entry);
  for (guint i = 0; i < all->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (all, i);

      if ((int) sensation->region != region)
        {
          thaw_entry_set_sensation (entry, sensation->region, sensation->quality, sensation->strength);
        }
      else if (!is_added)
        {
          thaw_body_said_add (entry, sensations);
          is_added = TRUE;
        }
    }
  if (!is_added)
    thaw_body_said_add (entry, sensations);
}

/**
 * thaw_body_said_find_strength:
 * @sensations: (element-type ThawSensation): what is felt in one place
 * @quality: what it is like
 *
 * Returns: how strong that is, %THAW_SENSATION_NO_STRENGTH if it is not among them
 */
int
thaw_body_said_find_strength (GPtrArray            *sensations,
                              ThawSensationQuality  quality)
{
  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);

      if (sensation->quality == quality)
        return sensation->strength;
    }

  return THAW_SENSATION_NO_STRENGTH;
}
