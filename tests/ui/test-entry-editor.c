/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-entry-editor"

#include "config.h"
#include "editor/thaw-entry-editor.h"
#include "editor/thaw-moment-button.h"
#include "editor/thaw-text-buffer.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"
#include "widgets/check-in/thaw-feeling-scale.h"
#include "widgets/check-in/thaw-valence-scale.h"
#include "widgets/thaw-month-calendar.h"
#include "widgets/thaw-save-problem.h"

#include <math.h>

typedef struct
{
  ThawTestServices services;
  GtkWindow *window;
  ThawEntryEditor *editor;
  GtkTextView *text_view;
  ThawTextBuffer *buffer;
  GtkEditable *title;
  GString *deleted;
  int n_closed;
} Fixture;

static void
on_delete_entry_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  g_string_append (((Fixture *) user_data)->deleted, g_variant_get_string (parameter, NULL));
}

static gpointer
find (Fixture *fixture,
      GType    type)
{
  GtkWidget *widget = thaw_test_ui_find_class (GTK_WIDGET (fixture->editor), type, NULL);

  g_assert_nonnull (widget);

  return widget;
}

static void
show (Fixture *fixture,
      int      width)
{
  const GActionEntry entries[] = { { "delete-entry", on_delete_entry_cb, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->editor = THAW_ENTRY_EDITOR (thaw_entry_editor_new (fixture->services.services));
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->editor), "win", G_ACTION_GROUP (group));
  g_signal_connect_swapped (fixture->editor, "closed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_closed);
  fixture->text_view = find (fixture, GTK_TYPE_TEXT_VIEW);
  fixture->buffer = THAW_TEXT_BUFFER (gtk_text_view_get_buffer (fixture->text_view));
  fixture->title = GTK_EDITABLE (thaw_test_ui_find_class (GTK_WIDGET (fixture->editor), GTK_TYPE_ENTRY, "title-2"));
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->editor), width, 700);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->deleted = g_string_new (NULL);
  show (fixture, 700);
}

static void
close_window (Fixture *fixture)
{
  thaw_test_ui_close (fixture->window);
  fixture->window = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  g_string_free (fixture->deleted, TRUE);
  thaw_test_services_tear_down (&fixture->services);
}

static void
begin (Fixture *fixture)
{
  const ThawMoment now = thaw_clock_get_moment (fixture->services.clock);

  thaw_entry_editor_begin (fixture->editor, &now);
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (fixture->buffer), text, -1, TRUE);
}

static void
replace_text (Fixture    *fixture,
              const char *text)
{
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (fixture->buffer), text, -1);
}

static gboolean
has_status (Fixture    *fixture,
            const char *status)
{
  GtkWidget *label = thaw_test_ui_find (GTK_WIDGET (fixture->editor), GTK_TYPE_LABEL, status);

  return label != NULL && gtk_widget_get_visible (label);
}

static void
await_status (Fixture    *fixture,
              const char *status)
{
  while (!has_status (fixture, status))
    g_main_context_iteration (NULL, TRUE);
}

static void
save (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL));
  g_assert_true (has_status (fixture, "Saving…"));
  await_status (fixture, "Saved");
}

static void
close_editor (Fixture *fixture)
{
  thaw_entry_editor_close (fixture->editor);
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
list_entries (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = thaw_journal_list_newest (fixture->services.journal, THAW_JOURNAL_NEWEST, 10, &error);

  g_assert_no_error (error);

  return entries;
}

static ThawEntry *
get_only_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = list_entries (fixture);
  ThawEntry *entry;

  g_assert_cmpuint (entries->len, ==, 1);
  entry = thaw_journal_get_entry (fixture->services.journal,
                                  thaw_entry_summary_get_uuid (g_ptr_array_index (entries, 0)), NULL);
  g_assert_nonnull (entry);

  return entry;
}

