/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity.h"
#include "thaw-demo-when.h"

G_BEGIN_DECLS

/**
 * ThawDemoDeed:
 * @id: (nullable): what is done, %NULL for something of the person's own: a way of
 *   breathing, or else an activity
 * @kind: what kind of thing it is
 * @name: what it is called
 * @when: where it may stand; its mood does not matter
 * @weight: how often it is chosen, beside the others
 * @breath_ms: how long a breath takes, 0 if it is no breathing
 * @least: at least so many minutes, or breaths
 * @most: at most so many
 * @lengths: (nullable): the minutes that a guided practice can take instead, ended by 0
 * @expected: how much more pleasant it is expected to be than other things, in thousandths
 * @felt: how much more pleasant it is
 * @change: how much more is felt afterwards
 * @starred: the day of the story on which it becomes a favourite, 0 for never
 *
 * Something that the person of the sample journal does.
 */
typedef struct
{
  const char      *id;
  ThawActivityKind kind;
  const char      *name;
  ThawDemoWhen     when;
  int              weight;
  int              breath_ms;
  int              least;
  int              most;
  const int       *lengths;
  int              expected;
  int              felt;
  int              change;
  guint            starred;
} ThawDemoDeed;

#define THAW_DEMO_N_DEEDS 25

extern const ThawDemoDeed thaw_demo_deeds[THAW_DEMO_N_DEEDS];

G_END_DECLS
