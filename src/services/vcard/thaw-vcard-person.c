/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-person"

#include "config.h"
#include "thaw-vcard-person.h"

#include <string.h>

#include "thaw-text.h"
#include "thaw-uuid.h"
#include "vcard/thaw-vcard-way.h"

/* A card being read. */
typedef struct
{
  GPtrArray *card;     /* (unowned) (element-type ThawVcardLine) */
  ThawPerson *person;  /* (owned) */
  GBytes *photo;       /* (owned) (nullable) */
  gboolean *lost;      /* (unowned) */
  guint n_preferred;   /* how many of the ways to reach them are preferred; they come first */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->person, thaw_person_free);
  g_clear_pointer (&reading->photo, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/**
 * thaw_vcard_make_card_id:
 * @card: (element-type ThawVcardLine): the properties of a card
 *
 * Returns: (transfer full): a UUID that follows from all that the card says
 */
char *
thaw_vcard_make_card_id (GPtrArray *card)
{
  g_autoptr (GString) name = g_string_new ("vcard");

  for (guint i = 0; i < card->len; i++)
    {
      const ThawVcardLine *line = g_ptr_array_index (card, i);

      g_string_append_c (name, '\n');
      g_string_append (name, thaw_vcard_line_get_name (line));
      g_string_append_c (name, ':');
      g_string_append (name, thaw_vcard_line_get_value (line));
    }

  return thaw_uuid_new_from_name (name->str);
}

/* What fits of a text, up to the end of a character. */
static char *
cut (Reading    *reading,
     const char *text,
     gsize       max_bytes)
{
  gsize n_bytes = strlen (text);

  if (n_bytes > max_bytes)
    {
      reading->lost[THAW_VCARD_LOSS_TEXT] = TRUE;
      n_bytes = (gsize) (g_utf8_find_prev_char (text, text + max_bytes + 1) - text);
    }

  return g_strndup (text, n_bytes);
}

/* What fits of a line; NULL if there is nothing in it. */
static char *
cut_line (Reading    *reading,
          const char *text)
{
  g_autofree char *line = thaw_vcard_make_line (text);

  return line != NULL ? cut (reading, line, THAW_PERSON_MAX_NAME_BYTES) : NULL;
}

static const ThawVcardLine *
find_line (const Reading *reading,
           const char    *name)
{
  for (guint i = 0; i < reading->card->len; i++)
    {
      const ThawVcardLine *line = g_ptr_array_index (reading->card, i);

      if (g_str_equal (thaw_vcard_line_get_name (line), name) && !thaw_text_is_blank (thaw_vcard_line_get_value (line)))
        return line;
    }

  return NULL;
}

static char *
dup_text_of (const Reading *reading,
             const char    *name)
{
  const ThawVcardLine *line = find_line (reading, name);

  return line != NULL ? thaw_vcard_line_dup_text (line) : NULL;
}

/* All parts that say something, in the order in which they are told or in @order. */
static char *
join_parts (const ThawVcardLine *line,
            const char          *separator,
            const guint         *order,
            guint                n_order)
{
  g_auto (GStrv) parts = thaw_vcard_line_dup_parts (line);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < (order != NULL ? n_order : n_parts); i++)
    {
      guint at = order != NULL ? order[i] : i;

      if (at < n_parts && !thaw_text_is_blank (parts[at]))
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? separator : "", g_strstrip (parts[at]));
    }

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

static char *
dup_structured_name (const Reading *reading)
{
  /* RFC 6350, 6.2.2: family names, given names, additional names, prefixes, suffixes. */
  static const guint spoken[] = { 3, 1, 2, 0, 4 };
  const ThawVcardLine *line = find_line (reading, "N");

  return line != NULL ? join_parts (line, " ", spoken, G_N_ELEMENTS (spoken)) : NULL;
}

static char *
dup_organization (const Reading *reading)
{
  const ThawVcardLine *line = find_line (reading, "ORG");

  return line != NULL ? join_parts (line, ", ", NULL, 0) : NULL;
}

