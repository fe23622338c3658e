/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-json-reminders"

#include "config.h"

#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-reader.h"
#include "exchange/thaw-json-writer.h"
#include "thaw-reminder.h"
#include "thaw-test-exchange.h"

#define UUID "0190c2a0-0000-7000-8000-000000000001"
#define ID "\"uuid\":\"" UUID "\""
#define TITLED ID ",\"title\":\"Tea\""
#define TIMED TITLED ",\"times\":[\"08:30\"]"
#define START "{\"format\":\"io.github.thawapp.Thaw.Journal\",\"version\":5,\"entries\":[],\"reminders\":["
#define REMINDER(members) START "{" members "}]}"
#define WINDOW(members) REMINDER (TITLED ",\"window\":{" members "}")

static ThawImportBatch *
read_json (const char  *json,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return thaw_json_reader_read (bytes, NULL, error);
}

/* The one reminder of a file that is as it should be. */
static ThawReminder *
read_one (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = read_json (json, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->reminders->len, ==, 1);
  g_assert_true (thaw_reminder_has_valid_times (batch->reminders->pdata[0]));

  return thaw_reminder_copy (batch->reminders->pdata[0]);
}

static void
assert_refused (const char *json,
                const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = read_json (json, &error);

  g_test_message ("%s", error != NULL ? error->message : "accepted");
  g_assert_null (batch);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
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
assert_same (const ThawReminder *a,
             const ThawReminder *b)
{
  g_assert_cmpstr (a->uuid, ==, b->uuid);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->opens, ==, b->opens);
  g_assert_cmpint (a->is_on, ==, b->is_on);
  g_assert_cmpuint (a->weekdays, ==, b->weekdays);
  g_assert_cmpint (a->from, ==, b->from);
  g_assert_cmpint (a->until, ==, b->until);
  g_assert_cmpint (a->timing, ==, b->timing);
  g_assert_cmpint (a->skips_if_done, ==, b->skips_if_done);
  g_assert_cmpint (a->ignores_quiet, ==, b->ignores_quiet);
  g_assert_cmpint (a->modified_ms, ==, b->modified_ms);

  if (a->timing == THAW_REMINDER_AT_TIMES)
    {
      g_assert_cmpmem (a->times, a->n_times * sizeof (int), b->times, b->n_times * sizeof (int));
      return;
    }

  g_assert_cmpint (a->window_start, ==, b->window_start);
  g_assert_cmpint (a->window_end, ==, b->window_end);
  g_assert_cmpuint (a->n_in_window, ==, b->n_in_window);
  g_assert_cmpint (a->distance, ==, b->distance);
}

static void
test_round_trip (void)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (ThawImportBatch) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  g_autoptr (GError) error = NULL;

  thaw_test_add_reminders (batch);
  json = write_batch (batch);
  again = read_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->reminders->len, ==, batch->reminders->len);
  g_assert_cmpuint (thaw_import_batch_get_n_others (again), ==, batch->reminders->len);

  /* They stand by their UUIDs. */
  for (guint i = 0; i < again->reminders->len; i++)
    assert_same (again->reminders->pdata[i], batch->reminders->pdata[batch->reminders->len - 1 - i]);

  json_again = write_batch (again);
  g_assert_cmpstr (json_again, ==, json);
}

