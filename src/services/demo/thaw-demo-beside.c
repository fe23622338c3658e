/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-beside"

#include "config.h"
#include "thaw-demo-beside.h"

#include "thaw-demo-course.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"
#include "thaw-uuid.h"

/* The day of the first reflection, and how many days there are between two. */
#define FIRST_REFLECTION_DAY 17
#define MIN_INTERVAL_DAYS THAW_REFLECTION_INTERVAL_DAYS
#define MAX_INTERVAL_DAYS 28

/* How many reflections are forgotten, so that weeks are missing. */
#define FORGOTTEN_PERCENT 12

#define HAS_NOTE_PERCENT 45
#define LEFT_OUT_PERCENT 6

/* A note of one phase may stand twice at most a long time apart. */
#define NOTE_REST_DAYS 400

/* The time of day, in minutes. */
#define FIRST_MINUTE (18 * 60)
#define LAST_MINUTE (22 * 60)

/* How an area follows what is felt: so many days later, and so much higher or lower, in thousandths of a step. */
static const struct
{
  guint delay_days;
  int   offset;
} courses[THAW_N_REFLECTION_AREAS] = {
  [THAW_REFLECTION_RESPONSE] = { 0, 0 },
  [THAW_REFLECTION_NAMING] = { 45, -300 },
  [THAW_REFLECTION_RANGE] = { 30, -900 },
  [THAW_REFLECTION_CLOSENESS] = { 70, 200 },
};

/**
 * ThawDemoBeside:
 *
 * What there is in the sample journal beside its entries: reflections, and the
 * words and the question that the person added when they first needed them.
 */
struct _ThawDemoBeside
{
  ThawDemoTexts *texts;        /* (not owned) */
  GRand *rand;                 /* (not owned) */
  ThawDay first_wanted;
  guint next_reflection;       /* day of the story */
  GPtrArray *reflections;      /* (owned) (element-type ThawReflection) */
  GHashTable *first_uses;      /* (owned): own word or prompt → gint64, when it was first used */
  GHashTable *note_days;       /* (owned): ThawDemoWord → the day after its last use */
};

static gboolean
chance (ThawDemoBeside *self,
        int             percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

static char *
make_uuid (ThawDemoBeside *self,
           gint64          utc_ms)
{
  guint8 bits[THAW_UUID_N_RANDOM_BYTES];

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    bits[i] = (guint8) g_rand_int_range (self->rand, 0, 256);

  return thaw_uuid_new_from_bytes (utc_ms, bits);
}

static int
choose_level (ThawDemoBeside      *self,
              ThawReflectionArea   area,
              const ThawDemoScene *scene)
{
  guint delay = MIN (courses[area].delay_days, scene->course_day);
  int level = thaw_demo_course_get_feeling (scene->course_day - delay, scene->day - (ThawDay) delay);

  level += courses[area].offset + g_rand_int_range (self->rand, -900, 901);
  level = level <= 0 ? 0 : (level + THAW_DEMO_LEVEL / 2) / THAW_DEMO_LEVEL;

  return MIN (level, THAW_REFLECTION_MAX);
}

static ThawMoment
choose_moment (ThawDemoBeside      *self,
               const ThawDemoScene *scene,
               GTimeZone           *zone)
{
  int minute = g_rand_int_range (self->rand, FIRST_MINUTE, LAST_MINUTE);
  int second = g_rand_int_range (self->rand, 0, 60);
  int year = 1, month = 1, day_of_month = 1;
  g_autoptr (GDateTime) time = NULL;

  thaw_day_split (scene->day, &year, &month, &day_of_month);
  time = g_date_time_new (zone, year, month, day_of_month, minute / 60, minute % 60, second);

  return thaw_moment_from_time (time);
}

/* Notes are of their phase and of no mood or time. */
static const ThawDemoWord *
choose_note (ThawDemoBeside      *self,
             const ThawDemoScene *scene)
{
  GPtrArray *notes = thaw_demo_texts_get_list (self->texts, THAW_DEMO_LOOKS);
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      ThawDemoWord *note = g_ptr_array_index (notes, i);
      guint last_use = GPOINTER_TO_UINT (g_hash_table_lookup (self->note_days, note));

      if (thaw_demo_when_fits (&note->when, scene) &&
          (last_use == 0 || last_use + NOTE_REST_DAYS < scene->course_day))
        g_ptr_array_add (fitting, note);
    }

  if (fitting->len == 0)
    return NULL;

  return g_ptr_array_index (fitting, (guint) g_rand_int_range (self->rand, 0, (gint32) fitting->len));
}

static ThawReflection *
reflect (ThawDemoBeside      *self,
         const ThawDemoScene *scene,
         GTimeZone           *zone)
{
  ThawReflection *reflection = thaw_reflection_new ();
  const ThawDemoWord *note = NULL;

  reflection->moment = choose_moment (self, scene, zone);
  reflection->uuid = make_uuid (self, reflection->moment.utc_ms);
  reflection->modified_ms = reflection->moment.utc_ms + g_rand_int_range (self->rand, 20, 300) * 1000;
  for (guint area = 0; area < THAW_N_REFLECTION_AREAS; area++)
    {
      int level = choose_level (self, (ThawReflectionArea) area, scene);

      /* The first is hardly ever left out: it is what the others are compared with. */
      if (!chance (self, area == 0 ? 0 : LEFT_OUT_PERCENT))
        reflection->levels[area] = level;
    }

  if (chance (self, HAS_NOTE_PERCENT))
    note = choose_note (self, scene);
  if (note != NULL)
    {
      g_hash_table_insert (self->note_days, (gpointer) note, GUINT_TO_POINTER (scene->course_day + 1));
      thaw_reflection_set_note (reflection, note->value);
    }

  return reflection;
}

