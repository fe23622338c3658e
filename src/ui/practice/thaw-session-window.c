/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-window"

#include "config.h"
#include "practice/thaw-session-window.h"

#include <glib/gi18n.h>

#include "editor/thaw-moment-button.h"
#include "practice/thaw-activity-choice.h"
#include "practice/thaw-session-changes.h"
#include "practice/thaw-session-levels.h"
#include "thaw-close-question.h"
#include "thaw-uuid.h"
#include "thaw-window-over.h"
#include "thaw-words-keeper.h"
#include "widgets/check-in/thaw-words-view.h"
#include "widgets/thaw-save-problem.h"
#include "widgets/thaw-spin.h"

/* Soon enough that little is lost, late enough that not every key is a write. */
#define SAVE_DELAY_MS 1000

#define MS_PER_MINUTE 60000

/**
 * ThawSessionWindow:
 *
 * Where something that was done is written down afterwards, or a session from before
 * is read and changed.
 *
 * Each change is saved within a second; a session that is written down is in the
 * journal with its first answer. Whoever opens the window and closes it leaves
 * nothing behind.
 *
 * Keyboard: Escape and Ctrl+Return close, and all is kept.
 */
struct _ThawSessionWindow
{
  AdwWindow parent_instance;

  /* Template children */
  AdwActionRow *what_row;
  ThawMomentButton *moment_button;
  GtkSpinButton *minutes_spin;
  ThawSessionLevels *before_levels;
  ThawSessionLevels *after_levels;
  ThawWordsView *note_view;
  ThawSaveProblem *save_problem;
  GtkWidget *delete_button;

  ThawActivityChoice *choice; /* (unowned): in @what_row */
  ThawServices *services;     /* (owned) */
  AdwToastOverlay *overlay;   /* (owned): where it is said what was done */
  GtkWidget *question;        /* (unowned) (nullable): whether to close without the words */

  ThawSession *former;  /* (owned) (nullable): as it was, NULL if it is new */
  ThawSession *session; /* (owned): as it was last read from the form */
  int shown_minutes;    /* what @minutes_spin says of @session, less than 0 until the form is filled */

  guint save_source;    /* what was changed is not yet on its way, 0 if it is */
  gboolean is_changed;  /* something is nowhere but on the screen */
  gboolean is_saving;
  gboolean is_filling;  /* it is the window that changes the form */
  gboolean is_closing;  /* goes when all is on the disk */
  gboolean is_done;     /* there is nothing more to keep */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawSessionWindow, thaw_session_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

static void save (ThawSessionWindow *self);

/* The form */

static void
read_form (ThawSessionWindow *self)
{
  ThawSession *session = self->session;
  const ThawActivity *activity = thaw_activity_choice_get (self->choice);
  g_autofree char *note = thaw_words_view_dup_text (self->note_view);
  int minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);

  g_free (session->activity);
  session->activity = g_strdup (activity->id);
  g_free (session->name);
  session->name = g_strdup (activity->name);
  session->kind = activity->kind;
  session->moment = *thaw_moment_button_get_moment (self->moment_button);
  /* The seconds of a session that was timed stay, unless somebody knows better. */
  if (minutes != self->shown_minutes)
    session->actual_ms = (gint64) minutes * MS_PER_MINUTE;
  self->shown_minutes = minutes;
  session->before = thaw_session_levels_get_level (self->before_levels);
  session->expected = thaw_session_levels_get_pleasure (self->before_levels);
  session->after = thaw_session_levels_get_level (self->after_levels);
  session->felt = thaw_session_levels_get_pleasure (self->after_levels);
  thaw_session_set_note (session, note);
}

static void
fill_form (ThawSessionWindow *self)
{
  const ThawSession *session = self->session;

  self->is_filling = TRUE;
  thaw_moment_button_set_clock (self->moment_button, thaw_services_get_clock (self->services));
  thaw_moment_button_set_moment (self->moment_button, &session->moment);
  gtk_spin_button_set_value (self->minutes_spin, (double) ((session->actual_ms + MS_PER_MINUTE / 2) / MS_PER_MINUTE));
  /* Which is less, if it was longer than a day. */
  self->shown_minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);
  thaw_session_levels_show (self->before_levels, session->before, session->expected);
  thaw_session_levels_show (self->after_levels, session->after, session->felt);
  thaw_words_view_set_text (self->note_view, session->note);
  gtk_widget_set_visible (self->delete_button, self->former != NULL);
  self->is_filling = FALSE;
}

