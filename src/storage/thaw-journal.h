/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-clock.h"
#include "thaw-coping-catalog.h"
#include "thaw-database.h"
#include "thaw-day-mood.h"
#include "thaw-entry-summary.h"
#include "thaw-entry.h"
#include "thaw-import-batch.h"
#include "thaw-journal-filter.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

#define THAW_TYPE_JOURNAL (thaw_journal_get_type ())
G_DECLARE_FINAL_TYPE (ThawJournal, thaw_journal, THAW, JOURNAL, GObject)

/**
 * ThawJournalPlace:
 * @position: where an entry, or a session, stands in the journal
 * @day: the day it belongs to
 * @is_session: whether a session stands there
 *
 * A place in the journal, without what stands there.
 */
typedef struct
{
  gint64   position;
  ThawDay  day;
  gboolean is_session;
} ThawJournalPlace;

/**
 * ThawEmotionUse:
 * @slug: (owned): an emotion
 * @n_entries: how many entries name it
 * @last_position: where the newest of them stands
 *
 * How an emotion was used.
 */
typedef struct
{
  char   *slug;
  guint   n_entries;
  gint64  last_position;
} ThawEmotionUse;

/* Later than every entry: where reading newest first begins. */
#define THAW_JOURNAL_NEWEST G_MAXINT64

/**
 * ThawJournalImportCounts:
 * @n_added: entries that were not there
 * @n_changed: entries that were there, and are newer in the import
 * @n_skipped: entries that were there already, as new or newer, or deleted since
 * @n_others: what is beside the entries, as own words, reflections and sessions, that
 *   was not there, or is newer in the import
 */
typedef struct
{
  guint n_added;
  guint n_changed;
  guint n_skipped;
  guint n_others;
} ThawJournalImportCounts;

/**
 * ThawTombstone:
 * @uuid: (not nullable): which one it was
 * @kind: (not nullable): what it was, as `entry` or `session`
 * @deleted_ms: when it was deleted, in milliseconds of Unix time
 *
 * What stays of something that was deleted.
 */
typedef struct
{
  char  *uuid;
  char  *kind;
  gint64 deleted_ms;
} ThawTombstone;

void thaw_tombstone_free (ThawTombstone *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawTombstone, thaw_tombstone_free)

/**
 * ThawEntryFunc:
 * @entry: (transfer none): an entry
 * @user_data: what was passed along
 * @error: where to say why to stop
 *
 * Returns: %TRUE to go on, %FALSE with @error set to stop
 */
typedef gboolean (*ThawEntryFunc) (ThawEntry *entry,
                                   gpointer   user_data,
                                   GError   **error);

