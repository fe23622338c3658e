/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity.h"
#include "thaw-record-editor.h"

G_BEGIN_DECLS

#define THAW_TYPE_ACTIVITY_EDITOR (thaw_activity_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawActivityEditor, thaw_activity_editor, THAW, ACTIVITY_EDITOR, ThawRecordEditor)

ThawActivityEditor *thaw_activity_editor_new (GtkWindow          *parent,
                                              const ThawActivity *activity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
