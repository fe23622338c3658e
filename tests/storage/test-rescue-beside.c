/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-rescue-beside"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-activity-store.h"
#include "thaw-article-mark-store.h"
#include "thaw-care-store.h"
#include "thaw-line-store.h"
#include "thaw-pattern-store.h"
#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-plan-store.h"
#include "thaw-prompt-store.h"
#include "thaw-reminder-store.h"
#include "thaw-rescue.h"
#include "thaw-salvage.h"
#include "thaw-session-store.h"
#include "thaw-uuid.h"
#include "thaw-word-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is beside the entries comes out of a damaged journal, too. */

#define N_IN_BACKUP 500
#define N_SESSIONS 3000
#define PAGE_SIZE 4096
#define N_PEOPLE 400
#define N_MARKS 30
#define PLANNED "0195e4a0-0000-7000-8000-000000000001"

typedef struct
{
  ThawStorageTest base;
  ThawSessionStore *sessions;
} Fixture;

static ThawSession *
make_session (int number)
{
  ThawSession *session = thaw_session_new (THAW_ACTIVITY_REST, "nap", "A nap");
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (1700000000 + number * 3600);
  g_autofree char *note = g_strdup_printf ("note %d", number);

  session->moment = thaw_moment_from_time (time);
  session->uuid = thaw_uuid_new (session->moment.utc_ms);
  session->ending = THAW_SESSION_LOGGED;
  session->actual_ms = number * 1000;
  session->felt = number % 11;
  session->modified_ms = session->moment.utc_ms;
  thaw_session_set_note (session, note);

  return session;
}

static void
import_sessions (Fixture *fixture,
                 int      first,
                 int      last)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (GError) error = NULL;

  for (int i = first; i < last; i++)
    g_ptr_array_add (batch->sessions, make_session (i));
  thaw_journal_import_batch_sync (fixture->base.journal, batch, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static ThawPerson *
make_person (int number)
{
  g_autofree char *name = g_strdup_printf ("Somebody %03d", number);
  ThawPerson *person = thaw_person_new (THAW_PERSON_FRIEND, name);

  person->id = g_strdup_printf ("0195e4a0-0000-7000-8000-%012d", 1000 + number);
  person->photo = g_strdup_printf ("0195e4a0-0000-7000-8000-%012d", 2000 + number);
  person->modified_ms = 1000;
  /* Enough for a good number of pages. */
  person->notes = g_strnfill (300, (char) ('a' + number % 26));
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d-%d-%0300d", number, i, 0);

      g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, "work", value));
    }

  return person;
}

static GBytes *
make_image (int number)
{
  g_autofree char *image = g_strdup_printf ("\xff\xd8\xff%01000d", number);

  return g_bytes_new (image, strlen (image));
}

static void
import_people (Fixture *fixture)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_PEOPLE; i++)
    {
      ThawPerson *person = make_person (i);
      g_autoptr (GBytes) image = make_image (i);
      ThawPhoto *photo = thaw_photo_new (image);

      photo->id = g_strdup (person->photo);
      photo->modified_ms = 1000;
      g_ptr_array_add (batch->photos, photo);
      g_ptr_array_add (batch->people, person);
    }
  thaw_journal_import_batch_sync (fixture->base.journal, batch, FALSE, NULL, &error);
  g_assert_no_error (error);
}

