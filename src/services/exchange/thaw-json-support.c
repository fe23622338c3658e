/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-support"

#include "config.h"
#include "thaw-json-support.h"

#include <glib/gi18n-lib.h>

#include "thaw-activity.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

/* A line that may be missing. */
static gboolean
read_optional_line (const ThawJsonPlace  *place,
                    const char           *member,
                    gsize                 max_bytes,
                    const char          **out_line)
{
  *out_line = thaw_json_place_get_string (place, member);
  if (thaw_json_place_get_member (place, member) == NULL || thaw_text_is_line (*out_line, max_bytes))
    return TRUE;

  return thaw_json_place_refuse (place, member, _("one line of text, or null"));
}

/* The UUID of something else that is in the file, or was once. */
static gboolean
read_other (const ThawJsonPlace  *place,
            const char           *member,
            char                **out_uuid)
{
  const char *uuid = thaw_json_place_get_string (place, member);

  if (thaw_json_place_get_member (place, member) == NULL)
    return TRUE;

  *out_uuid = uuid != NULL ? g_ascii_strdown (uuid, -1) : NULL;
  if (thaw_uuid_is_valid (*out_uuid))
    return TRUE;

  /* Translators: completes “… should be …” */
  return thaw_json_place_refuse (place, member, _("a UUID, or null"));
}

static gboolean
read_way (const ThawJsonPlace *place,
          GPtrArray           *ways)
{
  ThawContactKind kind;
  const char *label, *value;

  if (!thaw_contact_kind_from_slug (thaw_json_place_get_string (place, "kind"), &kind))
    /* Translators: completes “… should be …”; the words stay as they are */
    return thaw_json_place_refuse (place, "kind", _("phone, text, mail, messenger, web or address"));
  if (!read_optional_line (place, "label", THAW_CONTACT_MAX_LABEL_BYTES, &label) ||
      !thaw_json_place_read_line (place, "value", THAW_CONTACT_MAX_VALUE_BYTES, &value))
    return FALSE;

  g_ptr_array_add (ways, thaw_contact_way_new (kind, label, value));

  return TRUE;
}

static gboolean
read_ways (const ThawJsonPlace *place,
           GPtrArray           *ways)
{
  static const char *const members[] = { "kind", "label", "value", NULL };
  JsonArray *items;

  if (!thaw_json_place_get_objects (place, "ways", members, &items))
    return FALSE;

  if (items != NULL && json_array_get_length (items) > THAW_PERSON_MAX_WAYS)
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (place, "ways", _("a list of at most 50 objects"));

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      ThawJsonPlace way = { json_array_get_object_element (items, i), place->where, place->error };

      if (!read_way (&way, ways))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_person_kind (const ThawJsonPlace *place,
                  ThawPersonKind      *out_kind)
{
  if (thaw_json_place_get_member (place, "kind") == NULL ||
      thaw_person_kind_from_slug (thaw_json_place_get_string (place, "kind"), out_kind))
    return TRUE;

  /* Translators: completes “… should be …”; the words stay as they are */
  return thaw_json_place_refuse (place, "kind", _("family, friend, mentor, group, professional or other"));
}

/**
 * thaw_json_person_read:
 * @place: a person as ThawJsonWriter writes them
 *
 * Returns: (transfer full) (nullable): the person, or %NULL with %THAW_EXCHANGE_ERROR_INVALID
 */
ThawPerson *
thaw_json_person_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawPerson) person = NULL;
  ThawPersonKind kind = THAW_PERSON_OTHER;
  const char *name, *role;

  if (uuid == NULL || !read_person_kind (place, &kind) ||
      !thaw_json_place_read_line (place, "name", THAW_PERSON_MAX_NAME_BYTES, &name) ||
      !read_optional_line (place, "role", THAW_PERSON_MAX_NAME_BYTES, &role))
    return NULL;

  person = thaw_person_new (kind, name);
  person->id = g_steal_pointer (&uuid);
  person->role = g_strdup (role);
  if (!read_ways (place, person->ways) ||
      !thaw_json_place_read_short_text (place, "ask", THAW_PERSON_MAX_TEXT_BYTES, &person->ask) ||
      !thaw_json_place_read_short_text (place, "notes", THAW_PERSON_MAX_TEXT_BYTES, &person->notes) ||
      !read_other (place, "photo", &person->photo) ||
      !thaw_json_place_read_day (place, "last_contact", &person->last_contact) ||
      !thaw_json_place_read_boolean (place, "favourite", &person->is_favourite) ||
      !thaw_json_place_read_boolean (place, "keep_distance", &person->keeps_distance))
    return NULL;
  if (!thaw_json_place_read_int (place, "nudge_days", 0, THAW_PERSON_MAX_NUDGE_DAYS, &person->nudge_days))
    {
      /* Translators: completes “… should be …” */
      thaw_json_place_refuse (place, "nudge_days", _("a whole number from 0 to 365"));
      return NULL;
    }

  return thaw_json_place_read_ms (place, "modified_ms", &person->modified_ms) ? g_steal_pointer (&person) : NULL;
}

