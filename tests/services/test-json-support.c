/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-json-support"

#include "config.h"

#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-reader.h"
#include "exchange/thaw-json-writer.h"
#include "thaw-article-mark.h"
#include "thaw-care-item.h"
#include "thaw-own-line.h"
#include "thaw-person.h"
#include "thaw-photo.h"
#include "thaw-test-exchange.h"

#define UUID "0190c2a0-0000-7000-8000-000000000001"
#define ID "\"uuid\":\"" UUID "\""
#define PERSON ID ",\"name\":\"Ann\""
#define CARE ID ",\"part\":\"myself\",\"text\":\"Tea\""
#define LINE ID ",\"name\":\"Night line\",\"number\":\"555-0100\""
#define MARK ID ",\"article\":\"cbt\""
#define BESIDE(list, items) \
  "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,\"" list "\":[" items "],\"entries\":[]}"

static ThawImportBatch *
read_json (const char  *json,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return thaw_json_reader_read (bytes, NULL, error);
}

static char *
write_batch (const ThawImportBatch *batch)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = thaw_json_writer_new (stream);
  g_autoptr (GError) error = NULL;

  thaw_entry_writer_set_beside (writer, batch);
  thaw_entry_writer_finish_sync (writer, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
test_round_trip (void)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (ThawImportBatch) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  g_autoptr (GError) error = NULL;
  const ThawPerson *person, *said;
  const ThawCareItem *item;
  const ThawArticleMark *mark;

  thaw_test_add_support (batch);
  json = write_batch (batch);
  again = read_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thaw_import_batch_get_n_others (again), ==, thaw_import_batch_get_n_others (batch));

  said = batch->people->pdata[1];
  person = again->people->pdata[0];
  g_assert_cmpstr (person->id, ==, said->id);
  g_assert_cmpint (person->kind, ==, THAW_PERSON_MENTOR);
  g_assert_cmpstr (person->name, ==, said->name);
  g_assert_cmpstr (person->role, ==, said->role);
  g_assert_cmpstr (person->ask, ==, said->ask);
  g_assert_cmpstr (person->notes, ==, said->notes);
  g_assert_cmpstr (person->photo, ==, said->photo);
  g_assert_cmpint (person->last_contact, ==, said->last_contact);
  g_assert_true (person->is_favourite);
  g_assert_true (person->keeps_distance);
  g_assert_cmpint (person->nudge_days, ==, THAW_PERSON_MAX_NUDGE_DAYS);
  g_assert_cmpint (person->modified_ms, ==, said->modified_ms);
  g_assert_cmpuint (person->ways->len, ==, THAW_N_CONTACT_KINDS);
  for (guint i = 0; i < THAW_N_CONTACT_KINDS; i++)
    g_assert_true (thaw_contact_way_equal (person->ways->pdata[i], said->ways->pdata[i]));
  person = again->people->pdata[1];
  g_assert_cmpstr (person->name, ==, "נור");
  g_assert_null (person->role);
  g_assert_cmpint (person->last_contact, ==, THAW_DAY_NONE);

  g_assert_true (g_bytes_equal (((ThawPhoto *) again->photos->pdata[0])->data,
                                ((ThawPhoto *) batch->photos->pdata[0])->data));

  /* They stand by their UUIDs. */
  item = again->care_items->pdata[4];
  g_assert_cmpint (item->part, ==, THAW_CARE_MYSELF);
  g_assert_cmpint (item->position, ==, 200000);
  g_assert_cmpstr (item->person, ==, said->id);
  g_assert_null (item->activity);
  item = again->care_items->pdata[3];
  g_assert_cmpstr (item->text, ==, "Zeile eins\nund \"zwei\"");
  g_assert_cmpstr (item->activity, ==, "walk");

  g_assert_cmpstr (((ThawOwnLine *) again->own_lines->pdata[1])->note, ==, "Ab 20 Uhr.\nKostenlos.");
  mark = again->article_marks->pdata[0];
  g_assert_cmpint (mark->stance, ==, THAW_STANCE_NOT_FOR_ME);
  g_assert_true (mark->is_bookmarked);
  g_assert_cmpfloat (mark->position, ==, 1.0 / 3.0);
  mark = again->article_marks->pdata[1];
  g_assert_cmpint (mark->stance, ==, THAW_STANCE_NONE);

  json_again = write_batch (again);
  g_assert_cmpstr (json_again, ==, json);
}

