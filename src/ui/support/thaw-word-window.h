/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_WORD_WINDOW (thaw_word_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordWindow, thaw_word_window, THAW, WORD_WINDOW, AdwWindow)

GtkWindow *thaw_word_window_new (ThawServices *services,
                                 const char   *slug) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
