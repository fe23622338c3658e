/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-journal-page"

#include "config.h"
#include "pages/journal/thaw-entry-tile.h"
#include "pages/journal/thaw-entry-view.h"
#include "widgets/journal-filter/thaw-filter-chips.h"
#include "widgets/journal-filter/thaw-filter-popover.h"
#include "pages/journal/thaw-journal-page.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "widgets/thaw-month-calendar.h"

typedef struct
{
  ThawTestServices services;
  GtkWindow *window;
  ThawJournalPage *page;
  GString *actions; /* what the page asked the window to do */
} Fixture;

static void
on_action_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->actions, "%s(%s) ", g_action_get_name (G_ACTION (action)),
                          parameter != NULL ? g_variant_get_string (parameter, NULL) : "");
}

static void
on_select_item_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_string_append (((Fixture *) user_data)->actions, "select-item ");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->actions = g_string_new (NULL);
}

/* Waits until nothing is read any more. */
static void
settle (Fixture *fixture)
{
  ThawEntryView *view =
    THAW_ENTRY_VIEW (thaw_test_ui_find_class (GTK_WIDGET (fixture->page), THAW_TYPE_ENTRY_VIEW, NULL));

  do
    thaw_test_ui_flush (GTK_WIDGET (fixture->page));
  while (thaw_entry_view_get_list (view) == NULL || thaw_entry_list_is_loading (thaw_entry_view_get_list (view)));
  thaw_test_spin (30);
  thaw_test_ui_flush (GTK_WIDGET (fixture->page));
}

static void
show (Fixture *fixture,
      int      width)
{
  const GActionEntry entries[] = {
    { "open-entry", on_action_cb, "s" },
    { "delete-entry", on_action_cb, "s" },
    { "new-entry", on_action_cb },
    { "new-entry-on", on_action_cb, "s" },
  };
  const GActionEntry practice_entries[] = {
    { "open-session", on_action_cb, "s" },
    { "delete-session", on_action_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) practice_group = g_simple_action_group_new ();

  fixture->page = THAW_JOURNAL_PAGE (thaw_journal_page_new (fixture->services.services));
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->page), "win", G_ACTION_GROUP (group));
  g_action_map_add_action_entries (G_ACTION_MAP (practice_group), practice_entries, G_N_ELEMENTS (practice_entries),
                                   fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->page), "practice", G_ACTION_GROUP (practice_group));
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->page), width, 700);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    thaw_test_ui_close (fixture->window);
  g_string_free (fixture->actions, TRUE);
  thaw_test_services_tear_down (&fixture->services);
}

static gpointer
find (Fixture *fixture,
      GType    type)
{
  GtkWidget *widget = thaw_test_ui_find_class (GTK_WIDGET (fixture->page), type, NULL);

  g_assert_nonnull (widget);

  return widget;
}

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (thaw_entry_view_get_list (find (fixture, THAW_TYPE_ENTRY_VIEW)));
}

static const char *
get_visible_child (Fixture *fixture)
{
  GtkWidget *view = find (fixture, THAW_TYPE_ENTRY_VIEW);

  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (view, GTK_TYPE_STACK)));
}

static void
search (Fixture    *fixture,
        const char *query)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_SEARCH_ENTRY)), query);
  settle (fixture);
}

/* The first tile whose upper edge is seen. */
static ThawEntryTile *
get_top_tile (Fixture *fixture)
{
  GtkWidget *view = find (fixture, THAW_TYPE_ENTRY_VIEW);
  GtkWidget *picked = gtk_widget_pick (view, gtk_widget_get_width (view) / 2, 60, GTK_PICK_INSENSITIVE);
  GtkWidget *tile = gtk_widget_get_ancestor (picked, THAW_TYPE_ENTRY_TILE);

  g_assert_nonnull (tile);

  return THAW_ENTRY_TILE (tile);
}

/* GTK still asks where the pointer is over a popover that goes away together with its window. */
static void
pop_down (Fixture   *fixture,
          GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  while (gtk_widget_get_mapped (popover))
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->page));
}

