/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-content-error"

#include "config.h"
#include "content/thaw-content-error.h"

G_DEFINE_QUARK (thaw-content-error-quark, thaw_content_error)
