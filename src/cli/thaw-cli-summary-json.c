/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-summary-json"

#include "config.h"
#include "thaw-cli-summary-json.h"

#include <math.h>

#include "exchange/thaw-json-text.h"
#include "thaw-cli-output.h"
#include "thaw-reflection.h"

#define MS_PER_MINUTE 60000.0

/* More decimals would claim to know more than anybody does. */
static double
round_off (double number)
{
  return round (number * 1000.0) / 1000.0;
}

static void
append_number (GString    *json,
               const char *key,
               double      number)
{
  g_string_append_printf (json, "\"%s\":", key);
  if (isnan (number))
    g_string_append (json, "null");
  else
    thaw_json_append_double (json, round_off (number));
}

static void
append_day (GString    *json,
            const char *key,
            ThawDay     day)
{
  char iso[THAW_DAY_ISO_SIZE];

  g_string_append_printf (json, "\"%s\":", key);
  if (day == THAW_DAY_NONE)
    {
      g_string_append (json, "null");
      return;
    }

  thaw_day_write_iso (day, iso);
  g_string_append_printf (json, "\"%s\"", iso);
}

static void
append_scale (GString          *json,
              const char       *key,
              ThawSummaryScale  scale)
{
  g_string_append_printf (json, "\"%s\":{\"entries\":%u,\"days\":%u,", key, scale.n_entries, scale.n_days);
  append_number (json, "mean", scale.mean);
  g_string_append_c (json, ',');
  append_number (json, "min", scale.min);
  g_string_append_c (json, ',');
  append_number (json, "max", scale.max);
  g_string_append (json, "},\n");
}

static void
append_answers (GString            *json,
                ThawJournalSummary *summary)
{
  g_string_append_printf (json, "\"answers\":{\"none\":%u",
                          thaw_journal_summary_get_n_answers (summary, THAW_ANSWER_NONE));
  for (int answer = THAW_ANSWER_NAMED; answer < THAW_N_ANSWERS; answer++)
    g_string_append_printf (json, ",\"%s\":%u", thaw_answer_to_slug ((ThawAnswer) answer),
                            thaw_journal_summary_get_n_answers (summary, (ThawAnswer) answer));
  g_string_append (json, "},\n");
}

static void
append_emotions (GString            *json,
                 ThawJournalSummary *summary)
{
  g_autoptr (GPtrArray) emotions = thaw_journal_summary_list_emotions (summary);

  g_string_append (json, "\"emotions\":[");
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (emotions, i);

      g_string_append (json, i == 0 ? "\n{\"emotion\":" : ",\n{\"emotion\":");
      thaw_json_append_string (json, count->name);
      g_string_append_printf (json, ",\"entries\":%u,", count->n_entries);
      append_number (json, "mean_intensity", (double) count->sum / count->n_entries);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "],\n");
}

static void
append_tags (GString            *json,
             ThawJournalSummary *summary)
{
  g_autoptr (GPtrArray) tags = thaw_journal_summary_list_tags (summary);

  g_string_append (json, "\"tags\":[");
  for (guint i = 0; i < tags->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (tags, i);

      g_string_append (json, i == 0 ? "\n{\"name\":" : ",\n{\"name\":");
      thaw_json_append_string (json, count->name);
      g_string_append_printf (json, ",\"kind\":\"%s\",\"entries\":%u,\"as_trigger\":%u}",
                              thaw_tag_kind_to_slug (count->kind), count->n_entries, count->n_triggers);
    }
  g_string_append (json, "],\n");
}

/* Names and how many entries have each. */
static void
append_counts (GString    *json,
               const char *list,
               const char *key,
               GPtrArray  *counts)
{
  g_string_append_printf (json, "\"%s\":[", list);
  for (guint i = 0; i < counts->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (counts, i);

      g_string_append_printf (json, "%s\n{\"%s\":", i == 0 ? "" : ",", key);
      thaw_json_append_string (json, count->name);
      g_string_append_printf (json, ",\"entries\":%u}", count->n_entries);
    }
  g_string_append (json, "],\n");
}

static void
append_body (GString            *json,
             ThawJournalSummary *summary)
{
  g_autoptr (GPtrArray) regions = thaw_journal_summary_list_regions (summary);
  g_autoptr (GPtrArray) qualities = thaw_journal_summary_list_qualities (summary);

  g_string_append_printf (json, "\"body\":{\"somewhere\":%u,\"nowhere\":%u,\"unsure\":%u},\n",
                          thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_NONE),
                          thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_NOWHERE),
                          thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_UNSURE));
  append_counts (json, "regions", "region", regions);
  append_counts (json, "qualities", "quality", qualities);
}

static void
append_copings (GString            *json,
                ThawJournalSummary *summary)
{
  g_autoptr (GPtrArray) copings = thaw_journal_summary_list_copings (summary);

  g_string_append (json, "\"copings\":[");
  for (guint i = 0; i < copings->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (copings, i);

      g_string_append (json, i == 0 ? "\n{\"activity\":" : ",\n{\"activity\":");
      thaw_json_append_string (json, count->name);
      g_string_append_printf (json, ",\"entries\":%u", count->n_entries);
      for (int outcome = THAW_OUTCOME_WORSE; outcome < THAW_N_OUTCOMES; outcome++)
        g_string_append_printf (json, ",\"%s\":%u", thaw_coping_outcome_to_slug ((ThawCopingOutcome) outcome),
                                count->n_outcomes[outcome]);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "],\n");
}

