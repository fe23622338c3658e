/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person-editor"

#include "config.h"
#include "support/thaw-person-editor.h"

#include <glib/gi18n-lib.h>

#include "reminders/thaw-reminder-actions.h"
#include "support/thaw-people-changes.h"
#include "support/thaw-people-export.h"
#include "support/thaw-person-form.h"
#include "support/thaw-person-view.h"
#include "thaw-close-question.h"
#include "thaw-uuid.h"
#include "thaw-window-over.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-save-problem.h"

/* Soon enough that little is lost, late enough that not every key is a write. */
#define SAVE_DELAY_MS 1000

/**
 * ThawPersonEditor:
 *
 * Somebody: to reach them, and to change what is said of them.
 *
 * Each change is saved within a second; whoever is new is there with the first word.
 * Whoever opens the window for somebody new and closes it leaves nobody behind. What was
 * changed can be taken back as a whole afterwards.
 *
 * Keyboard: Escape closes, and all is kept; Ctrl+Return is done with changing.
 */
struct _ThawPersonEditor
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toast_overlay;
  GtkWidget *edit_button;
  GtkWidget *done_button;
  GtkWidget *menu_button;
  ThawPersonView *view;
  ThawPersonForm *form;
  ThawSaveProblem *save_problem;

  ThawServices *services;   /* (owned) */
  AdwToastOverlay *overlay; /* (unowned) (nullable): of the window that this one is over */
  GtkWidget *question;      /* (unowned) (nullable): whether to close without the words */

  ThawPerson *person;   /* (owned): as it was last read from the form, or from the journal */
  ThawPerson *former;   /* (owned) (nullable): as it was before it was changed, NULL if it was not there */
  gboolean is_editing;  /* the form is shown, not the view */
  gboolean is_shown;    /* what the window is for is on the screen */

  guint save_source;    /* what was changed is not yet on its way, 0 if it is */
  gboolean is_changed;  /* something is nowhere but on the screen */
  gboolean is_saving;
  gboolean is_leaving;  /* goes back to the view when all is on the disk */
  gboolean is_closing;  /* goes when all is on the disk */
  gboolean is_deleting; /* and the person with it */
  gboolean is_done;     /* there is nothing more to keep */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawPersonEditor, thaw_person_editor, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

static void save (ThawPersonEditor *self);

static gboolean
is_known (ThawPersonEditor *self)
{
  return self->person->id != NULL;
}

static void
update (ThawPersonEditor *self)
{
  /* Not in a stack, which would ask for more room than either of them needs. */
  gtk_widget_set_visible (GTK_WIDGET (self->view), !self->is_editing);
  gtk_widget_set_visible (GTK_WIDGET (self->form), self->is_editing);
  gtk_widget_set_visible (self->edit_button, !self->is_editing);
  gtk_widget_set_visible (self->done_button, self->is_editing);
  gtk_widget_set_visible (self->menu_button, is_known (self));
  gtk_window_set_title (GTK_WINDOW (self), is_known (self) ? self->person->name : _("Add Somebody"));
}

static void
show_view (ThawPersonEditor *self)
{
  self->is_editing = FALSE;
  self->is_leaving = FALSE;
  thaw_person_view_show (self->view, self->services, self->person);
  update (self);
  gtk_widget_grab_focus (self->edit_button);
}

static void
show_form (ThawPersonEditor *self)
{
  self->is_editing = TRUE;
  g_clear_pointer (&self->former, thaw_person_free);
  self->former = is_known (self) ? thaw_person_copy (self->person) : NULL;
  thaw_person_form_fill (self->form, self->person);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* Once for all that was changed, where the person looks next. */
static void
offer_undo (ThawPersonEditor *self,
            AdwToastOverlay  *overlay)
{
  if (overlay != NULL && self->is_editing && is_known (self) &&
      (self->former == NULL || !thaw_person_equal (self->former, self->person)))
    thaw_people_changes_offer_undo (overlay, self->services, self->former, self->person);
}

/* Closing */

static void
end (ThawPersonEditor *self)
{
  self->is_done = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->is_deleting)
    thaw_people_changes_remove (self->overlay != NULL ? self->overlay : self->toast_overlay, self->services,
                                self->person);
  else
    offer_undo (self, self->overlay);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
leave (ThawPersonEditor *self)
{
  offer_undo (self, self->toast_overlay);
  show_view (self);
}

static gboolean
on_give_up_due_cb (gpointer user_data)
{
  ThawPersonEditor *self = user_data;

  if (self->is_deleting)
    {
      end (self);
    }
  else
    {
      self->is_done = TRUE;
      gtk_window_destroy (GTK_WINDOW (self));
    }

  return G_SOURCE_REMOVE;
}

static void
on_question_answered_cb (ThawPersonEditor *self,
                         const char       *response)
{
  /* Not before the dialog is done: it goes with this window. */
  if (g_str_equal (response, THAW_CLOSE_QUESTION_CLOSE))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_give_up_due_cb, g_object_ref (self), g_object_unref);
  else
    {
      self->is_deleting = FALSE;
      thaw_person_form_focus_problem (self->form);
    }
}

