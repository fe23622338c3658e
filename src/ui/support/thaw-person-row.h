/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PERSON_ROW (thaw_person_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawPersonRow, thaw_person_row, THAW, PERSON_ROW, AdwActionRow)

GtkWidget        *thaw_person_row_new        (ThawServices     *services,
                                              const ThawPerson *person) G_GNUC_WARN_UNUSED_RESULT;

const ThawPerson *thaw_person_row_get_person (ThawPersonRow    *self);
void              thaw_person_row_set_person (ThawPersonRow    *self,
                                              const ThawPerson *person);

G_END_DECLS
