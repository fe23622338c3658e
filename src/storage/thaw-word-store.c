/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-word-store"

#include "config.h"
#include "thaw-word-store.h"

#include "thaw-emotion.h"
#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * ThawWordStore:
 *
 * The words for emotions that a person added, and those of the vocabulary that
 * they do not want to see. Entries keep their words, whatever happens here.
 */
struct _ThawWordStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawWordStore, thaw_word_store, THAW_TYPE_STORE)

static gboolean
check_word (gconstpointer   record,
            GError        **error)
{
  const ThawOwnWord *word = record;

  if (!thaw_emotion_slug_is_valid (word->word) ||
      (word->family != NULL && !thaw_emotion_slug_is_valid (word->family)))
    return thaw_record_refuse (error, _("A word is not valid"));

  return TRUE;
}

/* A word is there once: one that was added in two journals keeps the identity it has here. */
static gboolean
take_identity (ThawConnection  *connection,
               gpointer         record,
               GError         **error)
{
  ThawOwnWord *word = record;

  return thaw_record_take_identity (connection, "SELECT uuid FROM own_word WHERE word = ?1", word->word, &word->uuid,
                                    error);
}

static gboolean
put_word (ThawConnection  *connection,
          gconstpointer    record,
          GError         **error)
{
  const ThawOwnWord *word = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO own_word (uuid, word, family, modified_ms) VALUES (?1, ?2, ?3, ?4)"
                               "  ON CONFLICT (uuid) DO UPDATE SET word = excluded.word, family = excluded.family,"
                               "    modified_ms = excluded.modified_ms",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, 1, word->uuid);
  thaw_statement_bind_text (insert, 2, word->word);
  thaw_statement_bind_text (insert, 3, word->family);
  thaw_statement_bind_int64 (insert, 4, word->modified_ms);

  return thaw_statement_run (insert, error);
}

static gpointer
read_own (ThawStatement *row)
{
  const char *family = thaw_statement_get_text (row, 2);
  ThawOwnWord *word;

  if (!thaw_emotion_slug_is_valid (thaw_statement_get_text (row, 1)))
    return NULL;

  word = thaw_own_word_new (thaw_statement_get_text (row, 1), thaw_emotion_slug_is_valid (family) ? family : NULL);
  word->uuid = thaw_statement_dup_text (row, 0);
  word->modified_ms = thaw_statement_get_int64 (row, 3);

  return word;
}

const ThawRecordKind thaw_own_word_records = {
  .name = "own-word",
  .uuid_offset = G_STRUCT_OFFSET (ThawOwnWord, uuid),
  .modified_offset = G_STRUCT_OFFSET (ThawOwnWord, modified_ms),
  .copy = (GBoxedCopyFunc) thaw_own_word_copy,
  .free = (GBoxedFreeFunc) thaw_own_word_free,
  .check = check_word,
  .identify = take_identity,
  .put = put_word,
  .read = read_own,
  .list_sql = "SELECT uuid, word, family, modified_ms FROM own_word ORDER BY word",
  .modified_sql = "SELECT modified_ms FROM own_word WHERE uuid = ?1",
  .delete_sql = "DELETE FROM own_word WHERE uuid = ?1 RETURNING uuid",
  .delete_by_key_sql = "DELETE FROM own_word WHERE word = ?1 RETURNING uuid",
};

const ThawSlugSet thaw_hidden_word_slugs = {
  .is_valid = thaw_emotion_slug_is_valid,
  .refusal = N_("A word is not valid"),
  .list_sql = "SELECT slug FROM hidden_word ORDER BY slug",
  .insert_sql = "INSERT OR IGNORE INTO hidden_word (slug, modified_ms) VALUES (?1, ?2)",
  .delete_sql = "DELETE FROM hidden_word WHERE slug = ?1",
};

static void
thaw_word_store_class_init (ThawWordStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_WORDS;
  store_class->record_kind = &thaw_own_word_records;
  store_class->slug_set = &thaw_hidden_word_slugs;
}

static void
thaw_word_store_init (ThawWordStore *self)
{
}

/**
 * thaw_word_store_new:
 * @database: where the words are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the words
 */
ThawWordStore *
thaw_word_store_new (ThawDatabase *database,
                     ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_WORD_STORE, database, clock);
}

