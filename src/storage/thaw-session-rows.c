/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-rows"

#include "config.h"
#include "thaw-session-rows.h"

#include "thaw-store-private.h"

#include <glib/gi18n-lib.h>

/* The columns of a row; a moment takes three, a level two. */
enum
{
  COLUMN_UUID,
  COLUMN_MOMENT,
  COLUMN_KIND = COLUMN_MOMENT + 3,
  COLUMN_ACTIVITY,
  COLUMN_NAME,
  COLUMN_PLANNED_MS,
  COLUMN_ACTUAL_MS,
  COLUMN_ENDING,
  COLUMN_EXPECTED,
  COLUMN_FELT,
  COLUMN_BEFORE,
  COLUMN_AFTER = COLUMN_BEFORE + 2,
  COLUMN_MODIFIED_MS = COLUMN_AFTER + 2,
  COLUMN_NOTE,
  COLUMN_ROW,
};

static gboolean
is_length (gint64 ms)
{
  return ms >= 0 && ms <= THAW_SESSION_MAX_MS;
}

static gboolean
check_session (gconstpointer   record,
               GError        **error)
{
  const ThawSession *session = record;

  if (!thaw_moment_is_valid (&session->moment))
    return thaw_record_refuse (error, _("A session has no valid moment"));
  if ((guint) session->kind >= THAW_N_ACTIVITY_KINDS || !thaw_activity_id_is_valid (session->activity))
    return thaw_record_refuse (error, _("A session does not say what was done"));
  if (!thaw_activity_name_is_valid (session->name))
    return thaw_record_refuse (error, _("The name in a session is empty, too long or not one line of UTF-8"));
  if (!is_length (session->planned_ms) || !is_length (session->actual_ms))
    return thaw_record_refuse (error, _("A session takes from nothing to 24 hours"));
  if ((guint) session->ending >= THAW_N_SESSION_ENDINGS)
    return thaw_record_refuse (error, _("A session does not say how it ended"));
  if (!thaw_pleasure_is_valid (session->expected) || !thaw_pleasure_is_valid (session->felt) ||
      !thaw_mood_level_is_valid (&session->before) || !thaw_mood_level_is_valid (&session->after))
    return thaw_record_refuse (error, _("A session has a number that is none of the scale"));
  if (strlen (session->note) > THAW_SESSION_MAX_NOTE_BYTES)
    return thaw_record_refuse (error, _("The note of a session is too long"));
  if (!g_utf8_validate (session->note, -1, NULL))
    return thaw_record_refuse (error, _("The text is not valid UTF-8"));

  return TRUE;
}

static void
bind_level (ThawStatement       *statement,
            int                  index,
            const ThawMoodLevel *level)
{
  thaw_record_bind_number (statement, index, level->feeling, THAW_FEELING_UNKNOWN);
  if (!isnan (level->valence))
    thaw_statement_bind_double (statement, index + 1, level->valence);
}

