/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-json"

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-reader.h"
#include "exchange/thaw-json-text.h"
#include "exchange/thaw-json-writer.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"
#include "thaw-test-exchange.h"

#define UUID "0190c2a0-0000-7000-8000-000000000001"
#define HEADER "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,"
#define START HEADER "\"entries\":["
#define IDENTITY "\"uuid\":\"" UUID "\",\"time\":\"2026-11-23T09:15:00.000+01:00\""
#define ENTRY(rest) START "{" IDENTITY "," rest "}]}"
#define HEADER_LINES "{\n\"format\":\"io.github.thawapp.Thaw.Journal\",\n\"version\":5,\n"
#define NO_PRACTICE \
  ",\n\"sessions\":[\n],\n\"own_activities\":[\n],\n\"favourites\":[\n],\n\"patterns\":[\n],\n\"plans\":[\n]" \
  THAW_TEST_JSON_NO_SUPPORT
#define BESIDE(list, items) HEADER "\"" list "\":[" items "],\"entries\":[]}"

static ThawImportBatch *
read_bytes (const char *json,
            gsize       size,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, size);

  return thaw_json_reader_read (bytes, NULL, error);
}

static ThawImportBatch *
read_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  ThawImportBatch *batch = read_bytes (json, strlen (json), &error);

  g_assert_no_error (error);

  return batch;
}

static char *
write_batch (const ThawImportBatch *batch)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = thaw_json_writer_new (stream);
  g_autoptr (GError) error = NULL;

  thaw_entry_writer_set_beside (writer, batch);
  for (guint i = 0; i < batch->entries->len; i++)
    g_assert_true (thaw_entry_writer_write_sync (writer, batch->entries->pdata[i], NULL, &error));
  g_assert_true (thaw_entry_writer_finish_sync (writer, NULL, &error));

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
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

/* Every region, quality, strength and outcome there is. */
static void
add_all_marks (ThawEntry *entry)
{
  for (guint region = 0; region < THAW_N_BODY_REGIONS; region++)
    {
      for (guint quality = 0; quality < THAW_N_QUALITIES; quality++)
        thaw_entry_set_sensation (entry, region, quality, (int) (region + quality) % 4);
    }

  for (guint outcome = 0; outcome < THAW_N_OUTCOMES; outcome++)
    {
      g_autofree char *slug = g_strdup_printf ("„etwas“ %u", outcome);

      thaw_entry_set_coping (entry, slug, outcome);
    }

  for (guint kind = 0; kind < THAW_N_TAG_KINDS; kind++)
    thaw_entry_set_tag (entry, "a", kind, kind % 2 == 0);
}

