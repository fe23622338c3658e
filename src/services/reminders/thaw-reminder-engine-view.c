/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-engine"

#include "config.h"
#include "thaw-reminder-engine-private.h"

/* What an engine knows, for whoever shows it. */

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
 * Returns: whether any reminder is switched on, and not over for good
 */
gboolean
thaw_reminder_engine_get_any_on (ThawReminderEngine *self)
{
  ThawDay today;

  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (self), FALSE);

  today = thaw_clock_get_today (self->clock);
  for (guint i = 0; i < thaw_reminder_book_get_n_items (self->book); i++)
    {
      const ThawReminder *rule = thaw_reminder_book_get_item (self->book, i)->rule;

      if (rule->is_on && (rule->until == THAW_DAY_NONE || rule->until >= today))
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

  return thaw_reminder_sender_get_can_notify (self->sender);
}
