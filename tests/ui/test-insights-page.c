/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-insights-page"

#include "config.h"
#include "pages/insights/thaw-insights-page.h"
#include "thaw-test-ui.h"

#include "pages/insights/thaw-chart-saver.h"
#include "pages/insights/thaw-mood-row.h"
#include "pages/insights/thaw-mood-table.h"
#include "pages/insights/thaw-range-switch.h"
#include "pages/insights/thaw-reflection-section.h"
#include "pages/insights/thaw-reflection-table.h"
#include "reflection/thaw-reflection-window.h"
#include "thaw-mood-sessions.h"
#include "thaw-mood-words.h"
#include "thaw-test.h"
#include "widgets/journal-filter/thaw-filter-popover.h"
#include "widgets/mood-chart/thaw-mood-chart.h"
#include "widgets/reflection-chart/thaw-reflection-chart.h"

#define TODAY "2026-11-23"

typedef struct
{
  ThawTestDir *directory;
  ThawClock *clock;
  ThawSettings *settings;
  ThawServices *services;

  GtkWindow *window;
  GtkWidget *page;
  ThawMoodChart *chart;
  char *shown_page; /* what the window was asked for */
  char *shown_day;
} Fixture;

static ThawDay
day (const char *iso)
{
  return thaw_day_from_iso (iso);
}

static void
on_window_action_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  char **slot = user_data;

  g_free (*slot);
  *slot = g_variant_dup_string (parameter, NULL);
}

static void
add_window_action (GSimpleActionGroup  *group,
                   const char          *name,
                   char               **slot)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (on_window_action_cb), slot);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static gboolean
is_busy (Fixture *fixture)
{
  g_autofree char *difference = gtk_test_accessible_check_state (GTK_ACCESSIBLE (fixture->page),
                                                                 GTK_ACCESSIBLE_STATE_BUSY, TRUE);

  return difference == NULL;
}

/* Runs the main loop until the page has what it asked a worker for, and shows it. */
static void
settle (Fixture *fixture)
{
  while (is_busy (fixture))
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (fixture->page);
}

static void
show_page_sized (Fixture *fixture,
                 int      width,
                 int      height)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  add_window_action (actions, "show-page", &fixture->shown_page);
  add_window_action (actions, "show-day", &fixture->shown_day);
  gtk_widget_insert_action_group (overlay, "win", G_ACTION_GROUP (actions));

  fixture->page = thaw_insights_page_new (fixture->services);
  fixture->chart = THAW_MOOD_CHART (thaw_test_ui_find (fixture->page, THAW_TYPE_MOOD_CHART, NULL));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  fixture->window = thaw_test_ui_present_sized (overlay, width, height);
  settle (fixture);
}

static void
show_page (Fixture *fixture)
{
  show_page_sized (fixture, 800, 900);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock (TODAY "T09:15:00+01:00");
  fixture->settings = thaw_settings_new ();
  thaw_settings_set_chart_range (fixture->settings, "month");
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, fixture->settings);
  thaw_database_open_sync (thaw_services_get_database (fixture->services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_database_close (thaw_services_get_database (fixture->services));
  g_assert_finalize_object (g_steal_pointer (&fixture->services));
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
  g_clear_pointer (&fixture->shown_page, g_free);
  g_clear_pointer (&fixture->shown_day, g_free);
}

static void
add_entry (Fixture    *fixture,
           const char *iso,
           int         feeling,
           double      valence)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *time = g_strconcat (iso, "T12:00:00Z", NULL);
  ThawMoment moment = thaw_moment_from_iso (time, utc);
  g_autoptr (GError) error = NULL;

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, feeling);
  thaw_entry_set_valence (entry, valence);
  saved = thaw_journal_save_sync (thaw_services_get_journal (fixture->services), entry, &error);
  g_assert_no_error (error);
}

static void
add_tagged (Fixture    *fixture,
            const char *iso,
            int         feeling,
            const char *person)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *time = g_strconcat (iso, "T12:00:00Z", NULL);
  ThawMoment moment = thaw_moment_from_iso (time, utc);
  g_autoptr (GError) error = NULL;

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_feeling (entry, feeling);
  thaw_entry_set_tag (entry, person, THAW_TAG_PERSON, FALSE);
  saved = thaw_journal_save_sync (thaw_services_get_journal (fixture->services), entry, &error);
  g_assert_no_error (error);
}