/* Closing */

static void
end (ThawSessionWindow *self)
{
  gboolean is_new = self->former == NULL;

  self->is_done = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->session->uuid != NULL && (is_new || !thaw_session_equal (self->session, self->former)))
    thaw_session_changes_offer_undo (self->overlay, self->services,
                                     is_new ? _("Written down") : _("Session changed"), self->former, self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_give_up_due_cb (gpointer user_data)
{
  ThawSessionWindow *self = user_data;

  self->is_done = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static void
on_question_answered_cb (ThawSessionWindow *self,
                         const char        *response)
{
  /* Not before the dialog is done: it goes with this window. */
  if (g_str_equal (response, THAW_CLOSE_QUESTION_CLOSE))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_give_up_due_cb, g_object_ref (self), g_object_unref);
}

static void
ask_whether_to_close (ThawSessionWindow *self)
{
  if (self->question == NULL)
    {
      g_set_weak_pointer (&self->question, thaw_close_question_new (GTK_WINDOW (self)));
      g_signal_connect_object (self->question, "response", G_CALLBACK (on_question_answered_cb), self,
                               G_CONNECT_SWAPPED);
    }

  gtk_window_present (GTK_WINDOW (self->question));
}

static gboolean
thaw_session_window_close_request (GtkWindow *window)
{
  ThawSessionWindow *self = THAW_SESSION_WINDOW (window);

  if (self->is_done)
    return GDK_EVENT_PROPAGATE;

  /* A number that was typed and not left yet. */
  gtk_spin_button_update (self->minutes_spin);
  self->is_closing = TRUE;
  if (self->is_changed)
    save (self);
  else if (!self->is_saving)
    end (self);

  return GDK_EVENT_STOP;
}

/* Saving */

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ThawSessionWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawSession) saved = thaw_session_store_save_finish (THAW_SESSION_STORE (source), result, &error);
  gboolean was_closing = self->is_closing;

  self->is_saving = FALSE;
  if (self->is_done)
    return;

  if (saved == NULL)
    {
      self->is_changed = TRUE;
      self->is_closing = FALSE;
      thaw_save_problem_show (self->save_problem, error);
      if (was_closing)
        ask_whether_to_close (self);
    }
  else
    {
      thaw_save_problem_hide (self->save_problem);
      if (self->is_closing && self->is_changed)
        save (self);
    }

  /* The window that this one is over may be waiting for it, and take it along. */
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
  if (!self->is_done && self->is_closing && !self->is_saving)
    end (self);
}

static void
save (ThawSessionWindow *self)
{
  /* What comes later is saved when this one is there. */
  if (self->is_saving)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  read_form (self);
  if (self->session->uuid == NULL)
    self->session->uuid = thaw_uuid_new (thaw_clock_get_utc_ms (thaw_services_get_clock (self->services)));
  self->is_changed = FALSE;
  self->is_saving = TRUE;
  thaw_session_store_save_async (thaw_services_get_sessions (self->services), self->session, NULL, on_saved_cb,
                                 g_object_ref (self));
}

static gboolean
on_save_due_cb (gpointer user_data)
{
  ThawSessionWindow *self = user_data;

  /* Somewhat later, if the last one is still on its way. */
  if (self->is_saving)
    return G_SOURCE_CONTINUE;

  self->save_source = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
answer_changed_cb (ThawSessionWindow *self)
{
  if (self->is_filling)
    return;

  self->is_changed = TRUE;
  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_due_cb, self);
}

static void
save_problem_retry_cb (ThawSessionWindow *self)
{
  save (self);
}

