/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-demo-people"

#include "config.h"

#include "content/thaw-content.h"
#include "content/thaw-library-loader.h"
#include "demo/thaw-demo.h"
#include "exchange/thaw-json-beside-writer.h"
#include "thaw-article-mark.h"
#include "thaw-care-item.h"
#include "thaw-own-line.h"
#include "thaw-person.h"
#include "thaw-uuid.h"

#include <string.h>

#define LAST_DAY "2026-11-22"

/* As in test-demo.c, of people and what was written down for hard times. */
#define CHECKSUM "ee4ee3a4221490158cd844173821f6913d427d5f9f23810c18d823818d1387be"

static ThawImportBatch *
generate (guint32     seed,
          guint       n_days,
          const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);

  return thaw_demo_generate (seed, thaw_day_from_iso (LAST_DAY), n_days, zone);
}

static char *
dump (const ThawImportBatch *batch)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *start;

  thaw_json_append_beside (out, batch);
  start = strstr (out->str, "\"people\"");

  return g_strndup (start, (gsize) (strstr (start, ",\n\"reminders\"") - start));
}

static void
test_same_on_every_machine (void)
{
  g_autoptr (ThawImportBatch) batch = generate (7, 60, "UTC");
  g_autoptr (ThawImportBatch) other = generate (8, 1095, "UTC");
  g_autofree char *people = dump (batch);
  g_autofree char *same = dump (other);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, people, -1);

  g_assert_cmpstr (people, ==, same);
  g_assert_cmpstr (checksum, ==, CHECKSUM);
}

/* Numbers that reach nobody: RFC 6761 for names, and the ranges of Ofcom and of North America for fiction. */
static gboolean
reaches_nobody (const ThawContactWay *way)
{
  switch (way->kind)
    {
    case THAW_CONTACT_PHONE:
    case THAW_CONTACT_TEXT:
      return g_str_has_prefix (way->value, "+44 7700 900") || g_str_has_prefix (way->value, "01632 960") ||
             g_str_has_prefix (way->value, "555-01");
    case THAW_CONTACT_MAIL:
      return g_str_has_suffix (way->value, "@example.org");
    case THAW_CONTACT_WEB:
      return g_str_has_prefix (way->value, "https://example.org/");
    case THAW_CONTACT_MESSENGER:
    case THAW_CONTACT_ADDRESS:
    default:
      return TRUE;
    }
}

static void
test_people (void)
{
  g_autoptr (ThawImportBatch) batch = generate (1, 60, "Europe/Berlin");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  ThawDay last_day = thaw_day_from_iso (LAST_DAY);
  guint n_kept_away = 0, n_due = 0, n_favourites = 0, kinds = 0;

  for (guint i = 0; i < batch->people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (batch->people, i);

      g_assert_true (thaw_uuid_is_valid (person->id));
      g_assert_true (g_hash_table_add (ids, person->id));
      g_assert_cmpstr (person->name, !=, "");
      g_assert_cmpint (person->modified_ms, >, 0);
      g_assert_cmpint (person->last_contact, <=, last_day);
      for (guint j = 0; j < person->ways->len; j++)
        {
          const ThawContactWay *way = g_ptr_array_index (person->ways, j);

          g_assert_true (thaw_contact_way_is_valid (way));
          g_assert_true (reaches_nobody (way));
        }

      kinds |= 1u << person->kind;
      n_kept_away += person->keeps_distance ? 1 : 0;
      n_favourites += person->is_favourite ? 1 : 0;
      n_due += thaw_person_is_nudge_due (person, last_day + 1) ? 1 : 0;
    }

  g_assert_cmpuint (batch->people->len, ==, 10);
  g_assert_cmpuint (kinds, ==, (1u << THAW_N_PERSON_KINDS) - 1);
  g_assert_cmpuint (n_kept_away, ==, 1);
  g_assert_cmpuint (n_favourites, ==, 3);
  g_assert_cmpuint (n_due, ==, 1);
}

static const ThawPerson *
find_person (const ThawImportBatch *batch,
             const char            *id)
{
  for (guint i = 0; i < batch->people->len; i++)
    {
      const ThawPerson *person = g_ptr_array_index (batch->people, i);

      if (g_str_equal (person->id, id))
        return person;
    }

  return NULL;
}

