/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-entry"

#include "config.h"
#include "thaw-json-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/thaw-exchange-error.h"

static gboolean
read_identity (const ThawJsonPlace *place,
               ThawEntry           *entry)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  ThawMoment moment;

  if (uuid == NULL || !thaw_json_place_read_moment (place, &moment))
    return FALSE;

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &moment);

  return TRUE;
}

static gboolean
read_mood (const ThawJsonPlace *place,
           ThawEntry           *entry)
{
  ThawMoodLevel level;

  if (!thaw_json_place_read_mood (place, "feeling", "valence", &level))
    return FALSE;

  thaw_entry_set_feeling (entry, level.feeling);
  if (!isnan (level.valence))
    thaw_entry_set_valence (entry, level.valence);

  return TRUE;
}

static gboolean
read_emotions (const ThawJsonPlace *place,
               ThawEntry           *entry)
{
  static const char *const members[] = { "emotion", "intensity", NULL };
  JsonArray *marks;

  if (!thaw_json_place_get_objects (place, "emotions", members, &marks))
    return FALSE;

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      ThawJsonPlace mark = { json_array_get_object_element (marks, i), place->where, place->error };
      const char *slug = thaw_json_place_get_string (&mark, "emotion");
      guint n_before = thaw_entry_get_emotions (entry)->len;
      int intensity = 0;

      if (!thaw_emotion_slug_is_valid (slug))
        /* Translators: completes “… should be …” */
        return thaw_json_place_refuse (&mark, "emotion", _("one line of text"));
      if (!thaw_json_place_read_int (&mark, "intensity", THAW_EMOTION_MIN_INTENSITY, THAW_EMOTION_MAX_INTENSITY,
                                     &intensity) ||
          intensity == 0)
        /* Translators: completes “… should be …” */
        return thaw_json_place_refuse (&mark, "intensity", _("1, 2 or 3"));

      thaw_entry_set_emotion (entry, slug, intensity);
      if (thaw_entry_get_emotions (entry)->len == n_before)
        /* Translators: completes “… should be …” */
        return thaw_json_place_refuse (&mark, "emotion", _("named once only"));
    }

  return TRUE;
}

/* A place or a quality that is not known has no word of its own to be kept as, so it would be lost. */
static gboolean
read_sensation (const ThawJsonPlace *mark,
                ThawEntry           *entry)
{
  guint n_before = thaw_entry_get_sensations (entry)->len;
  ThawBodyRegion region;
  ThawSensationQuality quality;
  int strength = THAW_SENSATION_NO_STRENGTH;

  if (!thaw_body_region_from_slug (thaw_json_place_get_string (mark, "region"), &region))
    /* Translators: completes “… should be …”; the names in quotes stay as they are */
    return thaw_json_place_refuse (mark, "region", _("a part of the body that Thaw knows, as “chest” or “upper-back”"));
  if (!thaw_sensation_quality_from_slug (thaw_json_place_get_string (mark, "quality"), &quality) ||
      (quality == THAW_QUALITY_NONE && thaw_json_place_get_member (mark, "quality") != NULL))
    /* Translators: completes “… should be …”; the names in quotes stay as they are */
    return thaw_json_place_refuse (mark, "quality", _("a sensation that Thaw knows, as “tight” or “warm”, or null"));
  if (!thaw_json_place_read_int (mark, "strength", THAW_SENSATION_MIN_STRENGTH, THAW_SENSATION_MAX_STRENGTH,
                                 &strength))
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (mark, "strength", _("1, 2, 3 or null"));

  thaw_entry_set_sensation (entry, region, quality, strength);
  if (thaw_entry_get_sensations (entry)->len == n_before)
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (mark, "region", _("named once only with each quality"));

  return TRUE;
}

static gboolean
read_body (const ThawJsonPlace *place,
           ThawEntry           *entry)
{
  static const char *const members[] = { "region", "quality", "strength", NULL };
  JsonArray *marks;
  ThawBodyAnswer answer;

  if (!thaw_json_place_get_objects (place, "sensations", members, &marks))
    return FALSE;

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      ThawJsonPlace mark = { json_array_get_object_element (marks, i), place->where, place->error };

      if (!read_sensation (&mark, entry))
        return FALSE;
    }

  if (thaw_json_place_get_member (place, "body") == NULL)
    return TRUE;

  if (!thaw_body_answer_from_slug (thaw_json_place_get_string (place, "body"), &answer) ||
      answer == THAW_BODY_ANSWER_NONE)
    /* Translators: completes “… should be …”; the words stay as they are */
    return thaw_json_place_refuse (place, "body", _("nowhere, unsure or null"));
  if (thaw_entry_get_sensations (entry)->len > 0)
    /* Translators: completes “… should be …”; “null” stays as it is */
    return thaw_json_place_refuse (place, "body", _("null where there are sensations"));
  thaw_entry_set_body_answer (entry, answer);

  return TRUE;
}

