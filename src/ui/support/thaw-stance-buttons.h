/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-article-mark.h"

G_BEGIN_DECLS

#define THAW_TYPE_STANCE_BUTTONS (thaw_stance_buttons_get_type ())
G_DECLARE_FINAL_TYPE (ThawStanceButtons, thaw_stance_buttons, THAW, STANCE_BUTTONS, GtkWidget)

ThawStance  thaw_stance_buttons_get_stance (ThawStanceButtons *self);
void        thaw_stance_buttons_set_stance (ThawStanceButtons *self,
                                            ThawStance         stance);

G_END_DECLS