static void
add_week (Fixture *fixture)
{
  g_autofree char *a = thaw_test_services_add (&fixture->services, "2026-03-29T08:40:00+02:00", NULL,
                                               "Woke before the alarm. Nothing much, a bit of tightness in the chest.");
  g_autofree char *b = thaw_test_services_add (&fixture->services, "2026-03-28T21:15:00+01:00", "By the river",
                                               "Walked along the river with Anna. The water was high and loud, and for "
                                               "a moment I noticed the cold air on my face.");
  g_autofree char *c = thaw_test_services_add (&fixture->services, "2026-03-28T09:05:00+01:00", NULL, NULL);
  g_autofree char *d = thaw_test_services_add (&fixture->services, "2026-03-24T18:30:00+01:00", NULL,
                                               "Café with my sister, she laughed about the dog and I nearly did too.");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  show (fixture, 900);
  g_assert_cmpstr (get_visible_child (fixture), ==, "empty");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "journal-empty");

  button = thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "_New Entry");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->actions->str, ==, "new-entry() ");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const tooltips[] = { "Filter", "Calendar" };

  show (fixture, 900);
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_SEARCH_ENTRY), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search the journal");
  for (guint i = 0; i < G_N_ELEMENTS (tooltips); i++)
    {
      GtkWidget *button = thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_WIDGET, tooltips[i]);

      g_assert_nonnull (button);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, tooltips[i]);
    }
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  ThawEntryTile *tile;
  GtkWidget *row;

  add_week (fixture);
  show (fixture, 1000);
  g_assert_cmpstr (get_visible_child (fixture), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 4);

  tile = get_top_tile (fixture);
  g_assert_cmpstr (thaw_entry_tile_get_heading (tile), ==, "Today");
  row = gtk_widget_get_parent (GTK_WIDGET (tile));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sunday 29 March 2026, 08:40. Feeling 5 of 10, somewhat. Woke before the alarm. "
                                       "Nothing much, a bit of tightness in the chest.");
  g_assert_true (gtk_widget_get_visible (find (fixture, THAW_TYPE_MONTH_CALENDAR)));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "journal");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-29T08:40:00+02:00", NULL, "Words");
  g_autofree char *expected = g_strdup_printf ("delete-entry(%s) open-entry(%s) ", uuid, uuid);
  GtkWidget *menu;

  show (fixture, 800);
  g_assert_true (gtk_widget_child_focus (find (fixture, THAW_TYPE_ENTRY_VIEW), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (find (fixture, THAW_TYPE_ENTRY_VIEW), GTK_DIR_TAB_BACKWARD));
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Delete, 0));
  gtk_widget_activate (gtk_window_get_focus (fixture->window));
  g_assert_cmpstr (fixture->actions->str, ==, expected);

  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_F10, GDK_SHIFT_MASK));
  menu = thaw_test_ui_find_class (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (menu);
  thaw_test_ui_flush (GTK_WIDGET (fixture->page));
  pop_down (fixture, menu);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *calendar_button;
  int minimum;

  add_week (fixture);
  show (fixture, 360);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  calendar_button = thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_MENU_BUTTON, "Calendar");
  g_assert_true (gtk_widget_get_visible (calendar_button));
  g_assert_nonnull (thaw_test_ui_find_class (calendar_button, THAW_TYPE_MONTH_CALENDAR, NULL));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "journal-narrow");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *count_label;

  add_week (fixture);
  show (fixture, 800);

  search (fixture, "cafe");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 1);
  count_label = thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "1 entry found");
  g_assert_nonnull (count_label);
  g_assert_true (gtk_widget_get_visible (count_label));

  search (fixture, "riv wat");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 1);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "journal-search");

  search (fixture, "zebra");
  g_assert_cmpstr (get_visible_child (fixture), ==, "nothing");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "journal-nothing");

  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "_Clear Search"), "clicked");
  settle (fixture);
  g_assert_cmpstr (get_visible_child (fixture), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (find (fixture, GTK_TYPE_SEARCH_ENTRY)), ==, "");
  g_assert_false (gtk_widget_get_visible (count_label));
}

