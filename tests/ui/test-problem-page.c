/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-problem-page"

#include "config.h"
#include "thaw-problem-page.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  ThawTestServices services;
  char *path;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *uuid = NULL;

  thaw_test_services_set_up (&fixture->services);
  fixture->path = g_build_filename (fixture->services.directory, "journal.db", NULL);
  uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "Words");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    thaw_test_ui_close (fixture->window);
  thaw_services_close (fixture->services.services);
  thaw_test_services_tear_down (&fixture->services);
  g_clear_pointer (&fixture->path, g_free);
}

static void
make_backup (Fixture *fixture)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_database_backup_daily_async (database, thaw_day_new (2026, 3, 28), NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_database_backup_daily_finish (database, result, &error);
  g_assert_no_error (error);
}

static void
await_state (Fixture           *fixture,
             ThawServicesState  state)
{
  while (thaw_services_get_state (fixture->services.services) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *fixture)
{
  thaw_services_open (fixture->services.services);
  await_state (fixture, THAW_SERVICES_FAILED);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (thaw_problem_page_new (fixture->services.services)));
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

/* Behind the header: the tables can no longer be found. */
static void
damage (Fixture *fixture)
{
  const char noise[3000] = { 0x25 };
  int fd;

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  fd = g_open (fixture->path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, noise, sizeof noise, 100), ==, sizeof noise);
  close (fd);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (adw_window_get_content (ADW_WINDOW (fixture->window)), type, text);
}

static gboolean
is_offered (Fixture    *fixture,
            const char *label)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);

  return gtk_widget_get_mapped (button);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, label), "clicked");
}

/* The backups are read by somebody else than who draws the page. */
static void
await_backup (Fixture *fixture)
{
  while (!is_offered (fixture, "Open the Last _Backup"))
    g_main_context_iteration (NULL, TRUE);
}

static char *
read_file (Fixture *fixture,
           gsize   *length)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, length, NULL));

  return contents;
}

static void
test_not_a_journal (Fixture       *fixture,
                    gconstpointer  data)
{
  thaw_database_close (thaw_services_get_database (fixture->services.services));
  g_assert_true (g_file_set_contents (fixture->path, "Bread, tea, candles.\n", -1, NULL));
  show (fixture);

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "This Is Not a Journal"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, fixture->path));
  g_assert_true (is_offered (fixture, "_Try Again"));
  g_assert_true (is_offered (fixture, "Show the _Folder"));
  /* A backup is no answer to a file that is of another program. */
  g_assert_false (is_offered (fixture, "Open the Last _Backup"));
  g_assert_false (is_offered (fixture, "_Save What Can Be Read…"));
  /* Where pressing Return helps. */
  g_assert_true (gtk_window_get_focus (fixture->window) == find (fixture, GTK_TYPE_BUTTON, "_Try Again"));

  /* Pressed again and again, it stays the same until the cause is gone. */
  for (guint i = 0; i < 3; i++)
    click (fixture, "_Try Again");
  await_state (fixture, THAW_SERVICES_FAILED);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "This Is Not a Journal"));
  {
    gsize length;
    g_autofree char *contents = read_file (fixture, &length);

    g_assert_cmpstr (contents, ==, "Bread, tea, candles.\n");
  }

  g_unlink (fixture->path);
  click (fixture, "_Try Again");
  await_state (fixture, THAW_SERVICES_READY);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  damage (fixture);
  before = read_file (fixture, &n_before);
  show (fixture);

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "The Journal Is Damaged"));
  g_assert_true (is_offered (fixture, "_Save What Can Be Read…"));
  g_assert_false (is_offered (fixture, "Open the Last _Backup"));
  after = read_file (fixture, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *restore;
  g_autoptr (GPtrArray) entries = NULL;

  make_backup (fixture);
  damage (fixture);
  show (fixture);

  await_backup (fixture);
  restore = find (fixture, GTK_TYPE_BUTTON, "Open the Last _Backup");
  g_assert_true (gtk_window_get_focus (fixture->window) == restore);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "problem-backup");

  click (fixture, "Open the Last _Backup");
  await_state (fixture, THAW_SERVICES_READY);
  entries = thaw_journal_list_newest (fixture->services.journal, THAW_JOURNAL_NEWEST, 10, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
}

