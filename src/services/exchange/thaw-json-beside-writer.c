/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-beside-writer"

#include "config.h"
#include "thaw-json-beside-writer.h"

#include <string.h>

#include "exchange/thaw-json-practice.h"
#include "exchange/thaw-json-reminder.h"
#include "exchange/thaw-json-text.h"
#include "thaw-article-mark.h"
#include "thaw-care-item.h"
#include "thaw-own-line.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-person.h"
#include "thaw-photo.h"
#include "thaw-reflection.h"

/* The lists after that of the entries. */

static void
append_start (GString    *out,
              const char *uuid)
{
  g_string_append (out, "{\"uuid\":");
  thaw_json_append_string (out, uuid);
}

static void
append_end (GString *out,
            gint64   modified_ms)
{
  thaw_json_append_key (out, "modified_ms");
  thaw_json_append_int64 (out, modified_ms);
  g_string_append_c (out, '}');
}

static void
append_member (GString    *out,
               const char *key,
               const char *text)
{
  thaw_json_append_key (out, key);
  thaw_json_append_string_or_null (out, text);
}

static void
append_int (GString    *out,
            const char *key,
            int         number,
            int         none)
{
  thaw_json_append_key (out, key);
  thaw_json_append_int_or_null (out, number, none);
}

static void
append_boolean (GString    *out,
                const char *key,
                gboolean    value)
{
  thaw_json_append_key (out, key);
  thaw_json_append_boolean (out, value);
}

static void
append_ms (GString    *out,
           const char *key,
           gint64      ms)
{
  thaw_json_append_key (out, key);
  thaw_json_append_int64 (out, ms);
}

static void
append_moment (GString          *out,
               const ThawMoment *moment)
{
  g_autofree char *time = thaw_moment_to_iso (moment);

  append_member (out, "time", time);
}

static void
append_own_word (GString      *out,
                 gconstpointer item)
{
  const ThawOwnWord *word = item;

  append_start (out, word->uuid);
  append_member (out, "word", word->word);
  append_member (out, "family", word->family);
  append_end (out, word->modified_ms);
}

static void
append_own_prompt (GString      *out,
                   gconstpointer item)
{
  const ThawOwnPrompt *prompt = item;

  append_start (out, prompt->uuid);
  append_member (out, "text", prompt->text);
  append_end (out, prompt->modified_ms);
}

static void
append_reflection (GString      *out,
                   gconstpointer item)
{
  const ThawReflection *reflection = item;

  append_start (out, reflection->uuid);
  append_moment (out, &reflection->moment);
  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    append_int (out, thaw_reflection_area_to_slug ((ThawReflectionArea) i), reflection->levels[i],
                THAW_REFLECTION_UNKNOWN);
  append_member (out, "note", reflection->note);
  append_end (out, reflection->modified_ms);
}

static void
append_word (GString      *out,
             gconstpointer item)
{
  thaw_json_append_string (out, item);
}

static void
append_activity (GString          *out,
                 ThawActivityKind  kind,
                 const char       *activity,
                 const char       *name)
{
  append_member (out, "kind", thaw_activity_kind_to_slug (kind));
  append_member (out, "activity", activity);
  append_member (out, "name", name);
}

static void
append_level (GString             *out,
              const char          *feeling,
              const char          *valence,
              const ThawMoodLevel *level)
{
  append_int (out, feeling, level->feeling, THAW_FEELING_UNKNOWN);
  thaw_json_append_key (out, valence);
  thaw_json_append_double_or_null (out, level->valence);
}

/* One that runs just now will have been left, as far as whoever reads the file can know. */
static void
append_session (GString      *out,
                gconstpointer item)
{
  const ThawSession *session = item;
  ThawSessionEnding ending = session->ending == THAW_SESSION_RUNNING ? THAW_SESSION_LEFT : session->ending;

  append_start (out, session->uuid);
  append_moment (out, &session->moment);
  append_activity (out, session->kind, session->activity, session->name);
  append_ms (out, "planned_ms", session->planned_ms);
  append_ms (out, "actual_ms", session->actual_ms);
  append_member (out, "ending", thaw_session_ending_to_slug (ending));
  append_int (out, "expected", session->expected, THAW_PLEASURE_UNKNOWN);
  append_int (out, "felt", session->felt, THAW_PLEASURE_UNKNOWN);
  append_level (out, "feeling_before", "valence_before", &session->before);
  append_level (out, "feeling_after", "valence_after", &session->after);
  append_member (out, "note", session->note);
  append_end (out, session->modified_ms);
}

