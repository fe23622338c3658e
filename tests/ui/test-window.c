/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window"

#include "config.h"
#include "editor/thaw-entry-editor.h"
#include "editor/thaw-moment-button.h"
#include "editor/thaw-text-buffer.h"
#include "editor/thaw-text-view.h"
#include "pages/insights/thaw-insights-page.h"
#include "pages/journal/thaw-entry-tile.h"
#include "pages/journal/thaw-journal-page.h"
#include "pages/today/thaw-today-page.h"
#include "reflection/thaw-reflection-window.h"
#include "thaw-opening-page.h"
#include "thaw-problem-page.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "thaw-window.h"
#include "widgets/check-in/thaw-step-scale.h"

#include <glib/gstdio.h>

typedef struct
{
  char *directory;
  ThawClock *clock;
  ThawSettings *settings;
  ThawServices *services;
  GtkWidget *window; /* (unowned) (nullable): NULL when it is closed */
} Fixture;

static void
await_state (Fixture           *fixture,
             ThawServicesState  state)
{
  while (thaw_services_get_state (fixture->services) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_window_new (NULL, fixture->services)));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up_closed (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->settings = thaw_settings_new ();
  thaw_settings_set_visible_page (fixture->settings, "today");
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, fixture->settings);
}

/* As at a start: the window is there before the journal is open. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_closed (fixture, data);
  thaw_services_open (fixture->services);
  show (fixture);
}

static void
set_up_ready (Fixture       *fixture,
              gconstpointer  data)
{
  set_up (fixture, data);
  await_state (fixture, THAW_SERVICES_READY);
  thaw_test_ui_flush (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_weak_pointer (&fixture->window);
  thaw_services_close (fixture->services);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->services));
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
}

static ThawDatabase *
get_database (Fixture *fixture)
{
  return thaw_services_get_database (fixture->services);
}

static void
open_database (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (get_database (fixture), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static GtkTextBuffer *
get_text (Fixture *fixture)
{
  GtkWidget *editor = thaw_test_ui_find (fixture->window, THAW_TYPE_ENTRY_EDITOR, NULL);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (thaw_test_ui_find_class (editor, GTK_TYPE_TEXT_VIEW, NULL)));
}

static void
begin (Fixture *fixture)
{
  await_state (fixture, THAW_SERVICES_READY);
  gtk_widget_activate_action (fixture->window, "win.new-entry", NULL);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (get_text (fixture), text, -1, TRUE);
}

static guint
count_drafts (Fixture *fixture)
{
  g_autoptr (GPtrArray) drafts = thaw_drafts_list (thaw_services_get_drafts (fixture->services), NULL);

  return drafts != NULL ? drafts->len : 0;
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_widget_get_visible (toplevel))
        return ADW_MESSAGE_DIALOG (toplevel);
    }

  return NULL;
}

static AdwMessageDialog *
await_dialog (void)
{
  while (find_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);

  return find_dialog ();
}

static void
await_closed (Fixture *fixture)
{
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What was typed in the last second is on the disk before the window goes. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  begin (fixture);
  type (fixture, "Words");
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_closed (fixture);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
}

/* A window does not close over words that are nowhere else, unless it is told to. */
static void
test_close_with_unkept_words (Fixture       *fixture,
                              gconstpointer  data)
{
  begin (fixture);
  type (fixture, "Words that matter");
  thaw_database_close (get_database (fixture));

  gtk_window_close (GTK_WINDOW (fixture->window));
  adw_message_dialog_response (await_dialog (), "back");
  thaw_test_spin (50);
  g_assert_nonnull (fixture->window);

  /* Asked again as long as it is so. */
  gtk_window_close (GTK_WINDOW (fixture->window));
  adw_message_dialog_response (await_dialog (), "back");

  open_database (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_closed (fixture);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
}

static void
test_close_anyway (Fixture       *fixture,
                   gconstpointer  data)
{
  begin (fixture);
  type (fixture, "Words");
  thaw_database_close (get_database (fixture));
  gtk_window_close (GTK_WINDOW (fixture->window));
  adw_message_dialog_response (await_dialog (), "close");
  await_closed (fixture);
}

static void
begin_reflection (Fixture *fixture)
{
  GtkWidget *origin = thaw_test_ui_find (fixture->window, THAW_TYPE_TODAY_PAGE, NULL);
  ThawReflectionWindow *window = thaw_reflection_window_open (origin, fixture->services, NULL);
  GtkWidget *scale = thaw_test_ui_find (GTK_WIDGET (window), THAW_TYPE_STEP_SCALE, NULL);

  g_signal_emit_by_name (thaw_step_scale_get_button (THAW_STEP_SCALE (scale), 7), "clicked");
}

/* The window waits for what is answered in a window over it, too. */
static void
test_close_over_reflection (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (ThawReflection) draft = NULL;

  begin_reflection (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_closed (fixture);
  draft = thaw_drafts_get_reflection (thaw_services_get_drafts (fixture->services), THAW_DRAFT_REFLECTION, NULL);
  g_assert_nonnull (draft);
  g_assert_cmpint (draft->levels[0], ==, 7);
}

static void
test_close_over_unkept_reflection (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (ThawReflection) draft = NULL;

  begin_reflection (fixture);
  thaw_database_close (get_database (fixture));
  gtk_window_close (GTK_WINDOW (fixture->window));
  adw_message_dialog_response (await_dialog (), "back");
  thaw_test_spin (50);
  g_assert_nonnull (fixture->window);

  open_database (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_closed (fixture);
  draft = thaw_drafts_get_reflection (thaw_services_get_drafts (fixture->services), THAW_DRAFT_REFLECTION, NULL);
  g_assert_nonnull (draft);
}

/* After the journal was closed and opened again an older draft does not take the place of what is on the screen. */
static void
test_open_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;

  begin (fixture);
  type (fixture, "one");
  while (count_drafts (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
  type (fixture, " two");
  thaw_services_close (fixture->services);
  thaw_services_open (fixture->services);
  await_state (fixture, THAW_SERVICES_READY);

  g_object_get (get_text (fixture), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "one two");
}

/* The desktop asks for a new entry before the journal is open. */
static void
test_entry_wanted_early (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_cmpint (thaw_services_get_state (fixture->services), ==, THAW_SERVICES_OPENING);
  gtk_widget_activate_action (fixture->window, "win.new-entry", NULL);
  await_state (fixture, THAW_SERVICES_READY);
  g_assert_nonnull (thaw_test_ui_find (fixture->window, THAW_TYPE_ENTRY_EDITOR, NULL));
}

static void
undo (Fixture *fixture)
{
  GtkWidget *button;

  while ((button = thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
}

/* An entry that could not be brought back can still be. */
static void
test_failed_undelete (Fixture       *fixture,
                      gconstpointer  data)
{
  ThawJournal *journal = thaw_services_get_journal (fixture->services);
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment now = thaw_clock_get_moment (fixture->clock);
  const char *uuid;

  await_state (fixture, THAW_SERVICES_READY);
  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_text (entry, "Words");
  saved = thaw_journal_save_sync (journal, entry, &error);
  g_assert_no_error (error);
  uuid = thaw_entry_get_uuid (saved);

  gtk_widget_activate_action (fixture->window, "win.delete-entry", "s", uuid);
  while (thaw_test_ui_find (fixture->window, GTK_TYPE_BUTTON, "_Undo") == NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_database_close (get_database (fixture));
  undo (fixture);
  while (thaw_test_ui_find (fixture->window, GTK_TYPE_LABEL, "This entry could not be brought back.") == NULL)
    g_main_context_iteration (NULL, TRUE);

  open_database (fixture);
  undo (fixture);
  while (TRUE)
    {
      g_autoptr (GPtrArray) entries = thaw_journal_list_newest (journal, THAW_JOURNAL_NEWEST, 10, NULL);

      if (entries != NULL && entries->len == 1)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *parameter)
{
  GVariant *variant = parameter != NULL ? g_variant_new_string (parameter) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (fixture->window, action, variant));
  thaw_test_ui_flush (fixture->window);
}

/* Closes the window as the person does, and waits until it is gone with all that is in it. */
static void
close_window (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  await_closed (fixture);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return thaw_test_ui_find (fixture->window, type, text);
}

static gboolean
is_shown (Fixture *fixture,
          GType    type)
{
  GtkWidget *widget = find (fixture, type, NULL);

  /* A page that is not shown keeps its size, and is unmapped. */
  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
await_shown (Fixture *fixture,
             GType    type)
{
  while (!is_shown (fixture, type))
    g_main_context_iteration (NULL, TRUE);
}

static char *
add_entry (Fixture    *fixture,
           const char *text)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  const ThawMoment now = thaw_clock_get_moment (fixture->clock);

  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_text (entry, text);
  saved = thaw_journal_save_sync (thaw_services_get_journal (fixture->services), entry, &error);
  g_assert_no_error (error);

  return g_strdup (thaw_entry_get_uuid (saved));
}

static guint
count_entries (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = thaw_journal_list_newest (thaw_services_get_journal (fixture->services),
                                                            THAW_JOURNAL_NEWEST, 10, &error);

  g_assert_no_error (error);

  return entries->len;
}

static void
await_entries (Fixture *fixture,
               guint    n_entries)
{
  while (count_entries (fixture) != n_entries)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  const struct
  {
    const char *name;
    GType type;
  } pages[] = {
    { "journal", THAW_TYPE_JOURNAL_PAGE },
    { "insights", THAW_TYPE_INSIGHTS_PAGE },
    { "today", THAW_TYPE_TODAY_PAGE },
  };

  g_assert_true (is_shown (fixture, THAW_TYPE_TODAY_PAGE));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *remembered = NULL;

      activate (fixture, "win.show-page", pages[i].name);
      await_shown (fixture, pages[i].type);
      remembered = thaw_settings_dup_visible_page (fixture->settings);
      g_assert_cmpstr (remembered, ==, pages[i].name);
    }

  activate (fixture, "win.show-page", "kitchen");
  g_assert_true (is_shown (fixture, THAW_TYPE_TODAY_PAGE));

  /* The next window begins where this one ended. */
  activate (fixture, "win.show-page", "insights");
  close_window (fixture);
  show (fixture);
  thaw_test_ui_flush (fixture->window);
  g_assert_true (is_shown (fixture, THAW_TYPE_INSIGHTS_PAGE));
}

static void
test_show_day_and_search (Fixture       *fixture,
                          gconstpointer  data)
{
  activate (fixture, "win.show-day", "no day");
  g_assert_true (is_shown (fixture, THAW_TYPE_TODAY_PAGE));
  activate (fixture, "win.show-day", "2026-03-29");
  await_shown (fixture, THAW_TYPE_JOURNAL_PAGE);

  activate (fixture, "win.show-page", "today");
  activate (fixture, "win.search", NULL);
  await_shown (fixture, THAW_TYPE_JOURNAL_PAGE);
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_TYPE_SEARCH_ENTRY));
}

static void
test_editor (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = add_entry (fixture, "Words of before");
  g_autofree char *text = NULL;
  ThawMomentButton *button;

  activate (fixture, "win.new-entry", NULL);
  await_shown (fixture, THAW_TYPE_ENTRY_EDITOR);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find (fixture, THAW_TYPE_TEXT_VIEW, NULL));
  gtk_text_buffer_insert_at_cursor (get_text (fixture), "New words", -1);

  /* From there to another day: what was written is saved. */
  activate (fixture, "win.new-entry-on", "2026-03-01");
  await_entries (fixture, 2);
  while (thaw_text_buffer_get_length (THAW_TEXT_BUFFER (get_text (fixture))) > 0)
    g_main_context_iteration (NULL, TRUE);
  button = THAW_MOMENT_BUTTON (find (fixture, THAW_TYPE_MOMENT_BUTTON, NULL));
  g_assert_cmpint (thaw_moment_button_get_moment (button)->day, ==, thaw_day_new (2026, 3, 1));

  activate (fixture, "win.open-entry", uuid);
  text = thaw_text_buffer_dup_text (THAW_TEXT_BUFFER (get_text (fixture)));
  g_assert_cmpstr (text, ==, "Words of before");

  thaw_entry_editor_close (THAW_ENTRY_EDITOR (find (fixture, THAW_TYPE_ENTRY_EDITOR, NULL)));
  await_shown (fixture, THAW_TYPE_TODAY_PAGE);
  while (is_shown (fixture, THAW_TYPE_ENTRY_EDITOR))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_entries (fixture), ==, 2);

  activate (fixture, "win.open-entry", "0192aaaa-0000-7000-8000-000000000000");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "This entry could not be opened."));
  g_assert_false (is_shown (fixture, THAW_TYPE_ENTRY_EDITOR));
}

