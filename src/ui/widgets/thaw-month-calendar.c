/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-month-calendar"

#include "config.h"
#include "widgets/thaw-month-calendar.h"

#include "thaw-date-words.h"
#include "thaw-day-mood.h"

#include <glib/gi18n.h>

#define N_WEEKDAYS 7
#define N_WEEKS 6
#define N_CELLS (N_WEEKDAYS * N_WEEKS)
#define N_MAX_DOTS 3

/**
 * ThawMonthCalendar:
 *
 * A month of days to choose from. Days with entries carry one to three dots, one
 * for each entry, so that they are told apart by more than a colour.
 *
 * The weeks start as in the person's locale. Whoever shows a month is asked for
 * what its days hold by `notify::month` and answers with
 * thaw_month_calendar_set_moods().
 *
 * # Keyboard
 *
 * The days are one stop for Tab. Within them arrows go to neighbouring days and
 * weeks, and on into other months; Page Up and Page Down to the same day of
 * another month; Home and End to the first and last day of the month; Enter and
 * Space choose.
 *
 * # CSS nodes
 *
 * `monthcalendar` with `button.day` for a day, which may have the classes
 * `today`, `chosen` and `marked`, and in it `label.dots`.
 */
struct _ThawMonthCalendar
{
  GtkWidget parent_instance;

  GtkButton *previous_button;
  GtkButton *next_button;
  GtkLabel *month_label;
  GtkGrid *grid;
  GtkWidget *buttons[N_CELLS]; /* (owned by the widget tree) */
  GtkLabel *numbers[N_CELLS];  /* (owned by the widget tree) */
  GtkLabel *dots[N_CELLS];     /* (owned by the widget tree) */

  ThawDay month; /* its first day */
  ThawDay today; /* THAW_DAY_NONE if nobody said */
  ThawDay day;   /* the chosen one, or THAW_DAY_NONE */
  ThawDay focus; /* where Tab goes; in @month */
  guint n_entries[31];
  gboolean has_moods; /* somebody said so; else it is a calendar to choose a day in */
};

G_DEFINE_FINAL_TYPE (ThawMonthCalendar, thaw_month_calendar, GTK_TYPE_WIDGET)

enum
{
  PROP_MONTH = 1,
  PROP_TODAY,
  PROP_DAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_DAY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static ThawDay
get_first_cell (ThawMonthCalendar *self)
{
  return thaw_day_start_of_week (self->month, thaw_day_get_first_weekday ());
}

static gboolean
is_in_month (ThawMonthCalendar *self,
             ThawDay            day)
{
  return day >= self->month && day < self->month + thaw_day_days_in_month (self->month);
}

static void
set_css_class (GtkWidget  *widget,
               const char *name,
               gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_name (ThawMonthCalendar *self,
             GtkWidget         *button,
             ThawDay            day,
             guint              n_entries)
{
  g_autofree char *words = thaw_day_to_words (day, THAW_DAY_NONE);
  g_autofree char *name = NULL;

  if (!self->has_moods)
    name = g_steal_pointer (&words);
  else if (n_entries == 0)
    /* Translators: a day in the calendar, as in “Monday 3 March 2025, no entries” */
    name = g_strdup_printf (_("%s, no entries"), words);
  else
    /* Translators: a day in the calendar, as in “Monday 3 March 2025, 2 entries” */
    name = g_strdup_printf (ngettext ("%s, %u entry", "%s, %u entries", n_entries), words, n_entries);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_cell (ThawMonthCalendar *self,
             int                cell,
             ThawDay            day)
{
  static const char *const dots[N_MAX_DOTS + 1] = { "", "•", "••", "•••" };
  GtkWidget *button = self->buttons[cell];
  gboolean is_shown = is_in_month (self, day);
  g_autofree char *number = NULL;
  guint n_entries;

  /* Kept in place, so that no month is lower than another. */
  gtk_widget_set_child_visible (button, is_shown);
  gtk_widget_set_sensitive (button, is_shown);
  gtk_widget_set_focusable (button, is_shown && day == self->focus);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_HIDDEN, !is_shown, -1);
  if (!is_shown)
    return;

  n_entries = self->n_entries[day - self->month];
  /* Translators: the number of a day in a calendar; use %Id for your own digits if you have them */
  number = g_strdup_printf (C_("day of the month", "%d"), (int) (day - self->month + 1));
  gtk_label_set_label (self->numbers[cell], number);
  gtk_label_set_label (self->dots[cell], dots[MIN (n_entries, N_MAX_DOTS)]);
  gtk_widget_set_visible (GTK_WIDGET (self->dots[cell]), self->has_moods);
  set_css_class (button, "marked", n_entries > 0);
  set_css_class (button, "today", day == self->today);
  set_css_class (button, "chosen", day == self->day);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, day == self->day, -1);
  update_name (self, button, day, n_entries);
}

static void
update_cells (ThawMonthCalendar *self)
{
  ThawDay first = get_first_cell (self);

  for (int cell = 0; cell < N_CELLS; cell++)
    update_cell (self, cell, first + cell);
}

static void
set_focus_day (ThawMonthCalendar *self,
               ThawDay            day)
{
  self->focus = CLAMP (day, THAW_DAY_FIRST, THAW_DAY_LAST);
  if (!is_in_month (self, self->focus))
    thaw_month_calendar_set_month (self, self->focus);
  else
    update_cells (self);
}

static void
choose (ThawMonthCalendar *self,
        ThawDay            day)
{
  thaw_month_calendar_set_day (self, day);
  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, day);
}

