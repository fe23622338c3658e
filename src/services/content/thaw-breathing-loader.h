/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-error.h"
#include "thaw-breath-pattern.h"

G_BEGIN_DECLS

GPtrArray *thaw_breathing_loader_load (GHashTable  *ids,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *thaw_breathing_loader_read (GBytes      *bytes,
                                       const char  *file,
                                       GHashTable  *ids,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