/* The entry whose row has the focus in Today or in the journal, or NULL. */
static const char *
get_focused_uuid (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (THAW_IS_ENTRY_TILE (child))
    return thaw_entry_summary_get_uuid (thaw_entry_tile_get_summary (THAW_ENTRY_TILE (child)));
  if (ADW_IS_ACTION_ROW (focus))
    return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)), NULL);

  return NULL;
}

static void
close_editor (Fixture *fixture)
{
  thaw_entry_editor_close (THAW_ENTRY_EDITOR (find (fixture, THAW_TYPE_ENTRY_EDITOR, NULL)));
  while (is_shown (fixture, THAW_TYPE_ENTRY_EDITOR))
    g_main_context_iteration (NULL, TRUE);
  thaw_test_spin (100);
  thaw_test_ui_flush (fixture->window);
}

/* Whoever goes back from an entry is on its row again, also if it was changed. */
static void
test_focus_after_edit (Fixture       *fixture,
                       gconstpointer  data)
{
  const char *page = data;
  g_autofree char *older = add_entry (fixture, "Older");
  g_autofree char *opened = add_entry (fixture, "Opened");
  g_autofree char *newer = add_entry (fixture, "Newer");

  activate (fixture, "win.show-page", page);
  activate (fixture, "win.open-entry", opened);
  await_shown (fixture, THAW_TYPE_ENTRY_EDITOR);
  close_editor (fixture);
  g_assert_cmpstr (get_focused_uuid (fixture), ==, opened);

  activate (fixture, "win.open-entry", opened);
  await_shown (fixture, THAW_TYPE_ENTRY_EDITOR);
  type (fixture, "More words");
  close_editor (fixture);
  g_assert_cmpstr (get_focused_uuid (fixture), ==, opened);

  /* Nor does a change of another entry take the focus away. */
  g_free (g_steal_pointer (&newer));
  newer = add_entry (fixture, "Newest");
  thaw_test_spin (100);
  g_assert_cmpstr (get_focused_uuid (fixture), ==, opened);

  /* What is new has no row to go back to. */
  activate (fixture, "win.new-entry", NULL);
  await_shown (fixture, THAW_TYPE_ENTRY_EDITOR);
  close_editor (fixture);
  g_assert_cmpstr (get_focused_uuid (fixture), !=, newer);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = add_entry (fixture, "First");
  g_autofree char *second = add_entry (fixture, "Second");
  GtkWidget *undo = NULL;

  activate (fixture, "win.delete-entry", first);
  await_entries (fixture, 1);
  while ((undo = find (fixture, GTK_TYPE_BUTTON, "_Undo")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (undo, "clicked");
  await_entries (fixture, 2);
  thaw_test_ui_flush (fixture->window);

  /* The next one ends the offer for the one before, and closing the window that for the last. */
  activate (fixture, "win.delete-entry", first);
  await_entries (fixture, 1);
  activate (fixture, "win.delete-entry", second);
  await_entries (fixture, 0);
  while (find (fixture, GTK_TYPE_BUTTON, "_Undo") == NULL)
    g_main_context_iteration (NULL, TRUE);
  close_window (fixture);

  /* Gone for good: there is nothing to bring back. */
  for (guint i = 0; i < 2; i++)
    {
      ThawJournal *journal = thaw_services_get_journal (fixture->services);
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      GAsyncResult *slot = NULL;

      thaw_journal_unhide_async (journal, i == 0 ? first : second, NULL, thaw_test_store_result_cb, &slot);
      result = thaw_test_await (&slot);
      thaw_journal_unhide_finish (journal, result, &error);
      g_assert_cmpuint (count_entries (fixture), ==, 0);
    }
}

/* Whether an entry that was deleted is still there to be brought back. Brings it back. */
static gboolean
unhide (Fixture    *fixture,
        const char *uuid)
{
  ThawJournal *journal = thaw_services_get_journal (fixture->services);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  thaw_journal_unhide_async (journal, uuid, NULL, thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);

  return thaw_journal_unhide_finish (journal, result, NULL);
}

/* Each write comes after those that were asked for before it, and so does what is told of it. */
static void
await_writes (Fixture *fixture)
{
  g_assert_false (unhide (fixture, "0192aaaa-0000-7000-8000-000000000000"));
}

/* Both within the same instant, for the clock stands still: only the first is gone when its toast is. */
static void
test_delete_twice (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *first = add_entry (fixture, "First");
  g_autofree char *second = add_entry (fixture, "Second");

  gtk_widget_activate_action (fixture->window, "win.delete-entry", "s", first);
  gtk_widget_activate_action (fixture->window, "win.delete-entry", "s", second);
  /* Both are hidden; then, what the first toast took with it is gone. */
  await_writes (fixture);
  await_writes (fixture);

  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "_Undo"));
  g_assert_false (unhide (fixture, first));
  g_assert_true (unhide (fixture, second));
}

