/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice"

#include "config.h"
#include "thaw-practice.h"

/* A line is read slowly, and a short one is not gone at once. */
#define CHARACTERS_PER_SEC 14
#define LEAST_READING_MS   G_GINT64_CONSTANT (4000)

/* However little time there is, it is quiet for so long after each line. */
#define LEAST_PAUSE_MS G_GINT64_CONSTANT (2000)

#define MAX_MINUTES ((int) (THAW_TIMELINE_MAX_STEP_MS / 60000))

/* A line with its times. */
typedef struct
{
  const char *text; /* (unowned) */
  gint64 reading_ms;
  gint64 pause_ms;
} Passage;

/**
 * thaw_practice_line_new:
 * @text: a sentence or two
 * @pause_secs: how long it is quiet after it in the shortest version, in seconds
 * @from_minutes: only in versions of at least so many minutes; 0 in all
 *
 * Returns: (transfer full): for #ThawPracticePart.lines, which frees it
 */
ThawPracticeLine *
thaw_practice_line_new (const char *text,
                        int         pause_secs,
                        int         from_minutes)
{
  ThawPracticeLine *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (ThawPracticeLine, 1);
  self->text = g_strdup (text);
  self->pause_secs = pause_secs;
  self->from_minutes = from_minutes;

  return self;
}

void
thaw_practice_line_free (ThawPracticeLine *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

/**
 * thaw_practice_part_new:
 * @name: (nullable): what the part is called
 * @is_optional: whether it is only there if the person wants it
 *
 * Returns: (transfer full): a part without lines, for #ThawPractice.parts, which frees it
 */
ThawPracticePart *
thaw_practice_part_new (const char *name,
                        gboolean    is_optional)
{
  ThawPracticePart *self = g_new0 (ThawPracticePart, 1);

  self->name = g_strdup (name);
  self->is_optional = is_optional;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_practice_line_free);

  return self;
}

void
thaw_practice_part_free (ThawPracticePart *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * thaw_practice_new:
 * @id: the stable name
 * @name: what it is called
 * @summary: what it is like
 *
 * Returns: (transfer full): a practice without lengths and parts, for a loader to fill
 */
ThawPractice *
thaw_practice_new (const char *id,
                   const char *name,
                   const char *summary)
{
  ThawPractice *self;

  g_return_val_if_fail (id != NULL && name != NULL && summary != NULL, NULL);

  self = g_new0 (ThawPractice, 1);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->summary = g_strdup (summary);
  self->minutes = g_array_new (FALSE, FALSE, sizeof (int));
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_practice_part_free);

  return self;
}

void
thaw_practice_free (ThawPractice *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->why);
  g_free (self->source);
  g_free (self->option);
  g_array_unref (self->minutes);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
add_passages (GArray                 *passages,
              const ThawPracticePart *part,
              int                     minutes)
{
  for (guint i = 0; i < part->lines->len; i++)
    {
      const ThawPracticeLine *line = g_ptr_array_index (part->lines, i);
      Passage passage = { line->text };

      if (line->from_minutes > minutes)
        continue;

      passage.reading_ms = MAX (g_utf8_strlen (line->text, -1) * 1000 / CHARACTERS_PER_SEC, LEAST_READING_MS);
      passage.pause_ms = CLAMP (line->pause_secs * G_GINT64_CONSTANT (1000), LEAST_PAUSE_MS,
                                THAW_TIMELINE_MAX_STEP_MS / 2);
      g_array_append_val (passages, passage);
    }
}

static GArray *
choose_passages (const ThawPractice *self,
                 int                 minutes,
                 gboolean            with_option)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const ThawPracticePart *part = g_ptr_array_index (self->parts, i);

      if (with_option || !part->is_optional)
        add_passages (passages, part, minutes);
    }

  return passages;
}

static gint64
count_ms (GArray *passages)
{
  gint64 total_ms = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      total_ms += passage->reading_ms + passage->pause_ms;
    }

  return total_ms;
}

/* Stretches or shrinks the pauses, each by its share of what it has above the least one, until all together take
 * @total_ms; if that leaves nothing, they are the least. What is rounded away from one comes to the next. */
static void
fit_pauses (GArray *passages,
            gint64  total_ms)
{
  gint64 spare_ms = total_ms;
  gint64 all_weights = 0;
  gint64 weights_so_far = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      spare_ms -= passage->reading_ms + LEAST_PAUSE_MS;
      all_weights += passage->pause_ms - LEAST_PAUSE_MS + 1;
    }
  spare_ms = MAX (spare_ms, 0);

  for (guint i = 0; i < passages->len; i++)
    {
      Passage *passage = &g_array_index (passages, Passage, i);
      gint64 before_ms = spare_ms * weights_so_far / all_weights;

      weights_so_far += passage->pause_ms - LEAST_PAUSE_MS + 1;
      passage->pause_ms = LEAST_PAUSE_MS + spare_ms * weights_so_far / all_weights - before_ms;
    }
}

/**
 * thaw_practice_make_timeline:
 * @minutes: how long; 0 for a silent sitting that goes on until it is left
 * @bell_minutes: in a silent sitting, how far apart the bells are, 0 for none
 * @with_option: whether with the optional parts
 *
 * Each line is a step, which takes as long as reading it and the pause after it. The
 * pauses are stretched until all takes exactly @minutes. If the lines leave too little
 * time, the pauses shrink to two seconds, and what still does not fit makes it longer.
 *
 * In a silent sitting, the lines come first, with their own pauses if there is time for
 * them, and then silence until the end.
 *
 * Returns: (transfer full): what is said, and when
 */
ThawTimeline *
thaw_practice_make_timeline (const ThawPractice *self,
                             int                 minutes,
                             int                 bell_minutes,
                             gboolean            with_option)
{
  g_autoptr (GArray) passages = NULL;
  ThawTimeline *timeline;
  gboolean is_endless;

  g_return_val_if_fail (self != NULL, NULL);

  is_endless = self->is_open && minutes <= 0;
  minutes = CLAMP (minutes, is_endless ? 0 : 1, MAX_MINUTES);
  passages = choose_passages (self, is_endless ? MAX_MINUTES : minutes, with_option);

  if (!self->is_open || (!is_endless && count_ms (passages) > minutes * G_GINT64_CONSTANT (60000)))
    fit_pauses (passages, minutes * G_GINT64_CONSTANT (60000));

  timeline = thaw_timeline_new (is_endless ? 0 : 1);
  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      thaw_timeline_add (timeline, passage->reading_ms + passage->pause_ms, -1, passage->text, THAW_BELL_NONE);
    }

  if (self->is_open)
    thaw_timeline_add_silence (timeline, minutes, bell_minutes);

  return timeline;
}
