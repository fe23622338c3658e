/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-activity-tally.h"
#include "thaw-practice-suggestion.h"

#define TODAY    ((ThawDay) 739000)
#define N_DAYS   300
#define NOON     (12 * 60)
#define LATE     (22 * 60 + 30)
#define OWN_WALK "01890000-0000-7000-8000-000000000001"

typedef struct
{
  GPtrArray *own_activities;
  GPtrArray *favourites;
  GPtrArray *tallies;
  ThawPracticeSituation situation;
} Fixture;

static ThawBreathPattern *
make_pattern (const char *id,
              int         first_limit)
{
  ThawBreathPattern *pattern = thaw_breath_pattern_new (id, id);

  pattern->first_limit = first_limit;

  return pattern;
}

static ThawPractice *
make_practice (const char *id,
               gboolean    is_open)
{
  ThawPractice *practice = thaw_practice_new (id, id, "");
  int minutes = 5;

  g_array_append_val (practice->minutes, minutes);
  practice->is_open = is_open;

  return practice;
}

static ThawActivity *
make_activity (const char       *id,
               ThawActivityKind  kind,
               int               minutes)
{
  ThawActivity *activity = thaw_activity_new (id, kind, id);

  activity->minutes = minutes;

  return activity;
}

static ThawPracticeCatalog *
make_catalog (void)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_breath_pattern_free);
  g_autoptr (GPtrArray) practices = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_practice_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_group_free);
  ThawActivityGroup *group = thaw_activity_group_new ("all", "All");

  g_ptr_array_add (patterns, make_pattern ("box", 0));
  g_ptr_array_add (patterns, make_pattern ("long-exhale", 0));
  g_ptr_array_add (patterns, make_pattern ("4-7-8", 4));
  g_ptr_array_add (practices, make_practice ("grounding", FALSE));
  g_ptr_array_add (practices, make_practice ("savouring", FALSE));
  g_ptr_array_add (practices, make_practice ("urge-surfing", FALSE));
  g_ptr_array_add (practices, make_practice ("open-sitting", TRUE));
  g_ptr_array_add (group->activities, make_activity ("walk", THAW_ACTIVITY_PHYSICAL, 15));
  g_ptr_array_add (group->activities, make_activity ("swim", THAW_ACTIVITY_PHYSICAL, 60));
  g_ptr_array_add (group->activities, make_activity ("tea", THAW_ACTIVITY_REST, 5));
  g_ptr_array_add (groups, group);

  return thaw_practice_catalog_new (patterns, practices, groups);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->own_activities = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_free);
  fixture->favourites = g_ptr_array_new ();
  fixture->tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_tally_free);
  fixture->situation = (ThawPracticeSituation) {
    .catalog = make_catalog (),
    .own_activities = fixture->own_activities,
    .favourites = fixture->favourites,
    .tallies = fixture->tallies,
    .level = THAW_MOOD_LEVEL_UNKNOWN,
    .day = TODAY,
    .minute = NOON,
  };
  g_ptr_array_add (fixture->own_activities, make_activity (OWN_WALK, THAW_ACTIVITY_OTHER, 5));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_unref (fixture->situation.catalog);
  g_ptr_array_unref (fixture->own_activities);
  g_ptr_array_unref (fixture->favourites);
  g_ptr_array_unref (fixture->tallies);
}

static void
add_tally (Fixture    *fixture,
           const char *activity,
           ThawDay     last_day,
           guint       n_feeling,
           double      mean,
           guint       n_feeling_more)
{
  ThawActivityTally *tally = g_new0 (ThawActivityTally, 1);

  tally->activity = g_strdup (activity);
  tally->name = g_strdup (activity);
  tally->n_sessions = n_feeling + 1;
  tally->first_day = tally->last_day = last_day;
  tally->feeling = (ThawSpread) { n_feeling, mean, 1.0 };
  tally->n_feeling_more = n_feeling_more;
  g_ptr_array_add (fixture->tallies, tally);
}

