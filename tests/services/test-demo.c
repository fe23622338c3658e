/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-demo"

#include "config.h"

#include "content/thaw-vocabulary-loader.h"
#include "demo/thaw-demo-markup.h"
#include "demo/thaw-demo-pattern.h"
#include "demo/thaw-demo.h"
#include "thaw-entry.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"
#include "thaw-uuid.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define SEED 7
#define LAST_DAY "2026-11-22"

/* The journal of SEED in UTC. It changes with the texts and with the course; then put in what the test prints. It
 * must not change with the machine, the compiler or the version of GLib. */
#define CHECKSUM "9e1bce43c1eb20c63ccdbd800d75d630c21ba72a893a5c6db0833472dc29346a"

/* How many texts there are to choose from, not counting the sentences. */
#define MIN_TEXTS 500

/* How many entries are told at some length, and what that is. */
#define MIN_LONG_ENTRIES 28
#define LONG_ENTRY_WORDS 150

/* What counts as a long text, and how far apart two equal ones have to be. */
#define LONG_TEXT_CHARS 60
#define LONG_TEXT_DAYS 60

static ThawImportBatch *
generate_batch (guint32     seed,
                guint       n_days,
                const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);

  return thaw_demo_generate (seed, thaw_day_from_iso (LAST_DAY), n_days, zone);
}

static GPtrArray *
generate (guint32     seed,
          guint       n_days,
          const char *zone_name)
{
  g_autoptr (ThawImportBatch) batch = generate_batch (seed, n_days, zone_name);

  return g_ptr_array_ref (batch->entries);
}

static void
append_entry (GString   *out,
              ThawEntry *entry)
{
  const ThawMoment *moment = thaw_entry_get_moment (entry);
  GPtrArray *emotions = thaw_entry_get_emotions (entry);
  GPtrArray *tags = thaw_entry_get_tags (entry);
  GPtrArray *sensations = thaw_entry_get_sensations (entry);
  GPtrArray *copings = thaw_entry_get_copings (entry);

  g_string_append_printf (out, "%s %" G_GINT64_FORMAT " %d %d %d %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          thaw_entry_get_uuid (entry), moment->utc_ms, moment->offset_secs, moment->day,
                          thaw_entry_get_feeling (entry), thaw_valence_to_step (thaw_entry_get_valence (entry)),
                          thaw_entry_get_answer (entry), thaw_entry_get_created_ms (entry),
                          thaw_entry_get_modified_ms (entry));
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      g_string_append_printf (out, " %s:%d", mark->slug, mark->intensity);
    }
  for (guint i = 0; i < tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (tags, i);

      g_string_append_printf (out, " %d:%s:%d", mark->kind, mark->name, mark->is_trigger);
    }
  g_string_append_printf (out, " %d", thaw_entry_get_body_answer (entry));
  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);

      g_string_append_printf (out, " %d:%d:%d", sensation->region, sensation->quality, sensation->strength);
    }
  for (guint i = 0; i < copings->len; i++)
    {
      const ThawCopingMark *mark = g_ptr_array_index (copings, i);

      g_string_append_printf (out, " %s:%d", mark->slug, mark->outcome);
    }
  g_string_append_printf (out, "\n%s\n%s\n%s\n", thaw_entry_get_prompt (entry), thaw_entry_get_title (entry),
                          thaw_entry_get_text (entry));
}

static char *
dump_beside (const ThawImportBatch *batch)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < batch->own_words->len; i++)
    {
      const ThawOwnWord *word = g_ptr_array_index (batch->own_words, i);

      g_string_append_printf (out, "%s %s %s %" G_GINT64_FORMAT "\n", word->uuid, word->word, word->family,
                              word->modified_ms);
    }
  for (guint i = 0; i < batch->own_prompts->len; i++)
    {
      const ThawOwnPrompt *prompt = g_ptr_array_index (batch->own_prompts, i);

      g_string_append_printf (out, "%s %s %" G_GINT64_FORMAT "\n", prompt->uuid, prompt->text, prompt->modified_ms);
    }
  for (guint i = 0; i < batch->reflections->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (batch->reflections, i);

      g_string_append_printf (out, "%s %" G_GINT64_FORMAT " %d %d %d %d %d %s %" G_GINT64_FORMAT "\n", reflection->uuid,
                              reflection->moment.utc_ms, reflection->moment.offset_secs, reflection->levels[0],
                              reflection->levels[1], reflection->levels[2], reflection->levels[3], reflection->note,
                              reflection->modified_ms);
    }

  return g_string_free (out, FALSE);
}

