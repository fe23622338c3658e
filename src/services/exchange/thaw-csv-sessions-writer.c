/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-csv-sessions-writer"

#include "config.h"
#include "thaw-csv-sessions-writer.h"

#include "exchange/thaw-csv-text.h"
#include "exchange/thaw-json-text.h"
#include "thaw-session.h"

#define MS_PER_MINUTE 60000.0

/**
 * ThawCsvSessionsWriter:
 *
 * Writes a table of what was done, one session a row, and no entries: those have
 * other columns, and a table of their own (ThawCsvWriter).
 *
 * The columns are `date` and `time` of the beginning as the person's clock showed
 * them, `utc_offset`, `kind` (as `physical`), `activity` (as `walk`, or a UUID),
 * `name`, `planned_minutes` (empty if that was open), `minutes`, `ending`
 * (`finished`, `left` or `logged`), `expected` and `felt` (0 to 10),
 * `feeling_before` (0 to 10), `valence_before` (−1 to 1), `feeling_after`,
 * `valence_after`, `note` and `uuid`. What was not said is an empty cell.
 */
struct _ThawCsvSessionsWriter
{
  ThawEntryWriter parent_instance;

  GPtrArray *sessions; /* (owned) (nullable) (element-type ThawSession) */
};

G_DEFINE_FINAL_TYPE (ThawCsvSessionsWriter, thaw_csv_sessions_writer, THAW_TYPE_ENTRY_WRITER)

static void
append_minutes (GString *out,
                gint64   ms)
{
  thaw_json_append_double (out, (double) ms / MS_PER_MINUTE);
}

/* One that runs just now will have been left, as far as whoever reads the file can know. */
static void
append_session (GString           *out,
                const ThawSession *session)
{
  ThawSessionEnding ending = session->ending == THAW_SESSION_RUNNING ? THAW_SESSION_LEFT : session->ending;

  thaw_csv_append_time (out, &session->moment);
  g_string_append_printf (out, ",%s,%s,", thaw_activity_kind_to_slug (session->kind), session->activity);
  thaw_csv_append_cell (out, session->name);
  g_string_append_c (out, ',');
  if (session->planned_ms > 0)
    append_minutes (out, session->planned_ms);
  g_string_append_c (out, ',');
  append_minutes (out, session->actual_ms);
  g_string_append_printf (out, ",%s,", thaw_session_ending_to_slug (ending));
  thaw_csv_append_int (out, session->expected, THAW_PLEASURE_UNKNOWN);
  g_string_append_c (out, ',');
  thaw_csv_append_int (out, session->felt, THAW_PLEASURE_UNKNOWN);
  g_string_append_c (out, ',');
  thaw_csv_append_mood (out, &session->before);
  g_string_append_c (out, ',');
  thaw_csv_append_mood (out, &session->after);
  g_string_append_c (out, ',');
  thaw_csv_append_cell (out, session->note);
  g_string_append_printf (out, ",%s\r\n", session->uuid != NULL ? session->uuid : "");
}

static void
thaw_csv_sessions_writer_set_beside (ThawEntryWriter       *writer,
                                     const ThawImportBatch *beside)
{
  ThawCsvSessionsWriter *self = THAW_CSV_SESSIONS_WRITER (writer);

  g_return_if_fail (self->sessions == NULL);

  self->sessions = g_ptr_array_ref (beside->sessions);
}

static void
thaw_csv_sessions_writer_append_start (ThawEntryWriter *writer,
                                       GString         *out)
{
  g_string_append (out, "date,time,utc_offset,kind,activity,name,planned_minutes,minutes,ending,expected,felt,"
                        "feeling_before,valence_before,feeling_after,valence_after,note,uuid\r\n");
}

static void
thaw_csv_sessions_writer_append_end (ThawEntryWriter *writer,
                                     GString         *out)
{
  ThawCsvSessionsWriter *self = THAW_CSV_SESSIONS_WRITER (writer);

  for (guint i = 0; self->sessions != NULL && i < self->sessions->len; i++)
    append_session (out, g_ptr_array_index (self->sessions, i));
}

static void
thaw_csv_sessions_writer_dispose (GObject *object)
{
  ThawCsvSessionsWriter *self = THAW_CSV_SESSIONS_WRITER (object);

  g_clear_pointer (&self->sessions, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_csv_sessions_writer_parent_class)->dispose (object);
}

static void
thaw_csv_sessions_writer_class_init (ThawCsvSessionsWriterClass *klass)
{
  ThawEntryWriterClass *writer_class = THAW_ENTRY_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_csv_sessions_writer_dispose;

  writer_class->set_beside = thaw_csv_sessions_writer_set_beside;
  writer_class->append_start = thaw_csv_sessions_writer_append_start;
  writer_class->append_end = thaw_csv_sessions_writer_append_end;
}

static void
thaw_csv_sessions_writer_init (ThawCsvSessionsWriter *self)
{
}

/**
 * thaw_csv_sessions_writer_new:
 * @stream: where to write
 *
 * Returns: (transfer full): a writer of a table of sessions, which takes no entries
 */
ThawEntryWriter *
thaw_csv_sessions_writer_new (GOutputStream *stream)
{
  return g_object_new (THAW_TYPE_CSV_SESSIONS_WRITER, "stream", stream, NULL);
}
