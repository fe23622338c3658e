/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-body-section"

#include "config.h"
#include "thaw-body-section.h"

#include "thaw-body-window.h"
#include "thaw-body-words.h"
#include "widgets/thaw-tooltip.h"
#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* The sensation of a chip, counted from 0. */
#define INDEX_KEY "thaw-index"
#define BODY_ANSWER_INDEX (-1)

/* As many as can be read through without choosing being work. */
#define N_WORDS 8

/**
 * ThawBodySection:
 *
 * What is felt in the body, as a part of a form that asks what one feels: a chip
 * for each sensation, to be changed or taken away, and a plain button that opens
 * the way through the body. Where somebody answered "nothing", "not sure" or
 * "something, no word yet" above, the way is offered in a sentence; nothing opens
 * by itself.
 */
struct _ThawBodySection
{
  GtkBox parent_instance;

  GtkWidget *offer_box;
  GtkWidget *offer_button;
  GtkWidget *chips_box;
  GtkWidget *start_button;

  ThawEmotionChips *emotion_chips; /* (owned) (nullable): where the answer is, and where a word goes */
  ThawEntry *entry;                /* (owned) (not nullable): the sensations and the body answer */
  ThawBodyWindow *window;          /* (unowned) (nullable): while it is open */

  ThawVocabulary *vocabulary; /* (owned) (nullable): without one, no words are shown on the way */
  ThawWordStore *words;       /* (owned) (nullable): which words are hidden */
};

G_DEFINE_FINAL_TYPE (ThawBodySection, thaw_body_section, GTK_TYPE_BOX)

enum
{
  PROP_EMOTION_CHIPS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The answer of the form above, with its emotions. */
static ThawEntry *
dup_answer (ThawBodySection *self)
{
  ThawEntry *answer = thaw_entry_new ();

  if (self->emotion_chips != NULL)
    thaw_emotion_chips_store_entry (self->emotion_chips, answer);

  return answer;
}

static gboolean
is_blank (ThawBodySection *self)
{
  return thaw_entry_get_sensations (self->entry)->len == 0 &&
         thaw_entry_get_body_answer (self->entry) == THAW_BODY_ANSWER_NONE;
}

static void
update_offer (ThawBodySection *self)
{
  g_autoptr (ThawEntry) entry = dup_answer (self);
  ThawAnswer answer = thaw_entry_get_answer (entry);
  gboolean has_no_word = answer == THAW_ANSWER_NOTHING || answer == THAW_ANSWER_UNSURE || answer == THAW_ANSWER_NO_WORD;
  gboolean is_offered = has_no_word && is_blank (self);

  gtk_widget_set_visible (self->offer_box, is_offered);
  gtk_widget_set_visible (self->chips_box, !is_offered);
}

static void
copy_body (ThawEntry *from,
           ThawEntry *to,
           int        skip_index)
{
  GPtrArray *sensations = thaw_entry_get_sensations (from);

  thaw_entry_clear_sensations (to);
  thaw_entry_set_body_answer (to, thaw_entry_get_body_answer (from));
  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);

      if ((int) i != skip_index)
        thaw_entry_set_sensation (to, sensation->region, sensation->quality, sensation->strength);
    }
}

static void show_chips (ThawBodySection *self);

