/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-csv-parser"

#include "config.h"
#include "thaw-csv-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"

/* No diary has wider tables; a file of commas must not fill the memory with empty cells. */
#define MAX_COLUMNS 256

/**
 * ThawCsvParser:
 *
 * Reads tables as RFC 4180 describes them, one row at a time: with or without a
 * byte order mark, lines that end with CRLF, LF or CR, cells in quotes with
 * commas, line ends and doubled quotes in them. Blank lines are skipped. Knows
 * nothing of what a table means.
 */
struct _ThawCsvParser
{
  GObject parent_instance;

  GBytes *bytes; /* (owned) */
  const char *at;
  const char *end;
  guint line;     /* the line that @at is on */
  guint row_line; /* the line on which the row that was read last starts */
  gboolean is_checked;
};

G_DEFINE_FINAL_TYPE (ThawCsvParser, thaw_csv_parser, G_TYPE_OBJECT)

static gboolean
is_line_end (const ThawCsvParser *self)
{
  return self->at < self->end && (*self->at == '\n' || *self->at == '\r');
}

static void
skip_line_end (ThawCsvParser *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  else if (self->at < self->end && *self->at == '\n')
    {
      self->at++;
      self->line++;
      return;
    }
  else
    return;

  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
}

static gboolean
check_encoding (ThawCsvParser  *self,
                GError        **error)
{
  const char *end;
  guint line = 1;

  if (self->is_checked || g_utf8_validate_len (self->at, (gsize) (self->end - self->at), &end))
    {
      self->is_checked = TRUE;
      return TRUE;
    }

  for (const char *p = self->at; p < end; p++)
    line += *p == '\n';
  g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
               /* Translators: %u is the number of a line in a file, UTF-8 the name of an encoding */
               _("Line %u is not UTF-8 text"), line);

  return FALSE;
}

static char *
read_quoted_cell (ThawCsvParser  *self,
                  GError        **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint first_line = self->line;

  self->at++;
  while (self->at < self->end)
    {
      const char *run = self->at;

      while (self->at < self->end && *self->at != '"')
        self->line += *self->at++ == '\n';
      g_string_append_len (cell, run, self->at - run);
      if (self->at == self->end)
        break;

      self->at++;
      if (self->at < self->end && *self->at == '"')
        {
          g_string_append_c (cell, '"');
          self->at++;
          continue;
        }

      if (self->at == self->end || *self->at == ',' || is_line_end (self))
        return g_string_free (g_steal_pointer (&cell), FALSE);

      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                   /* Translators: %u is the number of a line in a file */
                   _("Line %u has text behind a closing quote"), self->line);
      return NULL;
    }

  g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
               /* Translators: %u is the number of a line in a file */
               _("The quote in line %u is never closed"), first_line);

  return NULL;
}

static char *
read_cell (ThawCsvParser  *self,
           GError        **error)
{
  const char *start = self->at;

  if (self->at < self->end && *self->at == '"')
    return read_quoted_cell (self, error);

  while (self->at < self->end && *self->at != ',' && !is_line_end (self))
    self->at++;

  return g_strndup (start, (gsize) (self->at - start));
}

static void
thaw_csv_parser_finalize (GObject *object)
{
  ThawCsvParser *self = THAW_CSV_PARSER (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (thaw_csv_parser_parent_class)->finalize (object);
}

static void
thaw_csv_parser_class_init (ThawCsvParserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_csv_parser_finalize;
}

static void
thaw_csv_parser_init (ThawCsvParser *self)
{
  self->line = 1;
}

/**
 * thaw_csv_parser_new:
 * @bytes: a whole file
 *
 * Returns: (transfer full): a parser at the start of the file
 */
ThawCsvParser *
thaw_csv_parser_new (GBytes *bytes)
{
  ThawCsvParser *self;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (THAW_TYPE_CSV_PARSER, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->at = g_bytes_get_data (bytes, &size);
  self->end = self->at + size;
  if (size >= 3 && memcmp (self->at, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;

  return self;
}

/**
 * thaw_csv_parser_next:
 * @out_row: (out) (transfer full) (nullable): the cells; %NULL after the last row
 * @error: return location for an error
 *
 * Reads the next row. Rows may differ in length.
 *
 * Returns: %TRUE, or %FALSE with %THAW_EXCHANGE_ERROR_DAMAGED or
 *   %THAW_EXCHANGE_ERROR_TOO_LARGE
 */
gboolean
thaw_csv_parser_next (ThawCsvParser  *self,
                      GStrv          *out_row,
                      GError        **error)
{
  g_autoptr (GStrvBuilder) row = NULL;

  g_return_val_if_fail (THAW_IS_CSV_PARSER (self), FALSE);
  g_return_val_if_fail (out_row != NULL, FALSE);

  *out_row = NULL;
  if (!check_encoding (self, error))
    return FALSE;

  while (is_line_end (self))
    skip_line_end (self);
  if (self->at == self->end)
    return TRUE;

  row = g_strv_builder_new ();
  self->row_line = self->line;
  for (guint n_cells = 0; n_cells < MAX_COLUMNS; n_cells++)
    {
      g_autofree char *cell = read_cell (self, error);

      if (cell == NULL)
        return FALSE;

      g_strv_builder_add (row, cell);
      if (self->at == self->end || is_line_end (self))
        {
          skip_line_end (self);
          *out_row = g_strv_builder_end (row);
          return TRUE;
        }

      /* Behind a cell that is not the last one is a comma. */
      self->at++;
    }

  g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE,
               /* Translators: %u is the number of a line in a file */
               _("Line %u has too many columns"), self->row_line);

  return FALSE;
}

/**
 * thaw_csv_parser_get_line:
 *
 * Returns: the line on which the row that was read last starts, from 1
 */
guint
thaw_csv_parser_get_line (ThawCsvParser *self)
{
  g_return_val_if_fail (THAW_IS_CSV_PARSER (self), 0);

  return self->row_line;
}
