/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-draft-format"

#include "config.h"
#include "thaw-draft-format.h"

#include "thaw-storage-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * A GVariant of type a{sv} in little-endian byte order. What is not known is left out, what a reader does not know it
 * passes over, so that parts can be added without a new version of the schema.
 */

#define KEY_UUID "uuid"
#define KEY_MOMENT "moment"
#define KEY_FEELING "feeling"
#define KEY_VALENCE "valence"
#define KEY_ANSWER "answer"
#define KEY_EMOTIONS "emotions"
#define KEY_BODY_ANSWER "body-answer"
#define KEY_SENSATIONS "sensations"
#define KEY_TAGS "tags"
#define KEY_COPINGS "copings"
#define KEY_PROMPT "prompt"
#define KEY_TITLE "title"
#define KEY_TEXT "text"
#define KEY_CREATED_MS "created-ms"
#define KEY_MODIFIED_MS "modified-ms"
#define KEY_LEVELS "levels"
#define KEY_NOTE "note"

static GVariant *
to_little_endian (GVariant *variant)
{
#if G_BYTE_ORDER == G_BIG_ENDIAN
  GVariant *swapped = g_variant_byteswap (variant);

  g_variant_unref (variant);
  return swapped;
#else
  return variant;
#endif
}

/* In the byte order of this machine, or NULL with an error. */
static GVariant *
read_variant (GBytes  *bytes,
              GError **error)
{
  GVariant *variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));

  if (g_variant_is_normal_form (variant))
    return to_little_endian (variant);

  g_variant_unref (variant);
  g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED, _("A draft is damaged"));

  return NULL;
}

static GVariant *
write_emotions (ThawEntry *entry)
{
  GPtrArray *emotions = thaw_entry_get_emotions (entry);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(si)"));
  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotionMark *emotion = g_ptr_array_index (emotions, i);

      g_variant_builder_add (&builder, "(si)", emotion->slug, emotion->intensity);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
write_tags (ThawEntry *entry)
{
  GPtrArray *tags = thaw_entry_get_tags (entry);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssb)"));
  for (guint i = 0; i < tags->len; i++)
    {
      ThawTagMark *tag = g_ptr_array_index (tags, i);

      g_variant_builder_add (&builder, "(ssb)", thaw_tag_kind_to_slug (tag->kind), tag->name, tag->is_trigger);
    }

  return g_variant_builder_end (&builder);
}

/* An empty quality is none, and so is an empty outcome: there is no NULL here. */
static GVariant *
write_sensations (ThawEntry *entry)
{
  GPtrArray *sensations = thaw_entry_get_sensations (entry);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssi)"));
  for (guint i = 0; i < sensations->len; i++)
    {
      ThawSensation *sensation = g_ptr_array_index (sensations, i);
      const char *quality = thaw_sensation_quality_to_slug (sensation->quality);

      g_variant_builder_add (&builder, "(ssi)", thaw_body_region_to_slug (sensation->region),
                             quality != NULL ? quality : "", sensation->strength);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
write_copings (ThawEntry *entry)
{
  GPtrArray *copings = thaw_entry_get_copings (entry);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < copings->len; i++)
    {
      ThawCopingMark *coping = g_ptr_array_index (copings, i);
      const char *outcome = thaw_coping_outcome_to_slug (coping->outcome);

      g_variant_builder_add (&builder, "(ss)", coping->slug, outcome != NULL ? outcome : "");
    }

  return g_variant_builder_end (&builder);
}

static void
parse_moment (GVariantDict *dict,
              ThawEntry    *entry)
{
  ThawMoment moment;

  if (g_variant_dict_lookup (dict, KEY_MOMENT, "(xii)", &moment.utc_ms, &moment.offset_secs, &moment.day) &&
      thaw_moment_is_valid (&moment))
    thaw_entry_set_moment (entry, &moment);
}

