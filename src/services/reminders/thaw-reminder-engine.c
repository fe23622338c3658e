/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-engine"

#include "config.h"
#include "thaw-reminder-engine.h"

#include <glib/gi18n-lib.h>

#include "thaw-reminder-book.h"
#include "thaw-reminder-notification.h"

#define MS_PER_MINUTE 60000

/* How long “in a while” is. */
#define SNOOZE_MINUTES 15

/* What could not be written is tried again after that. */
#define RETRY_MS MS_PER_MINUTE

/* A prefix, so that no other notification of Thaw's has the name of a reminder. */
#define ID_PREFIX "reminder-"
#define TEST_ID "reminder-test"

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
struct _ThawReminderEngine
{
  GObject parent_instance;

  ThawClock *clock;          /* (owned) */
  ThawSettings *settings;    /* (owned) */
  ThawReminderBook *book;    /* (owned) */
  ThawNotifier *notifier;    /* (owned) (nullable) */
  GTimeZone *zone;           /* (owned) (nullable): what the last conditions point to */
  GHashTable *to_withdraw;   /* (owned) (element-type utf8): what is over and waits for a notifier */
  GCancellable *cancellable; /* (owned) (nullable): %NULL while it is stopped */
  gint64 next_ms;            /* when to evaluate again, or 0 */
  gint64 retry_ms;           /* when to write again, or 0 */
  gboolean is_ready;         /* the journal is open */
  gboolean can_notify;
  gboolean was_logged;       /* that nobody shows notifications */
};

G_DEFINE_FINAL_TYPE (ThawReminderEngine, thaw_reminder_engine, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void run (ThawReminderEngine *self,
                 gboolean            must_tell);

static void
tell (ThawReminderEngine *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Sending */

static char *
make_id (const char *uuid)
{
  return g_strconcat (ID_PREFIX, uuid, NULL);
}

static void
withdraw (ThawReminderEngine *self,
          const char         *uuid)
{
  g_autofree char *id = make_id (uuid);

  if (self->notifier != NULL)
    thaw_notifier_withdraw (self->notifier, id);
  else
    g_hash_table_add (self->to_withdraw, g_steal_pointer (&id));
}

static void
set_can_notify (ThawReminderEngine *self,
                gboolean            can_notify)
{
  if (self->can_notify == can_notify)
    return;

  self->can_notify = can_notify;
  tell (self);
}

/* The reminder is in the window, and what is missing is no fault of the program's: no warning. */
static void
note_not_sent (ThawReminderEngine *self,
               const char         *why)
{
  if (!self->was_logged)
    g_message ("Reminders are shown in the window alone: %s", why);
  self->was_logged = TRUE;
  set_can_notify (self, FALSE);
}

typedef struct
{
  GWeakRef engine;
  GCancellable *cancellable; /* (owned): of the time between start and stop in which it was sent */
  char *uuid;                /* (owned) */
} Sending;

static void
sending_free (Sending *sending)
{
  g_weak_ref_clear (&sending->engine);
  g_object_unref (sending->cancellable);
  g_free (sending->uuid);
  g_free (sending);
}

static void
hear_of_sending (ThawReminderEngine *self,
                 const char         *uuid,
                 gboolean            is_sent,
                 const GError       *error)
{
  ThawReminderItem *item = thaw_reminder_book_find (self->book, uuid);

  if (item != NULL && item->n_sends > 0)
    item->n_sends--;

  /* Answered or deleted before it was there. */
  if (is_sent && (item == NULL || item->state.shown == THAW_CIVIL_NONE))
    withdraw (self, uuid);

  thaw_reminder_book_save (self->book, thaw_clock_get_utc_ms (self->clock));
  if (is_sent)
    set_can_notify (self, TRUE);
  else
    note_not_sent (self, error->message);
}

static void
on_sent_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Sending *sending = user_data;
  g_autoptr (ThawReminderEngine) self = g_weak_ref_get (&sending->engine);
  g_autoptr (GError) error = NULL;
  g_autofree char *taker = thaw_notifier_send_finish (THAW_NOTIFIER (source), result, &error);

  if (self != NULL && self->cancellable == sending->cancellable)
    hear_of_sending (self, sending->uuid, taker != NULL, error);
  sending_free (sending);
}

static void
send (ThawReminderEngine *self,
      ThawReminderItem   *item,
      gint64              now_ms)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *id = NULL;
  Sending *sending;

  item->came_ms = now_ms;
  if (self->notifier == NULL)
    return;

  id = make_id (item->rule->uuid);
  notification = thaw_reminder_notification_new (item->rule, thaw_settings_get_reminder_details (self->settings));
  sending = g_new0 (Sending, 1);
  g_weak_ref_init (&sending->engine, self);
  sending->cancellable = g_object_ref (self->cancellable);
  sending->uuid = g_strdup (item->rule->uuid);
  item->n_sends++;
  thaw_notifier_send_async (self->notifier, id, notification, self->cancellable, on_sent_cb, sending);
}

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
    withdraw (self, g_ptr_array_index (over, i));
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

