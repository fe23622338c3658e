/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memfd_create(). */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "thaw-journal-remote"

#include "config.h"
#include "thaw-journal-remote.h"

#include <errno.h>
#include <gio/gunixfdlist.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "dbus/thaw-journal-bus.h"
#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-writer.h"
#include "thaw-journal-dbus.h"

/* A journal of 100,000 entries takes seconds to write; a slow disk may take minutes. */
#define TIMEOUT_MS (30 * 60 * 1000)

static gboolean
write_batch (int                     fd,
             const ThawImportBatch  *batch,
             GCancellable           *cancellable,
             GError                **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (fd, FALSE);
  g_autoptr (ThawEntryWriter) writer = thaw_json_writer_new (stream);

  thaw_entry_writer_set_beside (writer, batch);
  for (guint i = 0; i < batch->entries->len; i++)
    {
      if (!thaw_entry_writer_write_sync (writer, g_ptr_array_index (batch->entries, i), cancellable, error))
        return FALSE;
    }

  return thaw_entry_writer_finish_sync (writer, cancellable, error);
}

/* Nothing of a journal lies around in a folder for temporary files. */
static GUnixFDList *
make_file (const ThawImportBatch  *batch,
           GCancellable           *cancellable,
           GError                **error)
{
  g_autoptr (GUnixFDList) fds = NULL;
  int fd = memfd_create ("thaw-entries", MFD_CLOEXEC);

  if (fd < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  /* The list closes it. */
  fds = g_unix_fd_list_new_from_array (&fd, 1);

  return write_batch (fd, batch, cancellable, error) ? g_steal_pointer (&fds) : NULL;
}

static gboolean
is_same_directory (const char *a,
                   const char *b)
{
  GStatBuf info_a, info_b;

  return g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0 &&
         info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

static ThawDBusJournal1 *
find_journal (const char    *directory,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (ThawDBusJournal1) proxy = NULL;
  const char *their_directory;

  /* Nobody is started for this: who has the journal open is running. */
  proxy = thaw_dbus_journal1_proxy_new_for_bus_sync (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START,
                                                     APP_ID, THAW_JOURNAL_BUS_PATH, cancellable, NULL);
  their_directory = proxy != NULL ? thaw_dbus_journal1_get_directory (proxy) : NULL;
  if (their_directory == NULL)
    {
      g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_REACHED,
                           _("The journal is open in a program that does not answer; nothing was written"));
      return NULL;
    }

  if (!is_same_directory (directory, their_directory))
    {
      g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_REACHED,
                           _("The journal is open in another program than Thaw’s window; nothing was written"));
      return NULL;
    }

  return g_steal_pointer (&proxy);
}

/**
 * thaw_journal_remote_import_sync:
 * @directory: (type filename): the folder of the journal that is meant
 * @batch: what to write, with UUIDs
 * @dry_run: whether only to look what would change
 * @out_counts: (out): what was or would be written
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Has the Thaw that has the journal open write to it. For when opening it gave
 * %THAW_STORAGE_ERROR_IN_USE. All of it is written, or nothing.
 *
 * Returns: %TRUE, or %FALSE with @error set: %THAW_EXCHANGE_ERROR_NOT_REACHED if
 *   nobody answers, or what went wrong there
 */
gboolean
thaw_journal_remote_import_sync (const char               *directory,
                                 const ThawImportBatch    *batch,
                                 gboolean                  dry_run,
                                 ThawJournalImportCounts  *out_counts,
                                 GCancellable             *cancellable,
                                 GError                  **error)
{
  g_autoptr (ThawDBusJournal1) proxy = NULL;
  g_autoptr (GUnixFDList) fds = NULL;

  g_return_val_if_fail (directory != NULL, FALSE);
  g_return_val_if_fail (batch != NULL, FALSE);
  g_return_val_if_fail (out_counts != NULL, FALSE);

  *out_counts = (ThawJournalImportCounts) { 0 };
  thaw_journal_bus_register_errors ();

  proxy = find_journal (directory, cancellable, error);
  if (proxy == NULL)
    return FALSE;

  fds = make_file (batch, cancellable, error);
  if (fds == NULL)
    return FALSE;

  g_dbus_proxy_set_default_timeout (G_DBUS_PROXY (proxy), TIMEOUT_MS);
  if (thaw_dbus_journal1_call_import_sync (proxy, g_variant_new_handle (0), dry_run, fds,
                                           &out_counts->n_added, &out_counts->n_changed, &out_counts->n_skipped,
                                           &out_counts->n_others, NULL, cancellable, error))
    return TRUE;

  if (error != NULL)
    g_dbus_error_strip_remote_error (*error);

  return FALSE;
}
