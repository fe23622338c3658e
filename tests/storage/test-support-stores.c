/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-support-stores"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-article-mark-store.h"
#include "thaw-care-store.h"
#include "thaw-line-store.h"
#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-uuid.h"

#include <math.h>
#include <sqlite3.h>

#define UUID "0195e4a0-0000-7000-8000-00000000000"

typedef struct
{
  ThawStorageTest base;
  ThawCareStore *care;
  ThawLineStore *lines;
  ThawArticleMarkStore *marks;
  guint n_care_changed;
  guint n_lines_changed;
  guint n_marks_changed;
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
  fixture->care = thaw_care_store_new (fixture->base.database, fixture->base.clock);
  fixture->lines = thaw_line_store_new (fixture->base.database, fixture->base.clock);
  fixture->marks = thaw_article_mark_store_new (fixture->base.database, fixture->base.clock);
  g_signal_connect_swapped (fixture->care, "changed", G_CALLBACK (count_cb), &fixture->n_care_changed);
  g_signal_connect_swapped (fixture->lines, "changed", G_CALLBACK (count_cb), &fixture->n_lines_changed);
  g_signal_connect_swapped (fixture->marks, "changed", G_CALLBACK (count_cb), &fixture->n_marks_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->care));
  g_assert_finalize_object (g_steal_pointer (&fixture->lines));
  g_assert_finalize_object (g_steal_pointer (&fixture->marks));
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

/* "myself 0 Walk|people 1 Ada" */
static char *
list_care (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = thaw_care_store_list (fixture->care, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      ThawCareItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (all, "%s%s %d %s", i > 0 ? "|" : "", thaw_care_part_to_slug (item->part),
                              item->position, item->text);
    }

  return g_string_free (all, FALSE);
}

/* "Line 116 123|Other 1" */
static char *
list_lines (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = thaw_line_store_list (fixture->lines, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      ThawOwnLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (all, "%s%s %s", i > 0 ? "|" : "", line->name, line->number);
    }

  return g_string_free (all, FALSE);
}