static void
on_path_changed_cb (ThawBodySection *self,
                    ThawBodyPath    *path)
{
  g_autoptr (ThawEntry) answer = dup_answer (self);

  thaw_body_path_store_entry (path, self->entry);
  if (self->emotion_chips != NULL)
    {
      thaw_body_path_store_entry (path, answer);
      thaw_emotion_chips_load_entry (self->emotion_chips, answer);
    }
  show_chips (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What opened the window may be gone; whatever has taken its place is where the person was. */
static void
on_window_destroyed_cb (ThawBodySection *self)
{
  self->window = NULL;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GPtrArray *
find_words (GPtrArray *sensations,
            gpointer   user_data)
{
  ThawBodySection *self = user_data;
  g_autoptr (GPtrArray) emotions = g_ptr_array_new ();
  g_autoptr (GPtrArray) ranked = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) hidden = NULL;

  if (self->vocabulary == NULL)
    return NULL;

  if (self->words != NULL)
    hidden = thaw_word_store_list_hidden (self->words, &error);
  if (error != NULL)
    g_info ("Hidden words are shown: %s", error->message);

  ranked = thaw_body_words_rank (self->vocabulary, sensations, (const char *const *) hidden, N_WORDS);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (emotions, (gpointer) ((ThawBodyWord *) g_ptr_array_index (ranked, i))->emotion);

  return g_steal_pointer (&emotions);
}

/* (transfer none) */
static ThawBodyPath *
open_path (ThawBodySection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (ThawEntry) entry = dup_answer (self);
  ThawBodyPath *path;

  if (self->window == NULL)
    {
      self->window = THAW_BODY_WINDOW (thaw_body_window_new (GTK_WINDOW (root)));
      g_signal_connect_object (self->window, "destroy", G_CALLBACK (on_window_destroyed_cb), self, G_CONNECT_SWAPPED);
      path = thaw_body_window_get_path (self->window);
      copy_body (self->entry, entry, -1);
      thaw_body_path_load_entry (path, entry);
      thaw_body_path_set_word_func (path, find_words, g_object_ref (self), g_object_unref);
      g_signal_connect_object (path, "changed", G_CALLBACK (on_path_changed_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_window_present (GTK_WINDOW (self->window));
  path = thaw_body_window_get_path (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (path));

  return path;
}

static void
on_start_clicked_cb (ThawBodySection *self)
{
  open_path (self);
}

static int
get_index (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), INDEX_KEY));
}

static void
on_chip_clicked_cb (ThawBodySection *self,
                    GtkWidget       *button)
{
  int index = get_index (button);
  ThawBodyPath *path;

  if (index == BODY_ANSWER_INDEX)
    {
      open_path (self);
    }
  else
    {
      const ThawSensation *sensation = g_ptr_array_index (thaw_entry_get_sensations (self->entry), index);
      ThawBodyRegion region = sensation->region;

      path = open_path (self);
      thaw_body_path_ask_region (path, region);
    }
}

static void
on_remove_clicked_cb (ThawBodySection *self,
                      GtkWidget       *button)
{
  int index = get_index (button);
  g_autoptr (ThawEntry) rest = thaw_entry_new ();

  if (index != BODY_ANSWER_INDEX)
    copy_body (self->entry, rest, index);
  copy_body (rest, self->entry, -1);

  show_chips (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
create_chip (ThawBodySection *self,
             const char      *words,
             int              index)
{
  GtkWidget *chip = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *word_button = g_object_new (GTK_TYPE_BUTTON, "child", label, NULL);
  GtkWidget *remove_button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *remove_label = NULL;

  /* Translators: a button; %s is what is felt in the body, as “chest: tight, clearly” */
  remove_label = g_strdup_printf (_("Remove “%s”"), words);

  gtk_widget_add_css_class (chip, "body-chip");
  gtk_widget_add_css_class (word_button, "flat");
  thaw_tooltip_set_new (word_button, _("Change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (word_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (word_button), INDEX_KEY, GINT_TO_POINTER (index));
  g_signal_connect_object (word_button, "clicked", G_CALLBACK (on_chip_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (remove_button, "flat");
  gtk_widget_add_css_class (remove_button, "circular");
  thaw_tooltip_set_new (remove_button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
  g_object_set_data (G_OBJECT (remove_button), INDEX_KEY, GINT_TO_POINTER (index));
  g_signal_connect_object (remove_button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (chip), word_button);
  gtk_box_append (GTK_BOX (chip), remove_button);

  return chip;
}

static void
add_chip (ThawBodySection *self,
          const char      *words,
          int              index)
{
  GtkWidget *last = gtk_widget_get_prev_sibling (self->start_button);

  gtk_box_insert_child_after (GTK_BOX (self->chips_box), create_chip (self, words, index), last);
}

static void
show_chips (ThawBodySection *self)
{
  GPtrArray *sensations = thaw_entry_get_sensations (self->entry);
  ThawBodyAnswer answer = thaw_entry_get_body_answer (self->entry);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips_box)) != self->start_button)
    gtk_box_remove (GTK_BOX (self->chips_box), chip);

  for (guint i = 0; i < sensations->len; i++)
    {
      g_autofree char *words = thaw_sensation_to_words (g_ptr_array_index (sensations, i));

      add_chip (self, words, (int) i);
    }

  if (answer != THAW_BODY_ANSWER_NONE)
    {
      /* Translators: an answer to where in the body something is felt, as in “body: nowhere” */
      g_autofree char *words = g_strdup_printf (_("body: %s"), thaw_body_answer_get_word (answer));

      add_chip (self, words, BODY_ANSWER_INDEX);
    }

  update_offer (self);
}

static gboolean
thaw_body_section_grab_focus (GtkWidget *widget)
{
  ThawBodySection *self = THAW_BODY_SECTION (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->offer_box) ? self->offer_button : self->start_button);
}

static void
thaw_body_section_dispose (GObject *object)
{
  ThawBodySection *self = THAW_BODY_SECTION (object);

  thaw_body_section_set_emotion_chips (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_BODY_SECTION);

  G_OBJECT_CLASS (thaw_body_section_parent_class)->dispose (object);
}

static void
thaw_body_section_finalize (GObject *object)
{
  ThawBodySection *self = THAW_BODY_SECTION (object);

  g_clear_object (&self->words);
  g_clear_object (&self->vocabulary);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (thaw_body_section_parent_class)->finalize (object);
}

static void
thaw_body_section_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ThawBodySection *self = THAW_BODY_SECTION (object);

  switch (prop_id)
    {
    case PROP_EMOTION_CHIPS:
      thaw_body_section_set_emotion_chips (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_body_section_class_init (ThawBodySectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_body_section_dispose;
  object_class->finalize = thaw_body_section_finalize;
  object_class->set_property = thaw_body_section_set_property;
  widget_class->grab_focus = thaw_body_section_grab_focus;

  /**
   * ThawBodySection:emotion-chips:
   *
   * Where the person says what they feel.
   */
  properties[PROP_EMOTION_CHIPS] = g_param_spec_object ("emotion-chips", NULL, NULL,
                                                        THAW_TYPE_EMOTION_CHIPS,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawBodySection::changed:
   *
   * The person said something about the body, or chose a word on the way, or took
   * it back.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/body-path/thaw-body-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawBodySection, offer_box);
  gtk_widget_class_bind_template_child (widget_class, ThawBodySection, offer_button);
  gtk_widget_class_bind_template_child (widget_class, ThawBodySection, chips_box);
  gtk_widget_class_bind_template_child (widget_class, ThawBodySection, start_button);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "body-section");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_body_section_init (ThawBodySection *self)
{
  self->entry = thaw_entry_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_chips (self);
}

GtkWidget *
thaw_body_section_new (void)
{
  return g_object_new (THAW_TYPE_BODY_SECTION, NULL);
}

/**
 * thaw_body_section_set_emotion_chips:
 * @chips: (nullable): where the person says what they feel
 *
 * The answer there says whether the way through the body is offered, and a word
 * that is chosen on the way is named there.
 */
void
thaw_body_section_set_emotion_chips (ThawBodySection  *self,
                                     ThawEmotionChips *chips)
{
  g_return_if_fail (THAW_IS_BODY_SECTION (self));

  if (self->emotion_chips == chips)
    return;

  if (self->emotion_chips != NULL)
    g_signal_handlers_disconnect_by_func (self->emotion_chips, update_offer, self);
  g_set_object (&self->emotion_chips, chips);
  if (chips != NULL)
    {
      g_signal_connect_object (chips, "changed", G_CALLBACK (update_offer), self, G_CONNECT_SWAPPED);
      update_offer (self);
    }
}

/**
 * thaw_body_section_set_vocabulary:
 * @vocabulary: (nullable): the words that the body may lead to
 */
void
thaw_body_section_set_vocabulary (ThawBodySection *self,
                                  ThawVocabulary  *vocabulary)
{
  g_return_if_fail (THAW_IS_BODY_SECTION (self));
  g_return_if_fail (vocabulary == NULL || THAW_IS_VOCABULARY (vocabulary));

  g_set_object (&self->vocabulary, vocabulary);
}

/**
 * thaw_body_section_set_words:
 * @words: (nullable): which words the person has hidden
 */
void
thaw_body_section_set_words (ThawBodySection *self,
                             ThawWordStore   *words)
{
  g_return_if_fail (THAW_IS_BODY_SECTION (self));
  g_return_if_fail (words == NULL || THAW_IS_WORD_STORE (words));

  g_set_object (&self->words, words);
}

/**
 * thaw_body_section_get_window:
 *
 * Returns: (transfer none) (nullable): the window with the way through the body,
 *   %NULL while it is not open
 */
GtkWindow *
thaw_body_section_get_window (ThawBodySection *self)
{
  g_return_val_if_fail (THAW_IS_BODY_SECTION (self), NULL);

  return self->window != NULL ? GTK_WINDOW (self->window) : NULL;
}

/**
 * thaw_body_section_load_entry:
 * @entry: an entry
 *
 * Shows what @entry says of the body. To be called after the emotions are loaded.
 * A way through the body that is open is one of another entry, and is closed.
 */
void
thaw_body_section_load_entry (ThawBodySection *self,
                              ThawEntry       *entry)
{
  g_return_if_fail (THAW_IS_BODY_SECTION (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  copy_body (entry, self->entry, -1);
  show_chips (self);
}

/**
 * thaw_body_section_store_entry:
 * @entry: an entry
 *
 * Sets what is felt in the body; the rest of @entry stays.
 */
void
thaw_body_section_store_entry (ThawBodySection *self,
                               ThawEntry       *entry)
{
  g_return_if_fail (THAW_IS_BODY_SECTION (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));

  copy_body (self->entry, entry, -1);
}
