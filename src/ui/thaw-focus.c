/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-focus"

#include "config.h"
#include "thaw-focus.h"

/**
 * thaw_focus_is_in:
 * @widget: a widget
 *
 * Asked of the window, which knows it also while another one is active.
 *
 * Returns: whether @widget or something in it has the focus
 */
gboolean
thaw_focus_is_in (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Not up to the window: it would begin again at the other end. */
static gboolean
move_on (GtkWidget        *widget,
         GtkDirectionType  direction)
{
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL && !GTK_IS_ROOT (at);
       at = gtk_widget_get_parent (at))
    {
      if (gtk_widget_child_focus (at, direction))
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_focus_leave:
 * @widget: what is about to go
 *
 * If the focus is in @widget, moves it to what comes after that, or before if nothing
 * does. GTK would look for another place only later, and from the start of the window.
 */
void
thaw_focus_leave (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!thaw_focus_is_in (widget))
    return;

  /* Nothing in it is a place to move to. */
  gtk_widget_set_can_focus (widget, FALSE);
  if (!move_on (widget, GTK_DIR_TAB_FORWARD) && !move_on (widget, GTK_DIR_TAB_BACKWARD))
    gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
  gtk_widget_set_can_focus (widget, TRUE);
}
