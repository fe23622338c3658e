/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-document-printer"

#include "config.h"
#include "print/thaw-document-pages.h"
#include "print/thaw-document-printer.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* A4, in points. */
#define WIDTH  595
#define HEIGHT 842

#define LONG_TEXT "Numbness is a way in which body and mind look after themselves when it was too much for too " \
                  "long. It comes slowly, and it goes slowly, and on some days it seems as if nothing moved. "

static ThawDocument *
make_document (guint n_sections)
{
  ThawDocument *document = thaw_document_new ("Why numb?");
  g_autoptr (ThawRichText) link = thaw_rich_text_parse ("Begin with [a body scan](practice:body-scan), if you like.");

  for (guint i = 0; i < n_sections; i++)
    {
      thaw_document_add (document, THAW_BLOCK_HEADING, "What happens");
      thaw_document_add (document, THAW_BLOCK_PARAGRAPH, LONG_TEXT LONG_TEXT LONG_TEXT);
      thaw_document_add_rich (document, THAW_BLOCK_PARAGRAPH, link);
      thaw_document_add (document, THAW_BLOCK_ITEM, "One thing");
      thaw_document_add (document, THAW_BLOCK_ITEM, LONG_TEXT);
    }
  thaw_document_add (document, THAW_BLOCK_BLANK, "");
  thaw_document_add (document, THAW_BLOCK_BLANK, "");
  thaw_document_add (document, THAW_BLOCK_HEADING, "Sources");
  thaw_document_add (document, THAW_BLOCK_SOURCE, "Kelly, Humphreys and Ferri 2020");
  thaw_document_add (document, THAW_BLOCK_NOTE, "Checked on 29 November 2026.");

  return document;
}

static ThawDocumentPages *
make_pages_on (const ThawDocument *document,
               gboolean            is_rtl,
               double              width,
               double              height)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  ThawDocumentPages *pages;

  pango_cairo_context_set_resolution (context, 72.0);
  pages = thaw_document_pages_new (document, context, is_rtl, width, height);
  g_object_unref (context);

  return pages;
}

static ThawDocumentPages *
make_pages (const ThawDocument *document,
            gboolean            is_rtl)
{
  return make_pages_on (document, is_rtl, WIDTH, HEIGHT);
}

static cairo_surface_t *
draw (const ThawDocumentPages *pages,
      guint                    page,
      const char              *name)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const char *directory = g_getenv ("THAW_TEST_PICTURES");

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  thaw_document_pages_draw (pages, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  if (directory != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.png", directory, name);

      cairo_surface_write_to_png (surface, path);
    }

  return surface;
}

/* How much ink there is in a part of a page. */
static guint
count_ink (cairo_surface_t *surface,
           int              x,
           int              y,
           int              width,
           int              height)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int i = y; i < y + height; i++)
    {
      for (int j = x; j < x + width; j++)
        n += data[i * stride + 4 * j] < 245;
    }

  return n;
}

static guint
count_pages (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  g_autoptr (GRegex) regex = g_regex_new ("/Count ([0-9]+)", G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *count = NULL;

  g_assert_true (g_regex_match_full (regex, data, (gssize) size, 0, 0, &match, NULL));
  count = g_match_info_fetch (match, 1);

  return (guint) g_ascii_strtoull (count, NULL, 10);
}

static gboolean
has (GBytes     *pdf,
     const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  g_autofree char *pattern = g_regex_escape_string (text, -1);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);

  return g_regex_match_full (regex, data, (gssize) size, 0, 0, NULL, NULL);
}

static void
test_pages (void)
{
  g_autoptr (ThawDocument) short_one = make_document (1);
  g_autoptr (ThawDocument) long_one = make_document (8);
  g_autoptr (ThawDocumentPages) one = make_pages (short_one, FALSE);
  g_autoptr (ThawDocumentPages) several = make_pages (long_one, FALSE);
  guint last = long_one->blocks->len - 1, before = 0;

  g_assert_cmpuint (thaw_document_pages_get_n_pages (one), ==, 1);
  g_assert_cmpuint (thaw_document_pages_get_n_pages (several), >, 2);
  g_assert_cmpuint (thaw_document_pages_find_block (several, 0), ==, 0);
  g_assert_cmpuint (thaw_document_pages_find_block (several, last), ==, thaw_document_pages_get_n_pages (several) - 1);

  for (guint i = 0; i <= last; i++)
    {
      const ThawBlock *block = g_ptr_array_index (long_one->blocks, i);
      guint page = thaw_document_pages_find_block (several, i);

      g_assert_cmpuint (page, >=, before);
      if (block->kind == THAW_BLOCK_HEADING)
        g_assert_cmpuint (thaw_document_pages_find_block (several, i + 1), ==, page);
      before = page;
    }
}

