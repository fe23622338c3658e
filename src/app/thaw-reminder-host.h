/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_HOST (thaw_reminder_host_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderHost, thaw_reminder_host, THAW, REMINDER_HOST, GObject)

ThawReminderHost *thaw_reminder_host_new (GtkApplication *application,
                                          ThawServices   *services) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_reminder_host_end (ThawReminderHost *self);

G_END_DECLS
