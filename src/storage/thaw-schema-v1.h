/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Version 1 of the schema: entries with their emotions and tags, drafts.
 *
 * position   where the entry stands in the journal (thaw_moment_get_position(), and the first free number after it)
 * excerpt    the first characters of the text, before the text, so that a list never reads the pages of a long one
 * words      what the search finds besides title and text: emotions and tags, and marks that filters look for
 * hidden_ms  when the person deleted it; it waits here until it cannot be undone any more
 *
 * The full-text index reads from a view of the entries that are not hidden and is kept in step by the code, in the
 * same transaction: with an untrusted schema SQLite 3.40 refuses triggers on virtual tables. Its rowid is the
 * position, so that "newest first" is the index's own order.
 */
#define THAW_SCHEMA_V1 \
  "CREATE TABLE entry (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  position INTEGER NOT NULL UNIQUE," \
  "  utc_ms INTEGER NOT NULL," \
  "  offset_secs INTEGER NOT NULL CHECK (offset_secs BETWEEN -64800 AND 64800)," \
  "  day TEXT NOT NULL CHECK (length (day) = 10)," \
  "  valence REAL CHECK (valence BETWEEN -1 AND 1)," \
  "  feeling INTEGER CHECK (feeling BETWEEN 0 AND 10)," \
  "  answer TEXT CHECK (answer IN ('named', 'nothing', 'unsure', 'no-word'))," \
  "  created_ms INTEGER NOT NULL," \
  "  modified_ms INTEGER NOT NULL," \
  "  hidden_ms INTEGER," \
  "  title TEXT NOT NULL," \
  "  excerpt TEXT NOT NULL," \
  "  words TEXT NOT NULL," \
  "  text TEXT NOT NULL" \
  ") STRICT;" \
  "CREATE INDEX entry_place ON entry (position) WHERE hidden_ms IS NULL;" \
  "CREATE INDEX entry_day ON entry (day, valence, feeling) WHERE hidden_ms IS NULL;" \
  "CREATE INDEX entry_hidden ON entry (hidden_ms) WHERE hidden_ms IS NOT NULL;" \
  \
  "CREATE TABLE entry_emotion (" \
  "  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  slug TEXT NOT NULL," \
  "  intensity INTEGER NOT NULL CHECK (intensity BETWEEN 1 AND 3)," \
  "  PRIMARY KEY (entry, ordinal)," \
  "  UNIQUE (slug, entry)" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE tag (" \
  "  id INTEGER PRIMARY KEY," \
  "  uuid TEXT NOT NULL UNIQUE," \
  "  kind TEXT NOT NULL CHECK (kind IN ('person', 'place', 'event', 'activity'))," \
  "  name TEXT NOT NULL," \
  "  modified_ms INTEGER NOT NULL," \
  "  UNIQUE (kind, name)" \
  ") STRICT;" \
  "CREATE INDEX tag_modified ON tag (modified_ms);" \
  \
  "CREATE TABLE entry_tag (" \
  "  entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  tag INTEGER NOT NULL REFERENCES tag (id)," \
  "  is_trigger INTEGER NOT NULL CHECK (is_trigger IN (0, 1))," \
  "  PRIMARY KEY (entry, ordinal)," \
  "  UNIQUE (tag, entry)" \
  ") STRICT, WITHOUT ROWID;" \
  \
  "CREATE TABLE draft (" \
  "  key TEXT PRIMARY KEY NOT NULL," \
  "  modified_ms INTEGER NOT NULL," \
  "  content BLOB NOT NULL" \
  ") STRICT;" \
  \
  "CREATE TABLE tombstone (" \
  "  uuid TEXT PRIMARY KEY NOT NULL," \
  "  kind TEXT NOT NULL CHECK (kind IN ('entry', 'tag'))," \
  "  deleted_ms INTEGER NOT NULL" \
  ") STRICT;" \
  \
  "CREATE VIEW entry_searchable AS" \
  "  SELECT position, title, text, words FROM entry WHERE hidden_ms IS NULL;" \
  "CREATE VIRTUAL TABLE entry_fts USING fts5 (" \
  "  title, text, words," \
  "  content = 'entry_searchable', content_rowid = 'position'," \
  "  tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Mn Mc So Co'''," \
  "  prefix = '1 2 3');"
