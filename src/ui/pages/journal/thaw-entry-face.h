/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-coping-catalog.h"
#include "thaw-entry-summary.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/* Between one card and the next. */
#define THAW_ENTRY_FACE_CARD_GAP 8

typedef struct _ThawEntryFace ThawEntryFace;

ThawEntryFace    *thaw_entry_face_new  (GtkWidget         *widget,
                                        ThawVocabulary    *vocabulary,
                                        ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;
void              thaw_entry_face_free (ThawEntryFace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawEntryFace, thaw_entry_face_free)

ThawEntrySummary *thaw_entry_face_get_summary (ThawEntryFace    *self);
void              thaw_entry_face_set_summary (ThawEntryFace    *self,
                                               ThawEntrySummary *summary);

const char       *thaw_entry_face_get_heading (ThawEntryFace *self);
void              thaw_entry_face_set_heading (ThawEntryFace *self,
                                               const char    *heading);

int               thaw_entry_face_get_height    (ThawEntryFace *self,
                                                 int            width);
int               thaw_entry_face_get_card_y    (ThawEntryFace *self);
void              thaw_entry_face_clear_layouts (ThawEntryFace *self);
gboolean          thaw_entry_face_refresh_style (ThawEntryFace *self);
void              thaw_entry_face_snapshot      (ThawEntryFace *self,
                                                 GtkSnapshot   *snapshot);

G_END_DECLS
