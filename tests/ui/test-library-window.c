/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-library-window"

#include "config.h"
#include "support/thaw-article-view.h"
#include "support/thaw-compare-window.h"
#include "support/thaw-document-text.h"
#include "support/thaw-library-filters.h"
#include "support/thaw-library-list.h"
#include "support/thaw-library-window.h"
#include "support/thaw-see-also.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-test-vocabulary.h"
#include "thaw-words-keeper.h"
#include "widgets/check-in/thaw-words-view.h"

typedef struct
{
  ThawTestServices services;
  ThawLibraryWindow *window; /* (nullable): weak */
  char *target;              /* (nullable): where the last link leads that was followed */
} Fixture;

static void
on_link_activated_cb (Fixture    *fixture,
                      const char *target)
{
  g_free (fixture->target);
  fixture->target = g_strdup (target);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  g_set_weak_pointer (&fixture->window, thaw_library_window_new (fixture->services.services));
  g_signal_connect_swapped (fixture->window, "link-activated", G_CALLBACK (on_link_activated_cb), fixture);
}

static void
await_end (Fixture *fixture)
{
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  await_end (fixture);
  thaw_test_services_tear_down (&fixture->services);
  g_free (fixture->target);
}

static void
present (Fixture *fixture,
         int      width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->window), type, NULL);
}

static const char *
get_article (Fixture *fixture)
{
  const ThawArticle *article = thaw_article_view_get_article (THAW_ARTICLE_VIEW (find (fixture,
                                                                                       THAW_TYPE_ARTICLE_VIEW)));

  return article != NULL ? article->id : NULL;
}

static ThawLibrary *
get_library (Fixture *fixture)
{
  return thaw_services_get_library (fixture->services.services, NULL);
}

static const char *
get_title (Fixture    *fixture,
           const char *id)
{
  return thaw_library_find (get_library (fixture), id)->title;
}

static AdwActionRow *
find_row (Fixture    *fixture,
          const char *title)
{
  GtkWidget *label = thaw_test_ui_find (find (fixture, THAW_TYPE_LIBRARY_LIST), GTK_TYPE_LABEL, title);

  return label != NULL ? ADW_ACTION_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW)) : NULL;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

static guint
count_listed (Fixture *fixture)
{
  return count_rows (find (fixture, THAW_TYPE_LIBRARY_LIST));
}

static guint
count_articles (Fixture         *fixture,
                ThawArticleKind  kind)
{
  const ThawLibraryFilter filter = { .kind = kind };
  g_autoptr (GPtrArray) articles = thaw_library_search (get_library (fixture), &filter);

  return articles->len;
}

static void
type (Fixture    *fixture,
      const char *words)
{
  GtkWidget *entry = thaw_test_ui_find (find (fixture, THAW_TYPE_LIBRARY_LIST), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static void
press_chip (Fixture    *fixture,
            const char *name)
{
  GtkWidget *label = thaw_test_ui_find (find (fixture, THAW_TYPE_LIBRARY_FILTERS), GTK_TYPE_LABEL, name);
  GtkToggleButton *chip = GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON));

  gtk_toggle_button_set_active (chip, !gtk_toggle_button_get_active (chip));
}

static void
set_mark (Fixture    *fixture,
          const char *id,
          ThawStance  stance,
          gboolean    is_bookmarked)
{
  g_autoptr (ThawArticleMark) mark = thaw_article_mark_new (id);
  g_autoptr (ThawArticleMark) saved = NULL;
  g_autoptr (GError) error = NULL;

  mark->stance = stance;
  mark->is_bookmarked = is_bookmarked;
  saved = thaw_article_mark_store_save_sync (thaw_services_get_article_marks (fixture->services.services), mark,
                                             &error);
  g_assert_no_error (error);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static gboolean
is_seen (Fixture *fixture,
         GType    type_of_widget)
{
  GtkWidget *widget = find (fixture, type_of_widget);

  thaw_test_ui_flush (GTK_WIDGET (fixture->window));

  return gtk_widget_get_child_visible (gtk_widget_get_parent (widget)) && gtk_widget_get_mapped (widget);
}

/* All there is, in its three kinds. */
static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  GtkStack *stack;

  present (fixture, 960);
  g_assert_cmpuint (count_listed (fixture), ==, count_articles (fixture, THAW_ARTICLE_SUPPORT));
  g_assert_nonnull (find_row (fixture, get_title (fixture, "cbt")));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-list");
  /* Nor does anybody hear of trouble that there is not. */
  stack = GTK_STACK (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_STACK, NULL));
  gtk_test_accessible_assert_state (gtk_stack_get_child_by_name (stack, "problem"), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

  thaw_library_window_show_list (fixture->window, THAW_ARTICLE_QUESTION);
  g_assert_cmpuint (count_listed (fixture), ==,
                    count_articles (fixture, THAW_ARTICLE_PAGE) + count_articles (fixture, THAW_ARTICLE_QUESTION));
  g_assert_nonnull (find_row (fixture, get_title (fixture, "sleep")));
  g_assert_nonnull (find_row (fixture, get_title (fixture, "how-long")));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-pages");
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Whoever copies an article hears that it was done. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  thaw_library_window_show_article (fixture->window, "cbt");
  present (fixture, 960);
  gtk_widget_activate_action (find (fixture, THAW_TYPE_ARTICLE_VIEW), "article.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, on_text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (text, get_title (fixture, "cbt")));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Copied"));
}

