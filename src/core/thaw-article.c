/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-article"

#include "config.h"
#include "thaw-article.h"

#include <glib/gi18n-lib.h>

#include "thaw-date-words.h"

static const char * const kinds[] = {
  [THAW_ARTICLE_SUPPORT] = "support",
  [THAW_ARTICLE_PAGE] = "page",
  [THAW_ARTICLE_QUESTION] = "question",
};

static void
section_free (gpointer data)
{
  ThawArticleSection *section = data;

  g_free (section->role);
  g_free (section->heading);
  g_ptr_array_unref (section->blocks);
  g_free (section);
}

/**
 * thaw_article_new:
 * @id: the slug
 * @kind: what it is
 * @title: what it is called, or what is asked
 * @summary: one sentence about it
 *
 * Returns: (transfer full): an article without anything in it
 */
ThawArticle *
thaw_article_new (const char      *id,
                  ThawArticleKind  kind,
                  const char      *title,
                  const char      *summary)
{
  ThawArticle *self;

  g_return_val_if_fail (id != NULL && title != NULL && summary != NULL, NULL);

  self = g_new0 (ThawArticle, 1);
  self->id = g_strdup (id);
  self->kind = kind;
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->see = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
thaw_article_free (ThawArticle *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->also);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->see);
  g_free (self);
}

/**
 * thaw_article_add_section:
 * @role: (nullable): which of the sections that each kind of support has
 * @heading: (nullable): what stands above it
 *
 * Returns: (transfer none): a section at the end, without anything in it
 */
ThawArticleSection *
thaw_article_add_section (ThawArticle *self,
                          const char  *role,
                          const char  *heading)
{
  ThawArticleSection *section;

  g_return_val_if_fail (self != NULL, NULL);

  section = g_new0 (ThawArticleSection, 1);
  section->role = g_strdup (role);
  section->heading = g_strdup (heading);
  section->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_block_free);
  g_ptr_array_add (self->sections, section);

  return section;
}

/**
 * thaw_article_section_add:
 * @kind: what it is
 * @written: what it says, as for thaw_rich_text_parse()
 *
 * Adds a block at the end of the section.
 */
void
thaw_article_section_add (ThawArticleSection *self,
                          ThawBlockKind       kind,
                          const char         *written)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (written != NULL);

  g_ptr_array_add (self->blocks, thaw_block_new (kind, thaw_rich_text_parse (written)));
}

static void
add_sources (const ThawArticle *self,
             ThawDocument      *document)
{
  if (self->sources->len > 0)
    thaw_document_add (document, THAW_BLOCK_HEADING, _("Sources"));
  for (guint i = 0; i < self->sources->len; i++)
    thaw_document_add (document, THAW_BLOCK_SOURCE, g_ptr_array_index (self->sources, i));
}

static void
add_day_of_check (const ThawArticle *self,
                  ThawDocument      *document)
{
  g_autofree char *day = thaw_day_to_full_words (self->checked);
  /* Translators: %s is a date; on that day somebody looked whether what an article says is still right */
  g_autofree char *sentence = g_strdup_printf (_("Checked on %s. For education, not medical advice."), day);

  thaw_document_add (document, THAW_BLOCK_NOTE, sentence);
}

/**
 * thaw_article_to_document:
 *
 * Returns: (transfer full): the article to be read: its sections, where its figures were
 *   read, and when it was checked
 */
ThawDocument *
thaw_article_to_document (const ThawArticle *self)
{
  ThawDocument *document;

  g_return_val_if_fail (self != NULL, NULL);

  document = thaw_document_new (self->title);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const ThawArticleSection *section = g_ptr_array_index (self->sections, i);

      if (section->heading != NULL)
        thaw_document_add (document, THAW_BLOCK_HEADING, section->heading);
      for (guint j = 0; j < section->blocks->len; j++)
        {
          const ThawBlock *block = g_ptr_array_index (section->blocks, j);

          thaw_document_add_rich (document, block->kind, block->text);
        }
    }
  add_sources (self, document);
  add_day_of_check (self, document);

  return document;
}

/**
 * thaw_article_kind_to_slug:
 *
 * Returns: (transfer none): the kind, as it stands in files of content and in settings
 */
const char *
thaw_article_kind_to_slug (ThawArticleKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

/**
 * thaw_article_kind_from_slug:
 * @slug: (nullable): a kind, as it stands in files of content
 * @out_kind: (out): which it is
 *
 * Returns: whether there is such a kind
 */
gboolean
thaw_article_kind_from_slug (const char      *slug,
                             ThawArticleKind *out_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (slug, kinds[i]) == 0)
        {
          *out_kind = (ThawArticleKind) i;
          return TRUE;
        }
    }

  return FALSE;
}
