/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-entry-list"

#include "config.h"
#include "pages/journal/thaw-entry-list.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

#define N_MANY 100000
#define N_PER_DAY 10

typedef struct
{
  ThawTestServices services;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_services_tear_down (&fixture->services);
}

static guint
count (ThawEntryList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
await (ThawEntryList *list)
{
  while (thaw_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
end (ThawEntryList *list)
{
  thaw_entry_list_cancel (list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  while (G_OBJECT (list)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (list);
}

static char *
dup_text (ThawEntryList *list,
          guint          index)
{
  g_autoptr (ThawEntrySummary) summary = g_list_model_get_item (G_LIST_MODEL (list), index);

  g_assert_nonnull (summary);

  return g_strdup (thaw_entry_summary_get_excerpt (summary));
}

static void
assert_text_starts (ThawEntryList *list,
                    guint          index,
                    const char    *start)
{
  g_autofree char *text = dup_text (list, index);

  if (!g_str_has_prefix (text, start))
    g_error ("Entry %u is “%s”, not “%s”", index, text, start);
}

/* What a list told of, to compare with what it holds. */
typedef struct
{
  guint n_items;
  guint n_changes;
  guint n_removed;
  guint n_added;
  guint n_updated;
} Told;

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       n_removed,
                     guint       n_added,
                     gpointer    user_data)
{
  Told *told = user_data;

  g_assert_cmpuint (position + n_removed, <=, told->n_items);
  told->n_items = told->n_items - n_removed + n_added;
  told->n_changes++;
  told->n_removed += n_removed;
  told->n_added += n_added;
  g_assert_cmpuint (told->n_items, ==, g_list_model_get_n_items (model));
}

static void
on_updated_cb (ThawEntryList *list,
               gpointer       user_data)
{
  ((Told *) user_data)->n_updated++;
}

static void
watch (ThawEntryList *list,
       Told          *told)
{
  told->n_items = count (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), told);
  g_signal_connect (list, "updated", G_CALLBACK (on_updated_cb), told);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  ThawEntryList *list = thaw_entry_list_new (fixture->services.journal, NULL, NULL);
  guint index = 7;

  await (list);
  g_assert_cmpuint (count (list), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
  g_assert_false (thaw_entry_list_find_day (list, thaw_day_new (2026, 3, 3), &index));
  g_assert_cmpuint (index, ==, 0);
  g_assert_null (thaw_entry_list_get_error (list));

  end (list);
}

static void
test_hundred_thousand (Fixture       *fixture,
                       gconstpointer  data)
{
  ThawEntryList *list;
  Told told = { 0 };
  guint index;
  ThawDay last_day = thaw_day_new (2026, 3, 28);

  thaw_test_services_add_many (&fixture->services, N_MANY, N_PER_DAY);
  list = thaw_entry_list_new (fixture->services.journal, NULL, NULL);

  /* The first entries are there at once, before the main loop ran. */
  g_assert_cmpuint (count (list), >, 10);
  g_assert_cmpuint (count (list), <, 100);
  assert_text_starts (list, 0, "entry 0 ");
  assert_text_starts (list, 20, "entry 20 ");

  watch (list, &told);
  await (list);
  g_assert_cmpuint (count (list), ==, N_MANY);
  g_assert_cmpuint (told.n_items, ==, N_MANY);
  /* It grew at the end and nothing else. */
  g_assert_cmpuint (told.n_removed, ==, 0);
  g_assert_cmpuint (told.n_changes, ==, 1);

  assert_text_starts (list, N_MANY - 1, "entry 99999 ");
  assert_text_starts (list, 12345, "entry 12345 ");
  for (guint i = 0; i < N_MANY; i += 997)
    {
      g_autofree char *start = g_strdup_printf ("entry %u ", i);

      assert_text_starts (list, i, start);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), N_MANY));

  g_assert_true (thaw_entry_list_starts_day (list, 0));
  g_assert_false (thaw_entry_list_starts_day (list, 1));
  g_assert_true (thaw_entry_list_starts_day (list, 5 * N_PER_DAY));
  g_assert_cmpint (thaw_entry_list_get_day (list, 5 * N_PER_DAY), ==, last_day - 5);

  g_assert_true (thaw_entry_list_find_day (list, last_day - 1234, &index));
  g_assert_cmpuint (index, ==, 1234 * N_PER_DAY);
  g_assert_false (thaw_entry_list_find_day (list, last_day + 5, &index));
  g_assert_cmpuint (index, ==, 0);
  g_assert_false (thaw_entry_list_find_day (list, THAW_DAY_FIRST, &index));
  g_assert_cmpuint (index, ==, N_MANY - 1);

  end (list);
}

static void
test_day_without_entries (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *first = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "first");
  g_autofree char *second = thaw_test_services_add (&fixture->services, "2026-03-05T10:00:00+01:00", NULL, "second");
  ThawEntryList *list = thaw_entry_list_new (fixture->services.journal, NULL, NULL);
  guint index;

  await (list);
  g_assert_false (thaw_entry_list_find_day (list, thaw_day_new (2026, 3, 3), &index));
  g_assert_cmpuint (index, ==, 1);
  assert_text_starts (list, index, "first");

  end (list);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  ThawEntryList *list;

  thaw_test_services_add_many (&fixture->services, 500, N_PER_DAY);

  filter->emotion = g_strdup ("joy");
  list = thaw_entry_list_new (fixture->services.journal, NULL, filter);
  await (list);
  g_assert_cmpuint (count (list), ==, 50);
  assert_text_starts (list, 1, "entry 10 ");
  g_assert_cmpstr (thaw_entry_list_get_filter (list)->emotion, ==, "joy");
  end (list);

  filter->tag = g_strdup ("river");
  filter->tag_kind = THAW_TAG_PLACE;
  filter->first_day = thaw_day_new (2026, 3, 20);
  filter->last_day = thaw_day_new (2026, 3, 21);
  list = thaw_entry_list_new (fixture->services.journal, NULL, filter);
  await (list);
  g_assert_cmpuint (count (list), ==, 2);
  g_assert_cmpint (thaw_entry_list_get_day (list, 0), ==, filter->last_day);
  end (list);
}

static void
test_query (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autoptr (ThawEntrySummary) summary = NULL;
  ThawEntryList *list;
  Told told = { 0 };

  thaw_test_services_add_many (&fixture->services, 500, N_PER_DAY);

  filter->query = g_strdup ("watER");
  list = thaw_entry_list_new (fixture->services.journal, NULL, filter);
  watch (list, &told);
  await (list);
  g_assert_cmpuint (count (list), ==, 50);
  g_assert_true (thaw_entry_list_has_more (list));
  summary = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpuint (thaw_entry_summary_get_excerpt_highlights (summary)->len, >, 0);

  thaw_entry_list_load_more (list);
  await (list);
  g_assert_cmpuint (count (list), ==, 250);
  thaw_entry_list_load_more (list);
  await (list);
  g_assert_cmpuint (count (list), ==, 450);
  thaw_entry_list_load_more (list);
  await (list);
  g_assert_cmpuint (count (list), ==, 500);
  g_assert_false (thaw_entry_list_has_more (list));
  thaw_entry_list_load_more (list);
  g_assert_false (thaw_entry_list_is_loading (list));
  g_assert_cmpuint (told.n_removed, ==, 0);
  assert_text_starts (list, 499, "entry 499 ");
  end (list);
}

static void
test_query_without_matches (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const queries[] = { "zebra", "\"", "NEAR(", "a* OR", "'; DROP TABLE entry", "\"open" };

  thaw_test_services_add_many (&fixture->services, 10, N_PER_DAY);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
      ThawEntryList *list;

      filter->query = g_strdup (queries[i]);
      list = thaw_entry_list_new (fixture->services.journal, NULL, filter);
      await (list);
      g_assert_null (thaw_entry_list_get_error (list));
      end (list);
    }
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  ThawEntryList *list;

  thaw_test_services_add_many (&fixture->services, 1000, N_PER_DAY);
  filter->query = g_strdup ("water");
  list = thaw_entry_list_new (fixture->services.journal, NULL, filter);
  end (list);
}

