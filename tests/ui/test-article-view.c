/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-article-view"

#include "config.h"
#include "support/thaw-article-view.h"
#include "support/thaw-document-view.h"
#include "support/thaw-mark-box.h"
#include "support/thaw-see-also.h"
#include "support/thaw-stance-buttons.h"
#include "support/thaw-visit-box.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"
#include "widgets/check-in/thaw-words-view.h"
#include "widgets/thaw-save-problem.h"

typedef struct
{
  ThawTestServices services;
  ThawLibrary *library;
  AdwToastOverlay *overlay;
  ThawArticleView *view;
  GtkWindow *window;
  char *target; /* (nullable): where the last link leads that was followed */
} Fixture;

static void
on_link_activated_cb (Fixture    *fixture,
                      const char *target)
{
  g_free (fixture->target);
  fixture->target = g_strdup (target);
}

static ThawArticle *
make_article (const char      *id,
              ThawArticleKind  kind,
              const char      *title)
{
  ThawArticle *article = thaw_article_new (id, kind, title, "One sentence about it.");
  ThawArticleSection *section = thaw_article_add_section (article, NULL, NULL);

  for (int i = 0; i < 30; i++)
    thaw_article_section_add (section, THAW_BLOCK_PARAGRAPH, "It goes slowly, and it goes on.");
  article->checked = thaw_day_from_iso ("2026-03-01");

  return article;
}

static ThawLibrary *
make_library (void)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_article_free);
  ThawArticle *cbt = make_article ("cbt", THAW_ARTICLE_SUPPORT, "Therapy & <thoughts>");

  g_ptr_array_add (cbt->see, g_strdup ("article:sleep"));
  g_ptr_array_add (cbt->see, g_strdup ("practice:walk"));
  g_ptr_array_add (cbt->see, g_strdup ("word:joy"));
  g_ptr_array_add (cbt->see, g_strdup ("article:gone"));
  g_ptr_array_add (articles, cbt);
  g_ptr_array_add (articles, make_article ("dbt", THAW_ARTICLE_SUPPORT, "Another therapy"));
  g_ptr_array_add (articles, make_article ("sleep", THAW_ARTICLE_PAGE, "Sleep"));

  return thaw_library_new (articles);
}

static void
show (Fixture    *fixture,
      const char *id)
{
  thaw_article_view_set_article (fixture->view, thaw_library_find (fixture->library, id));
}

static void
open_view (Fixture *fixture)
{
  fixture->view = THAW_ARTICLE_VIEW (thaw_article_view_new (fixture->services.services, fixture->library));
  g_signal_connect_swapped (fixture->view, "link-activated", G_CALLBACK (on_link_activated_cb), fixture);
  show (fixture, "cbt");
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, GTK_WIDGET (fixture->view));
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->overlay), 640, 480);
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->library = make_library ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    thaw_test_ui_close (fixture->window);
  g_assert_finalize_object (fixture->library);
  thaw_test_services_tear_down (&fixture->services);
  g_free (fixture->target);
}

static ThawArticleMark *
get_mark (Fixture    *fixture,
          const char *id)
{
  g_autoptr (GError) error = NULL;
  ThawArticleMark *mark = thaw_article_mark_store_get (thaw_services_get_article_marks (fixture->services.services),
                                                       id, &error);

  g_assert_no_error (error);

  return mark;
}

static void
add_mark (Fixture    *fixture,
          const char *id,
          ThawStance  stance,
          const char *note,
          double      position)
{
  g_autoptr (ThawArticleMark) mark = thaw_article_mark_new (id);
  g_autoptr (ThawArticleMark) saved = NULL;
  g_autoptr (GError) error = NULL;

  mark->stance = stance;
  mark->note = g_strdup (note);
  mark->position = position;
  saved = thaw_article_mark_store_save_sync (thaw_services_get_article_marks (fixture->services.services), mark,
                                             &error);
  g_assert_no_error (error);
}

static void
await_state (Fixture        *fixture,
             ThawWordsState  state)
{
  while (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->view)) != state)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->view), type, NULL);
}

