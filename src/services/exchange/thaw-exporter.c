/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-exporter"

#include "config.h"
#include "thaw-exporter.h"

#include "exchange/thaw-csv-writer.h"
#include "exchange/thaw-json-writer.h"
#include "exchange/thaw-markdown-writer.h"

/* In the order of ThawExportFormat. */
static const char *const format_slugs[] = { "json", "csv", "markdown" };

static gboolean
write_entry (ThawEntry  *entry,
             gpointer    user_data,
             GError    **error)
{
  return thaw_entry_writer_write_sync (user_data, entry, NULL, error);
}

/**
 * thaw_export_format_from_slug:
 * @slug: a name, as a person types it
 * @out_format: (out): the format
 *
 * Returns: whether there is a format of that name
 */
gboolean
thaw_export_format_from_slug (const char       *slug,
                              ThawExportFormat *out_format)
{
  g_return_val_if_fail (slug != NULL, FALSE);
  g_return_val_if_fail (out_format != NULL, FALSE);

  *out_format = THAW_EXPORT_JSON;
  for (guint i = 0; i < G_N_ELEMENTS (format_slugs); i++)
    {
      if (g_str_equal (slug, format_slugs[i]))
        {
          *out_format = (ThawExportFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_exporter_create_writer:
 * @format: a format
 * @stream: where to write
 * @vocabulary: (nullable): the words for emotions; without it, their slugs are written
 *
 * Returns: (transfer full): a writer of that format
 */
ThawEntryWriter *
thaw_exporter_create_writer (ThawExportFormat format,
                             GOutputStream   *stream,
                             ThawVocabulary  *vocabulary)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  switch (format)
    {
    case THAW_EXPORT_JSON:
      return thaw_json_writer_new (stream);
    case THAW_EXPORT_CSV:
      return thaw_csv_writer_new (stream);
    case THAW_EXPORT_MARKDOWN:
      return thaw_markdown_writer_new (stream, vocabulary);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_exporter_write_sync:
 * @journal: an open journal
 * @filter: (nullable): which entries; %NULL for all
 * @format: how to write them
 * @stream: where to write; stays open
 * @vocabulary: (nullable): the words for emotions; without it, their slugs are written
 * @out_n_entries: (out) (optional): how many were written
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes the journal, or a part of it, entry by entry: memory does not grow with
 * the journal. Blocks; in a window, call it from a worker.
 *
 * Returns: %TRUE, or %FALSE with @error set; what is in the stream then is a torso
 */
gboolean
thaw_exporter_write_sync (ThawJournal              *journal,
                          const ThawJournalFilter  *filter,
                          ThawExportFormat          format,
                          GOutputStream            *stream,
                          ThawVocabulary           *vocabulary,
                          guint                    *out_n_entries,
                          GCancellable             *cancellable,
                          GError                  **error)
{
  g_autoptr (ThawEntryWriter) writer = NULL;
  gboolean ok;

  g_return_val_if_fail (THAW_IS_JOURNAL (journal), FALSE);

  writer = thaw_exporter_create_writer (format, stream, vocabulary);
  ok = thaw_journal_for_each_sync (journal, filter, write_entry, writer, cancellable, error) &&
       thaw_entry_writer_finish_sync (writer, cancellable, error);
  if (out_n_entries != NULL)
    *out_n_entries = thaw_entry_writer_get_n_entries (writer);

  return ok;
}
