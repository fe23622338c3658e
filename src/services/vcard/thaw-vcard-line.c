/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-line"

#include "config.h"
#include "thaw-vcard-line.h"

#include <string.h>

#include "thaw-text.h"

/* No property has so many. */
#define MAX_PARAMS 100

typedef struct
{
  char *name;  /* (owned): in capitals; `TYPE` where the file names none, as vCard 2.1 may */
  char *value; /* (owned) */
} Param;

/**
 * ThawVcardLine:
 *
 * One property of a vCard, of version 2.1, 3.0 (RFC 2426) or 4.0 (RFC 6350):
 * `group.NAME;PARAM=value:value`.
 *
 * What the value says is UTF-8 already, whatever the file was written in; commas,
 * semicolons and line ends are still escaped in it, as they have to be taken apart first.
 */
struct _ThawVcardLine
{
  char *group;       /* (owned) (nullable) */
  char *name;        /* (owned): in capitals */
  GPtrArray *params; /* (owned) (element-type Param) */
  char *value;       /* (owned) */
};

static void
param_free (Param *param)
{
  g_free (param->name);
  g_free (param->value);
  g_free (param);
}

void
thaw_vcard_line_free (ThawVcardLine *self)
{
  if (self == NULL)
    return;

  g_free (self->group);
  g_free (self->name);
  g_ptr_array_unref (self->params);
  g_free (self->value);
  g_free (self);
}

/**
 * thaw_vcard_line_find_value:
 * @bytes: (array length=n_bytes): a line, perhaps only its beginning
 *
 * Returns: where its value begins, after the first colon that is in no quotation marks;
 *   0 if there is none
 */
gsize
thaw_vcard_line_find_value (const char *bytes,
                            gsize       n_bytes)
{
  gboolean is_quoted = FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] == '"')
        is_quoted = !is_quoted;
      else if (bytes[i] == ':' && !is_quoted)
        return i + 1;
    }

  return 0;
}

/* RFC 6868: what must not stand in a parameter. */
static char *
decode_param (const char *bytes,
              gsize       n_bytes)
{
  g_autoptr (GString) decoded = g_string_sized_new (n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    {
      char next = bytes[i] == '^' && i + 1 < n_bytes ? bytes[i + 1] : '\0';

      if (next == 'n' || next == '\'' || next == '^')
        {
          g_string_append_c (decoded, next == 'n' ? '\n' : next == '\'' ? '"' : '^');
          i++;
        }
      else if (bytes[i] != '"')
        g_string_append_c (decoded, bytes[i]);
    }

  return thaw_text_make_valid (decoded->str, decoded->len);
}

static void
add_param (ThawVcardLine *self,
           const char    *name,
           gsize          n_name,
           const char    *value,
           gsize          n_value)
{
  Param *param;

  if (self->params->len == MAX_PARAMS)
    return;

  param = g_new0 (Param, 1);
  param->name = g_ascii_strup (name, (gssize) n_name);
  param->value = decode_param (value, n_value);
  g_ptr_array_add (self->params, param);
}

/* Where the next @mark is that is in no quotation marks, or the end. */
static gsize
find_end (const char *bytes,
          gsize       from,
          gsize       n_bytes,
          char        mark)
{
  gboolean is_quoted = FALSE;
  gsize i;

  for (i = from; i < n_bytes && (is_quoted || bytes[i] != mark); i++)
    {
      if (bytes[i] == '"')
        is_quoted = !is_quoted;
    }

  return i;
}

/* `TYPE=cell,voice`, or only `CELL`. In `TYPE="cell,voice"`, too, there are two. */
static void
parse_param (ThawVcardLine *self,
             const char    *bytes,
             gsize          n_bytes)
{
  const char *equals = memchr (bytes, '=', n_bytes);
  const char *name = equals != NULL ? bytes : "TYPE";
  gsize n_name = equals != NULL ? (gsize) (equals - bytes) : strlen (name);
  gsize from = equals != NULL ? n_name + 1 : 0;
  gboolean is_type = n_name == strlen ("TYPE") && g_ascii_strncasecmp (name, "TYPE", n_name) == 0;

  while (from < n_bytes)
    {
      const char *comma = is_type ? memchr (bytes + from, ',', n_bytes - from) : NULL;
      gsize end = comma != NULL ? (gsize) (comma - bytes) : is_type ? n_bytes : find_end (bytes, from, n_bytes, ',');

      add_param (self, name, n_name, bytes + from, end - from);
      from = end + 1;
    }
}

static gboolean
is_name (const char *bytes,
         gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (!g_ascii_isalnum (bytes[i]) && bytes[i] != '-' && bytes[i] != '_')
        return FALSE;
    }

  return n_bytes > 0;
}

