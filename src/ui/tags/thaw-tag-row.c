/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tag-row"

#include "config.h"
#include "tags/thaw-tag-row.h"

#include <glib/gi18n.h>

#include "widgets/check-in/thaw-tag-chip.h"

/**
 * ThawTagRow:
 *
 * A tag in a list: its kind, its name, how it is used, and a menu of what can be
 * done with it, which the row itself opens as well. The menu asks for the actions
 * `tags.rename`, `tags.kind`, `tags.merge` and `tags.delete` of what it is in.
 */
struct _ThawTagRow
{
  AdwActionRow parent_instance;

  GtkImage *kind_image;
  GtkMenuButton *menu_button;

  ThawTagUse *use; /* (owned) (not nullable) */
};

G_DEFINE_FINAL_TYPE (ThawTagRow, thaw_tag_row, ADW_TYPE_ACTION_ROW)

static char *
make_use_words (const ThawTagUse *use)
{
  g_autofree char *entries = NULL;
  g_autofree char *triggers = NULL;

  /* Translators: how many entries have a tag */
  entries = g_strdup_printf (ngettext ("%u entry", "%u entries", use->n_entries), use->n_entries);
  if (use->n_triggers == 0)
    return g_steal_pointer (&entries);

  /* Translators: how often a tag brought a feeling on */
  triggers = g_strdup_printf (ngettext ("set it off %u time", "set it off %u times", use->n_triggers), use->n_triggers);

  /* Translators: how a tag is used; the first %s is "12 entries", the second "set it off 3 times" */
  return g_strdup_printf (_("%s, %s"), entries, triggers);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *uuid)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", uuid);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const ThawTagUse *use)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change_section = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) delete_section = g_menu_new ();

  append_item (change_section, _("_Rename…"), "tags.rename", use->uuid);
  for (int kind = 0; kind < THAW_N_TAG_KINDS; kind++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if ((ThawTagKind) kind == use->kind)
        continue;

      item = g_menu_item_new (thaw_tag_kind_get_word ((ThawTagKind) kind), NULL);
      g_menu_item_set_action_and_target (item, "tags.kind", "(ss)", use->uuid,
                                         thaw_tag_kind_to_slug ((ThawTagKind) kind));
      g_menu_append_item (kinds, item);
    }
  g_menu_append_submenu (change_section, _("Change _Kind"), G_MENU_MODEL (kinds));
  append_item (change_section, _("_Merge Into…"), "tags.merge", use->uuid);
  append_item (delete_section, _("_Delete"), "tags.delete", use->uuid);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (delete_section));

  return G_MENU_MODEL (menu);
}

/* When it is opened: a list of many tags has as many menus, and nobody opens more than a few. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = make_menu (THAW_TAG_ROW (user_data)->use);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
thaw_tag_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_TAG_ROW);

  G_OBJECT_CLASS (thaw_tag_row_parent_class)->dispose (object);
}

static void
thaw_tag_row_finalize (GObject *object)
{
  g_clear_pointer (&THAW_TAG_ROW (object)->use, thaw_tag_use_free);

  G_OBJECT_CLASS (thaw_tag_row_parent_class)->finalize (object);
}

static void
thaw_tag_row_class_init (ThawTagRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_tag_row_dispose;
  object_class->finalize = thaw_tag_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/tags/thaw-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTagRow, kind_image);
  gtk_widget_class_bind_template_child (widget_class, ThawTagRow, menu_button);
}

static void
thaw_tag_row_init (ThawTagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);

  /* Both have names of their own, after which the title would be said once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * thaw_tag_row_new:
 * @use: a tag
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
thaw_tag_row_new (const ThawTagUse *use)
{
  ThawTagRow *self = g_object_new (THAW_TYPE_TAG_ROW, NULL);

  thaw_tag_row_set_use (self, use);

  return GTK_WIDGET (self);
}

/**
 * thaw_tag_row_get_use:
 *
 * Returns: (transfer none): the tag, and how it is used
 */
const ThawTagUse *
thaw_tag_row_get_use (ThawTagRow *self)
{
  g_return_val_if_fail (THAW_IS_TAG_ROW (self), NULL);

  return self->use;
}

void
thaw_tag_row_set_use (ThawTagRow       *self,
                      const ThawTagUse *use)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *menu_label = NULL;
  ThawTagUse *former;

  g_return_if_fail (THAW_IS_TAG_ROW (self));
  g_return_if_fail (use != NULL);

  former = self->use;
  self->use = thaw_tag_use_copy (use);
  thaw_tag_use_free (former);

  words = make_use_words (use);
  gtk_image_set_from_icon_name (self->kind_image, thaw_tag_kind_get_icon_name (use->kind));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_image), thaw_tag_kind_get_word (use->kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), use->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);

  /* Translators: a tag; the first %s is the kind as "Place", the second a name as "the station", the third
   * how it is used, as "12 entries, set it off 3 times" */
  label = g_strdup_printf (_("%s: %s, %s"), thaw_tag_kind_get_word (use->kind), use->name, words);
  /* Translators: a menu button; %s is the name of a tag as "the station" */
  menu_label = g_strdup_printf (_("Change “%s”"), use->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
}
