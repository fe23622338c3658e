/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-services.h"

G_BEGIN_DECLS

/**
 * ThawReminderTarget:
 * @opens: (not nullable): a target as in thaw_link_target_parse()
 * @name: (not nullable): what that is called, in the person's language or words
 * @group: (not nullable): the heading under which it stands, as “Breathing”
 *
 * Something that a reminder may open.
 */
typedef struct
{
  char *opens;
  char *name;
  char *group;
} ThawReminderTarget;

void       thaw_reminder_target_free      (ThawReminderTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawReminderTarget, thaw_reminder_target_free)

GPtrArray *thaw_reminder_targets_list     (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;
char      *thaw_reminder_targets_dup_name (ThawServices *services,
                                           const char   *opens) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