/* One of each other kind. */
static void
import_others (Fixture *fixture)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  ThawPlan *plan = thaw_plan_new (thaw_day_new (2026, 3, 29), THAW_ACTIVITY_REST, "nap", "A nap");
  g_autoptr (GError) error = NULL;

  plan->uuid = g_strdup (PLANNED);
  g_ptr_array_add (batch->own_prompts, thaw_own_prompt_new ("Own?"));
  g_ptr_array_add (batch->own_activities, thaw_activity_new (NULL, THAW_ACTIVITY_OTHER, "Own thing"));
  g_ptr_array_add (batch->favourites, g_strdup ("nap"));
  g_ptr_array_add (batch->patterns, thaw_breath_pattern_new (NULL, "Own breath"));
  g_ptr_array_add (batch->plans, plan);
  g_ptr_array_add (batch->care_items, thaw_care_item_new (THAW_CARE_SAFETY, 0, "Own words"));
  g_ptr_array_add (batch->own_lines, thaw_own_line_new ("Own line", "1"));
  g_ptr_array_add (batch->article_marks, thaw_article_mark_new ("cbt"));
  g_ptr_array_add (batch->reminders, thaw_reminder_new ("Own tea", "practice:nap"));
  thaw_journal_import_batch_sync (fixture->base.journal, batch, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
back_up (Fixture *fixture,
         ThawDay  day)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_database_backup_daily_async (fixture->base.database, day, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_database_backup_daily_finish (fixture->base.database, result, &error);
  g_assert_no_error (error);
}

/* A journal with a backup of its first sessions; closed. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->sessions = thaw_session_store_new (fixture->base.database, fixture->base.clock);
  import_sessions (fixture, 0, N_IN_BACKUP);
  back_up (fixture, thaw_day_new (2026, 3, 28));
  /* What comes first is on the first pages, which stay whole. */
  import_others (fixture);
  import_sessions (fixture, N_IN_BACKUP, N_SESSIONS);
  thaw_database_close (fixture->base.database);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->sessions));
  thaw_storage_test_tear_down (&fixture->base, data);
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Overwrites pages in the second half of the file, where there is nothing but sessions and their indexes. */
static void
damage_pages (Fixture *fixture,
              int      n_pages)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  GStatBuf info;
  int fd = open (thaw_database_get_path (fixture->base.database), O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (g_stat (thaw_database_get_path (fixture->base.database), &info), ==, 0);
  for (int i = 0; i < n_pages; i++)
    {
      guint32 noise[PAGE_SIZE / 4];
      int n_all = (int) (info.st_size / PAGE_SIZE);
      goffset page = g_rand_int_range (rand, n_all / 2, n_all);

      for (guint j = 0; j < G_N_ELEMENTS (noise); j++)
        noise[j] = g_rand_int (rand);
      g_assert_cmpint (pwrite (fd, noise, PAGE_SIZE, page * PAGE_SIZE), ==, PAGE_SIZE);
    }
  close (fd);
}

static void
restore (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ThawRescueReport) report = NULL;
  g_autoptr (GError) error = NULL;

  backups = thaw_rescue_list_backups (fixture->base.directory, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, >, 0);
  report = thaw_rescue_restore_sync (fixture->base.directory, ((ThawBackup *) backups->pdata[0])->path,
                                     fixture->base.clock, NULL, NULL, &error);
  g_assert_no_error (error);
  thaw_storage_test_reopen (&fixture->base);
  thaw_database_verify_sync (fixture->base.database, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_sessions (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = thaw_session_store_list_days (fixture->sessions, THAW_DAY_NONE, THAW_DAY_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      ThawSession *session = g_ptr_array_index (all, i);
      int number = (int) (session->actual_ms / 1000);
      g_autoptr (ThawSession) expected = make_session (number);

      /* What is there is what was written. */
      g_free (expected->uuid);
      expected->uuid = g_strdup (session->uuid);
      g_assert_true (thaw_session_equal (session, expected));
    }

  return all->len;
}

static void
assert_others (Fixture *fixture)
{
  g_autoptr (ThawActivityStore) activities = thaw_activity_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawPatternStore) patterns = thaw_pattern_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawPlanStore) plans = thaw_plan_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawPromptStore) prompts = thaw_prompt_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawCareStore) care = thaw_care_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawLineStore) lines = thaw_line_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawArticleMarkStore) marks = thaw_article_mark_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawReminderStore) reminders = thaw_reminder_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (GPtrArray) own = thaw_activity_store_list (activities, NULL);
  g_autoptr (GPtrArray) favourites = thaw_activity_store_list_favourites (activities, NULL);
  g_autoptr (GPtrArray) own_patterns = thaw_pattern_store_list (patterns, NULL);
  g_autoptr (GPtrArray) planned = thaw_plan_store_list_day (plans, thaw_day_new (2026, 3, 29), NULL);
  g_autoptr (GPtrArray) asked = thaw_prompt_store_list (prompts, NULL);
  g_autoptr (GPtrArray) items = thaw_care_store_list (care, NULL);
  g_autoptr (GPtrArray) own_lines = thaw_line_store_list (lines, NULL);
  g_autoptr (GPtrArray) article_marks = thaw_article_mark_store_list (marks, NULL);
  g_autoptr (GPtrArray) own_reminders = thaw_reminder_store_list (reminders, NULL);

  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (((ThawActivity *) own->pdata[0])->name, ==, "Own thing");
  g_assert_cmpuint (favourites->len, ==, 1);
  g_assert_cmpstr (favourites->pdata[0], ==, "nap");
  g_assert_cmpuint (own_patterns->len, ==, 1);
  g_assert_cmpuint (planned->len, ==, 1);
  g_assert_cmpstr (((ThawPlan *) planned->pdata[0])->uuid, ==, PLANNED);
  g_assert_cmpuint (asked->len, ==, 1);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((ThawCareItem *) items->pdata[0])->text, ==, "Own words");
  g_assert_cmpuint (own_lines->len, ==, 1);
  g_assert_cmpuint (article_marks->len, ==, 1);
  g_assert_cmpuint (own_reminders->len, ==, 1);
  g_assert_cmpstr (((ThawReminder *) own_reminders->pdata[0])->title, ==, "Own tea");
}

