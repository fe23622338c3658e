/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-entry-editor"

#include "config.h"
#include "thaw-entry-editor.h"

#include <glib/gi18n.h>

#include "editor/thaw-entry-editor-private.h"
#include "editor/thaw-text-view.h"
#include "thaw-uuid.h"
#include "thaw-words-keeper.h"

/* Soon enough that little is lost, late enough that not every key is a write: a second, and one more for each million
 * characters, because every draft is all of them. */
#define DRAFT_DELAY_MS 1000
#define DRAFT_CHARS_PER_MS 1000

/**
 * ThawEntryEditor:
 *
 * Writes a new entry or changes one: the text with its title and moment, and
 * beside it, or over it where there is no room, what was felt.
 *
 * What is typed is kept as a draft within a second, and is in the journal when
 * the person saves or goes back. "Saved" is said only after the commit. An entry
 * in which nothing was written goes away without a word.
 *
 * Keyboard: Ctrl+S saves, Escape goes back, F9 shows or hides what was felt.
 */
static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawEntryEditor, thaw_entry_editor, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  PROP_SERVICES = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
store_answers (ThawEntryEditor *self,
               ThawEntry       *entry)
{
  thaw_entry_set_moment (entry, thaw_moment_button_get_moment (self->moment_button));
  thaw_entry_set_feeling (entry, thaw_feeling_scale_get_feeling (self->feeling_scale));
  thaw_entry_set_valence (entry, thaw_valence_scale_get_valence (self->valence_scale));
  thaw_emotion_chips_store_entry (self->emotion_chips, entry);
  thaw_body_section_store_entry (self->body_section, entry);
  thaw_tag_entry_store_entry (self->tag_entry, entry);
  thaw_coping_editor_store_entry (self->coping_editor, entry);
  thaw_entry_set_prompt (entry, gtk_label_get_text (self->prompt_label));
  thaw_entry_set_title (entry, gtk_editable_get_text (self->title_entry));
}

/* Whether nothing is said; asked at every key, so it does not look at the whole of a long text. */
static gboolean
is_empty (ThawEntryEditor *self)
{
  g_autoptr (ThawEntry) answers = NULL;

  if (!thaw_text_buffer_is_blank (self->text_buffer))
    return FALSE;

  answers = thaw_entry_new ();
  store_answers (self, answers);

  return thaw_entry_is_empty (answers);
}

static void
update_state (ThawEntryEditor *self)
{
  gboolean says_something = self->base != NULL && !is_empty (self);
  const char *status;

  if (self->is_saving)
    status = _("Saving…");
  else if (self->is_modified && (self->is_stored || says_something))
    status = _("Not saved yet");
  else if (self->is_stored && !self->is_modified)
    status = _("Saved");
  else
    status = "";

  gtk_label_set_label (self->status_label, status);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), status[0] != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save",
                                 self->is_modified && !self->is_saving && says_something);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.delete", self->is_stored || says_something);
}

static char *
make_draft_key (const char *uuid)
{
  return g_strconcat (THAW_DRAFT_ENTRY_PREFIX, uuid, NULL);
}

/* The entry as the widgets show it. */
ThawEntry *
thaw_entry_editor_dup_entry (ThawEntryEditor *self)
{
  ThawEntry *entry = thaw_entry_copy (self->base);
  g_autofree char *text = thaw_text_buffer_dup_text (self->text_buffer);

  store_answers (self, entry);
  thaw_entry_set_text (entry, text);

  return entry;
}

/* Drafts */

static void
on_draft_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ThawEntryEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_on_their_way--;
  self->is_draft_lost = !thaw_drafts_save_finish (THAW_DRAFTS (source), result, &error);

  /* Not in a window any more. */
  if (self->services == NULL)
    return;

  if (self->is_draft_lost)
    thaw_save_problem_show (self->save_problem, error);
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static void
on_draft_removed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* An old draft that comes back once more is no loss. */
  if (!thaw_drafts_remove_finish (THAW_DRAFTS (source), result, &error))
    g_info ("The draft is not removed: %s", error->message);
}

