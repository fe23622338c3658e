/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-coping-editor"

#include "config.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-coping-editor.h"
#include "widgets/check-in/thaw-coping-picker.h"
#include "widgets/check-in/thaw-coping-row.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *window;
  ThawCopingEditor *editor;
  ThawEntry *entry;
  int n_changed;
} Fixture;

static ThawCopingCatalog *
make_catalog (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_coping_group_free);
  ThawCopingGroup *body = thaw_coping_group_new ("body", "Body");
  ThawCopingGroup *people = thaw_coping_group_new ("people", "People");

  g_ptr_array_add (body->activities, thaw_coping_activity_new ("walk", "Took a walk"));
  g_ptr_array_add (body->activities, thaw_coping_activity_new ("breathe", "Breathed slowly"));
  g_ptr_array_add (people->activities, thaw_coping_activity_new ("call", "Called or wrote to somebody"));
  g_ptr_array_add (groups, body);
  g_ptr_array_add (groups, people);

  return thaw_coping_catalog_new (groups);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawCopingCatalog) catalog = make_catalog ();

  thaw_test_services_set_up (&fixture->services);
  fixture->entry = thaw_entry_new ();
  fixture->editor = THAW_COPING_EDITOR (thaw_coping_editor_new ());
  thaw_coping_editor_set_catalog (fixture->editor, catalog);
  thaw_coping_editor_set_journal (fixture->editor, fixture->services.journal);
  g_signal_connect_swapped (fixture->editor, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->editor));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->entry);
  thaw_test_services_tear_down (&fixture->services);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  GtkWidget *widget = thaw_test_ui_find (GTK_WIDGET (fixture->editor), type, text);

  g_assert_nonnull (widget);

  return widget;
}

static gboolean
on_open_due_cb (gpointer button)
{
  gtk_menu_button_popup (button);

  return G_SOURCE_CONTINUE;
}

/* A window of another test may take the focus meanwhile, and close it. */
static void
open_picker (Fixture *fixture)
{
  GtkWidget *button = find (fixture, GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *picker = find (fixture, THAW_TYPE_COPING_PICKER, NULL);
  guint source = g_timeout_add_seconds (1, on_open_due_cb, button);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  while (!gtk_widget_get_mapped (picker))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  thaw_test_ui_flush (picker);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkWidget *entry = find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  thaw_test_ui_flush (entry);
}

/* What can be seen in the picker, as "Used lately: Took a walk, Body: …"; a row with its heading. */
static char *
list_offered (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (find (fixture, GTK_TYPE_LIST_BOX, NULL));
  g_autoptr (GString) words = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *heading = gtk_list_box_row_get_header (row);

      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
        continue;
      g_string_append (words, words->len > 0 ? ", " : "");
      if (heading != NULL)
        g_string_append_printf (words, "%s: ", gtk_label_get_text (GTK_LABEL (heading)));
      g_string_append (words, gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_offered (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *offered = list_offered (fixture);

  g_assert_cmpstr (offered, ==, expected);
}

static void
press_return (Fixture *fixture)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
}

static void
choose (Fixture    *fixture,
        const char *text)
{
  open_picker (fixture);
  type (fixture, text);
  press_return (fixture);
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *name)
{
  return gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, name), THAW_TYPE_COPING_ROW);
}

static GtkWidget *
find_outcome (Fixture    *fixture,
              const char *name,
              const char *outcome)
{
  GtkWidget *button = thaw_test_ui_find (find_row (fixture, name), GTK_TYPE_TOGGLE_BUTTON, outcome);

  g_assert_nonnull (button);

  return button;
}

static void
assert_stored (Fixture    *fixture,
               const char *copings)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GPtrArray *marks;

  thaw_coping_editor_store_entry (fixture->editor, fixture->entry);
  marks = thaw_entry_get_copings (fixture->entry);
  for (guint i = 0; i < marks->len; i++)
    {
      ThawCopingMark *mark = g_ptr_array_index (marks, i);
      const char *outcome = thaw_coping_outcome_to_slug (mark->outcome);

      g_string_append_printf (words, "%s%s=%s", i > 0 ? ", " : "", mark->slug, outcome != NULL ? outcome : "");
    }

  g_assert_cmpstr (words->str, ==, copings);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  assert_stored (fixture, "");
  open_picker (fixture);
  assert_offered (fixture, "Body: Took a walk, Breathed slowly, People: Called or wrote to somebody");

  type (fixture, "bre");
  assert_offered (fixture, "Body: Breathed slowly, Use “bre”");
  press_return (fixture);
  assert_stored (fixture, "breathe=");
  g_assert_cmpint (fixture->n_changed, ==, 1);

  /* What is chosen is not offered again, and what was typed is gone. */
  open_picker (fixture);
  assert_offered (fixture, "Body: Took a walk, People: Called or wrote to somebody");

  g_signal_emit_by_name (find (fixture, GTK_TYPE_LIST_BOX, NULL), "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (find (fixture, GTK_TYPE_LIST_BOX, NULL)), 1));
  assert_stored (fixture, "breathe=, call=");
}

static void
test_own_words (Fixture       *fixture,
                gconstpointer  data)
{
  open_picker (fixture);
  type (fixture, "  petted   the cat ");
  assert_offered (fixture, "Use “petted the cat”");
  press_return (fixture);
  assert_stored (fixture, "petted the cat=");

  /* The name of an activity is the activity. */
  open_picker (fixture);
  type (fixture, "took a walk");
  assert_offered (fixture, "Body: Took a walk");
  press_return (fixture);
  assert_stored (fixture, "petted the cat=, walk=");

  /* The same words again, and nothing at all. */
  choose (fixture, "petted the cat");
  choose (fixture, "   ");
  assert_stored (fixture, "petted the cat=, walk=");
}

