/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-text-view"

#include "config.h"
#include "editor/thaw-text-view.h"

#include "editor/thaw-text-buffer.h"

/**
 * ThawTextView:
 *
 * Shows a #ThawTextBuffer, with whose lines it knows how to deal: what is copied
 * is what the person wrote, and a break inside a long line is nothing that could
 * be deleted. As long as a large text is going in, it cannot be edited.
 *
 * It should be the child of a scrolled window: in a viewport it would lay out
 * each line of the text, and not only those that are seen.
 */
struct _ThawTextView
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawTextView, thaw_text_view, GTK_TYPE_TEXT_VIEW)

static ThawTextBuffer *
get_buffer (GtkTextView *view)
{
  return THAW_TEXT_BUFFER (gtk_text_view_get_buffer (view));
}

static void
scroll_to_cursor (GtkTextView *view)
{
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
}

static void
on_is_filling_cb (GtkTextView    *view,
                  GParamSpec     *pspec,
                  ThawTextBuffer *buffer)
{
  gboolean is_filling;

  g_object_get (buffer, "is-filling", &is_filling, NULL);
  gtk_text_view_set_editable (view, !is_filling);
  if (!is_filling)
    scroll_to_cursor (view);
}

static GtkTextBuffer *
thaw_text_view_create_buffer (GtkTextView *view)
{
  GtkTextBuffer *buffer = thaw_text_buffer_new ();

  g_signal_connect_object (buffer, "notify::is-filling", G_CALLBACK (on_is_filling_cb), view, G_CONNECT_SWAPPED);

  return buffer;
}

static void
thaw_text_view_backspace (GtkTextView *view)
{
  thaw_text_buffer_step_over_break (get_buffer (view), FALSE);

  GTK_TEXT_VIEW_CLASS (thaw_text_view_parent_class)->backspace (view);
}

static void
thaw_text_view_delete_from_cursor (GtkTextView   *view,
                                   GtkDeleteType  type,
                                   int            count)
{
  if (type == GTK_DELETE_CHARS)
    thaw_text_buffer_step_over_break (get_buffer (view), count > 0);

  GTK_TEXT_VIEW_CLASS (thaw_text_view_parent_class)->delete_from_cursor (view, type, count);
}

static void
thaw_text_view_copy_clipboard (GtkTextView *view)
{
  g_autofree char *text = thaw_text_buffer_dup_selection (get_buffer (view));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
}

static void
thaw_text_view_cut_clipboard (GtkTextView *view)
{
  thaw_text_view_copy_clipboard (view);
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, gtk_text_view_get_editable (view));
  scroll_to_cursor (view);
}

/* What was selected when the person asked to paste: on X11 a selection can be lost while the text is on its way. */
typedef struct
{
  GtkTextView *view;    /* (owned) */
  GtkTextMark *start;   /* (owned): in the view's buffer */
  GtkTextMark *end;     /* (owned): in the view's buffer */
} Paste;

static Paste *
paste_new (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  Paste *paste = g_new0 (Paste, 1);
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  paste->view = g_object_ref (view);
  paste->start = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE));
  paste->end = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &end, FALSE));

  return paste;
}

static void
paste_select (Paste *paste)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (paste->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, paste->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, paste->end);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static void
paste_free (Paste *paste)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (paste->view);

  gtk_text_buffer_delete_mark (buffer, paste->start);
  gtk_text_buffer_delete_mark (buffer, paste->end);
  g_object_unref (paste->start);
  g_object_unref (paste->end);
  g_object_unref (paste->view);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  GtkTextView *view = paste->view;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  GtkTextBuffer *buffer;
  gboolean is_editable;

  if (text == NULL)
    {
      g_info ("Nothing to paste: %s", error != NULL ? error->message : "there is no text");
      return;
    }

  /* It took a while, and the view may be gone. */
  if (gtk_widget_get_root (GTK_WIDGET (view)) == NULL)
    return;

  buffer = gtk_text_view_get_buffer (view);
  is_editable = gtk_text_view_get_editable (view);
  paste_select (paste);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, is_editable);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, is_editable);
  gtk_text_buffer_end_user_action (buffer);
  scroll_to_cursor (view);
}

/* GTK would fill another buffer first, at once and in lines of any length, to take the text from there. */
static void
thaw_text_view_paste_clipboard (GtkTextView *view)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, on_text_read_cb,
                                 paste_new (view));
}

static void
thaw_text_view_class_init (ThawTextViewClass *klass)
{
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  view_class->backspace = thaw_text_view_backspace;
  view_class->copy_clipboard = thaw_text_view_copy_clipboard;
  view_class->create_buffer = thaw_text_view_create_buffer;
  view_class->cut_clipboard = thaw_text_view_cut_clipboard;
  view_class->delete_from_cursor = thaw_text_view_delete_from_cursor;
  view_class->paste_clipboard = thaw_text_view_paste_clipboard;
}

static void
thaw_text_view_init (ThawTextView *self)
{
}

GtkWidget *
thaw_text_view_new (void)
{
  return g_object_new (THAW_TYPE_TEXT_VIEW, NULL);
}
