/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-output"

#include "config.h"
#include "thaw-cli-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "thaw-cli.h"
#include "thaw-length-words.h"
#include "thaw-text.h"

/* Between the parts of a line. */
#define SEPARATOR " · "

/* g_print() would put a question mark for each letter that the locale lacks; what comes out here is UTF-8. */
void
thaw_cli_print (const char *format,
                ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stdout, format, args);
  va_end (args);
}

static void
append_emotions (GString        *line,
                 GPtrArray      *emotions,
                 ThawVocabulary *vocabulary)
{
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      g_string_append_printf (line, "%s%s %d", i == 0 ? SEPARATOR : ", ",
                              thaw_vocabulary_get_word (vocabulary, mark->slug), mark->intensity);
    }
}

static void
append_body (GString          *line,
             ThawEntrySummary *summary)
{
  GPtrArray *sensations = thaw_entry_summary_get_sensations (summary);
  ThawBodyAnswer answer = thaw_entry_summary_get_body_answer (summary);

  if (answer != THAW_BODY_ANSWER_NONE)
    {
      g_string_append (line, SEPARATOR);
      /* Translators: %s is an answer to “Where in your body is it?”, as “in the body: nowhere” */
      g_string_append_printf (line, _("in the body: %s"), thaw_body_answer_get_word (answer));
    }

  for (guint i = 0; i < sensations->len; i++)
    {
      g_autofree char *words = thaw_sensation_to_words (g_ptr_array_index (sensations, i));

      g_string_append_printf (line, "%s%s", i == 0 ? SEPARATOR : "; ", words);
    }
}

static void
append_copings (GString           *line,
                GPtrArray         *copings,
                ThawCopingCatalog *catalog)
{
  for (guint i = 0; i < copings->len; i++)
    {
      const ThawCopingMark *mark = g_ptr_array_index (copings, i);
      const char *outcome = thaw_coping_outcome_get_word (mark->outcome);

      g_string_append_printf (line, "%s%s", i == 0 ? SEPARATOR : ", ",
                              thaw_coping_catalog_get_word (catalog, mark->slug));
      if (outcome[0] != '\0')
        g_string_append_printf (line, " (%s)", outcome);
    }
}

static void
append_tags (GString   *line,
             GPtrArray *tags)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (tags, i);

      g_string_append_printf (line, "%s#%s%s", i == 0 ? SEPARATOR : ", ", mark->name, mark->is_trigger ? "!" : "");
    }
}

static void
append_words (GString    *line,
              const char *words)
{
  /* In one line, and without the control characters that a terminal would obey. */
  g_autofree char *plain = thaw_text_make_excerpt (words);

  if (plain[0] != '\0')
    g_string_append_printf (line, "%s%s", SEPARATOR, plain);
}

static void
append_moment (GString          *line,
               const ThawMoment *moment)
{
  int minutes = thaw_moment_get_ms_of_day (moment) / 60000;
  char day[THAW_DAY_ISO_SIZE];

  thaw_day_write_iso (moment->day, day);
  g_string_append_printf (line, "%s %02d:%02d", day, minutes / 60, minutes % 60);
}

/**
 * thaw_cli_print_summary:
 * @summary: an entry
 * @content: the words for what is in it
 *
 * Prints an entry in one line, as
 * `2026-11-23 09:15 · feeling 3 · unpleasant · sadness 2 · chest: tight, clearly · #Mia, #call! ·
 * Took a walk (better) · Title · text`.
 */
void
thaw_cli_print_summary (ThawEntrySummary  *summary,
                        const ThawContent *content)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *answer = thaw_answer_get_word (thaw_entry_summary_get_answer (summary));
  int feeling = thaw_entry_summary_get_feeling (summary);
  double valence = thaw_entry_summary_get_valence (summary);

  append_moment (line, thaw_entry_summary_get_moment (summary));
  if (feeling != THAW_FEELING_UNKNOWN)
    {
      g_string_append (line, SEPARATOR);
      /* Translators: how much a person could feel, 0 to 10 */
      g_string_append_printf (line, _("feeling %d"), feeling);
    }
  if (!isnan (valence))
    g_string_append_printf (line, "%s%s", SEPARATOR, thaw_valence_step_get_word (thaw_valence_to_step (valence)));
  if (answer[0] != '\0')
    g_string_append_printf (line, "%s%s", SEPARATOR, answer);
  append_emotions (line, thaw_entry_summary_get_emotions (summary), content->vocabulary);
  append_body (line, summary);
  append_tags (line, thaw_entry_summary_get_tags (summary));
  append_copings (line, thaw_entry_summary_get_copings (summary), content->coping_catalog);
  append_words (line, thaw_entry_summary_get_title (summary));
  append_words (line, thaw_entry_summary_get_excerpt (summary));

  thaw_cli_print ("%s\n", line->str);
}

