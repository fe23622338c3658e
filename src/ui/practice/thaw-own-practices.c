/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-practices"

#include "config.h"
#include "practice/thaw-own-practices.h"

#include <glib/gi18n.h>

#include "practice/thaw-activity-editor.h"
#include "practice/thaw-pattern-editor.h"
#include "thaw-undo-toast.h"

/**
 * ThawOwnPractices:
 *
 * Adds, changes and deletes the person’s own ways of breathing and things to do,
 * in windows over the one that has the toasts. What was deleted can be brought
 * back for a while; what could not be written can be tried again.
 */
struct _ThawOwnPractices
{
  GObject parent_instance;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
};

G_DEFINE_FINAL_TYPE (ThawOwnPractices, thaw_own_practices, G_TYPE_OBJECT)

/* One of them on its way to the disk or out of it: a way of breathing or something to do. */
typedef struct
{
  ThawOwnPractices *self;     /* (owned) */
  ThawBreathPattern *pattern; /* (owned) (nullable) */
  ThawActivity *activity;     /* (owned) (nullable) */
} Change;

static Change *
change_new (ThawOwnPractices        *self,
            const ThawBreathPattern *pattern,
            const ThawActivity      *activity)
{
  Change *change = g_new0 (Change, 1);

  change->self = g_object_ref (self);
  change->pattern = pattern != NULL ? thaw_breath_pattern_copy (pattern) : NULL;
  change->activity = activity != NULL ? thaw_activity_copy (activity) : NULL;

  return change;
}

static Change *
change_copy (Change *change)
{
  return change_new (change->self, change->pattern, change->activity);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->self);
  g_clear_pointer (&change->pattern, thaw_breath_pattern_free);
  g_clear_pointer (&change->activity, thaw_activity_free);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void save (gpointer data);
static void take_out (gpointer data);

/* Says how it went, where there is still a window to say it in. */
static void
tell (Change        *change,
      const char    *sentence,
      const char    *button_label,
      ThawToastFunc  func)
{
  if (change->self->overlay != NULL)
    thaw_undo_toast_show (change->self->overlay, sentence, button_label, func, change_copy (change), change_free);
}

static void
on_saved (Change       *change,
          const GError *error)
{
  if (error == NULL)
    return;

  g_info ("Not saved: %s", error->message);
  tell (change, _("This could not be saved."), _("_Try Again"), save);
}

static void
on_pattern_saved_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawBreathPattern) saved = thaw_pattern_store_save_finish (THAW_PATTERN_STORE (source), result, &error);

  on_saved (change, saved == NULL ? error : NULL);
}

static void
on_activity_saved_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawActivity) saved = thaw_activity_store_save_finish (THAW_ACTIVITY_STORE (source), result, &error);

  on_saved (change, saved == NULL ? error : NULL);
}

static void
save (gpointer data)
{
  Change *change = data;
  ThawServices *services = change->self->services;

  if (change->pattern != NULL)
    thaw_pattern_store_save_async (thaw_services_get_patterns (services), change->pattern, NULL, on_pattern_saved_cb,
                                   change_copy (change));
  else
    thaw_activity_store_save_async (thaw_services_get_activities (services), change->activity, NULL,
                                    on_activity_saved_cb, change_copy (change));
}

static void
on_removed (Change       *change,
            gboolean      is_removed,
            const GError *error)
{
  g_autofree char *sentence = NULL;

  if (!is_removed)
    {
      g_info ("Not deleted: %s", error != NULL ? error->message : "it is gone");
      tell (change, _("This could not be deleted."), _("_Try Again"), take_out);
      return;
    }

  /* Translators: %s is what the person called a way of breathing, or something to do */
  sentence = g_strdup_printf (_("“%s” deleted"),
                              change->pattern != NULL ? change->pattern->name : change->activity->name);
  tell (change, sentence, _("_Undo"), save);
}

static void
on_pattern_removed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_removed = thaw_pattern_store_remove_finish (THAW_PATTERN_STORE (source), result, &error);

  on_removed (change, is_removed, error);
}

static void
on_activity_removed_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_removed = thaw_activity_store_remove_finish (THAW_ACTIVITY_STORE (source), result, &error);

  on_removed (change, is_removed, error);
}

static void
take_out (gpointer data)
{
  Change *change = data;
  ThawServices *services = change->self->services;

  if (change->pattern != NULL)
    thaw_pattern_store_remove_async (thaw_services_get_patterns (services), change->pattern->id, NULL,
                                     on_pattern_removed_cb, change_copy (change));
  else
    thaw_activity_store_remove_async (thaw_services_get_activities (services), change->activity->id, NULL,
                                      on_activity_removed_cb, change_copy (change));
}

static void
on_pattern_editor_saved_cb (ThawOwnPractices        *self,
                            const ThawBreathPattern *pattern)
{
  g_autoptr (Change) change = change_new (self, pattern, NULL);

  save (change);
}

