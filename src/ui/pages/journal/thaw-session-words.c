/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-words"

#include "config.h"
#include "pages/journal/thaw-session-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "thaw-length-words.h"
#include "thaw-text.h"

/**
 * thaw_session_words_get_name:
 * @session: a session
 * @catalog: what Thaw brings along to do
 *
 * Returns: (transfer none): what was done, as it is called in the person’s language, or
 *   as they called it
 */
const char *
thaw_session_words_get_name (const ThawSession   *session,
                             ThawPracticeCatalog *catalog)
{
  const char *name = thaw_practice_catalog_get_name (catalog, session->activity);

  return name != NULL ? name : session->name;
}

/**
 * thaw_session_words_for_pleasure:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): how pleasant it was expected to be and was, as far
 *   as that was said
 */
char *
thaw_session_words_for_pleasure (const ThawSession *session)
{
  if (session->expected != THAW_PLEASURE_UNKNOWN && session->felt != THAW_PLEASURE_UNKNOWN)
    /* Translators: how pleasant something was expected to be, and was, from 0 to 10 */
    return g_strdup_printf (_("Pleasure: expected %d, felt %d"), session->expected, session->felt);
  if (session->felt != THAW_PLEASURE_UNKNOWN)
    /* Translators: how pleasant something was, from 0 to 10 */
    return g_strdup_printf (_("Pleasure: felt %d"), session->felt);
  if (session->expected != THAW_PLEASURE_UNKNOWN)
    /* Translators: how pleasant something was expected to be, from 0 to 10 */
    return g_strdup_printf (_("Pleasure: expected %d"), session->expected);

  return NULL;
}

static char *
make_title (const ThawSession   *session,
            ThawPracticeCatalog *catalog)
{
  const char *name = thaw_session_words_get_name (session, catalog);
  g_autofree char *length = NULL;

  if (session->actual_ms == 0)
    return g_strdup (name);

  length = thaw_length_to_words (session->actual_ms);

  /* Translators: what was done and how long, as “Slow breathing · 2 min” */
  return g_strdup_printf (C_("session", "%s · %s"), name, length);
}

static char *
make_excerpt (const ThawSession *session)
{
  g_autofree char *pleasure = thaw_session_words_for_pleasure (session);
  g_autofree char *note = thaw_text_make_excerpt (session->note);

  if (pleasure == NULL)
    return g_steal_pointer (&note);
  if (note[0] == '\0')
    return g_steal_pointer (&pleasure);

  return g_strdup_printf (C_("session", "%s · %s"), pleasure, note);
}

/* How the person was afterwards, or before if that is all they said. */
static const ThawMoodLevel *
get_level (const ThawSession *session)
{
  return thaw_mood_level_equal (&session->after, &THAW_MOOD_LEVEL_UNKNOWN) ? &session->before : &session->after;
}

/**
 * thaw_session_words_make_summaries:
 * @sessions: (element-type ThawSession): all of some days, oldest first
 * @catalog: what Thaw brings along to do
 *
 * Sessions as rows of the journal. One that runs is not yet part of it.
 *
 * Returns: (transfer full) (element-type ThawEntrySummary): a row for each, oldest first
 */
GPtrArray *
thaw_session_words_make_summaries (GPtrArray           *sessions,
                                   ThawPracticeCatalog *catalog)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 position = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const ThawSession *session = g_ptr_array_index (sessions, i);
      const ThawMoodLevel *level = get_level (session);
      g_autofree char *title = NULL;
      g_autofree char *excerpt = NULL;
      ThawEntrySummary *summary;

      if (session->ending == THAW_SESSION_RUNNING)
        continue;

      position = thaw_session_get_position (&session->moment, position);
      title = make_title (session, catalog);
      excerpt = make_excerpt (session);
      summary = thaw_entry_summary_new (session->uuid, position, &session->moment, level->feeling, level->valence,
                                        THAW_ANSWER_NONE, title, excerpt);
      thaw_entry_summary_set_is_session (summary, TRUE);
      g_ptr_array_add (summaries, summary);
    }

  return summaries;
}

/**
 * thaw_session_words_read_days:
 * @services: has the sessions
 * @first: the first day
 * @last: the last day, or %THAW_DAY_NONE for no bound
 *
 * Returns: (transfer full) (element-type ThawEntrySummary): the sessions of these days
 *   as rows of the journal, oldest first; none if they cannot be read
 */
GPtrArray *
thaw_session_words_read_days (ThawServices *services,
                              ThawDay       first,
                              ThawDay       last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = thaw_session_store_list_days (thaw_services_get_sessions (services), first, last,
                                                                 &error);

  if (sessions == NULL)
    {
      g_info ("Sessions are not read: %s", error->message);
      return g_ptr_array_new_with_free_func (g_object_unref);
    }

  return thaw_session_words_make_summaries (sessions, thaw_services_get_practice_catalog (services));
}
