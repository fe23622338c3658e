/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-journal-filter.h"

G_BEGIN_DECLS

/**
 * ThawCliFilter:
 * @from: (owned) (nullable): the first day
 * @to: (owned) (nullable): the last day
 * @emotion: (owned) (nullable): an emotion
 * @answer: (owned) (nullable): what was answered
 * @sensation: (owned) (nullable): a place in the body, what it is like there, or both
 * @tag: (owned) (nullable): a tag
 * @trigger: (owned) (nullable): a tag that set it off
 * @did: (owned) (nullable): what was done about it
 * @limit: how many entries at most, 0 for all
 *
 * Which entries to show, as it was typed.
 */
typedef struct
{
  char *from;
  char *to;
  char *emotion;
  char *answer;
  char *sensation;
  char *tag;
  char *trigger;
  char *did;
  int   limit;
} ThawCliFilter;

void               thaw_cli_filter_clear          (ThawCliFilter       *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawCliFilter, thaw_cli_filter_clear)

GOptionEntry      *thaw_cli_filter_create_options (ThawCliFilter       *self) G_GNUC_WARN_UNUSED_RESULT;
ThawJournalFilter *thaw_cli_filter_read           (const ThawCliFilter *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
