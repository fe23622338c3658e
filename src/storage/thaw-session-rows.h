/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-session-store.h"
#include "thaw-statement.h"

/* What a ThawSessionStore does on a connection, in whichever thread the connection belongs to. */

G_BEGIN_DECLS

#define THAW_SESSION_COLUMNS \
  "uuid, utc_ms, offset_secs, day, kind, activity, name, planned_ms, actual_ms, ending, expected, felt," \
  " feeling_before, valence_before, feeling_after, valence_after, modified_ms, note"

void       thaw_session_bind_days  (ThawStatement *statement,
                                    ThawDay        first,
                                    ThawDay        last);
GPtrArray *thaw_session_tally      (ThawConnection  *connection,
                                    GError         **error);
GArray    *thaw_session_count_days (ThawConnection  *connection,
                                    ThawDay          first,
                                    ThawDay          last,
                                    GError         **error);
GArray    *thaw_session_list_moments (ThawConnection  *connection,
                                      GError         **error);

G_END_DECLS
