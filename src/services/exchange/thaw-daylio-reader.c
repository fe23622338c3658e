/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-daylio-reader"

#include "config.h"
#include "thaw-daylio-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/thaw-csv-parser.h"
#include "exchange/thaw-daylio-time.h"
#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-html-text.h"
#include "thaw-entry.h"
#include "thaw-text.h"
#include "thaw-uuid.h"

/* How often to look whether to stop. */
#define ROWS_PER_CHECK 256

/* The columns of both headers that are known; their order in a file does not matter. */
typedef enum
{
  COLUMN_FULL_DATE,
  COLUMN_YEAR,
  COLUMN_DATE,
  COLUMN_WEEKDAY,
  COLUMN_TIME,
  COLUMN_MOOD,
  COLUMN_ACTIVITIES,
  COLUMN_NOTE_TITLE,
  COLUMN_NOTE,
} Column;

static const char *const columns[] = {
  "full_date", "year", "date", "weekday", "time", "mood", "activities", "note_title", "note",
};

#define N_COLUMNS G_N_ELEMENTS (columns)

/* The names that Daylio starts with. */
static const struct
{
  const char *name;
  double valence;
} default_moods[] = {
  { "rad", 1.0 }, { "good", 2.0 / 3.0 }, { "meh", 0.0 }, { "bad", -2.0 / 3.0 }, { "awful", -1.0 },
};

/**
 * ThawDaylioReader:
 *
 * Reads the table that Daylio exports, in its newer form (with `full_date`) and
 * its older one (with `year`).
 *
 * The file has no identifiers. Each entry gets one made of what it says, so that
 * a file that is imported again, or a later export of the same diary, adds only
 * what is new. People rename their moods: a name that is none of Daylio's own
 * becomes a tag, and says how pleasant it was only if thaw_daylio_reader_set_mood()
 * told.
 */
struct _ThawDaylioReader
{
  GObject parent_instance;

  GTimeZone *zone;           /* (owned): where the diary was kept */
  GHashTable *moods;         /* (owned) (element-type utf8 double): lower case → valence, told by the person */
  GHashTable *unknown_moods; /* (owned) (element-type utf8 utf8): met, and nobody told; a set */
};

G_DEFINE_FINAL_TYPE (ThawDaylioReader, thaw_daylio_reader, G_TYPE_OBJECT)

/* One file being read. */
typedef struct
{
  ThawDaylioReader *reader;
  GStrv header;            /* (owned) */
  int at[N_COLUMNS];       /* where a column is, −1 if the file has none */
  GHashTable *occurrences; /* (owned) (element-type utf8 guint): how often a row was there before */
} Table;

static void
table_clear (Table *table)
{
  g_strfreev (table->header);
  g_clear_pointer (&table->occurrences, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static const char *
get_cell (const Table *table,
          GStrv        row,
          Column       column)
{
  int at = table->at[column];

  /* An editor may leave out empty cells at the end of a row. */
  return at >= 0 && (guint) at < g_strv_length (row) ? row[at] : NULL;
}

static const char *
get_text (const Table *table,
          GStrv        row,
          Column       column)
{
  const char *cell = get_cell (table, row, column);

  return cell != NULL ? cell : "";
}

static gboolean
read_header (Table          *table,
             ThawCsvParser  *parser,
             GError        **error)
{
  if (!thaw_csv_parser_next (parser, &table->header, error))
    return FALSE;

  for (guint i = 0; i < N_COLUMNS; i++)
    table->at[i] = -1;
  for (guint i = 0; table->header != NULL && table->header[i] != NULL; i++)
    {
      g_strstrip (table->header[i]);
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          if (g_ascii_strcasecmp (table->header[i], columns[j]) == 0 && table->at[j] == -1)
            table->at[j] = (int) i;
        }
    }

  if (table->at[COLUMN_TIME] >= 0 && table->at[COLUMN_MOOD] >= 0 &&
      (table->at[COLUMN_FULL_DATE] >= 0 || (table->at[COLUMN_YEAR] >= 0 && table->at[COLUMN_DATE] >= 0)))
    return TRUE;

  g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT,
                       _("The file is not a table exported by Daylio"));

  return FALSE;
}

static gboolean
read_moment (const Table    *table,
             GStrv           row,
             guint           line,
             ThawMoment     *out_moment,
             gint64         *out_local_ms,
             GError        **error)
{
  const char *date = get_cell (table, row, COLUMN_FULL_DATE);
  const char *time = get_text (table, row, COLUMN_TIME);
  ThawDay day = thaw_daylio_read_day (date, get_cell (table, row, COLUMN_YEAR), get_cell (table, row, COLUMN_DATE));
  int minute = thaw_daylio_read_minute (time);
  g_autoptr (GDateTime) local = NULL;
  int year, month, day_of_month;

  if (day == THAW_DAY_NONE || minute < 0)
    {
      g_autofree char *shown = NULL;

      if (day != THAW_DAY_NONE)
        shown = thaw_text_make_excerpt (time);
      else
        shown = thaw_text_make_excerpt (date != NULL ? date : get_text (table, row, COLUMN_DATE));
      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                   day == THAW_DAY_NONE
                     /* Translators: %u is the number of a line in a file, %s what the file says */
                     ? _("Line %u has a day that is in no calendar: “%s”")
                     /* Translators: %u is the number of a line in a file, %s what the file says */
                     : _("Line %u has a time that is none: “%s”"),
                   line, shown);
      return FALSE;
    }

  thaw_day_split (day, &year, &month, &day_of_month);
  local = g_date_time_new (table->reader->zone, year, month, day_of_month, minute / 60, minute % 60, 0);
  *out_moment = thaw_moment_from_time (local);
  *out_local_ms = ((gint64) (day - THAW_DAY_EPOCH) * 24 * 60 + minute) * 60 * 1000;

  return TRUE;
}