static char *
dump (GPtrArray *entries)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    append_entry (out, g_ptr_array_index (entries, i));

  return g_string_free (out, FALSE);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_words += words[i][0] != '\0' ? 1 : 0;

  return n_words;
}

static ThawDay
get_day (GPtrArray *entries,
         guint      at)
{
  return thaw_entry_get_moment (g_ptr_array_index (entries, at))->day;
}

static void
test_texts_are_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ThawDemoTexts) texts = thaw_demo_texts_load (&error);
  g_autoptr (GHashTable) patterns = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_texts = 0;

  g_assert_no_error (error);
  for (guint part = 0; part < THAW_DEMO_N_PARTS; part++)
    {
      GPtrArray *list = thaw_demo_texts_get_part (texts, part);

      g_assert_cmpuint (list->len, >, 0);
      for (guint i = 0; i < list->len; i++)
        {
          const ThawDemoText *text = g_ptr_array_index (list, i);

          g_assert_cmpstr (text->pattern, !=, "");
          /* Nothing was pasted twice. */
          if (strlen (text->pattern) >= LONG_TEXT_CHARS)
            g_assert_true (g_hash_table_add (patterns, text->pattern));
          for (guint j = 0; text->emotions != NULL && j < text->emotions->len; j++)
            {
              const ThawEmotionMark *mark = g_ptr_array_index (text->emotions, j);

              g_assert_true (thaw_emotion_slug_is_valid (mark->slug));
            }
        }
      n_texts += part <= THAW_DEMO_PASSAGE ? list->len : 0;
    }

  g_assert_cmpuint (n_texts, >=, MIN_TEXTS);
}

static void
test_mistakes_are_found (void)
{
  static const char *const bad_files[] = {
    "<demo><poem/></demo>",
    "<demo><group part='verse'/></demo>",
    "<demo><group part='note' phase='melting'/></demo>",
    "<demo><group part='note' era='stone age'/></demo>",
    "<demo><group part='note'><t feeling='11'>A</t></group></demo>",
    "<demo><group part='note'><t emotions='joy:4'>A</t></group></demo>",
    "<demo><group part='note'><t tags='thing:cup'>A</t></group></demo>",
    "<demo><group part='note'><t colour='blue'>A</t></group></demo>",
    "<demo><feel region='soul' quality='tight'/></demo>",
    "<demo><feel region='chest' quality='odd'/></demo>",
    "<demo><did better='101'>walk</did></demo>",
    "<demo><prompt own='perhaps'>A?</prompt></demo>",
    "<demo><w>A</w></demo>",
    "<demo>",
  };
  static const char *const bad_patterns[] = { "{", "}", "{sky", "{no such slot}", "{a|{b}", "a}{b" };
  g_autoptr (ThawDemoTexts) texts = thaw_demo_texts_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (ThawDemoMarkup) markup = thaw_demo_markup_new (texts);
      g_autoptr (GError) error = NULL;

      g_assert_false (thaw_demo_markup_read (markup, bad_files[i], -1, &error));
      g_assert_true (error->domain == G_MARKUP_ERROR);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_patterns); i++)
    g_assert_false (thaw_demo_pattern_is_good (bad_patterns[i], texts));

  g_assert_true (thaw_demo_pattern_is_good ("{Sky} and {a|b {food}|}.", texts));
}

static void
test_same_on_every_machine (void)
{
  g_autoptr (ThawImportBatch) batch = generate_batch (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autofree char *entries = dump (batch->entries);
  g_autofree char *beside = dump_beside (batch);
  g_autofree char *journal = g_strconcat (entries, beside, NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, journal, -1);

  g_assert_cmpstr (checksum, ==, CHECKSUM);
}

static void
test_same_seed_same_bytes (void)
{
  g_autoptr (ThawImportBatch) first = generate_batch (SEED, THAW_DEMO_DEFAULT_DAYS, "Europe/Lisbon");
  g_autoptr (ThawImportBatch) second = generate_batch (SEED, THAW_DEMO_DEFAULT_DAYS, "Europe/Lisbon");
  g_autofree char *first_dump = dump (first->entries);
  g_autofree char *second_dump = dump (second->entries);
  g_autofree char *first_beside = dump_beside (first);
  g_autofree char *second_beside = dump_beside (second);

  g_assert_cmpstr (first_dump, ==, second_dump);
  g_assert_cmpstr (first_beside, ==, second_beside);
}

static void
test_other_seed_other_journal (void)
{
  g_autoptr (GPtrArray) first = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (GPtrArray) second = generate (SEED + 1, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < first->len; i++)
    g_hash_table_add (uuids, (gpointer) thaw_entry_get_uuid (g_ptr_array_index (first, i)));
  for (guint i = 0; i < second->len; i++)
    g_assert_false (g_hash_table_contains (uuids, thaw_entry_get_uuid (g_ptr_array_index (second, i))));
}

/* The zone changes when a moment was, not what was felt and written. */
static void
test_zone_changes_the_moments_only (void)
{
  g_autoptr (GPtrArray) utc = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (GPtrArray) berlin = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "Europe/Berlin");

  g_assert_cmpuint (utc->len, ==, berlin->len);
  for (guint i = 0; i < utc->len; i++)
    {
      g_assert_cmpstr (thaw_entry_get_text (g_ptr_array_index (utc, i)), ==,
                       thaw_entry_get_text (g_ptr_array_index (berlin, i)));
      g_assert_cmpint (get_day (utc, i), ==, get_day (berlin, i));
    }
}

