/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-application"

#include "config.h"
#include "thaw-application.h"

#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "dbus/thaw-journal-service.h"
#include "reminders/thaw-reminders-window.h"
#include "support/thaw-first-start-window.h"
#include "support/thaw-help-now-window.h"
#include "tags/thaw-tags-window.h"
#include "thaw-about.h"
#include "thaw-preferences-window.h"
#include "thaw-reminder-host.h"
#include "thaw-services.h"
#include "thaw-window-over.h"
#include "thaw-window.h"

/* Late enough that the start is over, pages and all. */
#define SETTLE_MS 1000

/* The bus started the program for something that it has not said yet. */
#define SERVICE_TIMEOUT_MS (10 * 1000)

/* Heaps of the C library: one for the main thread, one for all others. */
#define MAX_ARENAS 2

#define HELP_KEY "<Control>h"

/**
 * ThawApplication:
 *
 * Wires the services to the window, and the window to the desktop: one process
 * for a person, one window, one journal. A second start only raises the window.
 *
 * The content is read in a thread of its own while the session bus is asked for
 * the name. The journal is opened on its worker while the window is being built, and
 * closed, with all that was still to be written, when the application ends.
 *
 * It may go on without a window, for the reminders; see #ThawReminderHost.
 */
struct _ThawApplication
{
  AdwApplication parent_instance;

  GThread *content_thread;             /* (owned) (nullable): gives a ThawContent; NULL once that was taken */
  ThawServices *services;              /* (owned) (nullable): NULL before it is needed */
  ThawJournalService *journal_service; /* (owned) (nullable): NULL without a session bus */
  ThawReminderHost *reminder_host;     /* (owned) (nullable): NULL before the start and after the end */
  gboolean starts_in_background;       /* the first activation shows no window */

  guint settle_source;
  guint first_start_source; /* looks whether it is a first start */
};

G_DEFINE_FINAL_TYPE (ThawApplication, thaw_application, ADW_TYPE_APPLICATION)

static ThawWindow *
find_window (ThawApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (THAW_IS_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

/* A start builds from templates and style sheets that are not needed again, and a window that was closed leaves its
 * widgets; what is left running all day should not keep their memory. */
static gboolean
on_settled_cb (gpointer user_data)
{
  ThawApplication *self = user_data;

  self->settle_source = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif

  return G_SOURCE_REMOVE;
}

static void
settle_soon (ThawApplication *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static gboolean
on_first_start_due_cb (gpointer user_data)
{
  ThawApplication *self = user_data;
  ThawWindow *window = find_window (self);
  GtkWindow *first_start;

  self->first_start_source = 0;
  if (window == NULL || !thaw_first_start_window_is_wanted (self->services))
    return G_SOURCE_REMOVE;

  first_start = thaw_first_start_window_new (self->services);
  thaw_window_put_over (first_start, GTK_WINDOW (window));
  gtk_window_present (first_start);

  return G_SOURCE_REMOVE;
}

static void
on_after_paint_cb (GdkFrameClock   *clock,
                   ThawApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint_cb, self);
  if (self->first_start_source == 0)
    self->first_start_source = g_idle_add_full (G_PRIORITY_LOW, on_first_start_due_cb, self, NULL);
}

/* As soon as there is a window and a journal, and the first page of it was seen: nothing comes later for this. */
static void
look_for_first_start (ThawApplication *self)
{
  ThawWindow *window = find_window (self);

  if (window == NULL || thaw_services_get_state (self->services) != THAW_SERVICES_READY ||
      thaw_settings_get_first_start_shown (thaw_services_get_settings (self->services)))
    return;

  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                           G_CALLBACK (on_after_paint_cb), self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (window));
}

/* Actions of the application may come before there is a window: from the desktop file, from a notification. */
static ThawWindow *
ensure_window (ThawApplication *self)
{
  ThawWindow *window = find_window (self);
  gboolean is_new = FALSE;

  if (window == NULL)
    {
      window = thaw_window_new (GTK_APPLICATION (self), self->services);
      is_new = TRUE;
      settle_soon (self);
      /* Whatever the bus started the program for has come. */
      g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
    }

  gtk_window_present (GTK_WINDOW (window));
  if (is_new)
    look_for_first_start (self);

  return window;
}

static void
on_about_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  thaw_about_present (GTK_WINDOW (ensure_window (user_data)));
}

/* One that is open already is shown, and no second one. */
static gboolean
present_open_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
        {
          gtk_window_present (toplevel);
          return TRUE;
        }
    }

  return FALSE;
}

static void
present_new_window (ThawApplication *self,
                    GtkWindow       *window)
{
  thaw_window_put_over (window, GTK_WINDOW (ensure_window (self)));
  gtk_window_present (window);
}

