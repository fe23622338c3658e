/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-today-page"

#include "config.h"
#include "pages/today/thaw-today-page.h"
#include "support/thaw-support-offer.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "widgets/check-in/thaw-check-in.h"
#include "widgets/thaw-save-problem.h"

typedef struct
{
  ThawTestDir *directory;
  ThawClock *clock;
  ThawSettings *settings;
  ThawServices *services;

  GtkWindow *window;
  GtkWidget *page;
  ThawCheckIn *check_in;
} Fixture;

static void
open_journal (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (thaw_services_get_database (fixture->services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
show_page (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->page = thaw_today_page_new (fixture->services);
  fixture->check_in = THAW_CHECK_IN (thaw_test_ui_find (fixture->page, THAW_TYPE_CHECK_IN, NULL));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  fixture->window = thaw_test_ui_present (overlay);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->settings = thaw_settings_new ();
  /* It would come when it likes. */
  g_object_set (fixture->settings, "offers-practice", FALSE, NULL);
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, fixture->settings);
  open_journal (fixture);
  show_page (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_services_close (fixture->services);
  g_clear_object (&fixture->services);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
}

/* Waits for the page, too, which what is on its way to the disk holds for a while. */
static void
close_page (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  thaw_test_ui_close (fixture->window);
  while (fixture->page != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The page gives the focus to the first question when it is drawn. */
static void
await_focus (Fixture *fixture)
{
  GtkWidget *focus;

  while ((focus = gtk_window_get_focus (fixture->window)) == NULL ||
         !gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->check_in)))
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
list_today (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *summaries = thaw_journal_list_day (thaw_services_get_journal (fixture->services),
                                                thaw_clock_get_today (fixture->clock), &error);

  g_assert_no_error (error);

  return summaries;
}

static guint
count_today (Fixture *fixture)
{
  g_autoptr (GPtrArray) summaries = list_today (fixture);

  return summaries->len;
}

static guint
count_rows (Fixture *fixture)
{
  GtkListBox *list = NULL;
  guint n = 0;
  GtkWidget *heading = thaw_test_ui_find (fixture->page, GTK_TYPE_LABEL, "Today So Far");

  list = GTK_LIST_BOX (gtk_widget_get_next_sibling (heading));
  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

static gboolean
has_draft (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawDraft) draft = thaw_drafts_get (thaw_services_get_drafts (fixture->services),
                                                 THAW_DRAFT_CHECK_IN, &error);

  return draft != NULL;
}

static GtkTextBuffer *
get_text (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (thaw_test_ui_find (fixture->page, GTK_TYPE_TEXT_VIEW, NULL)));
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (thaw_test_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, label), "clicked");
}

static gboolean
can_check_in (Fixture *fixture)
{
  return gtk_widget_get_sensitive (thaw_test_ui_find (fixture->page, GTK_TYPE_BUTTON, "Check In"));
}

static void
check_in (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->page, "today.check-in", NULL);
  /* Until it is on the disk, or is not. */
  while (!gtk_widget_get_sensitive (GTK_WIDGET (fixture->check_in)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_check_in (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) summaries = NULL;
  ThawEntrySummary *summary;

  g_assert_false (can_check_in (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_nonnull (thaw_test_ui_find (fixture->page, GTK_TYPE_LABEL, "Sunday 29 March"));

  click (fixture, "very pleasant");
  click (fixture, "joy");
  gtk_text_buffer_set_text (get_text (fixture), "The tea was warm & <sweet>.", -1);
  g_assert_true (can_check_in (fixture));

  check_in (fixture);

  summaries = list_today (fixture);
  g_assert_cmpuint (summaries->len, ==, 1);
  summary = g_ptr_array_index (summaries, 0);
  g_assert_cmpstr (thaw_entry_summary_get_excerpt (summary), ==, "The tea was warm & <sweet>.");
  g_assert_cmpint (thaw_entry_summary_get_moment (summary)->offset_secs, ==, 7200);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
  g_assert_false (can_check_in (fixture));
  g_assert_false (has_draft (fixture));
  g_assert_nonnull (thaw_test_ui_find (adw_window_get_content (ADW_WINDOW (fixture->window)),
                                       GTK_TYPE_LABEL, "Checked in"));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *undo;
  g_autoptr (ThawEntry) back = NULL;

  click (fixture, "can’t tell");
  click (fixture, "fear");
  gtk_text_buffer_set_text (get_text (fixture), "Too much.", -1);
  check_in (fixture);
  g_assert_cmpuint (count_today (fixture), ==, 1);

  /* Words that were written since stay as well. */
  gtk_text_buffer_set_text (get_text (fixture), "And yet.", -1);
  undo = thaw_test_ui_find (adw_window_get_content (ADW_WINDOW (fixture->window)), GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (undo, "clicked");
  while (count_today (fixture) > 0 || count_rows (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
  while (!has_draft (fixture))
    g_main_context_iteration (NULL, TRUE);

  back = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_cmpstr (thaw_entry_get_text (back), ==, "Too much.\nAnd yet.");
  g_assert_cmpuint (thaw_entry_get_emotions (back)->len, ==, 1);
  g_assert_cmpint (thaw_check_in_get_doubts (fixture->check_in), ==, THAW_CHECK_IN_DOUBTS_FEELING);

  /* It is a new one when it is checked in again. */
  check_in (fixture);
  g_assert_cmpuint (count_today (fixture), ==, 1);
}

/* Thaw ends before it is told that the check-in is hidden: the words come back with the next start. */
static void
test_undo_and_end (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (ThawEntry) back = NULL;

  gtk_text_buffer_set_text (get_text (fixture), "Too much.", -1);
  check_in (fixture);
  gtk_widget_activate_action (fixture->page, "today.undo", NULL);
  thaw_test_ui_close (fixture->window);
  thaw_services_close (fixture->services);

  open_journal (fixture);
  show_page (fixture);
  g_assert_cmpuint (count_today (fixture), ==, 0);
  back = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_cmpstr (thaw_entry_get_text (back), ==, "Too much.");
}

/* Without the toast, which the keyboard does not easily get to; and only as long as it is there. */
static void
test_undo_action (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *dismiss;

  click (fixture, "not sure");
  check_in (fixture);
  gtk_widget_activate_action (fixture->page, "today.undo", NULL);
  while (count_rows (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
  while (thaw_check_in_get_is_empty (fixture->check_in))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (can_check_in (fixture));

  check_in (fixture);
  dismiss = thaw_test_ui_find (adw_window_get_content (ADW_WINDOW (fixture->window)), GTK_TYPE_BUTTON, "_Undo");
  dismiss = gtk_widget_get_next_sibling (dismiss);
  g_signal_emit_by_name (dismiss, "clicked");
  gtk_widget_activate_action (fixture->page, "today.undo", NULL);
  thaw_test_spin (50);
  g_assert_cmpuint (count_today (fixture), ==, 1);
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawSaveProblem *problem = THAW_SAVE_PROBLEM (thaw_test_ui_find (fixture->page, THAW_TYPE_SAVE_PROBLEM, NULL));
  g_autoptr (ThawEntry) kept = NULL;

  g_assert_false (thaw_save_problem_is_shown (problem));
  gtk_text_buffer_set_text (get_text (fixture), "These words must not be lost.", -1);
  thaw_services_close (fixture->services);

  check_in (fixture);
  g_assert_true (thaw_save_problem_is_shown (problem));
  kept = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_cmpstr (thaw_entry_get_text (kept), ==, "These words must not be lost.");

  open_journal (fixture);
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (problem), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  while (count_today (fixture) == 0 || !gtk_widget_get_sensitive (GTK_WIDGET (fixture->check_in)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (thaw_save_problem_is_shown (problem));
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
}

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;

  click (fixture, "sadness");
  gtk_text_buffer_set_text (get_text (fixture), "Half a sent", -1);
  g_assert_false (has_draft (fixture));

  /* Kept by itself after a while, and at the end at once. */
  while (!has_draft (fixture))
    g_main_context_iteration (NULL, TRUE);
  gtk_text_buffer_set_text (get_text (fixture), "Half a sentence", -1);
  close_page (fixture);

  show_page (fixture);
  entry = thaw_check_in_dup_entry (fixture->check_in);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "Half a sentence");
  g_assert_cmpuint (thaw_entry_get_emotions (entry)->len, ==, 1);
  g_assert_true (can_check_in (fixture));

  /* An empty form needs no draft. */
  click (fixture, "sadness");
  gtk_text_buffer_set_text (get_text (fixture), "", -1);
  while (has_draft (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_draft_failure (Fixture       *fixture,
                    gconstpointer  data)
{
  ThawSaveProblem *problem = THAW_SAVE_PROBLEM (thaw_test_ui_find (fixture->page, THAW_TYPE_SAVE_PROBLEM, NULL));

  thaw_services_close (fixture->services);
  gtk_text_buffer_set_text (get_text (fixture), "Half a sentence", -1);
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);

  /* Trying again keeps the draft, and does not check in. */
  open_journal (fixture);
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (problem), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  while (thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_draft (fixture));
  g_assert_cmpuint (count_today (fixture), ==, 0);
}

/* A journal that cannot be read at first does not cost the draft. */
static void
test_late_draft (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_text_buffer_set_text (get_text (fixture), "Half a sentence", -1);
  close_page (fixture);

  thaw_services_close (fixture->services);
  show_page (fixture);
  g_assert_true (thaw_check_in_get_is_empty (fixture->check_in));
  click (fixture, "sadness");

  /* Neither by what was typed meanwhile. */
  open_journal (fixture);
  close_page (fixture);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ThawEntry) entry = NULL;

      if (i > 0)
        close_page (fixture);
      show_page (fixture);
      entry = thaw_check_in_dup_entry (fixture->check_in);
      g_assert_cmpstr (thaw_entry_get_text (entry), ==, "Half a sentence");
      g_assert_cmpuint (thaw_entry_get_emotions (entry)->len, ==, 1);
    }
}

static void
test_day_changed (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_new_from_iso8601 ("2026-03-30T00:00:01+02:00", NULL);

  click (fixture, "nothing");
  check_in (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);

  thaw_clock_set_now (fixture->clock, tomorrow);
  g_assert_nonnull (thaw_test_ui_find (fixture->page, GTK_TYPE_LABEL, "Monday 30 March"));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *row;
  g_autoptr (GPtrArray) summaries = NULL;
  const char *uuid;

  click (fixture, "somewhat");
  check_in (fixture);

  summaries = list_today (fixture);
  uuid = thaw_entry_summary_get_uuid (g_ptr_array_index (summaries, 0));
  row = thaw_test_ui_find (fixture->page, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-entry");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), ==, uuid);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "5 somewhat");
  g_assert_nonnull (thaw_test_ui_find (row, GTK_TYPE_LABEL, "09:15"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sunday 29 March 2026, 09:15. Feeling 5 of 10, somewhat.");
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  await_focus (fixture);
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_8, 0));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_window_get_focus (fixture->window)), ==, "clearly");
  g_assert_true (can_check_in (fixture));
}

static void
on_focus_left_cb (GtkEventController *controller,
                  GtkWidget          *check_in)
{
  g_assert_true (gtk_widget_get_sensitive (check_in));
}

/* A text that becomes insensitive before it knows that the focus is gone goes on blinking, and GTK complains. */
static void
test_focus_goes_first (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *text = gtk_widget_get_first_child (thaw_test_ui_find (fixture->page, GTK_TYPE_ENTRY, NULL));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  click (fixture, "nothing");
  while (!GTK_IS_TEXT (text))
    text = gtk_widget_get_next_sibling (text);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left_cb), fixture->check_in);
  gtk_widget_add_controller (text, focus);
  gtk_widget_grab_focus (text);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_grab_focus (text);

  gtk_widget_activate_action (fixture->page, "today.check-in", NULL);
  g_assert_false (gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (focus)));
  while (!gtk_widget_get_sensitive (GTK_WIDGET (fixture->check_in)))
    g_main_context_iteration (NULL, TRUE);
}

/* What the body did and what was done about it is in the row, and read out with it. */
static void
test_noticed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment now = thaw_clock_get_moment (fixture->clock);
  GtkWidget *label;

  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_set_text (entry, "Loud day.");
  saved = thaw_journal_save_sync (thaw_services_get_journal (fixture->services), entry, &error);
  g_assert_no_error (error);

  label = thaw_test_ui_find (fixture->page, GTK_TYPE_LABEL, "chest: tight, clearly · Took a walk: better\nLoud day.");
  g_assert_nonnull (label);
  gtk_test_accessible_assert_property (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sunday 29 March 2026, 09:15. not sure. In the body: chest: tight, clearly. "
                                       "Loud day. What I did: Took a walk: better.");
}

/* A press on Shift+Tab at the first question leaves the page; nothing holds the focus back. */
static void
test_way_out (Fixture       *fixture,
              gconstpointer  data)
{
  /* Where things are decides what comes before what: all of them are drawn. */
  await_focus (fixture);
  thaw_test_ui_flush (fixture->page);

  g_assert_false (gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_BACKWARD));
}

static void
add_session (Fixture    *fixture,
             const char *iso,
             const char *name)
{
  g_autoptr (ThawSession) session = thaw_session_new (THAW_ACTIVITY_CREATIVE, "of-their-own", name);
  g_autoptr (ThawSession) saved = NULL;
  g_autoptr (GError) error = NULL;

  session->moment = thaw_moment_from_iso (iso, NULL);
  session->ending = THAW_SESSION_FINISHED;
  session->actual_ms = 20 * 60000;
  session->felt = 5;
  session->after.feeling = 4;
  thaw_session_set_note (session, "The red\nwool");
  saved = thaw_session_store_save_sync (thaw_services_get_sessions (fixture->services), session, &error);
  g_assert_no_error (error);
}

/* What was done today stands among the entries by its time, first of all with what it was, and opens. */
static void
test_sessions (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *heading = thaw_test_ui_find (fixture->page, GTK_TYPE_LABEL, "Today So Far");
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_next_sibling (heading));
  GtkListBoxRow *row;

  click (fixture, "very pleasant");
  check_in (fixture);
  add_session (fixture, "2026-03-28T09:00:00+01:00", "Yesterday’s");
  add_session (fixture, "2026-03-29T08:00:00+02:00", "<Knitting> & purling");
  add_session (fixture, "2026-03-29T09:20:00+02:00", "Later");
  g_assert_cmpuint (count_rows (fixture), ==, 3);

  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Later · 20 minutes");
  row = gtk_list_box_get_row_at_index (list, 1);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-entry");
  row = gtk_list_box_get_row_at_index (list, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "<Knitting> & purling · 20 minutes");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "4 a little\nPleasure: felt 5 · The red wool");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "practice.open-session");
}

static gboolean
is_support_offered (Fixture *fixture)
{
  GtkWidget *offer = thaw_test_ui_find (fixture->page, THAW_TYPE_SUPPORT_OFFER, NULL);

  thaw_test_ui_flush (fixture->page);

  return offer != NULL && gtk_widget_get_mapped (offer);
}

/* After the lowest answers there is somebody to talk to, in a place that takes nothing away; not after others,
 * whatever is written. */
static void
test_support_offer (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ThawEntry) numb = thaw_entry_new ();
  GtkWidget *offer;

  gtk_text_buffer_set_text (get_text (fixture), "I cannot go on.", -1);
  click (fixture, "unpleasant");
  check_in (fixture);
  /* Nor was anything built for it. */
  g_assert_null (thaw_test_ui_find (fixture->page, THAW_TYPE_SUPPORT_OFFER, NULL));

  click (fixture, "very unpleasant");
  check_in (fixture);
  g_assert_true (is_support_offered (fixture));
  await_focus (fixture);

  /* Nobody has to do anything about it; another answer is another answer. */
  click (fixture, "pleasant");
  check_in (fixture);
  g_assert_false (is_support_offered (fixture));

  thaw_entry_set_feeling (numb, 1);
  thaw_check_in_set_entry (fixture->check_in, numb);
  check_in (fixture);
  g_assert_true (is_support_offered (fixture));
  offer = thaw_test_ui_find (fixture->page, THAW_TYPE_SUPPORT_OFFER, NULL);
  gtk_widget_activate_action (offer, "support-offer.put-off", NULL);
  g_assert_false (is_support_offered (fixture));

  /* What is taken back was not said. */
  click (fixture, "very unpleasant");
  check_in (fixture);
  g_assert_true (is_support_offered (fixture));
  gtk_widget_activate_action (fixture->page, "today.undo", NULL);
  g_assert_false (is_support_offered (fixture));
}

