/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-json"

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-reader.h"
#include "exchange/thaw-json-text.h"
#include "exchange/thaw-json-writer.h"
#include "thaw-test-exchange.h"

#define UUID "0190c2a0-0000-7000-8000-000000000001"
#define START "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":1,\"entries\":["
#define IDENTITY "\"uuid\":\"" UUID "\",\"time\":\"2026-11-23T09:15:00.000+01:00\""
#define ENTRY(rest) START "{" IDENTITY "," rest "}]}"

static GPtrArray *
read_bytes (const char *json,
            gsize       size,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, size);

  return thaw_json_reader_read (bytes, NULL, error);
}

static GPtrArray *
read_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = read_bytes (json, strlen (json), &error);

  g_assert_no_error (error);

  return entries;
}

static GPtrArray *
make_journal (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  const double valences[] = { -1.0, -2.0 / 3.0, -0.1, -0.0, 0.30000000000000004, 1.0 / 3.0, 5e-324, 1.0 };
  ThawEntry *entry;

  g_ptr_array_add (entries, thaw_test_make_full_entry ("1890-06-01T12:00:00.001+00:53:28"));
  for (guint i = 0; i < G_N_ELEMENTS (valences); i++)
    {
      g_autofree char *uuid = g_strdup_printf ("0190c2a0-0000-7000-8000-%012u", i);

      entry = thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", i % 2 == 0 ? "" : "…");
      thaw_entry_set_uuid (entry, uuid);
      thaw_entry_set_valence (entry, valences[i]);
      g_ptr_array_add (entries, entry);
    }

  for (guint answer = THAW_ANSWER_NOTHING; answer < THAW_N_ANSWERS; answer++)
    {
      g_autofree char *uuid = g_strdup_printf ("0190c2a0-0001-7000-8000-%012u", answer);

      entry = thaw_test_make_entry ("9999-12-31T23:59:59.999-18:00", "");
      thaw_entry_set_uuid (entry, uuid);
      thaw_entry_set_answer (entry, answer);
      thaw_entry_set_feeling (entry, 10);
      thaw_entry_set_created_ms (entry, -1);
      thaw_entry_set_modified_ms (entry, 0);
      g_ptr_array_add (entries, entry);
    }

  /* Emotions and another answer beside them. */
  entry = thaw_test_make_full_entry ("0001-01-01T00:00:00.000+18:00");
  thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  g_ptr_array_add (entries, entry);

  return entries;
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) entries = make_journal ();
  g_autofree char *json = thaw_test_write_entries (thaw_json_writer_new, entries);
  g_autoptr (GPtrArray) again = read_json (json);
  g_autofree char *json_again = NULL;

  g_assert_cmpuint (again->len, ==, entries->len);
  for (guint i = 0; i < entries->len; i++)
    thaw_test_assert_same (again->pdata[i], entries->pdata[i]);

  json_again = thaw_test_write_entries (thaw_json_writer_new, again);
  g_assert_cmpstr (json_again, ==, json);
}

