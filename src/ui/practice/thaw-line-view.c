/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-line-view"

#include "config.h"
#include "practice/thaw-line-view.h"

#include <adwaita.h>

#define FADE_MS 700

/* A line of print is easy to read, and stays so on a large screen. */
#define LINE_CHARS 38

/**
 * ThawLineView:
 *
 * One line of a guided practice at a time, large and calm. The next one fades in
 * while it fades out, or takes its place at once where animations are off.
 */
struct _ThawLineView
{
  GtkBox parent_instance;

  GtkStack *stack;
  GtkWidget *places[2]; /* within the stack: the one that is shown, and the one for the next line */
  GtkLabel *labels[2];  /* each in its place */
  int shown;
};

G_DEFINE_FINAL_TYPE (ThawLineView, thaw_line_view, GTK_TYPE_BOX)

/* The width follows from the size of the letters. */
static void
thaw_line_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  ThawLineView *self = THAW_LINE_VIEW (widget);
  PangoFontMetrics *metrics;
  int width;

  GTK_WIDGET_CLASS (thaw_line_view_parent_class)->css_changed (widget, change);

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  width = LINE_CHARS * PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);

  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    {
      AdwClamp *clamp = ADW_CLAMP (gtk_widget_get_parent (GTK_WIDGET (self->labels[i])));

      adw_clamp_set_maximum_size (clamp, width);
      adw_clamp_set_tightening_threshold (clamp, width);
    }
}

static void
thaw_line_view_class_init (ThawLineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = thaw_line_view_css_changed;
  gtk_widget_class_set_css_name (widget_class, "line-view");
}

/* In a scroller of its own: no text is too long for a small window with large text. */
static GtkWidget *
create_place (GtkLabel *label)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (label));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static void
thaw_line_view_init (ThawLineView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, FADE_MS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    {
      self->labels[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_wrap (self->labels[i], TRUE);
      gtk_label_set_wrap_mode (self->labels[i], PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (self->labels[i], GTK_JUSTIFY_CENTER);
      self->places[i] = create_place (self->labels[i]);
      gtk_stack_add_child (self->stack, self->places[i]);
    }

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

GtkWidget *
thaw_line_view_new (void)
{
  return g_object_new (THAW_TYPE_LINE_VIEW, NULL);
}

/**
 * thaw_line_view_get_line:
 *
 * Returns: (transfer none): the line that is shown, or is fading in
 */
const char *
thaw_line_view_get_line (ThawLineView *self)
{
  g_return_val_if_fail (THAW_IS_LINE_VIEW (self), "");

  return gtk_label_get_label (self->labels[self->shown]);
}

/**
 * thaw_line_view_set_line:
 * @line: (nullable): the next line, or %NULL for silence
 */
void
thaw_line_view_set_line (ThawLineView *self,
                         const char   *line)
{
  g_return_if_fail (THAW_IS_LINE_VIEW (self));

  if (line == NULL)
    line = "";
  if (g_str_equal (line, thaw_line_view_get_line (self)))
    return;

  self->shown = 1 - self->shown;
  gtk_label_set_label (self->labels[self->shown], line);
  gtk_stack_set_visible_child (self->stack, self->places[self->shown]);
}