/* How many there are, who are who was written; how many still have all their ways, and their photo. */
static guint
count_people (Fixture *fixture,
              guint   *out_n_reachable,
              guint   *out_n_pictured)
{
  g_autoptr (ThawPeopleStore) people = thaw_people_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawPhotoStore) photos = thaw_photo_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = thaw_people_store_list (people, &error);

  g_assert_no_error (error);
  *out_n_reachable = *out_n_pictured = 0;
  for (guint i = 0; i < all->len; i++)
    {
      ThawPerson *person = all->pdata[i];
      int number = atoi (person->name + strlen ("Somebody "));
      g_autoptr (ThawPerson) expected = make_person (number);
      g_autoptr (ThawPhoto) photo = thaw_photo_store_get (photos, person->photo, NULL);
      g_autoptr (GBytes) image = make_image (number);

      g_assert_cmpstr (person->id, ==, expected->id);
      g_assert_cmpstr (person->notes, ==, expected->notes);
      g_assert_cmpstr (person->photo, ==, expected->photo);
      g_assert_true (person->ways->len == expected->ways->len || person->ways->len == 0);
      for (guint j = 0; j < person->ways->len; j++)
        g_assert_true (thaw_contact_way_equal (person->ways->pdata[j], expected->ways->pdata[j]));
      g_assert_true (photo == NULL || g_bytes_equal (photo->data, image));
      *out_n_reachable += person->ways->len > 0 ? 1 : 0;
      *out_n_pictured += photo != NULL ? 1 : 0;
    }

  return all->len;
}

static void
test_sound (Fixture       *fixture,
            gconstpointer  data)
{
  restore (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, N_SESSIONS);
  assert_others (fixture);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  guint n;

  damage_pages (fixture, 5);
  restore (fixture);
  n = count_sessions (fixture);
  g_test_message ("%u of %d", n, N_SESSIONS);
  g_assert_cmpuint (n, <, N_SESSIONS);
  g_assert_cmpuint (n, >, N_SESSIONS * 9 / 10);
  assert_others (fixture);
}

/* All people are in the second half of the file, and of their pages some are damaged. */
static void
test_damaged_people (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n, n_reachable, n_pictured;

  thaw_storage_test_reopen (&fixture->base);
  execute (fixture, "DELETE FROM session; VACUUM;");
  import_people (fixture);
  thaw_database_close (fixture->base.database);
  damage_pages (fixture, 12);
  restore (fixture);
  n = count_people (fixture, &n_reachable, &n_pictured);
  g_test_message ("%u of %d, %u of them with their ways, %u with their photo", n, N_PEOPLE, n_reachable, n_pictured);
  g_assert_cmpuint (n, >, N_PEOPLE * 3 / 4);
  g_assert_cmpuint (n_reachable, <, n);
  g_assert_cmpuint (n_reachable, >, N_PEOPLE / 2);
  g_assert_cmpuint (n_pictured, <, n);
  g_assert_cmpuint (n_pictured, >, N_PEOPLE / 2);
  assert_others (fixture);
}

/* Notes are long: of those that fill many pages, what stands on the sound ones is taken over. */
static void
test_damaged_notes (Fixture       *fixture,
                    gconstpointer  data)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (ThawArticleMarkStore) marks = thaw_article_mark_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notes = 0;

  thaw_storage_test_reopen (&fixture->base);
  execute (fixture, "DELETE FROM session; VACUUM;");
  for (int i = 0; i < N_MARKS; i++)
    {
      g_autofree char *article = g_strdup_printf ("article-%02d", i);
      ThawArticleMark *mark = thaw_article_mark_new (article);

      mark->note = g_strnfill (20000, (char) ('a' + i % 26));
      g_ptr_array_add (batch->article_marks, mark);
    }
  g_assert_true (thaw_journal_import_batch_sync (fixture->base.journal, batch, FALSE, NULL, &error));
  thaw_database_close (fixture->base.database);
  damage_pages (fixture, 6);
  restore (fixture);
  all = thaw_article_mark_store_list (marks, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const ThawArticleMark *mark = all->pdata[i];

      n_notes += mark->note != NULL && strlen (mark->note) == 20000 ? 1 : 0;
    }
  g_assert_cmpuint (n_notes, >, N_MARKS / 2);
  g_assert_cmpuint (n_notes, <, N_MARKS);
}

