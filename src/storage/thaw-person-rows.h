/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The columns of a row of ThawPeopleStore. */

#define THAW_PERSON_COLUMNS \
  "uuid, kind, name, role, photo, last_contact, is_favourite, keeps_distance, nudge_days, modified_ms, ask, notes"

/* All ways to reach somebody in one column, so that a list is one question. What parts them cannot stand in a line. */
#define THAW_PERSON_FIELD_END "\x1f"
#define THAW_PERSON_WAY_END   "\x1e"
#define THAW_PERSON_WAYS \
  "(SELECT group_concat (kind || char (0x1f) || ifnull (label, '') || char (0x1f) || value, char (0x1e))" \
  "  FROM (SELECT kind, label, value FROM person_way WHERE person_way.person = person.id ORDER BY ordinal))"
