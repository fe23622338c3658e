/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminders/thaw-notifier.h"

G_BEGIN_DECLS

#define THAW_TYPE_DESKTOP_NOTIFIER (thaw_desktop_notifier_get_type ())
G_DECLARE_FINAL_TYPE (ThawDesktopNotifier, thaw_desktop_notifier, THAW, DESKTOP_NOTIFIER, GObject)

ThawDesktopNotifier *thaw_desktop_notifier_new         (GApplication        *application) G_GNUC_WARN_UNUSED_RESULT;
void                 thaw_desktop_notifier_set_timeout (ThawDesktopNotifier *self,
                                                        guint                milliseconds);

G_END_DECLS