static void
append_own_activity (GString      *out,
                     gconstpointer item)
{
  const ThawActivity *activity = item;

  append_start (out, activity->id);
  append_member (out, "kind", thaw_activity_kind_to_slug (activity->kind));
  append_member (out, "name", activity->name);
  append_member (out, "begin", activity->begin);
  append_int (out, "minutes", activity->minutes, -1);
  append_end (out, activity->modified_ms);
}

static void
append_pattern (GString      *out,
                gconstpointer item)
{
  const ThawBreathPattern *pattern = item;

  append_start (out, pattern->id);
  append_member (out, "name", pattern->name);
  for (guint i = 0; i < THAW_N_BREATH_PHASES; i++)
    append_int (out, thaw_json_phase_members[i], pattern->tenths[i], -1);
  append_int (out, "breaths", pattern->breaths, -1);
  append_end (out, pattern->modified_ms);
}

static void
append_plan (GString      *out,
             gconstpointer item)
{
  const ThawPlan *plan = item;
  char day[THAW_DAY_ISO_SIZE];

  thaw_day_write_iso (plan->day, day);
  append_start (out, plan->uuid);
  append_member (out, "day", day);
  append_int (out, "minute", plan->minute, THAW_PLAN_ANY_TIME);
  append_activity (out, plan->kind, plan->activity, plan->name);
  append_end (out, plan->modified_ms);
}

