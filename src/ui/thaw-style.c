/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-style"

#include "config.h"
#include "thaw-style.h"

/* Below style.css and style-hc.css, which the application loads by itself and before. */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1)

/**
 * thaw_style_load_rest:
 *
 * Loads the style of all that the first frame of a start does not show. Whoever shows
 * something else calls this before; it does its work once.
 */
void
thaw_style_load_rest (void)
{
  static gboolean is_loaded;
  g_autoptr (GtkCssProvider) style = NULL;

  if (is_loaded)
    return;

  is_loaded = TRUE;
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/thawapp/Thaw/style-rest.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), PRIORITY);
}
