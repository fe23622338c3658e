/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PERSON_FORM (thaw_person_form_get_type ())
G_DECLARE_FINAL_TYPE (ThawPersonForm, thaw_person_form, THAW, PERSON_FORM, GtkBox)

void     thaw_person_form_set_services  (ThawPersonForm   *self,
                                         ThawServices     *services);
void     thaw_person_form_fill          (ThawPersonForm   *self,
                                         const ThawPerson *person);
void     thaw_person_form_read          (ThawPersonForm   *self,
                                         ThawPerson       *person);
void     thaw_person_form_finish_typing (ThawPersonForm   *self);
gboolean thaw_person_form_is_busy       (ThawPersonForm   *self);
gboolean thaw_person_form_is_valid      (ThawPersonForm   *self);
void     thaw_person_form_focus_problem (ThawPersonForm   *self);

G_END_DECLS