static gboolean
evaluate_item (ThawReminderEngine           *self,
               ThawReminderItem             *item,
               const ThawReminderConditions *conditions)
{
  ThawReminderState state = item->state;
  ThawReminderOutcome outcome;

  if (is_answered_by_deed (item, conditions))
    {
      thaw_reminder_state_answer (&state);
      withdraw (self, item->rule->uuid);
    }

  outcome = thaw_reminder_evaluate (item->rule, &state, conditions);
  if (outcome.comes)
    send (self, item, conditions->now_ms);
  else if (outcome.is_withdrawn)
    withdraw (self, item->rule->uuid);

  self->next_ms = soonest (self->next_ms, outcome.next_ms);
  if (item->n_sends > 0)
    self->next_ms = soonest (self->next_ms, conditions->now_ms + THAW_REMINDER_PATIENCE_MS);

  return thaw_reminder_item_set_state (item, &outcome.state);
}

/* What each of them says now, and whatever follows from it. */
static void
run (ThawReminderEngine *self,
     gboolean            must_tell)
{
  gboolean is_sent_to_nobody = FALSE;
  ThawReminderConditions conditions;

  if (self->is_ready && self->cancellable != NULL)
    {
      thaw_reminder_engine_get_conditions (self, &conditions);
      thaw_reminder_book_refresh_done (self->book,
                                       thaw_civil_get_day (thaw_civil_from_utc_ms (conditions.now_ms, conditions.zone)));
      self->next_ms = 0;
      for (guint i = 0; i < thaw_reminder_book_get_n_items (self->book); i++)
        {
          ThawReminderItem *item = thaw_reminder_book_get_item (self->book, i);

          if (evaluate_item (self, item, &conditions))
            must_tell = TRUE;
          if (self->notifier == NULL && item->came_ms == conditions.now_ms)
            is_sent_to_nobody = TRUE;
        }

      thaw_reminder_book_save (self->book, conditions.now_ms);
    }

  if (is_sent_to_nobody)
    note_not_sent (self, _("There is nobody who shows notifications"));
  if (must_tell)
    tell (self);
}

static void
on_store_changed_cb (ThawReminderEngine *self)
{
  if (!self->is_ready)
    return;

  load (self);
  run (self, TRUE);
}

/* Something may be done now. */
static void
on_deeds_changed_cb (ThawReminderEngine *self)
{
  run (self, FALSE);
}

/* When each comes next reads differently. */
static void
on_conditions_changed_cb (ThawReminderEngine *self)
{
  run (self, TRUE);
}

static void
on_save_ended_cb (ThawReminderEngine *self,
                  const GError       *error)
{
  gint64 now_ms = thaw_clock_get_utc_ms (self->clock);

  if (error == NULL)
    {
      self->retry_ms = 0;
      thaw_reminder_book_save (self->book, now_ms);
      return;
    }

  if (!self->is_ready)
    return;

  if (self->retry_ms == 0)
    g_message ("What came of reminders is not kept yet: %s", error->message);
  self->retry_ms = now_ms + RETRY_MS;
}

static void
thaw_reminder_engine_dispose (GObject *object)
{
  ThawReminderEngine *self = THAW_REMINDER_ENGINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notifier);
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
  g_hash_table_unref (self->to_withdraw);

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
  self->to_withdraw = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->can_notify = TRUE;
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
  g_signal_connect_object (self->book, "save-ended", G_CALLBACK (on_save_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_deeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sessions, "changed", G_CALLBACK (on_deeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (people, "changed", G_CALLBACK (on_deeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "reminders-changed", G_CALLBACK (on_conditions_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
  run (self, TRUE);
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
  self->next_ms = 0;
  self->retry_ms = 0;
  thaw_reminder_book_clear (self->book);
  tell (self);
}

/**
 * thaw_reminder_engine_set_notifier:
 * @notifier: (nullable): who shows notifications, or %NULL for nobody
 */
void
thaw_reminder_engine_set_notifier (ThawReminderEngine *self,
                                   ThawNotifier       *notifier)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));
  g_return_if_fail (notifier == NULL || THAW_IS_NOTIFIER (notifier));

  if (!g_set_object (&self->notifier, notifier) || notifier == NULL)
    return;

  g_hash_table_iter_init (&iter, self->to_withdraw);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    thaw_notifier_withdraw (notifier, id);
  g_hash_table_remove_all (self->to_withdraw);
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

  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  run (self, FALSE);
}

/**
 * thaw_reminder_engine_stop:
 *
 * Ends what thaw_reminder_engine_start() began. What was sent is noted, also what was not
 * heard of.
 */
void
thaw_reminder_engine_stop (ThawReminderEngine *self)
{
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->next_ms = 0;
  for (guint i = 0; i < thaw_reminder_book_get_n_items (self->book); i++)
    thaw_reminder_book_get_item (self->book, i)->n_sends = 0;
  thaw_reminder_book_save (self->book, thaw_clock_get_utc_ms (self->clock));
}

/**
 * thaw_reminder_engine_evaluate:
 *
 * For whoever knows that something may be different now, and that the engine does not know.
 */
void
thaw_reminder_engine_evaluate (ThawReminderEngine *self)
{
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  run (self, FALSE);
}

/* What there is */

guint
thaw_reminder_engine_get_n_reminders (ThawReminderEngine *self)
{
  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), 0);

  return thaw_reminder_book_get_n_items (self->book);
}

