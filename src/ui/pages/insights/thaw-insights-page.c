/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-insights-page"

#include "config.h"
#include "pages/insights/thaw-insights-page.h"

#include <glib/gi18n-lib.h>

#include "pages/insights/thaw-chart-saver.h"
#include "pages/insights/thaw-mood-loader.h"
#include "pages/insights/thaw-mood-table.h"
#include "pages/insights/thaw-range-switch.h"
#include "pages/insights/thaw-reflection-section.h"
#include "thaw-date-words.h"
#include "thaw-mood-words.h"
#include "widgets/journal-filter/thaw-filter-popover.h"
#include "widgets/journal-filter/thaw-filter-words.h"
#include "widgets/mood-chart/thaw-mood-chart.h"
#include "widgets/thaw-wrap-layout.h"

/**
 * ThawInsightsPage:
 *
 * The mood chart of a week, a month, three months, a year or all the time, the
 * same in words, and as a table for whoever asks for it. What was practised or done
 * goes along with it.
 *
 * What is shown is read on a worker each time the page appears, and again when the
 * journal or the sessions change while it is seen. Until it is there the page keeps showing what
 * it has.
 */
struct _ThawInsightsPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *problem_page;
  ThawRangeSwitch *range_switch;
  GtkLabel *title_label;
  ThawMoodChart *chart;
  GtkWidget *day_box;
  GtkWidget *nothing_box;
  GtkLabel *nothing_label;
  GtkWidget *show_all_button;
  GtkMenuButton *filter_button;
  ThawFilterPopover *filter_popover;
  GtkLabel *filter_label;
  GtkLabel *day_label;
  GtkLabel *feeling_label;
  GtkLabel *valence_label;
  GtkLabel *counts_label;
  GtkLabel *summary_label;
  GtkToggleButton *table_button;
  GtkRevealer *table_revealer;
  ThawMoodTable *table;
  ThawReflectionSection *reflection_section;
  ThawReflectionSection *empty_reflection_section;

  ThawServices *services; /* (owned) */

  ThawDay anchor; /* a day of the period, or THAW_DAY_NONE to stay with today */
  ThawDay last_entry;
  ThawPeriodBounds bounds;
  ThawPeriod period;
  ThawJournalFilter *filter; /* (owned): which entries are shown */
  char *scope;               /* (owned) (nullable): the same in words, NULL for all */
  GCancellable *loading;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ThawInsightsPage, thaw_insights_page, ADW_TYPE_BIN)

enum
{
  PROP_SERVICES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static ThawDay
get_today (ThawInsightsPage *self)
{
  return thaw_clock_get_today (thaw_services_get_clock (self->services));
}

static void
set_busy (ThawInsightsPage *self,
          gboolean          is_busy)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, is_busy, -1);
}

static void
cancel_loading (ThawInsightsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
show_problem (ThawInsightsPage *self,
              const GError     *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem_page, description);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
update_day (ThawInsightsPage *self)
{
  const ThawDayMood *mood = thaw_mood_chart_get_cursor_mood (self->chart);
  g_autofree char *day = NULL;
  g_autofree char *feeling = NULL;
  g_autofree char *valence = NULL;
  g_autofree char *feeling_line = NULL;
  g_autofree char *valence_line = NULL;
  g_autofree char *counts = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insights.show-day", mood != NULL);
  gtk_widget_set_visible (self->day_box, mood != NULL);
  if (mood == NULL)
    return;

  day = thaw_day_to_words (mood->day, get_today (self));
  feeling = thaw_mood_scale_describe (THAW_MOOD_FEELING, &mood->feeling);
  valence = thaw_mood_scale_describe (THAW_MOOD_VALENCE, &mood->valence);
  counts = thaw_day_mood_format_counts (mood);
  /* Translators: a line about a day: what is told and what it was, as in “How much I could feel: a little (4 of 10)” */
  feeling_line = g_strdup_printf (C_("line about a day", "%s: %s"),
                                  thaw_mood_scale_get_title (THAW_MOOD_FEELING), feeling);
  valence_line = g_strdup_printf (C_("line about a day", "%s: %s"),
                                  thaw_mood_scale_get_title (THAW_MOOD_VALENCE), valence);

  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->feeling_label, feeling_line);
  gtk_label_set_label (self->valence_label, valence_line);
  gtk_label_set_label (self->counts_label, counts);
  /* Of a day on which nothing was asked there is no answer to tell. */
  gtk_widget_set_visible (GTK_WIDGET (self->feeling_label), mood->n_entries > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->valence_label), mood->n_entries > 0);
}

