/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection-form"

#include "config.h"
#include "reflection/thaw-reflection-form.h"

#include "thaw-reflection-words.h"
#include "widgets/check-in/thaw-step-scale.h"
#include "widgets/check-in/thaw-words-view.h"

#include <glib/gi18n-lib.h>

/**
 * ThawReflectionForm:
 *
 * The four questions of a reflection and a note. Each question may be left out,
 * either by passing it by or by saying so.
 *
 * The steps have no colours of their own: those from ice to warmth are for how
 * much one feels right now, which is not asked here.
 */
struct _ThawReflectionForm
{
  GtkBox parent_instance;

  GtkBox *scales_box;
  ThawWordsView *words_view;

  ThawStepScale *scales[THAW_N_REFLECTION_AREAS]; /* within the box */
};

G_DEFINE_FINAL_TYPE (ThawReflectionForm, thaw_reflection_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
child_changed_cb (ThawReflectionForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
create_face (const char *number)
{
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static ThawStepScale *
create_scale (ThawReflectionForm *self,
              ThawReflectionArea  area)
{
  ThawStepScale *scale = g_object_new (THAW_TYPE_STEP_SCALE,
                                       "question", thaw_reflection_area_get_question (area),
                                       NULL);

  for (int level = THAW_REFLECTION_MIN; level <= THAW_REFLECTION_MAX; level++)
    {
      g_autofree char *number = g_strdup_printf ("%d", level);
      g_autofree char *words = thaw_reflection_format_level (area, level);

      thaw_step_scale_add_step (scale, create_face (number), words, words);
    }

  thaw_step_scale_set_words (scale,
                             thaw_reflection_area_get_low_word (area),
                             thaw_reflection_area_get_high_word (area),
                             /* Translators: an answer: this question is not answered, and that is all right */
                             C_("reflection", "Leave out"));
  thaw_step_scale_set_middle_word (scale, thaw_reflection_area_get_middle_word (area));
  gtk_widget_add_css_class (GTK_WIDGET (scale), "plain");
  g_signal_connect_object (scale, "changed", G_CALLBACK (child_changed_cb), self, G_CONNECT_SWAPPED);

  return scale;
}

static gboolean
thaw_reflection_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_REFLECTION_FORM (widget)->scales[0]));
}

static void
thaw_reflection_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_REFLECTION_FORM);

  G_OBJECT_CLASS (thaw_reflection_form_parent_class)->dispose (object);
}

static void
thaw_reflection_form_class_init (ThawReflectionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reflection_form_dispose;
  widget_class->grab_focus = thaw_reflection_form_grab_focus;

  /**
   * ThawReflectionForm::changed:
   *
   * The person answered or wrote something.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_WORDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reflection/thaw-reflection-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionForm, scales_box);
  gtk_widget_class_bind_template_child (widget_class, ThawReflectionForm, words_view);
  gtk_widget_class_bind_template_callback (widget_class, child_changed_cb);
}

static void
thaw_reflection_form_init (ThawReflectionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      self->scales[i] = create_scale (self, (ThawReflectionArea) i);
      gtk_box_append (self->scales_box, GTK_WIDGET (self->scales[i]));
    }
}

GtkWidget *
thaw_reflection_form_new (void)
{
  return g_object_new (THAW_TYPE_REFLECTION_FORM, NULL);
}

/**
 * thaw_reflection_form_read:
 * @reflection: gets what was answered; the rest of it stays as it is
 */
void
thaw_reflection_form_read (ThawReflectionForm *self,
                           ThawReflection     *reflection)
{
  g_autofree char *note = NULL;

  g_return_if_fail (THAW_IS_REFLECTION_FORM (self));
  g_return_if_fail (reflection != NULL);

  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      int selected = thaw_step_scale_get_selected (self->scales[i]);

      reflection->levels[i] = selected >= 0 ? THAW_REFLECTION_MIN + selected : THAW_REFLECTION_UNKNOWN;
    }

  note = thaw_words_view_dup_text (self->words_view);
  thaw_reflection_set_note (reflection, note);
}

/**
 * thaw_reflection_form_show:
 * @reflection: what was answered
 *
 * A question that @reflection leaves out is open again.
 */
void
thaw_reflection_form_show (ThawReflectionForm   *self,
                           const ThawReflection *reflection)
{
  g_return_if_fail (THAW_IS_REFLECTION_FORM (self));
  g_return_if_fail (reflection != NULL);

  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    thaw_step_scale_set_selected (self->scales[i],
                                  reflection->levels[i] != THAW_REFLECTION_UNKNOWN
                                    ? reflection->levels[i] - THAW_REFLECTION_MIN
                                    : THAW_STEP_SCALE_NONE);
  thaw_words_view_set_text (self->words_view, reflection->note);
}
