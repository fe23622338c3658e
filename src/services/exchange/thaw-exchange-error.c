/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-exchange-error"

#include "config.h"
#include "thaw-exchange-error.h"

G_DEFINE_QUARK (thaw-exchange-error-quark, thaw_exchange_error)
