/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ThawFlowBox:
 * @before: the room above it, left out at the top of a page
 * @lines: (array length=n_lines): the heights of its lines
 * @n_lines: how many there are, at least 1
 * @keeps_with_next: whether what follows begins on the same page, as after a heading
 *
 * Something that is put onto pages, between two of its lines if need be.
 */
typedef struct
{
  double        before;
  const double *lines;
  guint         n_lines;
  gboolean      keeps_with_next;
} ThawFlowBox;

/**
 * ThawFlowPiece:
 * @box: of which box
 * @first_line: its first line here
 * @n_lines: how many of its lines are here
 * @page: on which page, from 0 on
 * @y: where on the page
 *
 * As much of a box as stands on one page.
 */
typedef struct
{
  guint  box;
  guint  first_line;
  guint  n_lines;
  guint  page;
  double y;
} ThawFlowPiece;

GArray *thaw_page_flow (const ThawFlowBox *boxes,
                        guint              n_boxes,
                        double             page_height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
