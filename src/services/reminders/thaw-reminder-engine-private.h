/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-reminder-book.h"
#include "thaw-reminder-engine.h"
#include "thaw-reminder-sender.h"
#include "thaw-sleep-watch.h"

G_BEGIN_DECLS

struct _ThawReminderEngine
{
  GObject parent_instance;

  ThawClock *clock;          /* (owned) */
  ThawSettings *settings;    /* (owned) */
  ThawReminderBook *book;    /* (owned) */
  ThawReminderSender *sender; /* (owned) */
  GTimeZone *zone;           /* (owned) (nullable): what the last conditions point to */
  ThawSleepWatch *sleep_watch; /* (owned) (nullable): %NULL while it is stopped */
  GSource *wake;             /* (owned) (nullable): %NULL while it is stopped, and on a clock that stands still */
  gint64 next_ms;            /* when to evaluate again, or 0 */
  gboolean is_started;
  gboolean is_ready;         /* the journal is open */
  gboolean could_notify;     /* as it was told last */
  gboolean was_logged;       /* that something could not be written */
};

void thaw_reminder_engine_run  (ThawReminderEngine *self,
                                gboolean            must_tell);
void thaw_reminder_engine_tell (ThawReminderEngine *self);

G_END_DECLS
