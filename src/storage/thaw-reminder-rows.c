/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-rows"

#include "config.h"
#include "thaw-reminder-rows.h"

#include "thaw-store-private.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

#include <glib/gi18n-lib.h>

/* The columns of a row. */
enum
{
  COLUMN_UUID,
  COLUMN_TITLE,
  COLUMN_OPENS,
  COLUMN_IS_ON,
  COLUMN_WEEKDAYS,
  COLUMN_FIRST_DAY,
  COLUMN_LAST_DAY,
  COLUMN_TIMING,
  COLUMN_TIMES,
  COLUMN_WINDOW_START,
  COLUMN_WINDOW_END,
  COLUMN_N_IN_WINDOW,
  COLUMN_DISTANCE,
  COLUMN_SKIPS_IF_DONE,
  COLUMN_IGNORES_QUIET,
  COLUMN_MODIFIED_MS,
};

#define COLUMNS \
  "uuid, title, opens, is_on, weekdays, first_day, last_day, timing, times, window_start, window_end, n_in_window," \
  " distance, skips_if_done, ignores_quiet, modified_ms"

/* The same for what came of it. */
enum
{
  STATE_UUID,
  STATE_RULE_MS,
  STATE_LAST,
  STATE_SHOWN,
  STATE_MISSED,
  STATE_SNOOZED_UNTIL_MS,
  STATE_PUT_OFF_DAY,
  STATE_N_UNANSWERED_DAYS,
  STATE_IS_OFFER_OVER,
};

#define STATE_COLUMNS \
  "uuid, rule_ms, last_moment, shown_moment, missed_moment, snoozed_until_ms, put_off_day, n_unanswered_days," \
  " is_offer_over"

#define LAST_MINUTE (THAW_CIVIL_MINUTES_PER_DAY - 1)

/* Of the two ways to say when, the one that does not count is as in a new reminder. */
static gpointer
copy_stored (gpointer record)
{
  const ThawReminder *reminder = record;
  ThawReminder *copy = thaw_reminder_new (reminder->title, reminder->opens);

  copy->uuid = g_strdup (reminder->uuid);
  copy->is_on = reminder->is_on;
  copy->weekdays = reminder->weekdays;
  copy->from = reminder->from;
  copy->until = reminder->until;
  copy->timing = reminder->timing;
  if (reminder->timing == THAW_REMINDER_AT_TIMES)
    {
      copy->n_times = reminder->n_times;
      memcpy (copy->times, reminder->times, sizeof copy->times);
    }
  else
    {
      copy->window_start = reminder->window_start;
      copy->window_end = reminder->window_end;
      copy->n_in_window = reminder->n_in_window;
      copy->distance = reminder->distance;
    }
  copy->skips_if_done = reminder->skips_if_done;
  copy->ignores_quiet = reminder->ignores_quiet;
  copy->modified_ms = reminder->modified_ms;

  return copy;
}

static gboolean
check_reminder (gconstpointer   record,
                GError        **error)
{
  const ThawReminder *reminder = record;

  if (!thaw_text_is_line (reminder->title, THAW_REMINDER_MAX_TITLE_BYTES))
    return thaw_record_refuse (error, _("What a reminder says is empty, too long or not one line of UTF-8"));
  if (!thaw_reminder_opens_is_valid (reminder->opens))
    return thaw_record_refuse (error, _("A reminder opens nothing that there could be"));
  if ((guint) reminder->timing > THAW_REMINDER_IN_WINDOW || !thaw_reminder_has_valid_times (reminder))
    return thaw_record_refuse (error, _("A reminder comes at no time that there is"));

  return TRUE;
}

static char *
write_times (const ThawReminder *reminder)
{
  GString *times = g_string_new (NULL);

  for (guint i = 0; i < reminder->n_times; i++)
    g_string_append_printf (times, i > 0 ? ",%d" : "%d", reminder->times[i]);

  return g_string_free (times, FALSE);
}

static gboolean
read_times (ThawReminder *reminder,
            const char   *times)
{
  g_auto (GStrv) parts = times != NULL ? g_strsplit (times, ",", THAW_REMINDER_MAX_A_DAY + 1) : NULL;
  guint n = 0;

  for (; parts != NULL && parts[n] != NULL; n++)
    {
      guint64 minute;

      if (n == THAW_REMINDER_MAX_A_DAY || !g_ascii_string_to_unsigned (parts[n], 10, 0, LAST_MINUTE, &minute, NULL))
        return FALSE;

      reminder->times[n] = (int) minute;
    }
  reminder->n_times = n;

  return n > 0;
}

static void
bind_day (ThawStatement *statement,
          int            index,
          ThawDay        day)
{
  if (day != THAW_DAY_NONE)
    thaw_record_bind_day (statement, index, day);
}

