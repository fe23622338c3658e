/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-tags-window"

#include "config.h"
#include "tags/thaw-tag-row.h"
#include "tags/thaw-tags-window.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *window;
} Fixture;

static void
add_entry (Fixture    *fixture,
           const char *iso,
           const char *name,
           ThawTagKind kind,
           gboolean    is_trigger)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_text (entry, "What was written.");
  thaw_entry_set_tag (entry, name, kind, is_trigger);
  saved = thaw_journal_save_sync (fixture->services.journal, entry, &error);
  g_assert_no_error (error);
}

static void
show (Fixture *fixture,
      int      width)
{
  fixture->window = GTK_WINDOW (thaw_tags_window_new (thaw_services_get_tags (fixture->services.services)));
  gtk_window_set_default_size (fixture->window, width, 600);
  gtk_window_present (fixture->window);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  show (fixture, 500);
}

static void
fill (Fixture *fixture)
{
  thaw_test_services_set_up (&fixture->services);
  add_entry (fixture, "2026-03-20T12:00:00+01:00", "Anna", THAW_TAG_PERSON, FALSE);
  add_entry (fixture, "2026-03-21T12:00:00+01:00", "river", THAW_TAG_PLACE, FALSE);
  add_entry (fixture, "2026-03-22T12:00:00+01:00", "river", THAW_TAG_PLACE, TRUE);
  add_entry (fixture, "2026-03-23T12:00:00+01:00", "the <river> & sea", THAW_TAG_PLACE, FALSE);
  add_entry (fixture, "2026-03-24T12:00:00+01:00", "river", THAW_TAG_EVENT, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fill (fixture);
  show (fixture, 500);
}

static void
set_up_narrow (Fixture       *fixture,
               gconstpointer  data)
{
  fill (fixture);
  show (fixture, 360);
}

static void
close_window (Fixture *fixture)
{
  GtkWindow *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->window = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  thaw_test_services_tear_down (&fixture->services);
}

/* What can be seen in the list, as "person Anna 1/0, …": kind, name, entries and triggers. */
static char *
list_seen (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (thaw_test_ui_find_class (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX,
                                                            "boxed-list"));
  g_autoptr (GString) words = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      const ThawTagUse *use = thaw_tag_row_get_use (THAW_TAG_ROW (row));

      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        g_string_append_printf (words, "%s%s %s %u/%u", words->len > 0 ? ", " : "", thaw_tag_kind_to_slug (use->kind),
                                use->name, use->n_entries, use->n_triggers);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
await_seen (Fixture    *fixture,
            const char *expected)
{
  while (TRUE)
    {
      g_autofree char *seen = list_seen (fixture);

      if (g_str_equal (seen, expected))
        return;
      g_debug ("%s", seen);
      g_main_context_iteration (NULL, TRUE);
    }
}

#define AT_FIRST "person Anna 1/0, place river 2/1, event river 1/1, place the <river> & sea 1/0"

static ThawTagRow *
find_row (Fixture    *fixture,
          const char *name,
          ThawTagKind kind)
{
  GtkListBox *list = GTK_LIST_BOX (thaw_test_ui_find_class (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX,
                                                            "boxed-list"));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      const ThawTagUse *use = thaw_tag_row_get_use (THAW_TAG_ROW (row));

      if (use->kind == kind && g_str_equal (use->name, name))
        return THAW_TAG_ROW (row);
    }

  g_assert_not_reached ();
}

static void
act (Fixture    *fixture,
     const char *action,
     const char *name,
     ThawTagKind kind)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s",
                                             thaw_tag_row_get_use (find_row (fixture, name, kind))->uuid));
}

/* The question in front of the window. */
static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static void
respond (const char *response)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
type_name (const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (find_dialog (), GTK_TYPE_ENTRY, NULL)), name);
}

