/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-emotion.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

#define THAW_TYPE_CHOSEN_WORDS (thaw_chosen_words_get_type ())
G_DECLARE_FINAL_TYPE (ThawChosenWords, thaw_chosen_words, THAW, CHOSEN_WORDS, GtkWidget)

GtkWidget *thaw_chosen_words_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_chosen_words_set_vocabulary (ThawChosenWords *self,
                                             ThawVocabulary  *vocabulary);

GPtrArray *thaw_chosen_words_dup_emotions   (ThawChosenWords *self) G_GNUC_WARN_UNUSED_RESULT;
guint      thaw_chosen_words_get_n_words    (ThawChosenWords *self);
int        thaw_chosen_words_get_intensity  (ThawChosenWords *self,
                                             const char      *slug);
void       thaw_chosen_words_set_intensity  (ThawChosenWords *self,
                                             const char      *slug,
                                             int              intensity);
void       thaw_chosen_words_clear          (ThawChosenWords *self);

G_END_DECLS
