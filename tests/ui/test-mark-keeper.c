/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-mark-keeper"

#include "config.h"
#include "support/thaw-mark-keeper.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  ThawArticleMarkStore *store;
  ThawMarkKeeper *keeper;
  int n_settled;
  int n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  thaw_test_services_set_up (&fixture->services);
  fixture->store = thaw_services_get_article_marks (fixture->services.services);
  fixture->keeper = thaw_mark_keeper_new (fixture->store, "cbt", &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->keeper, "settled", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_settled);
  g_signal_connect_swapped (fixture->keeper, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->keeper);
  thaw_test_services_tear_down (&fixture->services);
}

static void
await_state (Fixture        *fixture,
             ThawWordsState  state)
{
  while (thaw_mark_keeper_get_state (fixture->keeper) != state)
    g_main_context_iteration (NULL, TRUE);
}

static ThawArticleMark *
read_mark (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ThawArticleMark *mark = thaw_article_mark_store_get (fixture->store, "cbt", &error);

  g_assert_no_error (error);

  return mark;
}

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Nothing is written for somebody who only looks. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;

  thaw_mark_keeper_set_stance (fixture->keeper, THAW_STANCE_NONE);
  thaw_mark_keeper_set_bookmarked (fixture->keeper, FALSE);
  thaw_mark_keeper_set_note (fixture->keeper, "");
  thaw_mark_keeper_keep (fixture->keeper);
  g_assert_cmpint (thaw_mark_keeper_get_state (fixture->keeper), ==, THAW_WORDS_KEPT);
  mark = read_mark (fixture);
  g_assert_null (mark);
}

/* What comes while something is being written goes after it, and into the same mark. */
static void
test_one_after_the_other (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;
  g_autoptr (GPtrArray) all = NULL;

  thaw_mark_keeper_set_stance (fixture->keeper, THAW_STANCE_INTERESTED);
  g_assert_cmpint (thaw_mark_keeper_get_state (fixture->keeper), ==, THAW_WORDS_ON_THEIR_WAY);
  thaw_mark_keeper_set_bookmarked (fixture->keeper, TRUE);
  thaw_mark_keeper_set_note (fixture->keeper, "One");
  thaw_mark_keeper_set_position (fixture->keeper, 0.25);
  thaw_mark_keeper_keep (fixture->keeper);
  await_state (fixture, THAW_WORDS_KEPT);
  mark = read_mark (fixture);
  g_assert_cmpint (mark->stance, ==, THAW_STANCE_INTERESTED);
  g_assert_true (mark->is_bookmarked);
  g_assert_cmpstr (mark->note, ==, "One");
  g_assert_cmpfloat (mark->position, ==, 0.25);
  all = thaw_article_mark_store_list (fixture->store, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

/* Words that could not be written are still here, and are tried again with what comes next. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  thaw_mark_keeper_set_note (fixture->keeper, "One");
  thaw_mark_keeper_keep (fixture->keeper);
  while (fixture->n_settled == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_mark_keeper_get_state (fixture->keeper), ==, THAW_WORDS_UNKEPT);
  g_assert_nonnull (thaw_mark_keeper_get_error (fixture->keeper));

  open_again (fixture);
  thaw_mark_keeper_set_stance (fixture->keeper, THAW_STANCE_TRIED);
  await_state (fixture, THAW_WORDS_KEPT);
  g_assert_null (thaw_mark_keeper_get_error (fixture->keeper));
  mark = read_mark (fixture);
  g_assert_cmpstr (mark->note, ==, "One");
  g_assert_cmpint (mark->stance, ==, THAW_STANCE_TRIED);
}

/* Nobody is stopped at the door for a place in a text. */
static void
test_position_failure (Fixture       *fixture,
                       gconstpointer  data)
{
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  thaw_mark_keeper_set_position (fixture->keeper, 0.5);
  g_assert_cmpint (thaw_mark_keeper_get_state (fixture->keeper), ==, THAW_WORDS_UNKEPT);
  thaw_mark_keeper_keep (fixture->keeper);
  await_state (fixture, THAW_WORDS_KEPT);
  g_assert_null (thaw_mark_keeper_get_error (fixture->keeper));
}

/* A pause is enough. */
static void
test_position_pause (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;

  thaw_mark_keeper_set_position (fixture->keeper, 0.25);
  thaw_mark_keeper_set_position (fixture->keeper, 0.5);
  await_state (fixture, THAW_WORDS_KEPT);
  mark = read_mark (fixture);
  g_assert_cmpfloat (mark->position, ==, 0.5);
  g_assert_cmpint (fixture->n_settled, ==, 1);
}

/* What comes from elsewhere is taken over, but not over words that are on their way. */
static void
test_changed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ThawArticleMark) other = thaw_article_mark_new ("cbt");
  g_autoptr (ThawArticleMark) saved = NULL;
  g_autoptr (ThawArticleMark) again = NULL;
  g_autoptr (GError) error = NULL;

  other->note = g_strdup ("From a backup");
  saved = thaw_article_mark_store_save_sync (fixture->store, other, &error);
  g_assert_no_error (error);
  while (fixture->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (thaw_mark_keeper_get_mark (fixture->keeper)->note, ==, "From a backup");

  thaw_mark_keeper_set_note (fixture->keeper, "From a backup, and more");
  saved->stance = THAW_STANCE_TRIED;
  again = thaw_article_mark_store_save_sync (fixture->store, saved, &error);
  g_assert_no_error (error);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (thaw_mark_keeper_get_mark (fixture->keeper)->note, ==, "From a backup, and more");
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  g_assert_null (thaw_mark_keeper_new (fixture->store, "dbt", &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/ui/mark-keeper/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("nothing", test_nothing);
  ADD ("one-after-the-other", test_one_after_the_other);
  ADD ("failure", test_failure);
  ADD ("position-failure", test_position_failure);
  ADD ("position-pause", test_position_pause);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("unreadable", test_unreadable);

#undef ADD

  return g_test_run ();
}
