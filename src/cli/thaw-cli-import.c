/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-import"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-daylio-reader.h"
#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-import-format.h"
#include "exchange/thaw-json-reader.h"
#include "thaw-cli-contacts.h"
#include "thaw-cli-input.h"
#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "vcard/thaw-vcard-reader.h"

/* What is to be imported, and what came of it. */
typedef struct
{
  ThawImportFormat format;
  ThawDaylioReader *daylio_reader; /* (owned) (nullable) */
  ThawVcardBatch *contacts;        /* (owned) (nullable): who is in a file of contacts */
  guint n_there;                   /* how many of them are in the journal already */
} Import;

static void
import_clear (Import *import)
{
  g_clear_object (&import->daylio_reader);
  g_clear_pointer (&import->contacts, thaw_vcard_batch_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* “irritable=-0.5” */
static gboolean
tell_mood (ThawDaylioReader *reader,
           const char       *option)
{
  const char *equals = strrchr (option, '=');
  g_autofree char *typed = equals != NULL ? g_strndup (option, (gsize) (equals - option)) : NULL;
  g_autofree char *name = thaw_tag_name_normalize (typed);
  double valence;

  if (name != NULL && thaw_cli_parse_number (equals + 1, -1.0, 1.0, &valence))
    {
      thaw_daylio_reader_set_mood (reader, name, valence);
      return TRUE;
    }

  thaw_cli_complain ("%s", _("--mood takes a name and a number from -1 to 1, as “--mood irritable=-0.5”"));

  return FALSE;
}

static ThawDaylioReader *
make_daylio_reader (GStrv moods)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (ThawDaylioReader) reader = thaw_daylio_reader_new (zone);

  for (guint i = 0; moods != NULL && moods[i] != NULL; i++)
    {
      if (!tell_mood (reader, moods[i]))
        return NULL;
    }

  return g_steal_pointer (&reader);
}

static ThawImportBatch *
read_daylio (ThawDaylioReader  *reader,
             GBytes            *bytes,
             GError           **error)
{
  g_autoptr (GPtrArray) entries = thaw_daylio_reader_read (reader, bytes, NULL, error);

  return entries != NULL ? thaw_import_batch_new_from_entries (entries) : NULL;
}

/* There is nobody here who could make a picture small. */
static ThawImportBatch *
read_contacts (Import      *import,
               GBytes      *bytes,
               const char  *directory,
               GError     **error)
{
  import->contacts = thaw_vcard_read (bytes, NULL, error);
  if (import->contacts == NULL)
    return NULL;

  thaw_vcard_batch_drop_photos (import->contacts);

  return thaw_cli_contacts_make_import (directory, import->contacts, &import->n_there, error);
}

static ThawImportBatch *
read_batch (Import      *import,
            const char  *path,
            const char  *directory,
            GError     **error)
{
  g_autoptr (GBytes) bytes = thaw_cli_read_input (path, error);

  if (bytes == NULL)
    return NULL;

  if (import->format == THAW_IMPORT_UNKNOWN)
    import->format = thaw_import_format_from_bytes (bytes);

  switch (import->format)
    {
    case THAW_IMPORT_JSON:
      return thaw_json_reader_read (bytes, NULL, error);
    case THAW_IMPORT_DAYLIO:
      return read_daylio (import->daylio_reader, bytes, error);
    case THAW_IMPORT_VCARD:
      return read_contacts (import, bytes, directory, error);
    case THAW_IMPORT_UNKNOWN:
    default:
      g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT,
                           _("The file is neither a journal exported by Thaw, nor a table exported by Daylio, nor "
                             "contacts (vCards)"));
      return NULL;
    }
}

