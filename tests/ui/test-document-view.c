/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-document-view"

#include "config.h"
#include "support/thaw-document-text.h"
#include "support/thaw-document-view.h"
#include "support/thaw-find-bar.h"
#include "thaw-test-ui.h"

#define LONG_TEXT "Numbness is a way in which body and mind look after themselves when it was too much for too " \
                  "long. It comes slowly, and it goes slowly, and on some days it seems as if nothing moved. "

typedef struct
{
  ThawSettings *settings;
  ThawDocumentView *view;
  GtkWindow *window;
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  char *target; /* (nullable): where the last link leads that was followed */
} Fixture;

static void
on_link_activated_cb (Fixture    *fixture,
                      const char *target)
{
  g_free (fixture->target);
  fixture->target = g_strdup (target);
}

static ThawDocument *
make_document (guint n_sections)
{
  ThawDocument *document = thaw_document_new ("Why numb?");
  g_autoptr (ThawRichText) link = thaw_rich_text_parse ("Begin with [a body scan](practice:body-scan), or read about "
                                                        "[CBT](article:cbt) & more.");

  for (guint i = 0; i < n_sections; i++)
    {
      thaw_document_add (document, THAW_BLOCK_HEADING, "What happens");
      thaw_document_add (document, THAW_BLOCK_PARAGRAPH, LONG_TEXT LONG_TEXT);
      thaw_document_add_rich (document, THAW_BLOCK_PARAGRAPH, link);
      thaw_document_add (document, THAW_BLOCK_ITEM, "A warm hand <or two>");
      thaw_document_add (document, THAW_BLOCK_ITEM, LONG_TEXT);
    }
  thaw_document_add (document, THAW_BLOCK_BLANK, "");
  thaw_document_add (document, THAW_BLOCK_HEADING, "Sources");
  thaw_document_add (document, THAW_BLOCK_SOURCE, "Kelly, Humphreys and Ferri 2020");
  thaw_document_add (document, THAW_BLOCK_NOTE, "Checked on 29 November 2026.");

  return document;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawDocument) document = make_document (6);

  fixture->settings = thaw_settings_new ();
  fixture->view = THAW_DOCUMENT_VIEW (thaw_document_view_new (fixture->settings));
  thaw_document_view_set_document (fixture->view, document);
  g_signal_connect_swapped (fixture->view, "link-activated", G_CALLBACK (on_link_activated_cb), fixture);
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->view), 640, 480);
  fixture->scroller = thaw_test_ui_find_class (GTK_WIDGET (fixture->view), GTK_TYPE_SCROLLED_WINDOW,
                                               "document-scroller");
  fixture->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_settings_set_article_zoom (fixture->settings, 1);
  thaw_test_ui_close (fixture->window);
  g_assert_finalize_object (fixture->settings);
  g_free (fixture->target);
}

static double
get_value (Fixture *fixture)
{
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));

  return gtk_adjustment_get_value (fixture->adjustment);
}

static void
press (Fixture         *fixture,
       guint            keyval,
       GdkModifierType  modifiers)
{
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), keyval, modifiers));
}

static GtkWidget *
get_bar (Fixture *fixture)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->view), THAW_TYPE_FIND_BAR, NULL);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (thaw_test_ui_find (get_bar (fixture), GTK_TYPE_SEARCH_ENTRY, NULL));
}

static const char *
get_count (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (thaw_test_ui_find_class (get_bar (fixture), GTK_TYPE_LABEL, "numeric")));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (get_entry (fixture), text);
  thaw_test_ui_flush (GTK_WIDGET (fixture->view));
}

static GtkWidget *
find_label (Fixture    *fixture,
            const char *text)
{
  return thaw_test_ui_find (thaw_test_ui_find (GTK_WIDGET (fixture->view), THAW_TYPE_DOCUMENT_TEXT, NULL),
                            GTK_TYPE_LABEL, text);
}

static GtkAccessibleRole
get_role (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
}

