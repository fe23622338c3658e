/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-way"

#include "config.h"
#include "thaw-vcard-way.h"

#include <string.h>

#include "thaw-text.h"
#include "vcard/thaw-vcard-label.h"

/**
 * thaw_vcard_make_line:
 * @text: text of any number of lines
 *
 * Returns: (transfer full) (nullable): the same in one line, or %NULL if there is nothing in it
 */
char *
thaw_vcard_make_line (const char *text)
{
  g_autoptr (GString) line = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Also the wide ones: what is shortened later has to begin with what it says. */
      if (line->len == 0 && g_unichar_isspace (c))
        continue;

      if (!g_unichar_iscntrl (c))
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }

  g_strchomp (line->str);

  return thaw_text_is_blank (line->str) ? NULL : g_strdup (line->str);
}

/**
 * thaw_vcard_ways_index_labels:
 * @card: (element-type ThawVcardLine): the properties of a card
 *
 * Returns: (transfer full) (element-type utf8 utf8): the person's own labels, by the
 *   group of what they belong to
 */
GHashTable *
thaw_vcard_ways_index_labels (GPtrArray *card)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < card->len; i++)
    {
      const ThawVcardLine *line = g_ptr_array_index (card, i);
      const char *group = thaw_vcard_line_get_group (line);
      g_autofree char *words = NULL;

      if (group == NULL || !g_str_equal (thaw_vcard_line_get_name (line), "X-ABLABEL"))
        continue;

      words = thaw_vcard_line_dup_text (line);
      g_hash_table_insert (labels, (char *) group, thaw_vcard_label_from_words (words));
    }

  return labels;
}

static const char *
strip_scheme (const char *value,
              const char *scheme)
{
  gsize n_scheme = strlen (scheme);

  return g_ascii_strncasecmp (value, scheme, n_scheme) == 0 ? value + n_scheme : value;
}

/* `tel:+44-20-7946-0123;ext=12` */
static char *
dup_number (const char *value)
{
  const char *number = strip_scheme (value, "tel:");
  g_autofree char *bytes = NULL;
  g_autofree char *decoded = NULL;
  const char *extension;

  if (number == value)
    return g_strdup (value);

  bytes = g_uri_unescape_string (number, NULL);
  if (bytes == NULL)
    return g_strdup (number);

  decoded = thaw_text_make_valid (bytes, strlen (bytes));
  extension = strstr (decoded, ";ext=");
  if (extension == NULL)
    return g_steal_pointer (&decoded);

  return g_strdup_printf ("%.*s, %s", (int) (extension - decoded), decoded, extension + strlen (";ext="));
}

/* Where the letter goes: all that is known of an address, in one line. */
static char *
dup_address (const ThawVcardLine *line)
{
  g_auto (GStrv) parts = thaw_vcard_line_dup_parts (line);
  g_autoptr (GString) address = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (parts[i], "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          if (!thaw_text_is_blank (lines[j]))
            g_string_append_printf (address, "%s%s", address->len > 0 ? ", " : "", g_strstrip (lines[j]));
        }
    }

  return g_strdup (address->str);
}

static ThawContactWay *
make_way (ThawContactKind  kind,
          const char      *label,
          const char      *value)
{
  g_autofree char *line = thaw_vcard_make_line (value);
  g_autofree char *label_line = label != NULL ? thaw_vcard_make_line (label) : NULL;

  return line != NULL ? thaw_contact_way_new (kind, label_line, line) : NULL;
}

/* A name in a messenger: `IMPP:xmpp:anna@example.org`, and what there was before. */
static ThawContactWay *
read_messenger (const ThawVcardLine *line,
                const char          *label,
                const char          *value)
{
  const char *told = thaw_vcard_line_get_param (line, "X-SERVICE-TYPE");
  g_autofree char *scheme = g_uri_parse_scheme (value);
  const char *service = NULL;

  if (told != NULL)
    {
      service = thaw_vcard_label_get_service (told);
      service = service != NULL ? service : told;
    }
  else if (scheme != NULL)
    service = thaw_vcard_label_get_service (scheme);

  return make_way (THAW_CONTACT_MESSENGER, label != NULL ? label : service, strip_scheme (value, "x-apple:"));
}

static gboolean
is_text_only (const ThawVcardLine *line)
{
  return thaw_vcard_line_has_type (line, "text") && !thaw_vcard_line_has_type (line, "voice");
}

/**
 * thaw_vcard_way_read:
 * @line: a property
 * @labels: (element-type utf8 utf8): from thaw_vcard_ways_index_labels()
 *
 * Returns: (transfer full) (nullable): the way to reach somebody that @line says, which may
 *   be too long to be stored, or %NULL if it says none
 */
ThawContactWay *
thaw_vcard_way_read (const ThawVcardLine *line,
                     GHashTable          *labels)
{
  const char *name = thaw_vcard_line_get_name (line);
  const char *group = thaw_vcard_line_get_group (line);
  const char *own_label = group != NULL ? g_hash_table_lookup (labels, group) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  /* Most lines are none, and pictures are long. */
  if (!g_str_equal (name, "TEL") && !g_str_equal (name, "EMAIL") && !g_str_equal (name, "URL") &&
      !g_str_equal (name, "ADR") && !g_str_equal (name, "IMPP") && !g_str_has_prefix (name, "X-"))
    return NULL;

  if (g_str_has_prefix (name, "X-"))
    {
      const char *service = thaw_vcard_label_get_service (name + strlen ("X-"));

      if (service == NULL && !g_str_equal (name, "X-SOCIALPROFILE"))
        return NULL;

      value = g_str_equal (name, "X-SOCIALPROFILE") ? g_strdup (thaw_vcard_line_get_value (line))
                                                    : thaw_vcard_line_dup_text (line);
      if (service != NULL)
        return make_way (THAW_CONTACT_MESSENGER, own_label != NULL ? own_label : service, value);
      if (g_str_has_prefix (value, "http"))
        return make_way (THAW_CONTACT_WEB, own_label, value);

      return NULL;
    }

  label = own_label != NULL ? g_strdup (own_label) : thaw_vcard_label_from_types (line);
  if (g_str_equal (name, "ADR"))
    {
      value = dup_address (line);
      return make_way (THAW_CONTACT_ADDRESS, label, value);
    }

  value = g_strstrip (thaw_vcard_line_dup_text (line));
  if (g_str_equal (name, "IMPP"))
    return read_messenger (line, own_label, value);
  if (g_str_equal (name, "EMAIL"))
    return make_way (THAW_CONTACT_MAIL, label, strip_scheme (value, "mailto:"));
  if (g_str_equal (name, "TEL"))
    {
      g_autofree char *number = dup_number (value);

      return make_way (is_text_only (line) ? THAW_CONTACT_TEXT : THAW_CONTACT_PHONE, label, number);
    }

  return make_way (THAW_CONTACT_WEB, label, value);
}

/**
 * thaw_vcard_way_is_preferred:
 *
 * Returns: whether it is a way that is better than the others: `TYPE=pref` or `PREF=1`
 */
gboolean
thaw_vcard_way_is_preferred (const ThawVcardLine *line)
{
  return thaw_vcard_line_has_type (line, "pref") || g_strcmp0 (thaw_vcard_line_get_param (line, "PREF"), "1") == 0;
}
