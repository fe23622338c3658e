/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawCarePart:
 * @THAW_CARE_WARNING_SIGNS: how the person notices that a hard time is coming
 * @THAW_CARE_MYSELF: what they can do themselves
 * @THAW_CARE_PLACES: people and places that help to think of something else
 * @THAW_CARE_PEOPLE: people whom they can ask for help
 * @THAW_CARE_PROFESSIONALS: professionals and lines that they can call
 * @THAW_CARE_SAFETY: how the surroundings can be made safer
 *
 * The six parts of a care plan, in the order in which they are used.
 *
 * Source: Stanley and Brown 2012, Cognitive and Behavioral Practice 19:256–264
 */
typedef enum
{
  THAW_CARE_WARNING_SIGNS,
  THAW_CARE_MYSELF,
  THAW_CARE_PLACES,
  THAW_CARE_PEOPLE,
  THAW_CARE_PROFESSIONALS,
  THAW_CARE_SAFETY,
} ThawCarePart;

#define THAW_N_CARE_PARTS (THAW_CARE_SAFETY + 1)

#define THAW_CARE_MAX_TEXT_BYTES 2000
#define THAW_CARE_MAX_POSITION   1000000

/**
 * ThawCareItem:
 * @id: (nullable): the identity, a UUID; %NULL before it was saved
 * @part: where it stands
 * @position: its place in the part; lower ones come first, and two may have the same
 * @text: (not nullable): what it says; of a person or something to do, what it was called
 * @person: (nullable): the identity of a #ThawPerson that it stands for
 * @activity: (nullable): the id of something to do that it stands for, as in #ThawSession
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * A line of the care plan: the person’s own words, somebody of theirs, or something to
 * do. At most one of @person and @activity is there; what is gone still has its name.
 */
typedef struct
{
  char         *id;
  ThawCarePart  part;
  int           position;
  char         *text;
  char         *person;
  char         *activity;
  gint64        modified_ms;
} ThawCareItem;

#define THAW_TYPE_CARE_ITEM (thaw_care_item_get_type ())
GType         thaw_care_item_get_type (void);
ThawCareItem *thaw_care_item_new      (ThawCarePart        part,
                                       int                 position,
                                       const char         *text) G_GNUC_WARN_UNUSED_RESULT;
ThawCareItem *thaw_care_item_copy     (const ThawCareItem *self) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_care_item_free     (ThawCareItem       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawCareItem, thaw_care_item_free)

const char   *thaw_care_part_to_slug   (ThawCarePart  part);
gboolean      thaw_care_part_from_slug (const char   *slug,
                                        ThawCarePart *out_part);
const char   *thaw_care_part_get_name  (ThawCarePart  part);
const char   *thaw_care_part_get_hint  (ThawCarePart  part);

G_END_DECLS