/* The format is a promise: files of today are read in ten years. */
static void
test_fixture (void)
{
  g_autoptr (GBytes) bytes = thaw_test_read_fixture ("json/version-4.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = thaw_json_reader_read (bytes, NULL, &error);
  g_autofree char *json = NULL;
  g_autofree char *before = NULL;
  g_autofree char *today = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (batch->people->len, ==, 2);
  g_assert_cmpuint (batch->photos->len, ==, 1);
  g_assert_cmpuint (batch->care_items->len, ==, 6);
  g_assert_cmpuint (batch->own_lines->len, ==, 2);
  g_assert_cmpuint (batch->article_marks->len, ==, 2);

  /* Written again it says the same, and that there was nothing of what came later. */
  json = write_batch (batch);
  before = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_suffix (before, "\n]\n}\n"));
  before[strlen (before) - strlen ("\n}\n")] = '\0';
  today = g_strconcat ("{\n\"format\":\"io.github.thawapp.Thaw.Journal\",\n\"version\":5,\n",
                       strstr (before, "\"entries\""), THAW_TEST_JSON_NO_REMINDERS, NULL);
  g_assert_cmpstr (json, ==, today);
}

/* A file from elsewhere need not say more than it knows. */
static void
test_little_said (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) people = read_json (BESIDE ("people", "{" PERSON "}"), &error);
  g_autoptr (ThawImportBatch) care_items = read_json (BESIDE ("care_items", "{" CARE "}"), &error);
  g_autoptr (ThawImportBatch) lines = read_json (BESIDE ("own_lines", "{" LINE "}"), &error);
  g_autoptr (ThawImportBatch) marks = read_json (BESIDE ("article_marks", "{" MARK ",\"position\":1}"), &error);
  const ThawPerson *person;

  g_assert_no_error (error);
  person = people->people->pdata[0];
  g_assert_cmpint (person->kind, ==, THAW_PERSON_OTHER);
  g_assert_cmpuint (person->ways->len, ==, 0);
  g_assert_false (person->keeps_distance);
  g_assert_cmpint (person->nudge_days, ==, 0);
  g_assert_cmpint (((ThawCareItem *) care_items->care_items->pdata[0])->position, ==, 0);
  g_assert_null (((ThawOwnLine *) lines->own_lines->pdata[0])->note);
  g_assert_cmpfloat (((ThawArticleMark *) marks->article_marks->pdata[0])->position, ==, 1.0);
}

