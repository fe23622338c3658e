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

/* The options that read into a ThawCliFilter. */
#define THAW_CLI_FILTER_OPTIONS(self) \
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &(self)->from, N_("The first day, as 2026-11-23"), N_("DAY") }, \
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &(self)->to, N_("The last day"), N_("DAY") }, \
  { "emotion", 0, 0, G_OPTION_ARG_FILENAME, &(self)->emotion, N_("With this emotion, as joy"), N_("WORD") }, \
  { "answer", 0, 0, G_OPTION_ARG_FILENAME, &(self)->answer, \
    N_("With this answer: named, nothing, unsure or no-word"), N_("ANSWER") }, \
  { "sensation", 0, 0, G_OPTION_ARG_FILENAME, &(self)->sensation, \
    N_("With this in the body, as chest:tight, chest or tight"), N_("PLACE[:WHAT]") }, \
  { "tag", 0, 0, G_OPTION_ARG_FILENAME, &(self)->tag, N_("With this tag, as person:Mia"), N_("KIND:NAME") }, \
  { "trigger", 0, 0, G_OPTION_ARG_FILENAME, &(self)->trigger, \
    N_("With this tag, if it set the feeling off"), N_("KIND:NAME") }, \
  { "did", 0, 0, G_OPTION_ARG_FILENAME, &(self)->did, N_("With this done about it, as walk"), N_("WHAT") }, \
  { "limit", 0, 0, G_OPTION_ARG_INT, &(self)->limit, N_("The newest N entries only"), N_("N") }

void               thaw_cli_filter_clear (ThawCliFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ThawCliFilter, thaw_cli_filter_clear)

ThawJournalFilter *thaw_cli_filter_read  (const ThawCliFilter *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
