/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-notice"

#include "config.h"
#include "reminders/thaw-reminder-notice.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"

/* Of more that were missed nobody wants to hear one by one. */
#define MAX_MISSED_LINES 5

void
thaw_reminder_notice_free (ThawReminderNotice *self)
{
  g_strfreev (self->uuids);
  g_free (self->opens);
  g_free (self->sentence);
  g_free (self->detail);
  g_free (self);
}

ThawReminderNotice *
thaw_reminder_notice_copy (const ThawReminderNotice *self)
{
  ThawReminderNotice *copy = g_new (ThawReminderNotice, 1);

  *copy = *self;
  copy->uuids = g_strdupv (self->uuids);
  copy->opens = g_strdup (self->opens);
  copy->sentence = g_strdup (self->sentence);
  copy->detail = g_strdup (self->detail);

  return copy;
}

/**
 * thaw_reminder_notice_equal:
 *
 * Returns: whether both say the same, and the same can be done about them
 */
gboolean
thaw_reminder_notice_equal (const ThawReminderNotice *a,
                            const ThawReminderNotice *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->can_be_rarer == b->can_be_rarer && g_strcmp0 (a->opens, b->opens) == 0 &&
         g_str_equal (a->sentence, b->sentence) && g_strcmp0 (a->detail, b->detail) == 0 &&
         g_strv_equal ((const char *const *) a->uuids, (const char *const *) b->uuids);
}

/* A reminder, and the moment that there is something to say of. */
typedef struct
{
  const ThawReminder *rule;
  ThawCivil moment;
} Told;

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  ThawCivil first = ((const Told *) a)->moment;
  ThawCivil second = ((const Told *) b)->moment;

  return (second > first) - (second < first);
}

static void
add_told (GArray             *list,
          const ThawReminder *rule,
          ThawCivil           moment)
{
  Told told = { rule, moment };

  g_array_append_val (list, told);
}

static ThawReminderNotice *
notice_new (ThawReminderNoticeKind  kind,
            const ThawReminder     *rule)
{
  ThawReminderNotice *notice = g_new0 (ThawReminderNotice, 1);

  notice->kind = kind;
  if (rule != NULL)
    {
      notice->uuids = g_new0 (char *, 2);
      notice->uuids[0] = g_strdup (rule->uuid);
      notice->opens = g_strdup (rule->opens);
    }

  return notice;
}

static ThawReminderNotice *
make_due (const Told *told)
{
  ThawReminderNotice *notice = notice_new (THAW_REMINDER_NOTICE_DUE, told->rule);
  g_autofree char *time = thaw_minute_to_time_words (thaw_civil_get_minute (told->moment));

  notice->sentence = g_strdup (told->rule->title);
  /* Translators: when a reminder came today; %s is a time, as “09:00” */
  notice->detail = g_strdup_printf (_("Came at %s"), time);

  return notice;
}

/* Within a sentence. */
static char *
describe_past (ThawCivil moment,
               ThawDay   today)
{
  ThawDay day = thaw_civil_get_day (moment);
  g_autofree char *time = thaw_minute_to_time_words (thaw_civil_get_minute (moment));
  g_autofree char *date = NULL;

  if (day == today)
    /* Translators: within a sentence; %s is a time, as “09:00” */
    return g_strdup_printf (_("today at %s"), time);
  if (day == today - 1)
    /* Translators: within a sentence; %s is a time, as “09:00” */
    return g_strdup_printf (_("yesterday at %s"), time);

  date = thaw_day_to_words (day, today);
  /* Translators: within a sentence; the first %s is a day, as “Monday 3 March”, the second one a time, as “09:00” */
  return g_strdup_printf (_("on %s at %s"), date, time);
}

static char *
list_missed (const GArray *missed,
             ThawDay       today)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < missed->len && i < MAX_MISSED_LINES; i++)
    {
      const Told *told = &g_array_index (missed, Told, i);
      g_autofree char *when = describe_past (told->moment, today);

      if (i > 0)
        g_string_append_c (lines, '\n');
      /* Translators: a line of a list; the first %s is a reminder in the person’s words, the second one as
       * “yesterday at 20:30” */
      g_string_append_printf (lines, _("“%s”, %s"), told->rule->title, when);
    }

  if (missed->len > MAX_MISSED_LINES)
    {
      g_string_append_c (lines, '\n');
      g_string_append (lines, _("and others"));
    }

  return g_string_free (lines, FALSE);
}

static ThawReminderNotice *
make_missed (const GArray *missed,
             ThawDay       today)
{
  const Told *first = &g_array_index (missed, Told, 0);
  ThawReminderNotice *notice = notice_new (THAW_REMINDER_NOTICE_MISSED, missed->len == 1 ? first->rule : NULL);

  if (missed->len == 1)
    {
      g_autofree char *when = describe_past (first->moment, today);

      /* Translators: the first %s is a reminder in the person’s words, the second one as “yesterday at 20:30” */
      notice->sentence = g_strdup_printf (_("“%s” would have come %s, when Thaw was not running."),
                                          first->rule->title, when);
      return notice;
    }

  notice->uuids = g_new0 (char *, missed->len + 1);
  for (guint i = 0; i < missed->len; i++)
    notice->uuids[i] = g_strdup (g_array_index (missed, Told, i).rule->uuid);
  notice->sentence = g_strdup (_("These would have come when Thaw was not running:"));
  notice->detail = list_missed (missed, today);

  return notice;
}

