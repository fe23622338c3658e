/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-care-item"

#include "config.h"
#include "thaw-care-item.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (ThawCareItem, thaw_care_item, thaw_care_item_copy, thaw_care_item_free)

static const struct
{
  const char *slug;
  const char *name;
  const char *hint;
} parts[] = {
  [THAW_CARE_WARNING_SIGNS] = { "warning-signs", N_("Warning signs"),
                                N_("How do you notice that a hard time is coming? A thought, a mood, something you do "
                                   "or no longer do.") },
  [THAW_CARE_MYSELF] = { "myself", N_("What I can do myself"),
                         N_("What has helped before, even a little, without anybody else.") },
  [THAW_CARE_PLACES] = { "places", N_("People and places that help me think of something else"),
                         N_("You need not talk about it there. A café, a park, a friend to play cards with.") },
  [THAW_CARE_PEOPLE] = { "people", N_("People I can ask for help"),
                         N_("Whom could you tell that it is a hard time?") },
  [THAW_CARE_PROFESSIONALS] = { "professionals", N_("Professionals I can reach"),
                                N_("Your therapist or doctor, a counselling centre, a line to call.") },
  [THAW_CARE_SAFETY] = { "safety", N_("Making things safer"),
                         N_("What could be given away, locked away or kept with somebody for a while?") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (parts) == THAW_N_CARE_PARTS);

/**
 * thaw_care_item_new:
 * @part: where it stands
 * @position: its place there
 * @text: what it says
 *
 * Returns: (transfer full): a line that was not saved yet
 */
ThawCareItem *
thaw_care_item_new (ThawCarePart  part,
                    int           position,
                    const char   *text)
{
  ThawCareItem *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (ThawCareItem, 1);
  self->part = part;
  self->position = position;
  self->text = g_strdup (text);

  return self;
}

ThawCareItem *
thaw_care_item_copy (const ThawCareItem *self)
{
  ThawCareItem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawCareItem, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->text = g_strdup (self->text);
  copy->person = g_strdup (self->person);
  copy->activity = g_strdup (self->activity);

  return copy;
}

void
thaw_care_item_free (ThawCareItem *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->text);
  g_free (self->person);
  g_free (self->activity);
  g_free (self);
}

/**
 * thaw_care_part_to_slug:
 *
 * Returns: (transfer none): the part, as it is stored
 */
const char *
thaw_care_part_to_slug (ThawCarePart part)
{
  g_return_val_if_fail ((guint) part < THAW_N_CARE_PARTS, NULL);

  return parts[part].slug;
}

/**
 * thaw_care_part_from_slug:
 * @slug: (nullable): a part, as it is stored
 * @out_part: (out): which it is
 *
 * Returns: whether there is such a part
 */
gboolean
thaw_care_part_from_slug (const char   *slug,
                          ThawCarePart *out_part)
{
  for (guint i = 0; i < THAW_N_CARE_PARTS; i++)
    {
      if (g_strcmp0 (slug, parts[i].slug) == 0)
        {
          *out_part = (ThawCarePart) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_care_part_get_name:
 *
 * Returns: (transfer none): what the part is called, in the person’s language
 */
const char *
thaw_care_part_get_name (ThawCarePart part)
{
  g_return_val_if_fail ((guint) part < THAW_N_CARE_PARTS, NULL);

  return _(parts[part].name);
}

/**
 * thaw_care_part_get_hint:
 *
 * Returns: (transfer none): what may stand in the part, in the person’s language
 */
const char *
thaw_care_part_get_hint (ThawCarePart part)
{
  g_return_val_if_fail ((guint) part < THAW_N_CARE_PARTS, NULL);

  return _(parts[part].hint);
}
