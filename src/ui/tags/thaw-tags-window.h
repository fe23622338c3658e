/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-tag-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_TAGS_WINDOW (thaw_tags_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawTagsWindow, thaw_tags_window, THAW, TAGS_WINDOW, AdwWindow)

ThawTagsWindow *thaw_tags_window_new (ThawTagStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
