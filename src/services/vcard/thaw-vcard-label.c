/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-vcard-label"

#include "config.h"
#include "thaw-vcard-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATOR ", "

/* What kind of number or address it is. */
static const struct
{
  const char *type;
  const char *label;
} labels[] = {
  { "cell", NC_ ("kind of number or address", "mobile") },
  { "home", NC_ ("kind of number or address", "home") },
  { "work", NC_ ("kind of number or address", "work") },
  { "fax", NC_ ("kind of number or address", "fax") },
  { "pager", NC_ ("kind of number or address", "pager") },
};

/* Messengers, as URIs and the properties of address books call them; names of products, which are not translated. */
static const struct
{
  const char *name;
  const char *service;
} services[] = {
  { "xmpp", "XMPP" }, { "jabber", "XMPP" }, { "signal", "Signal" }, { "sgnl", "Signal" },
  { "matrix", "Matrix" }, { "telegram", "Telegram" }, { "tg", "Telegram" }, { "whatsapp", "WhatsApp" },
  { "threema", "Threema" }, { "skype", "Skype" }, { "skype-username", "Skype" }, { "sip", "SIP" }, { "irc", "IRC" },
  { "icq", "ICQ" }, { "aim", "AIM" }, { "msn", "MSN" }, { "msnim", "MSN" }, { "yahoo", "Yahoo" }, { "ymsgr", "Yahoo" },
  { "gadugadu", "Gadu-Gadu" }, { "google-talk", "Google Talk" }, { "qq", "QQ" }, { "facebook", "Facebook" },
  { "twitter", "Twitter" },
};

static const char *
translate (guint i)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of number or address", labels[i].label);
}

static void
append_label (GString    *joined,
              const char *label)
{
  if (joined->len > 0)
    g_string_append (joined, SEPARATOR);
  g_string_append (joined, label);
}

/**
 * thaw_vcard_label_from_types:
 *
 * Returns: (transfer full) (nullable): what kind of number or address a line has, in the
 *   person's language, as “work”
 */
char *
thaw_vcard_label_from_types (const ThawVcardLine *line)
{
  g_autoptr (GPtrArray) types = thaw_vcard_line_list_types (line);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint said = 0;

  for (guint i = 0; i < types->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
        {
          if ((said & 1u << j) == 0 && g_ascii_strcasecmp (g_ptr_array_index (types, i), labels[j].type) == 0)
            {
              append_label (joined, translate (j));
              said |= 1u << j;
            }
        }
    }

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

/**
 * thaw_vcard_label_from_words:
 * @words: the words of an `X-ABLabel`
 *
 * Address books of Apple write those they have themselves as `_$!<Mother>!$_`.
 *
 * Returns: (transfer full): the label
 */
char *
thaw_vcard_label_from_words (const char *words)
{
  g_autofree char *label = NULL;

  if (!g_str_has_prefix (words, "_$!<") || !g_str_has_suffix (words, ">!$_"))
    return g_strdup (words);

  label = g_strndup (words + strlen ("_$!<"), strlen (words) - strlen ("_$!<>!$_"));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_ascii_strcasecmp (label, labels[i].type) == 0)
        return g_strdup (translate (i));
    }

  return g_steal_pointer (&label);
}

/**
 * thaw_vcard_label_to_types:
 * @label: a label
 *
 * Returns: (transfer full) (nullable): the types it stands for, as `cell,work`; %NULL if it
 *   is the person's own
 */
char *
thaw_vcard_label_to_types (const char *label)
{
  g_auto (GStrv) words = g_strsplit (label, SEPARATOR, -1);
  g_autoptr (GString) types = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint j;

      for (j = 0; j < G_N_ELEMENTS (labels) && !g_str_equal (words[i], translate (j)); j++)
        ;
      if (j == G_N_ELEMENTS (labels))
        return NULL;

      g_string_append_printf (types, "%s%s", types->len > 0 ? "," : "", labels[j].type);
    }

  return types->len > 0 ? g_strdup (types->str) : NULL;
}

/**
 * thaw_vcard_label_get_service:
 * @name: what a URI or a property calls a messenger, in any case
 *
 * Returns: (transfer none) (nullable): what people call it, or %NULL if it is none that is
 *   known
 */
const char *
thaw_vcard_label_get_service (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    {
      if (g_ascii_strcasecmp (name, services[i].name) == 0)
        return services[i].service;
    }

  return NULL;
}
