/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-coping.h"
#include "thaw-emotion.h"
#include "thaw-moment.h"
#include "thaw-mood.h"
#include "thaw-sensation.h"
#include "thaw-tag.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY (thaw_entry_get_type ())
G_DECLARE_FINAL_TYPE (ThawEntry, thaw_entry, THAW, ENTRY, GObject)

ThawEntry *thaw_entry_new   (void) G_GNUC_WARN_UNUSED_RESULT;
ThawEntry *thaw_entry_copy  (ThawEntry *self) G_GNUC_WARN_UNUSED_RESULT;
ThawEntry *thaw_entry_merge (ThawEntry *self,
                             ThawEntry *later) G_GNUC_WARN_UNUSED_RESULT;

gboolean   thaw_entry_equal    (ThawEntry *self,
                                ThawEntry *other);
gboolean   thaw_entry_is_empty (ThawEntry *self);

const char *thaw_entry_get_uuid (ThawEntry  *self);
void        thaw_entry_set_uuid (ThawEntry  *self,
                                 const char *uuid);

const ThawMoment *thaw_entry_get_moment (ThawEntry        *self);
void              thaw_entry_set_moment (ThawEntry        *self,
                                         const ThawMoment *moment);

int  thaw_entry_get_feeling (ThawEntry *self);
void thaw_entry_set_feeling (ThawEntry *self,
                             int        feeling);

double thaw_entry_get_valence (ThawEntry *self);
void   thaw_entry_set_valence (ThawEntry *self,
                               double     valence);

ThawAnswer thaw_entry_get_answer (ThawEntry *self);
void       thaw_entry_set_answer (ThawEntry *self,
                                  ThawAnswer answer);

GPtrArray *thaw_entry_get_emotions  (ThawEntry  *self);
void       thaw_entry_set_emotion   (ThawEntry  *self,
                                     const char *slug,
                                     int         intensity);
void       thaw_entry_clear_emotions (ThawEntry *self);

ThawBodyAnswer thaw_entry_get_body_answer (ThawEntry      *self);
void           thaw_entry_set_body_answer (ThawEntry      *self,
                                           ThawBodyAnswer  answer);

GPtrArray *thaw_entry_get_sensations   (ThawEntry            *self);
void       thaw_entry_set_sensation    (ThawEntry            *self,
                                        ThawBodyRegion        region,
                                        ThawSensationQuality  quality,
                                        int                   strength);
void       thaw_entry_clear_sensations (ThawEntry            *self);

GPtrArray *thaw_entry_get_tags   (ThawEntry  *self);
void       thaw_entry_set_tag    (ThawEntry  *self,
                                  const char *name,
                                  ThawTagKind kind,
                                  gboolean    is_trigger);
void       thaw_entry_clear_tags (ThawEntry  *self);

GPtrArray *thaw_entry_get_copings   (ThawEntry         *self);
void       thaw_entry_set_coping    (ThawEntry         *self,
                                     const char        *slug,
                                     ThawCopingOutcome  outcome);
void       thaw_entry_clear_copings (ThawEntry         *self);

const char *thaw_entry_get_prompt (ThawEntry  *self);
void        thaw_entry_set_prompt (ThawEntry  *self,
                                   const char *prompt);

const char *thaw_entry_get_title (ThawEntry  *self);
void        thaw_entry_set_title (ThawEntry  *self,
                                  const char *title);

const char *thaw_entry_get_text (ThawEntry  *self);
void        thaw_entry_set_text (ThawEntry  *self,
                                 const char *text);

gint64 thaw_entry_get_created_ms  (ThawEntry *self);
void   thaw_entry_set_created_ms  (ThawEntry *self,
                                   gint64     created_ms);

gint64 thaw_entry_get_modified_ms (ThawEntry *self);
void   thaw_entry_set_modified_ms (ThawEntry *self,
                                   gint64     modified_ms);

G_END_DECLS
