/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fault-disk.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the simplest of disks writes at once. */
#define SECTOR_SIZE 512

/* One thing that was asked for and that no sync has made last. */
typedef struct
{
  GBytes *bytes; /* (owned) (nullable): NULL to truncate */
  gsize offset;  /* where to write, or the new size */
} Change;

/* A file as far as the disk is concerned. */
typedef struct
{
  GByteArray *synced;  /* (owned): what is there for certain */
  GArray *changes;     /* (owned) (element-type Change): what may be there */
  gboolean has_name;   /* whether its name is there for certain */
  gboolean is_deleted; /* whether it was deleted, though not for certain */
} DiskFile;

/**
 * FaultDisk:
 *
 * Remembers what was synced and what was not, until the power is cut: then
 * nothing works any more, and of what was not synced each sector is there or not
 * as chance will have it.
 */
struct _FaultDisk
{
  GMutex mutex;
  GHashTable *files; /* (owned) (element-type filename DiskFile) */
  guint cut_at;
  guint n_events;
  gboolean ignores_syncs;
};

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->bytes, g_bytes_unref);
}

static DiskFile *
disk_file_new (void)
{
  DiskFile *file = g_new0 (DiskFile, 1);

  file->synced = g_byte_array_new ();
  file->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (file->changes, change_clear);

  return file;
}

static void
disk_file_free (DiskFile *file)
{
  g_byte_array_unref (file->synced);
  g_array_unref (file->changes);
  g_free (file);
}

static void
set_size (GByteArray *bytes,
          gsize       size)
{
  guint old_size = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > old_size)
    memset (bytes->data + old_size, 0, size - old_size);
}

/* With @rand each sector of a write is written or not, without it all are. */
static void
apply (GByteArray   *image,
       const Change *change,
       GRand        *rand)
{
  const guint8 *bytes;
  gsize n_bytes;

  if (change->bytes == NULL)
    {
      if (rand == NULL || g_rand_boolean (rand))
        set_size (image, change->offset);
      return;
    }

  bytes = g_bytes_get_data (change->bytes, &n_bytes);
  for (gsize at = 0; at < n_bytes;)
    {
      gsize place = change->offset + at;
      gsize n = MIN (SECTOR_SIZE - place % SECTOR_SIZE, n_bytes - at);

      if (rand == NULL || g_rand_boolean (rand))
        {
          if (image->len < place + n)
            set_size (image, place + n);
          memcpy (image->data + place, bytes + at, n);
        }
      at += n;
    }
}

/* Returns whether there still was power while it happened. */
static gboolean
count_event (FaultDisk *self)
{
  if (self->n_events < self->cut_at)
    self->n_events++;

  return self->n_events < self->cut_at;
}

static gboolean
is_deleted (gpointer path,
            gpointer file,
            gpointer user_data)
{
  return ((DiskFile *) file)->is_deleted;
}

/* SQLite syncs the folder together with a new log: all names in it are then as they should be. */
static void
sync_directory (FaultDisk *self)
{
  g_hash_table_foreach_remove (self->files, is_deleted, NULL);
}

static void
add_change (FaultDisk  *self,
            const char *path,
            GBytes     *bytes,
            gsize       offset)
{
  DiskFile *file = g_hash_table_lookup (self->files, path);
  Change change = { bytes, offset };

  g_assert_nonnull (file);
  g_array_append_val (file->changes, change);
}

/**
 * fault_disk_new:
 * @cut_at: at which write, truncation, sync or deletion the power goes, from 1; %G_MAXUINT for never
 * @ignores_syncs: whether it says that it has synced and has not
 *
 * Returns: (transfer full): an empty disk
 */
FaultDisk *
fault_disk_new (guint    cut_at,
                gboolean ignores_syncs)
{
  FaultDisk *self = g_new0 (FaultDisk, 1);

  g_mutex_init (&self->mutex);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) disk_file_free);
  self->cut_at = cut_at;
  self->ignores_syncs = ignores_syncs;

  return self;
}

void
fault_disk_free (FaultDisk *self)
{
  g_hash_table_unref (self->files);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

gboolean
fault_disk_is_on (FaultDisk *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->n_events < self->cut_at;
}

guint
fault_disk_get_n_events (FaultDisk *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->n_events;
}

/**
 * fault_disk_open:
 * @path: a file that is there now
 *
 * Begins to follow a file. What is in it already is taken to be synced.
 */
void
fault_disk_open (FaultDisk  *self,
                 const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  DiskFile *file = g_hash_table_lookup (self->files, path);
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  if (file != NULL && !file->is_deleted)
    return;

  file = disk_file_new ();
  if (g_file_get_contents (path, &bytes, &n_bytes, NULL) && n_bytes > 0)
    {
      g_byte_array_append (file->synced, (guint8 *) bytes, (guint) n_bytes);
      file->has_name = TRUE;
    }
  g_hash_table_replace (self->files, g_strdup (path), file);
}

gboolean
fault_disk_write (FaultDisk    *self,
                  const char   *path,
                  gconstpointer bytes,
                  gsize         n_bytes,
                  gsize         offset)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gboolean was_on = self->n_events < self->cut_at;

  if (was_on)
    add_change (self, path, g_bytes_new (bytes, n_bytes), offset);

  return count_event (self);
}

gboolean
fault_disk_truncate (FaultDisk  *self,
                     const char *path,
                     gsize       size)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gboolean was_on = self->n_events < self->cut_at;

  if (was_on)
    add_change (self, path, NULL, size);

  return count_event (self);
}

gboolean
fault_disk_sync (FaultDisk  *self,
                 const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  DiskFile *file = g_hash_table_lookup (self->files, path);

  if (!count_event (self))
    return FALSE;

  if (self->ignores_syncs)
    return TRUE;

  g_assert_nonnull (file);
  for (guint i = 0; i < file->changes->len; i++)
    apply (file->synced, &g_array_index (file->changes, Change, i), NULL);
  g_array_set_size (file->changes, 0);
  if (!file->has_name)
    sync_directory (self);
  file->has_name = TRUE;

  return TRUE;
}

gboolean
fault_disk_delete (FaultDisk  *self,
                   const char *path,
                   gboolean    syncs_directory)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  DiskFile *file = g_hash_table_lookup (self->files, path);

  if (!count_event (self))
    return FALSE;

  if (file != NULL)
    file->is_deleted = TRUE;
  if (syncs_directory && !self->ignores_syncs)
    sync_directory (self);

  return TRUE;
}

/**
 * fault_disk_leave:
 * @path: a file
 * @rand: what decides
 *
 * Makes the file what it is after the power has come back. One that nobody
 * opened stays as it is.
 */
void
fault_disk_leave (FaultDisk  *self,
                  const char *path,
                  GRand      *rand)
{
  DiskFile *file = g_hash_table_lookup (self->files, path);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  g_unlink (path);
  if ((file->is_deleted || !file->has_name) && g_rand_boolean (rand))
    return;

  for (guint i = 0; i < file->changes->len; i++)
    apply (file->synced, &g_array_index (file->changes, Change, i), rand);
  g_file_set_contents_full (path, (const char *) file->synced->data, file->synced->len, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}
