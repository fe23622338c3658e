/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-notifier"

#include "config.h"
#include "thaw-notifier.h"

/**
 * ThawNotifier:
 *
 * Shows notifications, and says whether they arrived. The desktop does it in the
 * program (#ThawDesktopNotifier); in tests it is somebody who only takes notes.
 */
G_DEFINE_INTERFACE (ThawNotifier, thaw_notifier, G_TYPE_OBJECT)

G_DEFINE_QUARK (thaw-notifier-error-quark, thaw_notifier_error)

static void
thaw_notifier_default_init (ThawNotifierInterface *iface)
{
}

/**
 * thaw_notifier_send_async:
 * @id: what the notification is called; one that has the same id is replaced
 * @notification: what to show
 * @cancellable: (nullable): stops waiting; it may have arrived all the same
 * @callback: (nullable): called on the main loop
 * @user_data: for @callback
 *
 * Sends a notification. One is sent after the other, in the order they were asked for.
 */
void
thaw_notifier_send_async (ThawNotifier        *self,
                          const char          *id,
                          GNotification       *notification,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (THAW_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (G_IS_NOTIFICATION (notification));

  THAW_NOTIFIER_GET_IFACE (self)->send_async (self, id, notification, cancellable, callback, user_data);
}

/**
 * thaw_notifier_send_finish:
 * @error: return location for a #ThawNotifierError
 *
 * Returns: (transfer full) (nullable): the name of the program that took the notification, or %NULL with an error
 */
char *
thaw_notifier_send_finish (ThawNotifier  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (THAW_IS_NOTIFIER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return THAW_NOTIFIER_GET_IFACE (self)->send_finish (self, result, error);
}

/**
 * thaw_notifier_withdraw:
 * @id: as it was sent
 *
 * Takes a notification back, after all that was sent before. That there is none is no error.
 */
void
thaw_notifier_withdraw (ThawNotifier *self,
                        const char   *id)
{
  g_return_if_fail (THAW_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  THAW_NOTIFIER_GET_IFACE (self)->withdraw (self, id);
}
