/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void thaw_json_append_string (GString    *out,
                              const char *text);
void thaw_json_append_double (GString *out,
                              double   number);
void thaw_json_append_int64  (GString *out,
                              gint64   number);
void thaw_json_append_boolean (GString *out,
                               gboolean value);
void thaw_json_append_key    (GString    *out,
                              const char *key);

void thaw_json_append_string_or_null (GString    *out,
                                      const char *text);
void thaw_json_append_int_or_null    (GString *out,
                                      int      number,
                                      int      none);
void thaw_json_append_double_or_null (GString *out,
                                      double   number);

G_END_DECLS
