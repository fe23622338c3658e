/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "thaw-reminder-templates.h"

#include <string.h>

static void
test_all (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (thaw_reminder_templates_get_n (), >=, 6);

  for (guint i = 0; i < thaw_reminder_templates_get_n (); i++)
    {
      const char *id = thaw_reminder_templates_get_id (i);
      g_autoptr (ThawReminder) reminder = thaw_reminder_templates_make (id);

      g_test_message ("%s", id);
      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_nonnull (reminder);
      g_assert_null (reminder->uuid);
      g_assert_true (reminder->is_on);
      g_assert_true (g_hash_table_add (titles, g_strdup (reminder->title)));
      g_assert_cmpuint (strlen (reminder->title), <=, THAW_REMINDER_MAX_TITLE_BYTES);
      g_assert_true (thaw_reminder_opens_is_valid (reminder->opens));
      g_assert_true (thaw_reminder_has_valid_times (reminder));
    }
}

static void
test_times (void)
{
  g_autoptr (ThawReminder) check_in = thaw_reminder_templates_make ("check-in");
  g_autoptr (ThawReminder) drink = thaw_reminder_templates_make ("drink-and-eat");
  g_autoptr (ThawReminder) people = thaw_reminder_templates_make (THAW_REMINDER_TEMPLATE_REACH_OUT);
  g_autoptr (ThawReminder) sleep = thaw_reminder_templates_make ("wind-down");
  g_autoptr (ThawReminder) none = thaw_reminder_templates_make ("nothing-like-that");

  g_assert_cmpint (check_in->times[0], ==, 9 * 60);
  g_assert_cmpuint (check_in->weekdays, ==, THAW_REMINDER_EVERY_DAY);
  g_assert_cmpint (drink->timing, ==, THAW_REMINDER_IN_WINDOW);
  g_assert_cmpuint (drink->n_in_window, ==, 3);
  g_assert_null (drink->opens);
  /* Wednesday and Saturday. */
  g_assert_cmpuint (people->weekdays, ==, 0x24);
  g_assert_false (people->ignores_quiet);
  g_assert_true (sleep->ignores_quiet);
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/reminder-templates/all", test_all);
  g_test_add_func ("/core/reminder-templates/times", test_times);

  return g_test_run ();
}
