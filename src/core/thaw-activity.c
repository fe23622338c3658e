/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-activity"

#include "config.h"
#include "thaw-activity.h"

#include "thaw-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ID_CHARS 64

static const char *const kind_slugs[THAW_N_ACTIVITY_KINDS] = {
  [THAW_ACTIVITY_MINDFULNESS] = "mindfulness",
  [THAW_ACTIVITY_PHYSICAL] = "physical",
  [THAW_ACTIVITY_CREATIVE] = "creative",
  [THAW_ACTIVITY_CONNECTION] = "connection",
  [THAW_ACTIVITY_REST] = "rest",
  [THAW_ACTIVITY_OTHER] = "other",
};

static const char *const kind_names[THAW_N_ACTIVITY_KINDS] = {
  /* Translators: these are kinds of things to do */
  [THAW_ACTIVITY_MINDFULNESS] = NC_ ("activity kind", "Mindfulness"),
  [THAW_ACTIVITY_PHYSICAL] = NC_ ("activity kind", "Movement"),
  [THAW_ACTIVITY_CREATIVE] = NC_ ("activity kind", "Creative things"),
  [THAW_ACTIVITY_CONNECTION] = NC_ ("activity kind", "With others"),
  [THAW_ACTIVITY_REST] = NC_ ("activity kind", "Rest and nature"),
  [THAW_ACTIVITY_OTHER] = NC_ ("activity kind", "Something else"),
};

G_DEFINE_BOXED_TYPE (ThawActivity, thaw_activity, thaw_activity_copy, thaw_activity_free)

/**
 * thaw_activity_new:
 * @id: (nullable): a slug, or the UUID of one of the person’s own
 * @kind: what kind of thing it is
 * @name: what it is called
 *
 * Returns: (transfer full): something to do
 */
ThawActivity *
thaw_activity_new (const char       *id,
                   ThawActivityKind  kind,
                   const char       *name)
{
  ThawActivity *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ThawActivity, 1);
  self->id = g_strdup (id);
  self->kind = kind;
  self->name = g_strdup (name);

  return self;
}

ThawActivity *
thaw_activity_copy (const ThawActivity *self)
{
  ThawActivity *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = thaw_activity_new (self->id, self->kind, self->name);
  copy->why = g_strdup (self->why);
  copy->begin = g_strdup (self->begin);
  copy->source = g_strdup (self->source);
  copy->minutes = self->minutes;
  copy->modified_ms = self->modified_ms;

  return copy;
}

void
thaw_activity_free (ThawActivity *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->why);
  g_free (self->begin);
  g_free (self->source);
  g_free (self);
}

/**
 * thaw_activity_find:
 * @activities: (nullable) (element-type ThawActivity): some things to do
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the one of them with that id
 */
const ThawActivity *
thaw_activity_find (GPtrArray  *activities,
                    const char *id)
{
  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      const ThawActivity *activity = g_ptr_array_index (activities, i);

      if (g_strcmp0 (activity->id, id) == 0)
        return activity;
    }

  return NULL;
}

/**
 * thaw_activity_id_is_valid:
 * @id: (nullable): what may be the name of something to do
 *
 * Returns: whether @id has the shape of a slug, or of a UUID: small letters, digits and
 *   hyphens, at most 64
 */
gboolean
thaw_activity_id_is_valid (const char *id)
{
  gsize length = id != NULL ? strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") : 0;

  return length >= 1 && length <= MAX_ID_CHARS && id[length] == '\0';
}

/**
 * thaw_activity_name_is_valid:
 * @name: (nullable): what something to do may be called
 *
 * Returns: whether @name can be stored: UTF-8, not blank, one line, at most
 *   %THAW_ACTIVITY_MAX_NAME_BYTES
 */
gboolean
thaw_activity_name_is_valid (const char *name)
{
  return thaw_text_is_line (name, THAW_ACTIVITY_MAX_NAME_BYTES);
}

/**
 * thaw_activity_kind_to_slug:
 *
 * Returns: the stable name, as it is stored and exported
 */
const char *
thaw_activity_kind_to_slug (ThawActivityKind kind)
{
  g_return_val_if_fail ((guint) kind < THAW_N_ACTIVITY_KINDS, NULL);

  return kind_slugs[kind];
}

/**
 * thaw_activity_kind_from_slug:
 * @slug: (nullable): a stable name
 * @out_kind: (out): the kind, unchanged if there is none
 *
 * Returns: whether there is such a kind
 */
gboolean
thaw_activity_kind_from_slug (const char       *slug,
                              ThawActivityKind *out_kind)
{
  for (guint i = 0; i < THAW_N_ACTIVITY_KINDS; i++)
    {
      if (g_strcmp0 (slug, kind_slugs[i]) == 0)
        {
          *out_kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_activity_kind_get_name:
 *
 * Returns: the translated name, as a heading
 */
const char *
thaw_activity_kind_get_name (ThawActivityKind kind)
{
  g_return_val_if_fail ((guint) kind < THAW_N_ACTIVITY_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "activity kind", kind_names[kind]);
}