static void
on_button_clicked_cb (ThawMonthCalendar *self,
                      GtkButton         *button)
{
  for (int cell = 0; cell < N_CELLS; cell++)
    {
      if (self->buttons[cell] == GTK_WIDGET (button))
        {
          choose (self, get_first_cell (self) + cell);
          return;
        }
    }
}

static void
previous_button_clicked_cb (ThawMonthCalendar *self)
{
  thaw_month_calendar_set_month (self, thaw_day_add_months (self->month, -1));
}

static void
next_button_clicked_cb (ThawMonthCalendar *self)
{
  thaw_month_calendar_set_month (self, thaw_day_add_months (self->month, 1));
}

static gboolean
key_pressed_cb (ThawMonthCalendar *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    modifiers)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  ThawDay day;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      day = self->focus - forward;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      day = self->focus + forward;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      day = self->focus - N_WEEKDAYS;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      day = self->focus + N_WEEKDAYS;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      day = thaw_day_add_months (self->focus, -1);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      day = thaw_day_add_months (self->focus, 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      day = self->month;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      day = self->month + thaw_day_days_in_month (self->month) - 1;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  set_focus_day (self, day);
  gtk_widget_grab_focus (self->buttons[self->focus - get_first_cell (self)]);

  return GDK_EVENT_STOP;
}

static void
make_weekday_labels (ThawMonthCalendar *self)
{
  /* Any week will do for the names of its days. */
  ThawDay first = thaw_day_start_of_week (THAW_DAY_EPOCH, thaw_day_get_first_weekday ());

  for (int i = 0; i < N_WEEKDAYS; i++)
    {
      g_autofree char *name = thaw_day_format (first + i, "%a");
      GtkWidget *label = gtk_label_new (name);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_grid_attach (self->grid, label, i, 0, 1, 1);
    }
}

static void
make_buttons (ThawMonthCalendar *self)
{
  for (int cell = 0; cell < N_CELLS; cell++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->buttons[cell] = button;
      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      self->numbers[cell] = GTK_LABEL (gtk_label_new (NULL));
      self->dots[cell] = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (self->dots[cell]), "dots");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->numbers[cell]));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dots[cell]));
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "day");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, button, cell % N_WEEKDAYS, 1 + cell / N_WEEKDAYS, 1, 1);
    }
}

