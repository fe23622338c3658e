/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-care-plan-window"

#include "config.h"
#include "support/thaw-care-entry.h"
#include "support/thaw-care-plan-window.h"
#include "support/thaw-care-row.h"
#include "support/thaw-care-section.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-save-problem.h"

typedef struct
{
  ThawTestServices services;
  GtkWidget *window; /* (unowned) (nullable): NULL when it is closed */
} Fixture;

static void
show (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_care_plan_window_new (fixture->services.services)));
  gtk_window_present (GTK_WINDOW (fixture->window));
  thaw_test_ui_flush (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  show (fixture);
}

static void
await_closed (Fixture *fixture)
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
  await_closed (fixture);
  thaw_test_services_tear_down (&fixture->services);
}

static GtkWidget *
get_section (Fixture      *fixture,
             ThawCarePart  part)
{
  GtkWidget *section = thaw_test_ui_find_class (fixture->window, THAW_TYPE_CARE_SECTION, NULL);

  for (guint i = 0; i < part; i++)
    section = gtk_widget_get_next_sibling (section);
  g_assert_true (THAW_IS_CARE_SECTION (section));

  return section;
}

static GtkListBox *
get_list (Fixture      *fixture,
          ThawCarePart  part)
{
  return GTK_LIST_BOX (thaw_test_ui_find (get_section (fixture, part), GTK_TYPE_LIST_BOX, NULL));
}

/* The rows of a part, from the top, as "A|B|[what is being written]". */
static char *
dup_shown (Fixture      *fixture,
           ThawCarePart  part)
{
  GtkListBox *list = get_list (fixture, part);
  GString *shown = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (shown, '|');
      if (THAW_IS_CARE_ENTRY (row))
        g_string_append_printf (shown, "[%s]", gtk_editable_get_text (GTK_EDITABLE (row)));
      else
        g_string_append (shown, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }

  return g_string_free (shown, FALSE);
}

/* What is on the disk of a part, as "A|B". */
static char *
dup_kept (Fixture      *fixture,
          ThawCarePart  part)
{
  g_autoptr (GPtrArray) items = thaw_care_store_list (thaw_services_get_care_items (fixture->services.services), NULL);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (items, i);

      if (item->part == part)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "|" : "", item->text);
    }

  return g_string_free (kept, FALSE);
}

static void
await_text (Fixture      *fixture,
            ThawCarePart  part,
            char        *(*dup_text) (Fixture *, ThawCarePart),
            const char   *expected)
{
  g_autofree char *last = NULL;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_free (last);
      last = dup_text (fixture, part);
      if (g_str_equal (last, expected))
        return;
      g_main_context_iteration (NULL, FALSE);
    }

  g_assert_cmpstr (last, ==, expected);
}

static GtkWidget *
get_next (Fixture      *fixture,
          ThawCarePart  part)
{
  GtkListBox *list = get_list (fixture, part);
  GtkListBoxRow *last = NULL, *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    last = row;
  g_assert_true (THAW_IS_CARE_ENTRY (last));

  return GTK_WIDGET (last);
}

static void
write_text (GtkWidget  *entry,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
press_enter (GtkWidget *entry)
{
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "activate");
}

static void
add_line (Fixture      *fixture,
          ThawCarePart  part,
          const char   *text)
{
  write_text (get_next (fixture, part), text);
  press_enter (get_next (fixture, part));
}

static ThawCareItem *
get_item (Fixture    *fixture,
          const char *text)
{
  g_autoptr (GPtrArray) items = thaw_care_store_list (thaw_services_get_care_items (fixture->services.services), NULL);

  for (guint i = 0; i < items->len; i++)
    {
      if (g_str_equal (((ThawCareItem *) g_ptr_array_index (items, i))->text, text))
        return thaw_care_item_copy (g_ptr_array_index (items, i));
    }

  g_assert_not_reached ();
}

static void
run (Fixture    *fixture,
     const char *action,
     const char *text)
{
  g_autoptr (ThawCareItem) item = get_item (fixture, text);

  g_assert_true (gtk_widget_activate_action (fixture->window, action, "s", item->id));
}

