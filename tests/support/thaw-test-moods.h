/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day-mood.h"

G_BEGIN_DECLS

GArray *thaw_test_make_moods (ThawDay first,
                              int     n_days,
                              guint   n_entries_a_day,
                              double  density) G_GNUC_WARN_UNUSED_RESULT;
GArray *thaw_test_make_day_counts (ThawDay first,
                                   int     n_days,
                                   double  density) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
