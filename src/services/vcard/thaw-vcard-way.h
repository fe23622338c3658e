/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-contact-way.h"
#include "vcard/thaw-vcard-line.h"

G_BEGIN_DECLS

char           *thaw_vcard_make_line         (const char          *text) G_GNUC_WARN_UNUSED_RESULT;
GHashTable     *thaw_vcard_ways_index_labels (GPtrArray           *card) G_GNUC_WARN_UNUSED_RESULT;
ThawContactWay *thaw_vcard_way_read          (const ThawVcardLine *line,
                                              GHashTable          *labels) G_GNUC_WARN_UNUSED_RESULT;
gboolean        thaw_vcard_way_is_preferred  (const ThawVcardLine *line);

G_END_DECLS