/* What there is of a name; a card that says only how to reach somebody is called after that. */
static gboolean
read_name (Reading *reading)
{
  static const char *const names[] = { "FN", "N", "NICKNAME", "ORG" };
  g_autofree char *name = NULL;

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = NULL;

      if (g_str_equal (names[i], "N"))
        text = dup_structured_name (reading);
      else if (g_str_equal (names[i], "ORG"))
        text = dup_organization (reading);
      else
        text = dup_text_of (reading, names[i]);

      name = text != NULL ? cut_line (reading, text) : NULL;
    }

  if (name == NULL && reading->person->ways->len > 0)
    {
      const ThawContactWay *way = g_ptr_array_index (reading->person->ways, 0);

      name = cut_line (reading, way->value);
    }
  if (name == NULL)
    return FALSE;

  g_free (reading->person->name);
  reading->person->name = g_steal_pointer (&name);

  return TRUE;
}

/* What they do, and where: “Counsellor, Open Door”. */
static void
read_role (Reading *reading)
{
  g_autofree char *role = dup_text_of (reading, "ROLE");
  g_autofree char *organization = dup_organization (reading);
  g_autofree char *joined = NULL;

  if (role == NULL)
    role = dup_text_of (reading, "TITLE");
  if (organization != NULL && g_str_equal (organization, reading->person->name))
    g_clear_pointer (&organization, g_free);

  if (role != NULL && organization != NULL)
    joined = g_strconcat (role, ", ", organization, NULL);
  else
    joined = g_strdup (role != NULL ? role : organization);
  reading->person->role = joined != NULL ? cut_line (reading, joined) : NULL;
}

static char *
read_text (Reading    *reading,
           const char *name)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < reading->card->len; i++)
    {
      const ThawVcardLine *line = g_ptr_array_index (reading->card, i);
      g_autofree char *text = NULL;

      if (!g_str_equal (thaw_vcard_line_get_name (line), name))
        continue;

      text = thaw_vcard_line_dup_text (line);
      if (!thaw_text_is_blank (text))
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n\n" : "", text);
    }

  return joined->len > 0 ? cut (reading, joined->str, THAW_PERSON_MAX_TEXT_BYTES) : NULL;
}

static gboolean
has_way (const ThawPerson     *person,
         const ThawContactWay *way)
{
  for (guint i = 0; i < person->ways->len; i++)
    {
      const ThawContactWay *other = g_ptr_array_index (person->ways, i);

      if (other->kind == way->kind && g_str_equal (other->value, way->value))
        return TRUE;
    }

  return FALSE;
}

static void
read_ways (Reading *reading)
{
  g_autoptr (GHashTable) labels = thaw_vcard_ways_index_labels (reading->card);
  GPtrArray *ways = reading->person->ways;

  for (guint i = 0; i < reading->card->len; i++)
    {
      const ThawVcardLine *line = g_ptr_array_index (reading->card, i);
      g_autoptr (ThawContactWay) way = thaw_vcard_way_read (line, labels);

      if (way == NULL || has_way (reading->person, way))
        continue;

      if (ways->len == THAW_PERSON_MAX_WAYS || !thaw_contact_way_is_valid (way))
        reading->lost[THAW_VCARD_LOSS_WAYS] = TRUE;
      else if (thaw_vcard_way_is_preferred (line))
        g_ptr_array_insert (ways, (int) reading->n_preferred++, g_steal_pointer (&way));
      else
        g_ptr_array_add (ways, g_steal_pointer (&way));
    }
}