static void
on_preferences_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ThawApplication *self = user_data;

  if (!present_open_window (THAW_TYPE_PREFERENCES_WINDOW))
    present_new_window (self, GTK_WINDOW (thaw_preferences_window_new (self->services)));
}

static void
on_tags_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ThawApplication *self = user_data;

  /* Without a journal the window says what is wrong. */
  if (thaw_services_get_state (self->services) == THAW_SERVICES_READY &&
      !present_open_window (THAW_TYPE_TAGS_WINDOW))
    present_new_window (self, GTK_WINDOW (thaw_tags_window_new (thaw_services_get_tags (self->services))));
}

static void
on_reminders_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ThawApplication *self = user_data;

  if (thaw_services_get_state (self->services) == THAW_SERVICES_READY &&
      !present_open_window (THAW_TYPE_REMINDERS_WINDOW))
    present_new_window (self, thaw_reminders_window_new (self->services));
}

/* Over whatever window is there, also one that lets nobody get at those below it; and without a journal, too. */
static void
present_help_now (ThawApplication *self)
{
  GtkWindow *active = thaw_window_find_active ();
  GtkWindow *window;

  if (present_open_window (THAW_TYPE_HELP_NOW_WINDOW))
    return;

  window = thaw_help_now_window_new (self->services);
  thaw_window_put_over (window, active != NULL ? active : GTK_WINDOW (ensure_window (self)));
  gtk_window_present (window);
}

static void
on_help_now_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  present_help_now (THAW_APPLICATION (user_data));
}

static gboolean
on_help_key_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  present_help_now (THAW_APPLICATION (user_data));

  return GDK_EVENT_STOP;
}

/* The keys of actions are heard by the main window alone; this one is there wherever somebody may be. */
static void
on_toplevels_changed_cb (ThawApplication *self,
                         guint            position,
                         guint            n_removed,
                         guint            n_added,
                         GListModel      *toplevels)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);
      GtkEventController *keys = gtk_shortcut_controller_new ();

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (HELP_KEY),
                                                              gtk_callback_action_new (on_help_key_cb, self, NULL)));
      gtk_widget_add_controller (toplevel, keys);
    }
}

static void
on_new_entry_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (ensure_window (user_data)), "win.new-entry", NULL);
}

static void
on_reminder_opened_cb (ThawApplication *self,
                       const char      *target)
{
  GtkWidget *window = GTK_WIDGET (ensure_window (self));

  if (thaw_services_get_state (self->services) != THAW_SERVICES_READY)
    return;

  if (target != NULL)
    gtk_widget_activate_action (window, "win.open-link", "s", target);
  else
    gtk_widget_activate_action (window, "win.show-page", "s", "today");
}

