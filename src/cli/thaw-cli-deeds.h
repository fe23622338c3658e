/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity.h"

G_BEGIN_DECLS

GPtrArray          *thaw_cli_deeds_list (const char  *directory,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
const ThawActivity *thaw_cli_deeds_find (GPtrArray  *deeds,
                                         const char *typed);

G_END_DECLS
