/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-window"

#include "config.h"
#include "thaw-window.h"

/**
 * ThawWindow:
 *
 * The one window.
 */
struct _ThawWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawWindow, thaw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
thaw_window_class_init (ThawWindowClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/thawapp/Thaw/ui/thaw-window.ui");
}

static void
thaw_window_init (ThawWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ThawWindow *
thaw_window_new (GtkApplication *application)
{
  return g_object_new (THAW_TYPE_WINDOW, "application", application, NULL);
}
