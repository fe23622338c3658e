/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-emotion-picker-window"

#include "config.h"
#include "thaw-emotion.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-window-over.h"
#include "widgets/picker/thaw-emotion-picker-window.h"

typedef struct
{
  ThawTestServices test;
  ThawWordStore *words; /* (unowned): of the services */
  ThawEmotionPickerWindow *window;
  ThawEmotionPicker *picker;
} Fixture;

static void
add_entry (Fixture    *fixture,
           const char *emotion)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_moment_from_iso ("2026-03-28T09:15:00+01:00", NULL);

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_emotion (entry, emotion, 1);
  saved = thaw_journal_save_sync (fixture->test.journal, entry, &error);
  g_assert_no_error (error);
  g_assert_nonnull (saved);
}

/* The own word "wistful" in joy; dread is hidden, and calm was named. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawOwnWord) word = thaw_own_word_new ("wistful", "joy");
  g_autoptr (ThawOwnWord) saved = NULL;
  g_autoptr (GError) error = NULL;

  thaw_test_services_set_up (&fixture->test);
  fixture->words = thaw_services_get_words (fixture->test.services);
  saved = thaw_word_store_save_own_sync (fixture->words, word, &error);
  g_assert_no_error (error);
  thaw_word_store_set_hidden_sync (fixture->words, "dread", TRUE, &error);
  g_assert_no_error (error);
  add_entry (fixture, "calm");

  fixture->window = thaw_emotion_picker_window_new (thaw_services_get_vocabulary (fixture->test.services),
                                                    fixture->words, fixture->test.journal);
  fixture->picker = thaw_emotion_picker_window_get_picker (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    thaw_test_ui_close (GTK_WINDOW (fixture->window));
  thaw_test_services_tear_down (&fixture->test);
}

static const ThawWord *
find_word (Fixture    *fixture,
           const char *slug)
{
  return thaw_word_list_find (thaw_emotion_picker_get_list (fixture->picker), slug);
}

static GtkWidget *
find_toast_button (Fixture *fixture)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo");
}

static void
wait_for_undo (Fixture *fixture)
{
  while (find_toast_button (fixture) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (l->data))
        return l->data;
    }

  return NULL;
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpstr (find_word (fixture, "wistful")->own->family, ==, "joy");
  g_assert_true (find_word (fixture, "dread")->is_hidden);
  g_assert_false (find_word (fixture, "calm")->is_hidden);
  g_assert_cmpuint (find_word (fixture, "calm")->n_entries, ==, 1);
  g_assert_cmpuint (find_word (fixture, "joy")->n_entries, ==, 0);

  /* The first letter goes into the search. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         thaw_test_ui_find_class (GTK_WIDGET (fixture->window),
                                                                  GTK_TYPE_SEARCH_ENTRY, NULL)));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWindow *dialog;
  GtkWidget *drop_down;

  g_signal_emit_by_name (fixture->picker, "add-asked", "out <of> reach");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "Add “out <of> reach”?");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_assert_null (find_word (fixture, "out <of> reach"));

  g_signal_emit_by_name (fixture->picker, "add-asked", "out <of> reach");
  dialog = find_dialog ();
  drop_down = thaw_test_ui_find (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)),
                                 GTK_TYPE_DROP_DOWN, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, "Family");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "add");
  while (find_word (fixture, "out <of> reach") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (find_word (fixture, "out <of> reach")->own->family, ==, "sadness");

  {
    g_autoptr (GPtrArray) marks = thaw_emotion_picker_dup_emotions (fixture->picker);

    g_assert_cmpuint (marks->len, ==, 1);
    g_assert_cmpstr (((ThawEmotionMark *) marks->pdata[0])->slug, ==, "out <of> reach");
  }
}

static void
test_add_without_family (Fixture       *fixture,
                         gconstpointer  data)
{
  g_signal_emit_by_name (fixture->picker, "add-asked", "stuck");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "add");
  while (find_word (fixture, "stuck") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_word (fixture, "stuck")->own->family);
}

static void
test_hide (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_emit_by_name (fixture->picker, "hide-asked", "anxiety", TRUE);
  wait_for_undo (fixture);
  g_assert_true (find_word (fixture, "anxiety")->is_hidden);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "“anxiety” is hidden"));
  g_signal_emit_by_name (find_toast_button (fixture), "clicked");
  while (find_word (fixture, "anxiety")->is_hidden)
    g_main_context_iteration (NULL, TRUE);

  /* Bringing one back is its own way back. */
  g_signal_emit_by_name (fixture->picker, "hide-asked", "dread", FALSE);
  while (find_word (fixture, "dread")->is_hidden)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_signal_emit_by_name (fixture->picker, "remove-asked", "wistful");
  wait_for_undo (fixture);
  g_assert_null (find_word (fixture, "wistful"));
  g_signal_emit_by_name (find_toast_button (fixture), "clicked");
  while (find_word (fixture, "wistful") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (find_word (fixture, "wistful")->own->family, ==, "joy");
}

