/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-coping-catalog"

#include "config.h"
#include "thaw-coping-catalog.h"

/**
 * ThawCopingCatalog:
 *
 * What people do about what they feel, by group, in the person's language. What
 * a person put into words of their own is not in it: these are the slug.
 *
 * Unchanging once it is made, so any thread may read it.
 */
struct _ThawCopingCatalog
{
  GObject parent_instance;

  GPtrArray *groups;   /* (owned) (element-type ThawCopingGroup) */
  GHashTable *by_slug; /* (owned) (key-type utf8) (value-type ThawCopingActivity): both of @groups */
};

G_DEFINE_FINAL_TYPE (ThawCopingCatalog, thaw_coping_catalog, G_TYPE_OBJECT)

/**
 * thaw_coping_activity_new:
 * @slug: the stable name
 * @name: the translated name
 *
 * Returns: (transfer full): for #ThawCopingGroup.activities, which frees it
 */
ThawCopingActivity *
thaw_coping_activity_new (const char *slug,
                          const char *name)
{
  ThawCopingActivity *self = g_new0 (ThawCopingActivity, 1);

  self->slug = g_strdup (slug);
  self->name = g_strdup (name);

  return self;
}

void
thaw_coping_activity_free (ThawCopingActivity *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self->name);
  g_free (self);
}

/**
 * thaw_coping_group_new:
 * @slug: the stable name
 * @name: the translated name
 *
 * Returns: (transfer full): a group without activities yet, for a loader to fill
 */
ThawCopingGroup *
thaw_coping_group_new (const char *slug,
                       const char *name)
{
  ThawCopingGroup *self = g_new0 (ThawCopingGroup, 1);

  self->slug = g_strdup (slug);
  self->name = g_strdup (name);
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_coping_activity_free);

  return self;
}

void
thaw_coping_group_free (ThawCopingGroup *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self->name);
  g_ptr_array_unref (self->activities);
  g_free (self);
}

static void
thaw_coping_catalog_finalize (GObject *object)
{
  ThawCopingCatalog *self = THAW_COPING_CATALOG (object);

  g_clear_pointer (&self->by_slug, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_coping_catalog_parent_class)->finalize (object);
}

static void
thaw_coping_catalog_class_init (ThawCopingCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_coping_catalog_finalize;
}

static void
thaw_coping_catalog_init (ThawCopingCatalog *self)
{
  self->by_slug = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * thaw_coping_catalog_new:
 * @groups: (element-type ThawCopingGroup): in the order in which they are shown;
 *   frees its elements, and is not changed any more
 *
 * Returns: (transfer full): the catalog
 */
ThawCopingCatalog *
thaw_coping_catalog_new (GPtrArray *groups)
{
  ThawCopingCatalog *self;

  g_return_val_if_fail (groups != NULL, NULL);

  self = g_object_new (THAW_TYPE_COPING_CATALOG, NULL);
  self->groups = g_ptr_array_ref (groups);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *activities = ((ThawCopingGroup *) g_ptr_array_index (groups, i))->activities;

      for (guint j = 0; j < activities->len; j++)
        {
          ThawCopingActivity *activity = g_ptr_array_index (activities, j);

          g_hash_table_insert (self->by_slug, activity->slug, activity);
        }
    }

  return self;
}

/**
 * thaw_coping_catalog_get_groups:
 *
 * Returns: (transfer none) (element-type ThawCopingGroup): in the order in which
 *   they are shown
 */
GPtrArray *
thaw_coping_catalog_get_groups (ThawCopingCatalog *self)
{
  g_return_val_if_fail (THAW_IS_COPING_CATALOG (self), NULL);

  return self->groups;
}

/**
 * thaw_coping_catalog_find_activity:
 * @slug: a slug
 *
 * Returns: (transfer none) (nullable): the activity, or %NULL if @slug is the
 *   person's own words
 */
const ThawCopingActivity *
thaw_coping_catalog_find_activity (ThawCopingCatalog *self,
                                   const char        *slug)
{
  g_return_val_if_fail (THAW_IS_COPING_CATALOG (self), NULL);
  g_return_val_if_fail (slug != NULL, NULL);

  return g_hash_table_lookup (self->by_slug, slug);
}

/**
 * thaw_coping_catalog_get_word:
 * @self: (nullable): a catalog; without one, each slug is its own name
 * @slug: a slug
 *
 * Returns: (transfer none): the translated name, or @slug itself if it is the
 *   person's own words
 */
const char *
thaw_coping_catalog_get_word (ThawCopingCatalog *self,
                              const char        *slug)
{
  const ThawCopingActivity *activity = self != NULL ? thaw_coping_catalog_find_activity (self, slug) : NULL;

  return activity != NULL ? activity->name : slug;
}
