/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-mark-box"

#include "config.h"
#include "support/thaw-mark-box.h"

#include "support/thaw-stance-buttons.h"
#include "widgets/check-in/thaw-words-view.h"

/**
 * ThawMarkBox:
 *
 * What a person makes of a kind of support, and what they want to remember about it.
 */
struct _ThawMarkBox
{
  GtkBox parent_instance;

  ThawStanceButtons *stance_buttons;
  GtkWidget *note_box;
  ThawWordsView *words_view;
  GtkWidget *problem_box;

  ThawMarkKeeper *keeper; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawMarkBox, thaw_mark_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_mark (ThawMarkBox *self)
{
  const ThawArticleMark *mark = thaw_mark_keeper_get_mark (self->keeper);

  thaw_stance_buttons_set_stance (self->stance_buttons, mark->stance);
  thaw_words_view_set_text (self->words_view, mark->note != NULL ? mark->note : "");
}

static void
stance_buttons_changed_cb (ThawMarkBox *self)
{
  thaw_mark_keeper_set_stance (self->keeper, thaw_stance_buttons_get_stance (self->stance_buttons));
}

static void
words_view_changed_cb (ThawMarkBox *self)
{
  g_autofree char *text = thaw_words_view_dup_text (self->words_view);

  thaw_mark_keeper_set_note (self->keeper, text);
}

static void
retry_button_clicked_cb (ThawMarkBox *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
set_keeper (ThawMarkBox    *self,
            ThawMarkKeeper *keeper)
{
  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_func (self->keeper, show_mark, self);
  g_set_object (&self->keeper, keeper);
  if (keeper != NULL)
    g_signal_connect_object (keeper, "changed", G_CALLBACK (show_mark), self, G_CONNECT_SWAPPED);
}

static void
thaw_mark_box_dispose (GObject *object)
{
  ThawMarkBox *self = THAW_MARK_BOX (object);

  set_keeper (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_MARK_BOX);

  G_OBJECT_CLASS (thaw_mark_box_parent_class)->dispose (object);
}

static void
thaw_mark_box_class_init (ThawMarkBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_mark_box_dispose;

  /**
   * ThawMarkBox::retry:
   *
   * What could not be read is to be read once more.
   */
  signals[SIGNAL_RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_STANCE_BUTTONS);
  g_type_ensure (THAW_TYPE_WORDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-mark-box.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawMarkBox, stance_buttons);
  gtk_widget_class_bind_template_child (widget_class, ThawMarkBox, note_box);
  gtk_widget_class_bind_template_child (widget_class, ThawMarkBox, words_view);
  gtk_widget_class_bind_template_child (widget_class, ThawMarkBox, problem_box);
  gtk_widget_class_bind_template_callback (widget_class, retry_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stance_buttons_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_view_changed_cb);
}

static void
thaw_mark_box_init (ThawMarkBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_mark_box_new:
 *
 * Returns: (transfer floating): a box that needs thaw_mark_box_set_keeper() to be of use
 */
GtkWidget *
thaw_mark_box_new (void)
{
  return g_object_new (THAW_TYPE_MARK_BOX, NULL);
}

/**
 * thaw_mark_box_set_keeper:
 * @keeper: (nullable): has what is shown, and gets what is changed; %NULL if that cannot be
 *   read, in which case nothing can be changed either
 */
void
thaw_mark_box_set_keeper (ThawMarkBox    *self,
                          ThawMarkKeeper *keeper)
{
  g_return_if_fail (THAW_IS_MARK_BOX (self));
  g_return_if_fail (keeper == NULL || THAW_IS_MARK_KEEPER (keeper));

  set_keeper (self, keeper);
  gtk_widget_set_visible (GTK_WIDGET (self->stance_buttons), keeper != NULL);
  gtk_widget_set_visible (self->note_box, keeper != NULL);
  gtk_widget_set_visible (self->problem_box, keeper == NULL);
  if (keeper != NULL)
    show_mark (self);
}
