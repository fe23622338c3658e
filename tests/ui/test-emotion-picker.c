/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-emotion-picker"

#include "config.h"
#include "thaw-emotion.h"
#include "thaw-test-ui.h"
#include "thaw-test-vocabulary.h"
#include "widgets/check-in/thaw-emotion-chip.h"
#include "widgets/picker/thaw-emotion-picker.h"
#include "widgets/picker/thaw-family-chips.h"
#include "widgets/picker/thaw-word-details.h"
#include "widgets/picker/thaw-word-row.h"

typedef struct
{
  GtkWindow *window;
  ThawEmotionPicker *picker;
  GtkEditable *search;
  int n_changed;
  GString *asked; /* what the picker asked for */
} Fixture;

static void
on_add_asked_cb (Fixture    *fixture,
                 const char *word)
{
  g_string_append_printf (fixture->asked, "add %s;", word);
}

static void
on_hide_asked_cb (Fixture    *fixture,
                  const char *slug,
                  gboolean    is_hidden)
{
  g_string_append_printf (fixture->asked, "%s %s;", is_hidden ? "hide" : "show", slug);
}

static void
on_remove_asked_cb (Fixture    *fixture,
                    const char *slug)
{
  g_string_append_printf (fixture->asked, "remove %s;", slug);
}

/* "wistful" is an own word in joy, "stuck" one without a family; "dread" and "stuck" were used. */
static void
set_list (Fixture           *fixture,
          guint              n_words,
          const char *const *hidden)
{
  g_autoptr (ThawVocabulary) vocabulary = thaw_test_vocabulary_new_many (n_words);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_own_word_free);
  g_autoptr (ThawWordList) list = NULL;

  g_ptr_array_add (own, thaw_own_word_new ("wistful", "joy"));
  g_ptr_array_add (own, thaw_own_word_new ("stuck", NULL));
  list = thaw_word_list_new (vocabulary, own, hidden);
  thaw_word_list_add_use (list, "dread", 3, 10);
  thaw_word_list_add_use (list, "stuck", 1, 20);
  thaw_emotion_picker_set_list (fixture->picker, list);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->asked = g_string_new (NULL);
  fixture->picker = THAW_EMOTION_PICKER (thaw_emotion_picker_new ());
  g_signal_connect_swapped (fixture->picker, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->picker, "add-asked", G_CALLBACK (on_add_asked_cb), fixture);
  g_signal_connect_swapped (fixture->picker, "hide-asked", G_CALLBACK (on_hide_asked_cb), fixture);
  g_signal_connect_swapped (fixture->picker, "remove-asked", G_CALLBACK (on_remove_asked_cb), fixture);
  set_list (fixture, 8, NULL);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->picker));
  fixture->search = GTK_EDITABLE (thaw_test_ui_find_class (GTK_WIDGET (fixture->picker), GTK_TYPE_SEARCH_ENTRY, NULL));
  thaw_test_ui_flush (GTK_WIDGET (fixture->picker));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->picker), (gpointer *) &fixture->picker);
  thaw_test_ui_close (fixture->window);
  g_assert_null (fixture->picker);
  g_string_free (fixture->asked, TRUE);
}

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (THAW_IS_WORD_ROW (child))
        g_ptr_array_add (rows, child);
      else if (gtk_widget_get_visible (child))
        collect_rows (child, rows);
    }
}

/* The slugs of the rows, with a title in brackets where a section begins. */
static char *
describe (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  collect_rows (GTK_WIDGET (fixture->picker), rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkListBoxRow *row = g_ptr_array_index (rows, i);
      GtkWidget *header = gtk_list_box_row_get_header (row);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (header != NULL)
        g_string_append_printf (text, "[%s] ",
                                gtk_label_get_text (GTK_LABEL (thaw_test_ui_find (header, GTK_TYPE_LABEL, NULL))));
      g_string_append (text, thaw_word_row_get_word (THAW_WORD_ROW (row))->slug);
    }

  return g_strdup (text->str);
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *shown = NULL;

  thaw_test_ui_flush (GTK_WIDGET (fixture->picker));
  shown = describe (fixture);
  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_chosen (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (GPtrArray) marks = thaw_emotion_picker_dup_emotions (fixture->picker);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      ThawEmotionMark *mark = g_ptr_array_index (marks, i);

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", mark->slug, mark->intensity);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The last row of a word, which is the one in its family. */
static ThawWordRow *
find_row (Fixture    *fixture,
          const char *slug)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  thaw_test_ui_flush (GTK_WIDGET (fixture->picker));
  collect_rows (GTK_WIDGET (fixture->picker), rows);
  for (guint i = rows->len; i > 0; i--)
    {
      if (g_str_equal (thaw_word_row_get_word (g_ptr_array_index (rows, i - 1))->slug, slug))
        return g_ptr_array_index (rows, i - 1);
    }

  g_assert_not_reached ();
}

static ThawWordRow *
find_first_row (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (fixture->picker), rows);
  g_assert_cmpuint (rows->len, >, 0);

  return g_ptr_array_index (rows, 0);
}

