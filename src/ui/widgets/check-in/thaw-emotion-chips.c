/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-emotion-chips"

#include "config.h"
#include "thaw-emotion-chips.h"

#include <glib/gi18n-lib.h>

#include "thaw-emotion-chip.h"
#include "thaw-window-over.h"
#include "widgets/picker/thaw-emotion-picker-window.h"
#include "widgets/thaw-wrap-layout.h"

#define FIRST_PLAIN_ANSWER THAW_ANSWER_NOTHING

/**
 * ThawEmotionChips:
 *
 * What do you feel? The basic emotions with their strength, and as answers of
 * equal worth "nothing", "not sure" and "something, no word yet", each of which
 * stands alone. An emotion that an entry names beyond the basic ones gets a chip
 * as well. "More Words…" opens the picker, where there is every word.
 *
 * Keyboard: one stop for Tab. Left and Right go through all of it, Home and End
 * to the ends.
 */
struct _ThawEmotionChips
{
  GtkBox parent_instance;

  GtkWidget *question_label;
  GtkBox *chips_box;

  ThawVocabulary *vocabulary;           /* (owned) (nullable): NULL until it is set */
  GPtrArray *chips;                     /* (owned) (element-type ThawEmotionChip): the children, not owned */
  guint n_basic;                        /* how many of them, from the first on, are always there */
  GtkWidget *more_button;               /* (unowned): opens the picker */
  GtkWidget *answers[THAW_N_ANSWERS];   /* (unowned) (nullable): toggles for the plain answers, NULL for the others */
  ThawAnswer answer;                    /* a plain answer, or THAW_ANSWER_NONE; emotions speak for themselves */
  GtkWidget *last_focus;                /* (unowned) (nullable): where Tab comes back to */

  ThawWordStore *words;                 /* (owned) (nullable): for the picker */
  ThawJournal *journal;                 /* (owned) (nullable): for the picker */
  ThawEmotionPickerWindow *picker_window; /* (unowned) (nullable): while it is open */
};

G_DEFINE_FINAL_TYPE (ThawEmotionChips, thaw_emotion_chips, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_answer (ThawEmotionChips *self,
             ThawAnswer        answer)
{
  self->answer = answer;

  for (int i = FIRST_PLAIN_ANSWER; i < THAW_N_ANSWERS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->answers[i]), i == (int) answer);
}

static void
clear_chips (ThawEmotionChips *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    thaw_emotion_chip_set_intensity (g_ptr_array_index (self->chips, i), 0);
}

