/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-exporter"

#include "config.h"
#include "thaw-exporter.h"

#include "exchange/thaw-csv-sessions-writer.h"
#include "exchange/thaw-csv-writer.h"
#include "exchange/thaw-json-writer.h"
#include "exchange/thaw-markdown-writer.h"
#include "thaw-activity-store.h"
#include "thaw-article-mark-store.h"
#include "thaw-care-store.h"
#include "thaw-line-store.h"
#include "thaw-pattern-store.h"
#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-plan-store.h"
#include "thaw-prompt-store.h"
#include "thaw-reflection-store.h"
#include "thaw-reminder-store.h"
#include "thaw-session-store.h"
#include "thaw-word-store.h"
#include "vcard/thaw-vcard-writer.h"

/* In the order of ThawExportFormat. */
static const char *const format_slugs[] = { "json", "csv", "markdown", "csv-sessions", "vcard" };

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
    case THAW_EXPORT_CSV_SESSIONS:
      return thaw_csv_sessions_writer_new (stream);
    case THAW_EXPORT_VCARD:
      return thaw_vcard_writer_new (stream);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Moves @items, which may be %NULL, to the end of @target. */
static gboolean
take_items (GPtrArray *items,
            GPtrArray *target)
{
  if (items == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (target, items);

  return TRUE;
}

static gboolean
list_words (ThawDatabase     *database,
            ThawClock        *clock,
            ThawImportBatch  *batch,
            GError          **error)
{
  g_autoptr (ThawWordStore) words = thaw_word_store_new (database, clock);
  g_autoptr (ThawPromptStore) prompts = thaw_prompt_store_new (database, clock);
  g_auto (GStrv) hidden_words = thaw_word_store_list_hidden (words, error);

  if (hidden_words == NULL)
    return FALSE;

  for (guint i = 0; hidden_words[i] != NULL; i++)
    g_ptr_array_add (batch->hidden_words, g_strdup (hidden_words[i]));

  return take_items (thaw_word_store_list_own (words, error), batch->own_words) &&
         take_items (thaw_prompt_store_list (prompts, error), batch->own_prompts);
}

static gboolean
list_practice (ThawDatabase     *database,
               ThawClock        *clock,
               ThawImportBatch  *batch,
               GError          **error)
{
  g_autoptr (ThawActivityStore) activities = thaw_activity_store_new (database, clock);
  g_autoptr (ThawPatternStore) patterns = thaw_pattern_store_new (database, clock);

  return take_items (thaw_activity_store_list (activities, error), batch->own_activities) &&
         take_items (thaw_activity_store_list_favourites (activities, error), batch->favourites) &&
         take_items (thaw_pattern_store_list (patterns, error), batch->patterns);
}

static gboolean
list_support (ThawDatabase     *database,
              ThawClock        *clock,
              ThawImportBatch  *batch,
              GError          **error)
{
  g_autoptr (ThawPeopleStore) people = thaw_people_store_new (database, clock);
  g_autoptr (ThawPhotoStore) photos = thaw_photo_store_new (database, clock);
  g_autoptr (ThawCareStore) care_items = thaw_care_store_new (database, clock);
  g_autoptr (ThawLineStore) own_lines = thaw_line_store_new (database, clock);
  g_autoptr (ThawArticleMarkStore) article_marks = thaw_article_mark_store_new (database, clock);

  return take_items (thaw_people_store_list (people, error), batch->people) &&
         take_items (thaw_photo_store_list (photos, error), batch->photos) &&
         take_items (thaw_care_store_list (care_items, error), batch->care_items) &&
         take_items (thaw_line_store_list (own_lines, error), batch->own_lines) &&
         take_items (thaw_article_mark_store_list (article_marks, error), batch->article_marks);
}

static gboolean
list_reminders (ThawDatabase     *database,
                ThawClock        *clock,
                ThawImportBatch  *batch,
                GError          **error)
{
  g_autoptr (ThawReminderStore) reminders = thaw_reminder_store_new (database, clock);

  return take_items (thaw_reminder_store_list (reminders, error), batch->reminders);
}

/* What has a day. */
static gboolean
list_dated (ThawDatabase             *database,
            ThawClock                *clock,
            const ThawJournalFilter  *filter,
            ThawImportBatch          *batch,
            GError                  **error)
{
  g_autoptr (ThawReflectionStore) reflections = thaw_reflection_store_new (database, clock);
  g_autoptr (ThawSessionStore) sessions = thaw_session_store_new (database, clock);
  g_autoptr (ThawPlanStore) plans = thaw_plan_store_new (database, clock);
  g_autoptr (GPtrArray) looks = thaw_reflection_store_list (reflections, error);
  g_autoptr (GPtrArray) planned = looks != NULL ? thaw_plan_store_list (plans, error) : NULL;

  if (planned == NULL)
    return FALSE;

  for (guint i = 0; i < looks->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (looks, i);

      if (thaw_journal_filter_has_day (filter, reflection->moment.day))
        g_ptr_array_add (batch->reflections, thaw_reflection_copy (reflection));
    }

  for (guint i = 0; i < planned->len; i++)
    {
      const ThawPlan *plan = g_ptr_array_index (planned, i);

      if (thaw_journal_filter_has_day (filter, plan->day))
        g_ptr_array_add (batch->plans, thaw_plan_copy (plan));
    }

  return take_items (thaw_session_store_list_days (sessions, filter != NULL ? filter->first_day : THAW_DAY_NONE,
                                                   filter != NULL ? filter->last_day : THAW_DAY_NONE, error),
                     batch->sessions);
}

/**
 * thaw_exporter_list_beside:
 * @database: the open journal
 * @clock: any clock
 * @filter: (nullable): which entries are written; what is of other days is left out, too
 * @error: return location for a #ThawStorageError
 *
 * Reads what there is beside the entries, for thaw_entry_writer_set_beside().
 *
 * Returns: (transfer full) (nullable): a batch without entries, or %NULL with @error set
 */
ThawImportBatch *
thaw_exporter_list_beside (ThawDatabase             *database,
                           ThawClock                *clock,
                           const ThawJournalFilter  *filter,
                           GError                  **error)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();

  g_return_val_if_fail (THAW_IS_DATABASE (database), NULL);
  g_return_val_if_fail (THAW_IS_CLOCK (clock), NULL);

  if (!list_words (database, clock, batch, error) || !list_practice (database, clock, batch, error) ||
      !list_support (database, clock, batch, error) || !list_reminders (database, clock, batch, error) ||
      !list_dated (database, clock, filter, batch, error))
    return NULL;

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

  return (!thaw_entry_writer_takes_entries (writer) ||
          thaw_journal_for_each_sync (journal, filter, write_entry, writer, cancellable, error)) &&
         thaw_entry_writer_finish_sync (writer, cancellable, error);
}