static void
test_counts (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (GPtrArray) entries = generate (seed * 100000007, THAW_DEMO_DEFAULT_DAYS, "UTC");

      g_assert_cmpuint (entries->len, >=, 2300);
      g_assert_cmpuint (entries->len, <=, 2700);
    }
}

static void
test_entries_are_valid (void)
{
  /* Zones with jumps of an hour, of half an hour, at midnight, and none. */
  static const char *const zones[] = { "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "UTC" };

  for (guint zone = 0; zone < G_N_ELEMENTS (zones); zone++)
    {
      g_autoptr (GPtrArray) entries = generate (SEED, THAW_DEMO_DEFAULT_DAYS, zones[zone]);
      g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);
      gint64 last_position = 0;

      for (guint i = 0; i < entries->len; i++)
        {
          ThawEntry *entry = g_ptr_array_index (entries, i);
          const ThawMoment *moment = thaw_entry_get_moment (entry);
          GPtrArray *tags = thaw_entry_get_tags (entry);
          g_autoptr (GDateTime) time = thaw_moment_to_time (moment);

          g_assert_true (thaw_moment_is_valid (moment));
          g_assert_cmpint (thaw_moment_get_position (moment), >, last_position);
          last_position = thaw_moment_get_position (moment);
          g_assert_cmpint (thaw_day_from_time (time), ==, moment->day);
          /* Nobody writes between five and six. */
          g_assert_cmpint (g_date_time_get_hour (time), !=, 5);

          g_assert_false (thaw_entry_is_empty (entry));
          g_assert_true (g_utf8_validate (thaw_entry_get_text (entry), -1, NULL));
          g_assert_null (strpbrk (thaw_entry_get_text (entry), "{}|\v\t\r"));
          g_assert_null (strstr (thaw_entry_get_text (entry), "  "));
          g_assert_null (strpbrk (thaw_entry_get_title (entry), "{}|\n"));
          g_assert_cmpint (thaw_entry_get_answer (entry) == THAW_ANSWER_NAMED, ==,
                           thaw_entry_get_emotions (entry)->len > 0);
          for (guint j = 0; j < tags->len; j++)
            {
              const char *name = ((ThawTagMark *) g_ptr_array_index (tags, j))->name;
              g_autofree char *normal = thaw_tag_name_normalize (name);

              g_assert_cmpstr (name, ==, normal);
            }

          g_assert_true (thaw_uuid_is_valid (thaw_entry_get_uuid (entry)));
          g_assert_cmpint (thaw_entry_get_uuid (entry)[14], ==, '7');
          g_assert_true (g_hash_table_add (uuids, (gpointer) thaw_entry_get_uuid (entry)));
          g_assert_cmpint (thaw_entry_get_created_ms (entry), >, moment->utc_ms);
          g_assert_cmpint (thaw_entry_get_modified_ms (entry), >=, thaw_entry_get_created_ms (entry));
        }
    }
}

static void
test_uuid_has_the_time (void)
{
  g_autoptr (GPtrArray) entries = generate (SEED, 30, "UTC");

  g_assert_cmpuint (entries->len, >, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      ThawEntry *entry = g_ptr_array_index (entries, i);
      const char *uuid = thaw_entry_get_uuid (entry);
      g_autofree char *hex = g_strdup_printf ("%.8s%.4s", uuid, uuid + 9);

      g_assert_cmpuint (g_ascii_strtoull (hex, NULL, 16), ==, (guint64) thaw_entry_get_moment (entry)->utc_ms);
    }
}

