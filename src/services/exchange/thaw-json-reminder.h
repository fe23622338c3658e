/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-json-place.h"
#include "thaw-reminder.h"

G_BEGIN_DECLS

ThawReminder *thaw_json_reminder_read   (const ThawJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_json_append_reminder (GString             *out,
                                         const ThawReminder  *reminder);

G_END_DECLS
