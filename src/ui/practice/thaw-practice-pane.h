/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "practice/thaw-practice-clock.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PRACTICE_PANE (thaw_practice_pane_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticePane, thaw_practice_pane, THAW, PRACTICE_PANE, GtkBox)

GtkWidget *thaw_practice_pane_new        (ThawServices       *services,
                                          ThawPracticeClock  *clock) G_GNUC_WARN_UNUSED_RESULT;

gboolean   thaw_practice_pane_set_up     (ThawPracticePane   *self,
                                          const char         *activity,
                                          GError            **error);
gboolean   thaw_practice_pane_begin_again (ThawPracticePane  *self,
                                          GError            **error);

gboolean   thaw_practice_pane_is_running (ThawPracticePane   *self);

G_END_DECLS
