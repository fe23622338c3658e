/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-document.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_VISIT_BOX (thaw_visit_box_get_type ())
G_DECLARE_FINAL_TYPE (ThawVisitBox, thaw_visit_box, THAW, VISIT_BOX, GtkBox)

GtkWidget          *thaw_visit_box_new         (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

void                thaw_visit_box_clear       (ThawVisitBox *self);
const ThawDocument *thaw_visit_box_get_printed (ThawVisitBox *self);

G_END_DECLS
