/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-view"

#include "config.h"
#include "practice/thaw-session-view.h"

#include "practice/thaw-session-controls.h"
#include "practice/thaw-session-progress.h"
#include "practice/thaw-session-stage.h"
#include "practice/thaw-session-switches.h"
#include "sound/thaw-speaker.h"

#include <glib/gi18n-lib.h>

/**
 * ThawSessionView:
 *
 * A running session: what is looked at, how far it is, and what can be done about it.
 *
 * While it runs, the machine does not sleep, which would cut it short; and where there
 * is something to look at, the screen stays on.
 *
 * Keyboard: Space pauses and goes on; the arrows go to the next step or back, in the
 * direction of the text; End ends after this breath; F11 fills the screen; Escape
 * leaves the full screen, or else the session, at once and without a question.
 */
struct _ThawSessionView
{
  GtkBox parent_instance;

  ThawSettings *settings;    /* (owned) */
  GActionGroup *switches;    /* (owned) */
  ThawSessionRunner *runner; /* (owned) (nullable) */

  GtkWidget *header_bar;
  AdwWindowTitle *window_title;
  ThawSessionStage *stage;
  GtkLabel *message_label;
  ThawSessionProgress *progress;
  ThawSessionControls *controls;

  GtkWindow *window;       /* (unowned) (nullable): while it is in one */
  gboolean is_ours;        /* the window fills the screen because of this session */
  gboolean is_end_near;    /* it ends after this breath */
  gboolean has_slept;
  gboolean is_inhibiting;
  guint inhibit_cookie;    /* 0 where there is nobody to ask */
};

G_DEFINE_FINAL_TYPE (ThawSessionView, thaw_session_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ThawPracticeTimer *
get_timer (ThawSessionView *self)
{
  return thaw_session_runner_get_timer (self->runner);
}

static ThawPracticeState
get_state (ThawSessionView *self)
{
  return self->runner != NULL ? thaw_practice_timer_get_state (get_timer (self)) : THAW_PRACTICE_OVER;
}

static gboolean
is_fullscreen (ThawSessionView *self)
{
  return self->window != NULL && gtk_window_is_fullscreen (self->window);
}

/* Neither the machine nor, if there is something to look at, the screen. */
static void
update_inhibition (ThawSessionView *self)
{
  GtkApplication *application = self->window != NULL ? gtk_window_get_application (self->window) : NULL;
  gboolean is_wanted = get_state (self) == THAW_PRACTICE_RUNNING;
  GtkApplicationInhibitFlags flags = GTK_APPLICATION_INHIBIT_SUSPEND;

  if (application == NULL || is_wanted == self->is_inhibiting)
    return;

  self->is_inhibiting = is_wanted;
  if (!is_wanted)
    {
      if (self->inhibit_cookie != 0)
        gtk_application_uninhibit (application, self->inhibit_cookie);
      return;
    }

  if (thaw_session_runner_get_setup (self->runner)->kind == THAW_ACTIVITY_MINDFULNESS)
    flags |= GTK_APPLICATION_INHIBIT_IDLE;
  /* Translators: why the machine does not go to sleep */
  self->inhibit_cookie = gtk_application_inhibit (application, self->window, flags, _("A practice is running"));
}

static void
update_message (ThawSessionView *self)
{
  const char *message = "";

  if (get_state (self) == THAW_PRACTICE_PAUSED)
    message = self->has_slept ? _("The computer was asleep, so this was paused. Go on whenever you like.")
                              : _("Paused. Go on whenever you like.");
  else if (self->is_end_near)
    message = _("This breath is the last one.");

  if (g_str_equal (message, gtk_label_get_label (self->message_label)))
    return;

  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message[0] != '\0');
  if (message[0] != '\0')
    thaw_session_stage_announce (self->stage, message);
}

static void
update (ThawSessionView *self)
{
  ThawPracticeState state = get_state (self);

  update_inhibition (self);
  update_message (self);
  thaw_session_controls_set_fullscreen (self->controls, is_fullscreen (self));
  thaw_session_controls_set_fades (self->controls, is_fullscreen (self) && state == THAW_PRACTICE_RUNNING);
  gtk_widget_set_visible (self->header_bar, !is_fullscreen (self));
  if (is_fullscreen (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "fullscreen-session");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "fullscreen-session");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.pause",
                                 state == THAW_PRACTICE_RUNNING || state == THAW_PRACTICE_PAUSED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.end-round",
                                 state == THAW_PRACTICE_RUNNING && !self->is_end_near);
}

