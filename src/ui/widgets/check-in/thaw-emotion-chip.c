/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-emotion-chip"

#include "config.h"
#include "thaw-emotion-chip.h"

#include "thaw-emotion.h"
#include "widgets/thaw-tooltip.h"

#include <glib/gi18n-lib.h>

/**
 * ThawEmotionChip:
 *
 * An emotion to name. Pressed once it is felt "a little", and three dots show up
 * that say how strongly; pressed again it is taken back.
 *
 * Keyboard: 1, 2 and 3 say how strongly, 0 and Delete take it back.
 *
 * Accessibility: a toggle button, and a radio group of three. CSS: a node
 * `emotion-chip`, with the class `.chosen`.
 */
struct _ThawEmotionChip
{
  GtkWidget parent_instance;

  GtkToggleButton *word_button;
  GtkBox *levels_box;
  GtkLabel *level_label;
  GtkWidget *levels[THAW_EMOTION_MAX_INTENSITY]; /* (unowned) */

  char *slug; /* (owned) (not nullable) */
  char *word; /* (owned) (not nullable) */
  int intensity;
};

G_DEFINE_FINAL_TYPE (ThawEmotionChip, thaw_emotion_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_INTENSITY = 1,
  PROP_SLUG,
  PROP_WORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_intensity (ThawEmotionChip *self)
{
  gboolean is_chosen = self->intensity > 0;

  gtk_toggle_button_set_active (self->word_button, is_chosen);
  set_css_class (GTK_WIDGET (self), "chosen", is_chosen);

  for (int i = 0; i < THAW_EMOTION_MAX_INTENSITY; i++)
    {
      gboolean is_level = self->intensity == i + 1;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->levels[i]), is_level);
      set_css_class (self->levels[i], "filled", self->intensity > i);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->levels[i]),
                                   GTK_ACCESSIBLE_STATE_CHECKED, is_level ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                          : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
    }

  /* A dot that goes away takes the focus with it; the word is still there. */
  if (!is_chosen && gtk_widget_get_focus_child (GTK_WIDGET (self->levels_box)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->word_button));

  gtk_label_set_text (self->level_label, is_chosen ? thaw_emotion_get_intensity_word (self->intensity) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->levels_box), is_chosen);
}

/* Unlike the setter: the person did it. */
static void
choose (ThawEmotionChip *self,
        int              intensity)
{
  if (self->intensity == intensity)
    return;

  thaw_emotion_chip_set_intensity (self, intensity);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
word_button_clicked_cb (ThawEmotionChip *self)
{
  choose (self, self->intensity == 0 ? THAW_EMOTION_MIN_INTENSITY : 0);
}

static void
on_level_clicked_cb (ThawEmotionChip *self,
                     GtkWidget       *level)
{
  for (int i = 0; i < THAW_EMOTION_MAX_INTENSITY; i++)
    {
      if (self->levels[i] == level)
        choose (self, i + 1);
    }

  /* The button toggled even if it was the level already. */
  show_intensity (self);
}

static gboolean
on_key_pressed_cb (ThawEmotionChip *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_0 + THAW_EMOTION_MAX_INTENSITY)
    choose (self, keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_0 + THAW_EMOTION_MAX_INTENSITY)
    choose (self, keyval - GDK_KEY_KP_0);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    choose (self, 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
add_levels (ThawEmotionChip *self)
{
  GtkWidget *before = NULL;

  for (int i = 0; i < THAW_EMOTION_MAX_INTENSITY; i++)
    {
      const char *word = thaw_emotion_get_intensity_word (i + 1);
      GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (dot, "dot");
      gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);

      self->levels[i] = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                      "child", dot,
                                      NULL);
      thaw_tooltip_set_new (self->levels[i], word);
      gtk_widget_add_css_class (self->levels[i], "flat");
      gtk_widget_add_css_class (self->levels[i], "level");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->levels[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
      g_signal_connect_object (self->levels[i], "clicked", G_CALLBACK (on_level_clicked_cb), self, G_CONNECT_SWAPPED);

      gtk_box_insert_child_after (self->levels_box, self->levels[i], before);
      before = self->levels[i];
    }
}

static void
thaw_emotion_chip_constructed (GObject *object)
{
  ThawEmotionChip *self = THAW_EMOTION_CHIP (object);
  g_autofree char *question = NULL;

  G_OBJECT_CLASS (thaw_emotion_chip_parent_class)->constructed (object);

  /* Translators: the name of three buttons "a little", "clearly" and "strongly"; %s is an emotion as "joy" */
  question = g_strdup_printf (_("How much %s?"), self->word);
  gtk_button_set_label (GTK_BUTTON (self->word_button), self->word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->levels_box), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  show_intensity (self);
}

static void
thaw_emotion_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_EMOTION_CHIP);

  G_OBJECT_CLASS (thaw_emotion_chip_parent_class)->dispose (object);
}

