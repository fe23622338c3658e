/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-add-session"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "thaw-cli-deeds.h"
#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-time.h"
#include "thaw-session.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

#define MS_PER_MINUTE 60000

/* What was typed, still as words. */
typedef struct
{
  char *new_kind;
  char *minutes;
  char *expected;
  char *felt;
  char *feeling_before;
  char *valence_before;
  char *feeling_after;
  char *valence_after;
  char *at;
  char *note;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->new_kind);
  g_free (words->minutes);
  g_free (words->expected);
  g_free (words->felt);
  g_free (words->feeling_before);
  g_free (words->valence_before);
  g_free (words->feeling_after);
  g_free (words->valence_after);
  g_free (words->at);
  g_free (words->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* From 0 to 10, as feeling and pleasure are. */
static gboolean
take_scale (const char *option,
            const char *typed,
            int        *out_number)
{
  guint64 number;

  if (typed == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (typed, 10, 0, 10, &number, NULL))
    {
      /* Translators: %s is an option, as “--felt” */
      thaw_cli_complain (_("%s takes a whole number from 0 to 10"), option);
      return FALSE;
    }

  *out_number = (int) number;

  return TRUE;
}

static gboolean
take_valence (const char *option,
              const char *typed,
              double     *out_valence)
{
  if (typed == NULL || thaw_cli_parse_number (typed, -1.0, 1.0, out_valence))
    return TRUE;

  /* Translators: %s is an option, as “--valence-after” */
  thaw_cli_complain (_("%s takes a number from -1 (very unpleasant) to 1 (very pleasant)"), option);

  return FALSE;
}

static gboolean
take_length (const Words *words,
             ThawSession *session)
{
  double minutes;

  if (words->minutes == NULL)
    return TRUE;

  if (!thaw_cli_parse_number (words->minutes, 0.0, THAW_ACTIVITY_MAX_MINUTES, &minutes))
    {
      thaw_cli_complain ("%s", _("--minutes takes a number from 0 to 1440"));
      return FALSE;
    }

  session->actual_ms = (gint64) (minutes * MS_PER_MINUTE + 0.5);

  return TRUE;
}

static gboolean
take_answers (const Words *words,
              ThawSession *session)
{
  return take_scale ("--expected", words->expected, &session->expected) &&
         take_scale ("--felt", words->felt, &session->felt) &&
         take_scale ("--feeling-before", words->feeling_before, &session->before.feeling) &&
         take_valence ("--valence-before", words->valence_before, &session->before.valence) &&
         take_scale ("--feeling-after", words->feeling_after, &session->after.feeling) &&
         take_valence ("--valence-after", words->valence_after, &session->after.valence);
}

/* When it began: as it was said, or so that it ends now. */
static gboolean
take_moment (const Words *words,
             ThawClock   *clock,
             ThawSession *session)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) begin = NULL;

  if (words->at != NULL)
    {
      session->moment = thaw_cli_parse_time (words->at, clock);
      if (thaw_moment_is_valid (&session->moment))
        return TRUE;

      /* Translators: %s is what a person typed; keep the examples as they are */
      thaw_cli_complain (_("“%s” is no time; a time is written as 09:15 or 2026-11-23T09:15"), words->at);
      return FALSE;
    }

  now = thaw_clock_dup_now (clock);
  begin = g_date_time_add (now, -session->actual_ms * 1000);
  session->moment = thaw_moment_from_time (begin);

  return TRUE;
}

static gboolean
take_note (const Words *words,
           ThawSession *session)
{
  g_autofree char *note = NULL;

  if (words->note == NULL)
    return TRUE;

  note = thaw_text_make_valid (words->note, strlen (words->note));
  thaw_session_set_note (session, note);
  if (strlen (session->note) <= THAW_SESSION_MAX_NOTE_BYTES)
    return TRUE;

  /* Translators: keep “--note” and “thaw-cli add” as they are */
  thaw_cli_complain ("%s", _("--note takes a few words; for more there is “thaw-cli add”"));

  return FALSE;
}

/* Something to do that was not known: it is one of the person's own from now on. */
static ThawActivity *
make_activity (const char *name,
               const char *kind_slug,
               gint64      now_ms)
{
  g_autofree char *uuid = thaw_uuid_new (now_ms);
  ThawActivityKind kind;
  ThawActivity *activity;

  if (!thaw_activity_kind_from_slug (kind_slug, &kind))
    {
      thaw_cli_complain ("%s", _("--new takes mindfulness, physical, creative, connection, rest or other"));
      return NULL;
    }
  if (!thaw_activity_name_is_valid (name))
    {
      thaw_cli_complain ("%s", _("What is done is told in one line of at most 200 bytes"));
      return NULL;
    }

  activity = thaw_activity_new (uuid, kind, name);
  activity->modified_ms = now_ms;

  return activity;
}

