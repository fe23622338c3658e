/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-record-editor.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_REMINDER_EDITOR (thaw_reminder_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawReminderEditor, thaw_reminder_editor, THAW, REMINDER_EDITOR, ThawRecordEditor)

GtkWindow *thaw_reminder_editor_new (GtkWindow          *parent,
                                     AdwToastOverlay    *overlay,
                                     ThawServices       *services,
                                     const ThawReminder *reminder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