/* The window goes while the entry is on its way to be hidden, or back: there is nowhere left to offer anything. */
static void
test_delete_and_gone (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *first = add_entry (fixture, "First");

  gtk_widget_activate_action (fixture->window, "win.delete-entry", "s", first);
  gtk_widget_activate_action (fixture->window, "win.undelete-entry", "s", "0192aaaa-0000-7000-8000-000000000000");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->window);

  await_writes (fixture);
  g_assert_true (unhide (fixture, first));
}

static void
save_draft (Fixture    *fixture,
            const char *text)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  const ThawMoment now = thaw_clock_get_moment (fixture->clock);
  ThawDrafts *drafts = thaw_services_get_drafts (fixture->services);

  thaw_entry_set_uuid (entry, "0192aaaa-0000-7000-8000-000000000000");
  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_text (entry, text);
  thaw_drafts_save_async (drafts, "entry:0192aaaa-0000-7000-8000-000000000000", entry, NULL,
                          thaw_test_store_result_cb, &slot);
  result = thaw_test_await (&slot);
  thaw_drafts_save_finish (drafts, result, &error);
  g_assert_no_error (error);
}

/* What was being written when Thaw ended is there again. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;

  save_draft (fixture, "Half a thou");
  close_window (fixture);
  thaw_services_close (fixture->services);
  thaw_services_open (fixture->services);
  show (fixture);

  await_shown (fixture, THAW_TYPE_ENTRY_EDITOR);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Here is what you were writing"));
  text = thaw_text_buffer_dup_text (THAW_TEXT_BUFFER (get_text (fixture)));
  g_assert_cmpstr (text, ==, "Half a thou");
}

static void
test_problem (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "journal.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "A shopping list: bread, tea, candles.\n", -1, &error);
  g_assert_no_error (error);
  thaw_services_open (fixture->services);
  await_state (fixture, THAW_SERVICES_FAILED);
  show (fixture);
  thaw_test_ui_flush (fixture->window);
  g_assert_true (is_shown (fixture, THAW_TYPE_PROBLEM_PAGE));
  g_assert_null (find (fixture, THAW_TYPE_TODAY_PAGE, NULL));

  /* Nothing can be written where there is no journal. */
  activate (fixture, "win.new-entry", NULL);
  activate (fixture, "win.new-entry-on", "2026-03-01");
  activate (fixture, "win.search", NULL);
  activate (fixture, "win.show-day", "2026-03-01");
  g_assert_true (is_shown (fixture, THAW_TYPE_PROBLEM_PAGE));

  g_unlink (path);
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Try Again"), "clicked");
  await_state (fixture, THAW_SERVICES_READY);
  while (!is_shown (fixture, THAW_TYPE_JOURNAL_PAGE))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_shown (fixture, THAW_TYPE_PROBLEM_PAGE));
}

