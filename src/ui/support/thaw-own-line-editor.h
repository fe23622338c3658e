/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-own-line.h"
#include "thaw-record-editor.h"

G_BEGIN_DECLS

#define THAW_TYPE_OWN_LINE_EDITOR (thaw_own_line_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawOwnLineEditor, thaw_own_line_editor, THAW, OWN_LINE_EDITOR, ThawRecordEditor)

ThawOwnLineEditor *thaw_own_line_editor_new (GtkWindow         *parent,
                                             const ThawOwnLine *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
