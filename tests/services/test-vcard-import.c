/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-vcard-import"

#include "config.h"

#include <string.h>

#include "thaw-people-store.h"
#include "thaw-photo-store.h"
#include "thaw-storage-test.h"
#include "vcard/thaw-vcard-reader.h"

/* What becomes of a file of contacts in a real journal. */

#define CONTACTS \
  "BEGIN:VCARD\nVERSION:3.0\nUID:a\nFN:Ann\nTEL:555-0100\nPHOTO;ENCODING=b:/9j/4CBubyBwaWN0dXJl\nEND:VCARD\n" \
  "BEGIN:VCARD\nVERSION:3.0\nUID:b\nFN:Ben\nEND:VCARD\n"

typedef struct
{
  ThawStorageTest base;
  ThawPeopleStore *people;
  ThawPhotoStore *photos;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_storage_test_set_up (&fixture->base, data);
  fixture->people = thaw_people_store_new (fixture->base.database, fixture->base.clock);
  fixture->photos = thaw_photo_store_new (fixture->base.database, fixture->base.clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->people));
  g_assert_finalize_object (g_steal_pointer (&fixture->photos));
  thaw_storage_test_tear_down (&fixture->base, data);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *people = thaw_people_store_list (fixture->people, &error);

  g_assert_no_error (error);

  return people;
}

static ThawPerson *
find (GPtrArray  *people,
      const char *name)
{
  for (guint i = 0; i < people->len; i++)
    {
      ThawPerson *person = g_ptr_array_index (people, i);

      if (g_str_equal (person->name, name))
        return person;
    }

  return NULL;
}

static guint
import (Fixture    *fixture,
        const char *contacts)
{
  g_autoptr (GBytes) bytes = g_bytes_new (contacts, strlen (contacts));
  g_autoptr (GPtrArray) people = list (fixture);
  g_autoptr (ThawVcardBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  ThawImportBatch *new_people;
  ThawJournalImportCounts counts;
  guint n_there;

  batch = thaw_vcard_read (bytes, NULL, &error);
  g_assert_no_error (error);
  new_people = thaw_vcard_batch_make_import (batch, people, thaw_clock_get_utc_ms (fixture->base.clock), &n_there);
  g_assert_true (thaw_journal_import_batch_sync (fixture->base.journal, new_people, FALSE, &counts, &error));
  g_assert_no_error (error);

  return batch->contacts->len - n_there;
}

static void
test_photo (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (ThawPhoto) photo = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (import (fixture, CONTACTS), ==, 2);
  people = list (fixture);
  photo = thaw_photo_store_get (fixture->photos, find (people, "Ann")->photo, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (photo->data, NULL), g_bytes_get_size (photo->data), "\xff\xd8\xff\xe0 no picture", 15);
  g_assert_null (find (people, "Ben")->photo);
}

/* What the person wrote of somebody stays, whatever the address book says by now. */
static void
test_left_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (ThawPerson) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawPerson *ann;

  import (fixture, CONTACTS);
  people = list (fixture);
  ann = find (people, "Ann");
  ann->keeps_distance = TRUE;
  ann->notes = g_strdup ("Not on Sundays");
  saved = thaw_people_store_save_sync (fixture->people, ann, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (import (fixture, CONTACTS "BEGIN:VCARD\nUID:c\nFN:Cem\nEND:VCARD\n"), ==, 1);
  again = list (fixture);
  g_assert_cmpuint (again->len, ==, 3);
  g_assert_true (find (again, "Ann")->keeps_distance);
  g_assert_cmpstr (find (again, "Ann")->notes, ==, "Not on Sundays");
}

/* Whoever imports somebody again whom they deleted wants them back. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) fewer = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) later = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, CONTACTS);
  people = list (fixture);
  g_assert_true (thaw_people_store_remove_sync (fixture->people, find (people, "Ann")->id, &error));
  g_assert_no_error (error);
  fewer = list (fixture);
  g_assert_null (find (fewer, "Ann"));

  now = thaw_clock_dup_now (fixture->base.clock);
  later = g_date_time_add_minutes (now, 1);
  thaw_clock_set_now (fixture->base.clock, later);
  g_assert_cmpuint (import (fixture, CONTACTS), ==, 1);
  again = list (fixture);
  g_assert_nonnull (find (again, "Ann"));
}

#define ADD(name, function) \
  g_test_add ("/services/vcard-import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("photo", test_photo);
  ADD ("left-alone", test_left_alone);
  ADD ("deleted", test_deleted);

  return g_test_run ();
}
