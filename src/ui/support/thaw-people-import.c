/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-people-import"

#include "config.h"
#include "support/thaw-people-import.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-file-reader.h"
#include "support/thaw-photo-maker.h"
#include "thaw-undo-toast.h"
#include "vcard/thaw-vcard-reader.h"

/* Thousands of people with the photos that telephones take of them. */
#define MAX_FILE_BYTES (1024u * 1024u * 1024u)

/* People on their way from a file into the journal. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawServices *services;   /* (owned) */
  AdwToast *toast;          /* (owned) (nullable): says that a file is being read */
  ThawImportBatch *batch;   /* (owned) (nullable): those who are new */
} Import;

static Import *
import_new (AdwToastOverlay *overlay,
            ThawServices    *services)
{
  Import *import = g_new0 (Import, 1);

  g_set_weak_pointer (&import->overlay, overlay);
  import->services = g_object_ref (services);

  return import;
}

static Import *
import_copy (Import *import)
{
  Import *copy = import_new (import->overlay, import->services);

  copy->batch = thaw_import_batch_copy (import->batch);

  return copy;
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_clear_weak_pointer (&import->overlay);
  g_object_unref (import->services);
  g_clear_object (&import->toast);
  g_clear_pointer (&import->batch, thaw_import_batch_free);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static GtkWindow *
get_window (Import *import)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (import->overlay)));
}

/* Adding */

static void add (gpointer data);
static void take_back (gpointer data);

static void
offer (Import        *import,
       const char    *sentence,
       const char    *button_label,
       ThawToastFunc  func)
{
  if (import->overlay != NULL)
    thaw_undo_toast_show (import->overlay, sentence, button_label, func, import_copy (import), import_free);
}

static void
on_taken_back_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;

  /* That they are gone can be seen. */
  if (thaw_journal_keep_deleted_finish (THAW_JOURNAL (source), result, &error))
    return;

  g_info ("People not taken back: %s", error->message);
  offer (import, _("This could not be taken back."), _("_Try Again"), take_back);
}

/* As they were added: whoever was changed since stays, with what was written of them. */
static void
take_back (gpointer data)
{
  Import *import = data;
  g_autoptr (GPtrArray) tombstones = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tombstone_free);

  for (guint i = 0; i < import->batch->people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (import->batch->people, i);
      ThawTombstone *tombstone = g_new0 (ThawTombstone, 1);

      tombstone->uuid = g_strdup (person->id);
      tombstone->kind = g_strdup ("person");
      tombstone->deleted_ms = person->modified_ms;
      g_ptr_array_add (tombstones, tombstone);
    }

  thaw_journal_keep_deleted_async (thaw_services_get_journal (import->services), tombstones, NULL, on_taken_back_cb,
                                   import_copy (import));
}

static void
on_added_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n = import->batch->people->len;
  gboolean is_added = thaw_journal_import_finish (THAW_JOURNAL (source), result, NULL, &error);

  if (is_added)
    {
      sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person added", "%u people added", n), n);
      offer (import, sentence, _("_Undo"), take_back);
      return;
    }

  g_info ("People not added: %s", error->message);
  offer (import, _("Nobody could be added. Nothing was changed."), _("_Try Again"), add);
}

static void
add (gpointer data)
{
  Import *import = data;

  thaw_journal_import_batch_async (thaw_services_get_journal (import->services),
                                   thaw_import_batch_copy (import->batch), FALSE, NULL, on_added_cb,
                                   import_copy (import));
}

/* Looking at it first */

static void
on_response_cb (Import     *import,
                const char *response)
{
  if (g_str_equal (response, "add"))
    add (import);
}

static void
closure_import_free (gpointer  data,
                     GClosure *closure)
{
  import_free (data);
}

