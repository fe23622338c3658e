/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-node.h"

G_BEGIN_DECLS

GBytes          *thaw_content_open_shipped (const char  *file,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ThawContentNode *thaw_content_read         (GBytes                 *bytes,
                                            const char             *file,
                                            const ThawContentRule  *rules,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
