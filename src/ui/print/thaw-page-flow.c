/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-page-flow"

#include "config.h"
#include "print/thaw-page-flow.h"

/* One line alone, below or above an edge, reads badly. */
#define MIN_LINES 2

static double
sum_lines (const ThawFlowBox *box,
           guint              n_lines)
{
  double height = 0;

  for (guint i = 0; i < n_lines; i++)
    height += box->lines[i];

  return height;
}

/* How much of a box, and of what it is kept with, has to stand where it begins. */
static double
measure_beginning (const ThawFlowBox *boxes,
                   guint              n_boxes)
{
  const ThawFlowBox *box = &boxes[0];

  if (box->keeps_with_next && n_boxes > 1)
    return sum_lines (box, box->n_lines) + boxes[1].before + measure_beginning (boxes + 1, n_boxes - 1);

  return sum_lines (box, box->n_lines < 2 * MIN_LINES ? box->n_lines : MIN_LINES);
}

static guint
count_fitting_lines (const ThawFlowBox *box,
                     guint              first_line,
                     double             room)
{
  guint n_lines = 0;

  while (first_line + n_lines < box->n_lines && box->lines[first_line + n_lines] <= room)
    room -= box->lines[first_line + n_lines++];

  return n_lines;
}

static guint
choose_n_lines (const ThawFlowBox *box,
                guint              first_line,
                double             room)
{
  guint n_left = box->n_lines - first_line;
  guint n_lines = count_fitting_lines (box, first_line, room);

  if (n_lines < n_left && n_left - n_lines < MIN_LINES && n_lines > MIN_LINES)
    n_lines = n_left - MIN_LINES;

  return n_lines;
}

/**
 * thaw_page_flow:
 * @boxes: (array length=n_boxes): what to put onto pages, from the top on
 * @n_boxes: how many there are
 * @page_height: how much room a page has
 *
 * A line that is higher than a page gets one of its own and stands out of it.
 *
 * Returns: (transfer full) (element-type ThawFlowPiece): where everything stands
 */
GArray *
thaw_page_flow (const ThawFlowBox *boxes,
                guint              n_boxes,
                double             page_height)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (ThawFlowPiece));
  guint page = 0, line = 0;
  double y = 0;

  g_return_val_if_fail (boxes != NULL || n_boxes == 0, pieces);
  g_return_val_if_fail (page_height > 0, pieces);

  for (guint i = 0; i < n_boxes;)
    {
      const ThawFlowBox *box = &boxes[i];
      gboolean is_top = y <= 0;
      double top = is_top || line > 0 ? y : y + box->before;
      gboolean begins_here = line > 0 || is_top ||
                             top + measure_beginning (box, n_boxes - i) <= page_height;
      guint n_lines = begins_here ? choose_n_lines (box, line, page_height - top) : 0;

      if (n_lines == 0 && !is_top)
        {
          page++;
          y = 0;
          continue;
        }

      n_lines = MAX (n_lines, 1);
      g_array_append_val (pieces, ((ThawFlowPiece) { i, line, n_lines, page, top }));
      y = top;
      for (guint j = 0; j < n_lines; j++)
        y += box->lines[line + j];

      line += n_lines;
      if (line < box->n_lines)
        {
          page++;
          y = 0;
        }
      else
        {
          line = 0;
          i++;
        }
    }

  return pieces;
}
