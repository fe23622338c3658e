/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-session.h"

G_BEGIN_DECLS

void thaw_csv_append_cell (GString    *out,
                           const char *text);
void thaw_csv_append_time (GString          *out,
                           const ThawMoment *moment);
void thaw_csv_append_mood (GString             *out,
                           const ThawMoodLevel *level);
void thaw_csv_append_int  (GString *out,
                           int      number,
                           int      none);

G_END_DECLS
