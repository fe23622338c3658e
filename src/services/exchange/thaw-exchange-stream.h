/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is read: a journal of 100,000 entries is about 60 MB. */
#define THAW_EXCHANGE_MAX_BYTES ((gsize) 512 * 1024 * 1024)

GBytes *thaw_exchange_read_sync (GInputStream  *stream,
                                 gsize          n_max,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
