/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "practice/thaw-session-runner.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_STAGE (thaw_session_stage_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionStage, thaw_session_stage, THAW, SESSION_STAGE, GtkBox)

GtkWidget *thaw_session_stage_new              (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_session_stage_set_runner       (ThawSessionStage  *self,
                                                ThawSessionRunner *runner);
void       thaw_session_stage_set_show_seconds (ThawSessionStage  *self,
                                                gboolean           show_seconds);
void       thaw_session_stage_set_is_spoken    (ThawSessionStage  *self,
                                                gboolean           is_spoken);
void       thaw_session_stage_announce         (ThawSessionStage  *self,
                                                const char        *words);

G_END_DECLS
