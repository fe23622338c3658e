/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-moment.h"

G_BEGIN_DECLS

void thaw_markdown_append_line    (GString    *out,
                                   const char *line,
                                   gsize       length);
void thaw_markdown_append_text    (GString    *out,
                                   const char *text);
void thaw_markdown_append_heading (GString          *out,
                                   const ThawMoment *moment,
                                   const char       *title);

G_END_DECLS
