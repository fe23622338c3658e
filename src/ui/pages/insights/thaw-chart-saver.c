/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chart-saver"

#include "config.h"
#include "pages/insights/thaw-chart-saver.h"

#include "thaw-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A picture that somebody is asked for a place for. */
typedef struct
{
  GtkWidget *widget; /* (owned) */
  ThawMoodSeries *series; /* (owned) */
  ThawPeriod period;
  char *scope; /* (owned) (nullable) */
  ThawChartFormat format;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->widget);
  thaw_mood_series_unref (request->series);
  g_free (request->scope);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static const char *
get_format_name (ThawChartFormat format)
{
  switch (format)
    {
    case THAW_CHART_PNG:
      return _("PNG pictures");
    case THAW_CHART_SVG:
      return _("SVG drawings");
    case THAW_CHART_PDF:
      return _("PDF documents");
    default:
      g_return_val_if_reached ("");
    }
}

static void
on_contents_replaced_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * thaw_chart_saver_dup_name:
 * @period: the time that a picture shows
 * @format: what it is written as
 *
 * Returns: (transfer full): a name to propose for its file
 */
char *
thaw_chart_saver_dup_name (const ThawPeriod *period,
                           ThawChartFormat   format)
{
  g_autofree char *title = thaw_period_dup_title (period);

  /* Translators: the name of a file with a picture of the mood chart: a time and the end of the name, as in “Mood,
   * November 2026.png” */
  return g_strdup_printf (_("Mood, %s.%s"), title, thaw_chart_format_get_extension (format));
}

/**
 * thaw_chart_saver_save_async:
 * @series: what to draw
 * @period: the time axis
 * @scope: (nullable): which entries alone it shows, in words
 * @format: what to write it as
 * @is_rtl: whether time runs from the right to the left
 * @file: where to
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Writes a picture of the chart. A file that was there is replaced as a whole or
 * not at all.
 */
void
thaw_chart_saver_save_async (ThawMoodSeries      *series,
                             const ThawPeriod    *period,
                             const char          *scope,
                             ThawChartFormat      format,
                             gboolean             is_rtl,
                             GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  g_return_if_fail (series != NULL && period != NULL);
  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, thaw_chart_saver_save_async);

  bytes = thaw_chart_export (series, period, scope, format, is_rtl, &error);
  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, cancellable,
                                         on_contents_replaced_cb, g_steal_pointer (&task));
}

/**
 * thaw_chart_saver_save_finish:
 * @result: what the callback was given
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: whether the picture was written
 */
gboolean
thaw_chart_saver_save_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (thaw_chart_saver_save_finish (result, &error))
    message = g_strdup (_("Picture saved"));
  else
    /* Translators: %s is the reason */
    message = g_strdup_printf (_("The picture could not be saved: %s"), error->message);

  if (overlay != NULL)
    thaw_toast_tell (ADW_TOAST_OVERLAY (overlay), message);
}

static void
on_chooser_response_cb (GtkNativeDialog *dialog,
                        int              response,
                        Request         *request)
{
  g_autoptr (GtkNativeDialog) owned_dialog = dialog;
  g_autoptr (Request) owned_request = request;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  thaw_chart_saver_save_async (request->series, &request->period, request->scope, request->format,
                               gtk_widget_get_direction (request->widget) == GTK_TEXT_DIR_RTL,
                               file, NULL, on_saved_cb, g_object_ref (request->widget));
}

/**
 * thaw_chart_saver_ask:
 * @widget: the widget that shows the chart; toasts appear over it
 * @series: what to draw
 * @period: the time axis
 * @scope: (nullable): which entries alone it shows, in words
 * @format: what to write it as
 *
 * Asks for a place for a picture of the chart, and writes it there.
 */
void
thaw_chart_saver_ask (GtkWidget        *widget,
                      ThawMoodSeries   *series,
                      const ThawPeriod *period,
                      const char       *scope,
                      ThawChartFormat   format)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;
  GtkRoot *root;
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (series != NULL && period != NULL);

  root = gtk_widget_get_root (widget);
  chooser = gtk_file_chooser_native_new (_("Save Picture of the Chart"),
                                         GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                         GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Save"),
                                         _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, get_format_name (format));
  gtk_file_filter_add_suffix (filter, thaw_chart_format_get_extension (format));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  name = thaw_chart_saver_dup_name (period, format);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  request = g_new0 (Request, 1);
  request->widget = g_object_ref (widget);
  request->series = thaw_mood_series_ref (series);
  request->period = *period;
  request->scope = g_strdup (scope);
  request->format = format;
  g_signal_connect (chooser, "response", G_CALLBACK (on_chooser_response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
