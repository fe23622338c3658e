/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-csv"

#include "config.h"

#include <string.h>

#include "exchange/thaw-csv-parser.h"
#include "exchange/thaw-csv-sessions-writer.h"
#include "exchange/thaw-csv-writer.h"
#include "exchange/thaw-exchange-error.h"
#include "thaw-session.h"
#include "thaw-test-exchange.h"

#define HEADER "date,time,utc_offset,feeling,valence,answer,emotions," \
               "people,places,events,activities,triggers,title,text,uuid,thoughts,body,did,prompt\r\n"

/* Puts a table on one line: cells end with “|”, rows with “/”. */
static char *
flatten (const char *csv,
         gsize       size,
         GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, size);
  g_autoptr (ThawCsvParser) parser = thaw_csv_parser_new (bytes);
  g_autoptr (GString) flat = g_string_new (NULL);

  for (;;)
    {
      g_auto (GStrv) row = NULL;

      if (!thaw_csv_parser_next (parser, &row, error))
        return NULL;
      if (row == NULL)
        return g_strdup (flat->str);

      for (guint i = 0; row[i] != NULL; i++)
        g_string_append_printf (flat, "%s|", row[i]);
      g_string_append_c (flat, '/');
    }
}

static void
test_parse (void)
{
  const struct
  {
    const char *csv;
    const char *flat;
  } cases[] = {
    { "", "" },
    { "\xef\xbb\xbf", "" },
    { "\n\r\n\r", "" },
    { "a", "a|/" },
    { "a,b\nc,d", "a|b|/c|d|/" },
    { "a,b\r\nc,d\r\n", "a|b|/c|d|/" },
    { "a,b\rc,d\r", "a|b|/c|d|/" },
    { "\xef\xbb\xbf" "a,b\n\n\nc\n", "a|b|/c|/" },
    { ",\n", "||/" },
    { "a,", "a||/" },
    { "\"\"", "|/" },
    { "\"a,b\",\"c\"\"d\"\r\n", "a,b|c\"d|/" },
    { "\"one\r\ntwo\nthree\",x\n", "one\r\ntwo\nthree|x|/" },
    { "\"\"\"\",\"\"\"\"\"\"", "\"|\"\"|/" },
    /* A quote that does not start a cell is a character. */
    { "5\" tall,b\n", "5\" tall|b|/" },
    { " a , b \n", " a | b |/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *flat = flatten (cases[i].csv, strlen (cases[i].csv), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (flat, ==, cases[i].flat);
    }
}

static void
test_parse_refused (void)
{
  const struct
  {
    const char *csv;
    const char *says;
  } cases[] = {
    { "a\n\"b", "line 2" },
    { "a\n\"b\n\n\n", "line 2" },
    { "\"", "line 1" },
    { "\"a\" b,c", "Line 1" },
    { "a\nb\xff\n", "Line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *flat = flatten (cases[i].csv, strlen (cases[i].csv), &error);

      g_assert_null (flat);
      g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_parse_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *flat = flatten ("a,\0b\n", 5, &error);

  g_assert_null (flat);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED);
}

static void
test_parse_too_wide (void)
{
  g_autofree char *commas = g_strnfill (1000, ',');
  g_autoptr (GError) error = NULL;
  g_autofree char *flat = flatten (commas, 1000, &error);

  g_assert_null (flat);
  g_assert_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_parse_lines (void)
{
  const char csv[] = "a\r\n\r\n\"b\nb\"\nc\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, sizeof csv - 1);
  g_autoptr (ThawCsvParser) parser = thaw_csv_parser_new (bytes);
  const guint lines[] = { 1, 3, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) row = NULL;

      g_assert_true (thaw_csv_parser_next (parser, &row, NULL));
      g_assert_nonnull (row);
      g_assert_cmpuint (thaw_csv_parser_get_line (parser), ==, lines[i]);
    }
}

static void
test_write (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *csv = NULL;

  g_ptr_array_add (entries, thaw_test_make_full_entry ("2026-11-23T09:15:00.250+01:00"));
  g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-24T21:05:59.999-03:30", "one line"));
  csv = thaw_test_write_entries (thaw_csv_writer_new, entries);

  g_assert_cmpstr (csv, ==,
                   HEADER
                   "2026-11-23,09:15:00,+01:00,3,-0.3333333333333333,named,\"sadness 2 | mein \"\"Wort\"\" 3\","
                   "Mia,\"Ärger, im Büro\",,,\"Ärger, im Büro | Es wird nie besser\",\"'=SUM(A1:A2)\","
                   "\"Über “alles”,\n\tauch \\ und \"\"das\"\".\r\n\x01\x7f 🧊→☀️\n\","
                   "50063885-84cb-5ef4-abfa-415cb3b8444b,Es wird nie besser,chest tight 2 | hands,"
                   "\"walk better | Tee, \"\"heiß\"\"\",Was war heute da?\r\n"
                   "2026-11-24,21:05:59,-03:30,,,,,,,,,,,one line,a875ee06-90b2-5efa-b876-b0a813e6ae6c,,,,\r\n");
}

static void
test_body_answer (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *csv = NULL;

  for (guint answer = 0; answer < THAW_N_BODY_ANSWERS; answer++)
    {
      g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", "x"));
      thaw_entry_set_body_answer (entries->pdata[answer], answer);
    }
  thaw_entry_set_sensation (entries->pdata[0], THAW_REGION_UPPER_BACK, THAW_QUALITY_NONE, 3);

  csv = thaw_test_write_entries (thaw_csv_writer_new, entries);
  g_assert_nonnull (strstr (csv, ",,upper-back 3,,\r\n"));
  g_assert_nonnull (strstr (csv, ",,nowhere,,\r\n"));
  g_assert_nonnull (strstr (csv, ",,unsure,,\r\n"));
}

static void
test_write_nothing (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *csv = thaw_test_write_entries (thaw_csv_writer_new, none);

  g_assert_cmpstr (csv, ==, HEADER);
}

/* What is a formula to a spreadsheet is words to us, and numbers stay numbers. */
static void
test_formulas (void)
{
  const char *const texts[] = { "=1+1", "+1", "-1", "- slept badly", "@home", "\tx" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *guarded = g_strconcat (",\"'", texts[i], "\",", NULL);
      g_autofree char *csv = NULL;

      g_ptr_array_add (entries, thaw_test_make_entry ("2026-11-23T09:15:00.250+01:00", texts[i]));
      thaw_entry_set_valence (entries->pdata[0], -1.0);
      csv = thaw_test_write_entries (thaw_csv_writer_new, entries);
      g_assert_nonnull (strstr (csv, guarded));
      g_assert_nonnull (strstr (csv, ",-1,"));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *csv = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ThawCsvParser) parser = NULL;
  g_auto (GStrv) header = NULL;
  g_auto (GStrv) row = NULL;

  g_ptr_array_add (entries, thaw_test_make_full_entry ("2026-11-23T09:15:00.250+01:00"));
  csv = thaw_test_write_entries (thaw_csv_writer_new, entries);
  bytes = g_bytes_new_static (csv, strlen (csv));
  parser = thaw_csv_parser_new (bytes);

  g_assert_true (thaw_csv_parser_next (parser, &header, NULL));
  g_assert_true (thaw_csv_parser_next (parser, &row, NULL));
  g_assert_cmpuint (g_strv_length (header), ==, g_strv_length (row));
  g_assert_cmpstr (row[13], ==, thaw_entry_get_text (entries->pdata[0]));
}

#define SESSIONS_HEADER "date,time,utc_offset,kind,activity,name,planned_minutes,minutes,ending,expected,felt," \
                        "feeling_before,valence_before,feeling_after,valence_after,note,uuid\r\n"

static char *
write_sessions (const ThawImportBatch *batch)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = thaw_csv_sessions_writer_new (stream);
  g_autoptr (GError) error = NULL;

  g_assert_false (thaw_entry_writer_takes_entries (writer));
  thaw_entry_writer_set_beside (writer, batch);
  thaw_entry_writer_finish_sync (writer, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
test_sessions (void)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autofree char *nothing = write_sessions (batch);
  g_autofree char *csv = NULL;
  ThawSession *session;

  g_assert_cmpstr (nothing, ==, SESSIONS_HEADER);

  session = thaw_session_new (THAW_ACTIVITY_PHYSICAL, "walk", "A walk, outside");
  session->uuid = g_strdup ("0190c2a0-0000-7000-8000-000000000001");
  session->moment = thaw_moment_from_iso ("2026-11-23T09:15:00.250+01:00", NULL);
  session->planned_ms = 1200000;
  session->actual_ms = 330000;
  session->expected = 0;
  session->felt = 10;
  session->before = (ThawMoodLevel) { 0, -1.0 / 3.0 };
  session->after = (ThawMoodLevel) { 10, 1.0 };
  thaw_session_set_note (session, "=SUM(A1:A2)\n\"so\"");
  g_ptr_array_add (batch->sessions, session);

  session = thaw_session_new (THAW_ACTIVITY_OTHER, "0190c2a0-0005-7000-8000-000000000001", "-כפתורים");
  session->moment = thaw_moment_from_iso ("1890-06-01T12:00:00.001+00:53:28", NULL);
  session->ending = THAW_SESSION_LOGGED;
  g_ptr_array_add (batch->sessions, session);

  csv = write_sessions (batch);
  g_assert_cmpstr (csv, ==,
                   SESSIONS_HEADER
                   "2026-11-23,09:15:00,+01:00,physical,walk,\"A walk, outside\",20,5.5,left,0,10,"
                   "0,-0.3333333333333333,10,1,\"'=SUM(A1:A2)\n\"\"so\"\"\",0190c2a0-0000-7000-8000-000000000001\r\n"
                   "1890-06-01,12:00:00,+00:53:28,other,0190c2a0-0005-7000-8000-000000000001,\"'-כפתורים\",,0,logged,,,"
                   ",,,,,\r\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/csv/parse", test_parse);
  g_test_add_func ("/services/csv/parse-refused", test_parse_refused);
  g_test_add_func ("/services/csv/parse-nul", test_parse_nul);
  g_test_add_func ("/services/csv/parse-too-wide", test_parse_too_wide);
  g_test_add_func ("/services/csv/parse-lines", test_parse_lines);
  g_test_add_func ("/services/csv/write", test_write);
  g_test_add_func ("/services/csv/body-answer", test_body_answer);
  g_test_add_func ("/services/csv/write-nothing", test_write_nothing);
  g_test_add_func ("/services/csv/formulas", test_formulas);
  g_test_add_func ("/services/csv/round-trip", test_round_trip);
  g_test_add_func ("/services/csv/sessions", test_sessions);

  return g_test_run ();
}
