/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define THAW_TYPE_EMOTION_CHIP (thaw_emotion_chip_get_type ())
G_DECLARE_FINAL_TYPE (ThawEmotionChip, thaw_emotion_chip, THAW, EMOTION_CHIP, GtkWidget)

GtkWidget  *thaw_emotion_chip_new (const char *slug,
                                   const char *word) G_GNUC_WARN_UNUSED_RESULT;

const char *thaw_emotion_chip_get_slug (ThawEmotionChip *self);

int         thaw_emotion_chip_get_intensity (ThawEmotionChip *self);
void        thaw_emotion_chip_set_intensity (ThawEmotionChip *self,
                                             int              intensity);

G_END_DECLS
