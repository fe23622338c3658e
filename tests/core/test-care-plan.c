/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-care-plan"

#include "config.h"
#include "thaw-care-plan.h"

#include <locale.h>

typedef struct
{
  GPtrArray *items;
  GPtrArray *people;
  GPtrArray *own_lines;
  ThawHelpCatalog *catalog;
} Fixture;

static ThawHelpLine *
make_line (const char      *id,
           ThawHelpKind     kind,
           const char      *name,
           ThawContactKind  way,
           const char      *value)
{
  ThawHelpLine *line = thaw_help_line_new (id, kind, name);

  line->checked = thaw_day_new (2026, 11, 9);
  line->source = g_strdup ("the test");
  g_ptr_array_add (line->ways, thaw_contact_way_new (way, NULL, value));

  return line;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_help_country_free);
  g_autoptr (GPtrArray) everywhere = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_help_line_free);
  ThawHelpCountry *country = thaw_help_country_new ("DE", "Germany");

  country->emergency = g_strdup ("112");
  g_ptr_array_add (country->lines, make_line ("a", THAW_HELP_ADDICTION, "Sober", THAW_CONTACT_PHONE, "0180"));
  g_ptr_array_add (country->lines, make_line ("b", THAW_HELP_CRISIS, "Listening", THAW_CONTACT_PHONE, "0800"));
  g_ptr_array_add (countries, country);
  g_ptr_array_add (everywhere, make_line ("c", THAW_HELP_DIRECTORY, "All lines", THAW_CONTACT_WEB, "lines.example"));

  fixture->catalog = thaw_help_catalog_new (countries, everywhere);
  fixture->items = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_care_item_free);
  fixture->people = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_person_free);
  fixture->own_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_own_line_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->items);
  g_ptr_array_unref (fixture->people);
  g_ptr_array_unref (fixture->own_lines);
  g_object_unref (fixture->catalog);
}

static ThawPerson *
add_person (Fixture    *fixture,
            const char *id,
            const char *name)
{
  ThawPerson *person = thaw_person_new (THAW_PERSON_FRIEND, name);

  person->id = g_strdup (id);
  g_ptr_array_add (fixture->people, person);

  return person;
}

static void
add_way (ThawPerson      *person,
         ThawContactKind  kind,
         const char      *value)
{
  g_ptr_array_add (person->ways, thaw_contact_way_new (kind, NULL, value));
}

static ThawCareItem *
add_item (Fixture      *fixture,
          ThawCarePart  part,
          const char   *text,
          const char   *person)
{
  ThawCareItem *item = thaw_care_item_new (part, 0, text);

  item->person = g_strdup (person);
  g_ptr_array_add (fixture->items, item);

  return item;
}

static ThawDocument *
write_plan (Fixture    *fixture,
            const char *country)
{
  ThawCarePlan plan = { fixture->items, fixture->people, fixture->own_lines, fixture->catalog, country };

  return thaw_care_plan_to_document (&plan);
}

/* What stands under a heading, each block in a line with a letter for its kind. */
static char *
get_section (ThawDocument *document,
             const char   *heading)
{
  static const char letters[] = { 'H', 'p', '-', 's', 'n', '_' };
  GString *section = g_string_new (NULL);
  gboolean is_in = FALSE;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == THAW_BLOCK_HEADING)
        is_in = g_str_equal (block->text->plain, heading);
      else if (is_in)
        g_string_append_printf (section, "%c%s\n", letters[block->kind], block->text->plain);
    }

  return g_string_free (section, FALSE);
}

static void
assert_section (ThawDocument *document,
                const char   *heading,
                const char   *expected)
{
  g_autofree char *section = get_section (document, heading);

  g_assert_cmpstr (section, ==, expected);
}

