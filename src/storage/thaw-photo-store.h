/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-photo.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_PHOTO_STORE (thaw_photo_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawPhotoStore, thaw_photo_store, THAW, PHOTO_STORE, ThawStore)

ThawPhotoStore *thaw_photo_store_new (ThawDatabase *database,
                                      ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_photo_store_list (ThawPhotoStore  *self,
                                  GError         **error);
ThawPhoto *thaw_photo_store_get  (ThawPhotoStore  *self,
                                  const char      *id,
                                  GError         **error);

void thaw_photo_store_save_async (ThawPhotoStore      *self,
                                  const ThawPhoto     *photo,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
ThawPhoto *thaw_photo_store_save_finish (ThawPhotoStore  *self,
                                         GAsyncResult    *result,
                                         GError         **error);
ThawPhoto *thaw_photo_store_save_sync (ThawPhotoStore   *self,
                                       const ThawPhoto  *photo,
                                       GError          **error);

void thaw_photo_store_remove_async (ThawPhotoStore      *self,
                                    const char          *id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean thaw_photo_store_remove_finish (ThawPhotoStore  *self,
                                         GAsyncResult    *result,
                                         GError         **error);
gboolean thaw_photo_store_remove_sync (ThawPhotoStore  *self,
                                       const char      *id,
                                       GError         **error);

void     thaw_photo_store_clean_async  (ThawPhotoStore      *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean thaw_photo_store_clean_finish (ThawPhotoStore  *self,
                                        GAsyncResult    *result,
                                        GError         **error);

G_END_DECLS
