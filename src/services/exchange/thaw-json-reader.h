/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *thaw_json_reader_read (GBytes        *bytes,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
