/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-article.h"

G_BEGIN_DECLS

/**
 * ThawLibraryFilter:
 * @kind: what is looked for
 * @helpers: #ThawHelperKind flags of which an article has to have one; 0 for any
 * @companies: #ThawCompanyKind flags of which an article has to have one; 0 for any
 * @words: (nullable): words that have to stand in it, in any order; the last may be a part of one
 *
 * What to look for in the library.
 */
typedef struct
{
  ThawArticleKind  kind;
  guint            helpers;
  guint            companies;
  const char      *words;
} ThawLibraryFilter;

/* All that Thaw brings along to read, in the person’s language. Never changes; any thread may read it. */
#define THAW_TYPE_LIBRARY (thaw_library_get_type ())
G_DECLARE_FINAL_TYPE (ThawLibrary, thaw_library, THAW, LIBRARY, GObject)

ThawLibrary       *thaw_library_new          (GPtrArray               *articles) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray         *thaw_library_get_articles (ThawLibrary             *self);
const ThawArticle *thaw_library_find         (ThawLibrary             *self,
                                              const char              *id);
GPtrArray         *thaw_library_search       (ThawLibrary             *self,
                                              const ThawLibraryFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
