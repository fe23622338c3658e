/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-person-editor"

#include "config.h"
#include "support/thaw-contact-way-row.h"
#include "support/thaw-person-editor.h"
#include "support/thaw-person-form.h"
#include "support/thaw-person-view.h"
#include "support/thaw-photo-row.h"
#include "support/thaw-way-editor.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "thaw-words-keeper.h"
#include "widgets/check-in/thaw-words-view.h"
#include "widgets/thaw-save-problem.h"

typedef struct
{
  ThawTestServices services;
  AdwToastOverlay *overlay;
  GtkWindow *parent;
  GtkWindow *window; /* (nullable): weak */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Behind"));
  fixture->parent = thaw_test_ui_present_sized (GTK_WIDGET (fixture->overlay), 400, 300);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_weak_pointer (&fixture->window);
  thaw_test_ui_close (fixture->parent);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawPeopleStore *
get_store (Fixture *fixture)
{
  return thaw_services_get_people (fixture->services.services);
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

static void
open_window (Fixture          *fixture,
             const ThawPerson *person)
{
  thaw_person_editor_open (fixture->overlay, fixture->services.services, person);
  g_set_weak_pointer (&fixture->window, find_window (THAW_TYPE_PERSON_EDITOR));
  gtk_window_set_default_size (fixture->window, 360, 640);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static ThawPerson *
make_saved (Fixture *fixture)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_MENTOR, "<Anna> & Ben");
  g_autoptr (GError) error = NULL;
  ThawPerson *saved;

  person->role = g_strdup ("my sponsor");
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, "mobile", "0170 12345"));
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_MAIL, NULL, "anna@example.org"));
  person->ask = g_strdup ("To listen, also at night");
  person->notes = g_strdup ("Likes tea & <cake>");
  person->last_contact = thaw_day_from_iso ("2026-03-20");
  person->is_favourite = TRUE;
  saved = thaw_people_store_save_sync (get_store (fixture), person, &error);
  g_assert_no_error (error);

  return saved;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *people = thaw_people_store_list (get_store (fixture), &error);

  g_assert_no_error (error);

  return people;
}

static ThawPerson *
read_only_one (Fixture *fixture)
{
  g_autoptr (GPtrArray) people = list (fixture);

  g_assert_cmpuint (people->len, ==, 1);

  return g_ptr_array_steal_index (people, 0);
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  GtkWidget *form = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PERSON_FORM, NULL);
  GtkWidget *list = thaw_test_ui_find_class (form, GTK_TYPE_LIST_BOX, "boxed-list");
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return GTK_WIDGET (row);
    }

  g_assert_not_reached ();
}

static void
write_name (Fixture    *fixture,
            const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "Name")), name);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (fixture->window);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
await_kept (Fixture *fixture)
{
  while (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)) != THAW_WORDS_KEPT)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
await_told (GtkWidget  *overlay,
            const char *sentence)
{
  /* The title of a toast is markup. */
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  GtkWidget *label;

  while ((label = thaw_test_ui_find (overlay, GTK_TYPE_LABEL, title)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return gtk_widget_get_ancestor (label, g_type_from_name ("AdwToastWidget"));
}

static void
await_count (Fixture *fixture,
             guint    expected)
{
  while (TRUE)
    {
      g_autoptr (GPtrArray) people = list (fixture);

      if (people->len == expected)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Who was only looked for leaves nobody behind. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;

  open_window (fixture, NULL);
  g_assert_cmpstr (gtk_window_get_title (fixture->window), ==, "Add Somebody");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "person-editor-new");
  close_window (fixture);
  people = list (fixture);
  g_assert_cmpuint (people->len, ==, 0);
}

/* One is there with all that was written; and gone again, if that was not meant. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (ThawPerson) person = NULL;
  GtkWidget *toast;

  open_window (fixture, NULL);
  write_name (fixture, " Anna\n& Ben ");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture, "Kind")), THAW_PERSON_GROUP);
  close_window (fixture);

  person = read_only_one (fixture);
  g_assert_cmpstr (person->name, ==, "Anna & Ben");
  g_assert_cmpint (person->kind, ==, THAW_PERSON_GROUP);
  g_assert_null (person->role);
  g_assert_cmpint (person->nudge_days, ==, 0);

  toast = await_told (GTK_WIDGET (fixture->overlay), "“Anna & Ben” added");
  g_signal_emit_by_name (thaw_test_ui_find (toast, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  await_count (fixture, 0);
}

/* A number is worth keeping, also if nobody says whose it is. */
static void
test_no_name (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawPerson) person = NULL;
  GtkWidget *editor;

  open_window (fixture, NULL);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                       "Without a name, they are listed as “Friend”."));
  click (fixture, "Add a _Way to Reach Them");
  editor = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_WAY_EDITOR, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), editor));
  gtk_editable_set_text (GTK_EDITABLE (thaw_test_ui_find (editor, GTK_TYPE_ENTRY, NULL)), "0170 1");
  close_window (fixture);

  person = read_only_one (fixture);
  g_assert_cmpstr (person->name, ==, "Friend");
  g_assert_cmpuint (person->ways->len, ==, 1);
  g_assert_cmpstr (thaw_person_get_first_way (person, THAW_CONTACT_PHONE)->value, ==, "0170 1");
}

