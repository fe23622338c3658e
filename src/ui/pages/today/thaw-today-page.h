/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_TODAY_PAGE (thaw_today_page_get_type ())
G_DECLARE_FINAL_TYPE (ThawTodayPage, thaw_today_page, THAW, TODAY_PAGE, GtkBox)

GtkWidget *thaw_today_page_new (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_today_page_focus_entry (ThawTodayPage *self,
                                        const char    *uuid);

G_END_DECLS
