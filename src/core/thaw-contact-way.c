/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-contact-way"

#include "config.h"
#include "thaw-contact-way.h"

#include <glib/gi18n-lib.h>

#include "thaw-text.h"

G_DEFINE_BOXED_TYPE (ThawContactWay, thaw_contact_way, thaw_contact_way_copy, thaw_contact_way_free)

static const struct
{
  const char *slug;
  const char *name;
} kinds[] = {
  [THAW_CONTACT_PHONE] = { "phone", NC_ ("way to reach somebody", "Phone") },
  [THAW_CONTACT_TEXT] = { "text", NC_ ("way to reach somebody", "Text message") },
  [THAW_CONTACT_MAIL] = { "mail", NC_ ("way to reach somebody", "Mail") },
  [THAW_CONTACT_MESSENGER] = { "messenger", NC_ ("way to reach somebody", "Messenger") },
  [THAW_CONTACT_WEB] = { "web", NC_ ("way to reach somebody", "Web page") },
  [THAW_CONTACT_ADDRESS] = { "address", NC_ ("way to reach somebody", "Address") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == THAW_N_CONTACT_KINDS);

/**
 * thaw_contact_way_new:
 * @kind: what it is
 * @label: (nullable): what kind of that; none if it is empty
 * @value: the number, the address, the name
 *
 * Returns: (transfer full): a way to reach somebody
 */
ThawContactWay *
thaw_contact_way_new (ThawContactKind  kind,
                      const char      *label,
                      const char      *value)
{
  ThawContactWay *self;

  g_return_val_if_fail ((guint) kind < THAW_N_CONTACT_KINDS, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  self = g_new0 (ThawContactWay, 1);
  self->kind = kind;
  self->label = label != NULL && label[0] != '\0' ? g_strdup (label) : NULL;
  self->value = g_strdup (value);

  return self;
}

ThawContactWay *
thaw_contact_way_copy (const ThawContactWay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return thaw_contact_way_new (self->kind, self->label, self->value);
}

void
thaw_contact_way_free (ThawContactWay *self)
{
  if (self == NULL)
    return;

  g_free (self->label);
  g_free (self->value);
  g_free (self);
}

/**
 * thaw_contact_way_is_valid:
 *
 * Returns: whether it can be stored: there is a value, and all of it are lines that are not too long
 */
gboolean
thaw_contact_way_is_valid (const ThawContactWay *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return thaw_text_is_line (self->value, THAW_CONTACT_MAX_VALUE_BYTES) &&
         (self->label == NULL || thaw_text_is_line (self->label, THAW_CONTACT_MAX_LABEL_BYTES));
}

gboolean
thaw_contact_way_equal (const ThawContactWay *self,
                        const ThawContactWay *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->kind == other->kind && g_strcmp0 (self->label, other->label) == 0 &&
         g_str_equal (self->value, other->value);
}

/* What a letter stands for on the keys of a telephone (ITU-T E.161). */
static char
get_key (char letter)
{
  static const char keys[] = "22233344455566677778889999";

  return keys[g_ascii_tolower (letter) - 'a'];
}

/* RFC 3966: digits, with a plus sign before them; letters are dialled by the keys they stand on. */
static char *
dup_dialled (const char *value)
{
  g_autoptr (GString) dialled = g_string_new (NULL);
  gboolean has_digit = FALSE;

  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '+' && dialled->len == 0)
        g_string_append_c (dialled, '+');
      else if (g_ascii_isdigit (*c))
        {
          g_string_append_c (dialled, *c);
          has_digit = TRUE;
        }
      else if (g_ascii_isalpha (*c) && has_digit)
        g_string_append_c (dialled, get_key (*c));
      /* What follows in brackets, or after a comma, is said to people, not dialled. */
      else if ((*c == '(' || *c == ',') && dialled->len > 4)
        break;
    }

  return has_digit ? g_string_free (g_steal_pointer (&dialled), FALSE) : NULL;
}

static char *
dup_prefixed (const char *scheme,
              const char *value)
{
  return value != NULL ? g_strconcat (scheme, value, NULL) : NULL;
}

