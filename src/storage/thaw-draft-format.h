/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-entry.h"
#include "thaw-reflection.h"

/* How an unfinished entry or reflection is written into one blob. */

G_BEGIN_DECLS

GBytes    *thaw_draft_format_write (ThawEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
ThawEntry *thaw_draft_format_parse (GBytes  *bytes,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes         *thaw_draft_format_write_reflection (const ThawReflection  *reflection) G_GNUC_WARN_UNUSED_RESULT;
ThawReflection *thaw_draft_format_parse_reflection (GBytes                *bytes,
                                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
