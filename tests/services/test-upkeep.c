/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "thaw-rescue.h"
#include "thaw-services.h"
#include "thaw-test.h"

#define N_ENTRIES 400
#define PAGE_SIZE 4096

static ThawServices *
open_services (const char *directory,
               ThawClock  *clock)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  ThawServices *services = thaw_services_new (directory, clock, settings);

  thaw_services_open (services);
  while (thaw_services_get_state (services) == THAW_SERVICES_OPENING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_services_get_state (services), ==, THAW_SERVICES_READY);

  return services;
}

static void
fill (ThawServices *services,
      int           n_entries)
{
  ThawJournal *journal = thaw_services_get_journal (services);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_entries; i++)
    {
      g_autoptr (ThawEntry) entry = thaw_entry_new ();
      g_autoptr (ThawEntry) saved = NULL;
      ThawMoment now = thaw_clock_get_moment (thaw_services_get_clock (services));
      g_autofree char *text = g_strnfill (2000, 'a' + i % 26);

      thaw_entry_set_moment (entry, &now);
      thaw_entry_set_text (entry, text);
      saved = thaw_journal_save_sync (journal, entry, &error);
      g_assert_no_error (error);
    }
}

static void
damage (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "journal.db", NULL);
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  guint8 noise[PAGE_SIZE];

  memset (noise, 0x5a, sizeof noise);
  for (int page = 60; page < 200; page += 20)
    g_assert_cmpint (pwrite (fd, noise, PAGE_SIZE, page * PAGE_SIZE), ==, PAGE_SIZE);
  close (fd);
}

static GPtrArray *
wait_for_backups (const char *directory,
                  guint       n_backups)
{
  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) backups = thaw_rescue_list_backups (directory, &error);

      if (backups != NULL && backups->len >= n_backups)
        return g_steal_pointer (&backups);

      thaw_test_spin (50);
    }
}

static void
assert_backups (const char *directory,
                guint       n_backups)
{
  g_autoptr (GPtrArray) backups = wait_for_backups (directory, n_backups);

  g_assert_cmpuint (backups->len, ==, n_backups);
}

/* A program that lives for weeks makes the backup of each day, not only of the one on which it was started. */
static void
test_backup_of_each_day (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T09:15:00+01:00");
  g_autoptr (ThawServices) services = open_services (directory, clock);
  g_autoptr (GDateTime) tomorrow = g_date_time_new_from_iso8601 ("2026-11-24T00:00:00+01:00", NULL);
  g_autoptr (GDateTime) later = g_date_time_new_from_iso8601 ("2026-11-26T07:00:00+01:00", NULL);

  fill (services, 1);
  assert_backups (directory, 1);
  fill (services, 1);
  thaw_clock_set_now (clock, tomorrow);

  /* Also of one that begins while the one before is being made. */
  thaw_clock_set_now (clock, later);
  assert_backups (directory, 3);
  thaw_services_close (services);
}

static void
on_restored_cb (ThawServices *services,
                guint         n_restored,
                guint         n_rescued,
                guint        *out_n_restored)
{
  *out_n_restored = n_restored;
}

static void
test_backup_damage_restore (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T09:15:00+01:00");
  g_autoptr (ThawServices) services = open_services (directory, clock);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint n_restored = 0;
  ThawBackup *backup;

  fill (services, N_ENTRIES);
  backups = wait_for_backups (directory, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->n_entries, ==, N_ENTRIES);
  thaw_services_close (services);
  g_clear_object (&services);

  /* What cannot be read is found without anybody asking for it, and nothing is written any more. */
  damage (directory);
  services = open_services (directory, clock);
  while (thaw_services_get_state (services) == THAW_SERVICES_READY)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_services_get_state (services), ==, THAW_SERVICES_FAILED);
  g_assert_error (thaw_services_get_error (services), THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_DAMAGED);
  g_assert_false (thaw_database_is_open (thaw_services_get_database (services)));

  g_signal_connect (services, "restored", G_CALLBACK (on_restored_cb), &n_restored);
  thaw_services_restore (services, backup->path);
  while (thaw_services_get_state (services) == THAW_SERVICES_OPENING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_services_get_state (services), ==, THAW_SERVICES_READY);
  g_assert_cmpuint (n_restored, ==, N_ENTRIES);
  entries = thaw_journal_list_newest (thaw_services_get_journal (services), THAW_JOURNAL_NEWEST, 1000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);

  thaw_services_close (services);
}

static void
test_backup_that_is_gone (void)
{
  g_autoptr (ThawTestDir) directory = thaw_test_make_dir ();
  g_autofree char *journal = g_build_filename (directory, "journal.db", NULL);
  g_autofree char *missing = g_build_filename (directory, "missing.db", NULL);
  g_autoptr (ThawClock) clock = thaw_test_make_clock ("2026-11-23T09:15:00+01:00");
  g_autoptr (ThawSettings) settings = thaw_settings_new ();
  g_autoptr (ThawServices) services = thaw_services_new (directory, clock, settings);
  g_autofree char *contents = NULL;

  g_file_set_contents (journal, "something else", -1, NULL);
  thaw_services_open (services);
  while (thaw_services_get_state (services) == THAW_SERVICES_OPENING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_services_get_state (services), ==, THAW_SERVICES_FAILED);

  thaw_services_restore (services, missing);
  while (thaw_services_get_state (services) == THAW_SERVICES_OPENING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (thaw_services_get_state (services), ==, THAW_SERVICES_FAILED);
  g_file_get_contents (journal, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "something else");
  thaw_services_close (services);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/upkeep/backup-of-each-day", test_backup_of_each_day);
  g_test_add_func ("/services/upkeep/backup-damage-restore", test_backup_damage_restore);
  g_test_add_func ("/services/upkeep/backup-that-is-gone", test_backup_that_is_gone);

  return g_test_run ();
}
