/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-error.h"
#include "thaw-coping-catalog.h"

G_BEGIN_DECLS

ThawCopingCatalog *thaw_coping_loader_load (GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ThawCopingCatalog *thaw_coping_loader_read (GBytes      *bytes,
                                            const char  *file,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
