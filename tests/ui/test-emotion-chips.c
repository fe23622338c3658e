/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-emotion-chips"

#include "config.h"
#include "content/thaw-vocabulary-loader.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-emotion-chip.h"
#include "widgets/check-in/thaw-emotion-chips.h"
#include "widgets/picker/thaw-emotion-picker-window.h"

typedef struct
{
  GtkWindow *window;
  ThawVocabulary *vocabulary;
  ThawEmotionChips *chips;
  ThawEntry *entry;
  int n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->vocabulary = thaw_vocabulary_loader_load (NULL);
  fixture->chips = THAW_EMOTION_CHIPS (thaw_emotion_chips_new ());
  thaw_emotion_chips_set_vocabulary (fixture->chips, fixture->vocabulary);
  fixture->entry = thaw_entry_new ();
  g_signal_connect_swapped (fixture->chips, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->chips));
}

static ThawEmotionPickerWindow *
find_picker_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (THAW_IS_EMOTION_PICKER_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_assert_null (find_picker_window ());
  g_clear_object (&fixture->entry);
  g_assert_finalize_object (fixture->vocabulary);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *word)
{
  GtkWidget *button = thaw_test_ui_find (GTK_WIDGET (fixture->chips), GTK_TYPE_TOGGLE_BUTTON, word);

  g_assert_nonnull (button);

  return button;
}

static void
click (Fixture    *fixture,
       const char *word)
{
  g_signal_emit_by_name (find (fixture, word), "clicked");
}

static void
click_level (Fixture    *fixture,
             const char *word,
             const char *level)
{
  GtkWidget *chip = gtk_widget_get_ancestor (find (fixture, word), THAW_TYPE_EMOTION_CHIP);

  g_signal_emit_by_name (thaw_test_ui_find (chip, GTK_TYPE_TOGGLE_BUTTON, level), "clicked");
}

/* The entry's emotions as "joy 1, fear 3". */
static char *
store (Fixture *fixture)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GPtrArray *emotions;

  thaw_emotion_chips_store_entry (fixture->chips, fixture->entry);
  emotions = thaw_entry_get_emotions (fixture->entry);
  for (guint i = 0; i < emotions->len; i++)
    {
      ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      g_string_append_printf (words, "%s%s %d", i > 0 ? ", " : "", mark->slug, mark->intensity);
    }

  return g_strdup (words->str);
}

static void
assert_stored (Fixture    *fixture,
               const char *emotions,
               ThawAnswer  answer)
{
  g_autofree char *stored = store (fixture);

  g_assert_cmpstr (stored, ==, emotions);
  g_assert_cmpint (thaw_entry_get_answer (fixture->entry), ==, answer);
}

static void
test_name (Fixture       *fixture,
           gconstpointer  data)
{
  assert_stored (fixture, "", THAW_ANSWER_NONE);

  click (fixture, "fear");
  assert_stored (fixture, "fear 1", THAW_ANSWER_NAMED);
  click_level (fixture, "fear", "strongly");
  assert_stored (fixture, "fear 3", THAW_ANSWER_NAMED);
  click_level (fixture, "fear", "strongly");
  assert_stored (fixture, "fear 3", THAW_ANSWER_NAMED);
  click (fixture, "joy");
  assert_stored (fixture, "fear 3, joy 1", THAW_ANSWER_NAMED);
  click (fixture, "fear");
  assert_stored (fixture, "joy 1", THAW_ANSWER_NAMED);
  click (fixture, "joy");
  assert_stored (fixture, "", THAW_ANSWER_NONE);
  g_assert_cmpint (fixture->n_changed, ==, 5);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  click (fixture, "joy");
  click (fixture, "nothing");
  assert_stored (fixture, "", THAW_ANSWER_NOTHING);
  click (fixture, "not sure");
  assert_stored (fixture, "", THAW_ANSWER_UNSURE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (fixture, "nothing"))));
  click (fixture, "something, no word yet");
  assert_stored (fixture, "", THAW_ANSWER_NO_WORD);
  click (fixture, "something, no word yet");
  assert_stored (fixture, "", THAW_ANSWER_NONE);
  click (fixture, "nothing");
  click (fixture, "love");
  assert_stored (fixture, "love 1", THAW_ANSWER_NAMED);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (fixture, "nothing"))));
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();

  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_emotion (entry, "tenderness", 3);
  thaw_emotion_chips_load_entry (fixture->chips, entry);
  assert_stored (fixture, "sadness 2, tenderness 3", THAW_ANSWER_NAMED);

  /* A word of the person's own is a chip as the others, as long as it is needed. */
  click (fixture, "tenderness");
  assert_stored (fixture, "sadness 2", THAW_ANSWER_NAMED);

  thaw_entry_clear_emotions (entry);
  thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  thaw_emotion_chips_load_entry (fixture->chips, entry);
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->chips), GTK_TYPE_TOGGLE_BUTTON, "tenderness"));
  assert_stored (fixture, "", THAW_ANSWER_UNSURE);

  /* Only what the person does is a change. */
  g_assert_cmpint (fixture->n_changed, ==, 1);
}

