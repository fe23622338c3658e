/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No value of ours nests deeper than 3; json-glib recurses, so a file must not decide how deep. */
#define THAW_JSON_MAX_DEPTH 16

/**
 * ThawJsonSlice:
 * @text: where a value starts; ends after @length bytes, not with a NUL
 * @length: how many bytes
 *
 * A value inside a document, still as it is written there.
 */
typedef struct
{
  const char *text;
  gsize length;
} ThawJsonSlice;

/**
 * ThawJsonScanner:
 *
 * Finds where the values inside one object or array start and end, without
 * recursion and without copying. What a value says is for json-glib to read.
 */
typedef struct
{
  /*< private >*/
  const char *document; /* for line numbers */
  const char *at;
  const char *end;
  char closing;
  guint n_items;
} ThawJsonScanner;

gboolean thaw_json_scanner_open  (ThawJsonScanner      *self,
                                  const char           *document,
                                  const ThawJsonSlice  *container,
                                  char                  opening,
                                  GError              **error);
gboolean thaw_json_scanner_next  (ThawJsonScanner  *self,
                                  ThawJsonSlice    *out_key,
                                  ThawJsonSlice    *out_value,
                                  GError          **error);
gboolean thaw_json_scanner_close (ThawJsonScanner  *self,
                                  GError          **error);

gboolean thaw_json_slice_is_string (const ThawJsonSlice *self,
                                    const char          *text);

G_END_DECLS
