/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-engine"

#include "config.h"
#include "thaw-reminder-engine-private.h"

/* How long “in a while” is. */
#define SNOOZE_MINUTES 15

/* A copy of what came of a reminder, to be changed. */
static ThawReminderItem *
copy_state (ThawReminderEngine *self,
            const char         *uuid,
            ThawReminderState  *out_state)
{
  ThawReminderItem *item = thaw_reminder_book_find (self->book, uuid);

  if (item != NULL)
    *out_state = item->state;

  return item;
}

/* The same, to be answered. What is due by now is part of what the person answers, and does not come after that: a
 * program that was killed may have sent it without noting that, and the answer may be what started this one. */
static ThawReminderItem *
copy_state_by_now (ThawReminderEngine     *self,
                   const char             *uuid,
                   ThawReminderConditions *out_conditions,
                   ThawReminderState      *out_state)
{
  ThawReminderItem *item = thaw_reminder_book_find (self->book, uuid);

  thaw_reminder_engine_get_conditions (self, out_conditions);
  if (item != NULL)
    *out_state = thaw_reminder_evaluate (item->rule, &item->state, out_conditions).state;

  return item;
}

/* It is on the disk soon, whatever becomes of a notification that is under way. */
static void
take_answer (ThawReminderEngine      *self,
             ThawReminderItem        *item,
             const ThawReminderState *state)
{
  thaw_reminder_item_set_state (item, state);
  item->came_ms = 0;
  thaw_reminder_sender_withdraw (self->sender, item->rule->uuid);
  thaw_reminder_book_save (self->book, thaw_clock_get_utc_ms (self->clock));
  thaw_reminder_engine_run (self, TRUE);
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
  ThawReminderConditions conditions;
  ThawReminderItem *item;
  ThawReminderState state;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  item = copy_state_by_now (self, uuid, &conditions, &state);
  if (item == NULL)
    return;

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

  item = copy_state_by_now (self, uuid, &conditions, &state);
  if (item == NULL)
    return;

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
  ThawReminderConditions conditions;
  ThawReminderItem *item;
  ThawReminderState state;

  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  item = copy_state_by_now (self, uuid, &conditions, &state);
  if (item == NULL)
    return;

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
  thaw_reminder_engine_tell (self);
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

  item = copy_state (self, uuid, &state);
  if (item == NULL)
    return;

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

  item = copy_state (self, uuid, &state);
  if (item == NULL)
    return;

  state.is_offer_over = TRUE;
  take_note (self, item, &state);
}

/* A test */

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
  g_return_if_fail (THAW_IS_REMINDER_ENGINE (self));

  thaw_reminder_sender_send_test_async (self->sender, self, cancellable, callback, user_data);
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
