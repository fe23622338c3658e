/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/thaw-practice-timer.h"
#include "practice/thaw-session-setup.h"

G_BEGIN_DECLS

#define THAW_TYPE_SESSION_RUNNER (thaw_session_runner_get_type ())
G_DECLARE_FINAL_TYPE (ThawSessionRunner, thaw_session_runner, THAW, SESSION_RUNNER, GObject)

ThawSessionRunner *thaw_session_runner_new         (ThawServices           *services,
                                                    ThawPracticeClock      *clock,
                                                    const ThawSessionSetup *setup) G_GNUC_WARN_UNUSED_RESULT;

void               thaw_session_runner_set_before  (ThawSessionRunner      *self,
                                                    const ThawMoodLevel    *before,
                                                    int                     expected);

void               thaw_session_runner_start       (ThawSessionRunner      *self);
void               thaw_session_runner_leave       (ThawSessionRunner      *self);

void               thaw_session_runner_set_after   (ThawSessionRunner      *self,
                                                    const ThawMoodLevel    *after,
                                                    int                     felt,
                                                    const char             *note);

ThawPracticeTimer      *thaw_session_runner_get_timer   (ThawSessionRunner *self);
const ThawSessionSetup *thaw_session_runner_get_setup   (ThawSessionRunner *self);
const ThawSession      *thaw_session_runner_get_session (ThawSessionRunner *self);

gboolean           thaw_session_runner_is_discarded (ThawSessionRunner     *self);
gboolean           thaw_session_runner_is_saving   (ThawSessionRunner      *self);
const GError      *thaw_session_runner_get_error   (ThawSessionRunner      *self);
void               thaw_session_runner_retry       (ThawSessionRunner      *self);

G_END_DECLS
