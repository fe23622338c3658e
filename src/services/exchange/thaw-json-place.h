/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "thaw-session.h"

G_BEGIN_DECLS

/**
 * ThawJsonPlace:
 * @object: (nullable): what is being read
 * @where: (not nullable): what it is, for a person, as "Entry 3"
 * @error: (nullable): where to say what is wrong
 *
 * A place in a file. All that is said of a mistake says where it is.
 */
typedef struct
{
  JsonObject *object;
  const char *where;
  GError    **error;
} ThawJsonPlace;

gboolean    thaw_json_place_refuse      (const ThawJsonPlace *self,
                                         const char          *member,
                                         const char          *expected);

JsonNode   *thaw_json_place_get_member  (const ThawJsonPlace *self,
                                         const char          *member);
const char *thaw_json_place_get_string  (const ThawJsonPlace *self,
                                         const char          *member);
gboolean    thaw_json_place_get_objects (const ThawJsonPlace  *self,
                                         const char           *member,
                                         const char *const    *members,
                                         JsonArray           **out_objects);
gboolean    thaw_json_place_get_object  (const ThawJsonPlace  *self,
                                         const char           *member,
                                         const char *const    *members,
                                         JsonObject          **out_object);

gboolean    thaw_json_place_read_int    (const ThawJsonPlace *self,
                                         const char          *member,
                                         int                  lowest,
                                         int                  highest,
                                         int                 *out_number);
gboolean    thaw_json_place_read_mood   (const ThawJsonPlace *self,
                                         const char          *feeling_member,
                                         const char          *valence_member,
                                         ThawMoodLevel       *out_level);
gboolean    thaw_json_place_read_text   (const ThawJsonPlace  *self,
                                         const char           *member,
                                         const char          **out_text);
gboolean    thaw_json_place_read_line   (const ThawJsonPlace  *self,
                                         const char           *member,
                                         gsize                 max_bytes,
                                         const char          **out_line);
gboolean    thaw_json_place_read_short_text (const ThawJsonPlace  *self,
                                             const char           *member,
                                             gsize                 max_bytes,
                                             char                **out_text);
gboolean    thaw_json_place_read_boolean (const ThawJsonPlace *self,
                                          const char          *member,
                                          gboolean            *out_value);
gboolean    thaw_json_place_read_day    (const ThawJsonPlace *self,
                                         const char          *member,
                                         ThawDay             *out_day);
gboolean    thaw_json_place_read_ms     (const ThawJsonPlace *self,
                                         const char          *member,
                                         gint64              *out_ms);
char       *thaw_json_place_dup_uuid    (const ThawJsonPlace *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    thaw_json_place_read_moment (const ThawJsonPlace *self,
                                         ThawMoment          *out_moment);

G_END_DECLS
