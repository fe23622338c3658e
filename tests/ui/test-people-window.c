/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-people-window"

#include "config.h"
#include "support/thaw-people-window.h"
#include "support/thaw-person-editor.h"
#include "support/thaw-person-row.h"
#include "thaw-close-guard.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-window-over.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *window; /* (nullable): weak */
  GtkWindow *editor; /* (nullable): weak */
} Fixture;

static ThawPeopleStore *
get_store (Fixture *fixture)
{
  return thaw_services_get_people (fixture->services.services);
}

static void
await_closed (Fixture *fixture)
{
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window, thaw_people_window_new (fixture->services.services));
  gtk_window_set_default_size (fixture->window, 360, 640);
  gtk_window_present (fixture->window);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  await_closed (fixture);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawPerson *
add (Fixture        *fixture,
     ThawPersonKind  kind,
     const char     *name,
     const char     *number)
{
  g_autoptr (ThawPerson) person = thaw_person_new (kind, name);
  g_autoptr (GError) error = NULL;
  ThawPerson *saved;

  if (number != NULL)
    g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, number));
  if (g_str_has_prefix (name, "!"))
    person->is_favourite = TRUE;
  if (g_str_has_prefix (name, "-"))
    person->keeps_distance = TRUE;
  else if (number != NULL)
    person->last_contact = thaw_day_from_iso ("2026-03-17");
  saved = thaw_people_store_save_sync (get_store (fixture), person, &error);
  g_assert_no_error (error);

  return saved;
}

static void
add_some (Fixture *fixture)
{
  thaw_person_free (add (fixture, THAW_PERSON_FRIEND, "Bea & Co", "0170 12 34"));
  thaw_person_free (add (fixture, THAW_PERSON_FAMILY, "-Xaver", "0171 1"));
  thaw_person_free (add (fixture, THAW_PERSON_MENTOR, "!Zoë <3", NULL));
  thaw_person_free (add (fixture, THAW_PERSON_GROUP, "Anna", NULL));
}

static void
set_up_some (Fixture       *fixture,
             gconstpointer  data)
{
  set_up (fixture, data);
  add_some (fixture);
  show (fixture);
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (thaw_test_ui_find_class (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX, "boxed-list"));
}

/* The names of those who are rows, as "A|B|". */
static char *
list_rows (Fixture *fixture)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (fixture), i)) != NULL; i++)
    g_string_append_printf (names, "%s|", thaw_person_row_get_person (THAW_PERSON_ROW (row))->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
await_rows (Fixture    *fixture,
            const char *expected)
{
  while (TRUE)
    {
      g_autofree char *rows = list_rows (fixture);

      if (g_str_equal (rows, expected))
        return;
      g_debug ("%s", rows);
      g_main_context_iteration (NULL, TRUE);
    }
}

#define ALL "!Zoë <3|Bea & Co|Anna|-Xaver|"

static GtkWidget *
get_row (Fixture *fixture,
         int      index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), index));
}

static GtkStack *
get_stack (Fixture *fixture)
{
  return GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (get_list (fixture)), GTK_TYPE_STACK));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_stack (fixture));
}

static void
search (Fixture    *fixture,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY, NULL)),
                         words);
}