static void
thaw_emotion_chip_finalize (GObject *object)
{
  ThawEmotionChip *self = THAW_EMOTION_CHIP (object);

  g_clear_pointer (&self->slug, g_free);
  g_clear_pointer (&self->word, g_free);

  G_OBJECT_CLASS (thaw_emotion_chip_parent_class)->finalize (object);
}

static void
thaw_emotion_chip_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ThawEmotionChip *self = THAW_EMOTION_CHIP (object);

  switch (prop_id)
    {
    case PROP_INTENSITY:
      g_value_set_int (value, self->intensity);
      break;
    case PROP_SLUG:
      g_value_set_string (value, self->slug);
      break;
    case PROP_WORD:
      g_value_set_string (value, self->word);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_emotion_chip_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ThawEmotionChip *self = THAW_EMOTION_CHIP (object);

  switch (prop_id)
    {
    case PROP_INTENSITY:
      thaw_emotion_chip_set_intensity (self, g_value_get_int (value));
      break;
    case PROP_SLUG:
      self->slug = g_value_dup_string (value);
      break;
    case PROP_WORD:
      self->word = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_emotion_chip_class_init (ThawEmotionChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_emotion_chip_constructed;
  object_class->dispose = thaw_emotion_chip_dispose;
  object_class->finalize = thaw_emotion_chip_finalize;
  object_class->get_property = thaw_emotion_chip_get_property;
  object_class->set_property = thaw_emotion_chip_set_property;

  /**
   * ThawEmotionChip:intensity:
   *
   * 1 (a little) to 3 (strongly), or 0: not named.
   */
  properties[PROP_INTENSITY] = g_param_spec_int ("intensity", NULL, NULL,
                                                 0, THAW_EMOTION_MAX_INTENSITY, 0,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SLUG] = g_param_spec_string ("slug", NULL, NULL,
                                               "",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORD] = g_param_spec_string ("word", NULL, NULL,
                                               "",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawEmotionChip::changed:
   *
   * The person named the emotion, took it back or said how strong it is.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-emotion-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionChip, word_button);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionChip, levels_box);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionChip, level_label);
  gtk_widget_class_bind_template_callback (widget_class, word_button_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "emotion-chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_emotion_chip_init (ThawEmotionChip *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_levels (self);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * thaw_emotion_chip_new:
 * @slug: a valid slug of an emotion
 * @word: the word for it
 *
 * Returns: (transfer floating): a chip for it
 */
GtkWidget *
thaw_emotion_chip_new (const char *slug,
                       const char *word)
{
  g_return_val_if_fail (slug != NULL && word != NULL, NULL);

  return g_object_new (THAW_TYPE_EMOTION_CHIP, "slug", slug, "word", word, NULL);
}

const char *
thaw_emotion_chip_get_slug (ThawEmotionChip *self)
{
  g_return_val_if_fail (THAW_IS_EMOTION_CHIP (self), NULL);

  return self->slug;
}

int
thaw_emotion_chip_get_intensity (ThawEmotionChip *self)
{
  g_return_val_if_fail (THAW_IS_EMOTION_CHIP (self), 0);

  return self->intensity;
}

void
thaw_emotion_chip_set_intensity (ThawEmotionChip *self,
                                 int              intensity)
{
  g_return_if_fail (THAW_IS_EMOTION_CHIP (self));
  g_return_if_fail (intensity >= 0 && intensity <= THAW_EMOTION_MAX_INTENSITY);

  if (self->intensity == intensity)
    return;

  self->intensity = intensity;
  show_intensity (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTENSITY]);
}
