/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-stack"

#include "config.h"
#include "widgets/thaw-stack.h"

/**
 * thaw_stack_hide_unseen:
 * @stack: a widget that shows one of its children, as a #GtkStack, an #AdwViewStack or a folded #AdwLeaflet
 * @child: which it shows
 *
 * Lets assistive technology see no more than everybody else: GTK 4.8 leaves what is not shown
 * in the accessibility tree. To be called for the first one, too, and again when others are added.
 */
void
thaw_stack_hide_unseen (GtkWidget *stack,
                        GtkWidget *child)
{
  g_return_if_fail (GTK_IS_WIDGET (stack));

  for (GtkWidget *one = gtk_widget_get_first_child (stack); one != NULL; one = gtk_widget_get_next_sibling (one))
    gtk_accessible_update_state (GTK_ACCESSIBLE (one), GTK_ACCESSIBLE_STATE_HIDDEN, one != child, -1);
}

/**
 * thaw_stack_show:
 * @stack: a stack
 * @child: one of its children
 *
 * Shows @child, to everybody. To be called for the first one, too, once all are there.
 */
void
thaw_stack_show (GtkStack  *stack,
                 GtkWidget *child)
{
  g_return_if_fail (GTK_IS_STACK (stack));
  g_return_if_fail (GTK_IS_WIDGET (child) && gtk_widget_get_parent (child) == GTK_WIDGET (stack));

  gtk_stack_set_visible_child (stack, child);
  thaw_stack_hide_unseen (GTK_WIDGET (stack), child);
}
