/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "thaw-help-catalog.h"

static void
assert_guess (const char *code,
              const char *first,
              const char *second)
{
  const char *const locales[] = { first, second, NULL };
  g_autofree char *guess = thaw_help_guess_country_code (locales);

  g_assert_cmpstr (guess, ==, code);
}

static void
test_guess (void)
{
  assert_guess ("AT", "de_AT.UTF-8", "en_US.UTF-8");
  assert_guess ("DE", "de_DE@euro", NULL);
  assert_guess ("CN", "zh-Hans_CN", NULL);
  assert_guess ("CH", "de_CH", NULL);

  /* The first that names a country. */
  assert_guess ("US", "C.UTF-8", "en_US.UTF-8");
  assert_guess ("FR", "de", "fr_FR");

  assert_guess (NULL, "C", NULL);
  assert_guess (NULL, "C.UTF-8", "POSIX");
  assert_guess (NULL, "de", "en");
  assert_guess (NULL, "es_419", NULL);
  assert_guess (NULL, "de_D", "de_");
  assert_guess (NULL, "de_DEU", "de_de");
  assert_guess (NULL, "", NULL);
  assert_guess (NULL, NULL, NULL);
}

static void
test_find (void)
{
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_help_country_free);
  g_autoptr (GPtrArray) everywhere = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_help_line_free);
  g_autoptr (ThawHelpCatalog) catalog = NULL;

  g_ptr_array_add (countries, thaw_help_country_new ("US", "United States"));
  g_ptr_array_add (countries, thaw_help_country_new ("DE", "Germany"));
  g_ptr_array_add (everywhere, thaw_help_line_new ("all", THAW_HELP_DIRECTORY, "All"));
  catalog = thaw_help_catalog_new (countries, everywhere);

  g_assert_cmpuint (thaw_help_catalog_get_countries (catalog)->len, ==, 2);
  g_assert_cmpstr (((ThawHelpCountry *) g_ptr_array_index (countries, 0))->name, ==, "Germany");
  g_assert_true (thaw_help_catalog_get_everywhere (catalog) == everywhere);
  g_assert_cmpstr (thaw_help_catalog_find_country (catalog, "US")->name, ==, "United States");
  g_assert_null (thaw_help_catalog_find_country (catalog, "us"));
  g_assert_null (thaw_help_catalog_find_country (catalog, "AT"));
  g_assert_null (thaw_help_catalog_find_country (catalog, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/help-catalog/guess", test_guess);
  g_test_add_func ("/core/help-catalog/find", test_find);

  return g_test_run ();
}
