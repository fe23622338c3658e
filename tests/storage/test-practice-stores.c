/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-practice-stores"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-activity-store.h"
#include "thaw-pattern-store.h"
#include "thaw-plan-store.h"
#include "thaw-uuid.h"

#include <sqlite3.h>

#define UUID "0195e4a0-0000-7000-8000-00000000000"

typedef struct
{
  ThawStorageTest base;
  ThawActivityStore *activities;
  ThawPatternStore *patterns;
  ThawPlanStore *plans;
  guint n_activities_changed;
  guint n_patterns_changed;
  guint n_plans_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->activities = thaw_activity_store_new (fixture->base.database, fixture->base.clock);
  fixture->patterns = thaw_pattern_store_new (fixture->base.database, fixture->base.clock);
  fixture->plans = thaw_plan_store_new (fixture->base.database, fixture->base.clock);
  g_signal_connect_swapped (fixture->activities, "changed", G_CALLBACK (count_cb), &fixture->n_activities_changed);
  g_signal_connect_swapped (fixture->patterns, "changed", G_CALLBACK (count_cb), &fixture->n_patterns_changed);
  g_signal_connect_swapped (fixture->plans, "changed", G_CALLBACK (count_cb), &fixture->n_plans_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->activities));
  g_assert_finalize_object (g_steal_pointer (&fixture->patterns));
  g_assert_finalize_object (g_steal_pointer (&fixture->plans));
  thaw_storage_test_tear_down (&fixture->base, data);
}

/* Past the library: what damage may have left. */
static void
execute (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gint64
count_tombstones (Fixture    *fixture,
                  const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM tombstone WHERE kind = '%s'", kind);
  sqlite3_stmt *row;
  sqlite3 *db;
  gint64 n;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);

  return n;
}

/* "Knit (creative, 20)|Sort (other, 0)" */
static char *
list_activities (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) activities = thaw_activity_store_list (fixture->activities, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < activities->len; i++)
    {
      ThawActivity *activity = g_ptr_array_index (activities, i);

      g_string_append_printf (all, "%s%s (%s, %d)", i > 0 ? "|" : "", activity->name,
                              thaw_activity_kind_to_slug (activity->kind), activity->minutes);
    }

  return g_string_free (all, FALSE);
}

static char *
list_favourites (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = thaw_activity_store_list_favourites (fixture->activities, &error);

  g_assert_no_error (error);
  g_ptr_array_add (ids, NULL);

  return g_strjoinv ("|", (char **) ids->pdata);
}

static char *
list_patterns (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) patterns = thaw_pattern_store_list (fixture->patterns, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < patterns->len; i++)
    {
      ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);
      g_autofree char *lengths = thaw_breath_pattern_describe (pattern);

      g_string_append_printf (all, "%s%s %s × %d", i > 0 ? "|" : "", pattern->name, lengths, pattern->breaths);
    }

  return g_string_free (all, FALSE);
}

/* "9:30 walk 3|any nap -1" */
static char *
list_plans (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = thaw_plan_store_list_day (fixture->plans, thaw_day_new (2026, 3, 29), &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < plans->len; i++)
    {
      ThawPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *time = plan->minute == THAW_PLAN_ANY_TIME
                                ? g_strdup ("any")
                                : g_strdup_printf ("%d:%02d", plan->minute / 60, plan->minute % 60);

      g_string_append_printf (all, "%s%s %s", i > 0 ? "|" : "", time, plan->activity);
    }

  return g_string_free (all, FALSE);
}

#define ASSERT_LIST(list, fixture, expected)              \
  G_STMT_START                                            \
    {                                                     \
      g_autofree char *listed_ = list (fixture);          \
      g_assert_cmpstr (listed_, ==, (expected));          \
    }                                                     \
  G_STMT_END

#define ASSERT_REFUSED(type, make, save, store, change)                   \
  G_STMT_START                                                            \
    {                                                                     \
      g_autoptr (type) it = make;                                         \
      g_autoptr (GError) error_ = NULL;                                   \
                                                                          \
      change;                                                             \
      g_assert_null (save (store, it, &error_));                          \
      g_assert_error (error_, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID); \
      g_test_message ("%s", error_->message);                             \
    }                                                                     \
  G_STMT_END

#define SET(field, value) (g_free (it->field), it->field = g_strdup (value))