/* All six parts are there in their order, and the empty ones can be filled in by hand. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawDocument) document = write_plan (fixture, "DE");
  guint n_headings = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind != THAW_BLOCK_HEADING)
        continue;

      if (n_headings < THAW_N_CARE_PARTS)
        g_assert_cmpstr (block->text->plain, ==, thaw_care_part_get_name (n_headings));
      n_headings++;
    }
  g_assert_cmpuint (n_headings, ==, THAW_N_CARE_PARTS + 1);

  for (guint part = 0; part < THAW_N_CARE_PARTS; part++)
    {
      g_autofree char *expected = g_strdup_printf ("n%s\n_\n_\n", thaw_care_part_get_hint (part));

      assert_section (document, thaw_care_part_get_name (part), expected);
    }
}

/* Words of the person's, to the letter, in the order in which they are given. */
static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ThawDocument) document = NULL;

  add_item (fixture, THAW_CARE_SAFETY, "[the keys](word:joy)", NULL);
  add_item (fixture, THAW_CARE_WARNING_SIGNS, "I stop answering", NULL);
  add_item (fixture, THAW_CARE_WARNING_SIGNS, "I do not sleep", NULL);
  document = write_plan (fixture, "DE");

  assert_section (document, thaw_care_part_get_name (THAW_CARE_WARNING_SIGNS), "-I stop answering\n-I do not sleep\n");
  assert_section (document, thaw_care_part_get_name (THAW_CARE_SAFETY), "-[the keys](word:joy)\n");
}

/* A person is called what they are called now, with the number to call, or else what there is. */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ThawDocument) document = NULL;
  ThawPerson *anna = add_person (fixture, "1", "Anna");
  ThawPerson *ben = add_person (fixture, "2", "Ben");
  ThawPerson *cem = add_person (fixture, "3", "Cem");

  anna->role = g_strdup ("my sponsor");
  add_way (anna, THAW_CONTACT_MAIL, "anna@example.org");
  add_way (anna, THAW_CONTACT_PHONE, "0171 1");
  add_way (anna, THAW_CONTACT_PHONE, "0171 2");
  add_way (ben, THAW_CONTACT_MAIL, "ben@example.org");
  add_way (ben, THAW_CONTACT_TEXT, "0171 3");
  add_person (fixture, "4", "Dana");
  add_way (cem, THAW_CONTACT_MAIL, "cem@example.org");

  add_item (fixture, THAW_CARE_PEOPLE, "Anne", "1");
  add_item (fixture, THAW_CARE_PEOPLE, "Ben", "2");
  add_item (fixture, THAW_CARE_PEOPLE, "Cem", "3");
  add_item (fixture, THAW_CARE_PEOPLE, "Dana", "4");
  add_item (fixture, THAW_CARE_PEOPLE, "Eve, who is gone", "5");
  document = write_plan (fixture, "DE");

  assert_section (document, thaw_care_part_get_name (THAW_CARE_PEOPLE),
                  "-Anna (my sponsor): 0171 1\n-Ben: 0171 3\n-Cem: cem@example.org\n-Dana\n-Eve, who is gone\n");
}

/* Whom to call at any hour: one's own lines first, then those of the country. */
static void
test_foot (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ThawDocument) here = NULL;
  g_autoptr (ThawDocument) elsewhere = NULL;
  g_autoptr (ThawDocument) without = NULL;

  g_ptr_array_add (fixture->own_lines, thaw_own_line_new ("The ward", "030 1"));
  here = write_plan (fixture, "DE");
  elsewhere = write_plan (fixture, NULL);
  assert_section (here, "When it is urgent",
                  "-The ward: 030 1\n-Emergency: 112\n-Listening: 0800\nnLast checked on 9 November 2026\n");
  assert_section (elsewhere, "When it is urgent",
                  "-The ward: 030 1\n-All lines: lines.example\nnLast checked on 9 November 2026\n");

  /* A catalog that could not be read takes nothing else away. */
  {
    ThawCarePlan plan = { fixture->items, NULL, NULL, NULL, "DE" };

    without = thaw_care_plan_to_document (&plan);
  }
  assert_section (without, "When it is urgent", "");
  g_assert_cmpstr (without->title, ==, "My Care Plan");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/care-plan/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/core/care-plan/items", Fixture, NULL, set_up, test_items, tear_down);
  g_test_add ("/core/care-plan/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/core/care-plan/foot", Fixture, NULL, set_up, test_foot, tear_down);

  return g_test_run ();
}
