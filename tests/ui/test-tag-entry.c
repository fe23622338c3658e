/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-tag-entry"

#include "config.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "widgets/check-in/thaw-tag-chip.h"
#include "widgets/check-in/thaw-tag-entry.h"

typedef struct
{
  ThawTestDir *directory;
  ThawClock *clock;
  ThawDatabase *database;
  ThawJournal *journal;

  GtkWindow *window;
  ThawTagEntry *tags;
  GtkEditable *name;
  ThawEntry *entry;
  int n_changed;
} Fixture;

static void
fill_journal (Fixture *fixture)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autoptr (ThawEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawMoment now = thaw_clock_get_moment (fixture->clock);

  thaw_entry_set_moment (entry, &now);
  thaw_entry_set_tag (entry, "Anna", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_tag (entry, "Annual meeting", THAW_TAG_EVENT, FALSE);
  thaw_entry_set_tag (entry, "Station", THAW_TAG_PLACE, FALSE);
  saved = thaw_journal_save_sync (fixture->journal, entry, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = thaw_test_make_dir ();
  fixture->clock = thaw_test_make_clock ("2026-03-29T09:15:00+02:00");
  fixture->database = thaw_database_new (fixture->directory);
  fixture->journal = thaw_journal_new (fixture->database, fixture->clock, NULL, NULL);
  thaw_database_open_sync (fixture->database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  fill_journal (fixture);

  fixture->entry = thaw_entry_new ();
  fixture->tags = THAW_TAG_ENTRY (thaw_tag_entry_new ());
  fixture->name = GTK_EDITABLE (thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_ENTRY, NULL));
  thaw_tag_entry_set_journal (fixture->tags, fixture->journal);
  g_signal_connect_swapped (fixture->tags, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->tags));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_database_close (fixture->database);
  g_clear_object (&fixture->entry);
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->database);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->directory, thaw_test_remove_dir);
}

static void
type (Fixture    *fixture,
      const char *name)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->name));
  gtk_editable_set_text (fixture->name, name);
}

static void
add (Fixture    *fixture,
     const char *name)
{
  type (fixture, name);
  g_signal_emit_by_name (fixture->name, "activate");
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (thaw_test_ui_press (gtk_window_get_focus (fixture->window), keyval, 0));
}

/* The entry's tags as "person Anna, event argument!", with "!" for what set it off. */
static void
assert_stored (Fixture    *fixture,
               const char *tags)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GPtrArray *marks;

  thaw_tag_entry_store_entry (fixture->tags, fixture->entry);
  marks = thaw_entry_get_tags (fixture->entry);
  for (guint i = 0; i < marks->len; i++)
    {
      ThawTagMark *mark = g_ptr_array_index (marks, i);

      g_string_append_printf (words, "%s%s %s%s", i > 0 ? ", " : "",
                              thaw_tag_kind_to_slug (mark->kind), mark->name, mark->is_trigger ? "!" : "");
    }

  g_assert_cmpstr (words->str, ==, tags);
}

static void
test_add_and_remove (Fixture       *fixture,
                     gconstpointer  data)
{
  assert_stored (fixture, "");

  add (fixture, "  rain   again ");
  assert_stored (fixture, "event rain again");
  g_assert_cmpstr (gtk_editable_get_text (fixture->name), ==, "");

  add (fixture, "rain again");
  add (fixture, "   ");
  assert_stored (fixture, "event rain again");

  gtk_widget_activate_action (GTK_WIDGET (fixture->tags), "tag.kind", "s", "place");
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_MENU_BUTTON, "Place"));
  add (fixture, "kitchen");
  assert_stored (fixture, "event rain again, place kitchen");

  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_BUTTON, "Remove"), "clicked");
  assert_stored (fixture, "place kitchen");
}

