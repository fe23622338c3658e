/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_SAVE_PROBLEM (thaw_save_problem_get_type ())
G_DECLARE_FINAL_TYPE (ThawSaveProblem, thaw_save_problem, THAW, SAVE_PROBLEM, GtkBox)

GtkWidget *thaw_save_problem_new   (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_save_problem_show  (ThawSaveProblem *self,
                                    const GError    *error);
void       thaw_save_problem_hide  (ThawSaveProblem *self);
gboolean   thaw_save_problem_is_shown (ThawSaveProblem *self);

void       thaw_save_problem_set_can_copy (ThawSaveProblem *self,
                                           gboolean         can_copy);

G_END_DECLS
