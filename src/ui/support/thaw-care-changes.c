/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-changes"

#include "config.h"
#include "support/thaw-care-changes.h"

#include <glib/gi18n-lib.h>

#include "thaw-record-change.h"

static ThawChangeWords
get_words (void)
{
  return (ThawChangeWords) {
    .not_saved = _("This could not be saved."),
    .removed = _("Taken out of the plan"),
    .not_removed = _("This could not be deleted."),
  };
}

/**
 * thaw_care_changes_save:
 * @overlay: where toasts appear
 * @services: where the care plan is kept
 * @item: a line of it
 *
 * Saves it. What could not be written can be tried again.
 */
void
thaw_care_changes_save (AdwToastOverlay    *overlay,
                        ThawServices       *services,
                        const ThawCareItem *item)
{
  ThawChangeWords words = get_words ();

  thaw_record_change_save (overlay, THAW_STORE (thaw_services_get_care_items (services)), item, &words);
}

/**
 * thaw_care_changes_remove:
 * @overlay: where toasts appear
 * @services: where the care plan is kept
 * @item: a line of it that was saved
 *
 * Takes it out, and offers to bring it back.
 */
void
thaw_care_changes_remove (AdwToastOverlay    *overlay,
                          ThawServices       *services,
                          const ThawCareItem *item)
{
  ThawChangeWords words = get_words ();

  thaw_record_change_remove (overlay, THAW_STORE (thaw_services_get_care_items (services)), item, &words);
}
