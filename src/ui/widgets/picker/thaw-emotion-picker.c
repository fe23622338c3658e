/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-emotion-picker"

#include "config.h"
#include "widgets/picker/thaw-emotion-picker.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "thaw-emotion.h"
#include "thaw-text.h"
#include "widgets/picker/thaw-chosen-words.h"
#include "widgets/picker/thaw-family-chips.h"
#include "widgets/picker/thaw-word-view.h"

/* Left above a word that was gone to, so that it is seen where it stands. */
#define SCROLL_MARGIN 48

/**
 * ThawEmotionPicker:
 *
 * Finds the word for a feeling: by search, by family, among those named lately or
 * often. Each word says what it means before it is chosen, and can be expanded to
 * all that is known about it. Several can be chosen, each with its strength.
 *
 * What changes the words themselves is asked for by signals; whoever shows the
 * picker does it, and hands in the new list.
 *
 * Keyboard: whatever is typed goes to the search. Down goes from there to the
 * words, Up back. Return and Space choose, 1, 2 and 3 say how strongly, 0 and
 * Delete take back; Right expands a word, Left collapses it. Return in the search
 * chooses the first word that was found.
 */
struct _ThawEmotionPicker
{
  GtkBox parent_instance;

  GtkEditable *search_entry;
  GtkScrolledWindow *scrolled_window;
  ThawFamilyChips *family_chips;
  GtkLabel *result_label;
  ThawWordView *word_view;
  GtkWidget *add_button;
  GtkLabel *add_label;
  GtkWidget *chosen_box;
  ThawChosenWords *chosen_words;

  GtkEventController *left_over; /* (nullable): of the root, with the keys that nothing there wanted */
  ThawWordList *list;     /* (owned) (nullable) */
  gboolean show_hidden;
  guint scroll_tick;      /* 0 if there is nothing to scroll to */
  guint n_scroll_ticks;   /* that were waited for until it has its place */
  char *new_word;         /* (owned) (nullable): what could be made of what was typed */
};

G_DEFINE_FINAL_TYPE (ThawEmotionPicker, thaw_emotion_picker, GTK_TYPE_BOX)

enum
{
  PROP_SHOW_HIDDEN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_ADD_ASKED,
  SIGNAL_CHANGED,
  SIGNAL_HIDE_ASKED,
  SIGNAL_REMOVE_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_words (GPtrArray *sections)
{
  guint n_words = 0;

  for (guint i = 0; i < sections->len; i++)
    n_words += ((const ThawWordSection *) g_ptr_array_index (sections, i))->words->len;

  return n_words;
}

static void
show_result (ThawEmotionPicker *self,
             guint              n_words)
{
  const char *query = gtk_editable_get_text (self->search_entry);
  g_autofree char *text = NULL;
  g_autofree char *add = NULL;

  g_clear_pointer (&self->new_word, g_free);
  self->new_word = thaw_word_list_dup_new_word (self->list, query);

  if (n_words == 0 && thaw_text_is_blank (query))
    text = g_strdup (_("All words here are hidden"));
  else if (n_words == 0)
    text = g_strdup (_("No word found"));
  else
    /* Translators: how many words a search found */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", n_words), n_words);
  gtk_label_set_text (self->result_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->result_label), n_words == 0 || !thaw_text_is_blank (query));

  if (self->new_word != NULL)
    {
      /* Translators: a button; %s is what the person typed, as “wistful” */
      add = g_strdup_printf (_("Add “%s” as Your Own Word"), self->new_word);
      gtk_label_set_text (self->add_label, add);
    }
  gtk_widget_set_visible (self->add_button, self->new_word != NULL);
}

