/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-window"

#include "config.h"
#include "thaw-body-window.h"

#define WIDTH 420
#define HEIGHT 700

/**
 * ThawBodyWindow:
 *
 * The way from the body to a word in a window of its own above the page: nothing
 * else is on the screen then, and there is room for the figure on a telephone.
 * Closing it, by Escape as well, is the same as "that's enough".
 */
struct _ThawBodyWindow
{
  AdwWindow parent_instance;

  ThawBodyPath *path;
};

G_DEFINE_FINAL_TYPE (ThawBodyWindow, thaw_body_window, ADW_TYPE_WINDOW)

static void
on_done_cb (ThawBodyWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
thaw_body_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_BODY_WINDOW);

  G_OBJECT_CLASS (thaw_body_window_parent_class)->dispose (object);
}

static void
thaw_body_window_class_init (ThawBodyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_body_window_dispose;

  g_type_ensure (THAW_TYPE_BODY_PATH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/body-path/thaw-body-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawBodyWindow, path);
  gtk_widget_class_bind_template_callback (widget_class, on_done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
thaw_body_window_init (ThawBodyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_body_window_new:
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): a window with a path in which nothing was said yet,
 *   no larger than @parent
 */
GtkWidget *
thaw_body_window_new (GtkWindow *parent)
{
  int width = WIDTH, height = HEIGHT;

  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    {
      width = MIN (width, gtk_widget_get_width (GTK_WIDGET (parent)));
      height = MIN (height, gtk_widget_get_height (GTK_WIDGET (parent)));
    }

  return g_object_new (THAW_TYPE_BODY_WINDOW,
                       "transient-for", parent,
                       "default-width", width,
                       "default-height", height,
                       NULL);
}

/**
 * thaw_body_window_get_path:
 *
 * Returns: (transfer none): the path
 */
ThawBodyPath *
thaw_body_window_get_path (ThawBodyWindow *self)
{
  g_return_val_if_fail (THAW_IS_BODY_WINDOW (self), NULL);

  return self->path;
}