static void
activate_row (Fixture    *fixture,
              const char *slug)
{
  ThawWordRow *row = find_row (fixture, slug);

  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static void
click (GtkWidget  *root,
       const char *label)
{
  GtkWidget *button = thaw_test_ui_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (fixture->window);
}

static void
assert_focus_row (Fixture    *fixture,
                  const char *slug)
{
  g_assert_true (THAW_IS_WORD_ROW (get_focus (fixture)));
  g_assert_cmpstr (thaw_word_row_get_word (THAW_WORD_ROW (get_focus (fixture)))->slug, ==, slug);
}

static void
assert_focus_search (Fixture *fixture)
{
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->search)));
}

static void
assert_label (Fixture    *fixture,
              const char *text,
              gboolean    is_visible)
{
  GtkWidget *label = thaw_test_ui_find (GTK_WIDGET (fixture->picker), GTK_TYPE_LABEL, text);

  g_assert_true ((label != NULL && gtk_widget_get_child_visible (label) && gtk_widget_is_visible (label)) == is_visible);
}

#define ALL_WORDS                                                  \
  "[Lately] stuck dread [Joy] joy excitement joie wistful "        \
  "[Fear] anxiety nervousness dread [Calm] calm self-trust "       \
  "[Your Own Words] stuck"

static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  assert_shown (fixture, ALL_WORDS);
  assert_label (fixture, "Words of the family Joy.", TRUE);

  click (GTK_WIDGET (fixture->picker), "Fear");
  assert_shown (fixture, "[Fear] anxiety nervousness dread");
  click (GTK_WIDGET (fixture->picker), "Fear");
  assert_shown (fixture, "[Fear] anxiety nervousness dread");
  click (GTK_WIDGET (fixture->picker), "Your Own");
  assert_shown (fixture, "[Your Own Words] wistful stuck");
  click (GTK_WIDGET (fixture->picker), "All");
  assert_shown (fixture, ALL_WORDS);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_editable_set_text (fixture->search, "ness");
  assert_shown (fixture, "nervousness joy excitement");
  assert_label (fixture, "3 words", TRUE);
  gtk_editable_set_text (fixture->search, "nothing presses");
  assert_shown (fixture, "calm");
  assert_label (fixture, "1 word", TRUE);
  click (GTK_WIDGET (fixture->picker), "Joy");
  assert_shown (fixture, "");
  assert_label (fixture, "No word found", TRUE);
  click (GTK_WIDGET (fixture->picker), "All");

  g_assert_true (thaw_emotion_picker_clear_search (fixture->picker));
  assert_shown (fixture, ALL_WORDS);
  assert_label (fixture, "1 word", FALSE);
  assert_focus_search (fixture);
  g_assert_false (thaw_emotion_picker_clear_search (fixture->picker));
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *chip;

  activate_row (fixture, "dread");
  assert_chosen (fixture, "dread 1");
  activate_row (fixture, "calm");
  assert_chosen (fixture, "dread 1, calm 1");
  g_assert_cmpint (thaw_word_row_get_intensity (find_row (fixture, "dread")), ==, 1);

  /* The chips say how strongly, and take back. */
  chip = thaw_test_ui_find (GTK_WIDGET (fixture->picker), THAW_TYPE_EMOTION_CHIP, NULL);
  g_assert_cmpstr (thaw_emotion_chip_get_slug (THAW_EMOTION_CHIP (chip)), ==, "dread");
  click (chip, "strongly");
  assert_chosen (fixture, "dread 3, calm 1");
  g_assert_cmpint (thaw_word_row_get_intensity (find_row (fixture, "dread")), ==, 3);
  activate_row (fixture, "calm");
  assert_chosen (fixture, "dread 3");
  click (chip, "dread");
  assert_chosen (fixture, "");
  g_assert_cmpint (thaw_word_row_get_intensity (find_row (fixture, "dread")), ==, 0);
  g_assert_cmpint (fixture->n_changed, ==, 5);
}

