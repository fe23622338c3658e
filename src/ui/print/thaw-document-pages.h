/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "thaw-document.h"

G_BEGIN_DECLS

typedef struct _ThawDocumentPages ThawDocumentPages;

ThawDocumentPages *thaw_document_pages_new         (const ThawDocument      *document,
                                                    PangoContext            *context,
                                                    gboolean                 is_rtl,
                                                    double                   width,
                                                    double                   height) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_document_pages_free        (ThawDocumentPages       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDocumentPages, thaw_document_pages_free)

guint              thaw_document_pages_get_n_pages (const ThawDocumentPages *self);
guint              thaw_document_pages_find_block  (const ThawDocumentPages *self,
                                                    guint                    block);
void               thaw_document_pages_draw        (const ThawDocumentPages *self,
                                                    cairo_t                 *cr,
                                                    guint                    page);

G_END_DECLS
