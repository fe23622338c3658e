/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-own-prompts-group"

#include "config.h"
#include "thaw-own-prompts-group.h"

#include "thaw-text.h"

#include <glib/gi18n.h>

/* Long enough to read and to reach for the button. */
#define UNDO_TIMEOUT_SECS 10

#define PROMPT_KEY "thaw-prompt"

/**
 * ThawOwnPromptsGroup:
 *
 * The person's own questions for the blank page, to add, change and remove, in an
 * #AdwPreferencesWindow, whose toasts say what cannot be seen in the rows.
 *
 * A row in which something is typed is left alone when the list changes.
 */
struct _ThawOwnPromptsGroup
{
  AdwPreferencesGroup parent_instance;

  ThawPromptStore *store; /* (owned) (nullable): NULL until it is set */
  GtkWidget *add_row;     /* (unowned): an entry for the next question */
  GPtrArray *rows;        /* (owned) (element-type AdwEntryRow): one for each question, not owned */
};

G_DEFINE_FINAL_TYPE (ThawOwnPromptsGroup, thaw_own_prompts_group, ADW_TYPE_PREFERENCES_GROUP)

/* A write on its way, and what its toast may have to do again. */
typedef struct
{
  ThawOwnPromptsGroup *self; /* (owned) */
  ThawOwnPrompt *prompt;     /* (owned) */
} Change;

static Change *
change_new (ThawOwnPromptsGroup *self,
            const ThawOwnPrompt *prompt)
{
  Change *change = g_new0 (Change, 1);

  change->self = g_object_ref (self);
  change->prompt = thaw_own_prompt_copy (prompt);

  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->self);
  thaw_own_prompt_free (change->prompt);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
closure_change_free (gpointer  data,
                     GClosure *closure)
{
  change_free (data);
}

static void
show_toast (ThawOwnPromptsGroup *self,
            const char          *sentence,
            const char          *button_label,
            GCallback            callback,
            const ThawOwnPrompt *prompt)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);
  AdwToast *toast;

  /* Closed meanwhile. */
  if (window == NULL)
    return;

  toast = adw_toast_new (sentence);
  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_timeout (toast, UNDO_TIMEOUT_SECS);
  g_signal_connect_data (toast, "button-clicked", callback, change_new (self, prompt), closure_change_free, 0);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), toast);
}

static void save (ThawOwnPromptsGroup *self,
                  const ThawOwnPrompt *prompt);
static void remove_prompt (ThawOwnPromptsGroup *self,
                           const ThawOwnPrompt *prompt);

static void
on_save_again_cb (AdwToast *toast,
                  Change   *change)
{
  save (change->self, change->prompt);
}

static void
on_remove_again_cb (AdwToast *toast,
                    Change   *change)
{
  remove_prompt (change->self, change->prompt);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawOwnPrompt) saved = thaw_prompt_store_save_finish (THAW_PROMPT_STORE (source), result, &error);
  GtkEditable *add_row;

  if (saved == NULL)
    {
      g_info ("Question not saved: %s", error->message);
      show_toast (change->self, _("Your question could not be saved"), _("_Try Again"), G_CALLBACK (on_save_again_cb),
                  change->prompt);
      return;
    }

  /* What was added is a row of its own now, unless something else was typed since. */
  add_row = GTK_EDITABLE (change->self->add_row);
  if (change->prompt->uuid == NULL && g_str_equal (gtk_editable_get_text (add_row), change->prompt->text))
    gtk_editable_set_text (add_row, "");
}

static void
save (ThawOwnPromptsGroup *self,
      const ThawOwnPrompt *prompt)
{
  thaw_prompt_store_save_async (self->store, prompt, NULL, on_saved_cb, change_new (self, prompt));
}

static void
on_removed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (thaw_prompt_store_remove_finish (THAW_PROMPT_STORE (source), result, &error))
    {
      show_toast (change->self, _("Question removed"), _("_Undo"), G_CALLBACK (on_save_again_cb), change->prompt);
      return;
    }

  g_info ("Question not removed: %s", error->message);
  show_toast (change->self, _("Your question could not be removed"), _("_Try Again"), G_CALLBACK (on_remove_again_cb),
              change->prompt);
}

static void
remove_prompt (ThawOwnPromptsGroup *self,
               const ThawOwnPrompt *prompt)
{
  thaw_prompt_store_remove_async (self->store, prompt->uuid, NULL, on_removed_cb, change_new (self, prompt));
}

static const ThawOwnPrompt *
get_prompt (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), PROMPT_KEY);
}

static void
show_prompt (GtkWidget           *row,
             const ThawOwnPrompt *prompt)
{
  const ThawOwnPrompt *former = get_prompt (row);
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (row));

  if (former == NULL || g_str_equal (shown, former->text))
    gtk_editable_set_text (GTK_EDITABLE (row), prompt->text);
  g_object_set_data_full (G_OBJECT (row), PROMPT_KEY, thaw_own_prompt_copy (prompt),
                          (GDestroyNotify) thaw_own_prompt_free);
}

