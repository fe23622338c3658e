/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-prompt-offer"

#include "config.h"
#include "editor/thaw-entry-editor.h"
#include "editor/thaw-prompt-offer.h"
#include "editor/thaw-prompt-picker.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

/* The question for the blank page, in the editor where it belongs. */

typedef struct
{
  ThawTestServices services;
  GtkWindow *window;
  ThawEntryEditor *editor;
  GtkTextView *text_view;
  int n_closed;
} Fixture;

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  GtkWidget *widget = thaw_test_ui_find (GTK_WIDGET (fixture->editor), type, text);

  g_assert_nonnull (widget);

  return widget;
}

static void
begin (Fixture *fixture)
{
  const ThawMoment now = thaw_clock_get_moment (fixture->services.clock);

  thaw_entry_editor_begin (fixture->editor, &now);
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

static void
set_up_width (Fixture *fixture,
              int      width)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->editor = THAW_ENTRY_EDITOR (thaw_entry_editor_new (fixture->services.services));
  g_signal_connect_swapped (fixture->editor, "closed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_closed);
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->editor), width, 700);
  fixture->text_view = GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, NULL));
  begin (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_width (fixture, 700);
}

static void
set_up_narrow (Fixture       *fixture,
               gconstpointer  data)
{
  set_up_width (fixture, 360);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_settings_set_offers_prompts (thaw_services_get_settings (fixture->services.services), TRUE);
  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static GtkWidget *
get_offer (Fixture *fixture)
{
  return find (fixture, THAW_TYPE_PROMPT_OFFER, NULL);
}

static char *
dup_offered (Fixture *fixture)
{
  return g_strdup (gtk_label_get_text (GTK_LABEL (thaw_test_ui_find (get_offer (fixture), GTK_TYPE_LABEL, NULL))));
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, label), "clicked");
  thaw_test_ui_flush (GTK_WIDGET (fixture->editor));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (fixture->text_view), text, -1, TRUE);
}

/* The question above the text, or NULL. */
static const char *
get_quote (Fixture *fixture)
{
  GtkWidget *box = thaw_test_ui_find_class (GTK_WIDGET (fixture->editor), GTK_TYPE_BOX, "prompt-quote");

  if (!gtk_widget_get_visible (box))
    return NULL;

  return gtk_label_get_text (GTK_LABEL (thaw_test_ui_find (box, GTK_TYPE_LABEL, NULL)));
}

static ThawEntry *
get_only_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = thaw_journal_list_newest (fixture->services.journal, THAW_JOURNAL_NEWEST, 10, NULL);
  ThawEntry *entry;

  g_assert_nonnull (entries);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = thaw_journal_get_entry (fixture->services.journal,
                                  thaw_entry_summary_get_uuid (g_ptr_array_index (entries, 0)), NULL);
  g_assert_nonnull (entry);

  return entry;
}

static void
close_editor (Fixture *fixture)
{
  thaw_entry_editor_close (fixture->editor);
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_offered_to_blank_page (Fixture       *fixture,
                            gconstpointer  data)
{
  g_assert_true (gtk_widget_get_visible (get_offer (fixture)));
  /* It does not come between the person and the page. */
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (fixture->text_view));

  type (fixture, "W");
  g_assert_false (gtk_widget_get_visible (get_offer (fixture)));
}

static void
test_another (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *first = dup_offered (fixture);
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;

  click (fixture, "Another");
  second = dup_offered (fixture);
  g_assert_cmpstr (first, !=, second);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, GTK_TYPE_BUTTON, "Another")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, second);

  /* The next page begins with the question of the day. */
  begin (fixture);
  again = dup_offered (fixture);
  g_assert_cmpstr (again, ==, first);
}

static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *prompt = dup_offered (fixture);
  g_autoptr (ThawEntry) entry = NULL;

  g_assert_null (get_quote (fixture));
  click (fixture, "Write About This");
  g_assert_cmpstr (get_quote (fixture), ==, prompt);
  g_assert_false (gtk_widget_get_visible (get_offer (fixture)));
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (fixture->text_view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->text_view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, prompt);

  type (fixture, "The light on the stairs.");
  close_editor (fixture);
  entry = get_only_entry (fixture);
  g_assert_cmpstr (thaw_entry_get_prompt (entry), ==, prompt);
  g_assert_cmpstr (thaw_entry_get_text (entry), ==, "The light on the stairs.");

  /* It is there again with the entry, and not with the next one. */
  thaw_entry_editor_edit (fixture->editor, entry);
  g_assert_cmpstr (get_quote (fixture), ==, prompt);
  begin (fixture);
  g_assert_null (get_quote (fixture));
}

