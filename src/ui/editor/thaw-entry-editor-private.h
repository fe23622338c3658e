/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "editor/thaw-entry-editor.h"
#include "editor/thaw-moment-button.h"
#include "editor/thaw-prompt-offer.h"
#include "editor/thaw-text-buffer.h"
#include "widgets/body-path/thaw-body-section.h"
#include "widgets/check-in/thaw-coping-editor.h"
#include "widgets/check-in/thaw-emotion-chips.h"
#include "widgets/check-in/thaw-feeling-scale.h"
#include "widgets/check-in/thaw-tag-entry.h"
#include "widgets/check-in/thaw-valence-scale.h"
#include "widgets/thaw-save-problem.h"

/* What the editor shares with its actions and with the question for the blank page. */

G_BEGIN_DECLS

/* What happens when what was written is in the journal. */
typedef enum
{
  THAW_AFTER_SAVE_STAY,
  THAW_AFTER_SAVE_CLOSE,
  THAW_AFTER_SAVE_DELETE,
  THAW_AFTER_SAVE_SHOW_NEXT,
} ThawAfterSave;

struct _ThawEntryEditor
{
  GtkBox parent_instance;

  ThawServices *services; /* (owned) */

  /* Template children */
  GtkLabel *title_label;
  GtkLabel *status_label;
  ThawSaveProblem *save_problem;
  AdwFlap *flap;
  ThawMomentButton *moment_button;
  GtkEditable *title_entry;
  GtkTextView *text_view;
  GtkWidget *placeholder_label;
  GtkWidget *prompt_box;
  GtkLabel *prompt_label; /* the question that the text answers, empty if there is none */
  ThawPromptOffer *prompt_offer;
  ThawFeelingScale *feeling_scale;
  ThawValenceScale *valence_scale;
  ThawEmotionChips *emotion_chips;
  ThawBodySection *body_section;
  ThawTagEntry *tag_entry;
  ThawCopingEditor *coping_editor;

  ThawTextBuffer *text_buffer; /* (unowned): the view's */

  /* State */
  ThawEntry *base;       /* (owned) (nullable): what the widgets started from; its UUID is set */
  gboolean is_prompt_declined; /* no question is offered for this entry */
  gboolean is_stored;    /* the journal has an entry of this UUID */
  gboolean is_modified;  /* since the last save was asked for */
  gboolean is_saving;
  ThawAfterSave after_save;
  ThawEntry *next;       /* (owned) (nullable): what is shown after the save */
  gboolean is_next_stored;
  gboolean is_next_modified;
  gboolean is_loading;   /* code changes the widgets, not the person */
  gboolean is_draft_lost; /* the last draft could not be written */
  guint draft_source;    /* what is typed is not yet kept, 0 if it is */
  guint n_on_their_way;  /* drafts and saves that are being written */
};

ThawEntry *thaw_entry_editor_dup_entry    (ThawEntryEditor *self) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_entry_editor_save_entry   (ThawEntryEditor *self,
                                           ThawEntry       *entry,
                                           ThawAfterSave    after_save);
void       thaw_entry_editor_remove_entry (ThawEntryEditor *self);
void       thaw_entry_editor_changed      (ThawEntryEditor *self);

void       thaw_entry_editor_install_actions (GtkWidgetClass *widget_class);

void       thaw_entry_editor_install_prompt (GtkWidgetClass  *widget_class);
void       thaw_entry_editor_load_prompt    (ThawEntryEditor *self,
                                             ThawEntry       *entry);
void       thaw_entry_editor_update_prompt  (ThawEntryEditor *self);

G_END_DECLS