static gboolean
put_reminder (ThawConnection  *connection,
              gconstpointer    record,
              GError         **error)
{
  const ThawReminder *reminder = record;
  g_autoptr (ThawStatement) insert = NULL;
  g_autofree char *times = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO reminder (" COLUMNS ") VALUES"
                               "  (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, COLUMN_UUID + 1, reminder->uuid);
  thaw_statement_bind_text (insert, COLUMN_TITLE + 1, reminder->title);
  thaw_statement_bind_text (insert, COLUMN_OPENS + 1, reminder->opens);
  thaw_statement_bind_int64 (insert, COLUMN_IS_ON + 1, reminder->is_on != FALSE);
  thaw_statement_bind_int64 (insert, COLUMN_WEEKDAYS + 1, reminder->weekdays);
  bind_day (insert, COLUMN_FIRST_DAY + 1, reminder->from);
  bind_day (insert, COLUMN_LAST_DAY + 1, reminder->until);
  if (reminder->timing == THAW_REMINDER_AT_TIMES)
    {
      times = write_times (reminder);
      thaw_statement_bind_text (insert, COLUMN_TIMING + 1, "times");
      thaw_statement_bind_text (insert, COLUMN_TIMES + 1, times);
    }
  else
    {
      thaw_statement_bind_text (insert, COLUMN_TIMING + 1, "window");
      thaw_statement_bind_int64 (insert, COLUMN_WINDOW_START + 1, reminder->window_start);
      thaw_statement_bind_int64 (insert, COLUMN_WINDOW_END + 1, reminder->window_end);
      thaw_statement_bind_int64 (insert, COLUMN_N_IN_WINDOW + 1, reminder->n_in_window);
      thaw_statement_bind_int64 (insert, COLUMN_DISTANCE + 1, reminder->distance);
    }
  thaw_statement_bind_int64 (insert, COLUMN_SKIPS_IF_DONE + 1, reminder->skips_if_done != FALSE);
  thaw_statement_bind_int64 (insert, COLUMN_IGNORES_QUIET + 1, reminder->ignores_quiet != FALSE);
  thaw_statement_bind_int64 (insert, COLUMN_MODIFIED_MS + 1, reminder->modified_ms);

  return thaw_statement_run (insert, error);
}

/* A number that makes no sense becomes one that thaw_reminder_has_valid_times() does not accept. */
static gboolean
read_timing (ThawReminder  *reminder,
             ThawStatement *row)
{
  if (g_strcmp0 (thaw_statement_get_text (row, COLUMN_TIMING), "window") != 0)
    return read_times (reminder, thaw_statement_get_text (row, COLUMN_TIMES));

  reminder->timing = THAW_REMINDER_IN_WINDOW;
  reminder->window_start = thaw_record_get_number (row, COLUMN_WINDOW_START, 0, LAST_MINUTE, -1);
  reminder->window_end = thaw_record_get_number (row, COLUMN_WINDOW_END, 0, LAST_MINUTE, -1);
  reminder->n_in_window = (guint) thaw_record_get_number (row, COLUMN_N_IN_WINDOW, 1, THAW_REMINDER_MAX_A_DAY, 0);
  reminder->distance = thaw_record_get_number (row, COLUMN_DISTANCE, 1, LAST_MINUTE, 0);

  return TRUE;
}

/* What it opens may make no sense; what it says is still there. */
static gpointer
read_row (ThawStatement *row)
{
  const char *title = thaw_statement_get_text (row, COLUMN_TITLE);
  const char *opens = thaw_statement_get_text (row, COLUMN_OPENS);
  g_autoptr (ThawReminder) reminder = NULL;

  if (title == NULL)
    return NULL;

  reminder = thaw_reminder_new (title, thaw_reminder_opens_is_valid (opens) ? opens : NULL);
  if (!read_timing (reminder, row))
    return NULL;

  reminder->uuid = thaw_statement_dup_text (row, COLUMN_UUID);
  reminder->is_on = thaw_statement_get_int64 (row, COLUMN_IS_ON) != 0;
  reminder->weekdays = (guint) thaw_record_get_number (row, COLUMN_WEEKDAYS, 1, THAW_REMINDER_EVERY_DAY, 0);
  reminder->from = thaw_day_from_iso (thaw_statement_get_text (row, COLUMN_FIRST_DAY));
  reminder->until = thaw_day_from_iso (thaw_statement_get_text (row, COLUMN_LAST_DAY));
  reminder->skips_if_done = thaw_statement_get_int64 (row, COLUMN_SKIPS_IF_DONE) != 0;
  reminder->ignores_quiet = thaw_statement_get_int64 (row, COLUMN_IGNORES_QUIET) != 0;
  reminder->modified_ms = thaw_statement_get_int64 (row, COLUMN_MODIFIED_MS);

  return g_steal_pointer (&reminder);
}

