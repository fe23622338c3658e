/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-export"

#include "config.h"
#include "thaw-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "exchange/thaw-exporter.h"
#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"

/* Closing what could not be written whole would put it in the place of the file that was there. */
static void
give_up (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static GOutputStream *
open_output (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  /* Written beside the file and put in its place at the end; for the person's eyes only. */
  file = g_file_new_for_path (path);

  return G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE,
                                          G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error));
}

static gboolean
add_beside (ThawCliJournal           *journal,
            const ThawJournalFilter  *filter,
            ThawEntryWriter          *writer,
            GError                  **error)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawImportBatch) beside = thaw_exporter_list_beside (journal->database, clock, filter, error);

  if (beside == NULL)
    return FALSE;

  thaw_entry_writer_set_beside (writer, beside);

  return TRUE;
}

int
thaw_cli_run_export (const ThawCliCommand *command,
                     GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (ThawEntryWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *output = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  ThawExportFormat format;
  int status;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name,
      N_("json (nothing is lost), csv (a table of entries), csv-sessions (a table of what was done), markdown (to "
         "read) or vcard (the people, for an address book)"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file, not to standard output"), N_("FILE") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("The first day, as 2026-11-23"), N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The last day"), N_("DAY") },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options) || !thaw_cli_parse_days (from, to, filter))
    return THAW_CLI_WRONG_USAGE;

  if (format_name == NULL || !thaw_export_format_from_slug (format_name, &format))
    {
      thaw_cli_complain ("%s", _("Which format? --format json, --format csv, --format csv-sessions, --format "
                                "markdown or --format vcard"));
      return THAW_CLI_WRONG_USAGE;
    }

  journal = thaw_cli_journal_open_to_read (options.directory, &error);
  if (journal == NULL)
    return thaw_cli_fail (error);

  stream = open_output (output, &error);
  if (stream == NULL)
    return thaw_cli_fail (error);

  writer = thaw_exporter_create_writer (format, stream, journal->content->vocabulary,
                                        journal->content->coping_catalog);
  if (add_beside (journal, filter, writer, &error) &&
      thaw_exporter_write_sync (journal->journal, filter, writer, NULL, &error) &&
      g_output_stream_close (stream, NULL, &error))
    return THAW_CLI_OK;

  give_up (stream);

  return thaw_cli_fail (error);
}
