/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-csv-writer"

#include "config.h"
#include "thaw-csv-writer.h"

#include "exchange/thaw-csv-text.h"

/* Between the names in one cell. */
#define SEPARATOR " | "

/**
 * ThawCsvWriter:
 *
 * Writes a table for spreadsheets and statistics: RFC 4180, UTF-8 without a
 * byte order mark, one entry a row.
 *
 * The columns are `date` and `time` as the person's clock showed them,
 * `utc_offset`, `feeling` (0 to 10), `valence` (−1 to 1), `answer`, `emotions`
 * (as `joy 2 | fear 1`), `people`, `places`, `events`, `activities`, `triggers`
 * (the tags of any kind that set the feeling off), `title`, `text`, `uuid`,
 * `thoughts`, `body` (as `chest tight 2 | hands`, or `nowhere` or `unsure`), `did`
 * (as `walk better | call`) and `prompt`. What was not said is an empty cell. A new
 * column stands after those that were there before it.
 *
 * A spreadsheet takes a cell that starts with `=`, `+`, `-` or `@` as a formula,
 * which spoils "- slept badly" and lets an imported text do harm. Such words get
 * an apostrophe in front. This is the one thing that is changed; the exact
 * format is ThawJsonWriter's.
 */
struct _ThawCsvWriter
{
  ThawEntryWriter parent_instance;
};

G_DEFINE_FINAL_TYPE (ThawCsvWriter, thaw_csv_writer, THAW_TYPE_ENTRY_WRITER)

static void
append_emotions (GString   *out,
                 GPtrArray *emotions)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      g_string_append_printf (cell, "%s%s %d", i > 0 ? SEPARATOR : "", mark->slug, mark->intensity);
    }

  thaw_csv_append_cell (out, cell->str);
}

static void
append_tags_of_kind (GString    *out,
                     GPtrArray  *tags,
                     ThawTagKind kind)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (tags, i);

      if (mark->kind == kind)
        g_string_append_printf (cell, "%s%s", cell->len > 0 ? SEPARATOR : "", mark->name);
    }

  thaw_csv_append_cell (out, cell->str);
}

static void
append_triggers (GString   *out,
                 GPtrArray *tags)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (tags, i);

      if (mark->is_trigger)
        g_string_append_printf (cell, "%s%s", cell->len > 0 ? SEPARATOR : "", mark->name);
    }

  thaw_csv_append_cell (out, cell->str);
}

static void
append_body (GString   *out,
             ThawEntry *entry)
{
  GPtrArray *sensations = thaw_entry_get_sensations (entry);
  const char *answer = thaw_body_answer_to_slug (thaw_entry_get_body_answer (entry));
  g_autoptr (GString) cell = g_string_new (answer);

  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);
      const char *quality = thaw_sensation_quality_to_slug (sensation->quality);

      g_string_append_printf (cell, "%s%s", cell->len > 0 ? SEPARATOR : "",
                              thaw_body_region_to_slug (sensation->region));
      if (quality != NULL)
        g_string_append_printf (cell, " %s", quality);
      if (sensation->strength != THAW_SENSATION_NO_STRENGTH)
        g_string_append_printf (cell, " %d", sensation->strength);
    }

  thaw_csv_append_cell (out, cell->str);
}

static void
append_copings (GString   *out,
                GPtrArray *copings)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < copings->len; i++)
    {
      const ThawCopingMark *mark = g_ptr_array_index (copings, i);
      const char *outcome = thaw_coping_outcome_to_slug (mark->outcome);

      g_string_append_printf (cell, "%s%s", cell->len > 0 ? SEPARATOR : "", mark->slug);
      if (outcome != NULL)
        g_string_append_printf (cell, " %s", outcome);
    }

  thaw_csv_append_cell (out, cell->str);
}

static void
thaw_csv_writer_append_start (ThawEntryWriter *writer,
                              GString         *out)
{
  g_string_append (out, "date,time,utc_offset,feeling,valence,answer,emotions,"
                        "people,places,events,activities,triggers,title,text,uuid,thoughts,body,did,prompt\r\n");
}

static void
thaw_csv_writer_append_entry (ThawEntryWriter *writer,
                              ThawEntry       *entry,
                              GString         *out)
{
  GPtrArray *tags = thaw_entry_get_tags (entry);
  const char *answer = thaw_answer_to_slug (thaw_entry_get_answer (entry));
  const char *uuid = thaw_entry_get_uuid (entry);
  ThawMoodLevel level = { thaw_entry_get_feeling (entry), thaw_entry_get_valence (entry) };

  thaw_csv_append_time (out, thaw_entry_get_moment (entry));
  g_string_append_c (out, ',');
  thaw_csv_append_mood (out, &level);
  g_string_append_c (out, ',');
  g_string_append (out, answer != NULL ? answer : "");
  g_string_append_c (out, ',');
  append_emotions (out, thaw_entry_get_emotions (entry));
  for (int kind = 0; kind <= THAW_TAG_ACTIVITY; kind++)
    {
      g_string_append_c (out, ',');
      append_tags_of_kind (out, tags, (ThawTagKind) kind);
    }
  g_string_append_c (out, ',');
  append_triggers (out, tags);
  g_string_append_c (out, ',');
  thaw_csv_append_cell (out, thaw_entry_get_title (entry));
  g_string_append_c (out, ',');
  thaw_csv_append_cell (out, thaw_entry_get_text (entry));
  g_string_append_c (out, ',');
  g_string_append (out, uuid != NULL ? uuid : "");
  g_string_append_c (out, ',');
  append_tags_of_kind (out, tags, THAW_TAG_THOUGHT);
  g_string_append_c (out, ',');
  append_body (out, entry);
  g_string_append_c (out, ',');
  append_copings (out, thaw_entry_get_copings (entry));
  g_string_append_c (out, ',');
  thaw_csv_append_cell (out, thaw_entry_get_prompt (entry));
  g_string_append (out, "\r\n");
}

static void
thaw_csv_writer_append_end (ThawEntryWriter *writer,
                            GString         *out)
{
}

static void
thaw_csv_writer_class_init (ThawCsvWriterClass *klass)
{
  ThawEntryWriterClass *writer_class = THAW_ENTRY_WRITER_CLASS (klass);

  writer_class->append_start = thaw_csv_writer_append_start;
  writer_class->append_entry = thaw_csv_writer_append_entry;
  writer_class->append_end = thaw_csv_writer_append_end;
}

static void
thaw_csv_writer_init (ThawCsvWriter *self)
{
}

/**
 * thaw_csv_writer_new:
 * @stream: where to write
 *
 * Returns: (transfer full): a writer of tables
 */
ThawEntryWriter *
thaw_csv_writer_new (GOutputStream *stream)
{
  return g_object_new (THAW_TYPE_CSV_WRITER, "stream", stream, NULL);
}
