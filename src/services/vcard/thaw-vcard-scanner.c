/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-scanner"

#include "config.h"
#include "thaw-vcard-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/thaw-exchange-error.h"

/* Where to look for the beginning of a value; what has a longer list of parameters is not encoded. */
#define MAX_HEADER_BYTES 4096

/* An address book has some dozens in a card. */
#define MAX_LINES 10000

/**
 * ThawVcardScanner:
 *
 * Takes a file of vCards apart: into cards, and these into properties, whose lines may be
 * folded. The card of somebody’s agent, which stands within theirs, is passed over.
 *
 * It does not guess: what is no property, or has no end, is an error that names the line.
 */
struct _ThawVcardScanner
{
  GObject parent_instance;

  GBytes *bytes;     /* (owned) */
  const char *next;  /* the next line as it stands in the file */
  const char *end;
  guint n_line;      /* how many lines were taken, which is the number of the last one */
  GString *line;     /* (owned): the last one, unfolded */
  gboolean is_old;   /* a card of version 2.1, where the blank of a folded line belongs to it */
  gboolean is_begun; /* there was a card */
};

G_DEFINE_FINAL_TYPE (ThawVcardScanner, thaw_vcard_scanner, G_TYPE_OBJECT)

/* Lines end in CR, LF, or both. */
static gsize
take_raw (ThawVcardScanner  *self,
          const char       **out_start)
{
  const char *p = self->next;

  *out_start = p;
  while (p < self->end && *p != '\r' && *p != '\n')
    p++;

  self->next = p;
  if (self->next < self->end && *self->next == '\r')
    self->next++;
  if (self->next < self->end && *self->next == '\n' && (self->next == p || self->next[-1] == '\r'))
    self->next++;
  self->n_line++;

  return (gsize) (p - *out_start);
}

static gboolean
header_has (const GString *line,
            gsize          n_header,
            const char    *word)
{
  gsize n_word = strlen (word);

  for (gsize i = 0; i + n_word <= n_header; i++)
    {
      if (g_ascii_strncasecmp (line->str + i, word, n_word) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Some programs break pictures into lines and forget to indent them. */
static gboolean
next_is_base64 (const ThawVcardScanner *self)
{
  const char *p = self->next;

  while (p < self->end && (g_ascii_isalnum (*p) || *p == '+' || *p == '/' || *p == '='))
    p++;

  return p > self->next && (p == self->end || *p == '\r' || *p == '\n');
}

/* The next property, unfolded; FALSE at the end of the file. */
static gboolean
take_line (ThawVcardScanner *self)
{
  gsize n_bytes, n_header;
  gboolean is_quoted, is_base64;
  const char *start;

  if (self->next >= self->end)
    return FALSE;

  n_bytes = take_raw (self, &start);
  g_string_truncate (self->line, 0);
  g_string_append_len (self->line, start, (gssize) n_bytes);
  n_header = thaw_vcard_line_find_value (self->line->str, self->line->len);
  is_quoted = header_has (self->line, n_header, "QUOTED-PRINTABLE");
  is_base64 = header_has (self->line, n_header, "BASE64") || header_has (self->line, n_header, "ENCODING=B");

  while (self->next < self->end)
    {
      if (is_quoted && self->line->len > 0 && self->line->str[self->line->len - 1] == '=')
        {
          g_string_truncate (self->line, self->line->len - 1);
          n_bytes = take_raw (self, &start);
        }
      else if (*self->next == ' ' || *self->next == '\t')
        {
          n_bytes = take_raw (self, &start);
          if (!self->is_old)
            {
              start++;
              n_bytes--;
            }
        }
      else if (is_base64 && next_is_base64 (self))
        n_bytes = take_raw (self, &start);
      else
        return TRUE;

      g_string_append_len (self->line, start, (gssize) n_bytes);
      if (n_header == 0 && self->line->len <= MAX_HEADER_BYTES)
        {
          /* A long list of parameters may be folded, too. */
          n_header = thaw_vcard_line_find_value (self->line->str, self->line->len);
          is_quoted = header_has (self->line, n_header, "QUOTED-PRINTABLE");
          is_base64 = header_has (self->line, n_header, "BASE64") || header_has (self->line, n_header, "ENCODING=B");
        }
    }

  return TRUE;
}

static gboolean
is_blank (const GString *line)
{
  return strspn (line->str, " \t") == line->len;
}

static gboolean
line_is (const ThawVcardLine *line,
         const char          *name,
         const char          *value)
{
  g_autofree char *stripped = NULL;

  if (!g_str_equal (thaw_vcard_line_get_name (line), name))
    return FALSE;

  stripped = g_strstrip (g_strdup (thaw_vcard_line_get_value (line)));

  return g_ascii_strcasecmp (stripped, value) == 0;
}

static gboolean
refuse_line (const ThawVcardScanner  *self,
             GError                 **error)
{
  if (!self->is_begun)
    g_set_error_literal (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT,
                         /* Translators: a vCard is a file with contacts, as address books write it */
                         _("There are no contacts (vCards) in the file"));
  else
    g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                 /* Translators: of a file with contacts; %u is the number of a line */
                 _("The file is damaged: line %u belongs to no contact"), self->n_line);

  return FALSE;
}

static ThawVcardLine *
parse_line (const ThawVcardScanner  *self,
            GError                 **error)
{
  ThawVcardLine *line;

  if (self->is_begun && memchr (self->line->str, '\0', self->line->len) != NULL)
    {
      g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
                   /* Translators: %u is the number of a line */
                   _("The file is damaged: line %u is no text"), self->n_line);
      return NULL;
    }

  line = thaw_vcard_line_parse (self->line->str, self->line->len);
  if (line == NULL)
    refuse_line (self, error);

  return line;
}

/* The lines of a card whose beginning was just taken. */
static GPtrArray *
take_card (ThawVcardScanner  *self,
           GError           **error)
{
  g_autoptr (GPtrArray) card = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_vcard_line_free);
  guint first_line = self->n_line, depth = 1;
  gboolean may_nest = FALSE;

  self->is_old = FALSE;
  while (take_line (self))
    {
      g_autoptr (ThawVcardLine) line = NULL;

      if (is_blank (self->line))
        continue;

      line = parse_line (self, error);
      if (line == NULL)
        return NULL;

      if (line_is (line, "END", "VCARD"))
        {
          if (--depth == 0)
            return g_steal_pointer (&card);
          continue;
        }

      /* Where the next contact begins before this one has ended, what was between them is missing. */
      if (line_is (line, "BEGIN", "VCARD"))
        {
          if (!may_nest)
            break;
          depth++;
        }

      may_nest = line_is (line, "AGENT", "");
      if (depth > 1)
        continue;

      if (card->len == MAX_LINES)
        {
          g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_TOO_LARGE,
                       /* Translators: %u is the number of a line */
                       _("The contact that begins in line %u is too large"), first_line);
          return NULL;
        }

      if (line_is (line, "VERSION", "2.1"))
        self->is_old = TRUE;
      g_ptr_array_add (card, g_steal_pointer (&line));
    }

  g_set_error (error, THAW_EXCHANGE_ERROR, THAW_EXCHANGE_ERROR_DAMAGED,
               /* Translators: %u is the number of a line */
               _("The file is damaged: the contact that begins in line %u has no end"), first_line);

  return NULL;
}

