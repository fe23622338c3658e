/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminders-window"

#include "config.h"
#include "reminders/thaw-reminders-window.h"

#include <glib/gi18n-lib.h>

#include "reminders/thaw-reminder-actions.h"
#include "reminders/thaw-reminder-rest.h"
#include "reminders/thaw-reminder-row.h"
#include "thaw-close-guard.h"
#include "thaw-focus.h"
#include "thaw-reminder-templates.h"
#include "thaw-reminder-words.h"
#include "thaw-window-over.h"
#include "widgets/thaw-stack.h"

/**
 * ThawRemindersWindow:
 *
 * All reminders in words, in the order of the day, and when none of them comes. Whoever
 * has none is offered a few to begin with.
 *
 * Keyboard: Ctrl+N begins one of the person’s own, Return on a reminder opens it, Delete
 * deletes it, Escape closes the window.
 */
struct _ThawRemindersWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkMenuButton *new_button;
  GtkStack *stack;
  GtkWidget *notice_list;
  AdwActionRow *notice_row;
  ThawReminderRest *rest;
  GtkListBox *list;
  GtkListBox *proposal_list;

  ThawServices *services; /* (owned) */
  ThawCloseGuard *guard;  /* (owned): of the windows over this one */
  guint update_source;
  guint pause_source;     /* until the pause is over */
};

G_DEFINE_FINAL_TYPE (ThawRemindersWindow, thaw_reminders_window, ADW_TYPE_WINDOW)

static ThawReminderEngine *
get_engine (ThawRemindersWindow *self)
{
  return thaw_services_get_reminder_engine (self->services);
}

/* The list */

static int
get_first_minute (const ThawReminder *reminder)
{
  return reminder->timing == THAW_REMINDER_AT_TIMES ? reminder->times[0] : reminder->window_start;
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  const ThawReminder *first = thaw_reminder_row_get_reminder (THAW_REMINDER_ROW (a));
  const ThawReminder *second = thaw_reminder_row_get_reminder (THAW_REMINDER_ROW (b));
  int order = get_first_minute (first) - get_first_minute (second);

  if (order == 0)
    order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : g_strcmp0 (first->uuid, second->uuid);
}

static GtkListBoxRow *
find_row (ThawRemindersWindow *self,
          const char          *uuid)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_str_equal (thaw_reminder_row_get_reminder (THAW_REMINDER_ROW (row))->uuid, uuid))
        return row;
    }

  return NULL;
}

/* The focus goes to what takes its place on the screen. */
static void
remove_row (ThawRemindersWindow *self,
            GtkListBoxRow       *row)
{
  int index = gtk_list_box_row_get_index (row);

  if (thaw_focus_is_in (GTK_WIDGET (row)))
    {
      GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, index + 1);

      if (next == NULL && index > 0)
        next = gtk_list_box_get_row_at_index (self->list, index - 1);
      gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->new_button));
    }
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_reminders (ThawRemindersWindow *self)
{
  ThawReminderEngine *engine = get_engine (self);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;)
    {
      if (thaw_reminder_engine_find (engine, thaw_reminder_row_get_reminder (THAW_REMINDER_ROW (row))->uuid) != NULL)
        i++;
      else
        remove_row (self, row);
    }

  for (guint i = 0; i < thaw_reminder_engine_get_n_reminders (engine); i++)
    {
      const ThawReminder *reminder = thaw_reminder_engine_get_reminder (engine, i);

      row = find_row (self, reminder->uuid);
      if (row != NULL)
        thaw_reminder_row_set_reminder (THAW_REMINDER_ROW (row), reminder);
      else
        gtk_list_box_append (self->list, thaw_reminder_row_new (self->services, reminder));
    }

  gtk_list_box_invalidate_sort (self->list);
}

/* Begins in the list, or with the first proposal, and not with what is above them. */
static void
focus_page (ThawRemindersWindow *self)
{
  /* From within it, this would go on to what comes next. */
  if (!thaw_focus_is_in (GTK_WIDGET (self->list)) &&
      !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_page (ThawRemindersWindow *self,
           const char          *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);
  gboolean was_focused = thaw_focus_is_in (GTK_WIDGET (self->stack));

  if (page == gtk_stack_get_visible_child (self->stack))
    return;

  thaw_stack_show (self->stack, page);
  if (was_focused)
    focus_page (self);
}

/* What keeps reminders from coming, in plain words. */
static void
show_notice (ThawRemindersWindow *self)
{
  ThawBackground background = thaw_settings_get_background (thaw_services_get_settings (self->services));
  const char *title = NULL, *subtitle = NULL;

  if (thaw_reminder_engine_get_any_on (get_engine (self)))
    {
      if (!thaw_reminder_engine_get_can_notify (get_engine (self)))
        {
          title = _("No notifications can be shown here");
          subtitle = _("What is due waits for you on the page Today.");
        }
      else if (background != THAW_BACKGROUND_YES)
        {
          title = _("Reminders come only while Thaw is open");
          subtitle = _("If you like, they can also come when its window is closed.");
        }
    }

  if (title == NULL)
    thaw_focus_leave (self->notice_list);
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->notice_row), title);
      adw_action_row_set_subtitle (self->notice_row, subtitle);
    }
  gtk_widget_set_visible (self->notice_list, title != NULL);
}

