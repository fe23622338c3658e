/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-link-target.h"

static void
assert_target (const char   *target,
               ThawLinkKind  kind,
               const char   *name)
{
  ThawLinkKind parsed_kind;
  const char *parsed_name;

  g_assert_true (thaw_link_target_parse (target, &parsed_kind, &parsed_name));
  g_assert_cmpint (parsed_kind, ==, kind);
  g_assert_cmpstr (parsed_name, ==, name);
}

static void
test_targets (void)
{
  assert_target ("article:twelve-step", THAW_LINK_ARTICLE, "twelve-step");
  assert_target ("practice:4-7-8", THAW_LINK_PRACTICE, "4-7-8");
  assert_target ("word:joy", THAW_LINK_WORD, "joy");
  assert_target ("help:now", THAW_LINK_HELP, "now");
  assert_target ("page:care-plan", THAW_LINK_PAGE, "care-plan");
  assert_target ("page:today", THAW_LINK_PAGE, "today");
}

static void
test_no_targets (void)
{
  static const char *const no_targets[] = {
    "", "cbt", "article", "article:", "article: cbt", "article:CBT", "Article:cbt", "article:cbt more", "https://example.org",
    "help:", "help:later", "page:", "page:settings", "page:people ", "file:///etc/passwd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (no_targets); i++)
    {
      ThawLinkKind kind;
      const char *name;

      g_test_message ("%s", no_targets[i]);
      g_assert_false (thaw_link_target_parse (no_targets[i], &kind, &name));
    }
}

static void
test_page_titles (void)
{
  g_assert_cmpstr (thaw_link_page_get_title ("care-plan"), ==, "Care Plan");
  g_assert_cmpstr (thaw_link_page_get_title ("people"), ==, "My People");
  g_assert_cmpstr (thaw_link_page_get_title ("support"), ==, "Support");
  g_assert_cmpstr (thaw_link_page_get_title ("today"), ==, "Today");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/link-target/targets", test_targets);
  g_test_add_func ("/core/link-target/no-targets", test_no_targets);
  g_test_add_func ("/core/link-target/page-titles", test_page_titles);

  return g_test_run ();
}
