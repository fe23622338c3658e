/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-excerpt-function"

#include "config.h"
#include "thaw-excerpt-function.h"

#include "thaw-entry-summary.h"
#include "thaw-text.h"

/*
 * thaw_excerpt (entry_fts, column, is_window): what FTS5's highlight () and snippet () are for, but as places instead
 * of marks written into the text, so that no text can contain such a mark; in one line; and at a cost that does not
 * grow with the text beyond MAX_TEXT_BYTES.
 *
 * The result is NULL if nothing was found in that column, or else the number of highlights, as many ThawHighlight,
 * and the text.
 */

#define MAX_TEXT_BYTES (2 * 1024 * 1024)
#define MAX_HIGHLIGHTS 64

/* How many words before the first match are shown. */
#define N_WORDS_BEFORE 8

/* As long as the first match begins this early, the excerpt begins where the text does. */
#define MAX_LEAD_BYTES 120

#define MAX_WINDOW_BYTES (THAW_TEXT_EXCERPT_CHARS * 4)

typedef struct
{
  int start;
  int end;
} Range;

typedef struct
{
  GArray *wanted; /* (element-type Range): tokens that match, in order */
  GArray *found;  /* (element-type Range): the bytes of those */
  gboolean is_window;
  int window_start;
  int n_tokens;
  guint n_wanted_seen;
  int recent[N_WORDS_BEFORE];
} Walk;

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const Range *left = a, *right = b;

  return left->start != right->start ? left->start - right->start : left->end - right->end;
}

static int
list_matches (const Fts5ExtensionApi *api,
              Fts5Context            *context,
              int                     column,
              GArray                 *matches)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Range));
  int n_instances;
  int result = api->xInstCount (context, &n_instances);

  for (int i = 0; result == SQLITE_OK && i < n_instances && all->len < MAX_HIGHLIGHTS; i++)
    {
      int phrase, at_column, token;

      result = api->xInst (context, i, &phrase, &at_column, &token);
      if (result == SQLITE_OK && at_column == column)
        {
          Range range = { token, token + api->xPhraseSize (context, phrase) };

          g_array_append_val (all, range);
        }
    }

  g_array_sort (all, compare_ranges);
  for (guint i = 0; i < all->len; i++)
    {
      Range *range = &g_array_index (all, Range, i);
      Range *last = matches->len > 0 ? &g_array_index (matches, Range, matches->len - 1) : NULL;

      if (last != NULL && range->start < last->end)
        last->end = MAX (last->end, range->end);
      else
        g_array_append_val (matches, *range);
    }

  return result;
}

static void
note_found (Walk     *walk,
            gboolean  is_first_of_match,
            int       start,
            int       end)
{
  Range range = { start, end };

  if (walk->found->len == 0 && walk->is_window && start > MAX_LEAD_BYTES)
    walk->window_start = walk->recent[walk->n_tokens % N_WORDS_BEFORE];

  if (is_first_of_match || walk->found->len == 0)
    g_array_append_val (walk->found, range);
  else
    g_array_index (walk->found, Range, walk->found->len - 1).end = end;
}

static int
on_token (void       *user_data,
          int         flags,
          const char *token,
          int         n_token,
          int         start,
          int         end)
{
  Walk *walk = user_data;
  Range *wanted;

  if ((flags & FTS5_TOKEN_COLOCATED) != 0)
    return SQLITE_OK;

  if (walk->n_wanted_seen == walk->wanted->len)
    return SQLITE_DONE;
  if (walk->is_window && walk->found->len > 0 && start > walk->window_start + MAX_WINDOW_BYTES)
    return SQLITE_DONE;

  wanted = &g_array_index (walk->wanted, Range, walk->n_wanted_seen);
  if (walk->n_tokens >= wanted->start)
    note_found (walk, walk->n_tokens == wanted->start, start, end);
  if (walk->n_tokens + 1 >= wanted->end)
    walk->n_wanted_seen++;

  walk->recent[walk->n_tokens % N_WORDS_BEFORE] = start;
  walk->n_tokens++;

  return SQLITE_OK;
}

/* Copies the window in one line, and moves the highlights along. */
static GString *
copy_window (const char *text,
             int         n_text,
             Walk       *walk,
             GArray     *highlights)
{
  GString *copy = g_string_new (walk->window_start > 0 ? "…" : NULL);
  gsize min_len = copy->len;
  gboolean gap = FALSE;
  guint n_chars = 0, n_found = 0;
  int at = walk->window_start;
  gsize open_at = 0;
  gboolean is_open = FALSE;

  while (at < n_text && n_chars < THAW_TEXT_EXCERPT_CHARS)
    {
      gunichar c = g_utf8_get_char (text + at);
      Range *range = n_found < walk->found->len ? &g_array_index (walk->found, Range, n_found) : NULL;

      if (is_open && at >= range->end)
        {
          ThawHighlight highlight = { (guint) open_at, (guint) (copy->len - open_at) };

          g_array_append_val (highlights, highlight);
          is_open = FALSE;
          n_found++;
          range = n_found < walk->found->len ? &g_array_index (walk->found, Range, n_found) : NULL;
        }

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          gap = copy->len > min_len;
        }
      else
        {
          if (gap)
            {
              g_string_append_c (copy, ' ');
              n_chars++;
            }
          gap = FALSE;
          if (!is_open && range != NULL && at >= range->start)
            {
              is_open = TRUE;
              open_at = copy->len;
            }
          g_string_append_unichar (copy, c);
          n_chars++;
        }

      at += (int) (g_utf8_next_char (text + at) - (text + at));
    }

  if (is_open)
    {
      ThawHighlight highlight = { (guint) open_at, (guint) (copy->len - open_at) };

      g_array_append_val (highlights, highlight);
    }

  if (at < n_text)
    g_string_append (copy, "…");

  return copy;
}

