/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/thaw-mark-keeper.h"

G_BEGIN_DECLS

#define THAW_TYPE_MARK_BOX (thaw_mark_box_get_type ())
G_DECLARE_FINAL_TYPE (ThawMarkBox, thaw_mark_box, THAW, MARK_BOX, GtkBox)

GtkWidget *thaw_mark_box_new        (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_mark_box_set_keeper (ThawMarkBox    *self,
                                     ThawMarkKeeper *keeper);

G_END_DECLS
