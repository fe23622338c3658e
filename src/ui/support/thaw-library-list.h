/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-library.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_LIBRARY_LIST (thaw_library_list_get_type ())
G_DECLARE_FINAL_TYPE (ThawLibraryList, thaw_library_list, THAW, LIBRARY_LIST, GtkBox)

GtkWidget *thaw_library_list_new          (ThawServices    *services,
                                           ThawLibrary     *library) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_library_list_show_kind    (ThawLibraryList *self,
                                           ThawArticleKind  kind);
void       thaw_library_list_set_current  (ThawLibraryList *self,
                                           const char      *article);
void       thaw_library_list_focus_search (ThawLibraryList *self);
gboolean   thaw_library_list_focus        (ThawLibraryList *self,
                                           const char      *article);

G_END_DECLS
