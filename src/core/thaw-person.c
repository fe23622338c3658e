/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-person"

#include "config.h"
#include "thaw-person.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (ThawPerson, thaw_person, thaw_person_copy, thaw_person_free)

static const struct
{
  const char *slug;
  const char *name;
} kinds[] = {
  [THAW_PERSON_FAMILY] = { "family", NC_ ("person", "Family") },
  [THAW_PERSON_FRIEND] = { "friend", NC_ ("person", "Friend") },
  [THAW_PERSON_MENTOR] = { "mentor", NC_ ("person", "Sponsor or mentor") },
  [THAW_PERSON_GROUP] = { "group", NC_ ("person", "Group") },
  [THAW_PERSON_PROFESSIONAL] = { "professional", NC_ ("person", "Professional") },
  [THAW_PERSON_OTHER] = { "other", NC_ ("person", "Somebody else") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == THAW_N_PERSON_KINDS);

/**
 * thaw_person_new:
 * @kind: who they are for the person
 * @name: what they are called
 *
 * Returns: (transfer full): somebody that was not saved yet
 */
ThawPerson *
thaw_person_new (ThawPersonKind  kind,
                 const char     *name)
{
  ThawPerson *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (ThawPerson, 1);
  self->kind = kind;
  self->name = g_strdup (name);
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_contact_way_free);

  return self;
}

ThawPerson *
thaw_person_copy (const ThawPerson *self)
{
  ThawPerson *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawPerson, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->role = g_strdup (self->role);
  copy->ways = thaw_contact_ways_copy (self->ways);
  copy->ask = g_strdup (self->ask);
  copy->notes = g_strdup (self->notes);
  copy->photo = g_strdup (self->photo);

  return copy;
}

void
thaw_person_free (ThawPerson *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->role);
  g_ptr_array_unref (self->ways);
  g_free (self->ask);
  g_free (self->notes);
  g_free (self->photo);
  g_free (self);
}

/**
 * thaw_person_equal:
 *
 * Returns: whether both are the same person and say the same, whenever they were saved
 */
gboolean
thaw_person_equal (const ThawPerson *self,
                   const ThawPerson *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_strcmp0 (self->id, other->id) == 0 && self->kind == other->kind && g_str_equal (self->name, other->name) &&
         g_strcmp0 (self->role, other->role) == 0 && thaw_contact_ways_equal (self->ways, other->ways) &&
         g_strcmp0 (self->ask, other->ask) == 0 && g_strcmp0 (self->notes, other->notes) == 0 &&
         g_strcmp0 (self->photo, other->photo) == 0 && self->last_contact == other->last_contact &&
         self->is_favourite == other->is_favourite && self->keeps_distance == other->keeps_distance &&
         self->nudge_days == other->nudge_days;
}

/* Who does one good and can be reached comes first, who one would rather not meet last. */
static int
get_rank (const ThawPerson *self)
{
  if (self->keeps_distance)
    return 4;

  return (self->is_favourite ? 0 : 2) + (self->ways->len > 0 ? 0 : 1);
}

/**
 * thaw_person_compare:
 *
 * The order in which people are listed: favourites, then those who can be reached,
 * those who are to be kept at a distance last; and by name.
 *
 * Returns: as strcmp()
 */
int
thaw_person_compare (const ThawPerson *self,
                     const ThawPerson *other)
{
  int order;

  g_return_val_if_fail (self != NULL && other != NULL, 0);

  order = get_rank (self) - get_rank (other);
  if (order == 0)
    order = g_utf8_collate (self->name, other->name);

  return order != 0 ? order : g_strcmp0 (self->id, other->id);
}

/**
 * thaw_person_is_nudge_due:
 * @today: the present day
 *
 * Returns: whether the person wanted to hear that it has been so long since they
 *   talked, and it has; never before they talked at all
 */
gboolean
thaw_person_is_nudge_due (const ThawPerson *self,
                          ThawDay           today)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->nudge_days > 0 && !self->keeps_distance && self->last_contact != THAW_DAY_NONE &&
         today - self->last_contact >= self->nudge_days;
}

/**
 * thaw_person_get_first_way:
 * @kind: how to reach them
 *
 * Returns: (transfer none) (nullable): the first such way
 */
const ThawContactWay *
thaw_person_get_first_way (const ThawPerson *self,
                           ThawContactKind   kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->ways->len; i++)
    {
      const ThawContactWay *way = g_ptr_array_index (self->ways, i);

      if (way->kind == kind)
        return way;
    }

  return NULL;
}

/**
 * thaw_person_kind_to_slug:
 *
 * Returns: (transfer none): the kind, as it is stored
 */
const char *
thaw_person_kind_to_slug (ThawPersonKind kind)
{
  g_return_val_if_fail ((guint) kind < THAW_N_PERSON_KINDS, NULL);

  return kinds[kind].slug;
}

/**
 * thaw_person_kind_from_slug:
 * @slug: (nullable): a kind, as it is stored
 * @out_kind: (out): which it is
 *
 * Returns: whether there is such a kind
 */
gboolean
thaw_person_kind_from_slug (const char     *slug,
                            ThawPersonKind *out_kind)
{
  for (guint i = 0; i < THAW_N_PERSON_KINDS; i++)
    {
      if (g_strcmp0 (slug, kinds[i].slug) == 0)
        {
          *out_kind = (ThawPersonKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_person_kind_get_name:
 *
 * Returns: (transfer none): the kind, in the person’s language
 */
const char *
thaw_person_kind_get_name (ThawPersonKind kind)
{
  g_return_val_if_fail ((guint) kind < THAW_N_PERSON_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "person", kinds[kind].name);
}
