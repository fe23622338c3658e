/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tag-store"

#include "config.h"
#include "thaw-tag-store.h"

#include "thaw-store-private.h"
#include "thaw-tag-change-private.h"

/**
 * ThawTagStore:
 *
 * The tags of the journal as a whole, and what can be done to each of them: all
 * entries that have it are changed in one transaction, and it can be taken back.
 * Texts are never touched.
 *
 * Tags are parts of entries. So the journal emits “changed” along with this.
 */
struct _ThawTagStore
{
  ThawStore parent_instance;

  ThawJournalCatalogs catalogs;
};

G_DEFINE_FINAL_TYPE (ThawTagStore, thaw_tag_store, THAW_TYPE_STORE)
G_DEFINE_BOXED_TYPE (ThawTagUse, thaw_tag_use, thaw_tag_use_copy, thaw_tag_use_free)

/* Made by the caller, then only touched by the writer. */
typedef struct
{
  ThawTagChangeWhat what;
  char *uuid; /* (owned) (nullable) */
  char *text; /* (owned) (nullable) */
  ThawTagKind kind;
  ThawTagChange *change; /* (owned) (nullable): what to take back */
  const ThawJournalCatalogs *catalogs; /* (unowned): the store’s, which is there as long as the job */
  gint64 now_ms;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->uuid, g_free);
  g_clear_pointer (&request->text, g_free);
  g_clear_pointer (&request->change, thaw_tag_change_unref);
  g_free (request);
}

ThawTagUse *
thaw_tag_use_copy (const ThawTagUse *self)
{
  ThawTagUse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->uuid = g_strdup (self->uuid);
  copy->name = g_strdup (self->name);

  return copy;
}

void
thaw_tag_use_free (ThawTagUse *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->name);
  g_free (self);
}

static void
thaw_tag_store_dispose (GObject *object)
{
  ThawTagStore *self = THAW_TAG_STORE (object);

  g_clear_object (&self->catalogs.vocabulary);
  g_clear_object (&self->catalogs.coping_catalog);

  G_OBJECT_CLASS (thaw_tag_store_parent_class)->dispose (object);
}

static void
thaw_tag_store_class_init (ThawTagStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_tag_store_dispose;
  THAW_STORE_CLASS (klass)->topics = THAW_DATABASE_TOPIC_ENTRIES;
}

static void
thaw_tag_store_init (ThawTagStore *self)
{
}

/**
 * thaw_tag_store_new:
 * @database: where the tags are; need not be open yet
 * @clock: what says when something was changed
 * @vocabulary: (nullable): the words for emotions, by which entries are found
 * @coping_catalog: (nullable): the words for what was done, by which entries are found
 *
 * Returns: (transfer full): the tags
 */
ThawTagStore *
thaw_tag_store_new (ThawDatabase      *database,
                    ThawClock         *clock,
                    ThawVocabulary    *vocabulary,
                    ThawCopingCatalog *coping_catalog)
{
  ThawTagStore *self = thaw_store_new (THAW_TYPE_TAG_STORE, database, clock);

  g_set_object (&self->catalogs.vocabulary, vocabulary);
  g_set_object (&self->catalogs.coping_catalog, coping_catalog);

  return self;
}

static gpointer
do_list (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tag_use_free);
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  /* A tag that only a hidden entry has is nowhere to be seen. */
  rows = thaw_statement_new (connection,
                             "SELECT tag.uuid, tag.name, tag.kind, count (*), total (entry_tag.is_trigger)"
                             "  FROM tag JOIN entry_tag ON entry_tag.tag = tag.id"
                             "    JOIN entry ON entry.id = entry_tag.entry AND entry.hidden_ms IS NULL"
                             "  GROUP BY tag.id ORDER BY tag.name, tag.kind",
                             error);
  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      g_autoptr (ThawTagUse) use = g_new0 (ThawTagUse, 1);

      use->uuid = thaw_statement_dup_text (rows, 0);
      use->name = thaw_statement_dup_text (rows, 1);
      use->n_entries = (guint) thaw_statement_get_int64 (rows, 3);
      use->n_triggers = (guint) thaw_statement_get_int64 (rows, 4);
      if (use->uuid != NULL && use->name != NULL &&
          thaw_tag_kind_from_slug (thaw_statement_get_text (rows, 2), &use->kind))
        g_ptr_array_add (uses, g_steal_pointer (&use));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&uses);
}

static gpointer
do_change (ThawConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Request *request = data;
  ThawTagChangeRequest change = { .what = request->what, .uuid = request->uuid, .text = request->text,
                                  .kind = request->kind, .catalogs = request->catalogs, .now_ms = request->now_ms };

  return thaw_tag_change_apply (connection, &change, error);
}

static gpointer
do_undo (ThawConnection  *connection,
         gpointer         data,
         GError         **error)
{
  Request *request = data;

  return GINT_TO_POINTER (thaw_tag_change_undo (connection, request->change, request->catalogs, request->now_ms,
                                                error));
}

static void
change_async (ThawTagStore        *self,
              gpointer             source_tag,
              ThawTagChangeWhat    what,
              const char          *uuid,
              const char          *text,
              ThawTagKind          kind,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->what = what;
  request->uuid = g_strdup (uuid);
  request->text = g_strdup (text);
  request->kind = kind;
  request->catalogs = &self->catalogs;
  request->now_ms = thaw_store_get_now_ms (THAW_STORE (self));
  thaw_store_write_async (THAW_STORE (self), source_tag, do_change, request, request_free,
                          (GDestroyNotify) thaw_tag_change_unref, cancellable, callback, user_data);
}

