/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-stance-buttons"

#include "config.h"
#include "support/thaw-stance-buttons.h"

#include "support/thaw-tick-chip.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define SPACING 6

/**
 * ThawStanceButtons:
 *
 * What somebody makes of a kind of support: one of three answers, or none. The one that is
 * chosen has a tick; pressed once more it is taken back.
 *
 * Accessibility: a group of toggle buttons, which say themselves whether they are pressed.
 */
struct _ThawStanceButtons
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[THAW_N_STANCES]; /* (unowned): children; none for nothing */
  ThawStance stance;
  gboolean is_updating; /* code changes the buttons, not the person */
};

G_DEFINE_FINAL_TYPE (ThawStanceButtons, thaw_stance_buttons, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (ThawStanceButtons *self)
{
  self->is_updating = TRUE;
  for (int i = THAW_STANCE_NONE + 1; i < THAW_N_STANCES; i++)
    gtk_toggle_button_set_active (self->buttons[i], (ThawStance) i == self->stance);
  self->is_updating = FALSE;
}

static void
on_toggled_cb (ThawStanceButtons *self,
               GtkToggleButton   *button)
{
  ThawStance stance = THAW_STANCE_NONE;

  if (self->is_updating)
    return;

  for (int i = THAW_STANCE_NONE + 1; i < THAW_N_STANCES; i++)
    {
      if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
        stance = (ThawStance) i;
    }

  thaw_stance_buttons_set_stance (self, stance);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_button (ThawStanceButtons *self,
            ThawStance         stance)
{
  GtkWidget *button = thaw_tick_chip_new (thaw_stance_get_name (stance));

  self->buttons[stance] = GTK_TOGGLE_BUTTON (button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
thaw_stance_buttons_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (thaw_stance_buttons_parent_class)->dispose (object);
}

static void
thaw_stance_buttons_class_init (ThawStanceButtonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = thaw_stance_buttons_dispose;

  /**
   * ThawStanceButtons::changed:
   *
   * The person answered, or took an answer back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_stance_buttons_init (ThawStanceButtons *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), thaw_wrap_layout_new (SPACING));
  for (int i = THAW_STANCE_NONE + 1; i < THAW_N_STANCES; i++)
    add_button (self, (ThawStance) i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("For You"), -1);
  update (self);
}

/**
 * thaw_stance_buttons_get_stance:
 *
 * Returns: what is chosen
 */
ThawStance
thaw_stance_buttons_get_stance (ThawStanceButtons *self)
{
  g_return_val_if_fail (THAW_IS_STANCE_BUTTONS (self), THAW_STANCE_NONE);

  return self->stance;
}

/**
 * thaw_stance_buttons_set_stance:
 * @stance: what is chosen, or %THAW_STANCE_NONE
 */
void
thaw_stance_buttons_set_stance (ThawStanceButtons *self,
                                ThawStance         stance)
{
  g_return_if_fail (THAW_IS_STANCE_BUTTONS (self));
  g_return_if_fail ((guint) stance < THAW_N_STANCES);

  self->stance = stance;
  update (self);
}