static void
add_entries (Fixture *fixture)
{
  add_entry (fixture, "2025-03-10", 1, -1.0);
  add_entry (fixture, "2026-09-30", 2, -1.0 / 3.0);
  add_entry (fixture, "2026-11-02", 2, -2.0 / 3.0);
  add_entry (fixture, "2026-11-02", 4, 0.0);
  add_entry (fixture, "2026-11-03", 3, 1.0 / 3.0);
  add_entry (fixture, "2026-11-17", 6, 2.0 / 3.0);
  add_entry (fixture, TODAY, 7, 1.0);
}

static void
add_session (Fixture    *fixture,
             const char *iso)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_MINDFULNESS, "slow-5-5", "Slow breathing");
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *time = g_strconcat (iso, "T12:00:00Z", NULL);
  g_autoptr (GError) error = NULL;

  session->moment = thaw_moment_from_iso (time, utc);
  session->ending = THAW_SESSION_FINISHED;
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services), session, &error);
  g_assert_no_error (error);
}

static const char *
get_visible_name (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (thaw_test_ui_find (fixture->page, GTK_TYPE_STACK, NULL)));
}

static gboolean
has_label (Fixture    *fixture,
           const char *text)
{
  GtkWidget *label = thaw_test_ui_find (fixture->page, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
choose_range (Fixture         *fixture,
              ThawPeriodRange  range)
{
  GtkWidget *range_switch = thaw_test_ui_find (fixture->page, THAW_TYPE_RANGE_SWITCH, NULL);

  thaw_range_switch_set_range (THAW_RANGE_SWITCH (range_switch), range);
  settle (fixture);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  settle (fixture);
}

static gboolean
is_sensitive (Fixture    *fixture,
              const char *tooltip)
{
  GtkWidget *button = thaw_test_ui_find (fixture->page, GTK_TYPE_BUTTON, tooltip);

  g_assert_nonnull (button);

  return gtk_widget_is_sensitive (button);
}

static ThawReflection *
add_reflection (Fixture    *fixture,
                const char *iso,
                int         level)
{
  g_autoptr (ThawReflection) reflection = thaw_reflection_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *time = g_strconcat (iso, "T12:00:00Z", NULL);
  g_autoptr (GError) error = NULL;
  ThawReflection *saved;

  reflection->moment = thaw_moment_from_iso (time, utc);
  reflection->levels[THAW_REFLECTION_NAMING] = level;
  saved = thaw_reflection_store_save_sync (thaw_services_get_reflections (fixture->services), reflection, &error);
  g_assert_no_error (error);

  return saved;
}

static GtkWidget *
find_section (Fixture *fixture)
{
  GtkWidget *content = gtk_stack_get_visible_child (GTK_STACK (thaw_test_ui_find (fixture->page, GTK_TYPE_STACK, NULL)));

  return thaw_test_ui_find (content, THAW_TYPE_REFLECTION_SECTION, NULL);
}

static gboolean
is_seen (Fixture *fixture,
         GType    type)
{
  GtkWidget *widget = thaw_test_ui_find (find_section (fixture), type, NULL);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* Without entries and without reflections there is still the row to begin with. */
static void
test_reflection_row (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawReflection) reflection = NULL;

  show_page (fixture);
  g_assert_cmpstr (get_visible_name (fixture), ==, "empty");
  g_assert_true (is_seen (fixture, ADW_TYPE_ACTION_ROW));
  g_assert_false (is_seen (fixture, THAW_TYPE_REFLECTION_CHART));

  reflection = add_reflection (fixture, "2026-11-10", 4);
  settle (fixture);
  g_assert_cmpstr (get_visible_name (fixture), ==, "content");
  g_assert_nonnull (thaw_test_ui_find (find_section (fixture), GTK_TYPE_LABEL, "Last: Tuesday 10 November"));
  g_assert_true (is_seen (fixture, THAW_TYPE_REFLECTION_CHART));
}

static void
test_reflection_course (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ThawReflection) october = add_reflection (fixture, "2026-10-28", 3);
  g_autoptr (ThawReflection) early = add_reflection (fixture, "2026-11-03", 4);
  g_autoptr (ThawReflection) late = add_reflection (fixture, "2026-11-17", 6);
  GtkWidget *section, *table, *button;

  add_entries (fixture);
  show_page (fixture);
  section = find_section (fixture);
  g_assert_true (is_seen (fixture, THAW_TYPE_REFLECTION_CHART));
  g_assert_nonnull (thaw_test_ui_find (section, GTK_TYPE_LABEL,
                                       "Being moved: left out\nFinding words: 6 of 10\n"
                                       "Range of feelings: left out\nCloseness: left out"));

  /* The same as a table, for the same time. */
  table = thaw_test_ui_find (section, THAW_TYPE_REFLECTION_TABLE, NULL);
  g_assert_false (gtk_widget_get_mapped (table));
  button = thaw_test_ui_find (section, GTK_TYPE_TOGGLE_BUTTON, "Show These as T_able");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  thaw_test_ui_flush (fixture->page);
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_cmpuint (g_list_model_get_n_items (thaw_reflection_table_get_rows (THAW_REFLECTION_TABLE (table))), ==, 2);
  g_assert_nonnull (thaw_test_ui_find (table, GTK_TYPE_LABEL, "4 of 10"));
  g_assert_nonnull (thaw_test_ui_find (table, GTK_TYPE_LABEL, "6 of 10"));

  act (fixture, "insights.previous");
  g_assert_cmpuint (g_list_model_get_n_items (thaw_reflection_table_get_rows (THAW_REFLECTION_TABLE (table))), ==, 1);
  act (fixture, "insights.previous");
  g_assert_true (gtk_widget_get_mapped (thaw_test_ui_find (section, GTK_TYPE_LABEL, "There is none in this time.")));
  g_assert_false (gtk_widget_get_mapped (table));
}

/* One from before is opened over the page. */
static void
test_reflection_opened (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ThawReflection) reflection = add_reflection (fixture, "2026-11-17", 6);
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());
  guint n_before;

  add_entries (fixture);
  show_page (fixture);
  n_before = g_list_model_get_n_items (toplevels);
  gtk_widget_activate_action (find_section (fixture), "reflections.open", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (toplevels), ==, n_before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (THAW_IS_REFLECTION_WINDOW (window))
        {
          g_assert_true (gtk_window_get_transient_for (window) == fixture->window);
          gtk_window_close (window);
        }
    }
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  g_autofree char *sentence = NULL;
  GtkWidget *popover, *button;
  guint n_days;

  add_entries (fixture);
  add_tagged (fixture, "2026-11-20", 9, "Anna");
  show_page (fixture);
  thaw_mood_series_get_days (thaw_mood_chart_get_series (fixture->chart), &n_days);
  g_assert_cmpuint (n_days, >, 1);
  g_assert_true (has_label (fixture, "All entries"));

  popover = thaw_test_ui_find (fixture->page, THAW_TYPE_FILTER_POPOVER, NULL);
  filter->tag = g_strdup ("Anna");
  filter->tag_kind = THAW_TAG_PERSON;
  thaw_filter_popover_set_filter (THAW_FILTER_POPOVER (popover), filter);
  g_signal_emit_by_name (popover, "changed");
  settle (fixture);
  thaw_mood_series_get_days (thaw_mood_chart_get_series (fixture->chart), &n_days);
  g_assert_cmpuint (n_days, ==, 1);
  g_assert_true (has_label (fixture, "Only entries: tagged Anna"));
  button = gtk_widget_get_ancestor (thaw_test_ui_find (fixture->page, GTK_TYPE_LABEL, "Only entries: tagged Anna"),
                                    GTK_TYPE_MENU_BUTTON);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The chart shows: Only entries: tagged Anna");
  sentence = thaw_mood_series_describe (thaw_mood_chart_get_series (fixture->chart),
                                        "November 2026, only entries: tagged Anna");
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  g_assert_true (has_label (fixture, sentence));

  /* Where there is none, the way back is offered. */
  act (fixture, "insights.previous");
  g_assert_true (has_label (fixture, "There is no such entry in this time."));
  act (fixture, "insights.show-all");
  g_assert_true (has_label (fixture, "All entries"));
  g_assert_true (thaw_journal_filter_is_empty (thaw_filter_popover_get_filter (THAW_FILTER_POPOVER (popover))));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  show_page (fixture);
  g_assert_cmpstr (get_visible_name (fixture), ==, "empty");

  button = thaw_test_ui_find (gtk_stack_get_visible_child (GTK_STACK (thaw_test_ui_find (fixture->page,
                                                                                         GTK_TYPE_STACK, NULL))),
                              GTK_TYPE_BUTTON, "_Check In");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->shown_page, ==, "today");

  /* The first entry is there as soon as it is saved. */
  add_entry (fixture, TODAY, 3, 0.0);
  settle (fixture);
  g_assert_cmpstr (get_visible_name (fixture), ==, "content");
  g_assert_cmpint (thaw_mood_chart_get_cursor_day (fixture->chart), ==, day (TODAY));
}

