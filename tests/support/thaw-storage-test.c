/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "thaw-storage-test"

#include "config.h"
#include "thaw-storage-test.h"

/**
 * thaw_storage_test_set_up:
 *
 * Makes a journal; for g_test_add(), together with thaw_storage_test_tear_down().
 */
void
thaw_storage_test_set_up (ThawStorageTest *self,
                          gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  self->directory = thaw_test_make_dir ();
  self->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  self->database = thaw_database_new (self->directory);
  self->journal = thaw_journal_new (self->database, self->clock, NULL, NULL);
  self->drafts = thaw_drafts_new (self->database, self->clock);

  thaw_database_open_sync (self->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

void
thaw_storage_test_tear_down (ThawStorageTest *self,
                             gconstpointer    data)
{
  thaw_database_close (self->database);
  g_assert_finalize_object (g_steal_pointer (&self->drafts));
  g_assert_finalize_object (g_steal_pointer (&self->journal));
  g_assert_finalize_object (g_steal_pointer (&self->database));
  g_assert_finalize_object (g_steal_pointer (&self->clock));
  thaw_test_remove_dir (self->directory);
}

/**
 * thaw_storage_test_reopen:
 *
 * Closes the journal and opens it again.
 */
void
thaw_storage_test_reopen (ThawStorageTest *self)
{
  g_autoptr (GError) error = NULL;

  thaw_database_close (self->database);
  thaw_database_open_sync (self->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/**
 * thaw_storage_test_make_entry:
 * @iso: the moment, as `2026-03-29T09:15:00+02:00`
 * @text: the text
 *
 * Returns: (transfer full): an entry that was not saved
 */
ThawEntry *
thaw_storage_test_make_entry (const char *iso,
                              const char *text)
{
  ThawEntry *entry = thaw_entry_new ();
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_text (entry, text);

  return entry;
}

/**
 * thaw_storage_test_add:
 * @iso: the moment, as `2026-03-29T09:15:00+02:00`
 * @text: the text
 *
 * Saves an entry.
 *
 * Returns: (transfer full): its UUID
 */
char *
thaw_storage_test_add (ThawStorageTest *self,
                       const char      *iso,
                       const char      *text)
{
  g_autoptr (ThawEntry) entry = thaw_storage_test_make_entry (iso, text);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_journal_save_sync (self->journal, entry, &error);
  g_assert_no_error (error);

  return g_strdup (thaw_entry_get_uuid (saved));
}

void
thaw_storage_test_hide (ThawStorageTest *self,
                        const char      *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_journal_hide_async (self->journal, uuid, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_journal_hide_finish (self->journal, awaited, &error);
  g_assert_no_error (error);
}

void
thaw_storage_test_purge (ThawStorageTest *self,
                         const char      *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) awaited = NULL;
  g_autoptr (GError) error = NULL;

  thaw_journal_purge_async (self->journal, uuid, NULL, thaw_test_store_result_cb, &result);
  awaited = thaw_test_await (&result);
  thaw_journal_purge_finish (self->journal, awaited, &error);
  g_assert_no_error (error);
}

/**
 * thaw_storage_test_count_bytes:
 * @word: what to look for
 *
 * Returns: how often it is anywhere in the files of the journal
 */
guint
thaw_storage_test_count_bytes (ThawStorageTest *self,
                               const char      *word)
{
  static const char *const names[] = { "journal.db", "journal.db-wal", "journal.db-shm" };
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->directory, names[i], NULL);
      g_autofree char *bytes = NULL;
      gsize n_bytes;

      if (!g_file_get_contents (path, &bytes, &n_bytes, NULL))
        continue;

      for (char *p = bytes; (p = memmem (p, n_bytes - (gsize) (p - bytes), word, strlen (word))) != NULL; p++)
        n_found++;
    }

  return n_found;
}

/**
 * thaw_storage_test_join:
 * @summaries: (element-type ThawEntrySummary) (transfer full): entries
 *
 * Returns: (transfer full): their excerpts, in their order, with "|" in between
 */
char *
thaw_storage_test_join (GPtrArray *summaries)
{
  GString *joined = g_string_new (NULL);

  g_assert_nonnull (summaries);
  for (guint i = 0; i < summaries->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "",
                            thaw_entry_summary_get_excerpt (g_ptr_array_index (summaries, i)));
  g_ptr_array_unref (summaries);

  return g_string_free (joined, FALSE);
}

/**
 * thaw_storage_test_describe_reminder:
 *
 * Returns: (transfer full): all that is stored of a reminder, so that two can be compared,
 *   and it can be read in which way they differ
 */
char *
thaw_storage_test_describe_reminder (const ThawReminder *reminder)
{
  GString *all = g_string_new (NULL);

  g_string_append_printf (all, "%s “%s” opens %s, on %d, weekdays %x, %d to %d,", reminder->uuid, reminder->title,
                          reminder->opens != NULL ? reminder->opens : "nothing", reminder->is_on, reminder->weekdays,
                          reminder->from, reminder->until);
  if (reminder->timing == THAW_REMINDER_AT_TIMES)
    {
      for (guint i = 0; i < reminder->n_times; i++)
        g_string_append_printf (all, " %d", reminder->times[i]);
    }
  else
    g_string_append_printf (all, " %u from %d to %d, %d apart", reminder->n_in_window, reminder->window_start,
                            reminder->window_end, reminder->distance);
  g_string_append_printf (all, ", skips %d, ignores %d, modified %" G_GINT64_FORMAT, reminder->skips_if_done,
                          reminder->ignores_quiet, reminder->modified_ms);

  return g_string_free (all, FALSE);
}

/**
 * thaw_storage_test_describe_state:
 *
 * Returns: (transfer full): all that is stored of what came of a reminder
 */
char *
thaw_storage_test_describe_state (const ThawReminderState *state)
{
  return g_strdup_printf ("rule %" G_GINT64_FORMAT ", last %" G_GINT64_FORMAT ", shown %" G_GINT64_FORMAT
                          ", missed %" G_GINT64_FORMAT ", snoozed %" G_GINT64_FORMAT
                          ", put off %d, unanswered %d, over %d",
                          state->rule_ms, state->last, state->shown, state->missed, state->snoozed_until_ms,
                          state->put_off_day, state->n_unanswered_days, state->is_offer_over);
}
