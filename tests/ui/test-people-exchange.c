/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-people-exchange"

#include "config.h"
#include "support/thaw-people-export.h"
#include "support/thaw-people-import.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

#include <glib/gstdio.h>

typedef struct
{
  ThawTestServices services;
  AdwToastOverlay *overlay;
  GtkWindow *window;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Behind"));
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->overlay), 400, 300);
  fixture->path = g_build_filename (fixture->services.directory, "people.vcf", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    thaw_test_ui_close (fixture->window);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->path, g_free);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawPeopleStore *
get_store (Fixture *fixture)
{
  return thaw_services_get_people (fixture->services.services);
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
import (Fixture *fixture)
{
  thaw_people_import_take_file (fixture->overlay, fixture->services.services, fixture->file);
}

static AdwMessageDialog *
await_dialog (void)
{
  while (TRUE)
    {
      GListModel *windows = gtk_window_get_toplevels ();

      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (ADW_IS_MESSAGE_DIALOG (window))
            return ADW_MESSAGE_DIALOG (window);
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
respond (AdwMessageDialog *dialog,
         const char       *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
await_told (Fixture    *fixture,
            const char *sentence)
{
  while (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_LABEL, sentence) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *people = thaw_people_store_list (get_store (fixture), &error);

  g_assert_no_error (error);

  return people;
}

#define CARD(name, number) "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" name "\r\nTEL:" number "\r\nEND:VCARD\r\n"
#define TWO CARD ("Anna <1>", "0170 1") CARD ("Ben", "0170 2")

/* Who is here already stays, and that is said before anything happens. */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) three = NULL;
  AdwMessageDialog *dialog;

  write_file (fixture, TWO);
  import (fixture);
  await_told (fixture, "Reading the file…");
  dialog = await_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Add People?");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==, "2 people are in this file.");
  g_assert_cmpstr (adw_message_dialog_get_response_label (dialog, "add"), ==, "_Add 2 People");
  respond (dialog, "add");
  await_told (fixture, "2 people added");
  two = list (fixture);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((ThawPerson *) g_ptr_array_index (two, 0))->name, ==, "Anna <1>");

  write_file (fixture, TWO CARD ("Clara", "0170 3"));
  import (fixture);
  dialog = await_dialog ();
  thaw_test_ui_flush (GTK_WIDGET (dialog));
  thaw_test_ui_save_picture (GTK_WIDGET (dialog), "people-import");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==,
                   "3 people are in this file. 2 of them are here already, and stay as they are.");
  g_assert_cmpstr (adw_message_dialog_get_response_label (dialog, "add"), ==, "_Add 1 Person");
  respond (dialog, "add");
  await_told (fixture, "1 person added");
  three = list (fixture);
  g_assert_cmpuint (three->len, ==, 3);

  import (fixture);
  dialog = await_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Nobody New");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==,
                   "3 people are in this file, who are all here already. Nothing changes.");
  respond (dialog, "cancel");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;

  write_file (fixture, TWO);
  import (fixture);
  respond (await_dialog (), "cancel");
  people = list (fixture);
  g_assert_cmpuint (people->len, ==, 0);
}

