/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-help-line-view"

#include "config.h"
#include "support/thaw-help-line-view.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-contact-way-row.h"
#include "thaw-date-words.h"
#include "widgets/thaw-tooltip.h"

/**
 * ThawHelpLineView:
 *
 * A line to call: whom one reaches there, when, and by which ways; of those that Thaw
 * knows, also when that was checked, and where it was read. One of the person’s own can be
 * changed and deleted, by the actions `help.edit-line` and `help.delete-line`.
 */
struct _ThawHelpLineView
{
  GtkBox parent_instance;

  char *id;        /* (owned) */
  GtkWidget *ways; /* (unowned): the list of them */
};

G_DEFINE_FINAL_TYPE (ThawHelpLineView, thaw_help_line_view, GTK_TYPE_BOX)

static GtkWidget *
create_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
add_text (ThawHelpLineView *self,
          const char       *text)
{
  if (text != NULL)
    gtk_box_append (GTK_BOX (self), create_text (text));
}

static GtkWidget *
create_heading (const char *name)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "hexpand", TRUE,
                                     "label", name,
                                     "wrap", TRUE,
                                     "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                     "xalign", 0.0f,
                                     NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);

  return heading;
}

/* The list that ways are added to. */
static GtkWidget *
add_list (ThawHelpLineView *self,
          const char       *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self), list);
  self->ways = list;

  return list;
}

static GtkWidget *
create_button (const char *icon_name,
               const char *tooltip,
               const char *label,
               const char *action,
               const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  thaw_tooltip_set_new (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
add_own_head (ThawHelpLineView  *self,
              const ThawOwnLine *line)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: for assistive technology; %s is what a line to call is called */
  g_autofree char *edit = g_strdup_printf (_("Change %s"), line->name);
  /* Translators: for assistive technology; %s is what a line to call is called */
  g_autofree char *remove = g_strdup_printf (_("Delete %s"), line->name);

  gtk_box_append (GTK_BOX (head), create_heading (line->name));
  gtk_box_append (GTK_BOX (head),
                  create_button ("document-edit-symbolic", _("Change"), edit, "help.edit-line", line->id));
  gtk_box_append (GTK_BOX (head),
                  create_button ("user-trash-symbolic", _("Delete"), remove, "help.delete-line", line->id));
  gtk_box_append (GTK_BOX (self), head);
}

static void
add_check (ThawHelpLineView   *self,
           const ThawHelpLine *line)
{
  g_autofree char *day = thaw_day_to_full_words (line->checked);
  /* Translators: first the day on which a line to call was checked, as “29 November 2026”, then where that was read */
  g_autofree char *sentence = g_strdup_printf (_("Checked on %s. Source: %s"), day, line->source);
  GtkWidget *label = create_text (sentence);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self), label);
}

static void
thaw_help_line_view_finalize (GObject *object)
{
  g_free (THAW_HELP_LINE_VIEW (object)->id);

  G_OBJECT_CLASS (thaw_help_line_view_parent_class)->finalize (object);
}

static void
thaw_help_line_view_class_init (ThawHelpLineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_help_line_view_finalize;
}

static void
thaw_help_line_view_init (ThawHelpLineView *self)
{
}

static ThawHelpLineView *
create (const char *id)
{
  ThawHelpLineView *self = g_object_new (THAW_TYPE_HELP_LINE_VIEW,
                                         "orientation", GTK_ORIENTATION_VERTICAL,
                                         "spacing", 6,
                                         NULL);

  self->id = g_strdup (id);

  return self;
}

/**
 * thaw_help_line_view_new:
 * @line: a line that Thaw knows
 *
 * Returns: (transfer floating): a view of it, for somewhere in an #AdwToastOverlay
 */
GtkWidget *
thaw_help_line_view_new (const ThawHelpLine *line)
{
  ThawHelpLineView *self;
  GtkWidget *list;

  g_return_val_if_fail (line != NULL, NULL);

  self = create (line->id);
  gtk_box_append (GTK_BOX (self), create_heading (line->name));
  add_text (self, line->hours);
  add_text (self, line->about);
  list = add_list (self, line->name);
  for (guint i = 0; i < line->ways->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), thaw_contact_way_row_new (line->name, g_ptr_array_index (line->ways, i)));
  add_check (self, line);

  return GTK_WIDGET (self);
}

/**
 * thaw_help_line_view_new_own:
 * @line: a line that the person added
 *
 * Returns: (transfer floating): a view of it, for somewhere in an #AdwToastOverlay
 */
GtkWidget *
thaw_help_line_view_new_own (const ThawOwnLine *line)
{
  ThawHelpLineView *self;
  g_autoptr (ThawContactWay) way = NULL;

  g_return_val_if_fail (line != NULL && line->id != NULL, NULL);

  self = create (line->id);
  way = thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, line->number);
  add_own_head (self, line);
  add_text (self, line->note);
  gtk_list_box_append (GTK_LIST_BOX (add_list (self, line->name)), thaw_contact_way_row_new (line->name, way));

  return GTK_WIDGET (self);
}

/**
 * thaw_help_line_view_get_id:
 *
 * Returns: (transfer none): the id of the line
 */
const char *
thaw_help_line_view_get_id (ThawHelpLineView *self)
{
  g_return_val_if_fail (THAW_IS_HELP_LINE_VIEW (self), NULL);

  return self->id;
}

/**
 * thaw_help_line_view_focus_ways:
 *
 * Moves the focus to the first way to reach it, and not to what changes it.
 *
 * Returns: whether the focus is there
 */
gboolean
thaw_help_line_view_focus_ways (ThawHelpLineView *self)
{
  g_return_val_if_fail (THAW_IS_HELP_LINE_VIEW (self), FALSE);

  return gtk_widget_child_focus (self->ways, GTK_DIR_TAB_FORWARD);
}
