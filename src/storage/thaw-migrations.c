/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-migrations"

#include "config.h"
#include "thaw-migrations.h"

#include "thaw-backup.h"
#include "thaw-schema-v1.h"
#include "thaw-schema-v2.h"
#include "thaw-schema-v3.h"
#include "thaw-schema-v4.h"
#include "thaw-schema-v5.h"

#include <glib/gi18n-lib.h>

static const ThawMigration all_migrations[] = {
  { 1, THAW_SCHEMA_V1 },
  { 2, THAW_SCHEMA_V2 },
  { 3, THAW_SCHEMA_V3 },
  { 4, THAW_SCHEMA_V4 },
  { 5, THAW_SCHEMA_V5 },
};

static gboolean
set_header (ThawConnection  *connection,
            int              version,
            GError         **error)
{
  /* Pragmas take no parameters; these are numbers of ours. */
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          THAW_APPLICATION_ID, version);

  return thaw_connection_execute (connection, sql, error);
}

static gboolean
run_one (ThawConnection       *connection,
         const ThawMigration  *migration,
         GError              **error)
{
  g_autoptr (ThawTransaction) transaction = thaw_transaction_begin_write (connection, error);

  return transaction != NULL &&
         thaw_connection_execute (connection, migration->sql, error) &&
         set_header (connection, migration->version, error) &&
         thaw_transaction_commit (transaction, error);
}

/**
 * thaw_migrations_get:
 * @out_n_migrations: (out): how many
 *
 * Returns: (transfer none) (array length=out_n_migrations): all steps, from the first
 */
const ThawMigration *
thaw_migrations_get (guint *out_n_migrations)
{
  *out_n_migrations = G_N_ELEMENTS (all_migrations);

  return all_migrations;
}

/**
 * thaw_migrations_get_version:
 *
 * Returns: the version of the schema that this Thaw writes
 */
int
thaw_migrations_get_version (void)
{
  return all_migrations[G_N_ELEMENTS (all_migrations) - 1].version;
}

/**
 * thaw_migrations_run:
 * @connection: a connection that may write
 * @migrations: (array length=n_migrations): the steps, from version 1 on
 * @n_migrations: how many
 * @backup_directory: where to put a copy of the file before its first step
 * @error: return location for an error
 *
 * Brings a file to the last version, step by step, each in a transaction with
 * its number. An empty file gets its schema. If a step goes wrong the file is
 * what it was before this step.
 *
 * Returns: whether the file is of the last version now; %FALSE with
 *   %THAW_STORAGE_ERROR_TOO_NEW or %THAW_STORAGE_ERROR_NOT_A_JOURNAL for a file
 *   that is none of ours, which is left alone
 */
gboolean
thaw_migrations_run (ThawConnection       *connection,
                     const ThawMigration  *migrations,
                     guint                 n_migrations,
                     const char           *backup_directory,
                     GError              **error)
{
  gint64 application_id, version, n_objects;

  g_return_val_if_fail (connection != NULL, FALSE);
  g_return_val_if_fail (n_migrations > 0, FALSE);

  if (!thaw_connection_get_int64 (connection, "PRAGMA application_id", &application_id, error) ||
      !thaw_connection_get_int64 (connection, "PRAGMA user_version", &version, error) ||
      !thaw_connection_get_int64 (connection, "SELECT count (*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  if (application_id != THAW_APPLICATION_ID && (application_id != 0 || version != 0 || n_objects != 0))
    {
      g_set_error_literal (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_A_JOURNAL,
                           _("The file belongs to another program"));
      return FALSE;
    }

  if (version > migrations[n_migrations - 1].version)
    {
      g_set_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_TOO_NEW,
                   /* Translators: both are numbers */
                   _("The journal is of version %d, this Thaw knows versions up to %d"),
                   (int) version, migrations[n_migrations - 1].version);
      return FALSE;
    }

  if (version > 0 && version < migrations[n_migrations - 1].version &&
      !thaw_backup_before_migration (connection, backup_directory, (int) version, error))
    return FALSE;

  for (guint i = 0; i < n_migrations; i++)
    {
      if (migrations[i].version > version && !run_one (connection, &migrations[i], error))
        return FALSE;
    }

  return TRUE;
}
