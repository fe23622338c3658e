/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawTextHit:
 * @start: where it begins, in bytes
 * @end: where it ends
 *
 * A place in a text where something stands that was looked for.
 */
typedef struct
{
  guint start;
  guint end;
} ThawTextHit;

GArray *thaw_text_find_hits (const char *text,
                             const char *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
