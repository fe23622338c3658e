/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-person.h"

G_BEGIN_DECLS

void thaw_vcard_append_person (GString          *out,
                               const ThawPerson *person,
                               GBytes           *photo);

G_END_DECLS
