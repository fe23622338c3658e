/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal"

#include "config.h"
#include "thaw-journal.h"

#include "thaw-database-private.h"
#include "thaw-journal-private.h"

/**
 * ThawJournal:
 *
 * The entries in the database. Newest first is by the local day and then by the
 * moment; where an entry stands in that order is its position.
 *
 * Reads that are small and indexed are answered at once, in the thread that
 * opened the database. Everything else is done on its worker threads: an entry
 * that is handed over is copied first, and results are new objects. The
 * functions that end in `_sync` wait for the worker and need no main loop.
 */
G_DEFINE_FINAL_TYPE (ThawJournal, thaw_journal, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_database_written_cb (ThawJournal *self,
                        guint        topics)
{
  if ((topics & THAW_DATABASE_TOPIC_ENTRIES) != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
thaw_journal_dispose (GObject *object)
{
  ThawJournal *self = THAW_JOURNAL (object);

  g_clear_object (&self->database);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalogs.vocabulary);
  g_clear_object (&self->catalogs.coping_catalog);

  G_OBJECT_CLASS (thaw_journal_parent_class)->dispose (object);
}

static void
thaw_journal_class_init (ThawJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_journal_dispose;

  /**
   * ThawJournal::changed:
   *
   * Entries were saved, hidden, brought back or imported, and are on the disk.
   * Emitted in the thread that asked for it, before its callback is called.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_journal_init (ThawJournal *self)
{
}

void
thaw_tombstone_free (ThawTombstone *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->kind);
  g_free (self);
}

/**
 * thaw_journal_new:
 * @database: where the entries are; need not be open yet
 * @clock: what says when something was saved
 * @vocabulary: (nullable): the words by which a search finds emotions; without it
 *   it finds only their slugs
 * @coping_catalog: (nullable): the same for what was done
 *
 * Returns: (transfer full): the journal
 */
ThawJournal *
thaw_journal_new (ThawDatabase      *database,
                  ThawClock         *clock,
                  ThawVocabulary    *vocabulary,
                  ThawCopingCatalog *coping_catalog)
{
  ThawJournal *self = g_object_new (THAW_TYPE_JOURNAL, NULL);

  g_return_val_if_fail (THAW_IS_DATABASE (database), self);
  g_return_val_if_fail (THAW_IS_CLOCK (clock), self);

  self->database = g_object_ref (database);
  self->clock = g_object_ref (clock);
  g_set_object (&self->catalogs.vocabulary, vocabulary);
  g_set_object (&self->catalogs.coping_catalog, coping_catalog);
  g_signal_connect_object (database, "written", G_CALLBACK (on_database_written_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_journal_get_entry:
 * @uuid: an entry's identity
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with an error; one
 *   that is hidden is not found
 */
ThawEntry *
thaw_journal_get_entry (ThawJournal  *self,
                        const char   *uuid,
                        GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL ? thaw_journal_read_entry (connection, uuid, error) : NULL;
}

/**
 * thaw_journal_list_newest:
 * @before: the position of the last entry of the page before, or %THAW_JOURNAL_NEWEST
 * @n_max: how many at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawEntrySummary) (nullable): the next
 *   entries, newest first, or %NULL with an error
 */
GPtrArray *
thaw_journal_list_newest (ThawJournal  *self,
                          gint64        before,
                          guint         n_max,
                          GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL ? thaw_journal_read_newest (connection, 0, before, n_max, error) : NULL;
}

/**
 * thaw_journal_list_places:
 * @places: (array length=n_places): where entries stand, as from thaw_journal_index_async()
 * @n_places: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawEntrySummary) (nullable): the
 *   entries that are still there, in the order of @places, or %NULL with an error
 */
GPtrArray *
thaw_journal_list_places (ThawJournal             *self,
                          const ThawJournalPlace  *places,
                          guint                    n_places,
                          GError                 **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (places != NULL || n_places == 0, NULL);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL ? thaw_journal_read_places (connection, places, n_places, error) : NULL;
}

/**
 * thaw_journal_list_day:
 * @day: a day
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawEntrySummary) (nullable): the
 *   entries of @day, newest first, or %NULL with an error
 */
GPtrArray *
thaw_journal_list_day (ThawJournal  *self,
                       ThawDay       day,
                       GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (thaw_day_is_valid (day), NULL);

  connection = thaw_database_peek_connection (self->database, error);
  if (connection == NULL)
    return NULL;

  return thaw_journal_read_newest (connection, thaw_day_get_first_position (day),
                                   thaw_day_get_first_position (day + 1), G_MAXINT32, error);
}

/**
 * thaw_journal_list_days:
 * @first: the first day
 * @last: the last day
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawDay) (nullable): the days with
 *   entries, from the first on, or %NULL with an error
 */
GArray *
thaw_journal_list_days (ThawJournal  *self,
                        ThawDay       first,
                        ThawDay       last,
                        GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (thaw_day_is_valid (first) && thaw_day_is_valid (last), NULL);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL ? thaw_journal_read_days (connection, first, last, error) : NULL;
}

/**
 * thaw_journal_get_extent:
 * @out_first: (out): the first day with an entry, %THAW_DAY_NONE in an empty journal
 * @out_last: (out): the last day with an entry, %THAW_DAY_NONE in an empty journal
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
thaw_journal_get_extent (ThawJournal  *self,
                         ThawDay      *out_first,
                         ThawDay      *out_last,
                         GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (out_first != NULL && out_last != NULL, FALSE);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL && thaw_journal_read_extent (connection, out_first, out_last, error);
}

/**
 * thaw_journal_list_tags:
 * @prefix: (nullable): how the tag, or a word in it, begins; accents and case do not matter
 * @n_max: how many at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawTagMark) (nullable): the tags, the
 *   one used last first, or %NULL with an error
 */
GPtrArray *
thaw_journal_list_tags (ThawJournal  *self,
                        const char   *prefix,
                        guint         n_max,
                        GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL ? thaw_journal_read_tags (connection, prefix, n_max, error) : NULL;
}

/**
 * thaw_journal_list_emotions:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the slugs of the emotions that are named
 *   in the journal, in alphabetical order, or %NULL with an error
 */
GStrv
thaw_journal_list_emotions (ThawJournal  *self,
                            GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL ? thaw_journal_read_emotions (connection, error) : NULL;
}

/**
 * thaw_journal_list_used_emotions:
 * @n_entries: how many of the newest entries to look at
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawEmotionUse) (nullable): the emotions
 *   that were named in these entries, the one named last first, or %NULL with an
 *   error
 */
GArray *
thaw_journal_list_used_emotions (ThawJournal  *self,
                                 guint         n_entries,
                                 GError      **error)
{
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_JOURNAL (self), NULL);

  connection = thaw_database_peek_connection (self->database, error);

  return connection != NULL ? thaw_journal_read_used_emotions (connection, n_entries, error) : NULL;
}

/**
 * thaw_journal_emit_changed:
 * @source: (type ThawJournal): the journal
 *
 * Tells that entries have changed on the disk.
 */
void
thaw_journal_emit_changed (gpointer source)
{
  g_return_if_fail (THAW_IS_JOURNAL (source));

  thaw_database_emit_written (THAW_JOURNAL (source)->database, THAW_DATABASE_TOPIC_ENTRIES);
}

/* What an import may have changed: whoever shows it reads it again, and that costs little. */
void
thaw_journal_emit_imported (gpointer source)
{
  g_return_if_fail (THAW_IS_JOURNAL (source));

  thaw_database_emit_written (THAW_JOURNAL (source)->database,
                              THAW_DATABASE_TOPIC_ENTRIES | THAW_DATABASE_TOPIC_WORDS |
                                THAW_DATABASE_TOPIC_PROMPTS | THAW_DATABASE_TOPIC_REFLECTIONS |
                                THAW_DATABASE_TOPIC_SESSIONS | THAW_DATABASE_TOPIC_ACTIVITIES |
                                THAW_DATABASE_TOPIC_PATTERNS | THAW_DATABASE_TOPIC_PLANS |
                                THAW_DATABASE_TOPIC_PEOPLE | THAW_DATABASE_TOPIC_PHOTOS |
                                THAW_DATABASE_TOPIC_CARE | THAW_DATABASE_TOPIC_LINES |
                                THAW_DATABASE_TOPIC_ARTICLES | THAW_DATABASE_TOPIC_REMINDERS);
}
