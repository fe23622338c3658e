/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-find-bar"

#include "config.h"
#include "support/thaw-find-bar.h"

#include <glib/gi18n-lib.h>

/**
 * ThawFindBar:
 *
 * What is looked for in a page, and at which of the places one is. Invisible until it is
 * opened.
 *
 * Keyboard: Return and Ctrl+G go to the next place, with Shift to the one before it;
 * Escape closes.
 *
 * Accessibility: GTK 4.8 cannot announce anything, so the name of the entry, which has
 * the focus, says where one is.
 */
struct _ThawFindBar
{
  GtkBox parent_instance;

  GtkEditable *search_entry;
  GtkLabel *count_label;
  GtkWidget *buttons_box;
};

G_DEFINE_FINAL_TYPE (ThawFindBar, thaw_find_bar, GTK_TYPE_BOX)

enum
{
  SIGNAL_SEARCH,
  SIGNAL_MOVE,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
name_entry (ThawFindBar *self,
            const char  *count)
{
  g_autofree char *name = NULL;

  if (count[0] == '\0')
    name = g_strdup (_("Find in this page"));
  else
    /* Translators: for assistive technology, where text is looked for; %s is as “2 of 7”, or “Not found” */
    name = g_strdup_printf (_("%s. Find in this page"), count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
search_changed_cb (ThawFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGNAL_SEARCH], 0);
}

static void
next_cb (ThawFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
}

static void
previous_cb (ThawFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
}

static gboolean
on_key_pressed_cb (ThawFindBar     *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_MOVE], 0, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);

  return GDK_EVENT_STOP;
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  thaw_find_bar_close (THAW_FIND_BAR (widget));
}

static void
thaw_find_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_FIND_BAR);

  G_OBJECT_CLASS (thaw_find_bar_parent_class)->dispose (object);
}

static void
thaw_find_bar_class_init (ThawFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_find_bar_dispose;

  /**
   * ThawFindBar::search:
   *
   * Something else is looked for, or nothing any more.
   */
  signals[SIGNAL_SEARCH] = g_signal_new ("search", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * ThawFindBar::move:
   * @step: 1 to the next place, -1 to the one before
   *
   * The person wants to see another place.
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * ThawFindBar::closed:
   *
   * Nothing is looked for any more.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawFindBar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, ThawFindBar, buttons_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, thaw_find_bar_close);
  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.close", NULL);
}

static void
thaw_find_bar_init (ThawFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  name_entry (self, "");
  /* Before the entry, for which Return is Return with or without Shift. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

/**
 * thaw_find_bar_open:
 *
 * Lets the person type what to look for; what was looked for last is there, and goes with
 * the first letter.
 */
void
thaw_find_bar_open (ThawFindBar *self)
{
  g_return_if_fail (THAW_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
  g_signal_emit (self, signals[SIGNAL_SEARCH], 0);
}

/**
 * thaw_find_bar_close:
 *
 * Looks for nothing any more, and is not seen.
 */
void
thaw_find_bar_close (ThawFindBar *self)
{
  g_return_if_fail (THAW_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * thaw_find_bar_get_query:
 *
 * Returns: (transfer none): what is looked for; empty while the bar is closed
 */
const char *
thaw_find_bar_get_query (ThawFindBar *self)
{
  g_return_val_if_fail (THAW_IS_FIND_BAR (self), "");

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_editable_get_text (self->search_entry) : "";
}

/**
 * thaw_find_bar_show_hit:
 * @index: which of the places is shown, from 0 on
 * @n_hits: how many there are
 *
 * Says where one is, or that there is nothing.
 */
void
thaw_find_bar_show_hit (ThawFindBar *self,
                        guint        index,
                        guint        n_hits)
{
  g_autofree char *count = NULL;

  g_return_if_fail (THAW_IS_FIND_BAR (self));
  g_return_if_fail (n_hits == 0 || index < n_hits);

  if (n_hits > 0)
    /* Translators: which of the places where a word was found is shown, as “2 of 7” */
    count = g_strdup_printf (_("%u of %u"), index + 1, n_hits);
  else
    count = g_strdup (thaw_find_bar_get_query (self)[0] != '\0' ? _("Not found") : "");

  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_sensitive (self->buttons_box, n_hits > 0);
  name_entry (self, count);
}