static gboolean
parse_name (ThawVcardLine *self,
            const char    *bytes,
            gsize          n_bytes)
{
  const char *dot = memchr (bytes, '.', n_bytes);
  const char *name = dot != NULL ? dot + 1 : bytes;
  gsize n_name = n_bytes - (gsize) (name - bytes);

  if (!is_name (name, n_name) || (dot != NULL && !is_name (bytes, (gsize) (dot - bytes))))
    return FALSE;

  self->group = dot != NULL ? g_ascii_strdown (bytes, dot - bytes) : NULL;
  self->name = g_ascii_strup (name, (gssize) n_name);

  return TRUE;
}

/* RFC 2045, section 6.7; an equals sign that stands for nothing else is one. */
static GString *
decode_quoted_printable (const char *bytes,
                         gsize       n_bytes)
{
  GString *decoded = g_string_sized_new (n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (bytes[i] == '=' && i + 2 < n_bytes && g_ascii_isxdigit (bytes[i + 1]) && g_ascii_isxdigit (bytes[i + 2]))
        {
          g_string_append_c (decoded, (char) (g_ascii_xdigit_value (bytes[i + 1]) * 16 +
                                              g_ascii_xdigit_value (bytes[i + 2])));
          i += 2;
        }
      else
        g_string_append_c (decoded, bytes[i]);
    }

  return decoded;
}

/* Text in the charset that is named. Where none is, it is UTF-8, or what Windows wrote when there was no UTF-8. */
static char *
decode_charset (const char *bytes,
                gsize       n_bytes,
                const char *charset)
{
  const char *const fallbacks[] = { "WINDOWS-1252", "ISO-8859-1" };
  gsize n_text;

  if (charset != NULL && is_name (charset, strlen (charset)))
    {
      g_autofree char *text = g_convert (bytes, (gssize) n_bytes, "UTF-8", charset, NULL, &n_text, NULL);

      if (text != NULL)
        return thaw_text_make_valid (text, n_text);
    }

  for (guint i = 0; !g_utf8_validate_len (bytes, n_bytes, NULL) && i < G_N_ELEMENTS (fallbacks); i++)
    {
      g_autofree char *text = g_convert (bytes, (gssize) n_bytes, "UTF-8", fallbacks[i], NULL, &n_text, NULL);

      if (text != NULL)
        return thaw_text_make_valid (text, n_text);
    }

  return thaw_text_make_valid (bytes, n_bytes);
}

static gboolean
is_encoded_as (const ThawVcardLine *self,
               const char          *encoding)
{
  const char *told = thaw_vcard_line_get_param (self, "ENCODING");

  return (told != NULL && g_ascii_strcasecmp (told, encoding) == 0) || thaw_vcard_line_has_type (self, encoding);
}

/**
 * thaw_vcard_line_parse:
 * @bytes: (array length=n_bytes): a whole property, unfolded
 *
 * Returns: (transfer full) (nullable): the property, or %NULL if it is none
 */
ThawVcardLine *
thaw_vcard_line_parse (const char *bytes,
                       gsize       n_bytes)
{
  g_autoptr (ThawVcardLine) self = g_new0 (ThawVcardLine, 1);
  gsize value = thaw_vcard_line_find_value (bytes, n_bytes);
  gsize end = value > 0 ? find_end (bytes, 0, value - 1, ';') : 0;
  const char *charset;

  self->params = g_ptr_array_new_with_free_func ((GDestroyNotify) param_free);
  if (value == 0 || !parse_name (self, bytes, end))
    return NULL;

  while (end < value - 1 && self->params->len < MAX_PARAMS)
    {
      gsize from = end + 1;

      end = find_end (bytes, from, value - 1, ';');
      parse_param (self, bytes + from, end - from);
    }

  bytes += value;
  n_bytes -= value;
  charset = thaw_vcard_line_get_param (self, "CHARSET");
  if (is_encoded_as (self, "quoted-printable"))
    {
      g_autoptr (GString) decoded = decode_quoted_printable (bytes, n_bytes);

      self->value = decode_charset (decoded->str, decoded->len, charset);
    }
  else if (charset == NULL && g_utf8_validate_len (bytes, n_bytes, NULL))
    self->value = g_strndup (bytes, n_bytes);
  else
    self->value = decode_charset (bytes, n_bytes, charset);

  return g_steal_pointer (&self);
}

/**
 * thaw_vcard_line_get_group:
 *
 * Returns: (transfer none) (nullable): what belongs together in its card, in small letters
 */