static void
fill (ThawEmotionPicker *self)
{
  GPtrArray *sections;

  if (self->list == NULL)
    return;

  sections = thaw_word_list_build_sections (self->list,
                                            gtk_editable_get_text (self->search_entry),
                                            thaw_family_chips_get_family (self->family_chips),
                                            self->show_hidden);
  show_result (self, count_words (sections));
  thaw_word_view_show_sections (self->word_view, self->list, sections);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

static void
show_intensity (ThawEmotionPicker *self,
                const char        *slug)
{
  thaw_word_view_set_intensity (self->word_view, slug, thaw_chosen_words_get_intensity (self->chosen_words, slug));
  gtk_widget_set_visible (self->chosen_box, thaw_chosen_words_get_n_words (self->chosen_words) > 0);
}

static void
chosen_words_changed_cb (ThawEmotionPicker *self,
                         const char        *slug)
{
  /* With the last chip the focus would be gone. */
  if (thaw_chosen_words_get_n_words (self->chosen_words) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  show_intensity (self, slug);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
search_entry_changed_cb (ThawEmotionPicker *self)
{
  fill (self);
}

static void
add_button_clicked_cb (ThawEmotionPicker *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD_ASKED], 0, self->new_word);
}

static void
search_entry_activate_cb (ThawEmotionPicker *self)
{
  const ThawWord *word = thaw_word_view_get_first_word (self->word_view);

  if (thaw_text_is_blank (gtk_editable_get_text (self->search_entry)))
    return;

  if (word != NULL)
    {
      if (thaw_chosen_words_get_intensity (self->chosen_words, word->slug) == 0)
        thaw_emotion_picker_choose (self, word->slug, THAW_EMOTION_MIN_INTENSITY);
      /* The next word is typed over this one. */
      gtk_editable_select_region (self->search_entry, 0, -1);
    }
  else if (self->new_word != NULL)
    {
      add_button_clicked_cb (self);
    }
}

static void
word_view_chosen_cb (ThawEmotionPicker *self,
                     const char        *slug,
                     int                intensity)
{
  thaw_emotion_picker_choose (self, slug, intensity);
}

static void
family_chips_notify_family_cb (ThawEmotionPicker *self)
{
  fill (self);
}

static gboolean
has_focus_inside (ThawEmotionPicker *self,
                  GtkWidget         *widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
on_key_captured_cb (ThawEmotionPicker *self,
                    guint              keyval,
                    guint              keycode,
                    GdkModifierType    state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) &&
      has_focus_inside (self, GTK_WIDGET (self->search_entry)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->word_view));

  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && thaw_word_view_is_at_start (self->word_view))
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return GDK_EVENT_PROPAGATE;
}

/* What nothing else in the window wanted, and would be a letter, belongs into the search. */
static gboolean
on_key_left_over_cb (ThawEmotionPicker     *self,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     GtkEventControllerKey *keys)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (keyval == GDK_KEY_f && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      (keyval != GDK_KEY_BackSpace && !g_unichar_isgraph (letter)) ||
      has_focus_inside (self, GTK_WIDGET (self->search_entry)) ||
      !gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (self->search_entry))))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return GDK_EVENT_STOP;
}

static void
show_word_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  thaw_emotion_picker_show_word (THAW_EMOTION_PICKER (widget), g_variant_get_string (parameter, NULL));
}

static void
set_hidden_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  const char *slug;
  gboolean is_hidden;

  g_variant_get (parameter, "(&sb)", &slug, &is_hidden);
  g_signal_emit (widget, signals[SIGNAL_HIDE_ASKED], 0, slug, is_hidden);
}

static void
remove_own_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVE_ASKED], 0, g_variant_get_string (parameter, NULL));
}

static gboolean
thaw_emotion_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_EMOTION_PICKER (widget)->search_entry));
}

static void
thaw_emotion_picker_dispose (GObject *object)
{
  ThawEmotionPicker *self = THAW_EMOTION_PICKER (object);

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_EMOTION_PICKER);
  g_clear_object (&self->list);
  g_clear_pointer (&self->new_word, g_free);

  G_OBJECT_CLASS (thaw_emotion_picker_parent_class)->dispose (object);
}

