/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-word-row"

#include "config.h"
#include "widgets/picker/thaw-word-row.h"

#include <glib/gi18n-lib.h>

#include "thaw-emotion.h"
#include "widgets/picker/thaw-word-details.h"
#include "widgets/thaw-tooltip.h"

/* Enough for nearly all definitions where there is room, and for the gist of them in a narrow window. */
#define N_DEFINITION_LINES 2

/**
 * ThawWordRow:
 *
 * A word to choose: the word itself, what it means, and whether it is chosen. It
 * can be expanded to all that the vocabulary says about it.
 *
 * There may be hundreds of rows, so a row is made of few widgets: the definition
 * is an inscription, whose size does not depend on its text, and what only some
 * rows have is made when it is needed.
 *
 * Accessibility: a list item, named by all that it shows. CSS: the class
 * `.word-row`, and `.chosen`.
 */
struct _ThawWordRow
{
  GtkListBoxRow parent_instance;

  ThawWordList *list;             /* (owned): has the word */
  const ThawWord *word;           /* (not nullable) */
  const ThawWordSection *section; /* (not nullable): the one of the rows with it, which it is shown in */

  GtkWidget *box;
  GtkWidget *text_box;
  GtkWidget *head_box;
  GtkWidget *definition;    /* (nullable): an inscription; NULL for an own word */
  GtkWidget *expand_button;
  GtkWidget *mark_label;    /* (nullable): how strongly, or that it is hidden */
  GtkWidget *mark_image;    /* (nullable): that it is chosen */
  GtkWidget *details;       /* (nullable): while it is expanded */

  int intensity;            /* 0 if it is not chosen */
};

