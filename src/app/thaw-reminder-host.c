/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-host"

#include "config.h"
#include "thaw-reminder-host.h"

#include "reminders/thaw-desktop-notifier.h"

/**
 * ThawReminderHost:
 *
 * Has reminders come for as long as there is somebody to have them come for: while a
 * window is open, and without one if the person agreed to that and a reminder is on. It
 * keeps the application running then, and no longer.
 *
 * It takes what the buttons of a notification say, `app.open-reminder`,
 * `app.snooze-reminder` and `app.put-off-reminder`. The desktop may have started the
 * program for that alone, so there may be no window, and the journal may still be closed:
 * then the answer waits for it. Only the first of the three brings up a window; which one
 * is said by #ThawReminderHost::open.
 */
struct _ThawReminderHost
{
  GObject parent_instance;

  GtkApplication *application; /* (unowned) (nullable): it owns this; NULL after the end */
  ThawServices *services;      /* (owned) */
  GPtrArray *answers;          /* (owned) (element-type Answer): those that wait for the journal */
  gboolean is_held;
};

typedef struct
{
  char *action; /* (owned) */
  char *uuid;   /* (owned) */
} Answer;

G_DEFINE_FINAL_TYPE (ThawReminderHost, thaw_reminder_host, G_TYPE_OBJECT)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
answer_free (Answer *answer)
{
  g_free (answer->action);
  g_free (answer->uuid);
  g_free (answer);
}

static ThawReminderEngine *
get_engine (ThawReminderHost *self)
{
  return thaw_services_get_reminder_engine (self->services);
}

static gboolean
comes_without_window (ThawReminderHost *self)
{
  return thaw_settings_get_background (thaw_services_get_settings (self->services)) == THAW_BACKGROUND_YES;
}

/* Something may be what keeps it running, or not any more. */
static void
update (ThawReminderHost *self)
{
  ThawServicesState state = thaw_services_get_state (self->services);
  gboolean is_wanted, has_window;

  if (self->application == NULL)
    return;

  has_window = gtk_application_get_windows (self->application) != NULL;
  if (state == THAW_SERVICES_READY && (has_window || comes_without_window (self)))
    thaw_reminder_engine_start (get_engine (self));
  else
    thaw_reminder_engine_stop (get_engine (self));

  /* Only when the journal is open is it known which reminders there are. */
  is_wanted = state == THAW_SERVICES_OPENING ||
              (state == THAW_SERVICES_READY && comes_without_window (self) &&
               thaw_reminder_engine_get_any_on (get_engine (self)));
  if (self->is_held == is_wanted)
    return;

  self->is_held = is_wanted;
  if (is_wanted)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_application_release (G_APPLICATION (self->application));
}

static void
take_answer (ThawReminderHost *self,
             const char       *action,
             const char       *uuid)
{
  const ThawReminder *reminder = thaw_reminder_engine_find (get_engine (self), uuid);
  g_autofree char *opens = reminder != NULL ? g_strdup (reminder->opens) : NULL;

  if (g_str_equal (action, "snooze-reminder"))
    {
      thaw_reminder_engine_snooze (get_engine (self), uuid);
    }
  else if (g_str_equal (action, "put-off-reminder"))
    {
      thaw_reminder_engine_put_off (get_engine (self), uuid);
    }
  else
    {
      thaw_reminder_engine_answer (get_engine (self), uuid);
      g_signal_emit (self, signals[SIGNAL_OPEN], 0, opens);
    }
}

/* Whether or not it is known by now where it leads. */
static void
show_window (ThawReminderHost *self,
             const char       *action)
{
  if (g_str_equal (action, "open-reminder"))
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, NULL);
}

