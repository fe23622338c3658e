/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-support-page"

#include "config.h"
#include "pages/support/thaw-support-page.h"
#include "support/thaw-contact-way-row.h"
#include "support/thaw-person-row.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static GtkWidget *
find_titled (GtkWidget  *widget,
             GType       type,
             const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *its_title = NULL;
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        g_object_get (child, "title", &its_title, NULL);
      if (g_strcmp0 (its_title, title) == 0)
        return child;

      found = find_titled (child, type, title);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What the rows under a heading are called, as "A|B"; "" if it is not seen. */
static char *
dup_rows (Fixture    *fixture,
          const char *heading)
{
  GtkWidget *group = find_titled (fixture->page, ADW_TYPE_PREFERENCES_GROUP, heading);
  GString *rows = g_string_new (NULL);
  GtkListBoxRow *row;

  thaw_test_ui_flush (fixture->page);
  g_assert_nonnull (group);
  if (gtk_widget_get_mapped (group))
    {
      GtkListBox *list = GTK_LIST_BOX (thaw_test_ui_find (group, GTK_TYPE_LIST_BOX, NULL));

      for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
        g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "",
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }

  return g_string_free (rows, FALSE);
}

static void
assert_rows (Fixture    *fixture,
             const char *heading,
             const char *expected)
{
  g_autofree char *rows = dup_rows (fixture, heading);

  g_assert_cmpstr (rows, ==, expected);
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *heading,
         int         index)
{
  GtkWidget *group = find_titled (fixture->page, ADW_TYPE_PREFERENCES_GROUP, heading);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (thaw_test_ui_find (group, GTK_TYPE_LIST_BOX, NULL)),
                                                    index));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  thaw_test_services_set_up (&fixture->services);
  thaw_settings_set_help_country (thaw_services_get_settings (fixture->services.services), "US");
  fixture->page = thaw_support_page_new (fixture->services.services);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  fixture->window = thaw_test_ui_present_sized (overlay, 400, 900);
  /* What comes after the first frame. */
  while (find_titled (fixture->page, ADW_TYPE_ACTION_ROW, "My Care Plan") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_settings_set_help_country (thaw_services_get_settings (fixture->services.services), NULL);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawPerson *
save_person (Fixture    *fixture,
             const char *name,
             gboolean    is_favourite,
             gboolean    keeps_distance)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, name);
  g_autoptr (GError) error = NULL;
  ThawPerson *saved;

  person->is_favourite = is_favourite;
  person->keeps_distance = keeps_distance;
  saved = thaw_people_store_save_sync (thaw_services_get_people (fixture->services.services), person, &error);
  g_assert_no_error (error);

  return saved;
}

/* A number for emergencies and one to talk are there at once, and follow the country. */
static void
test_help (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawOwnLine) line = thaw_own_line_new ("The ward", "030 1");
  g_autoptr (ThawOwnLine) saved = NULL;
  g_autoptr (GError) error = NULL;
  ThawSettings *settings = thaw_services_get_settings (fixture->services.services);
  GtkWidget *row = get_row (fixture, "Help Now", 0);

  assert_rows (fixture, "Help Now", "\u2066911\u2069|\u2066988\u2069|All Lines");
  g_assert_true (THAW_IS_CONTACT_WAY_ROW (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Phone, Emergency");
  row = get_row (fixture, "Help Now", 2);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "app.help-now");

  thaw_settings_set_help_country (settings, "DE");
  assert_rows (fixture, "Help Now", "\u2066112\u2069|\u20660800 1110111\u2069|All Lines");
  thaw_settings_set_help_country (settings, "ZZ");
  assert_rows (fixture, "Help Now", "\u2066findahelpline\u200b.com\u2069|All Lines");
  /* The locale of the tests names no country. */
  thaw_settings_set_help_country (settings, NULL);
  assert_rows (fixture, "Help Now", "Choose Your Country…|\u2066findahelpline\u200b.com\u2069");
  row = get_row (fixture, "Help Now", 0);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "app.help-now");
  thaw_settings_set_help_country (settings, "ZZ");

  /* One's own is before them. */
  saved = thaw_line_store_save_sync (thaw_services_get_own_lines (fixture->services.services), line, &error);
  g_assert_no_error (error);
  assert_rows (fixture, "Help Now", "\u2066030 1\u2069|\u2066findahelpline\u200b.com\u2069|All Lines");
}

