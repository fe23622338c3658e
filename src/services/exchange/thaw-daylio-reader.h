/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define THAW_TYPE_DAYLIO_READER (thaw_daylio_reader_get_type ())
G_DECLARE_FINAL_TYPE (ThawDaylioReader, thaw_daylio_reader, THAW, DAYLIO_READER, GObject)

ThawDaylioReader *thaw_daylio_reader_new (GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_daylio_reader_set_mood          (ThawDaylioReader *self,
                                                 const char       *name,
                                                 double            valence);
GPtrArray *thaw_daylio_reader_read              (ThawDaylioReader  *self,
                                                 GBytes            *bytes,
                                                 GCancellable      *cancellable,
                                                 GError           **error);
GStrv      thaw_daylio_reader_dup_unknown_moods (ThawDaylioReader *self);

G_END_DECLS
