/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Version 4 of the schema: who and what there is to lean on. People and how to reach them, photos, the care plan, own
 * lines to call, what the person has to do with an article.
 *
 * photo, person, activity, article  refer to what may be gone, of a later version, or not there yet: only their shape
 *                                   is checked, and a line of the care plan has its own words
 * id                people, photos, lines and marks have row numbers: of all but the lines there may be many pages, of
 *                   which a damaged file is asked by ranges; lines of the same millisecond stay in their order
 * notes, note, data  stand last, so that nothing else reads the pages of long ones
 *
 * A check cannot be changed, so the table of tombstones, which have kinds, is made anew.
 */
#define THAW_SCHEMA_V4_ID(column) \
  "length (" column ") BETWEEN 1 AND 64 AND " column " NOT GLOB '*[^a-z0-9-]*'"
#define THAW_SCHEMA_V4_LINE(column, length) \
  "length (" column ") BETWEEN 1 AND " length
#define THAW_SCHEMA_V4_FLAG(column) \
  column " INTEGER NOT NULL CHECK (" column " IN (0, 1))"

#define THAW_SCHEMA_V4 \
  "CREATE TABLE person (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  kind TEXT NOT NULL" \
  "    CHECK (kind IN ('family', 'friend', 'mentor', 'group', 'professional', 'other'))," \
  "  name TEXT NOT NULL CHECK (" THAW_SCHEMA_V4_LINE ("name", "200") ")," \
  "  role TEXT CHECK (" THAW_SCHEMA_V4_LINE ("role", "200") ")," \
  "  photo TEXT CHECK (length (photo) = 36)," \
  "  last_contact TEXT CHECK (length (last_contact) = 10)," \
  "  " THAW_SCHEMA_V4_FLAG ("is_favourite") "," \
  "  " THAW_SCHEMA_V4_FLAG ("keeps_distance") "," \
  "  nudge_days INTEGER NOT NULL CHECK (nudge_days BETWEEN 0 AND 365)," \
  "  modified_ms INTEGER NOT NULL," \
  "  ask TEXT CHECK (ask <> '')," \
  "  notes TEXT CHECK (notes <> '')" \
  ") STRICT;" \
  /* Whether a photo is anybody’s. */ \
  "CREATE INDEX person_photo ON person (photo) WHERE photo IS NOT NULL;" \
  \
  "CREATE TABLE person_way (" \
  "  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  kind TEXT NOT NULL CHECK (kind IN ('phone', 'text', 'mail', 'messenger', 'web', 'address'))," \
  "  label TEXT CHECK (" THAW_SCHEMA_V4_LINE ("label", "100") ")," \
  "  value TEXT NOT NULL CHECK (" THAW_SCHEMA_V4_LINE ("value", "500") ")," \
  "  PRIMARY KEY (person, ordinal)" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE photo (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  modified_ms INTEGER NOT NULL," \
  "  data BLOB NOT NULL CHECK (length (data) BETWEEN 1 AND 262144)" \
  ") STRICT;" \
  \
  "CREATE TABLE care_item (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  part TEXT NOT NULL" \
  "    CHECK (part IN ('warning-signs', 'myself', 'places', 'people', 'professionals', 'safety'))," \
  "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000)," \
  "  text TEXT NOT NULL CHECK (" THAW_SCHEMA_V4_LINE ("text", "2000") ")," \
  "  person TEXT CHECK (length (person) = 36)," \
  "  activity TEXT CHECK (" THAW_SCHEMA_V4_ID ("activity") ")," \
  "  modified_ms INTEGER NOT NULL," \
  "  CHECK (person IS NULL OR activity IS NULL)" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE own_line (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  name TEXT NOT NULL CHECK (" THAW_SCHEMA_V4_LINE ("name", "200") ")," \
  "  number TEXT NOT NULL CHECK (" THAW_SCHEMA_V4_LINE ("number", "500") ")," \
  "  note TEXT CHECK (" THAW_SCHEMA_V4_LINE ("note", "2000") ")," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT;" \
  \
  "CREATE TABLE article_mark (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  article TEXT NOT NULL UNIQUE CHECK (" THAW_SCHEMA_V4_ID ("article") ")," \
  "  stance TEXT NOT NULL CHECK (stance IN ('none', 'interested', 'tried', 'not-for-me'))," \
  "  " THAW_SCHEMA_V4_FLAG ("is_bookmarked") "," \
  "  position REAL NOT NULL CHECK (position BETWEEN 0 AND 1)," \
  "  modified_ms INTEGER NOT NULL," \
  "  note TEXT CHECK (note <> '')" \
  ") STRICT;" \
  \
  "CREATE TABLE tombstone_v4 (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  kind TEXT NOT NULL CHECK (kind IN ('entry', 'tag', 'own-word', 'own-prompt', 'reflection'," \
  "                                     'session', 'own-activity', 'breath-pattern', 'plan'," \
  "                                     'person', 'photo', 'care-item', 'own-line', 'article-mark'))," \
  "  deleted_ms INTEGER NOT NULL" \
  ") STRICT;" \
  "INSERT INTO tombstone_v4 (uuid, kind, deleted_ms) SELECT uuid, kind, deleted_ms FROM tombstone ORDER BY rowid;" \
  "DROP TABLE tombstone;" \
  "ALTER TABLE tombstone_v4 RENAME TO tombstone;"