static void
append_ways (GString   *out,
             GPtrArray *ways)
{
  thaw_json_append_key (out, "ways");
  g_string_append_c (out, '[');
  for (guint i = 0; i < ways->len; i++)
    {
      const ThawContactWay *way = g_ptr_array_index (ways, i);

      g_string_append (out, i == 0 ? "{\"kind\":" : ",{\"kind\":");
      thaw_json_append_string (out, thaw_contact_kind_to_slug (way->kind));
      append_member (out, "label", way->label);
      append_member (out, "value", way->value);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_person (GString      *out,
               gconstpointer item)
{
  const ThawPerson *person = item;
  char last_contact[THAW_DAY_ISO_SIZE];

  if (person->last_contact != THAW_DAY_NONE)
    thaw_day_write_iso (person->last_contact, last_contact);
  append_start (out, person->id);
  append_member (out, "kind", thaw_person_kind_to_slug (person->kind));
  append_member (out, "name", person->name);
  append_member (out, "role", person->role);
  append_ways (out, person->ways);
  append_member (out, "ask", person->ask);
  append_member (out, "notes", person->notes);
  append_member (out, "photo", person->photo);
  append_member (out, "last_contact", person->last_contact != THAW_DAY_NONE ? last_contact : NULL);
  append_boolean (out, "favourite", person->is_favourite);
  append_boolean (out, "keep_distance", person->keeps_distance);
  append_int (out, "nudge_days", person->nudge_days, -1);
  append_end (out, person->modified_ms);
}

static void
append_photo (GString      *out,
              gconstpointer item)
{
  const ThawPhoto *photo = item;
  gsize n_bytes;
  const guchar *bytes = g_bytes_get_data (photo->data, &n_bytes);
  g_autofree char *encoded = g_base64_encode (bytes, n_bytes);

  append_start (out, photo->id);
  append_member (out, "data", encoded);
  append_end (out, photo->modified_ms);
}

static void
append_care_item (GString      *out,
                  gconstpointer data)
{
  const ThawCareItem *item = data;

  append_start (out, item->id);
  append_member (out, "part", thaw_care_part_to_slug (item->part));
  append_int (out, "position", item->position, -1);
  append_member (out, "text", item->text);
  append_member (out, "person", item->person);
  append_member (out, "activity", item->activity);
  append_end (out, item->modified_ms);
}

static void
append_own_line (GString      *out,
                 gconstpointer item)
{
  const ThawOwnLine *line = item;

  append_start (out, line->id);
  append_member (out, "name", line->name);
  append_member (out, "number", line->number);
  append_member (out, "note", line->note);
  append_end (out, line->modified_ms);
}

static void
append_article_mark (GString      *out,
                     gconstpointer item)
{
  const ThawArticleMark *mark = item;

  append_start (out, mark->id);
  append_member (out, "article", mark->article);
  append_member (out, "stance", mark->stance != THAW_STANCE_NONE ? thaw_stance_to_slug (mark->stance) : NULL);
  append_member (out, "note", mark->note);
  append_boolean (out, "bookmarked", mark->is_bookmarked);
  thaw_json_append_key (out, "position");
  thaw_json_append_double (out, mark->position);
  append_end (out, mark->modified_ms);
}

static void
append_reminder (GString      *out,
                 gconstpointer item)
{
  thaw_json_append_reminder (out, item);
}

/* What stands for a member that the items of a list do not have. */
#define NONE G_MAXSIZE

/* The lists, in their order. The items stand by their moment, if they have one, and then by their UUID; plain words,
 * which have neither, by their letters. So their order does not depend on how they came into the journal. */
typedef struct
{
  const char *name;
  gsize items;
  gsize uuid;
  gsize moment;
  void (*append) (GString *out, gconstpointer item);
} List;

#define ITEMS(member) G_STRUCT_OFFSET (ThawImportBatch, member)

static const List lists[] = {
  { "own_words", ITEMS (own_words), G_STRUCT_OFFSET (ThawOwnWord, uuid), NONE, append_own_word },
  { "hidden_words", ITEMS (hidden_words), NONE, NONE, append_word },
  { "own_prompts", ITEMS (own_prompts), G_STRUCT_OFFSET (ThawOwnPrompt, uuid), NONE, append_own_prompt },
  { "reflections", ITEMS (reflections), G_STRUCT_OFFSET (ThawReflection, uuid),
    G_STRUCT_OFFSET (ThawReflection, moment), append_reflection },
  { "sessions", ITEMS (sessions), G_STRUCT_OFFSET (ThawSession, uuid), G_STRUCT_OFFSET (ThawSession, moment),
    append_session },
  { "own_activities", ITEMS (own_activities), G_STRUCT_OFFSET (ThawActivity, id), NONE, append_own_activity },
  { "favourites", ITEMS (favourites), NONE, NONE, append_word },
  { "patterns", ITEMS (patterns), G_STRUCT_OFFSET (ThawBreathPattern, id), NONE, append_pattern },
  { "plans", ITEMS (plans), G_STRUCT_OFFSET (ThawPlan, uuid), NONE, append_plan },
  { "people", ITEMS (people), G_STRUCT_OFFSET (ThawPerson, id), NONE, append_person },
  { "photos", ITEMS (photos), G_STRUCT_OFFSET (ThawPhoto, id), NONE, append_photo },
  { "care_items", ITEMS (care_items), G_STRUCT_OFFSET (ThawCareItem, id), NONE, append_care_item },
  { "own_lines", ITEMS (own_lines), G_STRUCT_OFFSET (ThawOwnLine, id), NONE, append_own_line },
  { "article_marks", ITEMS (article_marks), G_STRUCT_OFFSET (ThawArticleMark, id), NONE, append_article_mark },
  { "reminders", ITEMS (reminders), G_STRUCT_OFFSET (ThawReminder, uuid), NONE, append_reminder },
};

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const List *list = data;
  gconstpointer item_a = *(gconstpointer const *) a;
  gconstpointer item_b = *(gconstpointer const *) b;

  if (list->moment != NONE)
    {
      gint64 position_a = thaw_moment_get_position (&G_STRUCT_MEMBER (ThawMoment, item_a, list->moment));
      gint64 position_b = thaw_moment_get_position (&G_STRUCT_MEMBER (ThawMoment, item_b, list->moment));

      if (position_a != position_b)
        return position_a > position_b ? 1 : -1;
    }

  if (list->uuid == NONE)
    return strcmp (item_a, item_b);

  return strcmp (G_STRUCT_MEMBER (const char *, item_a, list->uuid),
                 G_STRUCT_MEMBER (const char *, item_b, list->uuid));
}

/**
 * thaw_json_append_beside:
 * @out: a document whose list of entries has ended
 * @beside: what there is beside the entries; its entries are not looked at
 */
void
thaw_json_append_beside (GString               *out,
                         const ThawImportBatch *beside)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *items = G_STRUCT_MEMBER (GPtrArray *, beside, lists[i].items);
      g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

      for (guint j = 0; j < items->len; j++)
        g_ptr_array_add (sorted, g_ptr_array_index (items, j));
      g_ptr_array_sort_with_data (sorted, compare_items, (gpointer) &lists[i]);

      g_string_append_printf (out, ",\n\"%s\":[", lists[i].name);
      for (guint j = 0; j < sorted->len; j++)
        {
          g_string_append (out, j == 0 ? "\n" : ",\n");
          lists[i].append (out, g_ptr_array_index (sorted, j));
        }
      g_string_append (out, "\n]");
    }
}
