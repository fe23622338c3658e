/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-breath-guide"

#include "config.h"
#include "practice/thaw-breath-guide.h"
#include "thaw-test-ui.h"

/* Long enough for a dozen frames of the slowest display. */
#define LOOK_MS 300

/* How often it is looked whether there are none. */
#define N_LOOKS 40

/* What the frame clock runs for one change. */
#define N_SETTLE 4

typedef struct
{
  GtkWindow *window;
  ThawBreathGuide *guide;
  ThawPracticeClock *clock;
  ThawPracticeTimer *timer;
} Fixture;

static void
set_animations (gboolean is_enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_enabled, NULL);
}

static void
set_timeline (Fixture      *fixture,
              ThawTimeline *timeline)
{
  g_clear_object (&fixture->timer);
  fixture->timer = thaw_practice_timer_new (fixture->clock, timeline);
  thaw_breath_guide_set_timer (fixture->guide, fixture->timer);
}

static void
set_pattern (Fixture *fixture,
             int      in,
             int      top_up,
             int      hold_full,
             int      out,
             int      hold_empty)
{
  g_autoptr (ThawBreathPattern) pattern = thaw_breath_pattern_new (NULL, "");
  const int tenths[THAW_N_BREATH_PHASES] = { in, top_up, hold_full, out, hold_empty };
  g_autoptr (ThawTimeline) timeline = NULL;

  memcpy (pattern->tenths, tenths, sizeof tenths);
  timeline = thaw_timeline_new_breathing (pattern, 2);
  set_timeline (fixture, timeline);
}

static void
set_side (Fixture *fixture,
          int      side)
{
  gtk_widget_set_size_request (GTK_WIDGET (fixture->guide), side, side);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->guide)) != side)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->guide));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *fixed, *scrolled;

  fixture->clock = thaw_practice_clock_new_stopped ();
  fixture->guide = THAW_BREATH_GUIDE (thaw_breath_guide_new ());
  set_pattern (fixture, 40, 10, 20, 60, 10);
  set_animations (TRUE);
  /* What is in it has its least size, which may be larger than the window. */
  fixed = gtk_fixed_new ();
  gtk_fixed_put (GTK_FIXED (fixed), GTK_WIDGET (fixture->guide), 0, 0);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixed);
  /* Scroll bars fade, which takes frames too. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_EXTERNAL);
  fixture->window = thaw_test_ui_present_sized (scrolled, 480, 480);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->timer);
  g_clear_object (&fixture->clock);
  set_animations (FALSE);
}

static void
advance (Fixture *fixture,
         double   seconds)
{
  thaw_practice_clock_advance (fixture->clock, (gint64) (seconds * G_USEC_PER_SEC));
}

static void
assert_word (Fixture    *fixture,
             const char *word)
{
  g_assert_cmpstr (thaw_breath_guide_get_word (fixture->guide), ==, word);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->guide), GTK_ACCESSIBLE_PROPERTY_LABEL, word);
}

static GtkWidget *
get_label (Fixture    *fixture,
           const char *css_class)
{
  return thaw_test_ui_find_class (GTK_WIDGET (fixture->guide), GTK_TYPE_LABEL, css_class);
}

static const char *
get_seconds (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (get_label (fixture, "seconds")));
}

static gboolean
on_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
look (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, on_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* How often the frame clock runs, whether something is drawn or not, once what was just changed is shown: that may take
 * a while on a busy machine. */
static int
count_frames (Fixture *fixture)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  int n_frames = 0;
  gulong handler = g_signal_connect_swapped (frame_clock, "update", G_CALLBACK (thaw_test_ui_count_cb), &n_frames);

  for (int i = 0; i < N_LOOKS && (i == 0 || n_frames > 0); i++)
    {
      n_frames = 0;
      look (LOOK_MS);
    }
  g_signal_handler_disconnect (frame_clock, handler);

  return n_frames;
}

/* Returns when more frames came than one change needs; if they do not come, the test runs out of time. */
static void
await_frames (Fixture *fixture)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  int n_frames = 0;
  gulong handler = g_signal_connect_swapped (frame_clock, "update", G_CALLBACK (thaw_test_ui_count_cb), &n_frames);

  while (n_frames <= 2 * N_SETTLE)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (frame_clock, handler);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  set_animations (GPOINTER_TO_INT (data));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->guide), GTK_ACCESSIBLE_ROLE_IMG);

  assert_word (fixture, "Ready");
  thaw_practice_timer_start (fixture->timer);
  assert_word (fixture, "In");
  advance (fixture, 3.9);
  assert_word (fixture, "In");
  advance (fixture, 0.1);
  assert_word (fixture, "A little more");
  advance (fixture, 1);
  assert_word (fixture, "Hold");
  thaw_practice_timer_pause (fixture->timer);
  assert_word (fixture, "Paused");
  advance (fixture, 60);
  thaw_practice_timer_resume (fixture->timer);
  assert_word (fixture, "Hold");
  advance (fixture, 2);
  assert_word (fixture, "Out");
  thaw_practice_timer_skip (fixture->timer);
  assert_word (fixture, "Rest");
  advance (fixture, 1);
  assert_word (fixture, "In");
  advance (fixture, 60);
  assert_word (fixture, "Done");
}

