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
