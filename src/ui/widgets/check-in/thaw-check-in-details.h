/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-coping-catalog.h"
#include "thaw-entry.h"
#include "thaw-journal.h"
#include "thaw-word-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_CHECK_IN_DETAILS (thaw_check_in_details_get_type ())
G_DECLARE_FINAL_TYPE (ThawCheckInDetails, thaw_check_in_details, THAW, CHECK_IN_DETAILS, GtkBox)

GtkWidget *thaw_check_in_details_new (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean   thaw_check_in_details_is_blank       (ThawCheckInDetails *self);
void       thaw_check_in_details_set_journal    (ThawCheckInDetails *self,
                                                 ThawJournal        *journal);
void       thaw_check_in_details_set_vocabulary (ThawCheckInDetails *self,
                                                 ThawVocabulary     *vocabulary);
void       thaw_check_in_details_set_words      (ThawCheckInDetails *self,
                                                 ThawWordStore      *words,
                                                 ThawJournal        *journal);
void       thaw_check_in_details_set_coping_catalog (ThawCheckInDetails *self,
                                                     ThawCopingCatalog  *catalog);
void       thaw_check_in_details_load_entry     (ThawCheckInDetails *self,
                                                 ThawEntry          *entry);
void       thaw_check_in_details_store_entry    (ThawCheckInDetails *self,
                                                 ThawEntry          *entry);

G_END_DECLS