static void
test_trigger (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *chip, *trigger;
  int n_before;

  add (fixture, "argument");
  chip = thaw_test_ui_find (GTK_WIDGET (fixture->tags), THAW_TYPE_TAG_CHIP, NULL);
  trigger = thaw_test_ui_find (chip, GTK_TYPE_TOGGLE_BUTTON, "This Set It Off");
  n_before = fixture->n_changed;
  g_assert_nonnull (thaw_test_ui_find (trigger, GTK_TYPE_LABEL, "set it off?"));

  /* With the key that Tab leads to. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->name));
  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (thaw_test_ui_tab (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (fixture->window) == trigger);
  g_signal_emit_by_name (trigger, "clicked");
  assert_stored (fixture, "event argument!");
  g_assert_nonnull (thaw_test_ui_find (trigger, GTK_TYPE_LABEL, "set it off"));
  g_assert_cmpint (fixture->n_changed, ==, n_before + 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Event: argument, set it off");

  g_signal_emit_by_name (trigger, "clicked");
  assert_stored (fixture, "event argument");
}

/* Each kind can be chosen, has a picture, and can be what set it off. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  GtkIconTheme *icons = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (fixture->tags)));

  for (int kind = 0; kind < THAW_N_TAG_KINDS; kind++)
    {
      const char *icon_name = thaw_tag_kind_get_icon_name ((ThawTagKind) kind);

      g_assert_nonnull (icon_name);
      g_assert_true (gtk_icon_theme_has_icon (icons, icon_name));
    }

  gtk_widget_activate_action (GTK_WIDGET (fixture->tags), "tag.kind", "s", "thought");
  g_assert_nonnull (thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_MENU_BUTTON, "Thought"));
  add (fixture, "I will fail");
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_TOGGLE_BUTTON, "This Set It Off"),
                         "clicked");
  assert_stored (fixture, "thought I will fail!");
}

/* What was typed and not added is not lost. */
static void
test_pending (Fixture       *fixture,
              gconstpointer  data)
{
  type (fixture, "half a na");
  g_assert_cmpint (fixture->n_changed, >, 0);
  assert_stored (fixture, "event half a na");
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();

  type (fixture, "half a na");
  fixture->n_changed = 0;

  thaw_entry_set_tag (entry, "Anna", THAW_TAG_PERSON, TRUE);
  thaw_entry_set_tag (entry, "swimming", THAW_TAG_ACTIVITY, FALSE);
  thaw_tag_entry_load_entry (fixture->tags, entry);
  assert_stored (fixture, "person Anna!, activity swimming");
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *popover = thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_POPOVER, NULL);
  GtkWidget *list;

  /* The first popover is the menu of kinds; the list of names is in the other one. */
  for (popover = gtk_widget_get_first_child (GTK_WIDGET (fixture->tags)); popover != NULL && !GTK_IS_POPOVER (popover);
       popover = gtk_widget_get_next_sibling (popover))
    ;
  g_assert_nonnull (popover);
  list = thaw_test_ui_find (popover, GTK_TYPE_LIST_BOX, NULL);

  type (fixture, "ann");
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_null (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));

  press (fixture, GDK_KEY_Escape);
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_false (thaw_test_ui_press (gtk_window_get_focus (fixture->window), GDK_KEY_Escape, 0));

  /* With nothing chosen Return takes what was typed. */
  type (fixture, "anna");
  g_signal_emit_by_name (fixture->name, "activate");
  assert_stored (fixture, "event anna");

  type (fixture, "sta");
  press (fixture, GDK_KEY_Down);
  g_assert_nonnull (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  g_signal_emit_by_name (fixture->name, "activate");
  assert_stored (fixture, "event anna, place Station");
  g_assert_false (gtk_widget_get_visible (popover));

  /* Past the end, back to what was typed. */
  type (fixture, "sta");
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  g_assert_null (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  press (fixture, GDK_KEY_Up);
  g_assert_nonnull (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *button;

  add (fixture, "noise");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->name), GTK_ACCESSIBLE_PROPERTY_LABEL, "Add a tag");
  button = thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_BUTTON, "Remove");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “noise”");
  button = thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_TOGGLE_BUTTON, "This Set It Off");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "“noise” set it off");
  button = thaw_test_ui_find (GTK_WIDGET (fixture->tags), GTK_TYPE_BUTTON, "Add Tag");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Add tag");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/tag-entry/add-and-remove", Fixture, NULL, set_up, test_add_and_remove, tear_down);
  g_test_add ("/ui/tag-entry/trigger", Fixture, NULL, set_up, test_trigger, tear_down);
  g_test_add ("/ui/tag-entry/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/ui/tag-entry/pending", Fixture, NULL, set_up, test_pending, tear_down);
  g_test_add ("/ui/tag-entry/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/ui/tag-entry/suggestions", Fixture, NULL, set_up, test_suggestions, tear_down);
  g_test_add ("/ui/tag-entry/accessible", Fixture, NULL, set_up, test_accessible, tear_down);

  return g_test_run ();
}