/* Whoever is looked at can be reached, and names no other person’s number. */
static void
test_view (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) now = NULL;
  GtkWidget *view, *button;

  open_window (fixture, person);
  view = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PERSON_VIEW, NULL);
  g_assert_true (gtk_widget_get_mapped (view));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "person-view");
  g_assert_nonnull (thaw_test_ui_find (view, GTK_TYPE_LABEL, "<Anna> & Ben"));
  g_assert_nonnull (thaw_test_ui_find (view, GTK_TYPE_LABEL, "my sponsor"));
  g_assert_nonnull (thaw_test_ui_find (view, GTK_TYPE_LABEL, "Favourite"));
  g_assert_nonnull (thaw_test_ui_find (view, GTK_TYPE_LABEL, "Likes tea & <cake>"));
  g_assert_nonnull (thaw_test_ui_find (view, GTK_TYPE_LABEL, "You talked 9 days ago"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (view, GTK_TYPE_BUTTON, "C_all")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Call <Anna> & Ben, mobile");

  button = thaw_test_ui_find (view, GTK_TYPE_BUTTON, "We _Talked");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "<Anna> & Ben and I talked today");
  g_signal_emit_by_name (button, "clicked");
  while (thaw_test_ui_find (view, GTK_TYPE_LABEL, "You talked today") == NULL)
    g_main_context_iteration (NULL, TRUE);
  button = thaw_test_ui_find (await_told (GTK_WIDGET (fixture->window), "You and <Anna> & Ben talked today"),
                              GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (button, "clicked");
  while (thaw_test_ui_find (view, GTK_TYPE_LABEL, "You talked 9 days ago") == NULL)
    g_main_context_iteration (NULL, TRUE);

  close_window (fixture);
  now = read_only_one (fixture);
  g_assert_true (thaw_person_equal (now, person));
}

/* Whoever opens the form and is done with it has changed nothing. */
static void
test_unchanged (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) now = NULL;

  open_window (fixture, person);
  activate (fixture, "person.edit");
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "person-form");
  write_name (fixture, "Other");
  write_name (fixture, "<Anna> & Ben");
  await_kept (fixture);
  activate (fixture, "person.done");
  now = read_only_one (fixture);
  g_assert_true (thaw_person_equal (now, person));
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"));
  close_window (fixture);
  g_assert_null (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Undo"));
}

