/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As much of a text as a row of the journal can show, in characters. */
#define THAW_TEXT_EXCERPT_CHARS 280

char     *thaw_text_make_excerpt (const char *text);
char     *thaw_text_make_valid   (const char *bytes,
                                  gsize       n_bytes);
gboolean  thaw_text_is_blank     (const char *text);
gboolean  thaw_text_is_line      (const char *text,
                                  gsize       max_bytes);
char     *thaw_text_make_line    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *thaw_text_fold         (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *thaw_text_capitalize   (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