static const struct
{
  const char *json;
  const char *says;
} refused[] = {
  { BESIDE ("people", "7"), "Person 1" },
  { BESIDE ("people", "{\"name\":\"Ann\"}"), "Person 1: “uuid”" },
  { BESIDE ("people", "{" ID "}"), "Person 1: “name”" },
  { BESIDE ("people", "{" ID ",\"name\":\" \"}"), "Person 1: “name”" },
  { BESIDE ("people", "{" ID ",\"name\":\"two\\nlines\"}"), "Person 1: “name”" },
  { BESIDE ("people", "{" PERSON ",\"kind\":\"foe\"}"), "Person 1: “kind”" },
  { BESIDE ("people", "{" PERSON ",\"kind\":7}"), "Person 1: “kind”" },
  { BESIDE ("people", "{" PERSON ",\"role\":7}"), "Person 1: “role”" },
  { BESIDE ("people", "{" PERSON ",\"role\":\"two\\nlines\"}"), "Person 1: “role”" },
  { BESIDE ("people", "{" PERSON ",\"ways\":{}}"), "Person 1: “ways”" },
  { BESIDE ("people", "{" PERSON ",\"ways\":[7]}"), "Person 1: “ways”" },
  { BESIDE ("people", "{" PERSON ",\"ways\":[{\"value\":\"1\"}]}"), "Person 1: “kind” should be phone" },
  { BESIDE ("people", "{" PERSON ",\"ways\":[{\"kind\":\"pigeon\",\"value\":\"1\"}]}"), "Person 1: “kind” should be phone" },
  { BESIDE ("people", "{" PERSON ",\"ways\":[{\"kind\":\"phone\"}]}"), "Person 1: “value”" },
  { BESIDE ("people", "{" PERSON ",\"ways\":[{\"kind\":\"phone\",\"value\":\"1\",\"label\":\"\"}]}"), "Person 1: “label”" },
  { BESIDE ("people", "{" PERSON ",\"ways\":[{\"kind\":\"phone\",\"value\":\"1\",\"best\":true}]}"),
    "Person 1 has a field that is not known: \"best\"" },
  { BESIDE ("people", "{" PERSON ",\"ask\":7}"), "Person 1: “ask”" },
  { BESIDE ("people", "{" PERSON ",\"notes\":[]}"), "Person 1: “notes”" },
  { BESIDE ("people", "{" PERSON ",\"photo\":\"me.jpg\"}"), "Person 1: “photo”" },
  { BESIDE ("people", "{" PERSON ",\"last_contact\":\"yesterday\"}"), "Person 1: “last_contact”" },
  { BESIDE ("people", "{" PERSON ",\"last_contact\":20261123}"), "Person 1: “last_contact”" },
  { BESIDE ("people", "{" PERSON ",\"favourite\":1}"), "Person 1: “favourite”" },
  { BESIDE ("people", "{" PERSON ",\"keep_distance\":\"yes\"}"), "Person 1: “keep_distance”" },
  { BESIDE ("people", "{" PERSON ",\"nudge_days\":366}"), "Person 1: “nudge_days”" },
  { BESIDE ("people", "{" PERSON ",\"modified_ms\":\"now\"}"), "Person 1: “modified_ms”" },
  { BESIDE ("people", "{" PERSON ",\"birthday\":\"1980-02-29\"}"), "not known: \"birthday\"" },
  { BESIDE ("people", "{" PERSON "},{" PERSON "}"), "Person 2 has the same UUID as number 1" },
  { BESIDE ("photos", "{" ID "}"), "Photo 1: “data”" },
  { BESIDE ("photos", "{" ID ",\"data\":7}"), "Photo 1: “data”" },
  { BESIDE ("photos", "{" ID ",\"data\":\"R0lGODlh\"}"), "Photo 1: “data”" },
  { BESIDE ("photos", "{" ID ",\"data\":\"/9j/4!CBubyBwaWN0dXJl\"}"), "Photo 1: “data”" },
  { BESIDE ("photos", "{\"data\":\"/9j/4A==\"}"), "Photo 1: “uuid”" },
  { BESIDE ("care_items", "{" ID ",\"text\":\"Tea\"}"), "Line 1 of the care plan: “part”" },
  { BESIDE ("care_items", "{" ID ",\"text\":\"Tea\",\"part\":\"tea\"}"), "Line 1 of the care plan: “part”" },
  { BESIDE ("care_items", "{" ID ",\"part\":\"myself\"}"), "Line 1 of the care plan: “text”" },
  { BESIDE ("care_items", "{" ID ",\"part\":\"myself\",\"text\":\" \\n\"}"), "Line 1 of the care plan: “text”" },
  { BESIDE ("care_items", "{" CARE ",\"position\":-1}"), "Line 1 of the care plan: “position”" },
  { BESIDE ("care_items", "{" CARE ",\"position\":1000001}"), "Line 1 of the care plan: “position”" },
  { BESIDE ("care_items", "{" CARE ",\"person\":\"Ann\"}"), "Line 1 of the care plan: “person”" },
  { BESIDE ("care_items", "{" CARE ",\"activity\":\"A walk\"}"), "Line 1 of the care plan: “activity”" },
  { BESIDE ("care_items", "{" CARE ",\"person\":\"" UUID "\",\"activity\":\"walk\"}"),
    "Line 1 of the care plan: “activity” should be null" },
  { BESIDE ("own_lines", "{" ID ",\"number\":\"1\"}"), "Own line to call 1: “name”" },
  { BESIDE ("own_lines", "{" ID ",\"name\":\"a\"}"), "Own line to call 1: “number”" },
  { BESIDE ("own_lines", "{" ID ",\"name\":\"a\",\"number\":112}"), "Own line to call 1: “number”" },
  { BESIDE ("own_lines", "{" LINE ",\"note\":7}"), "Own line to call 1: “note”" },
  { BESIDE ("article_marks", "{" ID "}"), "Mark on an article 1: “article”" },
  { BESIDE ("article_marks", "{" ID ",\"article\":\"Group therapy\"}"), "Mark on an article 1: “article”" },
  { BESIDE ("article_marks", "{" MARK ",\"stance\":\"none\"}"), "Mark on an article 1: “stance”" },
  { BESIDE ("article_marks", "{" MARK ",\"stance\":\"great\"}"), "Mark on an article 1: “stance”" },
  { BESIDE ("article_marks", "{" MARK ",\"note\":7}"), "Mark on an article 1: “note”" },
  { BESIDE ("article_marks", "{" MARK ",\"bookmarked\":0}"), "Mark on an article 1: “bookmarked”" },
  { BESIDE ("article_marks", "{" MARK ",\"position\":1.01}"), "Mark on an article 1: “position”" },
  { BESIDE ("article_marks", "{" MARK ",\"position\":\"half\"}"), "Mark on an article 1: “position”" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) batch = read_json (refused[i].json, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "accepted");
      g_assert_null (batch);
      g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, refused[i].says));
    }
}

