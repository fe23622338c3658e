/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-cli-add"

#include "config.h"
#include "thaw-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "thaw-cli-input.h"
#include "thaw-cli-journal.h"
#include "thaw-cli-options.h"
#include "thaw-cli-output.h"
#include "thaw-cli-time.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

/* How strong an emotion is if nothing is said of it: 2 of 3, “clearly”. */
#define DEFAULT_INTENSITY 2

/* What was typed, still as words. */
typedef struct
{
  char *feeling;
  char *valence;
  GStrv emotions;
  char *answer;
  GStrv sensations;
  char *body;
  GStrv tags;
  GStrv triggers;
  GStrv deeds;
  char *at;
  char *prompt;
  char *title;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->feeling);
  g_free (words->valence);
  g_strfreev (words->emotions);
  g_free (words->answer);
  g_strfreev (words->sensations);
  g_free (words->body);
  g_strfreev (words->tags);
  g_strfreev (words->triggers);
  g_strfreev (words->deeds);
  g_free (words->at);
  g_free (words->prompt);
  g_free (words->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
take_mood (const Words *words,
           ThawEntry   *entry)
{
  guint64 feeling;
  double valence;

  if (words->feeling != NULL)
    {
      if (!g_ascii_string_to_unsigned (words->feeling, 10, THAW_FEELING_NUMB, THAW_FEELING_VIVID, &feeling, NULL))
        {
          thaw_cli_complain ("%s", _("--feeling takes a whole number from 0 (numb) to 10 (vivid)"));
          return FALSE;
        }
      thaw_entry_set_feeling (entry, (int) feeling);
    }

  if (words->valence != NULL)
    {
      if (!thaw_cli_parse_number (words->valence, -1.0, 1.0, &valence))
        {
          thaw_cli_complain ("%s", _("--valence takes a number from -1 (very unpleasant) to 1 (very pleasant)"));
          return FALSE;
        }
      thaw_entry_set_valence (entry, valence);
    }

  return TRUE;
}

/* “joy:2”, “joy”, or a word of the person's own with a colon in it. */
static gboolean
take_emotion (const char *typed,
              ThawEntry  *entry)
{
  const char *colon = strrchr (typed, ':');
  guint64 intensity = DEFAULT_INTENSITY;
  g_autofree char *word = NULL;
  g_autofree char *slug = NULL;

  if (colon != NULL && g_ascii_string_to_unsigned (colon + 1, 10, 0, G_MAXINT, &intensity, NULL))
    word = g_strndup (typed, (gsize) (colon - typed));
  else
    word = g_strdup (typed);

  slug = g_strstrip (thaw_text_make_valid (word, strlen (word)));
  if (thaw_emotion_slug_is_valid (slug) && intensity >= THAW_EMOTION_MIN_INTENSITY &&
      intensity <= THAW_EMOTION_MAX_INTENSITY)
    {
      thaw_entry_set_emotion (entry, slug, (int) intensity);
      return TRUE;
    }

  thaw_cli_complain ("%s", _("--emotion takes a word and how strong it is, from 1 to 3, as “--emotion joy:2”"));

  return FALSE;
}

/* “chest”, “chest:tight”, “chest:tight:2” or “chest:2” */
static gboolean
take_sensation (const char *typed,
                ThawEntry  *entry)
{
  g_auto (GStrv) parts = g_strsplit (typed, ":", -1);
  guint n_parts = g_strv_length (parts);
  ThawSensationQuality quality = THAW_QUALITY_NONE;
  guint64 strength = THAW_SENSATION_NO_STRENGTH;
  ThawBodyRegion region;
  guint n_read = 1;

  if (n_parts > 0 && thaw_body_region_from_slug (parts[0], &region))
    {
      if (n_read < n_parts && thaw_sensation_quality_from_slug (parts[n_read], &quality))
        n_read++;
      if (n_read < n_parts && g_ascii_string_to_unsigned (parts[n_read], 10, THAW_SENSATION_MIN_STRENGTH,
                                                          THAW_SENSATION_MAX_STRENGTH, &strength, NULL))
        n_read++;
      if (n_read == n_parts)
        {
          thaw_entry_set_sensation (entry, region, quality, (int) strength);
          return TRUE;
        }
    }

  thaw_cli_complain ("%s", _("--sensation takes a part of the body, what it is like there and how strong it is, as "
                             "“--sensation chest:tight:2”; “man thaw-cli” lists them"));

  return FALSE;
}

static gboolean
take_body (const Words *words,
           ThawEntry   *entry)
{
  ThawBodyAnswer answer;

  for (guint i = 0; words->sensations != NULL && words->sensations[i] != NULL; i++)
    {
      if (!take_sensation (words->sensations[i], entry))
        return FALSE;
    }

  if (words->body == NULL)
    return TRUE;

  if (!thaw_body_answer_from_slug (words->body, &answer) || thaw_entry_get_sensations (entry)->len > 0)
    {
      thaw_cli_complain ("%s", _("--body takes nowhere or unsure, and stands without --sensation"));
      return FALSE;
    }
  thaw_entry_set_body_answer (entry, answer);

  return TRUE;
}

/* “walk”, “walk:better”, or words of the person's own with a colon in them */
static gboolean
take_deed (const char *typed,
           ThawEntry  *entry)
{
  const char *colon = strrchr (typed, ':');
  ThawCopingOutcome outcome = THAW_OUTCOME_NONE;
  g_autofree char *words = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *slug = NULL;

  if (colon != NULL && thaw_coping_outcome_from_slug (colon + 1, &outcome))
    words = g_strndup (typed, (gsize) (colon - typed));
  else
    words = g_strdup (typed);

  valid = thaw_text_make_valid (words, strlen (words));
  slug = thaw_tag_name_normalize (valid);
  if (slug != NULL)
    {
      thaw_entry_set_coping (entry, slug, outcome);
      return TRUE;
    }

  thaw_cli_complain ("%s", _("--did takes what was done and worse, same or better, as “--did walk:better”"));

  return FALSE;
}

/* “Mia”, “person:Mia”, or a name with a colon in it. */
static gboolean
take_tag (const char *typed,
          gboolean    is_trigger,
          ThawEntry  *entry)
{
  const char *colon = strchr (typed, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (typed, (gsize) (colon - typed)) : NULL;
  g_autofree char *valid = NULL;
  g_autofree char *name = NULL;
  ThawTagKind kind;

  if (thaw_tag_kind_from_slug (prefix, &kind))
    typed = colon + 1;

  valid = thaw_text_make_valid (typed, strlen (typed));
  name = thaw_tag_name_normalize (valid);
  if (name != NULL)
    {
      thaw_entry_set_tag (entry, name, kind, is_trigger);
      return TRUE;
    }

  thaw_cli_complain ("%s", _("--tag and --trigger take a name of at most 200 bytes, as “--tag person:Mia”"));

  return FALSE;
}

static gboolean
take_marks (const Words *words,
            ThawEntry   *entry)
{
  ThawAnswer answer;

  for (guint i = 0; words->emotions != NULL && words->emotions[i] != NULL; i++)
    {
      if (!take_emotion (words->emotions[i], entry))
        return FALSE;
    }

  for (guint i = 0; words->tags != NULL && words->tags[i] != NULL; i++)
    {
      if (!take_tag (words->tags[i], FALSE, entry))
        return FALSE;
    }

  for (guint i = 0; words->triggers != NULL && words->triggers[i] != NULL; i++)
    {
      if (!take_tag (words->triggers[i], TRUE, entry))
        return FALSE;
    }

  for (guint i = 0; words->deeds != NULL && words->deeds[i] != NULL; i++)
    {
      if (!take_deed (words->deeds[i], entry))
        return FALSE;
    }

  if (words->answer == NULL)
    return TRUE;

  if (!thaw_answer_from_slug (words->answer, &answer) || answer == THAW_ANSWER_NAMED ||
      thaw_entry_get_emotions (entry)->len > 0)
    {
      thaw_cli_complain ("%s", _("--answer takes nothing, unsure or no-word, and stands without --emotion"));
      return FALSE;
    }
  thaw_entry_set_answer (entry, answer);

  return TRUE;
}

static gboolean
take_moment (const Words *words,
             ThawClock   *clock,
             ThawEntry   *entry)
{
  ThawMoment moment;

  if (words->at != NULL)
    moment = thaw_cli_parse_time (words->at, clock);
  else
    moment = thaw_clock_get_moment (clock);

  if (thaw_moment_is_valid (&moment))
    {
      thaw_entry_set_moment (entry, &moment);
      return TRUE;
    }

  /* Translators: %s is what a person typed; keep the examples as they are */
  thaw_cli_complain (_("“%s” is no time; a time is written as 09:15 or 2026-11-23T09:15"), words->at);

  return FALSE;
}

static gboolean
take_text (GStrv       typed,
           ThawEntry  *entry,
           GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const char *data;
  gsize size;

  if (typed[0] != NULL && g_str_equal (typed[0], "-") && typed[1] == NULL)
    {
      bytes = thaw_cli_read_input ("-", error);
      if (bytes == NULL)
        return FALSE;
    }
  else
    {
      char *joined = g_strjoinv (" ", typed);

      bytes = g_bytes_new_take (joined, strlen (joined));
    }

  data = g_bytes_get_data (bytes, &size);
  text = thaw_text_make_valid (data, size);

  /* The end of the last line is the pipe's, not the person's. */
  if (g_str_has_suffix (text, "\n"))
    text[strlen (text) - 1] = '\0';
  thaw_entry_set_text (entry, text);

  return TRUE;
}

static void
take_title_and_prompt (const Words *words,
                       ThawEntry   *entry)
{
  g_autofree char *title = NULL;
  g_autofree char *prompt = NULL;

  if (words->title != NULL)
    {
      title = thaw_text_make_valid (words->title, strlen (words->title));
      thaw_entry_set_title (entry, g_strstrip (title));
    }

  if (words->prompt != NULL)
    {
      prompt = thaw_text_make_valid (words->prompt, strlen (words->prompt));
      thaw_entry_set_prompt (entry, g_strstrip (prompt));
    }
}

static int
save (const char *directory,
      ThawEntry  *entry,
      ThawClock  *clock)
{
  g_autoptr (ThawImportBatch) batch = thaw_import_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 now_ms = thaw_clock_get_utc_ms (clock);
  g_autofree char *uuid = thaw_uuid_new (now_ms);
  g_autofree char *time = NULL;
  ThawJournalImportCounts counts;

  /* It may be another program that writes it, so the entry is made ready here. */
  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_created_ms (entry, now_ms);
  thaw_entry_set_modified_ms (entry, now_ms);
  g_ptr_array_add (batch->entries, g_object_ref (entry));
  if (!thaw_cli_journal_write (directory, batch, FALSE, &counts, &error))
    return thaw_cli_fail (error);

  time = thaw_moment_to_iso (thaw_entry_get_moment (entry));
  /* Translators: %.10s is a day and %.5s a time of day, as “Saved: 2026-11-23 09:15” */
  thaw_cli_print (_("Saved: %.10s %.5s"), time, time + 11);
  thaw_cli_print ("\n");

  return THAW_CLI_OK;
}

int
thaw_cli_run_add (const ThawCliCommand *command,
                  GStrv                *args)
{
  g_auto (ThawCliOptions) options = { NULL };
  g_auto (Words) words = { NULL };
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawClock) clock = thaw_clock_new ();
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "feeling", 0, 0, G_OPTION_ARG_FILENAME, &words.feeling,
      N_("How much can you feel right now? 0 (numb) to 10 (vivid)"), N_("N") },
    { "valence", 0, 0, G_OPTION_ARG_FILENAME, &words.valence,
      N_("How pleasant is it? -1 to 1"), N_("X") },
    { "emotion", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.emotions,
      N_("An emotion, and how strong it is, from 1 to 3; may be given several times"), N_("WORD[:N]") },
    { "answer", 0, 0, G_OPTION_ARG_FILENAME, &words.answer,
      N_("Instead of an emotion: nothing, unsure or no-word"), N_("ANSWER") },
    { "sensation", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.sensations,
      N_("Where in the body, what it is like there and how strong it is, 1 to 3; may be given several times"),
      N_("PLACE[:WHAT][:N]") },
    { "body", 0, 0, G_OPTION_ARG_FILENAME, &words.body,
      N_("Instead of a sensation: nowhere or unsure"), N_("ANSWER") },
    { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.tags,
      N_("A tag; person:, place:, event:, activity: or thought: may stand before it; may be given several times"),
      N_("NAME") },
    { "trigger", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.triggers,
      N_("A tag that set the feeling off; may be given several times"), N_("NAME") },
    { "did", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.deeds,
      N_("What was done about it, and whether it was worse, same or better afterwards; may be given several times"),
      N_("WHAT[:HOW]") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &words.at,
      N_("When it was, as 09:15 or 2026-11-23T09:15; now if left out"), N_("TIME") },
    { "prompt", 0, 0, G_OPTION_ARG_FILENAME, &words.prompt, N_("The question that the text answers"), N_("TEXT") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &words.title, N_("A title"), N_("TITLE") },
    { NULL },
  };

  if (!thaw_cli_options_parse (&options, command, entries, args, &status))
    return status;

  if (!take_mood (&words, entry) || !take_marks (&words, entry) || !take_body (&words, entry) ||
      !take_moment (&words, clock, entry))
    return THAW_CLI_WRONG_USAGE;

  take_title_and_prompt (&words, entry);
  if (!take_text (options.rest, entry, &error))
    return thaw_cli_fail (error);

  if (thaw_entry_is_empty (entry))
    {
      thaw_cli_complain ("%s", _("There is nothing to save yet; one answer or one word is enough"));
      return THAW_CLI_WRONG_USAGE;
    }

  return save (options.directory, entry, clock);
}
