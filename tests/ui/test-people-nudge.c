/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-people-nudge"

#include "config.h"
#include "pages/today/thaw-today-practice.h"
#include "support/thaw-people-nudge.h"
#include "support/thaw-person-editor.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  AdwToastOverlay *overlay;
  GtkWidget *practice;
  GtkWindow *window;
} Fixture;

/* As it is on Today. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  thaw_test_services_set_up (&fixture->services);
  g_object_set (thaw_services_get_settings (fixture->services.services), "offers-practice", FALSE, NULL);
  thaw_settings_set_people_put_off_day (thaw_services_get_settings (fixture->services.services),
                                        thaw_clock_get_today (fixture->services.clock) - 1);
  fixture->practice = g_object_new (THAW_TYPE_TODAY_PRACTICE, NULL);
  thaw_today_practice_set_services (THAW_TODAY_PRACTICE (fixture->practice), fixture->services.services);
  gtk_box_append (GTK_BOX (box), fixture->practice);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Behind"));
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, box);
  fixture->window = thaw_test_ui_present_sized (GTK_WIDGET (fixture->overlay), 360, 500);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawPeopleStore *
get_store (Fixture *fixture)
{
  return thaw_services_get_people (fixture->services.services);
}

static ThawPerson *
add (Fixture    *fixture,
     const char *name,
     int         days_ago,
     int         nudge_days)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, name);
  g_autoptr (GError) error = NULL;
  ThawPerson *saved;

  person->last_contact = thaw_clock_get_today (fixture->services.clock) - days_ago;
  person->nudge_days = nudge_days;
  saved = thaw_people_store_save_sync (get_store (fixture), person, &error);
  g_assert_no_error (error);

  return saved;
}

static GtkWidget *
await_nudge (Fixture *fixture)
{
  GtkWidget *nudge;

  while ((nudge = thaw_test_ui_find (fixture->practice, THAW_TYPE_PEOPLE_NUDGE, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return nudge;
}

static void
await_said (Fixture    *fixture,
            const char *sentence)
{
  GtkWidget *nudge = await_nudge (fixture);

  while (!gtk_widget_get_mapped (nudge) || thaw_test_ui_find (nudge, GTK_TYPE_LABEL, sentence) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
await_silent (Fixture *fixture)
{
  GtkWidget *nudge = await_nudge (fixture);

  while (gtk_widget_get_visible (nudge))
    g_main_context_iteration (NULL, TRUE);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (thaw_test_ui_find (await_nudge (fixture), GTK_TYPE_BUTTON, label), "clicked");
}

/* Nothing is said before somebody is to be thought of, and then of who has waited for longest. */
static void
test_said (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawPerson) never = add (fixture, "Never", 400, 0);
  g_autoptr (ThawPerson) not_yet = add (fixture, "Not yet", 6, 7);
  g_autoptr (ThawPerson) due = NULL;
  g_autoptr (ThawPerson) longer = NULL;
  GtkWidget *nudge = await_nudge (fixture);

  await_silent (fixture);
  due = add (fixture, "<Anna> & Ben", 12, 7);
  await_said (fixture, "It has been 12 days since you and <Anna> & Ben talked");
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "people-nudge");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (nudge, GTK_TYPE_BUTTON, "_Reach Out…")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Reach out to <Anna> & Ben");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (thaw_test_ui_find (nudge, GTK_TYPE_BUTTON, "We _Talked")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "<Anna> & Ben and I talked today");

  longer = add (fixture, "Clara", 30, 20);
  await_said (fixture, "It has been 30 days since you and Clara talked");
}

/* Of whom one keeps away, nothing is said. */
static void
test_distance (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ThawPerson) person = add (fixture, "Anna", 12, 7);
  g_autoptr (ThawPerson) saved = NULL;

  await_said (fixture, "It has been 12 days since you and Anna talked");
  person->keeps_distance = TRUE;
  saved = thaw_people_store_save_sync (get_store (fixture), person, NULL);
  await_silent (fixture);
}

