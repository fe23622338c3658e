/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-document.h"
#include "thaw-settings.h"

G_BEGIN_DECLS

#define THAW_TYPE_DOCUMENT_VIEW (thaw_document_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawDocumentView, thaw_document_view, THAW, DOCUMENT_VIEW, GtkBox)

GtkWidget *thaw_document_view_new          (ThawSettings       *settings) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_document_view_set_document (ThawDocumentView   *self,
                                            const ThawDocument *document);
void       thaw_document_view_add_below    (ThawDocumentView   *self,
                                            GtkWidget          *widget);

double     thaw_document_view_get_position (ThawDocumentView   *self);
void       thaw_document_view_set_position (ThawDocumentView   *self,
                                            double              position);

G_END_DECLS
