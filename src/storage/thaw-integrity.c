/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-integrity"

#include "config.h"
#include "thaw-integrity.h"

#include "thaw-statement.h"

#define FTS_NAME "entry_fts"

/* How SQLite words that the system did not give it a page; what else is wrong is then no wonder. */
#define NO_PAGE_CODE "unable to get the page. error code="
#define NO_PAGE "failed to get page"

/* SQLite's checks put an error of the disk among the faults of the file, but only the latter is damage. */
static gboolean
is_disk_error (const char *row)
{
  const char *at = row;

  if (strstr (row, NO_PAGE) != NULL)
    return TRUE;

  while ((at = strstr (at, NO_PAGE_CODE)) != NULL)
    {
      at += strlen (NO_PAGE_CODE);
      if ((g_ascii_strtoll (at, NULL, 10) & 0xff) == SQLITE_IOERR)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_once (ThawConnection  *connection,
            const char      *sql,
            gboolean        *out_fts_is_wrong,
            GError         **error)
{
  g_autoptr (ThawStatement) check = thaw_statement_new (connection, sql, error);
  g_autoptr (GString) faults = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  ThawStorageError code = THAW_STORAGE_ERROR_DAMAGED;

  if (check == NULL)
    return FALSE;

  while (thaw_statement_next (check, &local_error))
    {
      const char *row = thaw_statement_get_text (check, 0);

      if (g_strcmp0 (row, "ok") == 0)
        continue;

      if (row != NULL && is_disk_error (row))
        code = THAW_STORAGE_ERROR_IO;

      /* Newer versions of SQLite look at the full-text index here, too. */
      if (row != NULL && out_fts_is_wrong != NULL && strstr (row, FTS_NAME) != NULL)
        *out_fts_is_wrong = TRUE;
      else
        g_string_append_printf (faults, "%s%s", faults->len > 0 ? "; " : "", row != NULL ? row : "no answer");
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (faults->len > 0)
    {
      g_set_error_literal (error, THAW_STORAGE_ERROR, (int) code, faults->str);
      return FALSE;
    }

  return TRUE;
}

/**
 * thaw_integrity_check:
 * @connection: a connection
 * @sql: `PRAGMA integrity_check` or `PRAGMA quick_check`
 * @out_fts_is_wrong: (inout) (optional): becomes %TRUE if only the full-text index is wrong; it counts as a fault
 *   without it
 * @error: return location for %THAW_STORAGE_ERROR_DAMAGED with what was found, %THAW_STORAGE_ERROR_IO if the disk does
 *   not give the file to read, and others
 *
 * Reads a file through. A disk that failed once is asked again: that is no
 * damage, and alarms nobody.
 *
 * Returns: whether the file is whole
 */
gboolean
thaw_integrity_check (ThawConnection  *connection,
                      const char      *sql,
                      gboolean        *out_fts_is_wrong,
                      GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL, FALSE);

  if (check_once (connection, sql, out_fts_is_wrong, &local_error))
    return TRUE;

  if (g_error_matches (local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_IO))
    return check_once (connection, sql, out_fts_is_wrong, error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
