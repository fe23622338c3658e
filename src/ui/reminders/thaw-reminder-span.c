/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-span"

#include "config.h"
#include "reminders/thaw-reminder-span.h"

#include "widgets/thaw-spin.h"
#include "widgets/thaw-time-button.h"

#define LAST_MINUTE (THAW_CIVIL_MINUTES_PER_DAY - 1)

/**
 * ThawReminderSpan:
 *
 * Between which times of day a reminder comes, how often, and how far apart. What does not
 * fit together stays as it is: whoever shows it says so.
 */
struct _ThawReminderSpan
{
  AdwPreferencesGroup parent_instance;

  ThawTimeButton *start_button;
  ThawTimeButton *end_button;
  GtkSpinButton *n_spin;
  GtkWidget *distance_row;
  GtkSpinButton *distance_spin;

  gboolean is_loading; /* code changes the fields, not the person; or they go */
};

G_DEFINE_FINAL_TYPE (ThawReminderSpan, thaw_reminder_span, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (ThawReminderSpan *self)
{
  if (!self->is_loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
n_spin_value_changed_cb (ThawReminderSpan *self)
{
  gtk_widget_set_visible (self->distance_row, gtk_spin_button_get_value_as_int (self->n_spin) > 1);
  emit_changed (self);
}

static void
thaw_reminder_span_dispose (GObject *object)
{
  /* A field that has the focus takes what was typed when it goes. */
  THAW_REMINDER_SPAN (object)->is_loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_REMINDER_SPAN);

  G_OBJECT_CLASS (thaw_reminder_span_parent_class)->dispose (object);
}

static void
thaw_reminder_span_class_init (ThawReminderSpanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_reminder_span_dispose;

  /**
   * ThawReminderSpan::changed:
   *
   * The person chose something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (THAW_TYPE_TIME_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/reminders/thaw-reminder-span.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawReminderSpan, start_button);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderSpan, end_button);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderSpan, n_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderSpan, distance_row);
  gtk_widget_class_bind_template_child (widget_class, ThawReminderSpan, distance_spin);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, n_spin_value_changed_cb);
}

static void
thaw_reminder_span_init (ThawReminderSpan *self)
{
  self->is_loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_loading = FALSE;
  /* The titles of their rows would be read out once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->n_spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->distance_spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  thaw_spin_ignore_scrolling (self->n_spin);
  thaw_spin_ignore_scrolling (self->distance_spin);
}

/**
 * thaw_reminder_span_load:
 * @reminder: a reminder whose window is to stand there, or some window to begin with
 */
void
thaw_reminder_span_load (ThawReminderSpan   *self,
                         const ThawReminder *reminder)
{
  g_return_if_fail (THAW_IS_REMINDER_SPAN (self));
  g_return_if_fail (reminder != NULL);

  self->is_loading = TRUE;
  /* Of one without a window anything may stand there. */
  thaw_time_button_set_minute (self->start_button, CLAMP (reminder->window_start, 0, LAST_MINUTE));
  thaw_time_button_set_minute (self->end_button, CLAMP (reminder->window_end, 0, LAST_MINUTE));
  gtk_spin_button_set_value (self->distance_spin, reminder->distance);
  gtk_spin_button_set_value (self->n_spin, reminder->n_in_window);
  n_spin_value_changed_cb (self);
  self->is_loading = FALSE;
}

/**
 * thaw_reminder_span_store:
 * @reminder: a reminder that is to have the window that stands there
 */
void
thaw_reminder_span_store (ThawReminderSpan *self,
                          ThawReminder     *reminder)
{
  g_return_if_fail (THAW_IS_REMINDER_SPAN (self));
  g_return_if_fail (reminder != NULL);

  reminder->window_start = thaw_time_button_get_minute (self->start_button);
  reminder->window_end = thaw_time_button_get_minute (self->end_button);
  reminder->n_in_window = (guint) gtk_spin_button_get_value_as_int (self->n_spin);
  reminder->distance = gtk_spin_button_get_value_as_int (self->distance_spin);
}

/**
 * thaw_reminder_span_update:
 *
 * Takes what was typed, also where the field was not left yet.
 */
void
thaw_reminder_span_update (ThawReminderSpan *self)
{
  g_return_if_fail (THAW_IS_REMINDER_SPAN (self));

  thaw_time_button_update (self->start_button);
  thaw_time_button_update (self->end_button);
  gtk_spin_button_update (self->n_spin);
  gtk_spin_button_update (self->distance_spin);
}