static void
test_set_emotions (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_mark_free);

  activate_row (fixture, "joy");
  /* A word that is in the entry and not in the list stays as well. */
  g_ptr_array_add (marks, thaw_emotion_mark_new ("calm", 2));
  g_ptr_array_add (marks, thaw_emotion_mark_new ("an old word", 3));
  thaw_emotion_picker_set_emotions (fixture->picker, marks);
  assert_chosen (fixture, "calm 2, an old word 3");
  g_assert_cmpint (thaw_word_row_get_intensity (find_row (fixture, "calm")), ==, 2);
  g_assert_cmpint (thaw_word_row_get_intensity (find_row (fixture, "joy")), ==, 0);
  g_assert_cmpint (fixture->n_changed, ==, 1);

  /* A new list and a search make new rows. */
  set_list (fixture, 8, NULL);
  g_assert_cmpint (thaw_word_row_get_intensity (find_row (fixture, "calm")), ==, 2);
  gtk_editable_set_text (fixture->search, "calm");
  g_assert_cmpint (thaw_word_row_get_intensity (find_row (fixture, "calm")), ==, 2);
}

static void
test_return (Fixture       *fixture,
             gconstpointer  data)
{
  int start, end;

  g_signal_emit_by_name (fixture->search, "activate");
  assert_chosen (fixture, "");

  gtk_editable_set_text (fixture->search, "anx");
  g_signal_emit_by_name (fixture->search, "activate");
  assert_chosen (fixture, "anxiety 1");
  g_assert_true (gtk_editable_get_selection_bounds (fixture->search, &start, &end));
  g_assert_cmpint (end - start, ==, 3);

  /* Twice is not a way to lose it. */
  g_signal_emit_by_name (fixture->search, "activate");
  assert_chosen (fixture, "anxiety 1");

  gtk_editable_set_text (fixture->search, " not  there ");
  g_signal_emit_by_name (fixture->search, "activate");
  g_assert_cmpstr (fixture->asked->str, ==, "add not there;");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->picker));
  assert_focus_search (fixture);
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_Down, 0));
  assert_focus_row (fixture, "stuck");
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_2, 0));
  assert_chosen (fixture, "stuck 2");
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_KP_3, 0));
  assert_chosen (fixture, "stuck 3");
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_0, 0));
  assert_chosen (fixture, "");
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_1, 0));
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_Delete, 0));
  assert_chosen (fixture, "");
  assert_focus_row (fixture, "stuck");
  g_assert_false (thaw_test_ui_press (get_focus (fixture), GDK_KEY_2, GDK_CONTROL_MASK));

  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_Up, 0));
  assert_focus_search (fixture);
  g_assert_false (thaw_test_ui_press (get_focus (fixture), GDK_KEY_2, 0));
  assert_chosen (fixture, "");
}

