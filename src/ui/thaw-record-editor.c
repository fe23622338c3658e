/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-record-editor"

#include "config.h"
#include "thaw-record-editor.h"

#include <glib/gi18n-lib.h>

#include "thaw-close-question.h"
#include "thaw-words-keeper.h"

/**
 * ThawRecordEditor:
 *
 * A window to write something of the person’s own, which is saved as a whole. It stays
 * until that is on the disk, or until the person wants it gone: whoever closes it with
 * something in it that was not there at first is asked.
 *
 * Keyboard: Return in a field, Ctrl+Return and Ctrl+S save, Escape closes.
 */
typedef struct
{
  GtkWidget *first_field; /* (unowned): goes with the window */
  GtkWidget *question;    /* (unowned) (nullable): over the window */
  char *former;           /* (owned) (nullable): what stood in the fields at first, NULL until it is on the screen */
  gboolean is_valid;      /* it can be saved as it stands */
  gboolean is_saving;
  gboolean is_done;       /* there is nothing more to keep */
} ThawRecordEditorPrivate;

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (ThawRecordEditor, thaw_record_editor, ADW_TYPE_WINDOW,
                                  G_ADD_PRIVATE (ThawRecordEditor)
                                  G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static ThawRecordEditorPrivate *
get_priv (gpointer self)
{
  return thaw_record_editor_get_instance_private (self);
}

/* What was typed counts also where it is no number, or has not become one yet. */
static void
describe (GtkWidget *widget,
          GString   *description)
{
  if (GTK_IS_TEXT (widget))
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget))));

      g_string_append_printf (description, "%s\n", text);
    }
  else if (ADW_IS_COMBO_ROW (widget))
    {
      g_string_append_printf (description, "%u\n", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe (child, description);
}

static char *
make_description (ThawRecordEditor *self)
{
  g_autoptr (GString) description = g_string_new (NULL);

  describe (adw_window_get_content (ADW_WINDOW (self)), description);

  return g_string_free (g_steal_pointer (&description), FALSE);
}

static gboolean
is_changed (ThawRecordEditor *self)
{
  ThawRecordEditorPrivate *priv = get_priv (self);
  ThawRecordEditorClass *klass = THAW_RECORD_EDITOR_GET_CLASS (self);
  g_autofree char *now = NULL;

  if (priv->is_done || priv->former == NULL)
    return FALSE;
  if (klass->is_changed != NULL && klass->is_changed (self))
    return TRUE;

  now = make_description (self);

  return !g_str_equal (now, priv->former);
}

static void
update (ThawRecordEditor *self)
{
  ThawRecordEditorPrivate *priv = get_priv (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", priv->is_valid && !priv->is_saving);
  /* What is written while it is on its way would not come along. */
  gtk_widget_set_sensitive (adw_window_get_content (ADW_WINDOW (self)), !priv->is_saving);
}

static void
save (ThawRecordEditor *self)
{
  ThawRecordEditorPrivate *priv = get_priv (self);

  if (priv->is_valid && !priv->is_saving && !priv->is_done)
    THAW_RECORD_EDITOR_GET_CLASS (self)->save (self);
}

static gboolean
on_close_due_cb (gpointer user_data)
{
  get_priv (user_data)->is_done = TRUE;
  gtk_window_destroy (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

static gboolean
on_save_due_cb (gpointer user_data)
{
  save (user_data);

  return G_SOURCE_REMOVE;
}

static void
on_question_answered_cb (ThawRecordEditor *self,
                         const char       *response)
{
  GSourceFunc func = NULL;

  if (g_str_equal (response, THAW_CLOSE_QUESTION_CLOSE))
    func = on_close_due_cb;
  else if (g_str_equal (response, THAW_CLOSE_QUESTION_KEEP))
    func = on_save_due_cb;

  /* Not before the dialog is done: it goes with this window. */
  if (func != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, func, g_object_ref (self), g_object_unref);
}

static void
ask (ThawRecordEditor *self,
     GtkWidget        *question)
{
  g_set_weak_pointer (&get_priv (self)->question, question);
  g_signal_connect_object (question, "response", G_CALLBACK (on_question_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* The words stay where they are, and can be saved again. */
static void
tell_not_saved (ThawRecordEditor *self,
                const GError     *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("This Could Not Be Saved"), NULL);

  /* Translators: %s is the reason, as a sentence without a full stop */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _("%s. What you wrote is still here."), error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "back", _("_Go Back"),
                                    THAW_CLOSE_QUESTION_KEEP, _("_Try Again"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), THAW_CLOSE_QUESTION_KEEP);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  ask (self, dialog);
}

static gboolean
thaw_record_editor_close_request (GtkWindow *window)
{
  ThawRecordEditor *self = THAW_RECORD_EDITOR (window);
  ThawRecordEditorPrivate *priv = get_priv (self);

  /* It goes when all is on the disk. */
  if (priv->is_saving)
    return GDK_EVENT_STOP;

  if (!is_changed (self))
    return GTK_WINDOW_CLASS (thaw_record_editor_parent_class)->close_request (window);

  if (priv->question != NULL)
    gtk_window_present (GTK_WINDOW (priv->question));
  else
    ask (self, thaw_close_question_new_keep (window, priv->is_valid));

  return GDK_EVENT_STOP;
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  save (THAW_RECORD_EDITOR (widget));
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  if (get_priv (keeper)->is_saving)
    return THAW_WORDS_ON_THEIR_WAY;

  return is_changed (THAW_RECORD_EDITOR (keeper)) ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  save (THAW_RECORD_EDITOR (keeper));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_record_editor_map (GtkWidget *widget)
{
  ThawRecordEditor *self = THAW_RECORD_EDITOR (widget);
  ThawRecordEditorPrivate *priv = get_priv (self);

  GTK_WIDGET_CLASS (thaw_record_editor_parent_class)->map (widget);

  if (priv->former != NULL)
    return;

  priv->former = make_description (self);
  gtk_widget_grab_focus (priv->first_field);
}

static void
thaw_record_editor_dispose (GObject *object)
{
  ThawRecordEditorPrivate *priv = get_priv (object);

  /* Whatever was on its way finds nothing more to do. */
  priv->is_done = TRUE;
  priv->is_saving = FALSE;
  priv->first_field = NULL;
  g_clear_weak_pointer (&priv->question);

  G_OBJECT_CLASS (thaw_record_editor_parent_class)->dispose (object);
}

static void
thaw_record_editor_finalize (GObject *object)
{
  g_free (get_priv (object)->former);

  G_OBJECT_CLASS (thaw_record_editor_parent_class)->finalize (object);
}

static void
thaw_record_editor_class_init (ThawRecordEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_record_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_record_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_record_editor_close_request;
  widget_class->map = thaw_record_editor_map;

  /**
   * ThawRecordEditor::save:
   * @record: what is to be kept
   *
   * The person is done, and wants it kept. Whoever does that tells
   * thaw_record_editor_settle() what became of it.
   */
  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "editor.save", NULL);
}

static void
thaw_record_editor_init (ThawRecordEditor *self)
{
}

/**
 * thaw_record_editor_add_field:
 * @field: a row with one line of text
 * @max_length: how many characters can be kept of it
 *
 * Return saves there. The first field that is added has the focus at first.
 */
void
thaw_record_editor_add_field (ThawRecordEditor *self,
                              GtkEditable      *field,
                              int               max_length)
{
  g_return_if_fail (THAW_IS_RECORD_EDITOR (self));
  g_return_if_fail (ADW_IS_ENTRY_ROW (field));

  if (get_priv (self)->first_field == NULL)
    get_priv (self)->first_field = GTK_WIDGET (field);
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (field)), max_length);
  g_signal_connect_object (field, "entry-activated", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_record_editor_allow_saving:
 * @is_valid: whether what stands in the window can be kept
 */
void
thaw_record_editor_allow_saving (ThawRecordEditor *self,
                                 gboolean          is_valid)
{
  g_return_if_fail (THAW_IS_RECORD_EDITOR (self));

  get_priv (self)->is_valid = is_valid;
  update (self);
}

/**
 * thaw_record_editor_take:
 * @record: what stands in the window
 *
 * Asks for it to be kept, as the last thing that a subclass does: the window may be gone then.
 */
void
thaw_record_editor_take (ThawRecordEditor *self,
                         gpointer          record)
{
  g_return_if_fail (THAW_IS_RECORD_EDITOR (self));
  g_return_if_fail (record != NULL);

  /* Before it is insensitive: GTK 4.8 would let its cursor blink on, and complain. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  get_priv (self)->is_saving = TRUE;
  update (self);
  g_signal_emit (self, signals[SIGNAL_SAVE], 0, record);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (ThawRecordEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer saved = thaw_store_finish (source, result, &error);

  if (saved != NULL)
    thaw_store_free_record (THAW_STORE (source), saved);
  thaw_record_editor_settle (self, error);
}

/**
 * thaw_record_editor_write:
 * @store: where such things are kept
 * @record: what #ThawRecordEditor::save gave
 *
 * Keeps it there, and does what thaw_record_editor_settle() does.
 */
void
thaw_record_editor_write (ThawRecordEditor *self,
                          ThawStore        *store,
                          gconstpointer     record)
{
  g_return_if_fail (THAW_IS_RECORD_EDITOR (self));
  g_return_if_fail (THAW_IS_STORE (store) && record != NULL);

  thaw_store_save_record_async (store, thaw_record_editor_write, record, NULL, on_written_cb, g_object_ref (self));
}

/**
 * thaw_record_editor_settle:
 * @error: (nullable): why it could not be kept, %NULL if it was
 *
 * Closes the window, or says what went wrong: the words are still there, and can be
 * saved again.
 */
void
thaw_record_editor_settle (ThawRecordEditor *self,
                           const GError     *error)
{
  g_autoptr (ThawRecordEditor) owned = NULL;
  ThawRecordEditorPrivate *priv;

  g_return_if_fail (THAW_IS_RECORD_EDITOR (self));

  priv = get_priv (self);
  if (priv->is_done)
    return;

  owned = g_object_ref (self);
  priv->is_saving = FALSE;
  priv->is_done = error == NULL;
  if (error != NULL)
    {
      g_info ("Not saved: %s", error->message);
      update (self);
      gtk_widget_grab_focus (priv->first_field);
      tell_not_saved (self, error);
    }

  /* The window that this one is over may be waiting for it, and take it along. */
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}
