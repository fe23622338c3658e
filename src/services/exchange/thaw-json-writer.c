/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-writer"

#include "config.h"
#include "thaw-json-writer.h"

#include <math.h>
#include <string.h>

#include "exchange/thaw-json-text.h"
#include "thaw-own-prompt.h"
#include "thaw-own-word.h"
#include "thaw-reflection.h"

/**
 * ThawJsonWriter:
 *
 * Writes our own format, which loses nothing: ThawJsonReader gives every field
 * back. The same journal always gives the same bytes: the order of the members
 * is fixed, an entry is one line, and nothing says when the file was written.
 */
struct _ThawJsonWriter
{
  ThawEntryWriter parent_instance;

  gboolean has_entries;
  GString *beside; /* (owned) (nullable): the lists after that of the entries */
};

G_DEFINE_FINAL_TYPE (ThawJsonWriter, thaw_json_writer, THAW_TYPE_ENTRY_WRITER)

static void
append_key (GString    *out,
            const char *key)
{
  g_string_append_printf (out, ",\"%s\":", key);
}

static void
append_string_or_null (GString    *out,
                       const char *text)
{
  if (text != NULL)
    thaw_json_append_string (out, text);
  else
    g_string_append (out, "null");
}

static void
append_int_or_null (GString *out,
                    int      number,
                    int      none)
{
  if (number != none)
    g_string_append_printf (out, "%d", number);
  else
    g_string_append (out, "null");
}

static void
append_emotions (GString   *out,
                 GPtrArray *emotions)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      g_string_append (out, i == 0 ? "{\"emotion\":" : ",{\"emotion\":");
      thaw_json_append_string (out, mark->slug);
      append_key (out, "intensity");
      g_string_append_printf (out, "%d}", mark->intensity);
    }
  g_string_append_c (out, ']');
}

static void
append_sensations (GString   *out,
                   GPtrArray *sensations)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < sensations->len; i++)
    {
      const ThawSensation *sensation = g_ptr_array_index (sensations, i);

      g_string_append (out, i == 0 ? "{\"region\":" : ",{\"region\":");
      thaw_json_append_string (out, thaw_body_region_to_slug (sensation->region));
      append_key (out, "quality");
      append_string_or_null (out, thaw_sensation_quality_to_slug (sensation->quality));
      append_key (out, "strength");
      append_int_or_null (out, sensation->strength, THAW_SENSATION_NO_STRENGTH);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_copings (GString   *out,
                GPtrArray *copings)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < copings->len; i++)
    {
      const ThawCopingMark *mark = g_ptr_array_index (copings, i);

      g_string_append (out, i == 0 ? "{\"activity\":" : ",{\"activity\":");
      thaw_json_append_string (out, mark->slug);
      append_key (out, "outcome");
      append_string_or_null (out, thaw_coping_outcome_to_slug (mark->outcome));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_tags (GString   *out,
             GPtrArray *tags)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < tags->len; i++)
    {
      const ThawTagMark *mark = g_ptr_array_index (tags, i);

      g_string_append (out, i == 0 ? "{\"name\":" : ",{\"name\":");
      thaw_json_append_string (out, mark->name);
      append_key (out, "kind");
      thaw_json_append_string (out, thaw_tag_kind_to_slug (mark->kind));
      append_key (out, "trigger");
      g_string_append (out, mark->is_trigger ? "true}" : "false}");
    }
  g_string_append_c (out, ']');
}

static void
thaw_json_writer_append_start (ThawEntryWriter *writer,
                               GString         *out)
{
  g_string_append (out, "{\n\"format\":");
  thaw_json_append_string (out, THAW_JSON_FORMAT);
  g_string_append_printf (out, ",\n\"version\":%d,\n\"entries\":[", THAW_JSON_VERSION);
}

