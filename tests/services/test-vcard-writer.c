/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-vcard-writer"

#include "config.h"

#include <string.h>

#include "thaw-photo.h"
#include "thaw-test-exchange.h"
#include "vcard/thaw-vcard-reader.h"
#include "vcard/thaw-vcard-text.h"
#include "vcard/thaw-vcard-writer.h"

#define ID "0190c2a0-0000-7000-8000-0000000000aa"

static void
add_way (ThawPerson      *person,
         ThawContactKind  kind,
         const char      *label,
         const char      *value)
{
  g_ptr_array_add (person->ways, thaw_contact_way_new (kind, label, value));
}

/* Somebody of whom there is as much to say as there can be, and in every script. */
static ThawPerson *
make_person (void)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_MENTOR, "Ünal; Çelik, <b>\\n</b> & 🧊→☀️ نور");

  person->id = g_strdup (ID);
  person->role = g_strdup ("my sponsor, since May; \\ ^ \"so\"");
  person->ask = g_strdup ("Sit with me.\n\nNo talking; just tea, please. A long line of plain letters is folded as it should "
                          "be, too: abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
  person->notes = g_strdup ("  BEGIN:VCARD\nEND:VCARD\n=41 \\n \\\\ ;,:\n"
                            "Ein Satz, der länger ist als eine Zeile sein darf, und noch länger: "
                            "ääääääääääääääääääääääääääääääääääääääääääääääääääääääää 🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊");
  person->last_contact = thaw_day_new (2026, 11, 23);
  person->is_favourite = TRUE;
  person->modified_ms = 1795421700250;
  add_way (person, THAW_CONTACT_TEXT, NULL, "+44 7700 900123");
  add_way (person, THAW_CONTACT_PHONE, "mobile", "+44 7700 900123");
  add_way (person, THAW_CONTACT_PHONE, "work, fax", "1-800-662-HELP");
  add_way (person, THAW_CONTACT_TEXT, "night, only; \"urgent\"", "55501");
  add_way (person, THAW_CONTACT_MAIL, "Büro", "uenal@example.org");
  add_way (person, THAW_CONTACT_MESSENGER, "Signal", "@uenal.01");
  add_way (person, THAW_CONTACT_MESSENGER, "my \"own\"; ^n:app", "x:y\\z");
  add_way (person, THAW_CONTACT_MESSENGER, NULL, "uenal");
  add_way (person, THAW_CONTACT_WEB, "home", "https://example.org/a;b,c:d\\e?f=g&h");
  add_way (person, THAW_CONTACT_ADDRESS, NULL, "12 Quiet Lane; rear, London, N1 9XX");

  return person;
}

static ThawVcardBatch *
read_text (const GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GError) error = NULL;
  ThawVcardBatch *batch = thaw_vcard_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return batch;
}

static ThawPerson *
get_person (ThawVcardBatch *batch,
            guint           i)
{
  g_assert_cmpuint (i, <, batch->contacts->len);

  return ((ThawVcardContact *) g_ptr_array_index (batch->contacts, i))->person;
}

static GBytes *
get_photo (ThawVcardBatch *batch,
           guint           i)
{
  return ((ThawVcardContact *) g_ptr_array_index (batch->contacts, i))->photo;
}

static void
assert_same (const ThawPerson *a,
             const ThawPerson *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->role, ==, b->role);
  g_assert_cmpstr (a->ask, ==, b->ask);
  g_assert_cmpstr (a->notes, ==, b->notes);
  g_assert_cmpint (a->last_contact, ==, b->last_contact);
  g_assert_cmpint (a->is_favourite, ==, b->is_favourite);
  g_assert_cmpuint (a->ways->len, ==, b->ways->len);
  for (guint i = 0; i < a->ways->len; i++)
    {
      const ThawContactWay *way_a = g_ptr_array_index (a->ways, i);
      const ThawContactWay *way_b = g_ptr_array_index (b->ways, i);

      g_test_message ("%s: %s", way_a->label, way_a->value);
      g_assert_true (thaw_contact_way_equal (way_a, way_b));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (ThawPerson) person = make_person ();
  static const char picture[] = "\xff\xd8\xff\xe0 some bytes, which are no picture, and more than one line can hold";
  g_autoptr (GBytes) photo = g_bytes_new_static (picture, sizeof picture - 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ThawVcardBatch) batch = NULL;
  g_auto (GStrv) lines = NULL;

  thaw_vcard_append_person (text, person, photo);
  g_assert_true (g_str_is_ascii (text->str) || g_utf8_validate (text->str, -1, NULL));
  lines = g_strsplit (text->str, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }

  batch = read_text (text);
  g_assert_cmpuint (batch->contacts->len, ==, 1);
  assert_same (get_person (batch, 0), person);
  g_assert_true (g_bytes_equal (get_photo (batch, 0), photo));
}

