/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     thaw_long_text_attach   (GtkTextBuffer *buffer);
void     thaw_long_text_load     (GtkTextBuffer *buffer,
                                  const char    *text);
char    *thaw_long_text_dup_text (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