/* The last of several keys wins, however long the earlier take. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *entry;
  const char *word = "water and no";

  thaw_test_services_add_many (&fixture->services, 2000, 4);
  show (fixture, 800);
  entry = find (fixture, GTK_TYPE_SEARCH_ENTRY);
  for (guint n = 1; n <= strlen (word); n++)
    {
      g_autofree char *typed = g_strndup (word, n);

      gtk_editable_set_text (entry, typed);
      g_main_context_iteration (NULL, FALSE);
    }
  gtk_editable_set_text (entry, "\"entry 77 walked\"");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 1);
}

static void
test_count_of_many (Fixture       *fixture,
                    gconstpointer  data)
{
  thaw_test_services_add_many (&fixture->services, 1234, 4);
  show (fixture, 800);
  search (fixture, "water");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), <, 1234);
  while (thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "1234 entries found") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  ThawFilterPopover *popover;
  GtkWidget *chip;

  thaw_test_services_add_many (&fixture->services, 100, 4);
  show (fixture, 800);
  popover = find (fixture, THAW_TYPE_FILTER_POPOVER);
  filter->emotion = g_strdup ("joy");
  filter->first_day = thaw_day_new (2026, 3, 1);
  filter->last_day = thaw_day_new (2026, 3, 28);
  thaw_filter_popover_set_filter (popover, filter);
  g_signal_emit_by_name (popover, "changed");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 10);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "journal-filter");

  chip = thaw_test_ui_find (find (fixture, THAW_TYPE_FILTER_CHIPS), GTK_TYPE_BUTTON, "Remove the filter “with joy”");
  g_assert_nonnull (chip);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove the filter “with joy”");
  g_signal_emit_by_name (chip, "clicked");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 100);

  chip = thaw_test_ui_find (find (fixture, THAW_TYPE_FILTER_CHIPS), GTK_TYPE_BUTTON,
                            "Remove the filter “from 1 Mar 2026 to 28 Mar 2026”");
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (find (fixture, THAW_TYPE_FILTER_CHIPS)));
  g_assert_true (thaw_journal_filter_is_empty (thaw_filter_popover_get_filter (popover)));
}

static void
test_filter_popover (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkPopover *popover;
  GtkWidget *emotions;

  thaw_test_services_add_many (&fixture->services, 100, 4);
  show (fixture, 800);
  popover = find (fixture, THAW_TYPE_FILTER_POPOVER);
  gtk_popover_popup (popover);
  thaw_test_ui_flush (GTK_WIDGET (fixture->page));
  thaw_test_ui_save_picture (GTK_WIDGET (popover), "journal-filter-popover");

  emotions = thaw_test_ui_find_class (GTK_WIDGET (popover), GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (emotions))), ==, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (emotions), 1);
  g_assert_cmpstr (thaw_filter_popover_get_filter (THAW_FILTER_POPOVER (popover))->emotion, ==, "joy");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 10);
  pop_down (fixture, GTK_WIDGET (popover));
}

static GtkDropDown *
find_drop_down (GtkWidget  *popover,
                const char *label)
{
  GtkWidget *drop_down = gtk_label_get_mnemonic_widget (GTK_LABEL (thaw_test_ui_find (popover, GTK_TYPE_LABEL, label)));

  return GTK_DROP_DOWN (drop_down);
}

static void
choose (GtkDropDown *drop_down,
        const char  *word)
{
  GtkStringList *words = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));

  for (guint i = 0; gtk_string_list_get_string (words, i) != NULL; i++)
    {
      if (g_str_equal (gtk_string_list_get_string (words, i), word))
        {
          gtk_drop_down_set_selected (drop_down, i);
          return;
        }
    }

  g_assert_not_reached ();
}

static void
add_noticed (Fixture        *fixture,
             const char     *iso,
             ThawBodyRegion  region,
             const char     *coping,
             ThawAnswer      answer,
             gboolean        is_trigger)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_answer (entry, answer);
  thaw_entry_set_sensation (entry, region, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_coping (entry, coping, THAW_OUTCOME_BETTER);
  thaw_entry_set_tag (entry, "argument", THAW_TAG_EVENT, is_trigger);
  saved = thaw_journal_save_sync (fixture->services.journal, entry, &error);
  g_assert_no_error (error);
}

/* By what is asked for besides emotions and days. */
static void
test_filter_by_noticed (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *popover, *trigger;

  add_noticed (fixture, "2026-03-28T09:00:00+01:00", THAW_REGION_CHEST, "walk", THAW_ANSWER_NOTHING, TRUE);
  add_noticed (fixture, "2026-03-28T10:00:00+01:00", THAW_REGION_JAW, "sang", THAW_ANSWER_UNSURE, FALSE);
  add_noticed (fixture, "2026-03-28T11:00:00+01:00", THAW_REGION_CHEST, "sang", THAW_ANSWER_UNSURE, FALSE);
  show (fixture, 800);
  popover = find (fixture, THAW_TYPE_FILTER_POPOVER);
  gtk_popover_popup (GTK_POPOVER (popover));
  thaw_test_ui_flush (GTK_WIDGET (fixture->page));

#define ASSERT_FOUND(n) settle (fixture); g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, n)
  choose (find_drop_down (popover, "_Place in the Body"), "chest");
  ASSERT_FOUND (2);
  choose (find_drop_down (popover, "What I _Did"), "sang");
  ASSERT_FOUND (1);
  choose (find_drop_down (popover, "_Place in the Body"), "Anywhere");
  ASSERT_FOUND (2);
  choose (find_drop_down (popover, "What I _Did"), "Anything");
  choose (find_drop_down (popover, "_Answer"), "nothing");
  ASSERT_FOUND (1);
  choose (find_drop_down (popover, "_Answer"), "Any answer");
  choose (find_drop_down (popover, "What It Is _Like"), "tight");
  ASSERT_FOUND (3);

  trigger = thaw_test_ui_find (popover, GTK_TYPE_CHECK_BUTTON, "_Only where it set something off");
  g_assert_false (gtk_widget_is_sensitive (trigger));
  choose (find_drop_down (popover, "_Tag"), "argument · Event");
  ASSERT_FOUND (3);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (trigger), TRUE);
  ASSERT_FOUND (1);