/* Nothing but base64: what a reader passes over would be lost without a word. */
static GBytes *
decode (const char *encoded)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *again = NULL;
  guchar *data;
  gsize n_data;

  if (encoded == NULL)
    return NULL;

  data = g_base64_decode (encoded, &n_data);
  bytes = g_bytes_new_take (data, n_data);
  again = g_base64_encode (data, n_data);

  return g_str_equal (encoded, again) ? g_steal_pointer (&bytes) : NULL;
}

/**
 * thaw_json_photo_read:
 * @place: a photo as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the photo, or %NULL with %THAW_EXCHANGE_ERROR_INVALID
 */
ThawPhoto *
thaw_json_photo_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (GBytes) data = uuid != NULL ? decode (thaw_json_place_get_string (place, "data")) : NULL;
  g_autoptr (ThawPhoto) photo = data != NULL ? thaw_photo_new (data) : NULL;

  if (uuid == NULL)
    return NULL;

  if (photo == NULL || !thaw_photo_is_valid (photo))
    {
      /* Translators: completes “… should be …”; KiB are 1024 bytes */
      thaw_json_place_refuse (place, "data", _("a JPEG or PNG image of at most 256 KiB, in base64"));
      return NULL;
    }

  photo->id = g_steal_pointer (&uuid);

  return thaw_json_place_read_ms (place, "modified_ms", &photo->modified_ms) ? g_steal_pointer (&photo) : NULL;
}

static gboolean
read_part (const ThawJsonPlace *place,
           ThawCarePart        *out_part)
{
  return thaw_care_part_from_slug (thaw_json_place_get_string (place, "part"), out_part) ||
         thaw_json_place_refuse (place, "part",
                                 /* Translators: completes “… should be …”; the words stay as they are */
                                 _("warning-signs, myself, places, people, professionals or safety"));
}

/* Who or what a line of the care plan stands for: at most one. */
static gboolean
read_subject (const ThawJsonPlace *place,
              ThawCareItem        *item)
{
  const char *activity = thaw_json_place_get_string (place, "activity");

  if (!read_other (place, "person", &item->person))
    return FALSE;

  if (thaw_json_place_get_member (place, "activity") == NULL)
    return TRUE;
  if (item->person != NULL)
    /* Translators: completes “… should be …”; “null” stays as it is */
    return thaw_json_place_refuse (place, "activity", _("null where there is a person"));
  if (!thaw_activity_id_is_valid (activity))
    return thaw_json_place_refuse (place, "activity", _("a short name of small letters, as “walk”, or a UUID"));

  item->activity = g_strdup (activity);

  return TRUE;
}

/**
 * thaw_json_care_item_read:
 * @place: a line of the care plan as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the line, or %NULL with %THAW_EXCHANGE_ERROR_INVALID
 */