static void
test_day (Fixture       *fixture,
          gconstpointer  data)
{
  add_entries (fixture);
  show_page (fixture);

  g_assert_true (has_label (fixture, "November 2026"));
  g_assert_true (has_label (fixture, "Today"));
  g_assert_true (has_label (fixture, "How much I could feel: clearly (7 of 10)"));
  g_assert_true (has_label (fixture, "How pleasant it was: very pleasant (+1)"));
  g_assert_true (has_label (fixture, "1 entry"));

  thaw_mood_chart_set_cursor_day (fixture->chart, day ("2026-11-02"));
  g_assert_true (has_label (fixture, "Monday 2 November"));
  g_assert_true (has_label (fixture, "How much I could feel: a little (3 of 10), from 2 to 4"));
  g_assert_true (has_label (fixture, "2 entries"));

  act (fixture, "insights.show-day");
  g_assert_cmpstr (fixture->shown_day, ==, "2026-11-02");

  g_signal_emit_by_name (fixture->chart, "day-activated", day ("2026-11-03"));
  g_assert_cmpstr (fixture->shown_day, ==, "2026-11-03");
}

static guint
count_sessions (Fixture *fixture)
{
  return thaw_mood_series_get_n_sessions (thaw_mood_chart_get_series (fixture->chart));
}

