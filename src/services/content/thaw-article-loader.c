/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-article-loader"

#include "config.h"
#include "content/thaw-article-loader.h"

#include <glib/gi18n-lib.h>

#include "content/thaw-content-reader.h"
#include "thaw-link-target.h"

/* The context of an article’s title for translators; thaw-library.its names it, too. */
#define TITLE_CONTEXT "article"

#define HEADING_CONTEXT "heading of an article"

/* More than there will ever be of a kind. */
#define MAX_PLACE 99

static const ThawContentRule rules[] = {
  { .name = "article",
    .attributes = { { "id", THAW_CONTENT_ONE },
                    { "kind", THAW_CONTENT_ONE },
                    { "place", THAW_CONTENT_OPTIONAL },
                    { "helpers", THAW_CONTENT_OPTIONAL },
                    { "companies", THAW_CONTENT_OPTIONAL },
                    { "checked", THAW_CONTENT_ONE } },
    .children = { { "title", THAW_CONTENT_ONE },
                  { "summary", THAW_CONTENT_ONE },
                  { "also", THAW_CONTENT_OPTIONAL },
                  { "section", THAW_CONTENT_SOME },
                  { "source", THAW_CONTENT_ANY },
                  { "see", THAW_CONTENT_ANY } } },
  { .name = "title", .has_text = TRUE },
  { .name = "summary", .has_text = TRUE },
  { .name = "also", .has_text = TRUE },
  { .name = "section",
    .attributes = { { "role", THAW_CONTENT_OPTIONAL } },
    .children = { { "heading", THAW_CONTENT_OPTIONAL },
                  { "p", THAW_CONTENT_MIXED },
                  { "item", THAW_CONTENT_MIXED } } },
  { .name = "heading", .has_text = TRUE },
  { .name = "p", .has_text = TRUE, .attributes = { { "source", THAW_CONTENT_OPTIONAL } } },
  { .name = "item", .has_text = TRUE, .attributes = { { "source", THAW_CONTENT_OPTIONAL } } },
  { .name = "source", .has_text = TRUE, .attributes = { { "id", THAW_CONTENT_ONE } } },
  { .name = "see", .has_text = TRUE },
  { .name = NULL },
};

/* What there is to say about each kind of support, so that two can be compared. */
static const struct
{
  const char *slug;
  const char *heading;
} roles[] = {
  { "what", NC_ ("heading of an article", "What it is") },
  { "session", NC_ ("heading of an article", "What happens in a session") },
  /* Translators: What comes below it goes on with this sentence: “you like to know what comes next, and why.” */
  { "suits", NC_ ("heading of an article", "It may suit you if …") },
  { "benefits", NC_ ("heading of an article", "Benefits") },
  { "limits", NC_ ("heading of an article", "Limits") },
  { "questions", NC_ ("heading of an article", "Questions to ask") },
  { "finding", NC_ ("heading of an article", "How to find it") },
  { "research", NC_ ("heading of an article", "What research says") },
};

/* In the order of the bits of #ThawHelperKind and #ThawCompanyKind. */
static const char *const helpers[] = { "professional", "peer", "creative", "medical", NULL };
static const char *const companies[] = { "alone", "group", NULL };

typedef struct
{
  ThawArticle *article;
  GHashTable *sources; /* (element-type utf8): the ids of its sources */
  GHashTable *used;    /* (element-type utf8): those of them that a text names */
  GPtrArray *links;    /* (unowned) (element-type ThawArticleLink) */
} Reader;

