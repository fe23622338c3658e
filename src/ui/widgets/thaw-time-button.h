/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_TIME_BUTTON (thaw_time_button_get_type ())
G_DECLARE_FINAL_TYPE (ThawTimeButton, thaw_time_button, THAW, TIME_BUTTON, GtkBox)

GtkWidget *thaw_time_button_new        (const char     *title) G_GNUC_WARN_UNUSED_RESULT;

int        thaw_time_button_get_minute (ThawTimeButton *self);
void       thaw_time_button_set_minute (ThawTimeButton *self,
                                        int             minute);
void       thaw_time_button_update     (ThawTimeButton *self);

G_END_DECLS
