/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-activity-editor"

#include "config.h"
#include "practice/thaw-activity-editor.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"
#include "thaw-words-keeper.h"

typedef struct
{
  GtkWindow *parent;
  GtkWindow *editor;   /* (nullable): weak */
  ThawActivity *saved; /* (owned) (nullable) */
  guint n_saved;
  GError *failure;     /* (owned) (nullable): what becomes of a save */
} Fixture;

static void
on_save_cb (Fixture            *fixture,
            const ThawActivity *activity,
            ThawRecordEditor   *editor)
{
  g_clear_pointer (&fixture->saved, thaw_activity_free);
  fixture->saved = thaw_activity_copy (activity);
  fixture->n_saved++;
  thaw_record_editor_settle (editor, fixture->failure);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->parent = thaw_test_ui_present (gtk_label_new ("Behind"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->editor != NULL)
    gtk_window_destroy (fixture->editor);
  g_clear_weak_pointer (&fixture->editor);
  g_clear_pointer (&fixture->saved, thaw_activity_free);
  g_clear_error (&fixture->failure);
  thaw_test_ui_close (fixture->parent);
}

static void
open_editor (Fixture            *fixture,
             const ThawActivity *activity)
{
  g_set_weak_pointer (&fixture->editor, GTK_WINDOW (thaw_activity_editor_new (fixture->parent, activity)));
  g_signal_connect_swapped (fixture->editor, "save", G_CALLBACK (on_save_cb), fixture);
  gtk_window_present (fixture->editor);
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

/* The first or second field to write in. */
static GtkEditable *
get_entry (Fixture *fixture,
           guint    n)
{
  GtkWidget *row = thaw_test_ui_find (GTK_WIDGET (fixture->editor), ADW_TYPE_ENTRY_ROW, NULL);

  for (; n > 0; n--)
    {
      do
        row = gtk_widget_get_next_sibling (row);
      while (!ADW_IS_ENTRY_ROW (row));
    }

  return GTK_EDITABLE (row);
}

static GtkSpinButton *
get_minutes (Fixture *fixture)
{
  return GTK_SPIN_BUTTON (thaw_test_ui_find (GTK_WIDGET (fixture->editor), GTK_TYPE_SPIN_BUTTON, NULL));
}

static AdwComboRow *
get_kind (Fixture *fixture)
{
  return ADW_COMBO_ROW (thaw_test_ui_find (GTK_WIDGET (fixture->editor), ADW_TYPE_COMBO_ROW, NULL));
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_get_sensitive (thaw_test_ui_find (GTK_WIDGET (fixture->editor), GTK_TYPE_BUTTON, "_Save"));
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
}

/* A name is enough. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *focus;

  open_editor (fixture, NULL);
  focus = gtk_window_get_focus (fixture->editor);
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_entry (fixture, 0))));
  g_assert_false (can_save (fixture));
  gtk_editable_set_text (get_entry (fixture, 0), "   ");
  g_assert_false (can_save (fixture));
  gtk_editable_set_text (get_entry (fixture, 0), "  Feed the <ducks> & geese ");
  g_assert_true (can_save (fixture));
  save (fixture);

  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_null (fixture->editor);
  g_assert_null (fixture->saved->id);
  g_assert_cmpstr (fixture->saved->name, ==, "Feed the <ducks> & geese");
  g_assert_cmpint (fixture->saved->kind, ==, THAW_ACTIVITY_OTHER);
  g_assert_cmpint (fixture->saved->minutes, ==, 0);
  g_assert_null (fixture->saved->begin);
}

/* What is typed counts, also while the cursor is still there. */
static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_editable_set_text (get_entry (fixture, 0), "Sing");
  for (guint i = 0; i < g_list_model_get_n_items (adw_combo_row_get_model (get_kind (fixture))); i++)
    {
      g_autoptr (GtkStringObject) kind = g_list_model_get_item (adw_combo_row_get_model (get_kind (fixture)), i);

      if (g_str_equal (gtk_string_object_get_string (kind), thaw_activity_kind_get_name (THAW_ACTIVITY_CREATIVE)))
        adw_combo_row_set_selected (get_kind (fixture), i);
    }
  gtk_editable_set_text (get_entry (fixture, 1), "Hum first");
  gtk_widget_grab_focus (GTK_WIDGET (get_minutes (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (get_minutes (fixture)), "15");
  save (fixture);

  g_assert_cmpint (fixture->saved->kind, ==, THAW_ACTIVITY_CREATIVE);
  g_assert_cmpint (fixture->saved->minutes, ==, 15);
  g_assert_cmpstr (fixture->saved->begin, ==, "Hum first");
}

/* What is not touched stays as it was. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawActivity) activity = thaw_activity_new ("01900000-0000-7000-8000-000000000001", THAW_ACTIVITY_REST,
                                                         "A nap");

  activity->minutes = 20;
  activity->begin = g_strdup ("Lie down");
  open_editor (fixture, activity);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, 0)), ==, "A nap");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_minutes (fixture)), ==, 20);
  gtk_editable_set_text (get_entry (fixture, 0), "A long nap");
  g_signal_emit_by_name (get_entry (fixture, 0), "entry-activated");

  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpstr (fixture->saved->id, ==, activity->id);
  g_assert_cmpstr (fixture->saved->name, ==, "A long nap");
  g_assert_cmpint (fixture->saved->kind, ==, THAW_ACTIVITY_REST);
  g_assert_cmpint (fixture->saved->minutes, ==, 20);
  g_assert_cmpstr (fixture->saved->begin, ==, "Lie down");
}

static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static AdwMessageDialog *
await_question (void)
{
  while (find_question () == NULL)
    g_main_context_iteration (NULL, TRUE);

  return find_question ();
}

static void
answer (const char *response)
{
  AdwMessageDialog *question = await_question ();

  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
}

static void
await_gone (Fixture *fixture)
{
  while (fixture->editor != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* With nothing written there is nothing to ask. */
static void
test_unchanged (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawActivity) activity = thaw_activity_new ("01900000-0000-7000-8000-000000000001", THAW_ACTIVITY_REST,
                                                         "A nap");

  open_editor (fixture, activity);
  gtk_editable_set_text (get_entry (fixture, 0), "A long nap");
  gtk_editable_set_text (get_entry (fixture, 0), "A nap ");
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->editor)), ==, THAW_WORDS_KEPT);
  gtk_window_close (fixture->editor);
  await_gone (fixture);
  g_assert_cmpuint (fixture->n_saved, ==, 0);
}