static void
test_days_are_missing (void)
{
  g_autoptr (GPtrArray) entries = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  ThawDay last_day = thaw_day_from_iso (LAST_DAY);
  guint n_days = 1, n_busy_days = 0, n_same = 1;
  int longest_gap = 0;

  g_assert_cmpint (get_day (entries, 0), ==, last_day - THAW_DEMO_DEFAULT_DAYS + 1);
  g_assert_cmpint (get_day (entries, entries->len - 1), >=, last_day - 7);
  g_assert_cmpint (get_day (entries, entries->len - 1), <=, last_day);

  for (guint i = 1; i < entries->len; i++)
    {
      int gap = get_day (entries, i) - get_day (entries, i - 1);

      n_days += gap > 0 ? 1 : 0;
      n_same = gap > 0 ? 1 : n_same + 1;
      n_busy_days += n_same == 3 ? 1 : 0;
      longest_gap = MAX (longest_gap, gap);
    }

  g_assert_cmpuint (n_days, <, THAW_DEMO_DEFAULT_DAYS - 80);
  g_assert_cmpuint (n_busy_days, >, 300);
  g_assert_cmpint (longest_gap, >, 10);
}

static double
get_mean_feeling (GPtrArray *entries,
                  ThawDay    first,
                  ThawDay    last)
{
  int sum = 0, n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      int feeling = thaw_entry_get_feeling (g_ptr_array_index (entries, i));

      if (feeling != THAW_FEELING_UNKNOWN && get_day (entries, i) >= first && get_day (entries, i) <= last)
        {
          sum += feeling;
          n++;
        }
    }

  g_assert_cmpint (n, >, 30);

  return (double) sum / n;
}

/* Up over the years, with a way down in between. */
static void
test_feeling_returns (void)
{
  ThawDay last_day = thaw_day_from_iso (LAST_DAY);
  ThawDay first_day = last_day - THAW_DEMO_DEFAULT_DAYS + 1;

  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (GPtrArray) entries = generate (seed, THAW_DEMO_DEFAULT_DAYS, "UTC");
      double early = get_mean_feeling (entries, first_day, first_day + 179);
      double late = get_mean_feeling (entries, last_day - 179, last_day);
      double before_lapse = get_mean_feeling (entries, first_day + 500, first_day + 600);
      double after_lapse = get_mean_feeling (entries, first_day + 640, first_day + 710);

      g_assert_cmpfloat (early, <, 2);
      g_assert_cmpfloat (late, >, 5);
      g_assert_cmpfloat (after_lapse, <, before_lapse - 1);
    }
}

static int
get_answer_percent (GPtrArray *entries,
                    guint      first,
                    guint      n,
                    gboolean   is_named)
{
  int n_answers = 0;

  for (guint i = first; i < first + n; i++)
    {
      ThawAnswer answer = thaw_entry_get_answer (g_ptr_array_index (entries, i));

      n_answers += answer != THAW_ANSWER_NONE && (answer == THAW_ANSWER_NAMED) == is_named ? 1 : 0;
    }

  return n_answers * 100 / (int) n;
}

static void
test_answers_shift (void)
{
  g_autoptr (GPtrArray) entries = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");

  g_assert_cmpint (get_answer_percent (entries, 0, 400, FALSE), >, 60);
  g_assert_cmpint (get_answer_percent (entries, 0, 400, TRUE), <, 20);
  g_assert_cmpint (get_answer_percent (entries, entries->len - 400, 400, FALSE), <, 35);
  g_assert_cmpint (get_answer_percent (entries, entries->len - 400, 400, TRUE), >, 50);
}

