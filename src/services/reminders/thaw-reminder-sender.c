/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-sender"

#include "config.h"
#include "thaw-reminder-sender.h"

#include <glib/gi18n-lib.h>

#include "thaw-reminder-notification.h"

/* No other notification of Thaw's is called so. */
#define ID_PREFIX "reminder-"
#define TEST_ID "reminder-test"

/**
 * ThawReminderSender:
 *
 * Sends reminders under names that are always the same, takes them back, and knows whether
 * the last one arrived. Without a #ThawNotifier none does; what is to be taken back then is
 * when there is one.
 */
struct _ThawReminderSender
{
  GObject parent_instance;

  ThawNotifier *notifier;    /* (owned) (nullable) */
  GHashTable *to_withdraw;   /* (owned) (element-type utf8): what is over and waits for a notifier */
  gboolean can_notify;
  gboolean was_logged;
};

G_DEFINE_FINAL_TYPE (ThawReminderSender, thaw_reminder_sender, G_TYPE_OBJECT)

enum
{
  SIGNAL_HEARD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
thaw_reminder_sender_dispose (GObject *object)
{
  ThawReminderSender *self = THAW_REMINDER_SENDER (object);

  g_clear_object (&self->notifier);

  G_OBJECT_CLASS (thaw_reminder_sender_parent_class)->dispose (object);
}

static void
thaw_reminder_sender_finalize (GObject *object)
{
  ThawReminderSender *self = THAW_REMINDER_SENDER (object);

  g_hash_table_unref (self->to_withdraw);

  G_OBJECT_CLASS (thaw_reminder_sender_parent_class)->finalize (object);
}

static void
thaw_reminder_sender_class_init (ThawReminderSenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_reminder_sender_dispose;
  object_class->finalize = thaw_reminder_sender_finalize;

  /**
   * ThawReminderSender::heard:
   * @uuid: (nullable): the identity of the reminder, or %NULL for a test
   * @is_sent: whether it arrived
   *
   * There is word of a notification.
   */
  signals[SIGNAL_HEARD] = g_signal_new ("heard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
thaw_reminder_sender_init (ThawReminderSender *self)
{
  self->to_withdraw = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->can_notify = TRUE;
}

/**
 * thaw_reminder_sender_new:
 *
 * Returns: (transfer full): a sender without a notifier
 */
ThawReminderSender *
thaw_reminder_sender_new (void)
{
  return g_object_new (THAW_TYPE_REMINDER_SENDER, NULL);
}

/**
 * thaw_reminder_sender_set_notifier:
 * @notifier: (nullable): who shows notifications, or %NULL for nobody
 */
void
thaw_reminder_sender_set_notifier (ThawReminderSender *self,
                                   ThawNotifier       *notifier)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (THAW_IS_REMINDER_SENDER (self));
  g_return_if_fail (notifier == NULL || THAW_IS_NOTIFIER (notifier));

  if (!g_set_object (&self->notifier, notifier) || notifier == NULL)
    return;

  g_hash_table_iter_init (&iter, self->to_withdraw);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    thaw_notifier_withdraw (notifier, id);
  g_hash_table_remove_all (self->to_withdraw);
}

/**
 * thaw_reminder_sender_get_can_notify:
 *
 * Returns: %FALSE if the last notification did not arrive; %TRUE also if none was tried yet
 */
gboolean
thaw_reminder_sender_get_can_notify (ThawReminderSender *self)
{
  g_return_val_if_fail (THAW_IS_REMINDER_SENDER (self), FALSE);

  return self->can_notify;
}

/* The window shows it all the same, and what is missing is no fault of the program's: no warning. */
static void
note_not_sent (ThawReminderSender *self,
               const char         *why)
{
  if (!self->was_logged)
    g_message ("Reminders are shown in the window alone: %s", why);
  self->was_logged = TRUE;
  self->can_notify = FALSE;
}

static char *
make_id (const char *uuid)
{
  return g_strconcat (ID_PREFIX, uuid, NULL);
}

typedef struct
{
  GWeakRef sender;
  char *uuid; /* (owned) */
} Sending;

static void
sending_free (Sending *sending)
{
  g_weak_ref_clear (&sending->sender);
  g_free (sending->uuid);
  g_free (sending);
}

static void
on_sent_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Sending *sending = user_data;
  g_autoptr (ThawReminderSender) self = g_weak_ref_get (&sending->sender);
  g_autoptr (GError) error = NULL;
  g_autofree char *taker = thaw_notifier_send_finish (THAW_NOTIFIER (source), result, &error);

  if (self != NULL)
    {
      if (taker != NULL)
        self->can_notify = TRUE;
      else
        note_not_sent (self, error->message);
      g_signal_emit (self, signals[SIGNAL_HEARD], 0, sending->uuid, taker != NULL);
    }
  sending_free (sending);
}

/**
 * thaw_reminder_sender_send:
 * @reminder: a reminder that was saved
 * @shows_details: whether the notification may say what it is about
 *
 * Sends a reminder. #ThawReminderSender::heard tells what became of it, unless there is
 * nobody to take it.
 *
 * Returns: whether there will be word of it
 */
gboolean
thaw_reminder_sender_send (ThawReminderSender *self,
                           const ThawReminder *reminder,
                           gboolean            shows_details)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *id = NULL;
  Sending *sending;

