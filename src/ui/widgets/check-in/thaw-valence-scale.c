/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-valence-scale"

#include "config.h"
#include "thaw-valence-scale.h"

#include "thaw-mood.h"
#include "thaw-step-scale.h"

#include <math.h>

#define FACE_SIZE 24 /* pixels */

/**
 * ThawValenceScale:
 *
 * How pleasant is it? Seven named steps from very unpleasant to very pleasant, or
 * "can't tell".
 *
 * The steps show faces; place and word say the same.
 */
struct _ThawValenceScale
{
  GtkBox parent_instance;

  ThawStepScale *scale;

  double valence;
};

G_DEFINE_FINAL_TYPE (ThawValenceScale, thaw_valence_scale, GTK_TYPE_BOX)

enum
{
  PROP_CANT_TELL = 1,
  PROP_VALENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
get_chosen (ThawValenceScale *self)
{
  int selected = thaw_step_scale_get_selected (self->scale);

  return selected >= 0 ? thaw_valence_from_step (selected) : NAN;
}

static void
scale_changed_cb (ThawValenceScale *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
scale_notify_selected_cb (ThawValenceScale *self)
{
  double valence = get_chosen (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANT_TELL]);

  if (thaw_valence_equal (self->valence, valence))
    return;

  self->valence = valence;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALENCE]);
}

static gboolean
thaw_valence_scale_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_VALENCE_SCALE (widget)->scale));
}

static void
thaw_valence_scale_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_VALENCE_SCALE);

  G_OBJECT_CLASS (thaw_valence_scale_parent_class)->dispose (object);
}

static void
thaw_valence_scale_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ThawValenceScale *self = THAW_VALENCE_SCALE (object);

  switch (prop_id)
    {
    case PROP_CANT_TELL:
      g_value_set_boolean (value, thaw_valence_scale_get_cant_tell (self));
      break;
    case PROP_VALENCE:
      g_value_set_double (value, self->valence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_valence_scale_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ThawValenceScale *self = THAW_VALENCE_SCALE (object);

  switch (prop_id)
    {
    case PROP_CANT_TELL:
      thaw_valence_scale_set_cant_tell (self, g_value_get_boolean (value));
      break;
    case PROP_VALENCE:
      thaw_valence_scale_set_valence (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_valence_scale_class_init (ThawValenceScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_valence_scale_dispose;
  object_class->get_property = thaw_valence_scale_get_property;
  object_class->set_property = thaw_valence_scale_set_property;
  widget_class->grab_focus = thaw_valence_scale_grab_focus;

  /**
   * ThawValenceScale:cant-tell:
   *
   * Whether "can't tell" is chosen, which no value tells from an open question.
   */
  properties[PROP_CANT_TELL] = g_param_spec_boolean ("cant-tell", NULL, NULL,
                                                     FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                     | G_PARAM_STATIC_STRINGS);
  /**
   * ThawValenceScale:valence:
   *
   * −1 to +1, or NAN: not asked, or can't tell. Validation is lax because NAN is
   * in no range.
   */
  properties[PROP_VALENCE] = g_param_spec_double ("valence", NULL, NULL,
                                                  -1.0, 1.0, 0.0,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_LAX_VALIDATION | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawValenceScale::changed:
   *
   * The person chose something else, "can't tell" included.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_STEP_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-valence-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawValenceScale, scale);
  gtk_widget_class_bind_template_callback (widget_class, scale_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_notify_selected_cb);
}

static void
thaw_valence_scale_init (ThawValenceScale *self)
{
  self->valence = NAN;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (int step = 0; step < THAW_VALENCE_N_STEPS; step++)
    {
      g_autofree char *icon_name = g_strdup_printf ("thaw-valence-%d-symbolic", step);
      const char *word = thaw_valence_step_get_word (step);

      GtkWidget *face = g_object_new (GTK_TYPE_IMAGE,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "icon-name", icon_name,
                                      "pixel-size", FACE_SIZE,
                                      "halign", GTK_ALIGN_CENTER,
                                      "valign", GTK_ALIGN_CENTER,
                                      NULL);

      thaw_step_scale_add_step (self->scale, face, word, word);
    }

  thaw_step_scale_set_words (self->scale,
                             thaw_valence_step_get_word (0),
                             thaw_valence_step_get_word (THAW_VALENCE_N_STEPS - 1),
                             thaw_valence_step_get_word (THAW_VALENCE_STEP_UNKNOWN));
}

GtkWidget *
thaw_valence_scale_new (void)
{
  return g_object_new (THAW_TYPE_VALENCE_SCALE, NULL);
}

/**
 * thaw_valence_scale_set_question:
 * @question: the same question of another time, as after the fact
 */
void
thaw_valence_scale_set_question (ThawValenceScale *self,
                                 const char       *question)
{
  g_return_if_fail (THAW_IS_VALENCE_SCALE (self));
  g_return_if_fail (question != NULL);

  g_object_set (self->scale, "question", question, NULL);
}

/**
 * thaw_valence_scale_get_valence:
 *
 * Returns: −1 to +1, or NAN
 */
double
thaw_valence_scale_get_valence (ThawValenceScale *self)
{
  g_return_val_if_fail (THAW_IS_VALENCE_SCALE (self), NAN);

  return self->valence;
}

/**
 * thaw_valence_scale_set_valence:
 * @valence: −1 to +1, or NAN
 *
 * Shows a value; without one the question is open, and "can't tell" is not chosen.
 * A value between two steps is kept as it is and shown at the nearest one, until
 * the person chooses another.
 */
void
thaw_valence_scale_set_valence (ThawValenceScale *self,
                                double            valence)
{
  g_return_if_fail (THAW_IS_VALENCE_SCALE (self));
  g_return_if_fail (thaw_valence_is_valid (valence));

  g_object_freeze_notify (G_OBJECT (self));
  thaw_step_scale_set_selected (self->scale, isnan (valence) ? THAW_STEP_SCALE_NONE : thaw_valence_to_step (valence));
  if (!(thaw_valence_equal (self->valence, valence)))
    {
      self->valence = valence;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALENCE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
thaw_valence_scale_get_cant_tell (ThawValenceScale *self)
{
  g_return_val_if_fail (THAW_IS_VALENCE_SCALE (self), FALSE);

  return thaw_step_scale_get_selected (self->scale) == THAW_STEP_SCALE_UNKNOWN;
}

/**
 * thaw_valence_scale_set_cant_tell:
 * @cant_tell: whether to choose "can't tell"
 *
 * Chooses "can't tell", or opens the question again if that was chosen.
 */
void
thaw_valence_scale_set_cant_tell (ThawValenceScale *self,
                                  gboolean          cant_tell)
{
  g_return_if_fail (THAW_IS_VALENCE_SCALE (self));

  if (cant_tell)
    thaw_step_scale_set_selected (self->scale, THAW_STEP_SCALE_UNKNOWN);
  else if (thaw_valence_scale_get_cant_tell (self))
    thaw_step_scale_set_selected (self->scale, THAW_STEP_SCALE_NONE);
}
