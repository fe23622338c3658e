/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-coping.h"

G_BEGIN_DECLS

#define THAW_TYPE_COPING_ROW (thaw_coping_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawCopingRow, thaw_coping_row, THAW, COPING_ROW, GtkBox)

GtkWidget            *thaw_coping_row_new      (const ThawCopingMark *mark,
                                                const char           *name) G_GNUC_WARN_UNUSED_RESULT;
const ThawCopingMark *thaw_coping_row_get_mark (ThawCopingRow *self);

G_END_DECLS
