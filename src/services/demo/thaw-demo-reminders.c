/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-demo-reminders"

#include "config.h"
#include "thaw-demo-reminders.h"

#include "thaw-demo-people.h"
#include "thaw-reminder.h"

#define AT(hour, minute) ((hour) * 60 + (minute))

#define SUNDAY 0x40u

/* After the last of them, so that none of the last day is said to have been missed. */
#define WRITTEN AT (22, 0)

typedef struct
{
  const char *name;   /* which makes the identity */
  const char *title;
  const char *opens;  /* (nullable) */
  const char *person; /* (nullable): whom it opens, in place of that */
  guint weekdays;
  int start;          /* the time of day, or where a window begins */
  int end;            /* where that ends, or 0 */
} Sample;

/* Not for translation, as all that the person of the sample wrote: see demo-life.xml. Each has its part of the day to
 * itself, the two hours with it in which one may still come late: whenever the sample is opened, one at most comes. */
static const Sample samples[] = {
  { "morning", "Before the tram: what is there?", "check-in:now", NULL, THAW_REMINDER_WORKDAYS, AT (7, 20), 0 },
  { "mae", "Mãe, after her coffee", NULL, "mae", SUNDAY, AT (10, 30), 0 },
  { "walk", "Out for a bit, the long way round", "practice:walk", NULL, THAW_REMINDER_EVERY_DAY, AT (13, 0),
    AT (17, 30) },
  { "evening", "One true sentence, and what else there was", "entry:new", NULL, THAW_REMINDER_EVERY_DAY, AT (21, 15),
    0 },
};

static ThawReminder *
make_reminder (const Sample *sample)
{
  ThawReminder *reminder = thaw_reminder_new (sample->title, sample->opens);

  reminder->uuid = thaw_demo_make_id ("reminder", sample->name);
  reminder->weekdays = sample->weekdays;
  if (sample->person != NULL)
    {
      g_autofree char *id = thaw_demo_make_id ("person", sample->person);

      reminder->opens = g_strconcat ("person:", id, NULL);
    }

  if (sample->end == 0)
    {
      reminder->times[0] = sample->start;
      return reminder;
    }

  reminder->timing = THAW_REMINDER_IN_WINDOW;
  reminder->window_start = sample->start;
  reminder->window_end = sample->end;

  return reminder;
}

/**
 * thaw_demo_reminders_fill:
 * @batch: a sample journal, with its people
 * @last_day: its last day
 * @zone: where the person lives
 *
 * Adds what the person wants to be reminded of, written in the evening of @last_day.
 */
void
thaw_demo_reminders_fill (ThawImportBatch *batch,
                          ThawDay          last_day,
                          GTimeZone       *zone)
{
  gint64 written_ms = MAX (thaw_civil_to_utc_ms (thaw_civil_new (last_day, WRITTEN), zone), 0);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      ThawReminder *reminder = make_reminder (&samples[i]);

      reminder->modified_ms = written_ms;
      g_ptr_array_add (batch->reminders, reminder);
    }
}