static void
test_follows_changes (Fixture       *fixture,
                      gconstpointer  data)
{
  ThawEntryList *list;
  Told told = { 0 };
  g_autofree char *added = NULL;
  g_autofree char *older = NULL;

  thaw_test_services_add_many (&fixture->services, 500, N_PER_DAY);
  list = thaw_entry_list_new (fixture->services.journal, NULL, NULL);
  await (list);
  watch (list, &told);

  added = thaw_test_services_add (&fixture->services, "2026-03-29T08:00:00+02:00", NULL, "new one");
  await (list);
  g_assert_cmpuint (count (list), ==, 501);
  g_assert_cmpuint (told.n_added, ==, 1);
  g_assert_cmpuint (told.n_removed, ==, 0);
  assert_text_starts (list, 0, "new one");
  assert_text_starts (list, 1, "entry 0 ");

  /* Between others, and told of just there. */
  older = thaw_test_services_add (&fixture->services, "2026-03-20T23:00:00+00:00", NULL, "older one");
  await (list);
  g_assert_cmpuint (told.n_added, ==, 2);
  g_assert_cmpuint (told.n_removed, ==, 0);

  end (list);
}

static void
test_follows_deletion (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *first = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "first");
  g_autofree char *second = thaw_test_services_add (&fixture->services, "2026-03-02T10:00:00+01:00", NULL, "second");
  g_autofree char *third = thaw_test_services_add (&fixture->services, "2026-03-03T10:00:00+01:00", NULL, "third");
  ThawEntryList *list = thaw_entry_list_new (fixture->services.journal, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *hidden = NULL;
  Told told = { 0 };

  await (list);
  watch (list, &told);
  thaw_journal_hide_async (fixture->services.journal, second, NULL, thaw_test_store_result_cb, &hidden);
  result = thaw_test_await (&hidden);
  g_assert_true (thaw_journal_hide_finish (fixture->services.journal, result, NULL));
  await (list);

  g_assert_cmpuint (count (list), ==, 2);
  g_assert_cmpuint (told.n_removed, ==, 1);
  g_assert_cmpuint (told.n_added, ==, 0);
  assert_text_starts (list, 0, "third");
  assert_text_starts (list, 1, "first");

  g_clear_object (&result);
  end (list);
}