static void
add_beside (ThawImportBatch *batch)
{
  ThawReflection *reflection;
  ThawOwnPrompt *prompt;
  ThawOwnWord *word;

  word = thaw_own_word_new ("mein \"Wort\"", NULL);
  word->uuid = g_strdup ("0190c2a0-0002-7000-8000-000000000002");
  g_ptr_array_add (batch->own_words, word);
  word = thaw_own_word_new ("kribbelig", "fear");
  word->uuid = g_strdup ("0190c2a0-0002-7000-8000-000000000001");
  word->modified_ms = 1795421700250;
  g_ptr_array_add (batch->own_words, word);

  g_ptr_array_add (batch->hidden_words, g_strdup ("rage"));
  g_ptr_array_add (batch->hidden_words, g_strdup ("contempt"));

  prompt = thaw_own_prompt_new ("Was war heute\nleicht?");
  prompt->uuid = g_strdup ("0190c2a0-0003-7000-8000-000000000001");
  prompt->modified_ms = -1;
  g_ptr_array_add (batch->own_prompts, prompt);

  for (guint i = 0; i < THAW_N_REFLECTION_AREAS + 1; i++)
    {
      reflection = thaw_reflection_new ();
      reflection->uuid = g_strdup_printf ("0190c2a0-0004-7000-8000-%012u", i);
      reflection->moment = thaw_moment_from_iso (i == 0 ? "2026-11-23T09:15:00.250+01:00"
                                                        : "2026-11-09T21:40:12.003-03:30", NULL);
      if (i < THAW_N_REFLECTION_AREAS)
        reflection->levels[i] = (int) i * 10 / (THAW_N_REFLECTION_AREAS - 1);
      else
        thaw_reflection_set_note (reflection, "Nur \"das\".\n");
      reflection->modified_ms = i;
      g_ptr_array_add (batch->reflections, reflection);
    }

  thaw_test_add_practice (batch);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) entries = make_journal ();
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new_from_entries (entries);
  g_autoptr (ThawImportBatch) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;

  add_all_marks (entries->pdata[0]);
  add_beside (batch);
  json = write_batch (batch);
  again = read_json (json);

  g_assert_cmpuint (again->entries->len, ==, entries->len);
  for (guint i = 0; i < entries->len; i++)
    thaw_test_assert_same (again->entries->pdata[i], entries->pdata[i]);

  g_assert_cmpuint (again->own_words->len, ==, 2);
  g_assert_cmpstr (((ThawOwnWord *) again->own_words->pdata[0])->word, ==, "kribbelig");
  g_assert_cmpstr (((ThawOwnWord *) again->own_words->pdata[0])->family, ==, "fear");
  g_assert_cmpint (((ThawOwnWord *) again->own_words->pdata[0])->modified_ms, ==, 1795421700250);
  g_assert_cmpstr (((ThawOwnWord *) again->own_words->pdata[1])->word, ==, "mein \"Wort\"");
  g_assert_null (((ThawOwnWord *) again->own_words->pdata[1])->family);
  g_assert_cmpuint (again->hidden_words->len, ==, 2);
  g_assert_cmpstr (again->hidden_words->pdata[0], ==, "contempt");
  g_assert_cmpuint (again->own_prompts->len, ==, 1);
  g_assert_cmpstr (((ThawOwnPrompt *) again->own_prompts->pdata[0])->text, ==, "Was war heute\nleicht?");
  g_assert_cmpuint (again->reflections->len, ==, batch->reflections->len);
  g_assert_cmpint (((ThawReflection *) again->reflections->pdata[0])->levels[0], ==, THAW_REFLECTION_UNKNOWN);
  g_assert_cmpint (((ThawReflection *) again->reflections->pdata[0])->levels[1], ==, 3);
  g_assert_cmpint (((ThawReflection *) again->reflections->pdata[4])->levels[0], ==, 0);

  json_again = write_batch (again);
  g_assert_cmpstr (json_again, ==, json);
}

/* In which order things came into a journal is no part of it. */
static void
test_order_of_lists (void)
{
  const char json[] =
    HEADER "\"reflections\":[],\"hidden_words\":[\"r\\u0061ge\",\"dread\"],\"entries\":[],\"own_prompts\":["
           "{\"text\":\"b\",\"uuid\":\"0190c2a0-0000-7000-8000-000000000002\"},"
           "{\"text\":\"a\",\"uuid\":\"0190C2A0-0000-7000-8000-000000000001\"}]}";
  g_autoptr (ThawImportBatch) batch = read_json (json);
  g_autofree char *written = write_batch (batch);

  g_assert_cmpstr (((ThawOwnPrompt *) batch->own_prompts->pdata[0])->text, ==, "b");
  g_assert_cmpstr (written, ==, HEADER_LINES "\"entries\":[\n],\n\"own_words\":[\n],\n"
                   "\"hidden_words\":[\n\"dread\",\n\"rage\"\n],\n\"own_prompts\":[\n"
                   "{\"uuid\":\"0190c2a0-0000-7000-8000-000000000001\",\"text\":\"a\",\"modified_ms\":0},\n"
                   "{\"uuid\":\"0190c2a0-0000-7000-8000-000000000002\",\"text\":\"b\",\"modified_ms\":0}\n],\n"
                   "\"reflections\":[\n]" NO_PRACTICE);
}

