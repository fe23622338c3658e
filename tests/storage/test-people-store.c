/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-people-store"

#include "config.h"
#include "thaw-storage-test.h"

#include "thaw-care-store.h"
#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-uuid.h"

#include <sqlite3.h>

#define UUID "0195e4a0-0000-7000-8000-00000000000"
#define N_MANY 5000

typedef struct
{
  ThawStorageTest base;
  ThawPeopleStore *people;
  ThawPhotoStore *photos;
  guint n_people_changed;
  guint n_photos_changed;
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
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->people = thaw_people_store_new (fixture->base.database, fixture->base.clock);
  fixture->photos = thaw_photo_store_new (fixture->base.database, fixture->base.clock);
  g_signal_connect_swapped (fixture->people, "changed", G_CALLBACK (count_cb), &fixture->n_people_changed);
  g_signal_connect_swapped (fixture->photos, "changed", G_CALLBACK (count_cb), &fixture->n_photos_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->people));
  g_assert_finalize_object (g_steal_pointer (&fixture->photos));
  thaw_storage_test_tear_down (&fixture->base, data);
}

/* Past the library: what damage may have left. */
static void
execute (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  sqlite3_stmt *row;
  sqlite3 *db;
  gint64 n;

  g_assert_cmpint (sqlite3_open (thaw_database_get_path (fixture->base.database), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);

  return n;
}

static ThawPhoto *
make_photo (gsize n_bytes)
{
  guint8 *bytes = g_malloc0 (n_bytes);
  g_autoptr (GBytes) data = NULL;

  memcpy (bytes, "\xff\xd8\xff", 3);
  data = g_bytes_new_take (bytes, n_bytes);

  return thaw_photo_new (data);
}

/* All that can be said of somebody. */
static ThawPerson *
make_person (void)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_MENTOR, "Łucja <b>נועה</b> & Co.");

  person->role = g_strdup ("my sponsor’s sponsor");
  person->ask = g_strdup ("To walk along.\nTo say nothing.");
  person->notes = g_strdup ("Not before ten.\n\n🙂\ttabs, too");
  person->photo = g_strdup (UUID "9");
  person->last_contact = thaw_day_new (2026, 2, 28);
  person->is_favourite = TRUE;
  person->nudge_days = THAW_PERSON_MAX_NUDGE_DAYS;
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, "work", "+49 30 1234567"));
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_MESSENGER, NULL, "@lucja | ; , \\ '\""));
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_ADDRESS, "日本", "東京都港区 1‑2‑3"));
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, "112"));

  return person;
}

static void
assert_same (const ThawPerson *person,
             const ThawPerson *expected)
{
  g_assert_cmpint (person->kind, ==, expected->kind);
  g_assert_cmpstr (person->name, ==, expected->name);
  g_assert_cmpstr (person->role, ==, expected->role);
  g_assert_cmpstr (person->ask, ==, expected->ask);
  g_assert_cmpstr (person->notes, ==, expected->notes);
  g_assert_cmpstr (person->photo, ==, expected->photo);
  g_assert_cmpint (person->last_contact, ==, expected->last_contact);
  g_assert_cmpint (person->is_favourite, ==, expected->is_favourite);
  g_assert_cmpint (person->keeps_distance, ==, expected->keeps_distance);
  g_assert_cmpint (person->nudge_days, ==, expected->nudge_days);
  g_assert_cmpuint (person->ways->len, ==, expected->ways->len);
  for (guint i = 0; i < person->ways->len; i++)
    g_assert_true (thaw_contact_way_equal (person->ways->pdata[i], expected->ways->pdata[i]));
}

