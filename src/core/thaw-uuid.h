/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a UUID that are not its time. */
#define THAW_UUID_N_RANDOM_BYTES 10

char    *thaw_uuid_new            (gint64 utc_ms) G_GNUC_WARN_UNUSED_RESULT;
char    *thaw_uuid_new_from_bytes (gint64       utc_ms,
                                   const guint8 random_bytes[THAW_UUID_N_RANDOM_BYTES]) G_GNUC_WARN_UNUSED_RESULT;
char    *thaw_uuid_new_from_name  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean thaw_uuid_is_valid       (const char *uuid);

G_END_DECLS
