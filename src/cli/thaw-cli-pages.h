/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-journal-filter.h"

G_BEGIN_DECLS

gboolean thaw_cli_check_limit (int limit);
int      thaw_cli_print_pages (const char              *directory,
                               const ThawJournalFilter *filter,
                               guint                    limit);

G_END_DECLS
