/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-practice.h"

static ThawPracticePart *
add_part (ThawPractice *practice,
          gboolean      is_optional)
{
  ThawPracticePart *part = thaw_practice_part_new (NULL, is_optional);

  g_ptr_array_add (practice->parts, part);

  return part;
}

/* A line of so many characters. */
static void
add_line (ThawPracticePart *part,
          guint             n_characters,
          int               pause_secs,
          int               from_minutes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Characters, not bytes. */
  for (guint i = 0; i < n_characters; i++)
    g_string_append (text, "ä");

  g_ptr_array_add (part->lines, thaw_practice_line_new (text->str, pause_secs, from_minutes));
}

static gint64
get_step_ms (ThawTimeline *timeline,
             guint         step)
{
  return thaw_timeline_get_step (timeline, step)->length_ms;
}

static ThawPractice *
make_practice (void)
{
  ThawPractice *practice = thaw_practice_new ("scan", "Scan", "Slowly");
  ThawPracticePart *part = add_part (practice, FALSE);

  add_line (part, 14, 4, 0);  /* 4 s and 4 s */
  add_line (part, 140, 8, 0); /* 10 s and 8 s */
  add_line (part, 70, 2, 10); /* 5 s and 2 s */

  return practice;
}

static void
test_natural_length (void)
{
  g_autoptr (ThawPractice) practice = make_practice ();
  ThawPracticePart *part = add_part (practice, FALSE);
  g_autoptr (ThawTimeline) timeline = NULL;

  add_line (part, 280, 14, 0); /* 20 s and 14 s: a minute in all */
  timeline = thaw_practice_make_timeline (practice, 1, 0, FALSE);

  g_assert_cmpuint (thaw_timeline_get_n_steps (timeline), ==, 3);
  g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, 60000);
  g_assert_cmpint (ABS (get_step_ms (timeline, 0) - 8000), <=, 2);
  g_assert_cmpint (ABS (get_step_ms (timeline, 1) - 18000), <=, 2);
  g_assert_cmpint (ABS (get_step_ms (timeline, 2) - 34000), <=, 2);
}

static void
test_stretched (void)
{
  g_autoptr (ThawPractice) practice = make_practice ();
  g_autoptr (ThawTimeline) timeline = thaw_practice_make_timeline (practice, 5, 0, FALSE);
  g_autoptr (ThawTimeline) longer = thaw_practice_make_timeline (practice, 10, 0, FALSE);
  gint64 first_pause_ms, second_pause_ms;

  g_assert_cmpuint (thaw_timeline_get_n_rounds (timeline), ==, 1);
  g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, 5 * 60000);
  g_assert_cmpuint (thaw_timeline_get_n_steps (timeline), ==, 2);
  g_assert_cmpint (thaw_timeline_get_step (timeline, 0)->phase, ==, -1);
  g_assert_cmpint (thaw_timeline_get_step (timeline, 0)->bell, ==, THAW_BELL_NONE);

  /* By how much each is above two seconds: 2 and 6 of 8. */
  first_pause_ms = get_step_ms (timeline, 0) - 4000;
  second_pause_ms = get_step_ms (timeline, 1) - 10000;
  g_assert_cmpfloat_with_epsilon ((double) (second_pause_ms - 2000) / (double) (first_pause_ms - 2000), 3.0, 0.01);

  g_assert_cmpuint (thaw_timeline_get_n_steps (longer), ==, 3);
  g_assert_cmpint (thaw_timeline_get_length_ms (longer), ==, 10 * 60000);
}

static void
test_option (void)
{
  g_autoptr (ThawPractice) practice = make_practice ();
  ThawPracticePart *part = add_part (practice, TRUE);
  g_autoptr (ThawTimeline) without = NULL;
  g_autoptr (ThawTimeline) with = NULL;

  g_ptr_array_add (part->lines, thaw_practice_line_new ("Someone difficult", 5, 0));
  without = thaw_practice_make_timeline (practice, 5, 0, FALSE);
  with = thaw_practice_make_timeline (practice, 5, 0, TRUE);

  g_assert_cmpuint (thaw_timeline_get_n_steps (without), ==, 2);
  g_assert_cmpuint (thaw_timeline_get_n_steps (with), ==, 3);
  g_assert_cmpstr (thaw_timeline_get_step (with, 2)->text, ==, "Someone difficult");
  g_assert_cmpint (thaw_timeline_get_length_ms (with), ==, thaw_timeline_get_length_ms (without));
}

