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

void thaw_journal_emit_changed  (gpointer source);
void thaw_journal_emit_imported (gpointer source);

/* What a ThawJournal does on a connection, in whichever thread the connection belongs to. */

#define THAW_JOURNAL_SUMMARY_COLUMNS \
  "id, uuid, position, utc_ms, offset_secs, day, feeling, valence, answer, title, excerpt"
#define THAW_JOURNAL_ENTRY_COLUMNS THAW_JOURNAL_SUMMARY_COLUMNS ", created_ms, modified_ms, text"

/* thaw-journal-marks.c */

/**
 * ThawJournalMarksWhich:
 * @THAW_JOURNAL_MARKS_SUMMARY: what a summary has
 * @THAW_JOURNAL_MARKS_ENTRY: what an entry has
 * @THAW_JOURNAL_MARKS_ENTRY_V1: what an entry has in a file of version 1 of the schema
 */
typedef enum
{
  THAW_JOURNAL_MARKS_SUMMARY,
  THAW_JOURNAL_MARKS_ENTRY,
  THAW_JOURNAL_MARKS_ENTRY_V1,
} ThawJournalMarksWhich;

/**
 * ThawJournalMarks:
 * @rows: (owned): looks up what an entry has in the tables around it
 *
 * The statement by which many entries in turn get their emotions, sensations,
 * tags and whatever else there may be several of.
 */
typedef struct
{
  ThawStatement *rows;
} ThawJournalMarks;

gboolean thaw_journal_marks_init         (ThawJournalMarks       *self,
                                          ThawConnection         *connection,
                                          ThawJournalMarksWhich   which,
                                          GError                **error);
void     thaw_journal_marks_clear        (ThawJournalMarks *self);
gboolean thaw_journal_marks_read_entry   (ThawJournalMarks  *self,
                                          gint64             id,
                                          ThawEntry         *entry,
                                          GError           **error);
gboolean thaw_journal_marks_read_summary (ThawJournalMarks  *self,
                                          gint64             id,
                                          ThawEntrySummary  *summary,
                                          GError           **error);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawJournalMarks, thaw_journal_marks_clear)

/* thaw-journal-parts.c */

gboolean thaw_journal_put_tag            (ThawConnection  *connection,
                                          ThawTagKind      kind,
                                          const char      *name,
                                          gint64           modified_ms,
                                          gint64          *out_id,
                                          GError         **error);
gboolean thaw_journal_remove_unused_tags (ThawConnection  *connection,
                                          GError         **error);
gboolean thaw_journal_write_parts        (ThawConnection  *connection,
                                          gint64           id,
                                          ThawEntry       *entry,
                                          GError         **error);
gboolean thaw_journal_delete_parts       (ThawConnection  *connection,
                                          gint64           id,
                                          gboolean        *out_had_tags,
                                          GError         **error);

/* thaw-journal-read.c */

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
GPtrArray        *thaw_journal_read_tags        (ThawConnection  *connection,
                                                 const char      *prefix,
                                                 guint            n_max,
                                                 GError         **error);
GStrv             thaw_journal_read_emotions    (ThawConnection  *connection,
                                                 GError         **error);
GArray           *thaw_journal_read_used_emotions (ThawConnection  *connection,
                                                   guint            n_entries,
                                                   GError         **error);

/* thaw-journal-days.c */

GArray  *thaw_journal_read_days      (ThawConnection  *connection,
                                      ThawDay          first,
                                      ThawDay          last,
                                      GError         **error);
gboolean thaw_journal_read_extent    (ThawConnection  *connection,
                                      ThawDay         *out_first,
                                      ThawDay         *out_last,
                                      GError         **error);
GArray  *thaw_journal_read_day_moods (ThawConnection           *connection,
                                      ThawDay                   first,
                                      ThawDay                   last,
                                      const ThawJournalFilter  *filter,
                                      GError                  **error);

/* thaw-journal-words.c */

/**
 * ThawJournalCondition:
 * @from: the first position that is wanted
 * @before: the first one after that is not
 * @match: (owned) (nullable): for the full-text index; %NULL if it is not needed
 * @has_checks: whether something is left that only %THAW_JOURNAL_CONDITION_CHECKS can tell
 * @answer: (unowned) (nullable): the slug of the answer
 * @trigger_kind: (unowned) (nullable): the slug of the kind of @trigger
 * @trigger: (unowned) (nullable): the name of the tag that set it off
 *
 * What a filter means to the database. Parameters ?1 to ?6 are, in this order,
 * all but @has_checks.
 */
typedef struct
{
  gint64      from;
  gint64      before;
  char       *match;
  gboolean    has_checks;
  const char *answer;
  const char *trigger_kind;
  const char *trigger;
} ThawJournalCondition;

/* What the full-text index does not know: entries of version 1 of the schema have no marks for it. Each list of
 * positions is made once, and only if it is asked for. */
#define THAW_JOURNAL_CONDITION_CHECKS(position) \
  " AND (?4 IS NULL OR " position " IN" \
  "   (SELECT answered.position FROM entry AS answered WHERE answered.answer = ?4 AND answered.hidden_ms IS NULL))" \
  " AND (?6 IS NULL OR " position " IN" \
  "   (SELECT tagged.position FROM tag JOIN entry_tag AS used ON used.tag = tag.id" \
  "     JOIN entry AS tagged ON tagged.id = used.entry" \
  "     WHERE tag.kind = ?5 AND tag.name = ?6 AND used.is_trigger = 1))"

char *thaw_journal_make_words      (ThawEntry                 *entry,
                                    const ThawJournalCatalogs *catalogs);
void  thaw_journal_condition_init  (ThawJournalCondition    *self,
                                    const ThawJournalFilter *filter,
                                    gint64                   before);
void  thaw_journal_condition_clear (ThawJournalCondition *self);
void  thaw_journal_condition_bind  (const ThawJournalCondition *self,
                                    ThawStatement              *statement);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawJournalCondition, thaw_journal_condition_clear)

/* thaw-journal-search.c */

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

/* thaw-journal-check.c */

gboolean thaw_journal_check_entry (ThawEntry  *entry,
                                   GError    **error);

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
gboolean thaw_journal_put_hidden         (ThawConnection           *connection,
                                          const ThawJournalStored  *stored,
                                          gboolean                  is_hidden,
                                          gint64                    now_ms,
                                          GError                  **error);

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
gboolean thaw_journal_rewrite_words (ThawConnection             *connection,
                                     GPtrArray                  *uuids,
                                     const ThawJournalCatalogs  *catalogs,
                                     gint64                      now_ms,
                                     GError                    **error);

/* thaw-journal-import.c */

gboolean thaw_journal_write_import (ThawConnection             *connection,
                                    ThawImportBatch            *batch,
                                    const ThawJournalCatalogs  *catalogs,
                                    gboolean                    dry_run,
                                    gint64                      now_ms,
                                    ThawJournalImportCounts    *counts,
                                    GError                    **error);
gboolean thaw_journal_write_deleted (ThawConnection  *connection,
                                     GPtrArray       *tombstones,
                                     guint           *out_n_deleted,
                                     GError         **error);

G_END_DECLS
