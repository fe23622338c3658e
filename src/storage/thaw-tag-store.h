/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-coping-catalog.h"
#include "thaw-store.h"
#include "thaw-tag-change.h"
#include "thaw-tag.h"
#include "thaw-vocabulary.h"

G_BEGIN_DECLS

/**
 * ThawTagUse:
 * @uuid: (not nullable): the identity
 * @name: (not nullable): the tag, in the person's words
 * @kind: what the tag stands for
 * @n_entries: how many entries have it
 * @n_triggers: on how many of them it set the feeling off
 *
 * A tag and how it is used.
 */
typedef struct
{
  char       *uuid;
  char       *name;
  ThawTagKind kind;
  guint       n_entries;
  guint       n_triggers;
} ThawTagUse;

#define THAW_TYPE_TAG_USE (thaw_tag_use_get_type ())
GType       thaw_tag_use_get_type (void);
ThawTagUse *thaw_tag_use_copy     (const ThawTagUse *self) G_GNUC_WARN_UNUSED_RESULT;
void        thaw_tag_use_free     (ThawTagUse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawTagUse, thaw_tag_use_free)

#define THAW_TYPE_TAG_STORE (thaw_tag_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawTagStore, thaw_tag_store, THAW, TAG_STORE, ThawStore)

ThawTagStore *thaw_tag_store_new (ThawDatabase      *database,
                                  ThawClock         *clock,
                                  ThawVocabulary    *vocabulary,
                                  ThawCopingCatalog *coping_catalog) G_GNUC_WARN_UNUSED_RESULT;

void       thaw_tag_store_list_async  (ThawTagStore        *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GPtrArray *thaw_tag_store_list_finish (ThawTagStore  *self,
                                       GAsyncResult  *result,
                                       GError       **error);
GPtrArray *thaw_tag_store_list_sync   (ThawTagStore  *self,
                                       GError       **error);

void thaw_tag_store_rename_async   (ThawTagStore        *self,
                                    const char          *uuid,
                                    const char          *name,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void thaw_tag_store_merge_async    (ThawTagStore        *self,
                                    const char          *uuid,
                                    const char          *into_uuid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void thaw_tag_store_set_kind_async (ThawTagStore        *self,
                                    const char          *uuid,
                                    ThawTagKind          kind,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void thaw_tag_store_delete_async   (ThawTagStore        *self,
                                    const char          *uuid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
ThawTagChange *thaw_tag_store_change_finish (ThawTagStore  *self,
                                             GAsyncResult  *result,
                                             GError       **error);

void     thaw_tag_store_undo_async  (ThawTagStore        *self,
                                     ThawTagChange       *change,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean thaw_tag_store_undo_finish (ThawTagStore  *self,
                                     GAsyncResult  *result,
                                     GError       **error);

G_END_DECLS
