/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-summary"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/thaw-json-text.h"
#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-journal-summary.h"

static gboolean
add_entry (ThawEntry  *entry,
           gpointer    user_data,
           GError    **error)
{
  thaw_journal_summary_add (user_data, entry);

  return TRUE;
}

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
  g_string_append (json, "]\n");
}

static void
print_json (ThawJournalSummary *summary)
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
  append_tags (json, summary);

  thaw_cli_print ("%s}\n", json->str);
}

static void
print_scale (const char       *name,
             ThawSummaryScale  scale)
{
  if (isnan (scale.mean))
    /* Translators: %s is “Feeling” or “Pleasantness” */
    thaw_cli_print (_("%s: too few days for a mean"), name);
  else
    /* Translators: %s is “Feeling” or “Pleasantness”, the numbers are a mean and from how many days and entries */
    thaw_cli_print (_("%s: %.1f on average, from %u days with %u entries"), name, scale.mean, scale.n_days,
                    scale.n_entries);
  thaw_cli_print ("\n");
}

static void
print_words (ThawJournalSummary *summary,
             ThawVocabulary     *vocabulary)
{
  g_autoptr (GPtrArray) emotions = thaw_journal_summary_list_emotions (summary);
  char first_iso[THAW_DAY_ISO_SIZE], last_iso[THAW_DAY_ISO_SIZE];
  guint n_entries = thaw_journal_summary_get_n_entries (summary);
  ThawDay first, last;

  if (!thaw_journal_summary_get_extent (summary, &first, &last))
    {
      thaw_cli_print ("%s\n", _("There are no entries yet."));
      return;
    }

  thaw_day_write_iso (first, first_iso);
  thaw_day_write_iso (last, last_iso);
  thaw_cli_print (g_dngettext (GETTEXT_PACKAGE,
                               /* Translators: a number of entries and the days of the first and the last */
                               "%u entry from %s to %s", "%u entries from %s to %s", n_entries),
                  n_entries, first_iso, last_iso);
  thaw_cli_print ("\n");

  /* Translators: how much a person can feel, 0 to 10 */
  print_scale (_("Feeling"), thaw_journal_summary_get_feeling (summary));
  /* Translators: how pleasant it is, −1 to 1 */
  print_scale (_("Pleasantness"), thaw_journal_summary_get_valence (summary));

  for (int answer = THAW_ANSWER_NOTHING; answer < THAW_N_ANSWERS; answer++)
    thaw_cli_print ("%6u  %s\n", thaw_journal_summary_get_n_answers (summary, (ThawAnswer) answer),
                    thaw_answer_get_word ((ThawAnswer) answer));
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (emotions, i);

      thaw_cli_print ("%6u  %s\n", count->n_entries, thaw_vocabulary_get_word (vocabulary, count->name));
    }
}

int
thaw_cli_run_summary (const ThawCliCommand *command,
                      GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autoptr (ThawJournalSummary) summary = thaw_journal_summary_new ();
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean as_json = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON, for other programs"), NULL },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("The first day, as 2026-11-23"), N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The last day"), N_("DAY") },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!thaw_cli_check_no_rest (&options) || !thaw_cli_parse_days (from, to, filter))
    return THAW_CLI_WRONG_USAGE;

  journal = thaw_cli_journal_open_to_read (options.directory, &error);
  if (journal == NULL ||
      !thaw_journal_for_each_sync (journal->journal, filter, add_entry, summary, NULL, &error))
    return thaw_cli_fail (error);

  if (as_json)
    print_json (summary);
  else
    print_words (summary, journal->content->vocabulary);

  return THAW_CLI_OK;
}
