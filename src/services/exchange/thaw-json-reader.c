/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-reader"

#include "config.h"
#include "thaw-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-entry.h"
#include "exchange/thaw-json-scanner.h"
#include "exchange/thaw-json-writer.h"

/* How often to look whether to stop. */
#define ENTRIES_PER_CHECK 256

static const char *const members[] = {
  "uuid", "time", "feeling", "valence", "answer", "emotions", "tags", "title", "text", "created_ms", "modified_ms",
};

/* The three members of the document, still as they are written. */
typedef struct
{
  ThawJsonSlice format;
  ThawJsonSlice version;
  ThawJsonSlice entries;
} Document;

static void
set_not_ours (GError **error)
{
  g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT,
                       _("The file is not a journal exported by Thaw"));
}

static gboolean
check_encoding (const ThawJsonSlice  *text,
                GError              **error)
{
  const char *end;
  guint n_lines = 1;

  if (g_utf8_validate_len (text->text, text->length, &end))
    return TRUE;

  for (const char *p = text->text; p < end; p++)
    n_lines += *p == '\n';
  g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
               /* Translators: %u is the number of a line in a file, UTF-8 the name of an encoding */
               _("Line %u is not UTF-8 text"), n_lines);

  return FALSE;
}

static gboolean
scan_document (const ThawJsonSlice  *text,
               Document             *out_document,
               GError              **error)
{
  ThawJsonScanner scanner;

  *out_document = (Document) { 0 };
  if (!thaw_json_scanner_open (&scanner, text->text, text, '{', NULL))
    {
      set_not_ours (error);
      return FALSE;
    }

  for (;;)
    {
      ThawJsonSlice key = { 0 }, value, *slot = NULL;

      if (!thaw_json_scanner_next (&scanner, &key, &value, error))
        return FALSE;
      if (value.text == NULL)
        return thaw_json_scanner_close (&scanner, error);

      if (thaw_json_slice_is_string (&key, "format"))
        slot = &out_document->format;
      else if (thaw_json_slice_is_string (&key, "version"))
        slot = &out_document->version;
      else if (thaw_json_slice_is_string (&key, "entries"))
        slot = &out_document->entries;

      if (slot != NULL && slot->text == NULL)
        *slot = value;
    }
}

static gboolean
check_header (const Document  *document,
              GError         **error)
{
  g_autofree char *version = NULL;
  guint64 number;

  if (!thaw_json_slice_is_string (&document->format, THAW_JSON_FORMAT))
    {
      set_not_ours (error);
      return FALSE;
    }

  version = g_strndup (document->version.text, document->version.length);
  if (version == NULL || !g_ascii_string_to_unsigned (version, 10, 1, G_MAXUINT, &number, NULL))
    {
      g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                           _("The file does not say which version it is"));
      return FALSE;
    }

  if (number > THAW_JSON_VERSION)
    {
      g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_NEW,
                           _("The file was exported by a newer version of Thaw"));
      return FALSE;
    }

  if (document->entries.text == NULL)
    {
      g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED, _("The file has no entries"));
      return FALSE;
    }

  return TRUE;
}

/* A member that is not known would be lost, and of two with one name json-glib keeps one. */
static gboolean
check_members (const char           *document,
               const ThawJsonSlice  *object,
               guint                 number,
               GError              **error)
{
  ThawJsonScanner scanner;
  guint seen = 0;

  if (!thaw_json_scanner_open (&scanner, document, object, '{', NULL))
    {
      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                   /* Translators: %u is the number of an entry in a file; “object” as in JSON */
                   _("Entry %u is not an object"), number);
      return FALSE;
    }

  for (;;)
    {
      ThawJsonSlice key = { 0 }, value;
      guint i;

      if (!thaw_json_scanner_next (&scanner, &key, &value, error))
        return FALSE;
      if (value.text == NULL)
        return TRUE;

      for (i = 0; i < G_N_ELEMENTS (members) && !thaw_json_slice_is_string (&key, members[i]); i++)
        ;
      if (i == G_N_ELEMENTS (members) || (seen & 1u << i) != 0)
        {
          glong n_letters = MIN (g_utf8_strlen (key.text, (gssize) key.length), 40);
          g_autofree char *name = g_utf8_substring (key.text, 0, n_letters);

          g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                       i == G_N_ELEMENTS (members)
                         /* Translators: %u is the number of an entry in a file, %s the name of a field in quotes */
                         ? _("Entry %u has a field that is not known: %s")
                         /* Translators: %u is the number of an entry in a file, %s the name of a field in quotes */
                         : _("Entry %u has a field twice: %s"),
                       number, name);
          return FALSE;
        }
      seen |= 1u << i;
    }
}

static ThawEntry *
read_entry (JsonParser           *parser,
            const char           *document,
            const ThawJsonSlice  *slice,
            guint                 number,
            GError              **error)
{
  if (!check_members (document, slice, number, error))
    return NULL;

  /* What json-glib says of the error quotes the text, which is nobody's business but the person's. */
  if (!json_parser_load_from_data (parser, slice->text, (gssize) slice->length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                   /* Translators: %u is the number of an entry in a file */
                   _("Entry %u is not written as it should be"), number);
      return NULL;
    }

  return thaw_json_entry_read (json_node_get_object (json_parser_get_root (parser)), number, error);
}

/**
 * thaw_json_reader_read:
 * @bytes: a file that ThawJsonWriter wrote, or one like it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads our own format. An error names the line, or the entry and the field.
 * Only one entry at a time is a tree of JSON nodes.
 *
 * Returns: (transfer full) (element-type ThawEntry) (nullable): the entries in
 *   the order of the file, or %NULL with @error set, in %THAW_EXCHANGE_ERROR
 */
GPtrArray *
thaw_json_reader_read (GBytes        *bytes,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (JsonParser) parser = NULL;
  ThawJsonScanner scanner;
  ThawJsonSlice text;
  Document document;

  g_return_val_if_fail (bytes != NULL, NULL);

  text.text = g_bytes_get_data (bytes, &text.length);
  if (text.length >= 3 && memcmp (text.text, "\xef\xbb\xbf", 3) == 0)
    {
      text.text += 3;
      text.length -= 3;
    }

  if (!check_encoding (&text, error) ||
      !scan_document (&text, &document, error) ||
      !check_header (&document, error) ||
      !thaw_json_scanner_open (&scanner, text.text, &document.entries, '[', error))
    return NULL;

  parser = json_parser_new ();
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint number = 1;; number++)
    {
      g_autoptr (ThawEntry) entry = NULL;
      ThawJsonSlice slice;
      guint first;

      if (number % ENTRIES_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      if (!thaw_json_scanner_next (&scanner, NULL, &slice, error))
        return NULL;
      if (slice.text == NULL)
        return g_steal_pointer (&entries);

      entry = read_entry (parser, text.text, &slice, number, error);
      if (entry == NULL)
        return NULL;

      first = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, thaw_entry_get_uuid (entry)));
      if (first != 0)
        {
          g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                       /* Translators: %u are the numbers of two entries in a file */
                       _("Entries %u and %u have the same UUID"), first, number);
          return NULL;
        }

      g_hash_table_insert (numbers, (char *) thaw_entry_get_uuid (entry), GUINT_TO_POINTER (number));
      g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
}
