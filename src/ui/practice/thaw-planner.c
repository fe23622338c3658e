/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-planner"

#include "config.h"
#include "practice/thaw-planner.h"

#include <glib/gi18n.h>

#include "thaw-record-change.h"

static ThawChangeWords
get_words (void)
{
  return (ThawChangeWords) {
    .saved = _("Planned for today"),
    .not_saved = _("This could not be planned."),
    .removed = _("Plan removed"),
    .not_removed = _("This plan could not be removed."),
  };
}

/**
 * thaw_planner_save:
 * @overlay: where toasts appear
 * @services: where plans are kept
 * @plan: a new plan
 *
 * Keeps the plan. It can be taken back for a while.
 */
void
thaw_planner_save (AdwToastOverlay *overlay,
                   ThawServices    *services,
                   const ThawPlan  *plan)
{
  ThawChangeWords words = get_words ();

  thaw_record_change_save (overlay, THAW_STORE (thaw_services_get_plans (services)), plan, &words);
}

/**
 * thaw_planner_remove:
 * @overlay: where toasts appear
 * @services: where plans are kept
 * @plan: a plan that was saved
 *
 * Takes the plan out, and offers to bring it back.
 */
void
thaw_planner_remove (AdwToastOverlay *overlay,
                     ThawServices    *services,
                     const ThawPlan  *plan)
{
  ThawChangeWords words = get_words ();

  thaw_record_change_remove (overlay, THAW_STORE (thaw_services_get_plans (services)), plan, &words);
}
