/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-actions"

#include "config.h"
#include "reminders/thaw-reminder-actions.h"

#include <glib/gi18n-lib.h>

#include "reminders/thaw-reminder-editor.h"
#include "reminders/thaw-reminder-targets.h"
#include "thaw-reminder-templates.h"
#include "thaw-toast.h"
#include "thaw-window-over.h"

/**
 * ThawReminderActions:
 *
 * What pages and windows ask for around reminders: the actions `show`, `new` (of the id of
 * a template, or of “” for one of the person’s own), `add` (of a target as in
 * thaw_link_target_parse(), which the new reminder opens) and `edit` (of the UUID of one).
 * What was done is told in a toast of the overlay.
 */
struct _ThawReminderActions
{
  GSimpleActionGroup parent_instance;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned): the window that has these has it, too */
};

G_DEFINE_FINAL_TYPE (ThawReminderActions, thaw_reminder_actions, G_TYPE_SIMPLE_ACTION_GROUP)

static void
open_editor (ThawReminderActions *self,
             const ThawReminder  *reminder)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));

  gtk_window_present (thaw_reminder_editor_new (window, self->overlay, self->services, reminder));
}

static void
tell_not_opened (ThawReminderActions *self,
                 const char          *reason)
{
  g_info ("Not opened: %s", reason);
  thaw_toast_tell (self->overlay, _("This could not be opened."));
}

static void
on_show_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GtkWidget *overlay = GTK_WIDGET (THAW_REMINDER_ACTIONS (user_data)->overlay);

  /* There is one such window, which the application knows; and it is not known in windows over the main one. */
  if (!gtk_widget_activate_action (overlay, "app.reminders", NULL))
    thaw_window_ask_below (GTK_WINDOW (gtk_widget_get_root (overlay)), "app.reminders", NULL);
}

static void
on_new_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ThawReminderActions *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (ThawReminder) reminder = NULL;

  reminder = id[0] == '\0' ? thaw_reminder_new ("", NULL) : thaw_reminder_templates_make (id);
  if (reminder != NULL)
    open_editor (self, reminder);
  else
    tell_not_opened (self, "there is no such template");
}

/* As often as it is proposed to reach out to somebody, and not each day as all else. */
static ThawReminder *
make_for_person (const char *name)
{
  ThawReminder *reminder = thaw_reminder_templates_make (THAW_REMINDER_TEMPLATE_REACH_OUT);

  g_free (reminder->title);
  /* Translators: what a reminder says; %s is the name of a person */
  reminder->title = g_strdup_printf (_("Reach out to %s"), name);

  return reminder;
}

/* What is proposed for it, if something is. */
static ThawReminder *
make_for_target (const char *target,
                 const char *name)
{
  for (guint i = 0; i < thaw_reminder_templates_get_n (); i++)
    {
      g_autoptr (ThawReminder) reminder = thaw_reminder_templates_make (thaw_reminder_templates_get_id (i));

      if (g_strcmp0 (reminder->opens, target) == 0)
        return g_steal_pointer (&reminder);
    }

  return thaw_reminder_new (name, NULL);
}

static void
on_add_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ThawReminderActions *self = user_data;
  const char *target = g_variant_get_string (parameter, NULL);
  g_autofree char *name = thaw_reminder_targets_dup_name (self->services, target);
  g_autoptr (ThawReminder) reminder = NULL;

  if (name == NULL)
    {
      tell_not_opened (self, target);
      return;
    }

  if (g_str_has_prefix (target, "person:"))
    reminder = make_for_person (name);
  else if (g_str_has_prefix (target, "practice:"))
    reminder = thaw_reminder_new (name, NULL);
  else
    reminder = make_for_target (target, name);

  g_free (reminder->opens);
  reminder->opens = g_strdup (target);
  open_editor (self, reminder);
}

static void
on_edit_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ThawReminderActions *self = user_data;
  const ThawReminder *reminder;

  reminder = thaw_reminder_engine_find (thaw_services_get_reminder_engine (self->services),
                                        g_variant_get_string (parameter, NULL));
  if (reminder != NULL)
    open_editor (self, reminder);
  else
    tell_not_opened (self, "there is no such reminder");
}

static const GActionEntry entries[] = {
  { .name = "show", .activate = on_show_cb },
  { .name = "new", .parameter_type = "s", .activate = on_new_cb },
  { .name = "add", .parameter_type = "s", .activate = on_add_cb },
  { .name = "edit", .parameter_type = "s", .activate = on_edit_cb },
};

static void
thaw_reminder_actions_dispose (GObject *object)
{
  g_clear_object (&THAW_REMINDER_ACTIONS (object)->services);

  G_OBJECT_CLASS (thaw_reminder_actions_parent_class)->dispose (object);
}

static void
thaw_reminder_actions_class_init (ThawReminderActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_actions_dispose;
}

static void
thaw_reminder_actions_init (ThawReminderActions *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * thaw_reminder_actions_new:
 * @services: where reminders are kept
 * @overlay: where toasts appear, in the window that the actions are for
 *
 * Returns: (transfer full): the actions, to be inserted as `reminders`
 */
ThawReminderActions *
thaw_reminder_actions_new (ThawServices    *services,
                           AdwToastOverlay *overlay)
{
  ThawReminderActions *self = g_object_new (THAW_TYPE_REMINDER_ACTIONS, NULL);

  g_return_val_if_fail (THAW_IS_SERVICES (services), self);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), self);

  self->services = g_object_ref (services);
  self->overlay = overlay;

  return self;
}