/* It keeps its row: what can still be read of a damaged file is asked for by their numbers. */
static gboolean
put_session (ThawConnection  *connection,
             gconstpointer    record,
             GError         **error)
{
  const ThawSession *session = record;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT INTO session (" THAW_SESSION_COLUMNS ") VALUES"
                               "  (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"
                               "  ON CONFLICT (uuid) DO UPDATE SET utc_ms = excluded.utc_ms,"
                               "    offset_secs = excluded.offset_secs, day = excluded.day, kind = excluded.kind,"
                               "    activity = excluded.activity, name = excluded.name,"
                               "    planned_ms = excluded.planned_ms, actual_ms = excluded.actual_ms,"
                               "    ending = excluded.ending, expected = excluded.expected, felt = excluded.felt,"
                               "    feeling_before = excluded.feeling_before, valence_before = excluded.valence_before,"
                               "    feeling_after = excluded.feeling_after, valence_after = excluded.valence_after,"
                               "    modified_ms = excluded.modified_ms, note = excluded.note",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, session->uuid);
  thaw_record_bind_moment (insert, COLUMN_MOMENT + 1, &session->moment);
  thaw_statement_bind_text (insert, COLUMN_KIND + 1, thaw_activity_kind_to_slug (session->kind));
  thaw_statement_bind_text (insert, COLUMN_ACTIVITY + 1, session->activity);
  thaw_statement_bind_text (insert, COLUMN_NAME + 1, session->name);
  thaw_statement_bind_int64 (insert, COLUMN_PLANNED_MS + 1, session->planned_ms);
  thaw_statement_bind_int64 (insert, COLUMN_ACTUAL_MS + 1, session->actual_ms);
  thaw_statement_bind_text (insert, COLUMN_ENDING + 1, thaw_session_ending_to_slug (session->ending));
  thaw_record_bind_number (insert, COLUMN_EXPECTED + 1, session->expected, THAW_PLEASURE_UNKNOWN);
  thaw_record_bind_number (insert, COLUMN_FELT + 1, session->felt, THAW_PLEASURE_UNKNOWN);
  bind_level (insert, COLUMN_BEFORE + 1, &session->before);
  bind_level (insert, COLUMN_AFTER + 1, &session->after);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, session->modified_ms);
  thaw_statement_bind_text (insert, COLUMN_NOTE + 1, session->note);

  return thaw_statement_run (insert, error);
}

static ThawMoodLevel
read_level (ThawStatement *row,
            int            column)
{
  ThawMoodLevel level = {
    thaw_record_get_number (row, column, THAW_FEELING_NUMB, THAW_FEELING_VIVID, THAW_FEELING_UNKNOWN),
    thaw_statement_get_double (row, column + 1),
  };

  if (!thaw_mood_level_is_valid (&level))
    level.valence = NAN;

  return level;
}

static gpointer
read_row (ThawStatement *row)
{
  const char *activity = thaw_statement_get_text (row, COLUMN_ACTIVITY);
  const char *name = thaw_statement_get_text (row, COLUMN_NAME);
  g_autoptr (ThawSession) session = NULL;
  ThawActivityKind kind;

  if (!thaw_activity_id_is_valid (activity) || !thaw_activity_name_is_valid (name) ||
      !thaw_activity_kind_from_slug (thaw_statement_get_text (row, COLUMN_KIND), &kind))
    return NULL;

  session = thaw_session_new (kind, activity, name);
  if (!thaw_record_get_moment (row, COLUMN_MOMENT, &session->moment))
    return NULL;

  session->uuid = thaw_statement_dup_text (row, COLUMN_UUID);
  session->planned_ms = CLAMP (thaw_statement_get_int64 (row, COLUMN_PLANNED_MS), 0, THAW_SESSION_MAX_MS);
  session->actual_ms = CLAMP (thaw_statement_get_int64 (row, COLUMN_ACTUAL_MS), 0, THAW_SESSION_MAX_MS);
  session->ending = THAW_SESSION_LEFT;
  thaw_session_ending_from_slug (thaw_statement_get_text (row, COLUMN_ENDING), &session->ending);
  session->expected = thaw_record_get_number (row, COLUMN_EXPECTED, THAW_PLEASURE_MIN, THAW_PLEASURE_MAX,
                                              THAW_PLEASURE_UNKNOWN);
  session->felt = thaw_record_get_number (row, COLUMN_FELT, THAW_PLEASURE_MIN, THAW_PLEASURE_MAX,
                                          THAW_PLEASURE_UNKNOWN);
  session->before = read_level (row, COLUMN_BEFORE);
  session->after = read_level (row, COLUMN_AFTER);
  session->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);
  g_free (session->note);
  session->note = thaw_statement_dup_text (row, COLUMN_NOTE);
  if (session->note == NULL)
    session->note = g_strdup ("");

  return g_steal_pointer (&session);
}

