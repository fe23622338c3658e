/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-reminder-changes"

#include "config.h"
#include "reminders/thaw-reminder-changes.h"

#include <glib/gi18n-lib.h>

#include "thaw-named-words.h"

/**
 * thaw_reminder_changes_remove:
 * @overlay: where toasts appear
 * @services: where reminders are kept
 * @reminder: one that was saved
 *
 * Deletes it, and offers to bring it back.
 */
void
thaw_reminder_changes_remove (AdwToastOverlay    *overlay,
                              ThawServices       *services,
                              const ThawReminder *reminder)
{
  g_auto (ThawNamedWords) words = { NULL };

  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (reminder != NULL && reminder->uuid != NULL);

  thaw_named_words_init (&words, reminder->title);
  thaw_record_change_remove (overlay, THAW_STORE (thaw_services_get_reminders (services)), reminder, &words.words);
}

/**
 * thaw_reminder_changes_offer_undo:
 * @overlay: where the toast appears
 * @services: where reminders are kept
 * @before: (nullable): as it was, %NULL if it is new
 * @after: as it is now
 *
 * Says that a reminder was added or changed, and offers to take that back.
 */
void
thaw_reminder_changes_offer_undo (AdwToastOverlay    *overlay,
                                  ThawServices       *services,
                                  const ThawReminder *before,
                                  const ThawReminder *after)
{
  g_auto (ThawNamedWords) words = { NULL };
  g_autofree char *sentence = NULL;

  g_return_if_fail (THAW_IS_SERVICES (services));
  g_return_if_fail (after != NULL && after->uuid != NULL);

  thaw_named_words_init (&words, after->title);
  /* Translators: %s is what a reminder says, as “Morning check-in” */
  sentence = g_strdup_printf (before != NULL ? _("“%s” changed") : _("“%s” added"), after->title);
  thaw_record_change_offer_undo (overlay, THAW_STORE (thaw_services_get_reminders (services)), sentence, before, after,
                                 &words.words);
}