static guint
count_drafts (Fixture *fixture)
{
  g_autoptr (GPtrArray) drafts = thaw_drafts_list (thaw_services_get_drafts (fixture->services.services), NULL);

  g_assert_nonnull (drafts);

  return drafts->len;
}

static void
await_draft (Fixture *fixture)
{
  while (count_drafts (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;

  begin (fixture);
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (fixture->text_view));
  g_assert_false (has_status (fixture, "Saved"));
  type (fixture, "The water was loud.\n\nI noticed it.");
  gtk_editable_set_text (fixture->title, "By the river");
  thaw_feeling_scale_set_feeling (find (fixture, THAW_TYPE_FEELING_SCALE), 4);
  g_signal_emit_by_name (find (fixture, THAW_TYPE_FEELING_SCALE), "changed");
  g_assert_true (has_status (fixture, "Not saved yet"));
  g_assert_true (thaw_entry_editor_is_modified (fixture->editor));

  save (fixture);
  g_assert_false (thaw_entry_editor_is_modified (fixture->editor));
  entry = get_only_entry (fixture);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "The water was loud.\n\nI noticed it.");
  g_assert_cmpstr (thaw_entry_get_title (entry), ==, "By the river");
  g_assert_cmpint (thaw_entry_get_feeling (entry), ==, 4);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);

  /* Going on changes the same entry. */
  type (fixture, " More.");
  g_assert_true (has_status (fixture, "Not saved yet"));
  close_editor (fixture);
  g_clear_object (&entry);
  entry = get_only_entry (fixture);
  g_assert_true (g_str_has_suffix (thaw_entry_get_text (entry), " More."));
}

static void
test_empty_leaves_no_trace (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;

  begin (fixture);
  type (fixture, "  \n ");
  thaw_entry_editor_close (fixture->editor);
  g_assert_cmpint (fixture->n_closed, ==, 1);
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, 0);
  thaw_test_spin (50);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

static void
test_back_saves (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;

  begin (fixture);
  type (fixture, "Words");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.close", NULL);
  g_assert_cmpint (fixture->n_closed, ==, 0);
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  entry = get_only_entry (fixture);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "Words");
}

/* What is typed during a save belongs to the same entry. */
static void
test_typing_during_save (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;

  begin (fixture);
  type (fixture, "One");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  type (fixture, " two");
  thaw_entry_editor_close (fixture->editor);
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  entry = get_only_entry (fixture);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "One two");
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  begin (fixture);
  type (fixture, "Half a thou");
  /* It is kept without anybody asking for it. */
  while (count_drafts (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
  drafts = thaw_drafts_list (thaw_services_get_drafts (fixture->services.services), NULL);

  /* As after a crash. */
  close_window (fixture);
  show (fixture, 700);
  thaw_entry_editor_restore (fixture->editor, g_ptr_array_index (drafts, 0));
  text = thaw_text_buffer_dup_text (fixture->buffer);
  g_assert_cmpstr (text, ==, "Half a thou");
  g_assert_true (has_status (fixture, "Not saved yet"));
  type (fixture, ".");
  save (fixture);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

static void
test_draft_of_entry (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", "T", "Before");
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_from_iso8601 ("2026-03-29T12:00:00+02:00", NULL);
  g_autofree char *text = NULL;

  thaw_clock_set_now (fixture->services.clock, later);
  thaw_entry_editor_edit (fixture->editor, entry);
  g_assert_true (has_status (fixture, "Saved"));
  replace_text (fixture, "After");
  await_draft (fixture);

  close_window (fixture);
  show (fixture, 700);
  thaw_entry_editor_edit (fixture->editor, entry);
  text = thaw_text_buffer_dup_text (fixture->buffer);
  g_assert_cmpstr (text, ==, "After");
  close_editor (fixture);
  saved = get_only_entry (fixture);
  g_assert_cmpstr (thaw_entry_get_text (saved), ==, "After");
  g_assert_cmpstr (thaw_entry_get_title (saved), ==, "T");
}

static void
test_failure_keeps_text (Fixture       *fixture,
                         gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  ThawSaveProblem *problem = find (fixture, THAW_TYPE_SAVE_PROBLEM);
  g_autoptr (ThawEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GtkWidget *copy_button;

  begin (fixture);
  type (fixture, "Words that matter");
  thaw_database_close (database);
  thaw_entry_editor_close (fixture->editor);
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->n_closed, ==, 0);
  g_assert_true (has_status (fixture, "Not saved yet"));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "editor-failed");

  copy_button = thaw_test_ui_find (GTK_WIDGET (problem), GTK_TYPE_BUTTON, "Copy Text");
  g_assert_true (gtk_widget_get_visible (copy_button));
  g_signal_emit_by_name (copy_button, "clicked");
  text = thaw_text_buffer_dup_text (fixture->buffer);
  g_assert_cmpstr (text, ==, "Words that matter");

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (problem), GTK_TYPE_BUTTON, "Try Again"), "clicked");
  await_status (fixture, "Saved");
  g_assert_false (thaw_save_problem_is_shown (problem));
  entry = get_only_entry (fixture);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "Words that matter");
}