/* The format is a promise: files of today are read in ten years. */
static void
test_fixture (void)
{
  g_autoptr (GBytes) bytes = thaw_test_read_fixture ("json/version-5.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawImportBatch) batch = thaw_json_reader_read (bytes, NULL, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (batch->reminders->len, ==, 3);
  json = write_batch (batch);
  g_assert_cmpmem (json, strlen (json), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* As a person reads it. */
static void
test_written (void)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autofree char *json = NULL;

  thaw_test_add_reminders (batch);
  json = write_batch (batch);
  g_assert_cmpstr (strstr (json, "\"reminders\""), ==,
                   "\"reminders\":[\n"
                   "{\"uuid\":\"0190c2a0-000e-7000-8000-000000000001\",\"title\":\"Wie geht es dir?\","
                   "\"opens\":\"check-in:now\",\"on\":true,"
                   "\"weekdays\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],\"from\":null,\"until\":null,"
                   "\"times\":[\"09:00\"],\"window\":null,\"skip_if_done\":true,\"quiet_hours_too\":false,"
                   "\"modified_ms\":0},\n"
                   "{\"uuid\":\"0190c2a0-000e-7000-8000-000000000002\",\"title\":\"Rausgehen\","
                   "\"opens\":\"practice:walk\",\"on\":false,\"weekdays\":[\"sat\",\"sun\"],\"from\":null,"
                   "\"until\":\"2026-12-24\",\"times\":[\"00:00\",\"02:01\",\"04:02\",\"06:03\",\"08:04\",\"10:05\","
                   "\"12:06\",\"14:07\",\"16:08\",\"18:09\",\"20:10\",\"22:11\"],\"window\":null,\"skip_if_done\":false,"
                   "\"quiet_hours_too\":false,\"modified_ms\":7},\n"
                   "{\"uuid\":\"0190c2a0-000e-7000-8000-000000000003\","
                   "\"title\":\"🌱 שלום, \\\"<b>du</b>\\\" & ‏نفس‏\",\"opens\":null,\"on\":true,"
                   "\"weekdays\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],\"from\":\"0001-01-01\","
                   "\"until\":\"9999-12-31\",\"times\":[],"
                   "\"window\":{\"start\":\"00:00\",\"end\":\"23:59\",\"count\":12,\"distance\":90},"
                   "\"skip_if_done\":true,\"quiet_hours_too\":true,\"modified_ms\":1795421700250}\n]\n}\n");
}

/* A file from elsewhere need not say more than it knows. */
static void
test_little_said (void)
{
  g_autoptr (ThawReminder) timed = read_one (REMINDER (TIMED));
  g_autoptr (ThawReminder) window = read_one (WINDOW ("\"start\":\"10:00\",\"end\":\"10:01\""));
  g_autoptr (ThawReminder) nulls = read_one (REMINDER (TIMED ",\"opens\":null,\"on\":null,\"weekdays\":null,\"from\":null,"
                                                       "\"until\":null,\"window\":null,\"skip_if_done\":null,"
                                                       "\"quiet_hours_too\":null,\"modified_ms\":null"));
  g_autoptr (ThawReminder) fresh = thaw_reminder_new ("Tea", NULL);

  fresh->uuid = g_strdup (UUID);
  fresh->times[0] = 8 * 60 + 30;
  assert_same (timed, fresh);
  assert_same (nulls, fresh);

  fresh->timing = THAW_REMINDER_IN_WINDOW;
  fresh->window_start = 10 * 60;
  fresh->window_end = 10 * 60 + 1;
  fresh->n_in_window = 1;
  fresh->distance = 1;
  assert_same (window, fresh);
}

/* What is just within the bounds, and the order of members does not matter. */
static void
test_accepted (void)
{
  static const char *const accepted[] = {
    REMINDER ("\"modified_ms\":1,\"times\":[\"00:00\",\"23:59\"],\"title\":\"Tea\"," ID),
    REMINDER (TITLED ",\"times\":[],\"window\":{\"distance\":480,\"count\":2,\"end\":\"18:00\",\"start\":\"10:00\"}"),
    REMINDER (TITLED ",\"times\":null,\"window\":{\"start\":\"00:00\",\"end\":\"23:59\",\"count\":2,\"distance\":1439}"),
    REMINDER (TIMED ",\"weekdays\":[\"sun\",\"mon\"]"),
    REMINDER (TIMED ",\"from\":\"2026-11-23\",\"until\":\"2026-11-23\""),
    REMINDER (TIMED ",\"opens\":\"person:" UUID "\""),
    REMINDER (TIMED ",\"opens\":\"practice:gone-since-long\""),
    REMINDER (TIMED ",\"opens\":\"page:support\""),
  };

  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (ThawReminder) reminder = NULL;

      g_test_message ("%s", accepted[i]);
      reminder = read_one (accepted[i]);
      g_assert_cmpstr (reminder->title, ==, "Tea");
    }
}

static const struct
{
  const char *json;
  const char *says;
} refused[] = {
  { START "7]}", "Reminder 1" },
  { START "{" TIMED "},{" TIMED "}]}", "Reminder 2 has the same UUID as number 1" },
  { REMINDER (TIMED ",\"title\":\"Coffee\""), "Reminder 1 has a field twice: \"title\"" },
  { REMINDER (TIMED ",\"snoozed\":true"), "Reminder 1 has a field that is not known: \"snoozed\"" },
  { REMINDER ("\"title\":\"Tea\",\"times\":[\"08:30\"]"), "Reminder 1: “uuid”" },
  { REMINDER ("\"uuid\":\"1\",\"title\":\"Tea\",\"times\":[\"08:30\"]"), "Reminder 1: “uuid”" },
  { REMINDER (ID ",\"times\":[\"08:30\"]"), "Reminder 1: “title” should be one line of text" },
  { REMINDER (ID ",\"title\":\" \",\"times\":[\"08:30\"]"), "Reminder 1: “title”" },
  { REMINDER (ID ",\"title\":7,\"times\":[\"08:30\"]"), "Reminder 1: “title”" },
  { REMINDER (ID ",\"title\":\"two\\nlines\",\"times\":[\"08:30\"]"), "Reminder 1: “title”" },
  { REMINDER (TIMED ",\"opens\":7"), "Reminder 1: “opens”" },
  { REMINDER (TIMED ",\"opens\":\"\""), "Reminder 1: “opens”" },
  { REMINDER (TIMED ",\"opens\":\"https://example.org\""), "Reminder 1: “opens”" },
  { REMINDER (TIMED ",\"opens\":\"check-in:later\""), "Reminder 1: “opens”" },
  { REMINDER (TIMED ",\"opens\":\"practice:A walk\""), "Reminder 1: “opens”" },
  { REMINDER (TIMED ",\"on\":1"), "Reminder 1: “on” should be true or false" },
  { REMINDER (TIMED ",\"skip_if_done\":\"yes\""), "Reminder 1: “skip_if_done”" },
  { REMINDER (TIMED ",\"quiet_hours_too\":0"), "Reminder 1: “quiet_hours_too”" },
  { REMINDER (TIMED ",\"modified_ms\":\"now\""), "Reminder 1: “modified_ms”" },
  { REMINDER (TIMED ",\"modified_ms\":9e18"), "Reminder 1: “modified_ms”" },
  { REMINDER (TIMED ",\"weekdays\":[]"), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"weekdays\":{}"), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"weekdays\":\"mon\""), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"weekdays\":[1]"), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"weekdays\":[null]"), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"weekdays\":[\"monday\"]"), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"weekdays\":[\"mon\",\"noday\"]"), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"weekdays\":[\"mon\",\"mon\"]"), "Reminder 1: “weekdays”" },
  { REMINDER (TIMED ",\"from\":\"tomorrow\""), "Reminder 1: “from”" },
  { REMINDER (TIMED ",\"from\":20261123"), "Reminder 1: “from”" },
  { REMINDER (TIMED ",\"until\":\"2026-02-30\""), "Reminder 1: “until”" },
  { REMINDER (TIMED ",\"from\":\"2026-11-23\",\"until\":\"2026-11-22\""),
    "Reminder 1: “until” should be a day that is not before “from”" },
  { REMINDER (TITLED), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[],\"window\":null"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":\"08:30\""), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":{\"a\":\"08:30\"}"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[510]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[[\"08:30\"]]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"8:30\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"08:30:00\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"08:3O\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"08:60\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"24:00\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"-1:00\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"08:30\",\"08:30\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"08:30\",\"08:29\"]"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"times\":[\"00:01\",\"00:02\",\"00:03\",\"00:04\",\"00:05\",\"00:06\",\"00:07\",\"00:08\","
              "\"00:09\",\"00:10\",\"00:11\",\"00:12\",\"00:13\"]"), "Reminder 1: “times”" },
  { REMINDER (TIMED ",\"window\":{\"start\":\"10:00\",\"end\":\"18:00\"}"), "Reminder 1: “times” should be an empty list" },
  { REMINDER (TITLED ",\"times\":7,\"window\":{\"start\":\"10:00\",\"end\":\"18:00\"}"), "Reminder 1: “times”" },
  { REMINDER (TITLED ",\"window\":[\"10:00\",\"18:00\"]"), "Reminder 1: “window” should be an object" },
  { REMINDER (TITLED ",\"window\":false"), "Reminder 1: “window”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"times\":2"), "Reminder 1 has a field that is not known: \"times\"" },
  { WINDOW (""), "Reminder 1: “start”" },
  { WINDOW ("\"end\":\"18:00\""), "Reminder 1: “start”" },
  { WINDOW ("\"start\":600,\"end\":\"18:00\""), "Reminder 1: “start”" },
  { WINDOW ("\"start\":\"10:00\""), "Reminder 1: “end”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"10:00\""), "Reminder 1: “end” should be a time of day later than “start”" },
  { WINDOW ("\"start\":\"18:00\",\"end\":\"10:00\""), "Reminder 1: “end”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"24:00\""), "Reminder 1: “end”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"count\":0"), "Reminder 1: “count”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"count\":13"), "Reminder 1: “count”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"count\":1.5"), "Reminder 1: “count”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"distance\":0"), "Reminder 1: “distance”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"distance\":\"1 h\""), "Reminder 1: “distance”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"distance\":4294967297"), "Reminder 1: “distance”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"18:00\",\"count\":2,\"distance\":481"), "Reminder 1: “distance”" },
  { WINDOW ("\"start\":\"10:00\",\"end\":\"10:05\",\"count\":12"), "Reminder 1: “distance”" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i].json);
      assert_refused (refused[i].json, refused[i].says);
    }
}

