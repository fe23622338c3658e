/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "thaw-journal.h"

G_BEGIN_DECLS

#define THAW_TYPE_JOURNAL_SERVICE (thaw_journal_service_get_type ())
G_DECLARE_FINAL_TYPE (ThawJournalService, thaw_journal_service, THAW, JOURNAL_SERVICE, GObject)

ThawJournalService *thaw_journal_service_new (ThawJournal *journal,
                                              const char  *directory) G_GNUC_WARN_UNUSED_RESULT;

gboolean thaw_journal_service_export   (ThawJournalService  *self,
                                        GDBusConnection     *connection,
                                        GError             **error);
void     thaw_journal_service_unexport (ThawJournalService *self);

G_END_DECLS
