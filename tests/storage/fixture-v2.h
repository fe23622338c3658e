/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-entry.h"
#include "thaw-import-batch.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"

/* What is in fixtures/storage/journal-v2.db. Frozen, like the file. */

#define FIXTURE_V2_N_ENTRIES 4

static inline ThawEntry *
fixture_v2_entry_new (guint i)
{
  static const char *const isos[FIXTURE_V2_N_ENTRIES] = {
    "2026-01-01T08:15:00.250+01:00", "2026-01-02T23:59:59.999-10:00", "2026-01-03T12:00:00.000+05:45",
    "1999-12-31T23:00:00.000+00:00",
  };
  ThawEntry *entry = thaw_entry_new ();
  ThawMoment moment = thaw_moment_from_iso (isos[i], NULL);
  g_autofree char *uuid = g_strdup_printf ("0195e4a0-0000-7000-8000-%012u", i + 1);

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_created_ms (entry, G_GINT64_CONSTANT (1767251700250) + i);
  thaw_entry_set_modified_ms (entry, G_GINT64_CONSTANT (1767528000000) + i);
  switch (i)
    {
    case 0:
      thaw_entry_set_answer (entry, THAW_ANSWER_NOTHING);
      thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_NOWHERE);
      break;
    case 1:
      thaw_entry_set_feeling (entry, 7);
      thaw_entry_set_valence (entry, thaw_valence_from_step (5));
      thaw_entry_set_emotion (entry, "joy", 3);
      thaw_entry_set_emotion (entry, "saudade", 1);
      thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_WARM, 2);
      thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
      thaw_entry_set_sensation (entry, THAW_REGION_LOWER_BACK, THAW_QUALITY_ACHING, THAW_SENSATION_NO_STRENGTH);
      thaw_entry_set_tag (entry, "Anna", THAW_TAG_PERSON, FALSE);
      thaw_entry_set_tag (entry, "It is my fault", THAW_TAG_THOUGHT, TRUE);
      thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
      thaw_entry_set_coping (entry, "das Fenster öffnen", THAW_OUTCOME_NONE);
      thaw_entry_set_prompt (entry, "What made you laugh?");
      thaw_entry_set_title (entry, "A first");
      thaw_entry_set_text (entry, "Laughed at breakfast.\n\nÜber nichts — 🙂");
      break;
    case 2:
      thaw_entry_set_answer (entry, THAW_ANSWER_NO_WORD);
      thaw_entry_set_sensation (entry, THAW_REGION_FEET, THAW_QUALITY_COLD, 3);
      thaw_entry_set_coping (entry, "rest", THAW_OUTCOME_WORSE);
      thaw_entry_set_coping (entry, "music", THAW_OUTCOME_SAME);
      break;
    case 3:
      thaw_entry_set_feeling (entry, 0);
      thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
      thaw_entry_set_body_answer (entry, THAW_BODY_ANSWER_UNSURE);
      thaw_entry_set_tag (entry, "a party", THAW_TAG_EVENT, TRUE);
      break;
    default:
      g_assert_not_reached ();
    }

  return entry;
}

/* All that is in the file but the draft and what was deleted. */
static inline ThawImportBatch *
fixture_v2_batch_new (void)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  ThawOwnWord *word = thaw_own_word_new ("saudade", "sadness");
  ThawOwnPrompt *prompt = thaw_own_prompt_new ("What was quiet today?");
  ThawReflection *reflection = thaw_reflection_new ();

  for (guint i = 0; i < FIXTURE_V2_N_ENTRIES; i++)
    g_ptr_array_add (batch->entries, fixture_v2_entry_new (i));

  word->uuid = g_strdup ("0195e4a0-0000-7000-8000-000000000101");
  word->modified_ms = G_GINT64_CONSTANT (1767528000001);
  g_ptr_array_add (batch->own_words, word);
  g_ptr_array_add (batch->hidden_words, g_strdup ("love"));
  prompt->uuid = g_strdup ("0195e4a0-0000-7000-8000-000000000102");
  prompt->modified_ms = G_GINT64_CONSTANT (1767528000002);
  g_ptr_array_add (batch->own_prompts, prompt);
  reflection->uuid = g_strdup ("0195e4a0-0000-7000-8000-000000000103");
  reflection->modified_ms = G_GINT64_CONSTANT (1767528000003);
  reflection->moment = thaw_moment_from_iso ("2026-01-04T20:00:00.000+01:00", NULL);
  reflection->levels[THAW_REFLECTION_RESPONSE] = 0;
  reflection->levels[THAW_REFLECTION_NAMING] = 10;
  reflection->levels[THAW_REFLECTION_CLOSENESS] = 4;
  thaw_reflection_set_note (reflection, "Ein wenig mehr");
  g_ptr_array_add (batch->reflections, reflection);

  return batch;
}