/* A pause that is over changes what is said of all of them. */
static void watch_pause (ThawRemindersWindow *self);

static void
update (ThawRemindersWindow *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  show_reminders (self);
  show_notice (self);
  thaw_reminder_rest_update (self->rest);
  show_page (self, thaw_reminder_engine_get_n_reminders (get_engine (self)) > 0 ? "reminders" : "empty");
  watch_pause (self);
}

static gboolean
on_pause_over_cb (gpointer user_data)
{
  ThawRemindersWindow *self = user_data;

  self->pause_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
watch_pause (ThawRemindersWindow *self)
{
  gint64 until_ms = thaw_settings_get_reminders_paused_until (thaw_services_get_settings (self->services));
  gint64 left_ms = until_ms - thaw_clock_get_utc_ms (thaw_services_get_clock (self->services));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (left_ms > 0 && left_ms < G_MAXINT)
    self->pause_source = g_timeout_add ((guint) left_ms + 1, on_pause_over_cb, self);
}

static gboolean
on_update_due_cb (gpointer user_data)
{
  ThawRemindersWindow *self = user_data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Of several changes at once, the first one tells. */
static void
update_soon (ThawRemindersWindow *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add (on_update_due_cb, self);
}

/* What is proposed */

static void
add_item (GMenu      *menu,
          const char *label,
          const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "reminders.new", "s", id);
  g_menu_append_item (menu, item);
}

static void
add_proposal (ThawRemindersWindow *self,
              const char          *title,
              const char          *subtitle,
              const char          *id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "reminders.new");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->proposal_list, row);
}

static void
add_proposals (ThawRemindersWindow *self)
{
  ThawDay today = thaw_clock_get_today (thaw_services_get_clock (self->services));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) templates = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  for (guint i = 0; i < thaw_reminder_templates_get_n (); i++)
    {
      const char *id = thaw_reminder_templates_get_id (i);
      g_autoptr (ThawReminder) reminder = thaw_reminder_templates_make (id);
      g_autofree char *when = thaw_reminder_to_words (reminder, today);

      add_item (templates, reminder->title, id);
      add_proposal (self, reminder->title, when, id);
    }
  add_item (own, _("_Own Reminder…"), "");
  add_proposal (self, _("_Own Reminder…"), NULL, "");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (templates));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  gtk_menu_button_set_menu_model (self->new_button, G_MENU_MODEL (menu));
}

static void
preferences_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  thaw_window_ask_below (GTK_WINDOW (widget), "app.preferences", NULL);
}

static gboolean
thaw_reminders_window_close_request (GtkWindow *window)
{
  if (!thaw_close_guard_may_close (THAW_REMINDERS_WINDOW (window)->guard))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (thaw_reminders_window_parent_class)->close_request (window);
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_reminders_window_map (GtkWidget *widget)
{
  ThawRemindersWindow *self = THAW_REMINDERS_WINDOW (widget);

  GTK_WIDGET_CLASS (thaw_reminders_window_parent_class)->map (widget);

  update (self);
  focus_page (self);
}

static void
thaw_reminders_window_dispose (GObject *object)
{
  ThawRemindersWindow *self = THAW_REMINDERS_WINDOW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  /* GTK 4.8 would keep it, and what it works with. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reminders", NULL);
  g_clear_object (&self->guard);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_REMINDERS_WINDOW);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_reminders_window_parent_class)->dispose (object);
}

static void
thaw_reminders_window_class_init (ThawRemindersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reminders_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_reminders_window_close_request;
  widget_class->map = thaw_reminders_window_map;

  g_type_ensure (THAW_TYPE_REMINDER_REST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-reminders-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, notice_list);
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, notice_row);
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, rest);
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ThawRemindersWindow, proposal_list);
  gtk_widget_class_install_action (widget_class, "reminders-window.preferences", NULL, preferences_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "reminders.new", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_reminders_window_init (ThawRemindersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = thaw_close_guard_new (GTK_WINDOW (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/**
 * thaw_reminders_window_new:
 * @services: where reminders are kept, with an open journal
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
thaw_reminders_window_new (ThawServices *services)
{
  ThawRemindersWindow *self;
  g_autoptr (ThawReminderActions) actions = NULL;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_REMINDERS_WINDOW, NULL);
  self->services = g_object_ref (services);
  actions = thaw_reminder_actions_new (services, self->toast_overlay);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reminders", G_ACTION_GROUP (actions));
  thaw_reminder_rest_set_services (self->rest, services);
  add_proposals (self);

  g_signal_connect_object (get_engine (self), "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_settings (services), "reminders-changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);
  /* “Tomorrow” becomes “today”. */
  g_signal_connect_object (thaw_services_get_clock (services), "day-changed", G_CALLBACK (update_soon), self,
                           G_CONNECT_SWAPPED);

  return GTK_WINDOW (self);
}