/* Returns a session of what was typed; what is new is added to @batch. %NULL after having said why. */
static ThawSession *
make_session (GStrv            typed,
              const Words     *words,
              GPtrArray       *deeds,
              gint64           now_ms,
              ThawImportBatch *batch)
{
  g_autofree char *joined = g_strjoinv (" ", typed);
  g_autofree char *name = g_strstrip (thaw_text_make_valid (joined, strlen (joined)));
  const ThawActivity *deed = thaw_cli_deeds_find (deeds, name);

  if (deed == NULL && words->new_kind == NULL)
    {
      /* Translators: %s is what a person typed; keep the commands and the options as they are */
      thaw_cli_complain (_("“%s” is nothing that Thaw knows; “thaw-cli list-activities” shows all, and --new KIND adds "
                           "it"),
                         name);
      return NULL;
    }
  if (deed == NULL)
    {
      ThawActivity *activity = make_activity (name, words->new_kind, now_ms);

      if (activity == NULL)
        return NULL;
      g_ptr_array_add (batch->own_activities, activity);
      deed = activity;
    }

  return thaw_session_new (deed->kind, deed->id, deed->name);
}

static int
save (const char      *directory,
      ThawImportBatch *batch,
      ThawSession     *session)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *time = NULL;
  g_autofree char *name = thaw_text_make_excerpt (session->name);
  ThawJournalImportCounts counts;

  g_ptr_array_add (batch->sessions, thaw_session_copy (session));
  if (!thaw_cli_journal_write (directory, batch, FALSE, &counts, &error))
    return thaw_cli_fail (error);

  time = thaw_moment_to_iso (&session->moment);
  /* Translators: %.10s is a day, %.5s a time of day and %s what was done, as “Saved: 2026-11-23 09:15 · A walk” */
  thaw_cli_print (_("Saved: %.10s %.5s · %s"), time, time + 11, name);
  thaw_cli_print ("\n");

  return THAW_CLI_OK;
}

int
thaw_cli_run_add_session (const ThawCliCommand *command,
                          GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_auto (Words) words = { NULL };
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (ThawSession) session = NULL;
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now_ms = thaw_clock_get_utc_ms (clock);
  int status;
  const GOptionEntry entries[] = {
    { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &words.minutes, N_("How long it took"), N_("N") },
    { "expected", 0, 0, G_OPTION_ARG_FILENAME, &words.expected,
      N_("How pleasant was it expected to be? 0 to 10"), N_("N") },
    { "felt", 0, 0, G_OPTION_ARG_FILENAME, &words.felt, N_("How pleasant was it? 0 to 10"), N_("N") },
    { "feeling-before", 0, 0, G_OPTION_ARG_FILENAME, &words.feeling_before,
      N_("How much could you feel before? 0 (numb) to 10 (vivid)"), N_("N") },
    { "valence-before", 0, 0, G_OPTION_ARG_FILENAME, &words.valence_before,
      N_("How pleasant was it before? -1 to 1"), N_("X") },
    { "feeling-after", 0, 0, G_OPTION_ARG_FILENAME, &words.feeling_after,
      N_("How much could you feel afterwards? 0 (numb) to 10 (vivid)"), N_("N") },
    { "valence-after", 0, 0, G_OPTION_ARG_FILENAME, &words.valence_after,
      N_("How pleasant was it afterwards? -1 to 1"), N_("X") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &words.at,
      N_("When it began, as 09:15 or 2026-11-23T09:15; if left out, it has just ended"), N_("TIME") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &words.note, N_("A few words"), N_("TEXT") },
    { "new", 0, 0, G_OPTION_ARG_FILENAME, &words.new_kind,
      N_("Keep it as one of your own if it is not known: mindfulness, physical, creative, connection, rest or other"),
      N_("KIND") },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (options.rest[0] == NULL)
    {
      thaw_cli_complain ("%s", _("What was done? “thaw-cli list-activities” shows what there is"));
      return THAW_CLI_WRONG_USAGE;
    }

  deeds = thaw_cli_deeds_list (options.directory, &error);
  if (deeds == NULL)
    return thaw_cli_fail (error);

  session = make_session (options.rest, &words, deeds, now_ms, batch);
  if (session == NULL || !take_length (&words, session) || !take_answers (&words, session) ||
      !take_moment (&words, clock, session) || !take_note (&words, session))
    return THAW_CLI_WRONG_USAGE;

  /* It may be another program that writes it, so the session is made ready here. */
  session->uuid = thaw_uuid_new (now_ms);
  session->ending = THAW_SESSION_LOGGED;
  session->modified_ms = now_ms;

  return save (options.directory, batch, session);
}