static void
thaw_json_writer_append_entry (ThawEntryWriter *writer,
                               ThawEntry       *entry,
                               GString         *out)
{
  ThawJsonWriter *self = THAW_JSON_WRITER (writer);
  g_autofree char *time = thaw_moment_to_iso (thaw_entry_get_moment (entry));
  const char *uuid = thaw_entry_get_uuid (entry);
  double valence = thaw_entry_get_valence (entry);

  g_return_if_fail (uuid != NULL);

  g_string_append (out, self->has_entries ? ",\n{\"uuid\":" : "\n{\"uuid\":");
  self->has_entries = TRUE;
  thaw_json_append_string (out, uuid);
  append_key (out, "time");
  thaw_json_append_string (out, time);

  append_key (out, "feeling");
  append_int_or_null (out, thaw_entry_get_feeling (entry), THAW_FEELING_UNKNOWN);

  append_key (out, "valence");
  if (isnan (valence))
    g_string_append (out, "null");
  else
    thaw_json_append_double (out, valence);

  append_key (out, "answer");
  append_string_or_null (out, thaw_answer_to_slug (thaw_entry_get_answer (entry)));
  append_key (out, "emotions");
  append_emotions (out, thaw_entry_get_emotions (entry));
  append_key (out, "body");
  append_string_or_null (out, thaw_body_answer_to_slug (thaw_entry_get_body_answer (entry)));
  append_key (out, "sensations");
  append_sensations (out, thaw_entry_get_sensations (entry));
  append_key (out, "tags");
  append_tags (out, thaw_entry_get_tags (entry));
  append_key (out, "copings");
  append_copings (out, thaw_entry_get_copings (entry));
  append_key (out, "prompt");
  thaw_json_append_string (out, thaw_entry_get_prompt (entry));
  append_key (out, "title");
  thaw_json_append_string (out, thaw_entry_get_title (entry));
  append_key (out, "text");
  thaw_json_append_string (out, thaw_entry_get_text (entry));
  append_key (out, "created_ms");
  g_string_append_printf (out, "%" G_GINT64_FORMAT, thaw_entry_get_created_ms (entry));
  append_key (out, "modified_ms");
  g_string_append_printf (out, "%" G_GINT64_FORMAT "}", thaw_entry_get_modified_ms (entry));
}

static void
append_own_word (GString      *out,
                 gconstpointer item)
{
  const ThawOwnWord *word = item;

  g_string_append (out, "{\"uuid\":");
  thaw_json_append_string (out, word->uuid);
  append_key (out, "word");
  thaw_json_append_string (out, word->word);
  append_key (out, "family");
  append_string_or_null (out, word->family);
  append_key (out, "modified_ms");
  g_string_append_printf (out, "%" G_GINT64_FORMAT "}", word->modified_ms);
}

static void
append_own_prompt (GString      *out,
                   gconstpointer item)
{
  const ThawOwnPrompt *prompt = item;

  g_string_append (out, "{\"uuid\":");
  thaw_json_append_string (out, prompt->uuid);
  append_key (out, "text");
  thaw_json_append_string (out, prompt->text);
  append_key (out, "modified_ms");
  g_string_append_printf (out, "%" G_GINT64_FORMAT "}", prompt->modified_ms);
}

static void
append_reflection (GString      *out,
                   gconstpointer item)
{
  const ThawReflection *reflection = item;
  g_autofree char *time = thaw_moment_to_iso (&reflection->moment);

  g_string_append (out, "{\"uuid\":");
  thaw_json_append_string (out, reflection->uuid);
  append_key (out, "time");
  thaw_json_append_string (out, time);
  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      append_key (out, thaw_reflection_area_to_slug ((ThawReflectionArea) i));
      append_int_or_null (out, reflection->levels[i], THAW_REFLECTION_UNKNOWN);
    }
  append_key (out, "note");
  thaw_json_append_string (out, reflection->note);
  append_key (out, "modified_ms");
  g_string_append_printf (out, "%" G_GINT64_FORMAT "}", reflection->modified_ms);
}

static void
append_word (GString      *out,
             gconstpointer item)
{
  thaw_json_append_string (out, item);
}