/* What a page has to show is there to be shown. */
static void
test_variety (void)
{
  g_autoptr (ThawVocabulary) vocabulary = thaw_vocabulary_loader_load (NULL);
  g_autoptr (GPtrArray) entries = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  guint n_without_text = 0, n_long = 0, n_titles = 0, n_no_feeling = 0, n_no_valence = 0, n_own_words = 0;
  guint n_tags[THAW_N_TAG_KINDS] = { 0 };
  guint n_triggers = 0, n_lists = 0, n_accents = 0, n_emoji = 0;
  g_autoptr (GHashTable) different_texts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_valences[THAW_VALENCE_N_STEPS] = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      ThawEntry *entry = g_ptr_array_index (entries, i);
      GPtrArray *emotions = thaw_entry_get_emotions (entry);
      GPtrArray *tags = thaw_entry_get_tags (entry);
      double valence = thaw_entry_get_valence (entry);

      n_without_text += thaw_entry_get_text (entry)[0] == '\0' ? 1 : 0;
      n_long += count_words (thaw_entry_get_text (entry)) >= LONG_ENTRY_WORDS ? 1 : 0;
      n_lists += strstr (thaw_entry_get_text (entry), "\n1. ") != NULL ? 1 : 0;
      n_accents += strstr (thaw_entry_get_text (entry), "ê") != NULL ? 1 : 0;
      n_emoji += strstr (thaw_entry_get_text (entry), "🙂") != NULL ? 1 : 0;
      if (thaw_entry_get_text (entry)[0] != '\0')
        g_hash_table_add (different_texts, (gpointer) thaw_entry_get_text (entry));
      n_titles += thaw_entry_get_title (entry)[0] != '\0' ? 1 : 0;
      n_no_feeling += thaw_entry_get_feeling (entry) == THAW_FEELING_UNKNOWN ? 1 : 0;
      if (isnan (valence))
        n_no_valence++;
      else
        n_valences[thaw_valence_to_step (valence)]++;

      for (guint j = 0; j < emotions->len; j++)
        {
          const char *slug = ((ThawEmotionMark *) g_ptr_array_index (emotions, j))->slug;

          n_own_words += thaw_vocabulary_find_emotion (vocabulary, slug) != NULL ? 0 : 1;
        }
      for (guint j = 0; j < tags->len; j++)
        {
          const ThawTagMark *mark = g_ptr_array_index (tags, j);

          n_tags[mark->kind]++;
          n_triggers += mark->is_trigger ? 1 : 0;
        }
    }

  g_assert_cmpuint (n_without_text, >, entries->len * 2 / 5);
  g_assert_cmpuint (n_without_text, <, entries->len * 3 / 5);
  g_assert_cmpuint (g_hash_table_size (different_texts), >, (entries->len - n_without_text) * 4 / 5);
  g_assert_cmpuint (n_long, >=, MIN_LONG_ENTRIES);
  g_assert_cmpuint (n_titles, >, MIN_LONG_ENTRIES);
  g_assert_cmpuint (n_lists, >, 0);
  g_assert_cmpuint (n_accents, >, 50);
  g_assert_cmpuint (n_emoji, >, 0);
  g_assert_cmpuint (n_no_feeling, >, 30);
  g_assert_cmpuint (n_no_valence, >, 100);
  g_assert_cmpuint (n_own_words, >, 30);
  g_assert_cmpuint (n_triggers, >, 30);
  for (guint i = 0; i < THAW_N_TAG_KINDS; i++)
    g_assert_cmpuint (n_tags[i], >, 50);
  for (guint i = 0; i < THAW_VALENCE_N_STEPS; i++)
    g_assert_cmpuint (n_valences[i], >, 15);
}

typedef struct
{
  guint n_entries;
  guint n_with_places;
  guint n_places;
  guint n_nowhere;
  guint n_unsure;
  guint n_regions;
  guint n_kinds; /* different places and qualities */
} Bodies;

static Bodies
count_bodies (GPtrArray *entries,
              ThawDay    first,
              ThawDay    last)
{
  Bodies bodies = { 0 };
  gboolean has_region[THAW_N_BODY_REGIONS] = { FALSE };
  gboolean has_kind[THAW_N_BODY_REGIONS][THAW_N_QUALITIES] = { { FALSE } };

  for (guint i = 0; i < entries->len; i++)
    {
      ThawEntry *entry = g_ptr_array_index (entries, i);
      GPtrArray *sensations = thaw_entry_get_sensations (entry);

      if (get_day (entries, i) < first || get_day (entries, i) > last)
        continue;

      bodies.n_entries++;
      bodies.n_with_places += sensations->len > 0 ? 1 : 0;
      bodies.n_places += sensations->len;
      bodies.n_nowhere += thaw_entry_get_body_answer (entry) == THAW_BODY_ANSWER_NOWHERE ? 1 : 0;
      bodies.n_unsure += thaw_entry_get_body_answer (entry) == THAW_BODY_ANSWER_UNSURE ? 1 : 0;
      for (guint j = 0; j < sensations->len; j++)
        {
          const ThawSensation *sensation = g_ptr_array_index (sensations, j);

          bodies.n_regions += has_region[sensation->region] ? 0 : 1;
          bodies.n_kinds += has_kind[sensation->region][sensation->quality] ? 0 : 1;
          has_region[sensation->region] = TRUE;
          has_kind[sensation->region][sensation->quality] = TRUE;
        }
    }

  return bodies;
}

