/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-wrap-layout"

#include "config.h"
#include "thaw-wrap-layout.h"

/**
 * ThawWrapLayout:
 *
 * Lays children out as words of a paragraph: each as wide as it likes, as many
 * in a line as fit. Lines start at the right in a right-to-left locale, or are in
 * the middle.
 */
struct _ThawWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing; /* pixels between neighbours, and between lines */
  gboolean is_centered;
};

G_DEFINE_FINAL_TYPE (ThawWrapLayout, thaw_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_CENTERED = 1,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A run of children that share a line. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* (nullable): the first child of the next line */
  int        width;
  int        height;
} Line;

static int
get_child_width (GtkWidget *child,
                 int        available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, available));
}

static Line
take_line (ThawWrapLayout *self,
           GtkWidget      *first,
           int             available)
{
  Line line = { first, NULL, 0, 0 };

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width, height;

      if (!gtk_widget_should_layout (child))
        continue;

      width = get_child_width (child, available);
      if (line.width > 0 && line.width + self->spacing + width > available)
        {
          line.end = child;
          break;
        }

      line.width += (line.width > 0 ? self->spacing : 0) + width;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      line.height = MAX (line.height, height);
    }

  return line;
}

static void
measure_width (ThawWrapLayout *self,
               GtkWidget      *widget,
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

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
    }
}

static int
measure_height (ThawWrapLayout *self,
                GtkWidget      *widget,
                int             width)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      height += (height > 0 && line.height > 0 ? self->spacing : 0) + line.height;
      child = line.end;
    }

  return height;
}

static GtkSizeRequestMode
thaw_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
thaw_wrap_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  ThawWrapLayout *self = THAW_WRAP_LAYOUT (layout);
  int min_width, nat_width;

  measure_width (self, widget, &min_width, &nat_width);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = min_width;
      *natural = nat_width;
    }
  else
    {
      *minimum = *natural = measure_height (self, widget, for_size < 0 ? nat_width : for_size);
    }
}

static void
thaw_wrap_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  ThawWrapLayout *self = THAW_WRAP_LAYOUT (layout);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      Line line = take_line (self, first, width);
      int x = self->is_centered ? MAX (width - line.width, 0) / 2 : 0;

      for (GtkWidget *child = line.first; child != line.end; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation allocation;

          if (!gtk_widget_should_layout (child))
            continue;

          allocation.width = get_child_width (child, width);
          allocation.height = line.height;
          allocation.x = is_rtl ? width - x - allocation.width : x;
          allocation.y = y;
          gtk_widget_size_allocate (child, &allocation, -1);
          x += allocation.width + self->spacing;
        }

      y += line.height + self->spacing;
      first = line.end;
    }
}

static void
thaw_wrap_layout_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ThawWrapLayout *self = THAW_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_CENTERED:
      g_value_set_boolean (value, self->is_centered);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_wrap_layout_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ThawWrapLayout *self = THAW_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_CENTERED:
      self->is_centered = g_value_get_boolean (value);
      break;
    case PROP_SPACING:
      thaw_wrap_layout_set_spacing (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_wrap_layout_class_init (ThawWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = thaw_wrap_layout_get_property;
  object_class->set_property = thaw_wrap_layout_set_property;
  layout_class->get_request_mode = thaw_wrap_layout_get_request_mode;
  layout_class->measure = thaw_wrap_layout_measure;
  layout_class->allocate = thaw_wrap_layout_allocate;

  /**
   * ThawWrapLayout:centered:
   *
   * Whether each line is in the middle, as buttons under something centered are.
   */
  properties[PROP_CENTERED] = g_param_spec_boolean ("centered", NULL, NULL,
                                                    FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL,
                                               0, G_MAXINT16, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
thaw_wrap_layout_init (ThawWrapLayout *self)
{
}

/**
 * thaw_wrap_layout_new:
 * @spacing: pixels between neighbours, and between lines
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
thaw_wrap_layout_new (int spacing)
{
  return g_object_new (THAW_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}

int
thaw_wrap_layout_get_spacing (ThawWrapLayout *self)
{
  g_return_val_if_fail (THAW_IS_WRAP_LAYOUT (self), 0);

  return self->spacing;
}

void
thaw_wrap_layout_set_spacing (ThawWrapLayout *self,
                              int             spacing)
{
  g_return_if_fail (THAW_IS_WRAP_LAYOUT (self));

  if (self->spacing == spacing)
    return;

  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}
