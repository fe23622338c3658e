/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-support-import"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-article-mark-store.h"
#include "thaw-care-store.h"
#include "thaw-line-store.h"
#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-reminder-store.h"

#define UUID "0195e4a0-0000-7000-8000-00000000000"
#define PERSON UUID "1"
#define PHOTO UUID "2"
#define ITEM UUID "3"
#define LINE UUID "4"
#define MARK UUID "5"
#define REMINDER UUID "6"

/* How many kinds there are. */
#define N_KINDS 6

/* People, photos, the care plan, own lines, marks and reminders come from a file: all of them or none, and the newest wins. */

typedef struct
{
  ThawStorageTest base;
  ThawPeopleStore *people;
  ThawPhotoStore *photos;
  ThawCareStore *care;
  ThawLineStore *lines;
  ThawArticleMarkStore *marks;
  ThawReminderStore *reminders;
  guint n_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ThawDatabase *database;
  ThawClock *clock;

  thaw_storage_test_set_up (&fixture->base, data);
  database = fixture->base.database;
  clock = fixture->base.clock;
  fixture->people = thaw_people_store_new (database, clock);
  fixture->photos = thaw_photo_store_new (database, clock);
  fixture->care = thaw_care_store_new (database, clock);
  fixture->lines = thaw_line_store_new (database, clock);
  fixture->marks = thaw_article_mark_store_new (database, clock);
  fixture->reminders = thaw_reminder_store_new (database, clock);
  g_signal_connect_swapped (fixture->people, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->photos, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->care, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->lines, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->marks, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect_swapped (fixture->reminders, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->people));
  g_assert_finalize_object (g_steal_pointer (&fixture->photos));
  g_assert_finalize_object (g_steal_pointer (&fixture->care));
  g_assert_finalize_object (g_steal_pointer (&fixture->lines));
  g_assert_finalize_object (g_steal_pointer (&fixture->marks));
  g_assert_finalize_object (g_steal_pointer (&fixture->reminders));
  thaw_storage_test_tear_down (&fixture->base, data);
}

static GBytes *
make_image (const char *word)
{
  g_autofree char *image = g_strconcat ("\xff\xd8\xff", word, NULL);

  return g_bytes_new (image, strlen (image));
}

/* One of each, which say @word. */
static ThawImportBatch *
make_batch (gint64      modified_ms,
            const char *word)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (GBytes) image = make_image (word);
  ThawPerson *person = thaw_person_new (THAW_PERSON_FRIEND, word);
  ThawPhoto *photo = thaw_photo_new (image);
  ThawCareItem *item = thaw_care_item_new (THAW_CARE_PEOPLE, 0, word);
  ThawOwnLine *line = thaw_own_line_new (word, "1");
  ThawArticleMark *mark = thaw_article_mark_new ("cbt");
  ThawReminder *reminder = thaw_reminder_new (word, "person:" PERSON);

  person->id = g_strdup (PERSON);
  person->photo = g_strdup (PHOTO);
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_MESSENGER, NULL, word));
  photo->id = g_strdup (PHOTO);
  item->id = g_strdup (ITEM);
  item->person = g_strdup (PERSON);
  line->id = g_strdup (LINE);
  mark->id = g_strdup (MARK);
  mark->note = g_strdup (word);
  /* What is on there is on here, and what is not is not. */
  reminder->uuid = g_strdup (REMINDER);
  reminder->is_on = modified_ms % 2 == 0;
  person->modified_ms = photo->modified_ms = item->modified_ms = line->modified_ms = mark->modified_ms = modified_ms;
  reminder->modified_ms = modified_ms;
  g_ptr_array_add (batch->people, person);
  g_ptr_array_add (batch->photos, photo);
  g_ptr_array_add (batch->care_items, item);
  g_ptr_array_add (batch->own_lines, line);
  g_ptr_array_add (batch->article_marks, mark);
  g_ptr_array_add (batch->reminders, reminder);

  return batch;
}

