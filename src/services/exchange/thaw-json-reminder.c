/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-reminder"

#include "config.h"
#include "thaw-json-reminder.h"

#include <glib/gi18n-lib.h>

#include "exchange/thaw-json-text.h"

#define MINUTES_PER_HOUR 60
#define N_WEEKDAYS 7

static const char *const weekday_slugs[N_WEEKDAYS + 1] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };

/* What is as good as no least distance at all. */
#define NO_DISTANCE 1

/* “08:30”, and nothing else. Returns minutes since midnight, or -1. */
static int
parse_time (const char *text)
{
  int hour, minute;

  if (text == NULL || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || text[2] != ':' ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]) || text[5] != '\0')
    return -1;

  hour = (text[0] - '0') * 10 + text[1] - '0';
  minute = (text[3] - '0') * 10 + text[4] - '0';

  return hour * MINUTES_PER_HOUR < THAW_CIVIL_MINUTES_PER_DAY && minute < MINUTES_PER_HOUR
           ? hour * MINUTES_PER_HOUR + minute
           : -1;
}

/* The list that is a member; NULL if it is missing or something else. */
static JsonArray *
get_array (const ThawJsonPlace *place,
           const char          *member)
{
  JsonNode *node = thaw_json_place_get_member (place, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_element (JsonArray *array,
             guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Returns the bit of a weekday, or 0. */
static guint
parse_weekday (const char *slug)
{
  for (guint i = 0; slug != NULL && i < N_WEEKDAYS; i++)
    {
      if (g_str_equal (slug, weekday_slugs[i]))
        return 1u << i;
    }

  return 0;
}

static gboolean
read_weekdays (const ThawJsonPlace *place,
               guint               *out_weekdays)
{
  JsonArray *slugs = get_array (place, "weekdays");
  guint n = slugs != NULL ? json_array_get_length (slugs) : 0;
  guint weekdays = 0;

  if (thaw_json_place_get_member (place, "weekdays") == NULL)
    return TRUE;

  for (guint i = 0; i < n && i < N_WEEKDAYS; i++)
    weekdays |= parse_weekday (get_element (slugs, i));

  /* Something else among them, or one that is there twice, leaves fewer bits than there are elements. */
  if (n == 0 || (guint) __builtin_popcount (weekdays) != n)
    return thaw_json_place_refuse (place, "weekdays",
                                   /* Translators: completes “… should be …”; the short words stay as they are */
                                   _("a list of mon, tue, wed, thu, fri, sat and sun: one of them at least, and none "
                                     "twice"));

  *out_weekdays = weekdays;

  return TRUE;
}

static gboolean
read_days (const ThawJsonPlace *place,
           ThawReminder        *reminder)
{
  if (!read_weekdays (place, &reminder->weekdays) || !thaw_json_place_read_day (place, "from", &reminder->from) ||
      !thaw_json_place_read_day (place, "until", &reminder->until))
    return FALSE;

  return thaw_reminder_has_valid_times (reminder) ||
         /* Translators: completes “… should be …”; “from” is the name of a field, “null” stays as it is */
         thaw_json_place_refuse (place, "until", _("a day that is not before “from”, or null"));
}

static gboolean
read_times (const ThawJsonPlace *place,
            ThawReminder        *reminder)
{
  JsonArray *times = get_array (place, "times");

  reminder->timing = THAW_REMINDER_AT_TIMES;
  reminder->n_times = times != NULL ? json_array_get_length (times) : 0;
  for (guint i = 0; i < reminder->n_times && i < THAW_REMINDER_MAX_A_DAY; i++)
    reminder->times[i] = parse_time (get_element (times, i));

  return thaw_reminder_has_valid_times (reminder) ||
         thaw_json_place_refuse (place, "times",
                                 /* Translators: completes “… should be …”; keep the example as it is */
                                 _("a list of 1 to 12 times of day, as “08:30”, each later than the one before"));
}

static gboolean
read_window (const ThawJsonPlace *place,
             JsonObject          *object,
             ThawReminder        *reminder)
{
  ThawJsonPlace window = { object, place->where, place->error };
  JsonArray *times = get_array (place, "times");
  int count = 1;

  if (thaw_json_place_get_member (place, "times") != NULL && (times == NULL || json_array_get_length (times) > 0))
    /* Translators: completes “… should be …”; “window” is the name of a field */
    return thaw_json_place_refuse (place, "times", _("an empty list where there is a “window”"));

  reminder->timing = THAW_REMINDER_IN_WINDOW;
  reminder->window_start = parse_time (thaw_json_place_get_string (&window, "start"));
  reminder->window_end = parse_time (thaw_json_place_get_string (&window, "end"));
  if (reminder->window_start < 0)
    /* Translators: completes “… should be …”; keep the example as it is */
    return thaw_json_place_refuse (&window, "start", _("a time of day, as “08:30”"));
  if (reminder->window_end <= reminder->window_start)
    /* Translators: completes “… should be …”; “start” is the name of a field, keep the example as it is */
    return thaw_json_place_refuse (&window, "end", _("a time of day later than “start”, as “18:00”"));
  if (!thaw_json_place_read_int (&window, "count", 1, THAW_REMINDER_MAX_A_DAY, &count))
    /* Translators: completes “… should be …” */
    return thaw_json_place_refuse (&window, "count", _("a whole number from 1 to 12"));

  reminder->n_in_window = (guint) count;
  reminder->distance = NO_DISTANCE;

  return (thaw_json_place_read_int (&window, "distance", 1, THAW_CIVIL_MINUTES_PER_DAY - 1, &reminder->distance) &&
          thaw_reminder_has_valid_times (reminder)) ||
         thaw_json_place_refuse (&window, "distance",
                                 /* Translators: completes “… should be …” */
                                 _("a whole number of minutes, 1 or more, with which all of them have room between "
                                   "the two times"));
}

static gboolean
read_timing (const ThawJsonPlace *place,
             ThawReminder        *reminder)
{
  static const char *const members[] = { "start", "end", "count", "distance", NULL };
  JsonObject *window;

  if (!thaw_json_place_get_object (place, "window", members, &window))
    return FALSE;

  return window != NULL ? read_window (place, window, reminder) : read_times (place, reminder);
}

/**
 * thaw_json_reminder_read:
 * @place: a reminder as thaw_json_append_reminder() writes it
 *
 * What is missing is as in a new reminder; the UUID, the title and the times must be there.
 *
 * Returns: (transfer full) (nullable): the reminder, or %NULL with
 *   %THAW_EXCHANGE_ERROR_INVALID
 */
ThawReminder *
thaw_json_reminder_read (const ThawJsonPlace *place)
{
  g_autofree char *uuid = thaw_json_place_dup_uuid (place);
  g_autoptr (ThawReminder) reminder = NULL;
  const char *title, *opens;

  if (uuid == NULL || !thaw_json_place_read_line (place, "title", THAW_REMINDER_MAX_TITLE_BYTES, &title))
    return NULL;

  opens = thaw_json_place_get_string (place, "opens");
  if ((opens == NULL && thaw_json_place_get_member (place, "opens") != NULL) || !thaw_reminder_opens_is_valid (opens))
    {
      thaw_json_place_refuse (place, "opens",
                              /* Translators: completes “… should be …”; the words in quotes stay as they are */
                              _("what Thaw can open, as “check-in:now” or “practice:walk”, or null"));
      return NULL;
    }

  reminder = thaw_reminder_new (title, opens);
  reminder->uuid = g_steal_pointer (&uuid);

  return thaw_json_place_read_boolean (place, "on", &reminder->is_on) && read_days (place, reminder) &&
                 read_timing (place, reminder) &&
                 thaw_json_place_read_boolean (place, "skip_if_done", &reminder->skips_if_done) &&
                 thaw_json_place_read_boolean (place, "quiet_hours_too", &reminder->ignores_quiet) &&
                 thaw_json_place_read_ms (place, "modified_ms", &reminder->modified_ms)
           ? g_steal_pointer (&reminder)
           : NULL;
}

static void
append_day (GString    *out,
            const char *key,
            ThawDay     day)
{
  char iso[THAW_DAY_ISO_SIZE];

  if (day != THAW_DAY_NONE)
    thaw_day_write_iso (day, iso);
  thaw_json_append_key (out, key);
  thaw_json_append_string_or_null (out, day != THAW_DAY_NONE ? iso : NULL);
}

static void
append_weekdays (GString *out,
                 guint    weekdays)
{
  const char *separator = "";

  thaw_json_append_key (out, "weekdays");
  g_string_append_c (out, '[');
  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      if ((weekdays & (1u << i)) == 0)
        continue;

      g_string_append_printf (out, "%s\"%s\"", separator, weekday_slugs[i]);
      separator = ",";
    }
  g_string_append_c (out, ']');
}

static void
append_time (GString *out,
             int      minute)
{
  g_string_append_printf (out, "\"%02d:%02d\"", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
}

static void
append_timing (GString            *out,
               const ThawReminder *reminder)
{
  gboolean has_times = reminder->timing == THAW_REMINDER_AT_TIMES;

  thaw_json_append_key (out, "times");
  g_string_append_c (out, '[');
  for (guint i = 0; has_times && i < reminder->n_times; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_time (out, reminder->times[i]);
    }
  g_string_append_c (out, ']');

  thaw_json_append_key (out, "window");
  if (has_times)
    {
      g_string_append (out, "null");
      return;
    }

  g_string_append (out, "{\"start\":");
  append_time (out, reminder->window_start);
  thaw_json_append_key (out, "end");
  append_time (out, reminder->window_end);
  g_string_append_printf (out, ",\"count\":%u,\"distance\":%d}", reminder->n_in_window, reminder->distance);
}

/**
 * thaw_json_append_reminder:
 * @out: where to append
 * @reminder: a reminder that was saved
 *
 * Appends @reminder as an object. Of the two ways to say when on a day it comes, only the one
 * that counts is written.
 */
void
thaw_json_append_reminder (GString            *out,
                           const ThawReminder *reminder)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (reminder != NULL && reminder->uuid != NULL);

  g_string_append (out, "{\"uuid\":");
  thaw_json_append_string (out, reminder->uuid);
  thaw_json_append_key (out, "title");
  thaw_json_append_string (out, reminder->title);
  thaw_json_append_key (out, "opens");
  thaw_json_append_string_or_null (out, reminder->opens);
  thaw_json_append_key (out, "on");
  thaw_json_append_boolean (out, reminder->is_on);
  append_weekdays (out, reminder->weekdays);
  append_day (out, "from", reminder->from);
  append_day (out, "until", reminder->until);
  append_timing (out, reminder);
  thaw_json_append_key (out, "skip_if_done");
  thaw_json_append_boolean (out, reminder->skips_if_done);
  thaw_json_append_key (out, "quiet_hours_too");
  thaw_json_append_boolean (out, reminder->ignores_quiet);
  thaw_json_append_key (out, "modified_ms");
  thaw_json_append_int64 (out, reminder->modified_ms);
  g_string_append_c (out, '}');
}
