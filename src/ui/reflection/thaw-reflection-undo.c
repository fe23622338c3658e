/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-undo"

#include "config.h"
#include "reflection/thaw-reflection-undo.h"

#include <glib/gi18n-lib.h>

/* Long enough to read and to reach for the button. */
#define UNDO_TIMEOUT_SECS 10

/* The toast that an overlay shows, the change that a toast offers to take back, and whether an overlay has Ctrl+Z. */
#define TOAST_KEY "thaw-reflection-toast"
#define CHANGE_KEY "thaw-reflection-change"
#define HAS_KEY_KEY "thaw-reflection-has-key"

/* What was done, while a toast offers to take it back. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): has the toast, and with it this */
  ThawServices *services;   /* (owned) */
  ThawReflection *before;   /* (owned) (nullable): NULL if it is new */
  ThawReflection *after;    /* (owned) (nullable): NULL if it was deleted */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->overlay);
  g_object_unref (change->services);
  g_clear_pointer (&change->before, thaw_reflection_free);
  g_clear_pointer (&change->after, thaw_reflection_free);
  g_free (change);
}

/* What could not be taken back can still be: it may be nowhere else. */
static void
offer_again (AdwToast     *toast,
             const GError *error)
{
  Change *change = g_object_get_data (G_OBJECT (toast), CHANGE_KEY);

  g_info ("Not taken back: %s", error->message);
  if (change->overlay != NULL)
    thaw_reflection_offer_undo (change->overlay, change->services, _("This could not be taken back"), change->before,
                                change->after);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AdwToast) toast = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReflection) saved = thaw_reflection_store_save_finish (THAW_REFLECTION_STORE (source), result,
                                                                        &error);

  if (saved == NULL)
    offer_again (toast, error);
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AdwToast) toast = user_data;
  g_autoptr (GError) error = NULL;

  if (!thaw_reflection_store_remove_finish (THAW_REFLECTION_STORE (source), result, &error))
    offer_again (toast, error);
}

static void
remove_new (AdwToast *toast)
{
  Change *change = g_object_get_data (G_OBJECT (toast), CHANGE_KEY);

  thaw_reflection_store_remove_async (thaw_services_get_reflections (change->services), change->after->uuid, NULL,
                                      on_removed_cb, g_object_ref (toast));
}

static void
on_draft_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AdwToast) toast = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_drafts_save_finish (THAW_DRAFTS (source), result, &error))
    remove_new (toast);
  else
    offer_again (toast, error);
}

/* Before it is removed, so that its words are never in neither place. What was begun since then is left alone. */
static void
keep_and_remove_new (AdwToast *toast)
{
  Change *change = g_object_get_data (G_OBJECT (toast), CHANGE_KEY);
  ThawDrafts *drafts = thaw_services_get_drafts (change->services);
  g_autoptr (ThawReflection) begun = thaw_drafts_get_reflection (drafts, THAW_DRAFT_REFLECTION, NULL);
  g_autoptr (ThawReflection) draft = NULL;

  /* Its own draft may just be on its way out. */
  if (begun != NULL && g_strcmp0 (begun->uuid, change->after->uuid) != 0)
    {
      remove_new (toast);
      return;
    }

  draft = thaw_reflection_copy (change->after);
  g_clear_pointer (&draft->uuid, g_free);
  thaw_drafts_save_reflection_async (drafts, THAW_DRAFT_REFLECTION, draft, NULL, on_draft_saved_cb,
                                     g_object_ref (toast));
}

static void
on_undo_clicked_cb (AdwToast *toast)
{
  Change *change = g_object_get_data (G_OBJECT (toast), CHANGE_KEY);

  if (change->before != NULL)
    thaw_reflection_store_save_async (thaw_services_get_reflections (change->services), change->before, NULL,
                                      on_saved_cb, g_object_ref (toast));
  else
    keep_and_remove_new (toast);
}

static void
on_toast_dismissed_cb (AdwToastOverlay *overlay,
                       AdwToast        *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), TOAST_KEY) == toast)
    g_object_set_data (G_OBJECT (overlay), TOAST_KEY, NULL);
}

static AdwToast *
dup_toast (AdwToastOverlay *overlay)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (overlay), TOAST_KEY);

  return toast != NULL ? g_object_ref (toast) : NULL;
}

static gboolean
on_undo_key_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  g_autoptr (AdwToast) toast = dup_toast (ADW_TOAST_OVERLAY (widget));

  if (toast == NULL)
    return GDK_EVENT_PROPAGATE;

  on_undo_clicked_cb (toast);
  adw_toast_dismiss (toast);

  return GDK_EVENT_STOP;
}

/* Wherever the focus is in the window: with Tab it is a long way to a toast. A text takes its own Ctrl+Z before. */
static void
add_undo_key (AdwToastOverlay *overlay)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_undo_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (overlay), controller);
  g_object_set_data (G_OBJECT (overlay), HAS_KEY_KEY, GINT_TO_POINTER (TRUE));
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
 * back, by Ctrl+Z as well. A new one that is taken back is kept as a draft.
 */
void
thaw_reflection_offer_undo (AdwToastOverlay      *overlay,
                            ThawServices         *services,
                            const char           *sentence,
                            const ThawReflection *before,
                            const ThawReflection *after)
{
  g_autoptr (AdwToast) former = NULL;
  AdwToast *toast;
  Change *change;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (before != NULL || after != NULL);

  if (g_object_get_data (G_OBJECT (overlay), HAS_KEY_KEY) == NULL)
    add_undo_key (overlay);

  /* Not by a priority: libadwaita 1.2 aborts if the toast that has it goes while the other is still moving away. */
  former = dup_toast (overlay);
  if (former != NULL)
    adw_toast_dismiss (former);

  change = g_new0 (Change, 1);
  g_set_weak_pointer (&change->overlay, overlay);
  change->services = g_object_ref (services);
  change->before = before != NULL ? thaw_reflection_copy (before) : NULL;
  change->after = after != NULL ? thaw_reflection_copy (after) : NULL;

  toast = adw_toast_new (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_TIMEOUT_SECS);
  g_object_set_data_full (G_OBJECT (toast), CHANGE_KEY, change, change_free);
  g_object_set_data_full (G_OBJECT (overlay), TOAST_KEY, g_object_ref (toast), g_object_unref);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), NULL);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), overlay, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}