static void
test_expand (Fixture       *fixture,
             gconstpointer  data)
{
  gboolean is_rtl = GPOINTER_TO_INT (data);
  guint forth = is_rtl ? GDK_KEY_Left : GDK_KEY_Right;
  guint back = is_rtl ? GDK_KEY_Right : GDK_KEY_Left;
  ThawWordRow *row = find_row (fixture, "anxiety");
  GtkWidget *button;

  /* A new direction of the whole window, as a language would set it. */
  gtk_widget_set_default_direction (is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_assert_true (thaw_test_ui_press (get_focus (fixture), back, 0));
  g_assert_false (thaw_word_row_get_expanded (row));
  g_assert_true (thaw_test_ui_press (get_focus (fixture), forth, 0));
  g_assert_true (thaw_word_row_get_expanded (row));
  assert_label (fixture, "How anxiety may feel in the body.", TRUE);
  assert_label (fixture, "When anxiety often comes.", TRUE);
  assert_label (fixture, "It is not anxiety, but near to it.", TRUE);

  /* One at a time. */
  button = thaw_test_ui_find (GTK_WIDGET (find_row (fixture, "joy")), GTK_TYPE_BUTTON, "More About This Word");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (thaw_word_row_get_expanded (row));
  g_assert_true (thaw_word_row_get_expanded (find_row (fixture, "joy")));
  assert_label (fixture, "How anxiety may feel in the body.", FALSE);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (thaw_word_row_get_expanded (find_row (fixture, "joy")));

  g_assert_true (thaw_test_ui_press (GTK_WIDGET (row), forth, 0));
  g_assert_true (thaw_test_ui_press (GTK_WIDGET (row), back, 0));
  g_assert_false (thaw_word_row_get_expanded (row));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_editable_set_text (fixture->search, "anxiety");
  thaw_word_row_set_expanded (find_row (fixture, "anxiety"), TRUE);
  click (GTK_WIDGET (find_row (fixture, "anxiety")), "calm");
  assert_shown (fixture, ALL_WORDS);
  assert_focus_row (fixture, "calm");
  g_assert_true (thaw_word_row_get_expanded (find_row (fixture, "calm")));

  /* Of the two rows of a word the one among its like. */
  click (GTK_WIDGET (find_row (fixture, "calm")), "anxiety");
  click (GTK_WIDGET (find_row (fixture, "anxiety")), "dread");
  g_assert_true (get_focus (fixture) == GTK_WIDGET (find_row (fixture, "dread")));
  assert_chosen (fixture, "");
}

/* What was gone to is where it can be seen. */
static void
test_scroll (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *scrolled_window = gtk_widget_get_ancestor (GTK_WIDGET (find_row (fixture, "joy")), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  set_list (fixture, 200, NULL);
  thaw_emotion_picker_show_word (fixture->picker, "shade-100");
  for (int i = 0; i < 5; i++)
    thaw_test_ui_flush (GTK_WIDGET (fixture->picker));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_row (fixture, "shade-100")), scrolled_window, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y, <, 100);
}

static void
test_link_to_hidden (Fixture       *fixture,
                     gconstpointer  data)
{
  set_list (fixture, 8, (const char *[]) { "dread", NULL });
  thaw_emotion_picker_show_word (fixture->picker, "anxiety");
  click (GTK_WIDGET (find_row (fixture, "anxiety")), "dread");
  g_assert_cmpstr (gtk_editable_get_text (fixture->search), ==, "dread");
  assert_focus_row (fixture, "dread");
  click (GTK_WIDGET (find_row (fixture, "dread")), "Show This Word Again");
  g_assert_cmpstr (fixture->asked->str, ==, "show dread;");
}

static void
test_hide (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_emotion_picker_show_word (fixture->picker, "dread");
  click (GTK_WIDGET (find_row (fixture, "dread")), "Hide This Word");
  thaw_emotion_picker_show_word (fixture->picker, "wistful");
  click (GTK_WIDGET (find_row (fixture, "wistful")), "Remove This Word");
  g_assert_cmpstr (fixture->asked->str, ==, "hide dread;remove wistful;");
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->picker)));

  set_list (fixture, 8, (const char *[]) { "dread", "calm", "self-trust", NULL });
  assert_focus_search (fixture);
  assert_shown (fixture, "[Lately] stuck [Joy] joy excitement joie wistful [Fear] anxiety nervousness "
                         "[Your Own Words] stuck");
  click (GTK_WIDGET (fixture->picker), "Calm");
  assert_shown (fixture, "");
  assert_label (fixture, "All words here are hidden", TRUE);

  thaw_emotion_picker_set_show_hidden (fixture->picker, TRUE);
  assert_shown (fixture, "[Calm] calm self-trust");
  assert_label (fixture, "hidden", TRUE);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  assert_label (fixture, "Add “out of reach” as Your Own Word", FALSE);
  gtk_editable_set_text (fixture->search, "out of reach");
  assert_label (fixture, "Add “out of reach” as Your Own Word", TRUE);
  g_signal_emit_by_name (gtk_widget_get_parent (thaw_test_ui_find (GTK_WIDGET (fixture->picker), GTK_TYPE_LABEL,
                                                                   "Add “out of reach” as Your Own Word")),
                         "clicked");
  g_assert_cmpstr (fixture->asked->str, ==, "add out of reach;");

  gtk_editable_set_text (fixture->search, "Wistful");
  assert_label (fixture, "Add “Wistful” as Your Own Word", FALSE);
}

