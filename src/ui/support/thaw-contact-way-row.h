/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-contact-way.h"

G_BEGIN_DECLS

#define THAW_TYPE_CONTACT_WAY_ROW (thaw_contact_way_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawContactWayRow, thaw_contact_way_row, THAW, CONTACT_WAY_ROW, AdwActionRow)

GtkWidget *thaw_contact_way_row_new (const char           *name_of_whom,
                                     const ThawContactWay *way) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
