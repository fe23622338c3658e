/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-step-scale"

#include "config.h"
#include "thaw-step-scale.h"

#include "thaw-step-layout.h"
#include "widgets/thaw-tooltip.h"

/* So soon after each other "1" and "0" are typed for ten. */
#define TYPING_USECS (G_USEC_PER_SEC * 8 / 10)

/**
 * ThawStepScale:
 *
 * A question that is answered by one of a row of steps, or by "can't tell",
 * or not at all. What is chosen is named in words beside the question, so that
 * neither colour nor place alone has to be understood. Pressing what is chosen
 * opens the question again.
 *
 * Keyboard: one stop for Tab. Left and Right go to the neighbour on that side,
 * whichever way the text runs, Home and End to the ends, digits pick a step
 * ("1" and "0" typed at once make ten), Down or "?" picks "can't tell" and Up
 * goes back to the steps, Delete opens the question again.
 *
 * Accessibility: a radio group with the question as its name; every step is a
 * radio button that is really there. CSS: a node `step-scale` with the steps as
 * `button.step` and `button.unknown`.
 */
struct _ThawStepScale
{
  GtkBox parent_instance;

  GtkLabel *question_label;
  GtkLabel *word_label;
  GtkWidget *steps_box;
  GtkLabel *start_label;
  GtkLabel *middle_label;
  GtkLabel *end_label;
  GtkToggleButton *unknown_button;

  GPtrArray *buttons; /* (owned) (element-type GtkToggleButton): the steps */
  GStrv words;        /* (owned): one for each step, NULL-terminated */
  int selected;
  int first_digit;    /* the digit that picks the first step */
  int last_step;      /* where Up goes back to from "can't tell" */
  gint64 one_typed_at; /* monotonic time of a "1", 0 if something else was typed since */
};

G_DEFINE_FINAL_TYPE (ThawStepScale, thaw_step_scale, GTK_TYPE_BOX)

