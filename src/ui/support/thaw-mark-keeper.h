/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-article-mark-store.h"
#include "thaw-words-keeper.h"

G_BEGIN_DECLS

#define THAW_TYPE_MARK_KEEPER (thaw_mark_keeper_get_type ())
G_DECLARE_FINAL_TYPE (ThawMarkKeeper, thaw_mark_keeper, THAW, MARK_KEEPER, GObject)

ThawMarkKeeper        *thaw_mark_keeper_new            (ThawArticleMarkStore  *store,
                                                        const char            *article,
                                                        GError               **error) G_GNUC_WARN_UNUSED_RESULT;

const ThawArticleMark *thaw_mark_keeper_get_mark       (ThawMarkKeeper *self);
void                   thaw_mark_keeper_set_stance     (ThawMarkKeeper *self,
                                                        ThawStance      stance);
void                   thaw_mark_keeper_set_bookmarked (ThawMarkKeeper *self,
                                                        gboolean        is_bookmarked);
void                   thaw_mark_keeper_set_note       (ThawMarkKeeper *self,
                                                        const char     *note);
void                   thaw_mark_keeper_set_position   (ThawMarkKeeper *self,
                                                        double          position);

void                   thaw_mark_keeper_keep           (ThawMarkKeeper *self);
ThawWordsState         thaw_mark_keeper_get_state      (ThawMarkKeeper *self);
const GError          *thaw_mark_keeper_get_error      (ThawMarkKeeper *self);

G_END_DECLS