/* What was done is told of its day, also where nothing was written, and appears as soon as it is saved. */
static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  const char *summary = "November 2026: 4 days with entries. How much I could feel: on average somewhat (4.8 of 10), "
                        "lowest on 2 Nov 2026 with a little (3 of 10), highest on 23 Nov 2026 with clearly (7 of 10). "
                        "How pleasant it was: on average slightly pleasant (+0.4), lowest on 2 Nov 2026 with slightly "
                        "unpleasant (−0.3), highest on 23 Nov 2026 with very pleasant (+1). "
                        "Something was practised or done on 2 days.";

  add_entries (fixture);
  show_page (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 0);

  add_session (fixture, "2026-11-02");
  add_session (fixture, "2026-11-02");
  add_session (fixture, "2026-11-10");
  settle (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 3);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL, summary);
  g_assert_true (has_label (fixture, summary));

  thaw_mood_chart_set_cursor_day (fixture->chart, day ("2026-11-02"));
  g_assert_true (has_label (fixture, "How much I could feel: a little (3 of 10), from 2 to 4"));
  g_assert_true (has_label (fixture, "2 entries, 2 practices"));

  thaw_mood_chart_set_cursor_day (fixture->chart, day ("2026-11-10"));
  g_assert_true (has_label (fixture, "Tuesday 10 November"));
  g_assert_true (has_label (fixture, "1 practice"));
  g_assert_false (has_label (fixture, "How much I could feel: no answer"));
  act (fixture, "insights.show-day");
  g_assert_cmpstr (fixture->shown_day, ==, "2026-11-10");

  /* The day before again says all that it says. */
  thaw_mood_chart_set_cursor_day (fixture->chart, day ("2026-11-03"));
  g_assert_true (has_label (fixture, "How much I could feel: a little (3 of 10)"));
  g_assert_true (has_label (fixture, "1 entry"));
}

/* Who has written nothing yet finds what was done, and how far back it goes. */
static void
test_sessions_alone (Fixture       *fixture,
                     gconstpointer  data)
{
  add_session (fixture, "2026-08-15");
  add_session (fixture, "2026-11-10");
  show_page (fixture);
  g_assert_cmpstr (get_visible_name (fixture), ==, "content");
  g_assert_true (has_label (fixture, "Nothing was written in this time."));
  g_assert_true (has_label (fixture, "1 practice"));
  g_assert_true (has_label (fixture, "November 2026: nothing was written in this time. "
                                     "Something was practised or done on 1 day."));

  choose_range (fixture, THAW_PERIOD_ALL);
  g_assert_true (has_label (fixture, "August – November 2026"));
  g_assert_cmpuint (count_sessions (fixture), ==, 2);

  /* With the first entry nothing is missing any more. */
  add_entry (fixture, TODAY, 3, 0.0);
  settle (fixture);
  g_assert_false (has_label (fixture, "Nothing was written in this time."));
}

