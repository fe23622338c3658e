/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *thaw_search_query_to_match (const char *query);
char *thaw_search_mark_new       (char        kind,
                                  const char *name);

G_END_DECLS