static GtkWindow *
await_editor (Fixture *fixture)
{
  while (TRUE)
    {
      GListModel *windows = gtk_window_get_toplevels ();

      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (THAW_IS_PERSON_EDITOR (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
            {
              g_set_weak_pointer (&fixture->editor, window);
              return window;
            }
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
await_no_editor (Fixture *fixture)
{
  while (fixture->editor != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *button;
  int minimum;

  await_rows (fixture, ALL);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "people-window");
  g_assert_nonnull (thaw_test_ui_find (get_row (fixture, 0), GTK_TYPE_LABEL, "Sponsor or mentor"));
  g_assert_nonnull (thaw_test_ui_find (get_row (fixture, 1), GTK_TYPE_LABEL, "Friend\nYou talked 12 days ago"));
  g_assert_nonnull (thaw_test_ui_find (get_row (fixture, 3), GTK_TYPE_LABEL, "Family\nYou keep your distance"));
  button = thaw_test_ui_find (get_row (fixture, 1), GTK_TYPE_BUTTON, "We _Talked");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bea & Co and I talked today");
  g_assert_false (gtk_widget_get_visible (thaw_test_ui_find (get_row (fixture, 3), GTK_TYPE_BUTTON, "We _Talked")));

  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Case, accents and the spaces in a number do not matter. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *entry;

  await_rows (fixture, ALL);
  search (fixture, "ZOE");
  await_rows (fixture, "!Zoë <3|");
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "1 person found"));
  search (fixture, "01701");
  await_rows (fixture, "Bea & Co|");
  search (fixture, "group");
  await_rows (fixture, "Anna|");
  search (fixture, "nobody");
  await_rows (fixture, "");
  g_assert_true (gtk_widget_get_mapped (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                                           "Nobody like that is here.")));

  entry = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_widget_grab_focus (entry);
  g_signal_emit_by_name (entry, "stop-search");
  await_rows (fixture, ALL);
  g_signal_emit_by_name (entry, "stop-search");
  await_closed (fixture);
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWindow *editor;

  gtk_widget_grab_focus (get_row (fixture, 1));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "people.search", NULL);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (fixture->window), GTK_TYPE_SEARCH_ENTRY));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "people.add", NULL);
  editor = await_editor (fixture);
  g_assert_true (gtk_window_get_transient_for (editor) == fixture->window);
  gtk_window_close (editor);
  await_no_editor (fixture);
}