static char *
make_body (const ThawVcardBatch *read,
           guint                 n_there)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_auto (GStrv) losses = thaw_vcard_batch_dup_losses (read);
  guint n = read->contacts->len;

  if (n == 0)
    g_string_append (body, _("There is nobody in this file whom one could reach."));
  else if (n_there == 0)
    g_string_append_printf (body, g_dngettext (GETTEXT_PACKAGE, "%u person is in this file.",
                                               "%u people are in this file.", n), n);
  else if (n_there == n)
    g_string_append_printf (body, g_dngettext (GETTEXT_PACKAGE,
                                               "%u person is in this file, who is here already. Nothing changes.",
                                               "%u people are in this file, who are all here already. Nothing "
                                               "changes.", n), n);
  else
    {
      g_string_append_printf (body, g_dngettext (GETTEXT_PACKAGE, "%u person is in this file.",
                                                 "%u people are in this file.", n), n);
      g_string_append_c (body, ' ');
      g_string_append_printf (body, g_dngettext (GETTEXT_PACKAGE, "%u of them is here already, and stays as it is.",
                                                 "%u of them are here already, and stay as they are.", n_there),
                              n_there);
    }

  for (guint i = 0; losses[i] != NULL; i++)
    /* Translators: %s is a sentence without a full stop */
    g_string_append_printf (body, C_("sentence", "\n\n%s."), losses[i]);

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static void
preview (Import               *import,
         const ThawVcardBatch *read,
         guint                 n_there)
{
  guint n_new = import->batch->people->len;
  g_autofree char *body = make_body (read, n_there);
  GtkWidget *dialog = adw_message_dialog_new (get_window (import), n_new > 0 ? _("Add People?") : _("Nobody New"),
                                              body);

  if (n_new > 0)
    {
      g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Add %u Person", "_Add %u People",
                                                             n_new), n_new);

      adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "add", label, NULL);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
    }
  else
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Close"));
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), import_copy (import), closure_import_free,
                         G_CONNECT_SWAPPED);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_not_read (Import     *import,
               const char *reason)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (import), _("This File Cannot Be Read"), NULL);

  /* Translators: %s is the reason, as a sentence without a full stop */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _("%s. Nothing was changed."), reason);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Reading */

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawVcardBatch) read = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) there = NULL;
  guint n_there;

  adw_toast_dismiss (import->toast);
  if (import->overlay == NULL)
    return;

  if (read != NULL)
    there = thaw_people_store_list (thaw_services_get_people (import->services), &error);
  if (there == NULL)
    {
      g_info ("People not read: %s", error->message);
      tell_not_read (import, error->message);
      return;
    }

  import->batch = thaw_vcard_batch_make_import (read, there,
                                                thaw_clock_get_utc_ms (thaw_services_get_clock (import->services)),
                                                &n_there);
  preview (import, read, n_there);
}

static void
make_photo (gpointer data,
            gpointer user_data)
{
  ThawVcardContact *contact = data;
  g_autoptr (GBytes) photo = thaw_photo_maker_make (contact->photo, NULL);

  thaw_vcard_contact_set_photo (contact, photo);
}

/* As telephones take them, photos are much larger than what is kept. Nearly all the time that thousands of people take
 * is for these, so that all processors work on them. */
static void
make_photos (ThawVcardBatch *batch)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new ();
  GThreadPool *pool = g_thread_pool_new (make_photo, NULL, (int) g_get_num_processors (), FALSE, NULL);

  for (guint i = 0; i < batch->contacts->len; i++)
    {
      ThawVcardContact *contact = g_ptr_array_index (batch->contacts, i);

      if (contact->photo == NULL)
        continue;

      g_ptr_array_add (contacts, contact);
      g_thread_pool_push (pool, contact, NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);

  for (guint i = 0; i < contacts->len; i++)
    {
      const ThawVcardContact *contact = g_ptr_array_index (contacts, i);

      batch->n_lost[THAW_VCARD_LOSS_PHOTO] += contact->photo == NULL ? 1 : 0;
    }
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = thaw_file_reader_read (G_FILE (task_data), MAX_FILE_BYTES, cancellable, &error);
  g_autoptr (ThawVcardBatch) batch = bytes != NULL ? thaw_vcard_read (bytes, cancellable, &error) : NULL;

  if (batch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  make_photos (batch);
  g_task_return_pointer (task, g_steal_pointer (&batch), (GDestroyNotify) thaw_vcard_batch_free);
}

static void
on_chooser_response_cb (GtkNativeDialog *chooser,
                        int              response,
                        gpointer         user_data)
{
  g_autoptr (GtkNativeDialog) owned_chooser = chooser;
  g_autoptr (Import) import = user_data;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || import->overlay == NULL)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  thaw_people_import_take_file (import->overlay, import->services, file);
}

/**
 * thaw_people_import_ask:
 * @overlay: where toasts appear, in the window that asks
 * @services: where people are kept
 *
 * Asks for a file with people from an address book, and goes on as
 * thaw_people_import_take_file().
 */
void
thaw_people_import_ask (AdwToastOverlay *overlay,
                        ThawServices    *services)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));

  chooser = gtk_file_chooser_native_new (_("Import People"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (overlay))),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Contacts (vCard)"));
  gtk_file_filter_add_suffix (filter, "vcf");
  gtk_file_filter_add_suffix (filter, "vcard");
  gtk_file_filter_add_mime_type (filter, "text/vcard");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chooser_response_cb), import_new (overlay, services));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * thaw_people_import_take_file:
 * @overlay: where toasts appear, in the window that asks
 * @services: where people are kept
 * @file: a file with people from an address book
 *
 * Reads the file and says who is in it. If the person wants that, those who are new are
 * added, all or nobody; who is here already stays as they are.
 */
void
thaw_people_import_take_file (AdwToastOverlay *overlay,
                              ThawServices    *services,
                              GFile           *file)
{
  g_autoptr (GTask) task = NULL;
  Import *import;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (G_IS_FILE (file));

  import = import_new (overlay, services);
  import->toast = g_object_ref_sink (adw_toast_new (_("Reading the file…")));
  adw_toast_set_timeout (import->toast, 0);
  adw_toast_overlay_add_toast (overlay, g_object_ref (import->toast));

  task = g_task_new (NULL, NULL, on_read_cb, import);
  g_task_set_source_tag (task, thaw_people_import_take_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}
