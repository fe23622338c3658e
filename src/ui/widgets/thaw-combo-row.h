/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void thaw_combo_row_show_whole (AdwComboRow *row);
void thaw_combo_row_set_name (AdwComboRow *row,
                              const char  *name);

G_END_DECLS
