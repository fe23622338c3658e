/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-prompt-picker"

#include "config.h"
#include "editor/thaw-prompt-picker.h"

#include "thaw-own-prompt.h"

#include <glib/gi18n.h>

/**
 * ThawPromptPicker:
 *
 * The questions for the blank page by theme: first the themes, with the person's
 * own questions as the first one if there are any, then the questions of the one
 * that was chosen.
 */
struct _ThawPromptPicker
{
  GtkPopover parent_instance;

  GtkWidget *back_button;
  GtkLabel *theme_label;
  GtkScrolledWindow *scrolled_window;
  GtkListBox *list;

  GPtrArray *themes; /* (owned) (element-type Theme): one for each row while the themes are shown */
  int theme;         /* the one whose questions are shown, -1 while the themes are */
};

G_DEFINE_FINAL_TYPE (ThawPromptPicker, thaw_prompt_picker, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *name;
  GPtrArray *texts; /* (element-type utf8) */
} Theme;

static void
theme_free (Theme *theme)
{
  g_free (theme->name);
  g_ptr_array_unref (theme->texts);
  g_free (theme);
}

static Theme *
add_theme (ThawPromptPicker *self,
           const char       *name)
{
  Theme *theme = g_new0 (Theme, 1);

  theme->name = g_strdup (name);
  theme->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->themes, theme);

  return theme;
}

static void
add_row (ThawPromptPicker *self,
         const char       *text,
         gboolean          leads_on)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (leads_on)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, row);
}

static void
show_theme (ThawPromptPicker *self,
            int               at)
{
  GtkListBoxRow *row;

  self->theme = at;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  gtk_widget_set_visible (self->back_button, at >= 0);
  if (at >= 0)
    {
      const Theme *theme = g_ptr_array_index (self->themes, (guint) at);

      gtk_label_set_text (self->theme_label, theme->name);
      for (guint i = 0; i < theme->texts->len; i++)
        add_row (self, g_ptr_array_index (theme->texts, i), FALSE);
    }
  else
    {
      for (guint i = 0; i < self->themes->len; i++)
        add_row (self, ((Theme *) g_ptr_array_index (self->themes, i))->name, TRUE);
    }

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

static void
focus_row (ThawPromptPicker *self,
           int               at)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, at);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
back_button_clicked_cb (ThawPromptPicker *self)
{
  int at = self->theme;

  show_theme (self, -1);
  focus_row (self, at);
}

static void
list_row_activated_cb (ThawPromptPicker *self,
                       GtkListBoxRow    *row)
{
  const guint at = (guint) gtk_list_box_row_get_index (row);
  const Theme *theme;
  g_autofree char *text = NULL;

  if (self->theme < 0)
    {
      show_theme (self, (int) at);
      focus_row (self, 0);
      return;
    }

  theme = g_ptr_array_index (self->themes, (guint) self->theme);
  text = g_strdup (g_ptr_array_index (theme->texts, at));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, text);
}

static void
thaw_prompt_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_PROMPT_PICKER);

  G_OBJECT_CLASS (thaw_prompt_picker_parent_class)->dispose (object);
}

static void
thaw_prompt_picker_finalize (GObject *object)
{
  g_ptr_array_unref (THAW_PROMPT_PICKER (object)->themes);

  G_OBJECT_CLASS (thaw_prompt_picker_parent_class)->finalize (object);
}

static void
thaw_prompt_picker_class_init (ThawPromptPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_prompt_picker_dispose;
  object_class->finalize = thaw_prompt_picker_finalize;

  /**
   * ThawPromptPicker::chosen:
   * @text: the question
   *
   * The person chose a question. The popover is closing.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/editor/thaw-prompt-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPromptPicker, back_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPromptPicker, theme_label);
  gtk_widget_class_bind_template_child (widget_class, ThawPromptPicker, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ThawPromptPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, back_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_row_activated_cb);
}

static void
thaw_prompt_picker_init (ThawPromptPicker *self)
{
  self->themes = g_ptr_array_new_with_free_func ((GDestroyNotify) theme_free);
  self->theme = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
thaw_prompt_picker_new (void)
{
  return g_object_new (THAW_TYPE_PROMPT_PICKER, NULL);
}

/**
 * thaw_prompt_picker_fill:
 * @catalog: (nullable): the questions that come with Thaw
 * @own: (nullable) (element-type ThawOwnPrompt): the person's own
 *
 * Sets what is offered, and shows the themes.
 */
void
thaw_prompt_picker_fill (ThawPromptPicker  *self,
                         ThawPromptCatalog *catalog,
                         GPtrArray         *own)
{
  GPtrArray *themes;

  g_return_if_fail (THAW_IS_PROMPT_PICKER (self));
  g_return_if_fail (catalog == NULL || THAW_IS_PROMPT_CATALOG (catalog));

  g_ptr_array_set_size (self->themes, 0);
  if (own != NULL && own->len > 0)
    {
      Theme *theme = add_theme (self, _("Your own"));

      for (guint i = 0; i < own->len; i++)
        g_ptr_array_add (theme->texts, g_strdup (((ThawOwnPrompt *) g_ptr_array_index (own, i))->text));
    }

  themes = catalog != NULL ? thaw_prompt_catalog_get_themes (catalog) : NULL;
  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      const ThawPromptTheme *shipped = g_ptr_array_index (themes, i);
      Theme *theme = add_theme (self, shipped->name);

      for (guint j = 0; j < shipped->prompts->len; j++)
        g_ptr_array_add (theme->texts, g_strdup (((ThawPrompt *) g_ptr_array_index (shipped->prompts, j))->text));
    }

  show_theme (self, -1);
}
