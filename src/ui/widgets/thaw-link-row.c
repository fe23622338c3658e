/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-link-row"

#include "config.h"
#include "widgets/thaw-link-row.h"

#include <adwaita.h>

/**
 * thaw_link_row_new:
 * @action: (nullable): the name of an action that opens something, %NULL for who listens to the row
 * @target: (nullable): what it opens, %NULL if that is clear
 * @title: what that is called
 * @subtitle: (nullable): a few words about it
 *
 * Returns: (transfer floating): a row that leads there
 */
GtkWidget *
thaw_link_row_new (const char *action,
                   const char *target,
                   const char *title,
                   const char *subtitle)
{
  GtkWidget *row, *arrow;

  g_return_val_if_fail (title != NULL, NULL);

  row = adw_action_row_new ();
  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  /* A name is a name, whatever characters are in it. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);

  return row;
}
