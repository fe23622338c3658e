/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-help-now-window"

#include "config.h"
#include "support/thaw-contact-way-row.h"
#include "support/thaw-help-country-row.h"
#include "support/thaw-help-now-window.h"
#include "support/thaw-own-line-editor.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

#include <string.h>

typedef struct
{
  ThawTestServices services;
  GtkWidget *window; /* (unowned) (nullable): NULL before it is shown */
} Fixture;

static ThawSettings *
get_settings (Fixture *fixture)
{
  return thaw_services_get_settings (fixture->services.services);
}

/* As the program opens it. */
static void
open_services (Fixture *fixture)
{
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  thaw_services_open (fixture->services.services);
  while (thaw_services_get_state (fixture->services.services) != THAW_SERVICES_READY)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  open_services (fixture);
  thaw_settings_set_help_country (get_settings (fixture), "US");
}

static void
show (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_help_now_window_new (fixture->services.services)));
  gtk_window_present (GTK_WINDOW (fixture->window));
  thaw_test_ui_flush (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_settings_set_help_country (get_settings (fixture), NULL);
  thaw_services_close (fixture->services.services);
  thaw_test_services_tear_down (&fixture->services);
}

static void
collect (GtkWidget *widget,
         GString   *text)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

/* All that can be read in the window, from the top. */
static char *
dup_text (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  thaw_test_ui_flush (fixture->window);
  collect (fixture->window, text);

  return g_string_free (text, FALSE);
}

/* Each of the words, separated by bars, comes after the one before. */
static void
assert_order (Fixture    *fixture,
              const char *words)
{
  g_autofree char *text = dup_text (fixture);
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("“%s” does not come after the others in:\n%s", parts[i], text);
      at = found + strlen (parts[i]);
    }
}

static gboolean
is_there (Fixture    *fixture,
          const char *words)
{
  g_autofree char *text = dup_text (fixture);

  return strstr (text, words) != NULL;
}

static ThawOwnLine *
save_line (Fixture    *fixture,
           const char *name,
           const char *number)
{
  g_autoptr (ThawOwnLine) line = thaw_own_line_new (name, number);
  g_autoptr (GError) error = NULL;
  ThawOwnLine *saved = thaw_line_store_save_sync (thaw_services_get_own_lines (fixture->services.services), line,
                                                  &error);

  g_assert_no_error (error);

  return saved;
}

static void
await_text (Fixture    *fixture,
            const char *words,
            gboolean    is_expected)
{
  while (is_there (fixture, words) != is_expected)
    g_main_context_iteration (NULL, FALSE);
}

/* The number for emergencies first, then lines for any crisis, those about drugs, and where more are; with what there is
 * to know about each. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture);
  assert_order (fixture, "In an Emergency|911|United States|In a Crisis|988 Suicide & Crisis Lifeline|Around the clock|"
                         "988|Checked on|Source: |About Alcohol and Other Drugs|SAMHSA|More Lines|"
                         "findahelpline\u200b.com");
  g_assert_true (THAW_IS_CONTACT_WAY_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

/* Another country is another choice, at once. */
static void
test_country (Fixture       *fixture,
              gconstpointer  data)
{
  AdwComboRow *row;
  GListModel *names;

  show (fixture);
  row = ADW_COMBO_ROW (thaw_test_ui_find (fixture->window, THAW_TYPE_HELP_COUNTRY_ROW, NULL));
  names = adw_combo_row_get_model (row);
  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (name), "Germany"))
        adw_combo_row_set_selected (row, i);
    }
  g_assert_cmpstr (thaw_settings_get_help_country (get_settings (fixture)), ==, "DE");
  assert_order (fixture, "112|TelefonSeelsorge|findahelpline\u200b.com");
  g_assert_false (is_there (fixture, "911"));

  /* The last one is for all others: Thaw says that it knows nothing there, and what there is for everybody. */
  adw_combo_row_set_selected (row, g_list_model_get_n_items (names) - 1);
  assert_order (fixture, "Thaw knows no lines in your country yet.|findahelpline\u200b.com|Another country");
  g_assert_false (is_there (fixture, "In an Emergency"));

  /* Nothing is chosen, and the locale of the tests names no country. */
  thaw_settings_set_help_country (get_settings (fixture), NULL);
  assert_order (fixture, "Choose your country, and|it is 112, in North America 911.|findahelpline\u200b.com");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, GTK_INVALID_LIST_POSITION);
}

/* Whoever is not known to be anywhere chooses that first, and finds the numbers below it. */
static void
test_no_country (Fixture       *fixture,
                 gconstpointer  data)
{
  AdwComboRow *row;

  thaw_settings_set_help_country (get_settings (fixture), NULL);
  show (fixture);
  assert_order (fixture, "it is 112, in North America 911.|Choose Your Country|findahelpline\u200b.com");
  row = ADW_COMBO_ROW (thaw_test_ui_find (fixture->window, THAW_TYPE_HELP_COUNTRY_ROW, NULL));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));

  thaw_settings_set_help_country (get_settings (fixture), "US");
  assert_order (fixture, "In an Emergency|911|Country|United States|988 Suicide & Crisis Lifeline");
  g_assert_false (is_there (fixture, "Choose Your Country"));
}

/* One's own lines come before all others, also before the number for emergencies. */
static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = NULL;

  show (fixture);
  g_assert_false (is_there (fixture, "Your Own Lines"));
  line = save_line (fixture, "The ward <3", "030 12345");
  await_text (fixture, "The ward <3", TRUE);
  assert_order (fixture, "Your Own Lines|The ward <3|030 12345|In an Emergency|Add a Line of Your Own…");

  gtk_widget_activate_action (fixture->window, "help.delete-line", "s", line->id);
  await_text (fixture, "The ward <3”", TRUE);
  await_text (fixture, "Your Own Lines", FALSE);
  gtk_widget_activate (thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, "_Undo"));
  await_text (fixture, "Your Own Lines", TRUE);
}