const ThawRecordKind thaw_session_records = {
  .name = "session",
  .uuid_offset = G_STRUCT_OFFSET (ThawSession, uuid),
  .modified_offset = G_STRUCT_OFFSET (ThawSession, modified_ms),
  .copy = (GBoxedCopyFunc) thaw_session_copy,
  .free = (GBoxedFreeFunc) thaw_session_free,
  .check = check_session,
  .put = put_session,
  .read = read_row,
  .list_sql = "SELECT " THAW_SESSION_COLUMNS " FROM session ORDER BY day, utc_ms, uuid",
  .modified_sql = "SELECT modified_ms FROM session WHERE uuid = ?1",
  .delete_sql = "DELETE FROM session WHERE uuid = ?1 RETURNING uuid",
  .last_row_sql = "SELECT max (id) FROM session",
  .range_sql = "SELECT " THAW_SESSION_COLUMNS ", id FROM session NOT INDEXED WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
  .row_column = COLUMN_ROW,
};

/**
 * thaw_session_bind_days:
 * @statement: has the first day as ?1 and the last as ?2
 * @first: the first day, or %THAW_DAY_NONE for no bound
 * @last: the last day, or %THAW_DAY_NONE for no bound
 */
void
thaw_session_bind_days (ThawStatement *statement,
                        ThawDay        first,
                        ThawDay        last)
{
  thaw_record_bind_day (statement, 1, first != THAW_DAY_NONE ? first : THAW_DAY_FIRST);
  thaw_record_bind_day (statement, 2, last != THAW_DAY_NONE ? last : THAW_DAY_LAST);
}

/**
 * thaw_session_tally:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawActivityTally) (nullable): what the
 *   sessions that do not run any more say, by activity, or %NULL with an error
 */
GPtrArray *
thaw_session_tally (ThawConnection  *connection,
                    GError         **error)
{
  g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  /* In the columns of a session, without what is not counted: the pages of long notes are not read. */
  rows = thaw_statement_new (connection,
                             "SELECT NULL, utc_ms, offset_secs, day, kind, activity, name, planned_ms, actual_ms,"
                             "    ending, expected, felt, feeling_before, valence_before, feeling_after,"
                             "    valence_after, modified_ms, ''"
                             "  FROM session WHERE ending <> 'running'",
                             error);
  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      g_autoptr (ThawSession) session = read_row (rows);

      if (session != NULL)
        thaw_session_count_add (count, session);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return thaw_session_count_finish (count);
}

/**
 * thaw_session_count_days:
 * @first: the first day, or %THAW_DAY_NONE for no bound
 * @last: the last day, or %THAW_DAY_NONE for no bound
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawDayCount) (nullable): the days with
 *   sessions, oldest first, or %NULL with an error
 */
GArray *
thaw_session_count_days (ThawConnection  *connection,
                         ThawDay          first,
                         ThawDay          last,
                         GError         **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (ThawDayCount));
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  rows = thaw_statement_new (connection,
                             "SELECT day, count (*) FROM session WHERE day BETWEEN ?1 AND ?2 GROUP BY day ORDER BY day",
                             error);
  if (rows == NULL)
    return NULL;

  thaw_session_bind_days (rows, first, last);
  while (thaw_statement_next (rows, &local_error))
    {
      ThawDayCount count = { thaw_day_from_iso (thaw_statement_get_text (rows, 0)), 0 };

      count.n = (guint) thaw_statement_get_int64 (rows, 1);
      if (count.day != THAW_DAY_NONE)
        g_array_append_val (counts, count);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&counts);
}

/**
 * thaw_session_list_moments:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawMoment) (nullable): when the sessions that do
 *   not run any more began, oldest first, or %NULL with an error
 */
GArray *
thaw_session_list_moments (ThawConnection  *connection,
                           GError         **error)
{
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (ThawMoment));
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  rows = thaw_statement_new (connection,
                             "SELECT utc_ms, offset_secs, day FROM session WHERE ending <> 'running'"
                             "  ORDER BY day, utc_ms, uuid",
                             error);
  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      ThawMoment moment = { .utc_ms = thaw_statement_get_int64 (rows, 0) };

      moment.offset_secs = (gint32) thaw_statement_get_int64 (rows, 1);
      moment.day = thaw_day_from_iso (thaw_statement_get_text (rows, 2));
      if (thaw_moment_is_valid (&moment))
        g_array_append_val (moments, moment);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&moments);
}