static void
write_note (Fixture    *fixture,
            const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (thaw_test_ui_find (find (fixture, THAW_TYPE_WORDS_VIEW), GTK_TYPE_TEXT_VIEW,
                                                        NULL));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static char *
read_note (Fixture *fixture)
{
  return thaw_words_view_dup_text (THAW_WORDS_VIEW (find (fixture, THAW_TYPE_WORDS_VIEW)));
}

static GtkToggleButton *
get_stance_button (Fixture *fixture,
                   guint    index)
{
  GtkWidget *button = gtk_widget_get_first_child (find (fixture, THAW_TYPE_STANCE_BUTTONS));

  while (index-- > 0)
    button = gtk_widget_get_next_sibling (button);

  return GTK_TOGGLE_BUTTON (button);
}

/* One of them, or none, each at once on the disk. */
static void
test_stance (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawArticleMark) tried = NULL;
  g_autoptr (ThawArticleMark) none = NULL;

  open_view (fixture);
  gtk_toggle_button_set_active (get_stance_button (fixture, 0), TRUE);
  gtk_toggle_button_set_active (get_stance_button (fixture, 1), TRUE);
  g_assert_false (gtk_toggle_button_get_active (get_stance_button (fixture, 0)));
  await_state (fixture, THAW_WORDS_KEPT);
  tried = get_mark (fixture, "cbt");
  g_assert_cmpint (tried->stance, ==, THAW_STANCE_TRIED);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->overlay), "article-view");

  gtk_toggle_button_set_active (get_stance_button (fixture, 1), FALSE);
  await_state (fixture, THAW_WORDS_KEPT);
  none = get_mark (fixture, "cbt");
  g_assert_cmpint (none->stance, ==, THAW_STANCE_NONE);
}

static void
test_bookmark (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *button;
  g_autoptr (ThawArticleMark) mark = NULL;

  open_view (fixture);
  button = thaw_test_ui_find (GTK_WIDGET (fixture->view), GTK_TYPE_TOGGLE_BUTTON, "Bookmark");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (button)), ==, "starred-symbolic");
  await_state (fixture, THAW_WORDS_KEPT);
  mark = get_mark (fixture, "cbt");
  g_assert_true (mark->is_bookmarked);

  show (fixture, "dbt");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  show (fixture, "cbt");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

/* A note is kept as it is written, and when another article is shown. */
static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;
  g_autoptr (ThawArticleMark) other = NULL;
  g_autofree char *shown = NULL;

  add_mark (fixture, "cbt", THAW_STANCE_INTERESTED, "Ask the doctor", 0);
  open_view (fixture);
  shown = read_note (fixture);
  g_assert_cmpstr (shown, ==, "Ask the doctor");
  g_assert_true (gtk_toggle_button_get_active (get_stance_button (fixture, 0)));
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->view)), ==, THAW_WORDS_KEPT);

  write_note (fixture, "Ask the doctor on Monday");
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->view)), ==, THAW_WORDS_UNKEPT);
  show (fixture, "dbt");
  await_state (fixture, THAW_WORDS_KEPT);
  mark = get_mark (fixture, "cbt");
  g_assert_cmpstr (mark->note, ==, "Ask the doctor on Monday");
  g_assert_cmpint (mark->stance, ==, THAW_STANCE_INTERESTED);
  other = get_mark (fixture, "dbt");
  g_assert_true (other == NULL || other->note == NULL);
}

/* Nobody has to leave for that. */
static void
test_note_pause (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;

  open_view (fixture);
  write_note (fixture, "Two lines\nof it");
  await_state (fixture, THAW_WORDS_KEPT);
  mark = get_mark (fixture, "cbt");
  g_assert_cmpstr (mark->note, ==, "Two lines\nof it");
}