/* Whether, on some day, @activity is suggested because of @reason. */
static gboolean
is_ever_suggested (Fixture              *fixture,
                   const char           *activity,
                   ThawSuggestionReason  reason)
{
  ThawPracticeSituation situation = fixture->situation;

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autoptr (ThawPracticeSuggestion) suggestion = NULL;

      situation.day = TODAY + (ThawDay) i;
      suggestion = thaw_practice_suggestion_new (&situation);
      if (suggestion != NULL && suggestion->reason == reason && g_str_equal (suggestion->activity, activity))
        return TRUE;
    }

  return FALSE;
}

static void
assert_suggestion (Fixture              *fixture,
                   const char           *activity,
                   ThawSuggestionReason  reason,
                   const char           *sentence)
{
  g_autoptr (ThawPracticeSuggestion) suggestion = thaw_practice_suggestion_new (&fixture->situation);

  g_assert_nonnull (suggestion);
  g_assert_cmpstr (suggestion->activity, ==, activity);
  g_assert_cmpstr (suggestion->name, ==, activity);
  g_assert_cmpint (suggestion->reason, ==, reason);
  g_assert_cmpstr (suggestion->sentence, ==, sentence);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  user_data)
{
  static const char *const small[] = { "box", "long-exhale", "grounding", "savouring", "walk", "tea" };
  static const char *const never[] = { "4-7-8", "urge-surfing", "open-sitting", "swim", OWN_WALK };

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    g_assert_true (is_ever_suggested (fixture, small[i], THAW_SUGGESTION_NEW));
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_false (is_ever_suggested (fixture, never[i], THAW_SUGGESTION_NEW));

  /* What was done once is not new. */
  add_tally (fixture, "walk", TODAY - 100, 0, NAN, 0);
  g_assert_false (is_ever_suggested (fixture, "walk", THAW_SUGGESTION_NEW));
}

static void
test_felt_more (Fixture       *fixture,
                gconstpointer  user_data)
{
  add_tally (fixture, "tea", TODAY - 1, 2, 3.0, 2);   /* too few */
  add_tally (fixture, "walk", TODAY - 1, 5, 0.0, 4);  /* no more on average */
  add_tally (fixture, "box", TODAY - 1, 5, 0.4, 2);   /* more, but seldom */
  add_tally (fixture, "gone", TODAY - 1, 5, 2.0, 5);  /* not there any more */
  g_assert_false (is_ever_suggested (fixture, "tea", THAW_SUGGESTION_FELT_MORE));
  g_assert_false (is_ever_suggested (fixture, "walk", THAW_SUGGESTION_FELT_MORE));
  g_assert_false (is_ever_suggested (fixture, "box", THAW_SUGGESTION_FELT_MORE));
  g_assert_false (is_ever_suggested (fixture, "gone", THAW_SUGGESTION_FELT_MORE));

  add_tally (fixture, "swim", TODAY - 1, 5, 1.2, 4);
  g_assert_true (is_ever_suggested (fixture, "swim", THAW_SUGGESTION_FELT_MORE));

  /* The person's own experience comes first when little can be felt. */
  fixture->situation.level.feeling = 1;
  assert_suggestion (fixture, "swim", THAW_SUGGESTION_FELT_MORE,
                     "4 of the 5 times you noted it, you could feel more afterwards");
}

static void
test_favourite (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_assert_false (is_ever_suggested (fixture, OWN_WALK, THAW_SUGGESTION_FAVOURITE));
  g_ptr_array_add (fixture->favourites, (char *) OWN_WALK);
  g_ptr_array_add (fixture->favourites, (char *) "gone");
  g_assert_true (is_ever_suggested (fixture, OWN_WALK, THAW_SUGGESTION_FAVOURITE));
  g_assert_false (is_ever_suggested (fixture, "gone", THAW_SUGGESTION_FAVOURITE));
}

