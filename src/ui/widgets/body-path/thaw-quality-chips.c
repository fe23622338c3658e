/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-quality-chips"

#include "config.h"
#include "thaw-quality-chips.h"

#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define FIRST_QUALITY (THAW_QUALITY_NONE + 1)
#define SPACING 6

/**
 * ThawQualityChips:
 *
 * What a place in the body is like: warm, tight, hollow and so on, any number of
 * them.
 *
 * Keyboard: one stop for Tab. Left and Right go through all of it, Home and End
 * to the ends, Up and Down to the line above and below.
 *
 * Accessibility: a group of check boxes.
 */
struct _ThawQualityChips
{
  GtkWidget parent_instance;

  GtkWidget *chips[THAW_N_QUALITIES]; /* (unowned): children; none for THAW_QUALITY_NONE */
  int last_focus;                     /* where Tab comes back to */
};

G_DEFINE_FINAL_TYPE (ThawQualityChips, thaw_quality_chips, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_checked (ThawQualityChips *self,
              int               quality)
{
  gboolean is_chosen = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[quality]));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->chips[quality]),
                               GTK_ACCESSIBLE_STATE_CHECKED, is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                       : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static int
find_focus (ThawQualityChips *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (int i = FIRST_QUALITY; i < THAW_N_QUALITIES; i++)
    {
      if (self->chips[i] == focus)
        return i;
    }

  return THAW_QUALITY_NONE;
}

static gboolean
move (ThawQualityChips *self,
      int               by)
{
  int focus = find_focus (self);

  if (focus == THAW_QUALITY_NONE)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->chips[CLAMP (focus + by, FIRST_QUALITY, THAW_N_QUALITIES - 1)]);

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (ThawQualityChips *self,
                   guint             keyval,
                   guint             keycode,
                   GdkModifierType   state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, is_rtl ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, is_rtl ? -1 : 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move (self, -THAW_N_QUALITIES);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move (self, THAW_N_QUALITIES);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_chip_clicked_cb (ThawQualityChips *self,
                    GtkWidget        *chip)
{
  for (int i = FIRST_QUALITY; i < THAW_N_QUALITIES; i++)
    {
      if (self->chips[i] == chip)
        show_checked (self, i);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
thaw_quality_chips_grab_focus (GtkWidget *widget)
{
  ThawQualityChips *self = THAW_QUALITY_CHIPS (widget);

  return gtk_widget_grab_focus (self->chips[self->last_focus]);
}

static gboolean
thaw_quality_chips_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  ThawQualityChips *self = THAW_QUALITY_CHIPS (widget);
  int focus = find_focus (self);

  if (focus != THAW_QUALITY_NONE)
    self->last_focus = focus;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return GTK_WIDGET_CLASS (thaw_quality_chips_parent_class)->focus (widget, direction);

  /* One stop: whoever is in goes out. */
  return focus == THAW_QUALITY_NONE && gtk_widget_grab_focus (widget);
}

static void
thaw_quality_chips_dispose (GObject *object)
{
  ThawQualityChips *self = THAW_QUALITY_CHIPS (object);

  for (int i = FIRST_QUALITY; i < THAW_N_QUALITIES; i++)
    g_clear_pointer (&self->chips[i], gtk_widget_unparent);

  G_OBJECT_CLASS (thaw_quality_chips_parent_class)->dispose (object);
}

static void
thaw_quality_chips_class_init (ThawQualityChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_quality_chips_dispose;
  widget_class->focus = thaw_quality_chips_focus;
  widget_class->grab_focus = thaw_quality_chips_grab_focus;

  /**
   * ThawQualityChips::changed:
   *
   * The person chose a quality, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "quality-chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_quality_chips_init (ThawQualityChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->last_focus = FIRST_QUALITY;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), thaw_wrap_layout_new (SPACING));

  for (int i = FIRST_QUALITY; i < THAW_N_QUALITIES; i++)
    {
      self->chips[i] = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX,
                                     "label", thaw_sensation_quality_get_word ((ThawSensationQuality) i),
                                     NULL);
      gtk_widget_add_css_class (self->chips[i], "answer-chip");
      g_signal_connect_object (self->chips[i], "clicked", G_CALLBACK (on_chip_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->chips[i], GTK_WIDGET (self));
      show_checked (self, i);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is it like there?"),
                                  -1);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
thaw_quality_chips_new (void)
{
  return g_object_new (THAW_TYPE_QUALITY_CHIPS, NULL);
}

gboolean
thaw_quality_chips_get_chosen (ThawQualityChips     *self,
                               ThawSensationQuality  quality)
{
  g_return_val_if_fail (THAW_IS_QUALITY_CHIPS (self), FALSE);
  g_return_val_if_fail (quality >= FIRST_QUALITY && quality < THAW_N_QUALITIES, FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[quality]));
}

void
thaw_quality_chips_set_chosen (ThawQualityChips     *self,
                               ThawSensationQuality  quality,
                               gboolean              is_chosen)
{
  g_return_if_fail (THAW_IS_QUALITY_CHIPS (self));
  g_return_if_fail (quality >= FIRST_QUALITY && quality < THAW_N_QUALITIES);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[quality]), is_chosen);
  show_checked (self, (int) quality);
}