static void
test_follows_words (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "before");
  ThawEntryList *list = thaw_entry_list_new (fixture->services.journal, NULL, NULL);
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (ThawEntry) saved = NULL;
  Told told = { 0 };

  await (list);
  assert_text_starts (list, 0, "before");
  watch (list, &told);
  entry = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);
  thaw_entry_set_text (entry, "after");
  saved = thaw_journal_save_sync (fixture->services.journal, entry, NULL);
  g_assert_nonnull (saved);
  await (list);

  /* The entry stays in its place, so no row loses the focus. */
  g_assert_cmpuint (told.n_changes, ==, 0);
  g_assert_cmpuint (told.n_updated, ==, 1);
  assert_text_starts (list, 0, "after");

  end (list);
}

static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  ThawEntryList *list;

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  g_test_expect_message ("thaw-entry-list", G_LOG_LEVEL_WARNING, "Reading the journal failed*");
  list = thaw_entry_list_new (fixture->services.journal, NULL, NULL);
  await (list);
  g_test_assert_expected_messages ();
  g_assert_error (thaw_entry_list_get_error (list), THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_CLOSED);
  g_assert_cmpuint (count (list), ==, 0);

  end (list);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_session (Fixture    *fixture,
             const char *iso,
             const char *note)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_REST, "nap", "Nap");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_FINISHED;
  thaw_session_set_note (session, note);
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services.services), session, &error);
  g_assert_no_error (error);
}

