/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-words-view"

#include "config.h"
#include "thaw-words-view.h"

#define MIN_HEIGHT 60  /* pixels */
#define MAX_HEIGHT 260 /* pixels */

/**
 * ThawWordsView:
 *
 * Room for a few words, or for some more: it grows with what is written, and
 * scrolls when it has grown enough. Tab goes on to what comes next.
 *
 * CSS: a node `words-view`.
 */
struct _ThawWordsView
{
  GtkBox parent_instance;

  GtkScrolledWindow *scroller;
  GtkTextView *text_view;
  GtkTextBuffer *text_buffer;
  GtkWidget *placeholder_label;

  gboolean is_loading; /* code changes the text, not the person */
  guint height_source;
};

G_DEFINE_FINAL_TYPE (ThawWordsView, thaw_words_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_not_space (gunichar c,
              gpointer user_data)
{
  return !g_unichar_isspace (c);
}

static int
measure_text (ThawWordsView *self)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (self->text_buffer, &end);
  gtk_text_view_get_line_yrange (self->text_view, &end, &y, &height);

  return y + height + gtk_text_view_get_bottom_margin (self->text_view);
}

/* A scrolled window wishes for the height of unwrapped lines, which is not enough. */
static gboolean
on_height_due_cb (gpointer user_data)
{
  ThawWordsView *self = THAW_WORDS_VIEW (user_data);

  self->height_source = 0;
  gtk_scrolled_window_set_min_content_height (self->scroller, CLAMP (measure_text (self), MIN_HEIGHT, MAX_HEIGHT));

  return G_SOURCE_REMOVE;
}

static void
on_content_changed_cb (ThawWordsView *self)
{
  /* Often told while sizes are given out, when none may be asked for. */
  if (self->height_source == 0)
    self->height_source = g_idle_add (on_height_due_cb, self);
}

static void
text_buffer_changed_cb (ThawWordsView *self)
{
  gtk_widget_set_visible (self->placeholder_label, gtk_text_buffer_get_char_count (self->text_buffer) == 0);
  on_content_changed_cb (self);

  if (!self->is_loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
thaw_words_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_WORDS_VIEW (widget)->text_view));
}

static void
thaw_words_view_dispose (GObject *object)
{
  ThawWordsView *self = THAW_WORDS_VIEW (object);

  g_clear_handle_id (&self->height_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_WORDS_VIEW);

  G_OBJECT_CLASS (thaw_words_view_parent_class)->dispose (object);
}

static void
thaw_words_view_class_init (ThawWordsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_words_view_dispose;
  widget_class->grab_focus = thaw_words_view_grab_focus;

  /**
   * ThawWordsView::changed:
   *
   * The person wrote something.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-words-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawWordsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ThawWordsView, text_view);
  gtk_widget_class_bind_template_child (widget_class, ThawWordsView, text_buffer);
  gtk_widget_class_bind_template_child (widget_class, ThawWordsView, placeholder_label);
  gtk_widget_class_bind_template_callback (widget_class, text_buffer_changed_cb);
  gtk_widget_class_set_css_name (widget_class, "words-view");
}

static void
thaw_words_view_init (ThawWordsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_scrolled_window_set_min_content_height (self->scroller, MIN_HEIGHT);
  /* Also when the width changes, and with it where lines wrap. */
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (on_content_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
thaw_words_view_new (void)
{
  return g_object_new (THAW_TYPE_WORDS_VIEW, NULL);
}

/**
 * thaw_words_view_set_name:
 * @name: what the words are about
 *
 * For where there is more than one: what a screen reader calls it.
 */
void
thaw_words_view_set_name (ThawWordsView *self,
                          const char    *name)
{
  g_return_if_fail (THAW_IS_WORDS_VIEW (self));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * thaw_words_view_is_blank:
 *
 * Costs nothing, however long the text is.
 *
 * Returns: whether there is nothing but white space
 */
gboolean
thaw_words_view_is_blank (ThawWordsView *self)
{
  GtkTextIter start;

  g_return_val_if_fail (THAW_IS_WORDS_VIEW (self), TRUE);

  gtk_text_buffer_get_start_iter (self->text_buffer, &start);
  if (gtk_text_iter_is_end (&start))
    return TRUE;

  return !is_not_space (gtk_text_iter_get_char (&start), NULL) &&
         !gtk_text_iter_forward_find_char (&start, is_not_space, NULL, NULL);
}

/**
 * thaw_words_view_dup_text:
 *
 * Returns: (transfer full): what is written
 */
char *
thaw_words_view_dup_text (ThawWordsView *self)
{
  char *text;

  g_return_val_if_fail (THAW_IS_WORDS_VIEW (self), NULL);

  g_object_get (self->text_buffer, "text", &text, NULL);

  return text;
}

/**
 * thaw_words_view_set_text:
 * @text: valid UTF-8
 *
 * Shows @text; what was there before is not brought back by undo.
 */
void
thaw_words_view_set_text (ThawWordsView *self,
                          const char    *text)
{
  g_return_if_fail (THAW_IS_WORDS_VIEW (self));
  g_return_if_fail (text != NULL);

  self->is_loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->text_buffer);
  gtk_text_buffer_set_text (self->text_buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->text_buffer);
  self->is_loading = FALSE;
}
