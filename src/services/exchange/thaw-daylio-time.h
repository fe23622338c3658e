/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"

G_BEGIN_DECLS

ThawDay thaw_daylio_read_day    (const char *full_date,
                                 const char *year,
                                 const char *date);
int     thaw_daylio_read_minute (const char *time);

G_END_DECLS
