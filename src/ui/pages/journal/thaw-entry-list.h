/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/journal/thaw-session-places.h"
#include "thaw-journal.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY_LIST (thaw_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (ThawEntryList, thaw_entry_list, THAW, ENTRY_LIST, GObject)

ThawEntryList *thaw_entry_list_new (ThawJournal             *journal,
                                    ThawSessionPlaces       *sessions,
                                    const ThawJournalFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

void                     thaw_entry_list_cancel      (ThawEntryList *self);

const ThawJournalFilter *thaw_entry_list_get_filter  (ThawEntryList *self);
const GError            *thaw_entry_list_get_error   (ThawEntryList *self);
gboolean                 thaw_entry_list_is_loading  (ThawEntryList *self);
gboolean                 thaw_entry_list_has_more    (ThawEntryList *self);
void                     thaw_entry_list_load_more   (ThawEntryList *self);

ThawDay                  thaw_entry_list_get_day     (ThawEntryList *self,
                                                      guint          index);
gboolean                 thaw_entry_list_starts_day  (ThawEntryList *self,
                                                      guint          index);
gboolean                 thaw_entry_list_find_day    (ThawEntryList *self,
                                                      ThawDay        day,
                                                      guint         *out_index);
gboolean                 thaw_entry_list_find_entry  (ThawEntryList *self,
                                                      const char    *uuid,
                                                      guint         *out_index);

G_END_DECLS
