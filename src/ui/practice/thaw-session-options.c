/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-options"

#include "config.h"
#include "practice/thaw-session-options.h"

#include "practice/thaw-breath-length.h"

#include <glib/gi18n-lib.h>

/* Offered where nothing is known about how long something takes. */
#define USUAL_MINUTES 15

/* How far apart the bells of a silent sitting can be, in minutes; 0 for none on the way. */
static const int bell_minutes[] = { 0, 1, 2, 3, 5, 10, 15, 20, 30, 60 };
G_STATIC_ASSERT (THAW_SETUP_MAX_BELL_MINUTES == 60);

/**
 * ThawSessionOptions:
 *
 * What can be chosen for a session: how many breaths; or how many minutes, of those
 * that a guided practice has; or freely, or for as long as it lasts; bells on the way,
 * and an optional part.
 */
struct _ThawSessionOptions
{
  AdwPreferencesGroup parent_instance;

  /* (unowned) (nullable): those that there is something to choose by */
  ThawBreathLength *breath_length;
  AdwComboRow *length_row;
  GtkSwitch *timed_switch;
  GtkSpinButton *minutes_button;
  AdwComboRow *bells_row;
  GtkSwitch *option_switch;

  const ThawPractice *practice; /* (nullable): owned by the catalog */
};

G_DEFINE_FINAL_TYPE (ThawSessionOptions, thaw_session_options, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_activate_cb (ThawSessionOptions *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
on_minutes_activate_cb (ThawSessionOptions *self)
{
  gtk_spin_button_update (self->minutes_button);
  on_activate_cb (self);
}

static void
thaw_session_options_class_init (ThawSessionOptionsClass *klass)
{
  /**
   * ThawSessionOptions::activate:
   *
   * Enter was pressed in a field: what is chosen is as the person wants it.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
thaw_session_options_init (ThawSessionOptions *self)
{
}

static GtkSwitch *
add_switch (ThawSessionOptions *self,
            const char         *title,
            const char         *subtitle,
            gboolean            is_active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_switch_set_active (GTK_SWITCH (button), is_active);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return GTK_SWITCH (button);
}

static AdwComboRow *
add_choice (ThawSessionOptions *self,
            const char         *title,
            GtkStringList      *words,
            guint               selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return ADW_COMBO_ROW (row);
}

static void
add_breath_length (ThawSessionOptions     *self,
                   const ThawSessionSetup *setup)
{
  self->breath_length = THAW_BREATH_LENGTH (thaw_breath_length_new (setup->pattern, setup->breaths, setup->limit));
  g_signal_connect_object (self->breath_length, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->breath_length));
}

static void
add_lengths (ThawSessionOptions     *self,
             const ThawSessionSetup *setup)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < setup->practice->minutes->len; i++)
    {
      int minutes = g_array_index (setup->practice->minutes, int, i);

      gtk_string_list_take (words, g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes));
      if (minutes == setup->minutes)
        selected = i;
    }
  self->length_row = add_choice (self, _("Length"), words, selected);
}

static void
add_minutes (ThawSessionOptions     *self,
             const ThawSessionSetup *setup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_spin_button_new_with_range (1, THAW_ACTIVITY_MAX_MINUTES, 1);
  int usual = USUAL_MINUTES;

  if (setup->practice != NULL)
    usual = g_array_index (setup->practice->minutes, int, 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Minutes"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Minutes"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  self->minutes_button = GTK_SPIN_BUTTON (button);
  gtk_spin_button_set_numeric (self->minutes_button, TRUE);
  gtk_spin_button_set_value (self->minutes_button, setup->minutes > 0 ? setup->minutes : usual);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (button)), "activate",
                           G_CALLBACK (on_minutes_activate_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->timed_switch, "active", row, "visible", G_BINDING_SYNC_CREATE);
}

static void
add_bells (ThawSessionOptions     *self,
           const ThawSessionSetup *setup)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bell_minutes); i++)
    {
      if (bell_minutes[i] == 0)
        /* Translators: bells while one sits in silence */
        gtk_string_list_append (words, C_("bells", "None"));
      else
        gtk_string_list_take (words,
                              /* Translators: bells while one sits in silence */
                              g_strdup_printf (ngettext ("Every minute", "Every %d minutes", (gulong) bell_minutes[i]),
                                               bell_minutes[i]));
      if (bell_minutes[i] == setup->bell_minutes)
        selected = i;
    }
  /* Translators: bells while one sits in silence, beside those that begin and end it */
  self->bells_row = add_choice (self, _("Bells on the Way"), words, selected);
}

static void
add_for_practice (ThawSessionOptions     *self,
                  const ThawSessionSetup *setup)
{
  if (setup->practice->is_open)
    {
      self->timed_switch = add_switch (self, _("With an End"), _("Without one, it lasts until you stop."),
                                       setup->minutes > 0);
      add_minutes (self, setup);
      add_bells (self, setup);
    }
  else if (setup->practice->minutes->len > 1)
    {
      add_lengths (self, setup);
    }

  if (setup->practice->option != NULL)
    self->option_switch = add_switch (self, setup->practice->option, NULL, setup->with_option);
}

/**
 * thaw_session_options_new:
 * @setup: what there is to choose, and what is chosen first
 *
 * Returns: (transfer floating): a new widget; nothing to see if there is nothing to choose
 */
GtkWidget *
thaw_session_options_new (const ThawSessionSetup *setup)
{
  ThawSessionOptions *self;

  g_return_val_if_fail (setup != NULL, NULL);

  self = g_object_new (THAW_TYPE_SESSION_OPTIONS, NULL);
  self->practice = setup->practice;
  if (setup->pattern != NULL)
    {
      add_breath_length (self, setup);
    }
  else if (setup->practice != NULL)
    {
      add_for_practice (self, setup);
    }
  else
    {
      self->timed_switch = add_switch (self, _("Timer"),
                                       _("Without one, take the time it takes, and write down how it was when you are "
                                         "done."),
                                       setup->minutes > 0);
      add_minutes (self, setup);
    }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->breath_length != NULL || self->length_row != NULL || self->timed_switch != NULL ||
                          self->option_switch != NULL);

  return GTK_WIDGET (self);
}

/**
 * thaw_session_options_store:
 * @setup: gets what was chosen; the rest of it stays as it is
 */
void
thaw_session_options_store (ThawSessionOptions *self,
                            ThawSessionSetup   *setup)
{
  g_return_if_fail (THAW_IS_SESSION_OPTIONS (self));
  g_return_if_fail (setup != NULL);

  if (self->breath_length != NULL)
    setup->breaths = thaw_breath_length_get_breaths (self->breath_length);

  if (self->length_row != NULL)
    setup->minutes = g_array_index (self->practice->minutes, int, adw_combo_row_get_selected (self->length_row));

  if (self->timed_switch != NULL)
    {
      /* What was typed counts without Enter, too. */
      gtk_spin_button_update (self->minutes_button);
      setup->minutes = gtk_switch_get_active (self->timed_switch)
                         ? gtk_spin_button_get_value_as_int (self->minutes_button) : 0;
    }

  if (self->bells_row != NULL)
    setup->bell_minutes = bell_minutes[adw_combo_row_get_selected (self->bells_row)];

  if (self->option_switch != NULL)
    setup->with_option = gtk_switch_get_active (self->option_switch);
}