static void
remove_draft (ThawEntryEditor *self)
{
  g_autofree char *key = make_draft_key (thaw_entry_get_uuid (self->base));

  g_clear_handle_id (&self->draft_source, g_source_remove);
  thaw_drafts_remove_async (thaw_services_get_drafts (self->services), key, NULL, on_draft_removed_cb, NULL);
}

static void
keep_draft (ThawEntryEditor *self)
{
  g_autofree char *key = NULL;
  g_autoptr (ThawEntry) entry = NULL;

  if (self->draft_source == 0)
    return;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (!self->is_stored && is_empty (self))
    {
      remove_draft (self);
      return;
    }

  key = make_draft_key (thaw_entry_get_uuid (self->base));
  entry = thaw_entry_editor_dup_entry (self);
  self->n_on_their_way++;
  thaw_drafts_save_async (thaw_services_get_drafts (self->services), key, entry, NULL, on_draft_saved_cb,
                          g_object_ref (self));
}

static gboolean
on_draft_due_cb (gpointer user_data)
{
  keep_draft (THAW_ENTRY_EDITOR (user_data));

  return G_SOURCE_REMOVE;
}

static void
schedule_draft (ThawEntryEditor *self)
{
  gsize n_chars = thaw_text_buffer_get_length (self->text_buffer);

  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add (DRAFT_DELAY_MS + (guint) (n_chars / DRAFT_CHARS_PER_MS), on_draft_due_cb, self);
}

/* The person changed something. */
void
thaw_entry_editor_changed (ThawEntryEditor *self)
{
  if (self->is_loading || self->base == NULL)
    return;

  thaw_entry_editor_update_prompt (self);
  self->is_modified = TRUE;
  update_state (self);
  schedule_draft (self);
}

/* Saving and leaving */

static void show_next (ThawEntryEditor *self);

