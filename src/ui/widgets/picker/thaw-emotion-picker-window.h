/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-journal.h"
#include "thaw-vocabulary.h"
#include "thaw-word-store.h"
#include "widgets/picker/thaw-emotion-picker.h"

G_BEGIN_DECLS

#define THAW_TYPE_EMOTION_PICKER_WINDOW (thaw_emotion_picker_window_get_type ())
G_DECLARE_FINAL_TYPE (ThawEmotionPickerWindow, thaw_emotion_picker_window, THAW, EMOTION_PICKER_WINDOW, AdwWindow)

ThawEmotionPickerWindow *thaw_emotion_picker_window_new        (ThawVocabulary *vocabulary,
                                                                ThawWordStore  *words,
                                                                ThawJournal    *journal) G_GNUC_WARN_UNUSED_RESULT;

ThawEmotionPicker       *thaw_emotion_picker_window_get_picker (ThawEmotionPickerWindow *self);

G_END_DECLS
