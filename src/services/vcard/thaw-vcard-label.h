/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vcard/thaw-vcard-line.h"

G_BEGIN_DECLS

char *thaw_vcard_label_from_types (const ThawVcardLine *line) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_vcard_label_from_words (const char          *words) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_vcard_label_to_types   (const char          *label) G_GNUC_WARN_UNUSED_RESULT;

const char *thaw_vcard_label_get_service (const char *name);

G_END_DECLS
