/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ThawNotifierError:
 * @THAW_NOTIFIER_ERROR_NO_SERVICE: there is nobody who shows notifications
 * @THAW_NOTIFIER_ERROR_NO_ANSWER: there is, and it did not answer
 *
 * Why a notification did not arrive.
 */
typedef enum
{
  THAW_NOTIFIER_ERROR_NO_SERVICE,
  THAW_NOTIFIER_ERROR_NO_ANSWER,
} ThawNotifierError;

#define THAW_NOTIFIER_ERROR (thaw_notifier_error_quark ())
GQuark thaw_notifier_error_quark (void);

#define THAW_TYPE_NOTIFIER (thaw_notifier_get_type ())
G_DECLARE_INTERFACE (ThawNotifier, thaw_notifier, THAW, NOTIFIER, GObject)

/**
 * ThawNotifierInterface:
 * @send_async: sends a notification; one with the same id is replaced
 * @send_finish: (transfer full): the name of who took it, or %NULL with a #ThawNotifierError
 * @withdraw: takes a notification back; that there is none is no error
 *
 * Who shows notifications.
 */
struct _ThawNotifierInterface
{
  GTypeInterface parent_iface;

  void  (*send_async)  (ThawNotifier         *self,
                        const char           *id,
                        GNotification        *notification,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data);
  char *(*send_finish) (ThawNotifier         *self,
                        GAsyncResult         *result,
                        GError              **error);
  void  (*withdraw)    (ThawNotifier         *self,
                        const char           *id);
};

void  thaw_notifier_send_async  (ThawNotifier         *self,
                                 const char           *id,
                                 GNotification        *notification,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
char *thaw_notifier_send_finish (ThawNotifier         *self,
                                 GAsyncResult         *result,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void  thaw_notifier_withdraw    (ThawNotifier         *self,
                                 const char           *id);

G_END_DECLS