static guint
count_favourites (Fixture *fixture)
{
  g_autoptr (ThawPeopleStore) people = thaw_people_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (GPtrArray) all = thaw_people_store_list (people, NULL);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((ThawPerson *) all->pdata[i])->is_favourite ? 1 : 0;

  return n;
}

/* What was said of somebody since the backup is taken over, and their numbers, where they are damaged, stay those of
 * the backup. */
static void
test_damaged_ways (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_reachable, n_pictured;

  thaw_storage_test_reopen (&fixture->base);
  execute (fixture, "DELETE FROM session; VACUUM;");
  import_people (fixture);
  back_up (fixture, thaw_day_new (2026, 3, 30));
  execute (fixture, "UPDATE person SET is_favourite = 1, modified_ms = 2000;");
  thaw_database_close (fixture->base.database);
  damage_pages (fixture, 12);
  restore (fixture);
  g_assert_cmpuint (count_people (fixture, &n_reachable, &n_pictured), ==, N_PEOPLE);
  g_assert_cmpuint (n_reachable, ==, N_PEOPLE);
  g_assert_cmpuint (n_pictured, ==, N_PEOPLE);
  g_assert_cmpuint (count_favourites (fixture), >, N_PEOPLE * 3 / 4);
}

/* Of a sound file everybody is there, but for who was removed since the backup. */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPeopleStore) people = thaw_people_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPerson) removed = make_person (7);
  guint n_reachable, n_pictured;

  thaw_storage_test_reopen (&fixture->base);
  import_people (fixture);
  back_up (fixture, thaw_day_new (2026, 3, 30));
  g_assert_true (thaw_people_store_remove_sync (people, removed->id, &error));
  thaw_database_close (fixture->base.database);
  restore (fixture);
  g_assert_cmpuint (count_people (fixture, &n_reachable, &n_pictured), ==, N_PEOPLE - 1);
  g_assert_cmpuint (n_reachable, ==, N_PEOPLE - 1);
  g_assert_cmpuint (n_pictured, ==, N_PEOPLE - 1);
  g_assert_null (thaw_people_store_get (people, removed->id, NULL));
}

/* One row of nonsense does not keep the others from being taken over. */
static void
test_nonsense (Fixture       *fixture,
               gconstpointer  data)
{
  execute (fixture,
           "PRAGMA ignore_check_constraints = ON;"
           "UPDATE session SET uuid = 'nonsense' WHERE id = 2000;"
           "UPDATE session SET modified_ms = -1 WHERE id = 2001;"
           "UPDATE session SET day = '2026-99-99' WHERE id = 2002;"
           "INSERT INTO own_prompt (uuid, text, modified_ms) VALUES ('nonsense', 'Why?', 1);");
  restore (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, N_SESSIONS - 3);
  assert_others (fixture);
}

/* Of all that a backup brings back, what the person deleted since is not wanted; nor does it come with an old export. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawWordStore) words = thaw_word_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawOwnWord) word = thaw_own_word_new ("saudade", NULL);
  g_autoptr (ThawOwnWord) saved_word = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) own_words = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_utc (2026, 4, 2, 0, 0, 0);
  g_autoptr (GError) error = NULL;
  ThawSession *in_backup, *newer, *kept;
  g_autoptr (ThawSession) kept_again = NULL;
  ThawImportBatch *old_export;
  ThawJournalImportCounts counts;
  GAsyncResult *slot = NULL;

  /* A backup with a word, too. */
  thaw_storage_test_reopen (&fixture->base);
  saved_word = thaw_word_store_save_own_sync (words, word, &error);
  g_assert_no_error (error);
  thaw_database_backup_daily_async (fixture->base.database, thaw_day_new (2026, 3, 29), NULL,
                                    thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_database_backup_daily_finish (fixture->base.database, result, &error));

  sessions = thaw_session_store_list_days (fixture->sessions, THAW_DAY_NONE, THAW_DAY_NONE, &error);
  in_backup = sessions->pdata[10];
  newer = sessions->pdata[N_IN_BACKUP + 10];
  kept = sessions->pdata[20];
  thaw_clock_set_now (fixture->base.clock, later);
  g_assert_true (thaw_session_store_remove_sync (fixture->sessions, in_backup->uuid, &error));
  g_assert_true (thaw_session_store_remove_sync (fixture->sessions, newer->uuid, &error));
  g_assert_true (thaw_session_store_remove_sync (fixture->sessions, kept->uuid, &error));
  kept_again = thaw_session_store_save_sync (fixture->sessions, kept, &error);
  g_assert_true (thaw_word_store_remove_own_sync (words, "saudade", &error));
  thaw_database_close (fixture->base.database);

  restore (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, N_SESSIONS - 2);
  g_assert_null (thaw_session_store_get (fixture->sessions, in_backup->uuid, NULL));
  g_assert_null (thaw_session_store_get (fixture->sessions, newer->uuid, NULL));
  own_words = thaw_word_store_list_own (words, &error);
  g_assert_cmpuint (own_words->len, ==, 0);

  old_export = thaw_import_batch_new ();
  g_ptr_array_add (old_export->sessions, thaw_session_copy (in_backup));
  g_ptr_array_add (old_export->own_words, thaw_own_word_copy (saved_word));
  thaw_journal_import_batch_sync (fixture->base.journal, old_export, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_others, ==, 0);
}

