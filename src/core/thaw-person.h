/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-contact-way.h"
#include "thaw-day.h"

G_BEGIN_DECLS

/**
 * ThawPersonKind:
 * @THAW_PERSON_FAMILY: somebody of the family, or a partner
 * @THAW_PERSON_FRIEND: a friend
 * @THAW_PERSON_MENTOR: a sponsor, a mentor
 * @THAW_PERSON_GROUP: a group, or somebody from it
 * @THAW_PERSON_PROFESSIONAL: somebody whose profession it is: a therapist, a doctor, a counsellor
 * @THAW_PERSON_OTHER: somebody else
 *
 * Who somebody is for the person.
 */
typedef enum
{
  THAW_PERSON_FAMILY,
  THAW_PERSON_FRIEND,
  THAW_PERSON_MENTOR,
  THAW_PERSON_GROUP,
  THAW_PERSON_PROFESSIONAL,
  THAW_PERSON_OTHER,
} ThawPersonKind;

#define THAW_N_PERSON_KINDS (THAW_PERSON_OTHER + 1)

#define THAW_PERSON_MAX_NAME_BYTES 200
#define THAW_PERSON_MAX_TEXT_BYTES 100000
#define THAW_PERSON_MAX_WAYS       50
#define THAW_PERSON_MAX_NUDGE_DAYS 365

/**
 * ThawPerson:
 * @id: (nullable): the identity, a UUID; %NULL before it was saved
 * @kind: who they are for the person
 * @name: (not nullable): what they are called; one line
 * @role: (nullable): who they are in the person’s own words, as “my sponsor”; one line
 * @ways: (element-type ThawContactWay): how to reach them, the best way first
 * @ask: (nullable): what the person may ask of them
 * @notes: (nullable): what else there is to know
 * @photo: (nullable): the identity of a #ThawPhoto
 * @last_contact: when they last talked, or %THAW_DAY_NONE
 * @is_favourite: whether they come first
 * @keeps_distance: whether the person would rather keep their distance from them
 * @nudge_days: after how many days without contact Today may say so; 0 for never
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * Somebody in the life of a person.
 */
typedef struct
{
  char           *id;
  ThawPersonKind  kind;
  char           *name;
  char           *role;
  GPtrArray      *ways;
  char           *ask;
  char           *notes;
  char           *photo;
  ThawDay         last_contact;
  gboolean        is_favourite;
  gboolean        keeps_distance;
  int             nudge_days;
  gint64          modified_ms;
} ThawPerson;

#define THAW_TYPE_PERSON (thaw_person_get_type ())
GType       thaw_person_get_type (void);
ThawPerson *thaw_person_new      (ThawPersonKind    kind,
                                  const char       *name) G_GNUC_WARN_UNUSED_RESULT;
ThawPerson *thaw_person_copy     (const ThawPerson *self) G_GNUC_WARN_UNUSED_RESULT;
void        thaw_person_free     (ThawPerson       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawPerson, thaw_person_free)

gboolean    thaw_person_equal           (const ThawPerson *self,
                                         const ThawPerson *other);
int         thaw_person_compare         (const ThawPerson *self,
                                         const ThawPerson *other);
gboolean    thaw_person_is_nudge_due    (const ThawPerson *self,
                                         ThawDay           today);
const ThawContactWay *thaw_person_get_first_way (const ThawPerson *self,
                                                 ThawContactKind   kind);

const char *thaw_person_kind_to_slug   (ThawPersonKind  kind);
gboolean    thaw_person_kind_from_slug (const char     *slug,
                                        ThawPersonKind *out_kind);
const char *thaw_person_kind_get_name  (ThawPersonKind  kind);

G_END_DECLS
