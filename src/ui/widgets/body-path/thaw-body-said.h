/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-entry.h"

G_BEGIN_DECLS

#define THAW_BODY_SAID_ANYWHERE (-1) /* instead of a region */

GPtrArray *thaw_body_said_copy          (ThawEntry            *entry,
                                         int                   region) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_body_said_add           (ThawEntry            *entry,
                                         GPtrArray            *sensations);
void       thaw_body_said_replace       (ThawEntry            *entry,
                                         int                   region,
                                         GPtrArray            *sensations);
int        thaw_body_said_find_strength (GPtrArray            *sensations,
                                         ThawSensationQuality  quality);

G_END_DECLS
