/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-heading"

#include "config.h"
#include "widgets/thaw-heading.h"

/**
 * thaw_heading_new:
 * @text: what is below it; no markup
 * @level: 1 for the title of all that is there, more for a part of a part
 * @css_class: how it looks, as `title-4`
 *
 * Screen readers jump from heading to heading: a label that only looks like one is none.
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
thaw_heading_new (const char *text,
                  int         level,
                  const char *css_class)
{
  GtkWidget *heading;

  g_return_val_if_fail (text != NULL && level > 0 && css_class != NULL, NULL);

  heading = g_object_new (GTK_TYPE_LABEL,
                          "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                          "label", text,
                          "wrap", TRUE,
                          "wrap-mode", PANGO_WRAP_WORD_CHAR,
                          "xalign", 0.0f,
                          NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (heading, css_class);

  return heading;
}
