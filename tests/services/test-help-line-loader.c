/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/thaw-help-line-loader.h"
#include "thaw-test-content.h"

#define DAY          " checked=\"2026-11-29\""
#define WAY          "<way kind=\"phone\">123</way>"
#define SOURCE       "<source>a.org</source>"
#define LINE(id)     "<line id=\"" id "\" kind=\"crisis\"" DAY "><name>L</name>" WAY SOURCE "</line>"
#define COUNTRY(a,x) "<help-lines><country " a ">\n<name>C</name>\n" x "</country></help-lines>"
#define HELP(x)      COUNTRY ("code=\"DE\"", x)
#define LIKE(a)      HELP ("<line " a "><name>L</name>" WAY SOURCE "</line>")
#define WITH(x)      HELP ("<line id=\"a\" kind=\"crisis\"" DAY "><name>L</name>\n" x SOURCE "</line>")

static const ThawTestBroken broken[] = {
  { "no XML", "help", 1, "", TRUE },
  { "no country", "<help-lines/>", 1, "has no “country”", FALSE },
  { "no country before everywhere", "<help-lines>\n<everywhere>" LINE ("a") "</everywhere></help-lines>", 2,
    "“country” has to stand before “everywhere”", FALSE },
  { "no name", "<help-lines><country code=\"DE\">\n" LINE ("a") "</country></help-lines>", 2,
    "“name” has to stand before “line”", FALSE },
  { "no line", HELP (""), 1, "has no “line”", FALSE },
  { "no code", COUNTRY ("emergency=\"112\"", LINE ("a")), 1, "has no attribute “code”", FALSE },
  { "a code in lower case", COUNTRY ("code=\"de\"", LINE ("a")), 1, "“de” is no code of a country", FALSE },
  { "a longer code", COUNTRY ("code=\"DEU\"", LINE ("a")), 1, "“DEU” is no code of a country", FALSE },
  { "a country twice", "<help-lines><country code=\"DE\"><name>C</name>" LINE ("a") "</country>\n"
    "<country code=\"DE\"><name>C</name>" LINE ("b") "</country></help-lines>", 2, "there is “DE” already", FALSE },
  { "an emergency that is no number", COUNTRY ("code=\"DE\" emergency=\"police\"", LINE ("a")), 1,
    "nobody is reached by “police”", FALSE },

  { "an id twice", HELP (LINE ("a") "\n" LINE ("a")), 4, "there is “a” already", FALSE },
  { "an id twice in the world", "<help-lines><country code=\"DE\"><name>C</name>" LINE ("a") "</country>\n"
    "<everywhere>" LINE ("a") "</everywhere></help-lines>", 2, "there is “a” already", FALSE },
  { "no kind", LIKE ("id=\"a\"" DAY), 3, "has no attribute “kind”", FALSE },
  { "another kind", LIKE ("id=\"a\" kind=\"weather\"" DAY), 3, "there is no kind “weather”", FALSE },
  { "never checked", LIKE ("id=\"a\" kind=\"crisis\""), 3, "has no attribute “checked”", FALSE },
  { "checked on no day", LIKE ("id=\"a\" kind=\"crisis\" checked=\"2026-13-01\""), 3,
    "the day “2026-13-01” does not exist", FALSE },

  { "no way", WITH (""), 4, "“way” has to stand before “source”", FALSE },
  { "no source", HELP ("<line id=\"a\" kind=\"crisis\"" DAY "><name>L</name>" WAY "</line>"), 3, "has no “source”", FALSE },
  { "another way", WITH ("<way kind=\"pigeon\">1</way>"), 4, "there is no kind “pigeon”", FALSE },
  { "a number without digits", WITH ("<way kind=\"phone\">ask</way>"), 4, "nobody is reached by “ask”", FALSE },
  { "a mail address that is none", WITH ("<way kind=\"mail\">jo</way>"), 4, "nobody is reached by “jo”", FALSE },
  { "hours behind the way", WITH (WAY "\n<hours>Now</hours>"), 5, "“hours” stands too late", FALSE },
};

static gpointer
read_it (GBytes      *bytes,
         const char  *file,
         GError     **error)
{
  return thaw_help_line_loader_read (bytes, file, error);
}

static void
test_broken (void)
{
  thaw_test_assert_broken (read_it, broken, G_N_ELEMENTS (broken));
}