static GString *
copy_all (const char *text,
          int         n_text,
          Walk       *walk,
          GArray     *highlights)
{
  for (guint i = 0; i < walk->found->len; i++)
    {
      Range *range = &g_array_index (walk->found, Range, i);
      ThawHighlight highlight = { (guint) range->start, (guint) (range->end - range->start) };

      g_array_append_val (highlights, highlight);
    }

  return g_string_new_len (text, n_text);
}

static int
cut_to_chars (const char *text,
              int         n_text)
{
  if (n_text <= MAX_TEXT_BYTES)
    return n_text;

  n_text = MAX_TEXT_BYTES;
  while (n_text > 0 && ((guchar) text[n_text] & 0xc0) == 0x80)
    n_text--;

  return n_text;
}

static void
return_excerpt (sqlite3_context *result_context,
                GString         *text,
                GArray          *highlights)
{
  guint32 n_highlights = highlights->len;
  gsize n_bytes = sizeof n_highlights + highlights->len * sizeof (ThawHighlight) + text->len;
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) n_bytes);

  g_byte_array_append (bytes, (guint8 *) &n_highlights, sizeof n_highlights);
  g_byte_array_append (bytes, (guint8 *) highlights->data, highlights->len * sizeof (ThawHighlight));
  g_byte_array_append (bytes, (guint8 *) text->str, (guint) text->len);
  sqlite3_result_blob64 (result_context, bytes->data, bytes->len, SQLITE_TRANSIENT);
}

static void
make_excerpt (const Fts5ExtensionApi *api,
              Fts5Context            *context,
              sqlite3_context        *result_context,
              int                     n_values,
              sqlite3_value         **values)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GArray) highlights = g_array_new (FALSE, FALSE, sizeof (ThawHighlight));
  Walk walk = { .wanted = wanted, .found = found };
  const char *text = NULL;
  int column, n_text, result;

  if (n_values != 2)
    {
      sqlite3_result_error (result_context, "thaw_excerpt takes a column and whether it is a window", -1);
      return;
    }

  column = sqlite3_value_int (values[0]);
  walk.is_window = sqlite3_value_int (values[1]) != 0;

  result = list_matches (api, context, column, wanted);
  if (result == SQLITE_OK && wanted->len > 0)
    result = api->xColumnText (context, column, &text, &n_text);
  if (result == SQLITE_OK && text != NULL)
    {
      n_text = cut_to_chars (text, n_text);
      if (g_utf8_validate_len (text, (gsize) n_text, NULL))
        result = api->xTokenize (context, text, n_text, &walk, on_token);
    }

  if (result != SQLITE_OK && result != SQLITE_DONE)
    {
      sqlite3_result_error_code (result_context, result);
    }
  else if (found->len > 0)
    {
      g_autoptr (GString) excerpt = walk.is_window ? copy_window (text, n_text, &walk, highlights)
                                                   : copy_all (text, n_text, &walk, highlights);

      return_excerpt (result_context, excerpt, highlights);
    }
}

/**
 * thaw_excerpt_function_register:
 * @connection: a connection
 * @error: return location for an error
 *
 * Makes `thaw_excerpt (fts, column, is_window)` known to @connection.
 *
 * Returns: whether it went well
 */
gboolean
thaw_excerpt_function_register (ThawConnection  *connection,
                                GError         **error)
{
  sqlite3 *db = thaw_connection_get_handle (connection);
  fts5_api *api = NULL;
  sqlite3_stmt *statement;
  int result = sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (result != SQLITE_OK)
    return thaw_connection_set_error (connection, result, error);

  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);

  result = api != NULL ? api->xCreateFunction (api, "thaw_excerpt", NULL, make_excerpt, NULL) : SQLITE_ERROR;
  if (result != SQLITE_OK)
    return thaw_connection_set_error (connection, result, error);

  return TRUE;
}

/**
 * thaw_excerpt_parse:
 * @bytes: what thaw_excerpt() returned
 * @highlights: (element-type ThawHighlight): where to add what was found
 *
 * Returns: (transfer full): the excerpt
 */
char *
thaw_excerpt_parse (GBytes *bytes,
                    GArray *highlights)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint32 n_highlights;
  gsize n_head = sizeof n_highlights;

  g_return_val_if_fail (size >= sizeof n_highlights, g_strdup (""));

  memcpy (&n_highlights, data, sizeof n_highlights);
  g_return_val_if_fail (n_highlights <= (size - n_head) / sizeof (ThawHighlight), g_strdup (""));

  g_array_set_size (highlights, n_highlights);
  memcpy (highlights->data, data + n_head, n_highlights * sizeof (ThawHighlight));
  n_head += n_highlights * sizeof (ThawHighlight);

  return g_strndup (data + n_head, size - n_head);
}