ThawJournal *thaw_journal_new (ThawDatabase      *database,
                               ThawClock         *clock,
                               ThawVocabulary    *vocabulary,
                               ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;

/* Bounded reads, on the main thread */

ThawEntry *thaw_journal_get_entry   (ThawJournal  *self,
                                     const char   *uuid,
                                     GError      **error);
GPtrArray *thaw_journal_list_newest (ThawJournal  *self,
                                     gint64        before,
                                     guint         n_max,
                                     GError      **error);
GPtrArray *thaw_journal_list_places (ThawJournal             *self,
                                     const ThawJournalPlace  *places,
                                     guint                    n_places,
                                     GError                 **error);
GPtrArray *thaw_journal_list_day    (ThawJournal  *self,
                                     ThawDay       day,
                                     GError      **error);
GArray    *thaw_journal_list_days   (ThawJournal  *self,
                                     ThawDay       first,
                                     ThawDay       last,
                                     GError      **error);
gboolean   thaw_journal_get_extent  (ThawJournal  *self,
                                     ThawDay      *out_first,
                                     ThawDay      *out_last,
                                     GError      **error);
GPtrArray *thaw_journal_list_tags   (ThawJournal  *self,
                                     const char   *prefix,
                                     guint         n_max,
                                     GError      **error);
GStrv      thaw_journal_list_emotions (ThawJournal  *self,
                                       GError      **error);
GArray    *thaw_journal_list_used_emotions (ThawJournal  *self,
                                            guint         n_entries,
                                            GError      **error);

/* Reads of any size, on a worker */

void       thaw_journal_find_async   (ThawJournal             *self,
                                      const ThawJournalFilter *filter,
                                      gint64                   before,
                                      guint                    n_max,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data);
GPtrArray *thaw_journal_find_finish  (ThawJournal   *self,
                                      GAsyncResult  *result,
                                      GError       **error);
GPtrArray *thaw_journal_find_sync    (ThawJournal             *self,
                                      const ThawJournalFilter *filter,
                                      gint64                   before,
                                      guint                    n_max,
                                      GError                 **error);

void       thaw_journal_index_async  (ThawJournal             *self,
                                      const ThawJournalFilter *filter,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data);
GArray    *thaw_journal_index_finish (ThawJournal   *self,
                                      GAsyncResult  *result,
                                      GError       **error);

void       thaw_journal_load_days_async  (ThawJournal             *self,
                                          ThawDay                  first,
                                          ThawDay                  last,
                                          const ThawJournalFilter *filter,
                                          GCancellable            *cancellable,
                                          GAsyncReadyCallback      callback,
                                          gpointer                 user_data);
GArray    *thaw_journal_load_days_finish (ThawJournal   *self,
                                          GAsyncResult  *result,
                                          GError       **error);
GArray    *thaw_journal_load_days_sync   (ThawJournal              *self,
                                          ThawDay                   first,
                                          ThawDay                   last,
                                          const ThawJournalFilter  *filter,
                                          GError                  **error);

gboolean   thaw_journal_for_each_sync (ThawJournal             *self,
                                       const ThawJournalFilter *filter,
                                       ThawEntryFunc            func,
                                       gpointer                 user_data,
                                       GCancellable            *cancellable,
                                       GError                 **error);

/* Writes */

void       thaw_journal_save_async   (ThawJournal         *self,
                                      ThawEntry           *entry,
                                      const char          *draft,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
ThawEntry *thaw_journal_save_finish  (ThawJournal   *self,
                                      GAsyncResult  *result,
                                      GError       **error);
ThawEntry *thaw_journal_save_sync    (ThawJournal  *self,
                                      ThawEntry    *entry,
                                      GError      **error);

void       thaw_journal_hide_async   (ThawJournal         *self,
                                      const char          *uuid,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean   thaw_journal_hide_finish  (ThawJournal   *self,
                                      GAsyncResult  *result,
                                      GError       **error);

void       thaw_journal_unhide_async  (ThawJournal         *self,
                                       const char          *uuid,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean   thaw_journal_unhide_finish (ThawJournal   *self,
                                       GAsyncResult  *result,
                                       GError       **error);

void       thaw_journal_purge_async  (ThawJournal         *self,
                                      const char          *uuid,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean   thaw_journal_purge_finish (ThawJournal   *self,
                                      GAsyncResult  *result,
                                      GError       **error);

void       thaw_journal_import_async  (ThawJournal         *self,
                                       GPtrArray           *entries,
                                       gboolean             dry_run,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
void       thaw_journal_import_batch_async (ThawJournal         *self,
                                            ThawImportBatch     *batch,
                                            gboolean             dry_run,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean   thaw_journal_import_finish (ThawJournal              *self,
                                       GAsyncResult             *result,
                                       ThawJournalImportCounts  *out_counts,
                                       GError                  **error);
gboolean   thaw_journal_import_sync   (ThawJournal              *self,
                                       GPtrArray                *entries,
                                       gboolean                  dry_run,
                                       ThawJournalImportCounts  *out_counts,
                                       GError                  **error);

gboolean   thaw_journal_import_batch_sync (ThawJournal              *self,
                                           ThawImportBatch          *batch,
                                           gboolean                  dry_run,
                                           ThawJournalImportCounts  *out_counts,
                                           GError                  **error);

gboolean   thaw_journal_keep_deleted_sync (ThawJournal  *self,
                                           GPtrArray    *tombstones,
                                           guint        *out_n_deleted,
                                           GError      **error);
void       thaw_journal_keep_deleted_async (ThawJournal         *self,
                                            GPtrArray           *tombstones,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean   thaw_journal_keep_deleted_finish (ThawJournal   *self,
                                             GAsyncResult  *result,
                                             GError       **error);

G_END_DECLS
