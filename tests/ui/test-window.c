/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window"

#include "config.h"
#include "editor/thaw-entry-editor.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "thaw-window.h"

typedef struct
{
  char *directory;
  ThawClock *clock;
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
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();

  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->services = thaw_services_new (fixture->directory, fixture->clock, settings);
  thaw_services_open (fixture->services);
  g_set_weak_pointer (&fixture->window, GTK_WIDGET (thaw_window_new (NULL, fixture->services)));
  gtk_window_present (GTK_WINDOW (fixture->window));
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
  g_clear_object (&fixture->services);
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

  return g_test_run ();
}
