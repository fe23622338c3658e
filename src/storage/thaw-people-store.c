/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-people-store"

#include "config.h"
#include "thaw-people-store.h"

#include "thaw-person-rows.h"
#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * ThawPeopleStore:
 *
 * The people in the life of a person, and how to reach them.
 */
struct _ThawPeopleStore
{
  ThawStore parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawPeopleStore, thaw_people_store, THAW_TYPE_STORE)

static void
thaw_people_store_class_init (ThawPeopleStoreClass *klass)
{
  ThawStoreClass *store_class = THAW_STORE_CLASS (klass);

  store_class->topics = THAW_DATABASE_TOPIC_PEOPLE;
  store_class->record_kind = &thaw_person_records;
}

static void
thaw_people_store_init (ThawPeopleStore *self)
{
}

/**
 * thaw_people_store_new:
 * @database: where the people are; need not be open yet
 * @clock: what says when something was saved
 *
 * Returns: (transfer full): the people
 */
ThawPeopleStore *
thaw_people_store_new (ThawDatabase *database,
                       ThawClock    *clock)
{
  return thaw_store_new (THAW_TYPE_PEOPLE_STORE, database, clock);
}

/**
 * thaw_people_store_list:
 * @error: return location for an error
 *
 * All of them, however many, are one question to the database.
 *
 * Returns: (transfer full) (element-type ThawPerson) (nullable): all people, in the order
 *   of thaw_person_compare(), or %NULL with an error
 */
GPtrArray *
thaw_people_store_list (ThawPeopleStore  *self,
                        GError          **error)
{
  g_return_val_if_fail (THAW_IS_PEOPLE_STORE (self), NULL);

  return thaw_store_list_records (THAW_STORE (self), error);
}

/**
 * thaw_people_store_get:
 * @id: the identity of somebody
 * @error: return location for %THAW_STORAGE_ERROR_NOT_FOUND and others
 *
 * Returns: (transfer full) (nullable): the person, or %NULL with an error
 */
ThawPerson *
thaw_people_store_get (ThawPeopleStore  *self,
                       const char       *id,
                       GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  ThawPerson *person;

  g_return_val_if_fail (THAW_IS_PEOPLE_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  person = thaw_store_get_record (THAW_STORE (self),
                                  "SELECT " THAW_PERSON_COLUMNS ", " THAW_PERSON_WAYS " FROM person WHERE uuid = ?1",
                                  id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (person == NULL)
    g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND, _("There is no such person"));

  return person;
}

/**
 * thaw_people_store_save_async:
 * @person: somebody; a copy is taken now
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Adds somebody, or changes somebody who is there. Somebody who was removed comes back.
 * Many at once are added by thaw_journal_import_batch_async().
 */
void
thaw_people_store_save_async (ThawPeopleStore     *self,
                              const ThawPerson    *person,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PEOPLE_STORE (self));
  g_return_if_fail (person != NULL);

  thaw_store_save_record_async (THAW_STORE (self), thaw_people_store_save_async, person, cancellable, callback,
                                user_data);
}

/**
 * thaw_people_store_save_finish:
 * @result: what the callback was given
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: (transfer full) (nullable): the person as it is on the disk now, with its
 *   UUID, or %NULL with an error
 */
ThawPerson *
thaw_people_store_save_finish (ThawPeopleStore  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return thaw_store_finish (self, result, error);
}

/**
 * thaw_people_store_save_sync:
 *
 * As thaw_people_store_save_async(), and waits for it.
 *
 * Returns: (transfer full) (nullable): the person as it is on the disk now
 */
ThawPerson *
thaw_people_store_save_sync (ThawPeopleStore   *self,
                             const ThawPerson  *person,
                             GError           **error)
{
  g_return_val_if_fail (THAW_IS_PEOPLE_STORE (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  return thaw_store_save_record_sync (THAW_STORE (self), person, error);
}

/**
 * thaw_people_store_remove_async:
 * @id: the identity of somebody
 * @cancellable: (nullable): only looked at before it is written
 * @callback: called in this thread's default context
 * @user_data: what to pass along
 *
 * Removes somebody. Lines of the care plan keep their words, and the photo stays until
 * the journal is opened next, so that saving the person again brings back all. That there
 * is nobody is no error.
 */
void
thaw_people_store_remove_async (ThawPeopleStore     *self,
                                const char          *id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (THAW_IS_PEOPLE_STORE (self));
  g_return_if_fail (id != NULL);

  thaw_store_remove_record_async (THAW_STORE (self), thaw_people_store_remove_async, id, cancellable, callback,
                                  user_data);
}

/**
 * thaw_people_store_remove_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the person is gone
 */
gboolean
thaw_people_store_remove_finish (ThawPeopleStore  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return thaw_store_finish (self, result, error) != NULL;
}

/**
 * thaw_people_store_remove_sync:
 *
 * As thaw_people_store_remove_async(), and waits for it.
 *
 * Returns: whether the person is gone
 */
gboolean
thaw_people_store_remove_sync (ThawPeopleStore  *self,
                               const char       *id,
                               GError          **error)
{
  g_return_val_if_fail (THAW_IS_PEOPLE_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return thaw_store_remove_record_sync (THAW_STORE (self), id, error);
}