static void
ask_whether_to_close (ThawPersonEditor *self)
{
  if (self->question == NULL)
    {
      g_set_weak_pointer (&self->question, thaw_close_question_new (GTK_WINDOW (self)));
      g_signal_connect_object (self->question, "response", G_CALLBACK (on_question_answered_cb), self,
                               G_CONNECT_SWAPPED);
    }

  gtk_window_present (GTK_WINDOW (self->question));
}

/* Away from the form, as soon as all is on the disk. */
static void
go_on (ThawPersonEditor *self)
{
  if (thaw_person_form_is_busy (self->form) || self->is_saving)
    return;

  if (self->is_changed)
    save (self);
  else if (self->is_closing)
    end (self);
  else if (self->is_leaving)
    leave (self);
}

static gboolean
thaw_person_editor_close_request (GtkWindow *window)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (window);

  if (self->is_done)
    return GDK_EVENT_PROPAGATE;

  thaw_person_form_finish_typing (self->form);
  if (self->is_changed && !thaw_person_form_is_valid (self->form))
    {
      ask_whether_to_close (self);
      return GDK_EVENT_STOP;
    }

  self->is_closing = TRUE;
  go_on (self);

  return GDK_EVENT_STOP;
}

/* Saving */

/* Something that was on its way is there, or is not. */
static void
settle (ThawPersonEditor *self)
{
  if ((self->is_closing || self->is_leaving) && self->is_changed)
    save (self);

  /* The window that this one is over may be waiting for it, and take it along. */
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
  if (!self->is_done && (self->is_closing || self->is_leaving))
    go_on (self);
}

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawPersonEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawPerson) saved = thaw_people_store_save_finish (THAW_PEOPLE_STORE (source), result, &error);
  gboolean was_closing = self->is_closing;

  self->is_saving = FALSE;
  if (self->is_done)
    return;

  if (saved == NULL)
    {
      self->is_changed = TRUE;
      self->is_closing = FALSE;
      self->is_leaving = FALSE;
      self->is_deleting = FALSE;
      thaw_save_problem_show (self->save_problem, error);
      if (was_closing)
        ask_whether_to_close (self);
    }
  else
    {
      thaw_save_problem_hide (self->save_problem);
      update (self);
    }

  settle (self);
}

static void
save (ThawPersonEditor *self)
{
  /* What comes later is saved when this one is there, and what is too long when it is shorter. */
  if (self->is_saving || !thaw_person_form_is_valid (self->form))
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  thaw_person_form_read (self->form, self->person);
  if (!is_known (self))
    self->person->id = thaw_uuid_new (thaw_clock_get_utc_ms (thaw_services_get_clock (self->services)));
  self->is_changed = FALSE;
  self->is_saving = TRUE;
  thaw_people_store_save_async (thaw_services_get_people (self->services), self->person, NULL, on_saved_cb,
                                g_object_ref (self));
}

static gboolean
on_save_due_cb (gpointer user_data)
{
  ThawPersonEditor *self = user_data;

  /* Somewhat later, if the last one is still on its way. */
  if (self->is_saving)
    return G_SOURCE_CONTINUE;

  self->save_source = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (ThawPersonEditor *self)
{
  self->is_changed = TRUE;
  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_due_cb, self);
}

static void
form_settled_cb (ThawPersonEditor *self,
                 gboolean          is_well)
{
  g_autoptr (ThawPersonEditor) owned = g_object_ref (self);

  if (self->is_done)
    return;

  /* What went wrong is to be read. */
  if (!is_well)
    self->is_closing = self->is_leaving = self->is_deleting = FALSE;
  settle (self);
}

