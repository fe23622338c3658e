/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-article-mark"

#include "config.h"
#include "thaw-article-mark.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (ThawArticleMark, thaw_article_mark, thaw_article_mark_copy, thaw_article_mark_free)

static const struct
{
  const char *slug;
  const char *name;
} stances[] = {
  /* Translators: what a person makes of a kind of therapy or support: nothing yet */
  [THAW_STANCE_NONE] = { "none", NC_ ("support", "Nothing yet") },
  [THAW_STANCE_INTERESTED] = { "interested", NC_ ("support", "Interested") },
  [THAW_STANCE_TRIED] = { "tried", NC_ ("support", "Tried") },
  [THAW_STANCE_NOT_FOR_ME] = { "not-for-me", NC_ ("support", "Not for me") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (stances) == THAW_N_STANCES);

/**
 * thaw_article_mark_new:
 * @article: the id of an article
 *
 * Returns: (transfer full): a mark that says nothing yet
 */
ThawArticleMark *
thaw_article_mark_new (const char *article)
{
  ThawArticleMark *self;

  g_return_val_if_fail (article != NULL, NULL);

  self = g_new0 (ThawArticleMark, 1);
  self->article = g_strdup (article);

  return self;
}

ThawArticleMark *
thaw_article_mark_copy (const ThawArticleMark *self)
{
  ThawArticleMark *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (ThawArticleMark, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->article = g_strdup (self->article);
  copy->note = g_strdup (self->note);

  return copy;
}

void
thaw_article_mark_free (ThawArticleMark *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->article);
  g_free (self->note);
  g_free (self);
}

/**
 * thaw_stance_to_slug:
 *
 * Returns: (transfer none): the stance, as it is stored
 */
const char *
thaw_stance_to_slug (ThawStance stance)
{
  g_return_val_if_fail ((guint) stance < THAW_N_STANCES, NULL);

  return stances[stance].slug;
}

/**
 * thaw_stance_from_slug:
 * @slug: (nullable): a stance, as it is stored
 * @out_stance: (out): which it is
 *
 * Returns: whether there is such a stance
 */
gboolean
thaw_stance_from_slug (const char *slug,
                       ThawStance *out_stance)
{
  for (guint i = 0; i < THAW_N_STANCES; i++)
    {
      if (g_strcmp0 (slug, stances[i].slug) == 0)
        {
          *out_stance = (ThawStance) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * thaw_stance_get_name:
 *
 * Returns: (transfer none): the stance, in the person’s language
 */
const char *
thaw_stance_get_name (ThawStance stance)
{
  g_return_val_if_fail ((guint) stance < THAW_N_STANCES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "support", stances[stance].name);
}
