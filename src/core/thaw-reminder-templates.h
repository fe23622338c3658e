/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder.h"

G_BEGIN_DECLS

#define THAW_REMINDER_TEMPLATE_REACH_OUT "reach-out"

guint         thaw_reminder_templates_get_n    (void);
const char   *thaw_reminder_templates_get_id   (guint       index);
ThawReminder *thaw_reminder_templates_make     (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