static void
thaw_month_calendar_dispose (GObject *object)
{
  GtkWidget *widget = GTK_WIDGET (object);

  gtk_widget_dispose_template (widget, THAW_TYPE_MONTH_CALENDAR);
  /* A template lets go of the children that it names, and of no others. */
  while (gtk_widget_get_first_child (widget) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (widget));

  G_OBJECT_CLASS (thaw_month_calendar_parent_class)->dispose (object);
}

static void
thaw_month_calendar_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ThawMonthCalendar *self = THAW_MONTH_CALENDAR (object);

  switch (prop_id)
    {
    case PROP_MONTH:
      g_value_set_int (value, self->month);
      break;

    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;

    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_month_calendar_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ThawMonthCalendar *self = THAW_MONTH_CALENDAR (object);

  switch (prop_id)
    {
    case PROP_MONTH:
      thaw_month_calendar_set_month (self, g_value_get_int (value));
      break;

    case PROP_TODAY:
      thaw_month_calendar_set_today (self, g_value_get_int (value));
      break;

    case PROP_DAY:
      thaw_month_calendar_set_day (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_month_calendar_class_init (ThawMonthCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = thaw_month_calendar_dispose;
  object_class->get_property = thaw_month_calendar_get_property;
  object_class->set_property = thaw_month_calendar_set_property;

  /**
   * ThawMonthCalendar:month:
   *
   * The first day of the month that is shown.
   */
  properties[PROP_MONTH] = g_param_spec_int ("month", NULL, NULL, THAW_DAY_FIRST, THAW_DAY_LAST, THAW_DAY_EPOCH, flags);

  /**
   * ThawMonthCalendar:today:
   *
   * The day it is now, which stands out.
   */
  properties[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, THAW_DAY_NONE, THAW_DAY_LAST, THAW_DAY_NONE, flags);

  /**
   * ThawMonthCalendar:day:
   *
   * The day that was chosen.
   */
  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, THAW_DAY_NONE, THAW_DAY_LAST, THAW_DAY_NONE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ThawMonthCalendar::day-activated:
   * @day: the day
   *
   * A person chose a day, maybe the one that was chosen before.
   */
  signals[SIGNAL_DAY_ACTIVATED] = g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/widgets/thaw-month-calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawMonthCalendar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ThawMonthCalendar, next_button);
  gtk_widget_class_bind_template_child (widget_class, ThawMonthCalendar, month_label);
  gtk_widget_class_bind_template_child (widget_class, ThawMonthCalendar, grid);
  gtk_widget_class_bind_template_callback (widget_class, previous_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "monthcalendar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
thaw_month_calendar_init (ThawMonthCalendar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  make_weekday_labels (self);
  make_buttons (self);
  thaw_month_calendar_set_month (self, THAW_DAY_EPOCH);
}

GtkWidget *
thaw_month_calendar_new (void)
{
  return g_object_new (THAW_TYPE_MONTH_CALENDAR, NULL);
}

/**
 * thaw_month_calendar_get_month:
 *
 * Returns: the first day of the month that is shown
 */
ThawDay
thaw_month_calendar_get_month (ThawMonthCalendar *self)
{
  g_return_val_if_fail (THAW_IS_MONTH_CALENDAR (self), THAW_DAY_NONE);

  return self->month;
}

/**
 * thaw_month_calendar_set_month:
 * @month: any day of the month
 *
 * Shows another month, as yet without dots.
 */
void
thaw_month_calendar_set_month (ThawMonthCalendar *self,
                               ThawDay            month)
{
  g_autofree char *words = NULL;
  int day_of_month = 1;

  g_return_if_fail (THAW_IS_MONTH_CALENDAR (self));
  g_return_if_fail (thaw_day_is_valid (month));

  month = thaw_day_start_of_month (month);
  if (self->month == month)
    return;

  self->month = month;
  self->has_moods = FALSE;
  memset (self->n_entries, 0, sizeof self->n_entries);
  if (!is_in_month (self, self->focus))
    {
      if (self->focus != THAW_DAY_NONE)
        thaw_day_split (self->focus, NULL, NULL, &day_of_month);
      self->focus = month + MIN (day_of_month, thaw_day_days_in_month (month)) - 1;
    }

  /* Translators: the month above a calendar, as “March 2025”; the codes are those of g_date_time_format(), where
   * %OB is the name of a month that stands alone */
  words = thaw_day_format (month, C_("month format", "%OB %Y"));
  gtk_label_set_label (self->month_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), month > THAW_DAY_FIRST);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button),
                            month + thaw_day_days_in_month (month) <= THAW_DAY_LAST);
  update_cells (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
}

ThawDay
thaw_month_calendar_get_today (ThawMonthCalendar *self)
{
  g_return_val_if_fail (THAW_IS_MONTH_CALENDAR (self), THAW_DAY_NONE);

  return self->today;
}

/**
 * thaw_month_calendar_set_today:
 * @today: the day it is now, or %THAW_DAY_NONE
 */
void
thaw_month_calendar_set_today (ThawMonthCalendar *self,
                               ThawDay            today)
{
  g_return_if_fail (THAW_IS_MONTH_CALENDAR (self));
  g_return_if_fail (today == THAW_DAY_NONE || thaw_day_is_valid (today));

  if (self->today == today)
    return;

  self->today = today;
  update_cells (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

ThawDay
thaw_month_calendar_get_day (ThawMonthCalendar *self)
{
  g_return_val_if_fail (THAW_IS_MONTH_CALENDAR (self), THAW_DAY_NONE);

  return self->day;
}

/**
 * thaw_month_calendar_set_day:
 * @day: the chosen day, or %THAW_DAY_NONE
 *
 * Marks a day as chosen and shows its month.
 */
void
thaw_month_calendar_set_day (ThawMonthCalendar *self,
                             ThawDay            day)
{
  g_return_if_fail (THAW_IS_MONTH_CALENDAR (self));
  g_return_if_fail (day == THAW_DAY_NONE || thaw_day_is_valid (day));

  if (self->day == day)
    return;

  self->day = day;
  if (day != THAW_DAY_NONE)
    set_focus_day (self, day);
  else
    update_cells (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * thaw_month_calendar_set_moods:
 * @moods: (element-type ThawDayMood): the days that have entries; those of other
 *   months do not matter
 *
 * Says which days of the month have how many entries.
 */
void
thaw_month_calendar_set_moods (ThawMonthCalendar *self,
                               GArray            *moods)
{
  g_return_if_fail (THAW_IS_MONTH_CALENDAR (self));
  g_return_if_fail (moods != NULL);

  self->has_moods = TRUE;
  memset (self->n_entries, 0, sizeof self->n_entries);
  for (guint i = 0; i < moods->len; i++)
    {
      const ThawDayMood *mood = &g_array_index (moods, ThawDayMood, i);

      if (is_in_month (self, mood->day))
        self->n_entries[mood->day - self->month] = mood->n_entries;
    }

  update_cells (self);
}

/**
 * thaw_month_calendar_focus_day:
 *
 * Puts the focus on the chosen day, or on the present one: most of what is looked for lies
 * near. If the month has neither, it is where it was the last time.
 */
void
thaw_month_calendar_focus_day (ThawMonthCalendar *self)
{
  ThawDay day;

  g_return_if_fail (THAW_IS_MONTH_CALENDAR (self));

  day = is_in_month (self, self->day) ? self->day : self->today;
  set_focus_day (self, is_in_month (self, day) ? day : self->focus);
  gtk_widget_grab_focus (self->buttons[self->focus - get_first_cell (self)]);
}