static void
on_quit_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ThawWindow *window = find_window (user_data);

  /* The window has words to look after. */
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.quit", NULL);
  else
    g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry app_actions[] = {
  { .name = "about", .activate = on_about_cb },
  { .name = "preferences", .activate = on_preferences_cb },
  { .name = "reminders", .activate = on_reminders_cb },
  { .name = "tags", .activate = on_tags_cb },
  { .name = "help-now", .activate = on_help_now_cb },
  { .name = "new-entry", .activate = on_new_entry_cb },
  { .name = "quit", .activate = on_quit_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.reminders", { "<Control>r" } },
  { "app.tags", { "<Control>t" } },
  { "app.help-now", { HELP_KEY } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.new-entry", { "<Control>n" } },
  { "win.search", { "<Control>f" } },
  { "win.show-page::today", { "<Control>1" } },
  { "win.show-page::journal", { "<Control>2" } },
  { "win.show-page::insights", { "<Control>3" } },
  { "win.show-page::practice", { "<Control>4" } },
  { "win.show-page::support", { "<Control>5" } },
};

static gpointer
load_content_in_thread (gpointer data)
{
  return thaw_content_load ();
}

static ThawContent *
take_content (ThawApplication *self)
{
  if (self->content_thread == NULL)
    return thaw_content_load ();

  return g_thread_join (g_steal_pointer (&self->content_thread));
}

static void
ensure_services (ThawApplication *self)
{
  g_autofree char *directory = NULL;
  g_autoptr (ThawClock) clock = NULL;
  g_autoptr (ThawSettings) settings = NULL;

  if (self->services != NULL)
    return;

  directory = thaw_database_dup_default_directory ();
  clock = thaw_clock_new ();
  settings = thaw_settings_new ();
  self->services = thaw_services_new_with_content (directory, clock, settings, take_content (self));
}

/* In a sandbox the portal starts Thaw, and knows it by its name. */
static void
set_autostart (ThawApplication *self)
{
  gboolean is_in_sandbox = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (ThawAutostart) autostart =
      thaw_autostart_new (APP_ID, program != NULL ? program : "thaw", thaw_services_get_settings (self->services),
                          is_in_sandbox ? g_application_get_dbus_connection (G_APPLICATION (self)) : NULL);

  thaw_services_set_autostart (self->services, autostart);
}

static void
on_window_removed_cb (ThawApplication *self)
{
  if (find_window (self) == NULL)
    settle_soon (self);
}

static void
thaw_application_startup (GApplication *application)
{
  ThawApplication *self = THAW_APPLICATION (application);

  ensure_services (self);
  g_signal_connect_object (self->services, "state-changed", G_CALLBACK (look_for_first_start), self, G_CONNECT_SWAPPED);
  thaw_services_open (self->services);
  thaw_clock_start (thaw_services_get_clock (self->services));

  G_APPLICATION_CLASS (thaw_application_parent_class)->startup (application);

  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_TIMEOUT_MS);
  set_autostart (self);
  self->reminder_host = thaw_reminder_host_new (GTK_APPLICATION (self), self->services);
  g_signal_connect_object (self->reminder_host, "open", G_CALLBACK (on_reminder_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "window-removed", G_CALLBACK (on_window_removed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  gtk_window_set_default_icon_name (APP_ID);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_toplevels_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), app_actions, G_N_ELEMENTS (app_actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
}

static void
thaw_application_activate (GApplication *application)
{
  ThawApplication *self = THAW_APPLICATION (application);

  if (self->starts_in_background)
    settle_soon (self);
  else
    ensure_window (self);
  self->starts_in_background = FALSE;
}

static void
thaw_application_shutdown (GApplication *application)
{
  ThawApplication *self = THAW_APPLICATION (application);
  GList *windows;

  thaw_reminder_host_end (self->reminder_host);
  g_clear_object (&self->reminder_host);

  /* The windows go first, so that nothing asks a closed journal. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (windows->data);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->first_start_source, g_source_remove);

  thaw_clock_stop (thaw_services_get_clock (self->services));
  thaw_services_close (self->services);

  G_APPLICATION_CLASS (thaw_application_parent_class)->shutdown (application);
}

static gboolean
thaw_application_dbus_register (GApplication     *application,
                                GDBusConnection  *connection,
                                const char       *object_path,
                                GError          **error)
{
  ThawApplication *self = THAW_APPLICATION (application);

  if (!G_APPLICATION_CLASS (thaw_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;

  ensure_services (self);
  self->journal_service =
      thaw_journal_service_new (thaw_services_get_journal (self->services),
                                thaw_database_get_directory (thaw_services_get_database (self->services)));

  return thaw_journal_service_export (self->journal_service, connection, error);
}

static void
thaw_application_dbus_unregister (GApplication    *application,
                                  GDBusConnection *connection,
                                  const char      *object_path)
{
  ThawApplication *self = THAW_APPLICATION (application);

  if (self->journal_service != NULL)
    thaw_journal_service_unexport (self->journal_service);
  g_clear_object (&self->journal_service);

  G_APPLICATION_CLASS (thaw_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static int
thaw_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  ThawApplication *self = THAW_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", GETTEXT_PACKAGE, THAW_VERSION);
      return 0;
    }

  /* The first moment at which it is known that the program goes on. */
  self->content_thread = g_thread_new ("thaw-content", load_content_in_thread, NULL);

  if (g_variant_dict_contains (options, "background"))
    {
      self->starts_in_background = TRUE;
      /* One that runs already does all that is asked for; what is wrong without it is said when it is run. */
      if (g_application_register (application, NULL, NULL) && g_application_get_is_remote (application))
        return 0;
    }

  return -1;
}

static void
thaw_application_dispose (GObject *object)
{
  ThawApplication *self = THAW_APPLICATION (object);

  /* A second start ends without it. */
  if (self->content_thread != NULL)
    thaw_content_free (take_content (self));
  g_clear_object (&self->journal_service);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_application_parent_class)->dispose (object);
}

static void
thaw_application_class_init (ThawApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = thaw_application_dispose;
  application_class->startup = thaw_application_startup;
  application_class->activate = thaw_application_activate;
  application_class->shutdown = thaw_application_shutdown;
  application_class->dbus_register = thaw_application_dbus_register;
  application_class->dbus_unregister = thaw_application_dbus_unregister;
  application_class->handle_local_options = thaw_application_handle_local_options;
}

static void
thaw_application_init (ThawApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Show the version and exit"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "background", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Start without a window, for reminders"), NULL);
}

/**
 * thaw_application_new:
 *
 * Returns: (transfer full): the application, not yet running
 */
ThawApplication *
thaw_application_new (void)
{
#ifdef __GLIBC__
  /* Threads come and go, and each would leave a heap of its own behind: half a megabyte in all. */
  mallopt (M_ARENA_MAX, MAX_ARENAS);
#endif

  return g_object_new (THAW_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_CAN_OVERRIDE_APP_ID,
                       "resource-base-path", "/io/github/thawapp/Thaw",
                       NULL);
}
