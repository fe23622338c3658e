/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ThawStance:
 * @THAW_STANCE_NONE: nothing was said
 * @THAW_STANCE_INTERESTED: it is worth a try
 * @THAW_STANCE_TRIED: it was tried
 * @THAW_STANCE_NOT_FOR_ME: it is not for the person
 *
 * What a person makes of a kind of support.
 */
typedef enum
{
  THAW_STANCE_NONE,
  THAW_STANCE_INTERESTED,
  THAW_STANCE_TRIED,
  THAW_STANCE_NOT_FOR_ME,
} ThawStance;

#define THAW_N_STANCES (THAW_STANCE_NOT_FOR_ME + 1)

#define THAW_ARTICLE_MARK_MAX_NOTE_BYTES 100000

/**
 * ThawArticleMark:
 * @id: (nullable): the identity, a UUID; %NULL before it was saved
 * @article: (not nullable): the id of the article; there is at most one mark for each
 * @stance: what the person makes of it
 * @note: (nullable): what they wrote about it
 * @is_bookmarked: whether it is to be found again at once
 * @position: how far they read, 0 at the top … 1 at the end
 * @modified_ms: when it was last saved, in milliseconds of Unix time
 *
 * What a person has to do with an article.
 */
typedef struct
{
  char       *id;
  char       *article;
  ThawStance  stance;
  char       *note;
  gboolean    is_bookmarked;
  double      position;
  gint64      modified_ms;
} ThawArticleMark;

#define THAW_TYPE_ARTICLE_MARK (thaw_article_mark_get_type ())
GType            thaw_article_mark_get_type (void);
ThawArticleMark *thaw_article_mark_new      (const char            *article) G_GNUC_WARN_UNUSED_RESULT;
ThawArticleMark *thaw_article_mark_copy     (const ThawArticleMark *self) G_GNUC_WARN_UNUSED_RESULT;
void             thaw_article_mark_free     (ThawArticleMark       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ThawArticleMark, thaw_article_mark_free)

const char *thaw_stance_to_slug   (ThawStance  stance);
gboolean    thaw_stance_from_slug (const char *slug,
                                   ThawStance *out_stance);
const char *thaw_stance_get_name  (ThawStance  stance);

G_END_DECLS
