/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-clock.h"
#include "thaw-database.h"
#include "thaw-entry.h"
#include "thaw-reflection.h"

G_BEGIN_DECLS

/* The key under which Today keeps what is not yet checked in. */
#define THAW_DRAFT_CHECK_IN "check-in"

/* Goes before the UUID of an entry in the key of what is typed into it: such a draft ends with its entry. */
#define THAW_DRAFT_ENTRY_PREFIX "entry:"

/* What the keys of reflections begin with: this alone is a new one's, the others end with a UUID. */
#define THAW_DRAFT_REFLECTION "reflection"

/**
 * ThawDraft:
 * @key: (not nullable): which editor it belongs to
 * @entry: (not nullable): what was typed; with a UUID if it changes a saved entry
 * @modified_ms: when it was last typed in, in milliseconds of Unix time
 *
 * Words that were written and not yet saved.
 */
typedef struct
{
  char      *key;
  ThawEntry *entry;
  gint64     modified_ms;
} ThawDraft;

void thaw_draft_free (ThawDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawDraft, thaw_draft_free)

#define THAW_TYPE_DRAFTS (thaw_drafts_get_type ())
G_DECLARE_FINAL_TYPE (ThawDrafts, thaw_drafts, THAW, DRAFTS, GObject)

ThawDrafts *thaw_drafts_new (ThawDatabase *database,
                             ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_drafts_list          (ThawDrafts  *self,
                                      GError     **error);
ThawDraft *thaw_drafts_get           (ThawDrafts  *self,
                                      const char  *key,
                                      GError     **error);

void       thaw_drafts_save_async    (ThawDrafts          *self,
                                      const char          *key,
                                      ThawEntry           *entry,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean   thaw_drafts_save_finish   (ThawDrafts    *self,
                                      GAsyncResult  *result,
                                      GError       **error);

ThawReflection *thaw_drafts_get_reflection        (ThawDrafts            *self,
                                                   const char            *key,
                                                   GError               **error);
void            thaw_drafts_save_reflection_async (ThawDrafts            *self,
                                                   const char            *key,
                                                   const ThawReflection  *reflection,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);

void       thaw_drafts_remove_async  (ThawDrafts          *self,
                                      const char          *key,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean   thaw_drafts_remove_finish (ThawDrafts    *self,
                                      GAsyncResult  *result,
                                      GError       **error);

G_END_DECLS