static void
test_good (void)
{
  static const char file[] = "<help-lines><country code=\"US\" emergency=\"911\"><name>United\n States</name>"
                             "<line id=\"drugs\" kind=\"addiction\"" DAY "><name>D</name>" WAY SOURCE "</line>"
                             "<line id=\"crisis\" kind=\"crisis\"" DAY "><name>Crisis\n Line</name><about>Free.</about>"
                             "<hours>Around the clock</hours><way kind=\"phone\" label=\"TTY\">1-800</way>"
                             "<way kind=\"web\">example.org</way><source>a.org, b.org</source></line>"
                             LINE ("other-crisis") "</country>"
                             "<country code=\"AT\"><name>Austria</name>" LINE ("austria") "</country>"
                             "<everywhere><line id=\"all\" kind=\"directory\"" DAY "><name>All</name>" WAY SOURCE
                             "</line></everywhere></help-lines>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawHelpCatalog) catalog = thaw_help_line_loader_read (bytes, "good.xml", &error);
  const ThawHelpCountry *country;
  const ThawHelpLine *line;
  const ThawContactWay *way;
  g_autofree char *checked = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (thaw_help_catalog_get_countries (catalog)->len, ==, 2);
  country = g_ptr_array_index (thaw_help_catalog_get_countries (catalog), 0);
  g_assert_cmpstr (country->name, ==, "Austria");
  g_assert_null (country->emergency);

  country = thaw_help_catalog_find_country (catalog, "US");
  g_assert_cmpstr (country->name, ==, "United States");
  g_assert_cmpstr (country->emergency, ==, "911");
  g_assert_cmpuint (country->lines->len, ==, 3);

  /* Those for crises come first, as they stand in the file. */
  line = g_ptr_array_index (country->lines, 0);
  checked = thaw_day_to_iso (line->checked);
  g_assert_cmpstr (line->id, ==, "crisis");
  g_assert_cmpint (line->kind, ==, THAW_HELP_CRISIS);
  g_assert_cmpstr (line->name, ==, "Crisis Line");
  g_assert_cmpstr (line->about, ==, "Free.");
  g_assert_cmpstr (line->hours, ==, "Around the clock");
  g_assert_cmpstr (line->source, ==, "a.org, b.org");
  g_assert_cmpstr (checked, ==, "2026-11-29");
  g_assert_cmpuint (line->ways->len, ==, 2);
  way = g_ptr_array_index (line->ways, 0);
  g_assert_cmpint (way->kind, ==, THAW_CONTACT_PHONE);
  g_assert_cmpstr (way->label, ==, "TTY");
  g_assert_cmpstr (way->value, ==, "1-800");
  way = g_ptr_array_index (line->ways, 1);
  g_assert_cmpint (way->kind, ==, THAW_CONTACT_WEB);
  g_assert_null (way->label);

  line = g_ptr_array_index (country->lines, 1);
  g_assert_cmpstr (line->id, ==, "other-crisis");
  g_assert_null (line->about);
  g_assert_null (line->hours);
  line = g_ptr_array_index (country->lines, 2);
  g_assert_cmpstr (line->id, ==, "drugs");

  g_assert_cmpuint (thaw_help_catalog_get_everywhere (catalog)->len, ==, 1);
  line = g_ptr_array_index (thaw_help_catalog_get_everywhere (catalog), 0);
  g_assert_cmpint (line->kind, ==, THAW_HELP_DIRECTORY);
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawHelpCatalog) catalog = thaw_help_line_loader_load (&error);
  GPtrArray *countries;
  const ThawHelpCountry *country;

  g_assert_no_error (error);
  countries = thaw_help_catalog_get_countries (catalog);
  g_assert_cmpuint (countries->len, ==, 11);

  /* Whoever is in a crisis finds somebody in each of them. */
  for (guint i = 0; i < countries->len; i++)
    {
      country = g_ptr_array_index (countries, i);
      g_assert_cmpint (((ThawHelpLine *) g_ptr_array_index (country->lines, 0))->kind, ==, THAW_HELP_CRISIS);
    }

  country = thaw_help_catalog_find_country (catalog, "DE");
  g_assert_cmpstr (country->emergency, ==, "112");
  g_assert_cmpstr (((ThawHelpLine *) g_ptr_array_index (country->lines, 0))->id, ==, "de-telefonseelsorge");
  g_assert_cmpuint (thaw_help_catalog_get_everywhere (catalog)->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/help-line-loader/broken", test_broken);
  g_test_add_func ("/services/help-line-loader/good", test_good);
  g_test_add_func ("/services/help-line-loader/shipped", test_shipped);

  return g_test_run ();
}
