/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-drafts"

#include "config.h"
#include "thaw-drafts.h"

#include "thaw-database-private.h"
#include "thaw-draft-format.h"
#include "thaw-statement.h"

#include <glib/gi18n-lib.h>

/**
 * ThawDrafts:
 *
 * Words that were written and not yet saved, so that nothing is lost when the
 * power goes. The key says which editor a draft belongs to.
 */
struct _ThawDrafts
{
  GObject parent_instance;

  ThawDatabase *database; /* (owned) */
  ThawClock *clock;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (ThawDrafts, thaw_drafts, G_TYPE_OBJECT)

typedef struct
{
  char *key;       /* (owned) */
  GBytes *content; /* (owned) (nullable): NULL to remove the draft */
  gint64 now_ms;
} Request;

static void
request_free (Request *request)
{
  g_free (request->key);
  g_clear_pointer (&request->content, g_bytes_unref);
  g_free (request);
}

static ThawDraft *
read_row (ThawStatement  *row,
          GError        **error)
{
  g_autoptr (GBytes) bytes = thaw_statement_dup_bytes (row, 2);
  g_autoptr (ThawEntry) entry = thaw_draft_format_parse (bytes, error);
  ThawDraft *draft;

  if (entry == NULL)
    return NULL;

  draft = g_new0 (ThawDraft, 1);
  draft->key = thaw_statement_dup_text (row, 0);
  draft->modified_ms = thaw_statement_get_int64 (row, 1);
  draft->entry = g_steal_pointer (&entry);

  return draft;
}

static gpointer
do_save (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Request *request = data;
  g_autoptr (ThawStatement) statement = NULL;

  statement = thaw_statement_new (connection,
                                  "INSERT INTO draft (key, modified_ms, content) VALUES (?1, ?2, ?3)"
                                  "  ON CONFLICT (key) DO UPDATE"
                                  "    SET modified_ms = excluded.modified_ms, content = excluded.content",
                                  error);
  if (statement == NULL)
    return NULL;

  thaw_statement_bind_text (statement, 1, request->key);
  thaw_statement_bind_int64 (statement, 2, request->now_ms);
  thaw_statement_bind_bytes (statement, 3, request->content);

  return GINT_TO_POINTER (thaw_statement_run (statement, error));
}

static gpointer
do_remove (ThawConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Request *request = data;
  g_autoptr (ThawStatement) statement = thaw_statement_new (connection, "DELETE FROM draft WHERE key = ?1", error);

  if (statement == NULL)
    return NULL;

  thaw_statement_bind_text (statement, 1, request->key);

  return GINT_TO_POINTER (thaw_statement_run (statement, error));
}

/* Takes @content. */
static void
write_async (ThawDrafts          *self,
             const char          *key,
             GBytes              *content,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data,
             gpointer             source_tag,
             ThawDatabaseFunc     func)
{
  Request *request = g_new0 (Request, 1);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  request->key = g_strdup (key);
  request->content = content;
  request->now_ms = thaw_clock_get_utc_ms (self->clock);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  thaw_database_write_async (self->database, task, func, NULL, NULL);
}

static void
thaw_drafts_dispose (GObject *object)
{
  ThawDrafts *self = THAW_DRAFTS (object);

  g_clear_object (&self->database);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (thaw_drafts_parent_class)->dispose (object);
}

static void
thaw_drafts_class_init (ThawDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_drafts_dispose;
}

static void
thaw_drafts_init (ThawDrafts *self)
{
}

void
thaw_draft_free (ThawDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_clear_object (&self->entry);
  g_free (self);
}

/**
 * thaw_drafts_new:
 * @database: where the drafts are; need not be open yet
 * @clock: what says when something was typed
 *
 * Returns: (transfer full): the drafts
 */
ThawDrafts *
thaw_drafts_new (ThawDatabase *database,
                 ThawClock    *clock)
{
  ThawDrafts *self = g_object_new (THAW_TYPE_DRAFTS, NULL);

  g_return_val_if_fail (THAW_IS_DATABASE (database), self);
  g_return_val_if_fail (THAW_IS_CLOCK (clock), self);

  self->database = g_object_ref (database);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * thaw_drafts_list:
 * @error: return location for an error
 *
 * Lists the drafts of entries that can be gone on with. A draft that belongs to a
 * deleted entry is not among them: it comes back with the entry, or goes with it.
 *
 * Returns: (transfer full) (element-type ThawDraft) (nullable): all of them that
 *   can be read, the one typed in last first, or %NULL with an error
 */
GPtrArray *
thaw_drafts_list (ThawDrafts  *self,
                  GError     **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_draft_free);
  g_autoptr (ThawStatement) rows = NULL;
  ThawConnection *connection;
  GError *local_error = NULL;

  g_return_val_if_fail (THAW_IS_DRAFTS (self), NULL);

  connection = thaw_database_peek_connection (self->database, error);
  if (connection == NULL)
    return NULL;

  rows = thaw_statement_new (connection,
                             "SELECT key, modified_ms, content FROM draft"
                             "  WHERE key NOT IN (SELECT '" THAW_DRAFT_ENTRY_PREFIX "' || uuid FROM entry"
                             "    WHERE hidden_ms IS NOT NULL)"
                             "    AND key NOT GLOB '" THAW_DRAFT_REFLECTION "*'"
                             "  ORDER BY modified_ms DESC, key",
                             error);
  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      g_autoptr (GError) draft_error = NULL;
      ThawDraft *draft = read_row (rows, &draft_error);

      /* The others are no less worth for it. */
      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
      else
        g_info ("A draft cannot be read: %s", draft_error->message);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&drafts);
}

