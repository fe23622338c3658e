/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-notification"

#include "config.h"
#include "thaw-reminder-notification.h"

#include <glib/gi18n-lib.h>

#include "thaw-reminder-words.h"

static GNotification *
make_notification (const char *title,
                   const char *body)
{
  GNotification *notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (APP_ID);

  if (body != NULL)
    g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_NORMAL);

  return notification;
}

/**
 * thaw_reminder_notification_new:
 * @reminder: a reminder that was saved
 * @shows_details: whether it may say what it is about; who looks at the screen may read that
 *
 * Makes what is shown when a reminder comes. It leads to the actions “app.open-reminder”,
 * “app.snooze-reminder” and “app.put-off-reminder”, with the reminder's UUID.
 *
 * Returns: (transfer full): a notification
 */
GNotification *
thaw_reminder_notification_new (const ThawReminder *reminder,
                                gboolean            shows_details)
{
  GNotification *notification;
  const char *open_label;

  g_return_val_if_fail (reminder != NULL, NULL);
  g_return_val_if_fail (reminder->uuid != NULL, NULL);

  /* The title is plain text everywhere; a body may be read as markup. */
  if (shows_details && reminder->title[0] != '\0')
    notification = make_notification (reminder->title, NULL);
  else
    notification = make_notification (_("A reminder from Thaw"), _("You asked to be reminded of something."));

  g_notification_set_default_action_and_target (notification, "app.open-reminder", "s", reminder->uuid);
  open_label = thaw_reminder_opens_to_words (reminder->opens);
  if (open_label != NULL)
    g_notification_add_button_with_target (notification, open_label, "app.open-reminder", "s", reminder->uuid);
  /* Translators: a button of a reminder; it comes again then */
  g_notification_add_button_with_target (notification, _("In 15 Minutes"), "app.snooze-reminder", "s", reminder->uuid);
  /* Translators: a button of a reminder; it does not come again today */
  g_notification_add_button_with_target (notification, _("Not Today"), "app.put-off-reminder", "s", reminder->uuid);

  return notification;
}

/**
 * thaw_reminder_notification_new_test:
 *
 * Returns: (transfer full): what is shown to see whether notifications arrive; a click on it shows the window
 */
GNotification *
thaw_reminder_notification_new_test (void)
{
  return make_notification (_("A test reminder from Thaw"), _("This is how a reminder comes."));
}
