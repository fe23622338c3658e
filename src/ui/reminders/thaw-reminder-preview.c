/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-preview"

#include "config.h"
#include "reminders/thaw-reminder-preview.h"

#include <glib/gi18n-lib.h>

#include "thaw-reminder-words.h"
#include "widgets/thaw-heading.h"

/* How many of the next moments are shown. */
#define N_MOMENTS 5

/* How long nothing changes before it is said, in milliseconds: not at each step of a number. */
#define ANNOUNCE_MS 800

/**
 * ThawReminderPreview:
 *
 * When a reminder that is being written will come next, or why it does not.
 *
 * Accessibility: the words are those of a status, so that a screen reader says them when
 * it has a moment, and nothing has changed for a while.
 */
struct _ThawReminderPreview
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *row;
  GtkWidget *status; /* in the row */
  GtkLabel *label;   /* in the status */

  ThawServices *services; /* (owned) (nullable) */
  ThawReminder *reminder; /* (owned) (nullable): as it was shown last */
  guint announce_id;
};

G_DEFINE_FINAL_TYPE (ThawReminderPreview, thaw_reminder_preview, ADW_TYPE_PREFERENCES_GROUP)

/* A day that has several moments nobody knows says so once. */
static char *
list_moments (const ThawReminder           *reminder,
              const ThawReminderConditions *conditions,
              ThawDay                       today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *last = NULL;
  ThawCivil moments[N_MOMENTS * THAW_REMINDER_MAX_A_DAY];
  guint n_wanted = reminder->timing == THAW_REMINDER_AT_TIMES ? N_MOMENTS : N_MOMENTS * reminder->n_in_window;
  guint n = thaw_reminder_list_next (reminder, NULL, conditions, n_wanted, moments);
  guint n_lines = 0;

  for (guint i = 0; i < n && n_lines < N_MOMENTS; i++)
    {
      g_autofree char *line = thaw_reminder_moment_to_words (reminder, moments[i], today);

      if (g_strcmp0 (line, last) == 0)
        continue;

      if (n_lines++ > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
      g_free (last);
      last = g_steal_pointer (&line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
on_announce_due_cb (gpointer user_data)
{
  ThawReminderPreview *self = user_data;

  self->announce_id = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->label), -1);

  return G_SOURCE_REMOVE;
}

static void
show_words (ThawReminderPreview *self,
            const char          *words)
{
  if (g_str_equal (gtk_label_get_text (self->label), words))
    return;

  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->announce_id = g_timeout_add (ANNOUNCE_MS, on_announce_due_cb, self);
}

static ThawReminderHitch
update (ThawReminderPreview *self)
{
  ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));
  ThawReminderConditions conditions;
  ThawReminderHitch hitch;
  g_autofree char *moments = NULL;

  thaw_reminder_engine_get_conditions (thaw_services_get_reminder_engine (self->services), &conditions);
  hitch = thaw_reminder_find_hitch (self->reminder, &conditions);
  if (hitch == THAW_REMINDER_COMES)
    moments = list_moments (self->reminder, &conditions, today);
  show_words (self, moments != NULL ? moments : thaw_reminder_hitch_to_words (hitch));

  return hitch;
}

/* Another day, another zone, other quiet hours. */
static void
on_conditions_changed_cb (ThawReminderPreview *self)
{
  if (self->reminder != NULL)
    update (self);
}

static void
thaw_reminder_preview_dispose (GObject *object)
{
  ThawReminderPreview *self = THAW_REMINDER_PREVIEW (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_object (&self->services);
  g_clear_pointer (&self->reminder, thaw_reminder_free);

  G_OBJECT_CLASS (thaw_reminder_preview_parent_class)->dispose (object);
}

static void
thaw_reminder_preview_class_init (ThawReminderPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_preview_dispose;
}

static void
thaw_reminder_preview_init (ThawReminderPreview *self)
{
  GtkWidget *label = gtk_label_new ("");

  self->label = GTK_LABEL (label);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0.0f);

  self->status = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "child", label, NULL);
  gtk_widget_add_css_class (self->status, "reminder-preview");
  self->row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), self->status);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->row);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("When It Comes Next"));
  thaw_heading_mark_title (ADW_PREFERENCES_GROUP (self), 2);
}

/**
 * thaw_reminder_preview_set_services:
 * @services: the clock and the settings
 */
void
thaw_reminder_preview_set_services (ThawReminderPreview *self,
                                    ThawServices        *services)
{
  g_return_if_fail (THAW_IS_REMINDER_PREVIEW (self));
  g_return_if_fail (THAW_IS_SERVICES (services));

  self->services = g_object_ref (services);
  g_signal_connect_object (thaw_services_get_clock (services), "day-changed",
                           G_CALLBACK (on_conditions_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_settings (services), "reminders-changed",
                           G_CALLBACK (on_conditions_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_reminder_preview_show:
 * @reminder: a reminder as it is being written
 *
 * Returns: why it does not come, or %THAW_REMINDER_COMES
 */
ThawReminderHitch
thaw_reminder_preview_show (ThawReminderPreview *self,
                            const ThawReminder  *reminder)
{
  g_autoptr (ThawReminder) former = NULL;

  g_return_val_if_fail (THAW_IS_REMINDER_PREVIEW (self) && self->services != NULL, THAW_REMINDER_COMES);
  g_return_val_if_fail (reminder != NULL, THAW_REMINDER_COMES);

  former = self->reminder;
  self->reminder = thaw_reminder_copy (reminder);

  return update (self);
}