/* What is written is what other programs expect, to the letter. */
static void
test_plain (void)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_OTHER, "Ann Lee");
  g_autoptr (GString) text = g_string_new (NULL);

  person->id = g_strdup (ID);
  person->notes = g_strdup ("a\nb, c");
  person->modified_ms = 1795421700250;
  add_way (person, THAW_CONTACT_PHONE, "mobile", "555-0100");
  add_way (person, THAW_CONTACT_MAIL, "choir", "ann@example.org");
  thaw_vcard_append_person (text, person, NULL);
  g_assert_cmpstr (text->str, ==,
                   "BEGIN:VCARD\r\n"
                   "VERSION:3.0\r\n"
                   "UID:" ID "\r\n"
                   "N:;Ann Lee;;;\r\n"
                   "FN:Ann Lee\r\n"
                   "TEL;TYPE=cell:555-0100\r\n"
                   "item1.EMAIL:ann@example.org\r\n"
                   "item1.X-ABLabel:choir\r\n"
                   "NOTE:a\\nb\\, c\r\n"
                   "REV:2026-11-23T08:15:00Z\r\n"
                   "END:VCARD\r\n");
}

/* Whom a person would rather not meet is nobody's business; nor is what Thaw reminds them of. */
static void
test_private (void)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FAMILY, "Ann");
  g_autoptr (ThawPerson) same = thaw_person_new (THAW_PERSON_FAMILY, "Ann");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  person->keeps_distance = TRUE;
  person->nudge_days = 14;
  thaw_vcard_append_person (text, person, NULL);
  thaw_vcard_append_person (other, same, NULL);
  g_assert_cmpstr (text->str, ==, other->str);
}

static void
test_control_characters (void)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_OTHER, "Ann");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ThawVcardBatch) batch = NULL;

  person->notes = g_strdup ("a\r\nb\rc\x01\x7f\td");
  thaw_vcard_append_person (text, person, NULL);
  batch = read_text (text);
  g_assert_cmpstr (get_person (batch, 0)->notes, ==, "a\nb\nc\td");
}

static void
test_fixtures (void)
{
  static const char *const names[] = {
    "apple-3.0.vcf", "google-3.0.vcf", "android-2.1.vcf", "nokia-2.1.vcf", "evolution-4.0.vcf",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("vcard/", names[i], NULL);
      g_autoptr (GBytes) bytes = thaw_test_read_fixture (path);
      g_autoptr (ThawVcardBatch) batch = thaw_vcard_read (bytes, NULL, NULL);
      g_autoptr (ThawVcardBatch) again = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("%s", names[i]);
      for (guint j = 0; j < batch->contacts->len; j++)
        thaw_vcard_append_person (text, get_person (batch, j), NULL);
      again = read_text (text);
      g_assert_cmpuint (again->contacts->len, ==, batch->contacts->len);
      for (guint j = 0; j < batch->contacts->len; j++)
        assert_same (get_person (again, j), get_person (batch, j));
    }
}

