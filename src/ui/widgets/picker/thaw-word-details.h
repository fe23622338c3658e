/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-word-list.h"

G_BEGIN_DECLS

#define THAW_TYPE_WORD_DETAILS (thaw_word_details_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordDetails, thaw_word_details, THAW, WORD_DETAILS, GtkBox)

GtkWidget *thaw_word_details_new         (ThawWordList   *list,
                                          const ThawWord *word) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *thaw_word_details_new_to_read (ThawWordList   *list,
                                          const ThawWord *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