/* What cannot be written stays, also when something else is read meanwhile, and goes to the disk when that works. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawArticleMark) mark = NULL;
  g_autofree char *shown = NULL;
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  ThawSaveProblem *problem;

  open_view (fixture);
  show (fixture, "dbt");
  show (fixture, "cbt");
  problem = THAW_SAVE_PROBLEM (find (fixture, THAW_TYPE_SAVE_PROBLEM));
  thaw_database_close (database);
  write_note (fixture, "Not lost");
  show (fixture, "dbt");
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->view)), ==, THAW_WORDS_UNKEPT);
  show (fixture, "cbt");
  shown = read_note (fixture);
  g_assert_cmpstr (shown, ==, "Not lost");

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (problem, "retry");
  await_state (fixture, THAW_WORDS_KEPT);
  g_assert_false (thaw_save_problem_is_shown (problem));
  mark = get_mark (fixture, "cbt");
  g_assert_cmpstr (mark->note, ==, "Not lost");
}

/* What cannot be read must not be written over. It may be there a moment later. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);

  add_mark (fixture, "cbt", THAW_STANCE_TRIED, "Long ago", 0);
  thaw_database_close (database);
  open_view (fixture);
  g_assert_false (gtk_widget_get_sensitive (thaw_test_ui_find (GTK_WIDGET (fixture->view), GTK_TYPE_TOGGLE_BUTTON,
                                                               "Bookmark")));
  g_assert_false (gtk_widget_get_visible (find (fixture, THAW_TYPE_STANCE_BUTTONS)));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, "Therapy & <thoughts>"));

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (thaw_test_ui_find (find (fixture, THAW_TYPE_MARK_BOX), GTK_TYPE_BUTTON, "_Try Again"),
                         "clicked");
  shown = read_note (fixture);
  g_assert_cmpstr (shown, ==, "Long ago");
  g_assert_true (gtk_toggle_button_get_active (get_stance_button (fixture, 1)));
}

static double
get_value (Fixture *fixture)
{
  GtkWidget *scroller = thaw_test_ui_find_class (GTK_WIDGET (fixture->view), GTK_TYPE_SCROLLED_WINDOW,
                                                 "document-scroller");

  thaw_test_ui_flush (GTK_WIDGET (fixture->view));

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

/* One goes on where one was, and begins again when one was through. */
static void
test_position (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;

  add_mark (fixture, "cbt", THAW_STANCE_NONE, NULL, 0.5);
  add_mark (fixture, "dbt", THAW_STANCE_NONE, NULL, 1);
  open_view (fixture);
  g_assert_cmpfloat (get_value (fixture), >, 50);
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->view)), ==, THAW_WORDS_KEPT);
  show (fixture, "dbt");
  g_assert_cmpfloat (get_value (fixture), ==, 0);

  show (fixture, "cbt");
  get_value (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Page_Up, 0);
  thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Up, 0);
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->view)), ==, THAW_WORDS_UNKEPT);
  show (fixture, "sleep");
  await_state (fixture, THAW_WORDS_KEPT);
  mark = get_mark (fixture, "cbt");
  g_assert_cmpfloat (mark->position, <, 0.5);
}

/* A page to learn from is not a kind of support. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  open_view (fixture);
  g_assert_true (gtk_widget_get_mapped (find (fixture, THAW_TYPE_MARK_BOX)));
  g_assert_true (gtk_widget_get_mapped (find (fixture, THAW_TYPE_VISIT_BOX)));
  show (fixture, "sleep");
  g_assert_false (gtk_widget_get_mapped (find (fixture, THAW_TYPE_MARK_BOX)));
  g_assert_false (gtk_widget_get_mapped (find (fixture, THAW_TYPE_VISIT_BOX)));
}

static AdwActionRow *
find_see_row (Fixture    *fixture,
              const char *title)
{
  GtkWidget *label = thaw_test_ui_find (find (fixture, THAW_TYPE_SEE_ALSO), GTK_TYPE_LABEL, title);

  return label != NULL ? ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)) : NULL;
}

/* Where else to look, in the names that things have; what is gone is passed over. */
static void
test_see_also (Fixture       *fixture,
               gconstpointer  data)
{
  const char *walk, *joy;

  open_view (fixture);
  walk = thaw_practice_catalog_get_name (thaw_services_get_practice_catalog (fixture->services.services), "walk");
  joy = thaw_vocabulary_find_emotion (thaw_services_get_vocabulary (fixture->services.services), "joy")->word;
  thaw_test_ui_assert_heading (find (fixture, THAW_TYPE_SEE_ALSO), "See Also");
  adw_action_row_activate (find_see_row (fixture, "Sleep"));
  g_assert_cmpstr (fixture->target, ==, "article:sleep");
  adw_action_row_activate (find_see_row (fixture, walk));
  g_assert_cmpstr (fixture->target, ==, "practice:walk");
  adw_action_row_activate (find_see_row (fixture, joy));
  g_assert_cmpstr (fixture->target, ==, "word:joy");
  g_assert_null (gtk_widget_get_next_sibling (GTK_WIDGET (find_see_row (fixture, joy))));

  show (fixture, "dbt");
  g_assert_false (gtk_widget_get_visible (find (fixture, THAW_TYPE_SEE_ALSO)));
}