#undef ASSERT_FOUND

  g_assert_nonnull (thaw_test_ui_find (find (fixture, THAW_TYPE_FILTER_CHIPS), GTK_TYPE_BUTTON,
                                       "Remove the filter “set off by argument”"));
  g_assert_nonnull (thaw_test_ui_find (find (fixture, THAW_TYPE_FILTER_CHIPS), GTK_TYPE_BUTTON,
                                       "Remove the filter “in the body: tight”"));
  pop_down (fixture, popover);
}

static void
test_show_day (Fixture       *fixture,
               gconstpointer  data)
{
  thaw_test_services_add_many (&fixture->services, 4000, 4);
  show (fixture, 800);

  thaw_journal_page_show_day (fixture->page, thaw_day_new (2024, 7, 3));
  settle (fixture);
  g_assert_cmpstr (thaw_entry_tile_get_heading (get_top_tile (fixture)), ==, "Wednesday 3 July 2024");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "journal-day");
  g_assert_cmpint (thaw_month_calendar_get_month (find (fixture, THAW_TYPE_MONTH_CALENDAR)), ==,
                   thaw_day_new (2024, 7, 1));

  thaw_journal_page_show_day (fixture->page, thaw_day_new (2025, 12, 24));
  settle (fixture);
  g_assert_cmpstr (thaw_entry_tile_get_heading (get_top_tile (fixture)), ==, "Wednesday 24 December 2025");

  /* A search that has nothing of the day makes way for it. */
  search (fixture, "\"entry 0\"");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 1);
  thaw_journal_page_show_day (fixture->page, thaw_day_new (2025, 12, 24));
  settle (fixture);
  g_assert_cmpstr (thaw_entry_tile_get_heading (get_top_tile (fixture)), ==, "Wednesday 24 December 2025");
  g_assert_cmpstr (gtk_editable_get_text (find (fixture, GTK_TYPE_SEARCH_ENTRY)), ==, "");
}

/* As when the chart asks for a day before the journal was ever shown. */
static void
test_show_day_before_map (Fixture       *fixture,
                          gconstpointer  data)
{
  thaw_test_services_add_many (&fixture->services, 4000, 4);
  fixture->page = THAW_JOURNAL_PAGE (thaw_journal_page_new (fixture->services.services));
  thaw_journal_page_show_day (fixture->page, thaw_day_new (2024, 7, 3));
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->page), 800, 700);
  settle (fixture);
  g_assert_cmpstr (thaw_entry_tile_get_heading (get_top_tile (fixture)), ==, "Wednesday 3 July 2024");
}