static void
append_pleasure (GString           *line,
                 const ThawSession *session)
{
  if (session->expected != THAW_PLEASURE_UNKNOWN)
    {
      g_string_append (line, SEPARATOR);
      /* Translators: how pleasant something was expected to be, 0 to 10 */
      g_string_append_printf (line, _("expected %d"), session->expected);
    }
  if (session->felt != THAW_PLEASURE_UNKNOWN)
    {
      g_string_append (line, session->expected != THAW_PLEASURE_UNKNOWN ? ", " : SEPARATOR);
      /* Translators: how pleasant something was, 0 to 10 */
      g_string_append_printf (line, _("felt %d"), session->felt);
    }
}

static void
append_level (GString             *line,
              const char          *label,
              const ThawMoodLevel *level)
{
  gboolean has_feeling = level->feeling != THAW_FEELING_UNKNOWN;

  if (!has_feeling && isnan (level->valence))
    return;

  g_string_append_printf (line, "%s%s ", SEPARATOR, label);
  if (has_feeling)
    g_string_append_printf (line, _("feeling %d"), level->feeling);
  if (!isnan (level->valence))
    g_string_append_printf (line, "%s%s", has_feeling ? ", " : "",
                            thaw_valence_step_get_word (thaw_valence_to_step (level->valence)));
}

/**
 * thaw_cli_print_session:
 * @session: what was done
 *
 * Prints a session in one line, as
 * `2026-11-23 09:15 · A walk outside · 25 minutes · expected 2, felt 5 · before: feeling 1 · after: feeling 3 · note`.
 */
void
thaw_cli_print_session (const ThawSession *session)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *length = thaw_length_to_words (session->actual_ms);

  append_moment (line, &session->moment);
  append_words (line, session->name);
  if (session->actual_ms > 0)
    g_string_append_printf (line, "%s%s", SEPARATOR, length);
  if (session->ending == THAW_SESSION_RUNNING)
    {
      g_string_append (line, SEPARATOR);
      /* Translators: something that is being done just now */
      g_string_append (line, _("still running"));
    }
  append_pleasure (line, session);
  /* Translators: a label in front of how a person was before they did something */
  append_level (line, _("before:"), &session->before);
  /* Translators: a label in front of how a person was after they did something */
  append_level (line, _("after:"), &session->after);
  append_words (line, session->note);

  thaw_cli_print ("%s\n", line->str);
}

/**
 * thaw_cli_complain:
 * @format: what is wrong, already translated
 *
 * Says on standard error what is wrong, in one line.
 */
void
thaw_cli_complain (const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  for (char *p = message; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        *p = ' ';
    }

  fprintf (stderr, "thaw-cli: %s\n", message);
}

/**
 * thaw_cli_fail:
 * @error: what went wrong
 *
 * Returns: %THAW_CLI_FAILED, after having said why
 */
int
thaw_cli_fail (const GError *error)
{
  thaw_cli_complain ("%s", error->message);

  return THAW_CLI_FAILED;
}

/**
 * thaw_cli_end_output:
 *
 * Writes out what is still held back.
 *
 * Returns: whether all that was printed has arrived; if not, it was said
 */
gboolean
thaw_cli_end_output (void)
{
  errno = 0;
  if (!ferror (stdout) && fflush (stdout) == 0)
    return TRUE;

  /* Translators: %s is what the system says of it */
  thaw_cli_complain (_("Standard output cannot be written: %s"), g_strerror (errno != 0 ? errno : EIO));

  return FALSE;
}
