/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-preferences-window"

#include "config.h"
#include "thaw-preferences-window.h"

#include "reminders/thaw-reminder-preferences.h"
#include "support/thaw-help-country-row.h"
#include "thaw-own-prompts-group.h"

#include <glib/gi18n.h>

/**
 * ThawPreferencesWindow:
 *
 * Where the journal is, and how to look after it; what is offered when writing, how
 * reminders come, how loud a practice is, of which country the lines to call are, and what
 * Thaw may suggest.
 */
struct _ThawPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  ThawServices *services;    /* (owned) */
  GCancellable *cancellable; /* (owned) */

  /* Template children */
  AdwActionRow *folder_row;
  AdwActionRow *check_row;
  GtkSpinner *check_spinner;
  GtkSwitch *offer_switch;
  ThawOwnPromptsGroup *own_prompts_group;
  ThawReminderPreferences *reminder_preferences;
  GtkAdjustment *volume_adjustment;
  ThawHelpCountryRow *country_row;
  GtkSwitch *offer_practice_switch;
  GtkSwitch *offer_reflection_switch;
};

G_DEFINE_FINAL_TYPE (ThawPreferencesWindow, thaw_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
set_checking (ThawPreferencesWindow *self,
              gboolean               checking)
{
  gtk_widget_set_visible (GTK_WIDGET (self->check_spinner), checking);
  gtk_spinner_set_spinning (self->check_spinner, checking);
}

static void
on_verified_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ThawPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_sound = thaw_database_verify_finish (THAW_DATABASE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_checking (self, FALSE);
  if (is_sound)
    {
      adw_action_row_set_subtitle (self->check_row, _("Everything is in order."));
      return;
    }

  g_info ("Check failed: %s", error->message);
  adw_action_row_set_subtitle (self->check_row,
                               _("Parts of the file could not be read. Nothing was changed. "
                                 "Export what is there and keep the folder as it is."));
}

static void
check_journal (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawPreferencesWindow *self = THAW_PREFERENCES_WINDOW (widget);

  /* The button stays sensitive, else it would lose the focus. */
  if (gtk_spinner_get_spinning (self->check_spinner))
    return;

  set_checking (self, TRUE);
  adw_action_row_set_subtitle (self->check_row, _("Checking…"));
  thaw_database_verify_async (thaw_services_get_database (self->services), THAW_DATABASE_CHECK_ALL, self->cancellable,
                              on_verified_cb, g_object_ref (self));
}

static void
offer_reflection_switch_notify_active_cb (ThawPreferencesWindow *self)
{
  /* Not while it is only being shown what is set. */
  if (self->services != NULL)
    thaw_settings_set_offer_reflection (thaw_services_get_settings (self->services),
                                        gtk_switch_get_active (self->offer_reflection_switch));
}

static void
show_offer_reflection (ThawPreferencesWindow *self,
                       ThawServices          *services)
{
  g_autoptr (GPtrArray) reflections = thaw_reflection_store_list (thaw_services_get_reflections (services), NULL);
  gboolean is_known = reflections != NULL && reflections->len > 0;

  gtk_switch_set_active (self->offer_reflection_switch,
                         thaw_settings_get_offer_reflection (thaw_services_get_settings (services), is_known));
}

static void
show_folder (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawPreferencesWindow *self = THAW_PREFERENCES_WINDOW (widget);
  const char *directory = thaw_database_get_directory (thaw_services_get_database (self->services));
  g_autofree char *uri = g_filename_to_uri (directory, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
thaw_preferences_window_dispose (GObject *object)
{
  ThawPreferencesWindow *self = THAW_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (thaw_preferences_window_parent_class)->dispose (object);
}

static void
thaw_preferences_window_class_init (ThawPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_preferences_window_dispose;

  g_type_ensure (THAW_TYPE_HELP_COUNTRY_ROW);
  g_type_ensure (THAW_TYPE_OWN_PROMPTS_GROUP);
  g_type_ensure (THAW_TYPE_REMINDER_PREFERENCES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/thaw-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, check_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, check_spinner);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, offer_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, own_prompts_group);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, reminder_preferences);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, volume_adjustment);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, country_row);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, offer_practice_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawPreferencesWindow, offer_reflection_switch);
  gtk_widget_class_bind_template_callback (widget_class, offer_reflection_switch_notify_active_cb);
  gtk_widget_class_install_action (widget_class, "preferences.show-folder", NULL, show_folder);
  gtk_widget_class_install_action (widget_class, "preferences.check-journal", NULL, check_journal);
}

static void
thaw_preferences_window_init (ThawPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * thaw_preferences_window_new:
 * @services: what the preferences are about
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawPreferencesWindow *
thaw_preferences_window_new (ThawServices *services)
{
  ThawPreferencesWindow *self = g_object_new (THAW_TYPE_PREFERENCES_WINDOW, NULL);
  const char *directory = thaw_database_get_directory (thaw_services_get_database (services));
  const gboolean is_ready = thaw_services_get_state (services) == THAW_SERVICES_READY;

  show_offer_reflection (self, services);
  self->services = g_object_ref (services);
  g_object_bind_property (thaw_services_get_settings (services), "offers-prompts", self->offer_switch, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (thaw_services_get_settings (services), "practice-volume", self->volume_adjustment, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (thaw_services_get_settings (services), "offers-practice", self->offer_practice_switch,
                          "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  thaw_help_country_row_set_services (self->country_row, services);
  gtk_widget_set_visible (GTK_WIDGET (self->own_prompts_group), is_ready);
  gtk_widget_set_visible (GTK_WIDGET (self->reminder_preferences), is_ready);
  if (is_ready)
    {
      thaw_own_prompts_group_set_store (self->own_prompts_group, thaw_services_get_prompts (services));
      thaw_reminder_preferences_set_services (self->reminder_preferences, services);
    }
  adw_action_row_set_subtitle (self->folder_row, directory);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.check-journal", is_ready);

  return self;
}