/* A filter asks for entries, and leaves what was done. */
static void
test_sessions_and_filter (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  GtkWidget *popover;

  add_entries (fixture);
  add_tagged (fixture, "2026-11-20", 9, "Anna");
  add_session (fixture, "2026-11-03");
  add_session (fixture, "2026-11-20");
  show_page (fixture);

  popover = thaw_test_ui_find (fixture->page, THAW_TYPE_FILTER_POPOVER, NULL);
  filter->tag = g_strdup ("Anna");
  filter->tag_kind = THAW_TAG_PERSON;
  thaw_filter_popover_set_filter (THAW_FILTER_POPOVER (popover), filter);
  g_signal_emit_by_name (popover, "changed");
  settle (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 2);
  thaw_mood_chart_set_cursor_day (fixture->chart, day ("2026-11-20"));
  g_assert_true (has_label (fixture, "1 entry, 1 practice"));
  thaw_mood_chart_set_cursor_day (fixture->chart, day ("2026-11-03"));
  g_assert_true (has_label (fixture, "1 practice"));
}

static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  add_entries (fixture);
  show_page (fixture);
  g_assert_false (is_sensitive (fixture, "Later"));
  g_assert_true (is_sensitive (fixture, "Earlier"));

  /* October is empty: it says so, and leads back to where there is something. */
  act (fixture, "insights.previous");
  g_assert_true (has_label (fixture, "October 2026"));
  g_assert_true (has_label (fixture, "Nothing was written in this time."));
  g_assert_true (is_sensitive (fixture, "Later"));
  act (fixture, "insights.show-latest");
  g_assert_true (has_label (fixture, "November 2026"));

  act (fixture, "insights.previous");
  act (fixture, "insights.next");
  g_assert_true (has_label (fixture, "November 2026"));

  choose_range (fixture, THAW_PERIOD_QUARTER);
  g_assert_true (has_label (fixture, "September – November 2026"));
  act (fixture, "insights.previous");
  g_assert_true (has_label (fixture, "June – August 2026"));
  act (fixture, "insights.next");

  choose_range (fixture, THAW_PERIOD_ALL);
  g_assert_true (has_label (fixture, "March 2025 – November 2026"));
  g_assert_false (is_sensitive (fixture, "Earlier"));
  g_assert_false (is_sensitive (fixture, "Later"));
}

/* Who looks at a day of last year and wants to see more around it stays there. */
static void
test_range_keeps_place (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *slug = NULL;

  add_entries (fixture);
  show_page (fixture);
  choose_range (fixture, THAW_PERIOD_YEAR);
  act (fixture, "insights.previous");
  g_assert_true (has_label (fixture, "2025"));

  choose_range (fixture, THAW_PERIOD_WEEK);
  g_assert_true (has_label (fixture, "10 – 16 March 2025"));

  slug = thaw_settings_dup_chart_range (fixture->settings);
  g_assert_cmpstr (slug, ==, "week");
}

static void
test_range_is_remembered (Fixture       *fixture,
                          gconstpointer  data)
{
  thaw_settings_set_chart_range (fixture->settings, "year");
  add_entries (fixture);
  show_page (fixture);

  g_assert_true (has_label (fixture, "2026"));
}

/* The mean of seven days at the start of a month takes the month before into account. */
static void
test_looks_back (Fixture       *fixture,
                 gconstpointer  data)
{
  add_entry (fixture, "2026-10-30", 2, 0.0);
  add_entry (fixture, "2026-10-31", 4, 0.0);
  add_entry (fixture, "2026-11-01", 6, 0.0);
  show_page (fixture);

  g_assert_cmpfloat_with_epsilon (thaw_mood_series_get_rolling (thaw_mood_chart_get_series (fixture->chart),
                                                                THAW_MOOD_FEELING, day ("2026-11-01")),
                                  4.0, 1e-9);
}

