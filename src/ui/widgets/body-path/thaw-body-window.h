/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-body-path.h"

G_BEGIN_DECLS

#define THAW_TYPE_BODY_WINDOW (thaw_body_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawBodyWindow, thaw_body_window, THAW, BODY_WINDOW, AdwWindow)

GtkWidget    *thaw_body_window_new      (GtkWindow      *parent) G_GNUC_WARN_UNUSED_RESULT;

ThawBodyPath *thaw_body_window_get_path (ThawBodyWindow *self);

G_END_DECLS
