/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-pane"

#include "config.h"
#include "practice/thaw-practice-pane.h"

#include "practice/thaw-practice-setup.h"
#include "practice/thaw-session-after.h"
#include "practice/thaw-session-view.h"
#include "thaw-storage-error.h"
#include "thaw-words-keeper.h"
#include "widgets/thaw-stack.h"

#include <glib/gi18n-lib.h>

/**
 * ThawPracticePane:
 *
 * A session from the choice to the answers: what comes before it, the session itself,
 * and what comes after. There is one session at a time: who wants to set up another
 * one while it runs, or while what was said about it is nowhere but here, finds this
 * one.
 *
 * A session that runs when the window closes is left, and what was done is kept.
 */
struct _ThawPracticePane
{
  GtkBox parent_instance;

  ThawServices *services;    /* (owned) */
  ThawPracticeClock *clock;  /* (owned) */
  ThawSessionRunner *runner; /* (owned) (nullable): the session that runs, or is being told about */

  GtkStack *stack;
  GtkWidget *page; /* (unowned): what the stack shows, or will when it is seen */
  ThawPracticeSetup *setup;
  ThawSessionView *view;
  ThawSessionAfter *after;

  gboolean is_unseen; /* the session ended while something else was looked at */
};

static void words_keeper_init (ThawWordsKeeperInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ThawPracticePane, thaw_practice_pane, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (THAW_TYPE_WORDS_KEEPER, words_keeper_init))

enum
{
  SIGNAL_CLOSED,
  SIGNAL_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
turn_to (ThawPracticePane       *self,
         GtkStackTransitionType  transition)
{
  gtk_stack_set_transition_type (self->stack, transition);
  thaw_stack_show (self->stack, self->page);
}

/* Out of sight it waits until it is seen: GTK 4.8 would never let go of the page that was there before. Nor is the
 * focus taken away from something else that the person is at. */
static void
show (ThawPracticePane *self,
      GtkWidget        *page)
{
  self->page = page;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  turn_to (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_widget_grab_focus (page);
}

/* Whether there is something here that another session must not take the place of. */
static gboolean
is_occupied (ThawPracticePane *self)
{
  return self->is_unseen || thaw_practice_pane_is_running (self) ||
         thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->after)) == THAW_WORDS_UNKEPT;
}

/* Lets go of the session, unless that would lose what was said about it. */
static void
clear (ThawPracticePane *self)
{
  if (is_occupied (self))
    return;

  thaw_session_view_set_runner (self->view, NULL);
  thaw_session_after_set_runner (self->after, NULL);
  g_clear_object (&self->runner);
}

static void
close_pane (ThawPracticePane *self)
{
  clear (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* Whether what is here is to be shown instead of something else. */
static gboolean
stay (ThawPracticePane *self)
{
  gboolean is_staying = is_occupied (self);

  self->is_unseen = FALSE;

  return is_staying;
}

static void
on_after_settled_cb (ThawPracticePane *self)
{
  thaw_words_keeper_settled (THAW_WORDS_KEEPER (self));
}

static void
on_view_over_cb (ThawPracticePane *self)
{
  /* It was only looked at. */
  if (thaw_session_runner_is_discarded (self->runner))
    {
      close_pane (self);
      return;
    }

  self->is_unseen = !gtk_widget_get_mapped (GTK_WIDGET (self));
  thaw_session_after_set_runner (self->after, self->runner);
  show (self, GTK_WIDGET (self->after));
  if (self->is_unseen)
    g_signal_emit (self, signals[SIGNAL_OVER], 0, thaw_session_runner_get_session (self->runner));
}

static void
start (ThawPracticePane       *self,
       const ThawSessionSetup *setup,
       ThawMoodLevel           before,
       int                     expected)
{
  self->runner = thaw_session_runner_new (self->services, self->clock, setup);
  thaw_session_runner_set_before (self->runner, &before, expected);
  thaw_session_view_set_runner (self->view, self->runner);
  show (self, GTK_WIDGET (self->view));
  thaw_session_runner_start (self->runner);
}

static void
on_setup_start_cb (ThawPracticePane *self)
{
  g_autoptr (ThawSessionSetup) setup = NULL;

  /* A second press while the first one takes effect. */
  if (self->runner != NULL)
    return;

  setup = thaw_practice_setup_dup_setup (self->setup);
  start (self, setup, thaw_practice_setup_get_before (self->setup), thaw_practice_setup_get_expected (self->setup));
}

/* Words */

static ThawWordsState
thaw_practice_pane_get_state (ThawWordsKeeper *keeper)
{
  ThawPracticePane *self = THAW_PRACTICE_PANE (keeper);

  /* What was done since the last save is nowhere else. */
  if (thaw_practice_pane_is_running (self))
    return THAW_WORDS_UNKEPT;

  return thaw_words_keeper_get_state (THAW_WORDS_KEEPER (self->after));
}

static void
thaw_practice_pane_keep (ThawWordsKeeper *keeper)
{
  ThawPracticePane *self = THAW_PRACTICE_PANE (keeper);

  if (thaw_practice_pane_is_running (self))
    thaw_session_runner_leave (self->runner);
  else
    thaw_words_keeper_keep (THAW_WORDS_KEEPER (self->after));
}

static void
words_keeper_init (ThawWordsKeeperInterface *iface)
{
  iface->get_state = thaw_practice_pane_get_state;
  iface->keep = thaw_practice_pane_keep;
}

static gboolean
thaw_practice_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (THAW_PRACTICE_PANE (widget)->page);
}

static void
thaw_practice_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_practice_pane_parent_class)->map (widget);

  turn_to (THAW_PRACTICE_PANE (widget), GTK_STACK_TRANSITION_TYPE_NONE);
}

