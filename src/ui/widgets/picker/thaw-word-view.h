/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-word-list.h"

G_BEGIN_DECLS

#define THAW_TYPE_WORD_VIEW (thaw_word_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordView, thaw_word_view, THAW, WORD_VIEW, GtkWidget)

GtkWidget      *thaw_word_view_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void            thaw_word_view_show_sections  (ThawWordView *self,
                                               ThawWordList *list,
                                               GPtrArray    *sections);

void            thaw_word_view_set_intensity  (ThawWordView *self,
                                               const char   *slug,
                                               int           intensity);

const ThawWord *thaw_word_view_get_first_word (ThawWordView *self);
gboolean        thaw_word_view_is_at_start    (ThawWordView *self);
GtkWidget      *thaw_word_view_get_expanded   (ThawWordView *self);
gboolean        thaw_word_view_go_to          (ThawWordView *self,
                                               const char   *slug);

G_END_DECLS
