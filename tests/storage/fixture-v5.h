/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture-v4.h"
#include "thaw-reminder-state.h"

/* What is in fixtures/storage/journal-v5.db. Frozen, like the file. */

#define FIXTURE_V5_N_REMINDERS 4

static inline ThawReminder *
fixture_v5_reminder_new (guint i)
{
  static const char *const titles[FIXTURE_V5_N_REMINDERS] = { "Łucja — „tief atmen“ 🙂", "לשתות מים", "Ada", "Removed" };
  static const char *const opens[FIXTURE_V5_N_REMINDERS] = {
    "practice:4-7-8", NULL, "person:0195e4a0-0000-7000-8000-000000000401", "check-in:now",
  };
  ThawReminder *reminder = thaw_reminder_new (titles[i], opens[i]);

  reminder->uuid = g_strdup_printf ("0195e4a0-0000-7000-8000-%012u", 501 + i);
  reminder->modified_ms = G_GINT64_CONSTANT (1767528000500) + i;
  switch (i)
    {
    case 0:
      reminder->weekdays = THAW_REMINDER_WORKDAYS;
      reminder->from = thaw_day_new (2026, 1, 4);
      reminder->until = thaw_day_new (2026, 12, 31);
      reminder->n_times = THAW_REMINDER_MAX_A_DAY;
      for (int j = 0; j < THAW_REMINDER_MAX_A_DAY; j++)
        reminder->times[j] = j < THAW_REMINDER_MAX_A_DAY - 1 ? j * 7 : 1439;
      reminder->ignores_quiet = TRUE;
      break;
    case 1:
      reminder->is_on = FALSE;
      reminder->weekdays = 1;
      reminder->until = thaw_day_new (2026, 2, 28);
      reminder->timing = THAW_REMINDER_IN_WINDOW;
      reminder->window_start = 605;
      reminder->window_end = 1085;
      reminder->n_in_window = 5;
      reminder->distance = 120;
      reminder->skips_if_done = FALSE;
      break;
    default:
      break;
    }

  return reminder;
}

/* What came of the first one. */
static inline ThawReminderState
fixture_v5_state (void)
{
  return (ThawReminderState) {
    .rule_ms = G_GINT64_CONSTANT (1767528000500),
    .last = thaw_civil_new (thaw_day_new (2026, 1, 5), 1439),
    .shown = thaw_civil_new (thaw_day_new (2026, 1, 5), 77),
    .missed = thaw_civil_new (thaw_day_new (2026, 1, 5), 0),
    .snoozed_until_ms = G_GINT64_CONSTANT (1767528900000),
    .put_off_day = thaw_day_new (2026, 1, 4),
    .n_unanswered_days = 3,
    .is_offer_over = TRUE,
  };
}

/* All that is in the file but the draft, what came of reminders, and what was deleted. */
static inline ThawImportBatch *
fixture_v5_batch_new (void)
{
  ThawImportBatch *batch = fixture_v4_batch_new ();

  for (guint i = 0; i < FIXTURE_V5_N_REMINDERS; i++)
    g_ptr_array_add (batch->reminders, fixture_v5_reminder_new (i));

  return batch;
}