static void
test_show_hidden (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_false (thaw_emotion_picker_get_show_hidden (fixture->picker));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "words.show-hidden", NULL));
  g_assert_true (thaw_emotion_picker_get_show_hidden (fixture->picker));
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *search = GTK_EDITABLE (thaw_test_ui_find_class (GTK_WIDGET (fixture->window),
                                                               GTK_TYPE_SEARCH_ENTRY, NULL));
  GtkWindow *window = GTK_WINDOW (fixture->window);

  gtk_editable_set_text (search, "calm");
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (window), GDK_KEY_Escape, 0));
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->window);
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (window), GDK_KEY_Escape, 0));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Wherever in the window the focus is. */
static void
test_search_key (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *search = thaw_test_ui_find_class (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *done = thaw_test_ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Done");

  gtk_window_set_focus (window, done);
  g_assert_false (thaw_test_ui_press (done, GDK_KEY_f, GDK_ALT_MASK));
  g_assert_true (thaw_test_ui_press (done, GDK_KEY_f, GDK_CONTROL_MASK));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), search));
}

/* A journal that cannot be read leaves the words of the vocabulary. */
static void
test_without_journal (Fixture       *fixture,
                      gconstpointer  data)
{
  thaw_test_ui_close (GTK_WINDOW (fixture->window));
  thaw_database_close (thaw_services_get_database (fixture->test.services));
  fixture->window = thaw_emotion_picker_window_new (thaw_services_get_vocabulary (fixture->test.services),
                                                    fixture->words, fixture->test.journal);
  fixture->picker = thaw_emotion_picker_window_get_picker (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_nonnull (find_word (fixture, "dread"));
  g_assert_null (find_word (fixture, "wistful"));

  g_signal_emit_by_name (fixture->picker, "hide-asked", "calm", TRUE);
  while (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "The change could not be kept") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A change that is on its way when the window under it goes comes to its end. */
static void
test_gone_with_parent (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWindow *parent = thaw_test_ui_present (gtk_label_new ("Below"));

  thaw_window_put_over (GTK_WINDOW (fixture->window), parent);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_emit_by_name (fixture->picker, "hide-asked", "anxiety", TRUE);
  thaw_test_ui_close (parent);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/emotion-picker-window/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/ui/emotion-picker-window/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/ui/emotion-picker-window/add-without-family", Fixture, NULL, set_up, test_add_without_family, tear_down);
  g_test_add ("/ui/emotion-picker-window/hide", Fixture, NULL, set_up, test_hide, tear_down);
  g_test_add ("/ui/emotion-picker-window/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/ui/emotion-picker-window/show-hidden", Fixture, NULL, set_up, test_show_hidden, tear_down);
  g_test_add ("/ui/emotion-picker-window/escape", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/ui/emotion-picker-window/gone-with-parent", Fixture, NULL, set_up, test_gone_with_parent, tear_down);
  g_test_add ("/ui/emotion-picker-window/search-key", Fixture, NULL, set_up, test_search_key, tear_down);
  g_test_add ("/ui/emotion-picker-window/without-journal", Fixture, NULL, set_up, test_without_journal, tear_down);

  return g_test_run ();
}
