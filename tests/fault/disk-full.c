/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A journal on a small file system that really is full. */

#define G_LOG_DOMAIN "disk-full"

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "thaw-fault-model.h"
#include "thaw-storage-test.h"
#include "thaw-test-disk.h"
#include "thaw-uuid.h"

#define N_DISK_BYTES (4 * 1024 * 1024)

/* To delete for good writes the full-text index anew, which needs as much again. */
#define BALLAST_SIZE (1536 * 1024)

/* A disk with a journal and some ballast; what was acknowledged is in versions, by entry. */
typedef struct
{
  char *mount_point;     /* (owned) */
  char *ballast;         /* (owned) */
  ThawStorageTest base;
  GHashTable *versions;  /* (owned) (element-type utf8 uint) */
} Disk;

static void
open_journal (Disk *disk)
{
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (disk->base.database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Takes all that is free, up to a size. */
static void
write_ballast (Disk  *disk,
               gsize  size)
{
  g_autofree char *bytes = g_malloc0 (4096);
  int fd = open (disk->ballast, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  for (gsize n_written = 0; n_written < size && write (fd, bytes, 4096) > 0; n_written += 4096)
    ;
  close (fd);
}

static void
drop_ballast (Disk *disk)
{
  g_assert_cmpint (g_unlink (disk->ballast), ==, 0);
}

static gboolean
set_up (Disk *disk)
{
  *disk = (Disk) { .mount_point = thaw_test_make_dir () };

  if (!thaw_test_disk_mount (disk->mount_point, N_DISK_BYTES))
    {
      g_clear_pointer (&disk->mount_point, thaw_test_remove_dir);
      return FALSE;
    }

  disk->ballast = g_build_filename (disk->mount_point, "ballast", NULL);
  disk->base.directory = g_build_filename (disk->mount_point, "thaw", NULL);
  disk->base.clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  disk->base.database = thaw_database_new (disk->base.directory);
  disk->base.journal = thaw_journal_new (disk->base.database, disk->base.clock, NULL, NULL);
  disk->base.drafts = thaw_drafts_new (disk->base.database, disk->base.clock);
  disk->versions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return TRUE;
}

static void
tear_down (Disk *disk)
{
  thaw_database_close (disk->base.database);
  g_clear_object (&disk->base.drafts);
  g_clear_object (&disk->base.journal);
  g_clear_object (&disk->base.database);
  g_clear_object (&disk->base.clock);
  g_clear_pointer (&disk->versions, g_hash_table_unref);
  g_clear_pointer (&disk->base.directory, g_free);
  g_clear_pointer (&disk->ballast, g_free);
  thaw_test_disk_unmount (disk->mount_point);
  g_clear_pointer (&disk->mount_point, thaw_test_remove_dir);
}

static gboolean
save (Disk        *disk,
      const char  *uuid,
      guint        version,
      GError     **error)
{
  g_autoptr (ThawEntry) entry = fault_make_entry (uuid, version, disk->base.clock);
  g_autoptr (ThawEntry) saved = thaw_journal_save_sync (disk->base.journal, entry, error);

  if (saved == NULL)
    return FALSE;

  g_hash_table_insert (disk->versions, g_strdup (uuid), GUINT_TO_POINTER (version));

  return TRUE;
}

static gboolean
save_new (Disk    *disk,
          GError **error)
{
  g_autofree char *uuid = thaw_uuid_new (thaw_clock_get_utc_ms (disk->base.clock));

  return save (disk, uuid, 1, error);
}

static void
fill (Disk *disk)
{
  g_autoptr (GError) error = NULL;

  while (save_new (disk, &error))
    ;
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);
  g_assert_cmpuint (g_hash_table_size (disk->versions), >, 10);
}

static char *
dup_any (Disk *disk)
{
  GHashTableIter iter;
  gpointer uuid;

  g_hash_table_iter_init (&iter, disk->versions);
  g_assert_true (g_hash_table_iter_next (&iter, &uuid, NULL));

  return g_strdup (uuid);
}

static gboolean
save_draft (Disk        *disk,
            guint        version,
            GError     **error)
{
  g_autoptr (ThawEntry) entry = fault_make_entry ("draft", version, disk->base.clock);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_drafts_save_async (disk->base.drafts, "draft", entry, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);

  return thaw_drafts_save_finish (disk->base.drafts, result, error);
}

static void
assert_draft (Disk  *disk,
              guint  version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawDraft) draft = thaw_drafts_get (disk->base.drafts, "draft", &error);
  g_autofree char *text = fault_make_text ("draft", version);

  g_assert_no_error (error);
  g_assert_cmpstr (thaw_entry_get_text (draft->entry), ==, text);
}

static void
assert_all_there (Disk *disk)
{
  GHashTableIter iter;
  gpointer uuid, version;

  g_hash_table_iter_init (&iter, disk->versions);
  while (g_hash_table_iter_next (&iter, &uuid, &version))
    {
      ThawJournalFilter filter = { .query = uuid };
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawEntry) entry = thaw_journal_get_entry (disk->base.journal, uuid, &error);
      g_autoptr (GPtrArray) found = NULL;
      g_autofree char *text = fault_make_text (uuid, GPOINTER_TO_UINT (version));

      g_assert_no_error (error);
      g_assert_cmpstr (thaw_entry_get_text (entry), ==, text);
      found = thaw_journal_find_sync (disk->base.journal, &filter, THAW_JOURNAL_NEWEST, 10, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 1);
    }
}

