/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-import-format"

#include "config.h"
#include "thaw-import-format.h"

#include <string.h>

/* A header line is shorter; a text without line ends must not be searched to its end. */
#define MAX_HEADER_BYTES 4096

static const char *const slugs[] = { "json", "daylio", "vcard" };

/**
 * thaw_import_format_from_slug:
 * @slug: a name, as a person types it
 *
 * Returns: the format, or %THAW_IMPORT_UNKNOWN
 */
ThawImportFormat
thaw_import_format_from_slug (const char *slug)
{
  guint i;

  g_return_val_if_fail (slug != NULL, THAW_IMPORT_UNKNOWN);

  for (i = 0; i < G_N_ELEMENTS (slugs) && !g_str_equal (slug, slugs[i]); i++)
    ;

  return (ThawImportFormat) i;
}

/* Contacts may be UTF-16, and say so with the first two bytes. */
static gboolean
is_vcard (const char *start,
          const char *bytes,
          gsize       n_bytes)
{
  return g_ascii_strncasecmp (start, "BEGIN:VCARD", strlen ("BEGIN:VCARD")) == 0 ||
         (n_bytes >= 4 && (memcmp (bytes, "\xff\xfe" "B", 4) == 0 || memcmp (bytes, "\xfe\xff\0B", 4) == 0));
}

/**
 * thaw_import_format_from_bytes:
 * @bytes: a whole file
 *
 * Guesses by the first bytes; whether the rest is right is for the reader.
 *
 * Returns: the format, or %THAW_IMPORT_UNKNOWN
 */
ThawImportFormat
thaw_import_format_from_bytes (GBytes *bytes)
{
  g_autofree char *header = NULL;
  const char *start;
  gsize size;

  g_return_val_if_fail (bytes != NULL, THAW_IMPORT_UNKNOWN);

  start = g_bytes_get_data (bytes, &size);
  header = g_strndup (size > 0 ? start : "", MIN (size, MAX_HEADER_BYTES));
  start = g_str_has_prefix (header, "\xef\xbb\xbf") ? header + 3 : header;
  start += strspn (start, " \t\r\n");
  if (*start == '{')
    return THAW_IMPORT_JSON;
  if (is_vcard (start, g_bytes_get_data (bytes, NULL), size))
    return THAW_IMPORT_VCARD;

  header[start - header + strcspn (start, "\r\n")] = '\0';

  return strstr (start, "mood") != NULL && strchr (start, ',') != NULL ? THAW_IMPORT_DAYLIO : THAW_IMPORT_UNKNOWN;
}