static void
press_show (Fixture *fixture)
{
  GtkWidget *box = find (fixture, THAW_TYPE_VISIT_BOX);

  g_signal_emit_by_name (thaw_test_ui_find (box, GTK_TYPE_BUTTON, "_Show What I Noted"), "clicked");
}

static gboolean
has_note (Fixture    *fixture,
          const char *text)
{
  GtkWidget *label = thaw_test_ui_find (find (fixture, THAW_TYPE_VISIT_BOX), GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
is_printed (Fixture    *fixture,
            const char *text)
{
  g_autoptr (ThawDocument) printed = thaw_article_view_make_printed (fixture->view);
  g_autofree char *plain = thaw_document_dup_text (printed);

  return strstr (plain, text) != NULL;
}

/* Only when it is asked for, and on paper only when that is asked for as well; another article begins anew. */
static void
test_visit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_moment_from_iso ("2026-03-20T10:00:00+01:00", NULL);
  GtkWidget *check;

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, 3);
  thaw_entry_set_tag (entry, "work & <rush>", THAW_TAG_EVENT, TRUE);
  saved = thaw_journal_save_sync (fixture->services.journal, entry, &error);
  g_assert_no_error (error);

  open_view (fixture);
  g_assert_false (has_note (fixture, "work & <rush>: 1 time"));
  press_show (fixture);
  while (!has_note (fixture, "work & <rush>: 1 time"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_note (fixture, "From 1 entry of the last 30 days."));
  g_assert_false (is_printed (fixture, "work & <rush>"));
  check = thaw_test_ui_find (find (fixture, THAW_TYPE_VISIT_BOX), GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (is_printed (fixture, "work & <rush>"));
  gtk_widget_grab_focus (check);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->overlay), "article-view-visit");

  show (fixture, "dbt");
  g_assert_false (has_note (fixture, "work & <rush>: 1 time"));
  g_assert_false (is_printed (fixture, "work & <rush>"));
}

static int
measure_note (Fixture    *fixture,
              const char *text)
{
  GtkWidget *label = thaw_test_ui_find (find (fixture, THAW_TYPE_VISIT_BOX), GTK_TYPE_LABEL, text);
  int natural;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Whoever wants large letters wants them in what they noted, too. */
static void
test_visit_zoom (Fixture       *fixture,
                 gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  const char *text = "There is nothing from the last 30 days. You can go without.";
  int before;

  open_view (fixture);
  press_show (fixture);
  while (!has_note (fixture, text))
    g_main_context_iteration (NULL, TRUE);
  before = measure_note (fixture, text);
  thaw_settings_set_article_zoom (settings, 2);
  g_assert_cmpint (measure_note (fixture, text), >, before * 3 / 2);
  thaw_settings_set_article_zoom (settings, 1);
  g_assert_cmpint (measure_note (fixture, text), ==, before);
}

static void
test_visit_failure (Fixture       *fixture,
                    gconstpointer  data)
{
  open_view (fixture);
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  press_show (fixture);
  while (!has_note (fixture, "Your journal cannot be read right now."))
    g_main_context_iteration (NULL, TRUE);
}

/* The menu reaches the view from the header. */
static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  open_view (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.find", NULL);
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (fixture->window)));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/ui/article-view/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("stance", test_stance);
  ADD ("bookmark", test_bookmark);
  ADD ("note", test_note);
  ADD ("note-pause", test_note_pause);
  ADD ("failure", test_failure);
  ADD ("unreadable", test_unreadable);
  ADD ("position", test_position);
  ADD ("kinds", test_kinds);
  ADD ("see-also", test_see_also);
  ADD ("visit", test_visit);
  ADD ("visit-zoom", test_visit_zoom);
  ADD ("visit-failure", test_visit_failure);
  ADD ("find", test_find);

#undef ADD

  return g_test_run ();
}