/* Five of those who are good for one, and a way to all of them. */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) ben = NULL, anna = NULL, cem = NULL;

  assert_rows (fixture, "My People", "Add Somebody…");
  cem = save_person (fixture, "Cem", FALSE, TRUE);
  /* Who is kept at a distance is there for whoever looks for them. */
  assert_rows (fixture, "My People", "All People");
  ben = save_person (fixture, "Ben", FALSE, FALSE);
  anna = save_person (fixture, "Anna", TRUE, FALSE);
  assert_rows (fixture, "My People", "Anna|Ben|All People");
  g_assert_true (THAW_IS_PERSON_ROW (get_row (fixture, "My People", 0)));

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Dana %u", i);
      g_autoptr (ThawPerson) dana = save_person (fixture, name, FALSE, FALSE);
    }
  assert_rows (fixture, "My People", "Anna|Ben|Dana 0|Dana 1|Dana 2|All People");
}

/* The focus does not go with a row that is made anew, or is gone. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawPerson) anna = save_person (fixture, "Anna", FALSE, FALSE);
  g_autoptr (ThawPerson) ben = save_person (fixture, "Ben", FALSE, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_grab_focus (get_row (fixture, "My People", 0)));
  thaw_people_store_remove_sync (thaw_services_get_people (fixture->services.services), anna->id, &error);
  g_assert_no_error (error);
  assert_rows (fixture, "My People", "Ben|All People");
  g_assert_true (gtk_window_get_focus (fixture->window) == get_row (fixture, "My People", 0));
}

/* What was marked is found again at once, and only that. */
static void
test_bookmarks (Fixture       *fixture,
                gconstpointer  data)
{
  ThawArticleMarkStore *store = thaw_services_get_article_marks (fixture->services.services);
  const ThawArticle *cbt = thaw_library_find (thaw_services_get_library (fixture->services.services, NULL), "cbt");
  g_autoptr (ThawArticleMark) mark = thaw_article_mark_new ("cbt");
  g_autoptr (ThawArticleMark) other = thaw_article_mark_new ("dbt");
  g_autoptr (ThawArticleMark) gone = thaw_article_mark_new ("of-a-later-version");
  g_autoptr (ThawArticleMark) saved = NULL, other_saved = NULL, gone_saved = NULL;
  GtkWidget *row;

  assert_rows (fixture, "Bookmarks", "");
  mark->is_bookmarked = gone->is_bookmarked = TRUE;
  other->stance = THAW_STANCE_TRIED;
  saved = thaw_article_mark_store_save_sync (store, mark, NULL);
  other_saved = thaw_article_mark_store_save_sync (store, other, NULL);
  gone_saved = thaw_article_mark_store_save_sync (store, gone, NULL);
  assert_rows (fixture, "Bookmarks", cbt->title);
  row = get_row (fixture, "Bookmarks", 0);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "support.article");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), ==,
                   "cbt");
}

/* What cannot be read for a while stays, and the numbers are there without it. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) anna = save_person (fixture, "Anna", FALSE, FALSE);
  g_autoptr (GError) error = NULL;

  thaw_database_close (thaw_services_get_database (fixture->services.services));
  gtk_widget_set_visible (fixture->page, FALSE);
  gtk_widget_set_visible (fixture->page, TRUE);
  assert_rows (fixture, "Help Now", "\u2066911\u2069|\u2066988\u2069|All Lines");
  assert_rows (fixture, "My People", "Anna|All People");
  thaw_database_open_sync (thaw_services_get_database (fixture->services.services), THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Each group can be jumped to. */
static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *headings[] = { "Help Now", "My People", "For Hard Times", "To Read", "Bookmarks" };

  thaw_test_ui_flush (fixture->page);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    thaw_test_ui_assert_heading (fixture->page, headings[i]);
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add ("/ui/support-page/help", Fixture, NULL, set_up, test_help, tear_down);
  g_test_add ("/ui/support-page/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/ui/support-page/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/ui/support-page/bookmarks", Fixture, NULL, set_up, test_bookmarks, tear_down);
  g_test_add ("/ui/support-page/headings", Fixture, NULL, set_up, test_headings, tear_down);
  g_test_add ("/ui/support-page/closed", Fixture, NULL, set_up, test_closed, tear_down);

  return g_test_run ();
}
