/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Less is no sleep, but two clocks that were not read at the very same time. */
#define THAW_PRACTICE_CLOCK_LEAST_SLEEP_US G_USEC_PER_SEC

#define THAW_TYPE_PRACTICE_CLOCK (thaw_practice_clock_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticeClock, thaw_practice_clock, THAW, PRACTICE_CLOCK, GObject)

ThawPracticeClock *thaw_practice_clock_new           (void) G_GNUC_WARN_UNUSED_RESULT;
ThawPracticeClock *thaw_practice_clock_new_stopped   (void) G_GNUC_WARN_UNUSED_RESULT;

gint64             thaw_practice_clock_get_awake_us  (ThawPracticeClock *self);
gint64             thaw_practice_clock_get_asleep_us (ThawPracticeClock *self);

guint              thaw_practice_clock_add_alarm     (ThawPracticeClock *self,
                                                      gint64             at_us,
                                                      GSourceOnceFunc    func,
                                                      gpointer           user_data);
void               thaw_practice_clock_remove_alarm  (ThawPracticeClock *self,
                                                      guint              id);

/* What happens to a stopped clock. */
void               thaw_practice_clock_advance       (ThawPracticeClock *self,
                                                      gint64             us);
void               thaw_practice_clock_sleep         (ThawPracticeClock *self,
                                                      gint64             us);
void               thaw_practice_clock_stall         (ThawPracticeClock *self,
                                                      gint64             us);

G_END_DECLS
