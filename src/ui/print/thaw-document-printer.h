/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/thaw-document-pdf.h"
#include "print/thaw-document-saver.h"

G_BEGIN_DECLS

GtkPrintOperation *thaw_document_print_operation_new (const ThawDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_document_print               (const ThawDocument *document,
                                                      GtkWindow          *parent);

G_END_DECLS
