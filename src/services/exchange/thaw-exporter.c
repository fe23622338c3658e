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
 * @coping_catalog: (nullable): the same for what was done
 *
 * Returns: (transfer full): a writer of that format
 */
ThawEntryWriter *
thaw_exporter_create_writer (ThawExportFormat   format,
                             GOutputStream     *stream,
                             ThawVocabulary    *vocabulary,
                             ThawCopingCatalog *coping_catalog)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  switch (format)
    {
    case THAW_EXPORT_JSON:
      return thaw_json_writer_new (stream);
    case THAW_EXPORT_CSV:
      return thaw_csv_writer_new (stream);
    case THAW_EXPORT_MARKDOWN:
      return thaw_markdown_writer_new (stream, vocabulary, coping_catalog);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_exporter_list_beside:
 * @words: own and hidden words
 * @prompts: own prompts
 * @reflections: reflections
 * @filter: (nullable): which entries are written; reflections of other days are left out, too
 * @error: return location for a #ThawStorageError
 *
 * Reads what there is beside the entries, for thaw_json_writer_set_beside().
 *
 * Returns: (transfer full) (nullable): a batch without entries, or %NULL with @error set
 */
ThawImportBatch *
thaw_exporter_list_beside (ThawWordStore            *words,
                           ThawPromptStore          *prompts,
                           ThawReflectionStore      *reflections,
                           const ThawJournalFilter  *filter,
                           GError                  **error)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (GPtrArray) own_words = thaw_word_store_list_own (words, error);
  g_auto (GStrv) hidden_words = own_words != NULL ? thaw_word_store_list_hidden (words, error) : NULL;
  g_autoptr (GPtrArray) own_prompts = hidden_words != NULL ? thaw_prompt_store_list (prompts, error) : NULL;
  g_autoptr (GPtrArray) all = own_prompts != NULL ? thaw_reflection_store_list (reflections, error) : NULL;

  if (all == NULL)
    return NULL;

  g_ptr_array_extend_and_steal (batch->own_words, g_steal_pointer (&own_words));
  g_ptr_array_extend_and_steal (batch->own_prompts, g_steal_pointer (&own_prompts));
  for (guint i = 0; hidden_words[i] != NULL; i++)
    g_ptr_array_add (batch->hidden_words, g_strdup (hidden_words[i]));

  for (guint i = 0; i < all->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (all, i);

      if (thaw_journal_filter_has_day (filter, reflection->moment.day))
        g_ptr_array_add (batch->reflections, thaw_reflection_copy (reflection));
    }

  return g_steal_pointer (&batch);
}

/**
 * thaw_exporter_write_sync:
 * @journal: an open journal
 * @filter: (nullable): which entries; %NULL for all
 * @writer: a writer that has written nothing yet
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
                          ThawEntryWriter          *writer,
                          GCancellable             *cancellable,
                          GError                  **error)
{
  g_return_val_if_fail (THAW_IS_JOURNAL (journal), FALSE);
  g_return_val_if_fail (THAW_IS_ENTRY_WRITER (writer), FALSE);

  return thaw_journal_for_each_sync (journal, filter, write_entry, writer, cancellable, error) &&
         thaw_entry_writer_finish_sync (writer, cancellable, error);
}
