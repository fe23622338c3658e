/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-person.h"

static ThawPerson *
make_person (const char *name,
             gboolean    is_favourite,
             gboolean    can_be_reached,
             gboolean    keeps_distance)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_FRIEND, name);

  person->is_favourite = is_favourite;
  person->keeps_distance = keeps_distance;
  if (can_be_reached)
    g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, NULL, "1"));

  return person;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return thaw_person_compare (*(const ThawPerson * const *) a, *(const ThawPerson * const *) b);
}

static void
test_order (void)
{
  static const char *const wanted[] = {
    "Favourite that can be reached", "Favourite without a number", "Ann", "Zoe", "Without a number", "Better not",
    "Better not, though a favourite",
  };
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_person_free);

  g_ptr_array_add (people, make_person ("Better not, though a favourite", TRUE, TRUE, TRUE));
  g_ptr_array_add (people, make_person ("Without a number", FALSE, FALSE, FALSE));
  g_ptr_array_add (people, make_person ("Zoe", FALSE, TRUE, FALSE));
  g_ptr_array_add (people, make_person ("Better not", FALSE, FALSE, TRUE));
  g_ptr_array_add (people, make_person ("Favourite without a number", TRUE, FALSE, FALSE));
  g_ptr_array_add (people, make_person ("Ann", FALSE, TRUE, FALSE));
  g_ptr_array_add (people, make_person ("Favourite that can be reached", TRUE, TRUE, FALSE));
  g_ptr_array_sort (people, compare);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (((ThawPerson *) g_ptr_array_index (people, i))->name, ==, wanted[i]);
}

/* Two of the same name keep their order, wherever they are listed. */
static void
test_same_name (void)
{
  g_autoptr (ThawPerson) one = make_person ("Jo", FALSE, TRUE, FALSE);
  g_autoptr (ThawPerson) other = make_person ("Jo", FALSE, TRUE, FALSE);

  g_assert_cmpint (thaw_person_compare (one, other), ==, 0);
  one->id = g_strdup ("b");
  other->id = g_strdup ("a");
  g_assert_cmpint (thaw_person_compare (one, other), >, 0);
  g_assert_cmpint (thaw_person_compare (other, one), <, 0);
}

static void
test_nudge (void)
{
  g_autoptr (ThawPerson) person = make_person ("Jo", FALSE, TRUE, FALSE);
  ThawDay today = thaw_day_new (2026, 11, 29);

  /* Nobody is reminded who did not ask for it, or of somebody they never talked with. */
  person->last_contact = today - 1000;
  g_assert_false (thaw_person_is_nudge_due (person, today));
  person->nudge_days = 14;
  person->last_contact = THAW_DAY_NONE;
  g_assert_false (thaw_person_is_nudge_due (person, today));

  person->last_contact = today - 13;
  g_assert_false (thaw_person_is_nudge_due (person, today));
  person->last_contact = today - 14;
  g_assert_true (thaw_person_is_nudge_due (person, today));
  person->last_contact = today + 1;
  g_assert_false (thaw_person_is_nudge_due (person, today));

  person->last_contact = today - 14;
  person->keeps_distance = TRUE;
  g_assert_false (thaw_person_is_nudge_due (person, today));
}

static void
test_copy (void)
{
  g_autoptr (ThawPerson) person = make_person ("Jo", TRUE, TRUE, FALSE);
  g_autoptr (ThawPerson) copy = NULL;

  person->id = g_strdup ("id");
  person->role = g_strdup ("my sponsor");
  person->ask = g_strdup ("to come along");
  person->notes = g_strdup ("likes tea");
  person->photo = g_strdup ("photo");
  person->last_contact = 1000;
  person->nudge_days = 7;
  person->modified_ms = 5;
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_MAIL, NULL, "jo@example.org"));
  copy = thaw_person_copy (person);
  g_clear_pointer (&person, thaw_person_free);

  g_assert_cmpstr (copy->id, ==, "id");
  g_assert_cmpint (copy->kind, ==, THAW_PERSON_FRIEND);
  g_assert_cmpstr (copy->name, ==, "Jo");
  g_assert_cmpstr (copy->role, ==, "my sponsor");
  g_assert_cmpstr (copy->ask, ==, "to come along");
  g_assert_cmpstr (copy->notes, ==, "likes tea");
  g_assert_cmpstr (copy->photo, ==, "photo");
  g_assert_cmpint (copy->last_contact, ==, 1000);
  g_assert_true (copy->is_favourite);
  g_assert_false (copy->keeps_distance);
  g_assert_cmpint (copy->nudge_days, ==, 7);
  g_assert_cmpint (copy->modified_ms, ==, 5);
  g_assert_cmpuint (copy->ways->len, ==, 2);
  g_assert_cmpstr (thaw_person_get_first_way (copy, THAW_CONTACT_MAIL)->value, ==, "jo@example.org");
  g_assert_null (thaw_person_get_first_way (copy, THAW_CONTACT_WEB));
}