static void
leave (ThawEntryEditor *self)
{
  self->is_modified = FALSE;
  self->after_save = THAW_AFTER_SAVE_STAY;
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

void
thaw_entry_editor_remove_entry (ThawEntryEditor *self)
{
  remove_draft (self);
  if (self->is_stored)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-entry", "s", thaw_entry_get_uuid (self->base));
  leave (self);
}

static void
end_save (ThawEntryEditor *self,
          ThawEntry       *saved,
          const GError    *error)
{
  ThawAfterSave after_save = self->after_save;

  self->is_saving = FALSE;
  self->after_save = THAW_AFTER_SAVE_STAY;

  /* Nothing takes the place of words that are nowhere else. */
  if (saved == NULL)
    {
      self->is_modified = TRUE;
      schedule_draft (self);
      update_state (self);
      thaw_save_problem_show (self->save_problem, error);
      return;
    }

  thaw_save_problem_hide (self->save_problem);
  g_set_object (&self->base, saved);
  self->is_stored = TRUE;
  self->is_draft_lost = FALSE;
  gtk_label_set_label (self->title_label, _("Entry"));
  update_state (self);

  switch (after_save)
    {
    case THAW_AFTER_SAVE_CLOSE:
      thaw_entry_editor_close (self);
      break;

    case THAW_AFTER_SAVE_DELETE:
      thaw_entry_editor_remove_entry (self);
      break;

    case THAW_AFTER_SAVE_SHOW_NEXT:
      show_next (self);
      break;

    case THAW_AFTER_SAVE_STAY:
    default:
      break;
    }
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawEntryEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawEntry) saved = thaw_journal_save_finish (THAW_JOURNAL (source), result, &error);

  self->n_on_their_way--;

  /* Not in a window any more. */
  if (self->services == NULL)
    return;

  end_save (self, saved, error);
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

void
thaw_entry_editor_save_entry (ThawEntryEditor *self,
                              ThawEntry       *entry,
                              ThawAfterSave    after_save)
{
  g_autofree char *key = make_draft_key (thaw_entry_get_uuid (self->base));

  /* The draft goes away with the save; a later one must not bring it back. */
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->is_modified = FALSE;
  self->is_saving = TRUE;
  self->n_on_their_way++;
  self->after_save = after_save;
  update_state (self);

  thaw_journal_save_async (thaw_services_get_journal (self->services), entry, key, NULL, on_saved_cb,
                           g_object_ref (self));
}

static void
on_retry_cb (ThawEntryEditor *self)
{
  thaw_save_problem_hide (self->save_problem);
  thaw_entry_editor_save (self);
}

static void
on_copy_cb (ThawEntryEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.copy-text", NULL);
}

static void
on_title_activate_cb (ThawEntryEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* Loading */

static void
show_entry (ThawEntryEditor *self,
            ThawEntry       *entry,
            gboolean         is_stored,
            gboolean         is_modified)
{
  g_autofree char *uuid = NULL;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_object (&self->base);
  self->base = thaw_entry_copy (entry);
  if (thaw_entry_get_uuid (self->base) == NULL)
    {
      uuid = thaw_uuid_new (thaw_clock_get_utc_ms (thaw_services_get_clock (self->services)));
      thaw_entry_set_uuid (self->base, uuid);
    }

  self->is_stored = is_stored;
  self->is_draft_lost = FALSE;
  self->is_modified = is_modified;

  self->is_loading = TRUE;
  thaw_moment_button_set_moment (self->moment_button, thaw_entry_get_moment (entry));
  thaw_feeling_scale_set_feeling (self->feeling_scale, thaw_entry_get_feeling (entry));
  thaw_valence_scale_set_valence (self->valence_scale, thaw_entry_get_valence (entry));
  thaw_emotion_chips_load_entry (self->emotion_chips, entry);
  thaw_body_section_load_entry (self->body_section, entry);
  thaw_tag_entry_load_entry (self->tag_entry, entry);
  thaw_coping_editor_load_entry (self->coping_editor, entry);
  gtk_editable_set_text (self->title_entry, thaw_entry_get_title (entry));
  thaw_text_buffer_load (self->text_buffer, thaw_entry_get_text (entry));
  self->is_loading = FALSE;

  thaw_entry_editor_load_prompt (self, entry);
  thaw_save_problem_hide (self->save_problem);
  gtk_label_set_label (self->title_label, is_stored ? _("Entry") : _("New Entry"));
  update_state (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* Shows another entry. Before it takes the place of this one, what was written here goes to the journal. */
static void
load (ThawEntryEditor *self,
      ThawEntry       *entry,
      gboolean         is_stored,
      gboolean         is_modified)
{
  g_autoptr (ThawEntry) current = NULL;

  if (self->is_modified && !self->is_saving)
    current = thaw_entry_editor_dup_entry (self);

  if (self->is_saving || (current != NULL && !thaw_entry_is_empty (current)))
    {
      g_set_object (&self->next, entry);
      self->is_next_stored = is_stored;
      self->is_next_modified = is_modified;
      if (self->is_saving)
        self->after_save = THAW_AFTER_SAVE_SHOW_NEXT;
      else
        thaw_entry_editor_save_entry (self, current, THAW_AFTER_SAVE_SHOW_NEXT);
      return;
    }

  keep_draft (self);
  show_entry (self, entry, is_stored, is_modified);
}

/* Unless something was written meanwhile, which is saved as well. */
static void
show_next (ThawEntryEditor *self)
{
  g_autoptr (ThawEntry) next = g_steal_pointer (&self->next);

  load (self, next, self->is_next_stored, self->is_next_modified);
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (keeper);

  if (self->n_on_their_way > 0)
    return THAW_WORDS_ON_THEIR_WAY;

  return self->draft_source != 0 || (self->is_draft_lost && self->is_modified) ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (keeper);

  if (self->is_draft_lost && self->is_modified)
    schedule_draft (self);
  keep_draft (self);
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static void
thaw_entry_editor_unmap (GtkWidget *widget)
{
  keep_draft (THAW_ENTRY_EDITOR (widget));

  GTK_WIDGET_CLASS (thaw_entry_editor_parent_class)->unmap (widget);
}

static void
thaw_entry_editor_constructed (GObject *object)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (object);

  G_OBJECT_CLASS (thaw_entry_editor_parent_class)->constructed (object);

  thaw_moment_button_set_clock (self->moment_button, thaw_services_get_clock (self->services));
  thaw_tag_entry_set_journal (self->tag_entry, thaw_services_get_journal (self->services));
  thaw_emotion_chips_set_vocabulary (self->emotion_chips, thaw_services_get_vocabulary (self->services));
  thaw_emotion_chips_set_words (self->emotion_chips, thaw_services_get_words (self->services),
                                thaw_services_get_journal (self->services));
  thaw_coping_editor_set_catalog (self->coping_editor, thaw_services_get_coping_catalog (self->services));
  thaw_coping_editor_set_journal (self->coping_editor, thaw_services_get_journal (self->services));
  g_signal_connect_object (thaw_services_get_settings (self->services), "notify::offers-prompts",
                           G_CALLBACK (thaw_entry_editor_update_prompt), self, G_CONNECT_SWAPPED);
}

static void
thaw_entry_editor_dispose (GObject *object)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_object (&self->base);
  g_clear_object (&self->next);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_ENTRY_EDITOR);

  G_OBJECT_CLASS (thaw_entry_editor_parent_class)->dispose (object);
}

static void
thaw_entry_editor_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ThawEntryEditor *self = THAW_ENTRY_EDITOR (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_entry_editor_class_init (ThawEntryEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_entry_editor_constructed;
  object_class->dispose = thaw_entry_editor_dispose;
  object_class->set_property = thaw_entry_editor_set_property;
  widget_class->unmap = thaw_entry_editor_unmap;

  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, THAW_TYPE_SERVICES,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawEntryEditor::closed:
   *
   * There is nothing more to do here; the pages can be shown again.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_BODY_SECTION);
  g_type_ensure (THAW_TYPE_COPING_EDITOR);
  g_type_ensure (THAW_TYPE_EMOTION_CHIPS);
  g_type_ensure (THAW_TYPE_FEELING_SCALE);
  g_type_ensure (THAW_TYPE_MOMENT_BUTTON);
  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  g_type_ensure (THAW_TYPE_TAG_ENTRY);
  g_type_ensure (THAW_TYPE_TEXT_VIEW);
  g_type_ensure (THAW_TYPE_VALENCE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/editor/thaw-entry-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, title_label);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, status_label);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, save_problem);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, flap);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, moment_button);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, placeholder_label);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, feeling_scale);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, valence_scale);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, emotion_chips);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, body_section);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, tag_entry);
  gtk_widget_class_bind_template_child (widget_class, ThawEntryEditor, coping_editor);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_content_changed_cb",
                                                G_CALLBACK (thaw_entry_editor_changed));
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_title_activate_cb);

  thaw_entry_editor_install_actions (widget_class);
  thaw_entry_editor_install_prompt (widget_class);
}

