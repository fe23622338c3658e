/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-word-list.h"

G_BEGIN_DECLS

#define THAW_TYPE_WORD_ROW (thaw_word_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordRow, thaw_word_row, THAW, WORD_ROW, GtkListBoxRow)

GtkWidget             *thaw_word_row_new           (ThawWordList          *list,
                                                    const ThawWord        *word,
                                                    const ThawWordSection *section) G_GNUC_WARN_UNUSED_RESULT;

const ThawWord        *thaw_word_row_get_word      (ThawWordRow           *self);
const ThawWordSection *thaw_word_row_get_section   (ThawWordRow           *self);

int                    thaw_word_row_get_intensity (ThawWordRow           *self);
void                   thaw_word_row_set_intensity (ThawWordRow           *self,
                                                    int                    intensity);

gboolean               thaw_word_row_get_expanded  (ThawWordRow           *self);
void                   thaw_word_row_set_expanded  (ThawWordRow           *self,
                                                    gboolean               is_expanded);

G_END_DECLS