static void
on_chip_changed_cb (ThawEmotionChips *self)
{
  show_answer (self, THAW_ANSWER_NONE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_answer_clicked_cb (ThawEmotionChips *self,
                      GtkWidget        *button)
{
  for (int i = FIRST_PLAIN_ANSWER; i < THAW_N_ANSWERS; i++)
    {
      if (self->answers[i] == button)
        show_answer (self, self->answer == (ThawAnswer) i ? THAW_ANSWER_NONE : (ThawAnswer) i);
    }

  if (self->answer != THAW_ANSWER_NONE)
    clear_chips (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static ThawEmotionChip *
add_chip (ThawEmotionChips *self,
          const char       *slug)
{
  GtkWidget *chip = thaw_emotion_chip_new (slug, thaw_vocabulary_get_word (self->vocabulary, slug));
  GtkWidget *before = self->chips->len > 0 ? g_ptr_array_index (self->chips, self->chips->len - 1) : NULL;

  g_signal_connect_object (chip, "changed", G_CALLBACK (on_chip_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->chips_box, chip, before);
  g_ptr_array_add (self->chips, chip);

  return THAW_EMOTION_CHIP (chip);
}

static ThawEmotionChip *
find_chip (ThawEmotionChips *self,
           const char       *slug)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      ThawEmotionChip *chip = g_ptr_array_index (self->chips, i);

      if (g_str_equal (thaw_emotion_chip_get_slug (chip), slug))
        return chip;
    }

  return NULL;
}

/* The basic emotions are always there; other words come and go with the entries that name them. */
static void
remove_other_chips (ThawEmotionChips *self)
{
  self->last_focus = NULL;
  while (self->chips->len > self->n_basic)
    gtk_box_remove (self->chips_box, g_ptr_array_steal_index (self->chips, self->chips->len - 1));
}

static void
show_emotions (ThawEmotionChips *self,
               GPtrArray        *marks)
{
  remove_other_chips (self);
  clear_chips (self);
  for (guint i = 0; i < marks->len; i++)
    {
      ThawEmotionMark *mark = g_ptr_array_index (marks, i);
      ThawEmotionChip *chip = find_chip (self, mark->slug);

      thaw_emotion_chip_set_intensity (chip != NULL ? chip : add_chip (self, mark->slug), mark->intensity);
    }
}

/* At once, and not when the window is closed, so that nothing can get lost in between. */
static void
on_picker_changed_cb (ThawEmotionChips  *self,
                      ThawEmotionPicker *picker)
{
  g_autoptr (GPtrArray) marks = thaw_emotion_picker_dup_emotions (picker);

  show_emotions (self, marks);
  if (marks->len > 0)
    show_answer (self, THAW_ANSWER_NONE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
close_picker (ThawEmotionChips *self)
{
  GtkWindow *window = self->picker_window != NULL ? GTK_WINDOW (self->picker_window) : NULL;

  g_clear_weak_pointer (&self->picker_window);
  if (window != NULL)
    gtk_window_destroy (window);
}

static void
on_more_clicked_cb (ThawEmotionChips *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_emotion_mark_free);
  ThawEmotionPicker *picker;

  if (self->picker_window != NULL)
    return;

  for (guint i = 0; i < self->chips->len; i++)
    {
      ThawEmotionChip *chip = g_ptr_array_index (self->chips, i);

      if (thaw_emotion_chip_get_intensity (chip) > 0)
        g_ptr_array_add (marks, thaw_emotion_mark_new (thaw_emotion_chip_get_slug (chip),
                                                       thaw_emotion_chip_get_intensity (chip)));
    }

  g_set_weak_pointer (&self->picker_window,
                      thaw_emotion_picker_window_new (self->vocabulary, self->words, self->journal));
  picker = thaw_emotion_picker_window_get_picker (self->picker_window);
  thaw_emotion_picker_set_emotions (picker, marks);
  g_signal_connect_object (picker, "changed", G_CALLBACK (on_picker_changed_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (root))
    thaw_window_put_over (GTK_WINDOW (self->picker_window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self->picker_window));
}

static void
add_more_button (ThawEmotionChips *self)
{
  /* Translators: a button that opens a window with all words for emotions */
  self->more_button = gtk_button_new_with_label (_("More Words…"));
  gtk_widget_add_css_class (self->more_button, "answer-chip");
  gtk_widget_set_visible (self->more_button, FALSE);
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (on_more_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips_box, self->more_button);
}

static void
add_answers (ThawEmotionChips *self)
{
  for (int i = FIRST_PLAIN_ANSWER; i < THAW_N_ANSWERS; i++)
    {
      self->answers[i] = gtk_toggle_button_new_with_label (thaw_answer_get_word ((ThawAnswer) i));
      gtk_widget_add_css_class (self->answers[i], "answer-chip");
      g_signal_connect_object (self->answers[i], "clicked", G_CALLBACK (on_answer_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chips_box, self->answers[i]);
    }
}

/* All that can have the focus, in reading order. */
static void
collect_stops (GtkWidget *widget,
               GPtrArray *stops)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child))
        continue;
      if (GTK_IS_BUTTON (child))
        g_ptr_array_add (stops, child);
      else
        collect_stops (child, stops);
    }
}

static gboolean
move (ThawEmotionChips *self,
      int               by)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint at;

  collect_stops (GTK_WIDGET (self->chips_box), stops);
  if (!g_ptr_array_find (stops, gtk_root_get_focus (root), &at))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (g_ptr_array_index (stops, CLAMP ((int) at + by, 0, (int) stops->len - 1)));

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (ThawEmotionChips *self,
                   guint             keyval,
                   guint             keycode,
                   GdkModifierType   state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, is_rtl ? 1 : -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, is_rtl ? -1 : 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return move (self, -G_MAXINT16);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return move (self, G_MAXINT16);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_focus_left_cb (ThawEmotionChips *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *chip = gtk_widget_get_focus_child (GTK_WIDGET (self->chips_box));

  if (root != NULL && chip != NULL)
    self->last_focus = chip;
}

static gboolean
thaw_emotion_chips_grab_focus (GtkWidget *widget)
{
  ThawEmotionChips *self = THAW_EMOTION_CHIPS (widget);
  GtkWidget *entrance = self->last_focus != NULL ? self->last_focus
                                                 : gtk_widget_get_first_child (GTK_WIDGET (self->chips_box));

  if (THAW_IS_EMOTION_CHIP (entrance))
    entrance = gtk_widget_get_first_child (entrance);

  return gtk_widget_grab_focus (entrance);
}

static gboolean
thaw_emotion_chips_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_inside = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return GTK_WIDGET_CLASS (thaw_emotion_chips_parent_class)->focus (widget, direction);

  /* One stop: whoever is in goes out. */
  return !is_inside && gtk_widget_grab_focus (widget);
}

static void
thaw_emotion_chips_dispose (GObject *object)
{
  ThawEmotionChips *self = THAW_EMOTION_CHIPS (object);

  self->last_focus = NULL;
  g_clear_object (&self->vocabulary);
  close_picker (self);
  g_clear_object (&self->words);
  g_clear_object (&self->journal);
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_EMOTION_CHIPS);

  G_OBJECT_CLASS (thaw_emotion_chips_parent_class)->dispose (object);
}

static void
thaw_emotion_chips_finalize (GObject *object)
{
  ThawEmotionChips *self = THAW_EMOTION_CHIPS (object);

  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_emotion_chips_parent_class)->finalize (object);
}

