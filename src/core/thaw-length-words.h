/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *thaw_length_to_words (gint64 ms) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_length_to_clock (gint64 ms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
