/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "thaw-day.h"
#include "thaw-document.h"

G_BEGIN_DECLS

/**
 * ThawArticleKind:
 * @THAW_ARTICLE_SUPPORT: a kind of therapy or support
 * @THAW_ARTICLE_PAGE: a page to learn from
 * @THAW_ARTICLE_QUESTION: a question that people ask, and an answer
 */
typedef enum
{
  THAW_ARTICLE_SUPPORT,
  THAW_ARTICLE_PAGE,
  THAW_ARTICLE_QUESTION,
} ThawArticleKind;

/**
 * ThawHelperKind:
 * @THAW_HELPER_PROFESSIONAL: people whose profession it is
 * @THAW_HELPER_PEER: people who know it from their own lives
 * @THAW_HELPER_CREATIVE: by making something
 * @THAW_HELPER_MEDICAL: by medicine
 *
 * Who or what helps. One kind of support may be several of them.
 */
typedef enum
{
  THAW_HELPER_PROFESSIONAL = 1 << 0,
  THAW_HELPER_PEER = 1 << 1,
  THAW_HELPER_CREATIVE = 1 << 2,
  THAW_HELPER_MEDICAL = 1 << 3,
} ThawHelperKind;

/**
 * ThawCompanyKind:
 * @THAW_COMPANY_ALONE: with one helper, or alone
 * @THAW_COMPANY_GROUP: in a group, or with the family
 *
 * With whom one is there.
 */
typedef enum
{
  THAW_COMPANY_ALONE = 1 << 0,
  THAW_COMPANY_GROUP = 1 << 1,
} ThawCompanyKind;

/**
 * ThawArticleSection:
 * @role: (nullable): which of the sections that each kind of support has, as `suits`; %NULL for
 *   others
 * @heading: (nullable): what stands above it, in the person’s language; %NULL at the beginning of
 *   an article
 * @blocks: (element-type ThawBlock): paragraphs and lines of lists
 */
typedef struct
{
  char      *role;
  char      *heading;
  GPtrArray *blocks;
} ThawArticleSection;

/**
 * ThawArticle:
 * @id: (not nullable): the slug
 * @kind: what it is
 * @title: (not nullable): what it is called, or what is asked
 * @summary: (not nullable): one sentence about it
 * @also: (nullable): what else people may type when they look for it, with commas between
 * @helpers: #ThawHelperKind flags; 0 for what is no kind of support
 * @companies: #ThawCompanyKind flags; 0 for what is no kind of support
 * @sections: (element-type ThawArticleSection): what stands in it
 * @sources: (element-type utf8): where its figures were read, not translated
 * @see: (element-type utf8): targets of links, as `article:cbt` or `practice:body-scan`
 * @checked: when it was last checked
 * @place: where it stands among those of its kind; those with the same are sorted by title
 *
 * Something to read about: all of it in the person’s language, and never changed.
 */
typedef struct
{
  char            *id;
  ThawArticleKind  kind;
  char            *title;
  char            *summary;
  char            *also;
  guint            helpers;
  guint            companies;
  GPtrArray       *sections;
  GPtrArray       *sources;
  GPtrArray       *see;
  ThawDay          checked;
  int              place;
} ThawArticle;

ThawArticle *thaw_article_new  (const char      *id,
                                ThawArticleKind  kind,
                                const char      *title,
                                const char      *summary) G_GNUC_WARN_UNUSED_RESULT;
void         thaw_article_free (ThawArticle     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawArticle, thaw_article_free)

ThawArticleSection *thaw_article_add_section   (ThawArticle        *self,
                                                const char         *role,
                                                const char         *heading);
void                thaw_article_section_add   (ThawArticleSection *self,
                                                ThawBlockKind       kind,
                                                const char         *written);

ThawDocument       *thaw_article_to_document   (const ThawArticle  *self) G_GNUC_WARN_UNUSED_RESULT;

const char         *thaw_article_kind_to_slug  (ThawArticleKind     kind);
gboolean            thaw_article_kind_from_slug (const char        *slug,
                                                ThawArticleKind    *out_kind);

G_END_DECLS