G_DEFINE_FINAL_TYPE (ThawWordRow, thaw_word_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_EXPANDED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_name (ThawWordRow *self)
{
  g_autoptr (GString) name = g_string_new (self->word->word);

  if (self->intensity > 0)
    {
      /* Translators: added to the name of a chosen word, for a screen reader; %s is how strongly, as “clearly” */
      g_string_append_printf (name, _(", chosen, %s"), thaw_emotion_get_intensity_word (self->intensity));
    }
  if (self->word->is_hidden)
    {
      /* Translators: added to the name of a word that the person does not want to see, for a screen reader */
      g_string_append (name, _(", hidden"));
    }
  g_string_append (name, ". ");
  if (self->word->emotion != NULL)
    {
      /* Translators: added to the name of a word, for a screen reader; %s is its definition */
      g_string_append_printf (name, _("Definition: %s"), self->word->emotion->definition);
    }
  else
    {
      g_string_append (name, _("A word of your own"));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
show_mark (ThawWordRow *self)
{
  gboolean is_chosen = self->intensity > 0;
  gboolean has_mark = is_chosen || self->word->is_hidden;

  if (has_mark && self->mark_label == NULL)
    {
      self->mark_label = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->mark_label, "dim-label");
      gtk_box_append (GTK_BOX (self->head_box), self->mark_label);
    }
  if (is_chosen && self->mark_image == NULL)
    {
      self->mark_image = g_object_new (GTK_TYPE_IMAGE,
                                       "icon-name", "object-select-symbolic",
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       NULL);
      gtk_box_append (GTK_BOX (self->head_box), self->mark_image);
    }

  if (self->mark_label != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->mark_label),
                          is_chosen ? thaw_emotion_get_intensity_word (self->intensity)
                                    /* Translators: beside a word that the person does not want to see */
                                    : C_("word", "hidden"));
      gtk_widget_set_visible (self->mark_label, has_mark);
    }
  if (self->mark_image != NULL)
    gtk_widget_set_visible (self->mark_image, is_chosen);

  if (is_chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static void
on_expand_button_clicked_cb (ThawWordRow *self)
{
  thaw_word_row_set_expanded (self, self->details == NULL);
}

static void
build (ThawWordRow *self)
{
  GtkWidget *word_label = gtk_label_new (self->word->word);
  /* Translators: the name of a button; %s is a word for an emotion, as “anxiety” */
  g_autofree char *button_label = g_strdup_printf (_("About “%s”"), self->word->word);
  GtkWidget *line;

  gtk_label_set_ellipsize (GTK_LABEL (word_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (word_label), 0);
  gtk_widget_set_hexpand (word_label, TRUE);
  gtk_widget_add_css_class (word_label, "word");

  self->head_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->head_box), word_label);

  self->text_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (self->text_box, TRUE);
  gtk_widget_set_valign (self->text_box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->text_box), self->head_box);

  if (self->word->emotion != NULL)
    {
      self->definition = gtk_inscription_new (self->word->emotion->definition);
      gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->definition), N_DEFINITION_LINES);
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->definition), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_inscription_set_yalign (GTK_INSCRIPTION (self->definition), 0);
      gtk_widget_add_css_class (self->definition, "definition");
      gtk_box_append (GTK_BOX (self->text_box), self->definition);
    }

  self->expand_button = gtk_button_new_from_icon_name ("pan-down-symbolic");
  /* Translators: the tooltip of a button that shows all about a word */
  thaw_tooltip_set_new (self->expand_button, _("More About This Word"));
  gtk_widget_add_css_class (self->expand_button, "flat");
  gtk_widget_add_css_class (self->expand_button, "circular");
  gtk_widget_set_valign (self->expand_button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expand_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, button_label,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expand_button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_signal_connect_object (self->expand_button, "clicked", G_CALLBACK (on_expand_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (line), self->text_box);
  gtk_box_append (GTK_BOX (line), self->expand_button);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

static void
thaw_word_row_dispose (GObject *object)
{
  ThawWordRow *self = THAW_WORD_ROW (object);

  self->details = NULL;
  g_clear_object (&self->list);

  G_OBJECT_CLASS (thaw_word_row_parent_class)->dispose (object);
}

static void
thaw_word_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, thaw_word_row_get_expanded (THAW_WORD_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_word_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_EXPANDED:
      thaw_word_row_set_expanded (THAW_WORD_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_word_row_class_init (ThawWordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = thaw_word_row_dispose;
  object_class->get_property = thaw_word_row_get_property;
  object_class->set_property = thaw_word_row_set_property;

  /**
   * ThawWordRow:expanded:
   *
   * Whether it shows all that there is to say about the word.
   */
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL,
                                                    FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
thaw_word_row_init (ThawWordRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "word-row");
}

/**
 * thaw_word_row_new:
 * @list: the list that @word is of
 * @word: a word
 * @section: the section it is shown in; has to live as long as the row
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
thaw_word_row_new (ThawWordList          *list,
                   const ThawWord        *word,
                   const ThawWordSection *section)
{
  ThawWordRow *self;

  g_return_val_if_fail (THAW_IS_WORD_LIST (list), NULL);
  g_return_val_if_fail (word != NULL && section != NULL, NULL);

  self = g_object_new (THAW_TYPE_WORD_ROW, NULL);
  self->list = g_object_ref (list);
  self->word = word;
  self->section = section;
  build (self);
  show_mark (self);
  update_name (self);

  return GTK_WIDGET (self);
}

/**
 * thaw_word_row_get_word:
 *
 * Returns: (transfer none): the word it shows
 */
const ThawWord *
thaw_word_row_get_word (ThawWordRow *self)
{
  g_return_val_if_fail (THAW_IS_WORD_ROW (self), NULL);

  return self->word;
}

/**
 * thaw_word_row_get_section:
 *
 * Returns: (transfer none): the section it is shown in
 */
const ThawWordSection *
thaw_word_row_get_section (ThawWordRow *self)
{
  g_return_val_if_fail (THAW_IS_WORD_ROW (self), NULL);

  return self->section;
}

int
thaw_word_row_get_intensity (ThawWordRow *self)
{
  g_return_val_if_fail (THAW_IS_WORD_ROW (self), 0);

  return self->intensity;
}

/**
 * thaw_word_row_set_intensity:
 * @intensity: 1 (a little) to 3 (strongly), or 0: not chosen
 */
void
thaw_word_row_set_intensity (ThawWordRow *self,
                             int          intensity)
{
  g_return_if_fail (THAW_IS_WORD_ROW (self));
  g_return_if_fail (intensity >= 0 && intensity <= THAW_EMOTION_MAX_INTENSITY);

  if (self->intensity == intensity)
    return;

  self->intensity = intensity;
  show_mark (self);
  update_name (self);
}

gboolean
thaw_word_row_get_expanded (ThawWordRow *self)
{
  g_return_val_if_fail (THAW_IS_WORD_ROW (self), FALSE);

  return self->details != NULL;
}

void
thaw_word_row_set_expanded (ThawWordRow *self,
                            gboolean     is_expanded)
{
  g_return_if_fail (THAW_IS_WORD_ROW (self));

  is_expanded = !!is_expanded;
  if (thaw_word_row_get_expanded (self) == is_expanded)
    return;

  if (is_expanded)
    {
      self->details = thaw_word_details_new (self->list, self->word);
      gtk_box_append (GTK_BOX (self->box), self->details);
    }
  else
    {
      /* What goes away must not take the focus out of the list. */
      if (gtk_widget_get_focus_child (self->box) == self->details)
        gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_box_remove (GTK_BOX (self->box), self->details);
      self->details = NULL;
    }

  /* The details have the whole of it. */
  if (self->definition != NULL)
    gtk_widget_set_visible (self->definition, !is_expanded);
  gtk_button_set_icon_name (GTK_BUTTON (self->expand_button), is_expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expand_button), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