/* "Ada|Ben" */
static char *
list_names (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = thaw_people_store_list (fixture->people, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", ((ThawPerson *) people->pdata[i])->name);

  return g_string_free (names, FALSE);
}

#define ASSERT_NAMES(fixture, expected)                   \
  G_STMT_START                                            \
    {                                                     \
      g_autofree char *names_ = list_names (fixture);     \
      g_assert_cmpstr (names_, ==, (expected));           \
    }                                                     \
  G_STMT_END

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_person ();
  g_autoptr (ThawPerson) bare = thaw_person_new (THAW_PERSON_OTHER, "x");
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (ThawPerson) saved_bare = NULL;
  g_autoptr (ThawPerson) read = NULL;
  g_autoptr (ThawPerson) read_bare = NULL;
  g_autoptr (ThawPerson) changed = NULL;
  g_autoptr (ThawPerson) read_again = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_people_store_save_async (fixture->people, person, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_people_store_save_finish (fixture->people, result, &error);
  g_assert_no_error (error);
  g_assert_true (thaw_uuid_is_valid (saved->id));
  g_assert_cmpint (saved->modified_ms, ==, thaw_clock_get_utc_ms (fixture->base.clock));
  g_assert_cmpuint (fixture->n_people_changed, ==, 1);
  g_assert_cmpuint (fixture->n_photos_changed, ==, 0);
  read = thaw_people_store_get (fixture->people, saved->id, &error);
  g_assert_no_error (error);
  assert_same (read, person);
  g_assert_cmpstr (read->id, ==, saved->id);
  g_assert_cmpint (read->modified_ms, ==, saved->modified_ms);

  /* What is empty is not there. */
  bare->role = g_strdup ("");
  bare->ask = g_strdup ("");
  bare->notes = g_strdup ("");
  saved_bare = thaw_people_store_save_sync (fixture->people, bare, &error);
  g_assert_no_error (error);
  read_bare = thaw_people_store_get (fixture->people, saved_bare->id, &error);
  g_assert_null (read_bare->role);
  g_assert_null (read_bare->ask);
  g_assert_null (read_bare->notes);
  g_assert_cmpint (read_bare->last_contact, ==, THAW_DAY_NONE);
  g_assert_cmpuint (read_bare->ways->len, ==, 0);
  listed = thaw_people_store_list (fixture->people, &error);
  g_assert_cmpuint (listed->len, ==, 2);
  assert_same (listed->pdata[0], person);

  /* Ways change their order, and some go. */
  g_ptr_array_remove_index (saved->ways, 0);
  g_ptr_array_insert (saved->ways, 0, g_ptr_array_steal_index (saved->ways, 2));
  saved->keeps_distance = TRUE;
  saved->last_contact = THAW_DAY_NONE;
  changed = thaw_people_store_save_sync (fixture->people, saved, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (changed->id, ==, saved->id);
  read_again = thaw_people_store_get (fixture->people, saved->id, &error);
  assert_same (read_again, saved);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person_way"), ==, 3);

  g_assert_null (thaw_people_store_get (fixture->people, UUID "1", &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
}

static void
add (Fixture        *fixture,
     ThawPersonKind  kind,
     const char     *name,
     const char     *number,
     gboolean        is_favourite,
     gboolean        keeps_distance)
{
  g_autoptr (ThawPerson) person = thaw_person_new (kind, name);
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GError) error = NULL;

  if (number != NULL)
    g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, number));
  person->is_favourite = is_favourite;
  person->keeps_distance = keeps_distance;
  saved = thaw_people_store_save_sync (fixture->people, person, &error);
  g_assert_no_error (error);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  add (fixture, THAW_PERSON_FRIEND, "far away", "1", TRUE, TRUE);
  add (fixture, THAW_PERSON_FRIEND, "no number", NULL, FALSE, FALSE);
  add (fixture, THAW_PERSON_FRIEND, "b", "1", FALSE, FALSE);
  add (fixture, THAW_PERSON_GROUP, "a", "1", FALSE, FALSE);
  add (fixture, THAW_PERSON_FRIEND, "star without a number", NULL, TRUE, FALSE);
  add (fixture, THAW_PERSON_FRIEND, "star", "1", TRUE, FALSE);
  ASSERT_NAMES (fixture, "star|star without a number|a|b|no number|far away");
}

#define ASSERT_REFUSED(type, make, save, store, change)                   \
  G_STMT_START                                                            \
    {                                                                     \
      g_autoptr (type) it = make;                                         \
      g_autoptr (GError) error_ = NULL;                                   \
                                                                          \
      change;                                                             \
      g_assert_null (save (store, it, &error_));                          \
      g_assert_error (error_, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_INVALID); \
      g_test_message ("%s", error_->message);                             \
    }                                                                     \
  G_STMT_END

#define SET(field, value) (g_free (it->field), it->field = g_strdup (value))

static void
add_ways (ThawPerson *person,
          guint       n)
{
  g_ptr_array_set_size (person->ways, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_WEB, NULL, "example.org"));
}

