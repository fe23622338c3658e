/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_TARGET_CHOOSER (thaw_target_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ThawTargetChooser, thaw_target_chooser, THAW, TARGET_CHOOSER, AdwWindow)

ThawTargetChooser *thaw_target_chooser_new (GtkWindow    *parent,
                                            ThawServices *services,
                                            const char   *opens) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
