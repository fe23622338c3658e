/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-document-saver"

#include "config.h"
#include "print/thaw-document-saver.h"

#include "print/thaw-document-pdf.h"
#include "print/thaw-print-problem.h"
#include "thaw-toast.h"

#include <glib/gi18n-lib.h>

/* A document that is to become a file. */
typedef struct
{
  ThawDocument *document;   /* (owned) */
  GtkWindow *parent;        /* (nullable): weak; there is nobody to tell anything once it is gone */
  AdwToastOverlay *overlay; /* (nullable): weak */
} Request;

static Request *
request_new (const ThawDocument *document,
             GtkWindow          *parent,
             AdwToastOverlay    *overlay)
{
  Request *request = g_new0 (Request, 1);

  request->document = thaw_document_copy (document);
  g_set_weak_pointer (&request->parent, parent);
  g_set_weak_pointer (&request->overlay, overlay);

  return request;
}

static void
request_free (Request *request)
{
  thaw_document_free (request->document);
  g_clear_weak_pointer (&request->parent);
  g_clear_weak_pointer (&request->overlay);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
request_closure_free (gpointer  data,
                      GClosure *closure)
{
  request_free (data);
}

static void
on_problem_response_cb (GtkWidget  *dialog,
                        const char *response,
                        Request    *request)
{
  if (g_str_equal (response, THAW_PRINT_PROBLEM_GO_ON) && request->parent != NULL)
    thaw_document_save_as (request->document, request->parent, request->overlay);
}

static void
tell_failure (Request      *request,
              const GError *error)
{
  GtkWidget *dialog;

  if (request->parent == NULL)
    return;

  dialog = thaw_print_problem_new (request->parent, _("The File Could Not Be Saved"), error,
                                   _("Choose _Another Place…"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_problem_response_cb),
                         request_new (request->document, request->parent, request->overlay),
                         request_closure_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_success (Request *request,
              GFile   *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = NULL;

  if (request->overlay == NULL)
    return;

  /* Translators: %s is the name of a file, as “Care plan.pdf” */
  sentence = g_strdup_printf (_("Saved as “%s”"), name);
  thaw_toast_tell (request->overlay, sentence);
}

static void
on_contents_replaced_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tell_success (request, G_FILE (source));
  else
    tell_failure (request, error);
}

/**
 * thaw_document_save_to:
 * @document: what to write; copied
 * @file: where to
 * @parent: the window over which a dialog appears if that does not work
 * @overlay: (nullable): where it is said that it worked
 *
 * Writes @document as PDF, which only the person may read at first. A file that was there
 * is replaced as a whole or not at all; if that fails, the person may choose another place.
 */
void
thaw_document_save_to (const ThawDocument *document,
                       GFile              *file,
                       GtkWindow          *parent,
                       AdwToastOverlay    *overlay)
{
  g_autoptr (Request) request = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (document != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  request = request_new (document, parent, overlay);
  bytes = thaw_document_to_pdf (document, &error);
  if (bytes == NULL)
    tell_failure (request, error);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_contents_replaced_cb,
                                         g_steal_pointer (&request));
}

static void
on_chooser_response_cb (GtkNativeDialog *dialog,
                        int              response,
                        Request         *request)
{
  g_autoptr (GtkNativeDialog) owned_dialog = dialog;
  g_autoptr (Request) owned_request = request;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT || request->parent == NULL)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  thaw_document_save_to (request->document, file, request->parent, request->overlay);
}

/**
 * thaw_document_dup_file_name:
 *
 * Returns: (transfer full): a name to propose for a file with @document
 */
char *
thaw_document_dup_file_name (const ThawDocument *document)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  name = g_strdup (document->title);
  /* A slash would be a folder; a question mark and a colon are no characters for a name on other systems. */
  g_strdelimit (name, "/\\:", '-');
  g_strdelimit (name, "?*<>|\"", ' ');
  g_strstrip (name);

  return g_strconcat (name, ".pdf", NULL);
}

/**
 * thaw_document_save_as:
 * @document: what to write; copied
 * @parent: the window over which dialogs appear
 * @overlay: (nullable): where it is said that it worked
 *
 * Asks for a place and writes @document there as PDF, as thaw_document_save_to() does.
 */
void
thaw_document_save_as (const ThawDocument *document,
                       GtkWindow          *parent,
                       AdwToastOverlay    *overlay)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;

  g_return_if_fail (document != NULL);
  g_return_if_fail (GTK_IS_WINDOW (parent));

  chooser = gtk_file_chooser_native_new (_("Save as PDF"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                         _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  name = thaw_document_dup_file_name (document);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  g_signal_connect (chooser, "response", G_CALLBACK (on_chooser_response_cb),
                    request_new (document, parent, overlay));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
