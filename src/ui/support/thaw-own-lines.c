/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-lines"

#include "config.h"
#include "support/thaw-own-lines.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-own-line-editor.h"
#include "thaw-record-change.h"
#include "thaw-toast.h"

/**
 * ThawOwnLines:
 *
 * Adds, changes and deletes lines to call of the person’s own, in windows over the one
 * that has the toasts. What was deleted can be brought back for a while; what could not be
 * written stays in its window, and can be tried again.
 */
struct _ThawOwnLines
{
  GObject parent_instance;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
};

G_DEFINE_FINAL_TYPE (ThawOwnLines, thaw_own_lines, G_TYPE_OBJECT)

static ThawStore *
get_store (ThawOwnLines *self)
{
  return THAW_STORE (thaw_services_get_own_lines (self->services));
}

/* What the person hears when the line is gone. */
static char *
make_removed (const ThawOwnLine *line)
{
  /* Translators: %s is what the person called a line to call */
  return g_strdup_printf (_("“%s” deleted"), line->name);
}

static void
on_editor_save_cb (ThawOwnLines      *self,
                   const ThawOwnLine *line,
                   ThawRecordEditor  *editor)
{
  thaw_record_editor_write (editor, get_store (self), line);
}

static void
open_editor (ThawOwnLines      *self,
             const ThawOwnLine *line)
{
  ThawOwnLineEditor *editor;

  editor = thaw_own_line_editor_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay))), line);
  g_signal_connect_object (editor, "save", G_CALLBACK (on_editor_save_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/* The line with that id, or NULL, with a word to the person if it cannot be read. */
static ThawOwnLine *
find (ThawOwnLines *self,
      const char   *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = thaw_line_store_list (thaw_services_get_own_lines (self->services), &error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const ThawOwnLine *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (line->id, id) == 0)
        return thaw_own_line_copy (line);
    }

  g_info ("“%s” is not found: %s", id, error != NULL ? error->message : "it is gone");
  thaw_toast_tell (self->overlay, _("This could not be opened."));

  return NULL;
}

static void
thaw_own_lines_dispose (GObject *object)
{
  ThawOwnLines *self = THAW_OWN_LINES (object);

  g_clear_weak_pointer (&self->overlay);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_own_lines_parent_class)->dispose (object);
}

static void
thaw_own_lines_class_init (ThawOwnLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_own_lines_dispose;
}

static void
thaw_own_lines_init (ThawOwnLines *self)
{
}

/**
 * thaw_own_lines_new:
 * @services: where they are kept
 * @overlay: where toasts appear, in the window over which others open
 *
 * Returns: (transfer full): what looks after them
 */
ThawOwnLines *
thaw_own_lines_new (ThawServices    *services,
                    AdwToastOverlay *overlay)
{
  ThawOwnLines *self = g_object_new (THAW_TYPE_OWN_LINES, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), self);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), self);

  self->services = g_object_ref (services);
  /* A write that is on its way keeps this, and must not keep what is left of a window. */
  g_set_weak_pointer (&self->overlay, overlay);

  return self;
}

/**
 * thaw_own_lines_add:
 *
 * Opens a window for a new line.
 */
void
thaw_own_lines_add (ThawOwnLines *self)
{
  g_return_if_fail (THAW_IS_OWN_LINES (self));

  open_editor (self, NULL);
}

/**
 * thaw_own_lines_edit:
 * @id: one of the lines
 *
 * Opens a window to change it.
 */
void
thaw_own_lines_edit (ThawOwnLines *self,
                     const char   *id)
{
  g_autoptr (ThawOwnLine) line = NULL;

  g_return_if_fail (THAW_IS_OWN_LINES (self));
  g_return_if_fail (id != NULL);

  line = find (self, id);
  if (line != NULL)
    open_editor (self, line);
}

/**
 * thaw_own_lines_delete:
 * @id: one of the lines
 *
 * Deletes it, and offers to bring it back.
 */
void
thaw_own_lines_delete (ThawOwnLines *self,
                       const char   *id)
{
  g_autoptr (ThawOwnLine) line = NULL;
  g_autofree char *removed = NULL;
  ThawChangeWords words;

  g_return_if_fail (THAW_IS_OWN_LINES (self));
  g_return_if_fail (id != NULL);

  line = find (self, id);
  if (line == NULL)
    return;

  removed = make_removed (line);
  words = (ThawChangeWords) { .removed = removed, .not_removed = _("This could not be deleted.") };
  thaw_record_change_remove (self->overlay, get_store (self), line, &words);
}