static GtkWidget *
await_toast_button (Fixture    *fixture,
                    const char *sentence,
                    const char *button_label)
{
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  GtkWidget *label;

  while ((label = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, title)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return thaw_test_ui_find (gtk_widget_get_ancestor (label, g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON,
                            button_label);
}

static void
await_words (Fixture    *fixture,
             int         index,
             const char *words)
{
  while (thaw_test_ui_find (get_row (fixture, index), GTK_TYPE_LABEL, words) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The focus stays on the button, and what was before comes back. */
static void
test_talked (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *button;

  await_rows (fixture, ALL);
  button = thaw_test_ui_find (get_row (fixture, 1), GTK_TYPE_BUTTON, "We _Talked");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  await_words (fixture, 1, "Friend\nYou talked today");
  g_assert_true (gtk_window_get_focus (fixture->window) == button);
  g_signal_emit_by_name (await_toast_button (fixture, "You and Bea & Co talked today", "_Undo"), "clicked");
  await_words (fixture, 1, "Friend\nYou talked 12 days ago");
}

/* Said twice, it is told twice. */
static void
test_talked_today (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *button;

  await_rows (fixture, ALL);
  button = thaw_test_ui_find (get_row (fixture, 1), GTK_TYPE_BUTTON, "We _Talked");
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *undo;

      g_signal_emit_by_name (button, "clicked");
      undo = await_toast_button (fixture, "You and Bea & Co talked today", "_Undo");
      await_words (fixture, 1, "Friend\nYou talked today");
      g_object_add_weak_pointer (G_OBJECT (undo), (gpointer *) &undo);
      gtk_widget_activate_action (undo, "toast.dismiss", NULL);
      while (undo != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_talked_failure (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GError) error = NULL;
  GtkWidget *again;

  await_rows (fixture, ALL);
  thaw_database_close (database);
  g_signal_emit_by_name (thaw_test_ui_find (get_row (fixture, 1), GTK_TYPE_BUTTON, "We _Talked"), "clicked");
  again = await_toast_button (fixture, "This could not be saved. Nothing was changed.", "_Try Again");
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (again, "clicked");
  await_words (fixture, 1, "Friend\nYou talked today");
}

/* “Today” is yesterday a day later. */
static void
test_next_day (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_new_from_iso8601 ("2026-03-30T09:15:00+02:00", NULL);

  await_words (fixture, 1, "Friend\nYou talked 12 days ago");
  thaw_clock_set_now (fixture->services.clock, tomorrow);
  await_words (fixture, 1, "Friend\nYou talked 13 days ago");
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWindow *editor;

  await_rows (fixture, ALL);
  gtk_widget_activate (get_row (fixture, 2));
  editor = await_editor (fixture);
  g_assert_cmpstr (gtk_window_get_title (editor), ==, "Anna");
  gtk_widget_activate_action (GTK_WIDGET (editor), "person.delete", NULL);
  await_no_editor (fixture);
  await_rows (fixture, "!Zoë <3|Bea & Co|-Xaver|");
  g_signal_emit_by_name (await_toast_button (fixture, "“Anna” deleted", "_Undo"), "clicked");
  await_rows (fixture, ALL);
}

/* The keyboard goes on with whoever took the place, or along with who went somewhere else. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) people = thaw_people_store_list (get_store (fixture), NULL);
  const ThawPerson *bea = g_ptr_array_index (people, 1);
  g_autoptr (ThawPerson) moved = thaw_person_copy (bea);
  g_autoptr (ThawPerson) saved = NULL;

  await_rows (fixture, ALL);
  gtk_widget_grab_focus (get_row (fixture, 1));
  g_free (moved->name);
  moved->name = g_strdup ("!A");
  moved->is_favourite = TRUE;
  saved = thaw_people_store_save_sync (get_store (fixture), moved, NULL);
  await_rows (fixture, "!A|!Zoë <3|Anna|-Xaver|");
  g_assert_true (gtk_window_get_focus (fixture->window) == get_row (fixture, 0));

  g_assert_true (thaw_people_store_remove_sync (get_store (fixture), bea->id, NULL));
  await_rows (fixture, "!Zoë <3|Anna|-Xaver|");
  g_assert_true (gtk_window_get_focus (fixture->window) == get_row (fixture, 0));

  gtk_widget_grab_focus (get_row (fixture, 2));
  g_assert_true (thaw_people_store_remove_sync (get_store (fixture),
                                                thaw_person_row_get_person (THAW_PERSON_ROW (get_row (fixture, 2)))->id,
                                                NULL));
  await_rows (fixture, "!Zoë <3|Anna|");
  g_assert_true (gtk_window_get_focus (fixture->window) == get_row (fixture, 1));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button;
  GtkWindow *editor;

  show (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "people-window-empty");
  button = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Add Somebody");
  g_assert_true (gtk_window_get_focus (fixture->window) == button);
  g_signal_emit_by_name (button, "clicked");
  editor = await_editor (fixture);
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW, NULL)), "Anna");
  gtk_window_close (editor);
  await_no_editor (fixture);
  while (g_strcmp0 (get_page (fixture), "people") != 0)
    g_main_context_iteration (NULL, TRUE);
  await_rows (fixture, "Anna|");

  g_signal_emit_by_name (await_toast_button (fixture, "“Anna” added", "_Undo"), "clicked");
  while (g_strcmp0 (get_page (fixture), "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Also by who reads with their ears. */
static void
assert_only_page (Fixture    *fixture,
                  const char *name)
{
  GtkStack *stack = get_stack (fixture);

  g_assert_cmpstr (get_page (fixture), ==, name);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_HIDDEN, child != gtk_stack_get_visible_child (stack));
}

/* Whoever opens the window then has a way on before them. */
static void
test_failed_opening (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *focus;

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  show (fixture);
  assert_only_page (fixture, "failed");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_true (focus == thaw_test_ui_find (gtk_stack_get_visible_child (get_stack (fixture)), GTK_TYPE_BUTTON,
                                             "_Try Again"));
}

static void
test_failed_reading (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GError) error = NULL;

  assert_only_page (fixture, "people");
  thaw_database_close (database);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "people.reload", NULL);
  assert_only_page (fixture, "failed");
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (thaw_test_ui_find (gtk_stack_get_visible_child (get_stack (fixture)), GTK_TYPE_BUTTON,
                                            "_Try Again"), "clicked");
  g_assert_cmpstr (get_page (fixture), ==, "people");
}

/* Words in a window over this one are kept before both go. */
static void
test_close_with_words (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;
  GtkWindow *editor;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "people.add", NULL);
  editor = await_editor (fixture);
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW, NULL)), "Clara");
  gtk_window_close (fixture->window);
  await_closed (fixture);

  people = thaw_people_store_list (get_store (fixture), NULL);
  g_assert_cmpuint (people->len, ==, 5);
}

