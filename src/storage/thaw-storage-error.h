/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawStorageError:
 * @THAW_STORAGE_ERROR_FAILED: something that has no code of its own
 * @THAW_STORAGE_ERROR_TOO_NEW: the journal was written by a newer version; nothing was changed
 * @THAW_STORAGE_ERROR_NOT_A_JOURNAL: the file is no journal of Thaw; nothing was changed
 * @THAW_STORAGE_ERROR_DAMAGED: the file is a journal, but parts of it cannot be read
 * @THAW_STORAGE_ERROR_IN_USE: another process writes to the journal
 * @THAW_STORAGE_ERROR_READ_ONLY: the file, the folder or the medium cannot be written to
 * @THAW_STORAGE_ERROR_NO_ACCESS: the file or the folder may not be opened
 * @THAW_STORAGE_ERROR_FULL: there is no space left; nothing was changed
 * @THAW_STORAGE_ERROR_IO: the disk failed; the change may not be durable
 * @THAW_STORAGE_ERROR_INVALID: a value that cannot be stored, such as an empty entry
 * @THAW_STORAGE_ERROR_NOT_FOUND: there is no such entry
 * @THAW_STORAGE_ERROR_CLOSED: the journal is closed
 *
 * What can go wrong between Thaw and the disk, by what can be done about it.
 */
typedef enum
{
  THAW_STORAGE_ERROR_FAILED,
  THAW_STORAGE_ERROR_TOO_NEW,
  THAW_STORAGE_ERROR_NOT_A_JOURNAL,
  THAW_STORAGE_ERROR_DAMAGED,
  THAW_STORAGE_ERROR_IN_USE,
  THAW_STORAGE_ERROR_READ_ONLY,
  THAW_STORAGE_ERROR_NO_ACCESS,
  THAW_STORAGE_ERROR_FULL,
  THAW_STORAGE_ERROR_IO,
  THAW_STORAGE_ERROR_INVALID,
  THAW_STORAGE_ERROR_NOT_FOUND,
  THAW_STORAGE_ERROR_CLOSED,
} ThawStorageError;

#define THAW_STORAGE_ERROR (thaw_storage_error_quark ())
GQuark thaw_storage_error_quark (void);

G_END_DECLS
