/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PERSON_EDITOR (thaw_person_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawPersonEditor, thaw_person_editor, THAW, PERSON_EDITOR, AdwWindow)

GtkWindow *thaw_person_editor_new  (ThawServices     *services,
                                    const ThawPerson *person) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_person_editor_open (AdwToastOverlay  *overlay,
                                    ThawServices     *services,
                                    const ThawPerson *person);
void       thaw_person_editor_edit (ThawPersonEditor *self);

G_END_DECLS