/* The body comes back with the feelings: more places, more often, and seldom nowhere. */
static void
test_body_wakes_up (void)
{
  ThawDay last_day = thaw_day_from_iso (LAST_DAY);
  ThawDay first_day = last_day - THAW_DEMO_DEFAULT_DAYS + 1;

  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (GPtrArray) entries = generate (seed, THAW_DEMO_DEFAULT_DAYS, "UTC");
      Bodies early = count_bodies (entries, first_day, first_day + 179);
      Bodies late = count_bodies (entries, last_day - 179, last_day);
      Bodies all = count_bodies (entries, first_day, last_day);

      g_assert_cmpuint (early.n_with_places, >, 10);
      g_assert_cmpuint (late.n_with_places * early.n_entries, >, 2 * early.n_with_places * late.n_entries);
      g_assert_cmpuint (late.n_places * early.n_with_places, >, early.n_places * late.n_with_places);
      g_assert_cmpuint (late.n_kinds, >, early.n_kinds * 3 / 2);
      g_assert_cmpuint (early.n_nowhere, >, 3 * late.n_nowhere);
      g_assert_cmpuint (all.n_unsure, >, 20);
      g_assert_cmpuint (all.n_regions, >=, THAW_N_BODY_REGIONS - 1);
    }
}

/* "Nothing" and "not sure" need not be the end of it. */
static void
test_body_before_words (void)
{
  g_autoptr (GPtrArray) entries = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  guint n_with_places[THAW_N_ANSWERS] = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      ThawEntry *entry = g_ptr_array_index (entries, i);
      GPtrArray *sensations = thaw_entry_get_sensations (entry);

      n_with_places[thaw_entry_get_answer (entry)] += sensations->len > 0 ? 1 : 0;
      if (thaw_entry_get_body_answer (entry) != THAW_BODY_ANSWER_NONE)
        g_assert_cmpuint (sensations->len, ==, 0);
      for (guint j = 0; j < sensations->len; j++)
        {
          const ThawSensation *sensation = g_ptr_array_index (sensations, j);

          /* Nobody says how strong it is who cannot say what. */
          if (sensation->quality == THAW_QUALITY_NONE)
            g_assert_cmpint (sensation->strength, ==, THAW_SENSATION_NO_STRENGTH);
        }
    }

  g_assert_cmpuint (n_with_places[THAW_ANSWER_NOTHING], >, 10);
  g_assert_cmpuint (n_with_places[THAW_ANSWER_UNSURE], >, 30);
  g_assert_cmpuint (n_with_places[THAW_ANSWER_NO_WORD], >, 20);
  g_assert_cmpuint (n_with_places[THAW_ANSWER_NAMED], >, 150);
}

static void
test_what_was_done (void)
{
  g_autoptr (GPtrArray) entries = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (GHashTable) deeds = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_outcomes[THAW_N_OUTCOMES] = { 0 };
  guint n_after_trigger = 0, n_prompts = 0, n_prompts_without_text = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      ThawEntry *entry = g_ptr_array_index (entries, i);
      GPtrArray *copings = thaw_entry_get_copings (entry);
      GPtrArray *tags = thaw_entry_get_tags (entry);
      gboolean has_trigger = FALSE;

      for (guint j = 0; j < tags->len; j++)
        has_trigger = has_trigger || ((ThawTagMark *) g_ptr_array_index (tags, j))->is_trigger;
      n_after_trigger += has_trigger && copings->len > 0 ? 1 : 0;
      for (guint j = 0; j < copings->len; j++)
        {
          const ThawCopingMark *mark = g_ptr_array_index (copings, j);

          g_hash_table_add (deeds, mark->slug);
          n_outcomes[mark->outcome]++;
        }

      n_prompts += thaw_entry_get_prompt (entry)[0] != '\0' ? 1 : 0;
      n_prompts_without_text +=
        thaw_entry_get_prompt (entry)[0] != '\0' && thaw_entry_get_text (entry)[0] == '\0' ? 1 : 0;
    }

  g_assert_cmpuint (n_after_trigger, >, 60);
  g_assert_cmpuint (g_hash_table_size (deeds), >, 15);
  for (guint i = 0; i < THAW_N_OUTCOMES; i++)
    g_assert_cmpuint (n_outcomes[i], >, 8);
  g_assert_cmpuint (n_outcomes[THAW_OUTCOME_BETTER], >, n_outcomes[THAW_OUTCOME_WORSE]);
  g_assert_cmpuint (n_prompts, >, 40);
  g_assert_cmpuint (n_prompts_without_text, ==, 0);
}

