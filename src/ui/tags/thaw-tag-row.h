/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-tag-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_TAG_ROW (thaw_tag_row_get_type ())
G_DECLARE_FINAL_TYPE (ThawTagRow, thaw_tag_row, THAW, TAG_ROW, AdwActionRow)

GtkWidget        *thaw_tag_row_new     (const ThawTagUse *use) G_GNUC_WARN_UNUSED_RESULT;

const ThawTagUse *thaw_tag_row_get_use (ThawTagRow       *self);
void              thaw_tag_row_set_use (ThawTagRow       *self,
                                        const ThawTagUse *use);

G_END_DECLS