static void
thaw_entry_editor_init (ThawEntryEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text_buffer = THAW_TEXT_BUFFER (gtk_text_view_get_buffer (self->text_view));
  g_signal_connect_object (self->text_buffer, "edited", G_CALLBACK (thaw_entry_editor_changed), self,
                           G_CONNECT_SWAPPED);
  thaw_save_problem_set_can_copy (self->save_problem, TRUE);
  update_state (self);
}

/**
 * thaw_entry_editor_new:
 * @services: where entries and drafts are kept
 *
 * Returns: (transfer floating): an editor in which nothing is shown yet
 */
GtkWidget *
thaw_entry_editor_new (ThawServices *services)
{
  return g_object_new (THAW_TYPE_ENTRY_EDITOR, "services", services, NULL);
}

/**
 * thaw_entry_editor_begin:
 * @moment: a valid moment
 *
 * Begins a new entry, when what was written before it is in the journal. If
 * that cannot be saved, it stays.
 */
void
thaw_entry_editor_begin (ThawEntryEditor  *self,
                         const ThawMoment *moment)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();

  g_return_if_fail (THAW_IS_ENTRY_EDITOR (self));

  thaw_entry_set_moment (entry, moment);
  load (self, entry, FALSE, FALSE);
}

/* What was typed into @entry and not saved when Thaw ended, or NULL. */
static ThawDraft *
find_draft (ThawEntryEditor *self,
            ThawEntry       *entry)
{
  g_autofree char *key = make_draft_key (thaw_entry_get_uuid (entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawDraft) draft = thaw_drafts_get (thaw_services_get_drafts (self->services), key, &error);

  if (draft == NULL && !g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    g_info ("The draft is not read: %s", error->message);

  if (draft == NULL || draft->modified_ms <= thaw_entry_get_modified_ms (entry))
    return NULL;

  return g_steal_pointer (&draft);
}

/**
 * thaw_entry_editor_edit:
 * @entry: an entry of the journal
 *
 * Shows an entry, to be read and changed; with what was typed into it and not
 * saved, if Thaw ended over it. One that is shown already, with words that are
 * not saved, stays as it is.
 */
void
thaw_entry_editor_edit (ThawEntryEditor *self,
                        ThawEntry       *entry)
{
  g_autoptr (ThawDraft) draft = NULL;

  g_return_if_fail (THAW_IS_ENTRY_EDITOR (self));
  g_return_if_fail (THAW_IS_ENTRY (entry));
  g_return_if_fail (thaw_entry_get_uuid (entry) != NULL);

  if (self->base != NULL && thaw_entry_editor_is_modified (self) &&
      g_strcmp0 (thaw_entry_get_uuid (self->base), thaw_entry_get_uuid (entry)) == 0)
    return;

  draft = find_draft (self, entry);
  if (draft != NULL)
    thaw_entry_editor_restore (self, draft);
  else
    load (self, entry, TRUE, FALSE);
}

/**
 * thaw_entry_editor_restore:
 * @draft: what was being written when Thaw ended
 *
 * Goes on where the person was.
 */
void
thaw_entry_editor_restore (ThawEntryEditor *self,
                           const ThawDraft *draft)
{
  g_autoptr (ThawEntry) stored = NULL;

  g_return_if_fail (THAW_IS_ENTRY_EDITOR (self));
  g_return_if_fail (draft != NULL);

  stored = thaw_journal_get_entry (thaw_services_get_journal (self->services),
                                   thaw_entry_get_uuid (draft->entry), NULL);
  load (self, draft->entry, stored != NULL, TRUE);
}

/**
 * thaw_entry_editor_save:
 *
 * Saves what was changed; "Saved" appears when it is on the disk.
 */
void
thaw_entry_editor_save (ThawEntryEditor *self)
{
  g_autoptr (ThawEntry) entry = NULL;

  g_return_if_fail (THAW_IS_ENTRY_EDITOR (self));

  if (self->base == NULL || !self->is_modified || self->is_saving)
    return;

  entry = thaw_entry_editor_dup_entry (self);
  if (!thaw_entry_is_empty (entry))
    thaw_entry_editor_save_entry (self, entry, THAW_AFTER_SAVE_STAY);
}

/**
 * thaw_entry_editor_close:
 *
 * Saves what was changed and goes back. If it cannot be saved the editor stays
 * open with the words in it. An entry from which everything was taken away is
 * deleted, which can be undone.
 */
void
thaw_entry_editor_close (ThawEntryEditor *self)
{
  g_autoptr (ThawEntry) entry = NULL;

  g_return_if_fail (THAW_IS_ENTRY_EDITOR (self));

  if (self->is_saving)
    {
      self->after_save = THAW_AFTER_SAVE_CLOSE;
      return;
    }

  if (!self->is_modified)
    {
      leave (self);
      return;
    }

  entry = thaw_entry_editor_dup_entry (self);
  if (!thaw_entry_is_empty (entry))
    thaw_entry_editor_save_entry (self, entry, THAW_AFTER_SAVE_CLOSE);
  else
    thaw_entry_editor_remove_entry (self);
}

/**
 * thaw_entry_editor_is_modified:
 *
 * Returns: whether there is something that is not in the journal
 */
gboolean
thaw_entry_editor_is_modified (ThawEntryEditor *self)
{
  g_return_val_if_fail (THAW_IS_ENTRY_EDITOR (self), FALSE);

  return self->is_modified || self->is_saving;
}