/* In the order in which they are listed, with their pictures, and no entries. */
static void
test_writer (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = thaw_vcard_writer_new (stream);
  g_autoptr (ThawImportBatch) beside = thaw_import_batch_new ();
  g_autoptr (GBytes) data = g_bytes_new_static ("\x89PNG\r\n\x1a\n.", 9);
  g_autoptr (GString) text = NULL;
  g_autoptr (ThawVcardBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  ThawPhoto *photo = thaw_photo_new (data);
  ThawPerson *zoe = thaw_person_new (THAW_PERSON_FRIEND, "Zoe");
  ThawPerson *ann = thaw_person_new (THAW_PERSON_FRIEND, "Ann");
  ThawPerson *far = thaw_person_new (THAW_PERSON_FAMILY, "Aaron");

  photo->id = g_strdup (ID);
  zoe->photo = g_strdup (ID);
  zoe->is_favourite = TRUE;
  ann->photo = g_strdup ("0190c2a0-0000-7000-8000-0000000000ff");
  far->keeps_distance = TRUE;
  g_ptr_array_add (beside->photos, photo);
  g_ptr_array_add (beside->people, far);
  g_ptr_array_add (beside->people, ann);
  g_ptr_array_add (beside->people, zoe);

  g_assert_false (thaw_entry_writer_takes_entries (writer));
  thaw_entry_writer_set_beside (writer, beside);
  g_assert_true (thaw_entry_writer_finish_sync (writer, NULL, &error));
  g_assert_no_error (error);

  text = g_string_new_len (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                           (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  batch = read_text (text);
  g_assert_cmpuint (batch->contacts->len, ==, 3);
  g_assert_cmpstr (get_person (batch, 0)->name, ==, "Zoe");
  g_assert_cmpstr (get_person (batch, 1)->name, ==, "Ann");
  g_assert_cmpstr (get_person (batch, 2)->name, ==, "Aaron");
  g_assert_true (g_bytes_equal (get_photo (batch, 0), data));
  g_assert_null (get_photo (batch, 1));
}

/* Who is there already is left alone, and the others come with a time and their pictures. */
static void
test_make_import (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ThawPerson) a = thaw_person_new (THAW_PERSON_FRIEND, "A");
  g_autoptr (ThawPerson) b = thaw_person_new (THAW_PERSON_FRIEND, "B");
  g_autoptr (ThawPerson) c = thaw_person_new (THAW_PERSON_FRIEND, "C");
  g_autofree char *much = g_malloc0 (THAW_PHOTO_MAX_BYTES + 1);
  g_autoptr (GBytes) small = g_bytes_new_static ("\xff\xd8\xff.", 4);
  g_autoptr (GBytes) large = NULL;
  g_autoptr (GPtrArray) there = g_ptr_array_new ();
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (ThawVcardBatch) batch = NULL;
  g_autoptr (ThawImportBatch) import = NULL;
  g_autoptr (ThawImportBatch) again = NULL;
  ThawPerson *new_b, *new_c;
  guint n_there;

  memcpy (much, "\xff\xd8\xff", 3);
  large = g_bytes_new (much, THAW_PHOTO_MAX_BYTES + 1);
  a->id = g_strdup ("0190c2a0-0000-7000-8000-000000000001");
  b->id = g_strdup ("0190c2a0-0000-7000-8000-000000000002");
  c->id = g_strdup ("0190c2a0-0000-7000-8000-000000000003");
  thaw_vcard_append_person (text, a, NULL);
  thaw_vcard_append_person (text, b, small);
  thaw_vcard_append_person (text, c, large);
  g_ptr_array_add (there, a);

  batch = read_text (text);
  thaw_vcard_batch_drop_photos (batch);
  g_assert_cmpuint (batch->n_lost[THAW_VCARD_LOSS_PHOTO], ==, 1);
  import = thaw_vcard_batch_make_import (batch, there, 1000, &n_there);
  g_assert_cmpuint (n_there, ==, 1);
  g_assert_cmpuint (import->people->len, ==, 2);
  g_assert_cmpuint (import->photos->len, ==, 1);
  new_b = g_ptr_array_index (import->people, 0);
  new_c = g_ptr_array_index (import->people, 1);
  g_assert_cmpstr (new_b->name, ==, "B");
  g_assert_cmpint (new_b->modified_ms, ==, 1000);
  g_assert_cmpstr (new_b->photo, ==, ((ThawPhoto *) g_ptr_array_index (import->photos, 0))->id);
  g_assert_null (new_c->photo);

  again = thaw_vcard_batch_make_import (batch, nobody, 2000, NULL);
  g_assert_cmpuint (again->people->len, ==, 3);
  g_assert_cmpstr (((ThawPhoto *) g_ptr_array_index (again->photos, 0))->id, ==, new_b->photo);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/vcard-writer/round-trip", test_round_trip);
  g_test_add_func ("/services/vcard-writer/plain", test_plain);
  g_test_add_func ("/services/vcard-writer/private", test_private);
  g_test_add_func ("/services/vcard-writer/control-characters", test_control_characters);
  g_test_add_func ("/services/vcard-writer/fixtures", test_fixtures);
  g_test_add_func ("/services/vcard-writer/writer", test_writer);
  g_test_add_func ("/services/vcard-writer/make-import", test_make_import);

  return g_test_run ();
}
