/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-opening-page"

#include "config.h"
#include "thaw-opening-page.h"

#include <adwaita.h>

/**
 * ThawOpeningPage:
 *
 * What is shown while the journal is opened, if that takes so long that somebody
 * would wonder: a journal of an earlier Thaw is backed up and brought up to date.
 */
struct _ThawOpeningPage
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawOpeningPage, thaw_opening_page, GTK_TYPE_BOX)

static void
thaw_opening_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_OPENING_PAGE);

  G_OBJECT_CLASS (thaw_opening_page_parent_class)->dispose (object);
}

static void
thaw_opening_page_class_init (ThawOpeningPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_opening_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/thawapp/Thaw/ui/thaw-opening-page.ui");
}

static void
thaw_opening_page_init (ThawOpeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
thaw_opening_page_new (void)
{
  return g_object_new (THAW_TYPE_OPENING_PAGE, NULL);
}
