/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-feeling-scale"

#include "config.h"
#include "thaw-feeling-scale.h"

#include "thaw-mood.h"
#include "thaw-step-scale.h"
#include "thaw-warmth-swatch.h"

#include <glib/gi18n-lib.h>

/**
 * ThawFeelingScale:
 *
 * How much can you feel right now? From 0 (numb) to 10 (vivid), or "can't tell".
 *
 * The steps go from ice to warmth; number, place and word say the same.
 */
struct _ThawFeelingScale
{
  GtkBox parent_instance;

  ThawStepScale *scale;

  int feeling;
};

G_DEFINE_FINAL_TYPE (ThawFeelingScale, thaw_feeling_scale, GTK_TYPE_BOX)

enum
{
  PROP_CANT_TELL = 1,
  PROP_FEELING,
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
create_face (int         feeling,
             const char *number)
{
  GtkWidget *face = g_object_new (GTK_TYPE_OVERLAY, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (number);

  gtk_overlay_set_child (GTK_OVERLAY (face), thaw_warmth_swatch_new (feeling));
  gtk_overlay_add_overlay (GTK_OVERLAY (face), label);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (face), label, TRUE);

  return face;
}

static int
get_chosen (ThawFeelingScale *self)
{
  int selected = thaw_step_scale_get_selected (self->scale);

  return selected >= 0 ? selected : THAW_FEELING_UNKNOWN;
}

static void
scale_changed_cb (ThawFeelingScale *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
scale_notify_selected_cb (ThawFeelingScale *self)
{
  int feeling = get_chosen (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANT_TELL]);

  if (self->feeling == feeling)
    return;

  self->feeling = feeling;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FEELING]);
}

static gboolean
thaw_feeling_scale_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_FEELING_SCALE (widget)->scale));
}

static void
thaw_feeling_scale_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_FEELING_SCALE);

  G_OBJECT_CLASS (thaw_feeling_scale_parent_class)->dispose (object);
}

static void
thaw_feeling_scale_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ThawFeelingScale *self = THAW_FEELING_SCALE (object);

  switch (prop_id)
    {
    case PROP_CANT_TELL:
      g_value_set_boolean (value, thaw_feeling_scale_get_cant_tell (self));
      break;
    case PROP_FEELING:
      g_value_set_int (value, self->feeling);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_feeling_scale_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ThawFeelingScale *self = THAW_FEELING_SCALE (object);

  switch (prop_id)
    {
    case PROP_CANT_TELL:
      thaw_feeling_scale_set_cant_tell (self, g_value_get_boolean (value));
      break;
    case PROP_FEELING:
      thaw_feeling_scale_set_feeling (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_feeling_scale_class_init (ThawFeelingScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_feeling_scale_dispose;
  object_class->get_property = thaw_feeling_scale_get_property;
  object_class->set_property = thaw_feeling_scale_set_property;
  widget_class->grab_focus = thaw_feeling_scale_grab_focus;

  /**
   * ThawFeelingScale:cant-tell:
   *
   * Whether "can't tell" is chosen, which no value tells from an open question.
   */
  properties[PROP_CANT_TELL] = g_param_spec_boolean ("cant-tell", NULL, NULL,
                                                     FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                     | G_PARAM_STATIC_STRINGS);
  /**
   * ThawFeelingScale:feeling:
   *
   * 0 (numb) to 10 (vivid), or %THAW_FEELING_UNKNOWN: not asked, or can't tell.
   */
  properties[PROP_FEELING] = g_param_spec_int ("feeling", NULL, NULL,
                                               THAW_FEELING_UNKNOWN, THAW_FEELING_VIVID, THAW_FEELING_UNKNOWN,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawFeelingScale::changed:
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
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-feeling-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawFeelingScale, scale);
  gtk_widget_class_bind_template_callback (widget_class, scale_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_notify_selected_cb);
}

static void
thaw_feeling_scale_init (ThawFeelingScale *self)
{
  self->feeling = THAW_FEELING_UNKNOWN;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (int feeling = THAW_FEELING_NUMB; feeling <= THAW_FEELING_VIVID; feeling++)
    {
      g_autofree char *number = g_strdup_printf ("%d", feeling);
      const char *word = thaw_feeling_get_word (feeling);
      g_autofree char *label = NULL;

      /* Translators: a step of the scale for how much a person can feel; %d is 0 to 10, %s a word as "somewhat" */
      label = g_strdup_printf (_("%d of 10, %s"), feeling, word);
      thaw_step_scale_add_step (self->scale, create_face (feeling, number), word, label);
    }

  thaw_step_scale_set_words (self->scale,
                             thaw_feeling_get_word (THAW_FEELING_NUMB),
                             thaw_feeling_get_word (THAW_FEELING_VIVID),
                             thaw_feeling_get_word (THAW_FEELING_UNKNOWN));
}

GtkWidget *
thaw_feeling_scale_new (void)
{
  return g_object_new (THAW_TYPE_FEELING_SCALE, NULL);
}

/**
 * thaw_feeling_scale_set_question:
 * @question: the same question of another time, as after the fact
 */
void
thaw_feeling_scale_set_question (ThawFeelingScale *self,
                                 const char       *question)
{
  g_return_if_fail (THAW_IS_FEELING_SCALE (self));
  g_return_if_fail (question != NULL);

  g_object_set (self->scale, "question", question, NULL);
}

/**
 * thaw_feeling_scale_get_feeling:
 *
 * Returns: 0 (numb) to 10 (vivid), or %THAW_FEELING_UNKNOWN
 */
int
thaw_feeling_scale_get_feeling (ThawFeelingScale *self)
{
  g_return_val_if_fail (THAW_IS_FEELING_SCALE (self), THAW_FEELING_UNKNOWN);

  return self->feeling;
}

/**
 * thaw_feeling_scale_set_feeling:
 * @feeling: 0 (numb) to 10 (vivid), or %THAW_FEELING_UNKNOWN
 *
 * Shows a value; without one the question is open, and "can't tell" is not chosen.
 */
void
thaw_feeling_scale_set_feeling (ThawFeelingScale *self,
                                int               feeling)
{
  g_return_if_fail (THAW_IS_FEELING_SCALE (self));
  g_return_if_fail (thaw_feeling_is_valid (feeling));

  g_object_freeze_notify (G_OBJECT (self));
  thaw_step_scale_set_selected (self->scale, feeling == THAW_FEELING_UNKNOWN ? THAW_STEP_SCALE_NONE : feeling);
  if (!(self->feeling == feeling))
    {
      self->feeling = feeling;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FEELING]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
thaw_feeling_scale_get_cant_tell (ThawFeelingScale *self)
{
  g_return_val_if_fail (THAW_IS_FEELING_SCALE (self), FALSE);

  return thaw_step_scale_get_selected (self->scale) == THAW_STEP_SCALE_UNKNOWN;
}

/**
 * thaw_feeling_scale_set_cant_tell:
 * @cant_tell: whether to choose "can't tell"
 *
 * Chooses "can't tell", or opens the question again if that was chosen.
 */
void
thaw_feeling_scale_set_cant_tell (ThawFeelingScale *self,
                                  gboolean          cant_tell)
{
  g_return_if_fail (THAW_IS_FEELING_SCALE (self));

  if (cant_tell)
    thaw_step_scale_set_selected (self->scale, THAW_STEP_SCALE_UNKNOWN);
  else if (thaw_feeling_scale_get_cant_tell (self))
    thaw_step_scale_set_selected (self->scale, THAW_STEP_SCALE_NONE);
}
