/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-entry.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

#define THAW_TYPE_BODY_PATH (thaw_body_path_get_type ())
G_DECLARE_FINAL_TYPE (ThawBodyPath, thaw_body_path, THAW, BODY_PATH, GtkBox)

/**
 * ThawBodyWordFunc:
 * @sensations: (element-type ThawSensation) (transfer none): what is felt, and where
 * @user_data: what was set with the function
 *
 * Finds the words that people often use for sensations.
 *
 * Returns: (transfer full) (element-type ThawEmotion): the words, the best first,
 *   as many as are to be shown; they live at least until the next main loop
 *   iteration
 */
typedef GPtrArray *(*ThawBodyWordFunc) (GPtrArray *sensations,
                                        gpointer   user_data);

/**
 * ThawBodyStep:
 * @THAW_BODY_STEP_PLACE: where in the body is it?
 * @THAW_BODY_STEP_QUALITY: what is it like there?
 * @THAW_BODY_STEP_STRENGTH: how strong is it?
 * @THAW_BODY_STEP_MORE: is there another place?
 * @THAW_BODY_STEP_WORDS: words that people often use for that
 *
 * The steps of the way from the body to a word.
 */
typedef enum
{
  THAW_BODY_STEP_PLACE,
  THAW_BODY_STEP_QUALITY,
  THAW_BODY_STEP_STRENGTH,
  THAW_BODY_STEP_MORE,
  THAW_BODY_STEP_WORDS,
} ThawBodyStep;

#define THAW_N_BODY_STEPS (THAW_BODY_STEP_WORDS + 1)

GtkWidget    *thaw_body_path_new (void) G_GNUC_WARN_UNUSED_RESULT;

ThawBodyStep  thaw_body_path_get_step      (ThawBodyPath     *self);
void          thaw_body_path_set_word_func (ThawBodyPath     *self,
                                            ThawBodyWordFunc  func,
                                            gpointer          user_data,
                                            GDestroyNotify    destroy);
void          thaw_body_path_ask_region    (ThawBodyPath     *self,
                                            ThawBodyRegion    region);

void          thaw_body_path_load_entry    (ThawBodyPath     *self,
                                            ThawEntry        *entry);
void          thaw_body_path_store_entry   (ThawBodyPath     *self,
                                            ThawEntry        *entry);

G_END_DECLS