enum
{
  PROP_FIRST_DIGIT = 1,
  PROP_QUESTION,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
find_button (ThawStepScale *self,
             gpointer       button)
{
  guint at;

  if (button == (gpointer) self->unknown_button)
    return THAW_STEP_SCALE_UNKNOWN;

  if (g_ptr_array_find (self->buttons, button, &at))
    return (int) at;

  return THAW_STEP_SCALE_NONE;
}

/* The button that stands for the group when focus comes in. */
static GtkWidget *
get_entrance (ThawStepScale *self)
{
  if (self->selected != THAW_STEP_SCALE_NONE)
    return thaw_step_scale_get_button (self, self->selected);

  if (self->buttons->len > 0)
    return thaw_step_scale_get_button (self, 0);

  return GTK_WIDGET (self->unknown_button);
}

static void
show_state (GtkToggleButton *button,
             gboolean         is_selected)
{
  gtk_toggle_button_set_active (button, is_selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button),
                               GTK_ACCESSIBLE_STATE_CHECKED, is_selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                         : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
show_selected (ThawStepScale *self)
{
  const char *word = "";

  for (guint i = 0; i < self->buttons->len; i++)
    show_state (g_ptr_array_index (self->buttons, i), (int) i == self->selected);
  show_state (self->unknown_button, self->selected == THAW_STEP_SCALE_UNKNOWN);

  if (self->selected == THAW_STEP_SCALE_UNKNOWN)
    word = gtk_button_get_label (GTK_BUTTON (self->unknown_button));
  else if (self->selected >= 0)
    word = self->words[self->selected];
  gtk_label_set_text (self->word_label, word);
}

/* Unlike the setter: the person did it. */
static void
choose (ThawStepScale *self,
        int            selected)
{
  if (self->selected == selected)
    return;

  thaw_step_scale_set_selected (self, selected);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choose_and_focus (ThawStepScale *self,
                  int            selected)
{
  choose (self, selected);
  gtk_widget_grab_focus (get_entrance (self));
}

static void
step_clicked_cb (ThawStepScale *self,
                 GtkButton     *button)
{
  int at = find_button (self, button);

  choose (self, at == self->selected ? THAW_STEP_SCALE_NONE : at);
  /* Nothing has changed if a choice was taken back by its own signal; the button toggled all the same. */
  show_selected (self);
}

/* From where an arrow key goes on: the step that has the focus, chosen or not. */
static int
get_focused (ThawStepScale *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? find_button (self, gtk_root_get_focus (root)) : THAW_STEP_SCALE_NONE;
}

static gboolean
move (ThawStepScale *self,
      int            by)
{
  int focused = get_focused (self);

  /* On the way along the row "can't tell" is no neighbour of any step. */
  if (focused < 0)
    focused = self->last_step;
  else
    focused += by;

  choose_and_focus (self, CLAMP (focused, 0, (int) self->buttons->len - 1));

  return GDK_EVENT_STOP;
}

static gboolean
pick_digit (ThawStepScale *self,
            int            digit)
{
  gint64 now = g_get_monotonic_time ();
  int step = digit - self->first_digit;

  if (digit == 0 && self->one_typed_at != 0 && now - self->one_typed_at < TYPING_USECS &&
      10 - self->first_digit < (int) self->buttons->len)
    step = 10 - self->first_digit;

  self->one_typed_at = digit == 1 ? now : 0;

  if (step < 0 || step >= (int) self->buttons->len)
    return GDK_EVENT_PROPAGATE;

  choose_and_focus (self, step);

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (ThawStepScale         *self,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   GtkEventControllerKey *controller)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->buttons->len == 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return pick_digit (self, keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return pick_digit (self, keyval - GDK_KEY_KP_0);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, is_rtl ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, is_rtl ? -1 : 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      choose_and_focus (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      choose_and_focus (self, (int) self->buttons->len - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (get_focused (self) < 0)
        return GDK_EVENT_PROPAGATE;
      choose_and_focus (self, THAW_STEP_SCALE_UNKNOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_question:
      choose_and_focus (self, THAW_STEP_SCALE_UNKNOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (get_focused (self) >= 0)
        return GDK_EVENT_PROPAGATE;
      choose_and_focus (self, self->last_step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      choose (self, THAW_STEP_SCALE_NONE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
thaw_step_scale_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  ThawStepScale *self = THAW_STEP_SCALE (widget);

  /* One stop: whoever is in goes out, whoever comes in gets the step that is chosen. */
  if (get_focused (self) != THAW_STEP_SCALE_NONE)
    return FALSE;

  return gtk_widget_grab_focus (get_entrance (self));
}

static gboolean
thaw_step_scale_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_entrance (THAW_STEP_SCALE (widget)));
}

static void
thaw_step_scale_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_STEP_SCALE);

  G_OBJECT_CLASS (thaw_step_scale_parent_class)->dispose (object);
}

static void
thaw_step_scale_finalize (GObject *object)
{
  ThawStepScale *self = THAW_STEP_SCALE (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (thaw_step_scale_parent_class)->finalize (object);
}

static void
thaw_step_scale_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ThawStepScale *self = THAW_STEP_SCALE (object);

  switch (prop_id)
    {
    case PROP_FIRST_DIGIT:
      g_value_set_int (value, self->first_digit);
      break;
    case PROP_QUESTION:
      g_value_set_string (value, gtk_label_get_label (self->question_label));
      break;
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_step_scale_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ThawStepScale *self = THAW_STEP_SCALE (object);

  switch (prop_id)
    {
    case PROP_FIRST_DIGIT:
      self->first_digit = g_value_get_int (value);
      break;
    case PROP_QUESTION:
      gtk_label_set_label (self->question_label, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->question_label),
                                      -1);
      break;
    case PROP_SELECTED:
      thaw_step_scale_set_selected (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_step_scale_class_init (ThawStepScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_step_scale_dispose;
  object_class->finalize = thaw_step_scale_finalize;
  object_class->get_property = thaw_step_scale_get_property;
  object_class->set_property = thaw_step_scale_set_property;
  widget_class->focus = thaw_step_scale_focus;
  widget_class->grab_focus = thaw_step_scale_grab_focus;

  /**
   * ThawStepScale:first-digit:
   *
   * The digit that picks the first step.
   */
  properties[PROP_FIRST_DIGIT] = g_param_spec_int ("first-digit", NULL, NULL,
                                                   0, 9, 0,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL,
                                                   "",
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  /**
   * ThawStepScale:selected:
   *
   * The step that is chosen, %THAW_STEP_SCALE_UNKNOWN or %THAW_STEP_SCALE_NONE.
   */
  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL,
                                                THAW_STEP_SCALE_UNKNOWN, G_MAXINT16, THAW_STEP_SCALE_NONE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawStepScale::changed:
   *
   * The person chose something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_STEP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-step-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawStepScale, question_label);
  gtk_widget_class_bind_template_child (widget_class, ThawStepScale, word_label);
  gtk_widget_class_bind_template_child (widget_class, ThawStepScale, steps_box);
  gtk_widget_class_bind_template_child (widget_class, ThawStepScale, start_label);
  gtk_widget_class_bind_template_child (widget_class, ThawStepScale, middle_label);
  gtk_widget_class_bind_template_child (widget_class, ThawStepScale, end_label);
  gtk_widget_class_bind_template_child (widget_class, ThawStepScale, unknown_button);
  gtk_widget_class_bind_template_callback (widget_class, step_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "step-scale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
thaw_step_scale_init (ThawStepScale *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = g_new0 (char *, 1);
  self->selected = THAW_STEP_SCALE_NONE;

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  show_selected (self);
}

GtkWidget *
thaw_step_scale_new (void)
{
  return g_object_new (THAW_TYPE_STEP_SCALE, NULL);
}

/**
 * thaw_step_scale_add_step:
 * @face: (transfer floating): what the step shows
 * @word: the step in a word
 * @label: the step's name for assistive technology
 *
 * Adds a step after the others.
 */
void
thaw_step_scale_add_step (ThawStepScale *self,
                          GtkWidget     *face,
                          const char    *word,
                          const char    *label)
{
  GtkWidget *button;
  guint n_words;

  g_return_if_fail (THAW_IS_STEP_SCALE (self));
  g_return_if_fail (GTK_IS_WIDGET (face));
  g_return_if_fail (word != NULL && label != NULL);

  button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                         "child", face,
                         NULL);
  gtk_widget_add_css_class (button, "step");
  thaw_tooltip_set_new (button, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->steps_box), button);

  g_ptr_array_add (self->buttons, g_object_ref (button));
  n_words = g_strv_length (self->words);
  self->words = g_renew (char *, self->words, n_words + 2);
  self->words[n_words] = g_strdup (word);
  self->words[n_words + 1] = NULL;

  show_state (GTK_TOGGLE_BUTTON (button), FALSE);
}

/**
 * thaw_step_scale_set_words:
 * @start: what stands under the first step
 * @end: what stands under the last step
 * @unknown: the answer "can't tell"
 *
 * Names the ends of the scale, and the answer that is none of its steps.
 */
void
thaw_step_scale_set_words (ThawStepScale *self,
                           const char    *start,
                           const char    *end,
                           const char    *unknown)
{
  g_return_if_fail (THAW_IS_STEP_SCALE (self));

  gtk_label_set_text (self->start_label, start);
  gtk_label_set_text (self->end_label, end);
  gtk_button_set_label (GTK_BUTTON (self->unknown_button), unknown);
  show_selected (self);
}

/**
 * thaw_step_scale_set_middle_word:
 * @middle: what stands under the step in the middle
 *
 * Names the middle of the scale, where its ends do not say enough. Their words then
 * begin at the same height.
 */
void
thaw_step_scale_set_middle_word (ThawStepScale *self,
                                 const char    *middle)
{
  g_return_if_fail (THAW_IS_STEP_SCALE (self));

  gtk_label_set_text (self->middle_label, middle);
  gtk_widget_set_visible (GTK_WIDGET (self->middle_label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->start_label), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->end_label), GTK_ALIGN_START);
}

/**
 * thaw_step_scale_get_button:
 * @selected: a step, or %THAW_STEP_SCALE_UNKNOWN
 *
 * Returns: (transfer none): the button that stands for it
 */
GtkWidget *
thaw_step_scale_get_button (ThawStepScale *self,
                            int            selected)
{
  g_return_val_if_fail (THAW_IS_STEP_SCALE (self), NULL);

  if (selected == THAW_STEP_SCALE_UNKNOWN)
    return GTK_WIDGET (self->unknown_button);

  g_return_val_if_fail (selected >= 0 && selected < (int) self->buttons->len, NULL);

  return g_ptr_array_index (self->buttons, selected);
}

int
thaw_step_scale_get_selected (ThawStepScale *self)
{
  g_return_val_if_fail (THAW_IS_STEP_SCALE (self), THAW_STEP_SCALE_NONE);

  return self->selected;
}

void
thaw_step_scale_set_selected (ThawStepScale *self,
                              int            selected)
{
  g_return_if_fail (THAW_IS_STEP_SCALE (self));
  g_return_if_fail (selected >= THAW_STEP_SCALE_UNKNOWN && selected < (int) self->buttons->len);

  if (self->selected == selected)
    return;

  self->selected = selected;
  if (selected >= 0)
    self->last_step = selected;
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
