/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-exchange-stream"

#include "config.h"
#include "thaw-exchange-stream.h"

#include <glib/gi18n-lib.h>

#include "exchange/thaw-exchange-error.h"

#define CHUNK_BYTES (64 * 1024)

/**
 * thaw_exchange_read_sync:
 * @stream: where to read from
 * @n_max: the most bytes there may be, usually %THAW_EXCHANGE_MAX_BYTES
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads all there is. The bytes are copied rather than mapped, because a file
 * that somebody shortens while it is mapped ends the program.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL with @error set:
 *   %THAW_EXCHANGE_ERROR_TOO_LARGE or what the stream says
 */
GBytes *
thaw_exchange_read_sync (GInputStream  *stream,
                         gsize          n_max,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree guint8 *chunk = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  bytes = g_byte_array_new ();
  chunk = g_malloc (CHUNK_BYTES);

  for (;;)
    {
      gssize n_read = g_input_stream_read (stream, chunk, CHUNK_BYTES, cancellable, error);

      if (n_read < 0)
        return NULL;

      if (n_read == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

      if ((gsize) n_read > n_max - bytes->len)
        {
          g_autofree char *size = g_format_size_full (n_max, G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE,
                       /* Translators: %s is a size such as “512.0 MiB” */
                       _("The file is larger than %s"), size);
          return NULL;
        }

      g_byte_array_append (bytes, chunk, (guint) n_read);
    }
}
