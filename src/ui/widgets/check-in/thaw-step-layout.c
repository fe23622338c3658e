/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-step-layout"

#include "config.h"
#include "thaw-step-layout.h"

#define SPACING 3    /* pixels between neighbours, and between lines */
#define MAX_LINES 3

/**
 * ThawStepLayout:
 *
 * Lays the steps of a scale out side by side, all of one width. Where they do
 * not fit in one line (large text on a narrow window), they go on in a second
 * and third one, with as even a share of steps as there can be.
 */
struct _ThawStepLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawStepLayout, thaw_step_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;

  return n;
}

/* The widest wish of all children is everybody's. */
static void
measure_children (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int            *minimum,
                  int            *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static int
get_extent (int n,
            int size)
{
  return n > 0 ? n * size + (n - 1) * SPACING : 0;
}

static int
count_columns (int n_children,
               int n_lines)
{
  return (n_children + n_lines - 1) / n_lines;
}

static int
count_lines (int n_children,
             int child_width,
             int width)
{
  int n_lines = 1;

  while (n_lines < MAX_LINES && get_extent (count_columns (n_children, n_lines), child_width) > width)
    n_lines++;

  return n_lines;
}

static GtkSizeRequestMode
thaw_step_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_step_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  int n_children = count_children (widget);
  int min_width, nat_width, min_height, nat_height;

  measure_children (widget, GTK_ORIENTATION_HORIZONTAL, &min_width, &nat_width);
  measure_children (widget, GTK_ORIENTATION_VERTICAL, &min_height, &nat_height);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_extent (count_columns (n_children, MAX_LINES), min_width);
      *natural = get_extent (n_children, nat_width);
    }
  else
    {
      int n_lines = for_size < 0 ? 1 : count_lines (n_children, min_width, for_size);

      *minimum = get_extent (n_lines, min_height);
      *natural = get_extent (n_lines, nat_height);
    }
}

static void
thaw_step_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_children = count_children (widget);
  int min_width, nat_width, n_lines, n_columns, line_height;
  int i = 0;

  if (n_children == 0)
    return;

  measure_children (widget, GTK_ORIENTATION_HORIZONTAL, &min_width, &nat_width);
  n_lines = count_lines (n_children, min_width, width);
  n_columns = count_columns (n_children, n_lines);
  line_height = (height - (n_lines - 1) * SPACING) / n_lines;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = i % n_columns, line = i / n_columns;
      /* Rounded at each edge, so that the row ends exactly where the scale does. */
      int start = column * (width + SPACING) / n_columns;
      int end = (column + 1) * (width + SPACING) / n_columns - SPACING;
      GtkAllocation allocation;

      if (!gtk_widget_should_layout (child))
        continue;

      allocation.x = is_rtl ? width - end : start;
      allocation.y = line * (line_height + SPACING);
      allocation.width = end - start;
      allocation.height = line_height;
      gtk_widget_size_allocate (child, &allocation, -1);
      i++;
    }
}

static void
thaw_step_layout_class_init (ThawStepLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = thaw_step_layout_get_request_mode;
  layout_class->measure = thaw_step_layout_measure;
  layout_class->allocate = thaw_step_layout_allocate;
}

static void
thaw_step_layout_init (ThawStepLayout *self)
{
}