/**
 * thaw_reminder_engine_get_reminder:
 * @index: which, in the order in which they were made
 *
 * Returns: (transfer none): a reminder, until #ThawReminderEngine::changed
 */
const ThawReminder *
thaw_reminder_engine_get_reminder (ThawReminderEngine *self,
                                   guint               index)
{
  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), NULL);

  return thaw_reminder_book_get_item (self->book, index)->rule;
}

/**
 * thaw_reminder_engine_find:
 * @uuid: the identity of a reminder
 *
 * Returns: (transfer none) (nullable): the reminder, until #ThawReminderEngine::changed, or
 *   %NULL if there is none
 */
const ThawReminder *
thaw_reminder_engine_find (ThawReminderEngine *self,
                           const char         *uuid)
{
  ThawReminderItem *item;

  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), NULL);

  item = thaw_reminder_book_find (self->book, uuid);

  return item != NULL ? item->rule : NULL;
}

/**
 * thaw_reminder_engine_get_state:
 * @uuid: the identity of a reminder
 *
 * Returns: (transfer none) (nullable): what came of it, until #ThawReminderEngine::changed,
 *   or %NULL if there is none
 */
const ThawReminderState *
thaw_reminder_engine_get_state (ThawReminderEngine *self,
                                const char         *uuid)
{
  ThawReminderItem *item;

  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), NULL);

  item = thaw_reminder_book_find (self->book, uuid);

  return item != NULL ? &item->state : NULL;
}

/**
 * thaw_reminder_engine_get_conditions:
 * @out_conditions: (out caller-allocates): what decides now whether a reminder comes; its
 *   zone is the engine's, and good until this is called again
 */
void
thaw_reminder_engine_get_conditions (ThawReminderEngine     *self,
                                     ThawReminderConditions *out_conditions)
{
  g_autoptr (GDateTime) now = NULL;
  GTimeZone *zone;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));
  g_return_if_fail (out_conditions != NULL);

  now = thaw_clock_dup_now (self->clock);
  zone = g_time_zone_ref (g_date_time_get_timezone (now));
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone;

  *out_conditions = (ThawReminderConditions) {
    .zone = zone,
    .now_ms = thaw_moment_from_time (now).utc_ms,
    .quiet = thaw_settings_get_quiet_hours (self->settings),
    .paused_until_ms = thaw_settings_get_reminders_paused_until (self->settings),
    .catch_up_minutes = thaw_settings_get_reminder_catch_up (self->settings),
  };
}

/**
 * thaw_reminder_engine_get_any_on:
 *
 * Returns: whether any reminder is switched on
 */
gboolean
thaw_reminder_engine_get_any_on (ThawReminderEngine *self)
{
  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), FALSE);

  for (guint i = 0; i < thaw_reminder_book_get_n_items (self->book); i++)
    {
      if (thaw_reminder_book_get_item (self->book, i)->rule->is_on)
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_reminder_engine_get_can_notify:
 *
 * Returns: %FALSE if the last notification did not arrive; %TRUE also if none was tried yet
 */
gboolean
thaw_reminder_engine_get_can_notify (ThawReminderEngine *self)
{
  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), FALSE);

  return self->can_notify;
}

/* What the person says */

/* It is on the disk soon, whatever becomes of a notification that is under way. */
static void
take_answer (ThawReminderEngine      *self,
             ThawReminderItem        *item,
             const ThawReminderState *state)
{
  thaw_reminder_item_set_state (item, state);
  item->came_ms = 0;
  withdraw (self, item->rule->uuid);
  thaw_reminder_book_save (self->book, thaw_clock_get_utc_ms (self->clock));
  run (self, TRUE);
}

