/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-settings.h"

G_BEGIN_DECLS

#define THAW_TYPE_AUTOSTART (thaw_autostart_get_type ())
G_DECLARE_FINAL_TYPE (ThawAutostart, thaw_autostart, THAW, AUTOSTART, GObject)

ThawAutostart      *thaw_autostart_new        (const char           *app_id,
                                               const char           *command,
                                               ThawSettings         *settings,
                                               GDBusConnection      *portal_bus) G_GNUC_WARN_UNUSED_RESULT;

ThawAutostartState  thaw_autostart_get_state  (ThawAutostart        *self);
void                thaw_autostart_set_async  (ThawAutostart        *self,
                                               gboolean              is_wanted,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean            thaw_autostart_set_finish (ThawAutostart        *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
