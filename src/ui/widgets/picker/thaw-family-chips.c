/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-family-chips"

#include "config.h"
#include "widgets/picker/thaw-family-chips.h"

#include <glib/gi18n-lib.h>

#include "widgets/thaw-tooltip.h"
#include "widgets/thaw-wrap-layout.h"

#define SPACING 6

/**
 * ThawFamilyChips:
 *
 * Which words to show: all, those of one family, or the person's own where there
 * are any.
 *
 * Keyboard: one stop for Tab. Left and Right go through the chips, Home and End
 * to the ends; Space and Return choose.
 *
 * Accessibility: a radio group. CSS: a node `family-chips`.
 */
struct _ThawFamilyChips
{
  GtkWidget parent_instance;

  GPtrArray *chips;    /* (owned) (element-type GtkWidget): the children, not owned */
  GPtrArray *families; /* (owned) (element-type utf8): of each chip; NULL for all of them */
  char *family;        /* (owned) (nullable): the chosen one */
};

G_DEFINE_FINAL_TYPE (ThawFamilyChips, thaw_family_chips, GTK_TYPE_WIDGET)

enum
{
  PROP_FAMILY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
find_chosen (ThawFamilyChips *self)
{
  for (guint i = 1; i < self->families->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->families, i), self->family) == 0)
        return i;
    }

  return 0;
}

static void
show_family (ThawFamilyChips *self)
{
  guint chosen = find_chosen (self);

  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->chips, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), i == chosen);
      gtk_accessible_update_state (GTK_ACCESSIBLE (chip),
                                   GTK_ACCESSIBLE_STATE_CHECKED,
                                   i == chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
    }
}

static void
on_chip_clicked_cb (ThawFamilyChips *self,
                    GtkWidget       *chip)
{
  guint at;

  if (g_ptr_array_find (self->chips, chip, &at))
    thaw_family_chips_set_family (self, g_ptr_array_index (self->families, at));

  /* The button toggled even if it was the chosen one already. */
  show_family (self);
}

static void
add_chip (ThawFamilyChips *self,
          const char      *family,
          const char      *name,
          const char      *about)
{
  GtkWidget *chip = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                  "label", name,
                                  NULL);

  if (about != NULL)
    thaw_tooltip_set_new (chip, about);
  gtk_widget_add_css_class (chip, "answer-chip");
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  g_ptr_array_add (self->chips, chip);
  g_ptr_array_add (self->families, g_strdup (family));
}

static void
remove_chips (ThawFamilyChips *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->chips, i));

  g_ptr_array_set_size (self->chips, 0);
  g_ptr_array_set_size (self->families, 0);
}

static gboolean
move (ThawFamilyChips *self,
      int              by)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint at;

  if (!g_ptr_array_find (self->chips, focus, &at))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (g_ptr_array_index (self->chips, CLAMP ((int) at + by, 0, (int) self->chips->len - 1)));

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (ThawFamilyChips *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
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
      return move (self, -G_MAXINT16);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move (self, G_MAXINT16);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
thaw_family_chips_grab_focus (GtkWidget *widget)
{
  ThawFamilyChips *self = THAW_FAMILY_CHIPS (widget);

  return self->chips->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->chips, find_chosen (self)));
}

static gboolean
thaw_family_chips_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  /* One stop: whoever is in goes out. */
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

static void
thaw_family_chips_dispose (GObject *object)
{
  remove_chips (THAW_FAMILY_CHIPS (object));

  G_OBJECT_CLASS (thaw_family_chips_parent_class)->dispose (object);
}

static void
thaw_family_chips_finalize (GObject *object)
{
  ThawFamilyChips *self = THAW_FAMILY_CHIPS (object);

  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  g_clear_pointer (&self->family, g_free);

  G_OBJECT_CLASS (thaw_family_chips_parent_class)->finalize (object);
}

static void
thaw_family_chips_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FAMILY:
      g_value_set_string (value, thaw_family_chips_get_family (THAW_FAMILY_CHIPS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_family_chips_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_FAMILY:
      thaw_family_chips_set_family (THAW_FAMILY_CHIPS (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_family_chips_class_init (ThawFamilyChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_family_chips_dispose;
  object_class->finalize = thaw_family_chips_finalize;
  object_class->get_property = thaw_family_chips_get_property;
  object_class->set_property = thaw_family_chips_set_property;
  widget_class->focus = thaw_family_chips_focus;
  widget_class->grab_focus = thaw_family_chips_grab_focus;

  /**
   * ThawFamilyChips:family:
   *
   * The slug of the chosen family, %THAW_WORD_LIST_OWN for the person's own words,
   * %NULL for all.
   */
  properties[PROP_FAMILY] = g_param_spec_string ("family", NULL, NULL,
                                                 NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "family-chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
thaw_family_chips_init (ThawFamilyChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chips = g_ptr_array_new ();
  self->families = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), thaw_wrap_layout_new (SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which words to show"), -1);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
thaw_family_chips_new (void)
{
  return g_object_new (THAW_TYPE_FAMILY_CHIPS, NULL);
}

/**
 * thaw_family_chips_set_list:
 * @list: the words whose families can be chosen
 *
 * What is chosen stays chosen, if it is still there.
 */
void
thaw_family_chips_set_list (ThawFamilyChips *self,
                            ThawWordList    *list)
{
  GPtrArray *families;

  g_return_if_fail (THAW_IS_FAMILY_CHIPS (self));
  g_return_if_fail (THAW_IS_WORD_LIST (list));

  families = thaw_vocabulary_get_families (thaw_word_list_get_vocabulary (list));

  remove_chips (self);
  /* Translators: show the words of all families */
  add_chip (self, NULL, C_("words", "All"), NULL);
  for (guint i = 0; i < families->len; i++)
    {
      const ThawEmotionFamily *family = g_ptr_array_index (families, i);

      add_chip (self, family->slug, family->name, family->about);
    }
  if (thaw_word_list_has_own (list))
    /* Translators: show the words that the person added */
    add_chip (self, THAW_WORD_LIST_OWN, _("Your Own"), NULL);

  if (find_chosen (self) == 0)
    thaw_family_chips_set_family (self, NULL);
  show_family (self);
}

/**
 * thaw_family_chips_get_family:
 *
 * Returns: (transfer none) (nullable): see #ThawFamilyChips:family
 */
const char *
thaw_family_chips_get_family (ThawFamilyChips *self)
{
  g_return_val_if_fail (THAW_IS_FAMILY_CHIPS (self), NULL);

  return self->family;
}

void
thaw_family_chips_set_family (ThawFamilyChips *self,
                              const char      *family)
{
  g_autofree char *old = NULL;

  g_return_if_fail (THAW_IS_FAMILY_CHIPS (self));

  if (g_strcmp0 (self->family, family) == 0)
    return;

  old = g_steal_pointer (&self->family);
  self->family = g_strdup (family);
  show_family (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAMILY]);
}
