/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "practice/thaw-practice-timer.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_CONTROLS (thaw_session_controls_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionControls, thaw_session_controls, THAW, SESSION_CONTROLS, GtkBox)

void thaw_session_controls_set_timer (ThawSessionControls *self,
                                      ThawPracticeTimer   *timer,
                                      gboolean             is_doing);
void thaw_session_controls_set_menu  (ThawSessionControls *self,
                                      GMenuModel          *menu);
void thaw_session_controls_set_fullscreen (ThawSessionControls *self,
                                           gboolean             is_fullscreen);
void thaw_session_controls_set_fades (ThawSessionControls *self,
                                      gboolean             fades);
void thaw_session_controls_wake      (ThawSessionControls *self);

gboolean thaw_session_controls_is_faded (ThawSessionControls *self);

G_END_DECLS
