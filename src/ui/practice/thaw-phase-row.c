/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-phase-row"

#include "config.h"
#include "practice/thaw-phase-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/thaw-spin.h"

/* The steps of the buttons and of Page Up, in seconds. */
#define STEP_SECONDS 0.1
#define PAGE_SECONDS 1.0
#define CLIMB_RATE   0.2

/**
 * ThawPhaseRow:
 *
 * How long a phase of a breath takes, in seconds and tenths.
 *
 * What is typed counts at once. It may have a comma or a point, whichever of them the
 * language uses. What cannot be meant is said below the name while it stands there;
 * leaving the field takes the nearest length that can be, or the one from before.
 */
struct _ThawPhaseRow
{
  AdwActionRow parent_instance;

  ThawBreathPhase phase;
  GtkSpinButton *spin;
  int tenths; /* as it stands there, or THAW_PHASE_ROW_INVALID */
};

G_DEFINE_FINAL_TYPE (ThawPhaseRow, thaw_phase_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_PHASE = 1,
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
get_least (ThawPhaseRow *self)
{
  return thaw_breath_phase_is_valid (self->phase, 0) ? 0 : THAW_BREATH_MIN_TENTHS;
}

/* Comma and point are the same here: nobody means thousands of seconds. The digits may be those of any script. */
static gboolean
parse_seconds (const char *text,
               double     *out_seconds)
{
  double seconds = 0.0, unit = 1.0;
  gboolean has_digit = FALSE, is_fraction = FALSE;
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  for (const char *p = stripped; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        {
          has_digit = TRUE;
          if (is_fraction)
            unit /= 10.0;
          seconds = is_fraction ? seconds + digit * unit : seconds * 10.0 + digit;
        }
      else if (!is_fraction && (c == '.' || c == ',' || c == 0x066b)) /* the last is the Arabic decimal separator */
        {
          is_fraction = TRUE;
        }
      else
        {
          return FALSE;
        }
    }

  *out_seconds = seconds;

  return has_digit;
}

static int
read_tenths (ThawPhaseRow *self)
{
  double seconds;
  int tenths;

  if (!parse_seconds (gtk_editable_get_text (GTK_EDITABLE (self->spin)), &seconds) ||
      seconds > THAW_BREATH_MAX_TENTHS)
    return THAW_PHASE_ROW_INVALID;

  tenths = (int) lround (seconds * 10.0);

  return thaw_breath_phase_is_valid (self->phase, tenths) ? tenths : THAW_PHASE_ROW_INVALID;
}

static char *
describe_limits (ThawPhaseRow *self)
{
  g_autofree char *least = NULL;

  if (get_least (self) == 0)
    /* Translators: below the name of a phase of a breath whose length cannot be what was typed */
    return g_strdup_printf (_("From 0 to %d seconds"), THAW_BREATH_MAX_TENTHS / 10);

  least = g_strdup_printf ("%.1f", get_least (self) / 10.0);

  /* Translators: the same, for a phase that cannot be left out; %s is a number as 0.5 */
  return g_strdup_printf (_("From %s to %d seconds"), least, THAW_BREATH_MAX_TENTHS / 10);
}

static void
show_note (ThawPhaseRow *self)
{
  gboolean is_invalid = self->tenths == THAW_PHASE_ROW_INVALID;
  g_autofree char *note = is_invalid ? describe_limits (self) : g_strdup ("");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->spin),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (is_invalid)
    gtk_widget_add_css_class (GTK_WIDGET (self->spin), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->spin), "warning");
}

static void
on_text_changed_cb (ThawPhaseRow *self)
{
  int tenths = read_tenths (self);

  if (tenths == self->tenths)
    return;

  self->tenths = tenths;
  show_note (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
on_input_cb (GtkSpinButton *spin,
             double        *value,
             gpointer       user_data)
{
  ThawPhaseRow *self = user_data;
  double seconds;

  if (!parse_seconds (gtk_editable_get_text (GTK_EDITABLE (spin)), &seconds))
    return GTK_INPUT_ERROR;

  *value = CLAMP (seconds, get_least (self) / 10.0, THAW_BREATH_MAX_TENTHS / 10.0);

  return TRUE;
}

/* One stop for the keyboard: the row itself has nothing to say or do. */
static gboolean
thaw_phase_row_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (THAW_PHASE_ROW (widget)->spin), direction);
}

