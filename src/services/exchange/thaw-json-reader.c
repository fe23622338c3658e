/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-json-reader"

#include "config.h"
#include "thaw-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"
#include "exchange/thaw-json-list.h"
#include "exchange/thaw-json-scanner.h"
#include "exchange/thaw-json-writer.h"

/* How often to look whether to stop. */
#define ITEMS_PER_CHECK 256

/* The members of the document, still as they are written. */
typedef struct
{
  ThawJsonSlice format;
  ThawJsonSlice version;
  ThawJsonSlice lists[THAW_N_JSON_LISTS];
} Document;

/* What reading goes along with. */
typedef struct
{
  const char *document;
  JsonParser *parser;        /* (owned): reads one item after the other */
  ThawImportBatch *batch;    /* (owned) */
  GCancellable *cancellable; /* (not owned) (nullable) */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_object (&reading->parser);
  g_clear_pointer (&reading->batch, thaw_import_batch_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

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

static ThawJsonSlice *
find_slot (Document            *document,
           const ThawJsonSlice *key)
{
  if (thaw_json_slice_is_string (key, "format"))
    return &document->format;
  if (thaw_json_slice_is_string (key, "version"))
    return &document->version;

  for (guint i = 0; i < THAW_N_JSON_LISTS; i++)
    {
      if (thaw_json_slice_is_string (key, thaw_json_lists[i].name))
        return &document->lists[i];
    }

  return NULL;
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
      ThawJsonSlice key = { 0 }, value, *slot;

      if (!thaw_json_scanner_next (&scanner, &key, &value, error))
        return FALSE;
      if (value.text == NULL)
        return thaw_json_scanner_close (&scanner, error);

      slot = find_slot (out_document, &key);
      if (slot != NULL && slot->text != NULL)
        {
          g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                       /* Translators: %.*s is the name of a field in quotes */
                       _("The file has a field twice: %.*s"), (int) key.length, key.text);
          return FALSE;
        }
      if (slot != NULL)
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

  if (document->lists[THAW_JSON_LIST_ENTRIES].text == NULL)
    {
      g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED, _("The file has no entries"));
      return FALSE;
    }

  return TRUE;
}

/* A member that is not known would be lost, and of two with one name json-glib keeps one. */
static gboolean
check_members (const Reading       *reading,
               const ThawJsonSlice *object,
               const char *const   *members,
               const ThawJsonPlace *place)
{
  ThawJsonScanner scanner;
  guint seen = 0;

  if (!thaw_json_scanner_open (&scanner, reading->document, object, '{', NULL))
    {
      g_set_error (place->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                   /* Translators: %s is a place in a file, as “Entry 3”; “object” as in JSON */
                   _("%s is not an object"), place->where);
      return FALSE;
    }

  for (;;)
    {
      ThawJsonSlice key = { 0 }, value;
      guint i;

      if (!thaw_json_scanner_next (&scanner, &key, &value, place->error))
        return FALSE;
      if (value.text == NULL)
        return TRUE;

      for (i = 0; members[i] != NULL && !thaw_json_slice_is_string (&key, members[i]); i++)
        ;
      if (members[i] == NULL || (seen & 1u << i) != 0)
        {
          glong n_letters = MIN (g_utf8_strlen (key.text, (gssize) key.length), 40);
          g_autofree char *name = g_utf8_substring (key.text, 0, n_letters);

          g_set_error (place->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                       members[i] == NULL
                         /* Translators: a place in a file, as “Entry 3”, and the name of a field in quotes */
                         ? _("%s has a field that is not known: %s")
                         /* Translators: a place in a file, as “Entry 3”, and the name of a field in quotes */
                         : _("%s has a field twice: %s"),
                       place->where, name);
          return FALSE;
        }
      seen |= 1u << i;
    }
}

