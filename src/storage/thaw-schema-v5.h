/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Version 5 of the schema: what the person wants to be reminded of, and what came of it on this computer.
 *
 * opens      only its shape is checked: what it opens may be gone, not there yet, or of a later version
 * weekdays   a bit each, the lowest for Monday
 * times      minutes since midnight in their order, as '540,1260'; of the two ways to say when, only the one that
 *            counts is stored
 * state      has no foreign key, so that a reminder that was removed and comes back is still not to come today; what is
 *            nobody's is taken away when the journal is opened
 * moment     a minute as the clock on the wall shows it (ThawCivil)
 *
 * A check cannot be changed, so the table of tombstones, which have kinds, is made anew.
 */
#define THAW_SCHEMA_V5_FLAG(column) \
  column " INTEGER NOT NULL CHECK (" column " IN (0, 1))"
#define THAW_SCHEMA_V5_MINUTE(column) \
  column " INTEGER CHECK (" column " BETWEEN 0 AND 1439)"
#define THAW_SCHEMA_V5_MOMENT(column) \
  column " INTEGER CHECK (" column " > 0)"

#define THAW_SCHEMA_V5 \
  "CREATE TABLE reminder (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  title TEXT NOT NULL CHECK (length (title) BETWEEN 1 AND 200)," \
  "  opens TEXT CHECK (length (opens) BETWEEN 3 AND 100 AND opens GLOB '[a-z]*:?*' AND" \
  "                    opens NOT GLOB '*[^a-z0-9:-]*')," \
  "  " THAW_SCHEMA_V5_FLAG ("is_on") "," \
  "  weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127)," \
  "  first_day TEXT CHECK (length (first_day) = 10)," \
  "  last_day TEXT CHECK (length (last_day) = 10)," \
  "  timing TEXT NOT NULL CHECK (timing IN ('times', 'window'))," \
  "  times TEXT CHECK (length (times) BETWEEN 1 AND 59 AND times NOT GLOB '*[^0-9,]*')," \
  "  " THAW_SCHEMA_V5_MINUTE ("window_start") "," \
  "  " THAW_SCHEMA_V5_MINUTE ("window_end") "," \
  "  n_in_window INTEGER CHECK (n_in_window BETWEEN 1 AND 12)," \
  "  distance INTEGER CHECK (distance BETWEEN 1 AND 1439)," \
  "  " THAW_SCHEMA_V5_FLAG ("skips_if_done") "," \
  "  " THAW_SCHEMA_V5_FLAG ("ignores_quiet") "," \
  "  modified_ms INTEGER NOT NULL," \
  "  CHECK (first_day <= last_day)," \
  "  CHECK ((timing = 'times') = (times IS NOT NULL))," \
  "  CHECK ((timing = 'window') = (window_start IS NOT NULL) AND (timing = 'window') = (window_end IS NOT NULL) AND" \
  "         (timing = 'window') = (n_in_window IS NOT NULL) AND (timing = 'window') = (distance IS NOT NULL))," \
  "  CHECK (window_start < window_end AND (n_in_window - 1) * distance <= window_end - window_start)" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE reminder_state (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  rule_ms INTEGER NOT NULL," \
  "  " THAW_SCHEMA_V5_MOMENT ("last_moment") "," \
  "  " THAW_SCHEMA_V5_MOMENT ("shown_moment") "," \
  "  " THAW_SCHEMA_V5_MOMENT ("missed_moment") "," \
  "  snoozed_until_ms INTEGER CHECK (snoozed_until_ms > 0)," \
  "  put_off_day TEXT CHECK (length (put_off_day) = 10)," \
  "  n_unanswered_days INTEGER NOT NULL CHECK (n_unanswered_days >= 0)," \
  "  " THAW_SCHEMA_V5_FLAG ("is_offer_over") \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE tombstone_v5 (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  kind TEXT NOT NULL CHECK (kind IN ('entry', 'tag', 'own-word', 'own-prompt', 'reflection'," \
  "                                     'session', 'own-activity', 'breath-pattern', 'plan'," \
  "                                     'person', 'photo', 'care-item', 'own-line', 'article-mark'," \
  "                                     'reminder'))," \
  "  deleted_ms INTEGER NOT NULL" \
  ") STRICT;" \
  "INSERT INTO tombstone_v5 (uuid, kind, deleted_ms) SELECT uuid, kind, deleted_ms FROM tombstone ORDER BY rowid;" \
  "DROP TABLE tombstone;" \
  "ALTER TABLE tombstone_v5 RENAME TO tombstone;"
