/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-progress"

#include "config.h"
#include "practice/thaw-session-progress.h"

#include "thaw-length-words.h"

#include <glib/gi18n-lib.h>

#define US_PER_MS 1000

/**
 * ThawSessionProgress:
 *
 * How far a session is: a quiet bar, and how many breaths it has been, or the time if
 * that is wanted. Without an end there is no bar.
 *
 * It looks once a second while the timer runs and it is on the screen, and never
 * otherwise.
 */
struct _ThawSessionProgress
{
  GtkBox parent_instance;

  GtkProgressBar *bar;
  GtkLabel *label;

  ThawPracticeTimer *timer; /* (owned) (nullable) */
  gboolean show_seconds;
  guint source;
};

G_DEFINE_FINAL_TYPE (ThawSessionProgress, thaw_session_progress, GTK_TYPE_BOX)

static gboolean
is_breathing (ThawTimeline *timeline)
{
  return thaw_timeline_get_step (timeline, 0)->phase >= 0;
}

/* What the label says, or nothing. */
static char *
make_words (ThawSessionProgress *self)
{
  ThawTimeline *timeline = thaw_practice_timer_get_timeline (self->timer);
  const guint n_rounds = thaw_timeline_get_n_rounds (timeline);
  const gint64 length_ms = thaw_timeline_get_length_ms (timeline);
  g_autofree char *elapsed = NULL;
  g_autofree char *length = NULL;

  if (is_breathing (timeline))
    {
      ThawTimelinePlace place;

      thaw_practice_timer_get_place (self->timer, &place);

      /* Translators: how far breathing is: the first %d is which breath it is, the second how many there are */
      return g_strdup_printf (_("Breath %d of %d"), (int) MIN (place.round + 1, n_rounds), (int) n_rounds);
    }

  if (!self->show_seconds)
    return NULL;

  elapsed = thaw_length_to_clock (thaw_practice_timer_get_elapsed_us (self->timer) / US_PER_MS);
  if (length_ms == 0)
    return g_steal_pointer (&elapsed);

  length = thaw_length_to_clock (length_ms);

  /* Translators: how far a session is: how long it has been, and how long it is, as "1:20 of 5:00" */
  return g_strdup_printf (_("%s of %s"), elapsed, length);
}

static void
update (ThawSessionProgress *self)
{
  g_autofree char *words = NULL;
  gint64 length_ms;

  if (self->timer == NULL)
    return;

  length_ms = thaw_timeline_get_length_ms (thaw_practice_timer_get_timeline (self->timer));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), length_ms > 0);
  if (length_ms > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) thaw_practice_timer_get_elapsed_us (self->timer) /
                                                     ((double) length_ms * US_PER_MS), 0.0, 1.0));

  words = make_words (self);
  gtk_label_set_label (self->label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), words != NULL);
}

static gboolean
on_second_cb (gpointer user_data)
{
  update (THAW_SESSION_PROGRESS (user_data));

  return G_SOURCE_CONTINUE;
}

static void
watch (ThawSessionProgress *self)
{
  gboolean is_wanted = self->timer != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                       thaw_practice_timer_get_state (self->timer) == THAW_PRACTICE_RUNNING;

  update (self);
  if (is_wanted && self->source == 0)
    self->source = g_timeout_add_seconds (1, on_second_cb, self);
  else if (!is_wanted)
    g_clear_handle_id (&self->source, g_source_remove);
}

static void
thaw_session_progress_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_session_progress_parent_class)->map (widget);

  watch (THAW_SESSION_PROGRESS (widget));
}

static void
thaw_session_progress_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_session_progress_parent_class)->unmap (widget);

  watch (THAW_SESSION_PROGRESS (widget));
}

static void
thaw_session_progress_dispose (GObject *object)
{
  ThawSessionProgress *self = THAW_SESSION_PROGRESS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_data (self->timer, self);
  g_clear_object (&self->timer);

  G_OBJECT_CLASS (thaw_session_progress_parent_class)->dispose (object);
}

static void
thaw_session_progress_class_init (ThawSessionProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_session_progress_dispose;
  widget_class->map = thaw_session_progress_map;
  widget_class->unmap = thaw_session_progress_unmap;
  gtk_widget_class_set_css_name (widget_class, "session-progress");
}

static void
thaw_session_progress_init (ThawSessionProgress *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How far it is"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
}

GtkWidget *
thaw_session_progress_new (void)
{
  return g_object_new (THAW_TYPE_SESSION_PROGRESS, NULL);
}

/**
 * thaw_session_progress_set_timer:
 * @timer: (nullable): the timer of the session
 */
void
thaw_session_progress_set_timer (ThawSessionProgress *self,
                                 ThawPracticeTimer   *timer)
{
  g_return_if_fail (THAW_IS_SESSION_PROGRESS (self));

  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_data (self->timer, self);
  g_set_object (&self->timer, timer);
  if (timer != NULL)
    {
      g_signal_connect_swapped (timer, "state-changed", G_CALLBACK (watch), self);
      g_signal_connect_swapped (timer, "step-changed", G_CALLBACK (update), self);
    }
  watch (self);
}

/**
 * thaw_session_progress_set_show_seconds:
 * @show_seconds: whether to say how much time it has been
 */
void
thaw_session_progress_set_show_seconds (ThawSessionProgress *self,
                                        gboolean             show_seconds)
{
  g_return_if_fail (THAW_IS_SESSION_PROGRESS (self));

  self->show_seconds = show_seconds;
  update (self);
}