/* Nothing but a title is a page as well. */
static void
test_empty (void)
{
  g_autoptr (ThawDocument) document = thaw_document_new ("Care plan");
  g_autoptr (ThawDocumentPages) pages = make_pages (document, FALSE);

  g_assert_cmpuint (thaw_document_pages_get_n_pages (pages), ==, 1);
}

/* Whoever chooses a label as paper gets many small pages. */
static void
test_small_paper (void)
{
  static const struct
  {
    double width;
    double height;
  } sizes[] = { { 82, 175 }, { 175, 82 }, { 40, 40 } };
  g_autoptr (ThawDocument) document = make_document (1);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ThawDocumentPages) pages = make_pages_on (document, FALSE, sizes[i].width, sizes[i].height);
      cairo_surface_t *surface;

      g_assert_nonnull (pages);
      g_assert_cmpuint (thaw_document_pages_get_n_pages (pages), >, 10);
      surface = draw (pages, 0, "small-paper");
      g_assert_cmpuint (count_ink (surface, 0, 0, (int) sizes[i].width, (int) sizes[i].height), >, 0);
      g_assert_cmpuint (count_ink (surface, (int) sizes[i].width, 0, WIDTH - (int) sizes[i].width, HEIGHT), ==, 0);
      cairo_surface_destroy (surface);
    }
}

/* All ink is between the margins, and the number of the page below. */
static void
test_drawing (void)
{
  g_autoptr (ThawDocument) document = make_document (8);
  g_autoptr (ThawDocumentPages) pages = make_pages (document, FALSE);

  for (guint i = 0; i < thaw_document_pages_get_n_pages (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("document-page-%u", i);
      cairo_surface_t *surface = draw (pages, i, name);

      g_assert_cmpuint (count_ink (surface, 0, 0, 54, HEIGHT), ==, 0);
      g_assert_cmpuint (count_ink (surface, WIDTH - 54, 0, 54, HEIGHT), ==, 0);
      g_assert_cmpuint (count_ink (surface, 0, 0, WIDTH, 54), ==, 0);
      /* A page begins at its top, also with the rest of a paragraph. */
      g_assert_cmpuint (count_ink (surface, 56, 56, WIDTH - 112, 16), >, 50);
      g_assert_cmpuint (count_ink (surface, 200, HEIGHT - 50, WIDTH - 400, 30), >, 20);
      cairo_surface_destroy (surface);
    }
}

/* One page does not need a number. A list has its bullets where its lines begin. */
static void
test_direction (void)
{
  g_autoptr (ThawDocument) document = thaw_document_new ("Plan");
  g_autoptr (ThawDocument) hebrew = thaw_document_new ("תכנית");
  g_autoptr (ThawDocumentPages) ltr = NULL, rtl = NULL;
  cairo_surface_t *surface;

  thaw_document_add (document, THAW_BLOCK_ITEM, "Sleep");
  thaw_document_add (hebrew, THAW_BLOCK_ITEM, "שינה");
  ltr = make_pages (document, FALSE);
  rtl = make_pages (hebrew, TRUE);

  surface = draw (ltr, 0, "document-ltr");
  g_assert_cmpuint (count_ink (surface, 56, 80, 14, 60), >, 0);
  g_assert_cmpuint (count_ink (surface, 300, 0, 295, HEIGHT), ==, 0);
  g_assert_cmpuint (count_ink (surface, 0, HEIGHT - 54, WIDTH, 54), ==, 0);
  cairo_surface_destroy (surface);

  surface = draw (rtl, 0, "document-rtl");
  g_assert_cmpuint (count_ink (surface, WIDTH - 70, 80, 14, 60), >, 0);
  g_assert_cmpuint (count_ink (surface, 0, 0, 300, HEIGHT), ==, 0);
  cairo_surface_destroy (surface);
}

/* A line to write on goes from margin to margin. */
static void
test_blank (void)
{
  g_autoptr (ThawDocument) document = thaw_document_new ("Plan");
  g_autoptr (ThawDocumentPages) pages = NULL;
  cairo_surface_t *surface;
  guint n_lines = 0;
  gboolean was_line = FALSE;

  thaw_document_add (document, THAW_BLOCK_BLANK, "");
  thaw_document_add (document, THAW_BLOCK_BLANK, "");
  pages = make_pages (document, FALSE);
  surface = draw (pages, 0, "document-blank");
  for (int y = 56; y < HEIGHT; y++)
    {
      gboolean is_line = count_ink (surface, 57, y, WIDTH - 114, 1) == WIDTH - 114;

      n_lines += is_line && !was_line;
      was_line = is_line;
    }
  g_assert_cmpuint (n_lines, ==, 2);
  cairo_surface_destroy (surface);
}

static void
test_pdf (void)
{
  g_autoptr (ThawDocument) document = make_document (8);
  g_autoptr (ThawDocumentPages) pages = make_pages (document, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = thaw_document_to_pdf (document, &error);

  g_assert_no_error (error);
  g_assert_true (has (pdf, "%PDF-"));
  g_assert_true (has (pdf, "/Title (Why numb?)"));
  g_assert_true (has (pdf, "/MediaBox [ 0 0 595"));
  g_assert_cmpuint (count_pages (pdf), >=, thaw_document_pages_get_n_pages (pages) - 1);
  g_assert_cmpuint (count_pages (pdf), <=, thaw_document_pages_get_n_pages (pages) + 1);
}

/* What is in it can be read, where there is a program to read it with. */
static void
test_pdf_text (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "page.pdf", NULL);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *text = NULL;
  const char *argv[] = { program, path, "-", NULL };
  g_autoptr (ThawDocument) document = make_document (1);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("There is no pdftotext");
      return;
    }

  pdf = thaw_document_to_pdf (document, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Why numb?"));
  g_assert_nonnull (strstr (text, "Begin with a body scan, if you like."));
  g_assert_null (strstr (text, "practice:"));
  g_assert_nonnull (strstr (text, "Kelly, Humphreys and Ferri 2020"));
}

static void
test_file_name (void)
{
  g_autoptr (ThawDocument) question = thaw_document_new ("Will it pass?");
  g_autoptr (ThawDocument) slash = thaw_document_new ("Couples/families: “us”");
  g_autofree char *question_name = thaw_document_dup_file_name (question);
  g_autofree char *slash_name = thaw_document_dup_file_name (slash);

  g_assert_cmpstr (question_name, ==, "Will it pass.pdf");
  g_assert_cmpstr (slash_name, ==, "Couples-families- “us”.pdf");
}

/* What a printer would get, without one. */
static void
test_print (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "printed.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (ThawDocument) document = make_document (8);
  g_autoptr (GBytes) pdf = thaw_document_to_pdf (document, NULL);
  g_autoptr (GBytes) printed = NULL;
  g_autoptr (GtkPrintOperation) operation = thaw_document_print_operation_new (document);
  g_autoptr (GError) error = NULL;
  gsize size;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  printed = g_bytes_new (contents, size);
  g_assert_true (has (printed, "/Title (Why numb?)"));
  g_assert_cmpuint (count_pages (printed), ==, count_pages (pdf));
}

static GtkWidget *
find_dialog (GtkWindow *parent)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (GTK_WINDOW (window)) == parent)
        return window;
    }

  return NULL;
}

