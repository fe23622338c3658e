/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean thaw_slug_find (const char *const *slugs,
                         guint              n_slugs,
                         const char        *slug,
                         guint             *out_index);

G_END_DECLS