  g_return_val_if_fail (THAW_IS_REMINDER_SENDER (self), FALSE);
  g_return_val_if_fail (reminder != NULL && reminder->uuid != NULL, FALSE);

  if (self->notifier == NULL)
    {
      note_not_sent (self, "there is nobody who shows notifications");
      return FALSE;
    }

  id = make_id (reminder->uuid);
  notification = thaw_reminder_notification_new (reminder, shows_details);
  sending = g_new0 (Sending, 1);
  g_weak_ref_init (&sending->sender, self);
  sending->uuid = g_strdup (reminder->uuid);
  /* Whatever ends meanwhile, it goes on: what was begun shall arrive. */
  thaw_notifier_send_async (self->notifier, id, notification, NULL, on_sent_cb, sending);

  return TRUE;
}

/**
 * thaw_reminder_sender_withdraw:
 * @uuid: the identity of a reminder
 *
 * Takes its notification back, if there is one.
 */
void
thaw_reminder_sender_withdraw (ThawReminderSender *self,
                               const char         *uuid)
{
  g_autofree char *id = NULL;

  g_return_if_fail (THAW_IS_REMINDER_SENDER (self));
  g_return_if_fail (uuid != NULL);

  id = make_id (uuid);
  if (self->notifier != NULL)
    thaw_notifier_withdraw (self->notifier, id);
  else
    g_hash_table_add (self->to_withdraw, g_steal_pointer (&id));
}

static void
on_test_sent_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ThawReminderSender *self = g_task_get_task_data (task);
  GError *error = NULL;
  char *taker = thaw_notifier_send_finish (THAW_NOTIFIER (source), result, &error);

  if (taker != NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->can_notify = taker != NULL;
      g_signal_emit (self, signals[SIGNAL_HEARD], 0, NULL, taker != NULL);
    }

  if (taker != NULL)
    g_task_return_pointer (task, taker, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * thaw_reminder_sender_send_test_async:
 * @source_object: (type GObject.Object): whose #GTask it is
 * @cancellable: (nullable): to stop waiting
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Sends a notification that only says that it is a test. The task returns the name of the
 * program that took it, or a #ThawNotifierError.
 */
void
thaw_reminder_sender_send_test_async (ThawReminderSender  *self,
                                      gpointer             source_object,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GNotification) notification = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (THAW_IS_REMINDER_SENDER (self));

  task = g_task_new (source_object, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_reminder_sender_send_test_async);
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);
  if (self->notifier == NULL)
    {
      self->can_notify = FALSE;
      g_task_return_new_error (task, THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE, "%s",
                               _("There is nobody who shows notifications"));
      g_signal_emit (self, signals[SIGNAL_HEARD], 0, NULL, FALSE);
      return;
    }

  notification = thaw_reminder_notification_new_test ();
  thaw_notifier_send_async (self->notifier, TEST_ID, notification, cancellable, on_test_sent_cb,
                            g_steal_pointer (&task));
}
