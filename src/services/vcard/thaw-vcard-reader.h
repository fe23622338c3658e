/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vcard/thaw-vcard-batch.h"

G_BEGIN_DECLS

#define THAW_VCARD_MAX_CONTACTS 50000

ThawVcardBatch *thaw_vcard_read (GBytes        *bytes,
                                 GCancellable  *cancellable,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
