/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-times"

#include "config.h"
#include "reminders/thaw-reminder-times.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"
#include "thaw-focus.h"
#include "thaw-reminder-edit.h"
#include "widgets/thaw-time-button.h"

/* The widgets of a time of day. */
typedef struct
{
  GtkWidget *row;
  ThawTimeButton *button;
  GtkWidget *remove_button;
} TimeRow;

/**
 * ThawReminderTimes:
 *
 * The times of day at which a reminder comes: at least one, in order, each of them once.
 * They are put in order when the person is done with one, not under their hands.
 */
struct _ThawReminderTimes
{
  AdwPreferencesGroup parent_instance;

  TimeRow rows[THAW_REMINDER_MAX_A_DAY]; /* as many as there can be; those without a time are hidden */
  GtkWidget *add_row;

  ThawReminder *reminder; /* (owned): what stands there */
};

G_DEFINE_FINAL_TYPE (ThawReminderTimes, thaw_reminder_times, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
name_remove_button (TimeRow *row)
{
  g_autofree char *time = thaw_minute_to_time_words (thaw_time_button_get_minute (row->button));
  /* Translators: a button that removes one of the times at which a reminder comes; %s is a time as “08:30” */
  g_autofree char *name = g_strdup_printf (_("Remove %s"), time);

  gtk_widget_set_tooltip_text (row->remove_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show (ThawReminderTimes *self)
{
  guint n = self->reminder->n_times;

  for (guint i = 0; i < THAW_REMINDER_MAX_A_DAY; i++)
    {
      TimeRow *row = &self->rows[i];

      if (i < n)
        thaw_time_button_set_minute (row->button, self->reminder->times[i]);
      name_remove_button (row);
      gtk_widget_set_visible (row->row, i < n);
      gtk_widget_set_visible (row->remove_button, n > 1);
    }

  gtk_widget_set_visible (self->add_row, n < THAW_REMINDER_MAX_A_DAY);
}

static guint
find (ThawReminderTimes *self,
      int                minute)
{
  guint i = 0;

  while (i + 1 < self->reminder->n_times && self->reminder->times[i] < minute)
    i++;

  return i;
}

/* What the buttons say becomes the times, in order. */
static void
take (ThawReminderTimes *self,
      guint              n)
{
  int minutes[THAW_REMINDER_MAX_A_DAY];

  for (guint i = 0; i < n; i++)
    minutes[i] = thaw_time_button_get_minute (self->rows[i].button);
  thaw_reminder_set_times (self->reminder, minutes, n);
}

static guint
count_shown (ThawReminderTimes *self)
{
  guint n = 0;

  while (n < THAW_REMINDER_MAX_A_DAY && gtk_widget_get_visible (self->rows[n].row))
    n++;

  return n;
}

/* There are as many rows as before, in the order of before: somebody may be writing in one. */
static void
on_changed_cb (ThawReminderTimes *self)
{
  take (self, count_shown (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_closed_cb (ThawReminderTimes *self,
              ThawTimeButton    *button)
{
  int minute = thaw_time_button_get_minute (button);
  guint place = find (self, minute);
  gboolean had_focus = thaw_focus_is_in (GTK_WIDGET (button));

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  if (had_focus || self->rows[place].button != button)
    gtk_widget_grab_focus (GTK_WIDGET (self->rows[place].button));
  show (self);
}

static guint
find_row (ThawReminderTimes *self,
          GtkWidget         *remove_button)
{
  guint i = 0;

  while (self->rows[i].remove_button != remove_button)
    i++;

  return i;
}

static void
on_remove_clicked_cb (ThawReminderTimes *self,
                      GtkWidget         *remove_button)
{
  guint place = find_row (self, remove_button);
  int minutes[THAW_REMINDER_MAX_A_DAY];
  guint n = 0;

  for (guint i = 0; i < self->reminder->n_times; i++)
    {
      if (i != place)
        minutes[n++] = self->reminder->times[i];
    }

  /* What comes next is in its place then; the last row goes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[MIN (place, n - 1)].button));
  thaw_reminder_set_times (self->reminder, minutes, n);
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_add_activated_cb (ThawReminderTimes *self)
{
  int minutes[THAW_REMINDER_MAX_A_DAY];
  guint n = self->reminder->n_times;
  int minute = thaw_reminder_suggest_time (self->reminder);

  for (guint i = 0; i < n; i++)
    minutes[i] = self->reminder->times[i];
  minutes[n] = minute;
  thaw_reminder_set_times (self->reminder, minutes, n + 1);

  gtk_widget_set_visible (self->rows[n].row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[find (self, minute)].button));
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
thaw_reminder_times_finalize (GObject *object)
{
  thaw_reminder_free (THAW_REMINDER_TIMES (object)->reminder);

  G_OBJECT_CLASS (thaw_reminder_times_parent_class)->finalize (object);
}

static void
thaw_reminder_times_class_init (ThawReminderTimesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_reminder_times_finalize;

  /**
   * ThawReminderTimes::changed:
   *
   * The person chose other times.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
create_row (ThawReminderTimes *self,
            TimeRow           *row)
{
  GtkWidget *button = thaw_time_button_new (NULL);

  row->row = adw_action_row_new ();
  row->button = THAW_TIME_BUTTON (button);
  row->remove_button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_set_valign (row->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->remove_button, "flat");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), _("Time"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->remove_button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row->row), button);
  /* The buttons are where the keyboard stops. */
  gtk_widget_set_focusable (row->row, FALSE);

  g_signal_connect_object (button, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->remove_button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row->row);
}

static void
thaw_reminder_times_init (ThawReminderTimes *self)
{
  self->reminder = thaw_reminder_new ("", NULL);
  for (guint i = 0; i < THAW_REMINDER_MAX_A_DAY; i++)
    create_row (self, &self->rows[i]);

  self->add_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("Add a Time"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->add_row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->add_row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "activated", G_CALLBACK (on_add_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  show (self);
}

/**
 * thaw_reminder_times_load:
 * @reminder: a reminder whose times are to stand there, if it has any
 */
void
thaw_reminder_times_load (ThawReminderTimes  *self,
                          const ThawReminder *reminder)
{
  g_return_if_fail (THAW_IS_REMINDER_TIMES (self));
  g_return_if_fail (reminder != NULL);

  /* One with a window need not have a time: there is one to begin with. */
  if (reminder->n_times > 0)
    thaw_reminder_set_times (self->reminder, reminder->times, reminder->n_times);
  show (self);
}

/**
 * thaw_reminder_times_store:
 * @reminder: a reminder that is to have the times that stand there
 */
void
thaw_reminder_times_store (ThawReminderTimes *self,
                           ThawReminder      *reminder)
{
  g_return_if_fail (THAW_IS_REMINDER_TIMES (self));
  g_return_if_fail (reminder != NULL);

  thaw_reminder_set_times (reminder, self->reminder->times, self->reminder->n_times);
}

/**
 * thaw_reminder_times_update:
 *
 * Takes what was typed, also where the field was not left yet.
 */
void
thaw_reminder_times_update (ThawReminderTimes *self)
{
  g_return_if_fail (THAW_IS_REMINDER_TIMES (self));

  for (guint i = 0; i < count_shown (self); i++)
    thaw_time_button_update (self->rows[i].button);
}