/* The order of what is in a list must not depend on the order in which it came into the journal. */
static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static int
compare_own_words (gconstpointer a,
                   gconstpointer b)
{
  return strcmp ((*(const ThawOwnWord *const *) a)->uuid, (*(const ThawOwnWord *const *) b)->uuid);
}

static int
compare_own_prompts (gconstpointer a,
                     gconstpointer b)
{
  return strcmp ((*(const ThawOwnPrompt *const *) a)->uuid, (*(const ThawOwnPrompt *const *) b)->uuid);
}

static int
compare_reflections (gconstpointer a,
                     gconstpointer b)
{
  const ThawReflection *reflection_a = *(const ThawReflection *const *) a;
  const ThawReflection *reflection_b = *(const ThawReflection *const *) b;
  gint64 position_a = thaw_moment_get_position (&reflection_a->moment);
  gint64 position_b = thaw_moment_get_position (&reflection_b->moment);

  return position_a != position_b ? (position_a > position_b ? 1 : -1)
                                  : strcmp (reflection_a->uuid, reflection_b->uuid);
}

static void
append_list (GString      *out,
             const char   *name,
             GPtrArray    *items,
             GCompareFunc  compare,
             void        (*append) (GString *, gconstpointer))
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (items, i));
  g_ptr_array_sort (sorted, compare);

  g_string_append_printf (out, ",\n\"%s\":[", name);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_string_append (out, i == 0 ? "\n" : ",\n");
      append (out, g_ptr_array_index (sorted, i));
    }
  g_string_append (out, "\n]");
}

static void
thaw_json_writer_append_end (ThawEntryWriter *writer,
                             GString         *out)
{
  ThawJsonWriter *self = THAW_JSON_WRITER (writer);

  g_string_append (out, "\n]");
  if (self->beside == NULL)
    {
      g_autoptr (ThawImportBatch) nothing = thaw_import_batch_new ();

      thaw_json_writer_set_beside (self, nothing);
    }
  g_string_append_len (out, self->beside->str, (gssize) self->beside->len);
  g_string_append (out, "\n}\n");
}

static void
thaw_json_writer_finalize (GObject *object)
{
  ThawJsonWriter *self = THAW_JSON_WRITER (object);

  if (self->beside != NULL)
    g_string_free (self->beside, TRUE);

  G_OBJECT_CLASS (thaw_json_writer_parent_class)->finalize (object);
}

static void
thaw_json_writer_class_init (ThawJsonWriterClass *klass)
{
  ThawEntryWriterClass *writer_class = THAW_ENTRY_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = thaw_json_writer_finalize;

  writer_class->append_start = thaw_json_writer_append_start;
  writer_class->append_entry = thaw_json_writer_append_entry;
  writer_class->append_end = thaw_json_writer_append_end;
}

static void
thaw_json_writer_init (ThawJsonWriter *self)
{
}

/**
 * thaw_json_writer_new:
 * @stream: where to write
 *
 * Returns: (transfer full): a writer of our own format
 */
ThawEntryWriter *
thaw_json_writer_new (GOutputStream *stream)
{
  return g_object_new (THAW_TYPE_JSON_WRITER, "stream", stream, NULL);
}

/**
 * thaw_json_writer_set_beside:
 * @beside: what there is beside the entries; its entries are not looked at
 *
 * Takes what is written after the entries. Without it, these lists are empty.
 */
void
thaw_json_writer_set_beside (ThawJsonWriter        *self,
                             const ThawImportBatch *beside)
{
  g_return_if_fail (THAW_IS_JSON_WRITER (self));
  g_return_if_fail (beside != NULL);
  g_return_if_fail (self->beside == NULL);

  self->beside = g_string_new (NULL);
  append_list (self->beside, "own_words", beside->own_words, compare_own_words, append_own_word);
  append_list (self->beside, "hidden_words", beside->hidden_words, compare_words, append_word);
  append_list (self->beside, "own_prompts", beside->own_prompts, compare_own_prompts, append_own_prompt);
  append_list (self->beside, "reflections", beside->reflections, compare_reflections, append_reflection);
}
