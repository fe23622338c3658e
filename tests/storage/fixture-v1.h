/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-entry.h"

/* What is in fixtures/storage/journal-v1.db. Frozen, like the file. */

typedef struct
{
  const char *uuid;
  const char *iso;
  int feeling;
  int valence_step;
  ThawAnswer answer;
  const char *emotion; /* (nullable) */
  int intensity;
  const char *tag; /* (nullable) */
  ThawTagKind tag_kind;
  gboolean is_trigger;
  const char *title;
  const char *text;
  gint64 created_ms;
  gint64 modified_ms;
} FixtureEntry;

static const FixtureEntry fixture_v1[] = {
  { "0195e4a0-0000-7000-8000-000000000001", "2026-01-01T08:15:00.250+01:00", 0, -1, THAW_ANSWER_NOTHING, NULL, 0,
    NULL, THAW_TAG_EVENT, FALSE, "", "", 1767251700250, 1767251700250 },
  { "0195e4a0-0000-7000-8000-000000000002", "2026-01-02T23:59:59.999-10:00", -1, 6, THAW_ANSWER_NAMED, "joy", 3,
    "Anna", THAW_TAG_PERSON, FALSE, "A first", "Laughed at breakfast.\n\nÜber nichts — 🙂", 1767441599999, 1767528000000 },
  { "0195e4a0-0000-7000-8000-000000000003", "2026-01-03T12:00:00.000+05:45", 10, 3, THAW_ANSWER_NAMED, "saudade", 1,
    "the old station", THAW_TAG_PLACE, TRUE, "עברית", "שלום", 1767421800000, 1767421800000 },
  { "0195e4a0-0000-7000-8000-000000000004", "2026-01-03T12:00:00.000+05:45", 5, 0, THAW_ANSWER_NO_WORD, NULL, 0,
    "running", THAW_TAG_ACTIVITY, FALSE, "", "The same moment", 1767421800001, 1767421800001 },
  { "0195e4a0-0000-7000-8000-000000000005", "1999-12-31T23:00:00.000+00:00", -1, -1, THAW_ANSWER_UNSURE, NULL, 0,
    "a party", THAW_TAG_EVENT, TRUE, "", "", 1767421800002, 1767421800002 },
};

static inline ThawEntry *
fixture_entry_new (const FixtureEntry *fixture)
{
  ThawEntry *entry = thaw_entry_new ();
  ThawMoment moment = thaw_moment_from_iso (fixture->iso, NULL);

  thaw_entry_set_uuid (entry, fixture->uuid);
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, fixture->feeling);
  thaw_entry_set_valence (entry, thaw_valence_from_step (fixture->valence_step));
  if (fixture->emotion != NULL)
    thaw_entry_set_emotion (entry, fixture->emotion, fixture->intensity);
  thaw_entry_set_answer (entry, fixture->answer);
  if (fixture->tag != NULL)
    thaw_entry_set_tag (entry, fixture->tag, fixture->tag_kind, fixture->is_trigger);
  thaw_entry_set_title (entry, fixture->title);
  thaw_entry_set_text (entry, fixture->text);
  thaw_entry_set_created_ms (entry, fixture->created_ms);
  thaw_entry_set_modified_ms (entry, fixture->modified_ms);

  return entry;
}
