/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-contact-way-row"

#include "config.h"
#include "support/thaw-contact-way-row.h"
#include "thaw-test-ui.h"
#include "thaw-test.h"

#include <glib/gstdio.h>

typedef struct
{
  GtkWidget *list;
  GtkWidget *row;
  GtkWindow *window;
} Fixture;

static char *data_home;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->list = gtk_list_box_new ();
  gtk_widget_add_css_class (fixture->list, "boxed-list");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->list);
  fixture->window = thaw_test_ui_present_sized (overlay, 360, 400);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
}

static void
show (Fixture         *fixture,
      ThawContactKind  kind,
      const char      *label,
      const char      *value)
{
  g_autoptr (ThawContactWay) way = thaw_contact_way_new (kind, label, value);

  fixture->row = thaw_contact_way_row_new ("<Anna>", way);
  gtk_list_box_append (GTK_LIST_BOX (fixture->list), fixture->row);
  thaw_test_ui_flush (fixture->row);
}

static void
await_told (Fixture    *fixture,
            const char *sentence)
{
  while (thaw_test_ui_find (adw_window_get_content (ADW_WINDOW (fixture->window)), GTK_TYPE_LABEL, sentence) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
assert_copied (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->row), NULL, on_text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *text)
{
  return thaw_test_ui_find (fixture->row, GTK_TYPE_BUTTON, text);
}

/* What is copied is what was written, whatever helps to show it. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *button;

  show (fixture, THAW_CONTACT_PHONE, "mobile", "0170 12345 & 6");
  button = find_button (fixture, "Copy");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy <Anna>, mobile");
  g_signal_emit_by_name (button, "clicked");
  await_told (fixture, "Number copied");
  assert_copied (fixture, "0170 12345 & 6");
  g_assert_nonnull (thaw_test_ui_find (fixture->row, GTK_TYPE_LABEL, "\u20660170 12345 & 6\u2069"));
  g_assert_nonnull (thaw_test_ui_find (fixture->row, GTK_TYPE_LABEL, "Phone, mobile"));
}

/* A line is called by its name, and not twice. */
static void
test_name (Fixture       *fixture,
           gconstpointer  data)
{
  show (fixture, THAW_CONTACT_PHONE, "<Anna>", "112");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (fixture, "Copy")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy <Anna>, 112");
  g_assert_nonnull (thaw_test_ui_find (fixture->row, GTK_TYPE_LABEL, "Phone, <Anna>"));
}

/* Where no label tells two numbers apart, the number does. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    ThawContactKind kind;
    const char *value;
    const char *label;
    const char *name;
    const char *told;
  } expected[] = {
    { THAW_CONTACT_PHONE, "112", "C_all", "Call <Anna>, 112", "Number copied" },
    { THAW_CONTACT_TEXT, "85258", "_Write", "Write to <Anna>, 85258", "Number copied" },
    { THAW_CONTACT_MAIL, "a@b.example", "_Write", "Write to <Anna>, a@b.example", "Address copied" },
    { THAW_CONTACT_WEB, "b.example", "_Open", "Open <Anna>, b.example", "Address copied" },
    { THAW_CONTACT_MESSENGER, "https://signal.me/x", "_Open", "Open <Anna>, https://signal.me/x", "Copied" },
    { THAW_CONTACT_ADDRESS, "Street 1, Town", "_Open", "Open <Anna>, Street 1, Town", "Address copied" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GtkWidget *button;

      show (fixture, expected[i].kind, NULL, expected[i].value);
      button = find_button (fixture, expected[i].label);
      g_assert_nonnull (button);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, expected[i].name);
      /* What stands on it is in its name, and would be read once more. */
      g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      g_signal_emit_by_name (find_button (fixture, "Copy"), "clicked");
      await_told (fixture, expected[i].told);
      assert_copied (fixture, expected[i].value);
    }
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "contact-way-rows");
}

static guint
count_hyphens (PangoLayoutLine *line)
{
  guint n = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    n += (((PangoLayoutRun *) l->data)->item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN) != 0 ? 1 : 0;

  return n;
}

/* A line that ends within an address has nothing there that is not in the address. */
static void
test_hyphens (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *label;
  PangoLayout *layout;

  show (fixture, THAW_CONTACT_WEB, NULL, "somebodytotalktoinyourcountryandeverywhereelse.example");
  label = thaw_test_ui_find (fixture->row, GTK_TYPE_LABEL,
                             "\u2066somebodytotalktoinyourcountryandeverywhereelse\u200b.example\u2069");
  layout = gtk_label_get_layout (GTK_LABEL (label));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    g_assert_cmpuint (count_hyphens (pango_layout_get_line_readonly (layout, i)), ==, 0);
}

