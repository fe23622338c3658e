/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-document.h"

G_BEGIN_DECLS

char *thaw_document_dup_file_name (const ThawDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void  thaw_document_save_to       (const ThawDocument *document,
                                   GFile              *file,
                                   GtkWindow          *parent,
                                   AdwToastOverlay    *overlay);
void  thaw_document_save_as       (const ThawDocument *document,
                                   GtkWindow          *parent,
                                   AdwToastOverlay    *overlay);

G_END_DECLS