static void
give_screen_back (ThawSessionView *self)
{
  if (self->is_ours && self->window != NULL)
    gtk_window_unfullscreen (self->window);
  self->is_ours = FALSE;
}

/* The pointer fades with the controls. */
static void
on_controls_notify_css_classes_cb (ThawSessionView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), thaw_session_controls_is_faded (self->controls) ? "none" : NULL);
}

static void
on_timer_state_changed_cb (ThawSessionView *self)
{
  if (get_state (self) == THAW_PRACTICE_RUNNING)
    self->has_slept = FALSE;

  update (self);
  if (get_state (self) != THAW_PRACTICE_OVER)
    return;

  give_screen_back (self);
  g_signal_emit (self, signals[SIGNAL_OVER], 0);
}

static void
on_timer_slept_cb (ThawSessionView *self)
{
  self->has_slept = TRUE;
  update_message (self);
}

static void
update_switches (ThawSessionView *self)
{
  gboolean show_seconds = thaw_settings_get_practice_show_seconds (self->settings);

  thaw_session_progress_set_show_seconds (self->progress, show_seconds);
  thaw_session_stage_set_show_seconds (self->stage, show_seconds);
  thaw_session_stage_set_is_spoken (self->stage, thaw_settings_get_practice_speech (self->settings));
}

/* What can be done */

static void
pause_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);

  if (get_state (self) == THAW_PRACTICE_RUNNING)
    thaw_practice_timer_pause (get_timer (self));
  else if (get_state (self) == THAW_PRACTICE_PAUSED)
    thaw_practice_timer_resume (get_timer (self));
}

/* Whether there is something else to go to: who does one thing only cannot skip it by accident. */
static gboolean
has_steps (ThawSessionView *self)
{
  ThawTimeline *timeline;

  if (self->runner == NULL || get_state (self) == THAW_PRACTICE_OVER)
    return FALSE;

  timeline = thaw_practice_timer_get_timeline (get_timer (self));

  return thaw_timeline_get_n_steps (timeline) > 1;
}

static void
skip_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);

  if (has_steps (self))
    thaw_practice_timer_skip (get_timer (self));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);

  if (has_steps (self))
    thaw_practice_timer_back (get_timer (self));
}

static void
end_round_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);

  if (self->runner == NULL || thaw_session_runner_get_setup (self->runner)->pattern == NULL)
    return;

  self->is_end_near = TRUE;
  /* The button goes out of use, and the focus must not be left on it. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  thaw_practice_timer_finish_round (get_timer (self));
  update (self);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);

  if (self->runner != NULL)
    thaw_session_runner_leave (self->runner);
}

static void
fullscreen_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);

  if (self->window == NULL)
    return;

  self->is_ours = !is_fullscreen (self);
  if (self->is_ours)
    gtk_window_fullscreen (self->window);
  else
    gtk_window_unfullscreen (self->window);
}

static gboolean
press (ThawSessionView *self,
       const char      *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (ThawSessionView *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return press (self, "session.pause");
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return press (self, is_rtl ? "session.back" : "session.skip");
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return press (self, is_rtl ? "session.skip" : "session.back");
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return press (self, "session.end-round");
    case GDK_KEY_F11:
      return press (self, "session.fullscreen");
    case GDK_KEY_Escape:
      return press (self, is_fullscreen (self) ? "session.fullscreen" : "session.leave");
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_any_key_pressed_cb (ThawSessionView *self)
{
  thaw_session_controls_wake (self->controls);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
thaw_session_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_SESSION_VIEW (widget)->stage));
}

/* What is shown instead has no use for the whole screen. */
static void
thaw_session_view_unmap (GtkWidget *widget)
{
  give_screen_back (THAW_SESSION_VIEW (widget));

  GTK_WIDGET_CLASS (thaw_session_view_parent_class)->unmap (widget);
}

static void
thaw_session_view_root (GtkWidget *widget)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (thaw_session_view_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;

  self->window = GTK_WINDOW (root);
  g_signal_connect_swapped (root, "notify::fullscreened", G_CALLBACK (update), self);
  update (self);
}

