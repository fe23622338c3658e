/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PRACTICE_PAGE (thaw_practice_page_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticePage, thaw_practice_page, THAW, PRACTICE_PAGE, AdwBin)

GtkWidget *thaw_practice_page_new   (ThawServices     *services) G_GNUC_WARN_UNUSED_RESULT;

gboolean   thaw_practice_page_focus (ThawPracticePage *self,
                                     const char       *activity);

G_END_DECLS
