/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-summary"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-summary-json.h"
#include "thaw-journal-summary.h"
#include "thaw-length-words.h"
#include "thaw-reflection-store.h"
#include "thaw-session-store.h"
#include "thaw-text.h"

static gboolean
add_entry (ThawEntry  *entry,
           gpointer    user_data,
           GError    **error)
{
  thaw_journal_summary_add (user_data, entry);

  return TRUE;
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

static const char *
get_region_word (const char *slug)
{
  ThawBodyRegion region;

  thaw_body_region_from_slug (slug, &region);

  return thaw_body_region_get_word (region);
}

static const char *
get_quality_word (const char *slug)
{
  ThawSensationQuality quality;

  thaw_sensation_quality_from_slug (slug, &quality);

  return thaw_sensation_quality_get_word (quality);
}

static void
print_counts (GPtrArray  *counts,
              const char *(*get_word) (const char *slug))
{
  for (guint i = 0; i < counts->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (counts, i);

      thaw_cli_print ("%6u  %s\n", count->n_entries, get_word (count->name));
    }
}

static void
print_body (ThawJournalSummary *summary)
{
  g_autoptr (GPtrArray) regions = thaw_journal_summary_list_regions (summary);
  g_autoptr (GPtrArray) qualities = thaw_journal_summary_list_qualities (summary);
  guint n_nowhere = thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_NOWHERE);
  guint n_unsure = thaw_journal_summary_get_n_bodies (summary, THAW_BODY_ANSWER_UNSURE);

  if (regions->len + n_nowhere + n_unsure > 0)
    /* Translators: a heading over places in the body and in how many entries each is */
    thaw_cli_print ("%s\n", _("In the body:"));
  print_counts (regions, get_region_word);
  if (n_nowhere > 0)
    thaw_cli_print ("%6u  %s\n", n_nowhere, thaw_body_answer_get_word (THAW_BODY_ANSWER_NOWHERE));
  if (n_unsure > 0)
    thaw_cli_print ("%6u  %s\n", n_unsure, thaw_body_answer_get_word (THAW_BODY_ANSWER_UNSURE));

  if (qualities->len > 0)
    /* Translators: a heading over sensations, as “tight”, and in how many entries each is */
    thaw_cli_print ("%s\n", _("What it was like there:"));
  print_counts (qualities, get_quality_word);
}

static void
print_triggers (ThawJournalSummary *summary)
{
  g_autoptr (GPtrArray) triggers = thaw_journal_summary_list_triggers (summary);

  if (triggers->len > 0)
    /* Translators: a heading over tags that were marked as what set a feeling off, and how often each was */
    thaw_cli_print ("%s\n", _("Marked as trigger:"));
  for (guint i = 0; i < triggers->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (triggers, i);

      thaw_cli_print ("%6u  %s\n", count->n_triggers, count->name);
    }
}

static void
print_copings (ThawJournalSummary *summary,
               ThawCopingCatalog  *catalog)
{
  g_autoptr (GPtrArray) copings = thaw_journal_summary_list_copings (summary);

  if (copings->len > 0)
    /* Translators: a heading over what was done about feelings, and how often each was */
    thaw_cli_print ("%s\n", _("Done about it:"));
  for (guint i = 0; i < copings->len; i++)
    {
      const ThawSummaryCount *count = g_ptr_array_index (copings, i);

      thaw_cli_print ("%6u  ", count->n_entries);
      /* Translators: what was done, and how many times it was how afterwards, as “Took a walk (afterwards worse 1, the
       * same 4, better 5, not said 2)” */
      thaw_cli_print (_("%s (afterwards worse %u, the same %u, better %u, not said %u)"),
                      thaw_coping_catalog_get_word (catalog, count->name), count->n_outcomes[THAW_OUTCOME_WORSE],
                      count->n_outcomes[THAW_OUTCOME_SAME], count->n_outcomes[THAW_OUTCOME_BETTER],
                      count->n_outcomes[THAW_OUTCOME_NONE]);
      thaw_cli_print ("\n");
    }
}

/* Translators: the areas of a reflection on numbness: how much answers inside, how well feelings can be named, how wide
 * their range is, and how near other people are */
static const char *const area_words[THAW_N_REFLECTION_AREAS] = {
  [THAW_REFLECTION_RESPONSE] = NC_("reflection", "response"),
  [THAW_REFLECTION_NAMING] = NC_("reflection", "naming"),
  [THAW_REFLECTION_RANGE] = NC_("reflection", "range"),
  [THAW_REFLECTION_CLOSENESS] = NC_("reflection", "closeness"),
};

static void
print_reflections (GPtrArray *reflections)
{
  const ThawReflection *last;
  char iso[THAW_DAY_ISO_SIZE];

  if (reflections->len == 0)
    return;

  last = g_ptr_array_index (reflections, reflections->len - 1);
  thaw_day_write_iso (last->moment.day, iso);
  thaw_cli_print (g_dngettext (GETTEXT_PACKAGE,
                               /* Translators: a number of reflections on numbness, and the day of the last one; the
                                * levels of its four areas follow */
                               "%u reflection, on %s:", "%u reflections, the last on %s:", reflections->len),
                  reflections->len, iso);
  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      thaw_cli_print ("%s%s ", i > 0 ? ", " : " ", g_dpgettext2 (GETTEXT_PACKAGE, "reflection", area_words[i]));
      if (last->levels[i] == THAW_REFLECTION_UNKNOWN)
        thaw_cli_print ("–");
      else
        thaw_cli_print ("%d", last->levels[i]);
    }
  thaw_cli_print ("\n");
}

