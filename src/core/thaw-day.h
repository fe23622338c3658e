/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawDay:
 *
 * A calendar day, as the number of days since 1 January of year 1 counted from
 * one (what #GDate calls the Julian day). A plain number, so that neighbours
 * are one apart and days compare with the usual operators.
 */
typedef gint32 ThawDay;

#define THAW_DAY_NONE ((ThawDay) 0)

/* 1970-01-01, the day on which Unix time starts. */
#define THAW_DAY_EPOCH ((ThawDay) 719163)

/* A journal reaches from the year 1 to the year 9999, what ISO 8601 can write in four digits. */
#define THAW_DAY_FIRST ((ThawDay) 1)
#define THAW_DAY_LAST ((ThawDay) 3652059)

/* Room for "2026-11-23" and its end. */
#define THAW_DAY_ISO_SIZE 11

gboolean   thaw_day_is_valid    (ThawDay day);

ThawDay    thaw_day_new         (int year,
                                 int month,
                                 int day_of_month);
ThawDay    thaw_day_from_iso    (const char *iso);
ThawDay    thaw_day_from_time   (GDateTime *time);

void       thaw_day_split       (ThawDay day,
                                 int    *out_year,
                                 int    *out_month,
                                 int    *out_day_of_month);
char      *thaw_day_to_iso      (ThawDay day);
void       thaw_day_write_iso   (ThawDay day,
                                 char    buffer[THAW_DAY_ISO_SIZE]);
GDateTime *thaw_day_to_midnight (ThawDay    day,
                                 GTimeZone *zone);
char      *thaw_day_format      (ThawDay     day,
                                 const char *format);

int        thaw_day_get_weekday    (ThawDay day);
ThawDay    thaw_day_add_months     (ThawDay day,
                                    int     months);
ThawDay    thaw_day_start_of_week  (ThawDay day,
                                    int     first_weekday);
ThawDay    thaw_day_start_of_month (ThawDay day);
int        thaw_day_days_in_month  (ThawDay day);
int        thaw_day_get_first_weekday (void);

G_END_DECLS
