/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-body-section"

#include "config.h"
#include "content/thaw-content.h"
#include "thaw-test-ui.h"
#include "widgets/body-map/thaw-body-map.h"
#include "widgets/body-path/thaw-body-section.h"
#include "widgets/body-path/thaw-body-window.h"

typedef struct
{
  GtkWindow *window;
  ThawEmotionChips *chips;
  ThawBodySection *section;
  ThawEntry *entry;
  ThawContent *content;
  int n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);

  fixture->content = thaw_content_load ();
  fixture->entry = thaw_entry_new ();
  fixture->chips = THAW_EMOTION_CHIPS (thaw_emotion_chips_new ());
  thaw_emotion_chips_set_vocabulary (fixture->chips, fixture->content->vocabulary);
  fixture->section = THAW_BODY_SECTION (thaw_body_section_new ());
  thaw_body_section_set_emotion_chips (fixture->section, fixture->chips);
  thaw_body_section_set_vocabulary (fixture->section, fixture->content->vocabulary);
  g_signal_connect_swapped (fixture->section, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->chips));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->section));
  fixture->window = thaw_test_ui_present_sized (box, 360, 640);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->entry);
  g_clear_pointer (&fixture->content, thaw_content_free);
}

static void
click_in (GtkWidget  *widget,
          const char *label)
{
  GtkWidget *button = thaw_test_ui_find (widget, GTK_TYPE_BUTTON, label);

  g_test_message ("%s", label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
answer (Fixture    *fixture,
        const char *label)
{
  click_in (GTK_WIDGET (fixture->chips), label);
}

static gboolean
is_offered (Fixture *fixture)
{
  return gtk_widget_get_mapped (thaw_test_ui_find (GTK_WIDGET (fixture->section), GTK_TYPE_BUTTON,
                                                   "Start With the _Body"));
}

static ThawBodyPath *
get_path (Fixture *fixture)
{
  return thaw_body_window_get_path (THAW_BODY_WINDOW (thaw_body_section_get_window (fixture->section)));
}

static void
choose_region (Fixture        *fixture,
               ThawBodyRegion  region)
{
  GtkWidget *map = thaw_test_ui_find (GTK_WIDGET (get_path (fixture)), THAW_TYPE_BODY_MAP, NULL);

  g_signal_emit_by_name (thaw_body_map_get_button (THAW_BODY_MAP (map), THAW_BODY_FRONT, region), "clicked");
}

static void
click_path (Fixture    *fixture,
            const char *label)
{
  click_in (GTK_WIDGET (get_path (fixture)), label);
}

static GPtrArray *
store (Fixture *fixture)
{
  thaw_body_section_store_entry (fixture->section, fixture->entry);

  return thaw_entry_get_sensations (fixture->entry);
}

/* Offered where there is no word; never when there is one, or when the body was spoken of. */
static void
test_offer (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const plain_answers[] = { "nothing", "not sure", "something, no word yet" };

  g_assert_false (is_offered (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (plain_answers); i++)
    {
      answer (fixture, plain_answers[i]);
      g_assert_true (is_offered (fixture));
      g_assert_null (thaw_body_section_get_window (fixture->section));
    }
  answer (fixture, "joy");
  g_assert_false (is_offered (fixture));
  answer (fixture, "nothing");
  g_assert_true (is_offered (fixture));

  thaw_entry_set_answer (fixture->entry, THAW_ANSWER_NOTHING);
  thaw_entry_set_body_answer (fixture->entry, THAW_BODY_ANSWER_NOWHERE);
  thaw_body_section_load_entry (fixture->section, fixture->entry);
  g_assert_false (is_offered (fixture));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->section), GTK_TYPE_LABEL, "body: nowhere"));
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

static void
test_path (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawEntry) answers = thaw_entry_new ();
  GtkWidget *word;

  answer (fixture, "not sure");
  click_in (GTK_WIDGET (fixture->section), "Start With the _Body");
  g_assert_nonnull (thaw_body_section_get_window (fixture->section));
  g_assert_true (gtk_window_get_transient_for (thaw_body_section_get_window (fixture->section)) == fixture->window);

  /* What is said is in the form at once: nothing is lost with the window. */
  choose_region (fixture, THAW_REGION_CHEST);
  click_path (fixture, "tight");
  g_assert_cmpuint (store (fixture)->len, ==, 1);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->section), GTK_TYPE_LABEL, "chest: tight"));
  g_assert_cmpint (fixture->n_changed, ==, 2);
  thaw_emotion_chips_store_entry (fixture->chips, answers);
  g_assert_cmpint (thaw_entry_get_answer (answers), ==, THAW_ANSWER_UNSURE);

  click_path (fixture, "_Next");
  click_path (fixture, "_Next");
  click_path (fixture, "_Next");
  word = thaw_test_ui_find (GTK_WIDGET (get_path (fixture)), GTK_TYPE_LABEL, "anxiety");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_ancestor (word, GTK_TYPE_CHECK_BUTTON)), TRUE);
  click_path (fixture, "_Done");
  while (thaw_body_section_get_window (fixture->section) != NULL)
    g_main_context_iteration (NULL, TRUE);

  thaw_emotion_chips_store_entry (fixture->chips, answers);
  g_assert_cmpint (thaw_entry_get_answer (answers), ==, THAW_ANSWER_NAMED);
  g_assert_cmpstr (((ThawEmotionMark *) g_ptr_array_index (thaw_entry_get_emotions (answers), 0))->slug, ==, "anxiety");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), GTK_WIDGET (fixture->section)));
}