static void
test_absurd (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *long_label = g_strnfill (THAW_CONTACT_MAX_LABEL_BYTES + 1, 'x');
  g_autofree char *long_name = g_strnfill (THAW_PERSON_MAX_NAME_BYTES + 1, 'x');
  g_autoptr (ThawPerson) person = make_person ();
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (ThawPerson) read = NULL;
  g_autoptr (GError) error = NULL;

  saved = thaw_people_store_save_sync (fixture->people, person, &error);
  g_assert_no_error (error);

  /* A change that is refused changes nothing: each of them is of somebody who is there. */
#define REFUSED(change) \
  ASSERT_REFUSED (ThawPerson, thaw_person_copy (saved), thaw_people_store_save_sync, fixture->people, change)
#define WAY ((ThawContactWay *) it->ways->pdata[0])
  REFUSED (SET (id, "ada"));
  REFUSED (it->kind = THAW_N_PERSON_KINDS);
  REFUSED (it->kind = (ThawPersonKind) -1);
  REFUSED (SET (name, ""));
  REFUSED (SET (name, " "));
  REFUSED (SET (name, "two\nlines"));
  REFUSED (SET (name, "\xff"));
  REFUSED (SET (name, long_name));
  REFUSED (SET (role, "two\nlines"));
  REFUSED (SET (role, "\xff"));
  REFUSED (SET (role, long_name));
  REFUSED (SET (ask, "\xff"));
  REFUSED (SET (ask, book));
  REFUSED (SET (notes, "\xff"));
  REFUSED (SET (notes, book));
  REFUSED (SET (photo, "me.jpg"));
  REFUSED (it->last_contact = THAW_DAY_LAST + 1);
  REFUSED (it->last_contact = -1);
  REFUSED (it->nudge_days = -1);
  REFUSED (it->nudge_days = THAW_PERSON_MAX_NUDGE_DAYS + 1);
  REFUSED (add_ways (it, 60));
  REFUSED (add_ways (it, THAW_PERSON_MAX_WAYS + 1));
  REFUSED ((g_free (WAY->value), WAY->value = g_strdup ("")));
  REFUSED ((g_free (WAY->value), WAY->value = g_strdup ("one\ntwo")));
  REFUSED ((g_free (WAY->value), WAY->value = g_strdup ("\x1f")));
  REFUSED ((g_free (WAY->value), WAY->value = g_strdup ("\xff")));
  REFUSED ((g_free (WAY->value), WAY->value = g_strdup (book)));
  REFUSED ((g_free (WAY->label), WAY->label = g_strdup ("\x1e")));
  REFUSED ((g_free (WAY->label), WAY->label = g_strdup (long_label)));
#undef WAY
#undef REFUSED
  read = thaw_people_store_get (fixture->people, saved->id, &error);
  g_assert_no_error (error);
  assert_same (read, person);
  ASSERT_NAMES (fixture, person->name);
  g_assert_cmpuint (fixture->n_people_changed, ==, 1);
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_person ();
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (ThawPerson) read = NULL;
  g_autoptr (GError) error = NULL;

  g_free (person->name);
  g_free (person->role);
  g_free (person->notes);
  person->name = g_strnfill (THAW_PERSON_MAX_NAME_BYTES, 'n');
  person->role = g_strnfill (THAW_PERSON_MAX_NAME_BYTES, 'r');
  person->notes = g_strnfill (THAW_PERSON_MAX_TEXT_BYTES, 'x');
  person->last_contact = THAW_DAY_LAST;
  g_ptr_array_set_size (person->ways, 0);
  for (guint i = 0; i < THAW_PERSON_MAX_WAYS; i++)
    {
      g_autofree char *label = g_strnfill (THAW_CONTACT_MAX_LABEL_BYTES, (char) ('A' + i % 26));
      g_autofree char *value = g_strnfill (THAW_CONTACT_MAX_VALUE_BYTES, (char) ('a' + i % 26));

      g_ptr_array_add (person->ways, thaw_contact_way_new ((ThawContactKind) (i % THAW_N_CONTACT_KINDS), label, value));
    }
  saved = thaw_people_store_save_sync (fixture->people, person, &error);
  g_assert_no_error (error);
  read = thaw_people_store_get (fixture->people, saved->id, &error);
  g_assert_no_error (error);
  assert_same (read, person);
}

