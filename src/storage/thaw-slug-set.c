/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-slug-set"

#include "config.h"
#include "thaw-slug-set.h"

#include <glib/gi18n-lib.h>

/**
 * thaw_slug_set_change:
 * @slug: a name
 * @is_in: whether it is to be in the set
 * @now_ms: the time, in milliseconds of Unix time
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: whether it is so now
 */
gboolean
thaw_slug_set_change (const ThawSlugSet  *self,
                      ThawConnection     *connection,
                      const char         *slug,
                      gboolean            is_in,
                      gint64              now_ms,
                      GError            **error)
{
  g_autoptr (ThawStatement) statement = NULL;

  if (!self->is_valid (slug))
    return thaw_record_refuse (error, g_dgettext (GETTEXT_PACKAGE, self->refusal));

  statement = thaw_statement_new (connection, is_in ? self->insert_sql : self->delete_sql, error);
  if (statement == NULL)
    return FALSE;

  thaw_statement_bind_text (statement, 1, slug);
  if (is_in)
    thaw_statement_bind_int64 (statement, 2, now_ms);

  return thaw_statement_run (statement, error);
}

/**
 * thaw_slug_set_import:
 * @slug: a name from elsewhere
 * @now_ms: the time, in milliseconds of Unix time
 * @out_import: (out): whether it was there
 * @error: return location for %THAW_STORAGE_ERROR_INVALID and others
 *
 * Returns: whether it is in the set now
 */
gboolean
thaw_slug_set_import (const ThawSlugSet  *self,
                      ThawConnection     *connection,
                      const char         *slug,
                      gint64              now_ms,
                      ThawRecordImport   *out_import,
                      GError            **error)
{
  gint64 n_changes = thaw_connection_get_n_changes (connection);

  if (!thaw_slug_set_change (self, connection, slug, TRUE, now_ms, error))
    return FALSE;

  *out_import = thaw_connection_get_n_changes (connection) > n_changes ? THAW_RECORD_IMPORT_ADD
                                                                       : THAW_RECORD_IMPORT_SKIP;

  return TRUE;
}

/**
 * thaw_slug_set_read:
 * @error: return location for an error
 *
 * What makes no sense is passed over.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what is in the set, or %NULL
 *   with an error
 */
GPtrArray *
thaw_slug_set_read (const ThawSlugSet  *self,
                    ThawConnection     *connection,
                    GError            **error)
{
  g_autoptr (GPtrArray) slugs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ThawStatement) rows = thaw_statement_new (connection, self->list_sql, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      const char *slug = thaw_statement_get_text (rows, 0);

      if (slug != NULL && self->is_valid (slug))
        g_ptr_array_add (slugs, g_strdup (slug));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&slugs);
}
