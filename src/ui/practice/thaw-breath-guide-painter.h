/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "practice/thaw-breath-figure.h"

G_BEGIN_DECLS

typedef struct _ThawBreathGuidePainter ThawBreathGuidePainter;

ThawBreathGuidePainter *thaw_breath_guide_painter_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                    thaw_breath_guide_painter_free (ThawBreathGuidePainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawBreathGuidePainter, thaw_breath_guide_painter_free)

void   thaw_breath_guide_painter_set_timeline (ThawBreathGuidePainter *self,
                                               ThawTimeline           *timeline);
void   thaw_breath_guide_painter_set_colors   (ThawBreathGuidePainter *self,
                                               const GdkRGBA          *accent,
                                               const GdkRGBA          *text,
                                               gboolean                is_high_contrast);
void   thaw_breath_guide_painter_set_size     (ThawBreathGuidePainter *self,
                                               double                  width,
                                               double                  height);
double thaw_breath_guide_painter_get_radius   (ThawBreathGuidePainter *self,
                                               double                  fullness);
void   thaw_breath_guide_painter_snapshot     (ThawBreathGuidePainter *self,
                                               GtkSnapshot            *snapshot,
                                               const ThawBreathFigure *figure);

G_END_DECLS
