/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-document.h"

G_BEGIN_DECLS

#define THAW_TYPE_DOCUMENT_TEXT (thaw_document_text_get_type ())
G_DECLARE_FINAL_TYPE (ThawDocumentText, thaw_document_text, THAW, DOCUMENT_TEXT, GtkBox)

GtkWidget *thaw_document_text_new          (void) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_document_text_set_document (ThawDocumentText   *self,
                                            const ThawDocument *document);
void       thaw_document_text_set_zoom     (ThawDocumentText   *self,
                                            double              zoom);

guint      thaw_document_text_find         (ThawDocumentText   *self,
                                            const char         *query);
void       thaw_document_text_mark_hit     (ThawDocumentText   *self,
                                            guint               index);
gboolean   thaw_document_text_get_hit_y    (ThawDocumentText   *self,
                                            guint               index,
                                            double             *out_y);
gboolean   thaw_document_text_focus_link   (ThawDocumentText   *self,
                                            double              y);

G_END_DECLS
