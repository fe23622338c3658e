/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-connection.h"
#include "thaw-database.h"

/* What the repositories in this folder do with a database. */

G_BEGIN_DECLS

/**
 * ThawDatabaseTopic:
 * @THAW_DATABASE_TOPIC_ENTRIES: entries, their tags included
 * @THAW_DATABASE_TOPIC_WORDS: own and hidden words
 * @THAW_DATABASE_TOPIC_PROMPTS: own prompts
 * @THAW_DATABASE_TOPIC_REFLECTIONS: reflections
 * @THAW_DATABASE_TOPIC_SESSIONS: sessions
 * @THAW_DATABASE_TOPIC_ACTIVITIES: own activities, and favourites of any kind
 * @THAW_DATABASE_TOPIC_PATTERNS: own ways of breathing
 * @THAW_DATABASE_TOPIC_PLANS: plans
 * @THAW_DATABASE_TOPIC_PEOPLE: people
 * @THAW_DATABASE_TOPIC_PHOTOS: photos of people
 * @THAW_DATABASE_TOPIC_CARE: the care plan
 * @THAW_DATABASE_TOPIC_LINES: own lines to call
 * @THAW_DATABASE_TOPIC_ARTICLES: what the person has to do with articles
 * @THAW_DATABASE_TOPIC_REMINDERS: reminders, but not what came of them
 *
 * What a write has changed.
 */
typedef enum
{
  THAW_DATABASE_TOPIC_ENTRIES = 1 << 0,
  THAW_DATABASE_TOPIC_WORDS = 1 << 1,
  THAW_DATABASE_TOPIC_PROMPTS = 1 << 2,
  THAW_DATABASE_TOPIC_REFLECTIONS = 1 << 3,
  THAW_DATABASE_TOPIC_SESSIONS = 1 << 4,
  THAW_DATABASE_TOPIC_ACTIVITIES = 1 << 5,
  THAW_DATABASE_TOPIC_PATTERNS = 1 << 6,
  THAW_DATABASE_TOPIC_PLANS = 1 << 7,
  THAW_DATABASE_TOPIC_PEOPLE = 1 << 8,
  THAW_DATABASE_TOPIC_PHOTOS = 1 << 9,
  THAW_DATABASE_TOPIC_CARE = 1 << 10,
  THAW_DATABASE_TOPIC_LINES = 1 << 11,
  THAW_DATABASE_TOPIC_ARTICLES = 1 << 12,
  THAW_DATABASE_TOPIC_REMINDERS = 1 << 13,
} ThawDatabaseTopic;

/**
 * ThawDatabaseFunc:
 * @connection: a connection for this thread
 * @request: what is asked for, which nobody else touches meanwhile
 * @error: where to say why it failed
 *
 * Returns: (nullable): the result, %NULL with @error set
 */
typedef gpointer (*ThawDatabaseFunc) (ThawConnection  *connection,
                                      gpointer         request,
                                      GError         **error);

/**
 * ThawDatabaseDoneFunc:
 * @source: the task's source object
 *
 * Called in the task's own context after a success, before the task returns.
 */
typedef void (*ThawDatabaseDoneFunc) (gpointer source);

void thaw_database_emit_written (ThawDatabase *self,
                                 guint         topics);

ThawConnection *thaw_database_peek_connection (ThawDatabase  *self,
                                               GError       **error);
ThawConnection *thaw_database_open_reader     (ThawDatabase  *self,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;

void     thaw_database_write_async (ThawDatabase         *self,
                                    GTask                *task,
                                    ThawDatabaseFunc      func,
                                    GDestroyNotify        result_free,
                                    ThawDatabaseDoneFunc  done_func);
gpointer thaw_database_write_sync  (ThawDatabase      *self,
                                    ThawDatabaseFunc   func,
                                    gpointer           request,
                                    GError           **error);
void     thaw_database_read_async  (ThawDatabase      *self,
                                    GTask             *task,
                                    ThawDatabaseFunc   func,
                                    GDestroyNotify     result_free);
gpointer thaw_database_read_sync   (ThawDatabase      *self,
                                    ThawDatabaseFunc   func,
                                    gpointer           request,
                                    GError           **error);

G_END_DECLS
