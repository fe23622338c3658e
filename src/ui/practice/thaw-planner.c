/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-planner"

#include "config.h"
#include "practice/thaw-planner.h"

#include <glib/gi18n.h>

#include "thaw-undo-toast.h"

/* A plan on its way to the disk or out of it. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawServices *services;   /* (owned) */
  ThawPlan *plan;           /* (owned) */
} Change;

static Change *
change_new (AdwToastOverlay *overlay,
            ThawServices    *services,
            const ThawPlan  *plan)
{
  Change *change = g_new0 (Change, 1);

  /* A toast has this, and must not keep the overlay that it is in. */
  g_set_weak_pointer (&change->overlay, overlay);
  change->services = g_object_ref (services);
  change->plan = thaw_plan_copy (plan);

  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->overlay);
  g_object_unref (change->services);
  thaw_plan_free (change->plan);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
save_again (gpointer data)
{
  Change *change = data;

  thaw_planner_save (change->overlay, change->services, change->plan);
}

static void
remove_again (gpointer data)
{
  Change *change = data;

  thaw_planner_remove (change->overlay, change->services, change->plan);
}

static void
tell (Change         *change,
      const ThawPlan *plan,
      const char     *sentence,
      const char     *button_label,
      ThawToastFunc   func)
{
  if (change->overlay != NULL)
    thaw_undo_toast_show (change->overlay, sentence, button_label, func,
                          change_new (change->overlay, change->services, plan), change_free);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPlan) saved = thaw_plan_store_save_finish (THAW_PLAN_STORE (source), result, &error);

  if (saved == NULL)
    {
      g_info ("Not planned: %s", error->message);
      tell (change, change->plan, _("This could not be planned."), _("_Try Again"), save_again);
      return;
    }

  /* What was taken back by its toast needs no other one. */
  if (change->plan->uuid == NULL)
    tell (change, saved, _("Planned for today"), _("_Undo"), remove_again);
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_plan_store_remove_finish (THAW_PLAN_STORE (source), result, &error))
    {
      tell (change, change->plan, _("Plan removed"), _("_Undo"), save_again);
      return;
    }

  g_info ("Plan not removed: %s", error != NULL ? error->message : "it is gone");
  tell (change, change->plan, _("This plan could not be removed."), _("_Try Again"), remove_again);
}

/**
 * thaw_planner_save:
 * @overlay: where toasts appear
 * @services: where plans are kept
 * @plan: a plan, a new one or one that was removed
 *
 * Keeps the plan. A new one can be taken back for a while.
 */
void
thaw_planner_save (AdwToastOverlay *overlay,
                ThawServices    *services,
                const ThawPlan  *plan)
{
  thaw_plan_store_save_async (thaw_services_get_plans (services), plan, NULL, on_saved_cb,
                              change_new (overlay, services, plan));
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
  thaw_plan_store_remove_async (thaw_services_get_plans (services), plan->uuid, NULL, on_removed_cb,
                                change_new (overlay, services, plan));
}
