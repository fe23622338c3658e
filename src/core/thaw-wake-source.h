/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawWakeFunc:
 * @is_due: whether the time has come
 * @was_clock_set: whether the clock was set, so that the time may have come sooner or later
 *   than it looked, or the machine woke up
 * @user_data: what was passed to g_source_set_callback()
 *
 * Called by a source of thaw_wake_source_new(), at least one of both being true.
 *
 * Returns: %G_SOURCE_CONTINUE, or %G_SOURCE_REMOVE to end the source
 */
typedef gboolean (*ThawWakeFunc) (gboolean is_due,
                                  gboolean was_clock_set,
                                  gpointer user_data);

GSource *thaw_wake_source_new (void) G_GNUC_WARN_UNUSED_RESULT;
void     thaw_wake_source_set (GSource *source,
                               gint64   utc_ms);

G_END_DECLS
