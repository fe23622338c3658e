/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-article-mark-store"

#include "config.h"
#include "thaw-article-mark-store.h"

#include "thaw-activity.h"
#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * ThawArticleMarkStore:
 *
 * What the person has to do with articles: that they read on here, what they wrote, what
 * they make of a kind of support.
 */
struct _ThawArticleMarkStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawArticleMarkStore, thaw_article_mark_store, THAW_TYPE_STORE)

/* The columns of a row. */
enum
{
  COLUMN_UUID,
  COLUMN_ARTICLE,
  COLUMN_STANCE,
  COLUMN_IS_BOOKMARKED,
  COLUMN_POSITION,
  COLUMN_MODIFIED_MS,
  COLUMN_NOTE,
  COLUMN_ROW,
};

#define COLUMNS "uuid, article, stance, is_bookmarked, position, modified_ms, note"

static gpointer
copy_stored (gpointer record)
{
  ThawArticleMark *copy = thaw_article_mark_copy (record);

  if (copy->note != NULL && copy->note[0] == '\0')
    g_clear_pointer (&copy->note, g_free);

  return copy;
}

static gboolean
check_mark (gconstpointer   record,
            GError        **error)
{
  const ThawArticleMark *mark = record;

  /* An article has a slug, as something to do that Thaw brings along. */
  if (!thaw_activity_id_is_valid (mark->article))
    return thaw_record_refuse (error, _("A mark is on no article that there could be"));
  if ((guint) mark->stance >= THAW_N_STANCES)
    return thaw_record_refuse (error, _("A mark says nothing that it could say"));
  if (!thaw_record_text_is_valid (mark->note, THAW_ARTICLE_MARK_MAX_NOTE_BYTES))
    return thaw_record_refuse (error, _("The note on an article is too long or not valid UTF-8"));
  /* Nor is it NAN. */
  if (!(mark->position >= 0.0 && mark->position <= 1.0))
    return thaw_record_refuse (error, _("A mark is in no place that an article has"));

  return TRUE;
}

static gboolean
take_identity (ThawConnection  *connection,
               gpointer         record,
               GError         **error)
{
  ThawArticleMark *mark = record;

  return thaw_record_take_identity (connection, "SELECT uuid FROM article_mark WHERE article = ?1", mark->article,
                                    &mark->id, error);
}

static gboolean
put_mark (ThawConnection  *connection,
          gconstpointer    record,
          GError         **error)
{
  const ThawArticleMark *mark = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO article_mark (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                               "  ON CONFLICT (uuid) DO UPDATE SET article = excluded.article,"
                               "    stance = excluded.stance, is_bookmarked = excluded.is_bookmarked,"
                               "    position = excluded.position, modified_ms = excluded.modified_ms,"
                               "    note = excluded.note",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, mark->id);
  thaw_statement_bind_text (insert, COLUMN_ARTICLE + 1, mark->article);
  thaw_statement_bind_text (insert, COLUMN_STANCE + 1, thaw_stance_to_slug (mark->stance));
  thaw_statement_bind_int64 (insert, COLUMN_IS_BOOKMARKED + 1, mark->is_bookmarked != FALSE);
  thaw_statement_bind_double (insert, COLUMN_POSITION + 1, mark->position);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, mark->modified_ms);
  thaw_statement_bind_text (insert, COLUMN_NOTE + 1, mark->note);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  const char *article = thaw_statement_get_text (row, COLUMN_ARTICLE);
  double position = thaw_statement_get_double (row, COLUMN_POSITION);
  ThawArticleMark *mark;

  if (!thaw_activity_id_is_valid (article))
    return NULL;

  mark = thaw_article_mark_new (article);
  mark->id = thaw_statement_dup_text (row, COLUMN_UUID);
  if (!thaw_stance_from_slug (thaw_statement_get_text (row, COLUMN_STANCE), &mark->stance))
    mark->stance = THAW_STANCE_NONE;
  mark->is_bookmarked = thaw_statement_get_int64 (row, COLUMN_IS_BOOKMARKED) != 0;
  if (position >= 0.0 && position <= 1.0)
    mark->position = position;
  mark->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);
  mark->note = thaw_statement_dup_text (row, COLUMN_NOTE);

  return mark;
}