/* Which of many it is. */
static void
test_place (void)
{
  GString *json = g_string_new (START);
  g_autofree char *all = NULL;

  for (guint i = 1; i <= 1000; i++)
    g_string_append_printf (json, "{\"uuid\":\"0190c2a0-000e-7000-8000-%012u\",\"title\":\"%u\",\"times\":[\"08:%u\"]},",
                            i, i, i == 777 ? 99 : 30);
  g_string_append (json, "{" TIMED "}]}");
  all = g_string_free (json, FALSE);
  assert_refused (all, "Reminder 777: “times”");
}

/* A title of @n_bytes between what stands before and after it. */
static char *
make_titled (char  letter,
             gsize n_bytes)
{
  g_autofree char *title = g_strnfill (n_bytes, letter);

  return g_strconcat (START "{" ID ",\"times\":[\"08:30\"],\"title\":\"", title, "\"}]}", NULL);
}

static void
test_long_title (void)
{
  g_autofree char *longest = make_titled ('x', THAW_REMINDER_MAX_TITLE_BYTES);
  g_autofree char *longer = make_titled ('x', THAW_REMINDER_MAX_TITLE_BYTES + 1);
  g_autofree char *book = make_titled ('x', 10 * 1024 * 1024);
  g_autofree char *blank = make_titled (' ', THAW_REMINDER_MAX_TITLE_BYTES);
  g_autoptr (ThawReminder) reminder = read_one (longest);

  g_assert_cmpuint (strlen (reminder->title), ==, THAW_REMINDER_MAX_TITLE_BYTES);
  assert_refused (longer, "Reminder 1: “title”");
  assert_refused (book, "Reminder 1: “title”");
  assert_refused (blank, "Reminder 1: “title”");
}

