/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-writer"

#include "config.h"
#include "thaw-json-writer.h"

#include "exchange/thaw-json-beside-writer.h"
#include "exchange/thaw-json-text.h"

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
append_emotions (GString   *out,
                 GPtrArray *emotions)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < emotions->len; i++)
    {
      const ThawEmotionMark *mark = g_ptr_array_index (emotions, i);

      g_string_append (out, i == 0 ? "{\"emotion\":" : ",{\"emotion\":");
      thaw_json_append_string (out, mark->slug);
      thaw_json_append_key (out, "intensity");
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
      thaw_json_append_key (out, "quality");
      thaw_json_append_string_or_null (out, thaw_sensation_quality_to_slug (sensation->quality));
      thaw_json_append_key (out, "strength");
      thaw_json_append_int_or_null (out, sensation->strength, THAW_SENSATION_NO_STRENGTH);
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
      thaw_json_append_key (out, "outcome");
      thaw_json_append_string_or_null (out, thaw_coping_outcome_to_slug (mark->outcome));
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
      thaw_json_append_key (out, "kind");
      thaw_json_append_string (out, thaw_tag_kind_to_slug (mark->kind));
      thaw_json_append_key (out, "trigger");
      g_string_append (out, mark->is_trigger ? "true}" : "false}");
    }
  g_string_append_c (out, ']');
}

static void
thaw_json_writer_set_beside (ThawEntryWriter       *writer,
                             const ThawImportBatch *beside)
{
  ThawJsonWriter *self = THAW_JSON_WRITER (writer);

  g_return_if_fail (self->beside == NULL);

  self->beside = g_string_new (NULL);
  thaw_json_append_beside (self->beside, beside);
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

  g_return_if_fail (uuid != NULL);

  g_string_append (out, self->has_entries ? ",\n{\"uuid\":" : "\n{\"uuid\":");
  self->has_entries = TRUE;
  thaw_json_append_string (out, uuid);
  thaw_json_append_key (out, "time");
  thaw_json_append_string (out, time);

  thaw_json_append_key (out, "feeling");
  thaw_json_append_int_or_null (out, thaw_entry_get_feeling (entry), THAW_FEELING_UNKNOWN);

  thaw_json_append_key (out, "valence");
  thaw_json_append_double_or_null (out, thaw_entry_get_valence (entry));

  thaw_json_append_key (out, "answer");
  thaw_json_append_string_or_null (out, thaw_answer_to_slug (thaw_entry_get_answer (entry)));
  thaw_json_append_key (out, "emotions");
  append_emotions (out, thaw_entry_get_emotions (entry));
  thaw_json_append_key (out, "body");
  thaw_json_append_string_or_null (out, thaw_body_answer_to_slug (thaw_entry_get_body_answer (entry)));
  thaw_json_append_key (out, "sensations");
  append_sensations (out, thaw_entry_get_sensations (entry));
  thaw_json_append_key (out, "tags");
  append_tags (out, thaw_entry_get_tags (entry));
  thaw_json_append_key (out, "copings");
  append_copings (out, thaw_entry_get_copings (entry));
  thaw_json_append_key (out, "prompt");
  thaw_json_append_string (out, thaw_entry_get_prompt (entry));
  thaw_json_append_key (out, "title");
  thaw_json_append_string (out, thaw_entry_get_title (entry));
  thaw_json_append_key (out, "text");
  thaw_json_append_string (out, thaw_entry_get_text (entry));
  thaw_json_append_key (out, "created_ms");
  thaw_json_append_int64 (out, thaw_entry_get_created_ms (entry));
  thaw_json_append_key (out, "modified_ms");
  thaw_json_append_int64 (out, thaw_entry_get_modified_ms (entry));
  g_string_append_c (out, '}');
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

      thaw_json_writer_set_beside (writer, nothing);
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

  writer_class->set_beside = thaw_json_writer_set_beside;
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