static const char *
get_focused_uuid (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return THAW_IS_ENTRY_TILE (child) ? thaw_entry_summary_get_uuid (thaw_entry_tile_get_summary (THAW_ENTRY_TILE (child)))
                                    : NULL;
}

/* Also to an entry that is far away, and to one that has just moved to another day. */
static void
test_focus_entry (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *oldest = thaw_test_services_add (&fixture->services, "2020-01-01T07:00:00+01:00", NULL, "oldest");
  g_autofree char *newest = thaw_test_services_add (&fixture->services, "2026-03-29T07:00:00+02:00", NULL, "newest");
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->services.journal, newest, NULL);
  g_autoptr (ThawEntry) saved = NULL;
  ThawMoment moment = thaw_moment_from_iso ("2026-03-20T08:00:00+01:00", NULL);

  thaw_test_services_add_many (&fixture->services, 1000, 3);
  show (fixture, 800);

  thaw_journal_page_focus_entry (fixture->page, oldest);
  while (g_strcmp0 (get_focused_uuid (fixture), oldest) != 0)
    g_main_context_iteration (NULL, TRUE);

  thaw_entry_set_moment (entry, &moment);
  saved = thaw_journal_save_sync (fixture->services.journal, entry, NULL);
  g_assert_nonnull (saved);
  thaw_journal_page_focus_entry (fixture->page, newest);
  while (g_strcmp0 (get_focused_uuid (fixture), newest) != 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  g_assert_cmpstr (get_focused_uuid (fixture), ==, newest);

  /* What is not there leaves the focus where it is. */
  thaw_journal_page_focus_entry (fixture->page, "0192aaaa-0000-7000-8000-000000000000");
  settle (fixture);
  g_assert_cmpstr (get_focused_uuid (fixture), ==, newest);
}

static GtkWidget *
find_day_button (Fixture *fixture)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "_Write About This Day");
}

static gboolean
is_day_offered (Fixture *fixture)
{
  return find_day_button (fixture) != NULL && gtk_widget_get_mapped (find_day_button (fixture));
}

/* Whoever chose a day finds how to write about it, whether there are entries or not. */
static void
test_write_about_day (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *older = thaw_test_services_add (&fixture->services, "2026-03-20T07:00:00+01:00", NULL, "older");
  int minimum;

  show (fixture, GPOINTER_TO_INT (data));
  g_assert_false (is_day_offered (fixture));

  thaw_journal_page_show_day (fixture->page, thaw_day_new (2026, 3, 22));
  settle (fixture);
  g_assert_true (is_day_offered (fixture));
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_test_accessible_assert_role (find_day_button (fixture), GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (find_day_button (fixture), "clicked");
  g_assert_cmpstr (fixture->actions->str, ==, "new-entry-on(2026-03-22) ");

  g_string_truncate (fixture->actions, 0);
  thaw_journal_page_show_day (fixture->page, thaw_day_new (2026, 3, 20));
  settle (fixture);
  g_assert_true (is_day_offered (fixture));
  /* By keyboard: on the way from the search to the list. */
  gtk_widget_grab_focus (find (fixture, GTK_TYPE_SEARCH_ENTRY));
  for (guint i = 0; i < 8 && gtk_window_get_focus (fixture->window) != find_day_button (fixture); i++)
    thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (fixture->window) == find_day_button (fixture));
  g_signal_emit_by_name (find_day_button (fixture), "activate");
  while (fixture->actions->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->actions->str, ==, "new-entry-on(2026-03-20) ");

  /* What is found is of many days. */
  search (fixture, "older");
  g_assert_false (is_day_offered (fixture));
  search (fixture, "");
  g_assert_true (is_day_offered (fixture));

  /* Of a day that has not come nobody can tell. */
  thaw_journal_page_show_day (fixture->page, thaw_day_new (2026, 3, 30));
  settle (fixture);
  g_assert_false (is_day_offered (fixture));
}

/* A row that is under the pointer does not become the selected one: GTK 4.8 lets go of rows for that, also when it is
 * just laying them out and the pointer is over another row for it. */