static GtkWidget *
await_toast_button (Fixture    *fixture,
                    const char *sentence,
                    const char *label)
{
  GtkWidget *toast;
  GtkWidget *button;

  while ((toast = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, sentence)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  toast = gtk_widget_get_ancestor (toast, g_type_from_name ("AdwToastWidget"));
  button = thaw_test_ui_find (toast, GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);

  return button;
}

static void
undo (Fixture    *fixture,
      const char *sentence)
{
  g_signal_emit_by_name (await_toast_button (fixture, sentence, "_Undo"), "clicked");
  await_seen (fixture, AT_FIRST);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  ThawTagRow *row;

  await_seen (fixture, AT_FIRST);
  row = find_row (fixture, "the <river> & sea", THAW_TAG_PLACE);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "the <river> & sea"));
  row = find_row (fixture, "river", THAW_TAG_PLACE);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "2 entries, set it off 1 time"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Place: river, 2 entries, set it off 1 time");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON,
                                                                          NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Change “river”");

  /* What is saved meanwhile is there as well. */
  add_entry (fixture, "2026-03-25T12:00:00+01:00", "Bea", THAW_TAG_PERSON, FALSE);
  await_seen (fixture, "person Anna 1/0, person Bea 1/0, place river 2/1, event river 1/1, "
                       "place the <river> & sea 1/0");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *stack = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_STACK, NULL);

  while (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (thaw_test_ui_find (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_LABEL,
                                       "No Tags Yet"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *entry = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *not_found = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                            "No tag has this in its name.");

  await_seen (fixture, AT_FIRST);
  gtk_editable_set_text (GTK_EDITABLE (entry), " ANN ");
  await_seen (fixture, "person Anna 1/0");
  g_assert_false (gtk_widget_get_visible (not_found));
  gtk_editable_set_text (GTK_EDITABLE (entry), "xyz");
  await_seen (fixture, "");
  g_assert_true (gtk_widget_get_visible (not_found));

  /* Escape takes the search back first. */
  g_signal_emit_by_name (entry, "stop-search");
  await_seen (fixture, AT_FIRST);
  g_assert_false (gtk_widget_get_visible (not_found));
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog, *entry;

  await_seen (fixture, AT_FIRST);
  act (fixture, "tags.rename", "Anna", THAW_TAG_PERSON);
  dialog = find_dialog ();
  entry = thaw_test_ui_find (dialog, GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "New name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Anna");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go-on"));
  type_name ("  ");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go-on"));
  type_name (" Anna  B. ");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go-on"));
  respond ("go-on");
  await_seen (fixture, "person Anna B. 1/0, place river 2/1, event river 1/1, place the <river> & sea 1/0");
  undo (fixture, "“Anna” is called “Anna B.” now");
}

static void
test_rename_not (Fixture       *fixture,
                 gconstpointer  data)
{
  await_seen (fixture, AT_FIRST);
  act (fixture, "tags.rename", "Anna", THAW_TAG_PERSON);
  type_name ("Bea");
  respond ("back");
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  await_seen (fixture, AT_FIRST);
}

/* Two become one, and the person knows before. */
static void
test_rename_merges (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *dialog;

  await_seen (fixture, AT_FIRST);
  act (fixture, "tags.rename", "the <river> & sea", THAW_TAG_PLACE);
  type_name ("river");
  dialog = find_dialog ();
  g_assert_nonnull (thaw_test_ui_find (dialog, GTK_TYPE_LABEL,
                                       "There is a tag “river” already. Both become one."));
  g_assert_cmpstr (adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), "go-on"), ==,
                   "_Make Them One");
  respond ("go-on");
  await_seen (fixture, "person Anna 1/0, place river 3/1, event river 1/1");
  undo (fixture, "“the &lt;river&gt; &amp; sea” and “river” are one now");
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *dialog, *choice;

  await_seen (fixture, AT_FIRST);
  act (fixture, "tags.merge", "Anna", THAW_TAG_PERSON);
  dialog = find_dialog ();
  choice = thaw_test_ui_find (dialog, GTK_TYPE_DROP_DOWN, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, "The other tag");
  /* Nothing is chosen for the person. */
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go-on"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))), ==, 3);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 2);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go-on"));
  respond ("go-on");
  await_seen (fixture, "place river 2/1, event river 1/1, place the <river> & sea 2/0");

  entries = thaw_journal_list_newest (fixture->services.journal, THAW_JOURNAL_NEWEST, 10, NULL);
  g_assert_cmpuint (entries->len, ==, 5);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (thaw_entry_summary_get_excerpt (g_ptr_array_index (entries, i)), ==, "What was written.");

  undo (fixture, "“Anna” and “the &lt;river&gt; &amp; sea” are one now");
}

static void
change_kind (Fixture    *fixture,
             const char *name,
             ThawTagKind kind,
             ThawTagKind new_kind)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "tags.kind", "(ss)",
                                             thaw_tag_row_get_use (find_row (fixture, name, kind))->uuid,
                                             thaw_tag_kind_to_slug (new_kind)));
}

