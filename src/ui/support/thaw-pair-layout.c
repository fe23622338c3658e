/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-pair-layout"

#include "config.h"
#include "support/thaw-pair-layout.h"

/* Narrower columns are no pleasure to read, in pixels. */
#define MIN_COLUMN 260
#define COLUMN_GAP 30
#define ROW_GAP    12

/**
 * ThawPairLayout:
 *
 * Lays two children out side by side, equally wide, and one below the other where that
 * would be too narrow.
 */
struct _ThawPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawPairLayout, thaw_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
is_wide (int width)
{
  return width >= 2 * MIN_COLUMN + COLUMN_GAP;
}

static int
get_column (int width)
{
  return is_wide (width) ? (width - COLUMN_GAP) / 2 : width;
}

static int
measure_child (GtkWidget *child,
               int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int one;

      if (!gtk_widget_should_layout (child))
        continue;

      one = measure_child (child, get_column (width));
      height = is_wide (width) ? MAX (height, one) : height + (height > 0 ? ROW_GAP : 0) + one;
    }

  return height;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
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

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, 2 * child_natural + COLUMN_GAP);
    }
}

static GtkSizeRequestMode
thaw_pair_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_pair_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  int min_width, nat_width;

  measure_width (widget, &min_width, &nat_width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = min_width;
      *natural = nat_width;
      return;
    }

  *minimum = measure_height (widget, for_size >= 0 ? MAX (for_size, min_width) : nat_width);
  *natural = *minimum;
}

static void
thaw_pair_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column (width);
  int x = 0, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int one;

      if (!gtk_widget_should_layout (child))
        continue;

      one = measure_child (child, column);
      gtk_widget_size_allocate (child, &(GtkAllocation) { is_rtl ? width - x - column : x, y, column, one }, -1);
      if (is_wide (width))
        x += column + COLUMN_GAP;
      else
        y += one + ROW_GAP;
    }
}

static void
thaw_pair_layout_class_init (ThawPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = thaw_pair_layout_get_request_mode;
  layout_class->measure = thaw_pair_layout_measure;
  layout_class->allocate = thaw_pair_layout_allocate;
}

static void
thaw_pair_layout_init (ThawPairLayout *self)
{
}

/**
 * thaw_pair_layout_new:
 *
 * Returns: (transfer full): a layout for a widget with two children
 */
GtkLayoutManager *
thaw_pair_layout_new (void)
{
  return g_object_new (THAW_TYPE_PAIR_LAYOUT, NULL);
}
