/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity-tally.h"
#include "thaw-journal-summary.h"

G_BEGIN_DECLS

void thaw_cli_print_summary_json (ThawJournalSummary *summary,
                                  GPtrArray          *reflections,
                                  GPtrArray          *tallies);

G_END_DECLS
