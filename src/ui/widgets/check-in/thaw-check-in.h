/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "thaw-coping-catalog.h"
#include "thaw-entry.h"
#include "thaw-journal.h"
#include "thaw-word-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_CHECK_IN (thaw_check_in_get_type ())
G_DECLARE_FINAL_TYPE (ThawCheckIn, thaw_check_in, THAW, CHECK_IN, GtkBox)

/**
 * ThawCheckInDoubts:
 * @THAW_CHECK_IN_DOUBTS_NONE: none
 * @THAW_CHECK_IN_DOUBTS_FEELING: how much can be felt
 * @THAW_CHECK_IN_DOUBTS_VALENCE: how pleasant it is
 *
 * Questions that are answered with "can't tell".
 */
typedef enum
{
  THAW_CHECK_IN_DOUBTS_NONE = 0,
  THAW_CHECK_IN_DOUBTS_FEELING = 1 << 0,
  THAW_CHECK_IN_DOUBTS_VALENCE = 1 << 1,
} ThawCheckInDoubts;

GtkWidget *thaw_check_in_new (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean   thaw_check_in_get_is_empty   (ThawCheckIn    *self);
void       thaw_check_in_set_journal    (ThawCheckIn    *self,
                                         ThawJournal    *journal);
void       thaw_check_in_set_vocabulary (ThawCheckIn    *self,
                                         ThawVocabulary *vocabulary);
void       thaw_check_in_set_words      (ThawCheckIn    *self,
                                         ThawWordStore  *words);
void       thaw_check_in_set_coping_catalog (ThawCheckIn       *self,
                                             ThawCopingCatalog *catalog);

ThawEntry *thaw_check_in_dup_entry (ThawCheckIn *self) G_GNUC_WARN_UNUSED_RESULT;
void       thaw_check_in_set_entry (ThawCheckIn *self,
                                    ThawEntry   *entry);

ThawCheckInDoubts thaw_check_in_get_doubts (ThawCheckIn       *self);
void              thaw_check_in_set_doubts (ThawCheckIn       *self,
                                            ThawCheckInDoubts  doubts);

G_END_DECLS
