/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define THAW_TYPE_CSV_PARSER (thaw_csv_parser_get_type ())
G_DECLARE_FINAL_TYPE (ThawCsvParser, thaw_csv_parser, THAW, CSV_PARSER, GObject)

ThawCsvParser *thaw_csv_parser_new      (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

gboolean       thaw_csv_parser_next     (ThawCsvParser  *self,
                                         GStrv          *out_row,
                                         GError        **error);
guint          thaw_csv_parser_get_line (ThawCsvParser *self);

G_END_DECLS