static void
assert_row (GListModel *rows,
            guint       position,
            const char *time,
            const char *feeling,
            const char *entries)
{
  g_autoptr (ThawMoodRow) row = g_list_model_get_item (rows, position);
  g_autofree char *actual_time = thaw_mood_row_dup_text (row, THAW_MOOD_ROW_TIME);
  g_autofree char *actual_feeling = thaw_mood_row_dup_text (row, THAW_MOOD_ROW_FEELING);
  g_autofree char *actual_entries = thaw_mood_row_dup_text (row, THAW_MOOD_ROW_ENTRIES);

  g_assert_cmpstr (actual_time, ==, time);
  g_assert_cmpstr (actual_feeling, ==, feeling);
  g_assert_cmpstr (actual_entries, ==, entries);
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  ThawMoodTable *table;
  GListModel *rows;
  GtkWidget *button;

  add_entries (fixture);
  show_page (fixture);
  table = THAW_MOOD_TABLE (thaw_test_ui_find (fixture->page, THAW_TYPE_MOOD_TABLE, NULL));
  rows = thaw_mood_table_get_rows (table);
  button = thaw_test_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "Show as _Table");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);
  assert_row (rows, 0, "Monday 2 November 2026", "a little (3 of 10), from 2 to 4", "2");
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL), "activate", 1u);
  g_assert_cmpstr (fixture->shown_day, ==, "2026-11-03");

  /* A month in the table of a year leads to that month. */
  choose_range (fixture, THAW_PERIOD_YEAR);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  assert_row (rows, 0, "September 2026", "barely (2 of 10)", "1");
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL), "activate", 0u);
  settle (fixture);
  g_assert_true (has_label (fixture, "September 2026"));
}

static gboolean
has_column (ThawMoodTable *table,
            const char    *title)
{
  GtkWidget *view = thaw_test_ui_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return gtk_column_view_column_get_visible (column);
    }

  return FALSE;
}

static void
assert_sessions (GListModel *rows,
                 guint       position,
                 const char *time,
                 const char *entries,
                 const char *sessions)
{
  g_autoptr (ThawMoodRow) row = g_list_model_get_item (rows, position);
  g_autofree char *actual = thaw_mood_row_dup_text (row, THAW_MOOD_ROW_SESSIONS);
  g_autofree char *feeling = thaw_mood_row_dup_text (row, THAW_MOOD_ROW_FEELING);

  assert_row (rows, position, time, feeling, entries);
  g_assert_cmpstr (actual, ==, sessions);
}

/* What was done has a column only where there is something in it. */
static void
test_table_of_sessions (Fixture       *fixture,
                        gconstpointer  data)
{
  ThawMoodTable *table;
  GListModel *rows;

  add_entries (fixture);
  add_session (fixture, "2026-11-02");
  add_session (fixture, "2026-11-10");
  add_session (fixture, "2026-11-10");
  show_page (fixture);
  table = THAW_MOOD_TABLE (thaw_test_ui_find (fixture->page, THAW_TYPE_MOOD_TABLE, NULL));
  rows = thaw_mood_table_get_rows (table);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (thaw_test_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON,
                                                                      "Show as _Table")), TRUE);
  settle (fixture);
  g_assert_true (has_column (table, "Practices"));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  assert_sessions (rows, 0, "Monday 2 November 2026", "2", "1");
  assert_sessions (rows, 1, "Tuesday 3 November 2026", "1", "0");
  assert_sessions (rows, 2, "Tuesday 10 November 2026", "0", "2");

  choose_range (fixture, THAW_PERIOD_YEAR);
  assert_sessions (rows, 1, "November 2026", "5", "3");
  act (fixture, "insights.previous");
  g_assert_false (has_column (table, "Practices"));
}

