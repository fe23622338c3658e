/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"

G_BEGIN_DECLS

gboolean thaw_excerpt_function_register (ThawConnection  *connection,
                                         GError         **error);

char    *thaw_excerpt_parse             (GBytes *bytes,
                                         GArray *highlights);

G_END_DECLS