static GtkWidget *
await_button (Fixture    *fixture,
              const char *label)
{
  GtkWidget *button;

  while ((button = thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, label)) == NULL ||
         !gtk_widget_get_mapped (button))
    g_main_context_iteration (NULL, TRUE);

  return button;
}

/* One line after the other, each below the last, however quickly they come. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  add_line (fixture, THAW_CARE_WARNING_SIGNS, "I stop answering");
  add_line (fixture, THAW_CARE_WARNING_SIGNS, "  <b>Sleep</b> & noise ");
  press_enter (get_next (fixture, THAW_CARE_WARNING_SIGNS));
  add_line (fixture, THAW_CARE_SAFETY, "The keys");

  await_text (fixture, THAW_CARE_WARNING_SIGNS, dup_shown, "I stop answering|<b>Sleep</b> & noise|[]");
  await_text (fixture, THAW_CARE_WARNING_SIGNS, dup_kept, "I stop answering|<b>Sleep</b> & noise");
  await_text (fixture, THAW_CARE_SAFETY, dup_shown, "The keys|[]");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[]");
}

/* What was typed is on the disk without a key that says so, once, and still there to be gone on with. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *next = get_next (fixture, THAW_CARE_MYSELF);

  write_text (next, "A wal");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "A wal");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[A wal]");
  write_text (next, "A walk");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "A walk");

  /* Nor does it come back once it was taken away again. */
  write_text (next, "");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[]");
}

/* The window goes when the words are on the disk. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  write_text (get_next (fixture, THAW_CARE_MYSELF), "Tea");
  write_text (get_next (fixture, THAW_CARE_SAFETY), "The keys");
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_closed (fixture);
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "Tea");
  await_text (fixture, THAW_CARE_SAFETY, dup_kept, "The keys");

  show (fixture);
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Tea|[]");
}

/* A line is changed in its place; without words it is taken out, which can be undone. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *editor;

  add_line (fixture, THAW_CARE_MYSELF, "Tea");
  add_line (fixture, THAW_CARE_MYSELF, "A walk");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "Tea|A walk");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Tea|A walk|[]");

  run (fixture, "care.activate", "Tea");
  editor = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture, THAW_CARE_MYSELF), 0));
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[Tea]|A walk|[]");
  write_text (editor, "Green tea");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "Green tea|A walk");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[Green tea]|A walk|[]");
  press_enter (editor);
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Green tea|A walk|[]");

  run (fixture, "care.activate", "A walk");
  editor = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture, THAW_CARE_MYSELF), 1));
  write_text (editor, " ");
  press_enter (editor);
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Green tea|[]");
  gtk_widget_activate (await_button (fixture, "_Undo"));
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Green tea|A walk|[]");
}

/* A line goes up and down, as far as there is a place, and the focus goes with it. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row;

  add_line (fixture, THAW_CARE_PLACES, "A");
  add_line (fixture, THAW_CARE_PLACES, "B");
  add_line (fixture, THAW_CARE_PLACES, "C");
  await_text (fixture, THAW_CARE_PLACES, dup_shown, "A|B|C|[]");

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture, THAW_CARE_PLACES), 2));
  gtk_widget_grab_focus (row);
  run (fixture, "care.move-up", "C");
  await_text (fixture, THAW_CARE_PLACES, dup_kept, "A|C|B");
  await_text (fixture, THAW_CARE_PLACES, dup_shown, "A|C|B|[]");
  row = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (THAW_IS_CARE_ROW (row));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "C");

  run (fixture, "care.move-down", "B");
  run (fixture, "care.move-up", "A");
  run (fixture, "care.move-down", "A");
  await_text (fixture, THAW_CARE_PLACES, dup_kept, "C|A|B");
}

/* What was taken out comes back to its place, and the focus stays near. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *focus;

  add_line (fixture, THAW_CARE_PLACES, "A");
  add_line (fixture, THAW_CARE_PLACES, "B");
  await_text (fixture, THAW_CARE_PLACES, dup_shown, "A|B|[]");

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture, THAW_CARE_PLACES), 0)));
  run (fixture, "care.remove", "A");
  await_text (fixture, THAW_CARE_PLACES, dup_shown, "B|[]");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (THAW_IS_CARE_ROW (focus));

  gtk_widget_activate (await_button (fixture, "_Undo"));
  await_text (fixture, THAW_CARE_PLACES, dup_shown, "A|B|[]");
}

/* Somebody is shown as they are called now, with the number; who is gone keeps the name. */
static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  ThawPeopleStore *store = thaw_services_get_people (fixture->services.services);
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Anna");
  g_autoptr (ThawPerson) saved = NULL, changed = NULL;
  g_autoptr (ThawCareItem) item = thaw_care_item_new (THAW_CARE_PEOPLE, 0, "Anna");
  g_autoptr (ThawCareItem) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, "0171 1"));
  saved = thaw_people_store_save_sync (store, person, &error);
  g_assert_no_error (error);
  item->person = g_strdup (saved->id);
  kept = thaw_care_store_save_sync (thaw_services_get_care_items (fixture->services.services), item, &error);
  g_assert_no_error (error);
  await_text (fixture, THAW_CARE_PEOPLE, dup_shown, "Anna: 0171 1|[]");

  g_free (saved->name);
  saved->name = g_strdup ("Anna B.");
  changed = thaw_people_store_save_sync (store, saved, &error);
  g_assert_no_error (error);
  await_text (fixture, THAW_CARE_PEOPLE, dup_shown, "Anna B.: 0171 1|[]");

  thaw_people_store_remove_sync (store, saved->id, &error);
  g_assert_no_error (error);
  await_text (fixture, THAW_CARE_PEOPLE, dup_shown, "Anna|[]");
}

