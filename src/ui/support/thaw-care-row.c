/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-row"

#include "config.h"
#include "support/thaw-care-row.h"

#include <glib/gi18n-lib.h>

#include "thaw-care-plan.h"
#include "widgets/thaw-tooltip.h"

/**
 * ThawCareRow:
 *
 * A line of the care plan: the person’s own words, somebody of theirs, or something to do.
 *
 * Keyboard: Enter changes it, or opens what it stands for; Alt with an arrow moves it;
 * Delete takes it out. All of that is in its menu, too, and is done by the actions
 * `care.activate`, `care.move-up`, `care.move-down` and `care.remove` of its id.
 */
struct _ThawCareRow
{
  AdwActionRow parent_instance;

  char *id; /* (owned) */
  gboolean is_link; /* it stands for somebody, or for something to do */
};

G_DEFINE_FINAL_TYPE (ThawCareRow, thaw_care_row, ADW_TYPE_ACTION_ROW)

static gboolean
run_action (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   action)
{
  gtk_widget_activate_action (widget, action, "s", THAW_CARE_ROW (widget)->id);

  return GDK_EVENT_STOP;
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* Not before: few of them are ever opened. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  ThawCareRow *self = user_data;
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  menu = g_menu_new ();
  add_item (menu, self->is_link ? _("_Open") : _("_Change"), "care.activate", self->id);
  add_item (menu, _("Move _Up"), "care.move-up", self->id);
  add_item (menu, _("Move _Down"), "care.move-down", self->id);
  add_item (menu, _("_Take Out of the Plan"), "care.remove", self->id);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_menu_button (ThawCareRow *self,
                 const char  *text)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: for assistive technology; %s is a line of the care plan */
  g_autofree char *label = g_strdup_printf (_("What to do with “%s”"), text);

  thaw_tooltip_set_new (button, _("More"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
add_image (ThawCareRow *self,
           const char  *icon_name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (image, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), image);
}

static void
thaw_care_row_finalize (GObject *object)
{
  g_free (THAW_CARE_ROW (object)->id);

  G_OBJECT_CLASS (thaw_care_row_parent_class)->finalize (object);
}

static void
add_binding (GtkWidgetClass  *widget_class,
             guint            keyval,
             GdkModifierType  modifiers,
             const char      *action)
{
  g_autoptr (GtkShortcut) shortcut = NULL;

  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                               gtk_callback_action_new (run_action, (gpointer) action, NULL));
  gtk_widget_class_add_shortcut (widget_class, shortcut);
}

static void
thaw_care_row_class_init (ThawCareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = thaw_care_row_finalize;

  add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "care.move-up");
  add_binding (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "care.move-up");
  add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "care.move-down");
  add_binding (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "care.move-down");
  add_binding (widget_class, GDK_KEY_Delete, 0, "care.remove");
  add_binding (widget_class, GDK_KEY_KP_Delete, 0, "care.remove");
}

static void
thaw_care_row_init (ThawCareRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * thaw_care_row_new:
 * @item: a line of the care plan that was saved
 * @people: (nullable) (element-type ThawPerson): those whom it may stand for
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
thaw_care_row_new (const ThawCareItem *item,
                   GPtrArray          *people)
{
  ThawCareRow *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (item != NULL && item->id != NULL, NULL);

  self = g_object_new (THAW_TYPE_CARE_ROW, NULL);
  self->id = g_strdup (item->id);
  self->is_link = item->person != NULL || item->activity != NULL;
  text = thaw_care_item_describe (item, people);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  if (item->person != NULL)
    add_image (self, "thaw-person-symbolic");
  else if (item->activity != NULL)
    add_image (self, "thaw-practice-symbolic");
  add_menu_button (self, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", item->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "care.activate");

  return GTK_WIDGET (self);
}

/**
 * thaw_care_row_get_id:
 *
 * Returns: (transfer none): the identity of the line
 */
const char *
thaw_care_row_get_id (ThawCareRow *self)
{
  g_return_val_if_fail (THAW_IS_CARE_ROW (self), NULL);

  return self->id;
}
