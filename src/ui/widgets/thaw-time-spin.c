/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-time-spin"

#include "config.h"
#include "widgets/thaw-time-spin.h"

#include "thaw-date-words.h"

/**
 * ThawTimeSpin:
 *
 * A time of day, by the hour and the minute. Hours stand there by the clock that the
 * locale uses; what is typed may also be by 24 hours. The hour is on the left in any
 * language, as digits are.
 *
 * Keyboard: up and down as in any field with a number; Return says that it is done.
 */
struct _ThawTimeSpin
{
  GtkBox parent_instance;

  GtkSpinButton *hour_spin;
  GtkSpinButton *minute_spin;

  gboolean is_loading; /* code changes the fields, not the person */
};

G_DEFINE_FINAL_TYPE (ThawTimeSpin, thaw_time_spin, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_value_changed_cb (ThawTimeSpin *self)
{
  if (!self->is_loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* After the field has taken what was typed. */
static void
on_activate_cb (ThawTimeSpin *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
show_text (GtkSpinButton *spin,
           const char    *text)
{
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
}

static char *
format_hour (int hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, hour, 0, 0);

  return g_date_time_format (time, thaw_locale_uses_12_hours () ? "%-I %p" : "%H");
}

static gboolean
on_hour_output_cb (GtkSpinButton *spin,
                   gpointer       user_data)
{
  g_autofree char *text = format_hour (gtk_spin_button_get_value_as_int (spin));

  show_text (spin, text);

  return TRUE;
}

/* The letters and digits alone: "3 PM" and "3pm" are the same to people. */
static char *
fold_hour (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }

  return g_string_free (folded, FALSE);
}

/* "3 PM" must be read back as 15. */
static int
on_hour_input_cb (GtkSpinButton *spin,
                  double        *value,
                  gpointer       user_data)
{
  g_autofree char *text = fold_hour (gtk_editable_get_text (GTK_EDITABLE (spin)));

  if (!thaw_locale_uses_12_hours ())
    return FALSE;

  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *shown = format_hour (hour);
      g_autofree char *word = fold_hour (shown);

      if (g_str_equal (word, text))
        {
          *value = hour;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
on_minute_output_cb (GtkSpinButton *spin,
                     gpointer       user_data)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  show_text (spin, text);

  return TRUE;
}

static void
thaw_time_spin_dispose (GObject *object)
{
  /* A field that has the focus takes what was typed when it goes. */
  THAW_TIME_SPIN (object)->is_loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), THAW_TYPE_TIME_SPIN);

  G_OBJECT_CLASS (thaw_time_spin_parent_class)->dispose (object);
}

static void
thaw_time_spin_class_init (ThawTimeSpinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_time_spin_dispose;

  /**
   * ThawTimeSpin::changed:
   *
   * The person chose another time.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ThawTimeSpin::done:
   *
   * The person pressed Return.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/thawapp/Thaw/ui/widgets/thaw-time-spin.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawTimeSpin, hour_spin);
  gtk_widget_class_bind_template_child (widget_class, ThawTimeSpin, minute_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hour_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hour_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_minute_output_cb);
}

static void
thaw_time_spin_init (ThawTimeSpin *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->hour_spin)), "activate",
                           G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->minute_spin)), "activate",
                           G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * thaw_time_spin_get_minute:
 *
 * Returns: the time, in minutes since midnight
 */
int
thaw_time_spin_get_minute (ThawTimeSpin *self)
{
  g_return_val_if_fail (THAW_IS_TIME_SPIN (self), 0);

  return gtk_spin_button_get_value_as_int (self->hour_spin) * 60 +
         gtk_spin_button_get_value_as_int (self->minute_spin);
}

/**
 * thaw_time_spin_set_minute:
 * @minute: a time, in minutes since midnight, up to 1439
 */
void
thaw_time_spin_set_minute (ThawTimeSpin *self,
                           int           minute)
{
  g_return_if_fail (THAW_IS_TIME_SPIN (self));
  g_return_if_fail (minute >= 0 && minute < 24 * 60);

  self->is_loading = TRUE;
  gtk_spin_button_set_value (self->hour_spin, minute / 60);
  gtk_spin_button_set_value (self->minute_spin, minute % 60);
  self->is_loading = FALSE;
}

/**
 * thaw_time_spin_update:
 *
 * Takes what was typed, also where the field was not left yet.
 */
void
thaw_time_spin_update (ThawTimeSpin *self)
{
  g_return_if_fail (THAW_IS_TIME_SPIN (self));

  gtk_spin_button_update (self->hour_spin);
  gtk_spin_button_update (self->minute_spin);
}
