/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-states.h"
#include "thaw-people-store.h"

G_BEGIN_DECLS

/* A person that nobody could have: nothing that was ever asked for. */
#define FAULT_PERSON_TORN (-1)

gboolean fault_person_save   (ThawPeopleStore  *people,
                              FaultState        version,
                              GError          **error);
gboolean fault_person_remove (ThawPeopleStore  *people,
                              GError          **error);
gboolean fault_person_read   (ThawPeopleStore  *people,
                              FaultState       *out_state,
                              GError          **error);

G_END_DECLS