static guint
import (Fixture         *fixture,
        ThawImportBatch *batch,
        gboolean         dry_run)
{
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts = { 0 };

  thaw_journal_import_batch_sync (fixture->base.journal, batch, dry_run, &counts, &error);
  g_assert_no_error (error);

  return counts.n_others;
}

/* There is one of each, which says @word; or none of any, if it is NULL. */
static void
assert_all (Fixture    *fixture,
            const char *word)
{
  g_autoptr (GPtrArray) people = thaw_people_store_list (fixture->people, NULL);
  g_autoptr (ThawPhoto) photo = thaw_photo_store_get (fixture->photos, PHOTO, NULL);
  g_autoptr (GPtrArray) items = thaw_care_store_list (fixture->care, NULL);
  g_autoptr (GPtrArray) lines = thaw_line_store_list (fixture->lines, NULL);
  g_autoptr (GPtrArray) marks = thaw_article_mark_store_list (fixture->marks, NULL);
  g_autoptr (GPtrArray) reminders = thaw_reminder_store_list (fixture->reminders, NULL);
  const ThawReminder *reminder;
  g_autoptr (GBytes) image = NULL;
  guint n = word != NULL ? 1 : 0;

  g_assert_cmpuint (people->len, ==, n);
  g_assert_cmpuint (items->len, ==, n);
  g_assert_cmpuint (lines->len, ==, n);
  g_assert_cmpuint (marks->len, ==, n);
  g_assert_cmpuint (reminders->len, ==, n);
  g_assert_true ((photo != NULL) == (word != NULL));
  if (word == NULL)
    return;

  image = make_image (word);
  g_assert_cmpstr (((ThawPerson *) people->pdata[0])->name, ==, word);
  g_assert_cmpuint (((ThawPerson *) people->pdata[0])->ways->len, ==, 1);
  g_assert_cmpstr (((ThawContactWay *) ((ThawPerson *) people->pdata[0])->ways->pdata[0])->value, ==, word);
  g_assert_true (g_bytes_equal (photo->data, image));
  g_assert_cmpstr (((ThawCareItem *) items->pdata[0])->text, ==, word);
  g_assert_cmpstr (((ThawOwnLine *) lines->pdata[0])->name, ==, word);
  g_assert_cmpstr (((ThawArticleMark *) marks->pdata[0])->note, ==, word);
  reminder = reminders->pdata[0];
  g_assert_cmpstr (reminder->title, ==, word);
  g_assert_cmpstr (reminder->opens, ==, "person:" PERSON);
  g_assert_cmpint (reminder->is_on, ==, reminder->modified_ms % 2 == 0);
}

static void
remove_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (thaw_people_store_remove_sync (fixture->people, PERSON, &error));
  g_assert_true (thaw_photo_store_remove_sync (fixture->photos, PHOTO, &error));
  g_assert_true (thaw_care_store_remove_sync (fixture->care, ITEM, &error));
  g_assert_true (thaw_line_store_remove_sync (fixture->lines, LINE, &error));
  g_assert_true (thaw_article_mark_store_remove_sync (fixture->marks, MARK, &error));
  g_assert_true (thaw_reminder_store_remove_sync (fixture->reminders, REMINDER, &error));
  g_assert_no_error (error);
}

