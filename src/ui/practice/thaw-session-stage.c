/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-stage"

#include "config.h"
#include "practice/thaw-session-stage.h"

#include "practice/thaw-breath-guide.h"
#include "practice/thaw-line-view.h"

#include <glib/gi18n-lib.h>

/* A phase that is shorter is over before its word was said. */
#define LEAST_SAID_MS 2000

/**
 * ThawSessionStage:
 *
 * What is looked at in a session: the guide for breathing, the lines of a guided
 * practice, or a quiet place with the name of what is being done.
 *
 * It can have the focus, and its accessible name is the line or the phase of the
 * breath: that is how a screen reader says what comes next, once each, and only as long
 * as one stays here. GTK 4.8 has no other way to announce something.
 */
struct _ThawSessionStage
{
  GtkBox parent_instance;

  ThawSessionRunner *runner; /* (owned) (nullable) */
  GtkWidget *content;        /* (unowned) (nullable): the guide or the lines */
  gboolean show_seconds;
  gboolean is_spoken;
};

G_DEFINE_FINAL_TYPE (ThawSessionStage, thaw_session_stage, GTK_TYPE_BOX)

static ThawPracticeTimer *
get_timer (ThawSessionStage *self)
{
  return thaw_session_runner_get_timer (self->runner);
}

static const ThawTimelineStep *
get_step (ThawSessionStage *self)
{
  ThawTimelinePlace place;

  thaw_practice_timer_get_place (get_timer (self), &place);

  return thaw_timeline_get_step (thaw_practice_timer_get_timeline (get_timer (self)), place.step);
}

static void
announce_step (ThawSessionStage       *self,
               const ThawTimelineStep *step)
{
  /* Not in two voices at once. */
  if (self->is_spoken)
    return;

  if (step->phase < 0)
    {
      if (step->text != NULL)
        thaw_session_stage_announce (self, step->text);
    }
  else if (step->length_ms >= LEAST_SAID_MS)
    {
      thaw_session_stage_announce (self, thaw_breath_phase_get_word ((ThawBreathPhase) step->phase));
    }
}

static void
on_step_changed_cb (ThawSessionStage *self)
{
  const ThawTimelineStep *step;

  if (thaw_practice_timer_get_state (get_timer (self)) == THAW_PRACTICE_OVER)
    return;

  step = get_step (self);
  if (THAW_IS_LINE_VIEW (self->content) && thaw_session_runner_get_setup (self->runner)->practice != NULL)
    thaw_line_view_set_line (THAW_LINE_VIEW (self->content), step->text);
  announce_step (self, step);
}

static GtkWidget *
create_guide (ThawSessionStage *self)
{
  GtkWidget *guide = GTK_WIDGET (thaw_breath_guide_new ());

  thaw_breath_guide_set_timer (THAW_BREATH_GUIDE (guide), get_timer (self));
  g_object_set (guide, "show-seconds", self->show_seconds, NULL);

  return guide;
}

/* For what has no lines of its own. */
static char *
make_quiet_line (const ThawSessionSetup *setup)
{
  if (setup->minutes > 0)
    return g_strdup (setup->name);

  /* Translators: shown while somebody does something; %s is what they do, as "A walk outside" */
  return g_strdup_printf (_("%s\n\nTake your time. Come back here when you are done."), setup->name);
}

static GtkWidget *
create_lines (ThawSessionStage       *self,
              const ThawSessionSetup *setup)
{
  GtkWidget *lines = thaw_line_view_new ();

  if (setup->practice == NULL)
    {
      g_autofree char *line = make_quiet_line (setup);

      thaw_line_view_set_line (THAW_LINE_VIEW (lines), line);
    }

  return lines;
}

static void
clear (ThawSessionStage *self)
{
  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (get_timer (self), self);
  if (self->content != NULL)
    gtk_box_remove (GTK_BOX (self), g_steal_pointer (&self->content));
  g_clear_object (&self->runner);
}

/* One stop, though a box would pass by itself. */
static gboolean
thaw_session_stage_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  return !gtk_widget_has_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
thaw_session_stage_dispose (GObject *object)
{
  clear (THAW_SESSION_STAGE (object));

  G_OBJECT_CLASS (thaw_session_stage_parent_class)->dispose (object);
}

static void
thaw_session_stage_class_init (ThawSessionStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_session_stage_dispose;
  widget_class->focus = thaw_session_stage_focus;
  gtk_widget_class_set_css_name (widget_class, "session-stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
thaw_session_stage_init (ThawSessionStage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
thaw_session_stage_new (void)
{
  return g_object_new (THAW_TYPE_SESSION_STAGE, NULL);
}

/**
 * thaw_session_stage_set_runner:
 * @runner: (nullable): the session to show
 */
void
thaw_session_stage_set_runner (ThawSessionStage  *self,
                               ThawSessionRunner *runner)
{
  const ThawSessionSetup *setup;

  g_return_if_fail (THAW_IS_SESSION_STAGE (self));

  clear (self);
  if (runner == NULL)
    return;

  self->runner = g_object_ref (runner);
  setup = thaw_session_runner_get_setup (runner);
  self->content = setup->pattern != NULL ? create_guide (self) : create_lines (self, setup);
  gtk_widget_set_hexpand (self->content, TRUE);
  gtk_widget_set_vexpand (self->content, TRUE);
  gtk_box_append (GTK_BOX (self), self->content);
  g_signal_connect_swapped (get_timer (self), "step-changed", G_CALLBACK (on_step_changed_cb), self);

  /* The name comes first, then what there is to do. */
  thaw_session_stage_announce (self, setup->name);
  on_step_changed_cb (self);
}

/**
 * thaw_session_stage_set_show_seconds:
 * @show_seconds: whether the guide counts the seconds of each phase
 */
void
thaw_session_stage_set_show_seconds (ThawSessionStage *self,
                                     gboolean          show_seconds)
{
  g_return_if_fail (THAW_IS_SESSION_STAGE (self));

  self->show_seconds = show_seconds;
  if (THAW_IS_BREATH_GUIDE (self->content))
    g_object_set (self->content, "show-seconds", show_seconds, NULL);
}

/**
 * thaw_session_stage_set_is_spoken:
 * @is_spoken: whether somebody else speaks the lines
 */
void
thaw_session_stage_set_is_spoken (ThawSessionStage *self,
                                  gboolean          is_spoken)
{
  g_return_if_fail (THAW_IS_SESSION_STAGE (self));

  self->is_spoken = is_spoken;
}

/**
 * thaw_session_stage_announce:
 * @words: what a screen reader is to say when it has a moment
 */
void
thaw_session_stage_announce (ThawSessionStage *self,
                             const char       *words)
{
  g_return_if_fail (THAW_IS_SESSION_STAGE (self));
  g_return_if_fail (words != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