static ThawEntryList *
make_list_with_sessions (Fixture *fixture)
{
  g_autoptr (ThawSessionPlaces) places = thaw_session_places_new (fixture->services.services);

  return thaw_entry_list_new (fixture->services.journal, places, NULL);
}

static gboolean
is_session (ThawEntryList *list,
            guint          index)
{
  g_autoptr (ThawEntrySummary) summary = g_list_model_get_item (G_LIST_MODEL (list), index);

  return thaw_entry_summary_is_session (summary);
}

/* Sessions stand among the entries by their time, on days of their own as well, and come at once. */
static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *morning = NULL;
  g_autofree char *evening = NULL;
  g_autoptr (ThawEntrySummary) found = NULL;
  ThawEntryList *list;
  Told told = { 0 };
  guint index = 0;

  morning = thaw_test_services_add (&fixture->services, "2026-03-28T08:00:00+01:00", NULL, "morning");
  evening = thaw_test_services_add (&fixture->services, "2026-03-28T20:00:00+01:00", NULL, "evening");
  add_session (fixture, "2026-03-28T12:00:00+01:00", "noon");
  add_session (fixture, "2026-03-28T12:00:00+01:00", "noon");
  add_session (fixture, "2026-03-26T12:00:00+01:00", "alone");

  list = make_list_with_sessions (fixture);
  /* What the first frame shows: those of days with entries. */
  g_assert_cmpuint (count (list), ==, 4);
  assert_text_starts (list, 0, "evening");
  assert_text_starts (list, 1, "noon");

  await (list);
  g_assert_cmpuint (count (list), ==, 5);
  assert_text_starts (list, 0, "evening");
  assert_text_starts (list, 1, "noon");
  assert_text_starts (list, 2, "noon");
  assert_text_starts (list, 3, "morning");
  assert_text_starts (list, 4, "alone");
  g_assert_true (is_session (list, 1) && is_session (list, 2) && is_session (list, 4));
  g_assert_false (is_session (list, 0) || is_session (list, 3));
  g_assert_true (thaw_entry_list_starts_day (list, 4));
  g_assert_true (thaw_entry_list_find_day (list, thaw_day_new (2026, 3, 26), &index));
  g_assert_cmpuint (index, ==, 4);

  /* Each of two at the same time is itself. */
  found = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_true (thaw_entry_list_find_entry (list, thaw_entry_summary_get_uuid (found), &index));
  g_assert_cmpuint (index, ==, 2);

  watch (list, &told);
  add_session (fixture, "2026-03-29T08:00:00+02:00", "new");
  while (told.n_updated == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told.n_added, ==, 1);
  g_assert_cmpuint (told.n_removed, ==, 0);
  assert_text_starts (list, 0, "new");

  end (list);
}

/* A journal of sessions alone is none that is empty. */
static void
test_sessions_alone (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawEntryList *list;

  add_session (fixture, "2026-03-26T12:00:00+01:00", "alone");
  list = make_list_with_sessions (fixture);
  await (list);
  g_assert_cmpuint (count (list), ==, 1);
  assert_text_starts (list, 0, "alone");

  end (list);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/entry-list/empty", test_empty);
  add_test ("/ui/entry-list/hundred-thousand", test_hundred_thousand);
  add_test ("/ui/entry-list/day-without-entries", test_day_without_entries);
  add_test ("/ui/entry-list/filter", test_filter);
  add_test ("/ui/entry-list/query", test_query);
  add_test ("/ui/entry-list/query-without-matches", test_query_without_matches);
  add_test ("/ui/entry-list/cancelled", test_cancelled);
  add_test ("/ui/entry-list/follows-changes", test_follows_changes);
  add_test ("/ui/entry-list/follows-deletion", test_follows_deletion);
  add_test ("/ui/entry-list/follows-words", test_follows_words);
  add_test ("/ui/entry-list/error", test_error);
  g_test_add ("/ui/entry-list/sessions", Fixture, NULL, set_up, test_sessions, tear_down);
  g_test_add ("/ui/entry-list/sessions-alone", Fixture, NULL, set_up, test_sessions_alone, tear_down);

  return g_test_run ();
}
