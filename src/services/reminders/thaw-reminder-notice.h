/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminders/thaw-reminder-engine.h"

G_BEGIN_DECLS

/**
 * ThawReminderNoticeKind:
 * @THAW_REMINDER_NOTICE_DUE: a reminder came and has no answer yet
 * @THAW_REMINDER_NOTICE_MISSED: reminders could not come in time
 * @THAW_REMINDER_NOTICE_OFFER: another time may suit a reminder better
 *
 * What the app itself says of reminders.
 */
typedef enum
{
  THAW_REMINDER_NOTICE_DUE,
  THAW_REMINDER_NOTICE_MISSED,
  THAW_REMINDER_NOTICE_OFFER,
} ThawReminderNoticeKind;

/**
 * ThawReminderNotice:
 * @kind: what it is
 * @uuids: which reminders it is about, several only of those that were missed
 * @opens: (nullable): what the reminder opens, %NULL for nothing or if there are several
 * @can_be_rarer: whether the reminder could come less often
 * @sentence: what there is to say
 * @detail: (nullable): what comes with it
 *
 * Something to say of reminders, for who has the window open.
 */
typedef struct
{
  ThawReminderNoticeKind   kind;
  char                   **uuids;
  char                    *opens;
  gboolean                 can_be_rarer;
  char                    *sentence;
  char                    *detail;
} ThawReminderNotice;

ThawReminderNotice *thaw_reminder_notice_copy (const ThawReminderNotice *self) G_GNUC_WARN_UNUSED_RESULT;
void                thaw_reminder_notice_free (ThawReminderNotice       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawReminderNotice, thaw_reminder_notice_free)

gboolean   thaw_reminder_notice_equal (const ThawReminderNotice *a,
                                       const ThawReminderNotice *b);

GPtrArray *thaw_reminder_notice_list          (ThawReminderEngine       *engine) G_GNUC_WARN_UNUSED_RESULT;
char      *thaw_reminder_notice_describe_next (ThawReminderEngine       *engine) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
