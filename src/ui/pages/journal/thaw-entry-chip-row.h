/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-coping-catalog.h"
#include "thaw-entry-summary.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

typedef struct _ThawEntryChipRow ThawEntryChipRow;

ThawEntryChipRow *thaw_entry_chip_row_new  (GtkWidget *widget,
                                            double     font_scale) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_entry_chip_row_free (ThawEntryChipRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawEntryChipRow, thaw_entry_chip_row_free)

void              thaw_entry_chip_row_clear    (ThawEntryChipRow  *self);
void              thaw_entry_chip_row_fill     (ThawEntryChipRow  *self,
                                                int                width,
                                                double             char_width,
                                                ThawEntrySummary  *summary,
                                                ThawVocabulary    *vocabulary);
void              thaw_entry_chip_row_fill_noticed (ThawEntryChipRow  *self,
                                                    int                width,
                                                    double             char_width,
                                                    ThawEntrySummary  *summary,
                                                    ThawCopingCatalog *coping_catalog);
void              thaw_entry_chip_row_snapshot (ThawEntryChipRow  *self,
                                                GtkSnapshot       *snapshot,
                                                int                offset,
                                                int                y,
                                                int                height,
                                                const GdkRGBA     *color);

gboolean          thaw_entry_chip_row_is_wanted         (ThawEntrySummary *summary);
gboolean          thaw_entry_chip_row_is_wanted_noticed (ThawEntrySummary *summary);

G_END_DECLS
