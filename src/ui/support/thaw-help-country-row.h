/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_HELP_COUNTRY_ROW (thaw_help_country_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawHelpCountryRow, thaw_help_country_row, THAW, HELP_COUNTRY_ROW, AdwComboRow)

void thaw_help_country_row_set_services (ThawHelpCountryRow *self,
                                         ThawServices       *services);

G_END_DECLS