static void
thaw_practice_pane_dispose (GObject *object)
{
  ThawPracticePane *self = THAW_PRACTICE_PANE (object);

  /* However it goes: nothing goes on without its window. */
  if (thaw_practice_pane_is_running (self))
    thaw_session_runner_leave (self->runner);
  g_clear_object (&self->runner);
  g_clear_object (&self->clock);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_practice_pane_parent_class)->dispose (object);
}

static void
thaw_practice_pane_class_init (ThawPracticePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_practice_pane_dispose;
  widget_class->grab_focus = thaw_practice_pane_grab_focus;
  widget_class->map = thaw_practice_pane_map;

  /**
   * ThawPracticePane::closed:
   *
   * The person goes back to where they came from.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * ThawPracticePane::over:
   * @session: what was done
   *
   * The session ended while something else was looked at. Whoever wants to set up anything
   * finds what comes after this one first.
   */
  signals[SIGNAL_OVER] = g_signal_new ("over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, THAW_TYPE_SESSION);
}

static void
thaw_practice_pane_init (ThawPracticePane *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

/**
 * thaw_practice_pane_new:
 * @services: what there is to do, and where it is kept
 * @clock: what sessions are timed by
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
thaw_practice_pane_new (ThawServices      *services,
                        ThawPracticeClock *clock)
{
  ThawPracticePane *self;

  g_return_val_if_fail (THAW_IS_SERVICES (services), NULL);

  self = g_object_new (THAW_TYPE_PRACTICE_PANE, NULL);
  self->services = g_object_ref (services);
  self->clock = g_object_ref (clock);

  self->setup = THAW_PRACTICE_SETUP (thaw_practice_setup_new (services));
  self->view = THAW_SESSION_VIEW (thaw_session_view_new (thaw_services_get_settings (services)));
  self->after = THAW_SESSION_AFTER (thaw_session_after_new ());
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->setup));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->view));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->after));
  self->page = GTK_WIDGET (self->setup);
  thaw_stack_show (self->stack, self->page);

  g_signal_connect_object (self->setup, "start", G_CALLBACK (on_setup_start_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->setup, "closed", G_CALLBACK (close_pane), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "over", G_CALLBACK (on_view_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after, "closed", G_CALLBACK (close_pane), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after, "settled", G_CALLBACK (on_after_settled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * thaw_practice_pane_set_up:
 * @activity: what to do: the id of a breathing pattern, of a guided practice, or of an activity
 * @error: return location for an error, as of thaw_session_setup_new()
 *
 * Shows what comes before the session; or the session that is here already.
 *
 * Returns: whether there is something to show
 */
gboolean
thaw_practice_pane_set_up (ThawPracticePane  *self,
                           const char        *activity,
                           GError           **error)
{
  g_autoptr (ThawSessionSetup) setup = NULL;

  g_return_val_if_fail (THAW_IS_PRACTICE_PANE (self), FALSE);
  g_return_val_if_fail (activity != NULL, FALSE);

  if (stay (self))
    return TRUE;

  setup = thaw_session_setup_new (self->services, activity, error);
  if (setup == NULL)
    return FALSE;

  clear (self);
  thaw_practice_setup_begin (self->setup, setup);
  show (self, GTK_WIDGET (self->setup));

  return TRUE;
}

/**
 * thaw_practice_pane_begin_again:
 * @error: return location for an error, as of thaw_session_setup_new(), also if nothing was ever done
 *
 * Starts what was done last, for as long, without a question; or shows the session that
 * is here already.
 *
 * Returns: whether there is something to show
 */
gboolean
thaw_practice_pane_begin_again (ThawPracticePane  *self,
                                GError           **error)
{
  g_autoptr (ThawSession) last = NULL;
  g_autoptr (ThawSessionSetup) setup = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (THAW_IS_PRACTICE_PANE (self), FALSE);

  if (stay (self))
    return TRUE;

  last = thaw_session_store_get_last (thaw_services_get_sessions (self->services), &local_error);
  if (last == NULL && local_error == NULL)
    g_set_error_literal (&local_error, THAW_STORAGE_ERROR, THAW_STORAGE_ERROR_NOT_FOUND, _("There is no last one"));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  setup = thaw_session_setup_new_again (self->services, last, error);
  if (setup == NULL)
    return FALSE;

  clear (self);
  start (self, setup, THAW_MOOD_LEVEL_UNKNOWN, THAW_PLEASURE_UNKNOWN);

  return TRUE;
}

/**
 * thaw_practice_pane_is_running:
 *
 * Returns: whether a session has begun and is not over
 */
gboolean
thaw_practice_pane_is_running (ThawPracticePane *self)
{
  ThawPracticeState state;

  g_return_val_if_fail (THAW_IS_PRACTICE_PANE (self), FALSE);

  if (self->runner == NULL)
    return FALSE;

  state = thaw_practice_timer_get_state (thaw_session_runner_get_timer (self->runner));

  return state == THAW_PRACTICE_RUNNING || state == THAW_PRACTICE_PAUSED;
}