/* What the plan draws on is there, and is called so. */
static void
test_care_plan (void)
{
  g_autoptr (ThawImportBatch) batch = generate (1, 60, "Europe/Berlin");
  g_autoptr (ThawContent) content = thaw_content_load ();
  guint n_items[THAW_N_CARE_PARTS] = { 0 };
  guint n_people = 0, n_activities = 0;

  for (guint i = 0; i < batch->care_items->len; i++)
    {
      const ThawCareItem *item = g_ptr_array_index (batch->care_items, i);

      g_assert_true (thaw_uuid_is_valid (item->id));
      g_assert_cmpstr (item->text, !=, "");
      g_assert_cmpint (item->position, ==, (int) i);
      n_items[item->part]++;
      if (item->person != NULL)
        {
          const ThawPerson *person = find_person (batch, item->person);

          g_assert_nonnull (person);
          g_assert_cmpstr (item->text, ==, person->name);
          g_assert_false (person->keeps_distance);
          n_people++;
        }
      if (item->activity != NULL)
        {
          g_assert_cmpstr (item->text, ==, thaw_practice_catalog_get_name (content->practice_catalog, item->activity));
          n_activities++;
        }
    }

  for (guint i = 0; i < THAW_N_CARE_PARTS; i++)
    g_assert_cmpuint (n_items[i], >=, 2);
  g_assert_cmpuint (n_people, ==, 5);
  g_assert_cmpuint (n_activities, ==, 4);
}

static void
test_lines_and_marks (void)
{
  g_autoptr (ThawImportBatch) batch = generate (1, 60, "Europe/Berlin");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const ThawOwnLine *line;
  guint stances = 0, n_bookmarks = 0;

  g_assert_cmpuint (batch->own_lines->len, ==, 1);
  line = g_ptr_array_index (batch->own_lines, 0);
  g_assert_true (thaw_uuid_is_valid (line->id));
  g_assert_true (g_str_has_prefix (line->number, "01632 960"));
  g_assert_cmpstr (line->name, !=, "");
  g_assert_nonnull (line->note);

  for (guint i = 0; i < batch->article_marks->len; i++)
    {
      const ThawArticleMark *mark = g_ptr_array_index (batch->article_marks, i);

      g_assert_true (thaw_uuid_is_valid (mark->id));
      g_assert_true (g_hash_table_add (ids, mark->id));
      g_assert_cmpstr (mark->article, !=, "");
      g_assert_cmpfloat (mark->position, >, 0.0);
      g_assert_cmpfloat (mark->position, <=, 1.0);
      stances |= 1u << mark->stance;
      n_bookmarks += mark->is_bookmarked ? 1 : 0;
    }
  g_assert_cmpuint (stances, ==, (1u << THAW_N_STANCES) - 1);
  g_assert_cmpuint (n_bookmarks, ==, 3);
}

/* What was marked can be read. */
static void
test_articles (void)
{
  g_autoptr (ThawImportBatch) batch = generate (1, 60, "Europe/Berlin");
  g_autoptr (ThawContent) content = thaw_content_load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawLibrary) library = thaw_library_loader_load (content->practice_catalog, content->vocabulary, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->article_marks->len, >, 0);
  for (guint i = 0; i < batch->article_marks->len; i++)
    {
      const ThawArticleMark *mark = g_ptr_array_index (batch->article_marks, i);
      const ThawArticle *article = thaw_library_find (library, mark->article);

      g_test_message ("%s", mark->article);
      g_assert_nonnull (article);
      /* Only a kind of support is tried, or not for one. */
      g_assert_true (mark->stance == THAW_STANCE_NONE || article->kind == THAW_ARTICLE_SUPPORT);
    }
}

static void
test_nothing (void)
{
  g_autoptr (ThawImportBatch) batch = generate (1, 0, "UTC");

  g_assert_cmpuint (batch->people->len + batch->care_items->len + batch->own_lines->len + batch->article_marks->len,
                    ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/demo-people/same-on-every-machine", test_same_on_every_machine);
  g_test_add_func ("/services/demo-people/people", test_people);
  g_test_add_func ("/services/demo-people/care-plan", test_care_plan);
  g_test_add_func ("/services/demo-people/lines-and-marks", test_lines_and_marks);
  g_test_add_func ("/services/demo-people/articles", test_articles);
  g_test_add_func ("/services/demo-people/nothing", test_nothing);

  return g_test_run ();
}