/* What was asked for before the window was there. */
static void
test_asked_before (Fixture       *fixture,
                   gconstpointer  data)
{
  thaw_library_window_show_list (fixture->window, THAW_ARTICLE_SUPPORT);
  thaw_library_window_show_article (fixture->window, "sleep");
  present (fixture, 960);
  g_assert_cmpstr (get_article (fixture), ==, "sleep");
  g_assert_nonnull (find_row (fixture, get_title (fixture, "sleep")));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_row (fixture, get_title (fixture, "sleep"))),
                                           "current-article"));

  thaw_library_window_show_article (fixture->window, "there-is-no-such-article");
  g_assert_cmpstr (get_article (fixture), ==, "sleep");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *entry, *show_all;

  present (fixture, 960);
  type (fixture, "cogn behav");
  g_assert_cmpuint (count_listed (fixture), <, 5);
  type (fixture, "cognitive");
  g_assert_nonnull (find_row (fixture, get_title (fixture, "cbt")));
  entry = thaw_test_ui_find (find (fixture, THAW_TYPE_LIBRARY_LIST), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (get_article (fixture));

  type (fixture, "zzz <nothing>");
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-empty");
  show_all = thaw_test_ui_find (find (fixture, THAW_TYPE_LIBRARY_LIST), GTK_TYPE_BUTTON, "_Show All");
  g_assert_true (gtk_widget_get_mapped (show_all));
  g_signal_emit_by_name (show_all, "clicked");
  g_assert_cmpuint (count_listed (fixture), ==, count_articles (fixture, THAW_ARTICLE_SUPPORT));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_peers;

  present (fixture, 960);
  set_mark (fixture, "cbt", THAW_STANCE_INTERESTED, FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (thaw_test_ui_find (GTK_WIDGET (fixture->window),
                                                                      GTK_TYPE_TOGGLE_BUTTON, "Filters")), TRUE);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-filters");
  press_chip (fixture, "Peers");
  n_peers = count_listed (fixture);
  g_assert_cmpuint (n_peers, >, 0);
  g_assert_null (find_row (fixture, get_title (fixture, "cbt")));
  g_assert_nonnull (find_row (fixture, get_title (fixture, "twelve-step")));
  press_chip (fixture, "Professionals");
  g_assert_cmpuint (count_listed (fixture), >, n_peers);

  press_chip (fixture, "Interested");
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  g_assert_nonnull (find_row (fixture, get_title (fixture, "cbt")));
  press_chip (fixture, "Professionals");
  g_assert_cmpuint (count_listed (fixture), ==, 0);
}

