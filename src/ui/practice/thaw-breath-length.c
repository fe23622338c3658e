/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-breath-length"

#include "config.h"
#include "practice/thaw-breath-length.h"

#include "thaw-length-words.h"

#include <glib/gi18n-lib.h>

#define MS_PER_MINUTE 60000

/**
 * ThawBreathLength:
 *
 * How long to breathe in a certain way: so many breaths, or so many minutes. The
 * other of the two is its consequence, and a breath is never cut short.
 */
struct _ThawBreathLength
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *length_row; /* says what follows from the choice */
  GtkSpinButton *spin_button;
  GtkWidget *unit_row;
  GtkToggleButton *minutes_toggle;

  ThawBreathPattern *pattern; /* (owned) */
  int limit;
  int breaths;
  gboolean is_filling; /* the field changes by itself */
};

G_DEFINE_FINAL_TYPE (ThawBreathLength, thaw_breath_length, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_ms (ThawBreathLength *self)
{
  return self->breaths * thaw_breath_pattern_get_ms (self->pattern);
}

static int
get_most_minutes (ThawBreathLength *self)
{
  return (int) MIN (THAW_BREATH_MAX_MINUTES, self->limit * thaw_breath_pattern_get_ms (self->pattern) / MS_PER_MINUTE);
}

static void
show_consequence (ThawBreathLength *self)
{
  g_autofree char *length = thaw_length_to_words (get_ms (self));
  g_autofree char *sentence = NULL;

  /* Translators: %d is a number of breaths, %s how long they take, as "5 minutes" */
  sentence = g_strdup_printf (ngettext ("%d breath, which takes %s", "%d breaths, which take %s",
                                        (gulong) self->breaths),
                              self->breaths, length);
  adw_action_row_set_subtitle (self->length_row, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
}

/* The field counts what is chosen beside it. */
static void
fill (ThawBreathLength *self)
{
  gboolean in_minutes = gtk_toggle_button_get_active (self->minutes_toggle);
  gint64 minutes = (get_ms (self) + MS_PER_MINUTE / 2) / MS_PER_MINUTE;

  self->is_filling = TRUE;
  gtk_spin_button_set_range (self->spin_button, 1, in_minutes ? get_most_minutes (self) : self->limit);
  gtk_spin_button_set_value (self->spin_button, in_minutes ? (double) minutes : self->breaths);
  self->is_filling = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, in_minutes ? _("Minutes") : _("Breaths"),
                                  -1);
}

static void
on_value_changed_cb (ThawBreathLength *self)
{
  int value;

  if (self->is_filling)
    return;

  value = gtk_spin_button_get_value_as_int (self->spin_button);
  if (gtk_toggle_button_get_active (self->minutes_toggle))
    value = thaw_breath_pattern_count_breaths (self->pattern, value);
  self->breaths = CLAMP (value, 1, self->limit);
  show_consequence (self);
}

static void
on_activate_cb (ThawBreathLength *self)
{
  gtk_spin_button_update (self->spin_button);
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
thaw_breath_length_finalize (GObject *object)
{
  g_clear_pointer (&THAW_BREATH_LENGTH (object)->pattern, thaw_breath_pattern_free);

  G_OBJECT_CLASS (thaw_breath_length_parent_class)->finalize (object);
}

static void
thaw_breath_length_class_init (ThawBreathLengthClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_breath_length_finalize;

  /**
   * ThawBreathLength::activate:
   *
   * Enter was pressed in the field.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

/* A title, and what there is to choose at the end of the row. */
static GtkWidget *
add_row (ThawBreathLength *self,
         const char       *title,
         GtkWidget        *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  /* What is in the row has the focus, not the row. */
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

static GtkWidget *
create_units (ThawBreathLength *self)
{
  GtkWidget *units = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *breaths_toggle = gtk_toggle_button_new_with_label (_("Breaths"));

  self->minutes_toggle = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Minutes")));
  gtk_toggle_button_set_group (self->minutes_toggle, GTK_TOGGLE_BUTTON (breaths_toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (breaths_toggle), TRUE);
  g_signal_connect_object (self->minutes_toggle, "toggled", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);

  gtk_accessible_update_property (GTK_ACCESSIBLE (units), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Counted in"), -1);
  gtk_widget_add_css_class (units, "linked");
  gtk_box_append (GTK_BOX (units), breaths_toggle);
  gtk_box_append (GTK_BOX (units), GTK_WIDGET (self->minutes_toggle));

  return units;
}

static void
thaw_breath_length_init (ThawBreathLength *self)
{
  self->spin_button = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, THAW_BREATH_MAX_BREATHS, 1));
  gtk_spin_button_set_numeric (self->spin_button, TRUE);
  g_signal_connect_object (self->spin_button, "value-changed", G_CALLBACK (on_value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->spin_button)), "activate",
                           G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);

  self->length_row = ADW_ACTION_ROW (add_row (self, _("Length"), GTK_WIDGET (self->spin_button)));
  self->unit_row = add_row (self, _("Counted in"), create_units (self));
}

/**
 * thaw_breath_length_new:
 * @pattern: the way of breathing
 * @breaths: how many breaths are offered first
 * @limit: at most how many
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
thaw_breath_length_new (const ThawBreathPattern *pattern,
                        int                      breaths,
                        int                      limit)
{
  ThawBreathLength *self;

  g_return_val_if_fail (pattern != NULL, NULL);
  g_return_val_if_fail (limit >= 1, NULL);

  self = g_object_new (THAW_TYPE_BREATH_LENGTH, NULL);
  self->pattern = thaw_breath_pattern_copy (pattern);
  self->limit = limit;
  self->breaths = CLAMP (breaths, 1, limit);
  /* Where not even two minutes are to choose from there is nothing to count in them. */
  gtk_widget_set_visible (self->unit_row, get_most_minutes (self) > 1);
  fill (self);
  show_consequence (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_breath_length_get_breaths:
 *
 * Returns: how many breaths were chosen, one way or the other
 */
int
thaw_breath_length_get_breaths (ThawBreathLength *self)
{
  g_return_val_if_fail (THAW_IS_BREATH_LENGTH (self), 1);

  /* What was typed counts without Enter, too. */
  gtk_spin_button_update (self->spin_button);

  return self->breaths;
}
