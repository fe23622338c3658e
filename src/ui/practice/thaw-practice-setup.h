/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "practice/thaw-session-setup.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_PRACTICE_SETUP (thaw_practice_setup_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticeSetup, thaw_practice_setup, THAW, PRACTICE_SETUP, GtkBox)

GtkWidget        *thaw_practice_setup_new          (ThawServices           *services) G_GNUC_WARN_UNUSED_RESULT;

void              thaw_practice_setup_begin        (ThawPracticeSetup      *self,
                                                    const ThawSessionSetup *setup);

ThawSessionSetup *thaw_practice_setup_dup_setup    (ThawPracticeSetup      *self) G_GNUC_WARN_UNUSED_RESULT;
ThawMoodLevel     thaw_practice_setup_get_before   (ThawPracticeSetup      *self);
int               thaw_practice_setup_get_expected (ThawPracticeSetup      *self);

G_END_DECLS
