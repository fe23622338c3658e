/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture-v3.h"
#include "thaw-article-mark.h"
#include "thaw-care-item.h"
#include "thaw-own-line.h"
#include "thaw-person.h"
#include "thaw-photo.h"

/* What is in fixtures/storage/journal-v4.db. Frozen, like the file. */

#define FIXTURE_V4_N_PEOPLE 3

static inline ThawPerson *
fixture_v4_person_new (guint i)
{
  static const char *const names[FIXTURE_V4_N_PEOPLE] = { "Łucja & „die Andere“", "נועה", "Removed" };
  static const ThawPersonKind kinds[FIXTURE_V4_N_PEOPLE] = {
    THAW_PERSON_MENTOR, THAW_PERSON_PROFESSIONAL, THAW_PERSON_OTHER,
  };
  ThawPerson *person = thaw_person_new (kinds[i], names[i]);

  person->id = g_strdup_printf ("0195e4a0-0000-7000-8000-%012u", 401 + i);
  person->modified_ms = G_GINT64_CONSTANT (1767528000300) + i;
  switch (i)
    {
    case 0:
      person->role = g_strdup ("meine Sponsorin");
      person->ask = g_strdup ("Mitgehen.\nNichts sagen.");
      person->notes = g_strdup ("Nicht vor zehn — 🙂");
      person->photo = g_strdup ("0195e4a0-0000-7000-8000-000000000411");
      person->last_contact = thaw_day_new (2025, 12, 31);
      person->is_favourite = TRUE;
      person->nudge_days = THAW_PERSON_MAX_NUDGE_DAYS;
      for (guint kind = 0; kind < THAW_N_CONTACT_KINDS; kind++)
        g_ptr_array_add (person->ways, thaw_contact_way_new ((ThawContactKind) (THAW_N_CONTACT_KINDS - 1 - kind),
                                                             kind % 2 == 0 ? "zu Hause" : NULL,
                                                             kind % 3 == 0 ? "+49 30 1234567" : "łucja|;,'\""));
      break;
    case 1:
      person->keeps_distance = TRUE;
      break;
    default:
      break;
    }

  return person;
}

static inline ThawPhoto *
fixture_v4_photo_new (void)
{
  static const guint8 bytes[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0xff, 0, 0x80 };
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, sizeof bytes);
  ThawPhoto *photo = thaw_photo_new (data);

  photo->id = g_strdup ("0195e4a0-0000-7000-8000-000000000411");
  photo->modified_ms = G_GINT64_CONSTANT (1767528000310);

  return photo;
}

/* One in each part. */
static inline ThawCareItem *
fixture_v4_care_item_new (ThawCarePart part)
{
  ThawCareItem *item = thaw_care_item_new (part, (int) part * 3, "Eine Zeile.\n— „und“ noch eine");

  item->id = g_strdup_printf ("0195e4a0-0000-7000-8000-%012u", 421 + (guint) part);
  item->modified_ms = G_GINT64_CONSTANT (1767528000320) + (gint64) part;
  if (part == THAW_CARE_PEOPLE)
    item->person = g_strdup ("0195e4a0-0000-7000-8000-000000000401");
  if (part == THAW_CARE_MYSELF)
    item->activity = g_strdup ("4-7-8");

  return item;
}

/* All that is in the file but the draft and what was deleted. */
static inline ThawImportBatch *
fixture_v4_batch_new (void)
{
  ThawImportBatch *batch = fixture_v3_batch_new ();
  ThawOwnLine *line = thaw_own_line_new ("Mein Telefon für die Nacht", "1-800-662-HELP");
  ThawArticleMark *mark = thaw_article_mark_new ("group-therapy");

  for (guint i = 0; i < FIXTURE_V4_N_PEOPLE; i++)
    g_ptr_array_add (batch->people, fixture_v4_person_new (i));
  g_ptr_array_add (batch->photos, fixture_v4_photo_new ());
  for (guint part = 0; part < THAW_N_CARE_PARTS; part++)
    g_ptr_array_add (batch->care_items, fixture_v4_care_item_new ((ThawCarePart) part));
  line->id = g_strdup ("0195e4a0-0000-7000-8000-000000000441");
  line->note = g_strdup ("Ab acht.\nNach Mo fragen");
  line->modified_ms = G_GINT64_CONSTANT (1767528000340);
  g_ptr_array_add (batch->own_lines, line);
  mark->id = g_strdup ("0195e4a0-0000-7000-8000-000000000451");
  mark->stance = THAW_STANCE_NOT_FOR_ME;
  mark->note = g_strdup ("2019, zweimal.\n\nZu laut");
  mark->is_bookmarked = TRUE;
  mark->position = 0.75;
  mark->modified_ms = G_GINT64_CONSTANT (1767528000350);
  g_ptr_array_add (batch->article_marks, mark);

  return batch;
}
