/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-weekday-buttons"

#include "config.h"
#include "widgets/thaw-weekday-buttons.h"

#include <glib/gi18n-lib.h>

#include "thaw-day.h"
#include "widgets/thaw-wrap-layout.h"

#define DAYS_PER_WEEK 7

/* Between two of them, in pixels. */
#define SPACING 3

/**
 * ThawWeekdayButtons:
 *
 * Days of the week, each of which can be chosen, in the order of the locale. A button has
 * the beginning of its name, and the whole name for a screen reader.
 */
struct _ThawWeekdayButtons
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[DAYS_PER_WEEK]; /* (owned by the widget tree): Monday first */
  gboolean is_loading;                     /* code changes them, not the person */
};

G_DEFINE_FINAL_TYPE (ThawWeekdayButtons, thaw_weekday_buttons, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_toggled_cb (ThawWeekdayButtons *self)
{
  if (!self->is_loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_button (ThawWeekdayButtons *self,
            int                 weekday)
{
  /* The first day of the calendar is a Monday. */
  g_autofree char *name = thaw_day_format (THAW_DAY_FIRST + weekday, "%A");
  g_autofree char *short_name = thaw_day_format (THAW_DAY_FIRST + weekday, "%a");
  GtkWidget *button = gtk_toggle_button_new_with_label (short_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[weekday] = GTK_TOGGLE_BUTTON (button);
}

static void
thaw_weekday_buttons_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (thaw_weekday_buttons_parent_class)->dispose (object);
}

static void
thaw_weekday_buttons_class_init (ThawWeekdayButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = thaw_weekday_buttons_dispose;

  /**
   * ThawWeekdayButtons::changed:
   *
   * The person chose other days.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, THAW_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "weekday-buttons");
}

static void
thaw_weekday_buttons_init (ThawWeekdayButtons *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  int first = thaw_day_get_first_weekday ();

  /* In large text they take two lines. */
  thaw_wrap_layout_set_spacing (THAW_WRAP_LAYOUT (layout), SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the week"), -1);
  for (int i = 0; i < DAYS_PER_WEEK; i++)
    add_button (self, (first - 1 + i) % DAYS_PER_WEEK);
}

/**
 * thaw_weekday_buttons_get:
 *
 * Returns: the days that are chosen, a bit each, the lowest for Monday
 */
guint
thaw_weekday_buttons_get (ThawWeekdayButtons *self)
{
  guint weekdays = 0;

  g_return_val_if_fail (THAW_IS_WEEKDAY_BUTTONS (self), 0);

  for (int i = 0; i < DAYS_PER_WEEK; i++)
    {
      if (gtk_toggle_button_get_active (self->buttons[i]))
        weekdays |= 1u << i;
    }

  return weekdays;
}

/**
 * thaw_weekday_buttons_set:
 * @weekdays: days, a bit each, the lowest for Monday
 */
void
thaw_weekday_buttons_set (ThawWeekdayButtons *self,
                          guint               weekdays)
{
  g_return_if_fail (THAW_IS_WEEKDAY_BUTTONS (self));

  self->is_loading = TRUE;
  for (int i = 0; i < DAYS_PER_WEEK; i++)
    gtk_toggle_button_set_active (self->buttons[i], (weekdays & (1u << i)) != 0);
  self->is_loading = FALSE;
}
