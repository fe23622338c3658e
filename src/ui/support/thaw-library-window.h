/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-article.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_LIBRARY_WINDOW (thaw_library_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawLibraryWindow, thaw_library_window, THAW, LIBRARY_WINDOW, AdwWindow)

ThawLibraryWindow *thaw_library_window_new          (ThawServices      *services) G_GNUC_WARN_UNUSED_RESULT;

void               thaw_library_window_show_list    (ThawLibraryWindow *self,
                                                     ThawArticleKind    kind);
void               thaw_library_window_show_article (ThawLibraryWindow *self,
                                                     const char        *id);

G_END_DECLS
