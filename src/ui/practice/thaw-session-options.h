/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "practice/thaw-session-setup.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_OPTIONS (thaw_session_options_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionOptions, thaw_session_options, THAW, SESSION_OPTIONS, AdwPreferencesGroup)

GtkWidget *thaw_session_options_new   (const ThawSessionSetup *setup) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_session_options_store (ThawSessionOptions *self,
                                       ThawSessionSetup   *setup);

G_END_DECLS
