/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-article-mark.h"
#include "thaw-store.h"

G_BEGIN_DECLS

#define THAW_TYPE_ARTICLE_MARK_STORE (thaw_article_mark_store_get_type ())
G_DECLARE_FINAL_TYPE (ThawArticleMarkStore, thaw_article_mark_store, THAW, ARTICLE_MARK_STORE, ThawStore)

ThawArticleMarkStore *thaw_article_mark_store_new (ThawDatabase *database,
                                                   ThawClock    *clock) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *thaw_article_mark_store_list (ThawArticleMarkStore  *self,
                                         GError               **error);

ThawArticleMark *thaw_article_mark_store_get (ThawArticleMarkStore  *self,
                                              const char            *article,
                                              GError               **error);

void thaw_article_mark_store_save_async (ThawArticleMarkStore  *self,
                                         const ThawArticleMark *mark,
                                         GCancellable          *cancellable,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
ThawArticleMark *thaw_article_mark_store_save_finish (ThawArticleMarkStore  *self,
                                                      GAsyncResult          *result,
                                                      GError               **error);
ThawArticleMark *thaw_article_mark_store_save_sync (ThawArticleMarkStore   *self,
                                                    const ThawArticleMark  *mark,
                                                    GError                **error);

void thaw_article_mark_store_remove_async (ThawArticleMarkStore *self,
                                           const char           *id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean thaw_article_mark_store_remove_finish (ThawArticleMarkStore  *self,
                                                GAsyncResult          *result,
                                                GError               **error);
gboolean thaw_article_mark_store_remove_sync (ThawArticleMarkStore  *self,
                                              const char            *id,
                                              GError               **error);

G_END_DECLS
