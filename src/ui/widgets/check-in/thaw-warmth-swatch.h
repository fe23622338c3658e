/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_WARMTH_SWATCH (thaw_warmth_swatch_get_type ())
G_DECLARE_FINAL_TYPE (ThawWarmthSwatch, thaw_warmth_swatch, THAW, WARMTH_SWATCH, GtkWidget)

GtkWidget *thaw_warmth_swatch_new (int feeling) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