/* A window that is there before the journal, and one that is closed before it comes. */
/* Somebody else has the file for a while, as SQLite's locks say; a lock of this process would not count. */
static GSubprocess *
hold_journal (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->directory, "journal.db", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *holder;
  char said[6];
  gsize n_read;

  holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                             "python3", "-c",
                             "import fcntl, sys\n"
                             "file = open (sys.argv[1], 'r+b')\n"
                             "fcntl.lockf (file, fcntl.LOCK_EX, 512, 0x40000000)\n"
                             "print ('holds', flush=True)\n"
                             "sys.stdin.read ()\n",
                             path, NULL);
  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (holder), said, sizeof said, &n_read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (said, n_read, "holds\n", sizeof said);

  return holder;
}

static void
test_slow_opening (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GSubprocess) holder = NULL;
  g_autoptr (GError) error = NULL;

  thaw_services_open (fixture->services);
  await_state (fixture, THAW_SERVICES_READY);
  thaw_services_close (fixture->services);

  holder = hold_journal (fixture);
  thaw_services_open (fixture->services);
  show (fixture);
  await_shown (fixture, THAW_TYPE_OPENING_PAGE);
  g_assert_cmpint (thaw_services_get_state (fixture->services), ==, THAW_SERVICES_OPENING);

  g_output_stream_close (g_subprocess_get_stdin_pipe (holder), NULL, &error);
  g_assert_no_error (error);
  await_state (fixture, THAW_SERVICES_READY);
  await_shown (fixture, THAW_TYPE_TODAY_PAGE);
  g_subprocess_wait (holder, NULL, &error);
  g_assert_no_error (error);
}