/**
 * thaw_tag_store_list_async:
 * @cancellable: (nullable): to stop it
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Lists all tags and counts where they are used, on the reader's thread.
 */
void
thaw_tag_store_list_async (ThawTagStore        *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (THAW_IS_TAG_STORE (self));

  thaw_store_read_async (THAW_STORE (self), thaw_tag_store_list_async, do_list, NULL, NULL,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * thaw_tag_store_list_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawTagUse) (nullable): the tags, by name,
 *   or %NULL with an error
 */
GPtrArray *
thaw_tag_store_list_finish (ThawTagStore  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * thaw_tag_store_list_sync:
 *
 * As thaw_tag_store_list_async(), and waits for it.
 *
 * Returns: (transfer full) (element-type ThawTagUse) (nullable): the tags, by name
 */
GPtrArray *
thaw_tag_store_list_sync (ThawTagStore  *self,
                          GError       **error)
{
  g_return_val_if_fail (THAW_IS_TAG_STORE (self), NULL);

  return thaw_database_read_sync (thaw_store_get_database (THAW_STORE (self)), do_list, NULL, error);
}

/**
 * thaw_tag_store_rename_async:
 * @uuid: a tag
 * @name: its new name, as the person typed it
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context; calls thaw_tag_store_change_finish()
 * @user_data: what to pass along
 *
 * Gives a tag another name. If there is one of that name and kind, both become one.
 */
void
thaw_tag_store_rename_async (ThawTagStore        *self,
                             const char          *uuid,
                             const char          *name,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (THAW_IS_TAG_STORE (self));
  g_return_if_fail (uuid != NULL && name != NULL);

  change_async (self, thaw_tag_store_rename_async, THAW_TAG_CHANGE_RENAME, uuid, name, THAW_TAG_EVENT, cancellable,
                callback, user_data);
}

/**
 * thaw_tag_store_merge_async:
 * @uuid: a tag, which goes away
 * @into_uuid: the tag that takes its place, of any kind
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context; calls thaw_tag_store_change_finish()
 * @user_data: what to pass along
 *
 * Makes one tag of two. On an entry that had both it set the feeling off if one
 * of them did.
 */
void
thaw_tag_store_merge_async (ThawTagStore        *self,
                            const char          *uuid,
                            const char          *into_uuid,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (THAW_IS_TAG_STORE (self));
  g_return_if_fail (uuid != NULL && into_uuid != NULL);

  change_async (self, thaw_tag_store_merge_async, THAW_TAG_CHANGE_MERGE, uuid, into_uuid, THAW_TAG_EVENT, cancellable,
                callback, user_data);
}

/**
 * thaw_tag_store_set_kind_async:
 * @uuid: a tag
 * @kind: what it stands for from now on
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context; calls thaw_tag_store_change_finish()
 * @user_data: what to pass along
 *
 * Gives a tag another kind. If there is one of that name and kind, both become one.
 */
void
thaw_tag_store_set_kind_async (ThawTagStore        *self,
                               const char          *uuid,
                               ThawTagKind          kind,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (THAW_IS_TAG_STORE (self));
  g_return_if_fail (uuid != NULL && kind < THAW_N_TAG_KINDS);

  change_async (self, thaw_tag_store_set_kind_async, THAW_TAG_CHANGE_KIND, uuid, NULL, kind, cancellable, callback,
                user_data);
}

/**
 * thaw_tag_store_delete_async:
 * @uuid: a tag
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context; calls thaw_tag_store_change_finish()
 * @user_data: what to pass along
 *
 * Takes a tag away from all entries, which stay.
 */
void
thaw_tag_store_delete_async (ThawTagStore        *self,
                             const char          *uuid,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (THAW_IS_TAG_STORE (self));
  g_return_if_fail (uuid != NULL);

  change_async (self, thaw_tag_store_delete_async, THAW_TAG_CHANGE_DELETE, uuid, NULL, THAW_TAG_EVENT, cancellable,
                callback, user_data);
}

/**
 * thaw_tag_store_change_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND, %THAW_STORAGE_ERROR_INVALID and others
 *
 * Ends whichever change was begun.
 *
 * Returns: (transfer full) (nullable): what was done, for
 *   thaw_tag_store_undo_async(), or %NULL with an error and nothing changed
 */
ThawTagChange *
thaw_tag_store_change_finish (ThawTagStore  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * thaw_tag_store_undo_async:
 * @change: what to take back
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Gives the entries the tag back, as they had it. What was changed on an entry
 * since stays as it is.
 */
void
thaw_tag_store_undo_async (ThawTagStore        *self,
                           ThawTagChange       *change,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Request *request;

  g_return_if_fail (THAW_IS_TAG_STORE (self));
  g_return_if_fail (change != NULL);

  request = g_new0 (Request, 1);
  request->change = thaw_tag_change_ref (change);
  request->catalogs = &self->catalogs;
  request->now_ms = thaw_store_get_now_ms (THAW_STORE (self));
  thaw_store_write_async (THAW_STORE (self), thaw_tag_store_undo_async, do_undo, request, request_free, NULL,
                          cancellable, callback, user_data);
}

/**
 * thaw_tag_store_undo_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it was taken back
 */
gboolean
thaw_tag_store_undo_finish (ThawTagStore  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
