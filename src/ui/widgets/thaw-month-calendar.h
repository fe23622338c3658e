/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-day.h"

G_BEGIN_DECLS

#define THAW_TYPE_MONTH_CALENDAR (thaw_month_calendar_get_type ())
G_DECLARE_FINAL_TYPE (ThawMonthCalendar, thaw_month_calendar, THAW, MONTH_CALENDAR, GtkWidget)

GtkWidget *thaw_month_calendar_new       (void) G_GNUC_WARN_UNUSED_RESULT;

ThawDay    thaw_month_calendar_get_month (ThawMonthCalendar *self);
void       thaw_month_calendar_set_month (ThawMonthCalendar *self,
                                          ThawDay            month);

ThawDay    thaw_month_calendar_get_today (ThawMonthCalendar *self);
void       thaw_month_calendar_set_today (ThawMonthCalendar *self,
                                          ThawDay            today);

ThawDay    thaw_month_calendar_get_day   (ThawMonthCalendar *self);
void       thaw_month_calendar_set_day   (ThawMonthCalendar *self,
                                          ThawDay            day);

void       thaw_month_calendar_set_moods (ThawMonthCalendar *self,
                                          GArray            *moods);
void       thaw_month_calendar_focus_day (ThawMonthCalendar *self);

G_END_DECLS
