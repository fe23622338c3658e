/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"

G_BEGIN_DECLS

/* "Thaw", in the header of the file. */
#define THAW_APPLICATION_ID 0x54686177

/**
 * ThawMigration:
 * @version: the version of the schema that the step leads to; the step before leads to the one below
 * @sql: what to do
 *
 * One step from one version of the schema to the next. A released step never changes.
 */
typedef struct
{
  int version;
  const char *sql;
} ThawMigration;

const ThawMigration *thaw_migrations_get         (guint *out_n_migrations);
int                  thaw_migrations_get_version (void);

gboolean thaw_migrations_run (ThawConnection       *connection,
                              const ThawMigration  *migrations,
                              guint                 n_migrations,
                              const char           *backup_directory,
                              GError              **error);

G_END_DECLS