/* It ends at a dot if it can. */
static void
test_dots (Fixture       *fixture,
           gconstpointer  data)
{
  PangoLayout *layout;
  PangoLayoutLine *second;
  const char *text;

  show (fixture, THAW_CONTACT_WEB, NULL, "somebodyto.talktoatanyhour.example");
  layout = gtk_label_get_layout (GTK_LABEL (thaw_test_ui_find (fixture->row, GTK_TYPE_LABEL,
                                                               "\u2066somebodyto\u200b.talktoatanyhour"
                                                               "\u200b.example\u2069")));
  text = pango_layout_get_text (layout);
  second = pango_layout_get_line_readonly (layout, 1);
  g_assert_nonnull (second);
  g_assert_true (text[pango_layout_line_get_start_index (second)] == '.');
}

/* A name in a messenger can only be copied, and a number without digits. */
static void
test_nothing_to_open (Fixture       *fixture,
                      gconstpointer  data)
{
  show (fixture, THAW_CONTACT_MESSENGER, "Signal", "anna.77");
  g_assert_null (find_button (fixture, "_Open"));
  g_assert_nonnull (find_button (fixture, "Copy"));

  show (fixture, THAW_CONTACT_PHONE, NULL, "ask Ben");
  g_assert_null (find_button (fixture, "C_all"));
}

/* RFC 3860, which no program has ever cared for. */
#define NOBODYS_ADDRESS "im:anna@b.example"

static void
test_cannot_open (Fixture       *fixture,
                  gconstpointer  data)
{
  show (fixture, THAW_CONTACT_MESSENGER, NULL, NOBODYS_ADDRESS);
  g_signal_emit_by_name (find_button (fixture, "_Open"), "clicked");
  await_told (fixture, "No program on this computer could open this. It was copied.");
  assert_copied (fixture, NOBODYS_ADDRESS);
}

/* Whoever closes the window meanwhile is told nothing. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  show (fixture, THAW_CONTACT_MESSENGER, NULL, NOBODYS_ADDRESS);
  g_object_add_weak_pointer (G_OBJECT (fixture->row), (gpointer *) &fixture->row);
  g_signal_emit_by_name (find_button (fixture, "_Open"), "clicked");
  thaw_test_ui_close (fixture->window);
  while (fixture->row != NULL)
    g_main_context_iteration (NULL, TRUE);

  set_up (fixture, NULL);
}

/* Asks a program that only writes down what it was asked for. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (data_home, "called", NULL);
  g_autofree char *text = NULL;

  show (fixture, THAW_CONTACT_MAIL, NULL, "anna@b.example");
  g_signal_emit_by_name (find_button (fixture, "_Write"), "clicked");
  while (!g_file_get_contents (path, &text, NULL, NULL) || !g_str_has_suffix (text, "\n"))
    {
      g_clear_pointer (&text, g_free);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpstr (text, ==, "mailto:anna@b.example\n");
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
install_mailer (void)
{
  g_autofree char *folder = g_build_filename (data_home, "applications", NULL);
  g_autofree char *path = g_build_filename (data_home, "mailer", NULL);
  g_autofree char *program = g_strdup_printf ("#!/bin/sh\necho \"$1\" > '%s/called'\n", data_home);
  g_autofree char *desktop_file = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Mailer\n"
                                                   "MimeType=x-scheme-handler/mailto;\nExec=%s %%u\n", path);

  write_file (data_home, "mailer", program);
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_file (folder, "thaw-test-mailer.desktop", desktop_file);
  write_file (folder, "mimeapps.list", "[Default Applications]\nx-scheme-handler/mailto=thaw-test-mailer.desktop\n");
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
  int result;

  /* Programs that are looked for are first looked for there. */
  data_home = thaw_test_make_dir ();
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", data_home, TRUE);
  thaw_test_ui_init (&argc, &argv);
  install_mailer ();

  add_test ("/ui/contact-way-row/copy", test_copy);
  add_test ("/ui/contact-way-row/name", test_name);
  add_test ("/ui/contact-way-row/words", test_words);
  add_test ("/ui/contact-way-row/hyphens", test_hyphens);
  add_test ("/ui/contact-way-row/dots", test_dots);
  add_test ("/ui/contact-way-row/nothing-to-open", test_nothing_to_open);
  add_test ("/ui/contact-way-row/cannot-open", test_cannot_open);
  add_test ("/ui/contact-way-row/closed", test_closed);
  add_test ("/ui/contact-way-row/open", test_open);

  result = g_test_run ();
  thaw_test_remove_dir (data_home);

  return result;
}