static ThawReminderNotice *
make_offer (const ThawReminder *rule)
{
  ThawReminderNotice *notice = notice_new (THAW_REMINDER_NOTICE_OFFER, rule);
  g_autoptr (ThawReminder) rarer = thaw_reminder_copy (rule);

  notice->can_be_rarer = thaw_reminder_make_rarer (rarer);
  /* Translators: %s is a reminder in the person’s words */
  notice->sentence = g_strdup_printf (_("“%s” came on the last few days, maybe at a bad time. Would another time suit "
                                        "better?"),
                                      rule->title);

  return notice;
}

static ThawCivil
get_now (const ThawReminderConditions *conditions)
{
  return thaw_civil_from_utc_ms (conditions->now_ms, conditions->zone);
}

/**
 * thaw_reminder_notice_list:
 * @engine: what knows the reminders, and what came of them
 *
 * What is to be said in the app: first each reminder that came today and has no answer, the
 * newest first; then those that could not come in time, all in one; then one offer of
 * another time, at most.
 *
 * Returns: (transfer full) (element-type ThawReminderNotice): what is to be said, mostly
 *   nothing
 */
GPtrArray *
thaw_reminder_notice_list (ThawReminderEngine *engine)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reminder_notice_free);
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (Told));
  g_autoptr (GArray) missed = g_array_new (FALSE, FALSE, sizeof (Told));
  const ThawReminder *offered = NULL;
  ThawReminderConditions conditions;
  ThawDay today;

  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (engine), notices);

  thaw_reminder_engine_get_conditions (engine, &conditions);
  today = thaw_civil_get_day (get_now (&conditions));
  for (guint i = 0; i < thaw_reminder_engine_get_n_reminders (engine); i++)
    {
      const ThawReminder *rule = thaw_reminder_engine_get_reminder (engine, i);
      const ThawReminderState *state = thaw_reminder_engine_get_state (engine, rule->uuid);

      if (!rule->is_on || state == NULL)
        continue;

      /* Whoever answers what came has no need to hear of what did not. */
      if (state->shown != THAW_CIVIL_NONE && thaw_civil_get_day (state->shown) == today)
        add_told (due, rule, state->shown);
      else if (state->missed != THAW_CIVIL_NONE)
        add_told (missed, rule, state->missed);

      if (offered == NULL && thaw_reminder_state_wants_offer (state))
        offered = rule;
    }

  g_array_sort (due, compare_newest_first);
  for (guint i = 0; i < due->len; i++)
    g_ptr_array_add (notices, make_due (&g_array_index (due, Told, i)));

  g_array_sort (missed, compare_newest_first);
  if (missed->len > 0)
    g_ptr_array_add (notices, make_missed (missed, today));

  if (offered != NULL)
    g_ptr_array_add (notices, make_offer (offered));

  return notices;
}

/* The next time that a reminder comes. */
typedef struct
{
  const ThawReminder *rule; /* NULL if none comes */
  ThawCivil moment;
  gboolean is_secret;       /* of the moment nobody shall know before */
} Next;

static Next
get_next (const ThawReminder           *rule,
          const ThawReminderState      *state,
          const ThawReminderConditions *conditions)
{
  Next next = { NULL, THAW_CIVIL_NONE, rule->timing == THAW_REMINDER_IN_WINDOW };

  if (thaw_reminder_list_next (rule, state, conditions, 1, &next.moment) > 0)
    next.rule = rule;

  if (state->snoozed_until_ms > MAX (conditions->now_ms, conditions->paused_until_ms))
    {
      ThawCivil again = thaw_civil_from_utc_ms (state->snoozed_until_ms, conditions->zone);

      if (next.rule == NULL || again <= next.moment)
        next = (Next) { rule, again, FALSE };
    }

  return next;
}

static char *
describe_next (const Next *next)
{
  const ThawReminder *rule = next->rule;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (!next->is_secret)
    {
      start = thaw_minute_to_time_words (thaw_civil_get_minute (next->moment));
      /* Translators: the first %s is a reminder in the person’s words, the second one a time, as “20:30” */
      return g_strdup_printf (_("Next: “%s”, at %s"), rule->title, start);
    }

  start = thaw_minute_to_time_words (rule->window_start);
  end = thaw_minute_to_time_words (rule->window_end);
  /* Translators: the first %s is a reminder in the person’s words, the others are times, as “14:00” and “18:00” */
  return g_strdup_printf (_("Next: “%s”, some time between %s and %s"), rule->title, start, end);
}

/**
 * thaw_reminder_notice_describe_next:
 * @engine: what knows the reminders, and what came of them
 *
 * Returns: (transfer full) (nullable): which reminder comes next today, and when; %NULL if
 *   none does
 */
char *
thaw_reminder_notice_describe_next (ThawReminderEngine *engine)
{
  ThawReminderConditions conditions;
  Next next = { NULL, THAW_CIVIL_NONE, FALSE };

  g_return_val_if_fail (THAW_IS_REMINDER_ENGINE (engine), NULL);

  thaw_reminder_engine_get_conditions (engine, &conditions);
  for (guint i = 0; i < thaw_reminder_engine_get_n_reminders (engine); i++)
    {
      const ThawReminder *rule = thaw_reminder_engine_get_reminder (engine, i);
      const ThawReminderState *state = thaw_reminder_engine_get_state (engine, rule->uuid);
      Next of_this;

      if (!rule->is_on || state == NULL)
        continue;

      of_this = get_next (rule, state, &conditions);
      if (of_this.rule != NULL && (next.rule == NULL || of_this.moment < next.moment))
        next = of_this;
    }

  if (next.rule == NULL || thaw_civil_get_day (next.moment) != thaw_civil_get_day (get_now (&conditions)))
    return NULL;

  return describe_next (&next);
}