/* The table is made only for those who look at it. */
static void
update_table (ThawInsightsPage *self)
{
  ThawMoodSeries *series = thaw_mood_chart_get_series (self->chart);

  gboolean is_wanted = gtk_toggle_button_get_active (self->table_button) &&
                       thaw_mood_chart_get_cursor_mood (self->chart) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->table_revealer), is_wanted);
  if (is_wanted)
    thaw_mood_table_set_series (self->table, series, thaw_mood_grouping_for_period (&self->period));
}

static void
update_navigation (ThawInsightsPage *self)
{
  g_autofree char *title = thaw_period_dup_title (&self->period);
  ThawPeriod other;

  gtk_label_set_label (self->title_label, title);
  thaw_reflection_section_set_period (self->reflection_section, &self->period);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insights.previous",
                                 thaw_period_get_previous (&self->period, &self->bounds, &other));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insights.next",
                                 thaw_period_get_next (&self->period, &self->bounds, &other));
}

static void
show_series (ThawInsightsPage *self,
             ThawMoodSeries   *series)
{
  g_autofree char *title = thaw_period_dup_scoped_title (&self->period, self->scope);
  g_autofree char *summary = thaw_mood_series_describe (series, title);
  guint n_days;

  thaw_mood_series_get_days (series, &n_days);
  thaw_mood_chart_set_series (self->chart, series, &self->period, self->scope);
  gtk_label_set_label (self->summary_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), n_days > 0);
  gtk_widget_set_visible (self->nothing_box, thaw_mood_series_get_n_entries (series) == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insights.show-latest", self->last_entry != THAW_DAY_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->table_button), n_days > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insights.export", n_days > 0);
  update_day (self);
  update_table (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
on_series_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  ThawInsightsPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawMoodSeries) series = thaw_mood_loader_load_finish (result, &error);

  /* A later request has taken the place of this one, or the page is gone: @self may not be touched. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  set_busy (self, FALSE);
  if (series == NULL)
    show_problem (self, error);
  else
    show_series (self, series);
}

static void
widen (ThawDay *first,
       ThawDay *last,
       ThawDay  other_first,
       ThawDay  other_last)
{
  if (other_first == THAW_DAY_NONE)
    return;

  *first = *first != THAW_DAY_NONE ? MIN (*first, other_first) : other_first;
  *last = *last != THAW_DAY_NONE ? MAX (*last, other_last) : other_last;
}

/* From the first to the last day of which there is something to see. */
static gboolean
get_extent (ThawInsightsPage  *self,
            ThawDay           *out_first,
            ThawDay           *out_last,
            GError           **error)
{
  g_autoptr (GPtrArray) reflections = NULL;
  ThawSessionStore *sessions = thaw_services_get_sessions (self->services);
  ThawDay first_session, last_session;

  if (!thaw_journal_get_extent (thaw_services_get_journal (self->services), out_first, &self->last_entry, error) ||
      !thaw_session_store_get_extent (sessions, &first_session, &last_session, error))
    return FALSE;

  reflections = thaw_reflection_store_list (thaw_services_get_reflections (self->services), error);
  if (reflections == NULL)
    return FALSE;

  *out_last = self->last_entry;
  widen (out_first, out_last, first_session, last_session);
  if (reflections->len > 0)
    widen (out_first, out_last,
           ((ThawReflection *) g_ptr_array_index (reflections, 0))->moment.day,
           ((ThawReflection *) g_ptr_array_index (reflections, reflections->len - 1))->moment.day);

  return TRUE;
}

static void
load (ThawInsightsPage *self)
{
  ThawDay first, last, today = get_today (self);
  g_autoptr (GError) error = NULL;

  cancel_loading (self);
  set_busy (self, FALSE);
  if (!get_extent (self, &first, &last, &error))
    {
      show_problem (self, error);
      return;
    }

  if (first == THAW_DAY_NONE)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  self->bounds = thaw_period_bounds_new (first, last, today);
  self->period = thaw_period_new (thaw_range_switch_get_range (self->range_switch),
                                  self->anchor != THAW_DAY_NONE ? self->anchor : today,
                                  thaw_day_get_first_weekday (),
                                  &self->bounds);
  update_navigation (self);

  /* Nothing is computed for days that have not come yet. */
  self->loading = g_cancellable_new ();
  set_busy (self, TRUE);
  thaw_mood_loader_load_async (self->services,
                               self->period.first,
                               MIN (self->period.last, self->bounds.last),
                               self->filter,
                               self->loading,
                               on_series_loaded_cb,
                               self);
}

