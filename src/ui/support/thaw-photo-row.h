/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PHOTO_ROW (thaw_photo_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawPhotoRow, thaw_photo_row, THAW, PHOTO_ROW, GtkBox)

void        thaw_photo_row_set_services (ThawPhotoRow *self,
                                         ThawServices *services);
const char *thaw_photo_row_get_photo    (ThawPhotoRow *self);
void        thaw_photo_row_set_photo    (ThawPhotoRow *self,
                                         const char   *photo);
void        thaw_photo_row_set_name     (ThawPhotoRow *self,
                                         const char   *name);
gboolean    thaw_photo_row_is_busy      (ThawPhotoRow *self);
void        thaw_photo_row_take_file    (ThawPhotoRow *self,
                                         GFile        *file);

G_END_DECLS
