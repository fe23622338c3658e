/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-entry.h"

G_BEGIN_DECLS

#define THAW_TYPE_ENTRY_SUMMARY (thaw_entry_summary_get_type ())
G_DECLARE_FINAL_TYPE (ThawEntrySummary, thaw_entry_summary, THAW, ENTRY_SUMMARY, GObject)

/**
 * ThawHighlight:
 * @start: where a match starts, in bytes of the text
 * @length: how long it is, in bytes
 *
 * A place in a text that a search found.
 */
typedef struct
{
  guint start;
  guint length;
} ThawHighlight;

ThawEntrySummary *thaw_entry_summary_new (const char       *uuid,
                                          gint64            position,
                                          const ThawMoment *moment,
                                          int               feeling,
                                          double            valence,
                                          ThawAnswer        answer,
                                          const char       *title,
                                          const char       *excerpt) G_GNUC_WARN_UNUSED_RESULT;

gboolean          thaw_entry_summary_equal (ThawEntrySummary *self,
                                            ThawEntrySummary *other);

int               thaw_entry_summary_compare_newest_first (gconstpointer a,
                                                           gconstpointer b);

const char       *thaw_entry_summary_get_uuid     (ThawEntrySummary *self);
gint64            thaw_entry_summary_get_position (ThawEntrySummary *self);
const ThawMoment *thaw_entry_summary_get_moment   (ThawEntrySummary *self);
int               thaw_entry_summary_get_feeling  (ThawEntrySummary *self);
double            thaw_entry_summary_get_valence  (ThawEntrySummary *self);
ThawAnswer        thaw_entry_summary_get_answer   (ThawEntrySummary *self);
const char       *thaw_entry_summary_get_title    (ThawEntrySummary *self);
const char       *thaw_entry_summary_get_excerpt  (ThawEntrySummary *self);

GPtrArray        *thaw_entry_summary_get_emotions   (ThawEntrySummary *self);
GPtrArray        *thaw_entry_summary_get_sensations (ThawEntrySummary *self);
GPtrArray        *thaw_entry_summary_get_tags       (ThawEntrySummary *self);
GPtrArray        *thaw_entry_summary_get_copings    (ThawEntrySummary *self);

ThawBodyAnswer    thaw_entry_summary_get_body_answer (ThawEntrySummary *self);
void              thaw_entry_summary_set_body_answer (ThawEntrySummary *self,
                                                      ThawBodyAnswer    answer);

gboolean          thaw_entry_summary_is_session     (ThawEntrySummary *self);
void              thaw_entry_summary_set_is_session (ThawEntrySummary *self,
                                                     gboolean          is_session);

GArray           *thaw_entry_summary_get_title_highlights   (ThawEntrySummary *self);
GArray           *thaw_entry_summary_get_excerpt_highlights (ThawEntrySummary *self);

GStrv             thaw_entry_summaries_list_copings (GPtrArray *summaries,
                                                     guint      n_max);

G_END_DECLS
