/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-entry"

#include "config.h"
#include "thaw-json-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/thaw-exchange-error.h"
#include "thaw-uuid.h"

/* Times of writing lie in the years that a journal can have, whatever the zone. */
#define MS_PER_DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define FIRST_MS ((THAW_DAY_FIRST - THAW_DAY_EPOCH - 1) * MS_PER_DAY)
#define LAST_MS ((THAW_DAY_LAST - THAW_DAY_EPOCH + 2) * MS_PER_DAY)

/* What is being read, for errors that say where they are. */
typedef struct
{
  JsonObject *object;
  guint number;
  GError **error;
} Place;

static gboolean
refuse (const Place *place,
        const char  *member,
        const char  *expected)
{
  g_set_error (place->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
               /* Translators: %u is the number of an entry in a file, the first %s the name of a field in it, the
                * second %s what the field should be, as “a whole number from 0 to 10, or null” */
               _("Entry %u: “%s” should be %s"), place->number, member, expected);

  return FALSE;
}

/* A missing member is the same as null. */
static JsonNode *
get_member (const Place *place,
            const char  *member)
{
  JsonNode *node = json_object_get_member (place->object, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static const char *
get_string (const Place *place,
            const char  *member)
{
  JsonNode *node = get_member (place, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
get_int (JsonNode *node,
         gint64    lowest,
         gint64    highest,
         gint64   *out_number)
{
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  *out_number = json_node_get_int (node);

  return *out_number >= lowest && *out_number <= highest;
}

static gboolean
read_identity (const Place *place,
               ThawEntry   *entry)
{
  const char *uuid = get_string (place, "uuid");
  g_autofree char *lower_case = uuid != NULL ? g_ascii_strdown (uuid, -1) : NULL;
  ThawMoment moment;

  if (!thaw_uuid_is_valid (lower_case))
    return refuse (place, "uuid", _("a UUID"));
  thaw_entry_set_uuid (entry, lower_case);

  moment = thaw_moment_from_iso (get_string (place, "time"), NULL);
  if (!thaw_moment_is_valid (&moment))
    /* Translators: completes “… should be …”; keep the example as it is */
    return refuse (place, "time", _("a date and time with an offset, as 2026-11-23T09:15:00.000+01:00"));
  thaw_entry_set_moment (entry, &moment);

  return TRUE;
}

static gboolean
read_mood (const Place *place,
           ThawEntry   *entry)
{
  JsonNode *node = get_member (place, "feeling");
  gint64 feeling = THAW_FEELING_UNKNOWN;
  double valence;

  if (node != NULL && !get_int (node, THAW_FEELING_NUMB, THAW_FEELING_VIVID, &feeling))
    /* Translators: completes “… should be …” */
    return refuse (place, "feeling", _("a whole number from 0 to 10, or null"));
  thaw_entry_set_feeling (entry, (int) feeling);

  node = get_member (place, "valence");
  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_DOUBLE && json_node_get_value_type (node) != G_TYPE_INT64)
    /* Translators: completes “… should be …” */
    return refuse (place, "valence", _("a number from −1 to 1, or null"));
  valence = json_node_get_double (node);
  if (isnan (valence) || !thaw_valence_is_valid (valence))
    return refuse (place, "valence", _("a number from −1 to 1, or null"));
  thaw_entry_set_valence (entry, valence);

  return TRUE;
}

/* Gives the objects in a list of a member, or NULL with @out_ok set if there is none. */
static JsonArray *
get_objects (const Place *place,
             const char  *member,
             gboolean    *out_ok)
{
  JsonNode *node = get_member (place, member);

  *out_ok = TRUE;
  if (node == NULL)
    return NULL;

  *out_ok = JSON_NODE_HOLDS_ARRAY (node);
  if (!*out_ok)
    {
      /* Translators: completes “… should be …” */
      refuse (place, member, _("a list of objects"));
      return NULL;
    }

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (json_node_get_array (node), i)))
        {
          *out_ok = refuse (place, member, _("a list of objects"));
          return NULL;
        }
    }

  return json_node_get_array (node);
}

static gboolean
read_emotions (const Place *place,
               ThawEntry   *entry)
{
  gboolean ok;
  JsonArray *marks = get_objects (place, "emotions", &ok);

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      Place mark = { json_array_get_object_element (marks, i), place->number, place->error };
      const char *slug = get_string (&mark, "emotion");
      JsonNode *node = get_member (&mark, "intensity");
      guint n_before = thaw_entry_get_emotions (entry)->len;
      gint64 intensity;

      if (!thaw_emotion_slug_is_valid (slug))
        /* Translators: completes “… should be …” */
        return refuse (&mark, "emotion", _("one line of text"));
      if (node == NULL || !get_int (node, THAW_EMOTION_MIN_INTENSITY, THAW_EMOTION_MAX_INTENSITY, &intensity))
        /* Translators: completes “… should be …” */
        return refuse (&mark, "intensity", _("1, 2 or 3"));

      thaw_entry_set_emotion (entry, slug, (int) intensity);
      if (thaw_entry_get_emotions (entry)->len == n_before)
        /* Translators: completes “… should be …” */
        return refuse (&mark, "emotion", _("named once only"));
    }

  return ok;
}

