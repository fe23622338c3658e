/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-import-batch.h"

G_BEGIN_DECLS

ThawImportBatch *thaw_json_reader_read (GBytes        *bytes,
                                        GCancellable  *cancellable,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
