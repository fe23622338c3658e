/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Version 2 of the schema: what was noticed in the body, what was done about it, the question that a text answers,
 * thoughts as tags; the person's own words and questions, hidden words, reflections.
 *
 * The new parts of an entry have tables of their own: a column after the text would make every list read the pages of
 * long texts. An entry of version 1 has none of them, so its words for the search stay as they are.
 *
 * region, quality  only their shape is checked, so that a later version can add some without making the table anew
 * closed sets      answers, outcomes and kinds are checked in full
 *
 * A check cannot be changed, so the tables with kinds are made anew. The copy of entry_tag refers to the copy of tag,
 * and the rename takes that along; so foreign keys hold at every moment.
 */
#define THAW_SCHEMA_V2 \
  "CREATE TABLE entry_sensation (" \
  "  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  region TEXT NOT NULL CHECK (length (region) BETWEEN 1 AND 40 AND region NOT GLOB '*[^a-z-]*')," \
  "  quality TEXT CHECK (length (quality) BETWEEN 1 AND 40 AND quality NOT GLOB '*[^a-z-]*')," \
  "  strength INTEGER CHECK (strength BETWEEN 1 AND 3)," \
  "  PRIMARY KEY (entry, ordinal)" \
  ") STRICT, WITHOUT ROWID;" \
  /* Two NULLs are never the same to a constraint. */ \
  "CREATE UNIQUE INDEX entry_sensation_place ON entry_sensation (entry, region, ifnull (quality, ''));" \
  \
  "CREATE TABLE entry_body (" \
  "  entry INTEGER PRIMARY KEY NOT NULL REFERENCES entry (id) ON DELETE CASCADE," \
  "  answer TEXT NOT NULL CHECK (answer IN ('nowhere', 'unsure'))" \
  ") STRICT;" \
  \
  "CREATE TABLE entry_coping (" \
  "  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  slug TEXT NOT NULL CHECK (slug <> '')," \
  "  outcome TEXT CHECK (outcome IN ('worse', 'same', 'better'))," \
  "  PRIMARY KEY (entry, ordinal)," \
  "  UNIQUE (slug, entry)" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE entry_prompt (" \
  "  entry INTEGER PRIMARY KEY NOT NULL REFERENCES entry (id) ON DELETE CASCADE," \
  "  prompt TEXT NOT NULL CHECK (prompt <> '')" \
  ") STRICT;" \
  \
  "CREATE INDEX entry_answer ON entry (answer, position) WHERE hidden_ms IS NULL AND answer IS NOT NULL;" \
  \
  "CREATE TABLE tag_v2 (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  kind TEXT NOT NULL CHECK (kind IN ('person', 'place', 'event', 'activity', 'thought'))," \
  "  name TEXT NOT NULL," \
  "  modified_ms INTEGER NOT NULL," \
  "  UNIQUE (kind, name)" \
  ") STRICT;" \
  "INSERT INTO tag_v2 (id, uuid, kind, name, modified_ms)" \
  "  SELECT id, uuid, kind, name, modified_ms FROM tag ORDER BY id;" \
  "CREATE TABLE entry_tag_v2 (" \
  "  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  tag INTEGER NOT NULL REFERENCES tag_v2 (id)," \
  "  is_trigger INTEGER NOT NULL CHECK (is_trigger IN (0, 1))," \
  "  PRIMARY KEY (entry, ordinal)," \
  "  UNIQUE (tag, entry)" \
  ") STRICT, WITHOUT ROWID;" \
  "INSERT INTO entry_tag_v2 (entry, ordinal, tag, is_trigger)" \
  "  SELECT entry, ordinal, tag, is_trigger FROM entry_tag ORDER BY entry, ordinal;" \
  "DROP TABLE entry_tag;" \
  "DROP TABLE tag;" \
  "ALTER TABLE tag_v2 RENAME TO tag;" \
  "ALTER TABLE entry_tag_v2 RENAME TO entry_tag;" \
  "CREATE INDEX tag_modified ON tag (modified_ms);" \
  \
  "CREATE TABLE tombstone_v2 (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  kind TEXT NOT NULL CHECK (kind IN ('entry', 'tag', 'own-word', 'own-prompt', 'reflection'))," \
  "  deleted_ms INTEGER NOT NULL" \
  ") STRICT;" \
  "INSERT INTO tombstone_v2 (uuid, kind, deleted_ms) SELECT uuid, kind, deleted_ms FROM tombstone ORDER BY rowid;" \
  "DROP TABLE tombstone;" \
  "ALTER TABLE tombstone_v2 RENAME TO tombstone;" \
  \
  "CREATE TABLE own_word (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  word TEXT NOT NULL UNIQUE CHECK (word <> '')," \
  "  family TEXT," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE hidden_word (" \
  "  slug TEXT PRIMARY KEY NOT NULL CHECK (slug <> '')," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE own_prompt (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  text TEXT NOT NULL CHECK (text <> '')," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE reflection (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  utc_ms INTEGER NOT NULL," \
  "  offset_secs INTEGER NOT NULL CHECK (offset_secs BETWEEN -64800 AND 64800)," \
  "  day TEXT NOT NULL CHECK (length (day) = 10)," \
  "  response INTEGER CHECK (response BETWEEN 0 AND 10)," \
  "  naming INTEGER CHECK (naming BETWEEN 0 AND 10)," \
  "  range INTEGER CHECK (range BETWEEN 0 AND 10)," \
  "  closeness INTEGER CHECK (closeness BETWEEN 0 AND 10)," \
  "  note TEXT NOT NULL," \
  "  modified_ms INTEGER NOT NULL" \
  ") STRICT, WITHOUT ROWID;" \
  "CREATE INDEX reflection_place ON reflection (day, utc_ms);"
