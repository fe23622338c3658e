/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     thaw_background_portal_request_async  (GDBusConnection      *bus,
                                                const char           *reason,
                                                const char *const    *command_line,
                                                gboolean              autostart,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean thaw_background_portal_request_finish (GAsyncResult         *result,
                                                gboolean             *out_autostart,
                                                GError              **error);

G_END_DECLS
