/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-error.h"
#include "thaw-help-catalog.h"

G_BEGIN_DECLS

ThawHelpCatalog *thaw_help_line_loader_load (GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ThawHelpCatalog *thaw_help_line_loader_read (GBytes      *bytes,
                                             const char  *file,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
