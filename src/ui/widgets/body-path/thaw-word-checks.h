/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-entry.h"

G_BEGIN_DECLS

#define THAW_TYPE_WORD_CHECKS (thaw_word_checks_get_type ())
G_DECLARE_FINAL_TYPE (ThawWordChecks, thaw_word_checks, THAW, WORD_CHECKS, GtkBox)

GtkWidget *thaw_word_checks_new (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_word_checks_set_words (ThawWordChecks *self,
                                       GPtrArray      *words,
                                       ThawEntry      *entry);
void       thaw_word_checks_uncheck   (ThawWordChecks *self);

G_END_DECLS
