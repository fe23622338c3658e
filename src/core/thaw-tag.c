/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-tag"

#include "config.h"
#include "thaw-tag.h"

#include "thaw-slug.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME_BYTES 200

static const char *const kind_slugs[THAW_N_TAG_KINDS] = { "person", "place", "event", "activity", "thought" };

G_DEFINE_BOXED_TYPE (ThawTagMark, thaw_tag_mark, thaw_tag_mark_copy, thaw_tag_mark_free)

/**
 * thaw_tag_mark_new:
 * @name: a name as thaw_tag_name_normalize() gives it
 * @kind: what the tag stands for
 * @is_trigger: whether it set the feeling off
 *
 * Returns: (transfer full): a new mark
 */
ThawTagMark *
thaw_tag_mark_new (const char *name,
                   ThawTagKind kind,
                   gboolean    is_trigger)
{
  ThawTagMark *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (kind < THAW_N_TAG_KINDS, NULL);

  self = g_new0 (ThawTagMark, 1);
  self->name = g_strdup (name);
  self->kind = kind;
  self->is_trigger = !!is_trigger;

  return self;
}

ThawTagMark *
thaw_tag_mark_copy (const ThawTagMark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return thaw_tag_mark_new (self->name, self->kind, self->is_trigger);
}

void
thaw_tag_mark_free (ThawTagMark *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

gboolean
thaw_tag_mark_equal (const ThawTagMark *a,
                     const ThawTagMark *b)
{
  return a->kind == b->kind && a->is_trigger == b->is_trigger && g_str_equal (a->name, b->name);
}

/**
 * thaw_tag_kind_to_slug:
 * @kind: a kind
 *
 * Returns: (transfer none): the name that files and the database use
 */
const char *
thaw_tag_kind_to_slug (ThawTagKind kind)
{
  g_return_val_if_fail (kind < THAW_N_TAG_KINDS, NULL);

  return kind_slugs[kind];
}

/**
 * thaw_tag_kind_from_slug:
 * @slug: (nullable): a name from a file
 * @out_kind: (out): the kind, %THAW_TAG_EVENT if there is none of that name
 *
 * Returns: whether @slug names a kind
 */
gboolean
thaw_tag_kind_from_slug (const char  *slug,
                         ThawTagKind *out_kind)
{
  guint at;

  if (thaw_slug_find (kind_slugs, G_N_ELEMENTS (kind_slugs), slug, &at))
    {
      *out_kind = (ThawTagKind) at;
      return TRUE;
    }

  *out_kind = THAW_TAG_EVENT;

  return FALSE;
}

/**
 * thaw_tag_kind_get_word:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind as a translated label
 */
const char *
thaw_tag_kind_get_word (ThawTagKind kind)
{
  switch (kind)
    {
    case THAW_TAG_PERSON:
      return C_("tag kind", "Person");
    case THAW_TAG_PLACE:
      return C_("tag kind", "Place");
    case THAW_TAG_EVENT:
      return C_("tag kind", "Event");
    case THAW_TAG_ACTIVITY:
      return C_("tag kind", "Activity");
    case THAW_TAG_THOUGHT:
      return C_("tag kind", "Thought");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * thaw_tag_name_normalize:
 * @name: (nullable): what a person typed or a file says
 *
 * Folds runs of space to one, cuts it at both ends, and composes letters (NFC),
 * so that one tag is not stored twice.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL if @name is blank, not
 *   UTF-8 or longer than 200 bytes
 */
char *
thaw_tag_name_normalize (const char *name)
{
  g_autoptr (GString) folded = NULL;
  g_autofree char *composed = NULL;
  gboolean gap = FALSE;

  /* Composing can only shorten a name to a third; anything far longer is a text. */
  if (name == NULL || strlen (name) > MAX_NAME_BYTES * 4 || !g_utf8_validate (name, -1, NULL))
    return NULL;

  composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  folded = g_string_new (NULL);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          gap = folded->len > 0;
          continue;
        }

      if (gap)
        g_string_append_c (folded, ' ');
      gap = FALSE;
      g_string_append_unichar (folded, c);
    }

  if (folded->len == 0 || folded->len > MAX_NAME_BYTES)
    return NULL;

  return g_strdup (folded->str);
}
