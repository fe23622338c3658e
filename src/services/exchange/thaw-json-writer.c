/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-writer"

#include "config.h"
#include "thaw-json-writer.h"

#include <math.h>

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
};

G_DEFINE_FINAL_TYPE (ThawJsonWriter, thaw_json_writer, THAW_TYPE_ENTRY_WRITER)

static void
append_key (GString    *out,
            const char *key)
{
  g_string_append_printf (out, ",\"%s\":", key);
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
  const char *answer = thaw_answer_to_slug (thaw_entry_get_answer (entry));
  int feeling = thaw_entry_get_feeling (entry);
  double valence = thaw_entry_get_valence (entry);

  g_return_if_fail (uuid != NULL);

  g_string_append (out, self->has_entries ? ",\n{\"uuid\":" : "\n{\"uuid\":");
  self->has_entries = TRUE;
  thaw_json_append_string (out, uuid);
  append_key (out, "time");
  thaw_json_append_string (out, time);

  append_key (out, "feeling");
  if (feeling == THAW_FEELING_UNKNOWN)
    g_string_append (out, "null");
  else
    g_string_append_printf (out, "%d", feeling);

  append_key (out, "valence");
  if (isnan (valence))
    g_string_append (out, "null");
  else
    thaw_json_append_double (out, valence);

  append_key (out, "answer");
  if (answer == NULL)
    g_string_append (out, "null");
  else
    thaw_json_append_string (out, answer);

  append_key (out, "emotions");
  append_emotions (out, thaw_entry_get_emotions (entry));
  append_key (out, "tags");
  append_tags (out, thaw_entry_get_tags (entry));
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
thaw_json_writer_append_end (ThawEntryWriter *writer,
                             GString         *out)
{
  g_string_append (out, "\n]\n}\n");
}

static void
thaw_json_writer_class_init (ThawJsonWriterClass *klass)
{
  ThawEntryWriterClass *writer_class = THAW_ENTRY_WRITER_CLASS (klass);

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