/* Returns whether the person told what the mood means. */
static gboolean
read_mood (const Table *table,
           GStrv        row,
           ThawEntry   *entry)
{
  g_autofree char *name = thaw_tag_name_normalize (get_cell (table, row, COLUMN_MOOD));
  g_autofree char *key = NULL;
  const double *told;

  if (name == NULL)
    return FALSE;

  key = g_utf8_strdown (name, -1);
  told = g_hash_table_lookup (table->reader->moods, key);
  if (told != NULL)
    thaw_entry_set_valence (entry, *told);

  for (guint i = 0; i < G_N_ELEMENTS (default_moods); i++)
    {
      if (g_str_equal (key, default_moods[i].name))
        {
          if (told == NULL)
            thaw_entry_set_valence (entry, default_moods[i].valence);
          return told != NULL;
        }
    }

  thaw_entry_set_tag (entry, name, THAW_TAG_EVENT, FALSE);
  if (told == NULL)
    g_hash_table_add (table->reader->unknown_moods, g_steal_pointer (&name));

  return told != NULL;
}

static void
append_kept (GString    *text,
             const char *column,
             const char *value)
{
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append_printf (text, "%s: %s", column, value);
}

static void
read_activities (const Table *table,
                 GStrv        row,
                 ThawEntry   *entry,
                 GString     *text)
{
  g_auto (GStrv) names = g_strsplit (get_text (table, row, COLUMN_ACTIVITIES), " | ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = thaw_tag_name_normalize (names[i]);

      if (name != NULL)
        thaw_entry_set_tag (entry, name, THAW_TAG_ACTIVITY, FALSE);
      else if (g_strstrip (names[i])[0] != '\0')
        append_kept (text, columns[COLUMN_ACTIVITIES], names[i]);
    }
}

static char *
make_plain (const char *cell)
{
  g_autofree char *valid = thaw_text_make_valid (cell, strlen (cell));

  return thaw_html_to_text (valid);
}

static void
read_words (const Table *table,
            GStrv        row,
            ThawEntry   *entry)
{
  g_autofree char *title = make_plain (get_text (table, row, COLUMN_NOTE_TITLE));
  g_autofree char *note = make_plain (get_text (table, row, COLUMN_NOTE));
  g_autoptr (GString) text = g_string_new (note);

  read_activities (table, row, entry, text);

  /* What a column means that a newer Daylio adds is not known, but what it says is not lost. */
  for (guint i = 0; row[i] != NULL; i++)
    {
      gboolean is_known = FALSE;

      for (guint j = 0; j < N_COLUMNS; j++)
        is_known = is_known || table->at[j] == (int) i;
      if (!is_known && row[i][0] != '\0')
        append_kept (text, table->header[i], row[i]);
    }

  thaw_entry_set_title (entry, title);
  thaw_entry_set_text (entry, text->str);
}

static char *
make_uuid (const Table      *table,
           GStrv             row,
           const ThawMoment *moment)
{
  g_autofree char *local = thaw_moment_to_iso (moment);
  g_autofree char *name = NULL;
  g_autofree char *numbered = NULL;
  guint n_before;

  /* Up to the minute, without the offset: the zone in which a file is imported does not make another entry of it. */
  name = g_strdup_printf ("daylio\n%.16s\n%s\n%s\n%s\n%s", local,
                          get_text (table, row, COLUMN_MOOD), get_text (table, row, COLUMN_ACTIVITIES),
                          get_text (table, row, COLUMN_NOTE_TITLE), get_text (table, row, COLUMN_NOTE));
  n_before = GPOINTER_TO_UINT (g_hash_table_lookup (table->occurrences, name));
  numbered = g_strdup_printf ("%s\n%u", name, n_before);
  g_hash_table_insert (table->occurrences, g_steal_pointer (&name), GUINT_TO_POINTER (n_before + 1));

  return thaw_uuid_new_from_name (numbered);
}