/* An answer is enough for a day, and can be taken back. */
static void
test_talked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawPerson) anna = add (fixture, "Anna", 12, 7);
  g_autoptr (ThawPerson) ben = add (fixture, "Ben", 8, 7);
  g_autoptr (ThawPerson) now = NULL;
  g_autoptr (GDateTime) tomorrow = g_date_time_new_from_iso8601 ("2026-03-30T09:15:00+02:00", NULL);
  GtkWidget *undo;

  await_said (fixture, "It has been 12 days since you and Anna talked");
  click (fixture, "We _Talked");
  await_silent (fixture);
  now = thaw_people_store_get (get_store (fixture), anna->id, NULL);
  g_assert_cmpint (now->last_contact, ==, thaw_clock_get_today (fixture->services.clock));

  while ((undo = thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Undo")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (undo, "clicked");
  await_said (fixture, "It has been 12 days since you and Anna talked");

  click (fixture, "We _Talked");
  await_silent (fixture);
  thaw_clock_set_now (fixture->services.clock, tomorrow);
  await_said (fixture, "It has been 9 days since you and Ben talked");
}

static void
test_put_off (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ThawPerson) anna = add (fixture, "Anna", 12, 7);
  g_autoptr (ThawPerson) ben = NULL;
  g_autoptr (GDateTime) tomorrow = g_date_time_new_from_iso8601 ("2026-03-30T09:15:00+02:00", NULL);
  GtkWidget *behind = thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "Behind");
  GtkWidget *button;

  await_said (fixture, "It has been 12 days since you and Anna talked");
  button = thaw_test_ui_find (await_nudge (fixture), GTK_TYPE_BUTTON, "_Not Now");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  await_silent (fixture);
  g_assert_true (gtk_window_get_focus (fixture->window) == behind);

  /* Nor of anybody else on that day. */
  ben = add (fixture, "Ben", 30, 7);
  thaw_test_ui_flush (GTK_WIDGET (fixture->overlay));
  await_silent (fixture);
  thaw_clock_set_now (fixture->services.clock, tomorrow);
  await_said (fixture, "It has been 31 days since you and Ben talked");
}

static void
test_reach_out (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ThawPerson) anna = add (fixture, "Anna", 12, 7);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *editor = NULL;

  await_said (fixture, "It has been 12 days since you and Anna talked");
  click (fixture, "_Reach Out…");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (THAW_IS_PERSON_EDITOR (window))
        editor = window;
    }
  g_assert_nonnull (editor);
  g_assert_cmpstr (gtk_window_get_title (editor), ==, "Anna");
  g_assert_true (gtk_window_get_transient_for (editor) == fixture->window);
  gtk_window_close (editor);
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  ThawDatabase *database = thaw_services_get_database (fixture->services.services);
  g_autoptr (ThawPerson) anna = add (fixture, "Anna", 12, 7);
  g_autoptr (GError) error = NULL;
  GtkWidget *again;

  await_said (fixture, "It has been 12 days since you and Anna talked");
  thaw_database_close (database);
  click (fixture, "We _Talked");
  while ((again = thaw_test_ui_find (GTK_WIDGET (fixture->overlay), GTK_TYPE_BUTTON, "_Try Again")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  await_said (fixture, "It has been 12 days since you and Anna talked");
  thaw_database_open_sync (database, THAW_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (again, "clicked");
  await_silent (fixture);
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

  add_test ("/ui/people-nudge/said", test_said);
  add_test ("/ui/people-nudge/distance", test_distance);
  add_test ("/ui/people-nudge/talked", test_talked);
  add_test ("/ui/people-nudge/put-off", test_put_off);
  add_test ("/ui/people-nudge/reach-out", test_reach_out);
  add_test ("/ui/people-nudge/failure", test_failure);

  return g_test_run ();
}