static void
test_weird_entries (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  const char *texts[] = { "<b>&amp;</b> %s %n", "שלום עולם", "👩‍👩‍👧‍👦 e\xcc\x81", megabyte, "\n\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", "<i>&",
                                                      texts[i]);
      g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);
      g_autofree char *text = NULL;

      thaw_entry_editor_edit (fixture->editor, entry);
      thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
      text = thaw_text_buffer_dup_text (fixture->buffer);
      g_assert_true (g_str_equal (text, thaw_entry_get_text (entry)));
      g_assert_true (has_status (fixture, "Saved"));
    }
}

static void
test_ten_megabytes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = g_strnfill (10 * 1024 * 1024, 'y');
  g_autoptr (ThawEntry) entry = NULL;

  begin (fixture);
  type (fixture, text);
  save (fixture);
  entry = get_only_entry (fixture);
  g_assert_true (g_str_equal (thaw_entry_get_text (entry), text));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "Before");
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);
  g_autofree char *text = NULL;

  thaw_entry_editor_edit (fixture->editor, entry);
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (fixture->buffer)));
  type (fixture, "x");
  g_assert_true (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (fixture->buffer)));
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (fixture->buffer));
  text = thaw_text_buffer_dup_text (fixture->buffer);
  g_assert_cmpstr (text, ==, "Before");
}

static void
choose_day (GtkWidget *calendar,
            ThawDay    day)
{
  thaw_month_calendar_set_day (THAW_MONTH_CALENDAR (calendar), day);
  g_signal_emit_by_name (calendar, "day-activated", (int) day);
}

static void
test_moment (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-01-15T10:00:00+01:00", NULL, "Winter");
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);
  g_autoptr (ThawEntry) saved = NULL;
  ThawMomentButton *button = find (fixture, THAW_TYPE_MOMENT_BUTTON);
  GtkWidget *calendar = thaw_test_ui_find_class (GTK_WIDGET (button), THAW_TYPE_MONTH_CALENDAR, NULL);
  GtkWidget *menu_button = gtk_widget_get_first_child (GTK_WIDGET (button));
  g_autofree char *iso = NULL;

  thaw_entry_editor_edit (fixture->editor, entry);
  gtk_test_accessible_assert_property (menu_button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Day and time: Thursday 15 January, 10:00");

  choose_day (calendar, thaw_day_new (2025, 12, 24));
  g_assert_cmpint (thaw_moment_button_get_moment (button)->day, ==, thaw_day_new (2025, 12, 24));
  g_assert_true (has_status (fixture, "Not saved yet"));

  /* No entry is written in the future. */
  choose_day (calendar, thaw_day_new (2026, 12, 24));
  g_assert_cmpint (thaw_moment_button_get_moment (button)->day, ==, thaw_day_new (2026, 3, 29));

  choose_day (calendar, thaw_day_new (2025, 12, 24));
  close_editor (fixture);
  saved = get_only_entry (fixture);
  iso = thaw_moment_to_iso (thaw_entry_get_moment (saved));
  g_assert_true (g_str_has_prefix (iso, "2025-12-24T09:15:00"));
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "Words");
  g_autoptr (ThawEntry) entry = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);

  thaw_entry_editor_edit (fixture->editor, entry);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.delete", NULL));
  g_assert_cmpstr (fixture->deleted->str, ==, uuid);
  g_assert_cmpint (fixture->n_closed, ==, 1);
}