/**
 * thaw_reminder_engine_answer:
 * @uuid: the identity of a reminder; that there is none is no mistake
 *
 * The person did what they were reminded of, or began to.
 */
void
thaw_reminder_engine_answer (ThawReminderEngine *self,
                             const char         *uuid)
{
  ThawReminderItem *item;
  ThawReminderState state;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  item = thaw_reminder_book_find (self->book, uuid);
  if (item == NULL)
    return;

  state = item->state;
  thaw_reminder_state_answer (&state);
  take_answer (self, item, &state);
}

/**
 * thaw_reminder_engine_snooze:
 * @uuid: the identity of a reminder; that there is none is no mistake
 *
 * It shall come again in a quarter of an hour, if that is still today.
 */
void
thaw_reminder_engine_snooze (ThawReminderEngine *self,
                             const char         *uuid)
{
  ThawReminderConditions conditions;
  ThawReminderItem *item;
  ThawReminderState state;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  item = thaw_reminder_book_find (self->book, uuid);
  if (item == NULL)
    return;

  thaw_reminder_engine_get_conditions (self, &conditions);
  state = item->state;
  thaw_reminder_state_snooze (&state, &conditions, SNOOZE_MINUTES);
  take_answer (self, item, &state);
}

/**
 * thaw_reminder_engine_put_off:
 * @uuid: the identity of a reminder; that there is none is no mistake
 *
 * It shall not come again today.
 */
void
thaw_reminder_engine_put_off (ThawReminderEngine *self,
                              const char         *uuid)
{
  ThawReminderItem *item;
  ThawReminderState state;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  item = thaw_reminder_book_find (self->book, uuid);
  if (item == NULL)
    return;

  state = item->state;
  thaw_reminder_state_put_off (&state, thaw_clock_get_today (self->clock));
  take_answer (self, item, &state);
}

static void
take_note (ThawReminderEngine      *self,
           ThawReminderItem        *item,
           const ThawReminderState *state)
{
  if (!thaw_reminder_item_set_state (item, state))
    return;

  thaw_reminder_book_save (self->book, thaw_clock_get_utc_ms (self->clock));
  tell (self);
}

/**
 * thaw_reminder_engine_forget_missed:
 * @uuid: the identity of a reminder; that there is none is no mistake
 *
 * The person has seen that it could not come in time.
 */
void
thaw_reminder_engine_forget_missed (ThawReminderEngine *self,
                                    const char         *uuid)
{
  ThawReminderItem *item;
  ThawReminderState state;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  item = thaw_reminder_book_find (self->book, uuid);
  if (item == NULL)
    return;

  state = item->state;
  state.missed = THAW_CIVIL_NONE;
  take_note (self, item, &state);
}

/**
 * thaw_reminder_engine_end_offer:
 * @uuid: the identity of a reminder; that there is none is no mistake
 *
 * The person was asked whether another time would suit better, and is not asked again.
 */
void
thaw_reminder_engine_end_offer (ThawReminderEngine *self,
                                const char         *uuid)
{
  ThawReminderItem *item;
  ThawReminderState state;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  item = thaw_reminder_book_find (self->book, uuid);
  if (item == NULL)
    return;

  state = item->state;
  state.is_offer_over = TRUE;
  take_note (self, item, &state);
}

/* A test */

static void
on_test_sent_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ThawReminderEngine *self = g_task_get_source_object (task);
  GError *error = NULL;
  char *taker = thaw_notifier_send_finish (THAW_NOTIFIER (source), result, &error);

  if (taker != NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_can_notify (self, taker != NULL);

  if (taker != NULL)
    g_task_return_pointer (task, taker, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * thaw_reminder_engine_send_test_async:
 * @cancellable: (nullable): to stop waiting
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Sends a notification that only says that it is a test.
 */
void
thaw_reminder_engine_send_test_async (ThawReminderEngine  *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GNotification) notification = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, thaw_reminder_engine_send_test_async);
  if (self->notifier == NULL)
    {
      set_can_notify (self, FALSE);
      g_task_return_new_error (task, THAW_NOTIFIER_ERROR, THAW_NOTIFIER_ERROR_NO_SERVICE, "%s",
                               _("There is nobody who shows notifications"));
      return;
    }

  notification = thaw_reminder_notification_new_test ();
  thaw_notifier_send_async (self->notifier, TEST_ID, notification, cancellable, on_test_sent_cb,
                            g_steal_pointer (&task));
}

/**
 * thaw_reminder_engine_send_test_finish:
 * @error: return location for a #ThawNotifierError
 *
 * Returns: (transfer full) (nullable): the name of the program that took it, or %NULL with an error
 */
char *
thaw_reminder_engine_send_test_finish (ThawReminderEngine  *self,
                                       GAsyncResult        *result,
                                       GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
