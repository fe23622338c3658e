/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ThawTestNotificationService:
 * @log: what it was told: each notification as “add ID TITLE | BODY | BUTTONS”, or as “remove ID”
 * @last_number: of the latest notification, where they have numbers
 * @is_mute: whether it keeps all answers to itself
 *
 * Somebody who shows notifications, on a connection of their own.
 */
typedef struct
{
  GDBusConnection *bus;   /* (owned) */
  GDBusNodeInfo   *info;  /* (owned) */
  guint            object_id;
  char            *name;  /* (owned) */
  GPtrArray       *log;   /* of utf8 */
  guint32          last_number;
  gboolean         is_mute;
} ThawTestNotificationService;

ThawTestNotificationService *thaw_test_notification_service_new    (const char                  *name) G_GNUC_WARN_UNUSED_RESULT;
void                         thaw_test_notification_service_free   (ThawTestNotificationService *self);
void                         thaw_test_notification_service_invoke (ThawTestNotificationService *self,
                                                                    const char                  *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawTestNotificationService, thaw_test_notification_service_free)

G_END_DECLS
