/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-document-printer"

#include "config.h"
#include "print/thaw-document-printer.h"

#include "print/thaw-document-pages.h"
#include "print/thaw-print-problem.h"

#include <glib/gi18n-lib.h>

/* A document on its way to paper. */
typedef struct
{
  ThawDocument *document;   /* (owned) */
  ThawDocumentPages *pages; /* (owned) (nullable): NULL until the paper is known */
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  thaw_document_free (job->document);
  thaw_document_pages_free (job->pages);
  g_free (job);
}

static void
on_begin_print_cb (GtkPrintOperation *operation,
                   GtkPrintContext   *print_context,
                   Job               *job)
{
  PangoContext *context = gtk_print_context_create_pango_context (print_context);

  g_clear_pointer (&job->pages, thaw_document_pages_free);
  job->pages = thaw_document_pages_new (job->document, context,
                                        gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL,
                                        gtk_print_context_get_width (print_context),
                                        gtk_print_context_get_height (print_context));
  gtk_print_operation_set_n_pages (operation, (int) thaw_document_pages_get_n_pages (job->pages));
  g_object_unref (context);
}

static void
on_draw_page_cb (GtkPrintOperation *operation,
                 GtkPrintContext   *print_context,
                 int                page,
                 Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (print_context);

  thaw_document_describe_surface (job->document, cairo_get_target (cr));
  thaw_document_pages_draw (job->pages, cr, (guint) page);
}

/**
 * thaw_document_print_operation_new:
 * @document: what to print; copied
 *
 * Returns: (transfer full): what prints it when it is run
 */
GtkPrintOperation *
thaw_document_print_operation_new (const ThawDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job;

  g_return_val_if_fail (document != NULL, operation);

  gtk_print_operation_set_job_name (operation, document->title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);

  job = g_new0 (Job, 1);
  job->document = thaw_document_copy (document);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), job);

  return operation;
}

/* What was to be printed, and the window that asked for it. */
typedef struct
{
  ThawDocument *document; /* (owned) */
  GtkWindow *parent;      /* (nullable): weak */
} Request;

static void
request_free (gpointer  data,
              GClosure *closure)
{
  Request *request = data;

  thaw_document_free (request->document);
  g_clear_weak_pointer (&request->parent);
  g_free (request);
}

static Request *
request_new (const ThawDocument *document,
             GtkWindow          *parent)
{
  Request *request = g_new0 (Request, 1);

  request->document = thaw_document_copy (document);
  g_set_weak_pointer (&request->parent, parent);

  return request;
}

static void
on_problem_response_cb (GtkWidget  *dialog,
                        const char *response,
                        Request    *request)
{
  if (g_str_equal (response, THAW_PRINT_PROBLEM_GO_ON) && request->parent != NULL)
    thaw_document_save_as (request->document, request->parent, NULL);
}

static void
on_done_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            Request                 *request)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || request->parent == NULL)
    return;

  gtk_print_operation_get_error (operation, &error);
  dialog = thaw_print_problem_new (request->parent, _("This Could Not Be Printed"), error, _("_Save as PDF…"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_problem_response_cb),
                         request_new (request->document, request->parent), request_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * thaw_document_print:
 * @document: what to print; copied
 * @parent: the window over which the dialogs appear
 *
 * Lets the person choose a printer and prints. What goes wrong is told, and a file
 * offered instead.
 */
void
thaw_document_print (const ThawDocument *document,
                     GtkWindow          *parent)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (document != NULL);
  g_return_if_fail (GTK_IS_WINDOW (parent));

  operation = thaw_document_print_operation_new (document);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done_cb), request_new (document, parent), request_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
