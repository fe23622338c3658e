/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "thaw-photo.h"

G_BEGIN_DECLS

#define THAW_PHOTO_MAKER_SIZE 256

GBytes *thaw_photo_maker_make        (GBytes               *data,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void    thaw_photo_maker_make_async  (GFile                *file,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GBytes *thaw_photo_maker_make_finish (GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