static gboolean
thaw_phase_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_PHASE_ROW (widget)->spin));
}

static void
thaw_phase_row_constructed (GObject *object)
{
  ThawPhaseRow *self = THAW_PHASE_ROW (object);
  const char *name = thaw_breath_phase_get_name (self->phase);
  g_autofree char *label = NULL;

  G_OBJECT_CLASS (thaw_phase_row_parent_class)->constructed (object);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  /* Translators: the label of a field for screen readers; %s is a phase of a breath as “Breathe in” */
  label = g_strdup_printf (_("%s, in seconds"), name);
  /* The title of the row would be read out once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_spin_button_set_range (self->spin, get_least (self) / 10.0, THAW_BREATH_MAX_TENTHS / 10.0);
  self->tenths = read_tenths (self);
}

static void
thaw_phase_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ThawPhaseRow *self = THAW_PHASE_ROW (object);

  switch (prop_id)
    {
    case PROP_PHASE:
      g_value_set_int (value, (int) self->phase);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_phase_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ThawPhaseRow *self = THAW_PHASE_ROW (object);

  switch (prop_id)
    {
    case PROP_PHASE:
      self->phase = (ThawBreathPhase) g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_phase_row_class_init (ThawPhaseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = thaw_phase_row_focus;
  widget_class->grab_focus = thaw_phase_row_grab_focus;
  object_class->constructed = thaw_phase_row_constructed;
  object_class->get_property = thaw_phase_row_get_property;
  object_class->set_property = thaw_phase_row_set_property;

  properties[PROP_PHASE] = g_param_spec_int ("phase", NULL, NULL,
                                             0, THAW_N_BREATH_PHASES - 1, 0,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawPhaseRow::changed:
   *
   * Another length stands there, or none that can be.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_phase_row_init (ThawPhaseRow *self)
{
  GtkAdjustment *adjustment = gtk_adjustment_new (0.0, 0.0, THAW_BREATH_MAX_TENTHS / 10.0,
                                                  STEP_SECONDS, PAGE_SECONDS, 0.0);

  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new (adjustment, CLIMB_RATE, 1));
  gtk_spin_button_set_update_policy (self->spin, GTK_UPDATE_IF_VALID);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  thaw_spin_ignore_scrolling (self->spin);
  g_signal_connect_object (self->spin, "input", G_CALLBACK (on_input_cb), self, 0);
  g_signal_connect_object (self->spin, "changed", G_CALLBACK (on_text_changed_cb), self, G_CONNECT_SWAPPED);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
}

/**
 * thaw_phase_row_new:
 * @phase: a phase of a breath
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
thaw_phase_row_new (ThawBreathPhase phase)
{
  return g_object_new (THAW_TYPE_PHASE_ROW, "phase", (int) phase, NULL);
}

/**
 * thaw_phase_row_get_tenths:
 *
 * Returns: the length that stands there, in tenths of a second, or
 *   %THAW_PHASE_ROW_INVALID if it cannot be
 */
int
thaw_phase_row_get_tenths (ThawPhaseRow *self)
{
  g_return_val_if_fail (THAW_IS_PHASE_ROW (self), THAW_PHASE_ROW_INVALID);

  return self->tenths;
}

/**
 * thaw_phase_row_set_tenths:
 * @tenths: a length that the phase may have
 */
void
thaw_phase_row_set_tenths (ThawPhaseRow *self,
                           int           tenths)
{
  g_return_if_fail (THAW_IS_PHASE_ROW (self));
  g_return_if_fail (thaw_breath_phase_is_valid (self->phase, tenths));

  gtk_spin_button_set_value (self->spin, tenths / 10.0);
}
