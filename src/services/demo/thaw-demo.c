/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo"

#include "config.h"
#include "thaw-demo.h"

#include "thaw-demo-beside.h"
#include "thaw-demo-course.h"
#include "thaw-demo-doer.h"
#include "thaw-demo-noticer.h"
#include "thaw-demo-people.h"
#include "thaw-demo-reminders.h"
#include "thaw-demo-texts.h"
#include "thaw-demo-writer.h"
#include "thaw-uuid.h"

/* From here on something is felt. */
#define MIN_FELT 3

G_STATIC_ASSERT (THAW_DEMO_DEFAULT_DAYS == THAW_DEMO_COURSE_DAYS);

typedef struct
{
  int first_minute;
  int last_minute;
  int weight;
} TimeSlot;

static const TimeSlot time_slots[THAW_DEMO_N_TIMES] = {
  { 10, 4 * 60 + 40, 5 },
  { 6 * 60 + 10, 9 * 60 + 50, 62 },
  { 11 * 60 + 20, 13 * 60 + 50, 36 },
  { 14 * 60 + 10, 17 * 60 + 40, 40 },
  { 17 * 60 + 50, 20 * 60 + 40, 70 },
  { 20 * 60 + 50, 23 * 60 + 50, 56 },
};

/* Of a hundred days on which something is written, how many have at most 1, 2, 3 … entries. */
static const int entries_a_day[] = { 15, 43, 74, 92, 100 };

/* Of a hundred days, how many are left out; days, not weeks. */
static const int skipped_days[THAW_DEMO_N_PHASES] = { 15, 11, 10, 19, 9 };

typedef struct
{
  ThawImportBatch *batch;   /* (owned) */
  ThawDemoWriter *writer;   /* (not owned) */
  ThawDemoNoticer *noticer; /* (not owned) */
  ThawDemoBeside *beside;   /* (not owned) */
  ThawDemoDoer *doer;       /* (not owned) */
  GRand *rand;              /* (not owned): for all that can be read */
  GRand *id_rand;           /* (not owned): for the identifiers, so that a new text leaves them as they are */
  GTimeZone *zone;          /* (not owned) */
  ThawDay first_wanted;
  ThawDay last_day;
  int feeling_drift;        /* what stays from one day to the next */
  int valence_drift;
} Generator;

