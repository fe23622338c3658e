/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_ACTIVITY_CHOICE (thaw_activity_choice_get_type ())
G_DECLARE_FINAL_TYPE (ThawActivityChoice, thaw_activity_choice, THAW, ACTIVITY_CHOICE, GtkWidget)

GtkWidget          *thaw_activity_choice_new (ThawServices       *services,
                                              const ThawSession  *session) G_GNUC_WARN_UNUSED_RESULT;

const ThawActivity *thaw_activity_choice_get (ThawActivityChoice *self);

G_END_DECLS