static void
print_tally (const ThawActivityTally *tally)
{
  g_autofree char *name = thaw_text_make_excerpt (tally->name);
  g_autofree char *length = thaw_length_to_words (tally->total_ms);

  thaw_cli_print ("%6u  ", tally->n_sessions);
  if (tally->total_ms > 0)
    /* Translators: what was done and how long in all, as “A walk outside (2 hours 20 minutes)” */
    thaw_cli_print (C_("activity and length", "%s (%s)"), name, length);
  else
    thaw_cli_print ("%s", name);

  if (tally->felt.n >= THAW_TALLY_MIN_SESSIONS)
    {
      thaw_cli_print (", ");
      /* Translators: how pleasant something was expected to be and was, 0 to 10, on average, and how often both were
       * said */
      thaw_cli_print (_("expected %.1f, felt %.1f on average, both said %u times"), tally->expected.mean,
                      tally->felt.mean, tally->felt.n);
    }
  thaw_cli_print ("\n");
}

static void
print_sessions (GPtrArray *tallies)
{
  g_autofree char *length = NULL;
  gint64 total_ms = 0;
  guint n_sessions = 0;

  for (guint i = 0; i < tallies->len; i++)
    {
      const ThawActivityTally *tally = g_ptr_array_index (tallies, i);

      n_sessions += tally->n_sessions;
      total_ms += tally->total_ms;
    }
  if (n_sessions == 0)
    return;

  length = thaw_length_to_words (total_ms);
  thaw_cli_print (g_dngettext (GETTEXT_PACKAGE,
                               /* Translators: how often something was done and how long in all, as “12 sessions, 2
                                * hours 20 minutes in all:”; what was done follows */
                               "%u session, %s in all:", "%u sessions, %s in all:", n_sessions),
                  n_sessions, length);
  thaw_cli_print ("\n");

  for (guint i = 0; i < tallies->len; i++)
    print_tally (g_ptr_array_index (tallies, i));
}

static void
print_words (ThawJournalSummary *summary,
             GPtrArray          *reflections,
             GPtrArray          *tallies,
             const ThawContent  *content)
{
  g_autoptr (GPtrArray) emotions = thaw_journal_summary_list_emotions (summary);
  char first_iso[THAW_DAY_ISO_SIZE], last_iso[THAW_DAY_ISO_SIZE];
  guint n_entries = thaw_journal_summary_get_n_entries (summary);
  ThawDay first, last;

  if (!thaw_journal_summary_get_extent (summary, &first, &last))
    {
      thaw_cli_print ("%s\n", _("There are no entries yet."));
      print_reflections (reflections);
      print_sessions (tallies);
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

      thaw_cli_print ("%6u  %s\n", count->n_entries, thaw_vocabulary_get_word (content->vocabulary, count->name));
    }

  print_body (summary);
  print_triggers (summary);
  print_copings (summary, content->coping_catalog);
  print_reflections (reflections);
  print_sessions (tallies);
}

/* The reflections of these days, oldest first. */
static GPtrArray *
list_reflections (ThawCliJournal           *journal,
                  const ThawJournalFilter  *filter,
                  GError                  **error)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawReflectionStore) store = thaw_reflection_store_new (journal->database, clock);
  g_autoptr (GPtrArray) reflections = thaw_reflection_store_list (store, error);

  for (guint i = reflections != NULL ? reflections->len : 0; i > 0; i--)
    {
      ThawDay day = ((ThawReflection *) g_ptr_array_index (reflections, i - 1))->moment.day;

      if (!thaw_journal_filter_has_day (filter, day))
        g_ptr_array_remove_index (reflections, i - 1);
    }

  return g_steal_pointer (&reflections);
}

/* What was done on these days, by activity. */
static GPtrArray *
tally_sessions (ThawCliJournal           *journal,
                const ThawJournalFilter  *filter,
                GError                  **error)
{
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawSessionStore) store = thaw_session_store_new (journal->database, clock);
  g_autoptr (ThawSessionCount) count = thaw_session_count_new ();
  g_autoptr (GPtrArray) sessions = thaw_session_store_list_days (store, filter->first_day, filter->last_day, error);

  if (sessions == NULL)
    return NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const ThawSession *session = g_ptr_array_index (sessions, i);

      if (session->ending != THAW_SESSION_RUNNING)
        thaw_session_count_add (count, session);
    }

  return thaw_session_count_finish (count);
}

int
thaw_cli_run_summary (const ThawCliCommand *command,
                      GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autoptr (ThawJournalSummary) summary = thaw_journal_summary_new ();
  g_autoptr (ThawCliJournal) journal = NULL;
  g_autoptr (GPtrArray) reflections = NULL;
  g_autoptr (GPtrArray) tallies = NULL;
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

  reflections = list_reflections (journal, filter, &error);
  tallies = reflections != NULL ? tally_sessions (journal, filter, &error) : NULL;
  if (tallies == NULL)
    return thaw_cli_fail (error);

  if (as_json)
    thaw_cli_print_summary_json (summary, reflections, tallies);
  else
    print_words (summary, reflections, tallies, journal->content);

  return THAW_CLI_OK;
}