static void
parse_marks (GVariantDict *dict,
             ThawEntry    *entry)
{
  g_autoptr (GVariant) emotions = g_variant_dict_lookup_value (dict, KEY_EMOTIONS, G_VARIANT_TYPE ("a(si)"));
  g_autoptr (GVariant) tags = g_variant_dict_lookup_value (dict, KEY_TAGS, G_VARIANT_TYPE ("a(ssb)"));
  const char *slug, *kind_slug, *name;
  gboolean is_trigger;
  GVariantIter iter;
  int intensity;

  if (emotions != NULL)
    {
      g_variant_iter_init (&iter, emotions);
      while (g_variant_iter_next (&iter, "(&si)", &slug, &intensity))
        {
          if (thaw_emotion_slug_is_valid (slug))
            thaw_entry_set_emotion (entry, slug, CLAMP (intensity, THAW_EMOTION_MIN_INTENSITY,
                                                        THAW_EMOTION_MAX_INTENSITY));
        }
    }

  if (tags != NULL)
    {
      g_variant_iter_init (&iter, tags);
      while (g_variant_iter_next (&iter, "(&s&sb)", &kind_slug, &name, &is_trigger))
        {
          ThawTagKind kind;

          if (thaw_tag_kind_from_slug (kind_slug, &kind))
            thaw_entry_set_tag (entry, name, kind, is_trigger);
        }
    }
}

static void
parse_sensations (GVariantDict *dict,
                  ThawEntry    *entry)
{
  g_autoptr (GVariant) sensations = g_variant_dict_lookup_value (dict, KEY_SENSATIONS, G_VARIANT_TYPE ("a(ssi)"));
  const char *region_slug, *quality_slug;
  GVariantIter iter;
  int strength;

  if (sensations == NULL)
    return;

  g_variant_iter_init (&iter, sensations);
  while (g_variant_iter_next (&iter, "(&s&si)", &region_slug, &quality_slug, &strength))
    {
      ThawBodyRegion region;
      ThawSensationQuality quality;

      if (thaw_body_region_from_slug (region_slug, &region) &&
          thaw_sensation_quality_from_slug (quality_slug[0] != '\0' ? quality_slug : NULL, &quality))
        thaw_entry_set_sensation (entry, region, quality, CLAMP (strength, THAW_SENSATION_NO_STRENGTH,
                                                                 THAW_SENSATION_MAX_STRENGTH));
    }
}

static void
parse_copings (GVariantDict *dict,
               ThawEntry    *entry)
{
  g_autoptr (GVariant) copings = g_variant_dict_lookup_value (dict, KEY_COPINGS, G_VARIANT_TYPE ("a(ss)"));
  const char *slug, *outcome_slug;
  GVariantIter iter;

  if (copings == NULL)
    return;

  g_variant_iter_init (&iter, copings);
  while (g_variant_iter_next (&iter, "(&s&s)", &slug, &outcome_slug))
    {
      ThawCopingOutcome outcome;

      if (slug[0] != '\0' &&
          thaw_coping_outcome_from_slug (outcome_slug[0] != '\0' ? outcome_slug : NULL, &outcome))
        thaw_entry_set_coping (entry, slug, outcome);
    }
}

static void
parse_answers (GVariantDict *dict,
               ThawEntry    *entry)
{
  const char *slug;
  ThawBodyAnswer body_answer;
  ThawAnswer answer;
  double valence;
  int feeling;

  if (g_variant_dict_lookup (dict, KEY_FEELING, "i", &feeling) && thaw_feeling_is_valid (feeling))
    thaw_entry_set_feeling (entry, feeling);
  if (g_variant_dict_lookup (dict, KEY_VALENCE, "d", &valence) && thaw_valence_is_valid (valence))
    thaw_entry_set_valence (entry, valence);
  if (g_variant_dict_lookup (dict, KEY_ANSWER, "&s", &slug) && thaw_answer_from_slug (slug, &answer))
    thaw_entry_set_answer (entry, answer);
  if (g_variant_dict_lookup (dict, KEY_BODY_ANSWER, "&s", &slug) && thaw_body_answer_from_slug (slug, &body_answer))
    thaw_entry_set_body_answer (entry, body_answer);
}