static void
test_newest_wins (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 now_ms = thaw_clock_get_utc_ms (fixture->base.clock);
  ThawImportBatch *batch;

  g_assert_cmpuint (import (fixture, make_batch (1000, "old"), TRUE), ==, N_KINDS);
  assert_all (fixture, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  g_assert_cmpuint (import (fixture, make_batch (1000, "old"), FALSE), ==, N_KINDS);
  g_assert_cmpuint (fixture->n_changed, ==, N_KINDS);
  assert_all (fixture, "old");
  g_assert_cmpuint (import (fixture, make_batch (1000, "again"), FALSE), ==, 0);
  g_assert_cmpuint (import (fixture, make_batch (999, "older"), FALSE), ==, 0);
  assert_all (fixture, "old");
  g_assert_cmpuint (import (fixture, make_batch (2000, "new"), FALSE), ==, N_KINDS);
  assert_all (fixture, "new");

  /* Removed after they were saved there, and then saved there once more. */
  remove_all (fixture);
  assert_all (fixture, NULL);
  g_assert_cmpuint (import (fixture, make_batch (now_ms, "same time"), FALSE), ==, 0);
  assert_all (fixture, NULL);
  g_assert_cmpuint (import (fixture, make_batch (now_ms + 1, "later"), FALSE), ==, N_KINDS);
  assert_all (fixture, "later");

  /* The mark of the same article from another journal is no second one. */
  batch = thaw_import_batch_new ();
  g_ptr_array_add (batch->article_marks, thaw_article_mark_new ("cbt"));
  ((ThawArticleMark *) batch->article_marks->pdata[0])->id = g_strdup (UUID "9");
  ((ThawArticleMark *) batch->article_marks->pdata[0])->note = g_strdup ("later");
  ((ThawArticleMark *) batch->article_marks->pdata[0])->modified_ms = now_ms + 2;
  g_assert_cmpuint (import (fixture, batch, FALSE), ==, 1);
  assert_all (fixture, "later");
}

static void
test_without_identity (Fixture       *fixture,
                       gconstpointer  data)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (GPtrArray) people = NULL;
  const ThawPerson *first, *second;

  /* As from an address book: two of the same name are two. */
  g_ptr_array_add (batch->people, thaw_person_new (THAW_PERSON_OTHER, "Ada"));
  g_ptr_array_add (batch->people, thaw_person_new (THAW_PERSON_OTHER, "Ada"));
  g_assert_cmpuint (import (fixture, batch, FALSE), ==, 2);
  people = thaw_people_store_list (fixture->people, NULL);
  g_assert_cmpuint (people->len, ==, 2);
  first = people->pdata[0];
  second = people->pdata[1];
  g_assert_cmpstr (first->id, !=, second->id);
  g_assert_cmpint (first->modified_ms, ==, thaw_clock_get_utc_ms (fixture->base.clock));
}

#define ASSERT_REFUSED(fixture, change)                                           \
  G_STMT_START                                                                    \
    {                                                                             \
      ThawImportBatch *batch = make_batch (1000, "word");                         \
      g_autoptr (GError) error_ = NULL;                                           \
                                                                                  \
      change;                                                                     \
      g_assert_false (thaw_journal_import_batch_sync ((fixture)->base.journal, batch, FALSE, NULL, &error_)); \
      g_assert_error (error_, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID);    \
      assert_all (fixture, NULL);                                                 \
    }                                                                             \
  G_STMT_END

/* One thing that cannot be stored, and nothing is. */
static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GBytes) book = g_bytes_new_take (g_strnfill (1024 * 1024, 'x'), 1024 * 1024);

  ASSERT_REFUSED (fixture, ((ThawPerson *) batch->people->pdata[0])->nudge_days = -1);
  ASSERT_REFUSED (fixture, ((ThawPerson *) batch->people->pdata[0])->modified_ms = -1);
  ASSERT_REFUSED (fixture, g_ptr_array_add (batch->photos, thaw_photo_new (book)));
  ASSERT_REFUSED (fixture, ((ThawCareItem *) batch->care_items->pdata[0])->activity = g_strdup ("walk"));
  ASSERT_REFUSED (fixture, g_ptr_array_add (batch->own_lines, thaw_own_line_new ("Line", "")));
  ASSERT_REFUSED (fixture, ((ThawArticleMark *) batch->article_marks->pdata[0])->position = 2.0);
  ASSERT_REFUSED (fixture, ((ThawReminder *) batch->reminders->pdata[0])->weekdays = 0);
  ASSERT_REFUSED (fixture, ((ThawReminder *) batch->reminders->pdata[0])->times[0] = 1440);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static ThawTombstone *
make_tombstone (const char *uuid,
                const char *kind,
                gint64      deleted_ms)
{
  ThawTombstone *tombstone = g_new0 (ThawTombstone, 1);

  tombstone->uuid = g_strdup (uuid);
  tombstone->kind = g_strdup (kind);
  tombstone->deleted_ms = deleted_ms;

  return tombstone;
}

