/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-text"

#include "config.h"
#include "thaw-vcard-text.h"

#include <string.h>

#include "thaw-text.h"
#include "vcard/thaw-vcard-label.h"
#include "vcard/thaw-vcard-person.h"

/* RFC 2426, 2.6: as long as a line should be, in bytes without its end. */
#define MAX_LINE_BYTES 75

/* Folds a line, and never within a character. */
static void
append_line (GString    *out,
             const char *line)
{
  /* Measured once: pictures are long. */
  const char *end = line + strlen (line);
  gsize room = MAX_LINE_BYTES;

  while ((gsize) (end - line) > room)
    {
      const char *next = g_utf8_find_prev_char (line, line + room + 1);

      g_string_append_len (out, line, next - line);
      g_string_append (out, "\r\n ");
      line = next;
      room = MAX_LINE_BYTES - 1;
    }

  g_string_append (out, line);
  g_string_append (out, "\r\n");
}

/* What a text must not have in it is escaped, or, as control characters, left out. */
static void
append_escaped (GString    *line,
                const char *text,
                const char *marks)
{
  g_autofree char *valid = thaw_text_make_valid (text, strlen (text));

  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (line, "\\n");
      else if (strchr (marks, *p) != NULL)
        g_string_append_printf (line, "\\%c", *p);
      else if (!g_ascii_iscntrl (*p) || *p == '\t')
        g_string_append_c (line, *p);
    }
}

static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  g_autoptr (GString) line = NULL;

  if (text == NULL || text[0] == '\0')
    return;

  line = g_string_new (name);
  g_string_append_c (line, ':');
  append_escaped (line, text, "\\,;");
  append_line (out, line->str);
}

/* RFC 6868 */
static void
append_param (GString    *line,
              const char *name,
              const char *value)
{
  g_string_append_printf (line, ";%s=\"", name);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append (line, "^'");
      else if (*p == '^')
        g_string_append (line, "^^");
      else
        g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

static void
append_way_start (GString              *line,
                  const ThawContactWay *way,
                  const char           *types)
{
  switch (way->kind)
    {
    case THAW_CONTACT_PHONE:
      g_string_append (line, "TEL");
      break;
    case THAW_CONTACT_TEXT:
      g_string_append (line, "TEL;TYPE=text");
      break;
    case THAW_CONTACT_MAIL:
      g_string_append (line, "EMAIL");
      break;
    case THAW_CONTACT_MESSENGER:
      g_string_append (line, "IMPP");
      if (way->label != NULL)
        append_param (line, "X-SERVICE-TYPE", way->label);
      return;
    case THAW_CONTACT_WEB:
      g_string_append (line, "URL");
      break;
    case THAW_CONTACT_ADDRESS:
      g_string_append (line, "ADR");
      break;
    default:
      g_return_if_reached ();
    }

  if (types != NULL)
    g_string_append_printf (line, ";TYPE=%s", types);
}

/* A label that is the person's own stands in a line beside it, as Apple's address book does it, and others after it. */
static void
append_way (GString              *out,
            const ThawContactWay *way,
            guint                *n_groups)
{
  g_autofree char *types = way->label != NULL ? thaw_vcard_label_to_types (way->label) : NULL;
  gboolean is_own = way->label != NULL && types == NULL && way->kind != THAW_CONTACT_MESSENGER;
  g_autoptr (GString) line = g_string_new (NULL);

  if (is_own)
    g_string_append_printf (line, "item%u.", ++*n_groups);
  append_way_start (line, way, types);
  g_string_append_c (line, ':');

  if (way->kind == THAW_CONTACT_ADDRESS)
    {
      g_string_append (line, ";;");
      append_escaped (line, way->value, "\\,;");
      g_string_append (line, ";;;;");
    }
  else
    append_escaped (line, way->value,
                    way->kind == THAW_CONTACT_WEB || way->kind == THAW_CONTACT_MESSENGER ? "\\" : "\\,;");
  append_line (out, line->str);

  if (is_own)
    {
      g_autofree char *name = g_strdup_printf ("item%u.X-ABLabel", *n_groups);

      append_text (out, name, way->label);
    }
}

/* Programs want the parts of a name, which Thaw does not know; all of it as the given name reads right everywhere. */
static void
append_name (GString    *out,
             const char *name)
{
  g_autoptr (GString) line = g_string_new ("N:;");

  append_escaped (line, name, "\\,;");
  g_string_append (line, ";;;");
  append_line (out, line->str);
  append_text (out, "FN", name);
}

static void
append_own (GString          *out,
            const ThawPerson *person)
{
  if (person->kind != THAW_PERSON_OTHER)
    append_text (out, THAW_VCARD_KIND, thaw_person_kind_to_slug (person->kind));
  append_text (out, THAW_VCARD_ASK, person->ask);
  if (person->is_favourite)
    append_text (out, THAW_VCARD_FAVOURITE, "1");
  if (person->last_contact != THAW_DAY_NONE)
    {
      char day[THAW_DAY_ISO_SIZE];

      thaw_day_write_iso (person->last_contact, day);
      append_text (out, THAW_VCARD_LAST_CONTACT, day);
    }
}

static void
append_photo (GString *out,
              GBytes  *photo)
{
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (photo, &n_bytes);
  g_autofree char *encoded = g_base64_encode (bytes, n_bytes);
  g_autofree char *line = NULL;

  line = g_strconcat ("PHOTO;ENCODING=b;TYPE=", n_bytes > 0 && bytes[0] == 0xff ? "JPEG:" : "PNG:", encoded, NULL);
  append_line (out, line);
}

static void
append_time (GString *out,
             gint64   modified_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (modified_ms / 1000);
  g_autofree char *rev = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (rev != NULL && modified_ms > 0)
    append_text (out, "REV", rev);
}

/**
 * thaw_vcard_append_person:
 * @out: a file of vCards
 * @person: somebody
 * @photo: (nullable): their picture, a JPEG or PNG image
 *
 * Appends a vCard of version 3.0, which every address book reads. What is for the person
 * alone, that they keep their distance and want to be reminded, is not written.
 */
void
thaw_vcard_append_person (GString          *out,
                          const ThawPerson *person,
                          GBytes           *photo)
{
  guint n_groups = 0;

  g_return_if_fail (out != NULL);
  g_return_if_fail (person != NULL);

  g_string_append (out, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
  append_text (out, "UID", person->id);
  append_name (out, person->name);
  append_text (out, "ROLE", person->role);
  for (guint i = 0; i < person->ways->len; i++)
    append_way (out, g_ptr_array_index (person->ways, i), &n_groups);
  append_text (out, "NOTE", person->notes);
  append_own (out, person);
  if (photo != NULL)
    append_photo (out, photo);
  append_time (out, person->modified_ms);
  g_string_append (out, "END:VCARD\r\n");
}
