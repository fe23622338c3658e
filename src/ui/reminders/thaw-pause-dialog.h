/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_pause_dialog_present (GtkWindow    *parent,
                                ThawServices *services);

G_END_DECLS