static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  await_seen (fixture, AT_FIRST);
  change_kind (fixture, "Anna", THAW_TAG_PERSON, THAW_TAG_THOUGHT);
  g_assert_null (find_dialog ());
  await_seen (fixture, "thought Anna 1/0, place river 2/1, event river 1/1, place the <river> & sea 1/0");
  undo (fixture, "“Anna” is of the kind “Thought” now");

  /* There is one of that name and kind. */
  change_kind (fixture, "river", THAW_TAG_EVENT, THAW_TAG_PLACE);
  g_assert_nonnull (thaw_test_ui_find (find_dialog (), GTK_TYPE_LABEL,
                                       "There is a tag “river” of the kind “Place” already. Both become one."));
  respond ("go-on");
  await_seen (fixture, "person Anna 1/0, place river 3/2, place the <river> & sea 1/0");
  undo (fixture, "Both tags “river” are one now");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *focus;

  await_seen (fixture, AT_FIRST);
  gtk_widget_grab_focus (GTK_WIDGET (find_row (fixture, "river", THAW_TAG_PLACE)));
  act (fixture, "tags.delete", "river", THAW_TAG_PLACE);
  await_seen (fixture, "person Anna 1/0, event river 1/1, place the <river> & sea 1/0");
  /* The keyboard goes on where it was. */
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (focus == GTK_WIDGET (find_row (fixture, "river", THAW_TAG_EVENT)));

  entries = thaw_journal_list_newest (fixture->services.journal, THAW_JOURNAL_NEWEST, 10, NULL);
  g_assert_cmpuint (entries->len, ==, 5);
  undo (fixture, "“river” deleted");
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  await_seen (fixture, AT_FIRST);
  thaw_database_close (database);
  act (fixture, "tags.delete", "Anna", THAW_TAG_PERSON);
  button = await_toast_button (fixture, "This could not be done. Nothing was changed.", "_Try Again");
  await_seen (fixture, AT_FIRST);

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (button, "clicked");
  await_seen (fixture, "place river 2/1, event river 1/1, place the <river> & sea 1/0");
}

static void
test_failed_reading (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  GtkWidget *stack = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_STACK, NULL);
  g_autoptr (GError) error = NULL;

  await_seen (fixture, AT_FIRST);
  thaw_database_close (database);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "tags.reload", NULL);
  while (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "failed") != 0)
    g_main_context_iteration (NULL, TRUE);

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (thaw_test_ui_find (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_BUTTON,
                                            "_Try Again"), "clicked");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "tags") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever is on its way when the window is closed. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  await_seen (fixture, AT_FIRST);
  act (fixture, "tags.delete", "Anna", THAW_TAG_PERSON);
  close_window (fixture);
  show (fixture, 500);
  await_seen (fixture, "place river 2/1, event river 1/1, place the <river> & sea 1/0");
}

/* The menu has what a tag can become, but not what it is. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row, *button;
  GMenuModel *menu;
  g_autoptr (GMenuModel) section = NULL;
  g_autoptr (GMenuModel) kinds = NULL;

  await_seen (fixture, AT_FIRST);
  row = GTK_WIDGET (find_row (fixture, "Anna", THAW_TAG_PERSON));
  button = thaw_test_ui_find (row, GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 3);
  kinds = g_menu_model_get_item_link (section, 1, G_MENU_LINK_SUBMENU);
  g_assert_cmpint (g_menu_model_get_n_items (kinds), ==, THAW_N_TAG_KINDS - 1);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  await_seen (fixture, AT_FIRST);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "tags-window-narrow");
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/tags-window/list", test_list);
  g_test_add ("/ui/tags-window/empty", Fixture, NULL, set_up_empty, test_empty, tear_down);
  add_test ("/ui/tags-window/search", test_search);
  add_test ("/ui/tags-window/rename", test_rename);
  add_test ("/ui/tags-window/rename-not", test_rename_not);
  add_test ("/ui/tags-window/rename-merges", test_rename_merges);
  add_test ("/ui/tags-window/merge", test_merge);
  add_test ("/ui/tags-window/kind", test_kind);
  add_test ("/ui/tags-window/delete", test_delete);
  add_test ("/ui/tags-window/failure", test_failure);
  add_test ("/ui/tags-window/failed-reading", test_failed_reading);
  add_test ("/ui/tags-window/closed", test_closed);
  add_test ("/ui/tags-window/menu", test_menu);
  g_test_add ("/ui/tags-window/narrow", Fixture, NULL, set_up_narrow, test_narrow, tear_down);

  return g_test_run ();
}
