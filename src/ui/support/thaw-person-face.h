/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

GtkWidget *thaw_person_face_new  (int size) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_person_face_show (AdwAvatar    *face,
                                  ThawServices *services,
                                  const char   *name,
                                  const char   *photo);

G_END_DECLS
