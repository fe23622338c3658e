/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_WORDS_VIEW (thaw_words_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordsView, thaw_words_view, THAW, WORDS_VIEW, GtkBox)

GtkWidget *thaw_words_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_words_view_set_name (ThawWordsView *self,
                                     const char    *name);
gboolean   thaw_words_view_is_blank (ThawWordsView *self);
char      *thaw_words_view_dup_text (ThawWordsView *self) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_words_view_set_text (ThawWordsView *self,
                                     const char    *text);

G_END_DECLS
