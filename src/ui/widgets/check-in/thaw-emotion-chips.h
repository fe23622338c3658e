/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-entry.h"
#include "thaw-journal.h"
#include "thaw-vocabulary.h"
#include "thaw-word-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_EMOTION_CHIPS (thaw_emotion_chips_get_type ())
G_DECLARE_FINAL_TYPE (ThawEmotionChips, thaw_emotion_chips, THAW, EMOTION_CHIPS, GtkBox)

GtkWidget *thaw_emotion_chips_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_emotion_chips_set_vocabulary (ThawEmotionChips *self,
                                              ThawVocabulary   *vocabulary);
void       thaw_emotion_chips_set_words      (ThawEmotionChips *self,
                                              ThawWordStore    *words,
                                              ThawJournal      *journal);
void       thaw_emotion_chips_load_entry     (ThawEmotionChips *self,
                                              ThawEntry        *entry);
void       thaw_emotion_chips_store_entry    (ThawEmotionChips *self,
                                              ThawEntry        *entry);

G_END_DECLS
