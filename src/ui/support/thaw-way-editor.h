/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-contact-way.h"

G_BEGIN_DECLS

#define THAW_TYPE_WAY_EDITOR (thaw_way_editor_get_type ())
G_DECLARE_FINAL_TYPE (ThawWayEditor, thaw_way_editor, THAW, WAY_EDITOR, GtkBox)

GtkWidget      *thaw_way_editor_new       (const ThawContactWay *way) G_GNUC_WARN_UNUSED_RESULT;

ThawContactWay *thaw_way_editor_dup_way   (ThawWayEditor        *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        thaw_way_editor_is_valid  (ThawWayEditor        *self);
void            thaw_way_editor_set_first (ThawWayEditor        *self,
                                           gboolean              is_first);

G_END_DECLS