/* Saving somebody again who was removed brings back all: their ways, their photo, their line of the care plan. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawCareStore) care = thaw_care_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawPerson) person = make_person ();
  g_autoptr (ThawPhoto) photo = make_photo (1000);
  g_autoptr (ThawPhoto) saved_photo = NULL;
  g_autoptr (ThawPhoto) read_photo = NULL;
  g_autoptr (ThawCareItem) item = thaw_care_item_new (THAW_CARE_PEOPLE, 0, "Łucja");
  g_autoptr (ThawCareItem) saved_item = NULL;
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (ThawPerson) back = NULL;
  g_autoptr (ThawPerson) read = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  saved_photo = thaw_photo_store_save_sync (fixture->photos, photo, &error);
  g_assert_no_error (error);
  g_free (person->photo);
  person->photo = g_strdup (saved_photo->id);
  saved = thaw_people_store_save_sync (fixture->people, person, &error);
  item->person = g_strdup (saved->id);
  saved_item = thaw_care_store_save_sync (care, item, &error);
  g_assert_no_error (error);

  thaw_people_store_remove_async (fixture->people, saved->id, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_people_store_remove_finish (fixture->people, result, &error));
  ASSERT_NAMES (fixture, "");
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM person_way"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM tombstone WHERE kind = 'person'"), ==, 1);
  items = thaw_care_store_list (care, &error);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((ThawCareItem *) items->pdata[0])->text, ==, "Łucja");
  g_assert_cmpstr (((ThawCareItem *) items->pdata[0])->person, ==, saved->id);

  back = thaw_people_store_save_sync (fixture->people, saved, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->id, ==, saved->id);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM tombstone"), ==, 0);
  read = thaw_people_store_get (fixture->people, saved->id, &error);
  assert_same (read, person);
  read_photo = thaw_photo_store_get (fixture->photos, read->photo, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read_photo->data, photo->data));

  /* That there is nobody is no error, and leaves nothing. */
  g_assert_true (thaw_people_store_remove_sync (fixture->people, UUID "7", &error));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM tombstone"), ==, 0);
}

static void
clean (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_photo_store_clean_async (fixture->photos, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_photo_store_clean_finish (fixture->photos, result, &error));
  g_assert_no_error (error);
}

static void
test_photos (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPhoto) photo = make_photo (THAW_PHOTO_MAX_BYTES);
  g_autoptr (ThawPhoto) orphan = make_photo (100);
  g_autoptr (ThawPhoto) saved = NULL;
  g_autoptr (ThawPhoto) saved_orphan = NULL;
  g_autoptr (ThawPhoto) read = NULL;
  g_autoptr (ThawPhoto) smaller = make_photo (500);
  g_autoptr (ThawPhoto) saved_smaller = NULL;
  g_autoptr (ThawPhoto) read_smaller = NULL;
  g_autoptr (ThawPerson) person = make_person ();
  g_autoptr (ThawPerson) saved_person = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  thaw_photo_store_save_async (fixture->photos, photo, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  saved = thaw_photo_store_save_finish (fixture->photos, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_photos_changed, ==, 1);
  saved_orphan = thaw_photo_store_save_sync (fixture->photos, orphan, &error);
  g_free (person->photo);
  person->photo = g_strdup (saved->id);
  saved_person = thaw_people_store_save_sync (fixture->people, person, &error);
  g_assert_no_error (error);
  read = thaw_photo_store_get (fixture->photos, saved->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->id, ==, saved->id);
  g_assert_true (g_bytes_equal (read->data, photo->data));

  /* In the place of the one with its identity. */
  smaller->id = g_strdup (saved->id);
  saved_smaller = thaw_photo_store_save_sync (fixture->photos, smaller, &error);
  g_assert_no_error (error);
  read_smaller = thaw_photo_store_get (fixture->photos, saved->id, &error);
  g_assert_true (g_bytes_equal (read_smaller->data, smaller->data));

  /* What is nobody's is not listed. */
  listed = thaw_photo_store_list (fixture->photos, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpstr (((ThawPhoto *) listed->pdata[0])->id, ==, saved->id);

  /* It goes, and leaves nothing behind; what is somebody's stays. */
  clean (fixture);
  g_assert_null (thaw_photo_store_get (fixture->photos, saved_orphan->id, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM photo"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM tombstone"), ==, 0);
  fixture->n_photos_changed = 0;
  clean (fixture);
  g_assert_cmpuint (fixture->n_photos_changed, ==, 0);

  /* A person whose photo is gone is still there. */
  thaw_photo_store_remove_async (fixture->photos, saved->id, NULL, thaw_test_store_result_cb, &slot);
  removed = thaw_test_await (&slot);
  g_assert_true (thaw_photo_store_remove_finish (fixture->photos, removed, &error));
  g_assert_true (thaw_photo_store_remove_sync (fixture->photos, saved->id, &error));
  ASSERT_NAMES (fixture, person->name);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM tombstone WHERE kind = 'photo'"), ==, 1);
}

static ThawPhoto *
make_photo_of (const char *bytes)
{
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, strlen (bytes));

  return thaw_photo_new (data);
}