static GPtrArray *
make_tombstones (gint64 deleted_ms)
{
  GPtrArray *tombstones = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_tombstone_free);

  g_ptr_array_add (tombstones, make_tombstone (PERSON, "person", deleted_ms));
  g_ptr_array_add (tombstones, make_tombstone (PHOTO, "photo", deleted_ms));
  g_ptr_array_add (tombstones, make_tombstone (ITEM, "care-item", deleted_ms));
  g_ptr_array_add (tombstones, make_tombstone (LINE, "own-line", deleted_ms));
  g_ptr_array_add (tombstones, make_tombstone (MARK, "article-mark", deleted_ms));
  g_ptr_array_add (tombstones, make_tombstone (REMINDER, "reminder", deleted_ms));

  return tombstones;
}

/* What was removed elsewhere is removed here, unless it was saved after that. */
static void
test_tombstones (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) earlier = make_tombstones (1999);
  g_autoptr (GPtrArray) later = make_tombstones (2000);
  g_autoptr (GError) error = NULL;
  guint n_deleted;

  import (fixture, make_batch (2000, "word"), FALSE);
  g_assert_true (thaw_journal_keep_deleted_sync (fixture->base.journal, earlier, &n_deleted, &error));
  assert_all (fixture, "word");
  g_assert_true (thaw_journal_keep_deleted_sync (fixture->base.journal, later, &n_deleted, &error));
  assert_all (fixture, NULL);
  g_assert_cmpuint (import (fixture, make_batch (2000, "word"), FALSE), ==, 0);
  g_assert_cmpuint (import (fixture, make_batch (2001, "newer"), FALSE), ==, N_KINDS);
  assert_all (fixture, "newer");
}

/* Another process reads all of it, and is told that it cannot change it. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawDatabase) database = thaw_database_new (fixture->base.directory);
  g_autoptr (ThawJournal) journal = thaw_journal_new (database, fixture->base.clock, NULL, NULL);
  g_autoptr (ThawCareStore) care = thaw_care_store_new (database, fixture->base.clock);
  g_autoptr (ThawLineStore) lines = thaw_line_store_new (database, fixture->base.clock);
  g_autoptr (ThawArticleMarkStore) marks = thaw_article_mark_store_new (database, fixture->base.clock);
  g_autoptr (ThawPhotoStore) photos = thaw_photo_store_new (database, fixture->base.clock);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) own_lines = NULL;
  g_autoptr (ThawArticleMark) mark = NULL;
  g_autoptr (ThawPhoto) photo = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, make_batch (2000, "word"), FALSE);
  g_assert_true (thaw_database_open_sync (database, THAW_DATABASE_READ_ONLY, &error));
  items = thaw_care_store_list (care, &error);
  own_lines = thaw_line_store_list (lines, &error);
  mark = thaw_article_mark_store_get (marks, "cbt", &error);
  photo = thaw_photo_store_get (photos, PHOTO, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpuint (own_lines->len, ==, 1);
  g_assert_nonnull (mark);
  g_assert_nonnull (photo);

#define READ_ONLY(call) \
  G_STMT_START { g_assert_false (call); g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY); \
                 g_clear_error (&error); } G_STMT_END
  READ_ONLY (thaw_care_store_remove_sync (care, ITEM, &error));
  READ_ONLY (thaw_line_store_remove_sync (lines, LINE, &error));
  READ_ONLY (thaw_article_mark_store_remove_sync (marks, MARK, &error));
  READ_ONLY (thaw_photo_store_remove_sync (photos, PHOTO, &error));
  READ_ONLY (thaw_journal_import_batch_sync (journal, make_batch (3000, "more"), FALSE, NULL, &error));
#undef READ_ONLY
  assert_all (fixture, "word");
  thaw_database_close (database);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/support-import/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("newest-wins", test_newest_wins);
  ADD ("without-identity", test_without_identity);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("tombstones", test_tombstones);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
