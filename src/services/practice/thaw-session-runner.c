/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-runner"

#include "config.h"
#include "practice/thaw-session-runner.h"

#include "sound/thaw-bells.h"
#include "sound/thaw-speaker.h"
#include "thaw-uuid.h"

/* So much of a session is lost at most, however Thaw ends. */
#define SAVE_INTERVAL_SECS 15

/**
 * ThawSessionRunner:
 *
 * One session from its beginning to the answers after it: its timer, its sounds,
 * and its place in the journal. What was done so far is on the disk every quarter
 * of a minute and at each pause, so that no ending of Thaw takes it away.
 */
struct _ThawSessionRunner
{
  GObject parent_instance;

  ThawServices *services;   /* (owned) */
  ThawSessionSetup *setup;  /* (owned) */
  ThawPracticeTimer *timer; /* (owned) */
  ThawSession *session;     /* (owned) */
  ThawBells *bells;         /* (owned) */
  ThawSpeaker *speaker;     /* (owned) */

  guint save_source;
  gboolean is_saving;
  gboolean is_changed;   /* since what is being saved was taken */
  gboolean is_discarded;
  GError *error;         /* (owned) (nullable): why the last save failed */
};

G_DEFINE_FINAL_TYPE (ThawSessionRunner, thaw_session_runner, G_TYPE_OBJECT)

enum
{
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void save (ThawSessionRunner *self);

/* Keeping it */

/* After a save or a removal: on with what changed meanwhile, or everybody is told how it went. */
static void
settle (ThawSessionRunner *self,
        GError            *error)
{
  self->is_saving = FALSE;
  g_clear_error (&self->error);
  self->error = error;

  if (error == NULL && self->is_changed)
    save (self);
  else
    g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawSessionRunner) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) saved = thaw_session_store_save_finish (THAW_SESSION_STORE (source), result, &error);

  if (saved == NULL)
    self->is_changed = TRUE;

  settle (self, g_steal_pointer (&error));
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ThawSessionRunner) self = user_data;
  g_autoptr (GError) error = NULL;

  thaw_session_store_remove_finish (THAW_SESSION_STORE (source), result, &error);
  if (error != NULL)
    self->is_changed = TRUE;

  settle (self, g_steal_pointer (&error));
}

static void
save (ThawSessionRunner *self)
{
  ThawSessionStore *store = thaw_services_get_sessions (self->services);

  self->is_changed = TRUE;
  if (self->is_saving)
    return;

  self->is_saving = TRUE;
  self->is_changed = FALSE;
  if (self->is_discarded)
    thaw_session_store_remove_async (store, self->session->uuid, NULL, on_removed_cb, g_object_ref (self));
  else
    thaw_session_store_save_async (store, self->session, NULL, on_saved_cb, g_object_ref (self));
}

static gboolean
has_answers (const ThawSession *session)
{
  return !thaw_mood_level_equal (&session->before, &THAW_MOOD_LEVEL_UNKNOWN) ||
         session->expected != THAW_PLEASURE_UNKNOWN;
}

/* Who sits without an end may sit for longer than a session can be. */
static void
take_length (ThawSessionRunner *self)
{
  self->session->actual_ms = MIN (thaw_practice_timer_get_active_ms (self->timer), THAW_SESSION_MAX_MS);
}

static gboolean
on_save_time_cb (gpointer user_data)
{
  ThawSessionRunner *self = user_data;

  take_length (self);
  save (self);

  return G_SOURCE_CONTINUE;
}

/* Its course */

static void
be_quiet (ThawSessionRunner *self)
{
  thaw_bells_stop (self->bells);
  thaw_speaker_stop (self->speaker);
}

static void
end (ThawSessionRunner *self)
{
  gboolean is_finished = thaw_practice_timer_is_finished (self->timer);

  /* The last bell is heard out. */
  if (!is_finished)
    be_quiet (self);
  self->session->ending = is_finished ? THAW_SESSION_FINISHED : THAW_SESSION_LEFT;
  self->is_discarded = !is_finished && self->session->actual_ms < THAW_SESSION_LEAST_MS && !has_answers (self->session);
}