static void
test_take_off (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawEntry) entry = NULL;

  click (fixture, "Write About This");
  type (fixture, "Something else.");
  click (fixture, "Take the Question Off");
  g_assert_null (get_quote (fixture));
  close_editor (fixture);
  entry = get_only_entry (fixture);
  g_assert_cmpstr (thaw_entry_get_prompt (entry), ==, "");
}

/* A question without an answer leaves no trace. */
static void
test_question_alone (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  click (fixture, "Write About This");
  close_editor (fixture);
  entries = thaw_journal_list_newest (fixture->services.journal, THAW_JOURNAL_NEWEST, 10, NULL);
  g_assert_cmpuint (entries->len, ==, 0);
  drafts = thaw_drafts_list (thaw_services_get_drafts (fixture->services.services), NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_not_now (Fixture       *fixture,
              gconstpointer  data)
{
  click (fixture, "Not Now");
  g_assert_false (gtk_widget_get_visible (get_offer (fixture)));
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (fixture->text_view));
  type (fixture, "x");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fixture->text_view), "", -1);
  g_assert_false (gtk_widget_get_visible (get_offer (fixture)));

  begin (fixture);
  g_assert_true (gtk_widget_get_visible (get_offer (fixture)));
}

static void
test_preference (Fixture       *fixture,
                 gconstpointer  data)
{
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);

  thaw_settings_set_offers_prompts (settings, FALSE);
  g_assert_false (gtk_widget_get_visible (get_offer (fixture)));
  begin (fixture);
  g_assert_false (gtk_widget_get_visible (get_offer (fixture)));
  thaw_settings_set_offers_prompts (settings, TRUE);
  g_assert_true (gtk_widget_get_visible (get_offer (fixture)));
}

static void
activate_row (GtkWidget *list,
              int        at)
{
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), at));
}

static void
test_by_theme (Fixture       *fixture,
               gconstpointer  data)
{
  ThawPromptCatalog *catalog = thaw_services_get_prompt_catalog (fixture->services.services);
  const ThawPromptTheme *theme = g_ptr_array_index (thaw_prompt_catalog_get_themes (catalog), 1);
  const ThawPrompt *prompt = g_ptr_array_index (theme->prompts, 2);
  GtkWidget *picker = find (fixture, THAW_TYPE_PROMPT_PICKER, NULL);
  GtkWidget *list, *back;

  gtk_menu_button_popup (GTK_MENU_BUTTON (find (fixture, GTK_TYPE_MENU_BUTTON, "By Theme")));
  thaw_test_ui_flush (picker);
  list = thaw_test_ui_find (picker, GTK_TYPE_LIST_BOX, NULL);
  back = thaw_test_ui_find (picker, GTK_TYPE_BUTTON, "Back to the Themes");
  g_assert_false (gtk_widget_get_visible (back));
  g_assert_nonnull (thaw_test_ui_find (list, GTK_TYPE_LABEL, theme->name));

  activate_row (list, 1);
  g_assert_true (gtk_widget_get_visible (back));
  g_assert_nonnull (thaw_test_ui_find (list, GTK_TYPE_LABEL, prompt->text));
  g_signal_emit_by_name (back, "clicked");
  g_assert_null (thaw_test_ui_find (list, GTK_TYPE_LABEL, prompt->text));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (list)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));

  activate_row (list, 1);
  activate_row (list, 2);
  g_assert_cmpstr (get_quote (fixture), ==, prompt->text);
  g_assert_false (gtk_widget_get_visible (picker));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *prompt = dup_offered (fixture);
  g_autofree char *label = g_strdup_printf ("Write about: %s", prompt);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_offer (fixture)), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_offer (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "A question, if you like");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, GTK_TYPE_BUTTON, "Write About This")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (fixture, GTK_TYPE_BUTTON, "Take the Question Off")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Take the question off");
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  thaw_test_ui_save_picture (GTK_WIDGET (fixture->editor), "prompt-offer-narrow");
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  click (fixture, "Write About This");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->editor), "prompt-quote-narrow");
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
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

  add_test ("/ui/prompt-offer/offered-to-blank-page", test_offered_to_blank_page);
  add_test ("/ui/prompt-offer/another", test_another);
  add_test ("/ui/prompt-offer/take", test_take);
  add_test ("/ui/prompt-offer/take-off", test_take_off);
  add_test ("/ui/prompt-offer/question-alone", test_question_alone);
  add_test ("/ui/prompt-offer/not-now", test_not_now);
  add_test ("/ui/prompt-offer/preference", test_preference);
  add_test ("/ui/prompt-offer/by-theme", test_by_theme);
  add_test ("/ui/prompt-offer/names", test_names);
  g_test_add ("/ui/prompt-offer/narrow", Fixture, NULL, set_up_narrow, test_narrow, tear_down);

  return g_test_run ();
}