/* Done leads back to who they are, with what is different now; which can be taken back. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) now = NULL;
  GtkWidget *view, *undo;

  open_window (fixture, person);
  view = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PERSON_VIEW, NULL);
  activate (fixture, "person.edit");
  write_name (fixture, "Clara");
  activate (fixture, "person.done");
  while (!gtk_widget_get_mapped (view) || thaw_test_ui_find (view, GTK_TYPE_LABEL, "Clara") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_window_get_title (fixture->window), ==, "Clara");
  now = read_only_one (fixture);
  g_assert_cmpstr (now->name, ==, "Clara");
  g_assert_cmpstr (now->id, ==, person->id);

  undo = thaw_test_ui_find (await_told (GTK_WIDGET (fixture->window), "“Clara” changed"), GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (undo, "clicked");
  while (thaw_test_ui_find (view, GTK_TYPE_LABEL, "<Anna> & Ben") == NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_person_free (g_steal_pointer (&now));
  now = read_only_one (fixture);
  g_assert_true (thaw_person_equal (now, person));
  close_window (fixture);
}

/* Each change is on the disk within a second or so. */
static void
test_autosave (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawPerson) person = NULL;
  g_autoptr (ThawPerson) then = NULL;

  open_window (fixture, NULL);
  write_name (fixture, "A");
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)), ==, THAW_WORDS_UNKEPT);
  await_kept (fixture);
  person = read_only_one (fixture);
  g_assert_cmpstr (person->name, ==, "A");

  write_name (fixture, "Anna");
  close_window (fixture);
  then = read_only_one (fixture);
  g_assert_cmpstr (then->name, ==, "Anna");
  g_assert_cmpstr (then->id, ==, person->id);
}

/* The best way comes first; one that is gone takes no focus along. */
static void
test_ways (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) now = NULL;
  g_autoptr (ThawPerson) last = NULL;
  GtkWidget *form, *first, *second;

  open_window (fixture, person);
  activate (fixture, "person.edit");
  form = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PERSON_FORM, NULL);
  first = thaw_test_ui_find (form, THAW_TYPE_WAY_EDITOR, NULL);
  second = gtk_widget_get_next_sibling (first);
  g_assert_false (gtk_widget_get_visible (thaw_test_ui_find (first, GTK_TYPE_BUTTON, "Try This First")));
  g_signal_emit_by_name (thaw_test_ui_find (second, GTK_TYPE_BUTTON, "Try This First"), "clicked");
  await_kept (fixture);
  now = read_only_one (fixture);
  g_assert_cmpstr (((ThawContactWay *) g_ptr_array_index (now->ways, 0))->value, ==, "anna@example.org");
  g_assert_cmpstr (((ThawContactWay *) g_ptr_array_index (now->ways, 1))->value, ==, "0170 12345");
  g_assert_false (gtk_widget_get_visible (thaw_test_ui_find (second, GTK_TYPE_BUTTON, "Try This First")));

  gtk_widget_grab_focus (second);
  g_signal_emit_by_name (thaw_test_ui_find (second, GTK_TYPE_BUTTON, "Remove"), "clicked");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), first));
  close_window (fixture);
  last = read_only_one (fixture);
  g_assert_cmpuint (last->ways->len, ==, 1);
  g_assert_cmpstr (((ThawContactWay *) g_ptr_array_index (last->ways, 0))->label, ==, "mobile");
}

/* What is too long is told where it stands, is not lost, and is saved when it is shorter. */
static void
test_too_long (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *name = g_strnfill (THAW_PERSON_MAX_NAME_BYTES + 1, 'x');
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (ThawPerson) person = NULL;
  GtkWindow *question;

  open_window (fixture, NULL);
  write_name (fixture, name);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                       "This is too long to be kept. Shorten it a little, and it will be saved."));
  gtk_window_close (fixture->window);
  question = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "back");
  gtk_window_destroy (question);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, "Name"))), ==, name);
  people = list (fixture);
  g_assert_cmpuint (people->len, ==, 0);

  write_name (fixture, "Anna");
  close_window (fixture);
  person = read_only_one (fixture);
  g_assert_cmpstr (person->name, ==, "Anna");
}