static void
parse_texts (GVariantDict *dict,
             ThawEntry    *entry)
{
  const char *text;
  gint64 ms;

  if (g_variant_dict_lookup (dict, KEY_UUID, "&s", &text))
    thaw_entry_set_uuid (entry, text);
  if (g_variant_dict_lookup (dict, KEY_PROMPT, "&s", &text))
    thaw_entry_set_prompt (entry, text);
  if (g_variant_dict_lookup (dict, KEY_TITLE, "&s", &text))
    thaw_entry_set_title (entry, text);
  if (g_variant_dict_lookup (dict, KEY_TEXT, "&s", &text))
    thaw_entry_set_text (entry, text);
  if (g_variant_dict_lookup (dict, KEY_CREATED_MS, "x", &ms))
    thaw_entry_set_created_ms (entry, ms);
  if (g_variant_dict_lookup (dict, KEY_MODIFIED_MS, "x", &ms))
    thaw_entry_set_modified_ms (entry, ms);
}

/**
 * thaw_draft_format_write:
 * @entry: an entry, however unfinished
 *
 * Returns: (transfer full): all it says
 */
GBytes *
thaw_draft_format_write (ThawEntry *entry)
{
  g_autoptr (GVariant) variant = NULL;
  const ThawMoment *moment = thaw_entry_get_moment (entry);
  const char *answer = thaw_answer_to_slug (thaw_entry_get_answer (entry));
  const char *body_answer = thaw_body_answer_to_slug (thaw_entry_get_body_answer (entry));
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (thaw_entry_get_uuid (entry) != NULL)
    g_variant_dict_insert (&dict, KEY_UUID, "s", thaw_entry_get_uuid (entry));
  if (thaw_moment_is_valid (moment))
    g_variant_dict_insert (&dict, KEY_MOMENT, "(xii)", moment->utc_ms, moment->offset_secs, moment->day);
  if (thaw_entry_get_feeling (entry) != THAW_FEELING_UNKNOWN)
    g_variant_dict_insert (&dict, KEY_FEELING, "i", thaw_entry_get_feeling (entry));
  if (!isnan (thaw_entry_get_valence (entry)))
    g_variant_dict_insert (&dict, KEY_VALENCE, "d", thaw_entry_get_valence (entry));
  if (answer != NULL)
    g_variant_dict_insert (&dict, KEY_ANSWER, "s", answer);
  g_variant_dict_insert_value (&dict, KEY_EMOTIONS, write_emotions (entry));
  if (body_answer != NULL)
    g_variant_dict_insert (&dict, KEY_BODY_ANSWER, "s", body_answer);
  g_variant_dict_insert_value (&dict, KEY_SENSATIONS, write_sensations (entry));
  g_variant_dict_insert_value (&dict, KEY_TAGS, write_tags (entry));
  g_variant_dict_insert_value (&dict, KEY_COPINGS, write_copings (entry));
  if (thaw_entry_get_prompt (entry)[0] != '\0')
    g_variant_dict_insert (&dict, KEY_PROMPT, "s", thaw_entry_get_prompt (entry));
  g_variant_dict_insert (&dict, KEY_TITLE, "s", thaw_entry_get_title (entry));
  g_variant_dict_insert (&dict, KEY_TEXT, "s", thaw_entry_get_text (entry));
  g_variant_dict_insert (&dict, KEY_CREATED_MS, "x", thaw_entry_get_created_ms (entry));
  g_variant_dict_insert (&dict, KEY_MODIFIED_MS, "x", thaw_entry_get_modified_ms (entry));

  variant = to_little_endian (g_variant_ref_sink (g_variant_dict_end (&dict)));

  return g_variant_get_data_as_bytes (variant);
}