static void
test_while_opening (Fixture       *fixture,
                    gconstpointer  data)
{
  thaw_services_open (fixture->services);
  show (fixture);
  await_state (fixture, THAW_SERVICES_READY);
  await_shown (fixture, THAW_TYPE_TODAY_PAGE);
  close_window (fixture);

  thaw_services_close (fixture->services);
  thaw_services_open (fixture->services);
  show (fixture);
  close_window (fixture);
  await_state (fixture, THAW_SERVICES_READY);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/ui/window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("close", test_close);
  ADD ("close-with-unkept-words", test_close_with_unkept_words);
  ADD ("close-anyway", test_close_anyway);
  ADD ("open-again", test_open_again);
  ADD ("entry-wanted-early", test_entry_wanted_early);
  ADD ("failed-undelete", test_failed_undelete);
#undef ADD
#define ADD(name, func) g_test_add ("/ui/window/" name, Fixture, NULL, set_up_ready, func, tear_down)
  ADD ("pages", test_pages);
  ADD ("show-day-and-search", test_show_day_and_search);
  ADD ("editor", test_editor);
  ADD ("close-over-reflection", test_close_over_reflection);
  ADD ("close-over-unkept-reflection", test_close_over_unkept_reflection);
  ADD ("delete", test_delete);
  ADD ("delete-twice", test_delete_twice);
  ADD ("delete-and-gone", test_delete_and_gone);
  ADD ("draft", test_draft);
#undef ADD
  g_test_add ("/ui/window/focus-after-edit-today", Fixture, "today", set_up_ready, test_focus_after_edit, tear_down);
  g_test_add ("/ui/window/focus-after-edit-journal", Fixture, "journal", set_up_ready, test_focus_after_edit, tear_down);
  g_test_add ("/ui/window/problem", Fixture, NULL, set_up_closed, test_problem, tear_down);
  g_test_add ("/ui/window/slow-opening", Fixture, NULL, set_up_closed, test_slow_opening, tear_down);
  g_test_add ("/ui/window/while-opening", Fixture, NULL, set_up_closed, test_while_opening, tear_down);

  return g_test_run ();
}