static void
test_absurd_photos (Fixture       *fixture,
                    gconstpointer  data)
{
#define REFUSED(make, change) \
  ASSERT_REFUSED (ThawPhoto, make, thaw_photo_store_save_sync, fixture->photos, change)
  REFUSED (make_photo (THAW_PHOTO_MAX_BYTES + 1), (void) it);
  REFUSED (make_photo (10), SET (id, "me.jpg"));
  REFUSED (make_photo_of (""), (void) it);
  REFUSED (make_photo_of ("<svg/>"), (void) it);
  REFUSED (make_photo_of ("GIF89a"), (void) it);
#undef REFUSED
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM photo"), ==, 0);
  g_assert_cmpuint (fixture->n_photos_changed, ==, 0);
}

/* What makes no sense is passed over, and the rest is there. */
static void
test_damaged_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  ThawPerson *person;

  execute (fixture,
           "PRAGMA ignore_check_constraints = ON;"
           "INSERT INTO person (id, uuid, kind, name, role, photo, last_contact, is_favourite, keeps_distance,"
           "  nudge_days, modified_ms, ask, notes) VALUES"
           "  (1, '" UUID "1', 'enemy', 'Of no kind', NULL, NULL, NULL, 0, 0, 0, 1, NULL, NULL),"
           "  (2, '" UUID "2', 'friend', ' ', NULL, NULL, NULL, 0, 0, 0, 1, NULL, NULL),"
           "  (3, 'c', 'friend', 'Without identity', NULL, NULL, NULL, 0, 0, 0, 1, NULL, NULL),"
           "  (4, '" UUID "4', 'friend', 'Fine', 'two' || char (10) || 'lines', 'me.jpg', '2026-99-99', 5, -3, 9000, 1,"
           "   CAST (x'ff' AS TEXT), '');"
           "INSERT INTO person_way (person, ordinal, kind, label, value) VALUES"
           "  (4, 0, 'pigeon', NULL, '1'), (4, 1, 'phone', NULL, ''), (4, 2, 'phone', '', '2'),"
           "  (4, 3, 'phone', NULL, 'a' || char (31) || 'b'), (4, 4, 'phone', NULL, CAST (x'ff' AS TEXT)),"
           "  (4, 5, 'mail', 'home', 'a@b');");
  ASSERT_NAMES (fixture, "Fine");
  people = thaw_people_store_list (fixture->people, &error);
  g_assert_no_error (error);
  person = people->pdata[0];
  g_assert_null (person->role);
  g_assert_null (person->photo);
  g_assert_cmpint (person->last_contact, ==, THAW_DAY_NONE);
  g_assert_cmpint (person->nudge_days, ==, 0);
  g_assert_cmpstr (person->ask, ==, "\xef\xbf\xbd");
  g_assert_cmpuint (person->ways->len, ==, 2);
  g_assert_cmpstr (((ThawContactWay *) person->ways->pdata[0])->value, ==, "2");
  g_assert_cmpstr (((ThawContactWay *) person->ways->pdata[1])->label, ==, "home");
}