static gboolean
is_in_way_row (GtkWidget *widget)
{
  return widget != NULL && (THAW_IS_CONTACT_WAY_ROW (widget) ||
                            gtk_widget_get_ancestor (widget, THAW_TYPE_CONTACT_WAY_ROW) != NULL);
}

/* Whoever opens the window has a number before them, and not what changes or deletes it; so also when a line goes. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawOwnLine) first = save_line (fixture, "The clinic", "030 1");
  g_autoptr (ThawOwnLine) second = save_line (fixture, "The ward", "030 2");
  GtkWidget *focus;

  show (fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (THAW_IS_CONTACT_WAY_ROW (focus));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (focus)), "030 1"));

  gtk_widget_activate_action (fixture->window, "help.delete-line", "s", first->id);
  await_text (fixture, "030 1", FALSE);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (is_in_way_row (focus));
}

static GtkWidget *
look_for_editor (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (THAW_IS_OWN_LINE_EDITOR (toplevel))
        return toplevel;
    }

  return NULL;
}

static GtkWidget *
find_editor (void)
{
  GtkWidget *editor = look_for_editor ();

  g_assert_nonnull (editor);

  return editor;
}

static void
await_editor_closed (void)
{
  while (look_for_editor () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkEditable *
get_row (GtkWidget *editor,
         guint      index)
{
  GtkWidget *list = thaw_test_ui_find (editor, GTK_TYPE_LIST_BOX, NULL);

  return GTK_EDITABLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index));
}

/* A line is added and changed in a window, which takes nothing that could not be kept. */
static void
test_editor (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  const ThawOwnLine *line;
  GtkWidget *editor, *focus;

  show (fixture);
  gtk_widget_activate_action (fixture->window, "help.add-line", NULL);
  editor = find_editor ();
  thaw_test_ui_flush (editor);
  gtk_editable_set_text (get_row (editor, 0), "My practice");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  g_assert_true (gtk_widget_get_mapped (editor));

  gtk_editable_set_text (get_row (editor, 1), " 030 1 ");
  gtk_editable_set_text (get_row (editor, 2), "Until noon");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  await_text (fixture, "My practice", TRUE);
  await_editor_closed ();
  assert_order (fixture, "My practice|Until noon|030 1");
  /* Whoever added it has it before them. */
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (THAW_IS_CONTACT_WAY_ROW (focus));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (focus)), "030 1"));

  lines = thaw_line_store_list (thaw_services_get_own_lines (fixture->services.services), NULL);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->number, ==, "030 1");
  gtk_widget_activate_action (fixture->window, "help.edit-line", "s", line->id);
  editor = find_editor ();
  thaw_test_ui_flush (editor);
  g_assert_cmpstr (gtk_editable_get_text (get_row (editor, 0)), ==, "My practice");
  gtk_editable_set_text (get_row (editor, 0), "The clinic");
  gtk_editable_set_text (get_row (editor, 2), "");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  await_text (fixture, "The clinic", TRUE);
  g_assert_false (is_there (fixture, "My practice"));
  g_assert_false (is_there (fixture, "Until noon"));
  await_editor_closed ();

  /* What was begun is not gone with a key. */
  gtk_widget_activate_action (fixture->window, "help.add-line", NULL);
  editor = find_editor ();
  thaw_test_ui_flush (editor);
  gtk_editable_set_text (get_row (editor, 0), "My practice");
  gtk_widget_activate_action (editor, "window.close", NULL);
  thaw_test_ui_flush (editor);
  g_assert_true (find_editor () == editor);
  gtk_window_destroy (GTK_WINDOW (editor));
}

/* A number that was copied out of a page with what is not seen in it is kept like any other. */
static void
test_pasted (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  const ThawOwnLine *line;
  GtkWidget *editor;

  show (fixture);
  gtk_widget_activate_action (fixture->window, "help.add-line", NULL);
  editor = find_editor ();
  thaw_test_ui_flush (editor);
  gtk_editable_set_text (get_row (editor, 0), "The\nclinic");
  gtk_editable_set_text (get_row (editor, 1), "030\t1\n");
  gtk_editable_set_text (get_row (editor, 2), "Until\nnoon");
  gtk_widget_activate_action (editor, "editor.save", NULL);
  await_text (fixture, "The clinic", TRUE);
  await_editor_closed ();

  lines = thaw_line_store_list (thaw_services_get_own_lines (fixture->services.services), NULL);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->name, ==, "The clinic");
  g_assert_cmpstr (line->number, ==, "030 1");
  g_assert_cmpstr (line->note, ==, "Until noon");
}

/* Without a journal all that Thaw knows is there, and nothing that could not be kept is offered. */
static void
test_no_journal (Fixture       *fixture,
                 gconstpointer  data)
{
  thaw_services_close (fixture->services.services);
  show (fixture);
  assert_order (fixture, "911|988");
  g_assert_false (is_there (fixture, "Add a Line of Your Own…"));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/help-now-window/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/ui/help-now-window/country", Fixture, NULL, set_up, test_country, tear_down);
  g_test_add ("/ui/help-now-window/no-country", Fixture, NULL, set_up, test_no_country, tear_down);
  g_test_add ("/ui/help-now-window/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/ui/help-now-window/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/ui/help-now-window/editor", Fixture, NULL, set_up, test_editor, tear_down);
  g_test_add ("/ui/help-now-window/pasted", Fixture, NULL, set_up, test_pasted, tear_down);
  g_test_add ("/ui/help-now-window/no-journal", Fixture, NULL, set_up, test_no_journal, tear_down);

  return g_test_run ();
}
