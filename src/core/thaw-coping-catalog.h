/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawCopingActivity:
 * @slug: (not nullable): the stable name, as `walk`
 * @name: (not nullable): the translated name, as "Took a walk"
 *
 * Something that a person may have done about what they felt.
 */
typedef struct
{
  char *slug;
  char *name;
} ThawCopingActivity;

/**
 * ThawCopingGroup:
 * @slug: (not nullable): the stable name, as `body`
 * @name: (not nullable): the translated name, as "Body"
 * @activities: (element-type ThawCopingActivity): in the order in which they are shown
 */
typedef struct
{
  char      *slug;
  char      *name;
  GPtrArray *activities;
} ThawCopingGroup;

ThawCopingActivity *thaw_coping_activity_new  (const char *slug,
                                               const char *name) G_GNUC_WARN_UNUSED_RESULT;
void                thaw_coping_activity_free (ThawCopingActivity *self);
ThawCopingGroup    *thaw_coping_group_new     (const char *slug,
                                               const char *name) G_GNUC_WARN_UNUSED_RESULT;
void                thaw_coping_group_free    (ThawCopingGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawCopingActivity, thaw_coping_activity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawCopingGroup, thaw_coping_group_free)

#define THAW_TYPE_COPING_CATALOG (thaw_coping_catalog_get_type ())
G_DECLARE_FINAL_TYPE (ThawCopingCatalog, thaw_coping_catalog, THAW, COPING_CATALOG, GObject)

ThawCopingCatalog        *thaw_coping_catalog_new           (GPtrArray *groups) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray                *thaw_coping_catalog_get_groups    (ThawCopingCatalog *self);
const ThawCopingActivity *thaw_coping_catalog_find_activity (ThawCopingCatalog *self,
                                                             const char        *slug);
const char               *thaw_coping_catalog_get_word      (ThawCopingCatalog *self,
                                                             const char        *slug);

G_END_DECLS
