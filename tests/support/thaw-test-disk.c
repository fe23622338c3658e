/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For unshare(). */
#define _GNU_SOURCE
#define G_LOG_DOMAIN "thaw-test-disk"

#include "config.h"
#include "thaw-test-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

/* Small file systems for a test, which nobody else sees and which end with it at the latest. */

/* Why there can be none, or NULL. */
static char *no_disk_reason;

static gboolean
write_text (const char *path,
            const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);

  return ok;
}

/**
 * thaw_test_disk_init:
 *
 * Gives the process mounts of its own, if the machine lets it. To be called
 * before there is any other thread.
 */
void
thaw_test_disk_init (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getegid ());
  gboolean is_root = geteuid () == 0;

  if (unshare (is_root ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0)
    no_disk_reason = g_strdup_printf ("There is no namespace to mount in: %s", g_strerror (errno));
  else if (!is_root && (!write_text ("/proc/self/uid_map", users) || !write_text ("/proc/self/setgroups", "deny") ||
                        !write_text ("/proc/self/gid_map", groups)))
    no_disk_reason = g_strdup_printf ("There is no user who may mount: %s", g_strerror (errno));
  else if (mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    no_disk_reason = g_strdup_printf ("Mounts cannot be kept private: %s", g_strerror (errno));
}

/**
 * thaw_test_disk_mount:
 * @directory: an empty folder
 * @n_bytes: how much is to fit on the disk
 *
 * Mounts an empty disk there, or skips the test.
 *
 * Returns: whether there is one
 */
gboolean
thaw_test_disk_mount (const char *directory,
                      guint       n_bytes)
{
  g_autofree char *size = g_strdup_printf ("size=%u", n_bytes);

  if (no_disk_reason == NULL && mount ("tmpfs", directory, "tmpfs", MS_NOSUID | MS_NODEV, size) != 0)
    no_disk_reason = g_strdup_printf ("No disk can be mounted: %s", g_strerror (errno));

  if (no_disk_reason != NULL)
    g_test_skip (no_disk_reason);

  return no_disk_reason == NULL;
}

/**
 * thaw_test_disk_set_read_only:
 * @directory: where the disk is mounted
 *
 * Makes it a disk that can only be read.
 */
void
thaw_test_disk_set_read_only (const char *directory)
{
  g_assert_cmpint (mount (NULL, directory, NULL, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, NULL), ==, 0);
}

void
thaw_test_disk_unmount (const char *directory)
{
  g_assert_cmpint (umount (directory), ==, 0);
}
