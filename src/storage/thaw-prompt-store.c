/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-prompt-store"

#include "config.h"
#include "thaw-prompt-store.h"

#include "thaw-store-private.h"
#include "thaw-text.h"

#include <glib/gi18n-lib.h>

/* Longer is a text, not a question. */
#define MAX_TEXT_BYTES 2000

/**
 * ThawPromptStore:
 *
 * The questions for the blank page that a person wrote.
 */
struct _ThawPromptStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawPromptStore, thaw_prompt_store, THAW_TYPE_STORE)

static gboolean
check_prompt (gconstpointer   record,
              GError        **error)
{
  const ThawOwnPrompt *prompt = record;

  if (strlen (prompt->text) > MAX_TEXT_BYTES || !g_utf8_validate (prompt->text, -1, NULL) ||
      thaw_text_is_blank (prompt->text))
    return thaw_record_refuse (error, _("A question is empty, too long or not valid UTF-8"));

  return TRUE;
}

static gboolean
put_prompt (ThawConnection  *connection,
            gconstpointer    record,
            GError         **error)
{
  const ThawOwnPrompt *prompt = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO own_prompt (uuid, text, modified_ms) VALUES (?1, ?2, ?3)"
                               "  ON CONFLICT (uuid) DO UPDATE SET text = excluded.text,"
                               "    modified_ms = excluded.modified_ms",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, 1, prompt->uuid);
  thaw_statement_bind_text (insert, 2, prompt->text);
  thaw_statement_bind_int64 (insert, 3, prompt->modified_ms);

  return thaw_statement_run (insert, error);
}

static gpointer
read_row (ThawStatement *row)
{
  g_autofree char *text = thaw_statement_dup_text (row, 1);
  ThawOwnPrompt *prompt;

  if (text == NULL || thaw_text_is_blank (text))
    return NULL;

  prompt = thaw_own_prompt_new (text);
  prompt->uuid = thaw_statement_dup_text (row, 0);
  prompt->modified_ms = thaw_statement_get_int64 (row, 2);

  return prompt;
}

const ThawRecordKind thaw_own_prompt_records = {
  .name = "own-prompt",
  .uuid_offset = G_STRUCT_OFFSET (ThawOwnPrompt, uuid),
  .modified_offset = G_STRUCT_OFFSET (ThawOwnPrompt, modified_ms),
  .copy = (GBoxedCopyFunc) thaw_own_prompt_copy,
  .free = (GBoxedFreeFunc) thaw_own_prompt_free,
  .check = check_prompt,
  .put = put_prompt,
  .read = read_row,
  .list_sql = "SELECT uuid, text, modified_ms FROM own_prompt ORDER BY modified_ms DESC, uuid DESC",
  .modified_sql = "SELECT modified_ms FROM own_prompt WHERE uuid = ?1",
  .delete_sql = "DELETE FROM own_prompt WHERE uuid = ?1 RETURNING uuid",
};

static void
thaw_prompt_store_class_init (ThawPromptStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_PROMPTS;
  store_class->record_kind = &thaw_own_prompt_records;
}

static void
thaw_prompt_store_init (ThawPromptStore *self)
{
}

/**
 * thaw_prompt_store_new:
 * @database: where the prompts are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the prompts
 */
ThawPromptStore *
thaw_prompt_store_new (ThawDatabase *database,
                       ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_PROMPT_STORE, database, clock);
}

/**
 * thaw_prompt_store_list:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawOwnPrompt) (nullable): the person's own
 *   questions, the one saved last first, or %NULL with an error
 */
GPtrArray *
thaw_prompt_store_list (ThawPromptStore  *self,
                        GError          **error)
{
  g_return_val_if_fail (THAW_IS_PROMPT_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_prompt_store_save_async:
 * @prompt: a prompt; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds a question, or changes one that is there. One that was removed comes back.
 */
void
thaw_prompt_store_save_async (ThawPromptStore     *self,
                              const ThawOwnPrompt *prompt,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PROMPT_STORE (self));
  g_return_if_fail (prompt != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_prompt_store_save_async, prompt, cancellable, callback,
                                user_data);
}

/**
 * thaw_prompt_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the prompt as it is on the disk now, with
 *   its UUID, or %NULL with an error
 */
ThawOwnPrompt *
thaw_prompt_store_save_finish (ThawPromptStore  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_prompt_store_save_sync:
 *
 * As thaw_prompt_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the prompt as it is on the disk now
 */
ThawOwnPrompt *
thaw_prompt_store_save_sync (ThawPromptStore      *self,
                             const ThawOwnPrompt  *prompt,
                             GError              **error)
{
  g_return_val_if_fail (THAW_IS_PROMPT_STORE (self), NULL);
  g_return_val_if_fail (prompt != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), prompt, error);
}

/**
 * thaw_prompt_store_remove_async:
 * @uuid: the identity of a prompt
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Asks a question no more. Entries keep it. That there is none is no error.
 */
void
thaw_prompt_store_remove_async (ThawPromptStore     *self,
                                const char          *uuid,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PROMPT_STORE (self));
  g_return_if_fail (uuid != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_prompt_store_remove_async, uuid, cancellable, callback,
                                  user_data);
}

/**
 * thaw_prompt_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the prompt is gone
 */
gboolean
thaw_prompt_store_remove_finish (ThawPromptStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_prompt_store_remove_sync:
 *
 * As thaw_prompt_store_remove_async(), and waits for it.
 *
 * Returns: whether the prompt is gone
 */
gboolean
thaw_prompt_store_remove_sync (ThawPromptStore  *self,
                               const char       *uuid,
                               GError          **error)
{
  g_return_val_if_fail (THAW_IS_PROMPT_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), uuid, error);
}
