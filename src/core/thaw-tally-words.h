/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-activity-tally.h"

G_BEGIN_DECLS

char *thaw_tally_describe_times    (const ThawActivityTally *tally,
                                    ThawDay                  today) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_tally_describe_feeling  (const ThawActivityTally *tally) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_tally_describe_valence  (const ThawActivityTally *tally) G_GNUC_WARN_UNUSED_RESULT;
char *thaw_tally_describe_pleasure (const ThawActivityTally *tally) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
