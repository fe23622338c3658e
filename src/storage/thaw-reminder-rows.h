/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-store.h"
#include "thaw-statement.h"

/* The states of reminders in their table; the reminders themselves are thaw_reminder_records. */

G_BEGIN_DECLS

GPtrArray *thaw_reminder_read_states  (ThawConnection  *connection,
                                       GError         **error);
gboolean   thaw_reminder_write_states (ThawConnection  *connection,
                                       GPtrArray       *records,
                                       GError         **error);

G_END_DECLS
