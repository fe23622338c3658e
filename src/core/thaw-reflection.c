/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reflection"

#include "config.h"
#include "thaw-reflection.h"

#include "thaw-slug.h"
#include "thaw-text.h"

static const char *const area_slugs[THAW_N_REFLECTION_AREAS] = { "response", "naming", "range", "closeness" };

G_DEFINE_BOXED_TYPE (ThawReflection, thaw_reflection, thaw_reflection_copy, thaw_reflection_free)

/**
 * thaw_reflection_new:
 *
 * Returns: (transfer full): a reflection without a moment that says nothing yet
 */
ThawReflection *
thaw_reflection_new (void)
{
  ThawReflection *self = g_new0 (ThawReflection, 1);

  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    self->levels[i] = THAW_REFLECTION_UNKNOWN;
  self->note = g_strdup ("");

  return self;
}

ThawReflection *
thaw_reflection_copy (const ThawReflection *self)
{
  ThawReflection *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->uuid = g_strdup (self->uuid);
  copy->note = g_strdup (self->note);

  return copy;
}

void
thaw_reflection_free (ThawReflection *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->note);
  g_free (self);
}

/**
 * thaw_reflection_is_empty:
 *
 * Returns: whether there is nothing to save: no level, and no note but white space
 */
gboolean
thaw_reflection_is_empty (const ThawReflection *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < THAW_N_REFLECTION_AREAS; i++)
    {
      if (self->levels[i] != THAW_REFLECTION_UNKNOWN)
        return FALSE;
    }

  return thaw_text_is_blank (self->note);
}

/**
 * thaw_reflection_set_note:
 * @note: (nullable): a few words, valid UTF-8
 */
void
thaw_reflection_set_note (ThawReflection *self,
                          const char     *note)
{
  char *copy;

  g_return_if_fail (self != NULL);

  copy = g_strdup (note != NULL ? note : "");
  g_free (self->note);
  self->note = copy;
}

/**
 * thaw_reflection_equal:
 *
 * Returns: whether both say the same, whenever it was said
 */
gboolean
thaw_reflection_equal (const ThawReflection *self,
                       const ThawReflection *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return memcmp (self->levels, other->levels, sizeof self->levels) == 0 && g_str_equal (self->note, other->note);
}

/**
 * thaw_reflection_is_joined:
 * @next: the reflection after it
 * @area: an area
 *
 * Returns: whether a line may lead from the one to the other: both say something
 *   about @area, and no more than six weeks are between them
 */
gboolean
thaw_reflection_is_joined (const ThawReflection *self,
                           const ThawReflection *next,
                           ThawReflectionArea    area)
{
  g_return_val_if_fail (self != NULL && next != NULL, FALSE);
  g_return_val_if_fail (area < THAW_N_REFLECTION_AREAS, FALSE);

  return self->levels[area] != THAW_REFLECTION_UNKNOWN && next->levels[area] != THAW_REFLECTION_UNKNOWN &&
         next->moment.day - self->moment.day <= THAW_REFLECTION_MAX_GAP_DAYS;
}

/**
 * thaw_reflection_is_due:
 * @last: when the last reflection was made or put off, or %THAW_DAY_NONE
 * @today: the present day
 *
 * Returns: whether one may be suggested again
 */
gboolean
thaw_reflection_is_due (ThawDay last,
                        ThawDay today)
{
  return last == THAW_DAY_NONE || today - last >= THAW_REFLECTION_INTERVAL_DAYS;
}

/**
 * thaw_reflection_area_to_slug:
 *
 * Returns: (transfer none): the name that files and the database use
 */
const char *
thaw_reflection_area_to_slug (ThawReflectionArea area)
{
  g_return_val_if_fail (area < THAW_N_REFLECTION_AREAS, NULL);

  return area_slugs[area];
}

/**
 * thaw_reflection_area_from_slug:
 * @slug: (nullable): a name from a file
 * @out_area: (out): the area, %THAW_REFLECTION_RESPONSE if there is none of that name
 *
 * Returns: whether @slug names an area
 */
gboolean
thaw_reflection_area_from_slug (const char         *slug,
                                ThawReflectionArea *out_area)
{
  guint at;
  gboolean is_found = thaw_slug_find (area_slugs, G_N_ELEMENTS (area_slugs), slug, &at);

  *out_area = (ThawReflectionArea) at;

  return is_found;
}
