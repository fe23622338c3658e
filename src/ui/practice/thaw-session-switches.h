/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-settings.h"

G_BEGIN_DECLS

/* Under this prefix a widget has the actions. */
#define THAW_SESSION_SWITCHES_PREFIX "session-switches"

GActionGroup *thaw_session_switches_new         (ThawSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel   *thaw_session_switches_create_menu (gboolean      is_breathing,
                                                 gboolean      can_speak) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
