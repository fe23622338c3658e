/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-services.h"

G_BEGIN_DECLS

GtkWidget *thaw_pages_create (ThawServices *services,
                              const char   *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