/* Nobody is left who could say that the machine may sleep again. */
static void
thaw_session_view_unroot (GtkWidget *widget)
{
  ThawSessionView *self = THAW_SESSION_VIEW (widget);

  thaw_session_view_set_runner (self, NULL);
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  self->window = NULL;

  GTK_WIDGET_CLASS (thaw_session_view_parent_class)->unroot (widget);
}

static void
thaw_session_view_dispose (GObject *object)
{
  ThawSessionView *self = THAW_SESSION_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_SESSION_VIEW);
  g_clear_object (&self->switches);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (thaw_session_view_parent_class)->dispose (object);
}

static void
thaw_session_view_class_init (ThawSessionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_session_view_dispose;
  widget_class->grab_focus = thaw_session_view_grab_focus;
  widget_class->root = thaw_session_view_root;
  widget_class->unmap = thaw_session_view_unmap;
  widget_class->unroot = thaw_session_view_unroot;

  /**
   * ThawSessionView::over:
   *
   * The session went to its end, or was left.
   */
  signals[SIGNAL_OVER] = g_signal_new ("over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_SESSION_CONTROLS);
  g_type_ensure (THAW_TYPE_SESSION_PROGRESS);
  g_type_ensure (THAW_TYPE_SESSION_STAGE);
  gtk_widget_class_set_css_name (widget_class, "session-view");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-session-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawSessionView, header_bar);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionView, window_title);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionView, stage);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionView, message_label);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionView, progress);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionView, controls);

  gtk_widget_class_install_action (widget_class, "session.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "session.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "session.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "session.end-round", NULL, end_round_action);
  gtk_widget_class_install_action (widget_class, "session.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "session.fullscreen", NULL, fullscreen_action);
}

static void
thaw_session_view_init (ThawSessionView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *any_keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (any_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (any_keys, "key-pressed", G_CALLBACK (on_any_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), any_keys);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (thaw_session_controls_wake), self->controls,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (self->controls, "notify::css-classes", G_CALLBACK (on_controls_notify_css_classes_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * thaw_session_view_new:
 * @settings: which sounds there are, and whether seconds are shown
 *
 * Returns: (transfer floating): a new widget
 */
GtkWidget *
thaw_session_view_new (ThawSettings *settings)
{
  ThawSessionView *self;

  g_return_val_if_fail (THAW_IS_SETTINGS (settings), NULL);

  self = g_object_new (THAW_TYPE_SESSION_VIEW, NULL);
  self->settings = g_object_ref (settings);
  self->switches = thaw_session_switches_new (settings);
  g_signal_connect_object (self->switches, "action-state-changed", G_CALLBACK (update_switches), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), THAW_SESSION_SWITCHES_PREFIX, self->switches);

  return GTK_WIDGET (self);
}

/**
 * thaw_session_view_set_runner:
 * @runner: (nullable): the session; it is up to the caller to start it
 */
void
thaw_session_view_set_runner (ThawSessionView   *self,
                              ThawSessionRunner *runner)
{
  g_return_if_fail (THAW_IS_SESSION_VIEW (self));

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (get_timer (self), self);
  g_set_object (&self->runner, runner);
  self->is_end_near = FALSE;
  self->has_slept = FALSE;

  thaw_session_stage_set_runner (self->stage, runner);
  thaw_session_progress_set_timer (self->progress, runner != NULL ? get_timer (self) : NULL);
  thaw_session_controls_set_timer (self->controls, runner != NULL ? get_timer (self) : NULL,
                                   runner != NULL && thaw_session_runner_get_setup (runner)->kind !=
                                                       THAW_ACTIVITY_MINDFULNESS);
  if (runner != NULL)
    {
      const ThawSessionSetup *setup = thaw_session_runner_get_setup (runner);
      g_autoptr (ThawSpeaker) speaker = thaw_speaker_new ();
      g_autoptr (GMenuModel) menu = thaw_session_switches_create_menu (setup->pattern != NULL,
                                                                       setup->practice != NULL &&
                                                                       thaw_speaker_is_available (speaker));

      adw_window_title_set_title (self->window_title, setup->name);
      thaw_session_controls_set_menu (self->controls, menu);
      g_signal_connect_swapped (get_timer (self), "state-changed", G_CALLBACK (on_timer_state_changed_cb), self);
      g_signal_connect_swapped (get_timer (self), "slept", G_CALLBACK (on_timer_slept_cb), self);
    }
  update_switches (self);
  update (self);
}
