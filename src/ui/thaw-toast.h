/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void thaw_toast_tell (AdwToastOverlay *overlay,
                      const char      *sentence);

G_END_DECLS
