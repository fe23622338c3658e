/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tick-chip"

#include "config.h"
#include "support/thaw-tick-chip.h"

/* GTK 4.8 says of a toggle button that it is pressed, which a screen reader does not read out for a check box. */
static void
on_toggled_cb (GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button),
                               GTK_ACCESSIBLE_STATE_CHECKED, gtk_toggle_button_get_active (button)
                                                                 ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                 : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

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
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  g_object_bind_property (button, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (face), tick);
  gtk_box_append (GTK_BOX (face), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_widget_add_css_class (button, "answer-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled_cb), NULL);
  on_toggled_cb (GTK_TOGGLE_BUTTON (button));

  return button;
}
