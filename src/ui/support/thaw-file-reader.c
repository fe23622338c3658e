/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-file-reader"

#include "config.h"
#include "support/thaw-file-reader.h"

#include <glib/gi18n-lib.h>

#define PIECE_BYTES 65536

/**
 * thaw_file_reader_read:
 * @file: a file that somebody chose
 * @max_bytes: how large it may be
 * @cancellable: (nullable): cancels it
 * @error: return location for a %G_IO_ERROR
 *
 * Reads a file, whatever it says of its size: it may be one that never ends. For a thread
 * that may wait.
 *
 * Returns: (transfer full): all of it, or %NULL with an error, which is
 *   %G_IO_ERROR_INVALID_DATA if there is more
 */
GBytes *
thaw_file_reader_read (GFile         *file,
                       guint          max_bytes,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) read = NULL;
  gsize n_read = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  read = g_byte_array_new ();
  do
    {
      guint n_before = read->len;

      g_byte_array_set_size (read, n_before + PIECE_BYTES);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), read->data + n_before, PIECE_BYTES, &n_read, cancellable,
                                    error))
        return NULL;
      g_byte_array_set_size (read, n_before + (guint) n_read);
    }
  while (n_read > 0 && read->len <= max_bytes);

  if (read->len > max_bytes)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The file is too large"));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&read));
}
