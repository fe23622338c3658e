/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_WEEKDAY_BUTTONS (thaw_weekday_buttons_get_type ())
G_DECLARE_FINAL_TYPE (ThawWeekdayButtons, thaw_weekday_buttons, THAW, WEEKDAY_BUTTONS, GtkWidget)

guint thaw_weekday_buttons_get (ThawWeekdayButtons *self);
void  thaw_weekday_buttons_set (ThawWeekdayButtons *self,
                                guint               weekdays);

G_END_DECLS
