/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-target-chooser"

#include "config.h"
#include "reminders/thaw-target-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reminders/thaw-reminder-targets.h"
#include "thaw-text.h"
#include "thaw-window-over.h"
#include "widgets/thaw-heading.h"

/* What a row stands for; the row for nothing has none. */
#define TARGET_KEY "thaw-target-chooser-target"

/* What is compared with what is searched. */
#define FOLDED_KEY "thaw-target-chooser-folded"

/**
 * ThawTargetChooser:
 *
 * One of all the things that a reminder may open, or nothing. It can be searched.
 *
 * Keyboard: what is typed at first goes to the search; Return there takes the first one
 * that is shown.
 */
struct _ThawTargetChooser
{
  AdwWindow parent_instance;

  GtkEditable *search_entry;
  GtkListBox *list;

  GPtrArray *targets; /* (owned) (element-type ThawReminderTarget) */
  char *words;        /* (owned): what is searched, folded */
};

G_DEFINE_FINAL_TYPE (ThawTargetChooser, thaw_target_chooser, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const ThawReminderTarget *
get_target (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), TARGET_KEY);
}

static const char *
get_group (GtkListBoxRow *row)
{
  const ThawReminderTarget *target = get_target (row);

  return target != NULL ? target->group : NULL;
}

static gboolean
fits (GtkListBoxRow *row,
      gpointer       user_data)
{
  ThawTargetChooser *self = user_data;

  return strstr (g_object_get_data (G_OBJECT (row), FOLDED_KEY), self->words) != NULL;
}

static void
put_heading (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       user_data)
{
  const char *group = get_group (row);
  GtkWidget *heading = NULL;

  if (group != NULL && (before == NULL || g_strcmp0 (get_group (before), group) != 0))
    heading = thaw_heading_new (group, 2, "heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
add_row (ThawTargetChooser        *self,
         const ThawReminderTarget *target,
         const char               *name,
         gboolean                  is_chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (is_chosen)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_object_set_data (G_OBJECT (row), TARGET_KEY, (gpointer) target);
  g_object_set_data_full (G_OBJECT (row), FOLDED_KEY, thaw_text_fold (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_chosen)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _("This is what it opens now"), -1);
  gtk_list_box_append (self->list, row);
}

static void
fill (ThawTargetChooser *self,
      const char        *opens)
{
  add_row (self, NULL, _("Nothing, it just reminds you"), opens == NULL);
  for (guint i = 0; i < self->targets->len; i++)
    {
      const ThawReminderTarget *target = g_ptr_array_index (self->targets, i);

      add_row (self, target, target->name, g_strcmp0 (target->opens, opens) == 0);
    }
}

static void
list_row_activated_cb (ThawTargetChooser *self,
                       GtkListBoxRow     *row)
{
  const ThawReminderTarget *target = get_target (row);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, target != NULL ? target->opens : NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
search_entry_search_changed_cb (ThawTargetChooser *self)
{
  g_free (self->words);
  self->words = thaw_text_fold (gtk_editable_get_text (self->search_entry));
  gtk_list_box_invalidate_filter (self->list);
}

static void
search_entry_activate_cb (ThawTargetChooser *self)
{
  GtkListBoxRow *row;

  /* What was typed just before counts as well. */
  search_entry_search_changed_cb (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (fits (row, self))
        {
          list_row_activated_cb (self, row);
          return;
        }
    }
}

static void
search_entry_stop_search_cb (ThawTargetChooser *self)
{
  if (gtk_editable_get_text (self->search_entry)[0] != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_target_chooser_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_target_chooser_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (THAW_TARGET_CHOOSER (widget)->search_entry));
}

static void
thaw_target_chooser_dispose (GObject *object)
{
  ThawTargetChooser *self = THAW_TARGET_CHOOSER (object);

  /* The list may be held by who activated a row in it, and asks for headings while it goes. */
  if (self->list != NULL)
    {
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_TARGET_CHOOSER);

  G_OBJECT_CLASS (thaw_target_chooser_parent_class)->dispose (object);
}

static void
thaw_target_chooser_finalize (GObject *object)
{
  ThawTargetChooser *self = THAW_TARGET_CHOOSER (object);

  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_free (self->words);

  G_OBJECT_CLASS (thaw_target_chooser_parent_class)->finalize (object);
}

static void
thaw_target_chooser_class_init (ThawTargetChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_target_chooser_dispose;
  object_class->finalize = thaw_target_chooser_finalize;
  widget_class->map = thaw_target_chooser_map;

  /**
   * ThawTargetChooser::chosen:
   * @opens: (nullable): what a reminder is to open, %NULL for nothing
   *
   * The person chose; the window closes.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-target-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTargetChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawTargetChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, list_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_stop_search_cb);
}

static void
thaw_target_chooser_init (ThawTargetChooser *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, fits, self, NULL);
  gtk_list_box_set_header_func (self->list, put_heading, NULL, NULL);
}

/**
 * thaw_target_chooser_new:
 * @parent: the window over which it appears
 * @services: what there is to open
 * @opens: (nullable): what is chosen so far
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawTargetChooser *
thaw_target_chooser_new (GtkWindow    *parent,
                         ThawServices *services,
                         const char   *opens)
{
  ThawTargetChooser *self = g_object_new (THAW_TYPE_TARGET_CHOOSER, NULL);

  g_return_val_if_fail (GTK_IS_WINDOW (parent), self);
  g_return_val_if_fail (THAW_IS_SERVICES (services), self);

  thaw_window_put_over (GTK_WINDOW (self), parent);
  self->targets = thaw_reminder_targets_list (services);
  fill (self, opens);

  return self;
}
