/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-controls"

#include "config.h"
#include "practice/thaw-session-controls.h"

#include "widgets/thaw-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* So long after the last key or movement they fade. */
#define FADE_AFTER_MS 3000

/**
 * ThawSessionControls:
 *
 * The buttons of a running session. They do what the actions of #ThawSessionView do,
 * and there are only those that make sense for what is running.
 *
 * Where they may fade, they do so when nothing was moved for a while. They are still
 * there then: for the keyboard, the pointer, and a screen reader.
 */
struct _ThawSessionControls
{
  GtkBox parent_instance;

  GtkButton *fullscreen_button;
  GtkWidget *back_button;
  GtkButton *pause_button;
  GtkWidget *skip_button;
  GtkMenuButton *menu_button;
  GtkWidget *end_button;
  GtkButton *leave_button;

  ThawPracticeTimer *timer; /* (owned) (nullable) */
  gboolean is_doing;        /* something to do, not a practice */
  gboolean fades;
  guint fade_source;
};

G_DEFINE_FINAL_TYPE (ThawSessionControls, thaw_session_controls, GTK_TYPE_BOX)

static gboolean
on_fade_time_cb (gpointer user_data)
{
  ThawSessionControls *self = user_data;

  self->fade_source = 0;
  gtk_widget_add_css_class (GTK_WIDGET (self), "faded");

  return G_SOURCE_REMOVE;
}

static void
update (ThawSessionControls *self)
{
  ThawTimeline *timeline;
  gboolean is_breathing, has_steps, is_open;

  if (self->timer == NULL)
    return;

  timeline = thaw_practice_timer_get_timeline (self->timer);
  is_breathing = thaw_timeline_get_step (timeline, 0)->phase >= 0;
  has_steps = !is_breathing && thaw_timeline_get_n_steps (timeline) > 1;
  is_open = thaw_timeline_get_length_ms (timeline) == 0;

  gtk_widget_set_visible (self->back_button, has_steps);
  gtk_widget_set_visible (self->skip_button, has_steps);
  gtk_widget_set_visible (self->end_button, is_breathing);
  gtk_button_set_label (self->pause_button,
                        thaw_practice_timer_get_state (self->timer) == THAW_PRACTICE_PAUSED ? _("_Resume")
                                                                                            : _("_Pause"));

  /* What has no end is done when the person says so, and so is a walk that was shorter; a practice is left. */
  gtk_button_set_label (self->leave_button, is_open || self->is_doing ? _("_Done") : _("_Leave"));
  if (is_open)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->leave_button), "flat");
      gtk_widget_add_css_class (GTK_WIDGET (self->leave_button), "suggested-action");
      gtk_widget_add_css_class (GTK_WIDGET (self->leave_button), "pill");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->leave_button), "flat");
      gtk_widget_remove_css_class (GTK_WIDGET (self->leave_button), "suggested-action");
      gtk_widget_remove_css_class (GTK_WIDGET (self->leave_button), "pill");
    }
}

static gboolean
thaw_session_controls_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (THAW_SESSION_CONTROLS (widget)->pause_button));
}

static void
thaw_session_controls_dispose (GObject *object)
{
  ThawSessionControls *self = THAW_SESSION_CONTROLS (object);

  g_clear_handle_id (&self->fade_source, g_source_remove);
  thaw_session_controls_set_timer (self, NULL, FALSE);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_SESSION_CONTROLS);

  G_OBJECT_CLASS (thaw_session_controls_parent_class)->dispose (object);
}

static void
thaw_session_controls_class_init (ThawSessionControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_session_controls_dispose;
  widget_class->grab_focus = thaw_session_controls_grab_focus;

  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "session-controls");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/practice/thaw-session-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawSessionControls, fullscreen_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionControls, back_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionControls, pause_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionControls, skip_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionControls, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionControls, end_button);
  gtk_widget_class_bind_template_child (widget_class, ThawSessionControls, leave_button);
}

static void
thaw_session_controls_init (ThawSessionControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  thaw_session_controls_set_fullscreen (self, FALSE);
}

/**
 * thaw_session_controls_set_timer:
 * @timer: (nullable): what is running
 * @is_doing: whether that is something to do, not a practice
 */
void
thaw_session_controls_set_timer (ThawSessionControls *self,
                                 ThawPracticeTimer   *timer,
                                 gboolean             is_doing)
{
  g_return_if_fail (THAW_IS_SESSION_CONTROLS (self));

  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_data (self->timer, self);
  g_set_object (&self->timer, timer);
  self->is_doing = is_doing;
  if (timer != NULL)
    {
      g_signal_connect_swapped (timer, "state-changed", G_CALLBACK (update), self);
      update (self);
    }
}

/**
 * thaw_session_controls_set_menu:
 * @menu: what can be switched on and off
 */
void
thaw_session_controls_set_menu (ThawSessionControls *self,
                                GMenuModel          *menu)
{
  g_return_if_fail (THAW_IS_SESSION_CONTROLS (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

/**
 * thaw_session_controls_set_fullscreen:
 * @is_fullscreen: whether the window fills the screen
 *
 * Offers the other of the two.
 */
void
thaw_session_controls_set_fullscreen (ThawSessionControls *self,
                                      gboolean             is_fullscreen)
{
  const char *words = is_fullscreen ? _("Leave Full Screen (F11)") : _("Full Screen (F11)");

  g_return_if_fail (THAW_IS_SESSION_CONTROLS (self));

  gtk_button_set_icon_name (self->fullscreen_button,
                            is_fullscreen ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fullscreen_button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fullscreen_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * thaw_session_controls_set_fades:
 * @fades: whether to fade when nothing is moved
 */
void
thaw_session_controls_set_fades (ThawSessionControls *self,
                                 gboolean             fades)
{
  g_return_if_fail (THAW_IS_SESSION_CONTROLS (self));

  self->fades = fades;
  thaw_session_controls_wake (self);
}

/**
 * thaw_session_controls_wake:
 *
 * Something was moved, or a key was pressed: they are there, for a while at least.
 */
void
thaw_session_controls_wake (ThawSessionControls *self)
{
  g_return_if_fail (THAW_IS_SESSION_CONTROLS (self));

  g_clear_handle_id (&self->fade_source, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "faded");
  if (self->fades)
    self->fade_source = g_timeout_add (FADE_AFTER_MS, on_fade_time_cb, self);
}

gboolean
thaw_session_controls_is_faded (ThawSessionControls *self)
{
  g_return_val_if_fail (THAW_IS_SESSION_CONTROLS (self), FALSE);

  return gtk_widget_has_css_class (GTK_WIDGET (self), "faded");
}
