/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tooltip"

#include "config.h"
#include "thaw-tooltip.h"

/**
 * thaw_tooltip_set_new:
 * @widget: a widget that is being built and has no parent yet
 * @text: the tooltip
 *
 * Gives a new widget its tooltip. For widgets of which there are many: where a
 * widget is visible, gtk_widget_set_tooltip_text() asks the display three times
 * where the pointer is, and waits for the answers.
 */
void
thaw_tooltip_set_new (GtkWidget  *widget,
                      const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (gtk_widget_get_parent (widget) == NULL);

  gtk_widget_hide (widget);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_widget_show (widget);
}
