/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-care-item.h"

G_BEGIN_DECLS

#define THAW_TYPE_CARE_ROW (thaw_care_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawCareRow, thaw_care_row, THAW, CARE_ROW, AdwActionRow)

GtkWidget  *thaw_care_row_new    (const ThawCareItem *item,
                                  GPtrArray          *people) G_GNUC_WARN_UNUSED_RESULT;

const char *thaw_care_row_get_id (ThawCareRow        *self);

G_END_DECLS
