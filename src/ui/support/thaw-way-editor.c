/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-way-editor"

#include "config.h"
#include "support/thaw-way-editor.h"

#include <glib/gi18n-lib.h>

#include "support/thaw-line-text.h"

/**
 * ThawWayEditor:
 *
 * A way to reach somebody, as it is written down: what it is, the number or address, and
 * which one.
 */
struct _ThawWayEditor
{
  GtkBox parent_instance;

  GtkDropDown *kind_drop_down;
  GtkWidget *first_button;
  GtkWidget *remove_button;
  GtkEditable *value_entry;
  GtkEditable *label_entry;
  GtkWidget *problem_label;
};

G_DEFINE_FINAL_TYPE (ThawWayEditor, thaw_way_editor, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MADE_FIRST,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_value_name (ThawContactKind kind)
{
  switch (kind)
    {
    case THAW_CONTACT_PHONE:
    case THAW_CONTACT_TEXT:
      return _("Number");
    case THAW_CONTACT_MESSENGER:
      return _("Name or address");
    case THAW_CONTACT_MAIL:
    case THAW_CONTACT_WEB:
    case THAW_CONTACT_ADDRESS:
    default:
      return _("Address");
    }
}

static GtkInputPurpose
get_purpose (ThawContactKind kind)
{
  switch (kind)
    {
    case THAW_CONTACT_PHONE:
    case THAW_CONTACT_TEXT:
      return GTK_INPUT_PURPOSE_PHONE;
    case THAW_CONTACT_MAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case THAW_CONTACT_WEB:
      return GTK_INPUT_PURPOSE_URL;
    case THAW_CONTACT_MESSENGER:
    case THAW_CONTACT_ADDRESS:
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static ThawContactKind
get_kind (ThawWayEditor *self)
{
  return (ThawContactKind) gtk_drop_down_get_selected (self->kind_drop_down);
}

static void
kind_drop_down_notify_selected_cb (ThawWayEditor *self)
{
  ThawContactKind kind = get_kind (self);
  const char *name = get_value_name (kind);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value_entry), name);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->value_entry), get_purpose (kind));
  /* A number stays in its order also where one reads from right to left. */
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (self->value_entry)),
                            kind == THAW_CONTACT_ADDRESS ? GTK_TEXT_DIR_NONE : GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
entry_changed_cb (ThawWayEditor *self)
{
  gtk_widget_set_visible (self->problem_label, !thaw_way_editor_is_valid (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
first_button_clicked_cb (ThawWayEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_MADE_FIRST], 0);
}

static void
remove_button_clicked_cb (ThawWayEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static gboolean
thaw_way_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_WAY_EDITOR (widget)->value_entry));
}

static void
thaw_way_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_WAY_EDITOR);

  G_OBJECT_CLASS (thaw_way_editor_parent_class)->dispose (object);
}

static void
thaw_way_editor_class_init (ThawWayEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_way_editor_dispose;
  widget_class->grab_focus = thaw_way_editor_grab_focus;

  /**
   * ThawWayEditor::changed:
   *
   * Something else is written there.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawWayEditor::made-first:
   *
   * It is to be the first of all ways.
   */
  signals[SIGNAL_MADE_FIRST] = g_signal_new ("made-first", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawWayEditor::removed:
   *
   * It is to go.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/support/thaw-way-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawWayEditor, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ThawWayEditor, first_button);
  gtk_widget_class_bind_template_child (widget_class, ThawWayEditor, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ThawWayEditor, value_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawWayEditor, label_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawWayEditor, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, kind_drop_down_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_button_clicked_cb);
}

static void
thaw_way_editor_init (ThawWayEditor *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < THAW_N_CONTACT_KINDS; i++)
    gtk_string_list_append (kinds, thaw_contact_kind_get_name ((ThawContactKind) i));
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (kinds));
  kind_drop_down_notify_selected_cb (self);
}

/**
 * thaw_way_editor_new:
 * @way: (nullable): a way to reach somebody, %NULL for one that is still to be written
 *
 * Returns: (transfer floating): where it can be changed
 */
GtkWidget *
thaw_way_editor_new (const ThawContactWay *way)
{
  ThawWayEditor *self = g_object_new (THAW_TYPE_WAY_EDITOR, NULL);

  if (way != NULL)
    {
      gtk_drop_down_set_selected (self->kind_drop_down, way->kind);
      gtk_editable_set_text (self->value_entry, way->value);
      gtk_editable_set_text (self->label_entry, way->label != NULL ? way->label : "");
    }

  return GTK_WIDGET (self);
}

/**
 * thaw_way_editor_dup_way:
 *
 * Returns: (transfer full) (nullable): what is written there, %NULL if nothing is
 */
ThawContactWay *
thaw_way_editor_dup_way (ThawWayEditor *self)
{
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (THAW_IS_WAY_EDITOR (self), NULL);

  value = thaw_line_text_dup (self->value_entry);
  label = thaw_line_text_dup (self->label_entry);

  /* No word is lost that was written into the other place. */
  if (value[0] == '\0')
    return label[0] != '\0' ? thaw_contact_way_new (get_kind (self), NULL, label) : NULL;

  return thaw_contact_way_new (get_kind (self), label, value);
}

/**
 * thaw_way_editor_is_valid:
 *
 * Returns: whether what is written there can be kept; nothing can
 */
gboolean
thaw_way_editor_is_valid (ThawWayEditor *self)
{
  g_autoptr (ThawContactWay) way = NULL;

  g_return_val_if_fail (THAW_IS_WAY_EDITOR (self), FALSE);

  way = thaw_way_editor_dup_way (self);

  return way == NULL || thaw_contact_way_is_valid (way);
}

/**
 * thaw_way_editor_set_first:
 * @is_first: whether it is the first way, and cannot become it
 */
void
thaw_way_editor_set_first (ThawWayEditor *self,
                           gboolean       is_first)
{
  g_return_if_fail (THAW_IS_WAY_EDITOR (self));

  gtk_widget_set_visible (self->first_button, !is_first);
}