/* What could not be saved stays, is told, and can be tried again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawPerson) person = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *problem;
  GtkWindow *question;

  open_window (fixture, NULL);
  problem = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_SAVE_PROBLEM, NULL);
  thaw_database_close (database);
  write_name (fixture, "Anna");
  gtk_window_close (fixture->window);
  while (find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL)
    g_main_context_iteration (NULL, TRUE);
  question = find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "back");
  gtk_window_destroy (question);
  g_assert_true (thaw_save_problem_is_shown (THAW_SAVE_PROBLEM (problem)));
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)), ==, THAW_WORDS_UNKEPT);

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (problem, "retry");
  await_kept (fixture);
  g_assert_false (thaw_save_problem_is_shown (THAW_SAVE_PROBLEM (problem)));
  person = read_only_one (fixture);
  g_assert_cmpstr (person->name, ==, "Anna");
  close_window (fixture);
}

static void
test_close_anyway (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWindow *question;

  open_window (fixture, NULL);
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  write_name (fixture, "Anna");
  gtk_window_close (fixture->window);
  while ((question = find_window (ADW_TYPE_MESSAGE_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "close");
  gtk_window_destroy (question);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) back = NULL;
  GtkWidget *toast;

  open_window (fixture, person);
  activate (fixture, "person.delete");
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  await_count (fixture, 0);
  toast = await_told (GTK_WIDGET (fixture->overlay), "“<Anna> & Ben” deleted");
  g_signal_emit_by_name (thaw_test_ui_find (toast, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  await_count (fixture, 1);
  back = read_only_one (fixture);
  g_assert_true (thaw_person_equal (back, person));
}

static void
test_delete_failure (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (GError) error = NULL;
  GtkWidget *toast;

  open_window (fixture, person);
  thaw_database_close (database);
  activate (fixture, "person.delete");
  toast = await_told (GTK_WIDGET (fixture->overlay), "“<Anna> & Ben” could not be deleted. Nothing was changed.");
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  await_count (fixture, 1);
  g_signal_emit_by_name (thaw_test_ui_find (toast, GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  await_count (fixture, 0);
}

/* What was written a moment before is on the disk first; if it cannot be, nobody goes, and neither do the words. */
static void
test_delete_written (Fixture       *fixture,
                     gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) back = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *problem, *toast;
  GtkWindow *question;

  open_window (fixture, person);
  activate (fixture, "person.edit");
  write_name (fixture, "Anna");
  thaw_database_close (database);
  activate (fixture, "person.delete");
  g_assert_nonnull (fixture->window);
  problem = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_SAVE_PROBLEM, NULL);
  while ((question = find_window (ADW_TYPE_MESSAGE_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "back");
  gtk_window_destroy (question);
  g_assert_true (thaw_save_problem_is_shown (THAW_SAVE_PROBLEM (problem)));
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)), ==, THAW_WORDS_UNKEPT);

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  activate (fixture, "person.delete");
  toast = await_told (GTK_WIDGET (fixture->overlay), "“Anna” deleted");
  g_assert_null (fixture->window);
  g_signal_emit_by_name (thaw_test_ui_find (toast, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  await_count (fixture, 1);
  back = read_only_one (fixture);
  g_assert_cmpstr (back->name, ==, "Anna");
}

/* Whoever opens somebody can reach them at once, and read their name in one line. */
static void
test_reach (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Anna Example");
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *view;
  GtkLabel *name;

  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, "0170 12345"));
  saved = thaw_people_store_save_sync (get_store (fixture), person, &error);
  g_assert_no_error (error);
  open_window (fixture, saved);
  g_assert_true (THAW_IS_CONTACT_WAY_ROW (gtk_window_get_focus (fixture->window)));
  view = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PERSON_VIEW, NULL);
  name = GTK_LABEL (thaw_test_ui_find (view, GTK_TYPE_LABEL, "Anna Example"));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (name)), ==, 1);
}