/* "cbt tried 50% *|dbt none 0%" */
static char *
list_marks (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = thaw_article_mark_store_list (fixture->marks, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < marks->len; i++)
    {
      ThawArticleMark *mark = g_ptr_array_index (marks, i);

      g_string_append_printf (all, "%s%s %s %d%%%s", i > 0 ? "|" : "", mark->article,
                              thaw_stance_to_slug (mark->stance), (int) (mark->position * 100.0),
                              mark->is_bookmarked ? " *" : "");
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

static ThawCareItem *
add_care (Fixture      *fixture,
          ThawCarePart  part,
          int           position,
          const char   *text)
{
  g_autoptr (ThawCareItem) item = thaw_care_item_new (part, position, text);
  g_autoptr (GError) error = NULL;
  ThawCareItem *saved = thaw_care_store_save_sync (fixture->care, item, &error);

  g_assert_no_error (error);

  return saved;
}

static void
test_care (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawCareItem) safety = add_care (fixture, THAW_CARE_SAFETY, 0, "Give them to Ada");
  g_autoptr (ThawCareItem) people = add_care (fixture, THAW_CARE_PEOPLE, 7, "Ada");
  g_autoptr (ThawCareItem) walk = add_care (fixture, THAW_CARE_MYSELF, 1, "Walk.\nAround the <b>block</b>");
  g_autoptr (ThawCareItem) signs = add_care (fixture, THAW_CARE_WARNING_SIGNS, THAW_CARE_MAX_POSITION, "I sleep");
  g_autoptr (ThawCareItem) tea = thaw_care_item_new (THAW_CARE_MYSELF, 0, "Tea");
  g_autoptr (ThawCareItem) saved_tea = NULL;
  g_autoptr (ThawCareItem) moved = NULL;
  g_autoptr (ThawCareItem) back = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_care_store_save_async (fixture->care, tea, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved_tea = thaw_care_store_save_finish (fixture->care, result, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_uuid_is_valid (saved_tea->id));
  ASSERT_LIST (list_care, fixture,
               "warning-signs 1000000 I sleep|myself 0 Tea|myself 1 Walk.\nAround the <b>block</b>|people 7 Ada|"
               "safety 0 Give them to Ada");
  g_assert_cmpuint (fixture->n_care_changed, ==, 5);
  g_assert_cmpuint (fixture->n_lines_changed + fixture->n_marks_changed, ==, 0);

  /* What it stands for, and to another part. */
  people->person = g_strdup (UUID "5");
  walk->activity = g_strdup ("walk");
  walk->part = THAW_CARE_PLACES;
  moved = thaw_care_store_save_sync (fixture->care, walk, &error);
  g_clear_pointer (&moved, thaw_care_item_free);
  moved = thaw_care_store_save_sync (fixture->care, people, &error);
  g_assert_no_error (error);
  items = thaw_care_store_list (fixture->care, &error);
  g_assert_cmpuint (items->len, ==, 5);
  g_assert_cmpint (((ThawCareItem *) items->pdata[2])->part, ==, THAW_CARE_PLACES);
  g_assert_cmpstr (((ThawCareItem *) items->pdata[2])->activity, ==, "walk");
  g_assert_null (((ThawCareItem *) items->pdata[2])->person);
  g_assert_cmpstr (((ThawCareItem *) items->pdata[3])->person, ==, UUID "5");
  g_assert_null (((ThawCareItem *) items->pdata[3])->activity);

  thaw_care_store_remove_async (fixture->care, saved_tea->id, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_care_store_remove_finish (fixture->care, removed, &error));
  g_assert_true (thaw_care_store_remove_sync (fixture->care, walk->id, &error));
  ASSERT_LIST (list_care, fixture, "warning-signs 1000000 I sleep|people 7 Ada|safety 0 Give them to Ada");
  g_assert_cmpint (count_tombstones (fixture, "care-item"), ==, 2);
  back = thaw_care_store_save_sync (fixture->care, saved_tea, &error);
  g_assert_cmpstr (back->id, ==, saved_tea->id);
  g_assert_cmpint (count_tombstones (fixture, "care-item"), ==, 1);
}

static void
test_absurd_care (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *too_long = g_strnfill (THAW_CARE_MAX_TEXT_BYTES + 1, 'x');

#define REFUSED(change) \
  ASSERT_REFUSED (ThawCareItem, thaw_care_item_new (THAW_CARE_MYSELF, 0, "Tea"), thaw_care_store_save_sync, \
                  fixture->care, change)
  REFUSED (SET (id, "tea"));
  REFUSED (it->part = THAW_N_CARE_PARTS);
  REFUSED (it->position = -1);
  REFUSED (it->position = THAW_CARE_MAX_POSITION + 1);
  REFUSED (SET (text, ""));
  REFUSED (SET (text, " \n\t"));
  REFUSED (SET (text, "\xff"));
  REFUSED (SET (text, too_long));
  REFUSED (SET (text, book));
  REFUSED (SET (person, "ada"));
  REFUSED (SET (activity, "A walk"));
  REFUSED ((SET (person, UUID "1"), SET (activity, "walk")));
#undef REFUSED
  ASSERT_LIST (list_care, fixture, "");
  g_assert_cmpuint (fixture->n_care_changed, ==, 0);
}

static ThawOwnLine *
add_line (Fixture    *fixture,
          const char *name)
{
  g_autoptr (ThawOwnLine) line = thaw_own_line_new (name, "116 123");
  g_autoptr (GError) error = NULL;
  ThawOwnLine *saved = thaw_line_store_save_sync (fixture->lines, line, &error);

  g_assert_no_error (error);

  return saved;
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GDateTime) later = g_date_time_new_utc (2026, 4, 2, 0, 0, 0);
  g_autoptr (ThawOwnLine) first = add_line (fixture, "Zora’s line");
  g_autoptr (ThawOwnLine) last = NULL;
  g_autoptr (ThawOwnLine) line = thaw_own_line_new ("Night", "1-800-662-HELP");
  g_autoptr (ThawOwnLine) saved = NULL;
  g_autoptr (ThawOwnLine) changed = NULL;
  g_autoptr (ThawOwnLine) back = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  line->note = g_strdup ("From eight on.\n<i>Ask for Mo</i>");
  thaw_line_store_save_async (fixture->lines, line, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_line_store_save_finish (fixture->lines, result, &error);
  g_assert_no_error (error);
  thaw_clock_set_now (fixture->base.clock, later);
  last = add_line (fixture, "Aa");
  /* In the order in which they were added, also in the same millisecond; a change keeps the place. */
  first->note = g_strdup ("");
  changed = thaw_line_store_save_sync (fixture->lines, first, &error);
  g_assert_no_error (error);
  g_assert_null (changed->note);
  ASSERT_LIST (list_lines, fixture, "Zora’s line 116 123|Night 1-800-662-HELP|Aa 116 123");
  lines = thaw_line_store_list (fixture->lines, &error);
  g_assert_null (((ThawOwnLine *) lines->pdata[0])->note);
  g_assert_cmpstr (((ThawOwnLine *) lines->pdata[1])->note, ==, line->note);
  g_assert_cmpstr (((ThawOwnLine *) lines->pdata[1])->id, ==, saved->id);
  g_assert_cmpuint (fixture->n_lines_changed, ==, 4);

  thaw_line_store_remove_async (fixture->lines, saved->id, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_line_store_remove_finish (fixture->lines, removed, &error));
  g_assert_true (thaw_line_store_remove_sync (fixture->lines, first->id, &error));
  ASSERT_LIST (list_lines, fixture, "Aa 116 123");
  g_assert_cmpint (count_tombstones (fixture, "own-line"), ==, 2);
  /* What comes back does so in its place. */
  back = thaw_line_store_save_sync (fixture->lines, saved, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_lines, fixture, "Night 1-800-662-HELP|Aa 116 123");
  g_assert_cmpint (count_tombstones (fixture, "own-line"), ==, 1);
}

static void
test_absurd_lines (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');

#define REFUSED(change) \
  ASSERT_REFUSED (ThawOwnLine, thaw_own_line_new ("Line", "116 123"), thaw_line_store_save_sync, fixture->lines, change)
  REFUSED (SET (id, "line"));
  REFUSED (SET (name, ""));
  REFUSED (SET (name, "two\nlines"));
  REFUSED (SET (name, "\xff"));
  REFUSED (SET (name, book));
  REFUSED (SET (number, " "));
  REFUSED (SET (number, "1\n2"));
  REFUSED (SET (number, "\xff"));
  REFUSED (SET (number, book));
  REFUSED (SET (note, "\xff"));
  REFUSED (SET (note, book));
#undef REFUSED
  ASSERT_LIST (list_lines, fixture, "");
  g_assert_cmpuint (fixture->n_lines_changed, ==, 0);
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawArticleMark) cbt = thaw_article_mark_new ("cbt");
  g_autoptr (ThawArticleMark) again = thaw_article_mark_new ("cbt");
  g_autoptr (ThawArticleMark) act = thaw_article_mark_new ("act");
  g_autoptr (ThawArticleMark) saved = NULL;
  g_autoptr (ThawArticleMark) saved_again = NULL;
  g_autoptr (ThawArticleMark) saved_act = NULL;
  g_autoptr (ThawArticleMark) read = NULL;
  g_autoptr (ThawArticleMark) none = NULL;
  g_autoptr (ThawArticleMark) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  cbt->stance = THAW_STANCE_TRIED;
  cbt->note = g_strdup ("In 2019, with Dr Ω.\nIt helped.");
  cbt->is_bookmarked = TRUE;
  cbt->position = 0.5;
  thaw_article_mark_store_save_async (fixture->marks, cbt, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_article_mark_store_save_finish (fixture->marks, result, &error);
  g_assert_no_error (error);
  saved_act = thaw_article_mark_store_save_sync (fixture->marks, act, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_marks, fixture, "act none 0%|cbt tried 50% *");
  g_assert_cmpuint (fixture->n_marks_changed, ==, 2);
  read = thaw_article_mark_store_get (fixture->marks, "cbt", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->id, ==, saved->id);
  g_assert_cmpstr (read->note, ==, cbt->note);
  g_assert_cmpint (read->modified_ms, ==, saved->modified_ms);
  none = thaw_article_mark_store_get (fixture->marks, "emdr", &error);
  g_assert_no_error (error);
  g_assert_null (none);

  /* One for each article: whoever does not know of it changes the one that is there. */
  again->position = 1.0;
  again->stance = THAW_STANCE_NOT_FOR_ME;
  again->note = g_strdup ("");
  saved_again = thaw_article_mark_store_save_sync (fixture->marks, again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saved_again->id, ==, saved->id);
  g_assert_null (saved_again->note);
  ASSERT_LIST (list_marks, fixture, "act none 0%|cbt not-for-me 100%");

  thaw_article_mark_store_remove_async (fixture->marks, saved->id, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_article_mark_store_remove_finish (fixture->marks, removed, &error));
  g_assert_true (thaw_article_mark_store_remove_sync (fixture->marks, saved_act->id, &error));
  ASSERT_LIST (list_marks, fixture, "");
  g_assert_cmpint (count_tombstones (fixture, "article-mark"), ==, 2);
  back = thaw_article_mark_store_save_sync (fixture->marks, saved, &error);
  g_assert_no_error (error);
  ASSERT_LIST (list_marks, fixture, "cbt tried 50% *");
  g_assert_cmpint (count_tombstones (fixture, "article-mark"), ==, 1);
}

static void
test_absurd_marks (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');

#define REFUSED(change) \
  ASSERT_REFUSED (ThawArticleMark, thaw_article_mark_new ("cbt"), thaw_article_mark_store_save_sync, fixture->marks, \
                  change)
  REFUSED (SET (id, "cbt"));
  REFUSED (SET (article, ""));
  REFUSED (SET (article, "A therapy"));
  REFUSED (SET (article, "../etc"));
  REFUSED (it->stance = THAW_N_STANCES);
  REFUSED (SET (note, "\xff"));
  REFUSED (SET (note, book));
  REFUSED (it->position = -0.001);
  REFUSED (it->position = 1.001);
  REFUSED (it->position = (double) NAN);
  REFUSED (it->position = (double) INFINITY);
#undef REFUSED
  ASSERT_LIST (list_marks, fixture, "");
  g_assert_cmpuint (fixture->n_marks_changed, ==, 0);
}

/* What makes no sense is passed over, and the rest is there. */
static void
test_damaged_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) items = NULL;

  execute (fixture,
           "PRAGMA ignore_check_constraints = ON;"
           "INSERT INTO care_item (uuid, part, position, text, person, activity, modified_ms) VALUES"
           "  ('" UUID "1', 'no-part', 0, 'Of no part', NULL, NULL, 1), ('" UUID "2', 'safety', 0, ' ', NULL, NULL, 1),"
           "  ('c', 'safety', 0, 'Without identity', NULL, NULL, 1),"
           "  ('" UUID "4', 'safety', -7, 'Fine', 'ada', 'walk', 1);"
           "INSERT INTO own_line (uuid, name, number, note, modified_ms) VALUES"
           "  ('" UUID "1', '', '1', NULL, 1), ('" UUID "2', 'Without number', '', NULL, 1),"
           "  ('" UUID "3', 'Fine', '2', CAST (x'ff' AS TEXT), 1);"
           "INSERT INTO article_mark (uuid, article, stance, is_bookmarked, position, modified_ms, note) VALUES"
           "  ('" UUID "1', 'An article', 'none', 0, 0, 1, NULL),"
           "  ('" UUID "2', 'fine', 'shrug', -1, 77, 1, CAST (x'ff' AS TEXT));");
  ASSERT_LIST (list_care, fixture, "safety 0 Fine");
  items = thaw_care_store_list (fixture->care, NULL);
  g_assert_null (((ThawCareItem *) items->pdata[0])->person);
  g_assert_cmpstr (((ThawCareItem *) items->pdata[0])->activity, ==, "walk");
  ASSERT_LIST (list_lines, fixture, "Fine 2");
  ASSERT_LIST (list_marks, fixture, "fine none 0% *");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/support-stores/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("care", test_care);
  ADD ("absurd-care", test_absurd_care);
  ADD ("lines", test_lines);
  ADD ("absurd-lines", test_absurd_lines);
  ADD ("marks", test_marks);
  ADD ("absurd-marks", test_absurd_marks);
  ADD ("damaged-rows", test_damaged_rows);
#undef ADD

  return g_test_run ();
}
