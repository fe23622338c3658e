/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-settings.h"

G_BEGIN_DECLS

ThawAutostartState thaw_autostart_file_get_state (const char  *app_id,
                                                  const char  *command);
gboolean           thaw_autostart_file_set       (const char  *app_id,
                                                  const char  *command,
                                                  gboolean     is_wanted,
                                                  GError     **error);

G_END_DECLS
