/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-storage-error"

#include "config.h"
#include "thaw-storage-error.h"

G_DEFINE_QUARK (thaw-storage-error-quark, thaw_storage_error)