/* Also what it opens has bounds, for it goes into the journal. */
static void
test_long_target (void)
{
  g_autofree char *name = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *json = g_strconcat (START "{" TIMED ",\"opens\":\"practice:", name, "\"}]}", NULL);

  assert_refused (json, "Reminder 1: “opens”");
}

/* Much more than there is room for. */
static void
test_long_lists (void)
{
  static const struct
  {
    const char *start;
    const char *item;
    const char *says;
  } lists[] = {
    { TITLED ",\"times\":[", "\"08:30\"", "Reminder 1: “times”" },
    { TIMED ",\"weekdays\":[", "\"mon\"", "Reminder 1: “weekdays”" },
    { TIMED ",\"weekdays\":[", "{}", "Reminder 1: “weekdays”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GString *json = g_string_new (START "{");
      g_autofree char *all = NULL;

      g_string_append (json, lists[i].start);
      for (guint j = 0; j < 300000; j++)
        g_string_append_printf (json, "%s%s", j == 0 ? "" : ",", lists[i].item);
      g_string_append (json, "]}]}");
      all = g_string_free (json, FALSE);
      assert_refused (all, lists[i].says);
    }
}

/* Whatever a person may have written is theirs, to the last byte. */
static void
test_titles (void)
{
  static const char *const titles[] = {
    "<b>&amp;</b> \"%s\" \\ %n", "‏אני‏ & أنا", "👩‍👩‍👧 ☀️", "é (e\u0301)", " blanks around ", "=1+1", "\xe2\x80\xae gnitirw",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
      g_autoptr (ThawReminder) again = NULL;
      g_autofree char *json = NULL;
      ThawReminder *reminder = thaw_reminder_new (titles[i], NULL);

      reminder->uuid = g_strdup (UUID);
      g_ptr_array_add (batch->reminders, reminder);
      json = write_batch (batch);
      again = read_one (json);
      g_assert_cmpstr (again->title, ==, titles[i]);
    }
}

static void
test_not_text (void)
{
  static const char *const titles[] = { "\xff", "\xc3", "\xed\xa0\x80", "\\u0000", "a\\u0000b", "\\ud800" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *json = g_strconcat (START "{" ID ",\"times\":[\"08:30\"],\"title\":\"", titles[i], "\"}]}", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ThawImportBatch) batch = read_json (json, &error);

      g_test_message ("%s", error != NULL ? error->message : "accepted");
      g_assert_null (batch);
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, THAW_EXCHANGE_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/json-reminders/round-trip", test_round_trip);
  g_test_add_func ("/services/json-reminders/fixture", test_fixture);
  g_test_add_func ("/services/json-reminders/written", test_written);
  g_test_add_func ("/services/json-reminders/little-said", test_little_said);
  g_test_add_func ("/services/json-reminders/accepted", test_accepted);
  g_test_add_func ("/services/json-reminders/refused", test_refused);
  g_test_add_func ("/services/json-reminders/place", test_place);
  g_test_add_func ("/services/json-reminders/long-title", test_long_title);
  g_test_add_func ("/services/json-reminders/long-target", test_long_target);
  g_test_add_func ("/services/json-reminders/long-lists", test_long_lists);
  g_test_add_func ("/services/json-reminders/titles", test_titles);
  g_test_add_func ("/services/json-reminders/not-text", test_not_text);

  return g_test_run ();
}