static void
test_too_little_time (void)
{
  g_autoptr (ThawPractice) tight = thaw_practice_new ("tight", "Tight", "");
  g_autoptr (ThawPractice) full = thaw_practice_new ("full", "Full", "");
  ThawPracticePart *tight_part = add_part (tight, FALSE);
  ThawPracticePart *full_part = add_part (full, FALSE);
  g_autoptr (ThawTimeline) shrunk = NULL;
  g_autoptr (ThawTimeline) longer = NULL;

  for (guint i = 0; i < 8; i++)
    {
      add_line (tight_part, 70, 20, 0);
      add_line (full_part, 140, 1, 0);
    }
  shrunk = thaw_practice_make_timeline (tight, 1, 0, FALSE);
  longer = thaw_practice_make_timeline (full, 1, 0, FALSE);

  /* Eight times 5 s to read and 2.5 s of quiet. */
  g_assert_cmpint (thaw_timeline_get_length_ms (shrunk), ==, 60000);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpint (get_step_ms (shrunk, i), ==, 7500);

  g_assert_cmpint (thaw_timeline_get_length_ms (longer), ==, 8 * 12000);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpint (get_step_ms (longer, i), ==, 12000);
}

static void
test_open (void)
{
  g_autoptr (ThawPractice) practice = make_practice ();
  g_autoptr (ThawTimeline) timeline = NULL;
  g_autoptr (ThawTimeline) endless = NULL;
  ThawTimelinePlace place;

  practice->is_open = TRUE;
  timeline = thaw_practice_make_timeline (practice, 10, 5, FALSE);

  /* The lines take as long as they do, and the bells count from the beginning. */
  g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, 10 * 60000);
  g_assert_cmpuint (thaw_timeline_get_n_steps (timeline), ==, 5);
  g_assert_cmpint (get_step_ms (timeline, 0), ==, 8000);
  g_assert_cmpint (get_step_ms (timeline, 1), ==, 18000);
  g_assert_cmpint (get_step_ms (timeline, 2), ==, 7000);
  g_assert_null (thaw_timeline_get_step (timeline, 3)->text);
  g_assert_cmpint (thaw_timeline_get_start_us (timeline, 0, 4), ==, 5 * 60 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpint (thaw_timeline_get_step (timeline, 4)->bell, ==, THAW_BELL_INTERVAL);

  endless = thaw_practice_make_timeline (practice, 0, 0, FALSE);
  g_assert_cmpint (thaw_timeline_get_length_ms (endless), ==, 0);
  thaw_timeline_locate (endless, 100 * G_GINT64_CONSTANT (3600000000), &place);
  g_assert_null (thaw_timeline_get_step (endless, place.step)->text);
  g_assert_cmpuint (place.step, ==, 3);
}

static void
test_open_and_short (void)
{
  g_autoptr (ThawPractice) practice = make_practice ();
  ThawPracticePart *part = add_part (practice, FALSE);
  g_autoptr (ThawTimeline) timeline = NULL;

  practice->is_open = TRUE;
  add_line (part, 280, 100, 0);
  timeline = thaw_practice_make_timeline (practice, 1, 5, FALSE);

  g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, 60000);
  g_assert_cmpuint (thaw_timeline_get_n_steps (timeline), ==, 3);
}

/* Whatever the lines and the length are: exactly as long as asked for, or no pause above the least. */
static void
test_any (void)
{
  for (int run = 0; run < 300; run++)
    {
      g_autoptr (ThawPractice) practice = thaw_practice_new ("any", "Any", "");
      g_autoptr (ThawTimeline) timeline = NULL;
      ThawPracticePart *part = add_part (practice, FALSE);
      int minutes = g_test_rand_int_range (1, 60);
      int n_lines = g_test_rand_int_range (1, 100);
      gint64 least_ms = 0;

      for (int i = 0; i < n_lines; i++)
        {
          guint n_characters = (guint) g_test_rand_int_range (1, 300);

          add_line (part, n_characters, g_test_rand_int_range (0, 120), 0);
          least_ms += MAX (n_characters * 1000 / 14, 4000) + 2000;
        }

      timeline = thaw_practice_make_timeline (practice, minutes, 0, FALSE);
      g_assert_cmpuint (thaw_timeline_get_n_steps (timeline), ==, n_lines);
      g_assert_cmpint (thaw_timeline_get_length_ms (timeline), ==, MAX (minutes * 60000, least_ms));
      for (guint i = 0; i < (guint) n_lines; i++)
        g_assert_cmpint (get_step_ms (timeline, i), >=, 6000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/practice/natural-length", test_natural_length);
  g_test_add_func ("/core/practice/stretched", test_stretched);
  g_test_add_func ("/core/practice/option", test_option);
  g_test_add_func ("/core/practice/too-little-time", test_too_little_time);
  g_test_add_func ("/core/practice/open", test_open);
  g_test_add_func ("/core/practice/open-and-short", test_open_and_short);
  g_test_add_func ("/core/practice/any", test_any);

  return g_test_run ();
}