static AdwMessageDialog *
await_dialog (Fixture *fixture)
{
  while (TRUE)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();

      for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
        {
          g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

          if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_window_get_transient_for (toplevel) == (gpointer) fixture->window)
            return ADW_MESSAGE_DIALOG (toplevel);
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
answer (Fixture    *fixture,
        const char *response)
{
  AdwMessageDialog *dialog = await_dialog (fixture);

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* People and things to do are chosen from those that there are; nobody of whom one keeps a distance. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  ThawPeopleStore *store = thaw_services_get_people (fixture->services.services);
  g_autoptr (ThawPerson) anna = thaw_person_new (THAW_PERSON_FRIEND, "Anna");
  g_autoptr (ThawPerson) ben = thaw_person_new (THAW_PERSON_FRIEND, "Ben");
  g_autoptr (ThawPerson) saved_anna = NULL, saved_ben = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const ThawCareItem *item;
  GtkDropDown *choice;

  gtk_widget_activate_action (fixture->window, "care.add-person", "s", "people");
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL,
                                       "There is nobody yet. Add people on the page Support."));

  ben->keeps_distance = TRUE;
  saved_ben = thaw_people_store_save_sync (store, ben, NULL);
  saved_anna = thaw_people_store_save_sync (store, anna, NULL);
  gtk_widget_activate_action (fixture->window, "care.add-person", "s", "people");
  choice = GTK_DROP_DOWN (thaw_test_ui_find (GTK_WIDGET (await_dialog (fixture)), GTK_TYPE_DROP_DOWN, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, 1);
  answer (fixture, "cancel");
  gtk_widget_activate_action (fixture->window, "care.add-person", "s", "people");
  answer (fixture, "add");
  await_text (fixture, THAW_CARE_PEOPLE, dup_shown, "Anna|[]");

  gtk_widget_activate_action (fixture->window, "care.add-activity", "s", "myself");
  answer (fixture, "add");
  while (gtk_list_box_get_row_at_index (get_list (fixture, THAW_CARE_MYSELF), 1) == NULL)
    g_main_context_iteration (NULL, TRUE);
  items = thaw_care_store_list (thaw_services_get_care_items (fixture->services.services), NULL);
  g_assert_cmpuint (items->len, ==, 2);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (item->part, ==, THAW_CARE_MYSELF);
  g_assert_nonnull (item->activity);
  item = g_ptr_array_index (items, 1);
  g_assert_cmpstr (item->person, ==, saved_anna->id);
}

