/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-rescue"

#include "config.h"
#include "thaw-reminder-rescue.h"

#include "thaw-database-private.h"
#include "thaw-reminder-rows.h"

/* What came of reminders, from a damaged journal into the one that takes its place: a reminder that was answered does
 * not come again because a backup does not know of it. */

static GPtrArray *
read_damaged (const char  *path,
              GError     **error)
{
  g_autoptr (ThawConnection) connection = thaw_connection_open (path, THAW_CONNECTION_READ_ONLY, error);

  return connection != NULL ? thaw_reminder_read_states (connection, error) : NULL;
}

static gpointer
do_take_over (ThawConnection  *connection,
              gpointer         data,
              GError         **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  return GINT_TO_POINTER (transaction != NULL && thaw_reminder_write_states (connection, data, error) &&
                          thaw_transaction_commit (transaction, error));
}

/**
 * thaw_reminder_rescue_sync:
 * @database: an open journal
 * @damaged: (type filename): the one it takes the place of
 * @error: return location for an error; that nothing can be read is none
 *
 * Brings what came of reminders last. If that cannot be read, what the journal has from
 * before stays.
 *
 * Returns: whether it went well; if not, nothing has changed
 */
gboolean
thaw_reminder_rescue_sync (ThawDatabase  *database,
                           const char    *damaged,
                           GError       **error)
{
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GError) damage = NULL;

  g_return_val_if_fail (THAW_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (damaged != NULL, FALSE);

  states = read_damaged (damaged, &damage);
  if (states == NULL)
    {
      g_info ("What came of reminders cannot be read: %s", damage->message);
      return TRUE;
    }

  return thaw_database_write_sync (database, do_take_over, states, error) != NULL;
}