/**
 * thaw_demo_beside_new:
 * @texts: what to choose from; must outlive what is returned
 * @rand: what to choose by; must outlive what is returned
 * @first_wanted: the first day of the journal
 *
 * Returns: (transfer full): what knows of nothing yet
 */
ThawDemoBeside *
thaw_demo_beside_new (ThawDemoTexts *texts,
                      GRand         *rand,
                      ThawDay        first_wanted)
{
  ThawDemoBeside *self = g_new0 (ThawDemoBeside, 1);

  self->texts = texts;
  self->rand = rand;
  self->first_wanted = first_wanted;
  self->next_reflection = FIRST_REFLECTION_DAY;
  self->reflections = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);
  self->first_uses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->note_days = g_hash_table_new (NULL, NULL);

  return self;
}

void
thaw_demo_beside_free (ThawDemoBeside *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->reflections);
  g_hash_table_unref (self->first_uses);
  g_hash_table_unref (self->note_days);
  g_free (self);
}

/**
 * thaw_demo_beside_look_back:
 * @scene: the day
 * @zone: where the person lives
 *
 * Makes a reflection if the day for one has come.
 */
void
thaw_demo_beside_look_back (ThawDemoBeside      *self,
                            const ThawDemoScene *scene,
                            GTimeZone           *zone)
{
  g_autoptr (ThawReflection) reflection = NULL;

  if (scene->course_day < self->next_reflection)
    return;

  self->next_reflection = scene->course_day +
                          (guint) g_rand_int_range (self->rand, MIN_INTERVAL_DAYS, MAX_INTERVAL_DAYS + 1);
  reflection = reflect (self, scene, zone);
  if (!chance (self, FORGOTTEN_PERCENT) && scene->day >= self->first_wanted)
    g_ptr_array_add (self->reflections, g_steal_pointer (&reflection));
}

static void
see_use (ThawDemoBeside *self,
         ThawDemoList    list,
         const char     *name,
         gint64          utc_ms)
{
  GPtrArray *words = thaw_demo_texts_get_list (self->texts, list);

  for (guint i = 0; i < words->len; i++)
    {
      const ThawDemoWord *word = g_ptr_array_index (words, i);

      if (g_str_equal (word->value, name) && !g_hash_table_contains (self->first_uses, word->value))
        g_hash_table_insert (self->first_uses, word->value, g_memdup2 (&utc_ms, sizeof utc_ms));
    }
}

/**
 * thaw_demo_beside_see:
 * @entry: an entry, in the order of their writing
 *
 * Takes note of what is used for the first time.
 */
void
thaw_demo_beside_see (ThawDemoBeside *self,
                      ThawEntry      *entry)
{
  GPtrArray *emotions = thaw_entry_get_emotions (entry);

  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      see_use (self, THAW_DEMO_OWN_WORDS, mark->slug, thaw_entry_get_created_ms (entry));
    }
  see_use (self, THAW_DEMO_PROMPTS, thaw_entry_get_prompt (entry), thaw_entry_get_created_ms (entry));
}

/**
 * thaw_demo_beside_fill:
 * @batch: where to put it
 *
 * Gives all that has come together; of words and questions of the person's own,
 * those that were used.
 */
void
thaw_demo_beside_fill (ThawDemoBeside  *self,
                       ThawImportBatch *batch)
{
  GPtrArray *words = thaw_demo_texts_get_list (self->texts, THAW_DEMO_OWN_WORDS);
  GPtrArray *prompts = thaw_demo_texts_get_list (self->texts, THAW_DEMO_PROMPTS);

  g_ptr_array_extend_and_steal (batch->reflections, g_steal_pointer (&self->reflections));
  self->reflections = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_reflection_free);

  for (guint i = 0; i < words->len; i++)
    {
      const ThawDemoWord *word = g_ptr_array_index (words, i);
      const gint64 *first_ms = g_hash_table_lookup (self->first_uses, word->value);
      ThawOwnWord *own;

      if (first_ms == NULL)
        continue;
      own = thaw_own_word_new (word->value, word->family);
      own->uuid = make_uuid (self, *first_ms);
      own->modified_ms = *first_ms;
      g_ptr_array_add (batch->own_words, own);
    }

  for (guint i = 0; i < prompts->len; i++)
    {
      const ThawDemoWord *prompt = g_ptr_array_index (prompts, i);
      const gint64 *first_ms = prompt->is_own ? g_hash_table_lookup (self->first_uses, prompt->value) : NULL;
      ThawOwnPrompt *own;

      if (first_ms == NULL)
        continue;
      own = thaw_own_prompt_new (prompt->value);
      own->uuid = make_uuid (self, *first_ms);
      own->modified_ms = *first_ms;
      g_ptr_array_add (batch->own_prompts, own);
    }
}