/* Imports can be undone: what was there before the last one that changed anything is beside the other backups. */
static gboolean
keep_copy (const char  *directory,
           GError     **error)
{
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *backups = NULL;
  g_autofree char *path = NULL;

  journal = thaw_cli_journal_open_to_read (directory, &local_error);
  if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    return TRUE;
  if (journal == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  backups = thaw_cli_journal_make_backup_folder (journal, error);
  if (backups == NULL)
    return FALSE;
  path = g_build_filename (backups, "before-import.db", NULL);

  return thaw_database_backup_sync (journal->database, path, error);
}

static gboolean
write_batch (const char               *directory,
             const ThawImportBatch    *batch,
             gboolean                  dry_run,
             ThawJournalImportCounts  *out_counts,
             GError                  **error)
{
  if (!thaw_cli_journal_write (directory, batch, TRUE, out_counts, error))
    return FALSE;

  if (dry_run || out_counts->n_added + out_counts->n_changed + out_counts->n_others == 0)
    return TRUE;

  return keep_copy (directory, error) && thaw_cli_journal_write (directory, batch, FALSE, out_counts, error);
}

static void
print_counts (const ThawJournalImportCounts *counts)
{
  /* Translators: what an import did to entries */
  thaw_cli_print (_("%u added, %u changed, %u there already"), counts->n_added, counts->n_changed, counts->n_skipped);
  thaw_cli_print ("\n");
  if (counts->n_others == 0)
    return;

  thaw_cli_print (g_dngettext (GETTEXT_PACKAGE,
                               /* Translators: what an import brings beside entries */
                               "and %u other thing, as a word, a prompt, a reflection, a session, a person or a "
                               "reminder",
                               "and %u other things, as words, prompts, reflections, sessions, people and reminders",
                               counts->n_others),
                  counts->n_others);
  thaw_cli_print ("\n");
}

static void
print_unknown_moods (ThawDaylioReader *reader)
{
  g_auto (GStrv) names = thaw_daylio_reader_dup_unknown_moods (reader);
  g_autofree char *list = g_strjoinv (", ", names);

  if (names[0] == NULL)
    return;

  /* Translators: %s is a list of names of moods; keep “--mood NAME=VALUE” as it is */
  thaw_cli_print (_("Kept as tags, since it is not known how pleasant they are: %s. "
                    "To tell, import again with --mood NAME=VALUE."), list);
  thaw_cli_print ("\n");
}

int
thaw_cli_run_import (const ThawCliCommand *command,
                     GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_auto (GStrv) moods = NULL;
  g_autofree char *format_name = NULL;
  g_auto (Import) import = { THAW_IMPORT_UNKNOWN };
  g_autoptr (ThawImportBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts;
  gboolean dry_run = FALSE;
  int status;
  const GOptionEntry option_entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name,
      N_("json, daylio or vcard; found out by itself if left out"), N_("FORMAT") },
    { "mood", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &moods,
      N_("How pleasant a mood of Daylio is, -1 to 1; may be given several times"), N_("NAME=VALUE") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Only show what would change"), NULL },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, option_entries, args, &status))
    return status;

  if (g_strv_length (options.rest) != 1)
    {
      thaw_cli_complain ("%s", _("Which file to import? One, or “-” for standard input"));
      return THAW_CLI_WRONG_USAGE;
    }

  if (format_name != NULL)
    {
      import.format = thaw_import_format_from_slug (format_name);
      if (import.format == THAW_IMPORT_UNKNOWN)
        {
          thaw_cli_complain ("%s", _("Which format? --format json, --format daylio or --format vcard"));
          return THAW_CLI_WRONG_USAGE;
        }
    }

  import.daylio_reader = make_daylio_reader (moods);
  if (import.daylio_reader == NULL)
    return THAW_CLI_WRONG_USAGE;

  batch = read_batch (&import, options.rest[0], options.directory, &error);
  if (batch == NULL || !write_batch (options.directory, batch, dry_run, &counts, &error))
    return thaw_cli_fail (error);

  if (dry_run)
    thaw_cli_print ("%s\n", _("Nothing was written. An import would be:"));
  if (import.contacts != NULL)
    thaw_cli_contacts_print (import.contacts, import.n_there);
  else
    print_counts (&counts);
  print_unknown_moods (import.daylio_reader);

  return THAW_CLI_OK;
}
