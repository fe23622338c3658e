/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-journal-service"

#include "config.h"
#include "thaw-journal-service.h"

#include <errno.h>
#include <gio/gunixfdlist.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dbus/thaw-journal-bus.h"
#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-exchange-stream.h"
#include "exchange/thaw-json-reader.h"
#include "thaw-journal-dbus.h"

/**
 * ThawJournalService:
 *
 * Offers the open journal on the session bus, so that another program of the
 * person's, such as thaw-cli, can add to it. What is handed over is read on a
 * worker and written by the journal's own writer; the main thread only passes it
 * along.
 *
 * Lives on the main thread.
 */
struct _ThawJournalService
{
  GObject parent_instance;

  ThawJournal *journal;          /* (owned) */
  ThawDBusJournal1 *skeleton;    /* (owned) */
  GCancellable *cancellable;     /* (owned): ends what is being read */
};

G_DEFINE_FINAL_TYPE (ThawJournalService, thaw_journal_service, G_TYPE_OBJECT)

/* One call of Import. */
typedef struct
{
  ThawJournalService *service;       /* (owned) */
  GDBusMethodInvocation *invocation; /* (owned) until it was answered */
  gboolean dry_run;
} Import;

static void
import_free (Import *import)
{
  g_clear_object (&import->service);
  g_clear_object (&import->invocation);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* A pipe may never end, and a device never stop. */
static gboolean
check_file (int      fd,
            GError **error)
{
  struct stat info;

  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return TRUE;

  g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, _("This is not a file"));

  return FALSE;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  int fd = GPOINTER_TO_INT (task_data);
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, TRUE);
  g_autoptr (GBytes) bytes = NULL;
  ThawImportBatch *batch = NULL;
  GError *error = NULL;

  /* Whoever wrote the file may have left it at its end. */
  if (check_file (fd, &error) && lseek (fd, 0, SEEK_SET) == 0)
    bytes = thaw_exchange_read_sync (stream, THAW_EXCHANGE_MAX_BYTES, cancellable, &error);
  if (bytes != NULL)
    batch = thaw_json_reader_read (bytes, cancellable, &error);

  if (batch != NULL)
    g_task_return_pointer (task, batch, (GDestroyNotify) thaw_import_batch_free);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  ThawJournalImportCounts counts;
  GError *error = NULL;

  if (thaw_journal_import_finish (THAW_JOURNAL (source), result, &counts, &error))
    thaw_dbus_journal1_complete_import (import->service->skeleton, g_steal_pointer (&import->invocation), NULL,
                                        counts.n_added, counts.n_changed, counts.n_skipped, counts.n_others);
  else
    g_dbus_method_invocation_take_error (g_steal_pointer (&import->invocation), error);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  g_autoptr (ThawImportBatch) batch = NULL;
  GError *error = NULL;

  batch = g_task_propagate_pointer (G_TASK (result), &error);
  if (batch == NULL)
    {
      g_dbus_method_invocation_take_error (g_steal_pointer (&import->invocation), error);
      return;
    }

  /* Not to be cancelled: what was begun is told how it ended. */
  thaw_journal_import_batch_async (import->service->journal, g_steal_pointer (&batch), import->dry_run, NULL,
                                   imported_cb, import);
  g_steal_pointer (&import);
}

static gboolean
on_import_called_cb (ThawJournalService    *self,
                     GDBusMethodInvocation *invocation,
                     GUnixFDList           *fds,
                     GVariant              *file,
                     gboolean               dry_run)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Import *import;
  gint32 handle = g_variant_get_handle (file);
  int fd = -1;

  /* Whoever calls may name a file that they did not send. */
  if (fds != NULL && handle >= 0 && handle < g_unix_fd_list_get_length (fds))
    fd = g_unix_fd_list_get (fds, handle, &error);
  else
    g_set_error_literal (&error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, _("This is not a file"));
  if (fd < 0)
    {
      g_dbus_method_invocation_take_error (invocation, error);
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }

  import = g_new0 (Import, 1);
  import->service = g_object_ref (self);
  import->invocation = invocation;
  import->dry_run = dry_run;

  task = g_task_new (self, self->cancellable, file_read_cb, import);
  g_task_set_task_data (task, GINT_TO_POINTER (fd), NULL);
  g_task_run_in_thread (task, read_in_thread);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
thaw_journal_service_dispose (GObject *object)
{
  ThawJournalService *self = THAW_JOURNAL_SERVICE (object);

  if (self->skeleton != NULL)
    thaw_journal_service_unexport (self);
  g_clear_object (&self->skeleton);
  g_clear_object (&self->journal);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (thaw_journal_service_parent_class)->dispose (object);
}

static void
thaw_journal_service_class_init (ThawJournalServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_journal_service_dispose;
}

static void
thaw_journal_service_init (ThawJournalService *self)
{
  thaw_journal_bus_register_errors ();

  self->cancellable = g_cancellable_new ();
  self->skeleton = thaw_dbus_journal1_skeleton_new ();
  g_signal_connect_object (self->skeleton, "handle-import", G_CALLBACK (on_import_called_cb), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_journal_service_new:
 * @journal: the journal to offer; may be closed for a while
 * @directory: (type filename): its folder
 *
 * Returns: (transfer full): a service that is not on the bus yet
 */
ThawJournalService *
thaw_journal_service_new (ThawJournal *journal,
                          const char  *directory)
{
  ThawJournalService *self;

  g_return_val_if_fail (THAW_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (directory != NULL, NULL);

  self = g_object_new (THAW_TYPE_JOURNAL_SERVICE, NULL);
  self->journal = g_object_ref (journal);
  thaw_dbus_journal1_set_directory (self->skeleton, directory);

  return self;
}

/**
 * thaw_journal_service_export:
 * @connection: the session bus
 * @error: return location for an error of GDBus
 *
 * Puts the service on the bus; in an application, from its dbus_register()
 * virtual function, so that it is there before the name is.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
thaw_journal_service_export (ThawJournalService  *self,
                             GDBusConnection     *connection,
                             GError             **error)
{
  g_return_val_if_fail (THAW_IS_JOURNAL_SERVICE (self), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection,
                                           THAW_JOURNAL_BUS_PATH, error);
}

/**
 * thaw_journal_service_unexport:
 *
 * Takes the service off the bus. What is being read is given up; what is being
 * written is written.
 */
void
thaw_journal_service_unexport (ThawJournalService *self)
{
  g_return_if_fail (THAW_IS_JOURNAL_SERVICE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton)) != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