void
thaw_article_link_free (ThawArticleLink *self)
{
  if (self == NULL)
    return;

  g_free (self->target);
  g_free (self);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Nothing that is not in the text of a section can have a source, or a link. */
static gboolean
check_plain (const ThawContentNode  *node,
             GError                **error)
{
  if (has_digit (node->text->str))
    thaw_content_set_error (error, node->file, node->line, "a figure in “%s” can have no source", node->rule->name);
  else if (strpbrk (node->text->str, "[]") != NULL)
    thaw_content_set_error (error, node->file, node->line, "a bracket in “%s”", node->rule->name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
take_link (Reader                 *self,
           const ThawContentNode  *node,
           const char             *target,
           GError                **error)
{
  ThawArticleLink *link;
  ThawLinkKind kind;
  const char *name;

  if (!thaw_link_target_parse (target, &kind, &name))
    {
      thaw_content_set_error (error, node->file, node->line, "“%s” is nothing that a link leads to", target);
      return FALSE;
    }
  if (kind == THAW_LINK_ARTICLE && g_str_equal (name, self->article->id))
    {
      thaw_content_set_error (error, node->file, node->line, "“%s” leads to itself", target);
      return FALSE;
    }

  link = g_new (ThawArticleLink, 1);
  link->file = node->file;
  link->line = node->line;
  link->target = g_strdup (target);
  g_ptr_array_add (self->links, link);

  return TRUE;
}

/* The sources that a text names, with blanks between. */
static gboolean
check_sources (Reader                 *self,
               const ThawContentNode  *node,
               const char             *plain,
               GError                **error)
{
  const char *value = thaw_content_node_get_value (node, "source");
  g_auto (GStrv) ids = NULL;

  if (value == NULL)
    {
      if (has_digit (plain))
        thaw_content_set_error (error, node->file, node->line, "a figure without a source in “%s”", plain);
      return !has_digit (plain);
    }

  ids = g_strsplit (value, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_hash_table_contains (self->sources, ids[i]))
        {
          thaw_content_set_error (error, node->file, node->line, "there is no source “%s”", ids[i]);
          return FALSE;
        }
      g_hash_table_add (self->used, (gpointer) g_intern_string (ids[i]));
    }

  return TRUE;
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const ThawLink *link = *(const ThawLink * const *) a;
  const ThawLink *other = *(const ThawLink * const *) b;

  return strcmp (link->target, other->target);
}

/* They may come in another order. */
static gboolean
has_same_links (const ThawRichText *text,
                const char         *translated)
{
  g_autoptr (ThawRichText) other = thaw_rich_text_parse (translated);
  g_autoptr (GPtrArray) links = g_ptr_array_copy (text->links, NULL, NULL);
  gboolean is_same = links->len == other->links->len;

  g_ptr_array_set_free_func (links, NULL);
  g_ptr_array_sort (links, compare_targets);
  g_ptr_array_sort (other->links, compare_targets);
  for (guint i = 0; is_same && i < links->len; i++)
    is_same = compare_targets (&g_ptr_array_index (links, i), &g_ptr_array_index (other->links, i)) == 0;

  return is_same;
}

static gboolean
read_block (Reader                 *self,
            const ThawContentNode  *node,
            ThawArticleSection     *section,
            GError                **error)
{
  g_autofree char *written = thaw_content_node_dup_plain_text (node);
  g_autofree char *translated = thaw_content_node_dup_text (node, NULL);
  g_autoptr (ThawRichText) text = thaw_rich_text_parse (written);
  gboolean is_usable;

  if (strpbrk (text->plain, "[]") != NULL)
    {
      thaw_content_set_error (error, node->file, node->line, "a bracket that is no link in “%s”", text->plain);
      return FALSE;
    }
  for (guint i = 0; i < text->links->len; i++)
    {
      if (!take_link (self, node, ((ThawLink *) g_ptr_array_index (text->links, i))->target, error))
        return FALSE;
    }
  if (!check_sources (self, node, text->plain, error))
    return FALSE;

  /* A slip of a translator’s is no reason to have no library at all. */
  is_usable = has_same_links (text, translated);
  if (!is_usable)
    g_warning ("%s, line %d: the translation leads elsewhere: “%s”", node->file, node->line, translated);
  thaw_article_section_add (section, thaw_content_node_is (node, "item") ? THAW_BLOCK_ITEM : THAW_BLOCK_PARAGRAPH,
                            is_usable ? translated : written);

  return TRUE;
}

/* @at is where the section stands. Those of a kind of support are known; others have a heading from the second on. */
static gboolean
check_section (const ThawContentNode  *node,
               ThawArticleKind         kind,
               guint                   at,
               GError                **error)
{
  const char *role = thaw_content_node_get_value (node, "role");
  gboolean has_heading = thaw_content_node_is (g_ptr_array_index (node->children, 0), "heading");

  if (kind != THAW_ARTICLE_SUPPORT && role != NULL)
    thaw_content_set_error (error, node->file, node->line, "the role “%s” is for kinds of support", role);
  else if (kind != THAW_ARTICLE_SUPPORT && has_heading != (at > 0))
    thaw_content_set_error (error, node->file, node->line, "%s",
                            has_heading ? "the first section has a heading" : "the section has no heading");
  else if (kind == THAW_ARTICLE_SUPPORT && at >= G_N_ELEMENTS (roles))
    thaw_content_set_error (error, node->file, node->line, "there are too many sections");
  else if (kind == THAW_ARTICLE_SUPPORT && g_strcmp0 (role, roles[at].slug) != 0)
    thaw_content_set_error (error, node->file, node->line, "here comes the section “%s”", roles[at].slug);
  else if (kind == THAW_ARTICLE_SUPPORT && has_heading)
    thaw_content_set_error (error, node->file, node->line, "the heading of “%s” is known", role);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_section (Reader                 *self,
              const ThawContentNode  *node,
              GError                **error)
{
  guint at = self->article->sections->len;
  g_autofree char *heading = NULL;
  ThawArticleSection *section;

  if (!check_section (node, self->article->kind, at, error))
    return FALSE;

  if (self->article->kind == THAW_ARTICLE_SUPPORT)
    heading = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, HEADING_CONTEXT, roles[at].heading));
  else
    heading = thaw_content_node_dup_child_text (node, "heading", NULL);
  section = thaw_article_add_section (self->article, thaw_content_node_get_value (node, "role"), heading);

  for (guint i = 0; i < node->children->len; i++)
    {
      const ThawContentNode *child = g_ptr_array_index (node->children, i);

      if (thaw_content_node_is (child, "heading") ? !check_plain (child, error)
                                                  : !read_block (self, child, section, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
read_source (const ThawContentNode  *node,
             gpointer                user_data,
             GError                **error)
{
  return thaw_content_node_dup_plain_text (node);
}

/* Names with blanks between, as flags. */
static gboolean
read_flags (const ThawContentNode  *node,
            const char             *attribute,
            const char *const      *names,
            guint                  *out_flags,
            GError                **error)
{
  const char *value = thaw_content_node_get_value (node, attribute);
  g_auto (GStrv) given = g_strsplit (value != NULL ? value : "", " ", -1);

  for (guint i = 0; given[i] != NULL; i++)
    {
      guint at = 0;

      while (names[at] != NULL && !g_str_equal (names[at], given[i]))
        at++;
      if (names[at] == NULL || (*out_flags & (1u << at)) != 0)
        {
          thaw_content_set_error (error, node->file, node->line, "“%s” is not among the %s, or there twice", given[i],
                                  attribute);
          return FALSE;
        }
      *out_flags |= 1u << at;
    }

  return TRUE;
}

/* What the article is marked with. */
static gboolean
read_attributes (ThawArticle            *article,
                 const ThawContentNode  *node,
                 GError                **error)
{
  gboolean is_support = article->kind == THAW_ARTICLE_SUPPORT;

  if (!thaw_content_node_read_day (node, "checked", &article->checked, error) ||
      !thaw_content_node_read_number (node, "place", 1, MAX_PLACE, &article->place, error) ||
      !read_flags (node, "helpers", helpers, &article->helpers, error) ||
      !read_flags (node, "companies", companies, &article->companies, error))
    return FALSE;

  if (is_support != (article->helpers != 0) || is_support != (article->companies != 0))
    {
      thaw_content_set_error (error, node->file, node->line,
                              "helpers and companies are for kinds of support, and for each of them");
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_child (Reader                 *self,
            const ThawContentNode  *node,
            GError                **error)
{
  if (thaw_content_node_is (node, "title") || thaw_content_node_is (node, "summary"))
    return check_plain (node, error);
  if (thaw_content_node_is (node, "section"))
    return read_section (self, node, error);
  if (thaw_content_node_is (node, "source") &&
      !g_hash_table_contains (self->used, thaw_content_node_get_value (node, "id")))
    {
      thaw_content_set_error (error, node->file, node->line, "nothing is from the source “%s”",
                              thaw_content_node_get_value (node, "id"));
      return FALSE;
    }
  if (thaw_content_node_is (node, "see"))
    {
      g_autofree char *target = thaw_content_node_dup_plain_text (node);

      g_ptr_array_add (self->article->see, g_strdup (target));
      return take_link (self, node, target, error);
    }

  return TRUE;
}

static gboolean
read_children (Reader                 *self,
               const ThawContentNode  *root,
               GError                **error)
{
  /* A text names sources that come later. */
  if (!thaw_content_node_read_children (root, "source", self->sources, read_source, NULL, self->article->sources,
                                        error))
    return FALSE;

  for (guint i = 0; i < root->children->len; i++)
    {
      if (!read_child (self, g_ptr_array_index (root->children, i), error))
        return FALSE;
    }

  if (self->article->kind == THAW_ARTICLE_SUPPORT && self->article->sections->len < G_N_ELEMENTS (roles))
    {
      thaw_content_set_error (error, root->file, root->line, "“%s” has no section “%s”", self->article->id,
                              roles[self->article->sections->len].slug);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_identity (const ThawContentNode  *root,
                ThawArticleKind        *out_kind,
                GError                **error)
{
  const char *id = thaw_content_node_get_value (root, "id");
  const char *kind = thaw_content_node_get_value (root, "kind");
  g_autofree char *name = g_path_get_basename (root->file);
  g_autofree char *wanted = g_strconcat (id, ".xml", NULL);

  if (!g_str_equal (name, wanted))
    thaw_content_set_error (error, root->file, root->line, "“%s” belongs into a file “%s”", id, wanted);
  else if (!thaw_article_kind_from_slug (kind, out_kind))
    thaw_content_set_error (error, root->file, root->line, "there is no kind “%s”", kind);
  else
    return TRUE;

  return FALSE;
}

/**
 * thaw_article_loader_read:
 * @bytes: what is in the file
 * @file: its name, which has to be that of the article
 * @ids: (element-type utf8): the ids of articles up to now, to which this one’s is added
 * @links: (element-type ThawArticleLink): the links of articles up to now, to which this
 *   one’s are added
 * @error: return location for a #ThawContentError
 *
 * Returns: (transfer full) (nullable): the article in the person's language, or %NULL with
 *   an error
 */
ThawArticle *
thaw_article_loader_read (GBytes      *bytes,
                          const char  *file,
                          GHashTable  *ids,
                          GPtrArray   *links,
                          GError     **error)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ThawContentNode) root = NULL;
  g_autoptr (ThawArticle) article = NULL;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  ThawArticleKind kind;
  Reader reader;

  g_return_val_if_fail (bytes != NULL && file != NULL && ids != NULL && links != NULL, NULL);

  root = thaw_content_read (bytes, file, rules, error);
  if (root == NULL || !thaw_content_node_register (root, ids, error) || !check_identity (root, &kind, error))
    return NULL;

  title = thaw_content_node_dup_child_text (root, "title", TITLE_CONTEXT);
  summary = thaw_content_node_dup_child_text (root, "summary", NULL);
  article = thaw_article_new (thaw_content_node_get_value (root, "id"), kind, title, summary);
  article->also = thaw_content_node_dup_child_text (root, "also", NULL);

  reader = (Reader) { .article = article, .sources = sources, .used = used, .links = links };
  if (!read_attributes (article, root, error) || !read_children (&reader, root, error))
    return NULL;

  return g_steal_pointer (&article);
}
