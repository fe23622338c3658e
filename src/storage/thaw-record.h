/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-moment.h"
#include "thaw-statement.h"

/* What the repositories beside the journal do with one row of theirs, in whichever thread the connection belongs to. */

G_BEGIN_DECLS

/**
 * ThawRecordKind:
 * @name: what it is, in its tombstones, as `reflection`
 * @uuid_offset: where a record has its identity, a string that may be %NULL
 * @modified_offset: where a record has the time of its last change, a #gint64
 * @copy: copies a record, as far as it is stored
 * @free: frees a record
 * @check: says why a record cannot be stored; its identity and its time are checked for it
 * @identify: (nullable): gives a record the identity of the one that is there already, if
 *   something else than the identity must be there once
 * @put: writes a record, in the place of the one with its identity
 * @read: makes a record of a row; %NULL if that makes no sense
 * @compare: (nullable): the order of records, if no SQL can say it
 * @list_sql: a constant that selects all of them, in the columns that @read expects
 * @modified_sql: a constant that selects `modified_ms` of the one with the UUID ?1
 * @delete_sql: a constant that deletes the one with the UUID ?1 and returns that
 * @delete_by_key_sql: (nullable): the same, by what the person knows it by, if that is not the UUID
 * @last_row_sql: (nullable): of a kind of which there may be many: selects the last row number
 * @range_sql: (nullable): of such a kind, a constant that selects those with row numbers from ?1 to
 *   ?2, in their order, with the columns that @read expects, and without an index
 * @bare_range_sql: (nullable): the same without what is in another table, if it has anything there
 * @row_column: the column of the row number in these two
 *
 * A kind of thing that a person makes, all that is needed to save, delete, import and
 * read it.
 */
typedef struct _ThawRecordKind ThawRecordKind;
struct _ThawRecordKind
{
  const char *name;
  gsize       uuid_offset;
  gsize       modified_offset;

  GBoxedCopyFunc copy;
  GBoxedFreeFunc free;
  gboolean (*check)    (gconstpointer    record,
                        GError         **error);
  gboolean (*identify) (ThawConnection  *connection,
                        gpointer         record,
                        GError         **error);
  gboolean (*put)      (ThawConnection  *connection,
                        gconstpointer    record,
                        GError         **error);
  gpointer (*read)     (ThawStatement   *row);
  GCompareFunc compare;

  const char *list_sql;
  const char *modified_sql;
  const char *delete_sql;
  const char *delete_by_key_sql;

  const char *last_row_sql;
  const char *range_sql;
  const char *bare_range_sql;
  int         row_column;
};

/**
 * ThawRecordImport:
 * @THAW_RECORD_IMPORT_ADD: it was not there
 * @THAW_RECORD_IMPORT_CHANGE: it was there, and is newer in the import
 * @THAW_RECORD_IMPORT_SKIP: it was there, as new or newer, or was deleted since
 *
 * What becomes of something in an import.
 */
typedef enum
{
  THAW_RECORD_IMPORT_ADD,
  THAW_RECORD_IMPORT_CHANGE,
  THAW_RECORD_IMPORT_SKIP,
} ThawRecordImport;

gboolean   thaw_record_refuse   (GError     **error,
                                 const char  *message);
void       thaw_record_bind_moment (ThawStatement    *statement,
                                    int               index,
                                    const ThawMoment *moment);
gboolean   thaw_record_get_moment  (ThawStatement    *row,
                                    int               column,
                                    ThawMoment       *out_moment);
void       thaw_record_bind_day    (ThawStatement    *statement,
                                    int               index,
                                    ThawDay           day);
void       thaw_record_bind_number (ThawStatement    *statement,
                                    int               index,
                                    int               number,
                                    int               none);
int        thaw_record_get_number  (ThawStatement    *row,
                                    int               column,
                                    int               lowest,
                                    int               highest,
                                    int               none);

gboolean   thaw_record_text_is_valid (const char *text,
                                      gsize       max_bytes);
gboolean   thaw_record_take_identity (ThawConnection  *connection,
                                      const char      *sql,
                                      const char      *key,
                                      char           **uuid,
                                      GError         **error);

gboolean   thaw_record_check    (const ThawRecordKind  *kind,
                                 gpointer               record,
                                 GError               **error);
gboolean   thaw_record_save     (const ThawRecordKind  *kind,
                                 ThawConnection        *connection,
                                 gpointer               record,
                                 gint64                 now_ms,
                                 GError               **error);
gboolean   thaw_record_remove   (const ThawRecordKind  *kind,
                                 ThawConnection        *connection,
                                 const char            *key,
                                 gint64                 now_ms,
                                 GError               **error);
gboolean   thaw_record_forget   (const ThawRecordKind  *kind,
                                 ThawConnection        *connection,
                                 const char            *uuid,
                                 gint64                 deleted_ms,
                                 GError               **error);
gboolean   thaw_record_import   (const ThawRecordKind  *kind,
                                 ThawConnection        *connection,
                                 gpointer               record,
                                 gint64                 now_ms,
                                 ThawRecordImport      *out_import,
                                 GError               **error);
GPtrArray *thaw_record_read     (const ThawRecordKind  *kind,
                                 ThawStatement         *rows,
                                 GError               **error);
GPtrArray *thaw_record_read_all (const ThawRecordKind  *kind,
                                 ThawConnection        *connection,
                                 GError               **error);

G_END_DECLS
