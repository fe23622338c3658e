/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_JOURNAL_PAGE (thaw_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (ThawJournalPage, thaw_journal_page, THAW, JOURNAL_PAGE, AdwBin)

GtkWidget *thaw_journal_page_new          (ThawServices *services) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_journal_page_show_day     (ThawJournalPage *self,
                                           ThawDay          day);
void       thaw_journal_page_focus_entry  (ThawJournalPage *self,
                                           const char      *uuid);
void       thaw_journal_page_focus_search (ThawJournalPage *self);

G_END_DECLS