/* Adds an item to its list. Returns its UUID, or what else tells it from the others; %NULL with the error set. */
static char *
add_item (Reading             *reading,
          ThawJsonList         list,
          JsonNode            *node,
          const ThawJsonPlace *place)
{
  const ThawJsonListKind *kind = &thaw_json_lists[list];
  GPtrArray *items = G_STRUCT_MEMBER (GPtrArray *, reading->batch, kind->items);
  const char *text;

  if (kind->read != NULL)
    {
      gpointer item = kind->read (place);

      if (item == NULL)
        return NULL;

      g_ptr_array_add (items, item);

      return thaw_json_place_dup_uuid (place);
    }

  text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (text == NULL || !kind->is_valid (text))
    {
      g_set_error (place->error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                   list == THAW_JSON_LIST_FAVOURITES
                     /* Translators: %s is a place in a file, as “Favourite 3”; “walk” stays as it is */
                     ? _("%s is no short name of small letters, as “walk”, and no UUID")
                     /* Translators: %s is a place in a file, as “Hidden word 3” */
                     : _("%s is not one line of text"),
                   place->where);
      return NULL;
    }

  g_ptr_array_add (items, g_strdup (text));

  return g_strdup (text);
}

static char *
read_item (Reading              *reading,
           ThawJsonList          list,
           const ThawJsonSlice  *slice,
           const char           *where,
           GError              **error)
{
  const char *const *members = thaw_json_lists[list].members;
  ThawJsonPlace place = { NULL, where, error };
  JsonNode *root;

  if (members != NULL && !check_members (reading, slice, members, &place))
    return NULL;

  /* What json-glib says of the error quotes the text, which is nobody's business but the person's. */
  root = json_parser_load_from_data (reading->parser, slice->text, (gssize) slice->length, NULL)
           ? json_parser_get_root (reading->parser)
           : NULL;
  if (root == NULL || (members != NULL && !JSON_NODE_HOLDS_OBJECT (root)))
    {
      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                   /* Translators: %s is a place in a file, as “Entry 3” */
                   _("%s is not written as it should be"), where);
      return NULL;
    }

  place.object = members != NULL ? json_node_get_object (root) : NULL;

  return add_item (reading, list, root, &place);
}

static gboolean
read_list (Reading              *reading,
           ThawJsonList          list,
           const ThawJsonSlice  *slice,
           GError              **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ThawJsonScanner scanner;

  if (!thaw_json_scanner_open (&scanner, reading->document, slice, '[', error))
    return FALSE;

  for (guint number = 1;; number++)
    {
      g_autofree char *where = NULL;
      g_autofree char *id = NULL;
      ThawJsonSlice item;
      guint first;

      if (number % ITEMS_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return FALSE;

      if (!thaw_json_scanner_next (&scanner, NULL, &item, error))
        return FALSE;
      if (item.text == NULL)
        return TRUE;

      where = thaw_json_list_name_place (list, number);
      id = read_item (reading, list, &item, where, error);
      if (id == NULL)
        return FALSE;

      first = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));
      if (first != 0)
        {
          g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_INVALID,
                       thaw_json_lists[list].members != NULL
                         /* Translators: %s is a place in a file, as “Entry 3”, %u the number of another one */
                         ? _("%s has the same UUID as number %u")
                         /* Translators: %s is a place in a file, as “Hidden word 3”, %u the number of another one */
                         : _("%s is the same as number %u"),
                       where, first);
          return FALSE;
        }

      g_hash_table_insert (numbers, g_steal_pointer (&id), GUINT_TO_POINTER (number));
    }
}

/**
 * thaw_json_reader_read:
 * @bytes: a file that ThawJsonWriter wrote, or one like it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads our own format, of this and of every earlier version. An error names the
 * line, or the entry and the field. Only one entry at a time is a tree of JSON
 * nodes.
 *
 * Returns: (transfer full) (nullable): what is in the file, in its order, or
 *   %NULL with @error set, in %THAW_EXCHANGE_ERROR
 */
ThawImportBatch *
thaw_json_reader_read (GBytes        *bytes,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_auto (Reading) reading = { NULL };
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
      !check_header (&document, error))
    return NULL;

  reading.document = text.text;
  reading.parser = json_parser_new ();
  reading.batch = thaw_import_batch_new ();
  reading.cancellable = cancellable;

  for (guint list = 0; list < THAW_N_JSON_LISTS; list++)
    {
      if (document.lists[list].text != NULL &&
          !read_list (&reading, (ThawJsonList) list, &document.lists[list], error))
        return NULL;
    }

  return g_steal_pointer (&reading.batch);
}