const ThawRecordKind thaw_article_mark_records = {
  .name = "article-mark",
  .uuid_offset = G_STRUCT_OFFSET (ThawArticleMark, id),
  .modified_offset = G_STRUCT_OFFSET (ThawArticleMark, modified_ms),
  .copy = copy_stored,
  .free = (GBoxedFreeFunc) thaw_article_mark_free,
  .check = check_mark,
  .identify = take_identity,
  .put = put_mark,
  .read = read_row,
  .list_sql = "SELECT " COLUMNS " FROM article_mark ORDER BY article",
  .modified_sql = "SELECT modified_ms FROM article_mark WHERE uuid = ?1",
  .delete_sql = "DELETE FROM article_mark WHERE uuid = ?1 RETURNING uuid",
  .last_row_sql = "SELECT max (id) FROM article_mark",
  .range_sql = "SELECT " COLUMNS ", id FROM article_mark NOT INDEXED WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
  .row_column = COLUMN_ROW,
};

static void
thaw_article_mark_store_class_init (ThawArticleMarkStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_ARTICLES;
  store_class->record_kind = &thaw_article_mark_records;
}

static void
thaw_article_mark_store_init (ThawArticleMarkStore *self)
{
}

/**
 * thaw_article_mark_store_new:
 * @database: where the marks are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the marks
 */
ThawArticleMarkStore *
thaw_article_mark_store_new (ThawDatabase *database,
                             ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_ARTICLE_MARK_STORE, database, clock);
}

/**
 * thaw_article_mark_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawArticleMark) (nullable): all marks, by the id
 *   of the article, or %NULL with an error; some articles may be gone
 */
GPtrArray *
thaw_article_mark_store_list (ThawArticleMarkStore  *self,
                              GError               **error)
{
  g_return_val_if_fail (THAW_IS_ARTICLE_MARK_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_article_mark_store_get:
 * @article: the id of an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the person has to do with @article; %NULL if
 *   that is nothing, which is no error, or with an error
 */
ThawArticleMark *
thaw_article_mark_store_get (ThawArticleMarkStore  *self,
                             const char            *article,
                             GError               **error)
{
  g_return_val_if_fail (THAW_IS_ARTICLE_MARK_STORE (self), NULL);
  g_return_val_if_fail (article != NULL, NULL);

  return thaw_store_get_record (THAW_STORE (self), "SELECT " COLUMNS " FROM article_mark WHERE article = ?1", article,
                                error);
}

/**
 * thaw_article_mark_store_save_async:
 * @mark: a mark; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a mark, or changes the one that the article has: there is one for each.
 */
void
thaw_article_mark_store_save_async (ThawArticleMarkStore  *self,
                                    const ThawArticleMark *mark,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data)
{
  g_return_if_fail (THAW_IS_ARTICLE_MARK_STORE (self));
  g_return_if_fail (mark != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_article_mark_store_save_async, mark, cancellable, callback,
                                user_data);
}

/**
 * thaw_article_mark_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the mark as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawArticleMark *
thaw_article_mark_store_save_finish (ThawArticleMarkStore  *self,
                                     GAsyncResult          *result,
                                     GError               **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_article_mark_store_save_sync:
 *
 * As thaw_article_mark_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the mark as it is on the disk now
 */
ThawArticleMark *
thaw_article_mark_store_save_sync (ThawArticleMarkStore   *self,
                                   const ThawArticleMark  *mark,
                                   GError                **error)
{
  g_return_val_if_fail (THAW_IS_ARTICLE_MARK_STORE (self), NULL);
  g_return_val_if_fail (mark != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), mark, error);
}

/**
 * thaw_article_mark_store_remove_async:
 * @id: the identity of a mark
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a mark. That there is none is no error.
 */
void
thaw_article_mark_store_remove_async (ThawArticleMarkStore *self,
                                      const char           *id,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data)
{
  g_return_if_fail (THAW_IS_ARTICLE_MARK_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_article_mark_store_remove_async, id, cancellable, callback,
                                  user_data);
}

/**
 * thaw_article_mark_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the mark is gone
 */
gboolean
thaw_article_mark_store_remove_finish (ThawArticleMarkStore  *self,
                                       GAsyncResult          *result,
                                       GError               **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_article_mark_store_remove_sync:
 *
 * As thaw_article_mark_store_remove_async(), and waits for it.
 *
 * Returns: whether the mark is gone
 */
gboolean
thaw_article_mark_store_remove_sync (ThawArticleMarkStore  *self,
                                     const char            *id,
                                     GError               **error)
{
  g_return_val_if_fail (THAW_IS_ARTICLE_MARK_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), id, error);
}
