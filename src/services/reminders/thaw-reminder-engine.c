/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-engine"

#include "config.h"
#include "thaw-reminder-engine-private.h"

#include "thaw-wake-source.h"

/* What could not be written is tried again after that. */
#define RETRY_MS 60000

/**
 * ThawReminderEngine:
 *
 * Has reminders come. It asks thaw_reminder_evaluate() for all of them whenever the answer
 * may be another: on the start, when the time has come that was named the last time, when
 * the clock was set or hangs in another zone, and when a reminder, a setting, or what was
 * done today has changed. There is one timer, and none if no reminder is on.
 *
 * What comes is sent first and noted second, and under a name that is always the same: who
 * is stopped in between sends it again in its own place, and nothing is lost.
 */
G_DEFINE_FINAL_TYPE (ThawReminderEngine, thaw_reminder_engine, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Evaluating */

static gint64
soonest (gint64 a_ms,
         gint64 b_ms)
{
  return a_ms == 0 ? b_ms : b_ms == 0 ? a_ms : MIN (a_ms, b_ms);
}

static void
load (ThawReminderEngine *self)
{
  g_autoptr (GPtrArray) over = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  ThawReminderConditions conditions;

  thaw_reminder_engine_get_conditions (self, &conditions);
  if (!thaw_reminder_book_load (self->book, &conditions, over, &error))
    g_message ("The reminders cannot be read: %s", error->message);

  for (guint i = 0; i < over->len; i++)
    thaw_reminder_sender_withdraw (self->sender, g_ptr_array_index (over, i));
}

/* Done since it came: there is nothing left to be reminded of. */
static gboolean
is_answered_by_deed (const ThawReminderItem       *item,
                     const ThawReminderConditions *conditions)
{
  const ThawReminderState *state = &item->state;
  ThawCivil moment = state->shown != THAW_CIVIL_NONE ? state->shown
                     : state->snoozed_until_ms != 0  ? state->last
                                                     : state->missed;

  return moment != THAW_CIVIL_NONE && state->done_ms != 0 &&
         state->done_ms >= MAX (thaw_civil_to_utc_ms (moment, conditions->zone), item->came_ms);
}

static void
send (ThawReminderEngine *self,
      ThawReminderItem   *item,
      gint64              now_ms)
{
  item->came_ms = now_ms;
  if (thaw_reminder_sender_send (self->sender, item->rule, thaw_settings_get_reminder_details (self->settings)))
    item->n_sends++;
}

/* A program that was killed may have sent what it did not note. If it does not come now, nothing else would take the
 * place of that, and nobody would take it away. */
static gboolean
is_left_behind (ThawReminderItem        *item,
                const ThawReminderState *state)
{
  gboolean is_over = state->last != item->state.last ||
                     (item->state.snoozed_until_ms != 0 && state->snoozed_until_ms == 0);

  if (!item->is_from_before || !is_over)
    return FALSE;

  item->is_from_before = FALSE;

  return state->shown == THAW_CIVIL_NONE;
}

static gboolean
evaluate_item (ThawReminderEngine           *self,
               ThawReminderItem             *item,
               const ThawReminderConditions *conditions)
{
  ThawReminderState state = item->state;
  ThawReminderOutcome outcome;
  gboolean is_over;

  if (is_answered_by_deed (item, conditions))
    {
      thaw_reminder_state_answer (&state);
      thaw_reminder_sender_withdraw (self->sender, item->rule->uuid);
    }

  outcome = thaw_reminder_evaluate (item->rule, &state, conditions);
  is_over = is_left_behind (item, &outcome.state) || outcome.is_withdrawn;
  if (outcome.comes)
    send (self, item, conditions->now_ms);
  else if (is_over)
    thaw_reminder_sender_withdraw (self->sender, item->rule->uuid);

  self->next_ms = soonest (self->next_ms, outcome.next_ms);
  self->next_ms = soonest (self->next_ms, thaw_reminder_item_get_waits_until (item, conditions->now_ms));

  return thaw_reminder_item_set_state (item, &outcome.state);
}

static void
wait_for (ThawReminderEngine *self,
          gint64              next_ms)
{
  self->next_ms = next_ms;
  if (self->wake != NULL)
    thaw_wake_source_set (self->wake, next_ms);
}

/* Says that something is another than before. */
void
thaw_reminder_engine_tell (ThawReminderEngine *self)
{
  self->could_notify = thaw_reminder_sender_get_can_notify (self->sender);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What each of them says now, and whatever follows from it. */
void
thaw_reminder_engine_run (ThawReminderEngine *self,
                          gboolean            must_tell)
{
  ThawReminderConditions conditions;

  if (self->is_ready && self->is_started)
    {
      thaw_reminder_engine_get_conditions (self, &conditions);
      thaw_reminder_book_refresh_done (self->book, &conditions);
      self->next_ms = 0;
      for (guint i = 0; i < thaw_reminder_book_get_n_items (self->book); i++)
        must_tell |= evaluate_item (self, thaw_reminder_book_get_item (self->book, i), &conditions);

      thaw_reminder_book_save (self->book, conditions.now_ms);
      wait_for (self, self->next_ms);
    }

  if (must_tell)
    thaw_reminder_engine_tell (self);
}

static void
on_heard_cb (ThawReminderEngine *self,
             const char         *uuid,
             gboolean            is_sent)
{
  ThawReminderItem *item = uuid != NULL ? thaw_reminder_book_find (self->book, uuid) : NULL;

  /* Without the journal nobody knows what became of it; when that is read again, it is sent again. */
  if (!self->is_ready)
    return;

  if (item != NULL && item->n_sends > 0)
    item->n_sends--;

  /* Answered or deleted before it was there. */
  if (uuid != NULL && is_sent && (item == NULL || item->state.shown == THAW_CIVIL_NONE))
    thaw_reminder_sender_withdraw (self->sender, uuid);

  thaw_reminder_book_save (self->book, thaw_clock_get_utc_ms (self->clock));
  if (self->could_notify != thaw_reminder_sender_get_can_notify (self->sender))
    thaw_reminder_engine_tell (self);
}

static void
on_store_changed_cb (ThawReminderEngine *self)
{
  if (!self->is_ready)
    return;

  load (self);
  thaw_reminder_engine_run (self, TRUE);
}

/* Something may be done now. */
static void
on_deeds_changed_cb (ThawReminderEngine *self)
{
  thaw_reminder_engine_run (self, FALSE);
}

/* When each comes next reads differently. */
static void
on_conditions_changed_cb (ThawReminderEngine *self)
{
  thaw_reminder_engine_run (self, TRUE);
}

static gboolean
on_wake_cb (gboolean is_due,
            gboolean was_clock_set,
            gpointer user_data)
{
  g_autoptr (ThawReminderEngine) self = g_object_ref (user_data);

  thaw_reminder_engine_run (self, was_clock_set);

  return G_SOURCE_CONTINUE;
}

/* The clock tells everybody who shows a time. */
static void
on_woke_cb (ThawReminderEngine *self)
{
  thaw_clock_look_again (self->clock);
}

static void
on_save_failed_cb (ThawReminderEngine *self,
                   const GError       *error)
{
  if (!self->was_logged)
    g_message ("What came of reminders is not kept yet: %s", error->message);
  self->was_logged = TRUE;
  if (self->is_started)
    wait_for (self, soonest (self->next_ms, thaw_clock_get_utc_ms (self->clock) + RETRY_MS));
}

static void
rest (ThawReminderEngine *self)
{
  self->is_started = FALSE;
  g_clear_object (&self->sleep_watch);
  if (self->wake != NULL)
    g_source_destroy (self->wake);
  g_clear_pointer (&self->wake, g_source_unref);
  self->next_ms = 0;
}

static void
thaw_reminder_engine_dispose (GObject *object)
{
  ThawReminderEngine *self = THAW_REMINDER_ENGINE (object);

  rest (self);
  g_clear_object (&self->sender);
  g_clear_object (&self->book);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (thaw_reminder_engine_parent_class)->dispose (object);
}

static void
thaw_reminder_engine_finalize (GObject *object)
{
  ThawReminderEngine *self = THAW_REMINDER_ENGINE (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (thaw_reminder_engine_parent_class)->finalize (object);
}

static void
thaw_reminder_engine_class_init (ThawReminderEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_reminder_engine_dispose;
  object_class->finalize = thaw_reminder_engine_finalize;

  /**
   * ThawReminderEngine::changed:
   *
   * Something that a window shows of reminders may be another: which there are, what came
   * of them, when they come next, or whether they can be notifications.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
thaw_reminder_engine_init (ThawReminderEngine *self)
{
  self->sender = thaw_reminder_sender_new ();
  self->could_notify = TRUE;
  g_signal_connect_object (self->sender, "heard", G_CALLBACK (on_heard_cb), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_reminder_engine_new:
 * @clock: what time it is
 * @settings: quiet hours, the pause, and what a notification may say
 * @store: where the reminders are
 * @journal: where entries are, which may be what is asked for
 * @sessions: the same of what was practised
 * @people: the same of people
 *
 * Returns: (transfer full): an engine that knows no reminders until the journal is open, and
 *   sends none until it is started
 */
ThawReminderEngine *
thaw_reminder_engine_new (ThawClock         *clock,
                          ThawSettings      *settings,
                          ThawReminderStore *store,
                          ThawJournal       *journal,
                          ThawSessionStore  *sessions,
                          ThawPeopleStore   *people)
{
  ThawReminderEngine *self = g_object_new (THAW_TYPE_REMINDER_ENGINE, NULL);

  g_return_val_if_fail (THAW_IS_CLOCK (clock) && THAW_IS_SETTINGS (settings), self);

  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->book = thaw_reminder_book_new (store);
  g_signal_connect_object (self->book, "save-failed", G_CALLBACK (on_save_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_deeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sessions, "changed", G_CALLBACK (on_deeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (people, "changed", G_CALLBACK (on_deeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "reminders-changed", G_CALLBACK (on_conditions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "changed", G_CALLBACK (on_conditions_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (on_conditions_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * thaw_reminder_engine_load:
 *
 * The journal is open now: reads the reminders, and goes on if the engine is started.
 */
void
thaw_reminder_engine_load (ThawReminderEngine *self)
{
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  self->is_ready = TRUE;
  load (self);
  thaw_reminder_engine_run (self, TRUE);
}

/**
 * thaw_reminder_engine_unload:
 *
 * The journal is about to be closed, or cannot be relied on: forgets what was in it, and
 * writes nothing. What came stays where it is.
 */
void
thaw_reminder_engine_unload (ThawReminderEngine *self)
{
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  if (!self->is_ready)
    return;

  self->is_ready = FALSE;
  wait_for (self, 0);
  thaw_reminder_book_clear (self->book);
  thaw_reminder_engine_tell (self);
}

/**
 * thaw_reminder_engine_set_notifier:
 * @notifier: (nullable): who shows notifications, or %NULL for nobody
 */
void
thaw_reminder_engine_set_notifier (ThawReminderEngine *self,
                                   ThawNotifier       *notifier)
{
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  thaw_reminder_sender_set_notifier (self->sender, notifier);
}

/**
 * thaw_reminder_engine_start:
 *
 * From now on reminders come, as long as the journal is open. That it is started already is
 * no mistake.
 */
void
thaw_reminder_engine_start (ThawReminderEngine *self)
{
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  if (self->is_started)
    return;

  self->is_started = TRUE;
  self->sleep_watch = thaw_sleep_watch_new ();
  g_signal_connect_object (self->sleep_watch, "woke", G_CALLBACK (on_woke_cb), self, G_CONNECT_SWAPPED);
  if (!thaw_clock_get_is_stopped (self->clock))
    {
      self->wake = thaw_wake_source_new ();
      g_source_set_callback (self->wake, G_SOURCE_FUNC (on_wake_cb), self, NULL);
      g_source_attach (self->wake, NULL);
    }
  thaw_reminder_engine_run (self, FALSE);
}

/**
 * thaw_reminder_engine_stop:
 *
 * Ends what thaw_reminder_engine_start() began. What was sent is noted as soon as it is heard
 * of; what is not, as the program ends before, is sent again after the next start.
 */
void
thaw_reminder_engine_stop (ThawReminderEngine *self)
{
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  if (!self->is_started)
    return;

  rest (self);
  thaw_reminder_book_save (self->book, thaw_clock_get_utc_ms (self->clock));
}

/**
 * thaw_reminder_engine_get_next_ms:
 *
 * Returns: when it evaluates again if nothing happens until then, in milliseconds of Unix
 *   time, or 0 for never
 */
gint64
thaw_reminder_engine_get_next_ms (ThawReminderEngine *self)
{
  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), 0);

  return self->next_ms;
}
