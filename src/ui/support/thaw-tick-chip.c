/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tick-chip"

#include "config.h"
#include "support/thaw-tick-chip.h"

/**
 * thaw_tick_chip_new:
 * @name: what it says
 *
 * Returns: (transfer floating): a small toggle button that has a tick while it is pressed,
 *   for colour alone would not tell everybody
 */
GtkWidget *
thaw_tick_chip_new (const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  g_object_bind_property (button, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (face), tick);
  gtk_box_append (GTK_BOX (face), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_widget_add_css_class (button, "answer-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}
