/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The response of who wants to close nevertheless. */
#define THAW_CLOSE_QUESTION_CLOSE "close"

/* The response of who wants the words to be kept. */
#define THAW_CLOSE_QUESTION_KEEP "keep"

GtkWidget *thaw_close_question_new      (GtkWindow *window) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *thaw_close_question_new_keep (GtkWindow *window,
                                         gboolean   can_keep) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
