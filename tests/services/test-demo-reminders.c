/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-demo-reminders"

#include "config.h"

#include "content/thaw-content.h"
#include "demo/thaw-demo.h"
#include "exchange/thaw-json-beside-writer.h"
#include "thaw-link-target.h"
#include "thaw-person.h"
#include "thaw-reminder-state.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

#include <string.h>

#define LAST_DAY "2026-11-22"

/* As in test-demo.c, of what the person is reminded of. */
#define CHECKSUM "bfdc8df4c836190cf2d438182a86f6f29e4243dfe4e14da2f549523c0948de5e"

#define MS_PER_MINUTE 60000
#define MS_PER_DAY (G_GINT64_CONSTANT (24) * 60 * MS_PER_MINUTE)
#define CATCH_UP_MINUTES 120

static ThawImportBatch *
generate (guint32     seed,
          guint       n_days,
          const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);

  return thaw_demo_generate (seed, thaw_day_from_iso (LAST_DAY), n_days, zone);
}

static char *
dump (const ThawImportBatch *batch)
{
  g_autoptr (GString) out = g_string_new (NULL);

  thaw_json_append_beside (out, batch);

  return g_strdup (strstr (out->str, "\"reminders\""));
}

static void
test_same_on_every_machine (void)
{
  g_autoptr (ThawImportBatch) batch = generate (7, 60, "UTC");
  g_autoptr (ThawImportBatch) other = generate (8, 1095, "UTC");
  g_autofree char *reminders = dump (batch);
  g_autofree char *same = dump (other);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, reminders, -1);

  g_assert_cmpstr (reminders, ==, same);
  g_assert_cmpstr (checksum, ==, CHECKSUM);
}

static gboolean
has_person (const ThawImportBatch *batch,
            const char            *id)
{
  for (guint i = 0; i < batch->people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (batch->people, i);

      if (g_str_equal (person->id, id))
        return !person->keeps_distance;
    }

  return FALSE;
}

/* What they open is there. */
static void
test_reminders (void)
{
  g_autoptr (ThawImportBatch) batch = generate (1, 60, "Europe/Berlin");
  g_autoptr (ThawContent) content = thaw_content_load ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint kinds = 0, n_windows = 0;

  g_assert_cmpuint (batch->reminders->len, ==, 4);
  for (guint i = 0; i < batch->reminders->len; i++)
    {
      const ThawReminder *reminder = g_ptr_array_index (batch->reminders, i);
      ThawLinkKind kind;
      const char *name;

      g_assert_true (thaw_uuid_is_valid (reminder->uuid));
      g_assert_true (g_hash_table_add (ids, reminder->uuid));
      g_assert_true (thaw_text_is_line (reminder->title, THAW_REMINDER_MAX_TITLE_BYTES));
      g_assert_true (thaw_reminder_has_valid_times (reminder));
      g_assert_true (reminder->is_on);
      g_assert_cmpint (reminder->modified_ms, >, 0);
      g_assert_true (thaw_link_target_parse (reminder->opens, &kind, &name));
      if (kind == THAW_LINK_PERSON)
        g_assert_true (has_person (batch, name));
      if (kind == THAW_LINK_PRACTICE)
        g_assert_nonnull (thaw_practice_catalog_get_name (content->practice_catalog, name));

      kinds |= 1u << kind;
      n_windows += reminder->timing == THAW_REMINDER_IN_WINDOW ? 1 : 0;
    }

  g_assert_cmpuint (kinds, ==, 1u << THAW_LINK_CHECK_IN | 1u << THAW_LINK_ENTRY | 1u << THAW_LINK_PERSON |
                                 1u << THAW_LINK_PRACTICE);
  g_assert_cmpuint (n_windows, ==, 1);
}

/* How many come at once if the sample was opened the day before, or when it was written, and is now. */
static guint
count_coming (const ThawImportBatch        *batch,
              const ThawReminderConditions *conditions)
{
  guint n = 0;

  for (guint i = 0; i < batch->reminders->len; i++)
    {
      const ThawReminder *reminder = g_ptr_array_index (batch->reminders, i);
      ThawReminderState state = { 0 };
      ThawReminderConditions before = *conditions;

      before.now_ms = MIN (MAX (conditions->now_ms - MS_PER_DAY, reminder->modified_ms), conditions->now_ms);
      thaw_reminder_state_begin (&state, reminder, &before);
      n += thaw_reminder_evaluate (reminder, &state, conditions).comes ? 1 : 0;
    }

  return n;
}

/* Whenever it is opened, nobody is overrun; and right after it was written, nothing is there at all. */
static void
test_calm (void)
{
  static const char *const zones[] = { "UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati" };
  guint n_coming = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      g_autoptr (ThawImportBatch) batch = generate (1, 60, zones[i]);
      ThawDay last_day = thaw_day_from_iso (LAST_DAY);
      ThawReminderConditions conditions = { .zone = zone, .catch_up_minutes = CATCH_UP_MINUTES };
      gint64 first_ms = thaw_civil_to_utc_ms (thaw_civil_new (last_day, 0), zone);
      gint64 today_ms = thaw_civil_to_utc_ms (thaw_civil_new (last_day + 1, 7 * 60), zone);

      for (conditions.now_ms = first_ms; conditions.now_ms < first_ms + 16 * MS_PER_DAY;
           conditions.now_ms += 5 * MS_PER_MINUTE)
        {
          guint n = count_coming (batch, &conditions);

          g_assert_cmpuint (n, <=, conditions.now_ms < today_ms ? 0 : 1);
          n_coming += n;
        }
    }

  /* Or it would be calm because nothing ever comes. */
  g_assert_cmpuint (n_coming, >, 0);
}

static void
test_nothing (void)
{
  g_autoptr (ThawImportBatch) batch = generate (1, 0, "UTC");

  g_assert_cmpuint (batch->reminders->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/demo-reminders/same-on-every-machine", test_same_on_every_machine);
  g_test_add_func ("/services/demo-reminders/reminders", test_reminders);
  g_test_add_func ("/services/demo-reminders/calm", test_calm);
  g_test_add_func ("/services/demo-reminders/nothing", test_nothing);

  return g_test_run ();
}
