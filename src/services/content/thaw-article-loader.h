/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/thaw-content-error.h"
#include "thaw-article.h"

G_BEGIN_DECLS

/**
 * ThawArticleLink:
 * @file: (not nullable): the file that has it, interned
 * @line: where
 * @target: (not nullable): where it leads, as `article:cbt`; that it is written well is
 *   known, but not that there is such a thing
 *
 * A link in an article.
 */
typedef struct
{
  const char *file;
  int         line;
  char       *target;
} ThawArticleLink;

void         thaw_article_link_free   (ThawArticleLink *self);

ThawArticle *thaw_article_loader_read (GBytes      *bytes,
                                       const char  *file,
                                       GHashTable  *ids,
                                       GPtrArray   *links,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
