/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-templates"

#include "config.h"
#include "thaw-reminder-templates.h"

#include <glib/gi18n-lib.h>

#define HOUR 60

#define WEDNESDAY 0x04u
#define SATURDAY 0x20u

/* A rule as it is proposed. What is 0 stays as it is in any new reminder. */
typedef struct
{
  const char *id;
  const char *title;
  const char *opens;
  guint weekdays;
  int time;
  int window_start;
  int window_end;
  guint n_in_window;
  int distance;
  gboolean ignores_quiet;
} Template;

/* Few and far between: somebody who feels nothing has enough that asks something of them. */
static const Template templates[] = {
  /* Translators: the following are reminders that are proposed, as a person would note them for herself */
  { .id = "check-in", .title = N_("Morning check-in"), .opens = "check-in:now", .time = 9 * HOUR },
  { .id = "look-back", .title = N_("Look back at the day"), .opens = "entry:new", .time = 20 * HOUR + 30 },
  { .id = "movement", .title = N_("Move a little"), .opens = "practice:walk", .weekdays = THAW_REMINDER_WORKDAYS,
    .window_start = 11 * HOUR, .window_end = 17 * HOUR, .n_in_window = 1 },
  { .id = THAW_REMINDER_TEMPLATE_REACH_OUT, .title = N_("Reach out to somebody"), .opens = "page:people",
    .weekdays = WEDNESDAY | SATURDAY, .time = 17 * HOUR },
  { .id = "drink-and-eat", .title = N_("Drink and eat something"),
    .window_start = 8 * HOUR, .window_end = 19 * HOUR, .n_in_window = 3, .distance = 3 * HOUR },
  { .id = "wind-down", .title = N_("Wind down for sleep"), .opens = "practice:long-exhale", .time = 22 * HOUR,
    .ignores_quiet = TRUE },
};

/**
 * thaw_reminder_templates_get_n:
 *
 * Returns: how many reminders there are to begin with
 */
guint
thaw_reminder_templates_get_n (void)
{
  return G_N_ELEMENTS (templates);
}

/**
 * thaw_reminder_templates_get_id:
 * @index: which one, in the order in which they are shown
 *
 * Returns: (transfer none): its stable name, as `check-in`
 */
const char *
thaw_reminder_templates_get_id (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);

  return templates[index].id;
}

static ThawReminder *
make (const Template *template)
{
  ThawReminder *reminder = thaw_reminder_new (_(template->title), template->opens);

  if (template->weekdays != 0)
    reminder->weekdays = template->weekdays;
  if (template->time != 0)
    reminder->times[0] = template->time;
  if (template->n_in_window != 0)
    {
      reminder->timing = THAW_REMINDER_IN_WINDOW;
      reminder->window_start = template->window_start;
      reminder->window_end = template->window_end;
      reminder->n_in_window = template->n_in_window;
    }
  if (template->distance != 0)
    reminder->distance = template->distance;
  reminder->ignores_quiet = template->ignores_quiet;

  return reminder;
}

/**
 * thaw_reminder_templates_make:
 * @id: the stable name of a template
 *
 * Returns: (transfer full) (nullable): a new reminder as it is proposed, in the person’s
 *   language, or %NULL if there is no such template
 */
ThawReminder *
thaw_reminder_templates_make (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      if (g_str_equal (templates[i].id, id))
        return make (&templates[i]);
    }

  return NULL;
}