/* What could not be saved is told, and stays until it can. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  ThawSaveProblem *problem;
  g_autoptr (GError) error = NULL;

  problem = THAW_SAVE_PROBLEM (thaw_test_ui_find_class (fixture->window, THAW_TYPE_SAVE_PROBLEM, NULL));
  thaw_database_close (database);
  add_line (fixture, THAW_CARE_MYSELF, "Tea");
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[Tea]");

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (problem, "retry");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "Tea");
  while (thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
edit (Fixture      *fixture,
      ThawCarePart  part,
      const char   *text,
      int           index)
{
  GtkListBoxRow *row;

  run (fixture, "care.activate", text);
  row = gtk_list_box_get_row_at_index (get_list (fixture, part), index);
  g_assert_true (THAW_IS_CARE_ENTRY (row));

  return GTK_WIDGET (row);
}

/* Whoever goes over to another line at once takes the words of the first one along. */
static void
test_change_two (Fixture       *fixture,
                 gconstpointer  data)
{
  add_line (fixture, THAW_CARE_MYSELF, "Tea");
  add_line (fixture, THAW_CARE_MYSELF, "A walk");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Tea|A walk|[]");

  write_text (edit (fixture, THAW_CARE_MYSELF, "Tea", 0), "Green tea");
  run (fixture, "care.activate", "A walk");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Green tea|[A walk]|[]");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "Green tea|A walk");
}

/* What was changed and could not be saved stays where it was written, also if somebody is done with it. */
static void
test_change_failure (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawCareItem) other = NULL;
  g_autoptr (GError) error = NULL;
  ThawSaveProblem *problem;
  GtkWidget *editor;

  add_line (fixture, THAW_CARE_MYSELF, "Tea");
  add_line (fixture, THAW_CARE_MYSELF, "A walk");
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Tea|A walk|[]");
  other = get_item (fixture, "A walk");
  editor = edit (fixture, THAW_CARE_MYSELF, "Tea", 0);

  problem = THAW_SAVE_PROBLEM (thaw_test_ui_find_class (fixture->window, THAW_TYPE_SAVE_PROBLEM, NULL));
  thaw_database_close (database);
  write_text (editor, "Green tea");
  press_enter (editor);
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[Green tea]|A walk|[]");

  /* Nor does another line that is to be changed take its place. */
  gtk_widget_activate_action (fixture->window, "care.activate", "s", other->id);
  while (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (editor)) == THAW_WORDS_ON_THEIR_WAY)
    g_main_context_iteration (NULL, TRUE);
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "[Green tea]|A walk|[]");

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  press_enter (editor);
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Green tea|A walk|[]");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "Green tea|A walk");
}

/* A plan that cannot be read does not look as if there were none. */
static void
test_not_read (Fixture       *fixture,
               gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GError) error = NULL;

  add_line (fixture, THAW_CARE_MYSELF, "Tea");
  await_text (fixture, THAW_CARE_MYSELF, dup_kept, "Tea");
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_closed (fixture);

  thaw_database_close (database);
  show (fixture);
  g_assert_nonnull (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, "The care plan could not be read."));
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  gtk_widget_activate (await_button (fixture, "_Try Again"));
  await_text (fixture, THAW_CARE_MYSELF, dup_shown, "Tea|[]");
}

/* It fits on a narrow screen, also with large text. */
static void
test_large_text (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int minimum = -1;

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

  g_test_add ("/ui/care-plan-window/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/ui/care-plan-window/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/ui/care-plan-window/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/ui/care-plan-window/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/ui/care-plan-window/change-two", Fixture, NULL, set_up, test_change_two, tear_down);
  g_test_add ("/ui/care-plan-window/change-failure", Fixture, NULL, set_up, test_change_failure, tear_down);
  g_test_add ("/ui/care-plan-window/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/ui/care-plan-window/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/ui/care-plan-window/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/ui/care-plan-window/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/care-plan-window/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/ui/care-plan-window/not-read", Fixture, NULL, set_up, test_not_read, tear_down);
  g_test_add ("/ui/care-plan-window/large-text", Fixture, NULL, set_up, test_large_text, tear_down);

  return g_test_run ();
}