ThawCareItem *
thaw_json_care_item_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autofree char *text = NULL;
  g_autoptr (ThawCareItem) item = NULL;
  ThawCarePart part;
  int position = 0;

  if (uuid == NULL || !read_part (place, &part) ||
      !thaw_json_place_read_short_text (place, "text", THAW_CARE_MAX_TEXT_BYTES, &text))
    return NULL;

  if (text == NULL || thaw_text_is_blank (text))
    {
      thaw_json_place_refuse (place, "text", _("a text that says something"));
      return NULL;
    }
  if (!thaw_json_place_read_int (place, "position", 0, THAW_CARE_MAX_POSITION, &position))
    {
      /* Translators: completes “… should be …” */
      thaw_json_place_refuse (place, "position", _("a whole number from 0 to 1000000"));
      return NULL;
    }

  item = thaw_care_item_new (part, position, text);
  item->id = g_steal_pointer (&uuid);

  return read_subject (place, item) && thaw_json_place_read_ms (place, "modified_ms", &item->modified_ms)
           ? g_steal_pointer (&item)
           : NULL;
}

/**
 * thaw_json_own_line_read:
 * @place: a line to call as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the line, or %NULL with %THAW_EXCHANGE_ERROR_INVALID
 */
ThawOwnLine *
thaw_json_own_line_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawOwnLine) line = NULL;
  const char *name, *number;

  if (uuid == NULL || !thaw_json_place_read_line (place, "name", THAW_OWN_LINE_MAX_NAME_BYTES, &name) ||
      !thaw_json_place_read_line (place, "number", THAW_CONTACT_MAX_VALUE_BYTES, &number))
    return NULL;

  line = thaw_own_line_new (name, number);
  line->id = g_steal_pointer (&uuid);

  return thaw_json_place_read_short_text (place, "note", THAW_OWN_LINE_MAX_NOTE_BYTES, &line->note) &&
                 thaw_json_place_read_ms (place, "modified_ms", &line->modified_ms)
           ? g_steal_pointer (&line)
           : NULL;
}

static gboolean
read_stance (const ThawJsonPlace *place,
             ThawStance          *out_stance)
{
  if (thaw_json_place_get_member (place, "stance") == NULL)
    return TRUE;

  if (thaw_stance_from_slug (thaw_json_place_get_string (place, "stance"), out_stance) &&
      *out_stance != THAW_STANCE_NONE)
    return TRUE;

  /* Translators: completes “… should be …”; the words stay as they are */
  return thaw_json_place_refuse (place, "stance", _("interested, tried, not-for-me or null"));
}

static gboolean
read_position (const ThawJsonPlace *place,
               double              *out_position)
{
  JsonNode *node = thaw_json_place_get_member (place, "position");
  double position = -1.0;

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) == G_TYPE_DOUBLE || json_node_get_value_type (node) == G_TYPE_INT64)
    position = json_node_get_double (node);
  /* Not true of NAN either. */
  if (!(position >= 0.0 && position <= 1.0))
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (place, "position", _("a number from 0 to 1"));

  *out_position = position;

  return TRUE;
}

/**
 * thaw_json_article_mark_read:
 * @place: a mark as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the mark, or %NULL with %THAW_EXCHANGE_ERROR_INVALID
 */
ThawArticleMark *
thaw_json_article_mark_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawArticleMark) mark = NULL;
  const char *article = thaw_json_place_get_string (place, "article");

  if (uuid == NULL)
    return NULL;

  /* An article has a slug, as something to do that Thaw brings along. */
  if (!thaw_activity_id_is_valid (article))
    {
      /* Translators: completes “… should be …”; “group-therapy” stays as it is */
      thaw_json_place_refuse (place, "article", _("a short name of small letters, as “group-therapy”"));
      return NULL;
    }

  mark = thaw_article_mark_new (article);
  mark->id = g_steal_pointer (&uuid);

  return read_stance (place, &mark->stance) &&
                 thaw_json_place_read_short_text (place, "note", THAW_ARTICLE_MARK_MAX_NOTE_BYTES, &mark->note) &&
                 thaw_json_place_read_boolean (place, "bookmarked", &mark->is_bookmarked) &&
                 read_position (place, &mark->position) &&
                 thaw_json_place_read_ms (place, "modified_ms", &mark->modified_ms)
           ? g_steal_pointer (&mark)
           : NULL;
}