/* Also where one has scrolled down to check in. */
static void
test_support_offer_in_view (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *scroller = thaw_test_ui_find (fixture->page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  gtk_window_set_default_size (fixture->window, 360, 500);
  await_focus (fixture);
  thaw_test_ui_flush (fixture->page);
  click (fixture, "very unpleasant");
  while (gtk_adjustment_get_value (adjustment) < 200)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      g_main_context_iteration (NULL, TRUE);
    }

  check_in (fixture);
  g_assert_true (is_support_offered (fixture));
  g_assert_true (gtk_widget_compute_bounds (thaw_test_ui_find (fixture->page, THAW_TYPE_SUPPORT_OFFER, NULL),
                                            fixture->page, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/today-page/check-in", Fixture, NULL, set_up, test_check_in, tear_down);
  g_test_add ("/ui/today-page/sessions", Fixture, NULL, set_up, test_sessions, tear_down);
  g_test_add ("/ui/today-page/noticed", Fixture, NULL, set_up, test_noticed, tear_down);
  g_test_add ("/ui/today-page/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/ui/today-page/undo-and-end", Fixture, NULL, set_up, test_undo_and_end, tear_down);
  g_test_add ("/ui/today-page/undo-action", Fixture, NULL, set_up, test_undo_action, tear_down);
  g_test_add ("/ui/today-page/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/ui/today-page/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/ui/today-page/draft-failure", Fixture, NULL, set_up, test_draft_failure, tear_down);
  g_test_add ("/ui/today-page/late-draft", Fixture, NULL, set_up, test_late_draft, tear_down);
  g_test_add ("/ui/today-page/day-changed", Fixture, NULL, set_up, test_day_changed, tear_down);
  g_test_add ("/ui/today-page/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/ui/today-page/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/ui/today-page/focus-goes-first", Fixture, NULL, set_up, test_focus_goes_first, tear_down);
  g_test_add ("/ui/today-page/way-out", Fixture, NULL, set_up, test_way_out, tear_down);
  g_test_add ("/ui/today-page/support-offer", Fixture, NULL, set_up, test_support_offer, tear_down);
  g_test_add ("/ui/today-page/support-offer-in-view", Fixture, NULL, set_up, test_support_offer_in_view, tear_down);

  return g_test_run ();
}