/* It asks for frames only while there is something to see of them. */
static void
test_frames (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (count_frames (fixture), ==, 0);

  thaw_practice_timer_start (fixture->timer);
  await_frames (fixture);

  thaw_practice_timer_pause (fixture->timer);
  g_assert_cmpint (count_frames (fixture), ==, 0);
  thaw_practice_timer_resume (fixture->timer);
  await_frames (fixture);

  gtk_widget_set_visible (GTK_WIDGET (fixture->guide), FALSE);
  g_assert_cmpint (count_frames (fixture), ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (fixture->guide), TRUE);
  await_frames (fixture);

  set_animations (FALSE);
  g_assert_cmpint (count_frames (fixture), ==, 0);
  set_animations (TRUE);
  await_frames (fixture);

  thaw_practice_timer_leave (fixture->timer);
  g_assert_cmpint (count_frames (fixture), ==, 0);
}

static gboolean
is_minimized (Fixture *fixture)
{
  GdkToplevel *toplevel = GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (fixture->window)));

  return (gdk_toplevel_get_state (toplevel) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
}

static void
test_minimized (Fixture       *fixture,
                gconstpointer  data)
{
  thaw_practice_timer_start (fixture->timer);
  gtk_window_minimize (fixture->window);
  look (LOOK_MS);
  if (!is_minimized (fixture))
    {
      g_test_skip ("There is no window manager");
      return;
    }

  g_assert_cmpint (count_frames (fixture), ==, 0);
  gtk_window_unminimize (fixture->window);
  while (is_minimized (fixture))
    g_main_context_iteration (NULL, TRUE);
  await_frames (fixture);
}

/* A frame lays out neither the words nor the window. */
static void
test_layout_kept (Fixture       *fixture,
                  gconstpointer  data)
{
  PangoLayout *layout;

  thaw_practice_timer_start (fixture->timer);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  layout = g_object_ref (gtk_label_get_layout (GTK_LABEL (get_label (fixture, "word"))));
  advance (fixture, 1);
  await_frames (fixture);
  g_assert_true (layout == gtk_label_get_layout (GTK_LABEL (get_label (fixture, "word"))));
  g_object_unref (layout);
}

static void
test_seconds (Fixture       *fixture,
              gconstpointer  data)
{
  gboolean show_seconds;

  g_object_get (fixture->guide, "show-seconds", &show_seconds, NULL);
  g_assert_false (show_seconds);
  thaw_practice_timer_start (fixture->timer);
  g_assert_cmpstr (get_seconds (fixture), ==, "");

  g_object_set (fixture->guide, "show-seconds", TRUE, NULL);
  g_assert_cmpstr (get_seconds (fixture), ==, "4");
  /* The image keeps its name: a number each second would be too much to hear. */
  assert_word (fixture, "In");
  advance (fixture, 1.5);
  thaw_test_ui_flush (GTK_WIDGET (fixture->guide));
  g_assert_cmpstr (get_seconds (fixture), ==, "3");
  thaw_practice_timer_pause (fixture->timer);
  g_assert_cmpstr (get_seconds (fixture), ==, "");
}

/* Without animations, seconds go on by themselves, with one frame for each. */
static void
test_still_seconds (Fixture       *fixture,
                    gconstpointer  data)
{
  set_animations (FALSE);
  thaw_breath_guide_set_show_seconds (fixture->guide, TRUE);
  thaw_practice_timer_start (fixture->timer);
  g_assert_cmpstr (get_seconds (fixture), ==, "4");
  advance (fixture, 1.2);
  while (!g_str_equal (get_seconds (fixture), "3"))
    g_main_context_iteration (NULL, TRUE);
  advance (fixture, 1);
  while (!g_str_equal (get_seconds (fixture), "2"))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (count_frames (fixture), <=, N_SETTLE);
}

/* Each word stands in the middle of the shape, inside of it, at any size. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  const int sides[] = { 200, 260, 360, 700, 1000, 1600 };
  float former_height = 0.0f;

  thaw_practice_timer_start (fixture->timer);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      graphene_rect_t box;
      g_autofree char *name = g_strdup_printf ("breath-guide-%d", sides[i]);

      set_side (fixture, sides[i]);
      assert_word (fixture, "In");
      g_assert_true (gtk_widget_compute_bounds (get_label (fixture, "word"), GTK_WIDGET (fixture->guide), &box));
      g_assert_cmpfloat_with_epsilon (box.origin.x + box.size.width / 2, sides[i] / 2.0, 1.5);
      g_assert_cmpfloat_with_epsilon (box.origin.y + box.size.height / 2, sides[i] / 2.0, 1.5);
      g_assert_cmpfloat (box.size.width, <, 0.45 * sides[i]);
      g_assert_cmpfloat (box.size.height, >=, former_height);
      former_height = box.size.height;

      advance (fixture, 4.5);
      thaw_test_ui_flush (GTK_WIDGET (fixture->guide));
      assert_word (fixture, "A little more");
      g_assert_true (gtk_widget_compute_bounds (get_label (fixture, "word"), GTK_WIDGET (fixture->guide), &box));
      g_assert_cmpfloat (box.size.width, <, 0.8 * sides[i]);
      /* All words are alike. */
      g_assert_cmpfloat_with_epsilon (box.size.height, former_height, 0.5);
      thaw_test_ui_save_picture (GTK_WIDGET (fixture->guide), name);
      thaw_practice_timer_back (fixture->timer);
      thaw_practice_timer_back (fixture->timer);
    }
}