/* Whatever is wrong with a file is told, and nobody of it is taken. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const texts[] = { TWO "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Clara\r\n", "no contacts", "" };
  g_autoptr (GPtrArray) people = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AdwMessageDialog *dialog;

      write_file (fixture, texts[i]);
      import (fixture);
      dialog = await_dialog ();
      g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "This File Cannot Be Read");
      g_assert_true (g_str_has_suffix (adw_message_dialog_get_body (dialog), ". Nothing was changed."));
      respond (dialog, "cancel");
    }

  g_remove (fixture->path);
  import (fixture);
  respond (await_dialog (), "cancel");
  people = list (fixture);
  g_assert_cmpuint (people->len, ==, 0);
}

/* What could not be written can be tried again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  AdwMessageDialog *dialog;

  write_file (fixture, TWO);
  import (fixture);
  dialog = await_dialog ();
  thaw_database_close (database);
  respond (dialog, "add");
  await_told (fixture, "Nobody could be added. Nothing was changed.");
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  await_told (fixture, "2 people added");
  people = list (fixture);
  g_assert_cmpuint (people->len, ==, 2);
}

static void
undo (Fixture *fixture)
{
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Undo"), "clicked");
}

static void
await_count (Fixture *fixture,
             guint    n)
{
  while (TRUE)
    {
      g_autoptr (GPtrArray) people = list (fixture);

      if (people->len == n)
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Whoever was there before stays, and whoever something was written of since. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) later = NULL;
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GPtrArray) three = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, CARD ("Anna", "0170 1"));
  import (fixture);
  respond (await_dialog (), "add");
  await_told (fixture, "1 person added");
  write_file (fixture, CARD ("Anna", "0170 1") CARD ("Ben", "0170 2") CARD ("Clara", "0170 3"));
  import (fixture);
  respond (await_dialog (), "add");
  await_told (fixture, "2 people added");
  three = list (fixture);
  g_assert_cmpuint (three->len, ==, 3);

  now = thaw_clock_dup_now (fixture->services.clock);
  later = g_date_time_add_seconds (now, 1);
  thaw_clock_set_now (fixture->services.clock, later);
  saved = thaw_person_copy (g_ptr_array_index (three, 2));
  saved->notes = g_strdup ("Sings");
  thaw_person_free (thaw_people_store_save_sync (get_store (fixture), saved, &error));
  g_assert_no_error (error);

  thaw_database_close (database);
  undo (fixture);
  await_told (fixture, "This could not be taken back.");
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  await_count (fixture, 2);
  left = list (fixture);
  g_assert_cmpstr (((ThawPerson *) g_ptr_array_index (left, 0))->name, ==, "Anna");
  g_assert_cmpstr (((ThawPerson *) g_ptr_array_index (left, 1))->notes, ==, "Sings");
}

/* Large photos become small ones; what is no photo is told, and the person taken nevertheless. */
static void
test_photos (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GdkPixbuf) image = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 900, 700);
  g_autofree char *bytes = NULL;
  g_autofree char *base64 = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (ThawPhoto) photo = NULL;
  g_autoptr (GError) error = NULL;
  AdwMessageDialog *dialog;
  gsize n_bytes;

  gdk_pixbuf_fill (image, 0x446688ff);
  gdk_pixbuf_save_to_buffer (image, &bytes, &n_bytes, "png", &error, NULL);
  g_assert_no_error (error);
  base64 = g_base64_encode ((const guchar *) bytes, n_bytes);
  text = g_strdup_printf ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nTEL:1\r\n"
                          "PHOTO;ENCODING=b;TYPE=PNG:%s\r\nEND:VCARD\r\n"
                          "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben\r\nTEL:2\r\n"
                          "PHOTO;ENCODING=b;TYPE=PNG:QUJDRA==\r\nEND:VCARD\r\n", base64);
  write_file (fixture, text);
  import (fixture);
  dialog = await_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), ==,
                   "2 people are in this file.\n\nThe picture of 1 contact could not be taken over.");
  respond (dialog, "add");
  await_told (fixture, "2 people added");

  people = list (fixture);
  photo = thaw_photo_store_get (thaw_services_get_photos (fixture->services.services),
                                ((ThawPerson *) g_ptr_array_index (people, 0))->photo, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_photo_is_valid (photo));
  g_assert_null (((ThawPerson *) g_ptr_array_index (people, 1))->photo);
}

/* Whoever closes the window while the file is read is asked nothing. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;

  write_file (fixture, TWO);
  import (fixture);
  thaw_test_ui_close (g_steal_pointer (&fixture->window));
  while (G_OBJECT (fixture->services.services)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  people = list (fixture);
  g_assert_cmpuint (people->len, ==, 0);
}

/* The reason is the system’s. */
static gboolean
is_told (GtkWidget  *widget,
         const char *beginning)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), beginning))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_told (child, beginning))
        return TRUE;
    }

  return FALSE;
}

static void
save_person (Fixture    *fixture,
             const char *name)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, name);
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, "0170 1"));
  saved = thaw_people_store_save_sync (get_store (fixture), person, &error);
  g_assert_no_error (error);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/people.vcf");
  g_autofree char *text = NULL;
  AdwMessageDialog *dialog;
  GStatBuf status;

  save_person (fixture, "Anna <1>");
  save_person (fixture, "Ben");
  people = list (fixture);

  thaw_people_export_write (fixture->overlay, fixture->services.services, people, fixture->file);
  await_told (fixture, "2 people exported");
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "FN:Anna <1>"));
  g_assert_nonnull (strstr (text, "FN:Ben"));
  /* Not for everybody’s eyes. */
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 077, ==, 0);

  /* What was exported is known again. */
  import (fixture);
  dialog = await_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Nobody New");
  respond (dialog, "cancel");

  thaw_people_export_write (fixture->overlay, fixture->services.services, people, nowhere);
  while (!is_told (GTK_WIDGET (fixture->overlay), "Nobody could be exported: "))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Try Again"));
}

/* Whoever closes the window while a file is written has it afterwards. */
static void
test_export_closed (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_person_free);
  guint n_owners = G_OBJECT (fixture->overlay)->ref_count;
  g_autofree char *text = NULL;

  g_ptr_array_add (people, thaw_person_new (THAW_PERSON_FRIEND, "Anna"));
  thaw_people_export_write (fixture->overlay, fixture->services.services, people, fixture->file);
  /* What is on its way must not keep what is left of a window. */
  g_assert_cmpuint (G_OBJECT (fixture->overlay)->ref_count, ==, n_owners);
  thaw_test_ui_close (g_steal_pointer (&fixture->window));
  while (G_OBJECT (fixture->services.services)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "FN:Anna"));
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

  add_test ("/ui/people-exchange/import", test_import);
  add_test ("/ui/people-exchange/cancel", test_cancel);
  add_test ("/ui/people-exchange/damaged", test_damaged);
  add_test ("/ui/people-exchange/failure", test_failure);
  add_test ("/ui/people-exchange/undo", test_undo);
  add_test ("/ui/people-exchange/photos", test_photos);
  add_test ("/ui/people-exchange/closed", test_closed);
  add_test ("/ui/people-exchange/export", test_export);
  add_test ("/ui/people-exchange/export-closed", test_export_closed);

  return g_test_run ();
}