/**
 * thaw_contact_way_dup_uri:
 *
 * What the desktop can be asked to open. Nothing is opened here.
 *
 * Returns: (transfer full) (nullable): a URI, or %NULL if there is none for it, as for a
 *   number without digits or a name in a messenger; it can still be copied
 */
char *
thaw_contact_way_dup_uri (const ThawContactWay *self)
{
  g_autofree char *dialled = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case THAW_CONTACT_PHONE:
      dialled = dup_dialled (self->value);
      return dup_prefixed ("tel:", dialled);

    case THAW_CONTACT_TEXT:
      dialled = dup_dialled (self->value);
      return dup_prefixed ("sms:", dialled);

    case THAW_CONTACT_MAIL:
      if (strchr (self->value, '@') == NULL)
        return NULL;
      escaped = g_uri_escape_string (self->value, "@", TRUE);
      return dup_prefixed ("mailto:", escaped);

    case THAW_CONTACT_WEB:
      if (g_str_has_prefix (self->value, "https://") || g_str_has_prefix (self->value, "http://"))
        return g_uri_is_valid (self->value, G_URI_FLAGS_NONE, NULL) ? g_strdup (self->value) : NULL;
      escaped = g_strconcat ("https://", self->value, NULL);
      return g_uri_is_valid (escaped, G_URI_FLAGS_NONE, NULL) ? g_steal_pointer (&escaped) : NULL;

    case THAW_CONTACT_MESSENGER:
      return g_uri_is_valid (self->value, G_URI_FLAGS_NONE, NULL) ? g_strdup (self->value) : NULL;

    case THAW_CONTACT_ADDRESS:
      escaped = g_uri_escape_string (self->value, NULL, TRUE);
      return g_strconcat ("geo:0,0?q=", escaped, NULL);

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * thaw_contact_ways_copy:
 * @ways: (element-type ThawContactWay): some
 *
 * Returns: (transfer full) (element-type ThawContactWay): copies of them
 */
GPtrArray *
thaw_contact_ways_copy (GPtrArray *ways)
{
  GPtrArray *copies = g_ptr_array_new_full (ways->len, (GDestroyNotify) thaw_contact_way_free);

  for (guint i = 0; i < ways->len; i++)
    g_ptr_array_add (copies, thaw_contact_way_copy (g_ptr_array_index (ways, i)));

  return copies;
}

/**
 * thaw_contact_ways_equal:
 * @ways: (element-type ThawContactWay): some
 * @others: (element-type ThawContactWay): some
 *
 * Returns: whether they are the same, in the same order
 */
gboolean
thaw_contact_ways_equal (GPtrArray *ways,
                         GPtrArray *others)
{
  g_return_val_if_fail (ways != NULL && others != NULL, FALSE);

  if (ways->len != others->len)
    return FALSE;

  for (guint i = 0; i < ways->len; i++)
    {
      if (!thaw_contact_way_equal (g_ptr_array_index (ways, i), g_ptr_array_index (others, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * thaw_contact_kind_to_slug:
 *
 * Returns: (transfer none): the kind, as it is stored
 */
const char *
thaw_contact_kind_to_slug (ThawContactKind kind)
{
  g_return_val_if_fail ((guint) kind < THAW_N_CONTACT_KINDS, NULL);

  return kinds[kind].slug;
}

/**
 * thaw_contact_kind_from_slug:
 * @slug: (nullable): a kind, as it is stored
 * @out_kind: (out): which it is
 *
 * Returns: whether there is such a kind
 */
gboolean
thaw_contact_kind_from_slug (const char      *slug,
                             ThawContactKind *out_kind)
{
  for (guint i = 0; i < THAW_N_CONTACT_KINDS; i++)
    {
      if (g_strcmp0 (slug, kinds[i].slug) == 0)
        {
          *out_kind = (ThawContactKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_contact_kind_get_name:
 *
 * Returns: (transfer none): the kind, in the person’s language
 */
const char *
thaw_contact_kind_get_name (ThawContactKind kind)
{
  g_return_val_if_fail ((guint) kind < THAW_N_CONTACT_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "way to reach somebody", kinds[kind].name);
}
