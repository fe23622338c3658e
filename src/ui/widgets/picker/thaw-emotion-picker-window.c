/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-emotion-picker-window"

#include "config.h"
#include "widgets/picker/thaw-emotion-picker-window.h"

#include <glib/gi18n-lib.h>

#include "thaw-emotion.h"
#include "thaw-toast.h"
#include "widgets/picker/thaw-own-word-dialog.h"

/* Weeks to months of a journal: what is used now, and quick to look through. */
#define N_USED_ENTRIES 500

/**
 * ThawEmotionPickerWindow:
 *
 * The picker as a dialog. It gathers the words that there are to choose from, and
 * keeps what the person does with the words themselves: adds one, hides one,
 * removes one, each of which can be taken back.
 *
 * There is nothing to cancel: what is chosen is chosen, however it is closed.
 *
 * Keyboard: Escape clears the search, and then closes.
 */
struct _ThawEmotionPickerWindow
{
  AdwWindow parent_instance;

  GtkMenuButton *menu_button;
  AdwToastOverlay *toast_overlay;
  ThawEmotionPicker *picker;

  ThawVocabulary *vocabulary; /* (owned) */
  ThawWordStore *words;       /* (owned) (nullable) */
  ThawJournal *journal;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawEmotionPickerWindow, thaw_emotion_picker_window, ADW_TYPE_WINDOW)

/* A part that cannot be read is left out: the others are still there to choose from, and the journal's page says what
 * is wrong with it. */
static void
add_uses (ThawEmotionPickerWindow *self,
          ThawWordList            *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) uses = NULL;

  if (self->journal == NULL)
    return;

  uses = thaw_journal_list_used_emotions (self->journal, N_USED_ENTRIES, &error);
  if (uses == NULL)
    {
      g_info ("What was used is not known: %s", error->message);
      return;
    }

  for (guint i = 0; i < uses->len; i++)
    {
      const ThawEmotionUse *use = &g_array_index (uses, ThawEmotionUse, i);

      thaw_word_list_add_use (list, use->slug, use->n_entries, use->last_position);
    }
}

static void
load (ThawEmotionPickerWindow *self)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GError) hidden_error = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_auto (GStrv) hidden = NULL;
  g_autoptr (ThawWordList) list = NULL;

  if (self->words != NULL)
    {
      own = thaw_word_store_list_own (self->words, &own_error);
      if (own == NULL)
        g_info ("Own words are left out: %s", own_error->message);
      hidden = thaw_word_store_list_hidden (self->words, &hidden_error);
      if (hidden == NULL)
        g_info ("Hidden words are shown: %s", hidden_error->message);
    }

  list = thaw_word_list_new (self->vocabulary, own, (const char *const *) hidden);
  add_uses (self, list);
  thaw_emotion_picker_set_list (self->picker, list);
}

static void
tell (ThawEmotionPickerWindow *self,
      const char              *sentence,
      const GError            *error)
{
  g_info ("%s %s", sentence, error->message);
  thaw_toast_tell (self->toast_overlay, sentence);
}

/* Takes @target, if it is floating. */
static void
offer_undo (ThawEmotionPickerWindow *self,
            const char              *sentence,
            const char              *action_name,
            GVariant                *target)
{
  /* A toast's title is markup. */
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, action_name);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
on_own_saved_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ThawEmotionPickerWindow) self = THAW_EMOTION_PICKER_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawOwnWord) word = thaw_word_store_save_own_finish (THAW_WORD_STORE (source), result, &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  if (word == NULL)
    tell (self, _("The word could not be kept"), error);
}

static void
save_own (ThawEmotionPickerWindow *self,
          const ThawOwnWord       *word)
{
  thaw_word_store_save_own_async (self->words, word, NULL, on_own_saved_cb, g_object_ref (self));
}

/* Chosen at once, for that is what it was typed for; an entry can name it whether or not it could be kept. */
static void
add_own (const ThawOwnWord *word,
         gpointer           user_data)
{
  ThawEmotionPickerWindow *self = THAW_EMOTION_PICKER_WINDOW (user_data);

  save_own (self, word);
  thaw_emotion_picker_choose (self->picker, word->word, THAW_EMOTION_MIN_INTENSITY);
  thaw_emotion_picker_clear_search (self->picker);
}

static void
picker_add_asked_cb (ThawEmotionPickerWindow *self,
                     const char              *word)
{
  if (self->words != NULL)
    thaw_own_word_dialog_present (GTK_WINDOW (self), self->vocabulary, word, add_own, self);
}

typedef struct
{
  ThawEmotionPickerWindow *self; /* (owned) */
  char *slug;                    /* (owned) */
  char *family;                  /* (owned) (nullable): of an own word */
  gboolean is_hidden;
} Change;

static Change *
change_new (ThawEmotionPickerWindow *self,
            const char              *slug)
{
  Change *change = g_new0 (Change, 1);

  change->self = g_object_ref (self);
  change->slug = g_strdup (slug);

  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->self);
  g_free (change->slug);
  g_free (change->family);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
on_hidden_set_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!thaw_word_store_set_hidden_finish (THAW_WORD_STORE (source), result, &error))
    {
      if (!gtk_widget_in_destruction (GTK_WIDGET (change->self)))
        tell (change->self, _("The change could not be kept"), error);
      return;
    }

  if (gtk_widget_in_destruction (GTK_WIDGET (change->self)) || !change->is_hidden)
    return;

  /* Translators: %s is a word for an emotion, as “anxiety” */
  sentence = g_strdup_printf (_("“%s” is hidden"), thaw_vocabulary_get_word (change->self->vocabulary, change->slug));
  offer_undo (change->self, sentence, "words-undo.show-again", g_variant_new_string (change->slug));
}

