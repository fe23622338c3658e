/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-application"

#include "config.h"
#include "thaw-application.h"

#include "thaw-window.h"

/**
 * ThawApplication:
 *
 * Wires the services to the window.
 */
struct _ThawApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawApplication, thaw_application, ADW_TYPE_APPLICATION)

static void
thaw_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (thaw_window_new (GTK_APPLICATION (application)));

  gtk_window_present (window);
}

static void
thaw_application_class_init (ThawApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = thaw_application_activate;
}

static void
thaw_application_init (ThawApplication *self)
{
}

ThawApplication *
thaw_application_new (void)
{
  return g_object_new (THAW_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/io/github/thawapp/Thaw",
                       NULL);
}
