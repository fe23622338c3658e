/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define THAW_TYPE_SLEEP_WATCH (thaw_sleep_watch_get_type ())
G_DECLARE_FINAL_TYPE (ThawSleepWatch, thaw_sleep_watch, THAW, SLEEP_WATCH, GObject)

ThawSleepWatch *thaw_sleep_watch_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