static void
on_timer_state_changed_cb (ThawSessionRunner *self)
{
  ThawPracticeState state = thaw_practice_timer_get_state (self->timer);

  g_clear_handle_id (&self->save_source, g_source_remove);
  take_length (self);

  if (state == THAW_PRACTICE_RUNNING)
    self->save_source = g_timeout_add_seconds (SAVE_INTERVAL_SECS, on_save_time_cb, self);
  else if (state == THAW_PRACTICE_PAUSED)
    be_quiet (self);
  else if (state == THAW_PRACTICE_OVER)
    end (self);

  save (self);
}

static void
on_timer_bell_cb (ThawSessionRunner *self,
                  ThawBell           bell)
{
  thaw_bells_ring (self->bells, bell);
}

static void
on_timer_step_changed_cb (ThawSessionRunner *self)
{
  const ThawTimelineStep *step;
  ThawTimelinePlace place;

  /* Nobody who goes back and forth while it stands still wants to hear each step. */
  if (thaw_practice_timer_get_state (self->timer) != THAW_PRACTICE_RUNNING)
    return;

  thaw_practice_timer_get_place (self->timer, &place);

  step = thaw_timeline_get_step (thaw_practice_timer_get_timeline (self->timer), place.step);
  if (step->phase >= 0)
    thaw_bells_play_phase (self->bells, (ThawBreathPhase) step->phase);
  if (step->text != NULL && thaw_settings_get_practice_speech (thaw_services_get_settings (self->services)))
    thaw_speaker_say (self->speaker, step->text);
}

static void
thaw_session_runner_dispose (GObject *object)
{
  ThawSessionRunner *self = THAW_SESSION_RUNNER (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->timer);
  g_clear_object (&self->bells);
  g_clear_object (&self->speaker);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_session_runner_parent_class)->dispose (object);
}

