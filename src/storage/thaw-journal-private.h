/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-journal.h"
#include "thaw-statement.h"

G_BEGIN_DECLS

/**
 * ThawJournalCatalogs:
 * @vocabulary: (owned) (nullable): the words for emotions
 * @coping_catalog: (owned) (nullable): the words for what was done
 *
 * What translates the slugs of entries for the search. Read in any thread.
 */
typedef struct
{
  ThawVocabulary    *vocabulary;
  ThawCopingCatalog *coping_catalog;
} ThawJournalCatalogs;

struct _ThawJournal
{
  GObject parent_instance;

  ThawDatabase *database; /* (owned) */
  ThawClock *clock;       /* (owned) */
  ThawJournalCatalogs catalogs;
};

/* thaw-journal.c */

void thaw_journal_emit_changed (gpointer source);

/* What a ThawJournal does on a connection, in whichever thread the connection belongs to. */

#define THAW_JOURNAL_SUMMARY_COLUMNS \
  "id, uuid, position, utc_ms, offset_secs, day, feeling, valence, answer, title, excerpt"
#define THAW_JOURNAL_ENTRY_COLUMNS THAW_JOURNAL_SUMMARY_COLUMNS ", created_ms, modified_ms, text"

/* thaw-journal-read.c */

/**
 * ThawJournalMarks:
 * @emotions: (owned): looks up the emotions of an entry
 * @tags: (owned): looks up the tags of an entry
 *
 * The statements by which many entries in turn get their emotions and tags.
 */
typedef struct
{
  ThawStatement *emotions;
  ThawStatement *tags;
} ThawJournalMarks;

gboolean thaw_journal_marks_init  (ThawJournalMarks  *self,
                                   ThawConnection    *connection,
                                   GError           **error);
void     thaw_journal_marks_clear (ThawJournalMarks *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawJournalMarks, thaw_journal_marks_clear)

ThawEntry        *thaw_journal_read_entry_row   (ThawStatement     *row,
                                                 ThawJournalMarks  *marks,
                                                 GError           **error);
ThawEntrySummary *thaw_journal_read_summary_row (ThawStatement     *row,
                                                 ThawJournalMarks  *marks,
                                                 const char        *title,
                                                 const char        *excerpt,
                                                 GError           **error);
GPtrArray        *thaw_journal_read_summaries   (ThawConnection  *connection,
                                                 ThawStatement   *rows,
                                                 GError         **error);
ThawEntry        *thaw_journal_read_entry       (ThawConnection  *connection,
                                                 const char      *uuid,
                                                 GError         **error);
GPtrArray        *thaw_journal_read_newest      (ThawConnection  *connection,
                                                 gint64           from,
                                                 gint64           before,
                                                 guint            n_max,
                                                 GError         **error);
GPtrArray        *thaw_journal_read_places      (ThawConnection          *connection,
                                                 const ThawJournalPlace  *places,
                                                 guint                    n_places,
                                                 GError                 **error);
GArray           *thaw_journal_read_days        (ThawConnection  *connection,
                                                 ThawDay          first,
                                                 ThawDay          last,
                                                 GError         **error);
gboolean          thaw_journal_read_extent      (ThawConnection  *connection,
                                                 ThawDay         *out_first,
                                                 ThawDay         *out_last,
                                                 GError         **error);
GPtrArray        *thaw_journal_read_tags        (ThawConnection  *connection,
                                                 const char      *prefix,
                                                 guint            n_max,
                                                 GError         **error);
GStrv             thaw_journal_read_emotions    (ThawConnection  *connection,
                                                 GError         **error);
GArray           *thaw_journal_read_day_moods   (ThawConnection  *connection,
                                                 ThawDay          first,
                                                 ThawDay          last,
                                                 GError         **error);

/* thaw-journal-search.c */

char      *thaw_journal_make_words  (ThawEntry                 *entry,
                                     const ThawJournalCatalogs *catalogs);
GPtrArray *thaw_journal_find        (ThawConnection           *connection,
                                     const ThawJournalFilter  *filter,
                                     gint64                    before,
                                     guint                     n_max,
                                     GError                  **error);
GArray    *thaw_journal_index       (ThawConnection           *connection,
                                     const ThawJournalFilter  *filter,
                                     GError                  **error);
gboolean   thaw_journal_for_each    (ThawConnection           *connection,
                                     const ThawJournalFilter  *filter,
                                     ThawEntryFunc             func,
                                     gpointer                  user_data,
                                     GError                  **error);

/* thaw-journal-write.c */

/**
 * ThawJournalStored:
 * @id: its row, 0 if there is none
 * @moment: when it was felt
 * @position: its place
 * @created_ms: when it was first saved
 * @modified_ms: when it was last saved
 * @is_hidden: whether it was deleted
 * @title: (owned) (nullable): as it is in the full-text index
 * @text: (owned) (nullable): as it is in the full-text index
 * @words: (owned) (nullable): as it is in the full-text index
 *
 * What is stored of an entry, as far as a change needs to know it.
 */
typedef struct
{
  gint64     id;
  ThawMoment moment;
  gint64     position;
  gint64     created_ms;
  gint64     modified_ms;
  gboolean   is_hidden;
  char      *title;
  char      *text;
  char      *words;
} ThawJournalStored;

void     thaw_journal_stored_clear       (ThawJournalStored *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawJournalStored, thaw_journal_stored_clear)

gboolean thaw_journal_read_stored        (ThawConnection     *connection,
                                          const char         *uuid,
                                          ThawJournalStored  *stored,
                                          GError            **error);
gboolean thaw_journal_put_entry          (ThawConnection             *connection,
                                          const ThawJournalStored    *stored,
                                          ThawEntry                  *entry,
                                          const ThawJournalCatalogs  *catalogs,
                                          gboolean                    keep_fts,
                                          GError                    **error);
gboolean thaw_journal_remove_unused_tags (ThawConnection  *connection,
                                          GError         **error);

gboolean thaw_journal_check_entry  (ThawEntry  *entry,
                                    GError    **error);
gboolean thaw_journal_write_entry  (ThawConnection             *connection,
                                    ThawEntry                  *entry,
                                    const ThawJournalCatalogs  *catalogs,
                                    const char                 *draft,
                                    gint64                      now_ms,
                                    GError                    **error);
gboolean thaw_journal_write_hidden (ThawConnection  *connection,
                                    const char      *uuid,
                                    gboolean         is_hidden,
                                    gint64           now_ms,
                                    GError         **error);
/* thaw-journal-import.c */

gboolean thaw_journal_write_import (ThawConnection             *connection,
                                    GPtrArray                  *entries,
                                    const ThawJournalCatalogs  *catalogs,
                                    gboolean                    dry_run,
                                    gint64                      now_ms,
                                    ThawJournalImportCounts    *counts,
                                    GError                    **error);

G_END_DECLS
