/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "practice/thaw-session-runner.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_VIEW (thaw_session_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionView, thaw_session_view, THAW, SESSION_VIEW, GtkBox)

GtkWidget *thaw_session_view_new        (ThawSettings      *settings) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_session_view_set_runner (ThawSessionView   *self,
                                         ThawSessionRunner *runner);

G_END_DECLS