static void
test_problem (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  add_entries (fixture);
  thaw_database_close (thaw_services_get_database (fixture->services));
  show_page (fixture);
  g_assert_cmpstr (get_visible_name (fixture), ==, "problem");

  thaw_database_open_sync (thaw_services_get_database (fixture->services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  act (fixture, "insights.reload");
  g_assert_cmpstr (get_visible_name (fixture), ==, "content");
}

/* Going away while something is being read is no reason to stay, or to fall over. */
static void
test_leave_while_loading (Fixture       *fixture,
                          gconstpointer  data)
{
  add_entries (fixture);
  show_page (fixture);

  for (int i = 0; i < 5; i++)
    gtk_widget_activate_action (fixture->page, "insights.reload", NULL);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  add_entries (fixture);
  show_page (fixture);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (fixture->page, GTK_TYPE_BUTTON, "Earlier")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Earlier");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (fixture->page, GTK_TYPE_BUTTON, "Later")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Later");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (thaw_test_ui_find (fixture->page, THAW_TYPE_RANGE_SWITCH, NULL)),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON,
                                                                          "3 Months")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "3 Months");
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "picture.svg", NULL);
  g_autofree char *missing_path = g_build_filename (fixture->directory, "missing", "picture.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing_file = g_file_new_for_path (missing_path);
  ThawPeriod period = { THAW_PERIOD_MONTH, day ("2026-11-01"), day ("2026-11-30") };
  g_autofree char *name = thaw_chart_saver_dup_name (&period, THAW_CHART_SVG);
  g_autofree char *contents = NULL;
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "Mood, November 2026.svg");
  add_entries (fixture);
  show_page (fixture);

  thaw_chart_saver_save_async (thaw_mood_chart_get_series (fixture->chart), &period, NULL, THAW_CHART_SVG, FALSE, file,
                               NULL, thaw_test_store_result_cb, &pending);
  saved = thaw_test_await (&pending);
  g_assert_true (thaw_chart_saver_save_finish (saved, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_nonnull (strstr (contents, "<svg"));

  thaw_chart_saver_save_async (thaw_mood_chart_get_series (fixture->chart), &period, NULL, THAW_CHART_SVG, FALSE,
                               missing_file, NULL, thaw_test_store_result_cb, &pending);
  failed = thaw_test_await (&pending);
  g_assert_false (thaw_chart_saver_save_finish (failed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* It fits a phone. In passing it leaves pictures where somebody asks for them. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  ThawDay last = day (TODAY);
  const char *look = g_getenv ("THAW_TEST_LOOK") != NULL ? g_getenv ("THAW_TEST_LOOK") : "light";
  g_autofree char *narrow = g_strconcat ("insights-360-", look, NULL);
  g_autofree char *wide = g_strconcat ("insights-1000-", look, NULL);

  for (ThawDay d = last - 500; d <= last; d++)
    {
      g_autofree char *iso = thaw_day_to_iso (d);
      double progress = (d - last + 500) / 500.0;

      for (int i = g_test_rand_int_range (-2, 3); i > 0; i--)
        add_session (fixture, iso);

      if (g_test_rand_double () < 0.7)
        add_entry (fixture, iso, (int) (progress * 6.0 + g_test_rand_double () * 4.0),
                   thaw_valence_from_step ((int) (progress * 3.0 + g_test_rand_double () * 3.9)));
    }

  show_page_sized (fixture, 360, 1100);
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (thaw_test_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON,
                                                                      "Show as _Table")), TRUE);
  choose_range (fixture, THAW_PERIOD_MONTH);
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), narrow);
  gtk_window_set_default_size (fixture->window, 1000, 900);
  choose_range (fixture, THAW_PERIOD_QUARTER);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), wide);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ui/insights-page/empty", test_empty);
  ADD ("/ui/insights-page/day", test_day);
  ADD ("/ui/insights-page/sessions", test_sessions);
  ADD ("/ui/insights-page/sessions-alone", test_sessions_alone);
  ADD ("/ui/insights-page/sessions-and-filter", test_sessions_and_filter);
  ADD ("/ui/insights-page/periods", test_periods);
  ADD ("/ui/insights-page/range-keeps-place", test_range_keeps_place);
  ADD ("/ui/insights-page/range-is-remembered", test_range_is_remembered);
  ADD ("/ui/insights-page/looks-back", test_looks_back);
  ADD ("/ui/insights-page/table", test_table);
  ADD ("/ui/insights-page/table-of-sessions", test_table_of_sessions);
  ADD ("/ui/insights-page/problem", test_problem);
  ADD ("/ui/insights-page/leave-while-loading", test_leave_while_loading);
  ADD ("/ui/insights-page/accessible", test_accessible);
  ADD ("/ui/insights-page/save", test_save);
  ADD ("/ui/insights-page/filter", test_filter);
  ADD ("/ui/insights-page/reflection-row", test_reflection_row);
  ADD ("/ui/insights-page/reflection-course", test_reflection_course);
  ADD ("/ui/insights-page/reflection-opened", test_reflection_opened);
  ADD ("/ui/insights-page/sizes", test_sizes);
#undef ADD

  return g_test_run ();
}