static void
thaw_session_runner_finalize (GObject *object)
{
  ThawSessionRunner *self = THAW_SESSION_RUNNER (object);

  g_clear_pointer (&self->setup, thaw_session_setup_free);
  g_clear_pointer (&self->session, thaw_session_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (thaw_session_runner_parent_class)->finalize (object);
}

static void
thaw_session_runner_class_init (ThawSessionRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_session_runner_dispose;
  object_class->finalize = thaw_session_runner_finalize;

  /**
   * ThawSessionRunner::settled:
   *
   * All that is known of the session has come to the disk, or
   * thaw_session_runner_get_error() says why not.
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_session_runner_init (ThawSessionRunner *self)
{
}

/**
 * thaw_session_runner_new:
 * @services: where the session is kept
 * @clock: the clock of its timer
 * @setup: what was chosen; a copy is taken
 *
 * Returns: (transfer full): a session that was not begun yet
 */
ThawSessionRunner *
thaw_session_runner_new (ThawServices           *services,
                         ThawPracticeClock      *clock,
                         const ThawSessionSetup *setup)
{
  ThawSessionRunner *self = g_object_new (THAW_TYPE_SESSION_RUNNER, NULL);
  g_autoptr (ThawTimeline) timeline = NULL;

  g_return_val_if_fail (THAW_IS_SERVICES (services), self);
  g_return_val_if_fail (setup != NULL, self);

  timeline = thaw_session_setup_make_timeline (setup);
  self->services = g_object_ref (services);
  self->setup = thaw_session_setup_copy (setup);
  self->timer = thaw_practice_timer_new (clock, timeline);
  self->session = thaw_session_new (setup->kind, setup->activity, setup->name);
  self->session->planned_ms = thaw_timeline_get_length_ms (timeline);
  self->bells = thaw_bells_new (thaw_services_get_settings (services));
  self->speaker = thaw_speaker_new ();

  g_signal_connect_object (self->timer, "state-changed", G_CALLBACK (on_timer_state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "step-changed", G_CALLBACK (on_timer_step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "bell", G_CALLBACK (on_timer_bell_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_session_runner_set_before:
 * @before: how the person is before it
 * @expected: how pleasant they expect it to be, or %THAW_PLEASURE_UNKNOWN
 *
 * To be said before it starts, or left out.
 */
void
thaw_session_runner_set_before (ThawSessionRunner   *self,
                                const ThawMoodLevel *before,
                                int                  expected)
{
  g_return_if_fail (THAW_IS_SESSION_RUNNER (self));
  g_return_if_fail (before != NULL);
  g_return_if_fail (thaw_pleasure_is_valid (expected));

  self->session->before = *before;
  self->session->expected = expected;
}

/**
 * thaw_session_runner_start:
 *
 * Begins the session, once. It is in the journal from now on.
 */
void
thaw_session_runner_start (ThawSessionRunner *self)
{
  g_return_if_fail (THAW_IS_SESSION_RUNNER (self));
  g_return_if_fail (self->session->uuid == NULL);

  self->session->moment = thaw_clock_get_moment (thaw_services_get_clock (self->services));
  self->session->uuid = thaw_uuid_new (self->session->moment.utc_ms);
  thaw_practice_timer_start (self->timer);
}

/**
 * thaw_session_runner_leave:
 *
 * Ends the session now, if it has not ended. What was done is kept; what was left
 * within moments and without an answer was none.
 */
void
thaw_session_runner_leave (ThawSessionRunner *self)
{
  g_return_if_fail (THAW_IS_SESSION_RUNNER (self));

  if (thaw_practice_timer_get_state (self->timer) != THAW_PRACTICE_OVER)
    thaw_practice_timer_leave (self->timer);
}

/**
 * thaw_session_runner_set_after:
 * @after: how the person is after it
 * @felt: how pleasant it was, or %THAW_PLEASURE_UNKNOWN
 * @note: (nullable): a few words
 *
 * Says what can be said afterwards, and saves it.
 */
void
thaw_session_runner_set_after (ThawSessionRunner   *self,
                               const ThawMoodLevel *after,
                               int                  felt,
                               const char          *note)
{
  g_return_if_fail (THAW_IS_SESSION_RUNNER (self));
  g_return_if_fail (self->session->uuid != NULL);
  g_return_if_fail (after != NULL);
  g_return_if_fail (thaw_pleasure_is_valid (felt));

  self->session->after = *after;
  self->session->felt = felt;
  thaw_session_set_note (self->session, note);
  save (self);
}

ThawPracticeTimer *
thaw_session_runner_get_timer (ThawSessionRunner *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_RUNNER (self), NULL);

  return self->timer;
}

const ThawSessionSetup *
thaw_session_runner_get_setup (ThawSessionRunner *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_RUNNER (self), NULL);

  return self->setup;
}

const ThawSession *
thaw_session_runner_get_session (ThawSessionRunner *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_RUNNER (self), NULL);

  return self->session;
}

/**
 * thaw_session_runner_is_discarded:
 *
 * Returns: whether it does not stay in the journal
 */
gboolean
thaw_session_runner_is_discarded (ThawSessionRunner *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_RUNNER (self), FALSE);

  return self->is_discarded;
}

/**
 * thaw_session_runner_is_saving:
 *
 * Returns: whether something is on its way to the disk
 */
gboolean
thaw_session_runner_is_saving (ThawSessionRunner *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_RUNNER (self), FALSE);

  return self->is_saving;
}

/**
 * thaw_session_runner_get_error:
 *
 * Returns: (transfer none) (nullable): why something is not on the disk, in the domain
 *   %THAW_STORAGE_ERROR
 */
const GError *
thaw_session_runner_get_error (ThawSessionRunner *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_RUNNER (self), NULL);

  return self->error;
}

/**
 * thaw_session_runner_retry:
 *
 * Tries again to save what is not on the disk, if there is something.
 */
void
thaw_session_runner_retry (ThawSessionRunner *self)
{
  g_return_if_fail (THAW_IS_SESSION_RUNNER (self));

  if (self->is_changed)
    save (self);
}
