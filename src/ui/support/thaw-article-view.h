/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "thaw-library.h"
#include "thaw-services.h"

G_BEGIN_DECLS

#define THAW_TYPE_ARTICLE_VIEW (thaw_article_view_get_type ())
G_DECLARE_FINAL_TYPE (ThawArticleView, thaw_article_view, THAW, ARTICLE_VIEW, GtkBox)

GtkWidget         *thaw_article_view_new          (ThawServices      *services,
                                                   ThawLibrary       *library) G_GNUC_WARN_UNUSED_RESULT;

void               thaw_article_view_set_article  (ThawArticleView   *self,
                                                   const ThawArticle *article);
const ThawArticle *thaw_article_view_get_article  (ThawArticleView   *self);
ThawDocument      *thaw_article_view_make_printed (ThawArticleView   *self) G_GNUC_WARN_UNUSED_RESULT;
AdwHeaderBar      *thaw_article_view_get_header   (ThawArticleView   *self);

G_END_DECLS
