/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "practice/thaw-practice-timer.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_PROGRESS (thaw_session_progress_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionProgress, thaw_session_progress, THAW, SESSION_PROGRESS, GtkBox)

GtkWidget *thaw_session_progress_new              (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_session_progress_set_timer        (ThawSessionProgress *self,
                                                   ThawPracticeTimer   *timer);
void       thaw_session_progress_set_show_seconds (ThawSessionProgress *self,
                                                   gboolean             show_seconds);

G_END_DECLS