static void
thaw_emotion_picker_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_HIDDEN:
      g_value_set_boolean (value, thaw_emotion_picker_get_show_hidden (THAW_EMOTION_PICKER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_emotion_picker_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_HIDDEN:
      thaw_emotion_picker_set_show_hidden (THAW_EMOTION_PICKER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (ThawEmotionPickerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * ThawEmotionPicker::add-asked:
   * @word: what an own word could be made of
   *
   * The person wants a word of their own.
   */
  signals[SIGNAL_ADD_ASKED] = g_signal_new ("add-asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * ThawEmotionPicker::changed:
   *
   * The person chose a word, took it back, or said how strong it is.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /**
   * ThawEmotionPicker::hide-asked:
   * @slug: a shipped word
   * @is_hidden: whether it shall be hidden or shown again
   */
  signals[SIGNAL_HIDE_ASKED] = g_signal_new ("hide-asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * ThawEmotionPicker::remove-asked:
   * @slug: an own word
   */
  signals[SIGNAL_REMOVE_ASKED] = g_signal_new ("remove-asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
thaw_emotion_picker_root (GtkWidget *widget)
{
  ThawEmotionPicker *self = THAW_EMOTION_PICKER (widget);

  GTK_WIDGET_CLASS (thaw_emotion_picker_parent_class)->root (widget);

  self->left_over = gtk_event_controller_key_new ();
  g_signal_connect_swapped (self->left_over, "key-pressed", G_CALLBACK (on_key_left_over_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->left_over);
}

static void
thaw_emotion_picker_unroot (GtkWidget *widget)
{
  ThawEmotionPicker *self = THAW_EMOTION_PICKER (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->left_over);
  self->left_over = NULL;

  GTK_WIDGET_CLASS (thaw_emotion_picker_parent_class)->unroot (widget);
}

static void
thaw_emotion_picker_class_init (ThawEmotionPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_emotion_picker_dispose;
  object_class->get_property = thaw_emotion_picker_get_property;
  object_class->set_property = thaw_emotion_picker_set_property;
  widget_class->root = thaw_emotion_picker_root;
  widget_class->unroot = thaw_emotion_picker_unroot;
  widget_class->grab_focus = thaw_emotion_picker_grab_focus;

  /**
   * ThawEmotionPicker:show-hidden:
   *
   * Whether words that the person hid are shown, and marked as hidden.
   */
  properties[PROP_SHOW_HIDDEN] = g_param_spec_boolean ("show-hidden", NULL, NULL,
                                                       FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (klass);

  g_type_ensure (THAW_TYPE_CHOSEN_WORDS);
  g_type_ensure (THAW_TYPE_FAMILY_CHIPS);
  g_type_ensure (THAW_TYPE_WORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/picker/thaw-emotion-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, family_chips);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, result_label);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, word_view);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, add_button);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, add_label);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, chosen_box);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPicker, chosen_words);
  gtk_widget_class_bind_template_callback (widget_class, add_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, family_chips_notify_family_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, word_view_chosen_cb);

  gtk_widget_class_install_action (widget_class, "picker.show-word", "s", show_word_action);
  gtk_widget_class_install_action (widget_class, "picker.set-hidden", "(sb)", set_hidden_action);
  gtk_widget_class_install_action (widget_class, "picker.remove-own", "s", remove_own_action);
  gtk_widget_class_set_css_name (widget_class, "emotion-picker");
}

static void
thaw_emotion_picker_init (ThawEmotionPicker *self)
{
  GtkEventController *captured = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (captured, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (captured, "key-pressed", G_CALLBACK (on_key_captured_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), captured);
}

GtkWidget *
thaw_emotion_picker_new (void)
{
  return g_object_new (THAW_TYPE_EMOTION_PICKER, NULL);
}

/**
 * thaw_emotion_picker_get_list:
 *
 * Returns: (transfer none) (nullable): the words
 */
ThawWordList *
thaw_emotion_picker_get_list (ThawEmotionPicker *self)
{
  g_return_val_if_fail (THAW_IS_EMOTION_PICKER (self), NULL);

  return self->list;
}

/**
 * thaw_emotion_picker_set_list:
 * @list: the words
 *
 * Shows @list instead of what was shown. Search, family and what is chosen stay.
 */
void
thaw_emotion_picker_set_list (ThawEmotionPicker *self,
                              ThawWordList      *list)
{
  gboolean had_focus;

  g_return_if_fail (THAW_IS_EMOTION_PICKER (self));
  g_return_if_fail (THAW_IS_WORD_LIST (list));

  had_focus = has_focus_inside (self, GTK_WIDGET (self->word_view)) ||
              has_focus_inside (self, GTK_WIDGET (self->family_chips));
  g_set_object (&self->list, list);
  thaw_chosen_words_set_vocabulary (self->chosen_words, thaw_word_list_get_vocabulary (list));
  thaw_family_chips_set_list (self->family_chips, list);
  fill (self);
  /* It went away with its row. */
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * thaw_emotion_picker_dup_emotions:
 *
 * Returns: (transfer full) (element-type ThawEmotionMark): what is chosen, in the
 *   order in which it was
 */
GPtrArray *
thaw_emotion_picker_dup_emotions (ThawEmotionPicker *self)
{
  g_return_val_if_fail (THAW_IS_EMOTION_PICKER (self), NULL);

  return thaw_chosen_words_dup_emotions (self->chosen_words);
}

/**
 * thaw_emotion_picker_set_emotions:
 * @emotions: (element-type ThawEmotionMark): what is chosen
 *
 * To be called after thaw_emotion_picker_set_list(), which has the words.
 */
void
thaw_emotion_picker_set_emotions (ThawEmotionPicker *self,
                                  GPtrArray         *emotions)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (THAW_IS_EMOTION_PICKER (self));
  g_return_if_fail (emotions != NULL);

  old = thaw_chosen_words_dup_emotions (self->chosen_words);
  thaw_chosen_words_clear (self->chosen_words);
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      thaw_chosen_words_set_intensity (self->chosen_words, mark->slug, mark->intensity);
      show_intensity (self, mark->slug);
    }
  for (guint i = 0; i < old->len; i++)
    show_intensity (self, ((const ThawEmotionMark *) g_ptr_array_index (old, i))->slug);
}

/**
 * thaw_emotion_picker_choose:
 * @slug: a word
 * @intensity: 1 (a little) to 3 (strongly), or 0: take it back
 *
 * Does what the person would do in the list, and says so.
 */
void
thaw_emotion_picker_choose (ThawEmotionPicker *self,
                            const char        *slug,
                            int                intensity)
{
  g_return_if_fail (THAW_IS_EMOTION_PICKER (self));
  g_return_if_fail (slug != NULL);

  if (thaw_chosen_words_get_intensity (self->chosen_words, slug) == intensity)
    return;

  thaw_chosen_words_set_intensity (self->chosen_words, slug, intensity);
  show_intensity (self, slug);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
thaw_emotion_picker_get_show_hidden (ThawEmotionPicker *self)
{
  g_return_val_if_fail (THAW_IS_EMOTION_PICKER (self), FALSE);

  return self->show_hidden;
}

void
thaw_emotion_picker_set_show_hidden (ThawEmotionPicker *self,
                                     gboolean           show_hidden)
{
  g_return_if_fail (THAW_IS_EMOTION_PICKER (self));

  show_hidden = !!show_hidden;
  if (self->show_hidden == show_hidden)
    return;

  self->show_hidden = show_hidden;
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_HIDDEN]);
}

static gboolean
on_scroll_tick_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  ThawEmotionPicker *self = THAW_EMOTION_PICKER (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  GtkWidget *row = thaw_word_view_get_expanded (self->word_view);
  graphene_rect_t bounds;

  if (row != NULL && (self->n_scroll_ticks++ == 0 || gtk_widget_get_height (row) == 0))
    return G_SOURCE_CONTINUE;

  if (row != NULL &&
      gtk_widget_compute_bounds (row, gtk_scrolled_window_get_child (self->scrolled_window), &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y - SCROLL_MARGIN);
  self->scroll_tick = 0;

  return G_SOURCE_REMOVE;
}

/* New rows have no place before the layout of the next frame. */
static void
scroll_to_expanded (ThawEmotionPicker *self)
{
  self->n_scroll_ticks = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick_cb, NULL, NULL);
}

/**
 * thaw_emotion_picker_show_word:
 * @slug: a word of the list
 *
 * Goes to @slug and shows all about it, whatever was searched for.
 */
void
thaw_emotion_picker_show_word (ThawEmotionPicker *self,
                               const char        *slug)
{
  const ThawWord *word;

  g_return_if_fail (THAW_IS_EMOTION_PICKER (self));
  g_return_if_fail (slug != NULL);
  g_return_if_fail (self->list != NULL);

  word = thaw_word_list_find (self->list, slug);
  if (word == NULL)
    return;

  thaw_family_chips_set_family (self->family_chips, NULL);
  /* A hidden word is found by its whole name alone. */
  gtk_editable_set_text (self->search_entry, word->is_hidden && !self->show_hidden ? word->word : "");
  if (thaw_word_view_go_to (self->word_view, slug))
    scroll_to_expanded (self);
}

/**
 * thaw_emotion_picker_clear_search:
 *
 * Shows all words again, and leaves the focus in the search.
 *
 * Returns: whether there was anything to clear
 */
gboolean
thaw_emotion_picker_clear_search (ThawEmotionPicker *self)
{
  g_return_val_if_fail (THAW_IS_EMOTION_PICKER (self), FALSE);

  if (*gtk_editable_get_text (self->search_entry) == '\0')
    return FALSE;

  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return TRUE;
}
