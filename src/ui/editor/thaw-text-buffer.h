/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_TEXT_BUFFER (thaw_text_buffer_get_type ())
G_DECLARE_FINAL_TYPE (ThawTextBuffer, thaw_text_buffer, THAW, TEXT_BUFFER, GtkTextBuffer)

GtkTextBuffer *thaw_text_buffer_new             (void) G_GNUC_WARN_UNUSED_RESULT;

char          *thaw_text_buffer_dup_text        (ThawTextBuffer *self) G_GNUC_WARN_UNUSED_RESULT;
char          *thaw_text_buffer_dup_selection   (ThawTextBuffer *self) G_GNUC_WARN_UNUSED_RESULT;
void           thaw_text_buffer_load            (ThawTextBuffer *self,
                                                 const char     *text);

gsize          thaw_text_buffer_get_length      (ThawTextBuffer *self);
gboolean       thaw_text_buffer_is_blank        (ThawTextBuffer *self);

void           thaw_text_buffer_step_over_break (ThawTextBuffer *self,
                                                 gboolean        is_forward);

G_END_DECLS
