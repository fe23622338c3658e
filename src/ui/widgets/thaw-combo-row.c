/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-combo-row"

#include "config.h"
#include "widgets/thaw-combo-row.h"

static void
name_lists (GtkWidget  *widget,
            const char *name)
{
  if (GTK_IS_LIST_VIEW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

/**
 * thaw_combo_row_set_name:
 * @row: a row
 * @name: what is chosen in it
 *
 * libadwaita 1.2 shows what is selected as a list of one, which has no name for a screen
 * reader. Gives it one, and the list of what there is to choose as well.
 */
void
thaw_combo_row_set_name (AdwComboRow *row,
                         const char  *name)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (name != NULL);

  name_lists (GTK_WIDGET (row), name);
}