static double
get_mean_level (GPtrArray *reflections,
                ThawDay    first,
                ThawDay    last)
{
  int sum = 0, n = 0;

  for (guint i = 0; i < reflections->len; i++)
    {
      const ThawReflection *reflection = g_ptr_array_index (reflections, i);

      for (guint area = 0; area < THAW_N_REFLECTION_AREAS; area++)
        {
          if (reflection->levels[area] == THAW_REFLECTION_UNKNOWN || reflection->moment.day < first ||
              reflection->moment.day > last)
            continue;
          g_assert_cmpint (reflection->levels[area], >=, THAW_REFLECTION_MIN);
          g_assert_cmpint (reflection->levels[area], <=, THAW_REFLECTION_MAX);
          sum += reflection->levels[area];
          n++;
        }
    }

  g_assert_cmpint (n, >, 4);

  return (double) sum / n;
}

/* Slowly, not straight, and not every two weeks. */
static void
test_reflections (void)
{
  ThawDay last_day = thaw_day_from_iso (LAST_DAY);
  ThawDay first_day = last_day - THAW_DEMO_DEFAULT_DAYS + 1;

  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (ThawImportBatch) batch = generate_batch (seed, THAW_DEMO_DEFAULT_DAYS, "Europe/Berlin");
      GPtrArray *reflections = batch->reflections;
      g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);
      int longest_gap = 0;
      guint n_notes = 0, n_steps_down = 0;

      g_assert_cmpuint (reflections->len, >, 35);
      g_assert_cmpuint (reflections->len, <, 65);
      for (guint i = 0; i < reflections->len; i++)
        {
          const ThawReflection *reflection = g_ptr_array_index (reflections, i);
          const ThawReflection *before = i > 0 ? g_ptr_array_index (reflections, i - 1) : NULL;
          int gap = before != NULL ? reflection->moment.day - before->moment.day : THAW_REFLECTION_INTERVAL_DAYS;

          g_assert_true (thaw_uuid_is_valid (reflection->uuid));
          g_assert_true (g_hash_table_add (uuids, reflection->uuid));
          g_assert_true (thaw_moment_is_valid (&reflection->moment));
          g_assert_cmpint (reflection->modified_ms, >, reflection->moment.utc_ms);
          g_assert_false (thaw_reflection_is_empty (reflection));
          g_assert_cmpint (gap, >=, THAW_REFLECTION_INTERVAL_DAYS);
          longest_gap = MAX (longest_gap, gap);
          n_notes += reflection->note[0] != '\0' ? 1 : 0;
          n_steps_down += before != NULL && reflection->levels[0] < before->levels[0] ? 1 : 0;
        }

      g_assert_cmpint (longest_gap, >, 28);
      g_assert_cmpuint (n_notes, >, 8);
      g_assert_cmpuint (n_notes, <, reflections->len * 3 / 4);
      g_assert_cmpuint (n_steps_down, >, 6);
      g_assert_cmpfloat (get_mean_level (reflections, first_day, first_day + 179), <, 2);
      g_assert_cmpfloat (get_mean_level (reflections, last_day - 179, last_day), >, 4);
      g_assert_cmpfloat (get_mean_level (reflections, first_day + 650, first_day + 740), <,
                         get_mean_level (reflections, first_day + 510, first_day + 620));
    }
}

/* Whatever is no word of the vocabulary is a word of the person's own, added when it was first used. */
static void
test_own_words (void)
{
  g_autoptr (ThawImportBatch) batch = generate_batch (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (ThawImportBatch) nothing = generate_batch (SEED, 0, "UTC");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "library", "vocabulary.xml", NULL);
  g_autofree char *vocabulary = NULL;
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_shipped = 0;
  GHashTableIter iter;
  gpointer slug;

  g_assert_true (g_file_get_contents (path, &vocabulary, NULL, NULL));
  for (guint i = 0; i < batch->entries->len; i++)
    {
      GPtrArray *emotions = thaw_entry_get_emotions (g_ptr_array_index (batch->entries, i));

      for (guint j = 0; j < emotions->len; j++)
        g_hash_table_add (used, ((ThawEmotionMark *) g_ptr_array_index (emotions, j))->slug);
    }

  g_assert_cmpuint (batch->own_words->len, ==, 2);
  for (guint i = 0; i < batch->own_words->len; i++)
    {
      const ThawOwnWord *word = g_ptr_array_index (batch->own_words, i);

      g_assert_true (thaw_uuid_is_valid (word->uuid));
      g_assert_true (g_hash_table_remove (used, word->word));
      g_assert_nonnull (word->family);
      g_assert_cmpint (word->modified_ms, >, 0);
    }

  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &slug, NULL))
    {
      g_autofree char *element = g_strdup_printf ("<emotion id=\"%s\"", (char *) slug);

      g_test_message ("%s", (char *) slug);
      g_assert_nonnull (strstr (vocabulary, element));
      n_shipped++;
    }
  g_assert_cmpuint (n_shipped, >, 40);

  g_assert_cmpuint (batch->own_prompts->len, ==, 1);
  g_assert_cmpuint (batch->hidden_words->len, ==, 0);
  g_assert_cmpuint (nothing->own_words->len + nothing->own_prompts->len + nothing->reflections->len, ==, 0);
}

