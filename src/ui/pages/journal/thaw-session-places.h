/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_PLACES (thaw_session_places_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionPlaces, thaw_session_places, THAW, SESSION_PLACES, GObject)

ThawSessionPlaces *thaw_session_places_new       (ThawServices      *services) G_GNUC_WARN_UNUSED_RESULT;

gboolean           thaw_session_places_is_loaded (ThawSessionPlaces *self);
GArray            *thaw_session_places_merge     (ThawSessionPlaces *self,
                                                  GArray            *entries) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *thaw_session_places_read_days (ThawSessionPlaces *self,
                                                  ThawDay            first,
                                                  ThawDay            last) G_GNUC_WARN_UNUSED_RESULT;
ThawDay            thaw_session_places_get_day   (ThawSessionPlaces *self,
                                                  const char        *uuid);

G_END_DECLS