/* The format is a promise: files of today are read in ten years. */
static void
test_version_2 (void)
{
  g_autoptr (GBytes) bytes = thaw_test_read_fixture ("json/version-2.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = thaw_json_reader_read (bytes, NULL, &error);
  g_autofree char *json = NULL;
  g_autofree char *before = NULL;
  g_autofree char *today = NULL;
  const char *rest;

  g_assert_no_error (error);
  g_assert_cmpuint (batch->entries->len, ==, 4);
  g_assert_cmpuint (batch->own_words->len, ==, 2);
  g_assert_cmpuint (batch->hidden_words->len, ==, 2);
  g_assert_cmpuint (batch->own_prompts->len, ==, 1);
  g_assert_cmpuint (batch->reflections->len, ==, 2);
  g_assert_cmpuint (thaw_import_batch_get_n_others (batch), ==, 7);

  /* Written again it says the same, and that there was nothing of what came later. */
  json = write_batch (batch);
  before = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  rest = strstr (before, "\"entries\"");
  g_assert_true (g_str_has_suffix (rest, "\n]\n}\n"));
  before[strlen (before) - strlen ("\n}\n")] = '\0';
  today = g_strconcat (HEADER_LINES, rest, NO_PRACTICE, NULL);
  g_assert_cmpstr (json, ==, today);
}

static ThawEntry *
make_fixture_entry (guint       number,
                    const char *time,
                    const char *text,
                    gint64      created_ms,
                    gint64      modified_ms)
{
  ThawEntry *entry = thaw_test_make_entry (time, text);
  g_autofree char *uuid = g_strdup_printf ("0190c2a0-0000-7000-8000-%012u", number);

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_created_ms (entry, created_ms);
  thaw_entry_set_modified_ms (entry, modified_ms);

  return entry;
}

static void
test_version_1 (void)
{
  g_autoptr (GBytes) bytes = thaw_test_read_fixture ("json/version-1.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = thaw_json_reader_read (bytes, NULL, &error);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_object_unref);
  ThawEntry *entry;

  g_assert_no_error (error);

  entry = make_fixture_entry (1, "2026-11-23T09:15:00.250+01:00", "Erst nichts.\nDann doch “etwas”.", 1795421700250,
                              1795421760000);
  thaw_entry_set_feeling (entry, 3);
  thaw_entry_set_valence (entry, -1.0 / 3.0);
  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_emotion (entry, "heimweh", 1);
  thaw_entry_set_tag (entry, "Mia", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_tag (entry, "Anruf", THAW_TAG_EVENT, TRUE);
  thaw_entry_set_title (entry, "Nach dem Anruf");
  g_ptr_array_add (expected, entry);

  entry = make_fixture_entry (2, "2026-11-23T21:40:12.003-03:30", "", 1795479012003, 1795479012003);
  thaw_entry_set_feeling (entry, 0);
  thaw_entry_set_answer (entry, THAW_ANSWER_NOTHING);
  g_ptr_array_add (expected, entry);

  entry = make_fixture_entry (3, "1890-06-01T12:00:00.000+00:53:28", "🌱", -2511046408000, 0);
  thaw_entry_set_valence (entry, 1.0);
  thaw_entry_set_tag (entry, "Garten", THAW_TAG_PLACE, FALSE);
  g_ptr_array_add (expected, entry);

  g_assert_cmpuint (batch->entries->len, ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    thaw_test_assert_same (batch->entries->pdata[i], expected->pdata[i]);
  g_assert_cmpuint (batch->own_words->len, ==, 0);
  g_assert_cmpuint (batch->reflections->len, ==, 0);
}

static void
test_empty_journal (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *json = thaw_test_write_entries (thaw_json_writer_new, none);
  g_autoptr (ThawImportBatch) again = read_json (json);

  g_assert_cmpuint (again->entries->len, ==, 0);
}

static void
test_every_character (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ThawImportBatch) again = NULL;
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
  g_assert_true (g_str_equal (thaw_entry_get_text (again->entries->pdata[0]), text->str));
}

static void
test_escapes_of_others (void)
{
  g_autoptr (ThawImportBatch) batch =
    read_json ("\xef\xbb\xbf \r\n" ENTRY ("\"text\":\"\\u00e9\\ud83e\\uddca\\/\\b\\f\\\"\",\"valence\":1") " \n");

  g_assert_cmpstr (thaw_entry_get_text (batch->entries->pdata[0]), ==, "é🧊/\b\f\"");
  g_assert_cmpfloat (thaw_entry_get_valence (batch->entries->pdata[0]), ==, 1.0);
  /* Nothing is said of the times of writing. */
  g_assert_cmpint (thaw_entry_get_modified_ms (batch->entries->pdata[0]), ==,
                   thaw_entry_get_moment (batch->entries->pdata[0])->utc_ms);
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
  g_autoptr (ThawImportBatch) again = NULL;
  g_autofree char *text = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *json = NULL;

  g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", text));
  json = thaw_test_write_entries (thaw_json_writer_new, entries);
  again = read_json (json);
  g_assert_true (g_str_equal (thaw_entry_get_text (again->entries->pdata[0]), text));
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
  { "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":6,\"entries\":[]}", THAW_EXCHANGE_ERROR_TOO_NEW, NULL },
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
  { ENTRY ("\"tags\":[{\"name\":\"a\",\"colour\":7}]"), THAW_EXCHANGE_ERROR_INVALID, "known: \"colour\"" },
  { ENTRY ("\"emotions\":[{\"emotion\":\"joy\",\"colour\":7}]"), THAW_EXCHANGE_ERROR_INVALID, "known: \"colour\"" },
  { ENTRY ("\"sensations\":[{\"region\":\"chest\",\"colour\":7}]"), THAW_EXCHANGE_ERROR_INVALID, "known: \"colour\"" },
  { ENTRY ("\"copings\":[{\"activity\":\"walk\",\"colour\":7}]"), THAW_EXCHANGE_ERROR_INVALID, "known: \"colour\"" },
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
    THAW_EXCHANGE_ERROR_INVALID, "Entry 2 has the same UUID as number 1" },

  { ENTRY ("\"sensations\":\"chest\""), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “sensations”" },
  { ENTRY ("\"sensations\":[\"chest\"]"), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “sensations”" },
  { ENTRY ("\"sensations\":[{\"quality\":\"tight\"}]"), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “region”" },
  { ENTRY ("\"sensations\":[{\"region\":\"soul\"}]"), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “region”" },
  { ENTRY ("\"sensations\":[{\"region\":\"chest\",\"quality\":\"odd\"}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “quality”" },
  { ENTRY ("\"sensations\":[{\"region\":\"chest\",\"quality\":3}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “quality”" },
  { ENTRY ("\"sensations\":[{\"region\":\"chest\",\"strength\":0}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “strength”" },
  { ENTRY ("\"sensations\":[{\"region\":\"chest\",\"strength\":4}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “strength”" },
  { ENTRY ("\"sensations\":[{\"region\":\"chest\"},{\"region\":\"chest\",\"strength\":1}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “region” should be named once" },
  { ENTRY ("\"body\":\"here\""), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “body”" },
  { ENTRY ("\"body\":7"), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “body”" },
  { ENTRY ("\"body\":\"nowhere\",\"sensations\":[{\"region\":\"chest\"}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “body” should be null" },
  { ENTRY ("\"copings\":{}"), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “copings”" },
  { ENTRY ("\"copings\":[{\"outcome\":\"better\"}]"), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “activity”" },
  { ENTRY ("\"copings\":[{\"activity\":\"walk\",\"outcome\":\"great\"}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “outcome”" },
  { ENTRY ("\"copings\":[{\"activity\":\"walk\",\"outcome\":true}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “outcome”" },
  { ENTRY ("\"copings\":[{\"activity\":\"walk\"},{\"activity\":\"walk\"}]"),
    THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “activity” should be named once" },
  { ENTRY ("\"prompt\":[]"), THAW_EXCHANGE_ERROR_INVALID, "Entry 1: “prompt”" },
  { ENTRY ("\"prompt\":\"Only a question?\""), THAW_EXCHANGE_ERROR_INVALID, "says nothing" },

  { HEADER "\"entries\":[],\"entries\":[]}", THAW_EXCHANGE_ERROR_INVALID, "twice" },
  { HEADER "\"entries\":[],\"own_words\":[],\"own_words\":[]}", THAW_EXCHANGE_ERROR_INVALID, "\"own_words\"" },
  { HEADER "\"entries\":[],\"reflections\":{}}", THAW_EXCHANGE_ERROR_DAMAGED, "Line 1" },
  { HEADER "\"own_words\":[]}", THAW_EXCHANGE_ERROR_DAMAGED, "no entries" },
  { BESIDE ("own_words", "7"), THAW_EXCHANGE_ERROR_INVALID, "Own word 1" },
  { BESIDE ("own_words", "{\"word\":\"a\"}"), THAW_EXCHANGE_ERROR_INVALID, "Own word 1: “uuid”" },
  { BESIDE ("own_words", "{\"uuid\":\"" UUID "\"}"), THAW_EXCHANGE_ERROR_INVALID, "Own word 1: “word”" },
  { BESIDE ("own_words", "{\"uuid\":\"" UUID "\",\"word\":\"a\\nb\"}"),
    THAW_EXCHANGE_ERROR_INVALID, "Own word 1: “word”" },
  { BESIDE ("own_words", "{\"uuid\":\"" UUID "\",\"word\":\"a\",\"family\":\"\"}"),
    THAW_EXCHANGE_ERROR_INVALID, "Own word 1: “family”" },
  { BESIDE ("own_words", "{\"uuid\":\"" UUID "\",\"word\":\"a\",\"family\":1}"),
    THAW_EXCHANGE_ERROR_INVALID, "Own word 1: “family”" },
  { BESIDE ("own_words", "{\"uuid\":\"" UUID "\",\"word\":\"a\",\"modified_ms\":\"now\"}"),
    THAW_EXCHANGE_ERROR_INVALID, "Own word 1: “modified_ms”" },
  { BESIDE ("own_words", "{\"uuid\":\"" UUID "\",\"word\":\"a\",\"definition\":\"b\"}"),
    THAW_EXCHANGE_ERROR_INVALID, "definition" },
  { BESIDE ("own_words", "{\"uuid\":\"" UUID "\",\"word\":\"a\"},{\"uuid\":\"" UUID "\",\"word\":\"b\"}"),
    THAW_EXCHANGE_ERROR_INVALID, "Own word 2 has the same UUID as number 1" },
  { BESIDE ("hidden_words", "7"), THAW_EXCHANGE_ERROR_INVALID, "Hidden word 1" },
  { BESIDE ("hidden_words", "null"), THAW_EXCHANGE_ERROR_INVALID, "Hidden word 1" },
  { BESIDE ("hidden_words", "[\"rage\"]"), THAW_EXCHANGE_ERROR_INVALID, "Hidden word 1" },
  { BESIDE ("hidden_words", "\"\""), THAW_EXCHANGE_ERROR_INVALID, "Hidden word 1" },
  { BESIDE ("hidden_words", "\"rage\",\"rage\""), THAW_EXCHANGE_ERROR_INVALID, "Hidden word 2" },
  { BESIDE ("own_prompts", "{\"text\":\"a\"}"), THAW_EXCHANGE_ERROR_INVALID, "Own prompt 1: “uuid”" },
  { BESIDE ("own_prompts", "{\"uuid\":\"" UUID "\",\"text\":\" \"}"),
    THAW_EXCHANGE_ERROR_INVALID, "Own prompt 1: “text”" },
  { BESIDE ("reflections", "{\"uuid\":\"" UUID "\",\"range\":1}"), THAW_EXCHANGE_ERROR_INVALID, "Reflection 1: “time”" },
  { BESIDE ("reflections", "{" IDENTITY "}"), THAW_EXCHANGE_ERROR_INVALID, "Reflection 1 says nothing" },
  { BESIDE ("reflections", "{" IDENTITY ",\"naming\":11}"), THAW_EXCHANGE_ERROR_INVALID, "Reflection 1: “naming”" },
  { BESIDE ("reflections", "{" IDENTITY ",\"range\":-1}"), THAW_EXCHANGE_ERROR_INVALID, "Reflection 1: “range”" },
  { BESIDE ("reflections", "{" IDENTITY ",\"range\":1,\"note\":2}"), THAW_EXCHANGE_ERROR_INVALID, "Reflection 1: “note”" },
  { BESIDE ("reflections", "{" IDENTITY ",\"range\":1,\"range\":2}"), THAW_EXCHANGE_ERROR_INVALID, "Reflection 1" },
  { BESIDE ("reflections", "{" IDENTITY ",\"note\":\"cut off"), THAW_EXCHANGE_ERROR_DAMAGED, "breaks off" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) batch = read_bytes (refused[i].json, strlen (refused[i].json), &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "accepted");
      g_assert_null (batch);
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
  g_autoptr (ThawImportBatch) batch = read_bytes (json, sizeof json - 1, &error);

  g_assert_null (batch);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED);
}

static void
test_deep_nesting (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *json = g_strconcat (START, brackets, NULL);
  g_autofree char *beside = g_strconcat ("{\"other\":", brackets, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = read_bytes (json, strlen (json), &error);

  g_assert_null (batch);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  batch = read_bytes (beside, strlen (beside), &error);
  g_assert_null (batch);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE);
}

/* However a download or a copy breaks off, a part of a file is never taken for all of it. */
static void
test_every_cut (void)
{
  g_autoptr (GPtrArray) entries = make_journal ();
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new_from_entries (entries);
  g_autofree char *json = NULL;
  gsize size;

  add_beside (batch);
  json = write_batch (batch);
  size = strlen (json);
  g_assert_cmpint (json[size - 2], ==, '}');
  for (gsize cut = 0; cut < size - 1; cut++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) part = read_bytes (json, cut, &error);

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
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new_from_entries (entries);
  g_autofree char *json = NULL;
  gsize size;
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  add_beside (batch);
  json = write_batch (batch);
  size = strlen (json);
  for (guint round = 0; round < 4000; round++)
    {
      g_autofree char *broken = g_memdup2 (json, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) read_back = NULL;

      for (gint32 n = g_rand_int_range (random, 1, 4); n > 0; n--)
        broken[g_rand_int_range (random, 0, (gint32) size)] = (char) g_rand_int_range (random, 0, 256);

      read_back = read_bytes (broken, size, &error);
      g_assert_true ((read_back == NULL) == (error != NULL));
      for (guint i = 0; read_back != NULL && i < read_back->entries->len; i++)
        {
          g_assert_true (thaw_moment_is_valid (thaw_entry_get_moment (read_back->entries->pdata[i])));
          g_assert_true (g_utf8_validate (thaw_entry_get_text (read_back->entries->pdata[i]), -1, NULL));
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
  g_autoptr (ThawImportBatch) read_back = NULL;
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
  g_test_add_func ("/services/json/order-of-lists", test_order_of_lists);
  g_test_add_func ("/services/json/version-1", test_version_1);
  g_test_add_func ("/services/json/version-2", test_version_2);
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
