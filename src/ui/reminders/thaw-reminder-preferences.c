/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-preferences"

#include "config.h"
#include "reminders/thaw-reminder-preferences.h"

#include <glib/gi18n-lib.h>

#include "thaw-focus.h"
#include "widgets/thaw-combo-row.h"

/* How many minutes late a reminder may come, in the order of the row. */
static const int late_minutes[] = { 0, 30, 2 * 60, 6 * 60 };

/**
 * ThawReminderPreferences:
 *
 * How reminders come: whether they do without a window, what their notifications give
 * away, how late they may be; and whether they arrive at all. What it says of the start at
 * login is read back each time, so that it is true whoever changed that.
 */
struct _ThawReminderPreferences
{
  AdwPreferencesGroup parent_instance;

  ThawServices *services;    /* (owned) (nullable): NULL until it is set, and once it is gone */
  GCancellable *cancellable; /* (owned) (nullable): of the test */
  gboolean is_filling;       /* it is shown what is set, nobody chose it */
  gboolean is_arranging;     /* the start at login is on its way to the disk */
  gboolean has_failed;       /* it did not get there the last time */
  gboolean is_testing;

  /* Template children */
  AdwActionRow *background_row;
  GtkSwitch *background_switch;
  AdwActionRow *problem_row;
  GtkSwitch *details_switch;
  AdwComboRow *late_row;
  AdwActionRow *test_row;
};

G_DEFINE_FINAL_TYPE (ThawReminderPreferences, thaw_reminder_preferences, ADW_TYPE_PREFERENCES_GROUP)

/* Without a window */

static gboolean
is_background_wanted (ThawServices *services)
{
  return thaw_settings_get_background (thaw_services_get_settings (services)) == THAW_BACKGROUND_YES;
}

static const char *
describe_background (ThawServices *services)
{
  ThawAutostart *autostart = thaw_services_get_autostart (services);

  if (!is_background_wanted (services))
    return _("Only while Thaw is open.");
  if (autostart == NULL)
    return _("Thaw stays in the background.");

  switch (thaw_autostart_get_state (autostart))
    {
    case THAW_AUTOSTART_ON:
      return _("Thaw stays in the background, and starts when you log in.");
    case THAW_AUTOSTART_BLOCKED:
      return _("Thaw stays in the background. Starting when you log in is blocked by the system’s settings.");
    case THAW_AUTOSTART_OFF:
    default:
      return _("Thaw stays in the background, but does not start when you log in.");
    }
}

/* NULL if the start at login is as the person wants it, or as the system does. */
static const char *
describe_problem (ThawServices *services)
{
  ThawAutostart *autostart = thaw_services_get_autostart (services);
  ThawAutostartState state;

  if (autostart == NULL)
    return NULL;

  state = thaw_autostart_get_state (autostart);
  if (is_background_wanted (services) && state == THAW_AUTOSTART_OFF)
    return _("After you log in, reminders come only once you have opened Thaw");
  if (!is_background_wanted (services) && state == THAW_AUTOSTART_ON)
    return _("Thaw is still among the programs that start when you log in");

  return NULL;
}

static void
show_problem (ThawReminderPreferences *self,
              const char              *problem)
{
  if (problem == NULL)
    thaw_focus_leave (GTK_WIDGET (self->problem_row));
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->problem_row), problem);
  adw_action_row_set_subtitle (self->problem_row,
                               self->has_failed ? _("This could not be written to the disk.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_row), problem != NULL);
}

static void
show_background (ThawReminderPreferences *self)
{
  self->is_filling = TRUE;
  gtk_switch_set_active (self->background_switch, is_background_wanted (self->services));
  self->is_filling = FALSE;

  /* The desktop may have to ask the person first. */
  if (self->is_arranging)
    {
      adw_action_row_set_subtitle (self->background_row, _("One moment…"));
      return;
    }

  adw_action_row_set_subtitle (self->background_row, describe_background (self->services));
  show_problem (self, describe_problem (self->services));
}

/* What was chosen, on its way to where the desktop looks at login. */
typedef struct
{
  ThawReminderPreferences *self; /* (owned) */
  ThawServices *services;        /* (owned) */
  gboolean is_wanted;
} Arrangement;

static void arrange (ThawReminderPreferences *self,
                     ThawServices            *services);

static void
on_arranged_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Arrangement *arrangement = user_data;
  g_autoptr (ThawReminderPreferences) self = arrangement->self;
  g_autoptr (ThawServices) services = arrangement->services;
  g_autoptr (GError) error = NULL;

  self->has_failed = !thaw_autostart_set_finish (THAW_AUTOSTART (source), result, &error);
  self->is_arranging = FALSE;
  if (self->has_failed)
    g_info ("Start at login not arranged: %s", error->message);

  /* Also if the window was closed right after a second thought. */
  if (is_background_wanted (services) != arrangement->is_wanted)
    arrange (self, services);
  if (self->services != NULL)
    show_background (self);
}

