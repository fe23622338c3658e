/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-contact-way"

#include "config.h"
#include "thaw-contact-way.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/**
 * thaw_contact_way_equal:
 *
 * Returns: whether both are of the same kind and say the same
 */
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

/* Whether @letters are a part of the number, as in “1-800-FLOWERS” or “0800 HELP”; other words are said to people, as
 * “or” and “ext.”. A single letter is no word. */
static gboolean
are_keys (const char *letters,
          gsize       n_letters,
          gboolean    is_joined)
{
  gboolean is_loud = TRUE;

  for (gsize i = 0; i < n_letters; i++)
    is_loud = is_loud && g_ascii_isupper (letters[i]);

  return n_letters > 1 && (is_joined || is_loud);
}

/* Appends what there is to dial at the beginning of @value. Returns: how much of it that was, 0 at the end of the
 * number. */
static gsize
dial (const char *value,
      GString    *dialled,
      gboolean    has_keys,
      gboolean    is_joined)
{
  gunichar c = g_utf8_get_char (value);
  gsize length = (gsize) (g_utf8_next_char (value) - value);
  gboolean has_digit = strpbrk (dialled->str, "0123456789") != NULL;
  gsize n_letters = 0;

  while (g_ascii_isalpha (value[n_letters]))
    n_letters++;

  /* “+49 (0)30”: from abroad, that zero is left out. */
  if (dialled->str[0] == '+' && g_str_has_prefix (value, "(0)"))
    return strlen ("(0)");

  if (g_unichar_digit_value (c) >= 0)
    g_string_append_c (dialled, (char) ('0' + g_unichar_digit_value (c)));
  else if (c == '+' && dialled->len == 0)
    g_string_append_c (dialled, '+');
  else if (c == '*' || c == '#')
    g_string_append_c (dialled, (char) c);
  else if (has_digit && n_letters > 0)
    {
      if (!has_keys || !are_keys (value, n_letters, is_joined))
        return 0;
      for (gsize i = 0; i < n_letters; i++)
        g_string_append_c (dialled, get_key (value[i]));
      return n_letters;
    }
  /* What follows is another number, or is said to people. A slash may also stand behind the code of a town. */
  else if (has_digit && (c == ',' || c == ';' || (c == '/' && dialled->len > 6)))
    return 0;
  else if (has_digit && c == '(' && (dialled->len > 4 || g_ascii_isalpha (value[1])))
    return 0;
  else if (n_letters > 0)
    return n_letters;

  return length;
}

/* RFC 3966: digits, with a plus sign before them; letters are dialled by the keys they stand on, but not for a text
 * message. */
static char *
dup_dialled (const char *value,
             gboolean    has_keys)
{
  g_autoptr (GString) dialled = g_string_new (NULL);
  const char *c = value;
  gsize length = 1;

  while (*c != '\0' && length > 0)
    {
      gboolean is_joined = c > value && (g_ascii_isdigit (c[-1]) || c[-1] == '-' || c[-1] == '.');

      length = dial (c, dialled, has_keys, is_joined);
      c += length;
    }

  if (strpbrk (dialled->str, "0123456789") == NULL)
    return NULL;

  g_string_replace (dialled, "#", "%23", 0);

  return g_string_free (g_steal_pointer (&dialled), FALSE);
}

/* GLib is content with blanks. */
static gboolean
is_uri (const char *value)
{
  return strpbrk (value, " \t") == NULL && g_uri_is_valid (value, G_URI_FLAGS_NONE, NULL);
}

/* What a person wrote in a messenger’s row may come from a file of somebody else’s: nothing is opened but what talks
 * to people. */
static gboolean
is_messenger_uri (const char *value)
{
  static const char *const schemes[] = {
    "facetime", "http", "https", "im", "irc", "ircs", "matrix", "sgnl", "sip", "sips", "skype", "tg", "threema",
    "whatsapp", "xmpp", NULL,
  };
  g_autofree char *scheme = g_uri_parse_scheme (value);
  g_autofree char *lower = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;

  return lower != NULL && g_strv_contains (schemes, lower) && is_uri (value);
}

/* One @, with something on both sides of it, and no blanks. */
static gboolean
is_mail_address (const char *value)
{
  const char *at = strchr (value, '@');

  return at != NULL && at > value && at[1] != '\0' && strchr (at + 1, '@') == NULL &&
         strpbrk (value, " \t,;<>") == NULL;
}

/* An address of the web is often written without its scheme; one with another is none. */
static char *
dup_web_uri (const char *value)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);
  gboolean has_scheme = g_str_has_prefix (lower, "https://") || g_str_has_prefix (lower, "http://");
  g_autofree char *uri = has_scheme ? g_strdup (value) : g_strconcat ("https://", value, NULL);

  if (value[0] == '\0' || (!has_scheme && strstr (value, "://") != NULL) || !is_uri (uri))
    return NULL;

  return g_steal_pointer (&uri);
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
  g_autofree char *value = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  value = g_strstrip (g_strdup (self->value));
  switch (self->kind)
    {
    case THAW_CONTACT_PHONE:
      part = dup_dialled (value, TRUE);
      return dup_prefixed ("tel:", part);

    case THAW_CONTACT_TEXT:
      part = dup_dialled (value, FALSE);
      return dup_prefixed ("sms:", part);

    case THAW_CONTACT_MAIL:
      part = is_mail_address (value) ? g_uri_escape_string (value, "@", TRUE) : NULL;
      return dup_prefixed ("mailto:", part);

    case THAW_CONTACT_WEB:
      return dup_web_uri (value);

    case THAW_CONTACT_MESSENGER:
      return is_messenger_uri (value) ? g_steal_pointer (&value) : NULL;

    case THAW_CONTACT_ADDRESS:
      part = g_uri_escape_string (value, NULL, TRUE);
      return dup_prefixed ("geo:0,0?q=", part);

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
