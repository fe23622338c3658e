/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-doer"

#include "config.h"
#include "thaw-demo-doer.h"

#include "thaw-breath-pattern.h"
#include "thaw-demo-deeds.h"
#include "thaw-plan.h"
#include "thaw-session.h"
#include "thaw-uuid.h"

#define MS_PER_MINUTE 60000

/* In percent, for each phase: on how many days something is done, and how often more than one thing. */
static const int does_something[THAW_DEMO_N_PHASES] = { 17, 33, 46, 22, 58 };
static const int does_more[THAW_DEMO_N_PHASES] = { 5, 9, 14, 5, 24 };

/* How often a timed one is left before its end. */
static const int is_left[THAW_DEMO_N_PHASES] = { 44, 30, 20, 40, 14 };

/* How many activities are written down afterwards, and not timed. */
#define LOGGED_PERCENT 62

/* How often each question is answered. */
#define SAYS_BEFORE_PERCENT 64
#define SAYS_AFTER_PERCENT 78 /* of those */
#define SAYS_VALENCE_PERCENT 72
#define SAYS_EXPECTED_PERCENT 58
#define SAYS_FELT_PERCENT 84 /* of those */
#define SAYS_FELT_ONLY_PERCENT 22

#define HAS_NOTE_PERCENT 26

/* A note may stand twice at most a long time apart. */
#define NOTE_REST_DAYS 200

/* The person's own way of breathing, in tenths of a second. */
static const int own_phases[THAW_N_BREATH_PHASES] = {
  [THAW_BREATH_IN] = 35, [THAW_BREATH_HOLD_FULL] = 10, [THAW_BREATH_OUT] = 65,
};

/* What is planned for the day after the last one. */
#define PLANNED "walk"
#define PLANNED_MINUTE (17 * 60 + 30)

typedef struct
{
  int first_minute;
  int last_minute;
} Slot;

static const Slot slots[THAW_DEMO_N_TIMES] = {
  { 20, 4 * 60 }, { 6 * 60 + 30, 9 * 60 + 30 }, { 11 * 60 + 30, 13 * 60 + 30 }, { 14 * 60 + 15, 17 * 60 },
  { 18 * 60, 20 * 60 }, { 21 * 60, 23 * 60 },
};

/**
 * ThawDemoDoer:
 *
 * Does in the sample journal what may bring feeling back: rarely at first, and
 * with little to expect of it.
 */
struct _ThawDemoDoer
{
  ThawDemoTexts *texts;   /* (not owned) */
  GRand *rand;            /* (not owned) */
  ThawDay first_wanted;
  GPtrArray *sessions;    /* (owned) (element-type ThawSession) */
  GHashTable *note_days;  /* (owned): ThawDemoWord → the day after its last use */
  guint course_day;       /* the last day that was lived */
  char *own_ids[THAW_DEMO_N_DEEDS]; /* (owned) (nullable): of what is the person's own, once it was made */
  gint64 own_ms[THAW_DEMO_N_DEEDS]; /* when it was */
};

