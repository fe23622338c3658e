/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-services.h"

G_BEGIN_DECLS

void thaw_background_question_ask_once (GtkWindow    *parent,
                                        ThawServices *services);

G_END_DECLS
