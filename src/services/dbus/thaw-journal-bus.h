/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a running Thaw offers its journal. Its bus name is APP_ID. */
#define THAW_JOURNAL_BUS_PATH "/io/github/thawapp/Thaw/Journal"

void thaw_journal_bus_register_errors (void);

G_END_DECLS
