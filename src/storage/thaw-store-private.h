/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-database-private.h"
#include "thaw-record.h"
#include "thaw-slug-set.h"
#include "thaw-store.h"

/* What the repositories beside the journal have in common. */

G_BEGIN_DECLS

gpointer      thaw_store_new          (GType         type,
                                       ThawDatabase *database,
                                       ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;
ThawDatabase *thaw_store_get_database (ThawStore *self);
gint64        thaw_store_get_now_ms   (ThawStore *self);
ThawStatement *thaw_store_query       (ThawStore   *self,
                                       const char  *sql,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      thaw_store_query_flag   (ThawStore   *self,
                                       const char  *sql,
                                       gboolean    *out_flag,
                                       GError     **error);
void          thaw_store_write_async  (ThawStore           *self,
                                       gpointer             source_tag,
                                       ThawDatabaseFunc     func,
                                       gpointer             request,
                                       GDestroyNotify       request_free,
                                       GDestroyNotify       result_free,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gpointer      thaw_store_write_sync   (ThawStore         *self,
                                       ThawDatabaseFunc   func,
                                       gpointer           request,
                                       GError           **error);
void          thaw_store_read_async   (ThawStore           *self,
                                       gpointer             source_tag,
                                       ThawDatabaseFunc     func,
                                       gpointer             request,
                                       GDestroyNotify       request_free,
                                       GDestroyNotify       result_free,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);

/* Those that keep records; each of them gives these functions its own types. */

GPtrArray *thaw_store_list_records        (ThawStore  *self,
                                           GError    **error);
gpointer   thaw_store_get_record          (ThawStore   *self,
                                           const char  *sql,
                                           const char  *key,
                                           GError     **error);
gpointer   thaw_store_save_record_sync    (ThawStore      *self,
                                           gconstpointer   record,
                                           GError        **error);
gboolean   thaw_store_remove_record_sync  (ThawStore   *self,
                                           const char  *key,
                                           GError     **error);

/* Those that keep a set of slugs. */

GPtrArray *thaw_store_list_slugs         (ThawStore  *self,
                                          GError    **error);
void       thaw_store_change_slugs_async (ThawStore           *self,
                                          gpointer             source_tag,
                                          const char          *slug,
                                          gboolean             is_in,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean   thaw_store_change_slugs_sync  (ThawStore   *self,
                                          const char  *slug,
                                          gboolean     is_in,
                                          GError     **error);

/* What there is beside the entries. */

extern const ThawRecordKind thaw_own_word_records;
extern const ThawRecordKind thaw_own_prompt_records;
extern const ThawRecordKind thaw_reflection_records;
extern const ThawRecordKind thaw_session_records;
extern const ThawRecordKind thaw_own_activity_records;
extern const ThawRecordKind thaw_breath_pattern_records;
extern const ThawRecordKind thaw_plan_records;
extern const ThawRecordKind thaw_person_records;
extern const ThawRecordKind thaw_photo_records;
extern const ThawRecordKind thaw_care_item_records;
extern const ThawRecordKind thaw_own_line_records;
extern const ThawRecordKind thaw_article_mark_records;
extern const ThawRecordKind thaw_reminder_records;
extern const ThawSlugSet    thaw_hidden_word_slugs;
extern const ThawSlugSet    thaw_favourite_slugs;

G_END_DECLS