static void
test_long_texts_rest (void)
{
  for (guint32 seed = 1; seed < 4; seed++)
    {
      g_autoptr (GPtrArray) entries = generate (seed, THAW_DEMO_DEFAULT_DAYS, "UTC");
      g_autoptr (GHashTable) last_days = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < entries->len; i++)
        {
          const char *text = thaw_entry_get_text (g_ptr_array_index (entries, i));
          int last_day = GPOINTER_TO_INT (g_hash_table_lookup (last_days, text));

          if (g_utf8_strlen (text, -1) < LONG_TEXT_CHARS)
            continue;
          if (last_day != 0)
            g_assert_cmpint (get_day (entries, i) - last_day, >, LONG_TEXT_DAYS);
          g_hash_table_insert (last_days, (gpointer) text, GINT_TO_POINTER (get_day (entries, i)));
        }
    }
}

static void
test_short_is_the_end (void)
{
  g_autoptr (GPtrArray) whole = generate (SEED, THAW_DEMO_DEFAULT_DAYS, "UTC");
  g_autoptr (GPtrArray) month = generate (SEED, 30, "UTC");
  g_autoptr (GPtrArray) none = generate (SEED, 0, "UTC");
  g_autofree char *whole_dump = dump (whole);
  g_autofree char *month_dump = dump (month);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (month->len, >, 30);
  g_assert_cmpint (get_day (month, 0), >, thaw_day_from_iso (LAST_DAY) - 30);
  g_assert_true (g_str_has_suffix (whole_dump, month_dump));
}

static void
test_a_hundred_years (void)
{
  g_autoptr (GPtrArray) entries = generate (SEED, 36500, "Europe/Berlin");
  g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (entries->len, >, 80000);
  for (guint i = 0; i < entries->len; i++)
    g_assert_true (g_hash_table_add (uuids, (gpointer) thaw_entry_get_uuid (g_ptr_array_index (entries, i))));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/texts-are-good", test_texts_are_good);
  g_test_add_func ("/demo/mistakes-are-found", test_mistakes_are_found);
  g_test_add_func ("/demo/same-on-every-machine", test_same_on_every_machine);
  g_test_add_func ("/demo/same-seed-same-bytes", test_same_seed_same_bytes);
  g_test_add_func ("/demo/other-seed-other-journal", test_other_seed_other_journal);
  g_test_add_func ("/demo/zone-changes-the-moments-only", test_zone_changes_the_moments_only);
  g_test_add_func ("/demo/counts", test_counts);
  g_test_add_func ("/demo/entries-are-valid", test_entries_are_valid);
  g_test_add_func ("/demo/uuid-has-the-time", test_uuid_has_the_time);
  g_test_add_func ("/demo/days-are-missing", test_days_are_missing);
  g_test_add_func ("/demo/feeling-returns", test_feeling_returns);
  g_test_add_func ("/demo/answers-shift", test_answers_shift);
  g_test_add_func ("/demo/variety", test_variety);
  g_test_add_func ("/demo/body-wakes-up", test_body_wakes_up);
  g_test_add_func ("/demo/body-before-words", test_body_before_words);
  g_test_add_func ("/demo/what-was-done", test_what_was_done);
  g_test_add_func ("/demo/reflections", test_reflections);
  g_test_add_func ("/demo/own-words", test_own_words);
  g_test_add_func ("/demo/long-texts-rest", test_long_texts_rest);
  g_test_add_func ("/demo/short-is-the-end", test_short_is_the_end);
  g_test_add_func ("/demo/a-hundred-years", test_a_hundred_years);

  return g_test_run ();
}
