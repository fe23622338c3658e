/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-strength-scales"

#include "config.h"
#include "thaw-strength-scales.h"

#include "widgets/check-in/thaw-step-scale.h"

#include <glib/gi18n-lib.h>

/* As many as the strength: said by a number of dots and a word. */
static const char *const dots[THAW_SENSATION_MAX_STRENGTH] = { "●", "●●", "●●●" };

/**
 * ThawStrengthScales:
 *
 * How strong sensations are: a scale of three steps for each, which may all be
 * left out.
 */
struct _ThawStrengthScales
{
  GtkBox parent_instance;

  GPtrArray *sensations; /* (owned) (element-type ThawSensation) */
  GPtrArray *scales;     /* (owned) (element-type ThawStepScale): a child for each, not owned */
};

G_DEFINE_FINAL_TYPE (ThawStrengthScales, thaw_strength_scales, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_scale_changed_cb (ThawStrengthScales *self,
                     ThawStepScale      *scale)
{
  ThawSensation *sensation;
  guint at;

  if (!g_ptr_array_find (self->scales, scale, &at))
    return;

  /* "Can't tell" and an open question are the same to an entry. */
  sensation = g_ptr_array_index (self->sensations, at);
  sensation->strength = MAX (thaw_step_scale_get_selected (scale), -1) + 1;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
create_face (int strength)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *marks = gtk_label_new (dots[strength - 1]);
  GtkWidget *word = gtk_label_new (thaw_sensation_strength_get_word (strength));

  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (marks, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (face), marks);
  gtk_box_append (GTK_BOX (face), word);

  return face;
}

static ThawStepScale *
create_scale (const ThawSensation *sensation)
{
  const char *question = sensation->quality != THAW_QUALITY_NONE ? thaw_sensation_quality_get_word (sensation->quality)
                                                                 : thaw_body_region_get_word (sensation->region);
  ThawStepScale *scale = g_object_new (THAW_TYPE_STEP_SCALE, "question", question, "first-digit", 1, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (scale), "strength");
  for (int strength = THAW_SENSATION_MIN_STRENGTH; strength <= THAW_SENSATION_MAX_STRENGTH; strength++)
    {
      const char *word = thaw_sensation_strength_get_word (strength);

      thaw_step_scale_add_step (scale, create_face (strength), word, word);
    }
  thaw_step_scale_set_words (scale, "", "", C_("strength", "can’t tell"));
  thaw_step_scale_set_selected (scale, sensation->strength != THAW_SENSATION_NO_STRENGTH ? sensation->strength - 1
                                                                                        : THAW_STEP_SCALE_NONE);

  return scale;
}

static void
thaw_strength_scales_finalize (GObject *object)
{
  ThawStrengthScales *self = THAW_STRENGTH_SCALES (object);

  g_clear_pointer (&self->scales, g_ptr_array_unref);
  g_clear_pointer (&self->sensations, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_strength_scales_parent_class)->finalize (object);
}

static void
thaw_strength_scales_class_init (ThawStrengthScalesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_strength_scales_finalize;

  /**
   * ThawStrengthScales::changed:
   *
   * The person said how strong something is, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
thaw_strength_scales_init (ThawStrengthScales *self)
{
  self->sensations = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_sensation_free);
  self->scales = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
thaw_strength_scales_new (void)
{
  return g_object_new (THAW_TYPE_STRENGTH_SCALES, NULL);
}

/**
 * thaw_strength_scales_get_sensations:
 *
 * Returns: (transfer none) (element-type ThawSensation): the sensations as they are now
 */
GPtrArray *
thaw_strength_scales_get_sensations (ThawStrengthScales *self)
{
  g_return_val_if_fail (THAW_IS_STRENGTH_SCALES (self), NULL);

  return self->sensations;
}

/**
 * thaw_strength_scales_set_sensations:
 * @sensations: (element-type ThawSensation) (transfer none): what to ask about
 */
void
thaw_strength_scales_set_sensations (ThawStrengthScales *self,
                                     GPtrArray          *sensations)
{
  g_return_if_fail (THAW_IS_STRENGTH_SCALES (self));
  g_return_if_fail (sensations != NULL);

  while (self->scales->len > 0)
    gtk_box_remove (GTK_BOX (self), g_ptr_array_steal_index (self->scales, self->scales->len - 1));
  g_ptr_array_set_size (self->sensations, 0);

  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);
      ThawStepScale *scale = create_scale (sensation);

      g_signal_connect_object (scale, "changed", G_CALLBACK (on_scale_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (scale));
      g_ptr_array_add (self->sensations, thaw_sensation_copy (sensation));
      g_ptr_array_add (self->scales, scale);
    }
}
