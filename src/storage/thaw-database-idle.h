/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"

G_BEGIN_DECLS

/* How long after the last write thaw_database_idle_step() is to be called first. */
#define THAW_DATABASE_IDLE_AFTER_MS 2000

/* What *@n_changes_merged is before anything is known. */
#define THAW_DATABASE_IDLE_UNKNOWN (-1)

guint thaw_database_idle_step (ThawConnection *writer,
                               gint64         *n_changes_merged);

G_END_DECLS
