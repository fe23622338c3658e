/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-place"

#include "config.h"
#include "thaw-json-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

/* Times of writing lie in the years that a journal can have, whatever the zone. */
#define MS_PER_DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define FIRST_MS ((THAW_DAY_FIRST - THAW_DAY_EPOCH - 1) * MS_PER_DAY)
#define LAST_MS ((THAW_DAY_LAST - THAW_DAY_EPOCH + 2) * MS_PER_DAY)

/* As much as is shown of the name of a field. */
#define MAX_NAME_LETTERS 40

/**
 * thaw_json_place_refuse:
 * @member: the name of a member
 * @expected: what it should be, translated
 *
 * Sets the error %THAW_EXCHANGE_ERROR_INVALID.
 *
 * Returns: %FALSE
 */
gboolean
thaw_json_place_refuse (const ThawJsonPlace *self,
                        const char          *member,
                        const char          *expected)
{
  g_set_error (self->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
               /* Translators: the first %s is a place in a file, as “Entry 3”, the second the name of a field there,
                * the third what the field should be, as “a whole number from 0 to 10, or null” */
               _("%s: “%s” should be %s"), self->where, member, expected);

  return FALSE;
}

/**
 * thaw_json_place_get_member:
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the member; a missing one is the same as null
 */
JsonNode *
thaw_json_place_get_member (const ThawJsonPlace *self,
                            const char          *member)
{
  JsonNode *node = json_object_get_member (self->object, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

/**
 * thaw_json_place_get_string:
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if it is missing or something else
 */
const char *
thaw_json_place_get_string (const ThawJsonPlace *self,
                            const char          *member)
{
  JsonNode *node = thaw_json_place_get_member (self, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* What is not known would be lost. */
static gboolean
check_members (const ThawJsonPlace *self,
               JsonObject          *object,
               const char *const   *members)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (!g_strv_contains (members, l->data))
        {
          glong n_letters = MIN (g_utf8_strlen (l->data, -1), MAX_NAME_LETTERS);
          g_autofree char *shown = g_utf8_substring (l->data, 0, n_letters);
          g_autofree char *quoted = g_strconcat ("\"", shown, "\"", NULL);

          g_set_error (self->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                       /* Translators: a place in a file, as “Entry 3”, and the name of a field in quotes */
                       _("%s has a field that is not known: %s"), self->where, quoted);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * thaw_json_place_get_objects:
 * @member: a name
 * @members: (array zero-terminated=1): the members that an object in the list may have
 * @out_objects: (out) (transfer none) (nullable): the list, %NULL if there is none
 *
 * Returns: whether the member is missing, or a list with nothing but such objects; if not, the
 *   error is set
 */
gboolean
thaw_json_place_get_objects (const ThawJsonPlace  *self,
                             const char           *member,
                             const char *const    *members,
                             JsonArray           **out_objects)
{
  JsonNode *node = thaw_json_place_get_member (self, member);
  JsonArray *objects = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gboolean ok = node == NULL || objects != NULL;

  *out_objects = NULL;
  for (guint i = 0; objects != NULL && i < json_array_get_length (objects); i++)
    ok = ok && JSON_NODE_HOLDS_OBJECT (json_array_get_element (objects, i));

  if (!ok)
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (self, member, _("a list of objects"));

  for (guint i = 0; objects != NULL && i < json_array_get_length (objects); i++)
    {
      if (!check_members (self, json_array_get_object_element (objects, i), members))
        return FALSE;
    }

  *out_objects = objects;

  return TRUE;
}

/**
 * thaw_json_place_get_object:
 * @member: a name
 * @members: (array zero-terminated=1): the members that it may have
 * @out_object: (out) (transfer none) (nullable): the object, %NULL if there is none
 *
 * Returns: whether the member is missing, or such an object; if not, the error is set
 */
gboolean
thaw_json_place_get_object (const ThawJsonPlace  *self,
                            const char           *member,
                            const char *const    *members,
                            JsonObject          **out_object)
{
  JsonNode *node = thaw_json_place_get_member (self, member);

  *out_object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (node != NULL && *out_object == NULL)
    /* Translators: completes “… should be …”; “object” as in JSON, “null” stays as it is */
    return thaw_json_place_refuse (self, member, _("an object, or null"));

  return *out_object == NULL || check_members (self, *out_object, members);
}

/**
 * thaw_json_place_read_int:
 * @member: a name
 * @lowest: the lowest number
 * @highest: the highest number
 * @out_number: (inout): the number; left as it is if the member is missing
 *
 * Says nothing of a mistake, since only the caller knows the words for it.
 *
 * Returns: whether the member is missing, or a whole number in these bounds
 */
gboolean
thaw_json_place_read_int (const ThawJsonPlace *self,
                          const char          *member,
                          int                  lowest,
                          int                  highest,
                          int                 *out_number)
{
  JsonNode *node = thaw_json_place_get_member (self, member);
  gint64 number;

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  number = json_node_get_int (node);
  if (number < lowest || number > highest)
    return FALSE;

  *out_number = (int) number;

  return TRUE;
}

/**
 * thaw_json_place_read_mood:
 * @feeling_member: the name of a feeling
 * @valence_member: the name of a valence
 * @out_level: (out): both, each unknown if the member is missing
 *
 * Returns: whether both are missing, or on their scales; if not, the error is set
 */
gboolean
thaw_json_place_read_mood (const ThawJsonPlace *self,
                           const char          *feeling_member,
                           const char          *valence_member,
                           ThawMoodLevel       *out_level)
{
  JsonNode *node = thaw_json_place_get_member (self, valence_member);

  *out_level = THAW_MOOD_LEVEL_UNKNOWN;
  if (!thaw_json_place_read_int (self, feeling_member, THAW_FEELING_NUMB, THAW_FEELING_VIVID, &out_level->feeling))
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (self, feeling_member, _("a whole number from 0 to 10, or null"));

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) == G_TYPE_DOUBLE || json_node_get_value_type (node) == G_TYPE_INT64)
    out_level->valence = json_node_get_double (node);
  if (isnan (out_level->valence) || !thaw_valence_is_valid (out_level->valence))
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (self, valence_member, _("a number from −1 to 1, or null"));

  return TRUE;
}

/**
 * thaw_json_place_read_text:
 * @member: a name
 * @out_text: (out) (transfer none) (nullable): the text, %NULL if the member is missing
 *
 * Returns: whether the member is missing, or text; if not, the error is set
 */
gboolean
thaw_json_place_read_text (const ThawJsonPlace  *self,
                           const char           *member,
                           const char          **out_text)
{
  *out_text = thaw_json_place_get_string (self, member);
  if (*out_text != NULL || thaw_json_place_get_member (self, member) == NULL)
    return TRUE;

  /* Translators: completes “… should be …” */
  return thaw_json_place_refuse (self, member, _("text"));
}

/**
 * thaw_json_place_read_line:
 * @member: a name
 * @max_bytes: how long it may be
 * @out_line: (out) (transfer none) (nullable): the line
 *
 * Returns: whether there is one line of text; if not, the error is set
 */
gboolean
thaw_json_place_read_line (const ThawJsonPlace  *self,
                           const char           *member,
                           gsize                 max_bytes,
                           const char          **out_line)
{
  *out_line = thaw_json_place_get_string (self, member);

  return thaw_text_is_line (*out_line, max_bytes) || thaw_json_place_refuse (self, member, _("one line of text"));
}

/**
 * thaw_json_place_read_short_text:
 * @member: a name
 * @max_bytes: how long it may be
 * @out_text: (out) (transfer full) (nullable): the text, %NULL if the member is missing
 *
 * Returns: whether the member is missing, or a text that is not too long; if not, the error is set
 */
gboolean
thaw_json_place_read_short_text (const ThawJsonPlace  *self,
                                 const char           *member,
                                 gsize                 max_bytes,
                                 char                **out_text)
{
  const char *text;

  if (!thaw_json_place_read_text (self, member, &text))
    return FALSE;

  if (text != NULL && strlen (text) > max_bytes)
    {
      /* Translators: completes “… should be …”; %u is a number */
      g_autofree char *expected = g_strdup_printf (_("text of at most %u bytes"), (guint) max_bytes);

      return thaw_json_place_refuse (self, member, expected);
    }

  *out_text = g_strdup (text);

  return TRUE;
}

/**
 * thaw_json_place_read_boolean:
 * @member: a name
 * @out_value: (inout): whether it is so; left as it is if the member is missing
 *
 * Returns: whether the member is missing, or true or false; if not, the error is set
 */
gboolean
thaw_json_place_read_boolean (const ThawJsonPlace *self,
                              const char          *member,
                              gboolean            *out_value)
{
  JsonNode *node = thaw_json_place_get_member (self, member);

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    /* Translators: completes “… should be …”; the two words stay as they are */
    return thaw_json_place_refuse (self, member, _("true or false"));

  *out_value = json_node_get_boolean (node);

  return TRUE;
}

/**
 * thaw_json_place_read_day:
 * @member: a name
 * @out_day: (out): the day, %THAW_DAY_NONE if the member is missing
 *
 * Returns: whether the member is missing, or a day; if not, the error is set
 */
gboolean
thaw_json_place_read_day (const ThawJsonPlace *self,
                          const char          *member,
                          ThawDay             *out_day)
{
  const char *iso = thaw_json_place_get_string (self, member);

  *out_day = iso != NULL ? thaw_day_from_iso (iso) : THAW_DAY_NONE;
  if (thaw_json_place_get_member (self, member) == NULL || *out_day != THAW_DAY_NONE)
    return TRUE;

  /* Translators: completes “… should be …”; keep the example as it is */
  return thaw_json_place_refuse (self, member, _("a day, as 2026-11-23, or null"));
}

/**
 * thaw_json_place_read_ms:
 * @member: a name
 * @out_ms: (inout): the time; left as it is if the member is missing
 *
 * Returns: whether the member is missing, or a time in milliseconds of Unix time;
 *   if not, the error is set
 */
gboolean
thaw_json_place_read_ms (const ThawJsonPlace *self,
                         const char          *member,
                         gint64              *out_ms)
{
  JsonNode *node = thaw_json_place_get_member (self, member);
  gint64 ms;

  if (node == NULL)
    return TRUE;

  ms = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : G_MININT64;
  if (ms < FIRST_MS || ms > LAST_MS)
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (self, member, _("a time in milliseconds since 1970"));

  *out_ms = ms;

  return TRUE;
}

/**
 * thaw_json_place_dup_uuid:
 *
 * Returns: (transfer full) (nullable): the member "uuid", or %NULL with the error set
 */
char *
thaw_json_place_dup_uuid (const ThawJsonPlace *self)
{
  const char *uuid = thaw_json_place_get_string (self, "uuid");
  g_autofree char *lower_case = uuid != NULL ? g_ascii_strdown (uuid, -1) : NULL;

  if (thaw_uuid_is_valid (lower_case))
    return g_steal_pointer (&lower_case);

  thaw_json_place_refuse (self, "uuid", _("a UUID"));

  return NULL;
}

/**
 * thaw_json_place_read_moment:
 * @out_moment: (out): the member "time"
 *
 * Returns: whether it is there and says a time; if not, the error is set
 */
gboolean
thaw_json_place_read_moment (const ThawJsonPlace *self,
                             ThawMoment          *out_moment)
{
  *out_moment = thaw_moment_from_iso (thaw_json_place_get_string (self, "time"), NULL);
  if (thaw_moment_is_valid (out_moment))
    return TRUE;

  return thaw_json_place_refuse (self, "time",
                                 /* Translators: completes “… should be …”; keep the example as it is */
                                 _("a date and time with an offset, as 2026-11-23T09:15:00.000+01:00"));
}
