/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-markdown-session"

#include "config.h"
#include "thaw-markdown-session.h"

#include <glib/gi18n-lib.h>

#include "exchange/thaw-markdown-text.h"
#include "thaw-length-words.h"

static char *
describe_length (const ThawSession *session)
{
  g_autofree char *actual = thaw_length_to_words (session->actual_ms);
  g_autofree char *planned = thaw_length_to_words (session->planned_ms);

  if (session->ending != THAW_SESSION_LEFT || session->actual_ms >= session->planned_ms)
    return g_steal_pointer (&actual);

  /* Translators: two lengths of time: how long something was done, and how long it could have been, as “5 minutes of
   * 20 minutes” */
  return g_strdup_printf (C_("length", "%s of %s"), actual, planned);
}

static void
append_done (GString           *out,
             const ThawSession *session)
{
  const char *kind = thaw_activity_kind_get_name (session->kind);
  g_autofree char *length = describe_length (session);

  g_string_append (out, "- ");
  if (session->actual_ms > 0)
    /* Translators: what kind of thing was done and how long, as “Done: Movement, 25 minutes” */
    g_string_append_printf (out, _("Done: %s, %s"), kind, length);
  else
    /* Translators: what kind of thing was done, as “Done: Movement” */
    g_string_append_printf (out, _("Done: %s"), kind);
  g_string_append_c (out, '\n');
}

static void
append_pleasure (GString           *out,
                 const ThawSession *session)
{
  if (session->expected == THAW_PLEASURE_UNKNOWN && session->felt == THAW_PLEASURE_UNKNOWN)
    return;

  g_string_append (out, "- ");
  if (session->felt == THAW_PLEASURE_UNKNOWN)
    /* Translators: how pleasant something was expected to be, from 0 to 10 */
    g_string_append_printf (out, _("Pleasure: expected %d of 10"), session->expected);
  else if (session->expected == THAW_PLEASURE_UNKNOWN)
    /* Translators: how pleasant something was, from 0 to 10 */
    g_string_append_printf (out, _("Pleasure: felt %d of 10"), session->felt);
  else
    /* Translators: how pleasant something was expected to be, and was, from 0 to 10 */
    g_string_append_printf (out, _("Pleasure: expected %d of 10, felt %d of 10"), session->expected, session->felt);
  g_string_append_c (out, '\n');
}

static char *
describe_level (const ThawMoodLevel *level)
{
  g_autofree char *feeling = NULL;
  const char *valence = NULL;

  if (level->feeling != THAW_FEELING_UNKNOWN)
    /* Translators: how much a person could feel, 0 to 10, and the word for it, as “could feel 3 of 10 (a little)” */
    feeling = g_strdup_printf (_("could feel %d of 10 (%s)"), level->feeling, thaw_feeling_get_word (level->feeling));
  if (!isnan (level->valence))
    valence = thaw_valence_step_get_word (thaw_valence_to_step (level->valence));

  if (feeling == NULL)
    return g_strdup (valence);
  if (valence == NULL)
    return g_steal_pointer (&feeling);

  /* Translators: how much a person could feel and how pleasant it was, as “could feel 3 of 10 (a little), slightly
   * pleasant” */
  return g_strdup_printf (C_("feeling and mood", "%s, %s"), feeling, valence);
}

static void
append_levels (GString           *out,
               const ThawSession *session)
{
  g_autofree char *before = describe_level (&session->before);
  g_autofree char *after = describe_level (&session->after);

  if (before != NULL)
    {
      g_string_append (out, "- ");
      /* Translators: how a person was before something, as “Before: could feel 3 of 10 (a little)” */
      g_string_append_printf (out, _("Before: %s"), before);
      g_string_append_c (out, '\n');
    }
  if (after != NULL)
    {
      g_string_append (out, "- ");
      /* Translators: how a person was after something, as “Afterwards: could feel 3 of 10 (a little)” */
      g_string_append_printf (out, _("Afterwards: %s"), after);
      g_string_append_c (out, '\n');
    }
}

/**
 * thaw_markdown_append_session:
 * @session: what was done
 *
 * Appends a session as it stands among the entries of its day.
 */
void
thaw_markdown_append_session (GString           *out,
                              const ThawSession *session)
{
  thaw_markdown_append_heading (out, &session->moment, session->name);
  g_string_append_c (out, '\n');
  append_done (out, session);
  append_pleasure (out, session);
  append_levels (out, session);
  if (session->note[0] != '\0')
    thaw_markdown_append_text (out, session->note);
}