static gboolean
chance (ThawDemoDoer *self,
        int           percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

static char *
make_uuid (ThawDemoDoer *self,
           gint64        utc_ms)
{
  guint8 bits[THAW_UUID_N_RANDOM_BYTES];

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    bits[i] = (guint8) g_rand_int_range (self->rand, 0, 256);

  return thaw_uuid_new_from_bytes (utc_ms, bits);
}

static int
round_level (ThawDemoDoer *self,
             int           level,
             int           scatter,
             int           lowest,
             int           highest)
{
  level += g_rand_int_range (self->rand, -scatter, scatter + 1);
  level = level >= 0 ? (level + THAW_DEMO_LEVEL / 2) / THAW_DEMO_LEVEL
                     : -((-level + THAW_DEMO_LEVEL / 2) / THAW_DEMO_LEVEL);

  return CLAMP (level, lowest, highest);
}

/* Of what fits the day, as often as its weight says; its time of day is chosen with it. */
static const ThawDemoDeed *
choose_deed (ThawDemoDoer  *self,
             ThawDemoScene *scene)
{
  int total = 0, at;

  for (guint i = 0; i < THAW_DEMO_N_DEEDS; i++)
    total += thaw_demo_when_fits (&thaw_demo_deeds[i].when, scene) ? thaw_demo_deeds[i].weight : 0;
  if (total == 0)
    return NULL;

  at = g_rand_int_range (self->rand, 0, total);
  for (guint i = 0; i < THAW_DEMO_N_DEEDS; i++)
    {
      if (thaw_demo_when_fits (&thaw_demo_deeds[i].when, scene) && (at -= thaw_demo_deeds[i].weight) < 0)
        return &thaw_demo_deeds[i];
    }

  g_return_val_if_reached (NULL);
}

static ThawMoment
choose_moment (ThawDemoDoer        *self,
               const ThawDemoScene *scene,
               GTimeZone           *zone)
{
  const Slot *slot = &slots[scene->time];
  int minute = g_rand_int_range (self->rand, slot->first_minute, slot->last_minute + 1);
  int second = g_rand_int_range (self->rand, 0, 60);
  int year = 1, month = 1, day_of_month = 1;
  g_autoptr (GDateTime) time = NULL;

  thaw_day_split (scene->day, &year, &month, &day_of_month);
  time = g_date_time_new (zone, year, month, day_of_month, minute / 60, minute % 60, second);

  return thaw_moment_from_time (time);
}

static int
choose_length (ThawDemoDoer       *self,
               const ThawDemoDeed *deed)
{
  int n = 0;

  if (deed->lengths != NULL)
    {
      while (deed->lengths[n] != 0)
        n++;

      return deed->lengths[g_rand_int_range (self->rand, 0, n)];
    }

  n = g_rand_int_range (self->rand, deed->least, deed->most + 1);

  /* Minutes are chosen round. */
  return deed->breath_ms == 0 && n > 10 ? n - n % 5 : n;
}

static void
take_time (ThawDemoDoer        *self,
           const ThawDemoScene *scene,
           const ThawDemoDeed  *deed,
           ThawSession         *session)
{
  gboolean is_guided = deed->kind == THAW_ACTIVITY_MINDFULNESS;

  session->actual_ms = (gint64) choose_length (self, deed) * (deed->breath_ms > 0 ? deed->breath_ms : MS_PER_MINUTE);

  if (!is_guided && chance (self, LOGGED_PERCENT))
    {
      session->ending = THAW_SESSION_LOGGED;
      return;
    }

  session->planned_ms = session->actual_ms;
  session->ending = THAW_SESSION_FINISHED;
  if (chance (self, is_left[scene->phase]))
    {
      session->actual_ms = session->actual_ms * g_rand_int_range (self->rand, 12, 90) / 100;
      session->ending = THAW_SESSION_LEFT;
    }
}

/* What is liked is not what was wanted: both grow, and the second one later. */
static void
answer (ThawDemoDoer        *self,
        const ThawDemoScene *scene,
        const ThawDemoDeed  *deed,
        ThawSession         *session)
{
  int level = thaw_demo_course_get_feeling (scene->course_day, scene->day);
  int pleasure = thaw_demo_course_get_valence (scene->course_day, scene->day);
  int share = session->ending == THAW_SESSION_LEFT ? 40 : 100;
  int feeling = round_level (self, level, 1500, THAW_FEELING_NUMB, THAW_FEELING_VIVID);
  int step = round_level (self, pleasure, 1400, -3, 3);
  int change = round_level (self, deed->change * share / 100, 1300, -3, 4);
  int step_change = round_level (self, deed->felt * share / 200, 900, -2, 2);
  int expected = round_level (self, level * 60 / 100 + 700 + deed->expected, 1300, 0, 10);
  int felt = round_level (self, level * 72 / 100 + 900 + deed->felt * share / 100, 1500, 0, 10);

  if (chance (self, SAYS_BEFORE_PERCENT))
    {
      session->before.feeling = feeling;
      if (chance (self, SAYS_VALENCE_PERCENT))
        session->before.valence = thaw_valence_from_step (step + THAW_VALENCE_N_STEPS / 2);

      if (chance (self, SAYS_AFTER_PERCENT))
        {
          session->after.feeling = CLAMP (feeling + change, THAW_FEELING_NUMB, THAW_FEELING_VIVID);
          if (!isnan (session->before.valence))
            session->after.valence = thaw_valence_from_step (CLAMP (step + step_change, -3, 3) +
                                                             THAW_VALENCE_N_STEPS / 2);
        }
    }

  if (deed->kind == THAW_ACTIVITY_MINDFULNESS)
    return;

  if (chance (self, SAYS_EXPECTED_PERCENT))
    {
      session->expected = expected;
      if (chance (self, SAYS_FELT_PERCENT))
        session->felt = felt;
    }
  else if (chance (self, SAYS_FELT_ONLY_PERCENT))
    {
      session->felt = felt;
    }
}

/* What is noted of something of the person's own is of the activity: breathing they leave without words. */
static void
write_note (ThawDemoDoer        *self,
            const ThawDemoScene *scene,
            ThawSession         *session)
{
  GPtrArray *notes = thaw_demo_texts_get_list (self->texts, THAW_DEMO_DONE);
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  const char *activity = thaw_uuid_is_valid (session->activity) ? "own" : session->activity;
  const ThawDemoWord *note;

  if (!chance (self, HAS_NOTE_PERCENT) ||
      (thaw_uuid_is_valid (session->activity) && session->kind == THAW_ACTIVITY_MINDFULNESS))
    return;

  for (guint i = 0; i < notes->len; i++)
    {
      ThawDemoWord *one = g_ptr_array_index (notes, i);
      guint last_use = GPOINTER_TO_UINT (g_hash_table_lookup (self->note_days, one));

      if (thaw_demo_when_fits (&one->when, scene) &&
          g_strv_contains ((const char *const *) one->activities, activity) &&
          (last_use == 0 || last_use + NOTE_REST_DAYS < scene->course_day))
        g_ptr_array_add (fitting, one);
    }
  if (fitting->len == 0)
    return;

  note = g_ptr_array_index (fitting, (guint) g_rand_int_range (self->rand, 0, (gint32) fitting->len));
  g_hash_table_insert (self->note_days, (gpointer) note, GUINT_TO_POINTER (scene->course_day + 1));
  thaw_session_set_note (session, note->value);
}

/* The mood that a note must fit is that of the session. */
static ThawDemoMood
get_mood (const ThawSession *session)
{
  int feeling = MAX (session->before.feeling, session->after.feeling);

  if (feeling != THAW_FEELING_UNKNOWN && feeling < 3)
    return THAW_DEMO_NUMB;
  if (session->felt != THAW_PLEASURE_UNKNOWN)
    return session->felt < 3 ? THAW_DEMO_LOW : session->felt > 5 ? THAW_DEMO_WARM : THAW_DEMO_EVEN;

  return THAW_DEMO_EVEN;
}

static void
do_something (ThawDemoDoer        *self,
              const ThawDemoScene *day,
              guint               *times,
              GTimeZone           *zone)
{
  ThawDemoScene scene = *day;
  const ThawDemoDeed *deed;
  g_autoptr (ThawSession) session = NULL;
  ThawMoment moment;
  guint at;

  scene.time = (ThawDemoTime) g_rand_int_range (self->rand, THAW_DEMO_MORNING, THAW_DEMO_N_TIMES);
  deed = choose_deed (self, &scene);
  if (deed == NULL || (*times & (1u << scene.time)) != 0)
    return;

  *times |= 1u << scene.time;
  moment = choose_moment (self, &scene, zone);
  at = (guint) (deed - thaw_demo_deeds);
  if (deed->id == NULL && self->own_ids[at] == NULL)
    {
      self->own_ms[at] = moment.utc_ms - 5 * MS_PER_MINUTE;
      self->own_ids[at] = make_uuid (self, self->own_ms[at]);
    }

  session = thaw_session_new (deed->kind, deed->id != NULL ? deed->id : self->own_ids[at], deed->name);
  session->moment = moment;
  session->uuid = make_uuid (self, moment.utc_ms);
  take_time (self, &scene, deed, session);
  answer (self, &scene, deed, session);
  scene.mood = get_mood (session);
  write_note (self, &scene, session);
  session->modified_ms = moment.utc_ms + session->actual_ms + g_rand_int_range (self->rand, 20, 300) * 1000;

  if (scene.day >= self->first_wanted)
    g_ptr_array_add (self->sessions, g_steal_pointer (&session));
}

/**
 * thaw_demo_doer_new:
 * @texts: what to choose from; must outlive what is returned
 * @rand: what to choose by; must outlive what is returned
 * @first_wanted: the first day of the journal
 *
 * Returns: (transfer full): who has done nothing yet
 */
ThawDemoDoer *
thaw_demo_doer_new (ThawDemoTexts *texts,
                    GRand         *rand,
                    ThawDay        first_wanted)
{
  ThawDemoDoer *self = g_new0 (ThawDemoDoer, 1);

  self->texts = texts;
  self->rand = rand;
  self->first_wanted = first_wanted;
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_session_free);
  self->note_days = g_hash_table_new (NULL, NULL);

  return self;
}

