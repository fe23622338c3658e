/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawImportFormat:
 * @THAW_IMPORT_JSON: our own format
 * @THAW_IMPORT_DAYLIO: the table of Daylio
 * @THAW_IMPORT_VCARD: contacts of an address book
 * @THAW_IMPORT_UNKNOWN: none of them
 *
 * What can be read.
 */
typedef enum
{
  THAW_IMPORT_JSON,
  THAW_IMPORT_DAYLIO,
  THAW_IMPORT_VCARD,
  THAW_IMPORT_UNKNOWN,
} ThawImportFormat;

ThawImportFormat thaw_import_format_from_slug  (const char *slug);
ThawImportFormat thaw_import_format_from_bytes (GBytes *bytes);

G_END_DECLS