static gboolean
read_tags (const ThawJsonPlace *place,
           ThawEntry           *entry)
{
  static const char *const members[] = { "name", "kind", "trigger", NULL };
  JsonArray *marks;

  if (!thaw_json_place_get_objects (place, "tags", members, &marks))
    return FALSE;

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      ThawJsonPlace mark = { json_array_get_object_element (marks, i), place->where, place->error };
      g_autofree char *name = thaw_tag_name_normalize (thaw_json_place_get_string (&mark, "name"));
      gboolean is_trigger = FALSE;
      guint n_before = thaw_entry_get_tags (entry)->len;
      ThawTagKind kind;

      if (name == NULL)
        return thaw_json_place_refuse (&mark, "name", _("one line of text"));
      if (!thaw_tag_kind_from_slug (thaw_json_place_get_string (&mark, "kind"), &kind) &&
          thaw_json_place_get_member (&mark, "kind") != NULL)
        /* Translators: completes “… should be …”; the five words stay as they are */
        return thaw_json_place_refuse (&mark, "kind", _("person, place, event, activity or thought"));
      if (!thaw_json_place_read_boolean (&mark, "trigger", &is_trigger))
        return FALSE;

      thaw_entry_set_tag (entry, name, kind, is_trigger);
      if (thaw_entry_get_tags (entry)->len == n_before)
        return thaw_json_place_refuse (&mark, "name", _("named once only"));
    }

  return TRUE;
}

static gboolean
read_copings (const ThawJsonPlace *place,
              ThawEntry           *entry)
{
  static const char *const members[] = { "activity", "outcome", NULL };
  JsonArray *marks;

  if (!thaw_json_place_get_objects (place, "copings", members, &marks))
    return FALSE;

  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      ThawJsonPlace mark = { json_array_get_object_element (marks, i), place->where, place->error };
      g_autofree char *slug = thaw_tag_name_normalize (thaw_json_place_get_string (&mark, "activity"));
      guint n_before = thaw_entry_get_copings (entry)->len;
      ThawCopingOutcome outcome;

      if (slug == NULL)
        return thaw_json_place_refuse (&mark, "activity", _("one line of text"));
      if (!thaw_coping_outcome_from_slug (thaw_json_place_get_string (&mark, "outcome"), &outcome) ||
          (outcome == THAW_OUTCOME_NONE && thaw_json_place_get_member (&mark, "outcome") != NULL))
        /* Translators: completes “… should be …”; the words stay as they are */
        return thaw_json_place_refuse (&mark, "outcome", _("worse, same, better or null"));

      thaw_entry_set_coping (entry, slug, outcome);
      if (thaw_entry_get_copings (entry)->len == n_before)
        return thaw_json_place_refuse (&mark, "activity", _("named once only"));
    }

  return TRUE;
}

static gboolean
read_answer (const ThawJsonPlace *place,
             ThawEntry           *entry)
{
  ThawAnswer answer;

  if (!json_object_has_member (place->object, "answer"))
    return TRUE;

  if (!thaw_answer_from_slug (thaw_json_place_get_string (place, "answer"), &answer) ||
      (answer == THAW_ANSWER_NONE && thaw_json_place_get_member (place, "answer") != NULL))
    /* Translators: completes “… should be …”; the words stay as they are */
    return thaw_json_place_refuse (place, "answer", _("named, nothing, unsure, no-word or null"));
  thaw_entry_set_answer (entry, answer);

  return TRUE;
}

static gboolean
read_words (const ThawJsonPlace *place,
            ThawEntry           *entry)
{
  const char *prompt, *title, *text;

  if (!thaw_json_place_read_text (place, "prompt", &prompt) ||
      !thaw_json_place_read_text (place, "title", &title) ||
      !thaw_json_place_read_text (place, "text", &text))
    return FALSE;

  thaw_entry_set_prompt (entry, prompt);
  thaw_entry_set_title (entry, title);
  thaw_entry_set_text (entry, text);

  return TRUE;
}

static gboolean
read_times_of_writing (const ThawJsonPlace *place,
                       ThawEntry           *entry)
{
  gint64 created_ms = thaw_entry_get_moment (entry)->utc_ms;
  gint64 modified_ms;

  if (!thaw_json_place_read_ms (place, "created_ms", &created_ms))
    return FALSE;

  modified_ms = created_ms;
  if (!thaw_json_place_read_ms (place, "modified_ms", &modified_ms))
    return FALSE;

  thaw_entry_set_created_ms (entry, created_ms);
  thaw_entry_set_modified_ms (entry, modified_ms);

  return TRUE;
}

/**
 * thaw_json_entry_read:
 * @place: an entry as ThawJsonWriter writes it
 *
 * What is missing is taken as not said; only the UUID and the time must be there.
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawEntry *
thaw_json_entry_read (const ThawJsonPlace *place)
{
  g_autoptr (ThawEntry) entry = NULL;

  g_return_val_if_fail (place->object != NULL, NULL);

  /* The answer comes after the emotions, which set it. */
  entry = thaw_entry_new ();
  if (!read_identity (place, entry) ||
      !read_mood (place, entry) ||
      !read_emotions (place, entry) ||
      !read_answer (place, entry) ||
      !read_body (place, entry) ||
      !read_tags (place, entry) ||
      !read_copings (place, entry) ||
      !read_words (place, entry) ||
      !read_times_of_writing (place, entry))
    return NULL;

  if (thaw_entry_is_empty (entry))
    {
      g_set_error (place->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                   /* Translators: %s is a place in a file, as “Entry 3” */
                   _("%s says nothing"), place->where);
      return NULL;
    }

  return g_steal_pointer (&entry);
}
