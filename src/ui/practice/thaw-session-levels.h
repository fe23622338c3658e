/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-session.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_LEVELS (thaw_session_levels_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionLevels, thaw_session_levels, THAW, SESSION_LEVELS, GtkBox)

GtkWidget    *thaw_session_levels_new               (void) G_GNUC_WARN_UNUSED_RESULT;

void          thaw_session_levels_set_past          (ThawSessionLevels *self);
void          thaw_session_levels_set_asks_pleasure (ThawSessionLevels *self,
                                                     const char        *question);
void          thaw_session_levels_set_remark        (ThawSessionLevels *self,
                                                     const char        *remark);

ThawMoodLevel thaw_session_levels_get_level         (ThawSessionLevels *self);
int           thaw_session_levels_get_pleasure      (ThawSessionLevels *self);
void          thaw_session_levels_show              (ThawSessionLevels *self,
                                                     ThawMoodLevel      level,
                                                     int                pleasure);

G_END_DECLS
