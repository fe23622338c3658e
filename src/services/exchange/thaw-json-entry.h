/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "thaw-entry.h"

G_BEGIN_DECLS

ThawEntry *thaw_json_entry_read (JsonObject  *object,
                                 guint        number,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