static void
thaw_emotion_chips_class_init (ThawEmotionChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_emotion_chips_dispose;
  object_class->finalize = thaw_emotion_chips_finalize;
  widget_class->focus = thaw_emotion_chips_focus;
  widget_class->grab_focus = thaw_emotion_chips_grab_focus;

  /**
   * ThawEmotionChips::changed:
   *
   * The person answered something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/check-in/thaw-emotion-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionChips, question_label);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionChips, chips_box);
  gtk_widget_class_set_css_name (widget_class, "emotion-chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_emotion_chips_init (ThawEmotionChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  add_more_button (self);
  add_answers (self);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
thaw_emotion_chips_new (void)
{
  return g_object_new (THAW_TYPE_EMOTION_CHIPS, NULL);
}

/**
 * thaw_emotion_chips_set_vocabulary:
 * @vocabulary: the words for emotions, among them the basic ones
 *
 * To be called once, before an entry is loaded.
 */
void
thaw_emotion_chips_set_vocabulary (ThawEmotionChips *self,
                                   ThawVocabulary   *vocabulary)
{
  GPtrArray *emotions;

  g_return_if_fail (THAW_IS_EMOTION_CHIPS (self));
  g_return_if_fail (THAW_IS_VOCABULARY (vocabulary));
  g_return_if_fail (self->vocabulary == NULL && self->chips->len == 0);

  self->vocabulary = g_object_ref (vocabulary);
  emotions = thaw_vocabulary_get_emotions (vocabulary);
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotion *emotion = g_ptr_array_index (emotions, i);

      if (emotion->is_basic)
        add_chip (self, emotion->slug);
    }
  self->n_basic = self->chips->len;
  gtk_widget_set_visible (self->more_button, TRUE);
}

/**
 * thaw_emotion_chips_set_words:
 * @words: (nullable): the person's own words, and what they hid
 * @journal: (nullable): whose entries say which words are used
 *
 * What the picker offers beside the vocabulary.
 */
void
thaw_emotion_chips_set_words (ThawEmotionChips *self,
                              ThawWordStore    *words,
                              ThawJournal      *journal)
{
  g_return_if_fail (THAW_IS_EMOTION_CHIPS (self));

  g_set_object (&self->words, words);
  g_set_object (&self->journal, journal);
}

/**
 * thaw_emotion_chips_load_entry:
 * @entry: an entry
 *
 * Shows the emotions of @entry, or its answer. A picker that is open has those of
 * another entry, and is closed.
 */
void
thaw_emotion_chips_load_entry (ThawEmotionChips *self,
                               ThawEntry        *entry)
{
  GPtrArray *marks;
  ThawAnswer answer;

  g_return_if_fail (THAW_IS_EMOTION_CHIPS (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  close_picker (self);
  marks = thaw_entry_get_emotions (entry);
  answer = thaw_entry_get_answer (entry);

  show_emotions (self, marks);
  show_answer (self, answer >= FIRST_PLAIN_ANSWER ? answer : THAW_ANSWER_NONE);
}

/**
 * thaw_emotion_chips_store_entry:
 * @entry: an entry
 *
 * Replaces the emotions and the answer of @entry by what is chosen. Emotions that
 * stay keep their place in the order in which they were named.
 */
void
thaw_emotion_chips_store_entry (ThawEmotionChips *self,
                                ThawEntry        *entry)
{
  GPtrArray *marks;

  g_return_if_fail (THAW_IS_EMOTION_CHIPS (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  marks = thaw_entry_get_emotions (entry);
  for (guint i = marks->len; i > 0; i--)
    {
      g_autofree char *slug = g_strdup (((ThawEmotionMark *) g_ptr_array_index (marks, i - 1))->slug);

      if (find_chip (self, slug) == NULL)
        thaw_entry_set_emotion (entry, slug, 0);
    }

  for (guint i = 0; i < self->chips->len; i++)
    {
      ThawEmotionChip *chip = g_ptr_array_index (self->chips, i);

      thaw_entry_set_emotion (entry, thaw_emotion_chip_get_slug (chip), thaw_emotion_chip_get_intensity (chip));
    }

  if (marks->len == 0)
    thaw_entry_set_answer (entry, self->answer);
}
