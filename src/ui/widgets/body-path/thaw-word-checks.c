/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-word-checks"

#include "config.h"
#include "thaw-word-checks.h"

#include "thaw-vocabulary.h"

#define SLUG_KEY "thaw-slug"

/**
 * ThawWordChecks:
 *
 * Words for emotions to choose from, each with what it means, which can be read
 * before it is chosen.
 *
 * Accessibility: check boxes with the word as their name and the meaning as their
 * description. CSS: the class `.word-check` on each.
 */
struct _ThawWordChecks
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawWordChecks, thaw_word_checks, GTK_TYPE_BOX)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_toggled_cb (ThawWordChecks *self,
               GtkCheckButton *check)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0,
                 g_object_get_data (G_OBJECT (check), SLUG_KEY), gtk_check_button_get_active (check));
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_check (const ThawEmotion *word)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_start (face, 6);
  gtk_widget_set_hexpand (face, TRUE);
  gtk_box_append (GTK_BOX (face), create_label (word->word, "heading"));
  gtk_box_append (GTK_BOX (face), create_label (word->definition, "definition"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), face);
  gtk_widget_add_css_class (check, "word-check");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, word->word,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, word->definition,
                                  -1);
  g_object_set_data_full (G_OBJECT (check), SLUG_KEY, g_strdup (word->slug), g_free);

  return check;
}

static gboolean
names (ThawEntry  *entry,
       const char *slug)
{
  GPtrArray *marks = thaw_entry_get_emotions (entry);

  for (guint i = 0; i < marks->len; i++)
    {
      if (g_str_equal (((ThawEmotionMark *) g_ptr_array_index (marks, i))->slug, slug))
        return TRUE;
    }

  return FALSE;
}

static void
thaw_word_checks_class_init (ThawWordChecksClass *klass)
{
  /**
   * ThawWordChecks::toggled:
   * @slug: the word
   * @is_chosen: whether it is chosen now
   *
   * The person chose a word, or took it back.
   */
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
thaw_word_checks_init (ThawWordChecks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
thaw_word_checks_new (void)
{
  return g_object_new (THAW_TYPE_WORD_CHECKS, NULL);
}

/**
 * thaw_word_checks_set_words:
 * @words: (element-type ThawEmotion) (transfer none): what to choose from; copied
 * @entry: what is chosen already
 */
void
thaw_word_checks_set_words (ThawWordChecks *self,
                            GPtrArray      *words,
                            ThawEntry      *entry)
{
  GtkWidget *child;

  g_return_if_fail (THAW_IS_WORD_CHECKS (self));
  g_return_if_fail (words != NULL);
  g_return_if_fail (THAW_IS_ENTRY (entry));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  for (guint i = 0; i < words->len; i++)
    {
      const ThawEmotion *word = g_ptr_array_index (words, i);
      GtkWidget *check = create_check (word);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), names (entry, word->slug));
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), check);
    }
}

/**
 * thaw_word_checks_uncheck:
 *
 * Takes all words back, and says so for each with #ThawWordChecks::toggled.
 */
void
thaw_word_checks_uncheck (ThawWordChecks *self)
{
  g_return_if_fail (THAW_IS_WORD_CHECKS (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), FALSE);
}