static void
on_answer_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ThawReminderHost *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *uuid = g_variant_get_string (parameter, NULL);
  Answer *answer;

  if (self->application == NULL)
    return;

  /* Whatever the bus started the program for has come. Ends the application here if nothing else keeps it; what was
   * said is written before it does. */
  g_application_hold (G_APPLICATION (self->application));
  g_application_set_inactivity_timeout (G_APPLICATION (self->application), 0);

  switch (thaw_services_get_state (self->services))
    {
    case THAW_SERVICES_READY:
      take_answer (self, name, uuid);
      break;

    case THAW_SERVICES_OPENING:
      answer = g_new0 (Answer, 1);
      answer->action = g_strdup (name);
      answer->uuid = g_strdup (uuid);
      g_ptr_array_add (self->answers, answer);
      show_window (self, name);
      break;

    /* The window says what is wrong with the journal. */
    case THAW_SERVICES_FAILED:
    case THAW_SERVICES_CLOSED:
    default:
      show_window (self, name);
      break;
    }

  g_application_release (G_APPLICATION (self->application));
}

/* After the window, if there is one, has done the same: what is opened here shall be what is seen. */
static void
on_state_changed_cb (ThawReminderHost *self)
{
  g_autoptr (GPtrArray) answers = NULL;
  ThawServicesState state = thaw_services_get_state (self->services);

  if (state != THAW_SERVICES_OPENING)
    {
      answers = g_steal_pointer (&self->answers);
      self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
    }

  /* Before anything can come again. */
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);

      if (state == THAW_SERVICES_READY)
        take_answer (self, answer->action, answer->uuid);
    }

  update (self);
}

static const GActionEntry answer_actions[] = {
  { .name = "open-reminder", .parameter_type = "s", .activate = on_answer_cb },
  { .name = "snooze-reminder", .parameter_type = "s", .activate = on_answer_cb },
  { .name = "put-off-reminder", .parameter_type = "s", .activate = on_answer_cb },
};

static void
thaw_reminder_host_dispose (GObject *object)
{
  ThawReminderHost *self = THAW_REMINDER_HOST (object);

  thaw_reminder_host_end (self);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_reminder_host_parent_class)->dispose (object);
}

static void
thaw_reminder_host_finalize (GObject *object)
{
  g_ptr_array_unref (THAW_REMINDER_HOST (object)->answers);

  G_OBJECT_CLASS (thaw_reminder_host_parent_class)->finalize (object);
}

static void
thaw_reminder_host_class_init (ThawReminderHostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_reminder_host_dispose;
  object_class->finalize = thaw_reminder_host_finalize;

  /**
   * ThawReminderHost::open:
   * @target: (nullable): where it leads, as in thaw_link_target_parse(); %NULL if nowhere, or if the reminder is gone
   *
   * The person followed a reminder: a window is to be shown, and once the journal is open the place in it. Until then
   * this comes without a target, and again when it is known.
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
thaw_reminder_host_init (ThawReminderHost *self)
{
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
}

/**
 * thaw_reminder_host_new:
 * @application: registered, and not yet with a window; it gets the actions of notifications
 * @services: whose reminders come
 *
 * Returns: (transfer full): a host
 */
ThawReminderHost *
thaw_reminder_host_new (GtkApplication *application,
                        ThawServices   *services)
{
  ThawReminderHost *self = g_object_new (THAW_TYPE_REMINDER_HOST, NULL);
  g_autoptr (ThawDesktopNotifier) notifier = thaw_desktop_notifier_new (G_APPLICATION (application));

  self->application = application;
  self->services = g_object_ref (services);
  thaw_reminder_engine_set_notifier (get_engine (self), THAW_NOTIFIER (notifier));
  g_action_map_add_action_entries (G_ACTION_MAP (application), answer_actions, G_N_ELEMENTS (answer_actions), self);

  g_signal_connect_object (services, "state-changed", G_CALLBACK (on_state_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (get_engine (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_settings (services), "reminders-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-added", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);

  return self;
}

/**
 * thaw_reminder_host_end:
 *
 * The application ends: nothing comes, and nothing keeps it, from now on.
 */
void
thaw_reminder_host_end (ThawReminderHost *self)
{
  g_return_if_fail (THAW_IS_REMINDER_HOST (self));

  if (self->application == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (answer_actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->application), answer_actions[i].name);
  thaw_reminder_engine_stop (get_engine (self));
  thaw_reminder_engine_set_notifier (get_engine (self), NULL);
  if (self->is_held)
    g_application_release (G_APPLICATION (self->application));
  self->is_held = FALSE;
  self->application = NULL;
}