/* `CATEGORIES:Friends`, as people sort their address books. */
static gboolean
read_category (const char     *category,
               ThawPersonKind *out_kind)
{
  g_autofree char *folded = thaw_text_fold (category);

  for (guint i = 0; i < THAW_N_PERSON_KINDS; i++)
    {
      const char *slug = thaw_person_kind_to_slug ((ThawPersonKind) i);
      g_autofree char *name = thaw_text_fold (thaw_person_kind_get_name ((ThawPersonKind) i));
      g_autofree char *plural = g_strconcat (slug, "s", NULL);

      if (g_str_equal (folded, slug) || g_str_equal (folded, plural) || g_str_equal (folded, name))
        {
          *out_kind = (ThawPersonKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
read_kind (Reading *reading)
{
  g_autofree char *slug = dup_text_of (reading, THAW_VCARD_KIND);
  g_autofree char *kind = dup_text_of (reading, "KIND");
  g_autofree char *categories = dup_text_of (reading, "CATEGORIES");
  g_auto (GStrv) list = NULL;

  if (thaw_person_kind_from_slug (slug, &reading->person->kind))
    return;

  if (kind != NULL && g_ascii_strcasecmp (kind, "group") == 0)
    reading->person->kind = THAW_PERSON_GROUP;
  if (categories == NULL)
    return;

  list = g_strsplit (categories, ",", -1);
  for (guint i = 0; list[i] != NULL && !read_category (list[i], &reading->person->kind); i++)
    ;
}

static void
read_own (Reading *reading)
{
  g_autofree char *favourite = dup_text_of (reading, THAW_VCARD_FAVOURITE);
  g_autofree char *last_contact = dup_text_of (reading, THAW_VCARD_LAST_CONTACT);

  reading->person->ask = read_text (reading, THAW_VCARD_ASK);
  reading->person->is_favourite = g_strcmp0 (favourite, "1") == 0;
  if (last_contact != NULL)
    reading->person->last_contact = thaw_day_from_iso (last_contact);
}

/* A picture that is somewhere on the net is not fetched, and no loss. */
static void
read_photo (Reading *reading)
{
  const ThawVcardLine *line = find_line (reading, "PHOTO");
  const char *value = line != NULL ? thaw_vcard_line_get_value (line) : "";

  if (line == NULL || g_ascii_strncasecmp (value, "http:", strlen ("http:")) == 0 ||
      g_ascii_strncasecmp (value, "https:", strlen ("https:")) == 0)
    return;

  reading->photo = thaw_vcard_line_dup_bytes (line, THAW_VCARD_MAX_PHOTO_BYTES);
  if (reading->photo == NULL)
    reading->lost[THAW_VCARD_LOSS_PHOTO] = TRUE;
}

/* The same card always gets the same identity, so that an import which is repeated doubles nobody. */
static void
read_id (Reading *reading)
{
  g_autofree char *uid = dup_text_of (reading, "UID");
  g_autofree char *lower = NULL;
  const char *bare;

  if (uid == NULL)
    {
      reading->person->id = thaw_vcard_make_card_id (reading->card);
      return;
    }

  lower = g_ascii_strdown (g_strstrip (uid), -1);
  bare = g_str_has_prefix (lower, "urn:uuid:") ? lower + strlen ("urn:uuid:") : lower;
  if (thaw_uuid_is_valid (bare))
    {
      reading->person->id = g_strdup (bare);
    }
  else
    {
      g_autofree char *name = g_strconcat ("vcard uid\n", uid, NULL);

      reading->person->id = thaw_uuid_new_from_name (name);
    }
}

/**
 * thaw_vcard_person_read:
 * @card: (element-type ThawVcardLine): the properties of a card
 * @out_lost: (out): what was not taken over
 *
 * What Thaw has no place for, as a birthday, is passed over.
 *
 * Returns: (transfer full) (nullable): somebody, or %NULL if the card says neither who nor
 *   how to reach them
 */
ThawVcardContact *
thaw_vcard_person_read (GPtrArray *card,
                        gboolean   out_lost[THAW_N_VCARD_LOSSES])
{
  g_auto (Reading) reading = { .card = card, .lost = out_lost };

  memset (out_lost, 0, THAW_N_VCARD_LOSSES * sizeof *out_lost);
  reading.person = thaw_person_new (THAW_PERSON_OTHER, "");
  read_ways (&reading);
  if (!read_name (&reading))
    {
      memset (out_lost, 0, THAW_N_VCARD_LOSSES * sizeof *out_lost);
      out_lost[THAW_VCARD_LOSS_EMPTY] = TRUE;
      return NULL;
    }

  read_role (&reading);
  reading.person->notes = read_text (&reading, "NOTE");
  read_kind (&reading);
  read_own (&reading);
  read_photo (&reading);
  read_id (&reading);

  return thaw_vcard_contact_new (g_steal_pointer (&reading.person), g_steal_pointer (&reading.photo));
}
