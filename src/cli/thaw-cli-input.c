/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-input"

#include "config.h"
#include "thaw-cli-input.h"

#include <gio/gunixinputstream.h>
#include <unistd.h>

#include "exchange/thaw-exchange-stream.h"

/**
 * thaw_cli_read_input:
 * @path: a file, or `-` for standard input
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all that is in it, or %NULL with @error set
 */
GBytes *
thaw_cli_read_input (const char  *path,
                     GError     **error)
{
  g_autoptr (GInputStream) stream = NULL;

  if (g_str_equal (path, "-"))
    {
      stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
      if (stream == NULL)
        return NULL;
    }

  return thaw_exchange_read_sync (stream, THAW_EXCHANGE_MAX_BYTES, NULL, error);
}