static void
test_outcome (Fixture       *fixture,
              gconstpointer  data)
{
  choose (fixture, "walk");
  fixture->n_changed = 0;
  g_signal_emit_by_name (find_outcome (fixture, "Took a walk", "better"), "clicked");
  assert_stored (fixture, "walk=better");
  g_signal_emit_by_name (find_outcome (fixture, "Took a walk", "the same"), "clicked");
  assert_stored (fixture, "walk=same");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_outcome (fixture, "Took a walk", "better"))));
  g_signal_emit_by_name (find_outcome (fixture, "Took a walk", "worse"), "clicked");
  assert_stored (fixture, "walk=worse");

  /* May be left out. */
  g_signal_emit_by_name (find_outcome (fixture, "Took a walk", "worse"), "clicked");
  assert_stored (fixture, "walk=");
  g_assert_cmpint (fixture->n_changed, ==, 4);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  choose (fixture, "walk");
  choose (fixture, "call");
  fixture->n_changed = 0;
  gtk_widget_grab_focus (thaw_test_ui_find (find_row (fixture, "Took a walk"), GTK_TYPE_BUTTON, "Remove"));
  g_signal_emit_by_name (gtk_window_get_focus (fixture->window), "clicked");
  assert_stored (fixture, "call=");
  g_assert_cmpint (fixture->n_changed, ==, 1);
  /* The focus is still in the form. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), GTK_WIDGET (fixture->editor)));
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();

  choose (fixture, "walk");
  fixture->n_changed = 0;
  thaw_entry_set_coping (entry, "call", THAW_OUTCOME_WORSE);
  thaw_entry_set_coping (entry, "petted the cat", THAW_OUTCOME_BETTER);
  thaw_entry_set_coping (entry, "of-another-version", THAW_OUTCOME_NONE);
  thaw_coping_editor_load_entry (fixture->editor, entry);
  assert_stored (fixture, "call=worse, petted the cat=better, of-another-version=");
  g_assert_true (gtk_toggle_button_get_active
                   (GTK_TOGGLE_BUTTON (find_outcome (fixture, "petted the cat", "better"))));
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

static void
save_coping (Fixture    *fixture,
             const char *iso,
             const char *slug)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_coping (entry, slug, THAW_OUTCOME_NONE);
  saved = thaw_journal_save_sync (fixture->services.journal, entry, &error);
  g_assert_no_error (error);
}

static void
test_lately (Fixture       *fixture,
             gconstpointer  data)
{
  save_coping (fixture, "2026-03-27T12:00:00+01:00", "petted the cat");
  save_coping (fixture, "2026-03-28T12:00:00+01:00", "breathe");
  save_coping (fixture, "2026-03-26T12:00:00+01:00", "breathe");

  open_picker (fixture);
  assert_offered (fixture, "Used lately: Breathed slowly, petted the cat, Body: Took a walk, Breathed slowly, "
                           "People: Called or wrote to somebody");
  /* What is found is found once. */
  type (fixture, "slow");
  assert_offered (fixture, "Body: Breathed slowly, Use “slow”");
  type (fixture, "cat");
  assert_offered (fixture, "Used lately: petted the cat, Use “cat”");
  press_return (fixture);
  assert_stored (fixture, "petted the cat=");

  open_picker (fixture);
  assert_offered (fixture, "Used lately: Breathed slowly, Body: Took a walk, Breathed slowly, "
                           "People: Called or wrote to somebody");
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *picker = find (fixture, THAW_TYPE_COPING_PICKER, NULL);
  GtkListBox *list = GTK_LIST_BOX (find (fixture, GTK_TYPE_LIST_BOX, NULL));
  GtkWidget *focus;

  open_picker (fixture);
  focus = gtk_root_get_focus (gtk_widget_get_root (picker));
  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL)));
  type (fixture, "call");
  g_assert_true (thaw_test_ui_press (focus, GDK_KEY_Down, 0));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (picker)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (list, 2)));

  /* Escape takes nothing. */
  g_signal_emit_by_name (find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  g_assert_false (gtk_widget_get_visible (picker));
  assert_stored (fixture, "");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row, *button;

  choose (fixture, "walk");
  row = find_row (fixture, "Took a walk");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Took a walk");
  button = thaw_test_ui_find (row, GTK_TYPE_BUTTON, "Remove");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “Took a walk”");
  button = gtk_widget_get_parent (find_outcome (fixture, "Took a walk", "better"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "“Took a walk”: afterwards it was");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search, or your own words");
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  choose (fixture, "call");
  choose (fixture, "averyverylongwordthatsomebodytypedwithoutanyspacesbetweenitsmanymanyletters");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->editor), "coping-editor");
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/coping-editor/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/coping-editor/own-words", Fixture, NULL, set_up, test_own_words, tear_down);
  g_test_add ("/ui/coping-editor/outcome", Fixture, NULL, set_up, test_outcome, tear_down);
  g_test_add ("/ui/coping-editor/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/ui/coping-editor/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/ui/coping-editor/lately", Fixture, NULL, set_up, test_lately, tear_down);
  g_test_add ("/ui/coping-editor/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/ui/coping-editor/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/ui/coping-editor/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}
