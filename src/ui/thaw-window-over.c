/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-window-over"

#include "config.h"
#include "thaw-window-over.h"

#include "thaw-style.h"

static void
on_parent_destroyed_cb (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}

/**
 * thaw_window_put_over:
 * @window: a window
 * @parent: the window that it belongs to
 *
 * As gtk_window_set_transient_for(), for a window that something on its way may
 * keep longer than its parent: GTK destroys it along, and would look for the
 * parent when it goes at last.
 */
void
thaw_window_put_over (GtkWindow *window,
                      GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  thaw_style_load_rest ();
  gtk_window_set_transient_for (window, parent);
  /* After GTK's own, which comes first. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_destroyed_cb), window, G_CONNECT_SWAPPED);
}

/**
 * thaw_window_ask_below:
 * @window: a window over others
 * @action: the name of an action of one of those
 * @target: (nullable): what it is about, %NULL if it is about nothing
 *
 * Actions of a window, and of the application, are not known in those over it.
 *
 * Returns: whether one of them had the action, and did it
 */
gboolean
thaw_window_ask_below (GtkWindow  *window,
                       const char *action,
                       const char *target)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  for (GtkWindow *below = gtk_window_get_transient_for (window); below != NULL;
       below = gtk_window_get_transient_for (below))
    {
      if (gtk_widget_activate_action (GTK_WIDGET (below), action, target != NULL ? "s" : NULL, target))
        return TRUE;
    }

  return FALSE;
}

/**
 * thaw_window_find_active:
 *
 * The application knows this of its main window alone.
 *
 * Returns: (transfer none) (nullable): the window that has the keyboard, whichever it is
 */
GtkWindow *
thaw_window_find_active (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      /* The list keeps it. */
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_is_active (toplevel))
        return toplevel;
    }

  return NULL;
}
