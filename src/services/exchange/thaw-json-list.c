/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-list"

#include "config.h"
#include "thaw-json-list.h"

#include <glib/gi18n-lib.h>

#include "exchange/thaw-json-beside.h"
#include "exchange/thaw-json-entry.h"
#include "exchange/thaw-json-practice.h"
#include "exchange/thaw-json-reminder.h"
#include "exchange/thaw-json-support.h"

/* The members of what is in a list. */
static const char *const entry_members[] = {
  "uuid", "time", "feeling", "valence", "answer", "emotions", "body", "sensations", "tags", "copings", "prompt",
  "title", "text", "created_ms", "modified_ms", NULL,
};
static const char *const own_word_members[] = { "uuid", "word", "family", "modified_ms", NULL };
static const char *const own_prompt_members[] = { "uuid", "text", "modified_ms", NULL };
static const char *const reflection_members[] = {
  "uuid", "time", "response", "naming", "range", "closeness", "note", "modified_ms", NULL,
};
static const char *const session_members[] = {
  "uuid", "time", "kind", "activity", "name", "planned_ms", "actual_ms", "ending", "expected", "felt",
  "feeling_before", "valence_before", "feeling_after", "valence_after", "note", "modified_ms", NULL,
};
static const char *const own_activity_members[] = {
  "uuid", "kind", "name", "begin", "minutes", "modified_ms", NULL,
};
static const char *const pattern_members[] = {
  "uuid", "name", "in", "top_up", "hold_full", "out", "hold_empty", "breaths", "modified_ms", NULL,
};
static const char *const plan_members[] = {
  "uuid", "day", "minute", "kind", "activity", "name", "modified_ms", NULL,
};
static const char *const person_members[] = {
  "uuid", "kind", "name", "role", "ways", "ask", "notes", "photo", "last_contact", "favourite", "keep_distance",
  "nudge_days", "modified_ms", NULL,
};
static const char *const photo_members[] = { "uuid", "data", "modified_ms", NULL };
static const char *const care_item_members[] = {
  "uuid", "part", "position", "text", "person", "activity", "modified_ms", NULL,
};
static const char *const own_line_members[] = { "uuid", "name", "number", "note", "modified_ms", NULL };
static const char *const article_mark_members[] = {
  "uuid", "article", "stance", "note", "bookmarked", "position", "modified_ms", NULL,
};
static const char *const reminder_members[] = {
  "uuid", "title", "opens", "on", "weekdays", "from", "until", "times", "window", "skip_if_done", "quiet_hours_too",
  "modified_ms", NULL,
};

#define ITEMS(member) G_STRUCT_OFFSET (ThawImportBatch, member)
#define OBJECTS(list, members, read) { #list, ITEMS (list), members, (ThawJsonReadItem) read, NULL }
#define STRINGS(list, is_valid) { #list, ITEMS (list), NULL, NULL, is_valid }

const ThawJsonListKind thaw_json_lists[THAW_N_JSON_LISTS] = {
  [THAW_JSON_LIST_ENTRIES] = OBJECTS (entries, entry_members, thaw_json_entry_read),
  [THAW_JSON_LIST_OWN_WORDS] = OBJECTS (own_words, own_word_members, thaw_json_own_word_read),
  [THAW_JSON_LIST_HIDDEN_WORDS] = STRINGS (hidden_words, thaw_emotion_slug_is_valid),
  [THAW_JSON_LIST_OWN_PROMPTS] = OBJECTS (own_prompts, own_prompt_members, thaw_json_own_prompt_read),
  [THAW_JSON_LIST_REFLECTIONS] = OBJECTS (reflections, reflection_members, thaw_json_reflection_read),
  [THAW_JSON_LIST_SESSIONS] = OBJECTS (sessions, session_members, thaw_json_session_read),
  [THAW_JSON_LIST_OWN_ACTIVITIES] = OBJECTS (own_activities, own_activity_members, thaw_json_own_activity_read),
  [THAW_JSON_LIST_FAVOURITES] = STRINGS (favourites, thaw_activity_id_is_valid),
  [THAW_JSON_LIST_PATTERNS] = OBJECTS (patterns, pattern_members, thaw_json_pattern_read),
  [THAW_JSON_LIST_PLANS] = OBJECTS (plans, plan_members, thaw_json_plan_read),
  [THAW_JSON_LIST_PEOPLE] = OBJECTS (people, person_members, thaw_json_person_read),
  [THAW_JSON_LIST_PHOTOS] = OBJECTS (photos, photo_members, thaw_json_photo_read),
  [THAW_JSON_LIST_CARE_ITEMS] = OBJECTS (care_items, care_item_members, thaw_json_care_item_read),
  [THAW_JSON_LIST_OWN_LINES] = OBJECTS (own_lines, own_line_members, thaw_json_own_line_read),
  [THAW_JSON_LIST_ARTICLE_MARKS] = OBJECTS (article_marks, article_mark_members, thaw_json_article_mark_read),
  [THAW_JSON_LIST_REMINDERS] = OBJECTS (reminders, reminder_members, thaw_json_reminder_read),
};

/**
 * thaw_json_list_name_place:
 * @number: which of the items in the list, from 1 on
 *
 * Returns: (transfer full): the place in a file, for a person
 */
char *
thaw_json_list_name_place (ThawJsonList list,
                           guint        number)
{
  switch (list)
    {
    case THAW_JSON_LIST_OWN_WORDS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Own word %u"), number);
    case THAW_JSON_LIST_HIDDEN_WORDS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Hidden word %u"), number);
    case THAW_JSON_LIST_OWN_PROMPTS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Own prompt %u"), number);
    case THAW_JSON_LIST_REFLECTIONS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Reflection %u"), number);
    case THAW_JSON_LIST_SESSIONS:
      /* Translators: a place in a file, before what is wrong there: one time of doing something; %u is a number, from 1
       * on */
      return g_strdup_printf (_("Session %u"), number);
    case THAW_JSON_LIST_OWN_ACTIVITIES:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Own activity %u"), number);
    case THAW_JSON_LIST_FAVOURITES:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Favourite %u"), number);
    case THAW_JSON_LIST_PATTERNS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Breathing pattern %u"), number);
    case THAW_JSON_LIST_PLANS:
      /* Translators: a place in a file, before what is wrong there: what is planned for a day; %u is a number, from 1
       * on */
      return g_strdup_printf (_("Plan %u"), number);
    case THAW_JSON_LIST_PEOPLE:
      /* Translators: a place in a file, before what is wrong there: somebody of the person's; %u is a number, from 1
       * on */
      return g_strdup_printf (_("Person %u"), number);
    case THAW_JSON_LIST_PHOTOS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Photo %u"), number);
    case THAW_JSON_LIST_CARE_ITEMS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Line %u of the care plan"), number);
    case THAW_JSON_LIST_OWN_LINES:
      /* Translators: a place in a file, before what is wrong there: a number to call that the person added; %u is a
       * number, from 1 on */
      return g_strdup_printf (_("Own line to call %u"), number);
    case THAW_JSON_LIST_ARTICLE_MARKS:
      /* Translators: a place in a file, before what is wrong there: what a person has to do with an article; %u is a
       * number, from 1 on */
      return g_strdup_printf (_("Mark on an article %u"), number);
    case THAW_JSON_LIST_REMINDERS:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Reminder %u"), number);
    case THAW_JSON_LIST_ENTRIES:
    default:
      /* Translators: a place in a file, before what is wrong there; %u is a number, from 1 on */
      return g_strdup_printf (_("Entry %u"), number);
    }
}
