/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

GdkRGBA thaw_warmth_get_color (double   feeling,
                               gboolean is_dark);

G_END_DECLS