/* To delete what was not saved yet can be undone as well: it is saved first. */
static void
test_delete_new (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;

  begin (fixture);
  type (fixture, "Words");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.delete", NULL));
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  entry = get_only_entry (fixture);
  g_assert_cmpstr (fixture->deleted->str, ==, thaw_entry_get_uuid (entry));
}

/* Deleted while it is on its way to the disk for the first time. */
static void
test_delete_during_save (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;

  begin (fixture);
  type (fixture, "Words");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.delete", NULL);
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  entry = get_only_entry (fixture);
  g_assert_cmpstr (fixture->deleted->str, ==, thaw_entry_get_uuid (entry));
}

static void
test_emptied (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  const ThawMoment now = thaw_clock_get_moment (fixture->services.clock);

  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_text (entry, "Words");
  saved = thaw_journal_save_sync (fixture->services.journal, entry, NULL);
  thaw_entry_editor_edit (fixture->editor, saved);
  replace_text (fixture, "");
  thaw_entry_editor_close (fixture->editor);
  g_assert_cmpstr (fixture->deleted->str, ==, thaw_entry_get_uuid (saved));
  g_assert_cmpint (fixture->n_closed, ==, 1);

  /* Brought back and opened again, it has its words. */
  g_assert_false (thaw_entry_editor_is_modified (fixture->editor));
  thaw_entry_editor_edit (fixture->editor, saved);
  g_assert_cmpuint (thaw_text_buffer_get_length (fixture->buffer), ==, 5);
}

static guint
count_entries (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = list_entries (fixture);

  return entries->len;
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = thaw_text_buffer_dup_text (fixture->buffer);

  g_assert_cmpstr (text, ==, expected);
}

/* Another entry is opened while this one has words that are not saved: they are, first. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "Other");
  g_autoptr (ThawEntry) other = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);

  begin (fixture);
  type (fixture, "Words");
  thaw_entry_editor_edit (fixture->editor, other);
  assert_text (fixture, "Words");
  await_status (fixture, "Saved");
  assert_text (fixture, "Other");
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  g_assert_false (thaw_entry_editor_is_modified (fixture->editor));

  /* Also while it is being saved, and what was typed meanwhile as well. */
  type (fixture, "One ");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  type (fixture, "two ");
  begin (fixture);
  while (thaw_entry_editor_is_modified (fixture->editor))
    g_main_context_iteration (NULL, TRUE);
  assert_text (fixture, "");
  g_clear_object (&other);
  other = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);
  g_assert_cmpstr (thaw_entry_get_text (other), ==, "One two Other");
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

