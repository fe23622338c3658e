/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-person-equal"

#include "config.h"
#include "thaw-person.h"

static ThawPerson *
make_person (void)
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
test_same (void)
{
  g_autoptr (ThawPerson) person = make_person ();
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
      g_autoptr (ThawPerson) person = make_person ();
      g_autoptr (ThawPerson) other = make_person ();

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/person-equal/same", test_same);
  g_test_add_func ("/core/person-equal/different", test_different);

  return g_test_run ();
}