static ThawPerson *
make_full_person (void)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_FRIEND, "Anna");

  person->id = g_strdup ("01900000-0000-7000-8000-000000000001");
  person->role = g_strdup ("my friend");
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_PHONE, "mobile", "0170 1"));
  g_ptr_array_add (person->ways, thaw_contact_way_new (THAW_CONTACT_MAIL, NULL, "a@b.example"));
  person->ask = g_strdup ("To listen");
  person->notes = g_strdup ("Likes tea");
  person->photo = g_strdup ("01900000-0000-7000-8000-000000000002");
  person->last_contact = THAW_DAY_EPOCH;
  person->nudge_days = 7;
  person->modified_ms = 1;

  return person;
}

static void
replace (char      **text,
         const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

static void
test_equal (void)
{
  g_autoptr (ThawPerson) person = make_full_person ();
  g_autoptr (ThawPerson) copy = thaw_person_copy (person);

  g_assert_true (thaw_person_equal (person, copy));
  copy->modified_ms = 2;
  g_assert_true (thaw_person_equal (person, copy));
}

/* Whatever is said of somebody counts. */
static void
test_different (void)
{
  for (int i = 0; i < 15; i++)
    {
      g_autoptr (ThawPerson) person = make_full_person ();
      g_autoptr (ThawPerson) other = make_full_person ();

      switch (i)
        {
        case 0: replace (&other->id, NULL); break;
        case 1: other->kind = THAW_PERSON_FAMILY; break;
        case 2: replace (&other->name, "anna"); break;
        case 3: replace (&other->role, NULL); break;
        case 4: g_ptr_array_remove_index (other->ways, 1); break;
        case 5: g_ptr_array_add (other->ways, thaw_contact_way_new (THAW_CONTACT_WEB, NULL, "b.example")); break;
        case 6: g_ptr_array_insert (other->ways, 0, g_ptr_array_steal_index (other->ways, 1)); break;
        case 7: replace (&((ThawContactWay *) g_ptr_array_index (other->ways, 0))->label, "work"); break;
        case 8: replace (&other->ask, "To call"); break;
        case 9: replace (&other->notes, NULL); break;
        case 10: replace (&other->photo, NULL); break;
        case 11: other->last_contact++; break;
        case 12: other->is_favourite = TRUE; break;
        case 13: other->keeps_distance = TRUE; break;
        case 14: other->nudge_days = 0; break;
        default: g_assert_not_reached ();
        }

      if (thaw_person_equal (person, other) || thaw_person_equal (other, person))
        g_error ("The difference %d was not seen", i);
    }
}

static void
test_kinds (void)
{
  ThawPersonKind kind;

  for (guint i = 0; i < THAW_N_PERSON_KINDS; i++)
    {
      g_assert_true (thaw_person_kind_from_slug (thaw_person_kind_to_slug (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (thaw_person_kind_get_name (i), !=, NULL);
    }
  g_assert_false (thaw_person_kind_from_slug ("cat", &kind));
  g_assert_false (thaw_person_kind_from_slug (NULL, &kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/person/order", test_order);
  g_test_add_func ("/core/person/same-name", test_same_name);
  g_test_add_func ("/core/person/nudge", test_nudge);
  g_test_add_func ("/core/person/copy", test_copy);
  g_test_add_func ("/core/person/equal", test_equal);
  g_test_add_func ("/core/person/different", test_different);
  g_test_add_func ("/core/person/kinds", test_kinds);

  return g_test_run ();
}