/* Words that cannot be saved are not replaced by those of another entry. */
static void
test_switch_after_failure (Fixture       *fixture,
                           gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  ThawSaveProblem *problem = find (fixture, THAW_TYPE_SAVE_PROBLEM);
  g_autofree char *uuid = thaw_test_services_add (&fixture->services, "2026-03-01T10:00:00+01:00", NULL, "Other");
  g_autoptr (ThawEntry) other = thaw_journal_get_entry (fixture->services.journal, uuid, NULL);
  g_autoptr (GError) error = NULL;

  begin (fixture);
  type (fixture, "Words");
  thaw_database_close (database);
  thaw_entry_editor_edit (fixture->editor, other);
  while (!thaw_save_problem_is_shown (problem))
    g_main_context_iteration (NULL, TRUE);
  while (!has_status (fixture, "Not saved yet"))
    g_main_context_iteration (NULL, TRUE);
  assert_text (fixture, "Words");

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  thaw_entry_editor_edit (fixture->editor, other);
  await_status (fixture, "Saved");
  assert_text (fixture, "Other");
  g_assert_cmpuint (count_entries (fixture), ==, 2);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const names[][2] = { { "Save and Go Back (Escape)", "Back" }, { "More", "More" } };

  begin (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *widget = thaw_test_ui_find (GTK_WIDGET (fixture->editor), GTK_TYPE_WIDGET, names[i][0]);

      g_assert_nonnull (widget);
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, names[i][1]);
    }
  gtk_test_accessible_assert_property (fixture->text_view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Text");
  gtk_test_accessible_assert_property (fixture->title, GTK_ACCESSIBLE_PROPERTY_LABEL, "Title");
}

static void
make_full (Fixture *fixture)
{
  begin (fixture);
  gtk_editable_set_text (fixture->title, "By the river");
  type (fixture, "Walked along the river with Anna. The water was high and loud, and for a moment I noticed the cold air "
                 "on my face and did not want to be anywhere else.\n\nIt went away again on the way home. Still, it was "
                 "there, and I had not looked for it.");
  thaw_feeling_scale_set_feeling (find (fixture, THAW_TYPE_FEELING_SCALE), 6);
  thaw_valence_scale_set_valence (find (fixture, THAW_TYPE_VALENCE_SCALE), 1 / 3.0);
  g_signal_emit_by_name (find (fixture, THAW_TYPE_VALENCE_SCALE), "changed");
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

static void
test_wide (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture);
  show (fixture, 1200);
  make_full (fixture);
  g_assert_true (gtk_widget_get_mapped (find (fixture, THAW_TYPE_FEELING_SCALE)));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "editor");
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *feelings_button;
  int minimum;

  close_window (fixture);
  show (fixture, 360);
  make_full (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "editor-narrow");

  feelings_button = thaw_test_ui_find (GTK_WIDGET (fixture->editor), GTK_TYPE_TOGGLE_BUTTON,
                                       "Show or Hide What You Felt (F9)");
  g_assert_nonnull (feelings_button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (feelings_button), TRUE);
  thaw_test_spin (400);
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "editor-feelings");
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

  add_test ("/ui/entry-editor/new", test_new);
  add_test ("/ui/entry-editor/empty-leaves-no-trace", test_empty_leaves_no_trace);
  add_test ("/ui/entry-editor/back-saves", test_back_saves);
  add_test ("/ui/entry-editor/typing-during-save", test_typing_during_save);
  add_test ("/ui/entry-editor/draft", test_draft);
  add_test ("/ui/entry-editor/draft-of-entry", test_draft_of_entry);
  add_test ("/ui/entry-editor/failure-keeps-text", test_failure_keeps_text);
  add_test ("/ui/entry-editor/weird-entries", test_weird_entries);
  add_test ("/ui/entry-editor/ten-megabytes", test_ten_megabytes);
  add_test ("/ui/entry-editor/undo", test_undo);
  add_test ("/ui/entry-editor/moment", test_moment);
  add_test ("/ui/entry-editor/delete", test_delete);
  add_test ("/ui/entry-editor/delete-new", test_delete_new);
  add_test ("/ui/entry-editor/delete-during-save", test_delete_during_save);
  add_test ("/ui/entry-editor/emptied", test_emptied);
  add_test ("/ui/entry-editor/switch", test_switch);
  add_test ("/ui/entry-editor/switch-after-failure", test_switch_after_failure);
  add_test ("/ui/entry-editor/names", test_names);
  add_test ("/ui/entry-editor/wide", test_wide);
  add_test ("/ui/entry-editor/narrow", test_narrow);

  return g_test_run ();
}