static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  const GActionEntry entries[] = { { "select-item", on_select_item_cb, "(ubb)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GListModel) controllers = NULL;
  GtkWidget *row;

  thaw_test_services_add_many (&fixture->services, 3, 3);
  show (fixture, 800);
  row = gtk_widget_get_parent (GTK_WIDGET (get_top_tile (fixture)));
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (row, "list", G_ACTION_GROUP (group));

  controllers = gtk_widget_observe_controllers (row);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "enter", 1.0, 1.0);
    }

  g_assert_cmpstr (fixture->actions->str, ==, "");
}

/* The choice of an empty day must not seem to do nothing. */
static void
test_show_empty_day (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *older = thaw_test_services_add (&fixture->services, "2026-03-20T07:00:00+01:00", NULL, "older");
  g_autofree char *added = NULL;
  GtkWidget *label;

  show (fixture, 800);
  label = thaw_test_ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "No entries on this day");
  g_assert_nonnull (label);
  g_assert_false (gtk_widget_get_mapped (label));

  thaw_journal_page_show_day (fixture->page, thaw_day_new (2026, 3, 22));
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (label));

  thaw_journal_page_show_day (fixture->page, thaw_day_new (2026, 3, 20));
  settle (fixture);
  g_assert_false (gtk_widget_get_mapped (label));

  thaw_journal_page_show_day (fixture->page, thaw_day_new (2026, 3, 22));
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (label));
  added = thaw_test_services_add (&fixture->services, "2026-03-22T07:00:00+01:00", NULL, "added");
  settle (fixture);
  g_assert_false (gtk_widget_get_mapped (label));
}

static void
test_focus_search (Fixture       *fixture,
                   gconstpointer  data)
{
  add_week (fixture);
  show (fixture, 800);
  thaw_journal_page_focus_search (fixture->page);
  g_assert_true (gtk_widget_get_ancestor (gtk_window_get_focus (fixture->window), GTK_TYPE_SEARCH_ENTRY) != NULL);
}

static void
test_headings_follow (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *older = thaw_test_services_add (&fixture->services, "2026-03-29T07:00:00+02:00", NULL, "older");
  g_autofree char *newer = NULL;
  ThawEntryTile *tile;

  show (fixture, 800);
  g_assert_cmpstr (thaw_entry_tile_get_heading (get_top_tile (fixture)), ==, "Today");
  newer = thaw_test_services_add (&fixture->services, "2026-03-29T08:00:00+02:00", NULL, "newer");
  settle (fixture);

  tile = get_top_tile (fixture);
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (thaw_entry_tile_get_summary (tile)), ==, "newer");
  g_assert_cmpstr (thaw_entry_tile_get_heading (tile), ==, "Today");
  tile = THAW_ENTRY_TILE (gtk_widget_get_first_child (
    gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (tile)))));
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (thaw_entry_tile_get_summary (tile)), ==, "older");
  g_assert_null (thaw_entry_tile_get_heading (tile));
}

static char *
add_session (Fixture    *fixture,
             const char *iso,
             const char *name,
             const char *note)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_CREATIVE, "of-their-own", name);
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_LOGGED;
  session->actual_ms = 20 * 60000;
  session->expected = 2;
  session->felt = 5;
  session->after.feeling = 4;
  thaw_session_set_note (session, note);
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services.services), session, &error);
  g_assert_no_error (error);

  return g_strdup (saved->uuid);
}

