/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-emotion.h"

G_BEGIN_DECLS

typedef struct _ThawEntryChip ThawEntryChip;

ThawEntryChip *thaw_entry_chip_new          (PangoContext *context,
                                             double        font_scale,
                                             const char   *word,
                                             int           max_width) G_GNUC_WARN_UNUSED_RESULT;
void           thaw_entry_chip_free         (ThawEntryChip *self);

void           thaw_entry_chip_set_intensity (ThawEntryChip *self,
                                              int            intensity);
void           thaw_entry_chip_set_outlined  (ThawEntryChip *self,
                                              gboolean       is_outlined);

int            thaw_entry_chip_get_width    (ThawEntryChip *self);
void           thaw_entry_chip_snapshot     (ThawEntryChip *self,
                                             GtkSnapshot   *snapshot,
                                             int            x,
                                             int            y,
                                             int            height,
                                             gboolean       is_rtl,
                                             const GdkRGBA *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawEntryChip, thaw_entry_chip_free)

G_END_DECLS