/* The format is a promise: files of today are read in ten years. */
static void
test_fixture (void)
{
  g_autoptr (GBytes) bytes = thaw_test_read_fixture ("json/version-1.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = thaw_json_reader_read (bytes, NULL, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  json = thaw_test_write_entries (thaw_json_writer_new, entries);
  g_assert_cmpmem (json, strlen (json), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_empty_journal (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *json = thaw_test_write_entries (thaw_json_writer_new, none);
  g_autoptr (GPtrArray) again = read_json (json);

  g_assert_cmpuint (again->len, ==, 0);
}

static void
test_every_character (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *json = NULL;

  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }

  g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", text->str));
  json = thaw_test_write_entries (thaw_json_writer_new, entries);
  g_assert_nonnull (strstr (json, "ÄÅÆ"));
  again = read_json (json);
  g_assert_true (g_str_equal (thaw_entry_get_text (again->pdata[0]), text->str));
}

static void
test_escapes_of_others (void)
{
  g_autoptr (GPtrArray) entries =
    read_json ("\xef\xbb\xbf \r\n" ENTRY ("\"text\":\"\\u00e9\\ud83e\\uddca\\/\\b\\f\\\"\",\"valence\":1") " \n");

  g_assert_cmpstr (thaw_entry_get_text (entries->pdata[0]), ==, "é🧊/\b\f\"");
  g_assert_cmpfloat (thaw_entry_get_valence (entries->pdata[0]), ==, 1.0);
  /* Nothing is said of the times of writing. */
  g_assert_cmpint (thaw_entry_get_modified_ms (entries->pdata[0]), ==,
                   thaw_entry_get_moment (entries->pdata[0])->utc_ms);
}

static void
test_numbers (void)
{
  const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0.0, "0" }, { -0.0, "0" }, { 1.0, "1" }, { -1.0, "-1" }, { 10.0, "10" }, { 1234567.0, "1234567" },
    { 0.1, "0.1" }, { -0.5, "-0.5" }, { 2.0 / 3.0, "0.6666666666666666" }, { 0.1 + 0.2, "0.30000000000000004" },
    { 1e300, "1e+300" }, { 5e-324, "5e-324" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      thaw_json_append_double (out, cases[i].number);
      g_assert_cmpstr (out->str, ==, cases[i].text);
    }
}

static void
test_long_text (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *text = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *json = NULL;

  g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", text));
  json = thaw_test_write_entries (thaw_json_writer_new, entries);
  again = read_json (json);
  g_assert_true (g_str_equal (thaw_entry_get_text (again->pdata[0]), text));
}

static const struct
{
  const char *json;
  ThawExchangeError code;
  const char *says;
} refused[] = {
  { "", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
  { "[]", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
  { "full_date,date,weekday,time,mood\n", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
  { "{}", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
  { "{\"format\":\"jrnl\",\"version\":1,\"entries\":[]}", THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT, NULL },
  { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"entries\":[]}", THAW_EXCHANGE_ERROR_DAMAGED, "version" },
  { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":2,\"entries\":[]}", THAW_EXCHANGE_ERROR_TOO_NEW, NULL },
  { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":1}", THAW_EXCHANGE_ERROR_DAMAGED, "no entries" },
  { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":1,\"entries\":{}}", THAW_EXCHANGE_ERROR_DAMAGED, NULL },
  { START, THAW_EXCHANGE_ERROR_DAMAGED, "breaks off" },
  { START "{" IDENTITY ",\"text\":\"half a wor", THAW_EXCHANGE_ERROR_DAMAGED, "breaks off" },
  { START "{" IDENTITY ",\"text\":\"x\"}]}]", THAW_EXCHANGE_ERROR_DAMAGED, NULL },
  { START "{" IDENTITY ",\"text\":\"x\"} {}]}", THAW_EXCHANGE_ERROR_DAMAGED, "Line 1" },
  { START "\n{" IDENTITY ",\"text\":\"a\nb\"}]}", THAW_EXCHANGE_ERROR_DAMAGED, "Line 2" },
  { START "{" IDENTITY ",\"text\" \"x\"}]}", THAW_EXCHANGE_ERROR_DAMAGED, NULL },
  { START "{" IDENTITY ",\"text\":\"x\",}]}", THAW_EXCHANGE_ERROR_DAMAGED, NULL },
  { START "{" IDENTITY ",\"text\":\"x\"},]}", THAW_EXCHANGE_ERROR_DAMAGED, NULL },
  { START "3]}", THAW_EXCHANGE_ERROR_INVALID, "Entry 1" },
  { START "null]}", THAW_EXCHANGE_ERROR_INVALID, "Entry 1" },
  { START "{\"text\":\"x\"}]}", THAW_EXCHANGE_ERROR_INVALID, "uuid" },
  { START "{\"uuid\":\"no\",\"time\":\"2026-11-23T09:15:00.000+01:00\",\"text\":\"x\"}]}",
    THAW_EXCHANGE_ERROR_INVALID, "uuid" },
  { START "{\"uuid\":\"" UUID "\",\"text\":\"x\"}]}", THAW_EXCHANGE_ERROR_INVALID, "time" },
  { START "{\"uuid\":\"" UUID "\",\"time\":\"2026-02-30T09:15:00Z\",\"text\":\"x\"}]}",
    THAW_EXCHANGE_ERROR_INVALID, "time" },
  { START "{\"uuid\":\"" UUID "\",\"time\":\"99999-01-01T09:15:00Z\",\"text\":\"x\"}]}",
    THAW_EXCHANGE_ERROR_INVALID, "time" },
  { START "{\"uuid\":\"" UUID "\",\"time\":\"0000-01-01T09:15:00Z\",\"text\":\"x\"}]}",
    THAW_EXCHANGE_ERROR_INVALID, "time" },
  { START "{\"uuid\":\"" UUID "\",\"time\":\"2026-11-23T09:15:00\",\"text\":\"x\"}]}",
    THAW_EXCHANGE_ERROR_INVALID, "time" },
  { ENTRY ("\"feeling\":11"), THAW_EXCHANGE_ERROR_INVALID, "feeling" },
  { ENTRY ("\"feeling\":-1"), THAW_EXCHANGE_ERROR_INVALID, "feeling" },
  { ENTRY ("\"feeling\":3.5"), THAW_EXCHANGE_ERROR_INVALID, "feeling" },
  { ENTRY ("\"feeling\":\"3\""), THAW_EXCHANGE_ERROR_INVALID, "feeling" },
  { ENTRY ("\"feeling\":99999999999999999999999"), THAW_EXCHANGE_ERROR_INVALID, "feeling" },
  { ENTRY ("\"valence\":1.01"), THAW_EXCHANGE_ERROR_INVALID, "valence" },
  { ENTRY ("\"valence\":1e999"), THAW_EXCHANGE_ERROR_INVALID, "valence" },
  { ENTRY ("\"valence\":true"), THAW_EXCHANGE_ERROR_INVALID, "valence" },
  { ENTRY ("\"valence\":NaN"), THAW_EXCHANGE_ERROR_DAMAGED, "Entry 1" },
  { ENTRY ("\"valence\":Infinity"), THAW_EXCHANGE_ERROR_DAMAGED, "Entry 1" },
  { ENTRY ("\"answer\":\"perhaps\""), THAW_EXCHANGE_ERROR_INVALID, "answer" },
  { ENTRY ("\"answer\":3"), THAW_EXCHANGE_ERROR_INVALID, "answer" },
  { ENTRY ("\"emotions\":\"joy\""), THAW_EXCHANGE_ERROR_INVALID, "emotions" },
  { ENTRY ("\"emotions\":[\"joy\"]"), THAW_EXCHANGE_ERROR_INVALID, "emotions" },
  { ENTRY ("\"emotions\":[{\"emotion\":\"joy\"}]"), THAW_EXCHANGE_ERROR_INVALID, "intensity" },
  { ENTRY ("\"emotions\":[{\"emotion\":\"joy\",\"intensity\":4}]"), THAW_EXCHANGE_ERROR_INVALID, "intensity" },
  { ENTRY ("\"emotions\":[{\"emotion\":\" \",\"intensity\":1}]"), THAW_EXCHANGE_ERROR_INVALID, "emotion" },
  { ENTRY ("\"emotions\":[{\"emotion\":\"joy\",\"intensity\":1},{\"emotion\":\"joy\",\"intensity\":2}]"),
    THAW_EXCHANGE_ERROR_INVALID, "once" },
  { ENTRY ("\"tags\":[{\"name\":\"\"}]"), THAW_EXCHANGE_ERROR_INVALID, "name" },
  { ENTRY ("\"tags\":[{\"name\":\"a\",\"kind\":\"animal\"}]"), THAW_EXCHANGE_ERROR_INVALID, "kind" },
  { ENTRY ("\"tags\":[{\"name\":\"a\",\"trigger\":1}]"), THAW_EXCHANGE_ERROR_INVALID, "trigger" },
  { ENTRY ("\"tags\":[[]]"), THAW_EXCHANGE_ERROR_INVALID, "tags" },
  { ENTRY ("\"text\":7"), THAW_EXCHANGE_ERROR_INVALID, "text" },
  { ENTRY ("\"title\":{}"), THAW_EXCHANGE_ERROR_INVALID, "title" },
  { ENTRY ("\"text\":\"x\",\"created_ms\":\"now\""), THAW_EXCHANGE_ERROR_INVALID, "created_ms" },
  { ENTRY ("\"text\":\"x\",\"modified_ms\":9223372036854775807"), THAW_EXCHANGE_ERROR_INVALID, "modified_ms" },
  { ENTRY ("\"text\":\"cut\\u0000off\""), THAW_EXCHANGE_ERROR_INVALID, "Line 1" },
  { ENTRY ("\"text\":\"\\ud83e\""), THAW_EXCHANGE_ERROR_INVALID, "Line 1" },
  { ENTRY ("\"text\":\"\\uddca\\ud83e\""), THAW_EXCHANGE_ERROR_INVALID, "Line 1" },
  { ENTRY ("\"text\":\"\\x41\""), THAW_EXCHANGE_ERROR_DAMAGED, "Line 1" },
  { ENTRY ("\"text\":\"\xff\xfe\""), THAW_EXCHANGE_ERROR_DAMAGED, "UTF-8" },
  { ENTRY ("\"text\":\"x\",\"mood\":3"), THAW_EXCHANGE_ERROR_INVALID, "mood" },
  { ENTRY ("\"text\":\"x\",\"text\":\"y\""), THAW_EXCHANGE_ERROR_INVALID, "twice" },
  { ENTRY ("\"text\":\" \\n \""), THAW_EXCHANGE_ERROR_INVALID, "says nothing" },
  { START "{" IDENTITY ",\"text\":\"x\"},{" IDENTITY ",\"text\":\"y\"}]}",
    THAW_EXCHANGE_ERROR_INVALID, "Entries 1 and 2" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = read_bytes (refused[i].json, strlen (refused[i].json), &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "accepted");
      g_assert_null (entries);
      g_assert_error (error, THAW_EXCHANGE_ERROR, (int) refused[i].code);
      g_assert_null (strchr (error->message, '\n'));
      if (refused[i].says != NULL)
        g_assert_nonnull (strstr (error->message, refused[i].says));
    }
}

static void
test_nul_byte (void)
{
  const char json[] = ENTRY ("\"text\":\"a\0b\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = read_bytes (json, sizeof json - 1, &error);

  g_assert_null (entries);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED);
}

static void
test_deep_nesting (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *json = g_strconcat (START, brackets, NULL);
  g_autofree char *beside = g_strconcat ("{\"other\":", brackets, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = read_bytes (json, strlen (json), &error);

  g_assert_null (entries);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  entries = read_bytes (beside, strlen (beside), &error);
  g_assert_null (entries);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE);
}

/* However a download or a copy breaks off, a part of a file is never taken for all of it. */
static void
test_every_cut (void)
{
  g_autoptr (GPtrArray) entries = make_journal ();
  g_autofree char *json = thaw_test_write_entries (thaw_json_writer_new, entries);
  gsize size = strlen (json);

  g_assert_cmpint (json[size - 2], ==, '}');
  for (gsize cut = 0; cut < size - 1; cut++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) part = read_bytes (json, cut, &error);

      g_assert_null (part);
      g_assert_nonnull (error);
      g_assert_true (error->domain == THAW_EXCHANGE_ERROR);
    }
}

/* Bytes that flipped are refused, or read as something that can be stored; never more than that. */
static void
test_flipped_bytes (void)
{
  g_autoptr (GPtrArray) entries = make_journal ();
  g_autofree char *json = thaw_test_write_entries (thaw_json_writer_new, entries);
  gsize size = strlen (json);
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  for (guint round = 0; round < 4000; round++)
    {
      g_autofree char *broken = g_memdup2 (json, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) read_back = NULL;

      for (gint32 n = g_rand_int_range (random, 1, 4); n > 0; n--)
        broken[g_rand_int_range (random, 0, (gint32) size)] = (char) g_rand_int_range (random, 0, 256);

      read_back = read_bytes (broken, size, &error);
      g_assert_true ((read_back == NULL) == (error != NULL));
      for (guint i = 0; read_back != NULL && i < read_back->len; i++)
        {
          g_assert_true (thaw_moment_is_valid (thaw_entry_get_moment (read_back->pdata[i])));
          g_assert_true (g_utf8_validate (thaw_entry_get_text (read_back->pdata[i]), -1, NULL));
        }
    }
}

static void
test_full_disk (void)
{
  char room[100];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (ThawEntryWriter) writer = thaw_json_writer_new (stream);
  g_autoptr (ThawEntry) entry = thaw_test_make_full_entry ("2026-11-23T09:15:00.250+01:00");
  g_autoptr (GError) error = NULL;

  g_assert_true (thaw_entry_writer_write_sync (writer, entry, NULL, &error));
  g_assert_false (thaw_entry_writer_finish_sync (writer, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_cancel (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) read_back = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *json;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", text));
    }

  json = thaw_test_write_entries (thaw_json_writer_new, entries);
  bytes = g_bytes_new_take (json, strlen (json));
  g_cancellable_cancel (cancellable);
  read_back = thaw_json_reader_read (bytes, cancellable, &error);
  g_assert_null (read_back);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/json/round-trip", test_round_trip);
  g_test_add_func ("/services/json/fixture", test_fixture);
  g_test_add_func ("/services/json/empty-journal", test_empty_journal);
  g_test_add_func ("/services/json/every-character", test_every_character);
  g_test_add_func ("/services/json/escapes-of-others", test_escapes_of_others);
  g_test_add_func ("/services/json/numbers", test_numbers);
  g_test_add_func ("/services/json/long-text", test_long_text);
  g_test_add_func ("/services/json/refused", test_refused);
  g_test_add_func ("/services/json/nul-byte", test_nul_byte);
  g_test_add_func ("/services/json/deep-nesting", test_deep_nesting);
  g_test_add_func ("/services/json/every-cut", test_every_cut);
  g_test_add_func ("/services/json/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/services/json/full-disk", test_full_disk);
  g_test_add_func ("/services/json/cancel", test_cancel);

  return g_test_run ();
}