/* As the window of the journal does it, which this one is over. */
static gboolean
on_close_request_cb (GtkWindow      *window,
                     ThawCloseGuard *guard)
{
  return !thaw_close_guard_may_close (guard);
}

/* Nor are they lost if a window below both closes. */
static void
test_close_below (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (ThawCloseGuard) guard = NULL;
  GtkWindow *below = thaw_test_ui_present_sized (gtk_label_new ("Below"), 400, 300);
  GtkWindow *editor;

  guard = thaw_close_guard_new (below);
  g_signal_connect (below, "close-request", G_CALLBACK (on_close_request_cb), guard);
  thaw_window_put_over (fixture->window, below);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "people.add", NULL);
  editor = await_editor (fixture);
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (editor), ADW_TYPE_ENTRY_ROW, NULL)), "Clara");
  gtk_window_close (below);
  await_closed (fixture);

  people = thaw_people_store_list (get_store (fixture), NULL);
  g_assert_cmpuint (people->len, ==, 5);
}

/* Of five thousand a few are rows, and all are searched. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %04u", i);
      g_autofree char *number = g_strdup_printf ("0170 %06u", i * 7);
      ThawPerson *person = thaw_person_new (i % THAW_N_PERSON_KINDS, name);

      g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, "mobile", number));
      person->modified_ms = 1;
      g_ptr_array_add (batch->people, person);
    }
  thaw_journal_import_batch_async (fixture->services.journal, batch, FALSE, NULL, thaw_test_store_result_cb, &result);
  g_assert_true (thaw_journal_import_finish (fixture->services.journal, thaw_test_await (&result), NULL, &error));
  g_assert_no_error (error);

  show (fixture);
  g_assert_nonnull (get_row (fixture, 49));
  g_assert_null (get_row (fixture, 50));
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                       "50 of 5000 people are shown."));

  search (fixture, "person 4999");
  await_rows (fixture, "Person 4999|");

  search (fixture, "");
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Show _More"), "clicked");
  g_assert_nonnull (get_row (fixture, 149));
  g_assert_null (get_row (fixture, 150));
  g_assert_true (gtk_window_get_focus (fixture->window) == get_row (fixture, 50));
}

static void
add_test (const char *path,
          void      (*set) (Fixture *, gconstpointer),
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/people-window/list", set_up_some, test_list);
  add_test ("/ui/people-window/search", set_up_some, test_search);
  add_test ("/ui/people-window/actions", set_up_some, test_actions);
  add_test ("/ui/people-window/talked", set_up_some, test_talked);
  add_test ("/ui/people-window/talked-today", set_up_some, test_talked_today);
  add_test ("/ui/people-window/talked-failure", set_up_some, test_talked_failure);
  add_test ("/ui/people-window/next-day", set_up_some, test_next_day);
  add_test ("/ui/people-window/open", set_up_some, test_open);
  add_test ("/ui/people-window/focus", set_up_some, test_focus);
  add_test ("/ui/people-window/empty", set_up, test_empty);
  add_test ("/ui/people-window/failed-opening", set_up, test_failed_opening);
  add_test ("/ui/people-window/failed-reading", set_up_some, test_failed_reading);
  add_test ("/ui/people-window/close-with-words", set_up_some, test_close_with_words);
  add_test ("/ui/people-window/close-below", set_up_some, test_close_below);
  add_test ("/ui/people-window/many", set_up, test_many);

  return g_test_run ();
}