static gboolean
chance (Generator *self,
        int        percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

/* Around 0: mostly within @level, never beyond twice that. */
static int
scatter (Generator *self,
         int        level)
{
  int sum = 0;

  for (int i = 0; i < 3; i++)
    sum += g_rand_int_range (self->rand, -level, level + 1);

  return sum * 2 / 3;
}

static int
round_level (int level)
{
  return level >= 0 ? (level + THAW_DEMO_LEVEL / 2) / THAW_DEMO_LEVEL
                    : -((-level + THAW_DEMO_LEVEL / 2) / THAW_DEMO_LEVEL);
}

/* A mood lasts a while: most of yesterday's is there today, and now and then it turns. */
static void
drift (Generator *self)
{
  self->feeling_drift = self->feeling_drift * 65 / 100 + scatter (self, 650);
  self->valence_drift = self->valence_drift * 65 / 100 + scatter (self, 750);

  if (chance (self, 3))
    self->valence_drift -= 2000;
  else if (chance (self, 3))
    self->valence_drift += 1600;
  if (chance (self, 2))
    self->feeling_drift -= 3000;
  else if (chance (self, 2))
    self->feeling_drift += 1800;
}

static void
feel (Generator     *self,
      ThawDemoScene *scene,
      ThawEntry     *entry)
{
  int level = thaw_demo_course_get_feeling (scene->course_day, scene->day) + self->feeling_drift;
  int feeling = round_level (level + scatter (self, 1000));
  int pleasure = thaw_demo_course_get_valence (scene->course_day, scene->day) + self->valence_drift;
  int step;

  feeling = CLAMP (feeling, THAW_FEELING_NUMB, THAW_FEELING_VIVID);

  /* Whoever feels more swings further. */
  step = round_level (pleasure * (5 + feeling) / 10 + scatter (self, 500 + 170 * feeling));
  step = CLAMP (step, -3, 3);

  scene->mood = feeling < MIN_FELT ? THAW_DEMO_NUMB
                : step < 0         ? THAW_DEMO_LOW
                : step > 0         ? THAW_DEMO_WARM
                                   : THAW_DEMO_EVEN;

  if (!chance (self, scene->phase == THAW_DEMO_FROZEN ? 9 : 4))
    thaw_entry_set_feeling (entry, feeling);
  if (!chance (self, feeling < MIN_FELT ? 30 : 6))
    thaw_entry_set_valence (entry, thaw_valence_from_step (step + THAW_VALENCE_N_STEPS / 2));
}

static ThawMoment
choose_moment (Generator           *self,
               const ThawDemoScene *scene)
{
  const TimeSlot *slot = &time_slots[scene->time];
  int minute = g_rand_int_range (self->rand, slot->first_minute, slot->last_minute + 1);
  g_autoptr (GDateTime) time = NULL;
  ThawMoment moment;
  int year = 1, month = 1, day_of_month = 1;

  /* At weekends the mornings are later. */
  if (scene->time == THAW_DEMO_MORNING && thaw_day_get_weekday (scene->day) >= 6)
    minute += 55;

  /* A time that the clock skips becomes the one after the gap. */
  thaw_day_split (scene->day, &year, &month, &day_of_month);
  time = g_date_time_new (self->zone, year, month, day_of_month, minute / 60, minute % 60,
                          g_rand_int_range (self->rand, 0, 60));
  moment = thaw_moment_from_time (time);
  moment.utc_ms += g_rand_int_range (self->rand, 0, 1000);

  return moment;
}

static void
identify (Generator *self,
          ThawEntry *entry)
{
  const ThawMoment *moment = thaw_entry_get_moment (entry);
  gint64 created_ms = moment->utc_ms + g_rand_int_range (self->id_rand, 8, 200) * 1000;
  g_autofree char *uuid = NULL;
  guint8 bits[THAW_UUID_N_RANDOM_BYTES];

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    bits[i] = (guint8) g_rand_int_range (self->id_rand, 0, 256);
  uuid = thaw_uuid_new_from_bytes (moment->utc_ms, bits);

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_created_ms (entry, created_ms);
  /* Some are read again and changed; none after the journal's end. */
  if (g_rand_int_range (self->id_rand, 0, 100) < 4 && moment->day + 2 <= self->last_day)
    created_ms += g_rand_int_range (self->id_rand, 5, 20 * 60) * 60000;
  thaw_entry_set_modified_ms (entry, created_ms);
}

static void
add_entry (Generator          *self,
           ThawDemoScene      *scene,
           const ThawDemoText *story)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  ThawMoment moment = choose_moment (self, scene);

  thaw_entry_set_moment (entry, &moment);
  feel (self, scene, entry);

  if (story != NULL)
    {
      if (story->feeling != THAW_DEMO_NO_LEVEL)
        thaw_entry_set_feeling (entry, story->feeling);
      if (story->valence != THAW_DEMO_NO_LEVEL)
        thaw_entry_set_valence (entry, thaw_valence_from_step (story->valence + THAW_VALENCE_N_STEPS / 2));
      thaw_demo_writer_tell (self->writer, scene, story, entry);
    }
  else
    {
      thaw_demo_writer_write (self->writer, scene, entry);
      thaw_demo_writer_name (self->writer, scene, entry);
      thaw_demo_writer_tag (self->writer, scene, entry);
    }

  if (thaw_entry_is_empty (entry))
    thaw_entry_set_answer (entry, THAW_ANSWER_UNSURE);
  thaw_demo_noticer_notice (self->noticer, scene, story != NULL, entry);

  identify (self, entry);
  thaw_demo_beside_see (self->beside, entry);
  if (scene->day >= self->first_wanted)
    g_ptr_array_add (self->batch->entries, g_steal_pointer (&entry));
}

/* Returns bits of #ThawDemoTime. */
static guint
choose_times (Generator *self,
              guint      n_times,
              guint      times)
{
  while ((guint) __builtin_popcount (times) < n_times)
    {
      int total = 0;
      int at;

      for (guint i = 0; i < THAW_DEMO_N_TIMES; i++)
        total += (times & (1u << i)) == 0 ? time_slots[i].weight : 0;

      at = g_rand_int_range (self->rand, 0, total);
      for (guint i = 0; i < THAW_DEMO_N_TIMES; i++)
        {
          if ((times & (1u << i)) == 0 && (at -= time_slots[i].weight) < 0)
            {
              times |= 1u << i;
              break;
            }
        }
    }

  return times;
}

