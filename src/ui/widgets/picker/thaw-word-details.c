/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-word-details"

#include "config.h"
#include "widgets/picker/thaw-word-details.h"

#include <glib/gi18n-lib.h>

#include "widgets/thaw-heading.h"
#include "widgets/thaw-wrap-layout.h"

/**
 * ThawWordDetails:
 *
 * All that there is to say about a word: what it means, how it may feel in the
 * body, when it comes, the words near to it and how they differ, its opposites.
 * Below it, what can be done with the word other than choosing it.
 *
 * Other words are links, with the action `picker.show-word`; the rest is
 * `picker.set-hidden` and `picker.remove-own`, for a #ThawEmotionPicker around it.
 */
struct _ThawWordDetails
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawWordDetails, thaw_word_details, GTK_TYPE_BOX)

static GtkWidget *
create_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
add_text (ThawWordDetails *self,
          const char      *text)
{
  gtk_box_append (GTK_BOX (self), create_text (text));
}

static void
add_heading (ThawWordDetails *self,
             const char      *text)
{
  GtkWidget *heading = thaw_heading_new (text, 3, "caption-heading");

  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (GTK_BOX (self), heading);
}

static GtkWidget *
create_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);

  return button;
}

static GtkWidget *
create_link (ThawWordList *list,
             const char   *slug)
{
  const ThawWord *word = thaw_word_list_find (list, slug);
  GtkWidget *link = create_button (word->word);
  /* Translators: the name of a link; %s is a word for an emotion, as “anxiety” */
  g_autofree char *label = g_strdup_printf (_("Go to “%s”"), word->word);

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "word-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "picker.show-word");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", slug);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return link;
}

/* Words that are not in the vocabulary cannot be gone to; the loader sees to it that there are none. */
static gboolean
is_known (ThawWordList *list,
          const char   *slug)
{
  return thaw_word_list_find (list, slug) != NULL;
}

static void
add_near (ThawWordDetails   *self,
          ThawWordList      *list,
          const ThawEmotion *emotion)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < emotion->near->len; i++)
    {
      const ThawEmotionNear *near = g_ptr_array_index (emotion->near, i);

      if (!is_known (list, near->slug))
        continue;

      if (!has_heading)
        /* Translators: a heading above words that mean nearly the same */
        add_heading (self, _("Near to It"));
      has_heading = TRUE;
      gtk_box_append (GTK_BOX (self), create_link (list, near->slug));
      add_text (self, near->difference);
    }
}

static void
add_opposites (ThawWordDetails   *self,
               ThawWordList      *list,
               const ThawEmotion *emotion)
{
  GtkWidget *links = NULL;

  for (guint i = 0; emotion->opposites[i] != NULL; i++)
    {
      if (!is_known (list, emotion->opposites[i]))
        continue;

      if (links == NULL)
        {
          /* Translators: a heading above words that mean the opposite */
          add_heading (self, _("The Opposite"));
          links = g_object_new (GTK_TYPE_BOX, "layout-manager", thaw_wrap_layout_new (6), NULL);
          gtk_box_append (GTK_BOX (self), links);
        }
      gtk_box_append (GTK_BOX (links), create_link (list, emotion->opposites[i]));
    }
}

static void
add_action (ThawWordDetails *self,
            const ThawWord  *word)
{
  GtkWidget *button;

  if (word->own != NULL)
    {
      button = create_button (_("Remove This Word"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "picker.remove-own");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", word->slug);
    }
  else
    {
      button = create_button (word->is_hidden ? _("Show This Word Again") : _("Hide This Word"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "picker.set-hidden");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sb)", word->slug, !word->is_hidden);
    }

  gtk_widget_set_margin_top (button, 9);
  gtk_box_append (GTK_BOX (self), button);
}

static void
thaw_word_details_class_init (ThawWordDetailsClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "word-details");
}

static void
thaw_word_details_init (ThawWordDetails *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 30);
}

static ThawWordDetails *
create_details (ThawWordList   *list,
                const ThawWord *word)
{
  ThawWordDetails *self = g_object_new (THAW_TYPE_WORD_DETAILS, NULL);

  if (word->emotion != NULL)
    {
      add_text (self, word->emotion->definition);
      add_heading (self, _("In the Body"));
      add_text (self, word->emotion->body);
      /* Translators: a heading above the kind of moment in which an emotion often comes */
      add_heading (self, _("When It Comes"));
      add_text (self, word->emotion->moment);
      add_near (self, list, word->emotion);
      add_opposites (self, list, word->emotion);
    }
  else
    {
      add_text (self, _("A word of your own"));
    }

  return self;
}

/**
 * thaw_word_details_new:
 * @list: the list that @word is of, for the words it is near to
 * @word: a word
 *
 * Returns: (transfer floating): what there is to say about it, and what can be done with it
 */
GtkWidget *
thaw_word_details_new (ThawWordList   *list,
                       const ThawWord *word)
{
  ThawWordDetails *self;

  g_return_val_if_fail (THAW_IS_WORD_LIST (list), NULL);
  g_return_val_if_fail (word != NULL, NULL);

  self = create_details (list, word);
  add_action (self, word);

  return GTK_WIDGET (self);
}

/**
 * thaw_word_details_new_to_read:
 * @list: the list that @word is of, for the words it is near to
 * @word: a word
 *
 * Returns: (transfer floating): what there is to say about it, where there is nothing to choose
 */
GtkWidget *
thaw_word_details_new_to_read (ThawWordList   *list,
                               const ThawWord *word)
{
  g_return_val_if_fail (THAW_IS_WORD_LIST (list), NULL);
  g_return_val_if_fail (word != NULL, NULL);

  return GTK_WIDGET (create_details (list, word));
}
