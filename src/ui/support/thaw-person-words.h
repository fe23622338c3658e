/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-person.h"

G_BEGIN_DECLS

const char *thaw_person_words_get_role     (const ThawPerson *person);
char       *thaw_person_words_make_contact (const ThawPerson *person,
                                            ThawDay           today) G_GNUC_WARN_UNUSED_RESULT;
char       *thaw_person_words_make_nudge   (const ThawPerson *person,
                                            ThawDay           today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