static void
test_more_words (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *more = thaw_test_ui_find (GTK_WIDGET (fixture->chips), GTK_TYPE_BUTTON, "More Words…");
  ThawEmotionPickerWindow *window;
  ThawEmotionPicker *picker;

  click (fixture, "fear");
  click_level (fixture, "fear", "clearly");
  g_signal_emit_by_name (more, "clicked");
  window = find_picker_window ();
  g_assert_nonnull (window);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (window)) == fixture->window);
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (window)));

  /* What is chosen there is chosen here, at once. */
  picker = thaw_emotion_picker_window_get_picker (window);
  fixture->n_changed = 0;
  thaw_emotion_picker_choose (picker, "anxiety", 3);
  assert_stored (fixture, "fear 2, anxiety 3", THAW_ANSWER_NAMED);
  thaw_emotion_picker_choose (picker, "fear", 0);
  assert_stored (fixture, "anxiety 3", THAW_ANSWER_NAMED);
  thaw_emotion_picker_choose (picker, "an own word", 1);
  thaw_emotion_picker_choose (picker, "anxiety", 0);
  assert_stored (fixture, "an own word 1", THAW_ANSWER_NAMED);
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->chips), GTK_TYPE_TOGGLE_BUTTON, "anxiety"));
  g_assert_cmpint (fixture->n_changed, ==, 4);

  thaw_test_ui_close (GTK_WINDOW (window));
  assert_stored (fixture, "an own word 1", THAW_ANSWER_NAMED);

  /* A feeling that was found stands instead of "nothing"; none that was found does not. */
  click (fixture, "nothing");
  g_signal_emit_by_name (more, "clicked");
  picker = thaw_emotion_picker_window_get_picker (find_picker_window ());
  thaw_emotion_picker_choose (picker, "joy", 1);
  assert_stored (fixture, "joy 1", THAW_ANSWER_NAMED);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (fixture, "nothing"))));

  /* It goes with the chips. */
  g_assert_nonnull (find_picker_window ());
}

/* What is in an open picker belongs to the entry before. */
static void
test_load_under_picker (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ThawEntry) other = thaw_entry_new ();

  click (fixture, "fear");
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->chips), GTK_TYPE_BUTTON, "More Words…"), "clicked");
  g_assert_nonnull (find_picker_window ());
  thaw_entry_set_emotion (other, "joy", 2);
  thaw_emotion_chips_load_entry (fixture->chips, other);
  g_assert_null (find_picker_window ());
  assert_stored (fixture, "joy 2", THAW_ANSWER_NAMED);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->chips)));
  g_assert_true (gtk_window_get_focus (fixture->window) == find (fixture, "joy"));

  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_2, 0));
  assert_stored (fixture, "joy 2", THAW_ANSWER_NAMED);
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Delete, 0));
  assert_stored (fixture, "", THAW_ANSWER_NONE);

  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Right, 0));
  g_assert_true (gtk_window_get_focus (fixture->window) == find (fixture, "sadness"));
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_End, 0));
  g_assert_true (gtk_window_get_focus (fixture->window) == find (fixture, "something, no word yet"));
  for (int i = 0; i < 3; i++)
    g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Left, 0));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (fixture->window))), ==, "More Words…");
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Home, 0));

  /* Dots that go away with the focus on them leave it on the word. */
  thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_1, 0);
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Right, 0));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_window_get_focus (fixture->window)), ==, "a little");
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_0, 0));
  g_assert_true (gtk_window_get_focus (fixture->window) == find (fixture, "joy"));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *level;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chips), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chips),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What do you feel?");

  click (fixture, "anger");
  level = thaw_test_ui_find (gtk_widget_get_ancestor (find (fixture, "anger"), THAW_TYPE_EMOTION_CHIP),
                             GTK_TYPE_TOGGLE_BUTTON, "a little");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (level), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (level), GTK_ACCESSIBLE_PROPERTY_LABEL, "a little");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (level), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (level)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "How much anger?");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/emotion-chips/name", Fixture, NULL, set_up, test_name, tear_down);
  g_test_add ("/ui/emotion-chips/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/ui/emotion-chips/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/ui/emotion-chips/more-words", Fixture, NULL, set_up, test_more_words, tear_down);
  g_test_add ("/ui/emotion-chips/load-under-picker", Fixture, NULL, set_up, test_load_under_picker, tear_down);
  g_test_add ("/ui/emotion-chips/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/ui/emotion-chips/accessible", Fixture, NULL, set_up, test_accessible, tear_down);

  return g_test_run ();
}
