/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-record-change"

#include "config.h"
#include "thaw-record-change.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

#define NOT_TAKEN_BACK "This could not be taken back."

static const ThawChangeWords words = { "Saved", "Not saved", "Removed", "Not removed" };

typedef struct
{
  ThawTestServices services;
  ThawLineStore *lines; /* (unowned): of the services */
  AdwToastOverlay *overlay;
  GtkWindow *window; /* (nullable): NULL when it is closed */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  thaw_test_services_set_up (&fixture->services);
  fixture->lines = thaw_services_get_own_lines (fixture->services.services);
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Behind"));
  fixture->window = thaw_test_ui_present (GTK_WIDGET (fixture->overlay));
}

/* Asserts that no change holds the store or the window when all is done. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawStore *
get_store (Fixture *fixture)
{
  return THAW_STORE (fixture->lines);
}

/* What is asked of the disk from now on fails. */
static void
break_disk (Fixture *fixture)
{
  thaw_database_close (thaw_services_get_database (fixture->services.services));
}

static void
mend_disk (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static ThawOwnLine *
keep (Fixture    *fixture,
      const char *name)
{
  g_autoptr (ThawOwnLine) line = thaw_own_line_new (name, "555 0100");
  g_autoptr (GError) error = NULL;
  ThawOwnLine *saved = thaw_line_store_save_sync (fixture->lines, line, &error);

  g_assert_no_error (error);

  return saved;
}

static ThawOwnLine *
rename_line (const ThawOwnLine *line,
             const char        *name)
{
  ThawOwnLine *renamed = thaw_own_line_copy (line);

  g_free (renamed->name);
  renamed->name = g_strdup (name);

  return renamed;
}

/* The names of all, as "A|B|". */
static char *
dup_names (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = thaw_line_store_list (fixture->lines, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (names, "%s|", ((ThawOwnLine *) g_ptr_array_index (lines, i))->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *names = dup_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
await_names (Fixture    *fixture,
             const char *expected)
{
  while (TRUE)
    {
      g_autofree char *names = dup_names (fixture);

      if (g_str_equal (names, expected))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Waits until that is said, and asserts that it comes with that button. */
static GtkWidget *
await_told (Fixture    *fixture,
            const char *sentence,
            const char *button_label)
{
  GtkWidget *label, *toast, *button;

  while ((label = thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_LABEL, sentence)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  toast = label;
  while (gtk_widget_get_parent (toast) != GTK_WIDGET (fixture->overlay))
    toast = gtk_widget_get_parent (toast);
  button = thaw_test_ui_find (toast, GTK_TYPE_BUTTON, button_label);
  g_assert_nonnull (button);

  return button;
}

static void
press (Fixture    *fixture,
       const char *sentence,
       const char *button_label)
{
  g_signal_emit_by_name (await_told (fixture, sentence, button_label), "clicked");
}

static gboolean
offers (Fixture    *fixture,
        const char *button_label)
{
  return thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, button_label) != NULL;
}

static void
await_nothing_offered (Fixture *fixture)
{
  while (offers (fixture, "_Undo") || offers (fixture, "_Try Again"))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_answered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  gboolean *is_answered = user_data;

  /* There is no such line: only that it comes after all that was asked before counts. */
  thaw_line_store_remove_finish (THAW_LINE_STORE (source), result, NULL);
  *is_answered = TRUE;
}

/* Waits for the answers to all that was asked of the disk, which come one after the other. */
static void
await_answers (Fixture *fixture)
{
  gboolean is_answered = FALSE;

  thaw_line_store_remove_async (fixture->lines, "01900000-0000-7000-8000-000000000001", NULL, on_answered_cb,
                                &is_answered);
  while (!is_answered)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = thaw_own_line_new ("Anna", "555 0100");

  thaw_record_change_save (fixture->overlay, get_store (fixture), line, &words);
  await_told (fixture, "Saved", "_Undo");
  assert_names (fixture, "Anna|");

  /* Taken back, which can be taken back as well. */
  press (fixture, "Saved", "_Undo");
  await_told (fixture, "Removed", "_Undo");
  assert_names (fixture, "");
  press (fixture, "Removed", "_Undo");
  await_names (fixture, "Anna|");
}

/* Who changes something sees it change. */
static void
test_save_known (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (ThawOwnLine) before = keep (fixture, "Anna");
  g_autoptr (ThawOwnLine) after = rename_line (before, "Ben");

  thaw_record_change_save (fixture->overlay, get_store (fixture), after, &words);
  await_answers (fixture);
  assert_names (fixture, "Ben|");
  g_assert_false (offers (fixture, "_Undo"));
}

static void
test_save_silently (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = thaw_own_line_new ("Anna", "555 0100");
  ThawChangeWords silent = words;

  silent.saved = NULL;
  thaw_record_change_save (fixture->overlay, get_store (fixture), line, &silent);
  await_answers (fixture);
  assert_names (fixture, "Anna|");
  g_assert_false (offers (fixture, "_Undo"));
}

/* Tried as often as one likes, with what was written. */
static void
test_save_failure (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = thaw_own_line_new ("Anna", "555 0100");
  GtkWidget *button;

  break_disk (fixture);
  thaw_record_change_save (fixture->overlay, get_store (fixture), line, &words);
  button = await_told (fixture, "Not saved", "_Try Again");
  g_object_add_weak_pointer (G_OBJECT (button), (gpointer *) &button);
  g_signal_emit_by_name (button, "clicked");
  while (button != NULL)
    g_main_context_iteration (NULL, TRUE);
  await_told (fixture, "Not saved", "_Try Again");

  mend_disk (fixture);
  assert_names (fixture, "");
  press (fixture, "Not saved", "_Try Again");
  await_told (fixture, "Saved", "_Undo");
  assert_names (fixture, "Anna|");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = keep (fixture, "Anna");
  g_autoptr (GPtrArray) lines = NULL;

  thaw_record_change_remove (fixture->overlay, get_store (fixture), line, &words);
  await_told (fixture, "Removed", "_Undo");
  assert_names (fixture, "");

  press (fixture, "Removed", "_Undo");
  await_names (fixture, "Anna|");
  /* The same one, for whatever points at it. */
  lines = thaw_line_store_list (fixture->lines, NULL);
  g_assert_cmpstr (((ThawOwnLine *) g_ptr_array_index (lines, 0))->id, ==, line->id);
  /* And no other toast about it. */
  await_nothing_offered (fixture);
}

static void
test_remove_failure (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = keep (fixture, "Anna");

  break_disk (fixture);
  thaw_record_change_remove (fixture->overlay, get_store (fixture), line, &words);
  await_told (fixture, "Not removed", "_Try Again");

  mend_disk (fixture);
  assert_names (fixture, "Anna|");
  press (fixture, "Not removed", "_Try Again");
  await_told (fixture, "Removed", "_Undo");
  assert_names (fixture, "");
}

/* What could not be put back is not lost while somebody tries. */
static void
test_put_back_failure (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = keep (fixture, "Anna");

  thaw_record_change_remove (fixture->overlay, get_store (fixture), line, &words);
  await_told (fixture, "Removed", "_Undo");
  break_disk (fixture);
  press (fixture, "Removed", "_Undo");
  await_told (fixture, NOT_TAKEN_BACK, "_Try Again");

  mend_disk (fixture);
  assert_names (fixture, "");
  press (fixture, NOT_TAKEN_BACK, "_Try Again");
  await_names (fixture, "Anna|");
}

static void
test_offer_undo_of_change (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (ThawOwnLine) before = keep (fixture, "Anna");
  g_autoptr (ThawOwnLine) renamed = rename_line (before, "Ben");
  g_autoptr (ThawOwnLine) after = NULL;
  g_autoptr (GError) error = NULL;

  after = thaw_line_store_save_sync (fixture->lines, renamed, &error);
  g_assert_no_error (error);
  thaw_record_change_offer_undo (fixture->overlay, get_store (fixture), "Ben now", before, after, &words);
  assert_names (fixture, "Ben|");
  press (fixture, "Ben now", "_Undo");
  await_names (fixture, "Anna|");
}

static void
test_offer_undo_of_new (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = keep (fixture, "Anna");

  thaw_record_change_offer_undo (fixture->overlay, get_store (fixture), "Written down", NULL, line, &words);
  press (fixture, "Written down", "_Undo");
  await_told (fixture, "Removed", "_Undo");
  assert_names (fixture, "");
}

/* Closed meanwhile: what was asked for is done, and nobody is told. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = keep (fixture, "Anna");
  g_autoptr (ThawOwnLine) other = thaw_own_line_new ("Ben", "555 0101");

  thaw_record_change_remove (fixture->overlay, get_store (fixture), line, &words);
  thaw_record_change_save (fixture->overlay, get_store (fixture), other, &words);
  thaw_test_ui_close (g_steal_pointer (&fixture->window));
  await_answers (fixture);
  assert_names (fixture, "Ben|");
}

/* Nor is there anything to say it in when that fails. */
static void
test_closed_failure (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = keep (fixture, "Anna");

  break_disk (fixture);
  thaw_record_change_remove (fixture->overlay, get_store (fixture), line, &words);
  thaw_record_change_save (fixture->overlay, get_store (fixture), line, &words);
  thaw_test_ui_close (g_steal_pointer (&fixture->window));
  await_answers (fixture);

  mend_disk (fixture);
  assert_names (fixture, "Anna|");
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

  add_test ("/ui/record-change/save", test_save);
  add_test ("/ui/record-change/save-known", test_save_known);
  add_test ("/ui/record-change/save-silently", test_save_silently);
  add_test ("/ui/record-change/save-failure", test_save_failure);
  add_test ("/ui/record-change/remove", test_remove);
  add_test ("/ui/record-change/remove-failure", test_remove_failure);
  add_test ("/ui/record-change/put-back-failure", test_put_back_failure);
  add_test ("/ui/record-change/offer-undo-of-change", test_offer_undo_of_change);
  add_test ("/ui/record-change/offer-undo-of-new", test_offer_undo_of_new);
  add_test ("/ui/record-change/closed", test_closed);
  add_test ("/ui/record-change/closed-failure", test_closed_failure);

  return g_test_run ();
}