/* The row of the draft, or NULL with an error. */
static ThawStatement *
find_row (ThawDrafts  *self,
          const char  *key,
          GError     **error)
{
  ThawConnection *connection = thaw_database_peek_connection (self->database, error);
  g_autoptr (ThawStatement) row = NULL;
  GError *local_error = NULL;

  if (connection == NULL)
    return NULL;

  row = thaw_statement_new (connection, "SELECT key, modified_ms, content FROM draft WHERE key = ?1", error);
  if (row == NULL)
    return NULL;

  thaw_statement_bind_text (row, 1, key);
  if (thaw_statement_next (row, &local_error))
    return g_steal_pointer (&row);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else
    g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND,
                 /* Translators: %s is the internal name of an editor */
                 _("There is no draft “%s”"), key);

  return NULL;
}

/**
 * thaw_drafts_get:
 * @key: which editor it belongs to
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL with an error
 */
ThawDraft *
thaw_drafts_get (ThawDrafts  *self,
                 const char  *key,
                 GError     **error)
{
  g_autoptr (ThawStatement) row = NULL;

  g_return_val_if_fail (THAW_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  row = find_row (self, key, error);

  return row != NULL ? read_row (row, error) : NULL;
}

/**
 * thaw_drafts_get_reflection:
 * @key: which reflection it belongs to
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full) (nullable): what was answered and not yet saved, or
 *   %NULL with an error
 */
ThawReflection *
thaw_drafts_get_reflection (ThawDrafts  *self,
                            const char  *key,
                            GError     **error)
{
  g_autoptr (ThawStatement) row = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (THAW_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (key != NULL && g_str_has_prefix (key, THAW_DRAFT_REFLECTION), NULL);

  row = find_row (self, key, error);
  if (row == NULL)
    return NULL;

  bytes = thaw_statement_dup_bytes (row, 2);

  return thaw_draft_format_parse_reflection (bytes, error);
}

/**
 * thaw_drafts_save_async:
 * @key: which editor it belongs to
 * @entry: what was typed; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Keeps what was typed, instead of what was kept with this key before.
 */
void
thaw_drafts_save_async (ThawDrafts          *self,
                        const char          *key,
                        ThawEntry           *entry,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (THAW_IS_DRAFTS (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (THAW_IS_ENTRY (entry));

  write_async (self, key, thaw_draft_format_write (entry), cancellable, callback, user_data, thaw_drafts_save_async,
               do_save);
}

/**
 * thaw_drafts_save_reflection_async:
 * @key: %THAW_DRAFT_REFLECTION, or a key that begins with it
 * @reflection: what was answered; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Keeps what was answered, instead of what was kept with this key before. Finished
 * by thaw_drafts_save_finish().
 */
void
thaw_drafts_save_reflection_async (ThawDrafts           *self,
                                   const char           *key,
                                   const ThawReflection *reflection,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_return_if_fail (THAW_IS_DRAFTS (self));
  g_return_if_fail (key != NULL && g_str_has_prefix (key, THAW_DRAFT_REFLECTION));
  g_return_if_fail (reflection != NULL);

  write_async (self, key, thaw_draft_format_write_reflection (reflection), cancellable, callback, user_data,
               thaw_drafts_save_reflection_async, do_save);
}

/**
 * thaw_drafts_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the draft is on the disk
 */
gboolean
thaw_drafts_save_finish (ThawDrafts    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * thaw_drafts_remove_async:
 * @key: which editor it belongs to
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes a draft; that there is none is no error.
 */
void
thaw_drafts_remove_async (ThawDrafts          *self,
                          const char          *key,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (THAW_IS_DRAFTS (self));
  g_return_if_fail (key != NULL);

  write_async (self, key, NULL, cancellable, callback, user_data, thaw_drafts_remove_async, do_remove);
}

/**
 * thaw_drafts_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the draft is gone
 */
gboolean
thaw_drafts_remove_finish (ThawDrafts    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
