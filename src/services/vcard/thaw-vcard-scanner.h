/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "vcard/thaw-vcard-line.h"

G_BEGIN_DECLS

#define THAW_TYPE_VCARD_SCANNER (thaw_vcard_scanner_get_type ())
G_DECLARE_FINAL_TYPE (ThawVcardScanner, thaw_vcard_scanner, THAW, VCARD_SCANNER, GObject)

ThawVcardScanner *thaw_vcard_scanner_new  (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

gboolean          thaw_vcard_scanner_next (ThawVcardScanner  *self,
                                           GPtrArray        **out_card,
                                           GError           **error);

G_END_DECLS
