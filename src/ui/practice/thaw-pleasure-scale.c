/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-pleasure-scale"

#include "config.h"
#include "practice/thaw-pleasure-scale.h"

#include "thaw-session.h"
#include "widgets/check-in/thaw-step-scale.h"

#include <glib/gi18n-lib.h>

/**
 * ThawPleasureScale:
 *
 * How pleasant something is expected to be, or was: from 0 (not at all) to 10 (very),
 * or left out.
 *
 * The steps have no colours of their own: those from ice to warmth are for how much
 * one feels.
 */
struct _ThawPleasureScale
{
  GtkBox parent_instance;

  char *question;       /* (owned) (nullable) */
  ThawStepScale *scale; /* the only child */
};

G_DEFINE_FINAL_TYPE (ThawPleasureScale, thaw_pleasure_scale, GTK_TYPE_BOX)

enum
{
  PROP_QUESTION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_face (int pleasure)
{
  g_autofree char *number = g_strdup_printf ("%d", pleasure);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
on_scale_changed_cb (ThawPleasureScale *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
thaw_pleasure_scale_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_PLEASURE_SCALE (widget)->scale));
}

static void
thaw_pleasure_scale_constructed (GObject *object)
{
  ThawPleasureScale *self = THAW_PLEASURE_SCALE (object);

  G_OBJECT_CLASS (thaw_pleasure_scale_parent_class)->constructed (object);

  self->scale = g_object_new (THAW_TYPE_STEP_SCALE, "question", self->question, NULL);
  for (int pleasure = THAW_PLEASURE_MIN; pleasure <= THAW_PLEASURE_MAX; pleasure++)
    {
      /* Translators: how pleasant something is; %d is 0 to 10 */
      g_autofree char *words = g_strdup_printf (C_("pleasure", "%d of 10"), pleasure);

      thaw_step_scale_add_step (self->scale, create_face (pleasure), words, words);
    }
  thaw_step_scale_set_words (self->scale,
                             /* Translators: the end of a scale, as in "How pleasant was doing it? – Not at all" */
                             C_("pleasure", "not at all"),
                             /* Translators: the end of a scale, as in "How pleasant was doing it? – Very" */
                             C_("pleasure", "very"),
                             /* Translators: an answer: this question is not answered, and that is all right */
                             C_("pleasure", "leave out"));
  gtk_widget_add_css_class (GTK_WIDGET (self->scale), "plain");
  g_signal_connect_object (self->scale, "changed", G_CALLBACK (on_scale_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scale), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->scale));
}

static void
thaw_pleasure_scale_finalize (GObject *object)
{
  g_free (THAW_PLEASURE_SCALE (object)->question);

  G_OBJECT_CLASS (thaw_pleasure_scale_parent_class)->finalize (object);
}

static void
thaw_pleasure_scale_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ThawPleasureScale *self = THAW_PLEASURE_SCALE (object);

  switch (prop_id)
    {
    case PROP_QUESTION:
      self->question = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_pleasure_scale_class_init (ThawPleasureScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = thaw_pleasure_scale_constructed;
  object_class->finalize = thaw_pleasure_scale_finalize;
  object_class->set_property = thaw_pleasure_scale_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = thaw_pleasure_scale_grab_focus;

  properties[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL,
                                                   "",
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawPleasureScale::changed:
   *
   * The person chose something else, or left it out.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
thaw_pleasure_scale_init (ThawPleasureScale *self)
{
}

GtkWidget *
thaw_pleasure_scale_new (const char *question)
{
  return g_object_new (THAW_TYPE_PLEASURE_SCALE, "question", question, NULL);
}

/**
 * thaw_pleasure_scale_get_pleasure:
 *
 * Returns: 0 to 10, or %THAW_PLEASURE_UNKNOWN
 */
int
thaw_pleasure_scale_get_pleasure (ThawPleasureScale *self)
{
  int selected;

  g_return_val_if_fail (THAW_IS_PLEASURE_SCALE (self), THAW_PLEASURE_UNKNOWN);

  selected = thaw_step_scale_get_selected (self->scale);

  return selected >= 0 ? THAW_PLEASURE_MIN + selected : THAW_PLEASURE_UNKNOWN;
}

/**
 * thaw_pleasure_scale_set_pleasure:
 * @pleasure: 0 to 10, or %THAW_PLEASURE_UNKNOWN for an open question
 */
void
thaw_pleasure_scale_set_pleasure (ThawPleasureScale *self,
                                  int                pleasure)
{
  g_return_if_fail (THAW_IS_PLEASURE_SCALE (self));
  g_return_if_fail (thaw_pleasure_is_valid (pleasure));

  thaw_step_scale_set_selected (self->scale, pleasure != THAW_PLEASURE_UNKNOWN ? pleasure - THAW_PLEASURE_MIN
                                                                               : THAW_STEP_SCALE_NONE);
}