/**
 * thaw_draft_format_parse:
 * @bytes: what thaw_draft_format_write() made
 * @error: return location for %THAW_STORAGE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the entry, without any part that makes no sense; or %NULL with an error
 */
ThawEntry *
thaw_draft_format_parse (GBytes  *bytes,
                         GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (ThawEntry) entry = NULL;
  GVariantDict dict;

  variant = read_variant (bytes, error);
  if (variant == NULL)
    return NULL;

  entry = thaw_entry_new ();
  g_variant_dict_init (&dict, variant);
  parse_texts (&dict, entry);
  parse_moment (&dict, entry);
  parse_marks (&dict, entry);
  parse_copings (&dict, entry);
  /* After the emotions, which set the answer, too. */
  parse_answers (&dict, entry);
  /* After the body answer, which a place in the body takes back. */
  parse_sensations (&dict, entry);
  g_variant_dict_clear (&dict);

  return g_steal_pointer (&entry);
}

/**
 * thaw_draft_format_write_reflection:
 * @reflection: a reflection, however unfinished
 *
 * Returns: (transfer full): all it says
 */
GBytes *
thaw_draft_format_write_reflection (const ThawReflection *reflection)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder levels;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (reflection->uuid != NULL)
    g_variant_dict_insert (&dict, KEY_UUID, "s", reflection->uuid);
  if (thaw_moment_is_valid (&reflection->moment))
    g_variant_dict_insert (&dict, KEY_MOMENT, "(xii)", reflection->moment.utc_ms, reflection->moment.offset_secs,
                           reflection->moment.day);

  g_variant_builder_init (&levels, G_VARIANT_TYPE ("a(si)"));
  for (int i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    g_variant_builder_add (&levels, "(si)", thaw_reflection_area_to_slug ((ThawReflectionArea) i),
                           reflection->levels[i]);
  g_variant_dict_insert_value (&dict, KEY_LEVELS, g_variant_builder_end (&levels));
  g_variant_dict_insert (&dict, KEY_NOTE, "s", reflection->note);

  variant = to_little_endian (g_variant_ref_sink (g_variant_dict_end (&dict)));

  return g_variant_get_data_as_bytes (variant);
}

/**
 * thaw_draft_format_parse_reflection:
 * @bytes: what thaw_draft_format_write_reflection() made
 * @error: return location for %THAW_STORAGE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the reflection, without any part that makes no sense; or %NULL with an error
 */
ThawReflection *
thaw_draft_format_parse_reflection (GBytes  *bytes,
                                    GError **error)
{
  g_autoptr (GVariant) variant = read_variant (bytes, error);
  g_autoptr (GVariant) levels = NULL;
  ThawReflection *reflection;
  ThawReflectionArea area;
  ThawMoment moment;
  GVariantDict dict;
  GVariantIter iter;
  const char *text;
  int level;

  if (variant == NULL)
    return NULL;

  reflection = thaw_reflection_new ();
  g_variant_dict_init (&dict, variant);
  if (g_variant_dict_lookup (&dict, KEY_UUID, "&s", &text))
    reflection->uuid = g_strdup (text);
  if (g_variant_dict_lookup (&dict, KEY_MOMENT, "(xii)", &moment.utc_ms, &moment.offset_secs, &moment.day) &&
      thaw_moment_is_valid (&moment))
    reflection->moment = moment;
  if (g_variant_dict_lookup (&dict, KEY_NOTE, "&s", &text))
    thaw_reflection_set_note (reflection, text);

  levels = g_variant_dict_lookup_value (&dict, KEY_LEVELS, G_VARIANT_TYPE ("a(si)"));
  if (levels != NULL)
    {
      g_variant_iter_init (&iter, levels);
      while (g_variant_iter_next (&iter, "(&si)", &text, &level))
        {
          if (thaw_reflection_area_from_slug (text, &area) &&
              level >= THAW_REFLECTION_MIN && level <= THAW_REFLECTION_MAX)
            reflection->levels[area] = level;
        }
    }
  g_variant_dict_clear (&dict);

  return reflection;
}
