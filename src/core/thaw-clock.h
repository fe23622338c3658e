/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-moment.h"

G_BEGIN_DECLS

#define THAW_TYPE_CLOCK (thaw_clock_get_type ())
G_DECLARE_FINAL_TYPE (ThawClock, thaw_clock, THAW, CLOCK, GObject)

ThawClock *thaw_clock_new         (void) G_GNUC_WARN_UNUSED_RESULT;
ThawClock *thaw_clock_new_stopped (GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;

GDateTime *thaw_clock_dup_now     (ThawClock *self);
ThawMoment thaw_clock_get_moment  (ThawClock *self);
ThawDay    thaw_clock_get_today   (ThawClock *self);
gint64     thaw_clock_get_utc_ms  (ThawClock *self);

gboolean   thaw_clock_get_is_stopped (ThawClock *self);

void       thaw_clock_set_zone_file (ThawClock  *self,
                                     const char *path);
void       thaw_clock_start       (ThawClock *self);
void       thaw_clock_stop        (ThawClock *self);
void       thaw_clock_look_again  (ThawClock *self);
void       thaw_clock_set_now     (ThawClock *self,
                                   GDateTime *now);

G_END_DECLS