static void
test_sitting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawTimeline) timeline = thaw_timeline_new_sitting (20, 5);
  g_autoptr (ThawTimeline) open_ended = thaw_timeline_new_sitting (0, 0);
  GtkAccessible *accessible = GTK_ACCESSIBLE (fixture->guide);

  set_timeline (fixture, timeline);
  thaw_practice_timer_start (fixture->timer);
  g_assert_cmpstr (thaw_breath_guide_get_word (fixture->guide), ==, "");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "0 of 20 minutes");
  advance (fixture, 5 * 60);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "5 of 20 minutes");
  /* A ring that takes so long moves once a second. */
  g_assert_cmpint (count_frames (fixture), <=, N_SETTLE);

  set_timeline (fixture, open_ended);
  thaw_practice_timer_start (fixture->timer);
  advance (fixture, 1);
  thaw_practice_timer_pause (fixture->timer);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "0 minutes");
}

static void
test_other_timer (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ThawPracticeTimer) former = g_object_ref (fixture->timer);

  thaw_practice_timer_start (former);
  set_pattern (fixture, 50, 0, 0, 50, 0);
  assert_word (fixture, "Ready");
  advance (fixture, 5);
  assert_word (fixture, "Ready");
  g_assert_cmpint (count_frames (fixture), ==, 0);

  thaw_breath_guide_set_timer (fixture->guide, NULL);
  g_assert_cmpstr (thaw_breath_guide_get_word (fixture->guide), ==, "");
  thaw_practice_timer_start (fixture->timer);
  g_assert_cmpstr (thaw_breath_guide_get_word (fixture->guide), ==, "");
  g_assert_cmpint (count_frames (fixture), ==, 0);
}

/* To be looked at where somebody asks for pictures. */
static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  const double seconds[] = { 0, 1.5, 2.5, 4, 4.5, 6, 9, 13.5 };
  const int sizes[][2] = { { 200, 240 }, { 360, 640 }, { 1200, 800 } };
  gboolean is_still = GPOINTER_TO_INT (data);

  set_animations (!is_still);
  thaw_practice_timer_start (fixture->timer);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (seconds); i++)
    {
      guint at = i % G_N_ELEMENTS (seconds);
      const int *size = sizes[i / G_N_ELEMENTS (seconds)];
      g_autofree char *name = g_strdup_printf ("breath-guide-%s-%d-%u", is_still ? "still" : "moving", size[0], at);
      ThawBreathGuide *guide = THAW_BREATH_GUIDE (thaw_breath_guide_new ());
      GtkWindow *window;

      if (at == 0)
        set_pattern (fixture, 40, 10, 20, 60, 10);
      thaw_practice_timer_start (fixture->timer);
      advance (fixture, seconds[at] - (at > 0 ? seconds[at - 1] : 0));
      thaw_breath_guide_set_timer (guide, fixture->timer);
      thaw_breath_guide_set_show_seconds (guide, is_still);
      window = thaw_test_ui_present_sized (GTK_WIDGET (guide), size[0], size[1]);
      thaw_test_ui_flush (GTK_WIDGET (guide));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (guide)), <=, size[0]);
      thaw_test_ui_save_picture (GTK_WIDGET (window), name);
      thaw_test_ui_close (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, data, func) g_test_add (path, Fixture, GINT_TO_POINTER (data), set_up, func, tear_down)
  ADD ("/ui/breath-guide/words", TRUE, test_words);
  ADD ("/ui/breath-guide/words-still", FALSE, test_words);
  ADD ("/ui/breath-guide/frames", 0, test_frames);
  ADD ("/ui/breath-guide/minimized", 0, test_minimized);
  ADD ("/ui/breath-guide/layout-kept", 0, test_layout_kept);
  ADD ("/ui/breath-guide/seconds", 0, test_seconds);
  ADD ("/ui/breath-guide/still-seconds", 0, test_still_seconds);
  ADD ("/ui/breath-guide/sizes", 0, test_sizes);
  ADD ("/ui/breath-guide/sitting", 0, test_sitting);
  ADD ("/ui/breath-guide/other-timer", 0, test_other_timer);
  ADD ("/ui/breath-guide/pictures", FALSE, test_pictures);
  ADD ("/ui/breath-guide/pictures-still", TRUE, test_pictures);
#undef ADD

  return g_test_run ();
}