const ThawRecordKind thaw_reminder_records = {
  .name = "reminder",
  .uuid_offset = G_STRUCT_OFFSET (ThawReminder, uuid),
  .modified_offset = G_STRUCT_OFFSET (ThawReminder, modified_ms),
  .copy = copy_stored,
  .free = (GBoxedFreeFunc) thaw_reminder_free,
  .check = check_reminder,
  .put = put_reminder,
  .read = read_row,
  .list_sql = "SELECT " COLUMNS " FROM reminder ORDER BY uuid",
  .modified_sql = "SELECT modified_ms FROM reminder WHERE uuid = ?1",
  .delete_sql = "DELETE FROM reminder WHERE uuid = ?1 RETURNING uuid",
};

/* States */

static ThawReminderRecord *
read_state (ThawStatement *row)
{
  const char *uuid = thaw_statement_get_text (row, STATE_UUID);
  ThawReminderState state = { 0 };

  if (uuid == NULL)
    return NULL;

  state.rule_ms = thaw_statement_get_int64 (row, STATE_RULE_MS);
  state.last = MAX (thaw_statement_get_int64 (row, STATE_LAST), 0);
  state.shown = MAX (thaw_statement_get_int64 (row, STATE_SHOWN), 0);
  state.missed = MAX (thaw_statement_get_int64 (row, STATE_MISSED), 0);
  state.snoozed_until_ms = MAX (thaw_statement_get_int64 (row, STATE_SNOOZED_UNTIL_MS), 0);
  state.put_off_day = thaw_day_from_iso (thaw_statement_get_text (row, STATE_PUT_OFF_DAY));
  state.n_unanswered_days = thaw_record_get_number (row, STATE_N_UNANSWERED_DAYS, 0, G_MAXINT, 0);
  state.is_offer_over = thaw_statement_get_int64 (row, STATE_IS_OFFER_OVER) != 0;

  return thaw_reminder_record_new (uuid, &state);
}

/**
 * thaw_reminder_read_states:
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type ThawReminderRecord) (nullable): all states, or %NULL
 *   with an error
 */
GPtrArray *
thaw_reminder_read_states (ThawConnection  *connection,
                           GError         **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_record_free);
  g_autoptr (ThawStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  rows = thaw_statement_new (connection, "SELECT " STATE_COLUMNS " FROM reminder_state ORDER BY uuid", error);
  if (rows == NULL)
    return NULL;

  while (thaw_statement_next (rows, &local_error))
    {
      ThawReminderRecord *record = read_state (rows);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&records);
}

static void
bind_positive (ThawStatement *statement,
               int            index,
               gint64         number)
{
  if (number > 0)
    thaw_statement_bind_int64 (statement, index, number);
}

static gboolean
write_state (ThawConnection            *connection,
             const ThawReminderRecord  *record,
             GError                   **error)
{
  const ThawReminderState *state = &record->state;
  g_autoptr (ThawStatement) insert = NULL;

  insert = thaw_statement_new (connection,
                               "INSERT OR REPLACE INTO reminder_state (" STATE_COLUMNS ")"
                               "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                               error);
  if (insert == NULL)
    return FALSE;

  thaw_statement_bind_text (insert, STATE_UUID + 1, record->uuid);
  thaw_statement_bind_int64 (insert, STATE_RULE_MS + 1, state->rule_ms);
  bind_positive (insert, STATE_LAST + 1, state->last);
  bind_positive (insert, STATE_SHOWN + 1, state->shown);
  bind_positive (insert, STATE_MISSED + 1, state->missed);
  bind_positive (insert, STATE_SNOOZED_UNTIL_MS + 1, state->snoozed_until_ms);
  bind_day (insert, STATE_PUT_OFF_DAY + 1, state->put_off_day);
  thaw_statement_bind_int64 (insert, STATE_N_UNANSWERED_DAYS + 1, MAX (state->n_unanswered_days, 0));
  thaw_statement_bind_int64 (insert, STATE_IS_OFFER_OVER + 1, state->is_offer_over != FALSE);

  return thaw_statement_run (insert, error);
}

/**
 * thaw_reminder_write_states:
 * @records: (element-type ThawReminderRecord): states; those of others stay as they are
 * @error: return location for an error
 *
 * Within a transaction of the caller's.
 *
 * Returns: whether that went well
 */
gboolean
thaw_reminder_write_states (ThawConnection  *connection,
                            GPtrArray       *records,
                            GError         **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (!write_state (connection, g_ptr_array_index (records, i), error))
        return FALSE;
    }

  return TRUE;
}