static void
test_too_much (void)
{
  g_autofree char *book = g_strnfill (10 * 1024 * 1024, 'x');
  g_autoptr (GString) ways = g_string_new ("{\"kind\":\"phone\",\"value\":\"1\"}");
  g_autofree char *many = NULL;
  static const struct
  {
    const char *start;
    const char *says;
  } cases[] = {
    { "people\":[{" ID ",\"name", "Person 1: “name”" },
    { "people\":[{" PERSON ",\"ask", "Person 1: “ask” should be text of at most 100000 bytes" },
    { "people\":[{" PERSON ",\"notes", "Person 1: “notes” should be text of at most 100000 bytes" },
    { "care_items\":[{" ID ",\"part\":\"myself\",\"text", "Line 1 of the care plan: “text”" },
    { "own_lines\":[{" LINE ",\"note", "Own line to call 1: “note”" },
    { "article_marks\":[{" MARK ",\"note", "Mark on an article 1: “note”" },
    { "photos\":[{" ID ",\"data", "Photo 1: “data”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strconcat ("{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,\"entries\":[],\"",
                                           cases[i].start, "\":\"", book, "\"}]}", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) batch = read_json (json, &error);

      g_assert_null (batch);
      g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }

  for (guint i = 0; i < THAW_PERSON_MAX_WAYS; i++)
    g_string_append (ways, ",{\"kind\":\"phone\",\"value\":\"1\"}");
  many = g_strdup_printf (BESIDE ("people", "{" PERSON ",\"ways\":[%s]}"), ways->str);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (ThawImportBatch) batch = read_json (many, &error);

    g_assert_null (batch);
    g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "Person 1: “ways” should be a list of at most 50 objects"));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/json-support/round-trip", test_round_trip);
  g_test_add_func ("/services/json-support/fixture", test_fixture);
  g_test_add_func ("/services/json-support/little-said", test_little_said);
  g_test_add_func ("/services/json-support/refused", test_refused);
  g_test_add_func ("/services/json-support/too-much", test_too_much);

  return g_test_run ();
}
