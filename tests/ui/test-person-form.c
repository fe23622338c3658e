/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-person-form"

#include "config.h"
#include "support/thaw-person-form.h"
#include "support/thaw-way-editor.h"
#include "thaw-test-services.h"
#include "thaw-test-ui.h"

typedef struct
{
  ThawTestServices services;
  ThawPersonForm *form;
  GtkWindow *window;
  int n_changed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  thaw_test_services_set_up (&fixture->services);
  fixture->form = g_object_new (THAW_TYPE_PERSON_FORM, NULL);
  thaw_person_form_set_services (fixture->form, fixture->services.services);
  g_signal_connect_swapped (fixture->form, "changed", G_CALLBACK (thaw_test_ui_count_cb), &fixture->n_changed);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->form));
  fixture->window = thaw_test_ui_present_sized (scroller, 360, 1100);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  thaw_test_ui_close (fixture->window);
  thaw_test_services_tear_down (&fixture->services);
}

static ThawPerson *
make_person (void)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_PROFESSIONAL, "Dr. <Anna>");

  person->id = g_strdup ("01900000-0000-7000-8000-000000000001");
  person->role = g_strdup ("my therapist");
  for (guint i = 0; i < THAW_N_CONTACT_KINDS; i++)
    g_ptr_array_add (person->ways, thaw_contact_way_new ((ThawContactKind) i, i % 2 == 0 ? "work" : NULL, "1 & 2"));
  person->ask = g_strdup ("Anything\nat all");
  person->notes = g_strdup ("<notes>");
  person->last_contact = thaw_day_from_iso ("2026-03-03");
  person->keeps_distance = TRUE;
  person->nudge_days = 30;

  return person;
}

static GtkWidget *
find_switch (Fixture    *fixture,
             const char *title)
{
  GtkWidget *label = thaw_test_ui_find (GTK_WIDGET (fixture->form), GTK_TYPE_LABEL, title);

  return thaw_test_ui_find (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW), GTK_TYPE_SWITCH, NULL);
}

/* All that is said of somebody comes out as it went in. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawPerson) person = make_person ();
  g_autoptr (ThawPerson) read = thaw_person_new (THAW_PERSON_FAMILY, "?");

  thaw_person_form_fill (fixture->form, person);
  thaw_test_ui_flush (GTK_WIDGET (fixture->form));
  thaw_test_ui_save_picture (GTK_WIDGET (fixture->window), "person-form-long");
  thaw_person_form_read (fixture->form, read);
  read->id = g_strdup (person->id);
  g_assert_true (thaw_person_equal (person, read));
  g_assert_cmpint (fixture->n_changed, ==, 0);
}

/* Nothing is said that nobody said. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawPerson) empty = thaw_person_new (THAW_PERSON_FRIEND, "");
  g_autoptr (ThawPerson) read = make_person ();

  thaw_person_form_fill (fixture->form, empty);
  thaw_person_form_read (fixture->form, read);
  g_assert_cmpstr (read->name, ==, "Friend");
  g_assert_null (read->role);
  g_assert_cmpuint (read->ways->len, ==, 0);
  g_assert_null (read->ask);
  g_assert_null (read->notes);
  g_assert_cmpint (read->last_contact, ==, THAW_DAY_NONE);
  g_assert_cmpint (read->nudge_days, ==, 0);
  g_assert_false (read->keeps_distance);
}

/* The days are asked for when they matter, and are a fortnight until somebody says otherwise. */
static void
test_nudge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Anna");
  GtkWidget *spin = thaw_test_ui_find (GTK_WIDGET (fixture->form), GTK_TYPE_SPIN_BUTTON, NULL);

  thaw_person_form_fill (fixture->form, person);
  g_assert_false (gtk_widget_get_mapped (spin));
  gtk_switch_set_active (GTK_SWITCH (find_switch (fixture, "Mention on Today")), TRUE);
  thaw_test_ui_flush (GTK_WIDGET (fixture->form));
  g_assert_true (gtk_widget_get_mapped (spin));
  thaw_person_form_read (fixture->form, person);
  g_assert_cmpint (person->nudge_days, ==, 14);

  /* A number that was typed and not left yet. */
  gtk_editable_set_text (GTK_EDITABLE (spin), "400");
  thaw_person_form_finish_typing (fixture->form);
  thaw_person_form_read (fixture->form, person);
  g_assert_cmpint (person->nudge_days, ==, THAW_PERSON_MAX_NUDGE_DAYS);
  g_assert_cmpint (fixture->n_changed, >, 1);
}

/* No word is lost because it stands in the other field; and what is too long is told there. */
static void
test_way (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *long_label = g_strnfill (THAW_CONTACT_MAX_LABEL_BYTES + 1, 'x');
  g_autoptr (ThawPerson) person = thaw_person_new (THAW_PERSON_FRIEND, "Anna");
  GtkWidget *editor, *value, *label, *problem;

  thaw_person_form_fill (fixture->form, person);
  g_signal_emit_by_name (thaw_test_ui_find (GTK_WIDGET (fixture->form), GTK_TYPE_BUTTON, "Add a _Way to Reach Them"),
                         "clicked");
  editor = thaw_test_ui_find (GTK_WIDGET (fixture->form), THAW_TYPE_WAY_EDITOR, NULL);
  value = thaw_test_ui_find (editor, GTK_TYPE_ENTRY, NULL);
  label = gtk_widget_get_next_sibling (value);
  problem = gtk_widget_get_next_sibling (label);

  gtk_editable_set_text (GTK_EDITABLE (label), "0170 1");
  thaw_person_form_read (fixture->form, person);
  g_assert_cmpstr (((ThawContactWay *) g_ptr_array_index (person->ways, 0))->value, ==, "0170 1");

  gtk_editable_set_text (GTK_EDITABLE (value), "0171 2");
  gtk_editable_set_text (GTK_EDITABLE (label), long_label);
  g_assert_false (thaw_person_form_is_valid (fixture->form));
  g_assert_true (gtk_widget_get_visible (problem));
  thaw_person_form_focus_problem (fixture->form);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), editor));

  gtk_editable_set_text (GTK_EDITABLE (label), "mobile");
  g_assert_true (thaw_person_form_is_valid (fixture->form));
  g_assert_false (gtk_widget_get_visible (problem));
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

  add_test ("/ui/person-form/same", test_same);
  add_test ("/ui/person-form/empty", test_empty);
  add_test ("/ui/person-form/nudge", test_nudge);
  add_test ("/ui/person-form/way", test_way);

  return g_test_run ();
}
