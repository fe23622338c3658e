/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_RECORD_EDITOR (thaw_record_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (ThawRecordEditor, thaw_record_editor, THAW, RECORD_EDITOR, AdwWindow)

/**
 * ThawRecordEditorClass:
 * @save: makes a record of what stands in the window, and gives it to
 *   thaw_record_editor_take()
 * @is_changed: (nullable): whether something that is no text in a field and no choice of an
 *   #AdwComboRow is not as it was at first
 */
struct _ThawRecordEditorClass
{
  AdwWindowClass parent_class;

  void     (*save)       (ThawRecordEditor *self);
  gboolean (*is_changed) (ThawRecordEditor *self);
};

void thaw_record_editor_add_field    (ThawRecordEditor *self,
                                      GtkEditable      *field,
                                      int               max_length);
void thaw_record_editor_allow_saving (ThawRecordEditor *self,
                                      gboolean          is_valid);
void thaw_record_editor_take         (ThawRecordEditor *self,
                                      gpointer          record);
void thaw_record_editor_write        (ThawRecordEditor *self,
                                      ThawStore        *store,
                                      gconstpointer     record);
void thaw_record_editor_settle       (ThawRecordEditor *self,
                                      const GError     *error);

G_END_DECLS
