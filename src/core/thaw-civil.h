/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"

G_BEGIN_DECLS

/**
 * ThawCivil:
 *
 * A minute as the clock on the wall shows it: a calendar day and a minute of that day, in
 * one number. It says nothing of a zone, so that “tomorrow at nine” stays that, wherever
 * and whenever tomorrow is; and neighbours are one apart, however long an hour is that day.
 */
typedef gint64 ThawCivil;

#define THAW_CIVIL_NONE ((ThawCivil) 0)

#define THAW_CIVIL_MINUTES_PER_DAY (24 * 60)

ThawCivil thaw_civil_new         (ThawDay    day,
                                  int        minute);
ThawDay   thaw_civil_get_day     (ThawCivil  civil);
int       thaw_civil_get_minute  (ThawCivil  civil);

ThawCivil thaw_civil_from_utc_ms (gint64     utc_ms,
                                  GTimeZone *zone);
gint64    thaw_civil_to_utc_ms   (ThawCivil  civil,
                                  GTimeZone *zone);
gint64    thaw_civil_to_last_utc_ms (ThawCivil  civil,
                                     GTimeZone *zone);

G_END_DECLS