void
thaw_demo_doer_free (ThawDemoDoer *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sessions);
  g_hash_table_unref (self->note_days);
  for (guint i = 0; i < THAW_DEMO_N_DEEDS; i++)
    g_free (self->own_ids[i]);
  g_free (self);
}

/**
 * thaw_demo_doer_live:
 * @scene: the day
 * @zone: where the person lives
 *
 * Does, or does not do, something on a day.
 */
void
thaw_demo_doer_live (ThawDemoDoer        *self,
                     const ThawDemoScene *scene,
                     GTimeZone           *zone)
{
  guint times = 0;

  self->course_day = scene->course_day;
  if (!chance (self, does_something[scene->phase]))
    return;

  do_something (self, scene, &times, zone);
  if (chance (self, does_more[scene->phase]))
    do_something (self, scene, &times, zone);
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  gint64 position_a = thaw_moment_get_position (&(*(const ThawSession *const *) a)->moment);
  gint64 position_b = thaw_moment_get_position (&(*(const ThawSession *const *) b)->moment);

  return (position_a > position_b) - (position_a < position_b);
}

static ThawActivity *
make_activity (const ThawDemoDeed *deed,
               const char         *id,
               gint64              modified_ms)
{
  ThawActivity *activity = thaw_activity_new (id, deed->kind, deed->name);

  activity->begin = g_strdup ("Take the tin off the shelf. Only the ones that start with A.");
  activity->minutes = 15;
  activity->modified_ms = modified_ms;

  return activity;
}