static void
on_activity_editor_saved_cb (ThawOwnPractices   *self,
                             const ThawActivity *activity)
{
  g_autoptr (Change) change = change_new (self, NULL, activity);

  save (change);
}

static void
open_pattern (ThawOwnPractices        *self,
              const ThawBreathPattern *pattern)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
  ThawPatternEditor *editor = thaw_pattern_editor_new (parent, pattern);

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_pattern_editor_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
open_activity (ThawOwnPractices   *self,
               const ThawActivity *activity)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
  ThawActivityEditor *editor = thaw_activity_editor_new (parent, activity);

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_activity_editor_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/* What @id is, or NULL, with a word to the person if it cannot be read. */
static Change *
find (ThawOwnPractices *self,
      const char       *id)
{
  ThawActivityStore *store = thaw_services_get_activities (self->services);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) patterns = thaw_pattern_store_list (thaw_services_get_patterns (self->services), &error);
  g_autoptr (GPtrArray) activities = patterns != NULL ? thaw_activity_store_list (store, &error) : NULL;
  const ThawBreathPattern *pattern = thaw_breath_pattern_find (patterns, id);
  const ThawActivity *activity = thaw_activity_find (activities, id);

  if (pattern != NULL || activity != NULL)
    return change_new (self, pattern, activity);

  g_info ("“%s” is not found: %s", id, error != NULL ? error->message : "it is gone");
  adw_toast_overlay_add_toast (self->overlay, adw_toast_new (_("This could not be opened.")));

  return NULL;
}

static void
thaw_own_practices_dispose (GObject *object)
{
  ThawOwnPractices *self = THAW_OWN_PRACTICES (object);

  g_clear_weak_pointer (&self->overlay);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_own_practices_parent_class)->dispose (object);
}

static void
thaw_own_practices_class_init (ThawOwnPracticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_own_practices_dispose;
}

static void
thaw_own_practices_init (ThawOwnPractices *self)
{
}

/**
 * thaw_own_practices_new:
 * @services: where they are kept
 * @overlay: where toasts appear, in the window over which others open
 *
 * Returns: (transfer full): what looks after them
 */
ThawOwnPractices *
thaw_own_practices_new (ThawServices    *services,
                        AdwToastOverlay *overlay)
{
  ThawOwnPractices *self = g_object_new (THAW_TYPE_OWN_PRACTICES, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), self);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), self);

  self->services = g_object_ref (services);
  /* A write that is on its way keeps this, and must not keep what is left of a window. */
  g_set_weak_pointer (&self->overlay, overlay);

  return self;
}

/**
 * thaw_own_practices_add_pattern:
 *
 * Opens a window for a new way of breathing.
 */
void
thaw_own_practices_add_pattern (ThawOwnPractices *self)
{
  g_return_if_fail (THAW_IS_OWN_PRACTICES (self));

  open_pattern (self, NULL);
}

/**
 * thaw_own_practices_add_activity:
 *
 * Opens a window for something new to do.
 */
void
thaw_own_practices_add_activity (ThawOwnPractices *self)
{
  g_return_if_fail (THAW_IS_OWN_PRACTICES (self));

  open_activity (self, NULL);
}

/**
 * thaw_own_practices_edit:
 * @id: one of the person’s own
 *
 * Opens a window to change it.
 */
void
thaw_own_practices_edit (ThawOwnPractices *self,
                         const char       *id)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (THAW_IS_OWN_PRACTICES (self));
  g_return_if_fail (id != NULL);

  change = find (self, id);
  if (change == NULL)
    return;

  if (change->pattern != NULL)
    open_pattern (self, change->pattern);
  else
    open_activity (self, change->activity);
}

/**
 * thaw_own_practices_adjust:
 * @id: a way of breathing that Thaw brings along
 *
 * Opens a window for a new way of breathing that begins as this one.
 */
void
thaw_own_practices_adjust (ThawOwnPractices *self,
                           const char       *id)
{
  const ThawBreathPattern *shipped;
  g_autoptr (ThawBreathPattern) pattern = NULL;

  g_return_if_fail (THAW_IS_OWN_PRACTICES (self));
  g_return_if_fail (id != NULL);

  shipped = thaw_practice_catalog_find_pattern (thaw_services_get_practice_catalog (self->services), id);
  g_return_if_fail (shipped != NULL);

  pattern = thaw_breath_pattern_copy (shipped);
  g_clear_pointer (&pattern->id, g_free);
  open_pattern (self, pattern);
}

/**
 * thaw_own_practices_delete:
 * @id: one of the person’s own
 *
 * Deletes it, and offers to bring it back. Sessions keep its name.
 */
void
thaw_own_practices_delete (ThawOwnPractices *self,
                           const char       *id)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (THAW_IS_OWN_PRACTICES (self));
  g_return_if_fail (id != NULL);

  change = find (self, id);
  if (change != NULL)
    take_out (change);
}
