/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-library.h"
#include "thaw-settings.h"

G_BEGIN_DECLS

#define THAW_TYPE_COMPARE_WINDOW (thaw_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawCompareWindow, thaw_compare_window, THAW, COMPARE_WINDOW, AdwWindow)

ThawCompareWindow *thaw_compare_window_new (GtkWindow         *parent,
                                            ThawLibrary       *library,
                                            ThawSettings      *settings,
                                            const ThawArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