/* What was done stands among the entries, and is opened and deleted as they are. */
static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *uuid = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;
  ThawEntryTile *tile;
  GtkWidget *row;

  add_week (fixture);
  uuid = add_session (fixture, "2026-03-29T09:00:00+02:00", "<Knitting> & purling", "The red\nwool");
  expected = g_strdup_printf ("delete-session(%s) open-session(%s) ", uuid, uuid);
  show (fixture, 1000);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 5);

  tile = get_top_tile (fixture);
  row = gtk_widget_get_parent (GTK_WIDGET (tile));
  g_assert_cmpstr (thaw_entry_tile_get_heading (tile), ==, "Today");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sunday 29 March 2026, 09:00. Feeling 4 of 10, a little. "
                                       "<Knitting> & purling · 20 minutes. "
                                       "Pleasure: expected 2, felt 5 · The red wool.");

  g_assert_true (gtk_widget_child_focus (find (fixture, THAW_TYPE_ENTRY_VIEW), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (fixture->window) == row);
  g_assert_true (thaw_test_ui_press (row, GDK_KEY_Delete, 0));
  gtk_widget_activate (row);
  g_assert_cmpstr (fixture->actions->str, ==, expected);

  /* One that goes leaves the focus to the next, and one that comes does not take it. */
  thaw_session_store_remove_sync (thaw_services_get_sessions (fixture->services.services), uuid, &error);
  g_assert_no_error (error);
  while (g_list_model_get_n_items (get_list (fixture)) != 4)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->page));
  row = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_ancestor (row, find (fixture, THAW_TYPE_ENTRY_VIEW)));
  later = add_session (fixture, "2026-03-29T09:05:00+02:00", "Knitting", "");
  while (g_list_model_get_n_items (get_list (fixture)) != 5)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_window_get_focus (fixture->window) == row);
}

/* What is searched or filtered is entries. */
static void
test_sessions_filter (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (ThawJournalFilter) filter = thaw_journal_filter_new ();
  ThawFilterPopover *popover;
  g_autofree char *uuid = NULL;

  add_week (fixture);
  uuid = add_session (fixture, "2026-03-29T09:00:00+02:00", "Walking", "Walked along the river, too");
  show (fixture, 1000);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 5);

  search (fixture, "river");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 1);
  search (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 5);

  filter->first_day = thaw_day_new (2026, 3, 28);
  popover = find (fixture, THAW_TYPE_FILTER_POPOVER);
  thaw_filter_popover_set_filter (popover, filter);
  g_signal_emit_by_name (popover, "changed");
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 3);
}

/* A journal of sessions alone is not empty, and a day of sessions alone can be gone to. */
static void
test_sessions_alone (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *uuid = add_session (fixture, "2026-03-27T09:00:00+01:00", "Walking", "");
  g_autofree char *other = add_session (fixture, "2026-03-29T09:00:00+02:00", "Walking", "");

  show (fixture, 1000);
  g_assert_cmpstr (get_visible_child (fixture), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 2);
  g_assert_cmpstr (thaw_entry_tile_get_heading (get_top_tile (fixture)), ==, "Today");
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  add_test ("/ui/journal-page/empty", test_empty);
  add_test ("/ui/journal-page/names", test_names);
  add_test ("/ui/journal-page/list", test_list);
  add_test ("/ui/journal-page/keys", test_keys);
  add_test ("/ui/journal-page/narrow", test_narrow);
  add_test ("/ui/journal-page/search", test_search);
  add_test ("/ui/journal-page/typing", test_typing);
  add_test ("/ui/journal-page/count-of-many", test_count_of_many);
  add_test ("/ui/journal-page/filter", test_filter);
  add_test ("/ui/journal-page/filter-popover", test_filter_popover);
  add_test ("/ui/journal-page/filter-by-noticed", test_filter_by_noticed);
  add_test ("/ui/journal-page/show-day", test_show_day);
  add_test ("/ui/journal-page/show-day-before-map", test_show_day_before_map);
  add_test ("/ui/journal-page/show-empty-day", test_show_empty_day);
  g_test_add ("/ui/journal-page/write-about-day", Fixture, GINT_TO_POINTER (800), set_up, test_write_about_day,
              tear_down);
  g_test_add ("/ui/journal-page/write-about-day-narrow", Fixture, GINT_TO_POINTER (360), set_up, test_write_about_day,
              tear_down);
  add_test ("/ui/journal-page/hover", test_hover);
  add_test ("/ui/journal-page/focus-entry", test_focus_entry);
  add_test ("/ui/journal-page/focus-search", test_focus_search);
  add_test ("/ui/journal-page/sessions", test_sessions);
  add_test ("/ui/journal-page/sessions-filter", test_sessions_filter);
  add_test ("/ui/journal-page/sessions-alone", test_sessions_alone);
  add_test ("/ui/journal-page/headings-follow", test_headings_follow);

  return g_test_run ();
}