static void
set_hidden (ThawEmotionPickerWindow *self,
            const char              *slug,
            gboolean                 is_hidden)
{
  Change *change = change_new (self, slug);

  change->is_hidden = is_hidden;
  thaw_word_store_set_hidden_async (self->words, slug, is_hidden, NULL, on_hidden_set_cb, change);
}

static void
picker_hide_asked_cb (ThawEmotionPickerWindow *self,
                      const char              *slug,
                      gboolean                 is_hidden)
{
  if (self->words != NULL)
    set_hidden (self, slug, is_hidden);
}

static void
on_own_removed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!thaw_word_store_remove_own_finish (THAW_WORD_STORE (source), result, &error))
    {
      if (!gtk_widget_in_destruction (GTK_WIDGET (change->self)))
        tell (change->self, _("The word could not be removed"), error);
      return;
    }

  if (gtk_widget_in_destruction (GTK_WIDGET (change->self)))
    return;

  /* Translators: %s is the person's own word for an emotion, as “wistful” */
  sentence = g_strdup_printf (_("“%s” is removed"), change->slug);
  offer_undo (change->self, sentence, "words-undo.bring-back", g_variant_new ("(sms)", change->slug, change->family));
}

static void
picker_remove_asked_cb (ThawEmotionPickerWindow *self,
                        const char              *slug)
{
  const ThawWord *word = thaw_word_list_find (thaw_emotion_picker_get_list (self->picker), slug);
  Change *change;

  if (self->words == NULL || word == NULL || word->own == NULL)
    return;

  change = change_new (self, slug);
  change->family = g_strdup (word->own->family);
  thaw_word_store_remove_own_async (self->words, slug, NULL, on_own_removed_cb, change);
}

static void
show_again_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  set_hidden (THAW_EMOTION_PICKER_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_autoptr (ThawOwnWord) word = NULL;
  const char *slug, *family;

  g_variant_get (parameter, "(&sm&s)", &slug, &family);
  word = thaw_own_word_new (slug, family);
  save_own (THAW_EMOTION_PICKER_WINDOW (widget), word);
}

static gboolean
on_key_captured_cb (ThawEmotionPickerWindow *self,
                    guint                    keyval,
                    guint                    keycode,
                    GdkModifierType          state)
{
  GtkPopover *menu = gtk_menu_button_get_popover (self->menu_button);

  /* In the menu, Escape closes that. */
  if (keyval != GDK_KEY_Escape || (menu != NULL && gtk_widget_get_visible (GTK_WIDGET (menu))))
    return GDK_EVENT_PROPAGATE;

  if (!thaw_emotion_picker_clear_search (self->picker))
    gtk_window_close (GTK_WINDOW (self));

  return GDK_EVENT_STOP;
}

static void
thaw_emotion_picker_window_dispose (GObject *object)
{
  ThawEmotionPickerWindow *self = THAW_EMOTION_PICKER_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_EMOTION_PICKER_WINDOW);
  g_clear_object (&self->vocabulary);
  g_clear_object (&self->words);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (thaw_emotion_picker_window_parent_class)->dispose (object);
}

static void
thaw_emotion_picker_window_class_init (ThawEmotionPickerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_emotion_picker_window_dispose;

  g_type_ensure (THAW_TYPE_EMOTION_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/thawapp/Thaw/ui/widgets/picker/thaw-emotion-picker-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPickerWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPickerWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawEmotionPickerWindow, picker);
  gtk_widget_class_bind_template_callback (widget_class, picker_add_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, picker_hide_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, picker_remove_asked_cb);

  gtk_widget_class_install_action (widget_class, "words-undo.show-again", "s", show_again_action);
  gtk_widget_class_install_action (widget_class, "words-undo.bring-back", "(sms)", bring_back_action);
}

static void
thaw_emotion_picker_window_init (ThawEmotionPickerWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) show_hidden = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  show_hidden = g_property_action_new ("show-hidden", self->picker, "show-hidden");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show_hidden));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "words", G_ACTION_GROUP (actions));

  /* Before the search entry, which takes every Escape for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_captured_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * thaw_emotion_picker_window_new:
 * @vocabulary: the shipped words
 * @words: (nullable): the person's own words, and what they hid; without it
 *   neither can be changed
 * @journal: (nullable): whose entries say what was used
 *
 * Returns: (transfer none): the window, which GTK owns; not shown yet
 */
ThawEmotionPickerWindow *
thaw_emotion_picker_window_new (ThawVocabulary *vocabulary,
                                ThawWordStore  *words,
                                ThawJournal    *journal)
{
  ThawEmotionPickerWindow *self;

  g_return_val_if_fail (THAW_IS_VOCABULARY (vocabulary), NULL);

  self = g_object_new (THAW_TYPE_EMOTION_PICKER_WINDOW, NULL);
  self->vocabulary = g_object_ref (vocabulary);
  g_set_object (&self->words, words);
  g_set_object (&self->journal, journal);
  if (words != NULL)
    g_signal_connect_object (words, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));

  return self;
}

/**
 * thaw_emotion_picker_window_get_picker:
 *
 * Returns: (transfer none): the picker, which has what is chosen
 */
ThawEmotionPicker *
thaw_emotion_picker_window_get_picker (ThawEmotionPickerWindow *self)
{
  g_return_val_if_fail (THAW_IS_EMOTION_PICKER_WINDOW (self), NULL);

  return self->picker;
}