/* Rows that are not in the first frame come after it. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  set_list (fixture, 200, NULL);
  collect_rows (GTK_WIDGET (fixture->picker), rows);
  g_assert_cmpuint (rows->len, <, 50);
  thaw_emotion_picker_show_word (fixture->picker, "shade-199");
  assert_focus_row (fixture, "shade-199");

  set_list (fixture, 200, NULL);
  thaw_test_ui_flush (GTK_WIDGET (fixture->picker));
  g_ptr_array_set_size (rows, 0);
  collect_rows (GTK_WIDGET (fixture->picker), rows);
  g_assert_cmpuint (rows->len, ==, 200 + 2 + 2);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  ThawWordRow *row = find_row (fixture, "anxiety");
  GtkWidget *button = thaw_test_ui_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, NULL);
  GtkWidget *chips = thaw_test_ui_find (GTK_WIDGET (fixture->picker), THAW_TYPE_FAMILY_CHIPS, NULL);
  GtkWidget *chip = thaw_test_ui_find (chips, GTK_TYPE_TOGGLE_BUTTON, "All");
  GtkWidget *heading = thaw_test_ui_find (GTK_WIDGET (fixture->picker), GTK_TYPE_LABEL, "Lately");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "anxiety. Definition: A worry about what may come.");
  thaw_emotion_picker_choose (fixture->picker, "anxiety", 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "anxiety, chosen, clearly. Definition: A worry about what may come.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_row (fixture, "stuck")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "stuck. A word of your own");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "About “anxiety”");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  thaw_word_row_set_expanded (row, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "calm")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Go to “calm”");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  /* It is read before what it is above. */
  g_assert_true (gtk_widget_get_next_sibling (gtk_widget_get_parent (heading)) == GTK_WIDGET (find_first_row (fixture)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, "Which words to show");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->search), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search words");

  set_list (fixture, 8, (const char *[]) { "dread", NULL });
  thaw_emotion_picker_set_show_hidden (fixture->picker, TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_row (fixture, "dread")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "dread, hidden. Definition: Fear of what is sure to come, far from joy.");
}

static void
test_family_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  ThawFamilyChips *chips = THAW_FAMILY_CHIPS (thaw_test_ui_find (GTK_WIDGET (fixture->picker),
                                                                 THAW_TYPE_FAMILY_CHIPS, NULL));

  gtk_widget_grab_focus (GTK_WIDGET (chips));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (fixture))), ==, "All");
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_Right, 0));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (fixture))), ==, "Joy");
  g_assert_null (thaw_family_chips_get_family (chips));
  g_assert_true (thaw_test_ui_press (get_focus (fixture), GDK_KEY_End, 0));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (fixture))), ==, "Your Own");
  g_signal_emit_by_name (get_focus (fixture), "clicked");
  g_assert_cmpstr (thaw_family_chips_get_family (chips), ==, THAW_WORD_LIST_OWN);

  /* One stop, to the next after the chips. */
  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD));
  assert_focus_row (fixture, "wistful");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/emotion-picker/sections", Fixture, NULL, set_up, test_sections, tear_down);
  g_test_add ("/ui/emotion-picker/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/ui/emotion-picker/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/emotion-picker/set-emotions", Fixture, NULL, set_up, test_set_emotions, tear_down);
  g_test_add ("/ui/emotion-picker/return", Fixture, NULL, set_up, test_return, tear_down);
  g_test_add ("/ui/emotion-picker/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/emotion-picker/expand", Fixture, GINT_TO_POINTER (FALSE), set_up, test_expand, tear_down);
  g_test_add ("/ui/emotion-picker/expand-rtl", Fixture, GINT_TO_POINTER (TRUE), set_up, test_expand, tear_down);
  g_test_add ("/ui/emotion-picker/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/ui/emotion-picker/scroll", Fixture, NULL, set_up, test_scroll, tear_down);
  g_test_add ("/ui/emotion-picker/link-to-hidden", Fixture, NULL, set_up, test_link_to_hidden, tear_down);
  g_test_add ("/ui/emotion-picker/hide", Fixture, NULL, set_up, test_hide, tear_down);
  g_test_add ("/ui/emotion-picker/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/ui/emotion-picker/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/ui/emotion-picker/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/ui/emotion-picker/family-keys", Fixture, NULL, set_up, test_family_keys, tear_down);

  return g_test_run ();
}