/* Somebody who was deleted elsewhere is not shown on. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (GError) error = NULL;

  open_window (fixture, person);
  thaw_people_store_remove_sync (get_store (fixture), person->id, &error);
  g_assert_no_error (error);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
make_picture (Fixture *fixture)
{
  g_autoptr (GdkPixbuf) image = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 600, 400);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->services.directory, "photo.png", NULL);

  gdk_pixbuf_fill (image, 0x8899aaff);
  gdk_pixbuf_save (image, path, "png", &error, NULL);
  g_assert_no_error (error);

  return path;
}

static void
test_photo (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = make_picture (fixture);
  g_autofree char *no_photo = g_build_filename (fixture->services.directory, "journal.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) no_file = g_file_new_for_path (no_photo);
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) now = NULL;
  g_autoptr (ThawPerson) without = NULL;
  g_autoptr (ThawPhoto) photo = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  open_window (fixture, person);
  activate (fixture, "person.edit");
  row = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PHOTO_ROW, NULL);
  thaw_photo_row_take_file (THAW_PHOTO_ROW (row), no_file);
  while (thaw_test_ui_find (row, GTK_TYPE_LABEL,
                            "This file is no picture that Thaw can read. Nothing was changed.") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (thaw_photo_row_get_photo (THAW_PHOTO_ROW (row)));

  thaw_photo_row_take_file (THAW_PHOTO_ROW (row), file);
  while (thaw_photo_row_get_photo (THAW_PHOTO_ROW (row)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  await_kept (fixture);
  now = read_only_one (fixture);
  photo = thaw_photo_store_get (thaw_services_get_photos (fixture->services.services), now->photo, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_photo_is_valid (photo));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "person-form-photo");

  click (fixture, "_Remove Photo");
  await_kept (fixture);
  without = read_only_one (fixture);
  g_assert_null (without->photo);
  close_window (fixture);
}

/* Whoever is done before the photo is made has it nevertheless, and stays where something is to be read. */
static void
test_photo_and_close (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = make_picture (fixture);
  g_autofree char *no_photo = g_build_filename (fixture->services.directory, "journal.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) no_file = g_file_new_for_path (no_photo);
  g_autoptr (ThawPerson) person = make_saved (fixture);
  g_autoptr (ThawPerson) now = NULL;
  GtkWidget *row;

  open_window (fixture, person);
  activate (fixture, "person.edit");
  row = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PHOTO_ROW, NULL);
  thaw_photo_row_take_file (THAW_PHOTO_ROW (row), no_file);
  gtk_window_close (fixture->window);
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->window)), ==, THAW_WORDS_ON_THEIR_WAY);
  await_kept (fixture);
  g_assert_true (gtk_widget_get_mapped (thaw_test_ui_find (row, GTK_TYPE_LABEL, "This file is no picture that Thaw can "
                                                           "read. Nothing was changed.")));

  thaw_photo_row_take_file (THAW_PHOTO_ROW (row), file);
  close_window (fixture);
  now = read_only_one (fixture);
  g_assert_nonnull (now->photo);
}

/* What is asked of whom is said to who cannot see the heading above. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *form, *view;
  int minimum;

  open_window (fixture, NULL);
  form = thaw_test_ui_find (GTK_WIDGET (fixture->window), THAW_TYPE_PERSON_FORM, NULL);
  view = thaw_test_ui_find (form, THAW_TYPE_WORDS_VIEW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (view, GTK_TYPE_TEXT_VIEW, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What you may ask of them");
  click (fixture, "Add a _Way to Reach Them");
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (thaw_test_ui_find (thaw_test_ui_find (form, THAW_TYPE_WAY_EDITOR, NULL), GTK_TYPE_ENTRY, NULL)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Number");
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  close_window (fixture);
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

  add_test ("/ui/person-editor/nobody", test_nobody);
  add_test ("/ui/person-editor/add", test_add);
  add_test ("/ui/person-editor/no-name", test_no_name);
  add_test ("/ui/person-editor/view", test_view);
  add_test ("/ui/person-editor/unchanged", test_unchanged);
  add_test ("/ui/person-editor/change", test_change);
  add_test ("/ui/person-editor/autosave", test_autosave);
  add_test ("/ui/person-editor/ways", test_ways);
  add_test ("/ui/person-editor/too-long", test_too_long);
  add_test ("/ui/person-editor/failure", test_failure);
  add_test ("/ui/person-editor/close-anyway", test_close_anyway);
  add_test ("/ui/person-editor/delete", test_delete);
  add_test ("/ui/person-editor/delete-failure", test_delete_failure);
  add_test ("/ui/person-editor/delete-written", test_delete_written);
  add_test ("/ui/person-editor/reach", test_reach);
  add_test ("/ui/person-editor/gone", test_gone);
  add_test ("/ui/person-editor/photo", test_photo);
  add_test ("/ui/person-editor/photo-and-close", test_photo_and_close);
  add_test ("/ui/person-editor/names", test_names);

  return g_test_run ();
}