static void
save_problem_retry_cb (ThawPersonEditor *self)
{
  save (self);
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (keeper);

  if (self->is_done)
    return THAW_WORDS_KEPT;
  if (self->is_saving || thaw_person_form_is_busy (self->form))
    return THAW_WORDS_ON_THEIR_WAY;

  return self->is_changed ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  save (THAW_PERSON_EDITOR (keeper));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

/* What was changed elsewhere, or by this window. */
static void
on_people_changed_cb (ThawPersonEditor *self)
{
  g_autoptr (ThawPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_done || self->is_saving || self->is_changed || !is_known (self))
    return;

  person = thaw_people_store_get (thaw_services_get_people (self->services), self->person->id, &error);
  if (g_error_matches (error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND))
    {
      self->is_done = TRUE;
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (person != NULL && !thaw_person_equal (person, self->person))
    {
      thaw_person_free (self->person);
      self->person = g_steal_pointer (&person);
      if (self->is_editing)
        thaw_person_form_fill (self->form, self->person);
      else
        thaw_person_view_show (self->view, self->services, self->person);
      update (self);
    }
}

/* Actions */

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  thaw_person_editor_edit (THAW_PERSON_EDITOR (widget));
}

static void
done_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (widget);

  /* Whoever is new is looked at in the list. */
  if (!self->is_editing || self->former == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  thaw_person_form_finish_typing (self->form);
  if (self->is_changed && !thaw_person_form_is_valid (self->form))
    {
      thaw_person_form_focus_problem (self->form);
      return;
    }

  self->is_leaving = TRUE;
  go_on (self);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (widget);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_person_free);

  g_ptr_array_add (people, thaw_person_copy (self->person));
  thaw_people_export_ask (self->toast_overlay, self->services, people);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (widget);

  if (!is_known (self))
    return;

  /* When all is on the disk: so that who stays, or comes back, is whoever was there. */
  self->is_deleting = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_person_editor_map (GtkWidget *widget)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (widget);

  GTK_WIDGET_CLASS (thaw_person_editor_parent_class)->map (widget);

  if (self->is_shown)
    return;

  self->is_shown = TRUE;
  if (is_known (self) && !self->is_editing)
    {
      show_view (self);
      /* Most look somebody up to reach them. */
      thaw_person_view_focus_ways (self->view);
    }
  else
    show_form (self);
}

static void
thaw_person_editor_dispose (GObject *object)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (object);

  /* Whatever was on its way finds nothing more to do. */
  self->is_done = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_weak_pointer (&self->question);
  g_clear_weak_pointer (&self->overlay);
  /* GTK 4.8 would keep it, and what it works with. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reminders", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_PERSON_EDITOR);

  G_OBJECT_CLASS (thaw_person_editor_parent_class)->dispose (object);
}

static void
thaw_person_editor_finalize (GObject *object)
{
  ThawPersonEditor *self = THAW_PERSON_EDITOR (object);

  g_clear_pointer (&self->former, thaw_person_free);
  g_clear_pointer (&self->person, thaw_person_free);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_person_editor_parent_class)->finalize (object);
}

static void
thaw_person_editor_class_init (ThawPersonEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_person_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_person_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_person_editor_close_request;
  widget_class->map = thaw_person_editor_map;

  g_type_ensure (THAW_TYPE_PERSON_FORM);
  g_type_ensure (THAW_TYPE_PERSON_VIEW);
  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/support/thaw-person-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawPersonEditor, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonEditor, edit_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonEditor, done_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonEditor, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonEditor, view);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonEditor, form);
  gtk_widget_class_bind_template_child (widget_class, ThawPersonEditor, save_problem);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_retry_cb);
  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "person.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "person.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "person.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "person.done", NULL);
}

static void
thaw_person_editor_init (ThawPersonEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_person_editor_new:
 * @services: where people are kept
 * @person: (nullable): somebody who was saved, %NULL for somebody new
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
GtkWindow *
thaw_person_editor_new (ThawServices     *services,
                        const ThawPerson *person)
{
  ThawPersonEditor *self;
  g_autoptr (ThawReminderActions) reminder_actions = NULL;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);
  g_return_val_if_fail (person == NULL || person->id != NULL, NULL);

  self = g_object_new (THAW_TYPE_PERSON_EDITOR, NULL);
  self->services = g_object_ref (services);
  self->person = person != NULL ? thaw_person_copy (person) : thaw_person_new (THAW_PERSON_FRIEND, "");
  thaw_person_form_set_services (self->form, services);
  reminder_actions = thaw_reminder_actions_new (services, self->toast_overlay);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reminders", G_ACTION_GROUP (reminder_actions));
  g_signal_connect_object (thaw_services_get_people (services), "changed", G_CALLBACK (on_people_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WINDOW (self);
}

/**
 * thaw_person_editor_open:
 * @overlay: where toasts appear, in the window over which this one does
 * @services: where people are kept
 * @person: (nullable): somebody who was saved, %NULL for somebody new
 *
 * Opens a window for somebody. What was done there is told, and can be taken back, in
 * @overlay.
 */
void
thaw_person_editor_open (AdwToastOverlay  *overlay,
                         ThawServices     *services,
                         const ThawPerson *person)
{
  GtkWindow *window;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  window = thaw_person_editor_new (services, person);
  g_set_weak_pointer (&THAW_PERSON_EDITOR (window)->overlay, overlay);
  thaw_window_put_over (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (overlay))));
  gtk_window_present (window);
}

/**
 * thaw_person_editor_edit:
 *
 * Goes over to changing what is said of somebody.
 */
void
thaw_person_editor_edit (ThawPersonEditor *self)
{
  g_return_if_fail (THAW_IS_PERSON_EDITOR (self));

  if (self->is_editing)
    return;

  if (self->is_shown)
    show_form (self);
  else
    self->is_editing = TRUE;
}
