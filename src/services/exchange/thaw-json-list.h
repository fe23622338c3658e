/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/thaw-json-place.h"
#include "thaw-import-batch.h"

G_BEGIN_DECLS

/* The lists of a document, in the order in which they are read. */
typedef enum
{
  THAW_JSON_LIST_ENTRIES,
  THAW_JSON_LIST_OWN_WORDS,
  THAW_JSON_LIST_HIDDEN_WORDS,
  THAW_JSON_LIST_OWN_PROMPTS,
  THAW_JSON_LIST_REFLECTIONS,
  THAW_JSON_LIST_SESSIONS,
  THAW_JSON_LIST_OWN_ACTIVITIES,
  THAW_JSON_LIST_FAVOURITES,
  THAW_JSON_LIST_PATTERNS,
  THAW_JSON_LIST_PLANS,
  THAW_JSON_LIST_PEOPLE,
  THAW_JSON_LIST_PHOTOS,
  THAW_JSON_LIST_CARE_ITEMS,
  THAW_JSON_LIST_OWN_LINES,
  THAW_JSON_LIST_ARTICLE_MARKS,
  THAW_JSON_LIST_REMINDERS,
} ThawJsonList;

#define THAW_N_JSON_LISTS (THAW_JSON_LIST_REMINDERS + 1)

typedef gpointer (*ThawJsonReadItem) (const ThawJsonPlace *place);

/**
 * ThawJsonListKind:
 * @name: the member of the document
 * @items: where in a #ThawImportBatch the items belong
 * @members: (nullable): the members of an item, %NULL after the last one
 * @read: (nullable): reads an item that is an object
 * @is_valid: (nullable): of an item that is a string, whether it can be one
 *
 * How a list is read.
 */
typedef struct
{
  const char *name;
  gsize items;
  const char *const *members;
  ThawJsonReadItem read;
  gboolean (*is_valid) (const char *text);
} ThawJsonListKind;

extern const ThawJsonListKind thaw_json_lists[THAW_N_JSON_LISTS];

char *thaw_json_list_name_place (ThawJsonList list,
                                 guint        number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
