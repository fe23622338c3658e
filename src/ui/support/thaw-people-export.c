/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-people-export"

#include "config.h"
#include "support/thaw-people-export.h"

#include <glib/gi18n-lib.h>

#include "thaw-toast.h"
#include "thaw-undo-toast.h"
#include "vcard/thaw-vcard-text.h"

/* People on their way into a file. */
typedef struct
{
  AdwToastOverlay *overlay; /* (unowned) (nullable): NULL when the window is gone */
  ThawServices *services;   /* (owned) */
  GPtrArray *people;        /* (owned) (element-type ThawPerson) */
} Request;

static Request *
request_new (AdwToastOverlay *overlay,
             ThawServices    *services,
             GPtrArray       *people)
{
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->overlay, overlay);
  request->services = g_object_ref (services);
  request->people = g_ptr_array_ref (people);

  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_weak_pointer (&request->overlay);
  g_object_unref (request->services);
  g_ptr_array_unref (request->people);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* A photo that cannot be read is left out: the numbers are what counts. */
static GBytes *
make_file (Request *request)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < request->people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (request->people, i);
      g_autoptr (ThawPhoto) photo = NULL;

      if (person->photo != NULL)
        photo = thaw_photo_store_get (thaw_services_get_photos (request->services), person->photo, NULL);
      thaw_vcard_append_person (text, person, photo != NULL ? photo->data : NULL);
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
ask_again (gpointer data)
{
  Request *request = data;

  thaw_people_export_ask (request->overlay, request->services, request->people);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n = request->people->len;
  gboolean is_written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (request->overlay == NULL)
    return;

  if (is_written)
    {
      sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person exported", "%u people exported", n), n);
      thaw_toast_tell (request->overlay, sentence);
      return;
    }

  /* Translators: %s is the reason */
  sentence = g_strdup_printf (_("Nobody could be exported: %s"), error->message);
  thaw_undo_toast_show (request->overlay, sentence, _("_Try Again"), ask_again,
                        request_new (request->overlay, request->services, request->people), request_free);
}

static void
on_chooser_response_cb (GtkNativeDialog *chooser,
                        int              response,
                        gpointer         user_data)
{
  g_autoptr (GtkNativeDialog) owned_chooser = chooser;
  g_autoptr (Request) request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || request->overlay == NULL)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  thaw_people_export_write (request->overlay, request->services, request->people, file);
}

/* No part of a name leads to another folder. */
static char *
make_file_name (GPtrArray *people)
{
  g_autofree char *name = NULL;

  if (people->len != 1)
    /* Translators: the name of a file with people */
    return g_strdup (_("People.vcf"));

  name = g_strdup (((ThawPerson *) g_ptr_array_index (people, 0))->name);

  return g_strconcat (g_strdelimit (name, "/\\:", '-'), ".vcf", NULL);
}

/**
 * thaw_people_export_ask:
 * @overlay: where toasts appear, in the window that asks
 * @services: where photos are kept
 * @people: (element-type ThawPerson): somebody, or all
 *
 * Asks for a place for a file that address books read, and writes it there.
 */
void
thaw_people_export_ask (AdwToastOverlay *overlay,
                        ThawServices    *services,
                        GPtrArray       *people)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (people != NULL);

  chooser = gtk_file_chooser_native_new (_("Export People"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (overlay))),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  /* Translators: a kind of file */
  gtk_file_filter_set_name (filter, _("Contacts (vCard)"));
  gtk_file_filter_add_suffix (filter, "vcf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  name = make_file_name (people);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chooser_response_cb),
                    request_new (overlay, services, people));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * thaw_people_export_write:
 * @overlay: where toasts appear
 * @services: where photos are kept
 * @people: (element-type ThawPerson): somebody, or all
 * @file: where to
 *
 * Writes a file that address books read, which only the person may read at first, and says
 * how that went; where it could not be written, they may choose another place.
 */
void
thaw_people_export_write (AdwToastOverlay *overlay,
                          ThawServices    *services,
                          GPtrArray       *people,
                          GFile           *file)
{
  g_autoptr (Request) request = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (people != NULL);
  g_return_if_fail (G_IS_FILE (file));

  request = request_new (overlay, services, people);
  bytes = make_file (request);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written_cb,
                                       g_steal_pointer (&request));
}
