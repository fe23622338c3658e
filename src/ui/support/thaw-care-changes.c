/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-changes"

#include "config.h"
#include "support/thaw-care-changes.h"

#include <glib/gi18n-lib.h>

#include "thaw-undo-toast.h"

/* A line of the care plan on its way to the disk or out of it. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawServices *services;   /* (owned) */
  ThawCareItem *item;       /* (owned) */
} Change;

static Change *
change_new (AdwToastOverlay    *overlay,
            ThawServices       *services,
            const ThawCareItem *item)
{
  Change *change = g_new0 (Change, 1);

  /* A toast has this, and must not keep the overlay that it is in. */
  g_set_weak_pointer (&change->overlay, overlay);
  change->services = g_object_ref (services);
  change->item = thaw_care_item_copy (item);

  return change;
}

static Change *
change_copy (Change *change)
{
  return change_new (change->overlay, change->services, change->item);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->overlay);
  g_object_unref (change->services);
  thaw_care_item_free (change->item);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void save (gpointer data);
static void take_out (gpointer data);

static void
tell (Change        *change,
      const char    *sentence,
      const char    *button_label,
      ThawToastFunc  func)
{
  if (change->overlay != NULL)
    thaw_undo_toast_show (change->overlay, sentence, button_label, func, change_copy (change), change_free);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawCareItem) saved = thaw_care_store_save_finish (THAW_CARE_STORE (source), result, &error);

  if (saved != NULL)
    return;

  g_info ("Not saved: %s", error->message);
  tell (change, _("This could not be saved."), _("_Try Again"), save);
}

static void
save (gpointer data)
{
  Change *change = data;

  thaw_care_store_save_async (thaw_services_get_care_items (change->services), change->item, NULL, on_saved_cb,
                              change_copy (change));
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_care_store_remove_finish (THAW_CARE_STORE (source), result, &error))
    {
      tell (change, _("Taken out of the plan"), _("_Undo"), save);
      return;
    }

  g_info ("Not removed: %s", error != NULL ? error->message : "it is gone");
  tell (change, _("This could not be deleted."), _("_Try Again"), take_out);
}

static void
take_out (gpointer data)
{
  Change *change = data;

  thaw_care_store_remove_async (thaw_services_get_care_items (change->services), change->item->id, NULL, on_removed_cb,
                                change_copy (change));
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
  g_autoptr (Change) change = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (item != NULL);

  change = change_new (overlay, services, item);
  save (change);
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
  g_autoptr (Change) change = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (item != NULL && item->id != NULL);

  change = change_new (overlay, services, item);
  take_out (change);
}