/* Says which entries are shown, wherever it matters. */
static void
update_filter (ThawInsightsPage *self)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_free (self->scope);
  self->scope = thaw_filter_to_words (self->filter, thaw_services_get_vocabulary (self->services),
                                      thaw_services_get_coping_catalog (self->services));
  if (self->scope != NULL)
    /* Translators: which entries a chart shows; %s is as “with joy” or “tagged Anna” */
    words = g_strdup_printf (_("Only entries: %s"), self->scope);
  else
    words = g_strdup (C_("filter", "All entries"));

  /* Translators: what a screen reader calls a button; %s is as “All entries” or “Only entries: with joy” */
  name = g_strdup_printf (_("The chart shows: %s"), words);
  gtk_label_set_label (self->filter_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->nothing_label, self->scope != NULL ? _("There is no such entry in this time.")
                                                                : _("Nothing was written in this time."));
  gtk_widget_set_visible (self->show_all_button, self->scope != NULL);
}

static void
set_filter (ThawInsightsPage        *self,
            const ThawJournalFilter *filter)
{
  ThawJournalFilter *copy = thaw_journal_filter_copy (filter);

  thaw_journal_filter_free (self->filter);
  self->filter = copy;
  update_filter (self);
  load (self);
}

static void
load_if_seen (ThawInsightsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* Looks at the time around @anchor. The newest time follows the calendar. */
static void
show_period_at (ThawInsightsPage *self,
                ThawDay           anchor)
{
  ThawPeriod period = thaw_period_new (thaw_range_switch_get_range (self->range_switch), anchor,
                                       thaw_day_get_first_weekday (), &self->bounds);

  self->anchor = thaw_period_contains (&period, get_today (self)) ? THAW_DAY_NONE : anchor;
  load (self);
}

static void
show_day (ThawInsightsPage *self,
          ThawDay           day)
{
  char iso[THAW_DAY_ISO_SIZE];

  thaw_day_write_iso (day, iso);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-day", "s", iso);
}

static void
range_switch_notify_range_cb (ThawInsightsPage *self)
{
  ThawPeriodRange range = thaw_range_switch_get_range (self->range_switch);
  ThawDay cursor_day = thaw_mood_chart_get_cursor_day (self->chart);

  thaw_settings_set_chart_range (thaw_services_get_settings (self->services), thaw_period_range_to_slug (range));

  /* Who looks at a day of long ago stays there. */
  if (self->anchor != THAW_DAY_NONE && cursor_day != THAW_DAY_NONE)
    self->anchor = cursor_day;
  load_if_seen (self);
}

static void
filter_popover_changed_cb (ThawInsightsPage *self)
{
  set_filter (self, thaw_filter_popover_get_filter (self->filter_popover));
}

static void
chart_notify_cursor_day_cb (ThawInsightsPage *self)
{
  update_day (self);
}

static void
chart_day_activated_cb (ThawInsightsPage *self,
                        int               day)
{
  show_day (self, day);
}

static void
table_button_toggled_cb (ThawInsightsPage *self)
{
  update_table (self);
}

static void
table_group_activated_cb (ThawInsightsPage *self,
                          int               first_day,
                          guint             grouping)
{
  static const ThawPeriodRange ranges[] = {
    [THAW_MOOD_BY_WEEK] = THAW_PERIOD_WEEK,
    [THAW_MOOD_BY_MONTH] = THAW_PERIOD_MONTH,
    [THAW_MOOD_BY_YEAR] = THAW_PERIOD_YEAR,
  };

  if (grouping == THAW_MOOD_BY_DAY)
    {
      show_day (self, first_day);
      return;
    }

  g_signal_handlers_block_by_func (self->range_switch, range_switch_notify_range_cb, self);
  thaw_range_switch_set_range (self->range_switch, ranges[grouping]);
  g_signal_handlers_unblock_by_func (self->range_switch, range_switch_notify_range_cb, self);
  thaw_settings_set_chart_range (thaw_services_get_settings (self->services),
                                 thaw_period_range_to_slug (ranges[grouping]));
  show_period_at (self, first_day);
}

static void
on_previous_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (widget);
  ThawPeriod period;

  /* The last day is what a period of three months is found again by. */
  if (thaw_period_get_previous (&self->period, &self->bounds, &period))
    show_period_at (self, period.last);
}

static void
on_next_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (widget);
  ThawPeriod period;

  if (thaw_period_get_next (&self->period, &self->bounds, &period))
    show_period_at (self, period.last);
}

static void
on_show_latest_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (widget);

  if (self->last_entry != THAW_DAY_NONE)
    show_period_at (self, self->last_entry);
}

static void
on_show_day_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (widget);
  ThawDay day = thaw_mood_chart_get_cursor_day (self->chart);

  if (day != THAW_DAY_NONE)
    show_day (self, day);
}

