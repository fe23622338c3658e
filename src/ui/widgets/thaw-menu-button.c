/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-menu-button"

#include "config.h"
#include "widgets/thaw-menu-button.h"

/**
 * thaw_menu_button_set_words:
 * @button: a button with a label, not an icon
 * @label: what stands on it
 * @name: what a screen reader says of it
 *
 * A menu button has another one in it, which takes the focus, and which GTK names by the
 * label alone: both are named here.
 */
void
thaw_menu_button_set_words (GtkMenuButton *button,
                            const char    *label,
                            const char    *name)
{
  GtkAccessible *inner;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (label != NULL && name != NULL);

  gtk_menu_button_set_label (button, label);
  inner = GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button)));
  gtk_accessible_reset_relation (inner, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (inner, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