static ThawBreathPattern *
make_pattern (const ThawDemoDeed *deed,
              const char         *id,
              gint64              modified_ms)
{
  ThawBreathPattern *pattern = thaw_breath_pattern_new (id, deed->name);

  memcpy (pattern->tenths, own_phases, sizeof own_phases);
  pattern->breaths = deed->most;
  pattern->modified_ms = modified_ms;

  return pattern;
}

static void
fill_own (ThawDemoDoer    *self,
          ThawImportBatch *batch)
{
  for (guint i = 0; i < THAW_DEMO_N_DEEDS; i++)
    {
      const ThawDemoDeed *deed = &thaw_demo_deeds[i];

      if (self->own_ids[i] == NULL)
        continue;

      if (deed->breath_ms > 0)
        g_ptr_array_add (batch->patterns, make_pattern (deed, self->own_ids[i], self->own_ms[i]));
      else
        g_ptr_array_add (batch->own_activities, make_activity (deed, self->own_ids[i], self->own_ms[i]));
    }
}

static void
fill_favourites (ThawDemoDoer    *self,
                 ThawImportBatch *batch)
{
  for (guint i = 0; i < THAW_DEMO_N_DEEDS; i++)
    {
      const ThawDemoDeed *deed = &thaw_demo_deeds[i];
      const char *id = deed->id != NULL ? deed->id : self->own_ids[i];

      if (id != NULL && deed->starred > 0 && deed->starred <= self->course_day)
        g_ptr_array_add (batch->favourites, g_strdup (id));
    }
}

static void
fill_plan (ThawDemoDoer    *self,
           ThawDay          day,
           ThawImportBatch *batch)
{
  const ThawDemoDeed *deed = thaw_demo_deeds;
  ThawPlan *plan;
  gint64 planned_ms = (gint64) (day - THAW_DAY_EPOCH) * 24 * 60 * MS_PER_MINUTE;

  if (!thaw_day_is_valid (day) || planned_ms <= 0)
    return;

  while (g_strcmp0 (deed->id, PLANNED) != 0)
    deed++;
  plan = thaw_plan_new (day, deed->kind, deed->id, deed->name);
  plan->uuid = make_uuid (self, planned_ms);
  plan->minute = PLANNED_MINUTE;
  plan->modified_ms = planned_ms;
  g_ptr_array_add (batch->plans, plan);
}

/**
 * thaw_demo_doer_fill:
 * @last_day: the last day of the journal
 * @batch: where to put it
 *
 * Gives all that was done, what the person made for it and starred, and what is
 * planned for the day after the last one.
 */
void
thaw_demo_doer_fill (ThawDemoDoer    *self,
                     ThawDay          last_day,
                     ThawImportBatch *batch)
{
  g_ptr_array_sort (self->sessions, compare_sessions);
  g_ptr_array_extend_and_steal (batch->sessions, g_steal_pointer (&self->sessions));
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_session_free);
  fill_own (self, batch);
  fill_favourites (self, batch);
  fill_plan (self, last_day + 1, batch);
}
