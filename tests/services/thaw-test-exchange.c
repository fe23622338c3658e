/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-test-exchange"

#include "config.h"
#include "thaw-test-exchange.h"

#include "thaw-uuid.h"

/**
 * thaw_test_make_entry:
 *
 * Returns: (transfer full): an entry as the storage gives it back, with a UUID
 *   that follows from what it says
 */
ThawEntry *
thaw_test_make_entry (const char *iso,
                      const char *text)
{
  ThawEntry *entry = thaw_entry_new ();
  g_autofree char *name = g_strconcat (iso, text, NULL);
  g_autofree char *uuid = thaw_uuid_new_from_name (name);
  ThawMoment moment = thaw_moment_from_iso (iso, NULL);

  thaw_entry_set_uuid (entry, uuid);
  thaw_entry_set_moment (entry, &moment);
  thaw_entry_set_text (entry, text);
  thaw_entry_set_created_ms (entry, moment.utc_ms + 1);
  thaw_entry_set_modified_ms (entry, moment.utc_ms + 2);

  return entry;
}

/**
 * thaw_test_make_full_entry:
 *
 * Returns: (transfer full): an entry with something in every field
 */
ThawEntry *
thaw_test_make_full_entry (const char *iso)
{
  ThawEntry *entry = thaw_test_make_entry (iso, "Über “alles”,\n\tauch \\ und \"das\".\r\n\x01\x7f 🧊→☀️\n");

  thaw_entry_set_feeling (entry, 3);
  thaw_entry_set_valence (entry, -1.0 / 3.0);
  thaw_entry_set_emotion (entry, "sadness", 2);
  thaw_entry_set_emotion (entry, "mein \"Wort\"", 3);
  thaw_entry_set_tag (entry, "Ärger, im Büro", THAW_TAG_PLACE, TRUE);
  thaw_entry_set_tag (entry, "Mia", THAW_TAG_PERSON, FALSE);
  thaw_entry_set_tag (entry, "Es wird nie besser", THAW_TAG_THOUGHT, TRUE);
  thaw_entry_set_sensation (entry, THAW_REGION_CHEST, THAW_QUALITY_TIGHT, 2);
  thaw_entry_set_sensation (entry, THAW_REGION_HANDS, THAW_QUALITY_NONE, THAW_SENSATION_NO_STRENGTH);
  thaw_entry_set_coping (entry, "walk", THAW_OUTCOME_BETTER);
  thaw_entry_set_coping (entry, "Tee, \"heiß\"", THAW_OUTCOME_NONE);
  thaw_entry_set_prompt (entry, "Was war heute da?");
  thaw_entry_set_title (entry, "=SUM(A1:A2)");

  return entry;
}

/**
 * thaw_test_write_entries:
 *
 * Returns: (transfer full): what a writer makes of the entries
 */
char *
thaw_test_write_entries (ThawEntryWriter *(*create) (GOutputStream *stream),
                         GPtrArray       *entries)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ThawEntryWriter) writer = create (stream);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      thaw_entry_writer_write_sync (writer, entries->pdata[i], NULL, &error);
      g_assert_no_error (error);
    }
  thaw_entry_writer_finish_sync (writer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (thaw_entry_writer_get_n_entries (writer), ==, entries->len);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/**
 * thaw_test_read_fixture:
 * @name: a path below `tests/fixtures`
 */
GBytes *
thaw_test_read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

/**
 * thaw_test_assert_same:
 *
 * Every field, identity and times of writing too.
 */
void
thaw_test_assert_same (ThawEntry *a,
                       ThawEntry *b)
{
  g_assert_cmpstr (thaw_entry_get_uuid (a), ==, thaw_entry_get_uuid (b));
  g_assert_cmpstr (thaw_entry_get_text (a), ==, thaw_entry_get_text (b));
  g_assert_cmpint (thaw_entry_get_created_ms (a), ==, thaw_entry_get_created_ms (b));
  g_assert_cmpint (thaw_entry_get_modified_ms (a), ==, thaw_entry_get_modified_ms (b));
  g_assert_true (thaw_entry_equal (a, b));
}
