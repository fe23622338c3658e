/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-coping-loader.h"
#include "thaw-test-content.h"

static const ThawTestBroken broken[] = {
  { "no XML", "{ }", 1, "element", TRUE },
  { "no group", "<!-- C -->\n<coping>\n</coping>", 2, "has no “group”", FALSE },
  { "a group of nothing", "<coping>\n<group id=\"a\"><name>A</name></group></coping>", 2, "has no “activity”", FALSE },
  { "an activity without a name", "<coping><group id=\"a\"><name>A</name>\n<activity id=\"b\"/></group></coping>", 2,
    "has no “name”", FALSE },
  { "an activity before the name", "<coping><group id=\"a\">\n\n<activity id=\"b\"><name>B</name></activity></group>"
    "</coping>", 3, "“name” has to stand before “activity”", FALSE },
  { "an empty name", "<coping><group id=\"a\"><name>A</name>\n<activity id=\"b\"><name>\n</name></activity></group>"
    "</coping>", 2, "“name” is empty", FALSE },
  { "an activity in two groups", "<coping><group id=\"a\"><name>A</name><activity id=\"b\"><name>B</name></activity>"
    "</group>\n<group id=\"c\"><name>C</name>\n<activity id=\"b\"><name>B</name></activity></group></coping>", 3,
    "there is “b” already", FALSE },
  { "a group twice", "<coping><group id=\"a\"><name>A</name><activity id=\"b\"><name>B</name></activity></group>\n"
    "<group id=\"a\"><name>C</name><activity id=\"c\"><name>C</name></activity></group></coping>", 2,
    "there is “a” already", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  return thaw_coping_loader_read (bytes, file, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawCopingCatalog) catalog = thaw_coping_loader_load (&error);
  GPtrArray *groups;
  guint n = 0;

  g_assert_no_error (error);
  groups = thaw_coping_catalog_get_groups (catalog);
  g_assert_cmpuint (groups->len, ==, 5);
  for (guint i = 0; i < groups->len; i++)
    n += ((ThawCopingGroup *) g_ptr_array_index (groups, i))->activities->len;
  g_assert_cmpuint (n, ==, 25);

  g_assert_cmpstr (((ThawCopingGroup *) groups->pdata[0])->slug, ==, "body");
  g_assert_cmpstr (((ThawCopingGroup *) groups->pdata[0])->name, ==, "Body");
  g_assert_cmpstr (thaw_coping_catalog_get_word (catalog, "walk"), ==, "Took a walk");
  g_assert_cmpstr (thaw_coping_catalog_get_word (catalog, "urge"), ==, "Went along with the urge");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/coping-loader/broken", test_broken);
  g_test_add_func ("/services/coping-loader/shipped", test_shipped);

  return g_test_run ();
}