/* What the person makes of it is there in words, and what has a bookmark is there first. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  AdwActionRow *row;
  GtkWidget *first;

  present (fixture, 960);
  set_mark (fixture, "cbt", THAW_STANCE_NOT_FOR_ME, FALSE);
  row = find_row (fixture, get_title (fixture, "cbt"));
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (row), "\nNot for me"));

  gtk_widget_grab_focus (GTK_WIDGET (row));
  set_mark (fixture, "twelve-step", THAW_STANCE_NONE, TRUE);
  first = thaw_test_ui_find (find (fixture, THAW_TYPE_LIBRARY_LIST), ADW_TYPE_PREFERENCES_GROUP, NULL);
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (first)), ==, "Bookmarks");
  thaw_test_ui_assert_heading (first, "Bookmarks");
  g_assert_cmpuint (count_rows (first), ==, 1);
  /* The rows were made anew; the focus is where it was. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (find_row (fixture, get_title (fixture, "cbt"))));
}

static gboolean
has_way_back (Fixture *fixture)
{
  GtkWidget *button = thaw_test_ui_find (find (fixture, THAW_TYPE_ARTICLE_VIEW), GTK_TYPE_BUTTON, "Back");

  return gtk_widget_get_visible (button);
}

/* From article to article and back; elsewhere is somebody else’s business. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *view;

  thaw_library_window_show_article (fixture->window, "cbt");
  present (fixture, 960);
  view = find (fixture, THAW_TYPE_ARTICLE_VIEW);
  g_assert_false (has_way_back (fixture));

  g_signal_emit_by_name (view, "link-activated", "article:dbt");
  g_signal_emit_by_name (view, "link-activated", "article:sleep");
  g_assert_cmpstr (get_article (fixture), ==, "sleep");
  g_assert_true (has_way_back (fixture));
  gtk_widget_activate_action (view, "library.back", NULL);
  g_assert_cmpstr (get_article (fixture), ==, "dbt");
  gtk_widget_activate_action (view, "library.back", NULL);
  g_assert_cmpstr (get_article (fixture), ==, "cbt");
  g_assert_false (has_way_back (fixture));
  g_assert_null (fixture->target);

  g_signal_emit_by_name (view, "link-activated", "practice:walk");
  g_assert_cmpstr (fixture->target, ==, "practice:walk");
  g_signal_emit_by_name (view, "link-activated", "help:now");
  g_assert_cmpstr (fixture->target, ==, "help:now");
  g_signal_emit_by_name (view, "link-activated", "https://example.org");
  g_assert_cmpstr (fixture->target, ==, "help:now");
  g_assert_cmpstr (get_article (fixture), ==, "cbt");
}

/* In a narrow window, the one or the other. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  AdwActionRow *row;

  present (fixture, 360);
  g_assert_true (is_seen (fixture, THAW_TYPE_LIBRARY_LIST));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-narrow-list");
  row = find_row (fixture, get_title (fixture, "cbt"));
  adw_action_row_activate (row);
  g_assert_true (is_seen (fixture, THAW_TYPE_ARTICLE_VIEW));
  g_assert_true (has_way_back (fixture));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-narrow-article");

  gtk_widget_activate_action (find (fixture, THAW_TYPE_ARTICLE_VIEW), "library.back", NULL);
  g_assert_true (is_seen (fixture, THAW_TYPE_LIBRARY_LIST));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));
}

static void
test_article (Fixture       *fixture,
              gconstpointer  data)
{
  thaw_library_window_show_article (fixture->window, "cbt");
  present (fixture, 960);
  g_assert_true (is_seen (fixture, THAW_TYPE_ARTICLE_VIEW));
  g_assert_true (is_seen (fixture, THAW_TYPE_LIBRARY_LIST));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-article");
  thaw_test_ui_press (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GDK_KEY_End, 0);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "library-article-end");
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

/* Where the words of the second column begin, seen from those of the first one. */
static void
get_offset (GtkWindow *compare,
            double    *out_x,
            double    *out_y)
{
  GtkWidget *left = gtk_widget_get_parent (thaw_test_ui_find (GTK_WIDGET (compare), THAW_TYPE_DOCUMENT_TEXT, NULL));
  GtkWidget *right = gtk_widget_get_next_sibling (left);

  thaw_test_ui_flush (GTK_WIDGET (compare));
  g_assert_true (gtk_widget_translate_coordinates (right, left, 0, 0, out_x, out_y));
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  const ThawArticle *cbt, *dbt;
  const ThawArticleSection *section;
  GtkWindow *compare;
  int minimum;
  GtkWidget *drop_down, *text;
  double x, y;

  thaw_library_window_show_article (fixture->window, "cbt");
  present (fixture, 960);
  gtk_widget_activate_action (find (fixture, THAW_TYPE_ARTICLE_VIEW), "library.compare", NULL);
  compare = find_window (THAW_TYPE_COMPARE_WINDOW);
  g_assert_nonnull (compare);
  get_offset (compare, &x, &y);
  g_assert_cmpfloat (x, >, 260);
  g_assert_cmpfloat (y, ==, 0);
  thaw_test_ui_save_picture (GTK_WIDGET (compare), "compare");

  cbt = thaw_library_find (get_library (fixture), "cbt");
  dbt = thaw_library_find (get_library (fixture), "dbt");
  drop_down = thaw_test_ui_find (GTK_WIDGET (compare), GTK_TYPE_DROP_DOWN, NULL);
  /* However long a title is, or large the text. */
  gtk_widget_measure (drop_down, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 120);
  drop_down = gtk_widget_get_next_sibling (drop_down);
  for (guint i = 0; i < count_articles (fixture, THAW_ARTICLE_SUPPORT); i++)
    {
      GListModel *titles = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

      if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (titles), i), dbt->title))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
    }

  /* Both answer the last question, and their own words are there. */
  section = g_ptr_array_index (cbt->sections, cbt->sections->len - 1);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (compare), GTK_TYPE_LABEL, section->heading));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (compare), THAW_TYPE_DOCUMENT_TEXT, NULL));
  section = g_ptr_array_index (dbt->sections, 0);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (compare), GTK_TYPE_LABEL,
                                       ((ThawBlock *) g_ptr_array_index (section->blocks, 0))->text->plain));

  gtk_window_set_default_size (compare, 360, 640);
  get_offset (compare, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, >, 100);
  thaw_test_ui_save_picture (GTK_WIDGET (compare), "compare-narrow");

  text = thaw_test_ui_find (GTK_WIDGET (compare), THAW_TYPE_DOCUMENT_TEXT, NULL);
  g_signal_emit_by_name (text, "link-activated", "article:emdr");
  g_assert_cmpstr (get_article (fixture), ==, "emdr");
  g_assert_null (find_window (THAW_TYPE_COMPARE_WINDOW));
}

