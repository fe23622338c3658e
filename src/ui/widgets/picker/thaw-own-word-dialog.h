/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-own-word.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/**
 * ThawOwnWordFunc:
 * @word: the word, with the family that was chosen
 * @user_data: what was passed along
 *
 * Called when the person wants the word.
 */
typedef void (*ThawOwnWordFunc) (const ThawOwnWord *word,
                                 gpointer           user_data);

void thaw_own_word_dialog_present (GtkWindow       *parent,
                                   ThawVocabulary  *vocabulary,
                                   const char      *word,
                                   ThawOwnWordFunc  func,
                                   gpointer         user_data);

G_END_DECLS
