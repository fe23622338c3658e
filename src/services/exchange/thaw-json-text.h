/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void thaw_json_append_string (GString    *out,
                              const char *text);
void thaw_json_append_double (GString *out,
                              double   number);

G_END_DECLS