/* One after the other: else the first could come last. */
static void
arrange (ThawReminderPreferences *self,
         ThawServices            *services)
{
  ThawAutostart *autostart = thaw_services_get_autostart (services);
  Arrangement *arrangement;

  if (autostart == NULL || self->is_arranging)
    return;

  arrangement = g_new0 (Arrangement, 1);
  arrangement->self = g_object_ref (self);
  arrangement->services = g_object_ref (services);
  arrangement->is_wanted = is_background_wanted (services);
  self->is_arranging = TRUE;
  thaw_autostart_set_async (autostart, arrangement->is_wanted, NULL, on_arranged_cb, arrangement);
}

static void
arrange_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawReminderPreferences *self = THAW_REMINDER_PREFERENCES (widget);

  arrange (self, self->services);
  show_background (self);
}

static void
background_switch_notify_active_cb (ThawReminderPreferences *self)
{
  if (self->is_filling || self->services == NULL)
    return;

  thaw_settings_set_background (thaw_services_get_settings (self->services),
                                gtk_switch_get_active (self->background_switch) ? THAW_BACKGROUND_YES
                                                                                : THAW_BACKGROUND_NO);
  arrange (self, self->services);
  show_background (self);
}

/* How late */

/* Anybody may have set something else; then it is what comes closest without being more. */
static void
show_late (ThawReminderPreferences *self)
{
  int minutes = thaw_settings_get_reminder_catch_up (thaw_services_get_settings (self->services));
  guint selected = 0;

  while (selected + 1 < G_N_ELEMENTS (late_minutes) && late_minutes[selected + 1] <= minutes)
    selected++;

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->late_row, selected);
  self->is_filling = FALSE;
}

static void
late_row_notify_selected_cb (ThawReminderPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->late_row);

  if (!self->is_filling && self->services != NULL && selected < G_N_ELEMENTS (late_minutes))
    thaw_settings_set_reminder_catch_up (thaw_services_get_settings (self->services), late_minutes[selected]);
}

/* The test */

static void
show_can_notify (ThawReminderPreferences *self,
                 gboolean                 can_notify)
{
  adw_action_row_set_subtitle (self->test_row,
                               can_notify ? _("To see whether reminders arrive.")
                                          : _("No program on this computer shows notifications at the moment. "
                                              "Reminders then appear on Today."));
}

static void
on_test_sent_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ThawReminderPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *taker = thaw_reminder_engine_send_test_finish (THAW_REMINDER_ENGINE (source), result, &error);
  g_autofree char *sentence = NULL;

  self->is_testing = FALSE;
  /* Closed meanwhile. */
  if (self->services == NULL)
    return;

  if (taker == NULL)
    g_info ("Test reminder not sent: %s", error->message);
  if (taker != NULL)
    {
      /* Translators: %s is the name of a program that shows notifications, as “GNOME Shell” */
      sentence = g_strdup_printf (_("It arrived at %s."), taker);
      adw_action_row_set_subtitle (self->test_row, sentence);
    }
  else if (g_error_matches (error, THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE))
    show_can_notify (self, FALSE);
  else
    adw_action_row_set_subtitle (self->test_row,
                                 _("The program that shows notifications did not answer. Reminders appear on Today in "
                                   "any case."));
}

static void
send_test_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ThawReminderPreferences *self = THAW_REMINDER_PREFERENCES (widget);

  /* The button stays sensitive, else it would lose the focus. */
  if (self->is_testing)
    return;

  self->is_testing = TRUE;
  adw_action_row_set_subtitle (self->test_row, _("Sending…"));
  thaw_reminder_engine_send_test_async (thaw_services_get_reminder_engine (self->services), self->cancellable,
                                        on_test_sent_cb, g_object_ref (self));
}