/* It is said what was written, or why not, and what can be done about it. */
static void
test_save_to (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *path = g_build_filename (directory, "A & B.pdf", NULL);
  g_autofree char *elsewhere = g_build_filename (directory, "nowhere", "page.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path (elsewhere);
  g_autoptr (ThawDocument) document = make_document (1);
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  g_autofree char *contents = NULL;
  GtkWindow *window;
  GtkWidget *dialog;
  GStatBuf status;

  adw_toast_overlay_set_child (overlay, gtk_label_new ("Behind"));
  window = thaw_test_ui_present (GTK_WIDGET (overlay));

  thaw_document_save_to (document, file, window, overlay);
  while (thaw_test_ui_find (GTK_WIDGET (overlay), GTK_TYPE_LABEL, "Saved as “A &amp; B.pdf”") == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Not for everybody’s eyes. */
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 077, ==, 0);
  g_assert_null (find_dialog (window));

  /* A file that was there is replaced. */
  g_file_set_contents (path, "before", -1, NULL);
  thaw_document_save_to (document, file, window, overlay);
  while (contents == NULL || !g_str_has_prefix (contents, "%PDF-"))
    {
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&contents, g_free);
      g_file_get_contents (path, &contents, NULL, NULL);
    }

  thaw_document_save_to (document, nowhere, window, overlay);
  while (find_dialog (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  dialog = find_dialog (window);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "The File Could Not Be Saved");
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "go-on"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* The window may go before the file is there. */
  thaw_document_save_to (document, nowhere, window, overlay);
  thaw_test_ui_close (window);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/document-printer/pages", test_pages);
  g_test_add_func ("/ui/document-printer/empty", test_empty);
  g_test_add_func ("/ui/document-printer/small-paper", test_small_paper);
  g_test_add_func ("/ui/document-printer/drawing", test_drawing);
  g_test_add_func ("/ui/document-printer/direction", test_direction);
  g_test_add_func ("/ui/document-printer/blank", test_blank);
  g_test_add_func ("/ui/document-printer/pdf", test_pdf);
  g_test_add_func ("/ui/document-printer/pdf-text", test_pdf_text);
  g_test_add_func ("/ui/document-printer/file-name", test_file_name);
  g_test_add_func ("/ui/document-printer/print", test_print);
  g_test_add_func ("/ui/document-printer/save-to", test_save_to);

  return g_test_run ();
}