/* An address book at once. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  ThawImportBatch *batch = thaw_import_batch_new ();
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ThawJournalImportCounts counts;
  GAsyncResult *slot = NULL;
  gint64 begin;

  for (int i = 0; i < N_MANY; i++)
    {
      /* Not in the order in which they are listed. */
      g_autofree char *name = g_strdup_printf ("Somebody %04d", i * 7 % N_MANY);
      ThawPerson *person = thaw_person_new (THAW_PERSON_OTHER, name);

      for (int j = 0; j < 4; j++)
        {
          g_autofree char *number = g_strdup_printf ("%d-%04d", j, i * 7 % N_MANY);

          g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, "work", number));
        }
      g_ptr_array_add (batch->people, person);
    }

  begin = g_get_monotonic_time ();
  thaw_journal_import_batch_async (fixture->base.journal, batch, FALSE, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  g_assert_true (thaw_journal_import_finish (fixture->base.journal, result, &counts, &error));
  g_assert_no_error (error);
  g_test_message ("imported in %d ms", (int) ((g_get_monotonic_time () - begin) / 1000));
  g_assert_cmpuint (counts.n_others, ==, N_MANY);
  g_assert_cmpuint (fixture->n_people_changed, ==, 1);

  begin = g_get_monotonic_time ();
  people = thaw_people_store_list (fixture->people, &error);
  g_test_message ("listed in %d ms", (int) ((g_get_monotonic_time () - begin) / 1000));
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, N_MANY);
  for (guint i = 0; i < N_MANY; i++)
    {
      const ThawPerson *person = people->pdata[i];
      g_autofree char *name = g_strdup_printf ("Somebody %04u", i);
      g_autofree char *number = g_strdup_printf ("3-%04u", i);

      g_assert_cmpstr (person->name, ==, name);
      g_assert_cmpuint (person->ways->len, ==, 4);
      g_assert_cmpstr (((ThawContactWay *) person->ways->pdata[3])->value, ==, number);
    }
}

/* Two windows have the same person: who saves last has said what is true, and nothing is half of both. */
static void
test_concurrent (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawPeopleStore) other = thaw_people_store_new (fixture->base.database, fixture->base.clock);
  g_autoptr (ThawDatabase) reader = thaw_database_new (fixture->base.directory);
  g_autoptr (ThawPeopleStore) reading = thaw_people_store_new (reader, fixture->base.clock);
  g_autoptr (ThawPerson) person = make_person ();
  g_autoptr (ThawPerson) saved = thaw_people_store_save_sync (fixture->people, person, NULL);
  g_autoptr (ThawPerson) bare = thaw_person_new (THAW_PERSON_FRIEND, "Łucja");
  g_autoptr (ThawPerson) last = NULL;
  g_autoptr (ThawPerson) read = NULL;
  g_autoptr (ThawPerson) seen = NULL;
  g_autoptr (ThawPerson) refused = NULL;
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) last_result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *first_slot = NULL, *last_slot = NULL;
  guint n_heard = 0;

  g_signal_connect_swapped (other, "changed", G_CALLBACK (count_cb), &n_heard);
  bare->id = g_strdup (saved->id);
  thaw_people_store_remove_async (fixture->people, saved->id, NULL, thaw_test_store_result_cb, &first_slot);
  thaw_people_store_save_async (other, bare, NULL, thaw_test_store_result_cb, &last_slot);
  first_result = thaw_test_await (&first_slot);
  last_result = thaw_test_await (&last_slot);
  g_assert_true (thaw_people_store_remove_finish (fixture->people, first_result, &error));
  last = thaw_people_store_save_finish (other, last_result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_heard, ==, 2);
  read = thaw_people_store_get (fixture->people, saved->id, &error);
  g_assert_no_error (error);
  assert_same (read, bare);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM tombstone"), ==, 0);

  /* Another process reads what is there, and cannot change it. */
  g_assert_true (thaw_database_open_sync (reader, THAW_DATABASE_READ_ONLY, &error));
  seen = thaw_people_store_get (reading, saved->id, &error);
  g_assert_no_error (error);
  assert_same (seen, bare);
  refused = thaw_people_store_save_sync (reading, person, &error);
  g_assert_null (refused);
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (thaw_people_store_remove_sync (reading, saved->id, &error));
  g_assert_error (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_READ_ONLY);
  ASSERT_NAMES (fixture, "Łucja");
  thaw_database_close (reader);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/people-store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("order", test_order);
  ADD ("absurd", test_absurd);
  ADD ("limits", test_limits);
  ADD ("undo", test_undo);
  ADD ("photos", test_photos);
  ADD ("absurd-photos", test_absurd_photos);
  ADD ("damaged-rows", test_damaged_rows);
  ADD ("many", test_many);
  ADD ("concurrent", test_concurrent);
#undef ADD

  return g_test_run ();
}