static ThawWordsState
get_words_state (ThawWordsKeeper *keeper)
{
  ThawSessionWindow *self = THAW_SESSION_WINDOW (keeper);

  if (self->is_done)
    return THAW_WORDS_KEPT;
  if (self->is_saving)
    return THAW_WORDS_ON_THEIR_WAY;

  return self->is_changed ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
keep_words (ThawWordsKeeper *keeper)
{
  save (THAW_SESSION_WINDOW (keeper));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = get_words_state;
  iface->keep = keep_words;
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ThawSessionWindow *self = THAW_SESSION_WINDOW (widget);

  self->is_done = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  read_form (self);
  thaw_session_changes_delete (self->overlay, self->services, self->session);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Not before: GTK 4.8 would not tell assistive technology that this is a window. */
static void
thaw_session_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_session_window_parent_class)->map (widget);

  if (THAW_SESSION_WINDOW (widget)->shown_minutes < 0)
    fill_form (THAW_SESSION_WINDOW (widget));
}

static void
thaw_session_window_dispose (GObject *object)
{
  ThawSessionWindow *self = THAW_SESSION_WINDOW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->overlay);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_SESSION_WINDOW);

  G_OBJECT_CLASS (thaw_session_window_parent_class)->dispose (object);
}

static void
thaw_session_window_finalize (GObject *object)
{
  ThawSessionWindow *self = THAW_SESSION_WINDOW (object);

  g_clear_pointer (&self->former, thaw_session_free);
  g_clear_pointer (&self->session, thaw_session_free);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_session_window_parent_class)->finalize (object);
}

static void
thaw_session_window_class_init (ThawSessionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_session_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = thaw_session_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = thaw_session_window_close_request;
  widget_class->map = thaw_session_window_map;

  g_type_ensure (THAW_TYPE_MOMENT_BUTTON);
  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  g_type_ensure (THAW_TYPE_SESSION_LEVELS);
  g_type_ensure (THAW_TYPE_WORDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-session-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, what_row);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, moment_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, before_levels);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, after_levels);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, note_view);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, save_problem);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionWindow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_retry_cb);
  gtk_widget_class_install_action (widget_class, "session.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
thaw_session_window_init (ThawSessionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_spin_ignore_scrolling (self->minutes_spin);
  thaw_session_levels_set_past (self->before_levels);
  thaw_session_levels_set_past (self->after_levels);
  thaw_session_levels_set_asks_pleasure (self->before_levels, _("How pleasant did you expect it to be?"));
  thaw_session_levels_set_asks_pleasure (self->after_levels, _("How pleasant was doing it?"));
}

/* What was done last is the likeliest to be written down. */
static ThawSession *
create_session (ThawServices *services)
{
  g_autoptr (ThawSession) last = thaw_session_store_get_last (thaw_services_get_sessions (services), NULL);
  GPtrArray *groups = thaw_practice_catalog_get_groups (thaw_services_get_practice_catalog (services));
  const ThawActivityGroup *group = g_ptr_array_index (groups, 0);
  const ThawActivity *first = g_ptr_array_index (group->activities, 0);
  ThawSession *session = last != NULL ? thaw_session_new (last->kind, last->activity, last->name)
                                      : thaw_session_new (first->kind, first->id, first->name);

  session->moment = thaw_clock_get_moment (thaw_services_get_clock (services));
  session->ending = THAW_SESSION_LOGGED;

  return session;
}

/**
 * thaw_session_window_new:
 * @overlay: where toasts appear, in the window over which this one does
 * @services: where sessions are kept
 * @session: (nullable): a session to change, %NULL to write one down
 *
 * Returns: (transfer none): a window, owned by GTK until it is closed
 */
ThawSessionWindow *
thaw_session_window_new (AdwToastOverlay   *overlay,
                         ThawServices      *services,
                         const ThawSession *session)
{
  ThawSessionWindow *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_SESSION_WINDOW,
                       "title", session != NULL ? _("What You Did") : _("Write Down Something You Did"),
                       NULL);
  thaw_window_put_over (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (overlay))));
  self->services = g_object_ref (services);
  self->overlay = g_object_ref (overlay);
  self->shown_minutes = -1;
  self->former = session != NULL ? thaw_session_copy (session) : NULL;
  self->session = session != NULL ? thaw_session_copy (session) : create_session (services);

  self->choice = THAW_ACTIVITY_CHOICE (thaw_activity_choice_new (services, self->session));
  adw_action_row_add_suffix (self->what_row, GTK_WIDGET (self->choice));
  adw_action_row_set_activatable_widget (self->what_row, GTK_WIDGET (self->choice));
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (answer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->moment_button, "changed", G_CALLBACK (answer_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
