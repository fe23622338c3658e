/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-chosen-words"

#include "config.h"
#include "widgets/picker/thaw-chosen-words.h"

#include <glib/gi18n-lib.h>

#include "widgets/check-in/thaw-emotion-chip.h"
#include "widgets/thaw-wrap-layout.h"

#define SPACING 6

/* Above and below the chips. */
#define PADDING 9

/* Three lines of chips; more are scrolled to, for they must not take the room of the words. */
#define MAX_HEIGHT 132
#define MIN_HEIGHT 52

/**
 * ThawChosenWords:
 *
 * The words that are chosen, in the order in which they were, each as a chip that
 * says how strongly and that takes it back.
 *
 * Accessibility: a group. CSS: a node `chosen-words`.
 */
struct _ThawChosenWords
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkWidget *chips_box;

  ThawVocabulary *vocabulary; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawChosenWords, thaw_chosen_words, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
find_chip (ThawChosenWords *self,
           const char      *slug)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips_box);

  while (chip != NULL && !g_str_equal (thaw_emotion_chip_get_slug (THAW_EMOTION_CHIP (chip)), slug))
    chip = gtk_widget_get_next_sibling (chip);

  return chip;
}

static void
remove_chip (ThawChosenWords *self,
             GtkWidget       *chip)
{
  /* The focus goes to a neighbour; with the last one, whoever shows this has to say where. */
  if (gtk_widget_get_focus_child (self->chips_box) == chip)
    {
      GtkWidget *heir = gtk_widget_get_next_sibling (chip);

      if (heir == NULL)
        heir = gtk_widget_get_prev_sibling (chip);
      if (heir != NULL)
        gtk_widget_child_focus (heir, GTK_DIR_TAB_FORWARD);
    }

  gtk_box_remove (GTK_BOX (self->chips_box), chip);
}

static void
on_chip_changed_cb (ThawChosenWords *self,
                    ThawEmotionChip *chip)
{
  g_autofree char *slug = g_strdup (thaw_emotion_chip_get_slug (chip));

  if (thaw_emotion_chip_get_intensity (chip) == 0)
    remove_chip (self, GTK_WIDGET (chip));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, slug);
}

static GtkSizeRequestMode
thaw_chosen_words_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A scrolled window itself asks for the height of one long line, whatever its width. */
static void
thaw_chosen_words_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  ThawChosenWords *self = THAW_CHOSEN_WORDS (widget);

  gtk_widget_measure (self->chips_box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *natural = CLAMP (*natural, MIN_HEIGHT, MAX_HEIGHT);
      *minimum = MIN_HEIGHT;
    }
}

static void
thaw_chosen_words_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  gtk_widget_allocate (THAW_CHOSEN_WORDS (widget)->scrolled_window, width, height, baseline, NULL);
}

static void
thaw_chosen_words_dispose (GObject *object)
{
  ThawChosenWords *self = THAW_CHOSEN_WORDS (object);

  self->chips_box = NULL;
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->vocabulary);

  G_OBJECT_CLASS (thaw_chosen_words_parent_class)->dispose (object);
}

static void
thaw_chosen_words_class_init (ThawChosenWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_chosen_words_dispose;
  widget_class->get_request_mode = thaw_chosen_words_get_request_mode;
  widget_class->measure = thaw_chosen_words_measure;
  widget_class->size_allocate = thaw_chosen_words_size_allocate;

  /**
   * ThawChosenWords::changed:
   * @slug: a word
   *
   * The person said how strong @slug is, or took it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chosen-words");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_chosen_words_init (ThawChosenWords *self)
{
  self->chips_box = g_object_new (GTK_TYPE_BOX,
                                  "layout-manager", thaw_wrap_layout_new (SPACING),
                                  "margin-top", PADDING,
                                  "margin-bottom", PADDING,
                                  NULL);
  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->chips_box);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chosen words"), -1);
}

GtkWidget *
thaw_chosen_words_new (void)
{
  return g_object_new (THAW_TYPE_CHOSEN_WORDS, NULL);
}

/**
 * thaw_chosen_words_set_vocabulary:
 * @vocabulary: (nullable): has the words of the slugs that are chosen from now on
 */
void
thaw_chosen_words_set_vocabulary (ThawChosenWords *self,
                                  ThawVocabulary  *vocabulary)
{
  g_return_if_fail (THAW_IS_CHOSEN_WORDS (self));

  g_set_object (&self->vocabulary, vocabulary);
}

/**
 * thaw_chosen_words_dup_emotions:
 *
 * Returns: (transfer full) (element-type ThawEmotionMark): what is chosen
 */
GPtrArray *
thaw_chosen_words_dup_emotions (ThawChosenWords *self)
{
  GPtrArray *marks;

  g_return_val_if_fail (THAW_IS_CHOSEN_WORDS (self), NULL);

  marks = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_mark_free);
  for (GtkWidget *child = gtk_widget_get_first_child (self->chips_box);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      ThawEmotionChip *chip = THAW_EMOTION_CHIP (child);

      g_ptr_array_add (marks, thaw_emotion_mark_new (thaw_emotion_chip_get_slug (chip),
                                                     thaw_emotion_chip_get_intensity (chip)));
    }

  return marks;
}

guint
thaw_chosen_words_get_n_words (ThawChosenWords *self)
{
  guint n_words = 0;

  g_return_val_if_fail (THAW_IS_CHOSEN_WORDS (self), 0);

  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips_box);
       chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    n_words++;

  return n_words;
}

/**
 * thaw_chosen_words_get_intensity:
 * @slug: a word
 *
 * Returns: 1 (a little) to 3 (strongly), or 0: not chosen
 */
int
thaw_chosen_words_get_intensity (ThawChosenWords *self,
                                 const char      *slug)
{
  GtkWidget *chip;

  g_return_val_if_fail (THAW_IS_CHOSEN_WORDS (self), 0);
  g_return_val_if_fail (slug != NULL, 0);

  chip = find_chip (self, slug);

  return chip != NULL ? thaw_emotion_chip_get_intensity (THAW_EMOTION_CHIP (chip)) : 0;
}

/**
 * thaw_chosen_words_set_intensity:
 * @slug: a word
 * @intensity: 1 (a little) to 3 (strongly), or 0: take it back
 */
void
thaw_chosen_words_set_intensity (ThawChosenWords *self,
                                 const char      *slug,
                                 int              intensity)
{
  GtkWidget *chip;

  g_return_if_fail (THAW_IS_CHOSEN_WORDS (self));
  g_return_if_fail (slug != NULL);
  g_return_if_fail (intensity >= 0 && intensity <= THAW_EMOTION_MAX_INTENSITY);

  chip = find_chip (self, slug);
  if (intensity == 0)
    {
      if (chip != NULL)
        remove_chip (self, chip);
      return;
    }

  if (chip == NULL)
    {
      chip = thaw_emotion_chip_new (slug, thaw_vocabulary_get_word (self->vocabulary, slug));
      g_signal_connect_object (chip, "changed", G_CALLBACK (on_chip_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->chips_box), chip);
    }
  thaw_emotion_chip_set_intensity (THAW_EMOTION_CHIP (chip), intensity);
}

/**
 * thaw_chosen_words_clear:
 *
 * Takes all words back.
 */
void
thaw_chosen_words_clear (ThawChosenWords *self)
{
  GtkWidget *chip;

  g_return_if_fail (THAW_IS_CHOSEN_WORDS (self));

  while ((chip = gtk_widget_get_first_child (self->chips_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips_box), chip);
}
