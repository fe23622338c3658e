/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-levels"

#include "config.h"
#include "practice/thaw-session-levels.h"

#include <glib/gi18n-lib.h>

#include "practice/thaw-pleasure-scale.h"
#include "widgets/check-in/thaw-feeling-scale.h"
#include "widgets/check-in/thaw-valence-scale.h"

/**
 * ThawSessionLevels:
 *
 * How one is before something, or after it: how much one feels and how pleasant that
 * is, as in a check-in; and if it is asked for, first how pleasant the thing itself is
 * expected to be, or was. Each can be left out.
 */
struct _ThawSessionLevels
{
  GtkBox parent_instance;

  GtkWidget *pleasure_box;   /* (unowned) (nullable): the first child, if that is asked for */
  GtkWidget *pleasure_scale; /* (unowned) (nullable): in the box */
  GtkWidget *remark_label;   /* (unowned) (nullable): in the box */
  ThawFeelingScale *feeling_scale;
  ThawValenceScale *valence_scale;
};

G_DEFINE_FINAL_TYPE (ThawSessionLevels, thaw_session_levels, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_scale_changed_cb (ThawSessionLevels *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
thaw_session_levels_grab_focus (GtkWidget *widget)
{
  ThawSessionLevels *self = THAW_SESSION_LEVELS (widget);

  return gtk_widget_grab_focus (self->pleasure_scale != NULL ? self->pleasure_scale : GTK_WIDGET (self->feeling_scale));
}

static void
thaw_session_levels_class_init (ThawSessionLevelsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = thaw_session_levels_grab_focus;

  /**
   * ThawSessionLevels::changed:
   *
   * The person chose something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
thaw_session_levels_init (ThawSessionLevels *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);

  self->feeling_scale = THAW_FEELING_SCALE (thaw_feeling_scale_new ());
  self->valence_scale = THAW_VALENCE_SCALE (thaw_valence_scale_new ());
  g_signal_connect_object (self->feeling_scale, "changed", G_CALLBACK (on_scale_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->valence_scale, "changed", G_CALLBACK (on_scale_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->feeling_scale));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->valence_scale));
}

GtkWidget *
thaw_session_levels_new (void)
{
  return g_object_new (THAW_TYPE_SESSION_LEVELS, NULL);
}

static void
add_pleasure (ThawSessionLevels *self,
              const char        *question)
{
  self->pleasure_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->pleasure_scale = thaw_pleasure_scale_new (question);
  self->remark_label = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                     "visible", FALSE,
                                     "wrap", TRUE,
                                     NULL);
  g_signal_connect_object (self->pleasure_scale, "changed", G_CALLBACK (on_scale_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->pleasure_box), self->pleasure_scale);
  gtk_box_append (GTK_BOX (self->pleasure_box), self->remark_label);
  gtk_box_prepend (GTK_BOX (self), self->pleasure_box);
}

/**
 * thaw_session_levels_set_past:
 *
 * Asks how it was, for who looks back, instead of how it is.
 */
void
thaw_session_levels_set_past (ThawSessionLevels *self)
{
  g_return_if_fail (THAW_IS_SESSION_LEVELS (self));

  thaw_feeling_scale_set_question (self->feeling_scale, _("How much could you feel?"));
  thaw_valence_scale_set_question (self->valence_scale, _("How did you feel overall?"));
}

/**
 * thaw_session_levels_set_asks_pleasure:
 * @question: (nullable): as "How pleasant was doing it?", or %NULL not to ask
 *
 * Asks how pleasant the thing itself is, before the other questions. An answer to
 * another such question is gone.
 */
void
thaw_session_levels_set_asks_pleasure (ThawSessionLevels *self,
                                       const char        *question)
{
  g_return_if_fail (THAW_IS_SESSION_LEVELS (self));

  if (self->pleasure_box != NULL)
    {
      gtk_box_remove (GTK_BOX (self), g_steal_pointer (&self->pleasure_box));
      self->pleasure_scale = NULL;
      self->remark_label = NULL;
    }

  if (question != NULL)
    add_pleasure (self, question);
}

/**
 * thaw_session_levels_set_remark:
 * @remark: (nullable): as "You expected 2, felt 5.", or %NULL for nothing
 *
 * Says something about how pleasant it is, if that is asked for.
 */
void
thaw_session_levels_set_remark (ThawSessionLevels *self,
                                const char        *remark)
{
  g_return_if_fail (THAW_IS_SESSION_LEVELS (self));

  if (self->remark_label == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (self->remark_label), remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark_label, remark != NULL);
}

/**
 * thaw_session_levels_get_level:
 *
 * Returns: what was answered as in a check-in
 */
ThawMoodLevel
thaw_session_levels_get_level (ThawSessionLevels *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_LEVELS (self), THAW_MOOD_LEVEL_UNKNOWN);

  return (ThawMoodLevel) { thaw_feeling_scale_get_feeling (self->feeling_scale),
                           thaw_valence_scale_get_valence (self->valence_scale) };
}

/**
 * thaw_session_levels_get_pleasure:
 *
 * Returns: 0 to 10, or %THAW_PLEASURE_UNKNOWN, also if it is not asked for
 */
int
thaw_session_levels_get_pleasure (ThawSessionLevels *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_LEVELS (self), THAW_PLEASURE_UNKNOWN);

  return self->pleasure_scale != NULL ? thaw_pleasure_scale_get_pleasure (THAW_PLEASURE_SCALE (self->pleasure_scale))
                                      : THAW_PLEASURE_UNKNOWN;
}

/**
 * thaw_session_levels_show:
 * @level: what was answered as in a check-in
 * @pleasure: 0 to 10 or %THAW_PLEASURE_UNKNOWN; of no account if that is not asked for
 *
 * What is left out is an open question again.
 */
void
thaw_session_levels_show (ThawSessionLevels *self,
                          ThawMoodLevel      level,
                          int                pleasure)
{
  g_return_if_fail (THAW_IS_SESSION_LEVELS (self));

  thaw_feeling_scale_set_feeling (self->feeling_scale, level.feeling);
  thaw_valence_scale_set_valence (self->valence_scale, level.valence);
  if (self->pleasure_scale != NULL)
    thaw_pleasure_scale_set_pleasure (THAW_PLEASURE_SCALE (self->pleasure_scale), pleasure);
}
