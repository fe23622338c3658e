/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thaw-document"

#include "config.h"
#include "thaw-document.h"

G_DEFINE_BOXED_TYPE (ThawDocument, thaw_document, thaw_document_copy, thaw_document_free)

/**
 * thaw_block_new:
 * @kind: what it is
 * @text: (transfer full): what it says
 *
 * Returns: (transfer full): a block
 */
ThawBlock *
thaw_block_new (ThawBlockKind  kind,
                ThawRichText  *text)
{
  ThawBlock *self = g_new (ThawBlock, 1);

  self->kind = kind;
  self->text = text;

  return self;
}

void
thaw_block_free (ThawBlock *self)
{
  if (self == NULL)
    return;

  thaw_rich_text_free (self->text);
  g_free (self);
}

/**
 * thaw_document_new:
 * @title: what it is about
 *
 * Returns: (transfer full): an empty document
 */
ThawDocument *
thaw_document_new (const char *title)
{
  ThawDocument *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (ThawDocument, 1);
  self->title = g_strdup (title);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) thaw_block_free);

  return self;
}

ThawDocument *
thaw_document_copy (const ThawDocument *self)
{
  ThawDocument *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = thaw_document_new (self->title);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (self->blocks, i);

      thaw_document_add_rich (copy, block->kind, block->text);
    }

  return copy;
}

void
thaw_document_free (ThawDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * thaw_document_add:
 * @kind: what it is
 * @text: what it says, to the letter; empty for a line to write on
 *
 * Adds a block at the end: words of the person’s, in which brackets are just that.
 */
void
thaw_document_add (ThawDocument  *self,
                   ThawBlockKind  kind,
                   const char    *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_ptr_array_add (self->blocks, thaw_block_new (kind, thaw_rich_text_new (text)));
}

/**
 * thaw_document_add_rich:
 * @kind: what it is
 * @text: what it says; copied
 *
 * Adds a block at the end.
 */
void
thaw_document_add_rich (ThawDocument       *self,
                        ThawBlockKind       kind,
                        const ThawRichText *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_ptr_array_add (self->blocks, thaw_block_new (kind, thaw_rich_text_copy (text)));
}

/**
 * thaw_document_append:
 * @other: what follows; copied
 *
 * Adds all of @other at the end, with its title as a heading.
 */
void
thaw_document_append (ThawDocument       *self,
                      const ThawDocument *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL && other != self);

  thaw_document_add (self, THAW_BLOCK_HEADING, other->title);
  for (guint i = 0; i < other->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (other->blocks, i);

      thaw_document_add_rich (self, block->kind, block->text);
    }
}

static const char *
get_text_before (const ThawBlock *block,
                 const ThawBlock *former)
{
  gboolean is_item = block->kind == THAW_BLOCK_ITEM;

  if (former != NULL && block->kind == former->kind && (is_item || block->kind == THAW_BLOCK_SOURCE))
    return is_item ? "\n• " : "\n";

  return is_item ? "\n\n• " : "\n\n";
}

/**
 * thaw_document_dup_text:
 *
 * Returns: (transfer full): what stands in it as plain text, to be put somewhere else
 */
char *
thaw_document_dup_text (const ThawDocument *self)
{
  const ThawBlock *former = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (self->title);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ThawBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == THAW_BLOCK_BLANK)
        continue;

      g_string_append_printf (text, "%s%s", get_text_before (block, former), block->text->plain);
      former = block;
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}
