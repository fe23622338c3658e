/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-undo"

#include "config.h"
#include "reflection/thaw-reflection-undo.h"

#include <glib/gi18n-lib.h>

/* Long enough to read and to reach for the button. */
#define UNDO_TIMEOUT_SECS 10

/* What was done, while a toast offers to take it back. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned): has the toast, and with it this */
  ThawServices *services;   /* (owned) */
  ThawReflection *before;   /* (owned) (nullable): NULL if it is new */
  ThawReflection *after;    /* (owned) (nullable): NULL if it was deleted */
} Change;

static void
change_free (gpointer  data,
             GClosure *closure)
{
  Change *change = data;

  g_object_unref (change->services);
  g_clear_pointer (&change->before, thaw_reflection_free);
  g_clear_pointer (&change->after, thaw_reflection_free);
  g_free (change);
}

static void
tell_failure (AdwToastOverlay *overlay,
              const GError    *error)
{
  g_info ("Not taken back: %s", error->message);
  adw_toast_overlay_add_toast (overlay, adw_toast_new (_("This could not be taken back")));
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) overlay = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReflection) saved = thaw_reflection_store_save_finish (THAW_REFLECTION_STORE (source), result,
                                                                        &error);

  if (saved == NULL)
    tell_failure (overlay, error);
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (!thaw_reflection_store_remove_finish (THAW_REFLECTION_STORE (source), result, &error))
    tell_failure (overlay, error);
}

static void
on_draft_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!thaw_drafts_save_finish (THAW_DRAFTS (source), result, &error))
    g_info ("The draft is not kept: %s", error->message);
}

/* Before it is removed, so that its words are never in neither place. What was begun since then is left alone. */
static void
keep_as_draft (Change *change)
{
  ThawDrafts *drafts = thaw_services_get_drafts (change->services);
  g_autoptr (ThawReflection) begun = thaw_drafts_get_reflection (drafts, THAW_DRAFT_REFLECTION, NULL);
  g_autoptr (ThawReflection) draft = NULL;

  /* Its own draft may just be on its way out. */
  if (begun != NULL && g_strcmp0 (begun->uuid, change->after->uuid) != 0)
    return;

  draft = thaw_reflection_copy (change->after);
  g_clear_pointer (&draft->uuid, g_free);
  thaw_drafts_save_reflection_async (drafts, THAW_DRAFT_REFLECTION, draft, NULL, on_draft_saved_cb, NULL);
}

static void
on_undo_clicked_cb (AdwToast *toast,
                    gpointer  user_data)
{
  Change *change = user_data;
  ThawReflectionStore *store = thaw_services_get_reflections (change->services);

  if (change->before != NULL)
    {
      thaw_reflection_store_save_async (store, change->before, NULL, on_saved_cb, g_object_ref (change->overlay));
      return;
    }

  keep_as_draft (change);
  thaw_reflection_store_remove_async (store, change->after->uuid, NULL, on_removed_cb, g_object_ref (change->overlay));
}

/**
 * thaw_reflection_offer_undo:
 * @overlay: where the toast appears
 * @services: what the reflection is kept by
 * @sentence: what was done
 * @before: (nullable): the reflection before, %NULL if it is new
 * @after: (nullable): the reflection now, %NULL if it was deleted
 *
 * Says that a reflection was saved, changed or deleted, and offers to take that
 * back. A new one that is taken back is kept as a draft.
 */
void
thaw_reflection_offer_undo (AdwToastOverlay      *overlay,
                            ThawServices         *services,
                            const char           *sentence,
                            const ThawReflection *before,
                            const ThawReflection *after)
{
  AdwToast *toast;
  Change *change;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (before != NULL || after != NULL);

  change = g_new0 (Change, 1);
  change->overlay = overlay;
  change->services = g_object_ref (services);
  change->before = before != NULL ? thaw_reflection_copy (before) : NULL;
  change->after = after != NULL ? thaw_reflection_copy (after) : NULL;

  toast = adw_toast_new (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_TIMEOUT_SECS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), change, change_free, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}
