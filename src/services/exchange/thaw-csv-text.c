/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-csv-text"

#include "config.h"
#include "thaw-csv-text.h"

#include <string.h>

#include "exchange/thaw-json-text.h"

/**
 * thaw_csv_append_cell:
 * @text: what stands in the cell
 *
 * A spreadsheet takes a cell that starts with `=`, `+`, `-` or `@` as a formula, so such
 * words get an apostrophe in front.
 */
void
thaw_csv_append_cell (GString    *out,
                      const char *text)
{
  gboolean is_formula = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;

  if (!is_formula && strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append (out, is_formula ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * thaw_csv_append_time:
 * @moment: a valid moment
 *
 * Appends three cells: the day and the time as the person's clock showed them, and its offset.
 */
void
thaw_csv_append_time (GString          *out,
                      const ThawMoment *moment)
{
  g_autofree char *iso = thaw_moment_to_iso (moment);

  /* 2026-11-23T09:15:00.250+01:00 */
  g_string_append_len (out, iso, 10);
  g_string_append_c (out, ',');
  g_string_append_len (out, iso + 11, 8);
  g_string_append_c (out, ',');
  g_string_append (out, iso + 23);
}

/**
 * thaw_csv_append_mood:
 * @level: a feeling and a valence
 *
 * Appends two cells; what was not said is an empty one.
 */
void
thaw_csv_append_mood (GString             *out,
                      const ThawMoodLevel *level)
{
  thaw_csv_append_int (out, level->feeling, THAW_FEELING_UNKNOWN);
  g_string_append_c (out, ',');
  if (!isnan (level->valence))
    thaw_json_append_double (out, level->valence);
}

/**
 * thaw_csv_append_int:
 * @number: a number
 * @none: what @number is if nothing was said
 */
void
thaw_csv_append_int (GString *out,
                     int      number,
                     int      none)
{
  if (number != none)
    g_string_append_printf (out, "%d", number);
}
