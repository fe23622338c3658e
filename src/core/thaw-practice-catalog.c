/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-practice-catalog"

#include "config.h"
#include "thaw-practice-catalog.h"

/**
 * ThawPracticeCatalog:
 *
 * All that Thaw brings along to do: ways of breathing, guided practices, and things
 * to do by groups. What a person added is not in it.
 *
 * Unchanging once it is made, so any thread may read it.
 */
struct _ThawPracticeCatalog
{
  GObject parent_instance;

  GPtrArray *patterns;          /* (owned) (element-type ThawBreathPattern) */
  GPtrArray *practices;         /* (owned) (element-type ThawPractice) */
  GPtrArray *groups;            /* (owned) (element-type ThawActivityGroup) */
  GHashTable *patterns_by_id;   /* (owned) (key-type utf8) (value-type ThawBreathPattern): both of @patterns */
  GHashTable *practices_by_id;  /* (owned) (key-type utf8) (value-type ThawPractice): both of @practices */
  GHashTable *activities_by_id; /* (owned) (key-type utf8) (value-type ThawActivity): both of @groups */
};

G_DEFINE_FINAL_TYPE (ThawPracticeCatalog, thaw_practice_catalog, G_TYPE_OBJECT)

/**
 * thaw_activity_group_new:
 * @id: the stable name
 * @name: the translated name
 *
 * Returns: (transfer full): a group without activities, for a loader to fill
 */
ThawActivityGroup *
thaw_activity_group_new (const char *id,
                         const char *name)
{
  ThawActivityGroup *self;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  self = g_new0 (ThawActivityGroup, 1);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_activity_free);

  return self;
}

void
thaw_activity_group_free (ThawActivityGroup *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->why);
  g_free (self->source);
  g_ptr_array_unref (self->activities);
  g_free (self);
}

static void
thaw_practice_catalog_finalize (GObject *object)
{
  ThawPracticeCatalog *self = THAW_PRACTICE_CATALOG (object);

  g_clear_pointer (&self->patterns_by_id, g_hash_table_unref);
  g_clear_pointer (&self->practices_by_id, g_hash_table_unref);
  g_clear_pointer (&self->activities_by_id, g_hash_table_unref);
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  g_clear_pointer (&self->practices, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (thaw_practice_catalog_parent_class)->finalize (object);
}

static void
thaw_practice_catalog_class_init (ThawPracticeCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = thaw_practice_catalog_finalize;
}

static void
thaw_practice_catalog_init (ThawPracticeCatalog *self)
{
  self->patterns_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->practices_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->activities_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * thaw_practice_catalog_new:
 * @patterns: (element-type ThawBreathPattern): ways of breathing
 * @practices: (element-type ThawPractice): guided practices
 * @groups: (element-type ThawActivityGroup): things to do
 *
 * All are in the order in which they are shown; they free their elements, and are not
 * changed any more. A session knows what was done by its id alone, so no id may be there
 * twice, in the same array or in two.
 *
 * Returns: (transfer full): the catalog
 */
ThawPracticeCatalog *
thaw_practice_catalog_new (GPtrArray *patterns,
                           GPtrArray *practices,
                           GPtrArray *groups)
{
  ThawPracticeCatalog *self;

  g_return_val_if_fail (patterns != NULL && practices != NULL && groups != NULL, NULL);

  self = g_object_new (THAW_TYPE_PRACTICE_CATALOG, NULL);
  self->patterns = g_ptr_array_ref (patterns);
  self->practices = g_ptr_array_ref (practices);
  self->groups = g_ptr_array_ref (groups);

  for (guint i = 0; i < patterns->len; i++)
    {
      ThawBreathPattern *pattern = g_ptr_array_index (patterns, i);

      g_hash_table_insert (self->patterns_by_id, pattern->id, pattern);
    }
  for (guint i = 0; i < practices->len; i++)
    {
      ThawPractice *practice = g_ptr_array_index (practices, i);

      g_hash_table_insert (self->practices_by_id, practice->id, practice);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *activities = ((ThawActivityGroup *) g_ptr_array_index (groups, i))->activities;

      for (guint j = 0; j < activities->len; j++)
        {
          ThawActivity *activity = g_ptr_array_index (activities, j);

          g_hash_table_insert (self->activities_by_id, activity->id, activity);
        }
    }

  return self;
}

/**
 * thaw_practice_catalog_get_patterns:
 *
 * Returns: (transfer none) (element-type ThawBreathPattern): the ways of breathing
 */
GPtrArray *
thaw_practice_catalog_get_patterns (ThawPracticeCatalog *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (self), NULL);

  return self->patterns;
}

/**
 * thaw_practice_catalog_get_practices:
 *
 * Returns: (transfer none) (element-type ThawPractice): the guided practices
 */
GPtrArray *
thaw_practice_catalog_get_practices (ThawPracticeCatalog *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (self), NULL);

  return self->practices;
}

/**
 * thaw_practice_catalog_get_groups:
 *
 * Returns: (transfer none) (element-type ThawActivityGroup): the things to do
 */
GPtrArray *
thaw_practice_catalog_get_groups (ThawPracticeCatalog *self)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (self), NULL);

  return self->groups;
}

/**
 * thaw_practice_catalog_find_pattern:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the way of breathing, or %NULL if @id is none
 */
const ThawBreathPattern *
thaw_practice_catalog_find_pattern (ThawPracticeCatalog *self,
                                    const char          *id)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->patterns_by_id, id);
}

/**
 * thaw_practice_catalog_find_practice:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the guided practice, or %NULL if @id is none
 */
const ThawPractice *
thaw_practice_catalog_find_practice (ThawPracticeCatalog *self,
                                     const char          *id)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->practices_by_id, id);
}

/**
 * thaw_practice_catalog_find_activity:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the thing to do, or %NULL if @id is none
 */
const ThawActivity *
thaw_practice_catalog_find_activity (ThawPracticeCatalog *self,
                                     const char          *id)
{
  g_return_val_if_fail (THAW_IS_PRACTICE_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->activities_by_id, id);
}

/**
 * thaw_practice_catalog_get_name:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what it is called in the person’s language, or
 *   %NULL if it is the person’s own, or was taken out
 */
const char *
thaw_practice_catalog_get_name (ThawPracticeCatalog *self,
                                const char          *id)
{
  const ThawBreathPattern *pattern = thaw_practice_catalog_find_pattern (self, id);
  const ThawPractice *practice = thaw_practice_catalog_find_practice (self, id);
  const ThawActivity *activity = thaw_practice_catalog_find_activity (self, id);

  if (pattern != NULL)
    return pattern->name;
  if (practice != NULL)
    return practice->name;

  return activity != NULL ? activity->name : NULL;
}
