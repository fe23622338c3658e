/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-after"

#include "config.h"
#include "practice/thaw-session-after.h"

#include "practice/thaw-session-levels.h"
#include "thaw-length-words.h"
#include "widgets/check-in/thaw-words-view.h"
#include "widgets/thaw-save-problem.h"

#include <glib/gi18n-lib.h>

/* Soon enough that little is lost, late enough that not every key is a write. */
#define WORDS_DELAY_MS 1000

/**
 * ThawSessionAfter:
 *
 * What comes after a session: how one is now, how pleasant it was if it was something
 * to do, and a few words. All of it can be left out, and what is said is in the journal
 * at once.
 *
 * Keyboard: Escape and Ctrl+Enter end it.
 */
struct _ThawSessionAfter
{
  GtkBox parent_instance;

  AdwWindowTitle *window_title;
  GtkScrolledWindow *scroller;
  GtkLabel *done_label;
  ThawSessionLevels *levels;
  ThawWordsView *words_view;
  ThawSaveProblem *save_problem;

  ThawSessionRunner *runner; /* (owned) (nullable) */
  gboolean is_showing;       /* the answers change by themselves */
  gboolean is_closing;       /* ends when the answers have come to the disk */
  guint words_source;        /* until the words are handed to the runner */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawSessionAfter, thaw_session_after, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The sentence about wanting and liking, which are two things. */
static void
show_comparison (ThawSessionAfter *self)
{
  const ThawSession *session = thaw_session_runner_get_session (self->runner);
  int felt = thaw_session_levels_get_pleasure (self->levels);
  g_autofree char *sentence = NULL;

  if (session->expected != THAW_PLEASURE_UNKNOWN && felt != THAW_PLEASURE_UNKNOWN)
    /* Translators: how pleasant something was; both %d are 0 to 10 */
    sentence = g_strdup_printf (_("You expected %d, felt %d."), session->expected, felt);

  thaw_session_levels_set_remark (self->levels, sentence);
}

/* Keeping it */

static void
store (ThawSessionAfter *self)
{
  ThawMoodLevel level = thaw_session_levels_get_level (self->levels);
  g_autofree char *note = thaw_words_view_dup_text (self->words_view);

  g_clear_handle_id (&self->words_source, g_source_remove);
  thaw_session_runner_set_after (self->runner, &level, thaw_session_levels_get_pleasure (self->levels), note);
}

static gboolean
on_words_due_cb (gpointer user_data)
{
  ThawSessionAfter *self = user_data;

  self->words_source = 0;
  store (self);

  return G_SOURCE_REMOVE;
}

static void
levels_changed_cb (ThawSessionAfter *self)
{
  if (self->is_showing || self->runner == NULL)
    return;

  show_comparison (self);
  store (self);
}

static void
words_changed_cb (ThawSessionAfter *self)
{
  if (self->is_showing || self->runner == NULL)
    return;

  /* Not pushed back by the next key: who types without a pause is kept as well. */
  if (self->words_source == 0)
    self->words_source = g_timeout_add (WORDS_DELAY_MS, on_words_due_cb, self);
}

static ThawWordsState
thaw_session_after_get_state (ThawWordsKeeper *keeper)
{
  ThawSessionAfter *self = THAW_SESSION_AFTER (keeper);

  if (self->runner == NULL)
    return THAW_WORDS_KEPT;
  if (self->words_source != 0)
    return THAW_WORDS_UNKEPT;
  if (thaw_session_runner_is_saving (self->runner))
    return THAW_WORDS_ON_THEIR_WAY;

  return thaw_session_runner_get_error (self->runner) != NULL ? THAW_WORDS_UNKEPT : THAW_WORDS_KEPT;
}

static void
thaw_session_after_keep (ThawWordsKeeper *keeper)
{
  ThawSessionAfter *self = THAW_SESSION_AFTER (keeper);

  if (self->words_source != 0)
    store (self);
  else if (self->runner != NULL)
    thaw_session_runner_retry (self->runner);
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = thaw_session_after_get_state;
  iface->keep = thaw_session_after_keep;
}

static void
on_runner_settled_cb (ThawSessionAfter *self)
{
  const GError *error = thaw_session_runner_get_error (self->runner);
  gboolean is_closing = self->is_closing;

  self->is_closing = FALSE;
  if (error != NULL)
    {
      thaw_save_problem_show (self->save_problem, error);
      if (is_closing)
        gtk_widget_grab_focus (GTK_WIDGET (self->save_problem));
    }
  else
    {
      thaw_save_problem_hide (self->save_problem);
      if (is_closing)
        g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
    }

  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static void
save_problem_retry_cb (ThawSessionAfter *self)
{
  store (self);
}

static void
save_problem_copy_cb (ThawSessionAfter *self)
{
  g_autofree char *note = thaw_words_view_dup_text (self->words_view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), note);
}

/* Whoever has read that it cannot be saved, and goes all the same, may. */
static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ThawSessionAfter *self = THAW_SESSION_AFTER (widget);