const char *
thaw_vcard_line_get_group (const ThawVcardLine *self)
{
  return self->group;
}

/**
 * thaw_vcard_line_get_name:
 *
 * Returns: (transfer none): what the property is, in capitals, as `TEL`
 */
const char *
thaw_vcard_line_get_name (const ThawVcardLine *self)
{
  return self->name;
}

/**
 * thaw_vcard_line_get_value:
 *
 * Returns: (transfer none): the value, with what is escaped in it
 */
const char *
thaw_vcard_line_get_value (const ThawVcardLine *self)
{
  return self->value;
}

/**
 * thaw_vcard_line_get_param:
 * @name: the name of a parameter, in capitals
 *
 * Returns: (transfer none) (nullable): its first value
 */
const char *
thaw_vcard_line_get_param (const ThawVcardLine *self,
                           const char          *name)
{
  for (guint i = 0; i < self->params->len; i++)
    {
      const Param *param = g_ptr_array_index (self->params, i);

      if (g_str_equal (param->name, name))
        return param->value;
    }

  return NULL;
}

/**
 * thaw_vcard_line_list_types:
 *
 * Returns: (transfer container) (element-type utf8): what kind it is of what it is, as
 *   `cell`, in the order and the case of the file
 */
GPtrArray *
thaw_vcard_line_list_types (const ThawVcardLine *self)
{
  GPtrArray *types = g_ptr_array_new ();

  for (guint i = 0; i < self->params->len; i++)
    {
      const Param *param = g_ptr_array_index (self->params, i);

      if (g_str_equal (param->name, "TYPE"))
        g_ptr_array_add (types, param->value);
    }

  return types;
}

/**
 * thaw_vcard_line_has_type:
 * @type: a type, in small letters
 *
 * Returns: whether it is of that type
 */
gboolean
thaw_vcard_line_has_type (const ThawVcardLine *self,
                          const char          *type)
{
  g_autoptr (GPtrArray) types = thaw_vcard_line_list_types (self);

  for (guint i = 0; i < types->len; i++)
    {
      if (g_ascii_strcasecmp (g_ptr_array_index (types, i), type) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
unescape (const char *value,
          gsize       n_bytes)
{
  GString *text = g_string_sized_new (n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    {
      char next = value[i] == '\\' && i + 1 < n_bytes ? value[i + 1] : '\0';

      if (next != '\0' && strchr ("nN\\,;:", next) != NULL)
        {
          g_string_append_c (text, next == 'n' || next == 'N' ? '\n' : next);
          i++;
        }
      else
        g_string_append_c (text, value[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * thaw_vcard_line_dup_text:
 *
 * Returns: (transfer full): the value of a property that is a text
 */
char *
thaw_vcard_line_dup_text (const ThawVcardLine *self)
{
  return unescape (self->value, strlen (self->value));
}

/**
 * thaw_vcard_line_dup_parts:
 *
 * Returns: (transfer full): the parts of a value that has several, as those of a name
 */
GStrv
thaw_vcard_line_dup_parts (const ThawVcardLine *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *from = self->value;

  for (const char *p = from;; p++)
    {
      if (*p == ';' || *p == '\0')
        {
          g_autofree char *part = unescape (from, (gsize) (p - from));

          g_strv_builder_add (parts, part);
          if (*p == '\0')
            return g_strv_builder_end (parts);
          from = p + 1;
        }
      else if (*p == '\\' && p[1] != '\0')
        p++;
    }
}

/**
 * thaw_vcard_line_dup_bytes:
 * @n_max: how many there may be
 *
 * Reads what is in the file itself, in base64 or as a `data:` URI, never what it points at.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL if there are none, or too many
 */
GBytes *
thaw_vcard_line_dup_bytes (const ThawVcardLine *self,
                           gsize                n_max)
{
  const char *encoded = NULL;
  guchar *bytes;
  gsize n_bytes;

  if (g_ascii_strncasecmp (self->value, "data:", strlen ("data:")) == 0)
    {
      encoded = strstr (self->value, ";base64");
      encoded = encoded != NULL ? strchr (encoded, ',') : NULL;
      encoded = encoded != NULL ? encoded + 1 : NULL;
    }
  else if (is_encoded_as (self, "b") || is_encoded_as (self, "base64"))
    encoded = self->value;

  if (encoded == NULL || strlen (encoded) / 4 > n_max / 3 + 1)
    return NULL;

  bytes = g_base64_decode (encoded, &n_bytes);
  if (n_bytes > 0 && n_bytes <= n_max)
    return g_bytes_new_take (bytes, n_bytes);

  g_free (bytes);

  return NULL;
}