static ThawEntry *
read_row (const Table  *table,
          GStrv         row,
          guint         line,
          GError      **error)
{
  g_autoptr (ThawEntry) entry = thaw_entry_new ();
  g_autofree char *uuid = NULL;
  ThawMoment moment;
  gint64 local_ms;
  gboolean is_told;

  if (g_strv_length (row) > g_strv_length (table->header))
    {
      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                   /* Translators: %u is the number of a line in a file */
                   _("Line %u has more columns than the first line"), line);
      return NULL;
    }

  if (!read_moment (table, row, line, &moment, &local_ms, error))
    return NULL;

  uuid = make_uuid (table, row, &moment);
  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &moment);
  is_told = read_mood (table, row, entry);
  read_words (table, row, entry);

  /* As old as the entry itself, so that what the person changes in Thaw is newer than any import. Telling what a mood
   * means makes it a little newer, so that importing the file again corrects what was imported before. */
  thaw_entry_set_created_ms (entry, local_ms);
  thaw_entry_set_modified_ms (entry, local_ms + (is_told ? 1 : 0));

  return g_steal_pointer (&entry);
}

/* The file has the newest row first; entries of one minute keep the order in which they were written. */
static void
reverse (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len / 2; i++)
    {
      gpointer other = entries->pdata[entries->len - 1 - i];

      entries->pdata[entries->len - 1 - i] = entries->pdata[i];
      entries->pdata[i] = other;
    }
}

static void
thaw_daylio_reader_finalize (GObject *object)
{
  ThawDaylioReader *self = THAW_DAYLIO_READER (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->moods, g_hash_table_unref);
  g_clear_pointer (&self->unknown_moods, g_hash_table_unref);

  G_OBJECT_CLASS (thaw_daylio_reader_parent_class)->finalize (object);
}

static void
thaw_daylio_reader_class_init (ThawDaylioReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_daylio_reader_finalize;
}

static void
thaw_daylio_reader_init (ThawDaylioReader *self)
{
  self->moods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->unknown_moods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * thaw_daylio_reader_new:
 * @zone: the zone in which the diary was kept; the file does not say
 *
 * Returns: (transfer full): a reader
 */
ThawDaylioReader *
thaw_daylio_reader_new (GTimeZone *zone)
{
  ThawDaylioReader *self;

  g_return_val_if_fail (zone != NULL, NULL);

  self = g_object_new (THAW_TYPE_DAYLIO_READER, NULL);
  self->zone = g_time_zone_ref (zone);

  return self;
}

/**
 * thaw_daylio_reader_set_mood:
 * @name: the name of a mood, in any case
 * @valence: how pleasant it is, −1 to 1
 *
 * Tells what a mood means.
 */
void
thaw_daylio_reader_set_mood (ThawDaylioReader *self,
                             const char       *name,
                             double            valence)
{
  g_autofree char *normal = NULL;

  g_return_if_fail (THAW_IS_DAYLIO_READER (self));
  g_return_if_fail (!isnan (valence) && thaw_valence_is_valid (valence));

  normal = thaw_tag_name_normalize (name);
  g_return_if_fail (normal != NULL);

  g_hash_table_insert (self->moods, g_utf8_strdown (normal, -1), g_memdup2 (&valence, sizeof valence));
}

/**
 * thaw_daylio_reader_read:
 * @bytes: a whole file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a file. Rows that say nothing are left out.
 *
 * Returns: (transfer full) (element-type ThawEntry) (nullable): the entries,
 *   from the last row to the first, which is oldest first, or %NULL with
 *   @error set, in %THAW_EXCHANGE_ERROR; it names the line
 */
GPtrArray *
thaw_daylio_reader_read (ThawDaylioReader  *self,
                         GBytes            *bytes,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_autoptr (ThawCsvParser) parser = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (Table) table = { .reader = self };

  g_return_val_if_fail (THAW_IS_DAYLIO_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  g_hash_table_remove_all (self->unknown_moods);
  parser = thaw_csv_parser_new (bytes);
  if (!read_header (&table, parser, error))
    return NULL;

  entries = g_ptr_array_new_with_free_func (g_object_unref);
  table.occurrences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint n_rows = 1;; n_rows++)
    {
      g_autoptr (ThawEntry) entry = NULL;
      g_auto (GStrv) row = NULL;

      if (n_rows % ROWS_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      if (!thaw_csv_parser_next (parser, &row, error))
        return NULL;
      if (row == NULL)
        {
          reverse (entries);
          return g_steal_pointer (&entries);
        }

      entry = read_row (&table, row, thaw_csv_parser_get_line (parser), error);
      if (entry == NULL)
        return NULL;

      if (!thaw_entry_is_empty (entry))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
}

/**
 * thaw_daylio_reader_dup_unknown_moods:
 *
 * Returns: (transfer full): the names of moods in the file that was read last
 *   for which nobody told how pleasant they are, sorted
 */
GStrv
thaw_daylio_reader_dup_unknown_moods (ThawDaylioReader *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GList) names = NULL;

  g_return_val_if_fail (THAW_IS_DAYLIO_READER (self), NULL);

  builder = g_strv_builder_new ();
  names = g_list_sort (g_hash_table_get_keys (self->unknown_moods), (GCompareFunc) g_strcmp0);
  for (GList *l = names; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);

  return g_strv_builder_end (builder);
}
