/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-tag.h"

G_BEGIN_DECLS

#define THAW_TYPE_TAG_CHIP (thaw_tag_chip_get_type ())
G_DECLARE_FINAL_TYPE (ThawTagChip, thaw_tag_chip, THAW, TAG_CHIP, GtkWidget)

GtkWidget         *thaw_tag_chip_new      (const ThawTagMark *mark) G_GNUC_WARN_UNUSED_RESULT;
const ThawTagMark *thaw_tag_chip_get_mark (ThawTagChip *self);

const char        *thaw_tag_kind_get_icon_name (ThawTagKind kind);

G_END_DECLS