static void
test_activities (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawActivity) sort = thaw_activity_new (NULL, THAW_ACTIVITY_OTHER, "Sort <b>buttons</b>");
  g_autoptr (ThawActivity) knit = thaw_activity_new (NULL, THAW_ACTIVITY_CREATIVE, "knit");
  g_autoptr (ThawActivity) saved = NULL;
  g_autoptr (ThawActivity) saved_sort = NULL;
  g_autoptr (ThawActivity) changed = NULL;
  g_autoptr (ThawActivity) back = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  ThawActivity *read;

  knit->begin = g_strdup ("Take the yarn.\nJust one row.");
  knit->minutes = 20;
  knit->why = g_strdup ("not a thing of one's own");
  sort->begin = g_strdup ("");
  thaw_activity_store_save_async (fixture->activities, knit, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_activity_store_save_finish (fixture->activities, result, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_uuid_is_valid (saved->id));
  saved_sort = thaw_activity_store_save_sync (fixture->activities, sort, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_activities, fixture, "knit (creative, 20)|Sort <b>buttons</b> (other, 0)");
  g_assert_cmpuint (fixture->n_activities_changed, ==, 2);
  g_assert_cmpuint (fixture->n_patterns_changed + fixture->n_plans_changed, ==, 0);

  listed = thaw_activity_store_list (fixture->activities, &error);
  read = g_ptr_array_index (listed, 0);
  g_assert_cmpstr (read->id, ==, saved->id);
  g_assert_cmpstr (read->begin, ==, knit->begin);
  g_assert_null (read->why);
  g_assert_cmpint (read->modified_ms, ==, saved->modified_ms);
  g_assert_null (((ThawActivity *) g_ptr_array_index (listed, 1))->begin);

  saved->minutes = THAW_ACTIVITY_MAX_MINUTES;
  changed = thaw_activity_store_save_sync (fixture->activities, saved, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_activities, fixture, "knit (creative, 1440)|Sort <b>buttons</b> (other, 0)");

  thaw_activity_store_remove_async (fixture->activities, saved->id, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_activity_store_remove_finish (fixture->activities, removed, &error));
  g_assert_true (thaw_activity_store_remove_sync (fixture->activities, saved_sort->id, &error));
  ASSERT_LIST (list_activities, fixture, "");
  g_assert_cmpint (count_tombstones (fixture, "own-activity"), ==, 2);
  back = thaw_activity_store_save_sync (fixture->activities, changed, &error);
  g_assert_cmpstr (back->id, ==, saved->id);
  g_assert_cmpint (count_tombstones (fixture, "own-activity"), ==, 1);
}

static void
test_absurd_activities (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');

#define REFUSED(change) \
  ASSERT_REFUSED (ThawActivity, thaw_activity_new (NULL, THAW_ACTIVITY_REST, "Nap"), thaw_activity_store_save_sync, \
                  fixture->activities, change)
  REFUSED (SET (id, "walk"));
  REFUSED (SET (name, ""));
  REFUSED (SET (name, "\xff"));
  REFUSED (SET (name, "two\nlines"));
  REFUSED (SET (name, book));
  REFUSED (SET (begin, "\xff"));
  REFUSED (SET (begin, book));
  REFUSED (it->kind = THAW_N_ACTIVITY_KINDS);
  REFUSED (it->minutes = -1);
  REFUSED (it->minutes = THAW_ACTIVITY_MAX_MINUTES + 1);
#undef REFUSED
  ASSERT_LIST (list_activities, fixture, "");
  g_assert_cmpuint (fixture->n_activities_changed, ==, 0);
}

