/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fault-vfs.h"

#include <errno.h>
#include <sqlite3.h>

/* A layer between SQLite and the file system that fails when it is told to. Everything else it hands on, but for
 * syncing: no power is cut here, and the tests are quicker for it. */

typedef struct
{
  sqlite3_file parent;
  sqlite3_file *real; /* (owned): right behind this struct, in the memory SQLite gave */
  const char *name;   /* (unowned) (nullable): SQLite's, for as long as the file is open */
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;

static GMutex mutex;
static Fault armed;
static gboolean is_armed;
static guint first_hit;
static guint n_calls;
static guint n_hits;

static FaultDisk *disk; /* (unowned) (nullable) */

/* How each kind of call fails without power. */
static const int results_without_power[] = {
  [FAULT_CALL_WRITE] = SQLITE_IOERR_WRITE,
  [FAULT_CALL_SYNC] = SQLITE_IOERR_FSYNC,
  [FAULT_CALL_TRUNCATE] = SQLITE_IOERR_TRUNCATE,
  [FAULT_CALL_OPEN] = SQLITE_CANTOPEN,
  [FAULT_CALL_READ] = SQLITE_IOERR_READ,
  [FAULT_CALL_DELETE] = SQLITE_IOERR_DELETE,
  [FAULT_CALL_SIZE] = SQLITE_IOERR_FSTAT,
  [FAULT_CALL_LOCK] = SQLITE_IOERR_LOCK,
  [FAULT_CALL_SHM_MAP] = SQLITE_IOERR_SHMMAP,
  [FAULT_CALL_SHM_LOCK] = SQLITE_IOERR_SHMLOCK,
};

static int
fail_without_power (FaultCall call)
{
  errno = EIO;

  return results_without_power[call];
}

/* The result with which a call is to fail, or SQLITE_OK. */
static int
count_call (FaultCall  call,
            gboolean  *out_is_short)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (disk != NULL && !fault_disk_is_on (disk))
    return fail_without_power (call);

  if (!is_armed || armed.call != call)
    return SQLITE_OK;

  n_calls++;
  if (n_calls < first_hit || (n_calls > first_hit && !armed.persists))
    return SQLITE_OK;

  n_hits++;
  if (out_is_short != NULL)
    *out_is_short = armed.is_short;
  errno = armed.system_errno;

  return armed.result;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static const char *
get_name (sqlite3_file *file)
{
  return ((FaultFile *) file)->name;
}

static gboolean
is_followed (sqlite3_file *file)
{
  return disk != NULL && get_name (file) != NULL;
}

static int
fault_close (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xClose (real);
}

static int
fault_read (sqlite3_file *file,
            void         *bytes,
            int           n_bytes,
            sqlite3_int64 offset)
{
  sqlite3_file *real = get_real (file);
  int result = count_call (FAULT_CALL_READ, NULL);

  return result != SQLITE_OK ? result : real->pMethods->xRead (real, bytes, n_bytes, offset);
}

static int
fault_write (sqlite3_file *file,
             const void   *bytes,
             int           n_bytes,
             sqlite3_int64 offset)
{
  sqlite3_file *real = get_real (file);
  gboolean is_short = FALSE;
  int result = count_call (FAULT_CALL_WRITE, &is_short);
  int saved_errno = errno;

  if (result == SQLITE_OK && is_followed (file) &&
      !fault_disk_write (disk, get_name (file), bytes, (gsize) n_bytes, (gsize) offset))
    return fail_without_power (FAULT_CALL_WRITE);

  if (result == SQLITE_OK)
    return real->pMethods->xWrite (real, bytes, n_bytes, offset);

  if (is_short)
    real->pMethods->xWrite (real, bytes, n_bytes / 2, offset);
  errno = saved_errno;

  return result;
}

static int
fault_truncate (sqlite3_file *file,
                sqlite3_int64 size)
{
  sqlite3_file *real = get_real (file);
  int result = count_call (FAULT_CALL_TRUNCATE, NULL);

  if (result == SQLITE_OK && is_followed (file) && !fault_disk_truncate (disk, get_name (file), (gsize) size))
    return fail_without_power (FAULT_CALL_TRUNCATE);

  return result != SQLITE_OK ? result : real->pMethods->xTruncate (real, size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  int result = count_call (FAULT_CALL_SYNC, NULL);

  if (result == SQLITE_OK && is_followed (file) && !fault_disk_sync (disk, get_name (file)))
    return fail_without_power (FAULT_CALL_SYNC);

  return result;
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  sqlite3_file *real = get_real (file);
  int result = count_call (FAULT_CALL_SIZE, NULL);

  return result != SQLITE_OK ? result : real->pMethods->xFileSize (real, size);
}

static int
fault_lock (sqlite3_file *file,
            int           level)
{
  sqlite3_file *real = get_real (file);
  int result = count_call (FAULT_CALL_LOCK, NULL);

  return result != SQLITE_OK ? result : real->pMethods->xLock (real, level);
}

static int
fault_unlock (sqlite3_file *file,
              int           level)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xUnlock (real, level);
}

static int
fault_check_reserved_lock (sqlite3_file *file,
                           int          *is_reserved)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xCheckReservedLock (real, is_reserved);
}