/* What was running when it was damaged is there, and is settled at the next start. */
static void
test_running (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) last = NULL;

  execute (fixture, "UPDATE session SET ending = 'running' WHERE id = 3000");
  restore (fixture);
  last = thaw_session_store_get_last (fixture->sessions, &error);
  g_assert_cmpint (last->actual_ms, ==, (N_SESSIONS - 2) * 1000);
  g_clear_pointer (&last, thaw_session_free);
  g_assert_true (thaw_session_store_settle_sync (fixture->sessions, &error));
  last = thaw_session_store_get_last (fixture->sessions, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last->actual_ms, ==, (N_SESSIONS - 1) * 1000);
  g_assert_cmpint (last->ending, ==, THAW_SESSION_LEFT);
}

static void
save_state (ThawReminderStore *reminders,
            const char        *uuid,
            ThawCivil          last)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_record_free);
  ThawReminderState state = { .rule_ms = 1, .last = last };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  g_ptr_array_add (records, thaw_reminder_record_new (uuid, &state));
  thaw_reminder_store_save_states_async (reminders, records, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_reminder_store_save_states_finish (reminders, result, &error));
  g_assert_no_error (error);
}

static ThawCivil
get_last (ThawReminderStore *reminders,
          const char        *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = thaw_reminder_store_list_states (reminders, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < states->len; i++)
    {
      const ThawReminderRecord *record = states->pdata[i];

      if (g_str_equal (record->uuid, uuid))
        return record->state.last;
    }

  return THAW_CIVIL_NONE;
}

/* What came since the backup does not come again, as far as that can be read; else what the backup knows is true. */
static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawReminderStore) reminders = thaw_reminder_store_new (fixture->base.database, fixture->base.clock);
  gboolean is_readable = GPOINTER_TO_INT (data);
  ThawCivil before = thaw_civil_new (thaw_day_new (2026, 3, 28), 540);
  ThawCivil after = thaw_civil_new (thaw_day_new (2026, 3, 29), 540);

  thaw_storage_test_reopen (&fixture->base);
  save_state (reminders, PLANNED, before);
  back_up (fixture, thaw_day_new (2026, 3, 30));
  save_state (reminders, PLANNED, after);
  save_state (reminders, "0195e4a0-0000-7000-8000-000000000002", after);
  thaw_database_close (fixture->base.database);
  if (!is_readable)
    execute (fixture, "DROP TABLE reminder_state");
  restore (fixture);
  g_assert_cmpint (get_last (reminders, PLANNED), ==, is_readable ? after : before);
  g_assert_cmpint (get_last (reminders, "0195e4a0-0000-7000-8000-000000000002"), ==,
                   is_readable ? after : THAW_CIVIL_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/rescue-beside/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("sound", test_sound);
  ADD ("damaged", test_damaged);
  ADD ("people", test_people);
  ADD ("damaged-people", test_damaged_people);
  ADD ("damaged-ways", test_damaged_ways);
  ADD ("damaged-notes", test_damaged_notes);
  ADD ("nonsense", test_nonsense);
  ADD ("deleted", test_deleted);
  ADD ("running", test_running);
  g_test_add ("/storage/rescue-beside/states", Fixture, GINT_TO_POINTER (TRUE), set_up, test_states, tear_down);
  g_test_add ("/storage/rescue-beside/damaged-states", Fixture, NULL, set_up, test_states, tear_down);
#undef ADD

  return g_test_run ();
}
