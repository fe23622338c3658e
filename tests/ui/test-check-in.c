/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-check-in"

#include "config.h"
#include "content/thaw-vocabulary-loader.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-check-in.h"

#include <math.h>

typedef struct
{
  GtkWindow *window;
  ThawCheckIn *check_in;
  GtkTextBuffer *text;
  int n_changed;
  int n_notified;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawVocabulary) vocabulary = thaw_vocabulary_loader_load (NULL);
  GtkWidget *view;

  fixture->check_in = THAW_CHECK_IN (thaw_check_in_new ());
  thaw_check_in_set_vocabulary (fixture->check_in, vocabulary);
  g_signal_connect_swapped (fixture->check_in, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->check_in, "notify::is-empty",
                            G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_notified);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->check_in));

  /* What is optional comes after the first frame. */
  while ((view = thaw_test_ui_find (GTK_WIDGET (fixture->check_in), GTK_TYPE_TEXT_VIEW, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->check_in), GTK_TYPE_TOGGLE_BUTTON, label), "clicked");
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) empty = thaw_entry_new ();
  g_autoptr (ThawEntry) back = NULL;
  g_autoptr (ThawEntry) emptied = NULL;

  thaw_entry_set_feeling (entry, 6);
  thaw_entry_set_valence (entry, -0.4);
  thaw_entry_set_emotion (entry, "love", 3);
  thaw_entry_set_emotion (entry, "tenderness", 1);
  thaw_entry_set_tag (entry, "Anna", THAW_TAG_PERSON, TRUE);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_set_coping (entry, "petted the cat", THAW_OUTCOME_NONE);
  thaw_entry_set_prompt (entry, "A question that the form does not show");
  thaw_entry_set_title (entry, "A title that the form does not ask for");
  thaw_entry_set_text (entry, "First line\nand the second, „with“ ‘quotes’ 🌱\n");

  thaw_check_in_set_entry (fixture->check_in, entry);
  back = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_true (thaw_entry_equal (entry, back));
  g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));
  g_assert_cmpint (fixture->n_notified, ==, 1);

  thaw_check_in_set_entry (fixture->check_in, empty);
  emptied = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_true (thaw_entry_is_empty (emptied));
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
  g_assert_cmpint (fixture->n_notified, ==, 2);
  g_assert_false (gtk_text_buffer_get_can_undo (fixture->text));

  /* Only what the person does is a change. */
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

/* Any one thing is enough. */
static void
test_is_empty (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const answers[] = { "nothing", "joy", "very pleasant", "barely" };

  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      click (fixture, answers[i]);
      g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));
      click (fixture, answers[i]);
      g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
    }

  gtk_text_buffer_set_text (fixture->text, " \n\t ", -1);
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
  gtk_text_buffer_set_text (fixture->text, " \n\t x", -1);
  g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));
  gtk_text_buffer_set_text (fixture->text, "x", -1);
  g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));
  gtk_text_buffer_set_text (fixture->text, "", -1);
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
  g_assert_cmpint (fixture->n_changed, >=, 2 * (int) G_N_ELEMENTS (answers) + 4);
}

/* Folded up, so that a check-in of ten seconds stays one; open where there is something in it. */
static void
test_coping (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *expander = thaw_test_ui_find (GTK_WIDGET (fixture->check_in), GTK_TYPE_EXPANDER, NULL);
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) empty = thaw_entry_new ();

  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (expander)), ==, "What I did about it");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, "What I did about it");
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));

  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_SAME);
  thaw_check_in_set_entry (fixture->check_in, entry);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));

  g_signal_emit_by_name (thaw_test_ui_find (expander, GTK_TYPE_BUTTON, "Remove"), "clicked");
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
  g_assert_cmpint (fixture->n_changed, ==, 1);

  thaw_check_in_set_entry (fixture->check_in, empty);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
}

/* "Can't tell" is an answer, and can be all there is to say. */
static void
test_cant_tell (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (ThawEntry) with_words = NULL;

  click (fixture, "can’t tell");
  g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));
  g_assert_cmpint (thaw_check_in_get_doubts (fixture->check_in), ==, THAW_CHECK_IN_DOUBTS_FEELING);
  entry = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_cmpint (thaw_entry_get_answer (entry), ==, THAW_ANSWER_UNSURE);

  /* With words beside it nothing is added to what was said. */
  gtk_text_buffer_set_text (fixture->text, "Grey.", -1);
  with_words = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_cmpint (thaw_entry_get_answer (with_words), ==, THAW_ANSWER_NONE);

  thaw_check_in_set_doubts (fixture->check_in, THAW_CHECK_IN_DOUBTS_VALENCE);
  g_assert_cmpint (thaw_check_in_get_doubts (fixture->check_in), ==, THAW_CHECK_IN_DOUBTS_VALENCE);
}

/* What is felt in the body is an answer, kept with the others and taken along. */
static void
test_body (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawEntry) said = thaw_entry_new ();
  g_autoptr (ThawEntry) empty = thaw_entry_new ();
  g_autoptr (ThawEntry) shown = NULL;

  thaw_entry_set_answer (said, THAW_ANSWER_UNSURE);
  thaw_entry_set_sensation (said, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  thaw_check_in_set_entry (fixture->check_in, said);
  shown = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_true (thaw_entry_equal (shown, said));

  /* Alone it is something to save. */
  thaw_entry_set_answer (said, THAW_ANSWER_NONE);
  thaw_check_in_set_entry (fixture->check_in, said);
  g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->check_in), GTK_TYPE_LABEL, "chest: tight, clearly"));
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->check_in), GTK_TYPE_BUTTON, "Remove"), "clicked");
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));

  thaw_entry_set_body_answer (said, THAW_BODY_ANSWER_NOWHERE);
  thaw_check_in_set_entry (fixture->check_in, said);
  g_assert_false (thaw_check_in_get_is_empty (fixture->check_in));
  thaw_check_in_set_entry (fixture->check_in, empty);
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
}

/* Each part is one stop: feeling, valence, emotions, the body, words, tags. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->check_in));
  thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_7, 0);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_window_get_focus (fixture->window)), ==, "clearly");

  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_window_get_focus (fixture->window)), ==, "very unpleasant");

  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (fixture->window))), ==, "joy");

  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (fixture->window))), ==, "Body");

  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture->window)));

  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (fixture->window)));

  for (int i = 0; i < 5; i++)
    g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_window_get_focus (fixture->window)), ==, "clearly");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *view = thaw_test_ui_find (GTK_WIDGET (fixture->check_in), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->check_in), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "A few words");
}

/* What is left of a window of 360 pixels beside the margins. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->check_in), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/check-in/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/ui/check-in/is-empty", Fixture, NULL, set_up, test_is_empty, tear_down);
  g_test_add ("/ui/check-in/coping", Fixture, NULL, set_up, test_coping, tear_down);
  g_test_add ("/ui/check-in/cant-tell", Fixture, NULL, set_up, test_cant_tell, tear_down);
  g_test_add ("/ui/check-in/body", Fixture, NULL, set_up, test_body, tear_down);
  g_test_add ("/ui/check-in/tab", Fixture, NULL, set_up, test_tab, tear_down);
  g_test_add ("/ui/check-in/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/ui/check-in/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}
