/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_STEP_LAYOUT (thaw_step_layout_get_type ())
G_DECLARE_FINAL_TYPE (ThawStepLayout, thaw_step_layout, THAW, STEP_LAYOUT, GtkLayoutManager)

G_END_DECLS