/* Headings are headings, lists are lists, and a text is what it is, whatever characters are in it. */
static void
test_content (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *item = find_label (fixture, "A warm hand <or two>");

  g_assert_cmpint (get_role (find_label (fixture, "Why numb?")), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpint (get_role (find_label (fixture, "What happens")), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (item)), ==, "A warm hand <or two>");
  g_assert_cmpint (get_role (gtk_widget_get_parent (item)), ==, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_cmpint (get_role (gtk_widget_get_parent (gtk_widget_get_parent (item))), ==, GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_cmpint (get_role (fixture->scroller), ==, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->view), "document-view");
}

static void
test_scrolling (Fixture       *fixture,
                gconstpointer  data)
{
  double page = gtk_adjustment_get_page_size (fixture->adjustment);
  double end = gtk_adjustment_get_upper (fixture->adjustment) - page;
  double one_page;

  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->scroller);
  g_assert_cmpfloat (get_value (fixture), ==, 0);

  press (fixture, GDK_KEY_space, 0);
  one_page = get_value (fixture);
  g_assert_cmpfloat (one_page, >, page / 2);
  g_assert_cmpfloat (one_page, <, page);
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpfloat (get_value (fixture), >, one_page);
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpfloat_with_epsilon (get_value (fixture), one_page, 1);
  press (fixture, GDK_KEY_space, GDK_SHIFT_MASK);
  g_assert_cmpfloat_with_epsilon (get_value (fixture), 0, 1);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_cmpfloat (get_value (fixture), >, 0);
  g_assert_cmpfloat (get_value (fixture), <, one_page);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpfloat_with_epsilon (get_value (fixture), 0, 1);
  press (fixture, GDK_KEY_End, 0);
  g_assert_cmpfloat_with_epsilon (get_value (fixture), end, 1);
  press (fixture, GDK_KEY_Home, 0);
  g_assert_cmpfloat_with_epsilon (get_value (fixture), 0, 1);
}

/* Tab goes to the links, on which the keys still scroll and Return follows. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *focus;

  press (fixture, GDK_KEY_Tab, 0);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (GTK_IS_LABEL (focus));
  g_assert_cmpstr (gtk_label_get_current_uri (GTK_LABEL (focus)), ==, "practice:body-scan");
  press (fixture, GDK_KEY_End, 0);
  g_assert_cmpfloat (get_value (fixture), >, 0);

  g_signal_emit_by_name (focus, "activate-current-link");
  g_assert_cmpstr (fixture->target, ==, "practice:body-scan");
  /* Once more if a window of another test took the focus meanwhile: GTK goes back to the first link then. */
  for (guint i = 0; i < 3 && g_strcmp0 (gtk_label_get_current_uri (GTK_LABEL (focus)), "article:cbt") != 0; i++)
    thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (fixture->window) == focus);
  g_signal_emit_by_name (focus, "activate-current-link");
  g_assert_cmpstr (fixture->target, ==, "article:cbt");
}

/* The first one in sight, and after the last one what is below. */
static void
test_next_link (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *below = gtk_button_new_with_label ("Below");
  double value, x, y;

  gtk_widget_set_size_request (below, -1, 600);
  thaw_document_view_add_below (fixture->view, below);
  press (fixture, GDK_KEY_Page_Down, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  value = get_value (fixture);
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_true (GTK_IS_LABEL (gtk_window_get_focus (fixture->window)));
  gtk_widget_translate_coordinates (gtk_window_get_focus (fixture->window), fixture->scroller, 0, 0, &x, &y);
  g_assert_cmpfloat (get_value (fixture), >=, value - 100);
  g_assert_cmpfloat (y, >, -100);

  gtk_widget_grab_focus (fixture->scroller);
  press (fixture, GDK_KEY_End, 0);
  get_value (fixture);
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_true (gtk_window_get_focus (fixture->window) == below);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *label = find_label (fixture, "Why numb?");
  int height = gtk_widget_get_height (label);
  GtkWidget *widget = GTK_WIDGET (fixture->view);

  for (int i = 0; i < 3; i++)
    gtk_widget_activate_action (widget, "document.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (thaw_settings_get_article_zoom (fixture->settings), 1.5, 0.01);
  thaw_test_ui_flush (widget);
  g_assert_cmpint (gtk_widget_get_height (label), >, height * 14 / 10);

  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (widget, "document.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (thaw_settings_get_article_zoom (fixture->settings), THAW_SETTINGS_MAX_ZOOM, 0.01);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->view), "document-view-zoom");
  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (widget, "document.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (thaw_settings_get_article_zoom (fixture->settings), THAW_SETTINGS_MIN_ZOOM, 0.01);
  gtk_widget_activate_action (widget, "document.zoom-reset", NULL);
  g_assert_cmpfloat_with_epsilon (thaw_settings_get_article_zoom (fixture->settings), 1, 0.01);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  double first;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "document.find", NULL);
  g_assert_true (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), GTK_WIDGET (get_entry (fixture))));
  g_assert_cmpstr (get_count (fixture), ==, "");

  type (fixture, "WARM hand");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 6");
  first = get_value (fixture);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->view), "document-view-find");

  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_count (fixture), ==, "2 of 6");
  g_assert_cmpfloat (get_value (fixture), >, first);
  press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 6");
  press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_cmpstr (get_count (fixture), ==, "6 of 6");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "document.find-next", "i", 1);
  g_assert_cmpstr (get_count (fixture), ==, "1 of 6");

  type (fixture, "there is no such thing");
  g_assert_cmpstr (get_count (fixture), ==, "Not found");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (get_count (fixture), ==, "Not found");

  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->scroller);
}

