/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-practices"

#include "config.h"
#include "practice/thaw-own-practices.h"

#include <glib/gi18n.h>

#include "practice/thaw-activity-editor.h"
#include "practice/thaw-pattern-editor.h"
#include "thaw-record-change.h"
#include "thaw-toast.h"

/**
 * ThawOwnPractices:
 *
 * Adds, changes and deletes the person’s own ways of breathing and things to do,
 * in windows over the one that has the toasts. What was deleted can be brought
 * back for a while; what could not be written stays in its window, and can be tried again.
 */
struct _ThawOwnPractices
{
  GObject parent_instance;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
};

G_DEFINE_FINAL_TYPE (ThawOwnPractices, thaw_own_practices, G_TYPE_OBJECT)

static void
take_out (ThawOwnPractices *self,
          gpointer          store,
          gconstpointer     record,
          const char       *name)
{
  /* Translators: %s is what the person called a way of breathing, or something to do */
  g_autofree char *removed = g_strdup_printf (_("“%s” deleted"), name);
  ThawChangeWords words = { .removed = removed, .not_removed = _("This could not be deleted.") };

  thaw_record_change_remove (self->overlay, store, record, &words);
}

static void
on_pattern_editor_save_cb (ThawOwnPractices        *self,
                           const ThawBreathPattern *pattern,
                           ThawRecordEditor        *editor)
{
  thaw_record_editor_write (editor, THAW_STORE (thaw_services_get_patterns (self->services)), pattern);
}

static void
on_activity_editor_save_cb (ThawOwnPractices   *self,
                            const ThawActivity *activity,
                            ThawRecordEditor   *editor)
{
  thaw_record_editor_write (editor, THAW_STORE (thaw_services_get_activities (self->services)), activity);
}

static void
open_pattern (ThawOwnPractices        *self,
              const ThawBreathPattern *pattern)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
  ThawPatternEditor *editor = thaw_pattern_editor_new (parent, pattern);

  g_signal_connect_object (editor, "save", G_CALLBACK (on_pattern_editor_save_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
open_activity (ThawOwnPractices   *self,
               const ThawActivity *activity)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
  ThawActivityEditor *editor = thaw_activity_editor_new (parent, activity);

  g_signal_connect_object (editor, "save", G_CALLBACK (on_activity_editor_save_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/* What @id is: one of the two, with a word to the person if it cannot be read. */
static gboolean
find (ThawOwnPractices   *self,
      const char         *id,
      ThawBreathPattern **out_pattern,
      ThawActivity      **out_activity)
{
  ThawActivityStore *store = thaw_services_get_activities (self->services);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) patterns = thaw_pattern_store_list (thaw_services_get_patterns (self->services), &error);
  g_autoptr (GPtrArray) activities = patterns != NULL ? thaw_activity_store_list (store, &error) : NULL;
  const ThawBreathPattern *pattern = thaw_breath_pattern_find (patterns, id);
  const ThawActivity *activity = thaw_activity_find (activities, id);

  *out_pattern = pattern != NULL ? thaw_breath_pattern_copy (pattern) : NULL;
  *out_activity = activity != NULL ? thaw_activity_copy (activity) : NULL;
  if (pattern != NULL || activity != NULL)
    return TRUE;

  g_info ("“%s” is not found: %s", id, error != NULL ? error->message : "it is gone");
  thaw_toast_tell (self->overlay, _("This could not be opened."));

  return FALSE;
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
  g_autoptr (ThawBreathPattern) pattern = NULL;
  g_autoptr (ThawActivity) activity = NULL;

  g_return_if_fail (THAW_IS_OWN_PRACTICES (self));
  g_return_if_fail (id != NULL);

  if (!find (self, id, &pattern, &activity))
    return;

  if (pattern != NULL)
    open_pattern (self, pattern);
  else
    open_activity (self, activity);
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
  g_autoptr (ThawBreathPattern) pattern = NULL;
  g_autoptr (ThawActivity) activity = NULL;

  g_return_if_fail (THAW_IS_OWN_PRACTICES (self));
  g_return_if_fail (id != NULL);

  if (!find (self, id, &pattern, &activity))
    return;

  if (pattern != NULL)
    take_out (self, thaw_services_get_patterns (self->services), pattern, pattern->name);
  else
    take_out (self, thaw_services_get_activities (self->services), activity, activity->name);
}