static void
test_gentle (Fixture       *fixture,
             gconstpointer  user_data)
{
  fixture->situation.level.feeling = 3;
  g_assert_true (is_ever_suggested (fixture, "grounding", THAW_SUGGESTION_GENTLE));
  g_assert_true (is_ever_suggested (fixture, "savouring", THAW_SUGGESTION_GENTLE));
  add_tally (fixture, "grounding", TODAY, 0, NAN, 0);
  assert_suggestion (fixture, "savouring", THAW_SUGGESTION_GENTLE, "Short and gentle, for a moment with little feeling");

  /* Nothing is left today that would be gentle enough. */
  fixture->situation.level = (ThawMoodLevel) { 8, -1.0 };
  g_assert_null (thaw_practice_suggestion_new (&fixture->situation));
  fixture->situation.day = TODAY + 1;
  assert_suggestion (fixture, "grounding", THAW_SUGGESTION_GENTLE, "Short and gentle, for a hard moment");

  fixture->situation.level = (ThawMoodLevel) { 4, 0.0 };
  g_assert_false (is_ever_suggested (fixture, "grounding", THAW_SUGGESTION_GENTLE));
}

static void
test_evening (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_ptr_array_add (fixture->favourites, (char *) "swim");
  fixture->situation.minute = LATE;
  assert_suggestion (fixture, "long-exhale", THAW_SUGGESTION_EVENING, "Slow and quiet, for the end of the day");
  fixture->situation.minute = 2 * 60;
  assert_suggestion (fixture, "long-exhale", THAW_SUGGESTION_EVENING, "Slow and quiet, for the end of the day");

  /* What is quiet itself may be suggested. */
  g_ptr_array_add (fixture->favourites, (char *) "tea");
  assert_suggestion (fixture, "tea", THAW_SUGGESTION_FAVOURITE, "One of your favourites");
  g_assert_false (is_ever_suggested (fixture, "swim", THAW_SUGGESTION_FAVOURITE));

  fixture->situation.minute = NOON;
  g_assert_true (is_ever_suggested (fixture, "swim", THAW_SUGGESTION_FAVOURITE));
}

/* All day the same, also if something else comes or goes; and not the same every day. */
static void
test_stable (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autoptr (ThawPracticeSuggestion) noon = NULL;
      g_autoptr (ThawPracticeSuggestion) later = NULL;
      g_autoptr (ThawPracticeSuggestion) other = NULL;

      fixture->situation.day = TODAY + (ThawDay) i;
      noon = thaw_practice_suggestion_new (&fixture->situation);
      fixture->situation.minute = NOON + 300;
      later = thaw_practice_suggestion_new (&fixture->situation);
      g_assert_cmpstr (noon->activity, ==, later->activity);
      g_assert_cmpstr (noon->sentence, ==, later->sentence);

      /* One of the others was done. */
      add_tally (fixture, g_str_equal (noon->activity, "walk") ? "tea" : "walk", fixture->situation.day, 0, NAN, 0);
      other = thaw_practice_suggestion_new (&fixture->situation);
      g_assert_cmpstr (noon->activity, ==, other->activity);
      g_ptr_array_set_size (fixture->tallies, 0);

      g_hash_table_add (seen, g_strdup (noon->activity));
      fixture->situation.minute = NOON;
    }

  g_assert_cmpuint (g_hash_table_size (seen), ==, 6);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (ThawPracticeCatalog) catalog = thaw_practice_catalog_new (none, none, none);
  ThawPracticeSituation situation = { .catalog = catalog, .level = THAW_MOOD_LEVEL_UNKNOWN, .day = TODAY };

  g_assert_null (thaw_practice_suggestion_new (&situation));
  situation.level.feeling = 0;
  g_assert_null (thaw_practice_suggestion_new (&situation));
  situation.minute = LATE;
  g_assert_null (thaw_practice_suggestion_new (&situation));
}

#define ADD(path, func) g_test_add ("/core/practice-suggestion/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new", test_new);
  ADD ("felt-more", test_felt_more);
  ADD ("favourite", test_favourite);
  ADD ("gentle", test_gentle);
  ADD ("evening", test_evening);
  ADD ("stable", test_stable);
  g_test_add_func ("/core/practice-suggestion/nothing", test_nothing);

  return g_test_run ();
}
