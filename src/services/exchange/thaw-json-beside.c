/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-beside"

#include "config.h"
#include "thaw-json-beside.h"

#include <glib/gi18n-lib.h>

#include "exchange/thaw-exchange-error.h"
#include "thaw-emotion.h"
#include "thaw-text.h"

/**
 * thaw_json_own_word_read:
 * @place: a word as ThawJsonWriter writes it
 *
 * A family that is not known is kept as it is: a later version may know it.
 *
 * Returns: (transfer full) (nullable): the word, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawOwnWord *
thaw_json_own_word_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawOwnWord) word = NULL;
  const char *text = thaw_json_place_get_string (place, "word");
  const char *family;

  if (uuid == NULL)
    return NULL;

  if (!thaw_emotion_slug_is_valid (text))
    {
      thaw_json_place_refuse (place, "word", _("one line of text"));
      return NULL;
    }

  if (!thaw_json_place_read_text (place, "family", &family))
    return NULL;

  if (family != NULL && !thaw_emotion_slug_is_valid (family))
    {
      /* Translators: completes “… should be …” */
      thaw_json_place_refuse (place, "family", _("one line of text, or null"));
      return NULL;
    }

  word = thaw_own_word_new (text, family);
  word->uuid = g_steal_pointer (&uuid);

  return thaw_json_place_read_ms (place, "modified_ms", &word->modified_ms) ? g_steal_pointer (&word) : NULL;
}

/**
 * thaw_json_own_prompt_read:
 * @place: a prompt as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the prompt, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawOwnPrompt *
thaw_json_own_prompt_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawOwnPrompt) prompt = NULL;
  const char *text = thaw_json_place_get_string (place, "text");

  if (uuid == NULL)
    return NULL;

  if (text == NULL || thaw_text_is_blank (text))
    {
      /* Translators: completes “… should be …” */
      thaw_json_place_refuse (place, "text", _("a text that says something"));
      return NULL;
    }

  prompt = thaw_own_prompt_new (text);
  prompt->uuid = g_steal_pointer (&uuid);

  return thaw_json_place_read_ms (place, "modified_ms", &prompt->modified_ms) ? g_steal_pointer (&prompt) : NULL;
}

/**
 * thaw_json_reflection_read:
 * @place: a reflection as ThawJsonWriter writes it
 *
 * Returns: (transfer full) (nullable): the reflection, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawReflection *
thaw_json_reflection_read (const ThawJsonPlace *place)
{
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();
  const char *note;

  reflection->uuid = thaw_json_place_dup_uuid (place);
  if (reflection->uuid == NULL || !thaw_json_place_read_moment (place, &reflection->moment))
    return NULL;

  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      const char *member = thaw_reflection_area_to_slug ((ThawReflectionArea) i);

      if (!thaw_json_place_read_int (place, member, THAW_REFLECTION_MIN, THAW_REFLECTION_MAX, &reflection->levels[i]))
        {
          thaw_json_place_refuse (place, member, _("a whole number from 0 to 10, or null"));
          return NULL;
        }
    }

  reflection->modified_ms = reflection->moment.utc_ms;
  if (!thaw_json_place_read_text (place, "note", &note) ||
      !thaw_json_place_read_ms (place, "modified_ms", &reflection->modified_ms))
    return NULL;
  thaw_reflection_set_note (reflection, note);

  if (thaw_reflection_is_empty (reflection))
    {
      g_set_error (place->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID, _("%s says nothing"), place->where);
      return NULL;
    }

  return g_steal_pointer (&reflection);
}
