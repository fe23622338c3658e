/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-activity-loader.h"
#include "thaw-test-content.h"

#define ABOUT      "<name>A</name><why>W.</why>"
#define ACTIVITY   "<activity id=\"b\" minutes=\"5\">" ABOUT "<begin>B.</begin></activity>"
#define GROUP(x)   "<activities><group id=\"g\" kind=\"rest\">" ABOUT "\n" x "</group></activities>"
#define LIKE(x)    "<activities>\n<group " x ">" ABOUT ACTIVITY "</group></activities>"

static const ThawTestBroken broken[] = {
  { "no XML", "<activities", 1, "", TRUE },
  { "no group", "<activities/>", 1, "has no “group”", FALSE },
  { "a group of nothing", GROUP (""), 1, "has no “activity”", FALSE },
  { "a group without a kind", LIKE ("id=\"g\""), 2, "has no attribute “kind”", FALSE },
  { "an unknown kind", LIKE ("id=\"g\" kind=\"sport\""), 2, "no kind “sport”", FALSE },
  { "a group without a reason", "<activities>\n<group id=\"g\" kind=\"rest\"><name>A</name>" ACTIVITY "</group>"
    "</activities>", 2, "“why” has to stand before “activity”", FALSE },
  { "a group twice", "<activities><group id=\"g\" kind=\"rest\">" ABOUT ACTIVITY "</group>\n<group id=\"g\" kind=\"rest\">"
    ABOUT ACTIVITY "</group></activities>", 2, "there is “g” already", FALSE },
  { "no name", GROUP ("<activity id=\"b\"><why>W.</why><begin>B.</begin></activity>"), 2,
    "“name” has to stand before “why”", FALSE },
  { "an empty name", GROUP ("<activity id=\"b\">\n<name/><why>W.</why><begin>B.</begin></activity>"), 3,
    "“name” is empty", FALSE },
  { "no reason", GROUP ("<activity id=\"b\"><name>A</name><begin>B.</begin></activity>"), 2,
    "“why” has to stand before “begin”", FALSE },
  { "no beginning", GROUP ("<activity id=\"b\">" ABOUT "</activity>"), 2, "has no “begin”", FALSE },
  { "no minutes", GROUP ("<activity id=\"b\" minutes=\"0\">" ABOUT "<begin>B.</begin></activity>"), 2,
    "the minutes “0”", FALSE },
  { "more than a day", GROUP ("<activity id=\"b\" minutes=\"1441\">" ABOUT "<begin>B.</begin></activity>"), 2,
    "the minutes “1441” is not a number from 1 to 1440", FALSE },
  { "an id that was taken", GROUP ("<activity id=\"taken\">" ABOUT "<begin>B.</begin></activity>"), 2,
    "there is “taken” already", FALSE },
  { "an id twice", GROUP (ACTIVITY "\n" ACTIVITY), 3, "there is “b” already", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (ids, (gpointer) "taken");

  return thaw_activity_loader_read (bytes, file, ids, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static void
test_good (void)
{
  static const char file[] = "<activities><group id=\"g\" kind=\"creative\"><name>G</name><why>Why.</why>"
                             "<source>Someone 2020</source>"
                             "<activity id=\"a\"><name>A</name><why>W.</why><source>Another 2021</source>"
                             "<begin>B.</begin></activity>" ACTIVITY "</group></activities>";
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = thaw_activity_loader_read (bytes, "good.xml", ids, &error);
  const ThawActivityGroup *group;
  const ThawActivity *activity;

  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  group = g_ptr_array_index (groups, 0);
  g_assert_cmpstr (group->id, ==, "g");
  g_assert_cmpstr (group->name, ==, "G");
  g_assert_cmpstr (group->why, ==, "Why.");
  g_assert_cmpstr (group->source, ==, "Someone 2020");
  g_assert_cmpuint (group->activities->len, ==, 2);

  activity = g_ptr_array_index (group->activities, 0);
  g_assert_cmpstr (activity->id, ==, "a");
  g_assert_cmpstr (activity->name, ==, "A");
  g_assert_cmpstr (activity->why, ==, "W.");
  g_assert_cmpstr (activity->source, ==, "Another 2021");
  g_assert_cmpstr (activity->begin, ==, "B.");
  g_assert_cmpint (activity->kind, ==, THAW_ACTIVITY_CREATIVE);
  g_assert_cmpint (activity->minutes, ==, 0);

  activity = g_ptr_array_index (group->activities, 1);
  g_assert_cmpint (activity->minutes, ==, 5);
  g_assert_null (activity->source);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 2);
}

static void
test_shipped (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = thaw_activity_loader_load (ids, &error);
  const ThawActivityGroup *group;
  const ThawActivity *walk;

  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 6);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 32);

  group = g_ptr_array_index (groups, 0);
  walk = g_ptr_array_index (group->activities, 0);
  g_assert_cmpstr (group->id, ==, "aerobic");
  g_assert_nonnull (group->source);
  g_assert_cmpstr (walk->id, ==, "walk");
  g_assert_cmpstr (walk->name, ==, "A walk outside");
  g_assert_cmpint (walk->kind, ==, THAW_ACTIVITY_PHYSICAL);
  g_assert_cmpint (walk->minutes, ==, 15);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/activity-loader/broken", test_broken);
  g_test_add_func ("/services/activity-loader/good", test_good);
  g_test_add_func ("/services/activity-loader/shipped", test_shipped);

  return g_test_run ();
}
