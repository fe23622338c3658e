/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-clock.h"

G_BEGIN_DECLS

ThawMoment thaw_cli_parse_time (const char *text,
                                ThawClock  *clock);

G_END_DECLS