/* What is marked is seen: the place that is shown is in sight, and the marks go with the bar. */
static void
test_find_marks (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *label = find_label (fixture, "Kelly, Humphreys and Ferri 2020");
  PangoAttrList *attributes;
  double x, y;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "document.find", NULL);
  type (fixture, "ferri");
  gtk_widget_translate_coordinates (label, fixture->scroller, 0, 0, &x, &y);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (fixture->scroller));

  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  {
    g_autofree char *marked = pango_attr_list_to_string (attributes);

    g_assert_nonnull (strstr (marked, "21 26 background"));
    g_assert_nonnull (strstr (marked, "21 26 underline"));
  }

  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  {
    g_autofree char *unmarked = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (label)));

    g_assert_null (strstr (unmarked, "background"));
  }
}

/* The place stays the same when lines break elsewhere, and nothing is told by that. */
static void
test_position (Fixture       *fixture,
               gconstpointer  data)
{
  int n_changed = 0;
  double value;

  g_signal_connect_swapped (fixture->view, "position-changed", G_CALLBACK (thaw_test_ui_count_cb), &n_changed);
  thaw_document_view_set_position (fixture->view, 0.5);
  value = get_value (fixture);
  g_assert_cmpfloat (value, >, 100);
  g_assert_cmpfloat_with_epsilon (thaw_document_view_get_position (fixture->view), 0.5, 0.01);

  thaw_settings_set_article_zoom (fixture->settings, 2);
  g_assert_cmpfloat (get_value (fixture), >, value * 1.5);
  g_assert_cmpfloat_with_epsilon (thaw_document_view_get_position (fixture->view), 0.5, 0.01);
  g_assert_cmpint (n_changed, ==, 0);

  press (fixture, GDK_KEY_End, 0);
  g_assert_cmpint (n_changed, ==, 1);
  g_assert_cmpfloat (thaw_document_view_get_position (fixture->view), ==, 1);
}

/* What is below the text may grow under somebody who writes in it. */
static void
test_below (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *below = gtk_text_view_new ();
  double value;

  gtk_widget_set_size_request (below, -1, 300);
  thaw_document_view_add_below (fixture->view, below);
  get_value (fixture);
  press (fixture, GDK_KEY_End, 0);
  value = get_value (fixture);
  gtk_widget_set_size_request (below, -1, 400);
  g_assert_cmpfloat_with_epsilon (get_value (fixture), value, 1);

  /* Its keys are its own. */
  gtk_widget_grab_focus (below);
  value = get_value (fixture);
  g_assert_false (thaw_test_ui_press (below, GDK_KEY_Home, 0));
  g_assert_cmpfloat_with_epsilon (get_value (fixture), value, 1);
}

/* Another document begins at its beginning. */
static void
test_another (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawDocument) other = thaw_document_new ("");

  thaw_document_add (other, THAW_BLOCK_PARAGRAPH, "Short");
  press (fixture, GDK_KEY_End, 0);
  get_value (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "document.find", NULL);
  thaw_document_view_set_document (fixture->view, other);
  g_assert_cmpfloat (get_value (fixture), ==, 0);
  g_assert_cmpfloat (thaw_document_view_get_position (fixture->view), ==, 0);
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_nonnull (find_label (fixture, "Short"));
  g_assert_null (find_label (fixture, ""));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/ui/document-view/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("content", test_content);
  ADD ("scrolling", test_scrolling);
  ADD ("links", test_links);
  ADD ("next-link", test_next_link);
  ADD ("zoom", test_zoom);
  ADD ("find", test_find);
  ADD ("find-marks", test_find_marks);
  ADD ("position", test_position);
  ADD ("below", test_below);
  ADD ("another", test_another);

#undef ADD

  return g_test_run ();
}
