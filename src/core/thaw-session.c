/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session"

#include "config.h"
#include "thaw-session.h"

static const char *const ending_slugs[THAW_N_SESSION_ENDINGS] = {
  [THAW_SESSION_RUNNING] = "running",
  [THAW_SESSION_FINISHED] = "finished",
  [THAW_SESSION_LEFT] = "left",
  [THAW_SESSION_LOGGED] = "logged",
};

G_DEFINE_BOXED_TYPE (ThawSession, thaw_session, thaw_session_copy, thaw_session_free)

/**
 * thaw_session_new:
 * @kind: what kind of thing is done
 * @activity: what is done
 * @name: what that is called
 *
 * Returns: (transfer full): a session that runs, with nothing answered; its moment is
 *   still to be set
 */
ThawSession *
thaw_session_new (ThawActivityKind  kind,
                  const char       *activity,
                  const char       *name)
{
  ThawSession *self;

  g_return_val_if_fail (activity != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ThawSession, 1);
  self->moment.day = THAW_DAY_NONE;
  self->kind = kind;
  self->activity = g_strdup (activity);
  self->name = g_strdup (name);
  self->ending = THAW_SESSION_RUNNING;
  self->expected = THAW_PLEASURE_UNKNOWN;
  self->felt = THAW_PLEASURE_UNKNOWN;
  self->before = THAW_MOOD_LEVEL_UNKNOWN;
  self->after = THAW_MOOD_LEVEL_UNKNOWN;
  self->note = g_strdup ("");

  return self;
}

ThawSession *
thaw_session_copy (const ThawSession *self)
{
  ThawSession *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawSession, 1);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->activity = g_strdup (self->activity);
  copy->name = g_strdup (self->name);
  copy->note = g_strdup (self->note);

  return copy;
}

void
thaw_session_free (ThawSession *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->activity);
  g_free (self->name);
  g_free (self->note);
  g_free (self);
}

/**
 * thaw_session_set_note:
 * @note: (nullable): a few words
 *
 * Sets the note, without the white space around it.
 */
void
thaw_session_set_note (ThawSession *self,
                       const char  *note)
{
  g_return_if_fail (self != NULL);

  g_free (self->note);
  self->note = g_strstrip (g_strdup (note != NULL ? note : ""));
}

/**
 * thaw_session_equal:
 *
 * Returns: whether both say the same; when they were saved does not count
 */
gboolean
thaw_session_equal (const ThawSession *self,
                    const ThawSession *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_strcmp0 (self->uuid, other->uuid) == 0 && thaw_moment_equal (&self->moment, &other->moment) &&
         self->kind == other->kind && g_str_equal (self->activity, other->activity) &&
         g_str_equal (self->name, other->name) && self->planned_ms == other->planned_ms &&
         self->actual_ms == other->actual_ms && self->ending == other->ending && self->expected == other->expected &&
         self->felt == other->felt && thaw_mood_level_equal (&self->before, &other->before) &&
         thaw_mood_level_equal (&self->after, &other->after) && g_str_equal (self->note, other->note);
}

/**
 * thaw_session_get_position:
 * @moment: when a session began
 * @former: the position of the session before it, or 0 if it is the first
 *
 * Sessions have places in the journal, too: after the entries of the same
 * millisecond, and one after the other.
 *
 * Returns: the place in the journal, as that of an entry
 */
gint64
thaw_session_get_position (const ThawMoment *moment,
                           gint64            former)
{
  return MAX (thaw_moment_get_position (moment) + THAW_MOMENT_POSITIONS_PER_MS / 2, former + 1);
}

/**
 * thaw_session_ending_to_slug:
 *
 * Returns: the stable name, as it is stored and exported
 */
const char *
thaw_session_ending_to_slug (ThawSessionEnding ending)
{
  g_return_val_if_fail ((guint) ending < THAW_N_SESSION_ENDINGS, NULL);

  return ending_slugs[ending];
}

/**
 * thaw_session_ending_from_slug:
 * @slug: (nullable): a stable name
 * @out_ending: (out): the ending, unchanged if there is none
 *
 * Returns: whether there is such an ending
 */
gboolean
thaw_session_ending_from_slug (const char        *slug,
                               ThawSessionEnding *out_ending)
{
  for (guint i = 0; i < THAW_N_SESSION_ENDINGS; i++)
    {
      if (g_strcmp0 (slug, ending_slugs[i]) == 0)
        {
          *out_ending = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_pleasure_is_valid:
 *
 * Returns: whether it is on the scale, or left out
 */
gboolean
thaw_pleasure_is_valid (int pleasure)
{
  return pleasure == THAW_PLEASURE_UNKNOWN || (pleasure >= THAW_PLEASURE_MIN && pleasure <= THAW_PLEASURE_MAX);
}

/**
 * thaw_mood_level_equal:
 *
 * Returns: whether both say the same; what is left out equals what is left out
 */
gboolean
thaw_mood_level_equal (const ThawMoodLevel *a,
                       const ThawMoodLevel *b)
{
  return a->feeling == b->feeling && thaw_valence_equal (a->valence, b->valence);
}

/**
 * thaw_mood_level_is_valid:
 *
 * Returns: whether both answers are on their scales, or left out
 */
gboolean
thaw_mood_level_is_valid (const ThawMoodLevel *self)
{
  return (self->feeling == THAW_FEELING_UNKNOWN ||
          (self->feeling >= THAW_FEELING_NUMB && self->feeling <= THAW_FEELING_VIVID)) &&
         (isnan (self->valence) || (self->valence >= -1.0 && self->valence <= 1.0));
}