static void
append_reflections (GString   *json,
                    GPtrArray *reflections)
{
  const ThawReflection *last;

  g_string_append_printf (json, "\"reflections\":{\"number\":%u,\"last\":", reflections->len);
  if (reflections->len == 0)
    {
      g_string_append (json, "null},\n");
      return;
    }

  last = g_ptr_array_index (reflections, reflections->len - 1);
  g_string_append_c (json, '{');
  append_day (json, "day", last->moment.day);
  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      const char *slug = thaw_reflection_area_to_slug ((ThawReflectionArea) i);

      if (last->levels[i] == THAW_REFLECTION_UNKNOWN)
        g_string_append_printf (json, ",\"%s\":null", slug);
      else
        g_string_append_printf (json, ",\"%s\":%d", slug, last->levels[i]);
    }
  g_string_append (json, "}},\n");
}

/* Of too few sessions there is no mean. */
static void
append_spread (GString          *json,
               const char       *key,
               const ThawSpread *spread)
{
  gboolean says_something = spread->n >= THAW_TALLY_MIN_SESSIONS;

  g_string_append_printf (json, ",\"%s\":{\"sessions\":%u,", key, spread->n);
  append_number (json, "mean", says_something ? spread->mean : NAN);
  g_string_append_c (json, ',');
  append_number (json, "deviation", says_something ? spread->deviation : NAN);
  g_string_append_c (json, '}');
}

static void
append_tally (GString                 *json,
              const ThawActivityTally *tally)
{
  g_string_append (json, "{\"activity\":");
  thaw_json_append_string (json, tally->activity);
  g_string_append (json, ",\"name\":");
  thaw_json_append_string (json, tally->name);
  g_string_append_printf (json, ",\"kind\":\"%s\",\"sessions\":%u,", thaw_activity_kind_to_slug (tally->kind),
                          tally->n_sessions);
  append_number (json, "minutes", (double) tally->total_ms / MS_PER_MINUTE);
  g_string_append_c (json, ',');
  append_day (json, "first_day", tally->first_day);
  g_string_append_c (json, ',');
  append_day (json, "last_day", tally->last_day);
  append_spread (json, "expected", &tally->expected);
  append_spread (json, "felt", &tally->felt);
  append_spread (json, "feeling_change", &tally->feeling);
  append_spread (json, "valence_change", &tally->valence);
  g_string_append_c (json, '}');
}

static void
append_sessions (GString   *json,
                 GPtrArray *tallies)
{
  gint64 total_ms = 0;
  guint n_sessions = 0;

  for (guint i = 0; i < tallies->len; i++)
    {
      const ThawActivityTally *tally = g_ptr_array_index (tallies, i);

      n_sessions += tally->n_sessions;
      total_ms += tally->total_ms;
    }

  g_string_append_printf (json, "\"sessions\":{\"number\":%u,", n_sessions);
  append_number (json, "minutes", (double) total_ms / MS_PER_MINUTE);
  g_string_append (json, ",\"activities\":[");
  for (guint i = 0; i < tallies->len; i++)
    {
      g_string_append (json, i == 0 ? "\n" : ",\n");
      append_tally (json, g_ptr_array_index (tallies, i));
    }
  g_string_append (json, "]}\n");
}

/**
 * thaw_cli_print_summary_json:
 * @summary: what was counted
 * @reflections: (element-type ThawReflection): the reflections of that time, oldest first
 * @tallies: (element-type ThawActivityTally): what was done in that time, by activity
 *
 * Prints it for other programs.
 */
void
thaw_cli_print_summary_json (ThawJournalSummary *summary,
                             GPtrArray          *reflections,
                             GPtrArray          *tallies)
{
  g_autoptr (GString) json = g_string_new ("{\n");
  ThawDay first, last;

  thaw_journal_summary_get_extent (summary, &first, &last);
  g_string_append_printf (json, "\"entries\":%u,\n\"days\":%u,\n", thaw_journal_summary_get_n_entries (summary),
                          thaw_journal_summary_get_n_days (summary));
  append_day (json, "first_day", first);
  g_string_append (json, ",\n");
  append_day (json, "last_day", last);
  g_string_append (json, ",\n");
  append_scale (json, "feeling", thaw_journal_summary_get_feeling (summary));
  append_scale (json, "valence", thaw_journal_summary_get_valence (summary));
  append_answers (json, summary);
  append_number (json, "variety", thaw_journal_summary_get_variety (summary));
  g_string_append (json, ",\n");
  append_emotions (json, summary);
  append_body (json, summary);
  append_tags (json, summary);
  append_copings (json, summary);
  append_reflections (json, reflections);
  append_sessions (json, tallies);

  thaw_cli_print ("%s}\n", json->str);
}
