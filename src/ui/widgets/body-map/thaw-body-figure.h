/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-sensation.h"

G_BEGIN_DECLS

/* The figure is 1 high and this wide. Its left upper corner is at 0, 0. */
#define THAW_BODY_FIGURE_WIDTH 0.45

/**
 * ThawBodySide:
 * @THAW_BODY_FRONT: as in a mirror
 * @THAW_BODY_BACK: from behind
 *
 * The two ways to look at the figure.
 */
typedef enum
{
  THAW_BODY_FRONT,
  THAW_BODY_BACK,
} ThawBodySide;

#define THAW_N_BODY_SIDES (THAW_BODY_BACK + 1)

/**
 * ThawBodySpot:
 * @side: front or back
 * @region: a region that is there
 * @is_left: for a region that is there twice, whether the one on the left is meant
 *
 * Where somebody is on the figure who goes through it with the arrow keys.
 */
typedef struct
{
  ThawBodySide   side;
  ThawBodyRegion region;
  gboolean       is_left;
} ThawBodySpot;

gboolean thaw_body_figure_has_region    (ThawBodySide      side,
                                         ThawBodyRegion    region);
gboolean thaw_body_figure_is_paired     (ThawBodySide      side,
                                         ThawBodyRegion    region);

void     thaw_body_figure_trace_outline (cairo_t          *cr);
void     thaw_body_figure_trace_region  (cairo_t          *cr,
                                         ThawBodySide      side,
                                         ThawBodyRegion    region);
void     thaw_body_figure_trace_lines   (cairo_t          *cr,
                                         ThawBodySide      side);
void     thaw_body_figure_clip_region   (cairo_t          *cr,
                                         ThawBodySide      side,
                                         ThawBodyRegion    region);

void     thaw_body_figure_get_bounds    (ThawBodySide      side,
                                         ThawBodyRegion    region,
                                         graphene_rect_t  *out_bounds);
void     thaw_body_figure_get_spot      (const ThawBodySpot *spot,
                                         graphene_point_t *out_point);
gboolean thaw_body_figure_find          (ThawBodySide      side,
                                         double            x,
                                         double            y,
                                         double            reach,
                                         ThawBodyRegion   *out_region);
gboolean thaw_body_figure_find_next     (const ThawBodySpot *from,
                                         GtkDirectionType  direction,
                                         gboolean          is_front_first,
                                         ThawBodySpot     *out_spot);

G_END_DECLS
