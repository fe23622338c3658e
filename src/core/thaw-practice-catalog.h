/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity.h"
#include "thaw-breath-pattern.h"
#include "thaw-practice.h"

G_BEGIN_DECLS

/**
 * ThawActivityGroup:
 * @id: (not nullable): the stable name, as `strength`
 * @name: (not nullable): the translated name
 * @why: (nullable): why such things may help
 * @source: (nullable): where @why is from
 * @activities: (element-type ThawActivity): in the order in which they are shown
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *why;
  char      *source;
  GPtrArray *activities;
} ThawActivityGroup;

ThawActivityGroup *thaw_activity_group_new  (const char        *id,
                                             const char        *name) G_GNUC_WARN_UNUSED_RESULT;
void               thaw_activity_group_free (ThawActivityGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawActivityGroup, thaw_activity_group_free)

/* All that Thaw brings along to do, in the person’s language. Never changes; any thread may read it. */
#define THAW_TYPE_PRACTICE_CATALOG (thaw_practice_catalog_get_type ())
G_DECLARE_FINAL_TYPE (ThawPracticeCatalog, thaw_practice_catalog, THAW, PRACTICE_CATALOG, GObject)

ThawPracticeCatalog     *thaw_practice_catalog_new           (GPtrArray           *patterns,
                                                              GPtrArray           *practices,
                                                              GPtrArray           *groups) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray               *thaw_practice_catalog_get_patterns  (ThawPracticeCatalog *self);
GPtrArray               *thaw_practice_catalog_get_practices (ThawPracticeCatalog *self);
GPtrArray               *thaw_practice_catalog_get_groups    (ThawPracticeCatalog *self);
const ThawBreathPattern *thaw_practice_catalog_find_pattern  (ThawPracticeCatalog *self,
                                                              const char          *id);
const ThawPractice      *thaw_practice_catalog_find_practice (ThawPracticeCatalog *self,
                                                              const char          *id);
const ThawActivity      *thaw_practice_catalog_find_activity (ThawPracticeCatalog *self,
                                                              const char          *id);
const char              *thaw_practice_catalog_get_name      (ThawPracticeCatalog *self,
                                                              const char          *id);

G_END_DECLS
