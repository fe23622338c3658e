/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "thaw-document.h"

G_BEGIN_DECLS

GBytes *thaw_document_to_pdf           (const ThawDocument  *document,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void    thaw_document_describe_surface (const ThawDocument  *document,
                                        cairo_surface_t     *surface);

G_END_DECLS