  if (self->words_source != 0)
    store (self);

  self->is_closing = thaw_session_runner_is_saving (self->runner);
  if (!self->is_closing)
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
thaw_session_after_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_SESSION_AFTER (widget)->levels));
}

static void
thaw_session_after_dispose (GObject *object)
{
  ThawSessionAfter *self = THAW_SESSION_AFTER (object);

  g_clear_handle_id (&self->words_source, g_source_remove);
  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_SESSION_AFTER);
  g_clear_object (&self->runner);

  G_OBJECT_CLASS (thaw_session_after_parent_class)->dispose (object);
}

static void
thaw_session_after_class_init (ThawSessionAfterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_session_after_dispose;
  widget_class->grab_focus = thaw_session_after_grab_focus;

  /**
   * ThawSessionAfter::closed:
   *
   * The person is done with it.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_SAVE_PROBLEM);
  g_type_ensure (THAW_TYPE_SESSION_LEVELS);
  g_type_ensure (THAW_TYPE_WORDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-session-after.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawSessionAfter, window_title);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionAfter, scroller);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionAfter, done_label);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionAfter, levels);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionAfter, words_view);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionAfter, save_problem);
  gtk_widget_class_bind_template_callback (widget_class, levels_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_problem_retry_cb);

  gtk_widget_class_install_action (widget_class, "after.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "after.close", NULL);
}

static void
thaw_session_after_init (ThawSessionAfter *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_save_problem_set_can_copy (self->save_problem, TRUE);

  /* Before the text, for which Ctrl+Return is a new line. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                            "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("after.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

GtkWidget *
thaw_session_after_new (void)
{
  return g_object_new (THAW_TYPE_SESSION_AFTER, NULL);
}

static void
show_session (ThawSessionAfter  *self,
              const ThawSession *session)
{
  g_autofree char *length = thaw_length_to_words (session->actual_ms);

  self->is_showing = TRUE;
  adw_window_title_set_title (self->window_title, session->name);
  gtk_label_set_label (self->done_label, length);
  thaw_session_levels_set_asks_pleasure (self->levels, session->kind != THAW_ACTIVITY_MINDFULNESS
                                                         ? _("How pleasant was doing it?")
                                                         : NULL);
  thaw_session_levels_show (self->levels, session->after, session->felt);
  thaw_words_view_set_text (self->words_view, session->note);
  self->is_showing = FALSE;

  show_comparison (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * thaw_session_after_set_runner:
 * @runner: (nullable): a session that is over
 *
 * What was written about another one has to be kept before.
 */
void
thaw_session_after_set_runner (ThawSessionAfter  *self,
                               ThawSessionRunner *runner)
{
  g_return_if_fail (THAW_IS_SESSION_AFTER (self));

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_handle_id (&self->words_source, g_source_remove);
  self->is_closing = FALSE;
  g_set_object (&self->runner, runner);
  thaw_save_problem_hide (self->save_problem);
  if (runner == NULL)
    return;

  g_signal_connect_swapped (runner, "settled", G_CALLBACK (on_runner_settled_cb), self);
  show_session (self, thaw_session_runner_get_session (runner));
  if (thaw_session_runner_get_error (runner) != NULL)
    thaw_save_problem_show (self->save_problem, thaw_session_runner_get_error (runner));
}
