/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-care-item.h"
#include "thaw-document.h"
#include "thaw-help-catalog.h"
#include "thaw-own-line.h"
#include "thaw-person.h"

G_BEGIN_DECLS

/**
 * ThawCarePlan:
 * @items: (unowned) (element-type ThawCareItem): what stands in it, each part in its order
 * @people: (unowned) (nullable) (element-type ThawPerson): those whom items stand for
 * @own_lines: (unowned) (nullable) (element-type ThawOwnLine): lines that the person added
 * @catalog: (unowned) (nullable): the lines that Thaw knows
 * @country: (nullable): where the person is, as `DE`
 *
 * All that stands on the paper.
 */
typedef struct
{
  GPtrArray       *items;
  GPtrArray       *people;
  GPtrArray       *own_lines;
  ThawHelpCatalog *catalog;
  const char      *country;
} ThawCarePlan;

ThawDocument *thaw_care_plan_to_document (const ThawCarePlan *self) G_GNUC_WARN_UNUSED_RESULT;

char         *thaw_care_item_describe    (const ThawCareItem *item,
                                          GPtrArray          *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
