/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "practice/thaw-practice-timer.h"

G_BEGIN_DECLS

#define THAW_TYPE_BREATH_GUIDE (thaw_breath_guide_get_type ())
G_DECLARE_FINAL_TYPE (ThawBreathGuide, thaw_breath_guide, THAW, BREATH_GUIDE, GtkWidget)

GtkWidget  *thaw_breath_guide_new              (void) G_GNUC_WARN_UNUSED_RESULT;

void        thaw_breath_guide_set_timer        (ThawBreathGuide   *self,
                                                ThawPracticeTimer *timer);
void        thaw_breath_guide_set_show_seconds (ThawBreathGuide   *self,
                                                gboolean           show_seconds);
const char *thaw_breath_guide_get_word         (ThawBreathGuide   *self);

G_END_DECLS