static gboolean
read_tags (const Place *place,
           ThawEntry   *entry)
{
  gboolean ok;
  JsonArray *marks = get_objects (place, "tags", &ok);

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      Place mark = { json_array_get_object_element (marks, i), place->number, place->error };
      g_autofree char *name = thaw_tag_name_normalize (get_string (&mark, "name"));
      JsonNode *trigger = get_member (&mark, "trigger");
      guint n_before = thaw_entry_get_tags (entry)->len;
      ThawTagKind kind;

      if (name == NULL)
        return refuse (&mark, "name", _("one line of text"));
      if (!thaw_tag_kind_from_slug (get_string (&mark, "kind"), &kind) && get_member (&mark, "kind") != NULL)
        /* Translators: completes “… should be …”; the four words stay as they are */
        return refuse (&mark, "kind", _("person, place, event or activity"));
      if (trigger != NULL && json_node_get_value_type (trigger) != G_TYPE_BOOLEAN)
        /* Translators: completes “… should be …”; the two words stay as they are */
        return refuse (&mark, "trigger", _("true or false"));

      thaw_entry_set_tag (entry, name, kind, trigger != NULL && json_node_get_boolean (trigger));
      if (thaw_entry_get_tags (entry)->len == n_before)
        return refuse (&mark, "name", _("named once only"));
    }

  return ok;
}

static gboolean
read_answer (const Place *place,
             ThawEntry   *entry)
{
  ThawAnswer answer;

  if (!json_object_has_member (place->object, "answer"))
    return TRUE;

  if (!thaw_answer_from_slug (get_string (place, "answer"), &answer) ||
      (answer == THAW_ANSWER_NONE && get_member (place, "answer") != NULL))
    /* Translators: completes “… should be …”; the words stay as they are */
    return refuse (place, "answer", _("named, nothing, unsure, no-word or null"));
  thaw_entry_set_answer (entry, answer);

  return TRUE;
}

static gboolean
read_words (const Place *place,
            ThawEntry   *entry)
{
  const char *const members[] = { "title", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (get_member (place, members[i]) != NULL && get_string (place, members[i]) == NULL)
        /* Translators: completes “… should be …” */
        return refuse (place, members[i], _("text"));
    }

  thaw_entry_set_title (entry, get_string (place, "title"));
  thaw_entry_set_text (entry, get_string (place, "text"));

  return TRUE;
}

static gboolean
read_times_of_writing (const Place *place,
                       ThawEntry   *entry)
{
  JsonNode *created = get_member (place, "created_ms");
  JsonNode *modified = get_member (place, "modified_ms");
  gint64 created_ms = thaw_entry_get_moment (entry)->utc_ms;
  gint64 modified_ms;

  if (created != NULL && !get_int (created, FIRST_MS, LAST_MS, &created_ms))
    /* Translators: completes “… should be …” */
    return refuse (place, "created_ms", _("a time in milliseconds since 1970"));

  modified_ms = created_ms;
  if (modified != NULL && !get_int (modified, FIRST_MS, LAST_MS, &modified_ms))
    return refuse (place, "modified_ms", _("a time in milliseconds since 1970"));

  thaw_entry_set_created_ms (entry, created_ms);
  thaw_entry_set_modified_ms (entry, modified_ms);

  return TRUE;
}

/**
 * thaw_json_entry_read:
 * @object: an entry as ThawJsonWriter writes it
 * @number: the number of the entry in its file, from 1
 * @error: return location for an error
 *
 * What is missing is taken as not said; only the UUID and the time must be there.
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawEntry *
thaw_json_entry_read (JsonObject  *object,
                      guint        number,
                      GError     **error)
{
  Place place = { object, number, error };
  g_autoptr (ThawEntry) entry = NULL;

  g_return_val_if_fail (object != NULL, NULL);

  /* The answer comes after the emotions, which set it. */
  entry = thaw_entry_new ();
  if (!read_identity (&place, entry) ||
      !read_mood (&place, entry) ||
      !read_emotions (&place, entry) ||
      !read_answer (&place, entry) ||
      !read_tags (&place, entry) ||
      !read_words (&place, entry) ||
      !read_times_of_writing (&place, entry))
    return NULL;

  if (thaw_entry_is_empty (entry))
    {
      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                   /* Translators: %u is the number of an entry in a file */
                   _("Entry %u says nothing"), number);
      return NULL;
    }

  return g_steal_pointer (&entry);
}