static int
fault_file_control (sqlite3_file *file,
                    int           operation,
                    void         *argument)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xFileControl (real, operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xSectorSize (real);
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xDeviceCharacteristics (real);
}

static int
fault_shm_map (sqlite3_file   *file,
               int             region,
               int             size,
               int             extends,
               void volatile **memory)
{
  sqlite3_file *real = get_real (file);
  int result = count_call (FAULT_CALL_SHM_MAP, NULL);

  return result != SQLITE_OK ? result : real->pMethods->xShmMap (real, region, size, extends, memory);
}

static int
fault_shm_lock (sqlite3_file *file,
                int           offset,
                int           n,
                int           flags)
{
  sqlite3_file *real = get_real (file);
  int result = (flags & SQLITE_SHM_LOCK) != 0 ? count_call (FAULT_CALL_SHM_LOCK, NULL) : SQLITE_OK;

  return result != SQLITE_OK ? result : real->pMethods->xShmLock (real, offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  real->pMethods->xShmBarrier (real);
}

static int
fault_shm_unmap (sqlite3_file *file,
                 int           deletes)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xShmUnmap (real, deletes);
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int result = count_call (FAULT_CALL_OPEN, NULL);

  self->parent.pMethods = NULL;
  if (result != SQLITE_OK)
    return result;

  self->real = (sqlite3_file *) (self + 1);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->name = name;
  if (self->real->pMethods != NULL)
    self->parent.pMethods = &fault_methods;
  if (result == SQLITE_OK && is_followed (file))
    fault_disk_open (disk, name);

  return result;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *name,
              int          syncs_directory)
{
  int result = count_call (FAULT_CALL_DELETE, NULL);

  if (result == SQLITE_OK && disk != NULL && !fault_disk_delete (disk, name, syncs_directory))
    return fail_without_power (FAULT_CALL_DELETE);

  return result != SQLITE_OK ? result : real_vfs->xDelete (real_vfs, name, FALSE);
}

/**
 * fault_vfs_register:
 *
 * Puts the layer in for every file that SQLite opens from now on.
 */
void
fault_vfs_register (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  g_assert_nonnull (real_vfs);

  /* What is not replaced works on the copy as on the original. */
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.pNext = NULL;
  fault_vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, TRUE), ==, SQLITE_OK);
}

/**
 * fault_vfs_arm:
 * @fault: a way to fail
 * @nth: which call from now on is the first one to fail, from 1
 */
void
fault_vfs_arm (const Fault *fault,
               guint        nth)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  armed = *fault;
  is_armed = TRUE;
  first_hit = nth;
  n_calls = 0;
  n_hits = 0;
}

/**
 * fault_vfs_disarm:
 *
 * Returns: how many calls failed
 */
guint
fault_vfs_disarm (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  is_armed = FALSE;

  return n_hits;
}

/**
 * fault_vfs_get_n_calls:
 *
 * Returns: how many calls could have failed since fault_vfs_arm()
 */
guint
fault_vfs_get_n_calls (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return n_calls;
}

/**
 * fault_vfs_set_disk:
 * @new_disk: (transfer none) (nullable): a disk whose power goes
 *
 * Has a disk follow what is written from now on; once its power is cut nothing
 * works any more. To be called while SQLite has no file open.
 */
void
fault_vfs_set_disk (FaultDisk *new_disk)
{
  disk = new_disk;
}

gboolean
fault_vfs_has_power (void)
{
  return disk == NULL || fault_disk_is_on (disk);
}
