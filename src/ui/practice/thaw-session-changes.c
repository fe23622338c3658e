/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-session-changes"

#include "config.h"
#include "practice/thaw-session-changes.h"

#include <glib/gi18n.h>

#include "thaw-record-change.h"

static ThawChangeWords
get_words (void)
{
  return (ThawChangeWords) {
    .not_saved = _("This could not be taken back."),
    .removed = _("Session deleted"),
    .not_removed = _("This session could not be deleted. Nothing was changed."),
  };
}

/**
 * thaw_session_changes_delete:
 * @overlay: where toasts appear
 * @services: where sessions are kept
 * @session: a session that was saved
 *
 * Deletes the session, and offers to bring it back.
 */
void
thaw_session_changes_delete (AdwToastOverlay   *overlay,
                             ThawServices      *services,
                             const ThawSession *session)
{
  ThawChangeWords words = get_words ();

  thaw_record_change_remove (overlay, THAW_STORE (thaw_services_get_sessions (services)), session, &words);
}

/**
 * thaw_session_changes_offer_undo:
 * @overlay: where the toast appears
 * @services: where sessions are kept
 * @sentence: what was done
 * @before: (nullable): the session before, %NULL if it is new
 * @after: the session now
 *
 * Says that a session was written down or changed, and offers to take that back.
 */
void
thaw_session_changes_offer_undo (AdwToastOverlay   *overlay,
                                 ThawServices      *services,
                                 const char        *sentence,
                                 const ThawSession *before,
                                 const ThawSession *after)
{
  ThawChangeWords words = get_words ();

  thaw_record_change_offer_undo (overlay, THAW_STORE (thaw_services_get_sessions (services)), sentence, before, after,
                                 &words);
}