/* The preferences let nobody get at a window beside them, so they make way. */
static void
show_reminders_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  gtk_widget_activate_action (widget, "app.reminders", NULL);
  gtk_window_close (GTK_WINDOW (window));
}

static void
show_settings (ThawReminderPreferences *self)
{
  show_background (self);
  show_late (self);
}

/* Whoever comes back to it may have changed in the system’s settings what starts at login. */
static void
on_window_active_cb (ThawReminderPreferences *self,
                     GParamSpec              *pspec,
                     GtkWindow               *window)
{
  if (gtk_window_is_active (window))
    show_settings (self);
}

/* Read anew whenever it comes up, too; and only while it is seen, as libadwaita 1.2 keeps a group when its page
 * goes. */
static void
thaw_reminder_preferences_map (GtkWidget *widget)
{
  ThawReminderPreferences *self = THAW_REMINDER_PREFERENCES (widget);

  GTK_WIDGET_CLASS (thaw_reminder_preferences_parent_class)->map (widget);

  g_signal_connect_object (thaw_services_get_settings (self->services), "reminders-changed",
                           G_CALLBACK (show_settings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (on_window_active_cb), self,
                           G_CONNECT_SWAPPED);
  show_settings (self);
  show_can_notify (self, thaw_reminder_engine_get_can_notify (thaw_services_get_reminder_engine (self->services)));
}

static void
thaw_reminder_preferences_unmap (GtkWidget *widget)
{
  ThawReminderPreferences *self = THAW_REMINDER_PREFERENCES (widget);

  g_signal_handlers_disconnect_by_func (thaw_services_get_settings (self->services), show_settings, self);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_window_active_cb, self);

  GTK_WIDGET_CLASS (thaw_reminder_preferences_parent_class)->unmap (widget);
}

/* It is kept when its page goes, but the services shall end. */
static void
thaw_reminder_preferences_unroot (GtkWidget *widget)
{
  ThawReminderPreferences *self = THAW_REMINDER_PREFERENCES (widget);

  GTK_WIDGET_CLASS (thaw_reminder_preferences_parent_class)->unroot (widget);

  g_cancellable_cancel (self->cancellable);
  /* What is selected goes with its list: nobody chose that. */
  self->is_filling = TRUE;
  g_clear_object (&self->services);
}

static void
thaw_reminder_preferences_dispose (GObject *object)
{
  ThawReminderPreferences *self = THAW_REMINDER_PREFERENCES (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REMINDER_PREFERENCES);

  G_OBJECT_CLASS (thaw_reminder_preferences_parent_class)->dispose (object);
}

static void
thaw_reminder_preferences_class_init (ThawReminderPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_preferences_dispose;
  widget_class->map = thaw_reminder_preferences_map;
  widget_class->unmap = thaw_reminder_preferences_unmap;
  widget_class->unroot = thaw_reminder_preferences_unroot;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-reminder-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReminderPreferences, background_row);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderPreferences, background_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderPreferences, problem_row);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderPreferences, details_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderPreferences, late_row);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderPreferences, test_row);
  gtk_widget_class_bind_template_callback (widget_class, background_switch_notify_active_cb);
  gtk_widget_class_bind_template_callback (widget_class, late_row_notify_selected_cb);
  gtk_widget_class_install_action (widget_class, "reminder-preferences.arrange", NULL, arrange_action);
  gtk_widget_class_install_action (widget_class, "reminder-preferences.send-test", NULL, send_test_action);
  gtk_widget_class_install_action (widget_class, "reminder-preferences.show-reminders", NULL, show_reminders_action);
}

static void
thaw_reminder_preferences_init (ThawReminderPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  thaw_combo_row_show_whole (self->late_row);
  thaw_combo_row_set_name (self->late_row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->late_row)));
}

/**
 * thaw_reminder_preferences_set_services:
 * @services: with an open journal
 *
 * To be called once, before it is shown.
 */
void
thaw_reminder_preferences_set_services (ThawReminderPreferences *self,
                                        ThawServices            *services)
{
  g_return_if_fail (THAW_IS_REMINDER_PREFERENCES (self));
  g_return_if_fail (THAW_IS_SERVICES (services) && self->services == NULL);

  self->services = g_object_ref (services);
  g_object_bind_property (thaw_services_get_settings (services), "reminder-details", self->details_switch, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