/* What was written goes only if the person wants that. */
static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_editable_set_text (get_entry (fixture, 0), "Sing");
  g_assert_cmpint (thaw_words_keeper_get_state (THAW_WORDS_KEEPER (fixture->editor)), ==, THAW_WORDS_UNKEPT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "window.close", NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (await_question ()), ==, "Keep What You Wrote?");
  thaw_test_ui_flush (GTK_WIDGET (await_question ()));
  thaw_test_ui_save_picture (GTK_WIDGET (await_question ()), "record-editor-question");
  answer ("back");
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, 0)), ==, "Sing");

  gtk_window_close (fixture->editor);
  answer ("close");
  await_gone (fixture);
  g_assert_cmpuint (fixture->n_saved, ==, 0);
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_editable_set_text (get_entry (fixture, 0), "Sing");
  gtk_window_close (fixture->editor);
  answer ("keep");
  await_gone (fixture);
  g_assert_cmpstr (fixture->saved->name, ==, "Sing");
}

/* A kind and a number count as words do; without a name, keeping them is not offered. */
static void
test_not_valid (Fixture       *fixture,
                gconstpointer  data)
{
  open_editor (fixture, NULL);
  adw_combo_row_set_selected (get_kind (fixture), 0);
  gtk_window_close (fixture->editor);
  g_assert_cmpstr (adw_message_dialog_get_heading (await_question ()), ==, "Close Without Your Words?");
  answer ("close");
  await_gone (fixture);

  open_editor (fixture, NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_minutes (fixture)), "15");
  gtk_window_close (fixture->editor);
  answer ("close");
  await_gone (fixture);
}

/* What could not be saved is still there, however long that takes. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_editable_set_text (get_entry (fixture, 0), "Sing");
  fixture->failure = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full");
  save (fixture);
  g_assert_cmpstr (adw_message_dialog_get_body (await_question ()), ==,
                   "The disk is full. What you wrote is still here.");
  answer ("keep");
  while (fixture->n_saved < 2)
    g_main_context_iteration (NULL, TRUE);
  answer ("back");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, 0)), ==, "Sing");
  g_assert_true (can_save (fixture));

  g_clear_error (&fixture->failure);
  save (fixture);
  g_assert_null (fixture->editor);
}

/* The window below waits for what is written here. */
static void
test_keeper (Fixture       *fixture,
             gconstpointer  data)
{
  int n_settled = 0;

  open_editor (fixture, NULL);
  g_signal_connect_swapped (fixture->editor, "settled", G_CALLBACK (thaw_test_ui_count_cb), &n_settled);
  thaw_words_keeper_keep (THAW_WORDS_KEEPER (fixture->editor));
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  gtk_editable_set_text (get_entry (fixture, 0), "Sing");
  thaw_words_keeper_keep (THAW_WORDS_KEEPER (fixture->editor));
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpint (n_settled, ==, 1);
}

/* Nothing is offered for saving that could not be kept: the window would be gone, and the words with it. */
static void
test_too_long (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) long_name = g_string_new (NULL);
  g_autoptr (GString) long_begin = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append (long_name, "😀");
      g_string_append (long_begin, "語");
    }

  open_editor (fixture, NULL);
  gtk_editable_set_text (get_entry (fixture, 0), long_name->str);
  gtk_editable_set_text (get_entry (fixture, 1), long_begin->str);
  if (!can_save (fixture))
    gtk_editable_set_text (get_entry (fixture, 0), "Sing");
  save (fixture);

  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_true (thaw_activity_name_is_valid (fixture->saved->name));
  g_assert_cmpuint (strlen (fixture->saved->begin), <=, THAW_ACTIVITY_MAX_BEGIN_BYTES);
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  open_editor (fixture, NULL);
  gtk_editable_set_text (get_entry (fixture, 0), "One\nTwo");
  g_assert_false (can_save (fixture));
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/activity-editor/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/ui/activity-editor/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/ui/activity-editor/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/ui/activity-editor/unchanged", Fixture, NULL, set_up, test_unchanged, tear_down);
  g_test_add ("/ui/activity-editor/discard", Fixture, NULL, set_up, test_discard, tear_down);
  g_test_add ("/ui/activity-editor/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/ui/activity-editor/not-valid", Fixture, NULL, set_up, test_not_valid, tear_down);
  g_test_add ("/ui/activity-editor/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/ui/activity-editor/keeper", Fixture, NULL, set_up, test_keeper, tear_down);
  g_test_add ("/ui/activity-editor/too-long", Fixture, NULL, set_up, test_too_long, tear_down);
  g_test_add ("/ui/activity-editor/lines", Fixture, NULL, set_up, test_lines, tear_down);

  return g_test_run ();
}
