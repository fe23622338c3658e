/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-word-list.h"

G_BEGIN_DECLS

#define THAW_TYPE_EMOTION_PICKER (thaw_emotion_picker_get_type ())
G_DECLARE_FINAL_TYPE (ThawEmotionPicker, thaw_emotion_picker, THAW, EMOTION_PICKER, GtkBox)

GtkWidget    *thaw_emotion_picker_new             (void) G_GNUC_WARN_UNUSED_RESULT;

ThawWordList *thaw_emotion_picker_get_list        (ThawEmotionPicker *self);
void          thaw_emotion_picker_set_list        (ThawEmotionPicker *self,
                                                   ThawWordList      *list);

GPtrArray    *thaw_emotion_picker_dup_emotions    (ThawEmotionPicker *self) G_GNUC_WARN_UNUSED_RESULT;
void          thaw_emotion_picker_set_emotions    (ThawEmotionPicker *self,
                                                   GPtrArray         *emotions);
void          thaw_emotion_picker_choose          (ThawEmotionPicker *self,
                                                   const char        *slug,
                                                   int                intensity);

gboolean      thaw_emotion_picker_get_show_hidden (ThawEmotionPicker *self);
void          thaw_emotion_picker_set_show_hidden (ThawEmotionPicker *self,
                                                   gboolean           show_hidden);

void          thaw_emotion_picker_show_word       (ThawEmotionPicker *self,
                                                   const char        *slug);
gboolean      thaw_emotion_picker_clear_search    (ThawEmotionPicker *self);

G_END_DECLS
