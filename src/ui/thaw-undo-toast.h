/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ThawToastFunc:
 * @user_data: what was passed along
 *
 * What the button of a toast does.
 */
typedef void (*ThawToastFunc) (gpointer user_data);

void thaw_undo_toast_show (AdwToastOverlay *overlay,
                           const char      *sentence,
                           const char      *button_label,
                           ThawToastFunc    func,
                           gpointer         user_data,
                           GDestroyNotify   user_data_free);

G_END_DECLS