static void
thaw_vcard_scanner_finalize (GObject *object)
{
  ThawVcardScanner *self = THAW_VCARD_SCANNER (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_string_free (self->line, TRUE);

  G_OBJECT_CLASS (thaw_vcard_scanner_parent_class)->finalize (object);
}

static void
thaw_vcard_scanner_class_init (ThawVcardScannerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_vcard_scanner_finalize;
}

static void
thaw_vcard_scanner_init (ThawVcardScanner *self)
{
  self->line = g_string_new (NULL);
}

/**
 * thaw_vcard_scanner_new:
 * @bytes: a whole file
 *
 * Returns: (transfer full): a scanner at its beginning
 */
ThawVcardScanner *
thaw_vcard_scanner_new (GBytes *bytes)
{
  ThawVcardScanner *self;
  gsize n_bytes;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (THAW_TYPE_VCARD_SCANNER, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->next = g_bytes_get_data (bytes, &n_bytes);
  self->end = self->next + n_bytes;
  if (n_bytes >= 3 && memcmp (self->next, "\xef\xbb\xbf", 3) == 0)
    self->next += 3;

  return self;
}

/**
 * thaw_vcard_scanner_next:
 * @out_card: (out) (transfer full) (nullable) (element-type ThawVcardLine): the properties
 *   of the next card, %NULL after the last one
 * @error: return location for %THAW_EXCHANGE_ERROR_NOT_THIS_FORMAT or
 *   %THAW_EXCHANGE_ERROR_DAMAGED
 *
 * Returns: whether the file is all right so far
 */
gboolean
thaw_vcard_scanner_next (ThawVcardScanner  *self,
                         GPtrArray        **out_card,
                         GError           **error)
{
  g_return_val_if_fail (THAW_IS_VCARD_SCANNER (self), FALSE);
  g_return_val_if_fail (out_card != NULL, FALSE);

  *out_card = NULL;
  self->is_old = FALSE;
  while (take_line (self))
    {
      g_autoptr (ThawVcardLine) line = NULL;

      if (is_blank (self->line))
        continue;

      line = parse_line (self, error);
      if (line == NULL)
        return FALSE;
      if (!line_is (line, "BEGIN", "VCARD"))
        return refuse_line (self, error);

      self->is_begun = TRUE;
      *out_card = take_card (self, error);

      return *out_card != NULL;
    }

  return self->is_begun || refuse_line (self, error);
}