/* Pressing what was said asks about it again; nothing else of it changes. */
static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  GPtrArray *sensations;

  thaw_entry_set_sensation (fixture->entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_sensation (fixture->entry, THAW_REGION_HANDS, THAW_QUALITY_COLD, 0);
  thaw_body_section_load_entry (fixture->section, fixture->entry);
  thaw_entry_clear_sensations (fixture->entry);
  g_assert_cmpuint (store (fixture)->len, ==, 2);

  g_signal_emit_by_name (gtk_widget_get_parent (thaw_test_ui_find (GTK_WIDGET (fixture->section), GTK_TYPE_LABEL,
                                                                   "hands: cold")),
                         "clicked");
  g_assert_cmpint (thaw_body_path_get_step (get_path (fixture)), ==, THAW_BODY_STEP_QUALITY);
  click_path (fixture, "shaky");
  click_path (fixture, "That’s _Enough for Now");
  while (thaw_body_section_get_window (fixture->section) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (store (fixture)->len, ==, 3);

  /* The first "Remove" is the chest's. */
  click_in (GTK_WIDGET (fixture->section), "Remove");
  sensations = store (fixture);
  g_assert_cmpuint (sensations->len, ==, 2);
  g_assert_cmpint (((ThawSensation *) g_ptr_array_index (sensations, 0))->region, ==, THAW_REGION_HANDS);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (GTK_WIDGET (fixture->section),
                                                                          GTK_TYPE_BUTTON, "Remove")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “hands: cold”");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), GTK_WIDGET (fixture->section)));
}

static void
test_body_answer (Fixture       *fixture,
                  gconstpointer  data)
{
  answer (fixture, "nothing");
  click_in (GTK_WIDGET (fixture->section), "Start With the _Body");
  click_path (fixture, "Can’t Tell");
  click_path (fixture, "_Done");
  while (thaw_body_section_get_window (fixture->section) != NULL)
    g_main_context_iteration (NULL, TRUE);

  store (fixture);
  g_assert_cmpint (thaw_entry_get_body_answer (fixture->entry), ==, THAW_BODY_ANSWER_UNSURE);
  g_assert_false (is_offered (fixture));
  click_in (GTK_WIDGET (fixture->section), "Remove");
  store (fixture);
  g_assert_cmpint (thaw_entry_get_body_answer (fixture->entry), ==, THAW_BODY_ANSWER_NONE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->section));
  g_assert_true (is_offered (fixture));
}

/* Anybody may begin there, also with a word. */
static void
test_plain_button (Fixture       *fixture,
                   gconstpointer  data)
{
  click_in (GTK_WIDGET (fixture->section), "Body");
  g_assert_nonnull (thaw_body_section_get_window (fixture->section));
  g_assert_cmpint (thaw_body_path_get_step (get_path (fixture)), ==, THAW_BODY_STEP_PLACE);
  gtk_window_close (thaw_body_section_get_window (fixture->section));
  while (thaw_body_section_get_window (fixture->section) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (store (fixture)->len, ==, 0);
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

/* What is said in an open window belongs to the entry before. */
static void
test_load_under_window (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ThawEntry) other = thaw_entry_new ();

  answer (fixture, "not sure");
  click_in (GTK_WIDGET (fixture->section), "Start With the _Body");
  choose_region (fixture, THAW_REGION_CHEST);
  thaw_body_section_load_entry (fixture->section, other);
  g_assert_null (thaw_body_section_get_window (fixture->section));
  g_assert_cmpuint (store (fixture)->len, ==, 0);
}

/* A form that goes away takes the window along. */
static void
test_open_window (Fixture       *fixture,
                  gconstpointer  data)
{
  answer (fixture, "not sure");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "body-section-offer");
  click_in (GTK_WIDGET (fixture->section), "Start With the _Body");
  thaw_test_ui_flush (GTK_WIDGET (thaw_body_section_get_window (fixture->section)));
  thaw_test_ui_save_picture (GTK_WIDGET (thaw_body_section_get_window (fixture->section)), "body-window");
  choose_region (fixture, THAW_REGION_CHEST);
  click_path (fixture, "tight");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "body-section-chips");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/ui/body-section/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("offer", test_offer);
  ADD ("path", test_path);
  ADD ("chips", test_chips);
  ADD ("body-answer", test_body_answer);
  ADD ("plain-button", test_plain_button);
  ADD ("load-under-window", test_load_under_window);
  ADD ("open-window", test_open_window);
#undef ADD

  return g_test_run ();
}
