/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-article-mark.h"
#include "thaw-library.h"

G_BEGIN_DECLS

#define THAW_TYPE_LIBRARY_FILTERS (thaw_library_filters_get_type ())
G_DECLARE_FINAL_TYPE (ThawLibraryFilters, thaw_library_filters, THAW, LIBRARY_FILTERS, GtkBox)

guint      thaw_library_filters_get_helpers   (ThawLibraryFilters *self);
guint      thaw_library_filters_get_companies (ThawLibraryFilters *self);
gboolean   thaw_library_filters_has_stance    (ThawLibraryFilters *self,
                                               ThawStance          stance);
gboolean   thaw_library_filters_is_empty      (ThawLibraryFilters *self);
void       thaw_library_filters_clear         (ThawLibraryFilters *self);

G_END_DECLS
