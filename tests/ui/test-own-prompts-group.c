/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-prompts-group"

#include "config.h"
#include "thaw-own-prompts-group.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  ThawPromptStore *store;
  GtkWindow *window;
  ThawOwnPromptsGroup *group;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *page = adw_preferences_page_new ();

  thaw_test_services_set_up (&fixture->services);
  fixture->store = thaw_services_get_prompts (fixture->services.services);
  fixture->group = THAW_OWN_PROMPTS_GROUP (thaw_own_prompts_group_new ());
  thaw_own_prompts_group_set_store (fixture->group, fixture->store);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (fixture->group));
  fixture->window = GTK_WINDOW (adw_preferences_window_new ());
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (fixture->window), ADW_PREFERENCES_PAGE (page));
  gtk_window_present (fixture->window);
  thaw_test_ui_flush (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWindow *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (fixture->window);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  thaw_test_services_tear_down (&fixture->services);
}

/* The entry for the next question is the first row. */
static GtkWidget *
get_row (Fixture *fixture,
         int      at)
{
  GtkWidget *list = thaw_test_ui_find (GTK_WIDGET (fixture->group), GTK_TYPE_LIST_BOX, NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), at));
}

static void
apply (GtkWidget  *row,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static guint
count_prompts (Fixture *fixture)
{
  g_autoptr (GPtrArray) prompts = thaw_prompt_store_list (fixture->store, NULL);

  return prompts->len;
}

static void
await_prompts (Fixture *fixture,
               guint    n_prompts)
{
  while (count_prompts (fixture) != n_prompts || get_row (fixture, (int) n_prompts) == NULL ||
         get_row (fixture, (int) n_prompts + 1) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
await_text (GtkWidget  *row,
            const char *text)
{
  while (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
await_toast_button (Fixture    *fixture,
                    const char *sentence,
                    const char *label)
{
  GtkWidget *button;

  while (thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, sentence) == NULL)
    g_main_context_iteration (NULL, TRUE);
  button = thaw_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);

  return button;
}

static void
add (Fixture    *fixture,
     const char *text)
{
  const guint n_before = count_prompts (fixture);

  apply (get_row (fixture, 0), text);
  await_prompts (fixture, n_before + 1);
  await_text (get_row (fixture, 0), "");
}

static void
test_add_and_change (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) prompts = NULL;

  apply (get_row (fixture, 0), "   ");
  add (fixture, "What did the river look like?");
  add (fixture, "And the sky?");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, 1))), ==, "What did the river look like?");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, 2))), ==, "And the sky?");

  apply (get_row (fixture, 1), "What did the river sound like?");
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&prompts, g_ptr_array_unref);
      prompts = thaw_prompt_store_list (fixture->store, NULL);
    }
  while (!g_str_equal (((ThawOwnPrompt *) g_ptr_array_index (prompts, 0))->text, "What did the river sound like?") &&
         !g_str_equal (((ThawOwnPrompt *) g_ptr_array_index (prompts, 1))->text, "What did the river sound like?"));
  g_assert_cmpuint (prompts->len, ==, 2);

  /* Nothing is no question: the old one is back. */
  apply (get_row (fixture, 2), " ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, 2))), ==, "And the sky?");
}

static void
test_typing_stays (Fixture       *fixture,
                   gconstpointer  data)
{
  add (fixture, "First?");
  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture, 1)), "First, but not yet sa");
  add (fixture, "Second?");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, 1))), ==, "First, but not yet sa");
}

static void
test_remove_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *button;

  add (fixture, "What did the river look like?");
  button = thaw_test_ui_find (get_row (fixture, 1), GTK_TYPE_BUTTON, "Remove Question");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove question");
  g_signal_emit_by_name (button, "clicked");
  await_prompts (fixture, 0);

  g_signal_emit_by_name (await_toast_button (fixture, "Question removed", "_Undo"), "clicked");
  await_prompts (fixture, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, 1))), ==, "What did the river look like?");
}

/* What could not be written is still there, and can be tried again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  thaw_database_close (database);
  apply (get_row (fixture, 0), "Why?");
  button = await_toast_button (fixture, "Your question could not be saved", "_Try Again");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture, 0))), ==, "Why?");

  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (button, "clicked");
  await_prompts (fixture, 1);
  await_text (get_row (fixture, 0), "");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/own-prompts-group/add-and-change", Fixture, NULL, set_up, test_add_and_change, tear_down);
  g_test_add ("/ui/own-prompts-group/typing-stays", Fixture, NULL, set_up, test_typing_stays, tear_down);
  g_test_add ("/ui/own-prompts-group/remove-and-undo", Fixture, NULL, set_up, test_remove_and_undo, tear_down);
  g_test_add ("/ui/own-prompts-group/failure", Fixture, NULL, set_up, test_failure, tear_down);

  return g_test_run ();
}
