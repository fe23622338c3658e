/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-breath-pattern.h"
#include "thaw-record-editor.h"

G_BEGIN_DECLS

#define THAW_TYPE_PATTERN_EDITOR (thaw_pattern_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawPatternEditor, thaw_pattern_editor, THAW, PATTERN_EDITOR, ThawRecordEditor)

ThawPatternEditor *thaw_pattern_editor_new (GtkWindow               *parent,
                                            const ThawBreathPattern *pattern) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
