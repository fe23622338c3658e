/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-help-choice"

#include "config.h"
#include "thaw-help-choice.h"

#include <locale.h>

static void
assert_country (ThawSettings *settings,
                const char   *expected)
{
  g_autofree char *country = thaw_help_choice_dup_country (settings);

  g_assert_cmpstr (country, ==, expected);
}

/* What was chosen counts; nothing is made up where the locale names no country. */
static void
test_chosen (void)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();

  setlocale (LC_ALL, "C");
  assert_country (settings, NULL);
  thaw_settings_set_help_country (settings, "IE");
  assert_country (settings, "IE");
  thaw_settings_set_help_country (settings, "");
  assert_country (settings, NULL);
}

/* Whoever reads in the language of one country and lives in another is found where they live. */
static void
test_guessed (void)
{
  g_autoptr (ThawSettings) settings = thaw_settings_new ();

  if (setlocale (LC_MESSAGES, "en_US.UTF-8") == NULL || setlocale (LC_MONETARY, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("The locales en_US.UTF-8 and de_DE.UTF-8 are not installed");
      return;
    }

  assert_country (settings, "DE");
  setlocale (LC_MONETARY, "C");
  assert_country (settings, "US");
  setlocale (LC_ALL, "C");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/help-choice/chosen", test_chosen);
  g_test_add_func ("/services/help-choice/guessed", test_guessed);

  return g_test_run ();
}