static void
assert_sound_after_closing (Disk *disk)
{
  g_autofree char *fault = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  thaw_database_close (disk->base.database);
  open_journal (disk);
  assert_all_there (disk);
  listed = thaw_journal_list_newest (disk->base.journal, THAW_JOURNAL_NEWEST, 100000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, g_hash_table_size (disk->versions));
  thaw_database_close (disk->base.database);

  fault = fault_find_in_file (thaw_database_get_path (disk->base.database));
  g_assert_cmpstr (fault, ==, NULL);
}

static void
test_saving (void)
{
  Disk disk;
  g_autoptr (GError) error = NULL;
  g_autofree char *some = NULL;
  guint n_before;

  if (!set_up (&disk))
    return;

  write_ballast (&disk, BALLAST_SIZE);
  open_journal (&disk);
  save_draft (&disk, 1, &error);
  g_assert_no_error (error);
  fill (&disk);
  assert_all_there (&disk);
  assert_draft (&disk, 1);

  /* Whatever is asked for now is done or refused, and nothing in between. */
  some = dup_any (&disk);
  if (!save (&disk, some, 2, &error))
    g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);
  g_clear_error (&error);
  assert_all_there (&disk);
  if (!save_draft (&disk, 2, &error))
    {
      g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);
      assert_draft (&disk, 1);
    }
  g_clear_error (&error);

  /* The same open journal goes on as soon as there is space. */
  n_before = g_hash_table_size (disk.versions);
  drop_ballast (&disk);
  save_new (&disk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (disk.versions), ==, n_before + 1);
  save (&disk, some, 3, &error);
  g_assert_no_error (error);
  save_draft (&disk, 3, &error);
  g_assert_no_error (error);
  assert_draft (&disk, 3);
  assert_all_there (&disk);

  assert_sound_after_closing (&disk);
  tear_down (&disk);
}

static gboolean
delete (Disk        *disk,
        const char  *uuid,
        GError     **error)
{
  g_autoptr (GAsyncResult) hidden = NULL;
  g_autoptr (GAsyncResult) purged = NULL;
  GAsyncResult *slot = NULL;

  thaw_journal_hide_async (disk->base.journal, uuid, NULL, thaw_test_store_result_cb, &slot);
  hidden = thaw_test_await (&slot);
  if (!thaw_journal_hide_finish (disk->base.journal, hidden, error))
    return FALSE;

  /* Hidden is enough for a person; purging may wait. */
  g_hash_table_remove (disk->versions, uuid);
  thaw_journal_purge_async (disk->base.journal, NULL, NULL, thaw_test_store_result_cb, &slot);
  purged = thaw_test_await (&slot);

  return thaw_journal_purge_finish (disk->base.journal, purged, error);
}

static void
test_deleting (void)
{
  Disk disk;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (!set_up (&disk))
    return;

  write_ballast (&disk, BALLAST_SIZE);
  open_journal (&disk);
  fill (&disk);

  /* To delete needs space, too. */
  one = dup_any (&disk);
  if (!delete (&disk, one, &error))
    g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);
  g_clear_error (&error);
  assert_all_there (&disk);

  drop_ballast (&disk);
  other = dup_any (&disk);
  delete (&disk, other, &error);
  g_assert_no_error (error);

  assert_sound_after_closing (&disk);
  tear_down (&disk);
}

static guint
count_files (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
test_backup (void)
{
  Disk disk;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint n_files;

  if (!set_up (&disk))
    return;

  open_journal (&disk);
  fill (&disk);
  n_files = count_files (disk.mount_point);
  path = g_build_filename (disk.mount_point, "copy.db", NULL);
  g_assert_false (thaw_database_backup_sync (disk.base.database, path, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);

  /* No half of a copy takes what little space there is. */
  g_assert_cmpuint (count_files (disk.mount_point), ==, n_files);
  assert_all_there (&disk);

  assert_sound_after_closing (&disk);
  tear_down (&disk);
}

static void
test_opening (void)
{
  Disk disk;
  g_autoptr (GError) error = NULL;

  if (!set_up (&disk))
    return;

  /* A journal that is new is not left behind by halves. */
  write_ballast (&disk, G_MAXSIZE);
  g_assert_false (thaw_database_open_sync (disk.base.database, THAW_DATABASE_READ_WRITE, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (g_file_test (thaw_database_get_path (disk.base.database), G_FILE_TEST_EXISTS));

  drop_ballast (&disk);
  open_journal (&disk);
  save_new (&disk, &error);
  g_assert_no_error (error);
  thaw_database_close (disk.base.database);

  /* One that is there is not touched if it cannot be opened for writing. */
  write_ballast (&disk, G_MAXSIZE);
  if (!thaw_database_open_sync (disk.base.database, THAW_DATABASE_READ_WRITE, &error))
    g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_FULL);
  else
    assert_all_there (&disk);
  g_clear_error (&error);
  thaw_database_close (disk.base.database);

  drop_ballast (&disk);
  open_journal (&disk);
  assert_all_there (&disk);
  save_new (&disk, &error);
  g_assert_no_error (error);

  assert_sound_after_closing (&disk);
  tear_down (&disk);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_disk_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disk-full/saving", test_saving);
  g_test_add_func ("/disk-full/deleting", test_deleting);
  g_test_add_func ("/disk-full/backup", test_backup);
  g_test_add_func ("/disk-full/opening", test_opening);

  return g_test_run ();
}
