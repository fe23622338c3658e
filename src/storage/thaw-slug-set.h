/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-record.h"

G_BEGIN_DECLS

/**
 * ThawSlugSet:
 * @is_valid: whether something can be in it
 * @refusal: says that something cannot, to be translated
 * @list_sql: a constant that selects all
 * @insert_sql: a constant that adds ?1 with the time ?2, and does nothing if it is there
 * @delete_sql: a constant that takes ?1 out
 *
 * A set of names of what Thaw brings along, of which the person marked some: a table
 * with nothing but a name and the time when it came there.
 */
typedef struct _ThawSlugSet ThawSlugSet;
struct _ThawSlugSet
{
  gboolean  (*is_valid) (const char *slug);
  const char *refusal;
  const char *list_sql;
  const char *insert_sql;
  const char *delete_sql;
};

gboolean   thaw_slug_set_change (const ThawSlugSet  *self,
                                 ThawConnection     *connection,
                                 const char         *slug,
                                 gboolean            is_in,
                                 gint64              now_ms,
                                 GError            **error);
gboolean   thaw_slug_set_import (const ThawSlugSet  *self,
                                 ThawConnection     *connection,
                                 const char         *slug,
                                 gint64              now_ms,
                                 ThawRecordImport   *out_import,
                                 GError            **error);
GPtrArray *thaw_slug_set_read   (const ThawSlugSet  *self,
                                 ThawConnection     *connection,
                                 GError            **error);

G_END_DECLS