static void
on_show_all_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (widget);

  thaw_filter_popover_set_filter (self->filter_popover, NULL);
  set_filter (self, NULL);
  /* The button goes away under the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}

static void
on_reload_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  load (THAW_INSIGHTS_PAGE (widget));
}

static void
on_export_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (widget);
  ThawMoodSeries *series = thaw_mood_chart_get_series (self->chart);
  const char *extension = g_variant_get_string (parameter, NULL);

  for (int i = 0; i < THAW_N_CHART_FORMATS && series != NULL; i++)
    {
      if (g_str_equal (extension, thaw_chart_format_get_extension ((ThawChartFormat) i)))
        thaw_chart_saver_ask (widget, series, &self->period, self->scope, (ThawChartFormat) i);
    }
}

static void
thaw_insights_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (thaw_insights_page_parent_class)->map (widget);

  load (THAW_INSIGHTS_PAGE (widget));
}

static void
thaw_insights_page_constructed (GObject *object)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (object);
  g_autofree char *slug = NULL;
  ThawPeriodRange range;

  G_OBJECT_CLASS (thaw_insights_page_parent_class)->constructed (object);

  slug = thaw_settings_dup_chart_range (thaw_services_get_settings (self->services));
  thaw_period_range_from_slug (slug, &range);
  thaw_range_switch_set_range (self->range_switch, range);

  thaw_filter_popover_set_services (self->filter_popover, self->services);
  update_filter (self);
  thaw_reflection_section_set_services (self->reflection_section, self->services);
  thaw_reflection_section_set_services (self->empty_reflection_section, self->services);
  g_signal_connect_object (thaw_services_get_reflections (self->services), "changed",
                           G_CALLBACK (load_if_seen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_sessions (self->services), "changed",
                           G_CALLBACK (load_if_seen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_journal (self->services), "changed",
                           G_CALLBACK (load_if_seen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (thaw_services_get_clock (self->services), "day-changed",
                           G_CALLBACK (load_if_seen), self, G_CONNECT_SWAPPED);
}

static void
thaw_insights_page_dispose (GObject *object)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (object);

  cancel_loading (self);
  /* AdwBin takes its child out itself and must not find it gone. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), THAW_TYPE_INSIGHTS_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (thaw_insights_page_parent_class)->dispose (object);
}

static void
thaw_insights_page_finalize (GObject *object)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (object);

  thaw_journal_filter_free (self->filter);
  g_free (self->scope);

  G_OBJECT_CLASS (thaw_insights_page_parent_class)->finalize (object);
}

static void
thaw_insights_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_insights_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ThawInsightsPage *self = THAW_INSIGHTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
thaw_insights_page_class_init (ThawInsightsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = thaw_insights_page_constructed;
  object_class->dispose = thaw_insights_page_dispose;
  object_class->finalize = thaw_insights_page_finalize;
  object_class->get_property = thaw_insights_page_get_property;
  object_class->set_property = thaw_insights_page_set_property;
  widget_class->map = thaw_insights_page_map;

  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, THAW_TYPE_SERVICES,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (THAW_TYPE_FILTER_POPOVER);
  g_type_ensure (THAW_TYPE_MOOD_CHART);
  g_type_ensure (THAW_TYPE_MOOD_TABLE);
  g_type_ensure (THAW_TYPE_RANGE_SWITCH);
  g_type_ensure (THAW_TYPE_REFLECTION_SECTION);
  g_type_ensure (THAW_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/thawapp/Thaw/ui/pages/insights/thaw-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, range_switch);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, day_box);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, nothing_box);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, feeling_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, valence_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, counts_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, table_revealer);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, table);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, reflection_section);
  gtk_widget_class_bind_template_child (widget_class, ThawInsightsPage, empty_reflection_section);
  gtk_widget_class_bind_template_callback (widget_class, range_switch_notify_range_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_popover_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_notify_cursor_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_group_activated_cb);

  gtk_widget_class_install_action (widget_class, "insights.previous", NULL, on_previous_cb);
  gtk_widget_class_install_action (widget_class, "insights.next", NULL, on_next_cb);
  gtk_widget_class_install_action (widget_class, "insights.show-latest", NULL, on_show_latest_cb);
  gtk_widget_class_install_action (widget_class, "insights.show-all", NULL, on_show_all_cb);
  gtk_widget_class_install_action (widget_class, "insights.show-day", NULL, on_show_day_cb);
  gtk_widget_class_install_action (widget_class, "insights.reload", NULL, on_reload_cb);
  gtk_widget_class_install_action (widget_class, "insights.export", "s", on_export_cb);
}

static void
thaw_insights_page_init (ThawInsightsPage *self)
{
  self->filter = thaw_journal_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * thaw_insights_page_new:
 * @services: what the page works with
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
thaw_insights_page_new (ThawServices *services)
{
  return g_object_new (THAW_TYPE_INSIGHTS_PAGE, "services", services, NULL);
}