/* A page has nothing to be compared with. */
static void
test_compare_page (Fixture       *fixture,
                   gconstpointer  data)
{
  thaw_library_window_show_article (fixture->window, "sleep");
  present (fixture, 960);
  gtk_widget_activate_action (find (fixture, THAW_TYPE_ARTICLE_VIEW), "library.compare", NULL);
  g_assert_null (find_window (THAW_TYPE_COMPARE_WINDOW));
}

static void
open_and_write (Fixture    *fixture,
                const char *text)
{
  GtkWidget *words;

  thaw_library_window_show_article (fixture->window, "cbt");
  present (fixture, 960);
  words = thaw_test_ui_find (find (fixture, THAW_TYPE_WORDS_VIEW), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), text, -1);
}

/* A note that was just written goes along when the window closes. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawArticleMark) mark = NULL;

  open_and_write (fixture, "Just now");
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)), ==, THAW_WORDS_UNKEPT);
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_end (fixture);
  mark = thaw_article_mark_store_get (thaw_services_get_article_marks (fixture->services.services), "cbt", NULL);
  g_assert_cmpstr (mark->note, ==, "Just now");
}

/* One that cannot be written is not gone with the window: it asks. */
static void
test_close_failure (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWindow *question;

  open_and_write (fixture, "Not lost");
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL)
    g_main_context_iteration (NULL, TRUE);
  question = find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "back");
  gtk_window_destroy (question);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

/* A library that leads to words which are not there, as after half an update. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  ThawContent *content = thaw_content_load ();
  ThawServices *services;
  GtkWindow *window;
  GtkWidget *title;

  g_object_unref (content->vocabulary);
  content->vocabulary = thaw_test_vocabulary_new ();
  services = thaw_services_new_with_content (directory, fixture->services.clock, settings, content);
  window = GTK_WINDOW (thaw_library_window_new (services));
  thaw_library_window_show_article (THAW_LIBRARY_WINDOW (window), "cbt");
  gtk_window_present (window);
  thaw_test_ui_flush (GTK_WIDGET (window));
  title = thaw_test_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "The Library Cannot Be Read");
  g_assert_true (gtk_widget_get_mapped (title));
  thaw_test_ui_save_picture (GTK_WIDGET (window), "library-problem");

  /* It does no harm to ask again, and the window closes as any other. */
  thaw_library_window_show_list (THAW_LIBRARY_WINDOW (window), THAW_ARTICLE_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (window), "library.search", NULL);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (window);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (services);
}

/* It fits on a narrow screen, also with large text. */
static void
test_large_text (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int minimum = -1;

  present (fixture, 360);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/ui/library-window/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("lists", test_lists);
  ADD ("asked-before", test_asked_before);
  ADD ("search", test_search);
  ADD ("filters", test_filters);
  ADD ("marks", test_marks);
  ADD ("links", test_links);
  ADD ("narrow", test_narrow);
  ADD ("article", test_article);
  ADD ("copy", test_copy);
  ADD ("compare", test_compare);
  ADD ("compare-page", test_compare_page);
  ADD ("close", test_close);
  ADD ("close-failure", test_close_failure);
  ADD ("damaged", test_damaged);
  ADD ("large-text", test_large_text);

#undef ADD

  return g_test_run ();
}