static void
test_favourites (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const refused[] = { "", "A walk", "\xff", "walk\n" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_utc (2026, 4, 2, 0, 0, 0);
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_activity_store_set_favourite_async (fixture->activities, "walk", TRUE, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_activity_store_set_favourite_finish (fixture->activities, result, &error));
  thaw_clock_set_now (fixture->base.clock, later);
  g_assert_true (thaw_activity_store_set_favourite_sync (fixture->activities, "4-7-8", TRUE, &error));
  g_assert_true (thaw_activity_store_set_favourite_sync (fixture->activities, "walk", TRUE, &error));
  g_assert_true (thaw_activity_store_set_favourite_sync (fixture->activities, UUID "1", TRUE, &error));
  /* In the order in which they were starred. */
  ASSERT_LIST (list_favourites, fixture, "walk|" UUID "1|4-7-8");
  g_assert_true (thaw_activity_store_set_favourite_sync (fixture->activities, "walk", FALSE, &error));
  g_assert_true (thaw_activity_store_set_favourite_sync (fixture->activities, "never-there", FALSE, &error));
  ASSERT_LIST (list_favourites, fixture, UUID "1|4-7-8");
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (thaw_activity_store_set_favourite_sync (fixture->activities, refused[i], TRUE, &error));
      g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_patterns (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "נשימה שלי");
  g_autoptr (ThawBreathPattern) saved = NULL;
  g_autoptr (ThawBreathPattern) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  pattern->tenths[THAW_BREATH_IN] = THAW_BREATH_MIN_TENTHS;
  pattern->tenths[THAW_BREATH_TOP_UP] = 1;
  pattern->tenths[THAW_BREATH_HOLD_FULL] = 20;
  pattern->tenths[THAW_BREATH_OUT] = THAW_BREATH_MAX_TENTHS;
  pattern->tenths[THAW_BREATH_HOLD_EMPTY] = 35;
  pattern->breaths = THAW_BREATH_MAX_BREATHS;
  pattern->first_limit = 4;
  thaw_pattern_store_save_async (fixture->patterns, pattern, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_pattern_store_save_finish (fixture->patterns, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (saved->id);
  g_assert_cmpint (saved->first_limit, ==, 0);
  ASSERT_LIST (list_patterns, fixture, "נשימה שלי 0.5 · 0.1 · 2 · 30 · 3.5 × 999");
  g_assert_cmpuint (fixture->n_patterns_changed, ==, 1);

  thaw_pattern_store_remove_async (fixture->patterns, saved->id, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_pattern_store_remove_finish (fixture->patterns, removed, &error));
  ASSERT_LIST (list_patterns, fixture, "");
  g_assert_cmpint (count_tombstones (fixture, "breath-pattern"), ==, 1);
  back = thaw_pattern_store_save_sync (fixture->patterns, saved, &error);
  g_assert_cmpstr (back->id, ==, saved->id);
  g_assert_true (thaw_pattern_store_remove_sync (fixture->patterns, UUID "7", &error));
  g_assert_cmpint (count_tombstones (fixture, "breath-pattern"), ==, 0);
}

static void
test_absurd_patterns (Fixture       *fixture,
                      gconstpointer  data)
{
#define REFUSED(change) \
  ASSERT_REFUSED (ThawBreathPattern, thaw_breath_pattern_new (NULL, "Slow"), thaw_pattern_store_save_sync, \
                  fixture->patterns, change)
  REFUSED (SET (id, "box"));
  REFUSED (SET (name, " "));
  REFUSED (SET (name, "\xff"));
  REFUSED (it->tenths[THAW_BREATH_IN] = 0);
  REFUSED (it->tenths[THAW_BREATH_OUT] = THAW_BREATH_MAX_TENTHS + 1);
  REFUSED (it->tenths[THAW_BREATH_HOLD_FULL] = -1);
  REFUSED (it->breaths = 0);
  REFUSED (it->breaths = THAW_BREATH_MAX_BREATHS + 1);
#undef REFUSED
  ASSERT_LIST (list_patterns, fixture, "");
}

static ThawPlan *
make_plan (int         minute,
           const char *activity)
{
  ThawPlan *plan = thaw_plan_new (thaw_day_new (2026, 3, 29), THAW_ACTIVITY_PHYSICAL, activity, activity);

  plan->minute = minute;

  return plan;
}

static void
test_plans (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawPlan) any = make_plan (THAW_PLAN_ANY_TIME, "nap");
  g_autoptr (ThawPlan) late = make_plan (23 * 60 + 59, "body-scan");
  g_autoptr (ThawPlan) early = make_plan (0, "walk");
  g_autoptr (ThawPlan) other_day = make_plan (60, "call");
  g_autoptr (ThawPlan) saved_any = NULL;
  g_autoptr (ThawPlan) saved_late = NULL;
  g_autoptr (ThawPlan) saved_early = NULL;
  g_autoptr (ThawPlan) saved_other = NULL;
  g_autoptr (ThawPlan) earlier = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  ThawPlan *read;

  other_day->day++;
  thaw_plan_store_save_async (fixture->plans, any, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved_any = thaw_plan_store_save_finish (fixture->plans, result, &error);
  saved_late = thaw_plan_store_save_sync (fixture->plans, late, &error);
  saved_early = thaw_plan_store_save_sync (fixture->plans, early, &error);
  saved_other = thaw_plan_store_save_sync (fixture->plans, other_day, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_plans, fixture, "0:00 walk|23:59 body-scan|any nap");
  g_assert_cmpuint (fixture->n_plans_changed, ==, 4);

  saved_late->minute = 22 * 60;
  earlier = thaw_plan_store_save_sync (fixture->plans, saved_late, &error);
  g_assert_no_error (error);
  all = thaw_plan_store_list (fixture->plans, &error);
  g_assert_cmpuint (all->len, ==, 4);
  read = g_ptr_array_index (all, 1);
  g_assert_cmpstr (read->uuid, ==, saved_late->uuid);
  g_assert_cmpint (read->day, ==, late->day);
  g_assert_cmpint (read->kind, ==, late->kind);
  g_assert_cmpstr (read->name, ==, late->name);
  g_assert_cmpint (read->minute, ==, 22 * 60);
  g_assert_cmpstr (((ThawPlan *) g_ptr_array_index (all, 3))->activity, ==, "call");

  thaw_plan_store_remove_async (fixture->plans, saved_early->uuid, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_plan_store_remove_finish (fixture->plans, removed, &error));
  ASSERT_LIST (list_plans, fixture, "22:00 body-scan|any nap");
  g_assert_true (thaw_plan_store_remove_sync (fixture->plans, saved_any->uuid, &error));
  g_assert_cmpint (count_tombstones (fixture, "plan"), ==, 2);
}

static void
test_absurd_plans (Fixture       *fixture,
                   gconstpointer  data)
{
#define REFUSED(change) \
  ASSERT_REFUSED (ThawPlan, make_plan (0, "walk"), thaw_plan_store_save_sync, fixture->plans, change)
  REFUSED (it->day = THAW_DAY_NONE);
  REFUSED (it->day = THAW_DAY_LAST + 1);
  REFUSED (it->minute = -2);
  REFUSED (it->minute = 24 * 60);
  REFUSED (it->kind = THAW_N_ACTIVITY_KINDS);
  REFUSED (SET (activity, "A walk"));
  REFUSED (SET (name, ""));
  REFUSED (SET (name, "\xff"));
#undef REFUSED
  ASSERT_LIST (list_plans, fixture, "");
}

/* What makes no sense is passed over, and the rest is there. */
static void
test_damaged_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  execute (fixture,
           "PRAGMA ignore_check_constraints = ON;"
           "INSERT INTO own_activity (uuid, kind, name, how_to_begin, minutes, modified_ms) VALUES"
           "  ('a', 'sleep', 'Nap', NULL, 0, 1), ('b', 'rest', ' ', NULL, 0, 1),"
           "  ('" UUID "1', 'rest', 'Fine', CAST (x'ff' AS TEXT), -5, 1);"
           "INSERT INTO favourite (id, modified_ms) VALUES ('A walk', 1), ('fine', 1);"
           "INSERT INTO breath_pattern (uuid, name, breathe_in, top_up, hold_full, breathe_out, hold_empty, breaths,"
           "  modified_ms) VALUES ('a', 'Hard', 9000, 0, 0, 50, 0, 12, 1), ('b', '', 50, 0, 0, 50, 0, 12, 1),"
           "  ('" UUID "1', 'Fine', 50, 0, 0, 50, 0, -12, 1);"
           "INSERT INTO plan (uuid, day, minute, kind, activity, name, modified_ms) VALUES"
           "  ('" UUID "1', '2026-03-29', 5000, 'rest', 'fine', 'Fine', 1),"
           "  ('b', '2026-03-29', 0, 'sleep', 'nap', 'Nap', 1),"
           "  ('c', '2026-03-29', 0, 'rest', 'A nap', 'Nap', 1),"
           "  ('d', '2026-99-99', 0, 'rest', 'nap', 'Nap', 1);");
  ASSERT_LIST (list_activities, fixture, "Fine (rest, 0)");
  ASSERT_LIST (list_favourites, fixture, "fine");
  ASSERT_LIST (list_patterns, fixture, "Fine 5 · 5 × 1");
  ASSERT_LIST (list_plans, fixture, "any fine");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/practice-stores/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("activities", test_activities);
  ADD ("absurd-activities", test_absurd_activities);
  ADD ("favourites", test_favourites);
  ADD ("patterns", test_patterns);
  ADD ("absurd-patterns", test_absurd_patterns);
  ADD ("plans", test_plans);
  ADD ("absurd-plans", test_absurd_plans);
  ADD ("damaged-rows", test_damaged_rows);
#undef ADD

  return g_test_run ();
}
