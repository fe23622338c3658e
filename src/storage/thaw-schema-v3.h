/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Version 3 of the schema: what is done to bring feeling back. Sessions, own activities, own ways of breathing,
 * favourites, plans for a day.
 *
 * activity, id  only their shape is checked: what Thaw brings along has a slug, what the person made a UUID, and what
 *               is gone, or of a later version, is no less worth for it
 * id            a session has a row number, since there may be tens of thousands: what can still be read of a damaged
 *               file is asked for by ranges of it
 * note          stands last, so that counting never reads the pages of long ones
 *
 * A check cannot be changed, so the table of tombstones, which have kinds, is made anew.
 */
#define THAW_SCHEMA_V3_ID(column) \
  "length (" column ") BETWEEN 1 AND 64 AND " column " NOT GLOB '*[^a-z0-9-]*'"
#define THAW_SCHEMA_V3_KIND \
  "kind TEXT NOT NULL CHECK (kind IN ('mindfulness', 'physical', 'creative', 'connection', 'rest', 'other'))"
#define THAW_SCHEMA_V3_NAME \
  "name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200)"

#define THAW_SCHEMA_V3 \
  "CREATE TABLE session (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  utc_ms INTEGER NOT NULL," \
  "  offset_secs INTEGER NOT NULL CHECK (offset_secs BETWEEN -64800 AND 64800)," \
  "  day TEXT NOT NULL CHECK (length (day) = 10)," \
  "  " THAW_SCHEMA_V3_KIND "," \
  "  activity TEXT NOT NULL CHECK (" THAW_SCHEMA_V3_ID ("activity") ")," \
  "  " THAW_SCHEMA_V3_NAME "," \
  "  planned_ms INTEGER NOT NULL CHECK (planned_ms BETWEEN 0 AND 86400000)," \
  "  actual_ms INTEGER NOT NULL CHECK (actual_ms BETWEEN 0 AND 86400000)," \
  "  ending TEXT NOT NULL CHECK (ending IN ('running', 'finished', 'left', 'logged'))," \
  "  expected INTEGER CHECK (expected BETWEEN 0 AND 10)," \
  "  felt INTEGER CHECK (felt BETWEEN 0 AND 10)," \
  "  feeling_before INTEGER CHECK (feeling_before BETWEEN 0 AND 10)," \
  "  valence_before REAL CHECK (valence_before BETWEEN -1 AND 1)," \
  "  feeling_after INTEGER CHECK (feeling_after BETWEEN 0 AND 10)," \
  "  valence_after REAL CHECK (valence_after BETWEEN -1 AND 1)," \
  "  modified_ms INTEGER NOT NULL," \
  "  note TEXT NOT NULL" \
  ") STRICT;" \
  /* What a day, or a range of days, had; and how many. */ \
  "CREATE INDEX session_place ON session (day, utc_ms);" \
  /* When something was first done. */ \
  "CREATE INDEX session_activity ON session (activity, day);" \
  /* The last one that ended, and those that have not. */ \
  "CREATE INDEX session_ended ON session (utc_ms) WHERE ending <> 'running';" \
  "CREATE INDEX session_running ON session (uuid) WHERE ending = 'running';" \
  \
  "CREATE TABLE own_activity (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  " THAW_SCHEMA_V3_KIND "," \
  "  " THAW_SCHEMA_V3_NAME "," \
  "  how_to_begin TEXT CHECK (how_to_begin <> '')," \
  "  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440)," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE breath_pattern (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  " THAW_SCHEMA_V3_NAME "," \
  /* In tenths of a second. */ \
  "  breathe_in INTEGER NOT NULL CHECK (breathe_in BETWEEN 5 AND 300)," \
  "  top_up INTEGER NOT NULL CHECK (top_up BETWEEN 0 AND 300)," \
  "  hold_full INTEGER NOT NULL CHECK (hold_full BETWEEN 0 AND 300)," \
  "  breathe_out INTEGER NOT NULL CHECK (breathe_out BETWEEN 5 AND 300)," \
  "  hold_empty INTEGER NOT NULL CHECK (hold_empty BETWEEN 0 AND 300)," \
  "  breaths INTEGER NOT NULL CHECK (breaths BETWEEN 1 AND 999)," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE favourite (" \
  "  id TEXT PRIMARY KEY NOT NULL CHECK (" THAW_SCHEMA_V3_ID ("id") ")," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE plan (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  day TEXT NOT NULL CHECK (length (day) = 10)," \
  "  minute INTEGER CHECK (minute BETWEEN 0 AND 1439)," \
  "  " THAW_SCHEMA_V3_KIND "," \
  "  activity TEXT NOT NULL CHECK (" THAW_SCHEMA_V3_ID ("activity") ")," \
  "  " THAW_SCHEMA_V3_NAME "," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  "CREATE INDEX plan_day ON plan (day, minute);" \
  \
  "CREATE TABLE tombstone_v3 (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  kind TEXT NOT NULL CHECK (kind IN ('entry', 'tag', 'own-word', 'own-prompt', 'reflection'," \
  "                                     'session', 'own-activity', 'breath-pattern', 'plan'))," \
  "  deleted_ms INTEGER NOT NULL" \
  ") STRICT;" \
  "INSERT INTO tombstone_v3 (uuid, kind, deleted_ms) SELECT uuid, kind, deleted_ms FROM tombstone ORDER BY rowid;" \
  "DROP TABLE tombstone;" \
  "ALTER TABLE tombstone_v3 RENAME TO tombstone;"