static void
add_day (Generator *self,
         guint      course_day,
         ThawDay    day)
{
  ThawDemoScene scene = { .course_day = course_day, .day = day, .phase = thaw_demo_course_get_phase (course_day) };
  const ThawDemoText *story = NULL;
  guint n_entries = 1;
  guint story_time = 0;
  guint times;
  int at;

  drift (self);
  if (thaw_demo_course_is_silent (course_day))
    return;

  thaw_demo_beside_look_back (self->beside, &scene, self->zone);
  thaw_demo_doer_live (self->doer, &scene, self->zone);
  story = thaw_demo_writer_next_story (self->writer, course_day, day);
  if (story == NULL && chance (self, skipped_days[scene.phase]))
    return;

  at = g_rand_int_range (self->rand, 0, 100);
  while (at >= entries_a_day[n_entries - 1])
    n_entries++;

  if (story != NULL)
    story_time = 1u << (story->when.times == G_MAXUINT ? (gint) THAW_DEMO_EVENING
                                                       : g_bit_nth_lsf (story->when.times, -1));

  times = choose_times (self, n_entries, story_time);
  for (guint i = 0; i < THAW_DEMO_N_TIMES; i++)
    {
      scene.time = (ThawDemoTime) i;
      if ((times & (1u << i)) != 0)
        add_entry (self, &scene, story_time == 1u << i ? story : NULL);
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  gint64 position_a = thaw_moment_get_position (thaw_entry_get_moment (*(ThawEntry *const *) a));
  gint64 position_b = thaw_moment_get_position (thaw_entry_get_moment (*(ThawEntry *const *) b));

  return (position_a > position_b) - (position_a < position_b);
}

/**
 * thaw_demo_generate:
 * @seed: any number; another one gives another journal
 * @last_day: the last day of the journal
 * @n_days: how many days it covers
 * @zone: where the person lives
 *
 * Writes a sample journal: about 2.3 entries a day, in which numbness slowly gives
 * way over three years, with gaps and a setback. The same arguments give the
 * same journal to the last byte on every machine; neither the clock nor the
 * locale is looked at. A shorter journal is the end of the story, a longer one
 * goes on after it.
 *
 * Beside the entries there are a reflection every two to four weeks, words and a
 * question of the person's own; what was done, what of it is a favourite, something
 * to do and a way of breathing of the person's own, and a plan for the day after
 * @last_day; people, a care plan, a line to call and marks on articles; reminders.
 *
 * Entries of @last_day may be as late as midnight: give yesterday if nothing is
 * to lie in the future.
 *
 * Returns: (transfer full): the journal; entries, reflections and sessions oldest first
 */
ThawImportBatch *
thaw_demo_generate (guint32    seed,
                    ThawDay    last_day,
                    guint      n_days,
                    GTimeZone *zone)
{
  guint n_course_days = MAX (n_days, THAW_DEMO_COURSE_DAYS);
  g_autoptr (ThawDemoTexts) texts = NULL;
  g_autoptr (ThawDemoWriter) writer = NULL;
  g_autoptr (ThawDemoNoticer) noticer = NULL;
  g_autoptr (ThawDemoBeside) beside = NULL;
  g_autoptr (ThawDemoDoer) doer = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GRand) id_rand = g_rand_new_with_seed (seed ^ 0x7468617du);
  /* Of their own, so that what is noticed leaves the texts as they are. */
  g_autoptr (GRand) noticing_rand = g_rand_new_with_seed (seed ^ 0x626f6479u);
  g_autoptr (GRand) beside_rand = g_rand_new_with_seed (seed ^ 0x6c6f6f6bu);
  g_autoptr (GRand) doing_rand = g_rand_new_with_seed (seed ^ 0x646f6e65u);
  g_autoptr (GError) error = NULL;
  Generator self = { 0 };

  g_return_val_if_fail (thaw_day_is_valid (last_day), NULL);
  g_return_val_if_fail (n_course_days < (guint) last_day, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  texts = thaw_demo_texts_load (&error);
  if (texts == NULL)
    g_error ("The sample texts are broken: %s", error->message);

  self.first_wanted = last_day - (ThawDay) n_days + 1;
  self.last_day = last_day;
  self.batch = thaw_import_batch_new ();
  writer = thaw_demo_writer_new (texts, rand);
  noticer = thaw_demo_noticer_new (texts, noticing_rand);
  beside = thaw_demo_beside_new (texts, beside_rand, self.first_wanted);
  self.writer = writer;
  self.noticer = noticer;
  self.beside = beside;
  doer = thaw_demo_doer_new (texts, doing_rand, self.first_wanted);
  self.doer = doer;
  self.rand = rand;
  self.id_rand = id_rand;
  self.zone = zone;

  for (guint i = 0; i < n_course_days; i++)
    add_day (&self, i, last_day - (ThawDay) (n_course_days - 1 - i));

  /* Where the clock jumps, a time that was skipped may end up after the next one. */
  g_ptr_array_sort (self.batch->entries, compare_entries);
  if (n_days > 0)
    {
      thaw_demo_beside_fill (beside, self.batch);
      thaw_demo_doer_fill (doer, last_day, self.batch);
      if (!thaw_demo_people_fill (self.batch, last_day, zone, &error))
        g_error ("The people of the sample are broken: %s", error->message);
      thaw_demo_reminders_fill (self.batch, last_day, zone);
    }

  return g_steal_pointer (&self.batch);
}
