/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-prompt-store"

#include "config.h"
#include "thaw-prompt-store.h"

#include "thaw-store-private.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

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

/* Made by the caller, then only touched by the writer. */
typedef struct
{
  ThawOwnPrompt *prompt; /* (owned) (nullable) */
  char *uuid; /* (owned) (nullable) */
  gint64 now_ms;
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->prompt, thaw_own_prompt_free);
  g_clear_pointer (&request->uuid, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
request_free (gpointer data)
{
  request_clear (data);
  g_free (data);
}

static void
thaw_prompt_store_class_init (ThawPromptStoreClass *klass)
{
  THAW_STORE_CLASS (klass)->topics = THAW_DATABASE_TOPIC_PROMPTS;
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

static gboolean
check_prompt (const ThawOwnPrompt  *prompt,
              GError              **error)
{
  if (strlen (prompt->text) > MAX_TEXT_BYTES || !g_utf8_validate (prompt->text, -1, NULL) ||
      thaw_text_is_blank (prompt->text))
    return thaw_store_set_invalid (error, _("A question is empty, too long or not valid UTF-8"));

  return thaw_store_check_identity (prompt->uuid, prompt->modified_ms, error);
}

static gboolean
put_prompt (ThawConnection       *connection,
            const ThawOwnPrompt  *prompt,
            GError              **error)
{
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

  return thaw_statement_run (insert, error) && thaw_store_raise (connection, prompt->uuid, error);
}

gboolean
thaw_prompt_store_import (ThawConnection   *connection,
                          ThawOwnPrompt    *prompt,
                          gint64            now_ms,
                          ThawStoreImport  *out_import,
                          GError          **error)
{
  if (prompt->uuid == NULL)
    prompt->uuid = thaw_uuid_new (now_ms);
  if (!check_prompt (prompt, error) ||
      !thaw_store_decide_import (connection, "SELECT modified_ms FROM own_prompt WHERE uuid = ?1", prompt->uuid,
                                 prompt->modified_ms, out_import, error))
    return FALSE;

  /* Not before: what says no time is not newer than what is there. */
  if (prompt->modified_ms == 0)
    prompt->modified_ms = now_ms;

  return *out_import == THAW_STORE_IMPORT_SKIP || put_prompt (connection, prompt, error);
}

static gpointer
do_save (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Request *request = data;
  g_autoptr (ThawTransaction) transaction = NULL;

  if (!check_prompt (request->prompt, error))
    return NULL;

  if (request->prompt->uuid == NULL)
    request->prompt->uuid = thaw_uuid_new (request->now_ms);
  request->prompt->modified_ms = request->now_ms;
  transaction = thaw_transaction_begin_write (connection, error);
  if (transaction == NULL || !put_prompt (connection, request->prompt, error) ||
      !thaw_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&request->prompt);
}

static gpointer
do_remove (ThawConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_store_remove (connection, "DELETE FROM own_prompt WHERE uuid = ?1 RETURNING uuid",
                                             request->uuid, "own-prompt", request->now_ms, error));
}

static gpointer
read_row (ThawStatement *row)
{
  g_autofree char *text = thaw_statement_dup_text (row, 1);
  g_autoptr (ThawOwnPrompt) prompt = NULL;

  if (text == NULL)
    return NULL;

  prompt = thaw_own_prompt_new (text);
  prompt->uuid = thaw_statement_dup_text (row, 0);
  prompt->modified_ms = thaw_statement_get_int64 (row, 2);

  return check_prompt (prompt, NULL) ? g_steal_pointer (&prompt) : NULL;
}

GPtrArray *
thaw_prompt_store_read (ThawConnection  *connection,
                        GError         **error)
{
  return thaw_store_read_rows (connection,
                               "SELECT uuid, text, modified_ms FROM own_prompt ORDER BY modified_ms DESC, uuid DESC",
                               read_row, (GDestroyNotify) thaw_own_prompt_free, error);
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
  ThawConnection *connection;

  g_return_val_if_fail (THAW_IS_PROMPT_STORE (self), NULL);

  connection = thaw_database_peek_connection (thaw_store_get_database (THAW_STORE (self)), error);

  return connection != NULL ? thaw_prompt_store_read (connection, error) : NULL;
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
  Request *request;

  g_return_if_fail (THAW_IS_PROMPT_STORE (self));
  g_return_if_fail (prompt != NULL);

  request = g_new0 (Request, 1);
  request->prompt = thaw_own_prompt_copy (prompt);
  request->now_ms = thaw_store_get_now_ms (THAW_STORE (self));
  thaw_store_write_async (THAW_STORE (self), thaw_prompt_store_save_async, do_save, request, request_free,
                          (GDestroyNotify) thaw_own_prompt_free, cancellable, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
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
  g_auto (Request) request = { 0 };

  g_return_val_if_fail (THAW_IS_PROMPT_STORE (self), NULL);
  g_return_val_if_fail (prompt != NULL, NULL);

  request.prompt = thaw_own_prompt_copy (prompt);
  request.now_ms = thaw_store_get_now_ms (THAW_STORE (self));

  return thaw_store_write_sync (THAW_STORE (self), do_save, &request, error);
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
  Request *request;

  g_return_if_fail (THAW_IS_PROMPT_STORE (self));
  g_return_if_fail (uuid != NULL);

  request = g_new0 (Request, 1);
  request->uuid = g_strdup (uuid);
  request->now_ms = thaw_store_get_now_ms (THAW_STORE (self));
  thaw_store_write_async (THAW_STORE (self), thaw_prompt_store_remove_async, do_remove, request, request_free, NULL,
                          cancellable, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
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
  g_auto (Request) request = { 0 };

  g_return_val_if_fail (THAW_IS_PROMPT_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  request.uuid = g_strdup (uuid);
  request.now_ms = thaw_store_get_now_ms (THAW_STORE (self));

  return thaw_store_write_sync (THAW_STORE (self), do_remove, &request, error) != NULL;
}