/* As show(), but nothing is waited for: no answer can have come yet. */
static void
show_early (Fixture *fixture)
{
  thaw_services_open (fixture->services.services);
  await_state (fixture, THAW_SERVICES_FAILED);
  fixture->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window),
                          GTK_WIDGET (thaw_problem_page_new (fixture->services.services)));
  gtk_window_present (fixture->window);
}

/* A slow disk does not hold up the page, which says what it knows. */
static void
test_backup_comes_later (Fixture       *fixture,
                         gconstpointer  data)
{
  make_backup (fixture);
  damage (fixture);
  show_early (fixture);

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "The Journal Is Damaged"));
  g_assert_true (gtk_widget_get_visible (find (fixture, GTK_TYPE_BUTTON, "_Save What Can Be Read…")));
  g_assert_false (gtk_widget_get_visible (find (fixture, GTK_TYPE_BUTTON, "Open the Last _Backup")));

  /* Where the person has gone meanwhile, they stay. */
  gtk_widget_grab_focus (find (fixture, GTK_TYPE_BUTTON, "Show the _Folder"));
  await_backup (fixture);
  g_assert_true (gtk_window_get_focus (fixture->window) == find (fixture, GTK_TYPE_BUTTON, "Show the _Folder"));

  /* It does not go and come again while the same is asked for once more, nor take the focus. */
  gtk_widget_grab_focus (find (fixture, GTK_TYPE_BUTTON, "_Try Again"));
  click (fixture, "_Try Again");
  await_state (fixture, THAW_SERVICES_FAILED);
  g_assert_true (gtk_widget_get_visible (find (fixture, GTK_TYPE_BUTTON, "Open the Last _Backup")));
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_window_get_focus (fixture->window) == find (fixture, GTK_TYPE_BUTTON, "_Try Again"));
}

/* The page goes before the answer has come. */
static void
test_gone_early (Fixture       *fixture,
                 gconstpointer  data)
{
  make_backup (fixture);
  damage (fixture);
  show_early (fixture);
  thaw_test_ui_close (g_steal_pointer (&fixture->window));
}

/* Pressed on when the journal has been opened meanwhile. */
static void
test_pressed_late (Fixture       *fixture,
                   gconstpointer  data)
{
  make_backup (fixture);
  damage (fixture);
  show (fixture);
  await_backup (fixture);
  click (fixture, "Open the Last _Backup");
  click (fixture, "Open the Last _Backup");
  click (fixture, "_Try Again");
  await_state (fixture, THAW_SERVICES_READY);
  click (fixture, "Open the Last _Backup");
  click (fixture, "_Try Again");
  g_assert_cmpint (thaw_services_get_state (fixture->services.services), ==, THAW_SERVICES_READY);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  make_backup (fixture);
  damage (fixture);
  show (fixture);
  await_backup (fixture);
  gtk_widget_measure (adw_window_get_content (ADW_WINDOW (fixture->window)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/problem-page/not-a-journal", Fixture, NULL, set_up, test_not_a_journal, tear_down);
  g_test_add ("/ui/problem-page/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/ui/problem-page/backup", Fixture, NULL, set_up, test_backup, tear_down);
  g_test_add ("/ui/problem-page/backup-comes-later", Fixture, NULL, set_up, test_backup_comes_later, tear_down);
  g_test_add ("/ui/problem-page/gone-early", Fixture, NULL, set_up, test_gone_early, tear_down);
  g_test_add ("/ui/problem-page/pressed-late", Fixture, NULL, set_up, test_pressed_late, tear_down);
  g_test_add ("/ui/problem-page/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}
