/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-row"

#include "config.h"
#include "reminders/thaw-reminder-row.h"

#include <glib/gi18n-lib.h>

#include "reminders/thaw-reminder-changes.h"
#include "thaw-reminder-words.h"
#include "thaw-toast.h"

/**
 * ThawReminderRow:
 *
 * A reminder in a list: what it says, when it comes and when next, and whether it is on.
 * Pressed, it asks for `reminders.edit`, where it can be deleted as well. What was done is
 * told in a toast of the overlay that the row is in.
 *
 * Keyboard: Return opens it, Delete deletes it.
 */
struct _ThawReminderRow
{
  AdwActionRow parent_instance;

  GtkSwitch *on_switch;

  ThawServices *services; /* (owned) (nullable): NULL once it is gone */
  ThawReminder *reminder; /* (owned) */
  gboolean is_showing;    /* the switch changes by itself */
};

G_DEFINE_FINAL_TYPE (ThawReminderRow, thaw_reminder_row, ADW_TYPE_ACTION_ROW)

static AdwToastOverlay *
get_overlay (ThawReminderRow *self)
{
  return ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY));
}

static char *
make_subtitle (ThawReminderRow *self)
{
  ThawReminderEngine *engine = thaw_services_get_reminder_engine (self->services);
  ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));
  ThawReminderConditions conditions;
  g_autofree char *when = thaw_reminder_to_words (self->reminder, today);
  g_autofree char *next = NULL;

  thaw_reminder_engine_get_conditions (engine, &conditions);
  next = thaw_reminder_next_to_words (self->reminder, thaw_reminder_engine_get_state (engine, self->reminder->uuid),
                                      &conditions);

  /* Translators: when a reminder comes, and when it does so next, as “Weekdays at 08:30, next tomorrow” */
  return g_strdup_printf (C_("reminder", "%s, %s"), when, next);
}

static void
show_names (ThawReminderRow *self,
            const char      *subtitle)
{
  const ThawReminder *reminder = self->reminder;
  g_autofree char *name = NULL;

  /* Translators: what a screen reader says of a reminder; %s is what it says, as “Morning check-in” */
  name = g_strdup_printf (reminder->is_on ? C_("reminder", "%s, on") : C_("reminder", "%s, off"), reminder->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->on_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, reminder->title, -1);
}

static void
show_reminder (ThawReminderRow *self)
{
  g_autofree char *subtitle = make_subtitle (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->reminder->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  self->is_showing = TRUE;
  gtk_switch_set_active (self->on_switch, self->reminder->is_on);
  self->is_showing = FALSE;
  show_names (self, subtitle);
}

/* The switch is where it was then, and can be tried again. */
static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawReminderRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawReminder) saved = thaw_reminder_store_save_finish (THAW_REMINDER_STORE (source), result, &error);

  if (saved != NULL)
    return;

  g_info ("Reminder not switched: %s", error->message);
  if (self->services == NULL || get_overlay (self) == NULL)
    return;

  show_reminder (self);
  thaw_toast_tell (get_overlay (self), _("This could not be saved. Nothing was changed."));
}

static void
on_switch_active_cb (ThawReminderRow *self)
{
  g_autoptr (ThawReminder) changed = NULL;

  if (self->is_showing || self->reminder == NULL)
    return;

  changed = thaw_reminder_copy (self->reminder);
  changed->is_on = gtk_switch_get_active (self->on_switch);
  thaw_reminder_store_save_async (thaw_services_get_reminders (self->services), changed, NULL, on_saved_cb,
                                  g_object_ref (self));
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawReminderRow *self = THAW_REMINDER_ROW (widget);

  thaw_reminder_changes_remove (get_overlay (self), self->services, self->reminder);
}

static void
thaw_reminder_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "reminders.edit", "s", THAW_REMINDER_ROW (row)->reminder->uuid);
}

static void
thaw_reminder_row_dispose (GObject *object)
{
  ThawReminderRow *self = THAW_REMINDER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REMINDER_ROW);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_reminder_row_parent_class)->dispose (object);
}

static void
thaw_reminder_row_finalize (GObject *object)
{
  g_clear_pointer (&THAW_REMINDER_ROW (object)->reminder, thaw_reminder_free);

  G_OBJECT_CLASS (thaw_reminder_row_parent_class)->finalize (object);
}

static void
thaw_reminder_row_class_init (ThawReminderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_reminder_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = thaw_reminder_row_activate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-reminder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReminderRow, on_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_switch_active_cb);
  gtk_widget_class_install_action (widget_class, "reminder.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "reminder.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "reminder.delete", NULL);
}

static void
thaw_reminder_row_init (ThawReminderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* It has a name of its own, after which the title would be said once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * thaw_reminder_row_new:
 * @services: where reminders are kept
 * @reminder: one that was saved
 *
 * Returns: (transfer floating): a row for a list that is somewhere in an #AdwToastOverlay
 */
GtkWidget *
thaw_reminder_row_new (ThawServices       *services,
                       const ThawReminder *reminder)
{
  ThawReminderRow *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (reminder != NULL && reminder->uuid != NULL, NULL);

  self = g_object_new (THAW_TYPE_REMINDER_ROW, NULL);
  self->services = g_object_ref (services);
  self->reminder = thaw_reminder_copy (reminder);
  show_reminder (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_reminder_row_get_reminder:
 *
 * Returns: (transfer none): which one it is
 */
const ThawReminder *
thaw_reminder_row_get_reminder (ThawReminderRow *self)
{
  g_return_val_if_fail (THAW_IS_REMINDER_ROW (self), NULL);

  return self->reminder;
}

/**
 * thaw_reminder_row_set_reminder:
 * @reminder: the same one as it is now
 *
 * Shows what has changed about it, or since it was last shown.
 */
void
thaw_reminder_row_set_reminder (ThawReminderRow    *self,
                                const ThawReminder *reminder)
{
  ThawReminder *copy;

  g_return_if_fail (THAW_IS_REMINDER_ROW (self));
  g_return_if_fail (reminder != NULL && g_strcmp0 (reminder->uuid, self->reminder->uuid) == 0);

  copy = thaw_reminder_copy (reminder);
  thaw_reminder_free (self->reminder);
  self->reminder = copy;
  show_reminder (self);
}
