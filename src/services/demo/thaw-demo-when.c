/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-when"

#include "config.h"
#include "thaw-demo-when.h"

/* What has no bounds. */
const ThawDemoWhen thaw_demo_when_always = {
  .phases = G_MAXUINT,
  .moods = G_MAXUINT,
  .times = G_MAXUINT,
  .weekdays = G_MAXUINT,
  .seasons = G_MAXUINT,
  .first = 0,
  .last = G_MAXUINT,
};

/**
 * thaw_demo_when_has_weekday:
 *
 * Returns: whether the weekday of @day is one of those of @when
 */
gboolean
thaw_demo_when_has_weekday (const ThawDemoWhen *when,
                            ThawDay             day)
{
  return (when->weekdays & (1u << (thaw_day_get_weekday (day) - 1))) != 0;
}

/**
 * thaw_demo_when_fits:
 *
 * Returns: whether what is bound to @when may stand in @scene
 */
gboolean
thaw_demo_when_fits (const ThawDemoWhen  *when,
                     const ThawDemoScene *scene)
{
  int month = 1;

  if (scene->course_day < when->first || scene->course_day > when->last ||
      (when->phases & (1u << scene->phase)) == 0 ||
      (when->moods & (1u << scene->mood)) == 0 ||
      (when->times & (1u << scene->time)) == 0 ||
      !thaw_demo_when_has_weekday (when, scene->day))
    return FALSE;

  if (when->seasons == G_MAXUINT)
    return TRUE;

  /* December begins the winter. */
  thaw_day_split (scene->day, NULL, &month, NULL);

  return (when->seasons & (1u << (month % 12 / 3))) != 0;
}