/**
 * thaw_word_store_list_own:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawOwnWord) (nullable): the person's own
 *   words, in the order of their letters, or %NULL with an error
 */
GPtrArray *
thaw_word_store_list_own (ThawWordStore  *self,
                          GError        **error)
{
  g_return_val_if_fail (THAW_IS_WORD_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_word_store_list_hidden:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the slugs of the words that the person does
 *   not want to see, in the order of their letters, or %NULL with an error
 */
GStrv
thaw_word_store_list_hidden (ThawWordStore  *self,
                             GError        **error)
{
  g_autoptr (GPtrArray) slugs = NULL;

  g_return_val_if_fail (THAW_IS_WORD_STORE (self), NULL);

  slugs = thaw_store_list_slugs (THAW_STORE (self), error);
  if (slugs == NULL)
    return NULL;

  g_ptr_array_add (slugs, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&slugs), FALSE);
}

/**
 * thaw_word_store_save_own_async:
 * @word: a word; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a word, or puts one that is there into another family.
 */
void
thaw_word_store_save_own_async (ThawWordStore       *self,
                                const ThawOwnWord   *word,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (THAW_IS_WORD_STORE (self));
  g_return_if_fail (word != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_word_store_save_own_async, word, cancellable, callback,
                                user_data);
}

/**
 * thaw_word_store_save_own_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the word as it is on the disk now, or
 *   %NULL with an error
 */
ThawOwnWord *
thaw_word_store_save_own_finish (ThawWordStore  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_word_store_save_own_sync:
 *
 * As thaw_word_store_save_own_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the word as it is on the disk now
 */
ThawOwnWord *
thaw_word_store_save_own_sync (ThawWordStore      *self,
                               const ThawOwnWord  *word,
                               GError            **error)
{
  g_return_val_if_fail (THAW_IS_WORD_STORE (self), NULL);
  g_return_val_if_fail (word != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), word, error);
}

/**
 * thaw_word_store_remove_own_async:
 * @word: one of the person's own words
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Offers a word no more. Entries keep it. That there is none is no error.
 */
void
thaw_word_store_remove_own_async (ThawWordStore       *self,
                                  const char          *word,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (THAW_IS_WORD_STORE (self));
  g_return_if_fail (word != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_word_store_remove_own_async, word, cancellable, callback,
                                  user_data);
}

/**
 * thaw_word_store_remove_own_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the word is gone
 */
gboolean
thaw_word_store_remove_own_finish (ThawWordStore  *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_word_store_remove_own_sync:
 *
 * As thaw_word_store_remove_own_async(), and waits for it.
 *
 * Returns: whether the word is gone
 */
gboolean
thaw_word_store_remove_own_sync (ThawWordStore  *self,
                                 const char     *word,
                                 GError        **error)
{
  g_return_val_if_fail (THAW_IS_WORD_STORE (self), FALSE);
  g_return_val_if_fail (word != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), word, error);
}

/**
 * thaw_word_store_set_hidden_async:
 * @slug: a word of the vocabulary
 * @is_hidden: whether the person does not want to see it
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Hides a word, or brings it back.
 */
void
thaw_word_store_set_hidden_async (ThawWordStore       *self,
                                  const char          *slug,
                                  gboolean             is_hidden,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (THAW_IS_WORD_STORE (self));
  g_return_if_fail (slug != NULL);

  thaw_store_change_slugs_async (THAW_STORE (self), thaw_word_store_set_hidden_async, slug, is_hidden, cancellable,
                                 callback, user_data);
}

/**
 * thaw_word_store_set_hidden_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: whether it is so now
 */
gboolean
thaw_word_store_set_hidden_finish (ThawWordStore  *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_word_store_set_hidden_sync:
 *
 * As thaw_word_store_set_hidden_async(), and waits for it.
 *
 * Returns: whether it is so now
 */
gboolean
thaw_word_store_set_hidden_sync (ThawWordStore  *self,
                                 const char     *slug,
                                 gboolean        is_hidden,
                                 GError        **error)
{
  g_return_val_if_fail (THAW_IS_WORD_STORE (self), FALSE);
  g_return_val_if_fail (slug != NULL, FALSE);

  return thaw_store_change_slugs_sync (THAW_STORE (self), slug, is_hidden, error);
}
