/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-person-words"

#include "config.h"
#include "support/thaw-person-words.h"
#include "thaw-test-ui.h"

static ThawPerson *
make_person (ThawDay last_contact)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_FRIEND, "Anna");

  person->last_contact = last_contact;

  return person;
}

static void
test_role (void)
{
  g_autoptr (ThawPerson) person = make_person (THAW_DAY_NONE);

  g_assert_cmpstr (thaw_person_words_get_role (person), ==, "Friend");
  person->role = g_strdup ("my oldest friend");
  g_assert_cmpstr (thaw_person_words_get_role (person), ==, "my oldest friend");
}

static void
test_contact (void)
{
  const ThawDay today = thaw_day_from_iso ("2026-03-29");
  const struct
  {
    ThawDay day;
    const char *words;
  } expected[] = {
    { today, "You talked today" },
    { today - 1, "You talked yesterday" },
    { today - 2, "You talked 2 days ago" },
    { today - 60, "You talked 60 days ago" },
    { today - 61, "You talked on 27 Jan" },
    { today - 400, "You talked on 22 Feb 2025" },
    /* The clock was set back. */
    { today + 2, "You talked on 31 Mar" },
    { THAW_DAY_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (ThawPerson) person = make_person (expected[i].day);
      g_autofree char *words = thaw_person_words_make_contact (person, today);

      g_assert_cmpstr (words, ==, expected[i].words);
    }
}

static void
test_nudge (void)
{
  const ThawDay today = thaw_day_from_iso ("2026-03-29");
  g_autoptr (ThawPerson) person = make_person (today - 12);
  g_autoptr (ThawPerson) other = make_person (today - 1);
  g_autofree char *words = thaw_person_words_make_nudge (person, today);
  g_autofree char *other_words = thaw_person_words_make_nudge (other, today);

  g_assert_cmpstr (words, ==, "It has been 12 days since you and Anna talked");
  g_assert_cmpstr (other_words, ==, "It has been 1 day since you and Anna talked");
}

int
main (int   argc,
      char *argv[])
{
  thaw_test_ui_init (&argc, &argv);

  g_test_add_func ("/ui/person-words/role", test_role);
  g_test_add_func ("/ui/person-words/contact", test_contact);
  g_test_add_func ("/ui/person-words/nudge", test_nudge);

  return g_test_run ();
}