static void
on_row_apply_cb (ThawOwnPromptsGroup *self,
                 GtkWidget           *row)
{
  const ThawOwnPrompt *former = get_prompt (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (ThawOwnPrompt) prompt = thaw_own_prompt_copy (former);

  /* Nothing is no question; there is a button to remove one. */
  if (thaw_text_is_blank (text))
    {
      gtk_editable_set_text (GTK_EDITABLE (row), former->text);
      return;
    }

  g_free (prompt->text);
  prompt->text = g_strdup (text);
  save (self, prompt);
}

static void
on_add_row_apply_cb (ThawOwnPromptsGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->add_row));
  g_autoptr (ThawOwnPrompt) prompt = NULL;

  if (thaw_text_is_blank (text))
    return;

  prompt = thaw_own_prompt_new (text);
  save (self, prompt);
}

static void
on_remove_clicked_cb (ThawOwnPromptsGroup *self,
                      GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  /* The row goes; the focus stays in the group. */
  gtk_widget_grab_focus (self->add_row);
  remove_prompt (self, get_prompt (row));
}

static GtkWidget *
create_row (ThawOwnPromptsGroup *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Question"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_row_apply_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove Question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove question"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);

  return row;
}

static const ThawOwnPrompt *
find_prompt (GPtrArray  *prompts,
             const char *uuid)
{
  for (guint i = 0; i < prompts->len; i++)
    {
      const ThawOwnPrompt *prompt = g_ptr_array_index (prompts, i);

      if (g_str_equal (prompt->uuid, uuid))
        return prompt;
    }

  return NULL;
}

static gboolean
has_row (ThawOwnPromptsGroup *self,
         const char          *uuid)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_str_equal (get_prompt (g_ptr_array_index (self->rows, i))->uuid, uuid))
        return TRUE;
    }

  return FALSE;
}

static void
reload (ThawOwnPromptsGroup *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) prompts = thaw_prompt_store_list (self->store, &error);

  if (prompts == NULL)
    {
      g_info ("Own questions not read: %s", error->message);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                             _("Your questions cannot be read right now."));
      return;
    }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("They are offered among the others."));
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);
      const ThawOwnPrompt *prompt = find_prompt (prompts, get_prompt (row)->uuid);

      if (prompt != NULL)
        {
          show_prompt (row, prompt);
          continue;
        }

      g_ptr_array_remove_index (self->rows, i - 1);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
    }

  /* The newest is the last, next to nothing that moves. */
  for (guint i = prompts->len; i > 0; i--)
    {
      const ThawOwnPrompt *prompt = g_ptr_array_index (prompts, i - 1);
      GtkWidget *row;

      if (has_row (self, prompt->uuid))
        continue;

      row = create_row (self);
      show_prompt (row, prompt);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

/* Only while it is seen: libadwaita 1.2 keeps a group when its page goes, and it shall not read on. */
static void
thaw_own_prompts_group_map (GtkWidget *widget)
{
  ThawOwnPromptsGroup *self = THAW_OWN_PROMPTS_GROUP (widget);

  GTK_WIDGET_CLASS (thaw_own_prompts_group_parent_class)->map (widget);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
thaw_own_prompts_group_unmap (GtkWidget *widget)
{
  ThawOwnPromptsGroup *self = THAW_OWN_PROMPTS_GROUP (widget);

  g_signal_handlers_disconnect_by_func (self->store, reload, self);

  GTK_WIDGET_CLASS (thaw_own_prompts_group_parent_class)->unmap (widget);
}

static void
thaw_own_prompts_group_dispose (GObject *object)
{
  ThawOwnPromptsGroup *self = THAW_OWN_PROMPTS_GROUP (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (thaw_own_prompts_group_parent_class)->dispose (object);
}

static void
thaw_own_prompts_group_finalize (GObject *object)
{
  g_ptr_array_unref (THAW_OWN_PROMPTS_GROUP (object)->rows);

  G_OBJECT_CLASS (thaw_own_prompts_group_parent_class)->finalize (object);
}

static void
thaw_own_prompts_group_class_init (ThawOwnPromptsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = thaw_own_prompts_group_dispose;
  object_class->finalize = thaw_own_prompts_group_finalize;
  widget_class->map = thaw_own_prompts_group_map;
  widget_class->unmap = thaw_own_prompts_group_unmap;
}

static void
thaw_own_prompts_group_init (ThawOwnPromptsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Your Own Questions"));

  self->add_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("Add a Question"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (on_add_row_apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

GtkWidget *
thaw_own_prompts_group_new (void)
{
  return g_object_new (THAW_TYPE_OWN_PROMPTS_GROUP, NULL);
}

/**
 * thaw_own_prompts_group_set_store:
 * @store: where the questions are kept
 *
 * To be called once, before it is shown.
 */
void
thaw_own_prompts_group_set_store (ThawOwnPromptsGroup *self,
                                  ThawPromptStore     *store)
{
  g_return_if_fail (THAW_IS_OWN_PROMPTS_GROUP (self));
  g_return_if_fail (THAW_IS_PROMPT_STORE (store));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
}
