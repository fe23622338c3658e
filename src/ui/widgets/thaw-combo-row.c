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

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_text (label, gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * thaw_combo_row_show_whole:
 * @row: a row with a #GtkStringList of few and short words
 *
 * libadwaita would rather cut off what is chosen than break the line of the title. Lets the
 * title make way.
 */
void
thaw_combo_row_show_whole (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  /* What there is to choose looks as before. */
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
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
